//! What is written onto a chart: events, growth between two years, the level a forecast is held against, the claims that
//! rest on its figures; and under it what they say.

use super::canvas::{Ground, Spot, label, put};
use super::plan::{Plan, Strips, level};
use crate::analysis::format;
use crate::analysis::trade::Note;
use crate::analysis::trade::chart::{self, span_text};
use crate::briefing::{Claim, Precision};
use crate::drawing::{Anchor, Area, Face, Labels, Measure as _, marks};
use crate::export::picture::page::{CAPTION, Page, STRONG};
use crate::export::picture::svg::Pen;
use crate::words::Words;

/// The size of an event's number and of a claim's mark.
const MARK: f32 = 18.0;
/// Where the middle of an event's number stands, from the top of the strip.
const MIDDLE: f32 = 10.0;
/// The face of an event's number.
const NUMBER: Face = Face { size: 11.0, strong: false, mono: false };
/// As many claims are written out, and as many events.
const MOST: usize = 12;

/// Where the events stand, none nearer to the next than its own width.
fn places<'a>(plan: &'a Plan<'_>, strip: Area) -> Vec<(f32, &'a Note)> {
    let mut left = strip.left;
    let mut places = Vec::new();
    for note in &plan.notes {
        let Some(column) = plan.view.column(note.on.first_day().year()) else { continue };
        let x = plan.slot(strip).mul_add(column as f32 + note.through_year, strip.left).max(left + MARK / 2.0);
        left = x + MARK / 2.0 + 2.0;
        places.push((x, note));
    }
    places
}

/// A line down through the plot where an event is known to the month or the day.
pub fn stems(page: &mut Page, plan: &Plan<'_>, strips: &Strips) {
    let pen = Pen::dashed(page.palette.accent, 1.0, 2.0, 4.0);
    for (x, note) in places(plan, strips.events) {
        let to = if note.on.precision() == Precision::Year { strips.events.bottom } else { strips.plot.bottom };
        page.svg.line([[x, strips.events.top + MIDDLE], [x, to]], pen);
    }
}

/// The numbers of the events.
pub fn numbers(page: &mut Page, plan: &Plan<'_>, strip: Area) {
    let p = page.palette;
    for (x, note) in places(plan, strip) {
        number(page, [x, strip.top + MIDDLE], note.number);
    }
    if !plan.notes.is_empty() {
        let width = page.measure.width("Events", CAPTION);
        let spot = Spot::left(strip.left - 8.0, strip.top + MIDDLE);
        put(page, spot, "Events", width, (CAPTION, p.muted), Ground::None);
    }
}

fn number(page: &mut Page, [x, y]: [f32; 2], number: usize) {
    let p = page.palette;
    page.svg.circle([x, y], MARK / 2.0 - 1.0, Some(p.paper), Some(Pen::solid(p.accent, 1.0)));
    page.svg.text([x, y + 4.0], Anchor::Middle, NUMBER, p.accent, &number.to_string());
}

/// A bracket from one year's mark to the other's, with the growth between them.
pub fn bracket(page: &mut Page, plan: &Plan<'_>, strips: &Strips) {
    let Some(span) = &plan.span else { return };
    let (Some(from), Some(to)) = (plan.view.column(span.from.year), plan.view.column(span.to.year)) else { return };
    let p = page.palette;
    let (strip, plot) = (strips.bracket, strips.plot);
    let y = strip.bottom - 8.0;
    let foot = |column: usize| {
        let point = plan.view.drawn().first().and_then(|line| line.point(column));
        let top = point.map_or(plot.bottom, |point| plan.y(plot, point.value).min(level(plan.scale, plot, 0.0)));
        [plan.middle(plot, column), (top - 18.0).max(y)]
    };
    let (left, right) = (foot(from), foot(to));
    page.svg.polyline(&[left, [left[0], y], [right[0], y], right], Pen::solid(p.accent, 1.0));
    let Some(text) = span_text(span).map(|text| Words::english().say(&text)) else { return };
    let width = page.measure.width(&text, STRONG);
    let half = width / 2.0 + 4.0;
    let middle = f32::midpoint(left[0], right[0]).clamp(strip.left + half, (strip.right - half).max(strip.left + half));
    put(page, Spot::below(middle, y - 6.5), &text, width, (STRONG, p.accent), Ground::Flat(p.paper));
}

