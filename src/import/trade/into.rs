//! Series of a table into a briefing: which are there already, what is new, what was revised.

use std::collections::BTreeSet;

use ahash::AHashSet;

use super::draft::{SeriesDraft, gaps};
use super::figure::Status;
use super::target::Target;
use crate::briefing::{FileName, JsonEdit, Key, Message, Observation, Period, Pointer, Series, Trade, Value};
use crate::import::apply::Desk;
use crate::import::choices::Choices;
use crate::import::limits::MAX_SERIES;
use crate::import::parties::{Party, joined};
use crate::import::plan::{FileEdit, PartKind, Plan, json};
use crate::import::source::{self, Told};
use crate::import::{ImportError, Say};
use crate::message;

/// What is imported into what.
pub struct Into<'a> {
    pub desk: &'a Desk,
    pub choices: &'a Choices,
    pub say: Say<'a>,
    /// What keys begin with.
    pub prefix: String,
    /// What keys of series end with, by the rows that were kept.
    pub selected: String,
    /// The sheet, where a citation names one.
    pub section: Option<String>,
    /// What the source would be.
    pub told: Told,
}

/// A figure of a series by what it is of.
type Place = (Key, Key, Period);

impl<'a> Into<'a> {
    /// Adds to a plan what becomes of the series of a table.
    pub fn plan(&self, drafts: &'a [SeriesDraft], plan: &mut Plan) -> Result<(), ImportError> {
        if drafts.len() > MAX_SERIES {
            let what =
                message!(import::too_many_series, count = drafts.len().to_string(), most = MAX_SERIES.to_string());
            return Err(ImportError::of_file(&plan.table.file, what, message!(import::narrow_remedy)));
        }
        let mut targets = Vec::new();
        for draft in drafts.iter().filter(|draft| draft.flows.iter().any(|flow| !flow.figures.is_empty())) {
            targets.push(self.target(draft, drafts.len(), plan)?);
        }
        if targets.is_empty() {
            let what = plan.nothing_left();
            return Err(ImportError::of_file(&plan.table.file, what, message!(import::nothing_in_it_remedy)));
        }
        let base = self.base(drafts);
        // What is described and has no title of its own says whose trade it is.
        let title = match (&self.choices.title, Self::subject(drafts)) {
            (None, Some(subject)) => {
                let (name, subject) = (self.told.title.clone(), (self.say)(&subject));
                (self.say)(&message!(import::title_of, name = name, subject = subject))
            }
            (None, None) => (self.say)(&message!(import::title_described, name = &self.told.title)),
            (Some(title), _) => title.clone(),
        };
        let told = Told { title, ..self.told.clone() };
        let brought = Self::brought(&targets);
        let cited = |key: &Key| self.cited(key);
        let of_table = source::of_table(self.desk.briefing(), &base, &told, |key| {
            cited(key).into_iter().all(|place| brought.contains(&place))
        });
        source::plan(&of_table, plan);
        let key = of_table.source.id.clone();
        plan.table.source = Some(key.clone());
        let file = self.file(&base);
        let mut new = Vec::new();
        for target in &targets {
            Self::warn_of_gaps(target, plan);
            match &target.there {
                Some((file, at, series)) => self.revise(target, file, *at, series, &key, plan),
                None => new.push(self.made(target, &file, &key, plan)),
            }
        }
        if !new.is_empty() {
            self.place(&file, &new, drafts, plan);
        }
        Ok(())
    }

    /// What the keys of the source and of a new file are made of.
    fn base(&self, drafts: &[SeriesDraft]) -> Key {
        let key = |party: &'_ Option<Party>| party.as_ref().map_or_else(String::new, |party| party.key.to_string());
        if let Some(first) = drafts.first().filter(|_| pairs(drafts).len() == 1) {
            return joined(&[&self.prefix, &key(&first.reporter), &key(&first.partner)]);
        }
        let one = |of: fn(&SeriesDraft) -> &Option<Party>| {
            let all: BTreeSet<String> = drafts.iter().map(|draft| key(of(draft))).collect();
            if all.len() == 1 { all.into_iter().next().unwrap_or_default() } else { String::new() }
        };
        joined(&[&self.prefix, &one(|draft| &draft.reporter), &one(|draft| &draft.partner)])
    }

    /// The file that new series stand in.
    fn file(&self, base: &Key) -> FileName {
        if self.desk.folder().has("trade.json") { format!("trade/{base}.json").into() } else { "trade.json".into() }
    }

    fn trades(&self) -> impl Iterator<Item = (FileName, &'a Trade)> {
        self.desk.folder().of_kind("trade").into_iter().zip(&self.desk.briefing().trades)
    }

