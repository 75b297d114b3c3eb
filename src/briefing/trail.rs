//! A [`Pointer`] in the making while a file is gone through, which costs nothing until it has to be written down.

use super::{Pointer, Step};

/// The way down from the top of a file: a step, and the way to what is above it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Trail<'a> {
    /// Absent at the top.
    last: Option<(&'a Self, Down<'a>)>,
}

#[derive(Clone, Copy, Debug)]
enum Down<'a> {
    Field(&'a str),
    Index(usize),
}

impl<'a> Trail<'a> {
    /// On to the field of that name.
    pub const fn field(&'a self, name: &'a str) -> Self {
        Self { last: Some((self, Down::Field(name))) }
    }

    /// On to the element of that number.
    pub const fn index(&'a self, index: usize) -> Self {
        Self { last: Some((self, Down::Index(index))) }
    }

    /// The way, written down.
    pub fn pointer(&self) -> Pointer {
        let upwards = std::iter::successors(self.last, |(above, _)| above.last);
        let mut steps: Vec<Step> = upwards
            .map(|(_, step)| match step {
                Down::Field(name) => Step::Field(name.to_owned()),
                Down::Index(index) => Step::Index(index),
            })
            .collect();
        steps.reverse();
        Pointer(steps)
    }
}