/// The last total that the document prints, drawn on to the year whose outcome its forecast is held against.
pub fn forecast(page: &mut Page, plan: &Plan<'_>, plot: Area, labels: &mut Labels) {
    let Some(level) = chart::level(plan.view, plan.headline.as_ref(), &plan.forecasts) else { return };
    let p = page.palette;
    let (y, half) = (plan.y(plot, level.point.value), plan.slot(plot) / 2.0);
    let (left, right) = (plan.middle(plot, level.from) + 24.0_f32.min(half), plan.middle(plot, level.to) + half);
    page.svg.line([[left, y], [right, y]], Pen::dashed(p.accent, 1.0, 3.0, 3.0));
    let start = right - 2.0 * half + 2.0;
    let text = format!("{}\u{2019}s level", level.year);
    // Raised by half a letter, so that it stands on its line.
    let spots = [Spot::right(start, y - 8.0), Spot::left(right, y - 8.0)];
    label(page, labels, &[text], (CAPTION, p.accent), Ground::Flat(p.paper), plot.right - plot.left, &spots);
}

/// The verdicts of the claims that rest on a year's figures, in a strip under the years.
pub fn verdicts(page: &mut Page, plan: &Plan<'_>, plot: Area, y: f32) {
    let slot = plan.slot(plot);
    for (column, year) in plan.view.columns.iter().enumerate() {
        let Some(keys) = plan.claims.get(year) else { continue };
        let step = (slot / keys.len() as f32).min(MARK + 4.0);
        // In a narrow column only the worst is seen; all of them are written out below.
        let claims = keys.iter().filter_map(|key| plan.briefing.claim(key));
        let claims: Vec<&Claim> = claims.take(if step < MARK { 1 } else { keys.len() }).collect();
        let left = step.mul_add((1.0 - claims.len() as f32) / 2.0, plan.middle(plot, column));
        for (number, claim) in claims.iter().enumerate() {
            page.draw(|shapes| marks::verdict(shapes, claim.verdict, [step.mul_add(number as f32, left), y], 16.0));
        }
    }
    let width = page.measure.width("Claims", CAPTION);
    put(page, Spot::left(plot.left - 8.0, y), "Claims", width, (CAPTION, page.palette.muted), Ground::None);
}

/// The events and the claims in words.
pub fn in_words(page: &mut Page, plan: &Plan<'_>) {
    let p = page.palette;
    for note in plan.notes.iter().take(MOST) {
        number(page, [crate::export::picture::page::MARGIN + 9.0, page.y + 10.0], note.number);
        page.y += 1.0;
        let text = format!("{}: {}", format::date(note.on), note.label);
        page.indented(26.0, &text, CAPTION, p.ink2, 2);
        page.y += 3.0;
    }
    rest(page, plan.notes.len(), "event", "events");
    let mut said: Vec<&Claim> = Vec::new();
    for claim in plan.claims.values().flatten().filter_map(|key| plan.briefing.claim(key)) {
        if !said.iter().any(|other| other.id == claim.id) {
            said.push(claim);
        }
    }
    for claim in said.iter().take(MOST) {
        let at = [crate::export::picture::page::MARGIN + 9.0, page.y + 10.0];
        page.draw(|shapes| marks::verdict(shapes, claim.verdict, at, 16.0));
        page.y += 1.0;
        let of_claim = |(year, keys): (&i16, &Vec<_>)| keys.contains(&claim.id).then(|| year.to_string());
        let years: Vec<String> = plan.claims.iter().filter_map(of_claim).collect();
        let text = format!("{}, on {}: {}", claim.verdict.label(), years.join(" and "), claim.statement);
        page.indented(26.0, &text, CAPTION, p.ink2, 2);
        page.y += 3.0;
    }
    rest(page, said.len(), "claim", "claims");
}

fn rest(page: &mut Page, all: usize, one: &str, several: &str) {
    if all > MOST {
        let text = format!("and {} more", format::count(all - MOST, one, several));
        page.indented(26.0, &text, CAPTION, page.palette.muted, 1);
    }
}
