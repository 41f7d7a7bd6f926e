//! x
mod briefing;
pub mod diagnostic;
pub mod extract;
mod lexicon;
mod markdown;
pub mod outline;
pub mod record;
pub mod source;
mod value;
