//! Months or days, which may be very many: drawn with as few points as the picture has pixels.

use egui::{EventFilter, Id, Rect, Sense, Shape, Stroke, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use super::spoken;
use super::state::TradeState;
use super::{LABELS, bars};
use crate::analysis::format;
use crate::analysis::trade::fine::{Fine, FineLine};
use crate::analysis::trade::pyramid::Vertex;
use crate::analysis::trade::{Quantity, Scale};
use crate::briefing::{PeriodKind, Series};
use crate::ui::shell::actions::Action;
use crate::ui::shell::desk::Desk;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::section_head;
use crate::words::Words;

const HEIGHT: f32 = 200.0;

/// Draws the months or days within the range of years.
pub fn ui(ui: &mut Ui, desk: &Desk<'_>, state: &mut TradeState, series: &Series, fine: &Fine) {
    let title = if fine.kind == PeriodKind::Day { "By day" } else { "By month" };
    section_head(ui, title, "the range of years above holds here as well");
    let Some((first, last)) = fine.years() else {
        let why = format!("The {} prints none of these; switch to With context.", desk.briefing.document.called);
        ui.label(Type::Body.text(why, tokens_of(ui).ink2));
        return;
    };
    let from = f64::from(state.query.from.unwrap_or(first).max(first));
    let to = f64::from(state.query.to.unwrap_or(last).min(last)) + 1.0;
    if from >= to {
        ui.label(Type::Body.text("Nothing is known of these years.", tokens_of(ui).ink2));
        return;
    }
    let (whole, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT + 20.0), Sense::empty());
    let plot =
        Rect::from_min_max(pos2(whole.left() + LABELS, whole.top() + 8.0), pos2(whole.right(), whole.top() + HEIGHT));
    let columns = (plot.width() * ui.ctx().pixels_per_point()) as usize;
    let drawn: Vec<(&FineLine, Vec<Vertex>)> =
        fine.lines.iter().map(|line| (line, line.pyramid.decimated(from, to, columns))).collect();
    let inside = |vertex: &&Vertex| (from..=to).contains(&vertex.x);
    let scale =
        Scale::over(drawn.iter().flat_map(|(_, vertices)| vertices.iter().filter(inside)).map(|vertex| vertex.y));
    frame_ui(ui, series, plot, whole.left(), scale, (from, to));
    let x = |x: f64| plot.left() + plot.width() * ((x - from) / (to - from)) as f32;
    let t = tokens_of(ui);
    for (line, vertices) in &drawn {
        let ink = bars::color(line.role, t);
        let painter = ui.painter().with_clip_rect(plot.intersect(ui.clip_rect()));
        let mut run: Vec<egui::Pos2> = Vec::with_capacity(vertices.len());
        for vertex in vertices {
            if !vertex.joined {
                finish(&painter, std::mem::take(&mut run), ink);
            }
            run.push(pos2(x(vertex.x), level(scale, plot, vertex.y)));
        }
        finish(&painter, run, ink);
    }
    if let Some(line) = fine.lines.first() {
        walk_ui(ui, desk, state, series, line, plot, (from, to), scale);
    }
}

/// One unbroken run: a line, or a dot where it has but one point.
fn finish(painter: &egui::Painter, run: Vec<egui::Pos2>, ink: egui::Color32) {
    match run.as_slice() {
        [] => {}
        [alone] => {
            painter.circle_filled(*alone, 2.0, ink);
        }
        _ => {
            painter.add(Shape::line(run, Stroke::new(1.5, ink)));
        }
    }
}

fn level(scale: Scale, plot: Rect, value: f64) -> f32 {
    plot.bottom() - plot.height() * scale.part(value)
}

