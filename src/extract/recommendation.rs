//! x
use super::Scope;
use crate::record::Recommendation;
pub(super) fn extract(_scope: &mut Scope<'_>) -> Vec<Recommendation> { Vec::new() }
