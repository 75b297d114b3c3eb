//! A line of the palette.

use egui::text::{LayoutJob, TextWrapping};
use egui::{Align2, CornerRadius, Id, Rect, Response, Sense, StrokeKind, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use super::Scene;
use super::found::Row;
use super::target::Target;
use crate::analysis::find;
use crate::analysis::palette::Thing;
use crate::ui::parts::paint_mark;
use crate::ui::theme::{Tokens, Type, tokens_of};
use crate::ui::widgets::{Icon, paint_flag, paint_row};

/// The height of a row.
const ROW: f32 = 36.0;
/// The height of the head of a group.
const HEAD: f32 = 30.0;
/// From the edge to the mark, and to what is said.
const INSETS: (f32, f32) = (16.0, 48.0);
/// The size of a mark.
const MARK: f32 = 16.0;

/// Draws the head of a group.
pub fn head_ui(ui: &mut Ui, name: &str, more: &str) {
    let t = tokens_of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEAD), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, name));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_level(2));
    let middle = rect.bottom() - 12.0;
    let caption = |at, anchor, text: &str| ui.painter().text(at, anchor, text, Type::Caption.font(), t.muted);
    caption(pos2(rect.left() + INSETS.0, middle), Align2::LEFT_CENTER, name);
    caption(pos2(rect.right() - INSETS.0, middle), Align2::RIGHT_CENTER, more);
}

/// Draws a row, its letters marked that were typed. `spoken` is what a screen reader says of it.
pub fn row_ui(ui: &mut Ui, scene: &Scene<'_>, row: &Row, id: Id, chosen: bool, typed: &str) -> Response {
    let t = tokens_of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::empty());
    // The keyboard stays in the field, which tells a screen reader what is chosen.
    let response = ui.interact(rect, id, Sense::click() - Sense::FOCUSABLE);
    let spoken = if row.beside.is_empty() { row.title.clone() } else { format!("{}, {}", row.title, row.beside) };
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, ui.is_enabled(), chosen, &spoken));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.clear_toggled();
        node.set_selected(chosen);
    });
    paint_row(ui, rect, chosen, response.contains_pointer());
    let mark = Rect::from_center_size(pos2(rect.left() + INSETS.0 + MARK / 2.0, rect.center().y), vec2(MARK, MARK));
    mark_ui(ui, scene, row.target, mark);
    let hint = (chosen && row.keys.is_none()).then(|| scene.words.say(&row.target.does()));
    let end = match (&row.keys, hint) {
        (Some(keys), _) => keys_ui(ui, rect, keys),
        (None, Some(hint)) => {
            let at = pos2(rect.right() - INSETS.0, rect.center().y);
            ui.painter().text(at, Align2::RIGHT_CENTER, hint, Type::Caption.font(), t.ink2).left()
        }
        (None, None) => rect.right() - INSETS.0,
    };
    let left = rect.left() + INSETS.1;
    let mut job =
        LayoutJob { wrap: TextWrapping::truncate_at_width((end - 12.0 - left).max(40.0)), ..LayoutJob::default() };
    lettered(t, &mut job, &row.title, typed, true);
    if !row.beside.is_empty() {
        job.append("  ", 0.0, Type::Body.format(t.muted));
        lettered(t, &mut job, &row.beside, typed, false);
    }
    let text = ui.painter().layout_job(job);
    ui.painter().galley(pos2(left, rect.center().y - text.size().y / 2.0), text, t.ink);
    response
}

/// Lays a text out with the letters accented by which it was found. Where the name answers to a word, what is said beside
/// it need not.
fn lettered(t: &Tokens, job: &mut LayoutJob, text: &str, typed: &str, is_name: bool) {
    let (plain, strong) = (Type::Body.format(if is_name { t.ink } else { t.ink2 }), Type::Body.strong_format(t.accent));
    let mut found: Vec<_> = typed
        .split_whitespace()
        .flat_map(|word| if is_name { find::spread(text, word) } else { find::ranges(text, word) })
        .collect();
    found.sort_by_key(|range| (range.start, range.end));
    let mut at = 0;
    for range in found {
        let start = range.start.max(at);
        if range.end <= start {
            continue;
        }
        job.append(text.get(at..start).unwrap_or_default(), 0.0, plain.clone());
        job.append(text.get(start..range.end).unwrap_or_default(), 0.0, strong.clone());
        at = range.end;
    }
    job.append(text.get(at..).unwrap_or_default(), 0.0, plain);
}

/// Draws the keys at the end of a row. Returns where they begin.
fn keys_ui(ui: &Ui, rect: Rect, keys: &str) -> f32 {
    let t = tokens_of(ui);
    let text = ui.painter().layout_no_wrap(keys.to_owned(), Type::Caption.mono_font(), t.ink2);
    let size = text.size() + vec2(12.0, 4.0);
    let cap = Rect::from_min_size(pos2(rect.right() - INSETS.0 - size.x, rect.center().y - size.y / 2.0), size);
    ui.painter().rect(cap, CornerRadius::same(4), t.field, (1.0, t.stroke), StrokeKind::Inside);
    ui.painter().galley(cap.center() - text.size() / 2.0, text, t.ink2);
    cap.left()
}

/// What kind of thing it is, as it is marked everywhere.
fn mark_ui(ui: &Ui, scene: &Scene<'_>, target: Target, rect: Rect) {
    let (briefing, findings) = (&scene.session.briefing, &scene.session.findings);
    let icon = |icon: Icon| icon.paint(ui, rect, tokens_of(ui).ink2);
    match target {
        Target::Thing(thing @ Thing::State(..)) => {
            if let Some(state) = thing.state(briefing) {
                paint_flag(ui, rect.expand(2.0), state, briefing.name(&state.names));
            }
        }
        Target::Thing(thing @ Thing::Claim(_)) => {
            if let Some(claim) = thing.claim(briefing) {
                paint_mark(ui, rect, claim.verdict);
            }
        }
        Target::Thing(thing @ Thing::Finding(_)) => {
            if let Some(finding) = thing.finding(findings) {
                paint_mark(ui, rect, finding.outcome);
            }
        }
        Target::Thing(Thing::Figure(..)) => icon(Icon::Columns),
        Target::Thing(Thing::Person(_)) => icon(Icon::Filter),
        Target::Thing(Thing::Source(_) | Thing::Sentence(_)) => icon(Icon::Quotes),
        Target::Folder(_) => icon(Icon::FolderOpen),
        Target::View(_) | Target::Link | Target::Tab(_) | Target::Do(_) => icon(Icon::CaretRight),
    }
}
