//! The state of each tab, and what the frame asks of the open one.

use egui::{Context, Ui};

use super::desk::{Desk, Selection, Tab};
use super::session::Session;
use crate::analysis::format;
use crate::briefing::Briefing;
use crate::export::findings;
use crate::export::picture::ChartLook;
use crate::export::query::Query;
use crate::ui::tabs::members::{self, Columns, MembersState};
use crate::ui::tabs::sources::{self, SourcesState};
use crate::ui::tabs::summary::{self, SummaryState};
use crate::ui::tabs::trade::{self, TradeState};
use crate::words::Words;

/// The state of each tab.
pub struct Tabs {
    summary: SummaryState,
    members: MembersState,
    trade: TradeState,
    sources: SourcesState,
}

impl Tabs {
    /// As they first open.
    pub fn new(ctx: &Context, session: &Session, known: members::Known, columns: Columns) -> Self {
        Self {
            summary: SummaryState::default(),
            members: MembersState::new(ctx, &session.briefing, known, columns),
            trade: TradeState::default(),
            sources: SourcesState::default(),
        }
    }

    /// Over the same folder, whose files have changed, as far as what was set still means something.
    pub fn follow(&mut self, ctx: &Context, session: &Session, known: members::Known) {
        let fresh = MembersState::new(ctx, &session.briefing, known, self.members.columns().clone());
        let earlier = std::mem::replace(&mut self.members, fresh);
        self.members.ask_as(earlier, &session.briefing);
        self.trade = self.trade.over_another();
        self.summary.keep_in(&session.briefing);
        self.sources.forget_links();
    }

    /// The columns of the members, to be remembered.
    pub const fn columns(&self) -> &Columns {
        self.members.columns()
    }

    /// Draws a tab.
    pub fn ui(&mut self, ui: &mut Ui, desk: &mut Desk<'_>, tab: Tab) {
        match tab {
            Tab::Summary => summary::ui(ui, desk, &mut self.summary),
            Tab::Members => members::ui(ui, desk, &mut self.members),
            Tab::Trade => trade::ui(ui, desk, &mut self.trade),
            Tab::Sources => sources::ui(ui, desk, &mut self.sources),
        }
    }

    /// How far what a tab shows is known.
    pub fn known_until(&mut self, tab: Tab, session: &Session) -> String {
        let briefing = &session.briefing;
        match tab {
            Tab::Summary | Tab::Members => format!("Roster known to {}", format::date(briefing.roster.known_until)),
            Tab::Trade => {
                let until = self.trade.known_until(briefing);
                until.map_or_else(String::new, |until| Words::english().say(&until))
            }
            Tab::Sources => format!("Evidence checked on {}", format::date(briefing.manifest.checked)),
        }
    }

    /// What the status bar says of a tab.
    pub fn facts(&mut self, tab: Tab, session: &Session, words: &Words) -> Vec<String> {
        let briefing = &session.briefing;
        match tab {
            Tab::Summary => self.summary.facts(briefing, words),
            Tab::Members => self.members.facts(briefing),
            Tab::Trade => self.trade.facts(briefing).iter().map(|fact| Words::english().say(fact)).collect(),
            Tab::Sources => sources::facts(briefing),
        }
    }

    /// Whether a tab has a table to copy.
    pub fn has_table(tab: Tab, session: &Session) -> bool {
        match tab {
            Tab::Summary => false,
            Tab::Trade => !session.briefing.trade.series.is_empty(),
            Tab::Members | Tab::Sources => true,
        }
    }

    /// Whether a tab has a chart or a map.
    pub fn has_picture(tab: Tab, session: &Session) -> bool {
        match tab {
            Tab::Members => true,
            Tab::Trade => !session.briefing.trade.series.is_empty(),
            Tab::Summary | Tab::Sources => false,
        }
    }

    /// The table of a tab, with tabs.
    pub fn table(&mut self, tab: Tab, session: &Session) -> Option<String> {
        match tab {
            Tab::Members => self.members.tsv(&session.briefing),
            Tab::Trade => self.trade.tsv(&Words::english(), &session.briefing),
            Tab::Sources => Some(findings::tsv(&session.findings, self.sources.checks())),
            Tab::Summary => None,
        }
    }

    /// Puts the cursor into the search of a tab. Returns whether it has one.
    pub const fn search(&mut self, tab: Tab) -> bool {
        match tab {
            Tab::Members => self.members.focus_search(),
            Tab::Sources => self.sources.focus_search(),
            Tab::Summary | Tab::Trade => return false,
        }
        true
    }

    /// Brings a selection into view on a tab, out from behind any filter.
    pub fn reveal(&mut self, tab: Tab, selection: &Selection, session: &Session) {
        match (tab, selection) {
            (Tab::Members, Selection::State(key)) => self.members.reveal(key),
            (Tab::Sources, selection) => self.sources.reveal(selection, &session.briefing, &session.findings),
            _ => {}
        }
    }

    /// Takes all filters of a tab off. Returns whether there were any.
    pub fn clear(&mut self, tab: Tab) -> bool {
        match tab {
            Tab::Summary => self.summary.clear_filters(),
            Tab::Members => self.members.clear_filters(),
            Tab::Sources => self.sources.clear_filters(),
            Tab::Trade => false,
        }
    }

    /// What the tabs show, to be exported.
    pub fn query(&self, briefing: &Briefing) -> Query {
        Query {
            roster: self.members.query().clone(),
            trade: self.trade.query(),
            claims: self.sources.claims().clone(),
            checks: self.sources.checks().clone(),
            ..Query::of(briefing)
        }
    }

    /// How the trade is drawn.
    pub fn chart(&self) -> ChartLook {
        self.trade.look()
    }
}
