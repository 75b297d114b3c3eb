//! What a brief is made of: the briefing, what the checks found, and the views that the window shows.

use crate::analysis::checks::Finding;
use crate::analysis::roster::{Mark, RosterIndex, RosterQuery, RosterView};
use crate::analysis::trade::{self, Figures, SeriesFigures, TradeView};
use crate::briefing::{Briefing, Members, Series};
use crate::export::job::{Cancelled, Job};
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
    /// Every roster: first the one that is asked for, as it is asked for, then the others, whole.
    pub rosters: Vec<Listed<'a>>,
    /// A series of every set of figures: first the one that is asked for, then the first of each other set.
    pub trades: Vec<Shown<'a>>,
    /// When it is made.
    pub made: Stamp,
    /// The words it is written in.
    pub words: &'a Words,
    /// What knows whether it is still wanted.
    pub job: &'a Job,
}

/// A roster with what is shown of it.
pub struct Listed<'a> {
    /// The roster.
    pub members: Members<'a>,
    /// What is asked of it.
    pub query: RosterQuery,
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

impl<'a> Listed<'a> {
    fn new(members: Members<'a>, query: RosterQuery, job: &Job) -> Result<Self, Cancelled> {
        let mut index = RosterIndex::new(members);
        job.step(0.07)?;
        let view = index.view(members, &query);
        job.step(0.08)?;
        Ok(Self { members, query, marks: index.marks(&view), view })
    }
}

impl<'a> Shown<'a> {
    /// What a query shows of a series, with what is laid beside it.
    pub fn new(briefing: &'a Briefing, series: &'a Series, query: &Query) -> Self {
        let figures = Figures::new(briefing, series);
        let other = query.beside.as_ref().and_then(|key| briefing.series(key));
        let other = other.map(|other| (other, Figures::new(briefing, other)));
        let other = other.as_ref().map(|(series, figures)| SeriesFigures { series, figures });
        let view = trade::view_beside(briefing, SeriesFigures { series, figures: &figures }, other, &query.trade);
        Self { series, figures, view }
    }
}

impl<'a> Material<'a> {
    /// Looks everything up once.
    ///
    /// # Errors
    /// That the reader cancelled.
    pub fn new(
        briefing: &'a Briefing,
        findings: &'a [Finding],
        settings: &'a Settings,
        words: &'a Words,
        job: &'a Job,
    ) -> Result<Self, Cancelled> {
        let query = &settings.query;
        let chosen = briefing.series_or_main(query.series.as_ref());
        let set = chosen.and_then(|series| briefing.trade_of(series));
        let other_sets = briefing.trades.iter().filter(|trade| set.is_none_or(|set| !std::ptr::eq(set, *trade)));
        let firsts = other_sets.filter_map(|trade| trade.series.iter().find(|one| !one.observations.is_empty()));
        // What is laid beside the one that is asked for is laid beside no other.
        let alone = Query { beside: None, ..query.clone() };
        let asked = chosen.map(|series| Shown::new(briefing, series, query));
        job.step(0.02)?;
        let others = firsts.collect::<Vec<_>>();
        let others = job.each((0.02, 0.05), others, |series| Shown::new(briefing, series, &alone))?;
        let trades = asked.into_iter().chain(others).collect();
        let asked = briefing.members_of(query.roster.organisation.as_ref());
        let is_asked = |members: &Members<'_>| asked.is_some_and(|asked| std::ptr::eq(asked.roster, members.roster));
        let others = briefing.members().filter(|members| !is_asked(members));
        let of_others = |members: Members<'a>| {
            let organisation = Some(members.roster.organisation.id.clone());
            let on = RosterQuery::on(query.roster.as_of);
            Listed::new(members, RosterQuery { organisation, ..on }, job)
        };
        let asked = asked.map(|members| Listed::new(members, query.roster.clone(), job));
        let rosters = asked.into_iter().chain(others.map(of_others)).collect::<Result<_, _>>()?;
        Ok(Self { briefing, findings, query, rosters, trades, made: settings.made, words, job })
    }

    /// Things for as long as they are wanted: who goes through them asks the job afterwards.
    pub fn wanted<I: IntoIterator>(&self, things: I) -> impl Iterator<Item = I::Item> + use<'a, I> {
        let job = self.job;
        things.into_iter().take_while(move |_| !job.is_cancelled())
    }

    /// What a roster in it is.
    pub fn roster_provenance(&self, listed: &Listed<'_>) -> Provenance {
        let Listed { members, query, view, .. } = listed;
        roster_table::provenance(*members, query, view, self.made, self.words)
    }

    /// What the figures of a series in it are.
    pub fn trade_provenance(&self, shown: &Shown<'_>) -> Provenance {
        trade_table::provenance(self.briefing, shown.series, &shown.view, self.made, self.words)
    }
}
