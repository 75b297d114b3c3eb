//! The scale at the left, the lines across the plot, and the years.

use super::plan::{Plan, level};
use super::sheet::{Sheet, Spot};
use crate::analysis::trade::{Line, Scale};
use crate::drawing::{Area, Face, Ink, Pen};
use crate::message;

/// Between the values of the scale and the plot.
const GAP: f32 = 8.0;
/// Room for the values of the scale, beside the unit.
const VALUES: f32 = 44.0;
/// Where the middle of a strip's name stands, from the top of the strip.
pub const MIDDLE: f32 = 12.0;

/// The lines across a plot.
pub fn grid(sheet: &mut Sheet<'_>, scale: Scale, plot: Area) {
    for value in scale.lines() {
        let y = level(scale, plot, value);
        sheet.shapes.line([[plot.left, y], [plot.right, y]], Pen::solid(Ink::Hairline, 1.0));
    }
}

/// The values of a scale, ending at the left of a plot, and the unit at the left of all.
pub fn values(sheet: &mut Sheet<'_>, scale: Scale, plot: Area, unit: &str, measured: bool) {
    for value in scale.lines().filter(|_| measured) {
        let spot = Spot::left(plot.left - GAP, level(scale, plot, value));
        sheet.put(spot, &scale.label(value), (Face::CAPTION, Ink::Muted), false);
    }
    let unit = sheet.measure.fit(unit, Face::CAPTION, plot.left - VALUES);
    sheet.put(Spot::right(0.0, plot.top), &unit, (Face::CAPTION, Ink::Muted), false);
}

/// The values of the scale, its unit, and the names of the strips.
pub fn names(sheet: &mut Sheet<'_>, plan: &Plan<'_>, width: f32) {
    let drawn = plan.view.drawn();
    // Where nothing is drawn, a scale would measure nothing.
    let measured = drawn.iter().chain(plan.view.whole()).any(Line::has_values);
    let unit = drawn.first().map(|line| sheet.words.say(&line.row.quantity.unit(&plan.series.unit)));
    let strips = &plan.strips;
    values(
        sheet,
        plan.scale,
        Area { left: width, right: width, ..strips.plot },
        unit.as_deref().unwrap_or_default(),
        measured,
    );
    let (events, claims) = (message!(chart::events), message!(chart::claims));
    for (strip, name) in [(strips.events, events), (strips.claims, claims)] {
        if strip.height() > 0.0 {
            let name = sheet.words.say(&name);
            sheet.put(Spot::right(0.0, strip.top + MIDDLE), &name, (Face::CAPTION, Ink::Muted), false);
        }
    }
}

/// The years under their columns, as many as there is room for; semibold where the document prints a value.
pub fn years(sheet: &mut Sheet<'_>, plan: &Plan<'_>) {
    /// Room for a year and the space after it.
    const ROOM: f32 = 40.0;
    let strip = plan.strips.years;
    if strip.height() <= 0.0 {
        return;
    }
    let each = round((ROOM / plan.slot()).ceil() as u16);
    for (column, year) in plan.view.columns.iter().enumerate() {
        // In the order of time the round years are named, in another the columns at even steps.
        let place = if plan.view.in_time() { usize::from(year.unsigned_abs()) } else { column };
        if place.is_multiple_of(each.into()) {
            let look =
                if plan.is_printed(column) { (Face::STRONG, Ink::Text) } else { (Face::CAPTION, Ink::Secondary) };
            sheet.put(Spot::below(plan.middle(column), strip.top + 6.0), &year.to_string(), look, false);
        }
    }
}

/// The next of 1, 2 and 5, their tens and their hundreds.
fn round(step: u16) -> u16 {
    [1, 2, 5, 10, 20, 50, 100, 200, 500].into_iter().find(|round| *round >= step).unwrap_or(1000)
}