fn frame_ui(ui: &Ui, series: &Series, plot: Rect, left: f32, scale: Scale, (from, to): (f64, f64)) {
    let t = tokens_of(ui);
    let font = Type::Caption.font();
    for value in scale.lines() {
        let y = level(scale, plot, value);
        ui.painter().hline(plot.x_range(), y, (1.0, t.hairline));
        let at = pos2(plot.left() - 8.0, y);
        ui.painter().text(at, egui::Align2::RIGHT_CENTER, scale.label(value), font.clone(), t.muted);
    }
    ui.painter().hline(plot.x_range(), level(scale, plot, 0.0), (1.0, t.rule));
    let unit = Words::english().say(&Quantity::MONEY.unit(&series.unit));
    ui.painter().text(pos2(left, plot.top()), egui::Align2::LEFT_CENTER, unit, font.clone(), t.muted);
    // Whole years, no nearer to each other than their names allow.
    let each = ((to - from) * 44.0 / f64::from(plot.width())).ceil().max(1.0) as usize;
    for year in (from as i64..=to as i64).step_by(each) {
        let x = plot.left() + plot.width() * ((year as f64 - from) / (to - from)) as f32;
        ui.painter().vline(x, plot.bottom()..=plot.bottom() + 4.0, (1.0, t.stroke));
        let align = if x > plot.right() - 20.0 { egui::Align2::RIGHT_TOP } else { egui::Align2::LEFT_TOP };
        ui.painter().text(pos2(x, plot.bottom() + 4.0), align, year.to_string(), font.clone(), t.muted);
    }
}

/// The pointer or the arrows walk the points of the first line; the read-out stands above the plot.
#[expect(clippy::too_many_arguments, reason = "what is walked, and where it stands")]
fn walk_ui(
    ui: &Ui,
    desk: &Desk<'_>,
    state: &mut TradeState,
    series: &Series,
    line: &FineLine,
    plot: Rect,
    (from, to): (f64, f64),
    scale: Scale,
) {
    let t = tokens_of(ui);
    let response = ui.interact(plot, Id::unique("trade-fine"), Sense::click());
    let last = line.pyramid.len() - 1;
    let mut at = state.fine_point.filter(|index| *index <= last);
    if let Some(pointer) = response.hover_pos() {
        let x = from + (to - from) * f64::from((pointer.x - plot.left()) / plot.width());
        at = line.pyramid.nearest(x);
    }
    if response.has_focus() {
        let arrows = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
        let first = line.pyramid.nearest(from).unwrap_or_default();
        let end = line.pyramid.nearest(to).unwrap_or(last);
        let here = at.unwrap_or(first);
        let steps = [
            (Action::NextPoint, (here + 1).min(end)),
            (Action::PreviousPoint, here.saturating_sub(1).max(first)),
            (Action::FirstPoint, first),
            (Action::LastPoint, end),
        ];
        at = Some(steps.into_iter().find(|(action, _)| action.pressed(ui)).map_or(here, |(_, to)| to));
        ui.painter().rect_stroke(plot, 0.0, (2.0, t.accent), egui::StrokeKind::Outside);
    }
    state.fine_point = at;
    let known = at.and_then(|index| Some((index, line.point(desk.briefing, series, index)?)));
    let said = match &known {
        Some((_, (period, point))) => {
            let value = Words::english().value(&Quantity::MONEY.with_unit(point.value, &series.unit));
            let sources = spoken::sources(desk, &point.citations);
            format!(
                "{}: {} {value}, {}, {sources}",
                format::period(*period),
                line.name,
                Words::english().say(&point.status(&desk.briefing.document.called))
            )
        }
        None => format!("{}, {}; arrows walk them", line.name, format::count(line.pyramid.len(), "point", "points")),
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Slider, ui.is_enabled(), &said));
    if let (Some((index, _)), true) = (known, response.hovered() || response.has_focus())
        && let Some((x, y)) = line.pyramid.point(index)
    {
        let x = plot.left() + plot.width() * ((x - from) / (to - from)) as f32;
        let mark = pos2(x, level(scale, plot, y));
        ui.painter().vline(x, plot.y_range(), (1.0, t.accent));
        ui.painter().circle(mark, 4.0, t.paper, Stroke::new(1.5, t.accent));
        let galley = ui.painter().layout(said, Type::Caption.font(), t.ink, plot.width() - 16.0);
        let place = Rect::from_min_size(plot.min + vec2(8.0, 4.0), galley.size()).expand2(vec2(6.0, 3.0));
        ui.painter().rect(place, 4.0, t.raised, (1.0, t.rule), egui::StrokeKind::Inside);
        ui.painter().galley(place.min + vec2(6.0, 3.0), galley, t.ink);
    }
}
