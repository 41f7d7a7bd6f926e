//! x
pub mod diagnostic;
mod lexicon;
mod markdown;
pub mod outline;
pub mod record;
pub mod source;
mod value;
