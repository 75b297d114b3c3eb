//! The chart: one column for each year, standing on its column of the table below.

use egui::{Align2, Id, Rect, Sense, Ui, WidgetInfo, accesskit::Role, pos2, vec2};
use egui_plot::{GridMark, Plot, PlotPoint};

use super::{Slots, bars, trade_sentence};
use crate::analysis::format;
use crate::analysis::trade::{Figure, Layer, Measure, TradeQuery, TradeView, Year};
use crate::briefing::{FlowRole, Series};
use crate::ui::desk::{Command, Desk, Selection};
use crate::ui::theme::{Type, tokens_of};

const HEIGHT: f32 = 270.0;
/// Room above the highest bar for its label.
const HEADROOM: f64 = 1.12;

/// Draws the chart.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, series: &Series, view: &TradeView, query: TradeQuery, slots: Slots) {
    let t = tokens_of(ui);
    let width = slots.labels + slots.slot * view.years.len() as f32;
    let (chart, _) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::empty());
    let area = chart.with_min_x(chart.left() + slots.labels);
    let roles: &[FlowRole] = match query.measure {
        Measure::Total => &[FlowRole::Total],
        Measure::Direction => &[FlowRole::Forward, FlowRole::Backward],
    };
    let (lowest, highest) = extent(view);
    let step = grid_step(highest - lowest);
    let (bottom, top) = ((lowest / step).floor() * step, (highest * HEADROOM / step).ceil() * step);
    let lines = ((top - bottom) / step).round() as u32;

    for (index, year) in view.years.iter().enumerate() {
        column_ui(ui, desk, series, year, roles, slot_rect(area, index, slots));
    }
    let mut plot_ui = ui.new_child(egui::UiBuilder::new().max_rect(area));
    let count = view.years.len() as f64;
    let plot = Plot::new("trade")
        .default_x_bounds(0.0, count)
        .default_y_bounds(bottom, top)
        .set_margin_fraction(egui::Vec2::ZERO)
        .show_axes(false)
        .show_background(false)
        .show_grid([false, true])
        .y_grid_spacer(move |_| {
            (0..=lines).map(|line| GridMark { value: bottom + f64::from(line) * step, step_size: step }).collect()
        })
        .grid_color(t.hairline)
        .grid_fade(0.0)
        .show_crosshair(false)
        .label_formatter(|_| None)
        // It is read, not explored: the page scrolls over it.
        .sense(Sense::hover())
        .allow_drag(false)
        .allow_scroll(false)
        .allow_zoom(false)
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .allow_axis_zoom_drag(false)
        .show(&mut plot_ui, |_| ());
    let sentence = trade_sentence(series, view);
    ui.ctx().accesskit_node_builder(plot.response.id, |node| {
        node.set_role(Role::Figure);
        node.set_label(sentence);
    });

    let y = |value: f64| plot.transform.position_from_point(&PlotPoint::new(0.0, value)).y;
    let places = (-step.log10().floor()).clamp(0.0, 9.0) as usize;
    for line in 0..=lines {
        let value = bottom + f64::from(line) * step;
        let label = pos2(area.left() - 8.0, y(value));
        ui.painter().text(label, Align2::RIGHT_CENTER, format!("{value:.places$}"), Type::Caption.font(), t.muted);
    }
    let unit = format!("{} {}", series.unit.sign, series.unit.scale);
    ui.painter().text(pos2(chart.left(), y(top)), Align2::LEFT_CENTER, unit, Type::Caption.font(), t.muted);
    ui.painter().hline(area.x_range(), y(0.0), (1.0, t.rule));
    for (index, year) in view.years.iter().enumerate() {
        let slot = slot_rect(area, index, slots);
        bars::paint(ui, year, roles, slot, &y, query.layer);
    }
    if roles.len() > 1 {
        legend(ui, series, roles, area);
    }
}

/// Names the colours of two directions in the corner where the bars are low.
fn legend(ui: &Ui, series: &Series, roles: &[FlowRole], area: Rect) {
    let t = tokens_of(ui);
    for (index, role) in roles.iter().enumerate() {
        let top = area.top() + 8.0 + 18.0 * index as f32;
        let swatch = Rect::from_min_size(pos2(area.left() + 8.0, top), vec2(14.0, 10.0));
        ui.painter().rect_filled(swatch, 0.0, bars::color(*role, t));
        let name = crate::analysis::trade::flow(series, *role).map_or("", |flow| flow.name.as_str());
        let galley = ui.painter().layout_no_wrap(name.to_owned(), Type::Caption.font(), t.ink);
        let place = Align2::LEFT_CENTER.anchor_size(pos2(swatch.right() + 6.0, swatch.center().y), galley.size());
        ui.painter().rect_filled(place.expand2(vec2(2.0, 0.0)), 0.0, t.paper);
        ui.painter().galley(place.min, galley, t.ink);
    }
}

