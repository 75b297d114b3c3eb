//! Events that help to read the figures, placed on the line of time.

use super::layer::Layer;
use crate::briefing::Briefing;
use crate::briefing::{Citation, Date, Precision, Trade};

/// An event with its number and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// Its number on the chart, from one.
    pub number: usize,
    /// When.
    pub on: Date,
    /// How far through its year it lies, from 0 to 1; the middle where no more than the year is known.
    pub through_year: f32,
    /// What, in a few words.
    pub label: String,
    /// Where it is read.
    pub citations: Vec<Citation>,
}

/// The events within a range of years, in order. Without context, those that the document itself speaks of.
pub fn notes(briefing: &Briefing, trade: &Trade, layer: Layer, years: (i16, i16)) -> Vec<Note> {
    let known = |citations: &[Citation]| layer == Layer::All || citations.iter().any(|c| briefing.is_document(c));
    let within = |on: Date| (years.0..=years.1).contains(&on.first_day().year());
    let mut milestones: Vec<_> =
        trade.milestones.iter().filter(|event| known(&event.citations) && within(event.on)).collect();
    milestones.sort_by_key(|event| event.on);
    let note = |(index, event): (usize, &&crate::briefing::Milestone)| Note {
        number: index + 1,
        on: event.on,
        through_year: through_year(event.on),
        label: event.label.clone(),
        citations: event.citations.clone(),
    };
    milestones.iter().enumerate().map(note).collect()
}

fn through_year(on: Date) -> f32 {
    if on.precision() == Precision::Year {
        return 0.5;
    }
    let middle = |day: jiff::civil::Date| f32::from(day.day_of_year()) / 366.0;
    f32::midpoint(middle(on.first_day()), middle(on.last_day()))
}

#[cfg(test)]
mod tests {
    use super::notes;
    use crate::analysis::trade::Layer;
    use crate::briefing::Briefing;

    fn labels(layer: Layer, years: (i16, i16)) -> Vec<String> {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let notes = notes(&briefing, &briefing.trade, layer, years);
        notes.iter().map(|note| format!("{} {} {}", note.number, note.on, note.label)).collect()
    }

    #[test]
    fn events_are_numbered_in_the_order_of_time() {
        let all = labels(Layer::All, (2016, 2026));
        assert_eq!(all.len(), 4);
        assert_eq!(all[2].replace('\u{a0}', " "), "3 2023-11 Leaders\u{2019} goal for 2024, US$200 bn, is reached");
        assert_eq!(labels(Layer::All, (2023, 2024)).len(), 1);
    }

    #[test]
    fn without_context_only_the_documents_own_are_left() {
        assert_eq!(labels(Layer::Document, (2016, 2026)), ["1 2025-07-14 The article appears"]);
    }

    #[test]
    fn an_event_lies_as_far_through_its_year_as_is_known() {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let through: Vec<f32> = notes(&briefing, &briefing.trade, Layer::All, (2016, 2026))
            .iter()
            .map(|note| (note.through_year * 100.0).round())
            .collect();
        assert_eq!(through, [50.0, 12.0, 87.0, 53.0], "2018, February, November, 14 July");
    }
}
