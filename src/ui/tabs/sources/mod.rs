//! Sources and checks: the document sentence by sentence, what it claims, what the checks make of it, joined by threads,
//! and where else it was looked up.

mod checks;
mod claims;
mod kept;
mod links;
mod list;
mod sentences;
mod tab;
mod threads;

pub use self::tab::TAB;
use egui::{Align, Layout, Rect, Ui, pos2};

use crate::analysis::checks::{self as found, ChecksQuery, Finding};
use crate::analysis::claims::ClaimsQuery;
use crate::analysis::memo::Memo;
use crate::briefing::{Briefing, Message, Value, Verdict};
use crate::export::link::{self, Link, LinkError};
use crate::export::request::RequestError;
use crate::ui::shell::desk::{Desk, Place, Selection};
use crate::ui::shell::session::Session;
use crate::ui::theme::layout;
use crate::ui::widgets::{self, button, section_head, segments, within};
use crate::words::Words;
use crate::{label, message};
use checks::ChecksState;
use links::Links;
use threads::Ends;

/// Between two columns, where there is room and where there is little.
const GUTTERS: [f32; 2] = [48.0, 32.0];
/// With less room than for the head of a column, its filters and some rows the page scrolls.
const LEAST: f32 = 200.0;

/// The widths of sentences, claims and checks to each other.
const SHARES: [f32; 3] = [352.0, 416.0, 368.0];

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pane {
    Sentences,
    Claims,
    Checks,
    Sources,
}

impl Pane {
    const ALL: [Self; 4] = [Self::Sentences, Self::Claims, Self::Checks, Self::Sources];

    /// Its name for programs.
    const fn key(self) -> &'static str {
        match self {
            Self::Sentences => "sentences",
            Self::Claims => "claims",
            Self::Checks => "checks",
            Self::Sources => "sources",
        }
    }

    /// What it is called.
    const fn name(self) -> Message {
        match self {
            Self::Sentences => label!(sources::pane_sentences),
            Self::Claims => label!(sources::pane_claims),
            Self::Checks => label!(sources::pane_checks),
            Self::Sources => label!(sources::pane_sources),
        }
    }
}

/// What the reader set on this tab.
#[derive(Debug)]
pub struct SourcesState {
    /// The column shown beside the claims, or by itself, where there is no room for three.
    pane: Pane,
    /// The third column where there is.
    third: Pane,
    claims: ClaimsQuery,
    /// Which of the claims are kept.
    kept: Memo<(ClaimsQuery, Option<Selection>), claims::Claims>,
    /// Which of the sentences or the sources is selected.
    listed: Memo<Selection, Option<Place>>,
    checks: ChecksState,
    links: Memo<Option<Selection>, Links>,
    kinds: Memo<(String, Option<Selection>), list::Kinds>,
    /// What is searched for among the sources.
    sources: list::Search,
    /// The highest numbers of paragraphs and sentences.
    numbers: Memo<(), [u16; 2]>,
    /// The selection whose links were brought into view.
    followed: Option<Selection>,
}

impl Default for SourcesState {
    fn default() -> Self {
        Self {
            pane: Pane::Claims,
            third: Pane::Checks,
            claims: ClaimsQuery::default(),
            kept: Memo::default(),
            listed: Memo::default(),
            checks: ChecksState::default(),
            links: Memo::default(),
            kinds: Memo::default(),
            sources: list::Search::default(),
            numbers: Memo::default(),
            followed: None,
        }
    }
}

impl SourcesState {
    /// What is asked of the claims.
    pub const fn claims(&self) -> &ClaimsQuery {
        &self.claims
    }

    /// What is asked of the checks.
    pub const fn checks(&self) -> &ChecksQuery {
        self.checks.query()
    }

    /// What is asked of the claims and the checks, and which columns are chosen, as a link gives it.
    pub fn given(&self) -> Vec<(String, String)> {
        let mut given = link::claims_given(&self.claims);
        given.extend(link::checks_given(self.checks.query()));
        for (name, pane, usual) in [("pane", self.pane, Pane::Claims), ("beside", self.third, Pane::Checks)] {
            if pane != usual {
                given.push((name.to_owned(), pane.key().to_owned()));
            }
        }
        given
    }

