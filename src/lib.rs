//! x
pub mod outline; pub mod source; mod markdown;
