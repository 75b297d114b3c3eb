//! What a briefing says of a source itself, against what was read in it: a figure with its digits exchanged, a day of
//! another month or year.

use std::collections::HashMap;

use jiff::civil;
use rust_decimal::Decimal;

use super::cited_for::fields;
use super::known::digits;
use super::texts::Text;
use super::{Check, Finding, Material, Needs, Outcome, of_source};
use crate::analysis::reading::{Day, Mention, Number, Quantity, What};
use crate::briefing::{Citation, Date, Precision, Source, Value};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[Check {
    key: "source-note-said",
    needs: Needs::Nothing,
    holds: label!(checks::source_note_said),
    run: |material| {
        let read = Read::of(material);
        let notes = fields(material, "note");
        let of = |source: &Source| read.otherwise(material, source, notes.get(source.id.as_str())?);
        material.briefing.sources.sources.iter().filter_map(of).collect()
    },
}];

/// So many of a source are held against its note.
const MANY: usize = 200;

/// The figures and days that were read in a source: those that are cited to it, and those of evidence from it.
#[derive(Default)]
struct Told {
    numbers: Vec<Decimal>,
    rates: Vec<Decimal>,
    days: Vec<civil::Date>,
}

struct Read<'m>(HashMap<&'m str, Told>);

/// Whether two figures, rounded alike, have the same digits with two neighbours exchanged, or another first one: `228.1`
/// and `282.1`, `78` and `68`. Others that are near each other are of two counts, or of two months.
fn is_slip(own: Decimal, other: Decimal) -> bool {
    let scale = own.scale().min(other.scale());
    let written = |value: Decimal| value.abs().round_dp(scale).mantissa().to_string().into_bytes();
    let (own, other) = (written(own), written(other));
    if own.len() != other.len() || own.len() < 2 {
        return false;
    }
    let apart: Vec<usize> = (0..own.len()).filter(|at| own[*at] != other[*at]).collect();
    match apart[..] {
        [0] => true,
        [a, b] => b == a + 1 && own[a] == other[b] && own[b] == other[a],
        _ => false,
    }
}

/// Whether two figures are one, rounded alike.
fn agree(own: Decimal, other: Decimal) -> bool {
    let scale = own.scale().min(other.scale());
    own.abs().round_dp(scale) == other.abs().round_dp(scale)
}

/// The figures of a text that tell something: rates, and others with a point or a scale.
fn figures<'t>(text: &'t Text<'_>) -> impl Iterator<Item = (&'t Mention, &'t Number, bool)> {
    let telling = |quantity: &Quantity| {
        let number = &quantity.number;
        let whole = number.is_fraction() || number.scale.is_some() || quantity.is_rate();
        whole && digits(number.value) >= 2 && !quantity.spelled && number.or.is_none()
    };
    text.reading.mentions.iter().filter_map(move |mention| match &mention.what {
        What::Quantity(quantity) if telling(quantity) => Some((mention, &quantity.number, quantity.is_rate())),
        _ => None,
    })
}

