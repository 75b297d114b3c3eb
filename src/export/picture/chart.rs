//! The chart of a view of the trade as a picture: its drawing, with what a reader has to know to read it.

use super::page::{CAPTION, MARGIN, Page, ROOM};
use super::{Look, Picture};
use crate::analysis::trade::{Figures, Layer, TradeView, basis, sentence};
use crate::briefing::{Briefing, Citation, Series};
use crate::drawing::chart::{self, Chart, Charted, Frame, draw_event};
use crate::drawing::{Ink, marks};
use crate::export::provenance::Fact;
use crate::export::stamp::Stamp;
use crate::export::trade::provenance;
use crate::words::Words;
use crate::{label, message};

/// Room for the scale at the left.
const AXIS: f32 = 92.0;
/// The height of the plot.
const PLOT: f32 = 300.0;
/// As many claims are written out, and as many events.
const MOST: usize = 12;
/// Left of what is written beside a mark.
const INDENT: f32 = 26.0;

/// The chart of a view as a picture. `figures` are those of the series.
pub fn chart(
    briefing: &Briefing,
    series: &Series,
    figures: &Figures,
    view: &TradeView,
    look: Look,
    made: Stamp,
    words: &Words,
) -> Picture {
    let title = title(briefing, series, view, words);
    let mut page = Page::new(look.theme, words);
    page.heading(&title, &words.say(&view.lead(series)), &[counted(briefing, series, view, words)]);
    let charted = Charted { briefing, series, figures, view, look: look.chart };
    let frame = Frame { width: ROOM - AXIS, axis: AXIS, plot: PLOT, years: true, pixels: 1.0 };
    let chart = (!view.columns.is_empty()).then(|| chart::chart(charted, frame, &mut page.measure, words));
    if let Some(chart) = &chart {
        page.place(chart.clone().whole());
    } else {
        page.paragraph(&words.say(&message!(trade::nothing_to_plot)), CAPTION, Ink::Secondary, 2);
    }
    page.y += 6.0;
    let mut provenance = provenance(briefing, series, view, made, words);
    if let Some(chart) = &chart {
        page.paragraph(&chart.marks, CAPTION, Ink::Secondary, 4);
        page.y += 6.0;
        write_events(&mut page, chart, words);
        write_claims(&mut page, briefing, chart, words);
    }
    provenance.cite(briefing, chart.iter().flat_map(|chart| cited(briefing, view, chart)));
    let (key, kind) = ("chart", look.chart.kind.key().to_owned());
    provenance.facts.push(Fact { key, name: label!(trade_table::fact_chart), value: kind });
    let alt = words.say(&sentence(briefing, series, view));
    page.finish(briefing, "chart", title, alt, &provenance)
}

fn title(briefing: &Briefing, series: &Series, view: &TradeView, words: &Words) -> String {
    let subject = &briefing.subject_of(series);
    let Some((first, last)) = view.ends() else { return subject.clone() };
    let (first, last) = (words.period(first), words.period(last));
    words.say(&if first == last {
        message!(picture::title_year, subject = subject, year = first)
    } else {
        message!(picture::title_years, subject = subject, first = first, last = last)
    })
}

/// Who counted and how, as far as the layer has it, and what the layer is.
fn counted(briefing: &Briefing, series: &Series, view: &TradeView, words: &Words) -> String {
    let (layer, called) = (view.query.layer, &briefing.called());
    let shown = match layer {
        Layer::Document => message!(picture::layer_document, called = called),
        Layer::All => message!(picture::layer_all, called = called),
    };
    // Without a document there is nothing that context would be told from.
    let shown = briefing.document_source().map(|_| shown);
    words.sentences(&basis::counted(series, layer).into_iter().chain(shown).collect::<Vec<_>>())
}

/// Where what is drawn is read, and the events and the claims.
fn cited<'a>(briefing: &'a Briefing, view: &'a TradeView, chart: &'a Chart) -> impl Iterator<Item = &'a Citation> {
    // Where the split is not known, the total stands for it.
    let of_points = view.drawn().iter().chain(view.whole()).flat_map(|line| {
        line.points.iter().flatten().chain(line.parts.iter().map(|part| &part.point)).flat_map(|point| &point.citations)
    });
    let of_notes = chart.notes.iter().flat_map(|note| &note.citations);
    let of_claims = chart.claims.iter().filter_map(|(key, _)| briefing.claim(key)).flat_map(|claim| &claim.citations);
    of_points.chain(of_notes).chain(of_claims)
}

/// The events in words.
fn write_events(page: &mut Page, chart: &Chart, words: &Words) {
    for note in chart.notes.iter().take(MOST) {
        draw_event(&mut page.shapes, [MARGIN + 9.0, page.y + 10.0], note.number);
        write_beside_mark(page, &words.say(&message!(picture::event, on = note.on, event = &note.label)));
    }
    if chart.notes.len() > MOST {
        let rest = words.say(&message!(picture::more_events, count = chart.notes.len() - MOST));
        page.indented(INDENT, &rest, CAPTION, Ink::Muted, 1);
    }
}

/// The claims in words, each with the years it speaks of.
fn write_claims(page: &mut Page, briefing: &Briefing, chart: &Chart, words: &Words) {
    for (key, years) in chart.claims.iter().take(MOST) {
        let Some(claim) = briefing.claim(key) else { continue };
        marks::verdict(&mut page.shapes, claim.verdict, [MARGIN + 9.0, page.y + 10.0], 16.0);
        let years = all_of(years.iter().map(|period| words.period(*period)).collect(), words);
        let (verdict, said) = (claim.verdict.name(), &claim.statement);
        write_beside_mark(page, &words.say(&message!(picture::claim, verdict = verdict, years = years, claim = said)));
    }
    if chart.claims.len() > MOST {
        let rest = words.say(&message!(picture::more_claims, count = chart.claims.len() - MOST));
        page.indented(INDENT, &rest, CAPTION, Ink::Muted, 1);
    }
}

/// One after the other: `Q1 2023, Q2 2023 and Q4 2024`.
fn all_of(mut texts: Vec<String>, words: &Words) -> String {
    match texts.pop() {
        Some(last) if !texts.is_empty() => words.say(&message!(picture::and, first = words.list(texts), second = last)),
        last => last.unwrap_or_default(),
    }
}

fn write_beside_mark(page: &mut Page, text: &str) {
    page.y += 1.0;
    page.indented(INDENT, text, CAPTION, Ink::Secondary, 2);
    page.y += 3.0;
}

#[cfg(test)]
mod tests {
    use super::all_of;
    use crate::words::Words;

    #[test]
    fn of_many_periods_only_the_last_is_joined_by_a_word() {
        let all = |texts: &[&str]| all_of(texts.iter().map(|text| (*text).to_owned()).collect(), &Words::english());
        assert_eq!(all(&[]), "");
        assert_eq!(all(&["2021"]), "2021");
        assert_eq!(all(&["2021", "2024"]), "2021 and 2024");
        assert_eq!(all(&["Q1 2023", "Q2 2023", "Q4 2024"]), "Q1 2023, Q2 2023 and Q4 2024");
    }
}