    /// Shows what a link gives.
    pub fn follow(&mut self, link: &Link, briefing: &Briefing) -> Result<(), LinkError> {
        link.only(&[link::CLAIMS, link::CHECKS, &["pane", "beside"]])?;
        let pane = |name: &'static str, usual| match link.one(name) {
            None => Ok(usual),
            Some(given) => Pane::ALL.into_iter().find(|pane| pane.key() == given).ok_or_else(|| {
                let known = message!(request::one_of, values = Value::list(Pane::ALL.map(Pane::key)));
                RequestError { option: name, value: given.to_owned(), known }
            }),
        };
        let (pane, third) = (pane("pane", Pane::Claims)?, pane("beside", Pane::Checks)?);
        let (claims, checks) = (link::claims_query(link, briefing)?, link::checks_query(link)?);
        self.checks.ask(checks);
        (self.claims, self.pane, self.third) = (claims, pane, third);
        Ok(())
    }

    /// Works out the links anew, over files that have changed.
    pub fn forget_links(&mut self) {
        self.links = Memo::default();
        self.kept = Memo::default();
        self.kinds = Memo::default();
        self.numbers = Memo::default();
        self.listed = Memo::default();
        self.checks.forget_texts();
    }

    /// Where what is selected stands in its column.
    pub fn place(&mut self, selection: &Selection, session: &Session, words: &Words) -> Option<Place> {
        let of = Some(selection.clone());
        let links = |of: &Option<Selection>| Links::of(&session.briefing, &session.findings, of.as_ref());
        let links = self.links.get(&of, links);
        match selection {
            Selection::Claim(_) => {
                let (query, all) = (&self.claims, &session.briefing.claims.claims);
                let kept = |(query, of): &(_, Option<_>)| claims::kept(all, query, links, of.as_ref());
                let kept = self.kept.get(&(query.clone(), of), kept);
                let one = |index: usize| Selection::Claim(all[index].id.clone());
                kept.place(selection, [true; Verdict::ALL.len()], one)
            }
            Selection::Finding(_) => self.checks.place(selection, (&session.findings, words), links),
            Selection::Source(_) => {
                let all = &session.briefing.sources.sources;
                let kinds = |(search, of): &(String, Option<_>)| list::Kinds::of(all, search, links, of.as_ref());
                self.kinds.get(&(self.sources.text.clone(), of), kinds).place(selection, all)
            }
            Selection::Sentence(_) => {
                let of_all = |of: &Selection| Place::of_all(of, &session.briefing, &session.findings);
                self.listed.get(selection, of_all).clone()
            }
            Selection::State(_) | Selection::Period(..) => None,
        }
    }

    /// Brings the column into view that holds a selection, out from behind any filter.
    pub fn reveal(&mut self, selection: &Selection, briefing: &Briefing, findings: &[Finding]) {
        self.pane = match selection {
            Selection::Sentence(_) => Pane::Sentences,
            Selection::Source(_) => Pane::Sources,
            Selection::Finding(..) => Pane::Checks,
            Selection::Claim(_) | Selection::State(_) | Selection::Period(..) => Pane::Claims,
        };
        if matches!(self.pane, Pane::Sources | Pane::Checks) {
            self.third = self.pane;
        }
        if let Selection::Source(key) = selection
            && !list::keeps(briefing, key, &self.sources.text)
        {
            self.sources.text.clear();
        }
        if let Selection::Finding(id) = selection
            && let Some(finding) = found::finding(findings, id)
        {
            self.checks.reveal(finding);
        }
        if let Selection::Claim(key) = selection
            && briefing.claim(key).is_some_and(|claim| !self.claims.keeps(claim))
        {
            self.claims = ClaimsQuery::default();
        }
    }

    /// Asks for the keyboard in the search of the sources where they are shown, else in that of the checks.
    pub const fn focus_search(&mut self) {
        if matches!(self.third, Pane::Sources) {
            self.pane = Pane::Sources;
            self.sources.wants_focus = true;
            return;
        }
        (self.pane, self.third) = (Pane::Checks, Pane::Checks);
        self.checks.focus_search();
    }

    /// Takes the filters of the claims and of the checks off. Returns whether there were any.
    pub fn clear_filters(&mut self) -> bool {
        let claims = std::mem::take(&mut self.claims) != ClaimsQuery::default();
        let sources = !std::mem::take(&mut self.sources.text).is_empty();
        self.checks.clear() || claims || sources
    }
}

