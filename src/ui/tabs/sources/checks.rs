//! What the checks found, by outcome, the worst first; filtered and searched.

use egui::{Align, Label, Layout, Rect, ScrollArea, Sense, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use super::links::Links;
use super::threads::Ends;
use crate::analysis::checks::{self, ChecksQuery, Finding, FindingId, Outcome};
use crate::analysis::memo::Memo;
use crate::ui::parts::{FindingText, finding_row, mark, mark_filter};
use crate::ui::shell::desk::{Desk, Selection};
use crate::ui::theme::{Type, radius, tokens_of};
use crate::ui::widgets::{
    Icon, SearchTexts, TallList, button, focus_ring, hairline, heading, scroll, search_field, within,
};
use crate::words::{Language, Words};
use crate::{label, message};

/// As many are named on one line where they are folded away; there is no room for more.
const NAMED: usize = 40;

/// What the reader set on the column.
#[derive(Debug, Default)]
pub struct ChecksState {
    query: ChecksQuery,
    search_wants_focus: bool,
    /// Whether what was only computed or noted is shown without being asked for.
    notes_open: bool,
    /// Whether the checks that found nothing are listed.
    silent_open: bool,
    /// What is said of each finding, in their order.
    texts: Memo<Language, Vec<FindingText>>,
    /// Which are kept.
    kept: Memo<(ChecksQuery, Language), Vec<usize>>,
    /// Which stand in the column, in their order.
    rows: Memo<RowsOf, Vec<Selection>>,
    /// The finding that has to be shown, out from behind any filter.
    wanted: Option<FindingId>,
}

/// On what it depends which findings stand in the column: the query, the outcomes that are open, and the language that
/// is searched.
type RowsOf = (ChecksQuery, Vec<Outcome>, Language);

impl ChecksState {
    /// What is asked of the checks.
    pub const fn query(&self) -> &ChecksQuery {
        &self.query
    }

    /// Asks for the keyboard in the search.
    pub const fn focus_search(&mut self) {
        self.search_wants_focus = true;
    }

    /// Puts the findings into words anew, over files that have changed.
    pub fn forget_texts(&mut self) {
        (self.texts, self.kept, self.rows) = (Memo::default(), Memo::default(), Memo::default());
    }

    /// The findings that stand in the column, in their order.
    pub fn rows(&mut self, findings: &[Finding], links: &Links, words: &Words) -> &[Selection] {
        let open = Outcome::ALL.into_iter().filter(|outcome| self.is_open(*outcome, links, findings)).collect();
        self.rows.get(&(self.query.clone(), open, words.language()), |(query, open, _)| {
            let kept: Vec<&Finding> =
                findings.iter().filter(|finding| query.keeps(finding, |message| words.say(message))).collect();
            let of = |outcome| kept.iter().filter(move |finding| finding.outcome == outcome);
            open.iter().copied().flat_map(of).map(|finding| Selection::Finding(finding.id.clone())).collect()
        })
    }

    /// Takes all filters off. Returns whether there were any.
    pub fn clear(&mut self) -> bool {
        std::mem::take(&mut self.query) != ChecksQuery::default()
    }

    /// Makes sure that a finding is shown.
    pub fn reveal(&mut self, finding: &Finding) {
        self.wanted = Some(finding.id.clone());
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
    let (findings, words) = (desk.findings, desk.words);
    let wanted = state.wanted.take().and_then(|id| checks::finding(findings, &id));
    if wanted.is_some_and(|finding| !state.query.keeps(finding, |message| words.say(message))) {
        state.clear();
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        for outcome in Outcome::ALL {
            let count = findings.iter().filter(|finding| finding.outcome == outcome).count();
            let on = state.query.outcomes.contains(&outcome);
            if mark_filter(ui, words, (outcome.into(), &outcome.name()), count, on)
                && !state.query.outcomes.remove(&outcome)
            {
                state.query.outcomes.insert(outcome);
            }
        }
    });
    ui.add_space(4.0);
    let width = ui.available_width();
    let search = words.say(&label!(sources::search_checks));
    let clear = words.say(&label!(words::clear_search));
    let said = SearchTexts { name: &search, hint: &search, clear: &clear };
    search_field(ui, &mut state.query.search, width, &said, &mut state.search_wants_focus);
    ui.add_space(8.0);
    scroll(ui, "checks", ScrollArea::vertical().auto_shrink(false), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let kept = state.kept.get(&(state.query.clone(), words.language()), |(query, _)| {
            let keeps = |index: &usize| query.keeps(&findings[*index], |message| words.say(message));
            (0..findings.len()).filter(keeps).collect()
        });
        let kept = kept.clone();
        if kept.is_empty() && !findings.is_empty() {
            ui.label(Type::Body.text(words.say(&label!(sources::no_finding)), t.ink));
            ui.add_space(6.0);
            if button(ui, None, &words.say(&label!(sources::clear_filters))).clicked() {
                state.clear();
            }
            ui.add_space(12.0);
        }
        let list = TallList::new(ui, "findings", kept.len());
        let mut first = 0;
        let said = |_: &Language| findings.iter().map(|finding| FindingText::of(words, finding)).collect();
        for outcome in Outcome::ALL {
            let of: Vec<usize> = kept.iter().copied().filter(|index| findings[*index].outcome == outcome).collect();
            if of.is_empty() {
                continue;
            }
            let open = state.is_open(outcome, links, findings);
            let texts = state.texts.get(&words.language(), said);
            let name = words.say(&outcome.name());
            if outcome == Outcome::Info {
                let titles: Vec<&str> = of.iter().take(NAMED).map(|index| texts[*index].title.as_str()).collect();
                let said = if open { String::new() } else { titles.join("; ") };
                if fold_ui(ui, words, &name, of.len(), &said, open) {
                    state.notes_open = !open;
                }
            } else {
                ui.horizontal(|ui| {
                    heading(ui, Type::Body, &name);
                    ui.label(Type::Caption.text(words.count(of.len() as u64), t.muted));
                });
                ui.add_space(3.0);
                hairline(ui);
            }
            if open {
                let revealed = desk.revealed().and_then(|selection| {
                    let Selection::Finding(id) = selection else { return None };
                    Some(first + of.iter().position(|index| findings[*index].id == *id)?)
                });
                let rows = first..first + of.len();
                let is_linked = |row: usize| links.findings.contains(&findings[of[row - first]].id);
                let placed = list.some(ui, rows.clone(), revealed, |ui, row| {
                    let index = of[row - first];
                    finding_row(ui, desk, &findings[index], &texts[index], is_linked(row));
                });
                let linked: Vec<usize> = rows.filter(|row| is_linked(*row)).collect();
                ends.add(ui, &placed, linked.iter().copied(), |_| 0.0);
            }
            first += of.len();
            ui.add_space(8.0);
        }
        silent_ui(ui, desk, state);
    });
}

