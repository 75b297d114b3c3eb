//! What the checks found, by outcome, the worst first; filtered and searched.

use egui::{Align, Label, Layout, Rect, ScrollArea, Sense, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use super::links::Links;
use super::threads::Ends;
use crate::analysis::checks::{self, ChecksQuery, Finding, Outcome};
use crate::analysis::format;
use crate::ui::parts::mark_filter;
use crate::ui::parts::{citation_chip, mark};
use crate::ui::shell::desk::{Command, Desk, Selection};
use crate::ui::theme::{Type, radius, tokens_of};
use crate::ui::widgets::{
    Icon, button, choosable_row, focus_ring, hairline, heading, paint_linked, search_field, within,
};

/// What the reader set on the column.
#[derive(Debug, Default)]
pub struct ChecksState {
    query: ChecksQuery,
    search_wants_focus: bool,
    /// Whether what was only computed or noted is shown without being asked for.
    notes_open: bool,
    /// Whether the checks that found nothing are listed.
    silent_open: bool,
}

impl ChecksState {
    /// What is asked of the checks.
    pub const fn query(&self) -> &ChecksQuery {
        &self.query
    }

    /// Asks for the keyboard in the search.
    pub const fn focus_search(&mut self) {
        self.search_wants_focus = true;
    }

    /// Takes all filters off. Returns whether there were any.
    pub fn clear(&mut self) -> bool {
        std::mem::take(&mut self.query) != ChecksQuery::default()
    }

    /// Makes sure that a finding is shown.
    pub fn reveal(&mut self, finding: &Finding) {
        if !self.query.keeps(finding) {
            self.clear();
        }
        self.notes_open |= finding.outcome == Outcome::Info;
    }

    /// Whether the findings of an outcome are listed: notes stay folded until they are asked for.
    fn is_open(&self, outcome: Outcome, links: &Links, findings: &[Finding]) -> bool {
        let linked = || findings.iter().any(|f| f.outcome == outcome && links.findings.contains(&f.id));
        outcome != Outcome::Info
            || self.notes_open
            || self.query.outcomes.contains(&outcome)
            || !self.query.search.trim().is_empty()
            || linked()
    }
}

/// Draws the column.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut ChecksState, links: &Links, ends: &mut Ends) {
    let t = tokens_of(ui);
    let findings = desk.findings;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        for outcome in Outcome::ALL {
            let count = findings.iter().filter(|finding| finding.outcome == outcome).count();
            let on = state.query.outcomes.contains(&outcome);
            if mark_filter(ui, outcome, outcome.label(), count, on) && !state.query.outcomes.remove(&outcome) {
                state.query.outcomes.insert(outcome);
            }
        }
    });
    ui.add_space(4.0);
    let width = ui.available_width();
    search_field(
        ui,
        &mut state.query.search,
        width,
        "Search the checks",
        "Search the checks",
        &mut state.search_wants_focus,
    );
    ui.add_space(8.0);
    ScrollArea::vertical().id_salt("checks").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let kept: Vec<usize> = (0..findings.len()).filter(|index| state.query.keeps(&findings[*index])).collect();
        if kept.is_empty() && !findings.is_empty() {
            ui.label(Type::Body.text("No finding matches", t.ink));
            ui.add_space(6.0);
            if button(ui, None, "Clear all filters").clicked() {
                state.clear();
            }
            ui.add_space(12.0);
        }
        for outcome in Outcome::ALL {
            let of: Vec<usize> = kept.iter().copied().filter(|index| findings[*index].outcome == outcome).collect();
            if of.is_empty() {
                continue;
            }
            let open = state.is_open(outcome, links, findings);
            if outcome == Outcome::Info {
                let titles: Vec<&str> = of.iter().map(|index| findings[*index].title.as_str()).collect();
                let said = if open { String::new() } else { titles.join("; ") };
                if fold_ui(ui, outcome.label(), of.len(), &said, open) {
                    state.notes_open = !open;
                }
            } else {
                ui.horizontal(|ui| {
                    heading(ui, Type::Body, outcome.label());
                    ui.label(Type::Caption.text(of.len().to_string(), t.muted));
                });
                ui.add_space(3.0);
                hairline(ui);
            }
            for index in of.into_iter().filter(|_| open) {
                finding_ui(ui, desk, index, links, ends);
            }
            ui.add_space(8.0);
        }
        silent_ui(ui, desk, state);
    });
}