impl<'m> Read<'m> {
    fn of(material: &'m Material<'_>) -> Self {
        let briefing = material.briefing;
        let mut read: HashMap<&'m str, Told> = HashMap::new();
        let mut cited = |citations: &'m [Citation], add: &dyn Fn(&mut Told)| {
            for citation in citations {
                add(read.entry(citation.source.as_str()).or_default());
            }
        };
        for series in briefing.all_series() {
            for own in &series.observations {
                cited(&own.citations, &|told| told.numbers.push(own.value));
            }
            for own in &series.published_growth {
                cited(&own.citations, &|told| told.rates.push(own.percent));
            }
        }
        let spells = briefing.rosters.iter().flat_map(|roster| &roster.spells);
        let dates = spells.flat_map(|spell| spell.dates().map(move |date| (date, &spell.citations)));
        let events = briefing.chronology().iter();
        let events = events.flat_map(|event| [Some(event.from), event.until].map(|date| (date, &event.citations)));
        let events = events.filter_map(|(date, citations)| Some((date?, citations)));
        for (date, citations) in dates.chain(events).filter(|(date, _)| date.precision() == Precision::Day) {
            cited(citations, &|told| told.days.push(date.first_day()));
        }
        let keys: HashMap<&str, &'m str> =
            briefing.sources.sources.iter().map(|source| (source.id.as_str(), source.id.as_str())).collect();
        for text in &material.texts().all {
            let Some(key) = text.field.strip_prefix("evidence:").and_then(|key| keys.get(key)) else { continue };
            let told = read.entry(key).or_default();
            for (_, number, is_rate) in figures(text) {
                if is_rate { &mut told.rates } else { &mut told.numbers }.push(number.value);
            }
            told.days.extend(text.reading.days().filter_map(Day::whole));
        }
        Self(read)
    }

    /// What the note of a source has that is nearly what was read in it, and stands nowhere else.
    fn otherwise(&self, material: &Material<'_>, source: &Source, note: &Text<'_>) -> Option<Finding> {
        let told = self.0.get(source.id.as_str())?;
        let others = || material.texts().all.iter().filter(|other| !std::ptr::eq(*other, note));
        let figure = || {
            figures(note).find_map(|(mention, number, is_rate)| {
                let value = number.value;
                let read = if is_rate { &told.rates } else { &told.numbers };
                let is_told = |own: Decimal| figures(note).any(|(_, number, _)| agree(number.value, own));
                let is_read = read.iter().take(MANY).any(|own| agree(*own, value));
                let meant =
                    read.iter().take(MANY).find(|own| is_slip(value, **own) && !is_told(**own)).filter(|_| !is_read)?;
                let mut elsewhere = others().flat_map(figures).filter(|(.., rate)| *rate == is_rate);
                let known = !is_rate && !material.known().figures(number, false).is_empty();
                let alone = !known && !elsewhere.any(|(_, number, _)| agree(number.value, value));
                alone.then(|| (mention.range.clone(), Value::from(*meant)))
            })
        };
        let day = || {
            note.reading.mentions.iter().find_map(|mention| {
                let day = mention.days().find_map(Day::whole)?;
                let is_told = |own: civil::Date| note.reading.days().any(|day| day.whole() == Some(own));
                let meant = told.days.iter().take(MANY).find(|own| is_slip_of_day(day, **own) && !is_told(**own))?;
                let own = [source.published, source.read].into_iter().flatten();
                let known = told.days.contains(&day)
                    || own.map(Date::first_day).any(|own| own == day)
                    || material.days_of_events((day.month(), day.day())).contains(&day)
                    || material.days_of_spells().contains(&day)
                    || others().flat_map(|text| text.reading.days()).any(|own| own.whole() == Some(day));
                (!known).then(|| (mention.range.clone(), Value::Date(Date::day(*meant))))
            })
        };
        let (range, meant) = figure().or_else(day)?;
        let said = note.part(&range);
        let title = message!(findings::source_note_said, said = said.clone());
        let detail = message!(
            findings::source_note_said_other,
            said = said,
            publisher = &source.publisher,
            meant = meant,
            note = note.text.to_owned()
        );
        Some(of_source(source, Outcome::Warn, title, detail))
    }
}

/// Whether a day is another but for the month, or for the year before or after: a year of more is that of an anniversary.
fn is_slip_of_day(day: civil::Date, other: civil::Date) -> bool {
    let years = (day.year() - other.year()).abs();
    let (same_month, same_day) = (day.month() == other.month(), day.day() == other.day());
    same_day && (years == 0 && !same_month || years == 1 && same_month)
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::found_after;

    fn note(key: &str, text: &str) -> Vec<String> {
        found_after(CHECKS, |briefing| {
            let source = briefing.sources.sources.iter_mut().find(|source| source.id.as_str() == key);
            source.expect(key).note = Some(text.to_owned());
        })
    }

    #[test]
    fn a_note_has_the_figures_that_were_read() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        for (key, wrong) in [
            ("moscowtimes-20260114", "Prints the total as 282.1."),
            ("moscowtimes-20260114", "Печатает итог как 282,1 млрд долларов."),
            ("moscowtimes-20220908", "The 68 % is a figure of others."),
            ("moscowtimes-20220908", "Die 87 % sind von anderen."),
        ] {
            assert_eq!(note(key, wrong), ["Warn source-note-said"], "{wrong}");
        }
        for (key, right) in [
            ("moscowtimes-20260114", "Prints the total as 228.1."),
            ("moscowtimes-20260114", "Prints the total as 282.1; it was 228.1."),
            ("moscowtimes-20260114", "Prints that of the year before as 244.8."),
            ("moscowtimes-20260114", "Read 21 times; 12 pages."),
            ("moscowtimes-20220908", "The 78 % is a figure of others."),
            ("moscowtimes-20220908", "The 77 % is of another month."),
            ("moscowtimes-20220908", "Of all, 35 % went by sea."),
        ] {
            assert_eq!(note(key, right), [""; 0], "{right}");
        }
    }

    #[test]
    fn a_note_has_the_days_that_were_read() {
        for (key, wrong) in [
            ("article", "It follows a report of 13 July 2024."),
            ("article", "Он следует сообщению от 13 июня 2025 года."),
            ("gyaankosh-belarus", "Dates it 8 September 2024."),
        ] {
            assert_eq!(note(key, wrong), ["Warn source-note-said"], "{wrong}");
        }
        for (key, right) in [
            ("article", "It follows a report of 13 July 2025."),
            ("article", "It follows a report of 14 July 2025, read on 16 July 2025."),
            ("article", "Twenty years after 15 July 2005."),
            ("gyaankosh-belarus", "Dates it 8 August 2024, not 8 September 2024."),
            ("economy-gov-az-22940", "Updated on 29 October 2018."),
        ] {
            assert_eq!(note(key, right), [""; 0], "{right}");
        }
    }
}
