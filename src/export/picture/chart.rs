//! The chart of a view of the trade as a picture: its drawing, with what a reader has to know to read it.

use super::page::{CAPTION, MARGIN, Page, ROOM, STRONG};
use super::{Look, Picture};
use crate::analysis::trade::fine::{Fine, fine};
use crate::analysis::trade::{Figures, Layer, TradeView, sentence};
use crate::briefing::{Briefing, Citation, PeriodKind, Series};
use crate::drawing::chart::{self, Chart, Charted, Frame, draw_event};
use crate::drawing::marks;
use crate::export::stamp::Stamp;
use crate::export::trade::provenance;
use crate::words::Words;

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
) -> Picture {
    let words = Words::english();
    let months = fine(briefing, series, view.query.layer);
    let range = (view.query.from, view.query.to);
    let title = title(briefing, view);
    let mut page = Page::new(look.theme);
    page.heading(
        &title,
        &words.say(&(view.query.measure.lead)(series, view.drawn())),
        &[basis(briefing, series, view)],
    );
    let charted = Charted { briefing, series, figures, view, look: look.chart };
    let frame = Frame { width: ROOM - AXIS, axis: AXIS, plot: PLOT, years: true, pixels: 1.0 };
    let chart = (!view.columns.is_empty()).then(|| chart::chart(charted, frame, &mut page.measure, &words));
    if let Some(chart) = &chart {
        page.place(&chart.clone().whole());
    } else if months.is_none() {
        let why = "This series has no figure for a whole year, so there is nothing to plot.";
        page.paragraph(why, CAPTION, page.palette.ink2, 2);
    }
    if let Some(months) = &months {
        draw_fine(&mut page, series, months, range, &words);
    }
    page.y += 6.0;
    let mut provenance = provenance(briefing, series, view, made, &words);
    if let Some(chart) = &chart {
        let ink = page.palette.ink2;
        page.paragraph(&chart.marks, CAPTION, ink, 4);
        page.y += 6.0;
        write_events(&mut page, chart, &words);
        write_claims(&mut page, briefing, chart, &words);
    }
    let of_chart = chart.iter().flat_map(|chart| cited(briefing, view, chart));
    let of_months = months.iter().flat_map(|months| months.citations(series, range));
    provenance.cite(briefing, of_chart.chain(of_months));
    provenance.facts.push(("chart", look.chart.kind.key().to_owned()));
    let alt = words.say(&sentence(briefing, series, view));
    page.finish(briefing, "chart", title, alt, &provenance)
}

fn title(briefing: &Briefing, view: &TradeView) -> String {
    let subject = &briefing.trade.subject;
    match (view.columns.iter().min(), view.columns.iter().max()) {
        (Some(first), Some(last)) if first == last => format!("{subject}, {first}"),
        (Some(first), Some(last)) => format!("{subject}, {first} to {last}"),
        _ => subject.clone(),
    }
}

fn basis(briefing: &Briefing, series: &Series, view: &TradeView) -> String {
    let layer = match view.query.layer {
        Layer::Document => format!("Only what the {} prints.", briefing.document.called),
        Layer::All => format!("What the {} prints, and context from other sources.", briefing.document.called),
    };
    format!("Counted by {}; {}. {layer}", series.reporter, series.valuation)
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
    let title = if months.kind == PeriodKind::Day { "By day" } else { "By month" };
    page.paragraph(title, STRONG, page.palette.ink, 1);
    page.place(&curve.drawing);
}

/// The events in words.
fn write_events(page: &mut Page, chart: &Chart, words: &Words) {
    for note in chart.notes.iter().take(MOST) {
        let at = [MARGIN + 9.0, page.y + 10.0];
        page.draw(|shapes| draw_event(shapes, at, note.number));
        let text = format!("{}: {}", words.date(note.on), note.label);
        write_beside_mark(page, &text);
    }
    rest(page, chart.notes.len(), "event", "events", words);
}

/// The claims in words, each with the years it speaks of.
fn write_claims(page: &mut Page, briefing: &Briefing, chart: &Chart, words: &Words) {
    for (key, years) in chart.claims.iter().take(MOST) {
        let Some(claim) = briefing.claim(key) else { continue };
        let at = [MARGIN + 9.0, page.y + 10.0];
        page.draw(|shapes| marks::verdict(shapes, claim.verdict, at, 16.0));
        let years: Vec<String> = years.iter().map(|year| words.year(*year)).collect();
        let text = format!("{}, on {}: {}", claim.verdict.label(), years.join(" and "), claim.statement);
        write_beside_mark(page, &text);
    }
    rest(page, chart.claims.len(), "claim", "claims", words);
}

fn write_beside_mark(page: &mut Page, text: &str) {
    page.y += 1.0;
    let ink = page.palette.ink2;
    page.indented(INDENT, text, CAPTION, ink, 2);
    page.y += 3.0;
}

fn rest(page: &mut Page, all: usize, one: &str, several: &str, words: &Words) {
    if all > MOST {
        let count = all - MOST;
        let text = format!("and {}\u{a0}{} more", words.count(count as u64), if count == 1 { one } else { several });
        page.indented(INDENT, &text, CAPTION, page.palette.muted, 1);
    }
}