/// A head that opens and closes what stands below it. Returns whether it was pressed.
fn fold_ui(ui: &mut Ui, title: &str, count: usize, said: &str, open: bool) -> bool {
    let t = tokens_of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 28.0), Sense::click());
    let spoken = format!("{title}, {count}");
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), open, &spoken));
    if response.hovered() {
        ui.painter().rect_filled(rect, radius::CHIP, t.hover);
    }
    let caret = Rect::from_min_size(pos2(rect.left(), rect.center().y - 6.0), vec2(12.0, 12.0));
    let icon = if open { Icon::CaretUp } else { Icon::CaretDown };
    icon.paint(ui, caret, t.ink2);
    within(ui, rect.with_min_x(caret.right() + 6.0), Layout::left_to_right(Align::Center), |ui| {
        ui.add(Label::new(Type::Body.strong(title, t.ink)).selectable(false));
        ui.add(Label::new(Type::Caption.text(count.to_string(), t.muted)).selectable(false));
        ui.add(Label::new(Type::Caption.text(said, t.muted)).truncate().selectable(false));
    });
    focus_ring(ui, &response, rect, radius::CHIP);
    hairline(ui);
    response.clicked()
}

/// A finding as a row: its mark, what it is about, what it says, and where.
fn finding_ui(ui: &mut Ui, desk: &mut Desk<'_>, index: usize, links: &Links, ends: &mut Ends) {
    let t = tokens_of(ui);
    let finding = &desk.findings[index];
    let target = Selection::Finding(finding.id.clone());
    let selected = desk.is_selected(&target);
    let linked = links.findings.contains(&finding.id);
    let width = ui.available_width();
    let text_width = width - 32.0 - 60.0;
    let font = if selected { Type::Body.strong_font() } else { Type::Body.font() };
    let title = ui.painter().layout(finding.title.clone(), font, t.ink, text_width);
    let mut says = format::sentence_case(&finding.detail);
    if let Some(reason) = &finding.acknowledged {
        says = format!("{says}\nAcknowledged: {reason}");
    }
    let detail = ui.painter().layout(says.clone(), Type::Caption.font(), t.muted, text_width);
    let height = title.size().y + detail.size().y + 14.0;
    let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::empty());
    let spoken = format!("{}: {}. {says}", finding.outcome.label(), finding.title);
    if desk.is_revealed(&target) {
        ui.scroll_to_rect(rect, Some(Align::Center));
    }
    if linked {
        ui.painter().add(paint_linked(rect, t));
        ends.add(ui, rect);
    }
    let row = choosable_row(ui, rect, ui.scope_id().with(("finding", index)), selected, &spoken);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (1.0, t.hairline));
    let corner = Rect::from_min_size(rect.min + vec2(8.0, 7.0), vec2(16.0, 16.0));
    within(ui, corner, Layout::top_down(Align::Min), |ui| mark(ui, finding.outcome));
    let text = Rect::from_min_size(rect.min + vec2(32.0, 6.0), vec2(text_width, height));
    let label = within(ui, text, Layout::top_down(Align::Min), |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.add(Label::new(title)) | ui.add(Label::new(detail))
    });
    within(ui, rect.shrink2(vec2(8.0, 6.0)), Layout::right_to_left(Align::Min), |ui| {
        if let Some(citation) = finding.citations.first().filter(|citation| citation.at.is_some()) {
            citation_chip(ui, desk, citation);
        }
    });
    if row.clicked() || label.clicked() {
        desk.send(Command::Select(target));
    }
}

/// The checks that found nothing, to be opened.
fn silent_ui(ui: &mut Ui, desk: &Desk<'_>, state: &mut ChecksState) {
    let t = tokens_of(ui);
    let silent = checks::silent(desk.findings);
    let said = if state.silent_open { "" } else { "with nothing to report" };
    if fold_ui(ui, "Further checks", silent.len(), said, state.silent_open) {
        state.silent_open = !state.silent_open;
    }
    if state.silent_open {
        ui.add_space(4.0);
        for check in silent {
            let text =
                ui.painter().layout(check.holds.to_owned(), Type::Caption.font(), t.muted, ui.available_width() - 24.0);
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 8.0;
                mark(ui, Outcome::Pass);
                ui.add(Label::new(text));
            });
            ui.add_space(4.0);
        }
    }
}
