//! What is written onto a chart: events, growth between two periods, the level a forecast is held against, and the claims
//! that rest on its figures.

use super::axis::MIDDLE;
use super::plan::Plan;
use super::sheet::{Sheet, Spot};
use crate::analysis::trade::Note;
use crate::analysis::trade::chart::{level, span_text};
use crate::briefing::{Claim, Precision};
use crate::drawing::{Anchor, Area, Face, Ink, Part, PartKey, Pen, Shapes, Text, marks};
use crate::message;

/// The size of an event's number and of a claim's mark.
const MARK: f32 = 18.0;
/// The face of an event's number.
const NUMBER: Face = Face { size: 11.0, strong: false, mono: false };

/// Where the events stand, none nearer to the next than its own width, and all within the strip. Those for which there is
/// no room stand beside the chart alone.
fn places<'a>(plan: &'a Plan<'_>) -> Vec<(f32, &'a Note)> {
    const STEP: f32 = MARK + 2.0;
    let strip = plan.strips.events;
    let mut left = strip.left;
    let place = |note: &'a Note| {
        let (column, through) = note.place(&plan.view.columns)?;
        Some((plan.slot() * (column as f32 + through), note))
    };
    let mut places: Vec<(f32, &Note)> =
        plan.notes.iter().take((strip.width() / STEP) as usize).filter_map(place).collect();
    // Columns need not stand in the order of time.
    places.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    for (x, _) in &mut places {
        *x = x.max(left + MARK / 2.0);
        left = *x + STEP - MARK / 2.0;
    }
    let mut right = strip.right;
    for (x, _) in places.iter_mut().rev() {
        *x = x.min(right - MARK / 2.0);
        right = *x - STEP + MARK / 2.0;
    }
    places
}

/// A line down through the plot where an event is known to the month or the day.
pub fn stems(sheet: &mut Sheet<'_>, plan: &Plan<'_>) {
    let (events, plot) = (plan.strips.events, plan.strips.plot);
    for (x, note) in places(plan) {
        let to = if note.on.precision() == Precision::Year { events.bottom } else { plot.bottom };
        sheet.shapes.line([[x, events.top + MIDDLE], [x, to]], Pen::dashed(Ink::Accent, 1.0, 2.0, 4.0));
    }
}

/// The numbers of the events.
pub fn numbers(sheet: &mut Sheet<'_>, plan: &Plan<'_>) {
    for (x, note) in places(plan) {
        let at = [x, plan.strips.events.top + MIDDLE];
        event(&mut sheet.shapes, at, note.number);
        let said = message!(chart::event, number = note.number, on = note.on, event = &note.label);
        let area = Area::around(at, [MARK, MARK]);
        sheet.parts.push(Part { key: PartKey::Event(note.number), area, name: sheet.words.say(&said) });
    }
}

/// The number of an event, around a point.
pub fn event(shapes: &mut Shapes, [x, y]: [f32; 2], number: usize) {
    shapes.circle([x, y], MARK / 2.0 - 1.0, Some(Ink::Paper), Some(Pen::solid(Ink::Accent, 1.0)));
    shapes.text(Text::new([x, y + 4.0], Anchor::Middle, NUMBER, Ink::Accent, &number.to_string()));
}

/// A bracket from one column's mark to the other's, with the growth between them.
pub fn bracket(sheet: &mut Sheet<'_>, plan: &Plan<'_>) {
    let Some(span) = &plan.span else { return };
    let (Some(from), Some(to)) = (plan.view.column(span.from.period), plan.view.column(span.to.period)) else { return };
    let strip = plan.strips.bracket;
    let y = strip.bottom - 8.0;
    let foot = |column: usize| {
        let point = plan.view.drawn().first().and_then(|line| line.point(column));
        let top = point.map_or(plan.strips.plot.bottom, |point| plan.y(point.value).min(plan.level(0.0)));
        [plan.middle(column), (top - 18.0).max(y)]
    };
    let (left, right) = (foot(from), foot(to));
    sheet.shapes.line([left, [left[0], y], [right[0], y], right], Pen::solid(Ink::Accent, 1.0));
    let Some(text) = span_text(span).map(|text| sheet.words.say(&text)) else { return };
    let text = sheet.measure.fit(&text, Face::STRONG, strip.width() - 8.0);
    let half = sheet.measure.width(&text, Face::STRONG) / 2.0 + 4.0;
    let most = (strip.right - half).max(strip.left + half);
    // Over the middle, but within reach of the newer end, where a chart that scrolls opens.
    let middle = f32::midpoint(left[0], right[0]).max(right[0] - half).clamp(strip.left + half, most);
    // No event's line runs through the words.
    sheet.put(Spot::below(middle, y - 17.0), &text, (Face::STRONG, Ink::Accent), true);
}

/// The last total that the document prints, drawn on to the period whose outcome its forecast is held against.
pub fn forecast(sheet: &mut Sheet<'_>, plan: &Plan<'_>) {
    let Some(level) = level(plan.view, plan.headline.as_ref(), &plan.forecasts) else { return };
    let (y, half) = (plan.y(level.point.value), plan.slot() / 2.0);
    let (left, right) = (plan.middle(level.from) + 24.0_f32.min(half), plan.middle(level.to) + half);
    sheet.shapes.line([[left, y], [right, y]], Pen::dashed(Ink::Accent, 1.0, 3.0, 3.0));
    let start = right - 2.0 * half + 2.0;
    let year = sheet.words.period(level.period);
    let text = sheet.words.say(&message!(chart::level, year = year));
    // Raised by half a letter, so that it stands on its line.
    let spots = [Spot::right(start, y - 8.0), Spot::left(right, y - 8.0)];
    sheet.label(&[text], (Face::CAPTION, Ink::Accent), plan.strips.plot.width(), &spots);
}

/// The verdicts of the claims that rest on the figures of a column, under it.
pub fn verdicts(sheet: &mut Sheet<'_>, plan: &Plan<'_>) {
    let strip = plan.strips.claims;
    for (column, period) in plan.view.columns.iter().enumerate() {
        let Some(keys) = plan.claims.get(period) else { continue };
        // In a narrow column only the worst are seen; under a file's chart all are written out, beside the window's too.
        let most = ((plan.slot() / MARK) as usize).max(1);
        let claims: Vec<&Claim> = keys.iter().filter_map(|key| plan.briefing.claim(key)).take(most).collect();
        let step = (plan.slot() / claims.len().max(1) as f32).min(MARK + 6.0);
        let left = plan.middle(column) - step * (claims.len() as f32 - 1.0) / 2.0;
        for (number, claim) in claims.into_iter().enumerate() {
            let at = [left + step * number as f32, strip.top + MIDDLE];
            marks::verdict(&mut sheet.shapes, claim.verdict, at, 16.0);
            let year_said = sheet.words.period(*period);
            let (claim_said, verdict) = (&claim.statement, claim.verdict.name());
            let said = message!(chart::claim, year = year_said, claim = claim_said, verdict = verdict);
            let (key, area) = (PartKey::Claim(*period, claim.id.clone()), Area::around(at, [MARK, MARK]));
            sheet.parts.push(Part { key, area, name: sheet.words.say(&said) });
        }
    }
}