/// Draws the tab.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut SourcesState) {
    let page = ui.max_rect().shrink2(egui::vec2(layout::PAGE_MARGIN, 0.0));
    let page = page.with_min_y(page.top() + 16.0);
    let width = page.width();
    // A column for what the briefing has.
    let there = panes(desk.briefing);
    let mut is_shared = false;
    // The first of the columns is the one that is switched.
    let (mut shown, switched): (Vec<Pane>, Vec<Pane>) =
        if width >= 900.0 && ui.ctx().content_rect().width() >= layout::FOLD {
            // What there is no room for beside the others shares the third column.
            is_shared = there.len() > SHARES.len();
            let abreast = if is_shared { vec![Pane::Sentences, Pane::Claims, state.third] } else { there };
            (abreast, Vec::new())
        } else if width >= 620.0 && there.contains(&Pane::Claims) {
            let beside: Vec<Pane> = there.into_iter().filter(|pane| *pane != Pane::Claims).collect();
            (vec![if beside.contains(&state.pane) { state.pane } else { beside[0] }, Pane::Claims], beside)
        } else {
            (vec![if there.contains(&state.pane) { state.pane } else { there[0] }], there)
        };
    within(ui, page, Layout::top_down(Align::Min), |ui| {
        let above = |ui: &mut Ui, (desk, state, shown): &mut (&mut Desk<'_>, &mut SourcesState, &mut Vec<Pane>)| {
            if !switched.is_empty() {
                switch_ui(ui, desk, state, &mut shown[0], &switched);
            }
        };
        widgets::page(ui, "sources-page", LEAST, &mut (desk, state, &mut shown), above, |ui, (desk, state, shown)| {
            columns_ui(ui, desk, state, shown, is_shared);
        });
    });
}

/// What of a briefing stands in a column, in their order.
fn panes(briefing: &Briefing) -> Vec<Pane> {
    let sentences = (!briefing.sentences().is_empty()).then_some(Pane::Sentences);
    let claims = (!briefing.claims.claims.is_empty()).then_some(Pane::Claims);
    sentences.into_iter().chain(claims).chain([Pane::Checks, Pane::Sources]).collect()
}

/// Draws the choice of a column, and, where there are no threads, how many checks they would lead to.
fn switch_ui(ui: &mut Ui, desk: &Desk<'_>, state: &mut SourcesState, chosen: &mut Pane, panes: &[Pane]) {
    let selection = desk.selection().cloned();
    let links = state.links.get(&selection, |selection| Links::of(desk.briefing, desk.findings, selection.as_ref()));
    let linked = links.findings.len();
    ui.horizontal_wrapped(|ui| {
        if segments_ui(ui, desk.words, chosen, panes) {
            state.pane = *chosen;
        }
        let leads_there = linked > 0 && *chosen != Pane::Checks;
        if leads_there && button(ui, None, &desk.words.say(&message!(sources::linked_checks, count = linked))).clicked()
        {
            state.pane = Pane::Checks;
            *chosen = Pane::Checks;
        }
    });
    ui.add_space(8.0);
}

