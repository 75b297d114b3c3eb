//! The tabs, and at the right one line of what the open one speaks of.

use crate::briefing::Message;
use crate::message;
use egui::{Align, Id, Layout, Rect, Response, Sense, Ui, accesskit::Role, pos2, vec2};

use crate::analysis::checks::Outcome;
use crate::ui::parts::paint_mark;
use crate::ui::shell::desk::{Command, Desk, TabKey};
use crate::ui::shell::session::Session;
use crate::ui::shell::tabs::Tabs;
use crate::ui::theme::{Type, layout, tokens_of};
use crate::ui::widgets::heard::chosen;
use crate::ui::widgets::{OneStop, at_right, focus_ring, reachable, within};

/// Between the tabs and what stands beside them.
const BESIDE: f32 = 24.0;
/// The size of a mark in a tab.
const MARK: f32 = 12.0;

/// Draws the strip.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, session: &Session, tabs: &Tabs, open: TabKey) {
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(layout::PAGE_MARGIN);
        let strip =
            egui::ScrollArea::horizontal().scroll_bar_visibility(egui::scroll_area::ScrollBarVisibility::AlwaysHidden);
        strip.show(ui, |ui| {
            ui.horizontal_centered(|ui| {
                ui.spacing_mut().item_spacing.x = 24.0;
                let name = desk.words.say(&message!(shell::region_tabs));
                let list = ui.unique_id();
                let keys: Vec<TabKey> = tabs.iter().map(|(key, _)| key).collect();
                let ids: Vec<Id> = keys.iter().map(|key| Id::unique(("tab", *key))).collect();
                ui.ctx().accesskit_node_builder(list, |node| {
                    node.set_role(Role::TabList);
                    node.set_label(name);
                    node.set_size_of_set(keys.len());
                });
                // The arrows lead to a tab, Enter opens it.
                let at = keys.iter().position(|key| *key == open).unwrap_or_default();
                let stop = OneStop::beside(ui, &ids, at);
                for (index, (key, tab)) in tabs.iter().enumerate() {
                    let label = desk.words.say(&key.spec().label);
                    let (count, badge) = (tab.count(session), tab.badge(session));
                    let said = count.iter().map(|(_, said)| said.clone());
                    let said = said.chain(badge.map(|(outcome, count)| spoken(outcome, count)));
                    let said: Vec<String> = said.map(|said| desk.words.say(&said)).collect();
                    let count = count.map(|(count, _)| count);
                    // Most briefings have something open in every part but the first.
                    let awaited = !session.checked && index > 0;
                    let response =
                        tab_ui(ui, (ids[index], stop.sense(index)), &label, key == open, (count, badge, awaited));
                    ui.ctx().accesskit_node_builder(response.id, |node| {
                        node.set_position_in_set(index);
                        if !said.is_empty() {
                            node.set_description(said.join(", "));
                        }
                    });
                    if key == open {
                        follow(ui, key, response.rect);
                    }
                    if response.clicked() {
                        desk.send(Command::Show(key));
                    }
                }
            });
        });
        if ui.ctx().content_rect().width() >= layout::FOLD {
            let free = ui.available_rect_before_wrap();
            let free = free.with_min_x(free.left() + BESIDE).with_max_x(free.right() - layout::PAGE_MARGIN);
            if free.width() > 0.0 {
                within(ui, free, Layout::left_to_right(Align::Center), |ui| {
                    at_right(ui, ("scope", open), |ui| {
                        ui.spacing_mut().item_spacing.x = 12.0;
                        tabs.get(open).scope_ui(ui, desk);
                    });
                });
            }
        }
    });
}

/// Brings the open tab into view as soon as it is opened, or the strip has another width.
fn follow(ui: &Ui, open: TabKey, rect: Rect) {
    let (id, now) = (ui.scope_id().with("open"), (open, ui.clip_rect().width().to_bits()));
    let before = ui.data_mut(|data| data.get_temp_mut_or_insert_with(id, || None).replace(now));
    if before != Some(now) {
        ui.scroll_to_rect(rect, None);
    }
}

fn tab_ui(
    ui: &mut Ui,
    (id, sense): (Id, Sense),
    label: &str,
    on: bool,
    (count, badge, awaited): (Option<usize>, Option<(Outcome, usize)>, bool),
) -> Response {
    let t = tokens_of(ui);
    let galley = |ui: &Ui, strong: bool, ink| {
        let font = if strong { Type::Body.strong_font() } else { Type::Body.font() };
        ui.painter().layout_no_wrap(label.to_owned(), font, ink)
    };
    let number = count.map(|count| ui.painter().layout_no_wrap(count.to_string(), Type::Caption.font(), t.muted));
    // As wide as when it is open, so that opening it moves nothing.
    let text_width = galley(ui, true, t.ink).size().x;
    let badge = badge.map(|(outcome, count)| {
        (outcome, ui.painter().layout_no_wrap(count.to_string(), Type::Caption.font(), t.muted))
    });
    let number_width = number.as_ref().map_or(0.0, |number| number.size().x + 7.0);
    // Until the checks are done there is room for what they will have found, so that it moves nothing.
    let awaited = awaited.then(|| ui.painter().layout_no_wrap("0".to_owned(), Type::Caption.font(), t.muted));
    let found = badge.as_ref().map(|(_, number)| number).or(awaited.as_ref());
    let badge_width = found.map_or(0.0, |number| number.size().x + 8.0 + MARK + 4.0);
    let width = text_width + number_width + badge_width;
    let (rect, _) = ui.allocate_exact_size(vec2(width, ui.available_height()), Sense::empty());
    let response = ui.interact(rect, id, sense);
    chosen(ui, &response, Role::Tab, label, on);
    reachable(ui, &response);
    let ink = if on || response.hovered() { t.ink } else { t.ink2 };
    let text = galley(ui, on, ink);
    ui.painter().galley(pos2(rect.left(), rect.center().y - text.size().y / 2.0), text, ink);
    if let Some(number) = number {
        let at = pos2(rect.left() + text_width + 7.0, rect.center().y - number.size().y / 2.0);
        ui.painter().galley(at, number, t.muted);
    }
    if let Some((outcome, number)) = badge {
        let left = rect.left() + text_width + number_width + 8.0;
        let mark = Rect::from_min_size(pos2(left, rect.center().y - MARK / 2.0), vec2(MARK, MARK));
        paint_mark(ui, mark, outcome);
        ui.painter().galley(pos2(mark.right() + 4.0, rect.center().y - number.size().y / 2.0), number, t.muted);
    }
    if on {
        let line = Rect::from_min_max(pos2(rect.left(), rect.bottom() - 3.0), rect.max);
        ui.painter().rect_filled(line, 0.0, t.accent);
    }
    focus_ring(ui, &response, rect.shrink2(vec2(-4.0, 5.0)), 4);
    response
}

/// What a badge says: `3 checks fail`, `1 check warns`.
fn spoken(outcome: Outcome, count: usize) -> Message {
    if outcome == Outcome::Fail {
        message!(shell::checks_fail, count = count)
    } else {
        message!(shell::checks_warn, count = count)
    }
}
