//! A place in a file while it is gone through, which costs nothing until it has to be written down.

use super::{JsonPath, Step};

/// No reference stands deeper than this.
const DEEPEST: usize = 12;

/// The way down from the top of a file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place<'a> {
    steps: [Down<'a>; DEEPEST],
    depth: usize,
}

#[derive(Clone, Copy, Debug)]
enum Down<'a> {
    Field(&'a str),
    Index(usize),
}

impl Default for Place<'_> {
    /// The top.
    fn default() -> Self {
        Self { steps: [Down::Index(0); DEEPEST], depth: 0 }
    }
}

impl<'a> Place<'a> {
    /// This place's field of that name.
    pub fn field(&self, name: &'a str) -> Self {
        self.down(Down::Field(name))
    }

    /// This place's element of that number.
    pub fn index(&self, index: usize) -> Self {
        self.down(Down::Index(index))
    }

    fn down(mut self, step: Down<'a>) -> Self {
        // Deeper than the deepest the place above stands for it.
        if let Some(next) = self.steps.get_mut(self.depth) {
            *next = step;
            self.depth += 1;
        }
        self
    }

    /// The place, written down.
    pub fn path(&self) -> JsonPath {
        let steps = self.steps.iter().take(self.depth).map(|step| match step {
            Down::Field(name) => Step::Field((*name).to_owned()),
            Down::Index(index) => Step::Index(*index),
        });
        JsonPath(steps.collect())
    }
}