/// A head that opens and closes what stands below it. Returns whether it was pressed.
fn fold_ui(ui: &mut Ui, words: &Words, title: &str, count: usize, said: &str, open: bool) -> bool {
    let t = tokens_of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 28.0), Sense::click());
    let spoken = words.say(&message!(sources::fold, title = title.to_owned(), count = count));
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), open, &spoken));
    if response.hovered() {
        ui.painter().rect_filled(rect, radius::CHIP, t.hover);
    }
    let caret = Rect::from_min_size(pos2(rect.left(), rect.center().y - 6.0), vec2(12.0, 12.0));
    let icon = if open { Icon::CaretUp } else { Icon::CaretDown };
    icon.paint(ui, caret, t.ink2);
    within(ui, rect.with_min_x(caret.right() + 6.0), Layout::left_to_right(Align::Center), |ui| {
        ui.add(Label::new(Type::Body.strong(title, t.ink)).selectable(false));
        ui.add(Label::new(Type::Caption.text(words.count(count as u64), t.muted)).selectable(false));
        ui.add(Label::new(Type::Caption.text(said, t.muted)).truncate().selectable(false));
    });
    focus_ring(ui, &response, rect, radius::CHIP);
    hairline(ui);
    response.clicked()
}

/// The checks that found nothing, to be opened.
fn silent_ui(ui: &mut Ui, desk: &Desk<'_>, state: &mut ChecksState) {
    let t = tokens_of(ui);
    let silent = checks::silent(desk.briefing, desk.findings);
    let words = desk.words;
    let said = if state.silent_open { String::new() } else { words.say(&label!(sources::nothing_to_report)) };
    let title = words.say(&label!(sources::further_checks));
    if fold_ui(ui, words, &title, silent.len(), &said, state.silent_open) {
        state.silent_open = !state.silent_open;
    }
    if state.silent_open {
        ui.add_space(4.0);
        for check in silent {
            let text = ui.painter().layout(
                words.say(&check.holds),
                Type::Caption.font(),
                t.muted,
                ui.available_width() - 24.0,
            );
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 8.0;
                mark(ui, Outcome::Pass);
                ui.add(Label::new(text));
            });
            ui.add_space(4.0);
        }
    }
}
