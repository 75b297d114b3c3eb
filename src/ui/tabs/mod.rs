//! The tabs, a folder each.

pub mod members;
pub mod sources;
pub mod summary;
pub mod trade;
