//! Anything by its name: what can be reached from one field, and which of it a reader means by some letters.
//!
//! What there is to find is folded and laid end to end once ([`Index`]); a key that is typed goes through it once.

mod index;
mod pattern;
mod things;

pub use self::index::{Hits, Index};
pub use self::things::{Material, Thing, Told};
