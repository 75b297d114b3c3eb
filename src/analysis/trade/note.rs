//! Events that help to read the figures, placed on the line of time.

use super::layer::Layer;
use crate::briefing::{Briefing, Citation, Date, Milestone, Period, Trade};

/// An event with its number and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Its number on the chart, from one: its place among all events of the trade, whichever of them are shown.
    pub number: usize,
    /// When.
    pub on: Date,
    /// What, in a few words.
    pub label: String,
    /// Where it is read.
    pub citations: Vec<Citation>,
}

/// The events from the first of two periods to the last, in order. Without context, those that the document itself speaks
/// of.
pub fn notes(briefing: &Briefing, trade: &Trade, layer: Layer, (first, last): (Period, Period)) -> Vec<Note> {
    let known = |citations: &[Citation]| layer == Layer::All || citations.iter().any(|c| briefing.is_document(c));
    let within = |on: Date| (first.days().0..=last.days().1).contains(&middle(on));
    let mut milestones: Vec<_> = trade.milestones.iter().collect();
    milestones.sort_by_key(|event| event.on);
    let shown = |(_, event): &(usize, &&Milestone)| known(&event.citations) && within(event.on);
    let note = |(index, event): (usize, &&Milestone)| Note {
        number: index + 1,
        on: event.on,
        label: event.label.clone(),
        citations: event.citations.clone(),
    };
    milestones.iter().enumerate().filter(shown).map(note).collect()
}

impl Note {
    /// The column that it lies in, and how far through it, from 0 to 1; the middle of what is known of its date.
    pub fn place(&self, columns: &[Period]) -> Option<(usize, f32)> {
        let day = middle(self.on);
        let column = columns.iter().position(|column| column.has(day))?;
        let (first, last) = columns[column].days();
        let known = Period::of_days(self.on.first_day().max(first), self.on.last_day().min(last))?;
        let (from, to) = columns[column].part(known);
        Some((column, f32::midpoint(from, to)))
    }
}

/// The day in the middle of those that a date can mean.
fn middle(on: Date) -> jiff::civil::Date {
    Period::of_days(on.first_day(), on.last_day()).map_or_else(|| on.first_day(), Period::middle)
}

#[cfg(test)]
mod tests {
    use super::notes;
    use crate::analysis::trade::Layer;
    use crate::briefing::{Briefing, Period};

    fn labels(layer: Layer, years: (i16, i16)) -> Vec<String> {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let ends = (Period::of_year(years.0), Period::of_year(years.1));
        let notes = notes(&briefing, &briefing.trades[0], layer, ends);
        notes.iter().map(|note| format!("{} {} {}", note.number, note.on, note.label)).collect()
    }

    #[test]
    fn events_are_numbered_in_the_order_of_time_and_keep_their_numbers() {
        let all = labels(Layer::All, (2016, 2026));
        assert_eq!(all.len(), 4);
        assert_eq!(all[2].replace('\u{a0}', " "), "3 2023-11 Leaders\u{2019} goal for 2024, US$200 bn, is reached");
        assert_eq!(labels(Layer::All, (2023, 2024)), all[2..3], "whatever else is in view");
    }

    #[test]
    fn without_context_only_the_documents_own_are_left() {
        assert_eq!(labels(Layer::Document, (2016, 2026)), ["4 2025-07-14 The article appears"]);
    }

    #[test]
    fn an_event_lies_as_far_through_its_year_as_is_known() {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let places = |columns: &[Period]| {
            let notes = notes(&briefing, &briefing.trades[0], Layer::All, (columns[0], columns[columns.len() - 1]));
            let places = notes.iter().filter_map(|note| note.place(columns));
            places.map(|(column, through)| (column, (through * 100.0).round())).collect::<Vec<_>>()
        };
        let years: Vec<Period> = (2016..=2026).map(Period::of_year).collect();
        let expected = [(2, 50.0), (6, 12.0), (7, 87.0), (9, 53.0)];
        assert_eq!(places(&years), expected, "2018, February, November, 14 July");
        let months = std::iter::successors(Period::try_from("2022-01".to_owned()).ok(), |month| month.next());
        assert_eq!(places(&months.take(48).collect::<Vec<_>>()), [(1, 50.0), (22, 50.0), (42, 44.0)]);
    }
}