/// What the status bar says.
pub fn facts(session: &Session, words: &Words) -> Vec<String> {
    let (briefing, boilerplate) = (&session.briefing, session.tallies.boilerplate);
    let claims = briefing.claims.claims.len();
    let facts = [
        (claims > 0).then(|| message!(words::claims, count = claims)),
        Some(message!(sources::sources, count = briefing.sources.sources.len())),
        (boilerplate > 0).then(|| message!(sources::left_out, count = boilerplate)),
    ];
    facts.iter().flatten().map(|fact| words.say(fact)).collect()
}

/// Draws columns side by side, each scrolling by itself, and the threads between them. Where the last is `shared`, what
/// stands in it can be chosen.
fn columns_ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut SourcesState, panes: &[Pane], shared: bool) {
    let page = ui.available_rect_before_wrap();
    let selection = desk.selection().cloned();
    let (briefing, findings) = (desk.briefing, desk.findings);
    let links = state.links.get(&selection, |selection| Links::of(briefing, findings, selection.as_ref()));
    let follow = state.followed != selection;
    let mut ends = [Ends::new(follow), Ends::new(follow), Ends::new(follow)];
    state.followed.clone_from(&selection);
    let parts = if panes.len() == SHARES.len() { &SHARES[..] } else { &[1.0; 3][..panes.len()] };
    let gutter = GUTTERS[usize::from(page.width() < layout::FOLD)];
    let room = page.width() - gutter * (panes.len() - 1) as f32;
    let mut left = page.left();
    for ((pane, part), ends) in panes.iter().zip(parts).zip(&mut ends) {
        let width = room * part / parts.iter().sum::<f32>();
        let column = Rect::from_min_max(pos2(left, page.top()), pos2(left + width, page.bottom()));
        left += width + gutter;
        within(ui, column, Layout::top_down(Align::Min), |ui| match pane {
            Pane::Sentences => {
                let numbers = state.numbers.get(&(), |()| sentences::numbers(briefing.sentences()));
                sentences::ui(ui, desk, *numbers, links, ends);
            }
            Pane::Claims => {
                let question = (state.claims.clone(), selection.clone());
                let all = &briefing.claims.claims;
                let kept = |(query, of): &(_, Option<_>)| claims::kept(all, query, links, of.as_ref());
                let kept = state.kept.get(&question, kept);
                claims::ui(ui, desk, &mut state.claims, kept, links, ends);
            }
            Pane::Checks => {
                section_head(ui, &desk.words.say(&label!(sources::head_checks)), "");
                third_ui(ui, desk.words, &mut state.third, shared);
                checks::ui(ui, desk, &mut state.checks, links, ends);
            }
            Pane::Sources => {
                section_head(ui, &desk.words.say(&label!(sources::head_sources)), "");
                third_ui(ui, desk.words, &mut state.third, shared);
                let question = (state.sources.text.clone(), selection.clone());
                let all = &briefing.sources.sources;
                let kinds = |(search, of): &(String, Option<_>)| list::Kinds::of(all, search, links, of.as_ref());
                let kinds = state.kinds.get(&question, kinds);
                list::ui(ui, desk, &mut state.sources, kinds, links, ends);
            }
        });
    }
    if panes.len() == SHARES.len() {
        for pair in ends.windows(2) {
            threads::ui(ui, &pair[0], &pair[1]);
        }
    }
}

/// Draws the choice of what stands in the third column, where two things share it.
fn third_ui(ui: &mut Ui, words: &Words, third: &mut Pane, shared: bool) {
    if shared {
        segments_ui(ui, words, third, &[Pane::Checks, Pane::Sources]);
        ui.add_space(4.0);
    }
}

/// Draws the choice of a column. Returns whether it was changed.
fn segments_ui(ui: &mut Ui, words: &Words, chosen: &mut Pane, panes: &[Pane]) -> bool {
    let names: Vec<(Pane, String)> = panes.iter().map(|pane| (*pane, words.say(&pane.name()))).collect();
    let choices: Vec<(Pane, &str)> = names.iter().map(|(pane, name)| (*pane, name.as_str())).collect();
    segments(ui, &words.say(&label!(sources::pane)), None, chosen, &choices)
}
