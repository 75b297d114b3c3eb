//! What was given to the [options](super::options) of an export, as it was typed.

use std::collections::BTreeMap;

use super::picture::{ChartLook, Density, Look, Theme};
use crate::analysis::trade::ChartKind;

/// What was given to the options, as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(BTreeMap<&'static str, Vec<String>>);

impl Answers {
    /// Nothing but what stands where nothing is given.
    pub const fn new() -> Self {
        Self(BTreeMap::new())
    }

    /// Takes what was given to an option; to a flag, nothing but that it was given.
    pub fn give(&mut self, option: &'static str, values: Vec<String>) {
        self.0.insert(option, values);
    }

    /// Whether a flag was given.
    pub fn has(&self, option: &str) -> bool {
        self.0.contains_key(option)
    }

    /// What was given to an option.
    pub fn one(&self, option: &str) -> Option<String> {
        self.0.get(option)?.first().cloned()
    }

    /// All that was given to an option.
    pub fn all(&self, option: &str) -> Vec<String> {
        self.0.get(option).cloned().unwrap_or_default()
    }

    /// The value whose key was given to an option, else the usual one.
    pub fn among<T: Copy + Default>(
        &self,
        option: &str,
        known: impl IntoIterator<Item = T>,
        key: impl Fn(T) -> &'static str,
    ) -> T {
        let given = self.0.get(option).and_then(|values| values.first());
        given.and_then(|given| known.into_iter().find(|value| key(*value) == given)).unwrap_or_default()
    }

    /// How a picture is to look.
    pub fn look(&self) -> Look {
        Look {
            theme: self.among("theme", Theme::ALL, Theme::slug),
            density: self.among("scale", Density::ALL, Density::key),
            chart: ChartLook {
                kind: self.among("chart", ChartKind::ALL, ChartKind::key),
                annotated: !self.has("bare"),
                span: None,
            },
        }
    }
}
