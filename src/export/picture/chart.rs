//! The chart of a view of the trade as a picture: its drawing, with what a reader has to know to read it.

use std::sync::Arc;

use super::page::{CAPTION, MARGIN, Page, ROOM, STRONG};
use super::{Look, Picture};
use crate::analysis::trade::fine::{Fine, fine};
use crate::analysis::trade::{Figures, Layer, TradeView, sentence};
use crate::briefing::{Briefing, Citation, PeriodKind, Series};
use crate::drawing::chart::{self, Chart, Charted, Frame, draw_event};
use crate::drawing::{Ink, marks};
use crate::export::provenance::Fact;
use crate::export::stamp::Stamp;
use crate::export::trade::provenance;
use crate::words::Words;
use crate::{label, message};

/// Room for the scale at the left.
const AXIS: f32 = 92.0;
/// The height of the plot of the years, and of that of months or days.
const PLOT: f32 = 300.0;
const FINE: f32 = 220.0;
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
    let months = fine(briefing, series, view.query.layer);
    let range = (view.query.from, view.query.to);
    let title = title(briefing, view, words);
    let mut page = Page::new(look.theme, words);
    page.heading(
        &title,
        &words.say(&(view.query.measure.lead)(series, view.drawn())),
        &[basis(briefing, series, view, words)],
    );
    let charted = Charted { briefing, series, figures, view, look: look.chart };
    let frame = Frame { width: ROOM - AXIS, axis: AXIS, plot: PLOT, years: true, pixels: 1.0 };
    let chart = (!view.columns.is_empty()).then(|| chart::chart(charted, frame, &mut page.measure, words));
    if let Some(chart) = &chart {
        page.place(chart.clone().whole());
    } else if months.is_none() {
        page.paragraph(&words.say(&message!(trade::nothing_to_plot)), CAPTION, Ink::Secondary, 2);
    }
    if let Some(months) = &months {
        draw_fine(&mut page, series, months, range, words);
    }
    page.y += 6.0;
    let mut provenance = provenance(briefing, series, view, made, words);
    if let Some(chart) = &chart {
        page.paragraph(&chart.marks, CAPTION, Ink::Secondary, 4);
        page.y += 6.0;
        write_events(&mut page, chart, words);
        write_claims(&mut page, briefing, chart, words);
    }
    let of_chart = chart.iter().flat_map(|chart| cited(briefing, view, chart));
    let of_months = months.iter().flat_map(|months| months.citations(series, range));
    provenance.cite(briefing, of_chart.chain(of_months));
    let (key, kind) = ("chart", look.chart.kind.key().to_owned());
    provenance.facts.push(Fact { key, name: label!(trade_table::fact_chart), value: kind });
    let alt = words.say(&sentence(briefing, series, view));
    page.finish(briefing, "chart", title, alt, &provenance)
}

fn title(briefing: &Briefing, view: &TradeView, words: &Words) -> String {
    let subject = &briefing.trade.subject;
    let (Some(first), Some(last)) = (view.columns.iter().min(), view.columns.iter().max()) else {
        return subject.clone();
    };
    let (first, last) = (words.year(*first), words.year(*last));
    words.say(&if first == last {
        message!(picture::title_year, subject = subject, year = first)
    } else {
        message!(picture::title_years, subject = subject, first = first, last = last)
    })
}

fn basis(briefing: &Briefing, series: &Series, view: &TradeView, words: &Words) -> String {
    let (reporter, valuation, called) = (&series.reporter, &series.valuation, &briefing.document.called);
    words.say(&match view.query.layer {
        Layer::Document => {
            message!(picture::basis_document, reporter = reporter, valuation = valuation, called = called)
        }
        Layer::All => message!(picture::basis_all, reporter = reporter, valuation = valuation, called = called),
    })
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

/// The months or days within the range of years, in a plot of their own.
fn draw_fine(page: &mut Page, series: &Series, months: &Fine, range: (Option<i16>, Option<i16>), words: &Words) {
    let size = (ROOM, AXIS, FINE);
    let Some(curve) = chart::fine((series, months), range, size, 1.0, &mut page.measure, words) else { return };
    page.y += 8.0;
    let title = if months.kind == PeriodKind::Day { message!(trade::by_day) } else { message!(trade::by_month) };
    page.paragraph(&words.say(&title), STRONG, Ink::Text, 1);
    page.place(Arc::unwrap_or_clone(curve.drawing));
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
        let and = |first: String, second: String| words.say(&message!(picture::and, first = first, second = second));
        let years = years.iter().map(|year| words.year(*year)).reduce(and).unwrap_or_default();
        let (verdict, said) = (claim.verdict.name(), &claim.statement);
        write_beside_mark(page, &words.say(&message!(picture::claim, verdict = verdict, years = years, claim = said)));
    }
    if chart.claims.len() > MOST {
        let rest = words.say(&message!(picture::more_claims, count = chart.claims.len() - MOST));
        page.indented(INDENT, &rest, CAPTION, Ink::Muted, 1);
    }
}

fn write_beside_mark(page: &mut Page, text: &str) {
    page.y += 1.0;
    page.indented(INDENT, text, CAPTION, Ink::Secondary, 2);
    page.y += 3.0;
}
