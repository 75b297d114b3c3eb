//! Figures that are plans, quotas or estimates: they are made before their periods are over, and may be cited to what is
//! older.

use std::cell::{OnceCell, RefCell};

use ahash::{AHashMap, AHashSet};

use super::texts::{About, Text};
use super::{Material, Subject};
use crate::analysis::reading::{Reading, Says, in_each_language};
use crate::briefing::{Key, Observation, Period, Series};

/// Which figures are said to be such. Nothing is read before it is asked for, and nothing twice: notes are not many times
/// as long as the figures, but there may be a hundred thousand of them.
pub(super) struct Foretold<'m, 'a> {
    material: &'m Material<'a>,
    /// The series, flow and period of each figure whose note says so.
    notes: OnceCell<AHashSet<(&'m Key, &'m Key, Period)>>,
    /// What series are of and how they are valued, which many have in common.
    labels: RefCell<AHashMap<&'a str, bool>>,
}

impl<'m, 'a> Foretold<'m, 'a> {
    pub fn of(material: &'m Material<'a>) -> Self {
        Self { material, notes: OnceCell::new(), labels: RefCell::default() }
    }

    /// Whether all figures of a series are: its subject or its valuation says so, in whatever language.
    pub fn is_series(&self, series: &'a Series) -> bool {
        let subject = self.material.briefing.trade_of(series).map_or("", |trade| trade.subject.as_str());
        let read = |label: &'a str| {
            let mut labels = self.labels.borrow_mut();
            *labels.entry(label).or_insert_with(|| in_each_language(label).any(|reading| foretells(&reading)))
        };
        read(&series.valuation) || read(subject)
    }

    /// Whether the note of a figure says so.
    pub fn is_noted(&self, series: &Series, figure: &Observation) -> bool {
        let foretold = |text: &'m Text<'a>| match (&text.subject, text.about) {
            (Subject::Period(series, _), About::Observation(own)) if foretells(&text.reading) => {
                Some((series, &own.flow, own.period))
            }
            _ => None,
        };
        let read = || self.material.texts().all.iter().filter_map(foretold).collect();
        figure.note.is_some() && self.notes.get_or_init(read).contains(&(&series.id, &figure.flow, figure.period))
    }
}

fn foretells(reading: &Reading<'_>) -> bool {
    reading.signs.iter().any(|sign| matches!(sign.says, Says::Foretold | Says::Goal))
}