    /// A series of the briefing by its key, with its file and its place in it.
    pub fn there(&self, id: &Key) -> Option<(FileName, usize, &'a Series)> {
        self.trades().find_map(|(file, trade)| {
            let at = trade.series.iter().position(|series| series.id == *id)?;
            Some((file, at, trade.series.get(at)?))
        })
    }

    /// The figures that the table brings.
    fn brought(targets: &[Target<'_>]) -> AHashSet<Place> {
        let all =
            targets.iter().flat_map(|target| target.flows.iter().map(move |(flow, draft, _)| (target, flow, draft)));
        all.flat_map(|(target, flow, draft)| {
            draft.figures.iter().map(move |figure| (target.id.clone(), flow.id.clone(), figure.period))
        })
        .collect()
    }

    /// The figures of the briefing that cite a source.
    fn cited(&self, key: &Key) -> Vec<Place> {
        let all = self.desk.briefing().all_series();
        let cite = |observation: &&Observation| observation.citations.iter().any(|citation| citation.source == *key);
        all.flat_map(|series| {
            let own = series.observations.iter().filter(cite);
            own.map(|value| (series.id.clone(), value.flow.clone(), value.period))
        })
        .collect()
    }

    /// Puts new series into a set of figures that is there, or into a new one.
    fn place(&self, file: &FileName, new: &[Series], drafts: &[SeriesDraft], plan: &mut Plan) {
        if self.desk.folder().has(file) {
            let list = Pointer::default().field("series");
            for series in new {
                plan.edit(file, JsonEdit::Append { list: list.clone(), entry: json(series) });
            }
            return;
        }
        let table = || message!(import::subject_table, name = &self.told.title);
        let subject = (self.say)(&Self::subject(drafts).unwrap_or_else(table));
        let headline = (self.say)(&message!(import::headline, subject = &subject, publisher = &self.told.publisher));
        plan.part(file, PartKind::Trade, file, &subject);
        let trade = Trade {
            schema: None,
            headline,
            subject,
            series: new.to_vec(),
            milestone_citations: Vec::new(),
            milestones: Vec::new(),
        };
        plan.edits.push(FileEdit::Create(FileName::clone(file), json(&trade)));
    }

    /// Whose trade it is; none where there are several.
    fn subject(drafts: &[SeriesDraft]) -> Option<Message> {
        let name = |party: &Option<Party>| party.as_ref().map(|party| party.name.clone());
        let reporters: BTreeSet<Option<String>> = drafts.iter().map(|draft| name(&draft.reporter)).collect();
        if drafts.iter().any(|draft| draft.currency.is_empty()) {
            return None;
        }
        let pair = drafts.first().filter(|_| pairs(drafts).len() == 1);
        match pair.map(|draft| (name(&draft.reporter), name(&draft.partner))) {
            Some((Some(one), Some(other))) => Some(message!(import::subject_pair, one = one, other = other)),
            _ => match reporters.into_iter().collect::<Vec<_>>().as_slice() {
                [Some(one)] => Some(message!(import::subject_one, name = one)),
                _ => None,
            },
        }
    }

    fn warn_of_gaps(target: &Target<'_>, plan: &mut Plan) {
        /// As many flows as anyone reads of.
        const TOLD: usize = 12;
        let found = target.flows.iter().filter_map(|(flow, draft, _)| {
            let gaps = gaps(draft);
            (!gaps.is_empty()).then(|| (flow.id.to_string(), gaps))
        });
        let remarks: Vec<Message> = found
            .take(TOLD)
            .map(|(flow, gaps)| message!(import::gaps, flow = flow, periods = Value::list(gaps)))
            .collect();
        plan.remarks.extend(remarks);
        let broken = target.flows.iter().flat_map(|(flow, draft, _)| {
            let breaks = draft.figures.iter().filter(|figure| figure.status == Some(Status::Break));
            breaks.map(move |figure| message!(import::broken, flow = flow.id.to_string(), period = figure.period))
        });
        plan.remarks.extend(broken.take(TOLD));
    }
}

/// Who trades with whom, each two once whoever of them counted.
fn pairs(drafts: &[SeriesDraft]) -> BTreeSet<[String; 2]> {
    let key = |party: &Option<Party>| party.as_ref().map_or_else(String::new, |party| party.key.to_string());
    let pair = |draft: &SeriesDraft| {
        let mut pair = [key(&draft.reporter), key(&draft.partner)];
        pair.sort();
        pair
    };
    drafts.iter().map(pair).collect()
}
