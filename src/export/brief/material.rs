//! What a brief is made of: the briefing, what the checks found, and the views that the window shows.

use crate::analysis::checks::Finding;
use crate::analysis::roster::{Mark, RosterIndex, RosterView};
use crate::analysis::trade::{self, Figures, TradeView};
use crate::briefing::{Briefing, Members, Series};
use crate::export::provenance::Provenance;
use crate::export::query::Query;
use crate::export::settings::Settings;
use crate::export::stamp::Stamp;
use crate::export::{roster as roster_table, trade as trade_table};
use crate::words::Words;

/// What a brief is made of.
pub struct Material<'a> {
    /// The briefing.
    pub briefing: &'a Briefing,
    /// What the checks found in it.
    pub findings: &'a [Finding],
    /// What is asked for.
    pub query: &'a Query,
    /// The roster as it is asked for, where there is one.
    pub roster: Option<Listed<'a>>,
    /// The first series of the trade as it is asked for, where there is one.
    pub trade: Option<Shown<'a>>,
    /// When it is made.
    pub made: Stamp,
    /// The words it is written in.
    pub words: &'a Words,
}

/// A roster with what is shown of it.
pub struct Listed<'a> {
    /// The roster.
    pub members: Members<'a>,
    /// What is shown.
    pub view: RosterView,
    /// Its states on the map.
    pub marks: Vec<Mark>,
}

/// A series with its figures and what is shown of them.
pub struct Shown<'a> {
    /// The series.
    pub series: &'a Series,
    /// Its figures.
    pub figures: Figures,
    /// What is shown.
    pub view: TradeView,
}

impl<'a> Material<'a> {
    /// Looks everything up once.
    pub fn new(briefing: &'a Briefing, findings: &'a [Finding], settings: &'a Settings, words: &'a Words) -> Self {
        let query = &settings.query;
        let trade = briefing.series_or_main(query.series.as_ref()).map(|series| {
            let figures = Figures::new(briefing, series);
            let view = trade::view(series, &figures, &query.trade);
            Shown { series, figures, view }
        });
        let roster = briefing.members_of(query.roster.organisation.as_ref()).map(|members| {
            let mut index = RosterIndex::new(members);
            let view = index.view(members, &query.roster);
            Listed { members, marks: index.marks(&view), view }
        });
        Self { briefing, findings, query, roster, trade, made: settings.made, words }
    }

    /// What the roster in it is.
    pub fn roster_provenance(&self) -> Option<Provenance> {
        let Listed { members, view, .. } = self.roster.as_ref()?;
        Some(roster_table::provenance(*members, &self.query.roster, view, self.made, self.words))
    }

    /// What the trade in it is.
    pub fn trade_provenance(&self) -> Option<Provenance> {
        let shown = self.trade.as_ref()?;
        Some(trade_table::provenance(self.briefing, shown.series, &shown.view, self.made, self.words))
    }
}
