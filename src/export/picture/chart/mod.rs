//! The chart of a view of the trade: one column for each year, with what a reader has to know to read it.

mod bars;
pub(super) mod canvas;
mod curves;
mod lines;
mod notes;
mod plan;

use self::canvas::{Ground, Spot, color, put};
use self::plan::{Plan, level};
use super::page::{CAPTION, Page, STRONG};
use super::svg::{Fill, Pen};
use super::{Look, Picture};
use crate::analysis::trade::fine::fine;
use crate::analysis::trade::{self, ChartKind, Figures, Layer, Line, TradeView, sentence};
use crate::briefing::{Briefing, Citation, Series};
use crate::drawing::{Area, Labels, Measure as _};
use crate::export::stamp::Stamp;
use crate::export::trade::provenance;
use crate::words::Words;

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
    let plan = Plan::new(briefing, series, figures, view, look.chart);
    let months = fine(briefing, series, view.query.layer);
    let title = title(briefing, view);
    let mut page = Page::new(look.theme);
    page.heading(
        &title,
        &words.say(&(view.query.measure.lead)(series, view.drawn())),
        &[basis(briefing, series, view)],
    );
    if !view.columns.is_empty() {
        columns(&mut page, &plan);
    } else if months.is_none() {
        let why = "This series has no figure for a whole year, so there is nothing to plot.";
        page.paragraph(why, CAPTION, page.palette.ink2, 2);
    }
    if let Some(months) = &months {
        curves::fine(&mut page, series, months, (view.query.from, view.query.to));
    }
    page.y += 6.0;
    let marks = if plan.curves {
        "A line runs through years that follow each other; they are too many for a mark each.".to_owned()
    } else {
        words.sentences(&trade::chart::marks(&briefing.document.called, view, plan.kind))
    };
    let ink = page.palette.ink2;
    page.paragraph(&marks, CAPTION, ink, 4);
    page.y += 6.0;
    notes::in_words(&mut page, &plan);

    let mut provenance = provenance(briefing, series, view, made, &words);
    let range = (view.query.from, view.query.to);
    let of_months = months.iter().flat_map(|months| months.citations(series, range));
    provenance.cite(briefing, cited(&plan).chain(of_months));
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

/// Where what is drawn is read, and the events.
fn cited<'a>(plan: &'a Plan<'_>) -> impl Iterator<Item = &'a Citation> {
    let view = plan.view;
    // Where the split is not known, the total stands for it.
    let total = view.whole();
    let points = |line: &'a Line| line.points.iter().flatten().chain(line.parts.iter().map(|part| &part.point));
    let of_points = view.drawn().iter().chain(total).flat_map(points).flat_map(|point| &point.citations);
    let of_claims = plan.claims.values().flatten().filter_map(|key| plan.briefing.claim(key));
    let of_notes = plan.notes.iter().flat_map(|note| &note.citations);
    of_points.chain(of_notes).chain(of_claims.flat_map(|claim| &claim.citations))
}

/// The plot with everything on it, and the years under it.
fn columns(page: &mut Page, plan: &Plan<'_>) {
    let p = page.palette;
    let (strips, bottom) = plan.strips(page.y);
    let plot = strips.plot;
    let zero = level(plan.scale, plot, 0.0);
    let unit = plan
        .view
        .drawn()
        .first()
        .map_or_else(String::new, |line| Words::english().say(&line.row.quantity.unit(&plan.series.unit)));
    curves::grid(page, plot, plan.scale, &unit);
    notes::stems(page, plan, &strips);
    let mut labels = Labels::within(Area { top: plot.top - 4.0, bottom: plot.bottom + 4.0, ..plot });
    if plan.curves {
        curves::years(page, plan, plot);
    } else {
        notes::forecast(page, plan, plot, &mut labels);
        match plan.kind {
            ChartKind::Bars | ChartKind::Stacked => bars::draw(page, plan, plot, &mut labels),
            ChartKind::Lines => lines::draw(page, plan, plot, &mut labels),
        }
    }
    page.svg.line([[plot.left, zero], [plot.right, zero]], Pen::solid(p.rule, 1.0));
    if plan.view.drawn().len() > 1 {
        key(page, plan, strips.key);
    }
    notes::bracket(page, plan, &strips);
    notes::numbers(page, plan, strips.events);
    years(page, plan, plot);
    page.y = bottom + 24.0;
    if !plan.claims.is_empty() {
        notes::verdicts(page, plan, plot, page.y + 9.0);
        page.y += 24.0;
    }
}

/// The years under their columns, as many as there is room for; semibold where the document prints a value.
fn years(page: &mut Page, plan: &Plan<'_>, plot: Area) {
    /// Room for a year and the space after it.
    const ROOM: f32 = 40.0;
    let each = round((ROOM / plan.slot(plot)).ceil() as u16);
    let named = |(column, year): &(usize, &i16)| {
        // In the order of time the round years are named, in another the columns at even steps.
        let place = if plan.view.in_time() { usize::from(year.unsigned_abs()) } else { *column };
        place.is_multiple_of(each.into())
    };
    for (column, year) in plan.view.columns.iter().enumerate().filter(named) {
        let (face, ink) =
            if plan.is_printed(column) { (STRONG, page.palette.ink) } else { (CAPTION, page.palette.ink2) };
        let (text, at) = (year.to_string(), Spot::below(plan.middle(plot, column), plot.bottom + 6.0));
        let width = page.measure.width(&text, face);
        put(page, at, &text, width, (face, ink), Ground::None);
    }
}

/// The next of 1, 2 and 5, their tens and their hundreds.
fn round(step: u16) -> u16 {
    [1, 2, 5, 10, 20, 50, 100, 200, 500].into_iter().find(|round| *round >= step).unwrap_or(1000)
}

/// Names the colours of two series above the plot.
fn key(page: &mut Page, plan: &Plan<'_>, strip: Area) {
    let p = page.palette;
    let (mut left, y) = (strip.left, strip.top + 8.0);
    let room = (strip.right - strip.left) / plan.view.drawn().len() as f32 - 40.0;
    for (number, line) in plan.view.drawn().iter().enumerate() {
        let ink = color(line.row.flow, p);
        let swatch = Area { left, top: y - 5.0, right: left + 14.0, bottom: y + 5.0 };
        match plan.kind {
            _ if line.row.is_tick() => bars::tick(page, left + 7.0, 7.0, y),
            ChartKind::Lines => page.svg.line([[left, y], [left + 18.0, y]], lines::pen(number, ink)),
            ChartKind::Bars | ChartKind::Stacked => {
                page.svg.rect(Area { right: left + 7.0, ..swatch }, Some(Fill::Flat(ink)), None);
                let fill = bars::hatched(page, ink);
                page.svg.rect(swatch, Some(fill), Some(Pen::solid(ink, 1.0)));
            }
        }
        let name = page.measure.fit(&Words::english().value(&line.name), CAPTION, room);
        let width = page.measure.width(&name, CAPTION);
        put(page, Spot::right(left + 24.0, y), &name, width, (CAPTION, p.ink), Ground::None);
        left += width + 46.0;
    }
}
