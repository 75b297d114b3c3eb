//! Which value of a JSON text is meant.

use std::fmt;

/// The way to a value of a JSON text, written `$.states[3].names`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pointer(pub Vec<Step>);

/// One step down.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Into the field of an object.
    Field(String),
    /// Into an element of an array, from zero.
    Index(usize),
}

impl Pointer {
    /// To this value's field of that name.
    #[must_use]
    pub fn field(&self, name: &str) -> Self {
        self.step(Step::Field(name.to_owned()))
    }

    /// To this value's element of that number.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.step(Step::Index(index))
    }

    fn step(&self, step: Step) -> Self {
        Self(self.0.iter().cloned().chain([step]).collect())
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("$")?;
        self.0.iter().try_for_each(|step| match step {
            Step::Index(index) => write!(f, "[{index}]"),
            Step::Field(name) if name.chars().all(|c| c.is_alphanumeric() || c == '_') => write!(f, ".{name}"),
            Step::Field(name) => write!(f, "[{name:?}]"),
        })
    }
}
