//! Months or days, which may be very many: the drawing of them, and the points that the pointer or the arrows walk.

use egui::{EventFilter, Id, Rect, Sense, Stroke, Ui, WidgetInfo, accesskit::Role, vec2};

use super::state::TradeState;
use crate::analysis::trade::Quantity;
use crate::analysis::trade::fine::{Fine, FineLine};
use crate::briefing::{PeriodKind, Series};
use crate::drawing::chart::{Curve, sources};
use crate::ui::paint::rect_of;
use crate::ui::shell::actions::Action;
use crate::ui::shell::desk::Desk;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::section_head;
use crate::{label, message};

/// Draws the months or days within the range of years.
pub fn ui(ui: &mut Ui, desk: &Desk<'_>, state: &mut TradeState, series: &Series, fine: &Fine) {
    let words = desk.words;
    let title = if fine.kind == PeriodKind::Day { label!(trade::by_day) } else { label!(trade::by_month) };
    section_head(ui, &words.say(&title), &words.say(&label!(trade::fine_about)));
    if fine.years().is_none() {
        let why = message!(trade::fine_none_printed, called = &desk.briefing.document.called);
        ui.label(Type::Body.text(words.say(&why), tokens_of(ui).ink2));
        return;
    }
    let Some(curve) = state.curve(ui, desk.words, (series, fine), ui.available_width()) else {
        ui.label(Type::Body.text(words.say(&label!(trade::fine_none_known)), tokens_of(ui).ink2));
        return;
    };
    let [width, height] = curve.drawing.size;
    let (whole, _) = ui.allocate_exact_size(vec2(width, height), Sense::empty());
    state.painted.curve.ui(ui, &curve.drawing, whole.min);
    if let Some(line) = fine.lines.first() {
        walk_ui(ui, desk, state, series, line, &curve, whole);
    }
}

/// The pointer or the arrows walk the points of the first line; the read-out stands above the plot.
fn walk_ui(
    ui: &Ui,
    desk: &Desk<'_>,
    state: &mut TradeState,
    series: &Series,
    line: &FineLine,
    curve: &Curve,
    whole: Rect,
) {
    let t = tokens_of(ui);
    let plot = rect_of(curve.plot, whole.min);
    let response = ui.interact(plot, Id::unique("trade-fine"), Sense::click());
    let last = line.pyramid.len() - 1;
    let mut at = state.fine_point.filter(|index| *index <= last);
    if let Some(pointer) = response.hover_pos() {
        at = line.pyramid.nearest(curve.year_at(pointer.x - whole.left()));
    }
    if response.has_focus() {
        let arrows = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
        let (from, to) = curve.years();
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
    let words = desk.words;
    let known = at.and_then(|index| Some((index, line.point(desk.briefing, series, index)?)));
    let said = words.say(&match &known {
        Some((_, (period, point))) => message!(
            chart::said_point,
            period = *period,
            name = &line.name,
            value = Quantity::MONEY.with_unit(point.value, &series.unit),
            status = point.status(&desk.briefing.document.called),
            sources = sources(desk.briefing, &point.citations, words),
        ),
        None => message!(chart::points, name = &line.name, count = line.pyramid.len()),
    });
    response.widget_info(|| WidgetInfo::labeled(Role::Slider, ui.is_enabled(), &said));
    if let (Some((index, _)), true) = (known, response.hovered() || response.has_focus())
        && let Some(point) = line.pyramid.point(index)
    {
        let mark = whole.min + egui::Vec2::from(curve.place(point));
        ui.painter().vline(mark.x, plot.y_range(), (1.0, t.accent));
        ui.painter().circle(mark, 4.0, t.paper, Stroke::new(1.5, t.accent));
        let galley = ui.painter().layout(said, Type::Caption.font(), t.ink, plot.width() - 16.0);
        let place = Rect::from_min_size(plot.min + vec2(8.0, 4.0), galley.size()).expand2(vec2(6.0, 3.0));
        ui.painter().rect(place, 4.0, t.raised, (1.0, t.rule), egui::StrokeKind::Inside);
        ui.painter().galley(place.min + vec2(6.0, 3.0), galley, t.ink);
    }
}