/// Where a year's column stands.
pub fn slot_rect(area: Rect, index: usize, slots: Slots) -> Rect {
    let left = area.left() + slots.slot * index as f32;
    Rect::from_min_max(pos2(left, area.top()), pos2(left + slots.slot, area.bottom()))
}

/// The place a year's column can be pointed at, focused and pressed.
fn column_ui(ui: &Ui, desk: &mut Desk<'_>, series: &Series, year: &Year, roles: &[FlowRole], slot: Rect) {
    let t = tokens_of(ui);
    let response = ui.interact(slot, Id::unique(("trade-year", year.year)), Sense::click());
    let target = Selection::Year(year.year);
    let selected = desk.is_selected(&target);
    let spoken = spoken(desk, series, year, roles);
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), selected, &spoken));
    if desk.is_revealed(&target) {
        ui.scroll_to_rect(slot, None);
    }
    if response.hovered() || selected {
        ui.painter().rect_filled(slot, 0.0, if selected { t.selected } else { t.hover });
    }
    if response.has_focus() {
        ui.painter().rect_stroke(slot.shrink(1.0), 0.0, (2.0, t.accent), egui::StrokeKind::Inside);
    }
    if response.on_hover_text_at_pointer(spoken).clicked() {
        desk.send(Command::Select(target));
    }
}

/// A year as a screen reader says it.
fn spoken(desk: &Desk<'_>, series: &Series, year: &Year, roles: &[FlowRole]) -> String {
    let unit = &series.unit;
    let part = |role: &FlowRole| {
        let name = crate::analysis::trade::flow(series, *role).map_or("", |flow| flow.name.as_str());
        let Some(figure) = year.figure(*role) else { return format!("{name}: no figure") };
        let value = format::printed(figure.value, 2);
        let whence = whence(desk, series, figure);
        format!("{name}: {}{value}\u{a0}{}, {whence}", unit.sign, unit.scale)
    };
    let parts: Vec<String> = roles.iter().map(part).collect();
    format!("{}: {}", year.year, parts.join("; "))
}

fn whence(desk: &Desk<'_>, series: &Series, figure: Figure) -> String {
    let observation = &series.observations[figure.observation];
    let document = observation.citations.iter().find(|citation| desk.briefing.is_document(citation));
    match (document.and_then(|citation| citation.at), figure.derived) {
        (Some(at), _) => format!("from the article, {}", format::locator(at)),
        (None, true) => "derived, not published".to_owned(),
        (None, false) => {
            let source = observation.citations.first().and_then(|citation| desk.briefing.source(&citation.source));
            format!("not in the article, from {}", source.map_or("", |source| &source.publisher))
        }
    }
}

/// The lowest and the highest value of any flow, with zero between them.
fn extent(view: &TradeView) -> (f64, f64) {
    let figures = view.years.iter().flat_map(|year| [year.total, year.forward, year.backward]).flatten();
    let values = figures.map(|figure| bars::float(figure.value));
    let (lowest, highest) = values.fold((0.0, 0.0), |(low, high): (f64, f64), value| (low.min(value), high.max(value)));
    // Nothing but zeros still needs a scale.
    if lowest < highest { (lowest, highest) } else { (0.0, 1.0) }
}

/// A step of 1, 2 or 5 times a power of ten that gives about five lines.
fn grid_step(highest: f64) -> f64 {
    let rough = highest / 5.0;
    let power = 10_f64.powf(rough.log10().floor());
    [1.0, 2.0, 5.0, 10.0].into_iter().map(|factor| factor * power).find(|step| *step >= rough).unwrap_or(10.0 * power)
}

/// Text for a column that has no bar.
pub const fn absent(layer: Layer) -> &'static str {
    match layer {
        Layer::Article => "not in\narticle",
        Layer::All => "not\nfound",
    }
}

#[cfg(test)]
mod tests {
    use super::grid_step;

    #[test]
    fn grid_lines_stand_on_round_numbers() {
        for (highest, step) in [(244.8, 50.0), (1.74, 0.5), (9.0, 2.0), (1000.0, 200.0)] {
            assert!((grid_step(highest) - step).abs() < 1e-9, "{highest}: {}", grid_step(highest));
        }
    }
}
