//! What the checks found, by outcome, the worst first; filtered and searched.

use egui::{Align, Label, Layout, Rect, ScrollArea, Sense, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use super::kept::Kept;
use super::links::Links;
use super::threads::Ends;
use crate::analysis::checks::{self, Check, ChecksQuery, Finding, FindingId, Outcome};
use crate::analysis::memo::Memo;
use crate::ui::parts::{FindingText, finding_row, mark, mark_filter};
use crate::ui::shell::desk::{Desk, Place, Selection};
use crate::ui::theme::{Type, radius, tokens_of};
use crate::ui::widgets::heard::{announce_change, opens};
use crate::ui::widgets::{
    Icon, SearchTexts, TallList, button, counted_heading, focus_ring, hairline, scroll, search_field, within,
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
    kept: Memo<KeptOf, Findings>,
    /// The checks that found nothing.
    silent: Memo<(), Vec<&'static Check>>,
    /// The finding that has to be shown, out from behind any filter.
    wanted: Option<FindingId>,
}

/// The findings that a query keeps, by outcome.
type Findings = Kept<{ Outcome::ALL.len() }>;

/// On what those depend: the query, the language that is searched, and what is selected.
type KeptOf = (ChecksQuery, Language, Option<Selection>);

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
        (self.texts, self.kept, self.silent) = (Memo::default(), Memo::default(), Memo::default());
    }

    /// Where what is selected stands among the findings that are listed.
    pub fn place(&mut self, selection: &Selection, of: (&[Finding], &Words), links: &Links) -> Option<Place> {
        let kept = kept(&mut self.kept, &self.query, of, links, Some(selection));
        let open = open(&self.query, self.notes_open, kept);
        kept.place(selection, open, |index| Selection::Finding(of.0[index].id.clone()))
    }

    /// Asks for other findings.
    pub fn ask(&mut self, query: ChecksQuery) {
        self.query = query;
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
}

/// Those of some findings that a query keeps in a language, where something is selected and linked.
fn kept<'m>(
    memo: &'m mut Memo<KeptOf, Findings>,
    query: &ChecksQuery,
    (findings, words): (&[Finding], &Words),
    links: &Links,
    selection: Option<&Selection>,
) -> &'m Findings {
    memo.get(&(query.clone(), words.language(), selection.cloned()), |(query, _, selection)| {
        let is_selected = |one: &Finding| matches!(selection, Some(Selection::Finding(id)) if *id == one.id);
        let keeps = |finding: &Finding| query.keeps(finding, |message| words.say(message));
        let is_linked = |finding: &Finding| links.findings.contains(&finding.id);
        Kept::of(findings, (&Outcome::ALL, |finding| finding.outcome), keeps, is_linked, is_selected)
    })
}

/// Whether the findings of each outcome are listed: notes stay folded until they are asked for.
fn open(query: &ChecksQuery, notes_open: bool, kept: &Findings) -> [bool; Outcome::ALL.len()] {
    let searched = !query.search.trim().is_empty();
    std::array::from_fn(|at| {
        let (outcome, is_linked) = (Outcome::ALL[at], !kept.parts[at].linked.is_empty());
        outcome != Outcome::Info || notes_open || query.outcomes.contains(&outcome) || searched || is_linked
    })
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
        let kept = kept(&mut state.kept, &state.query, (findings, words), links, desk.selection());
        for (outcome, count) in Outcome::ALL.into_iter().zip(kept.parts.each_ref().map(|part| part.count)) {
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
        let kept = kept(&mut state.kept, &state.query, (findings, words), links, desk.selection());
        let left = message!(sources::findings_left, shown = kept.rows(), total = findings.len());
        announce_change(ui, "findings", &words.say(&left));
        if kept.rows() == 0 && !findings.is_empty() {
            ui.label(Type::Body.text(words.say(&label!(sources::no_finding)), t.ink));
            ui.add_space(6.0);
            if button(ui, None, &words.say(&label!(sources::clear_filters))).clicked() {
                state.query = ChecksQuery::default();
            }
            ui.add_space(12.0);
        }
        let (list, needed) = (TallList::new(ui, "findings", kept.rows()), kept.needed(desk.revealed()));
        let said = |_: &Language| findings.iter().map(|finding| FindingText::of(words, finding)).collect();
        let open = open(&state.query, state.notes_open, kept);
        let parts = Outcome::ALL.into_iter().zip(&kept.parts).zip(open);
        for ((outcome, part), open) in parts.filter(|((_, part), _)| part.len() > 0) {
            let texts = state.texts.get(&words.language(), said);
            let name = words.say(&outcome.name());
            if outcome == Outcome::Info {
                let titles: Vec<&str> =
                    part.numbers().iter().take(NAMED).map(|index| texts[*index].title.as_str()).collect();
                let said = if open { String::new() } else { titles.join("; ") };
                if fold_ui(ui, words, &name, part.len(), &said, open) {
                    state.notes_open = !open;
                }
            } else {
                let count = message!(sources::findings, count = part.len());
                let spoken = words.say(&message!(sources::counted_head, title = &name, count = count));
                counted_heading(ui, &name, &words.count(part.len() as u64), &spoken);
                ui.add_space(3.0);
                hairline(ui);
            }
            if open {
                let placed = list.table_ui(ui, &name, part.rows(), needed, |ui, row| {
                    let index = part.number(row);
                    let is_linked = links.findings.contains(&findings[index].id);
                    finding_row(ui, desk, &findings[index], &texts[index], is_linked);
                });
                ends.add(ui, &placed, part.linked.iter().copied(), |_| 0.0);
            }
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
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &spoken));
    opens(ui, &response, open);
    if response.hovered() {
        ui.painter().rect_filled(rect, radius::CHIP, t.hover);
    }
    let caret = Rect::from_min_size(pos2(rect.left(), rect.center().y - 6.0), vec2(12.0, 12.0));
    let icon = if open { Icon::CaretUp } else { Icon::CaretDown };
    icon.paint(ui, caret, t.ink2);
    within(ui, rect.with_min_x(caret.right() + 6.0), Layout::left_to_right(Align::Center), |ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), egui::accesskit::Node::set_hidden);
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
    let silent = state.silent.get(&(), |()| checks::silent(desk.briefing, desk.findings));
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
