//! What a page can show instead of what it shows first: the members of other days and as printed, the other measures of the
//! trade and how much of it is shown.
//!
//! It is composed after the document, when every source has its number.

use std::collections::{BTreeSet, HashMap};

use super::{Composer, members, trade};
use crate::analysis::roster::{Edition, Register, RosterRow};
use crate::analysis::trade::{Layer, Measure, TradeQuery};
use crate::export::brief::document::{Column, Grid, Row};
use crate::export::brief::material::{Listed, Shown};
use crate::export::query::Query;

/// A roster that has more rows than this, days and editions together, is shown as it is asked for and not otherwise.
const MOST_ROWS: usize = 60_000;

/// What a page can show besides.
#[derive(Default)]
pub struct Further<'a> {
    /// For each roster of the material its states on every day and as printed, where they are not too many.
    pub states: Vec<Option<States>>,
    /// For each series of the material every view of its figures, the one that is asked for among them.
    pub figures: Vec<Vec<Figures<'a>>>,
}

/// The states of a roster on every day and as printed.
#[derive(Debug)]
pub struct States {
    /// All of them.
    pub register: Register,
    /// The columns that the table of them could have.
    pub columns: Vec<Column>,
    /// The row of each entry of the register; none of those that stand in the document.
    pub rows: Vec<Option<Row>>,
    /// The entry of each row of the document.
    pub shown: Vec<Option<usize>>,
}

/// A view of the figures of a series.
pub struct Figures<'a> {
    /// The view, and what it is of.
    pub shown: Shown<'a>,
    /// What is plotted.
    pub measure: Measure,
    /// How much is shown.
    pub layer: Layer,
    /// Its table; none where it stands in the document.
    pub grid: Option<Grid>,
}

impl<'a> Further<'a> {
    pub(super) fn new(composer: &mut Composer<'a>) -> Self {
        let material = composer.material;
        Self {
            states: material.rosters.iter().map(|listed| States::new(composer, listed)).collect(),
            figures: material.trades.iter().enumerate().map(|(number, _)| figures(composer, number)).collect(),
        }
    }
}

impl States {
    fn new(composer: &mut Composer<'_>, listed: &Listed<'_>) -> Option<Self> {
        let Listed { members, query, view, .. } = listed;
        let roster = members.roster;
        if roster.spells.len() + roster.printed.len() > MOST_ROWS {
            return None;
        }
        let register = Register::new(*members);
        let key = |row: &RosterRow| (row.printed, row.state, row.spell, row.beside);
        let is_of = |days: bool| days == (query.edition == Edition::Corrected);
        let entries = register.entries.iter().enumerate().filter(|(_, entry)| is_of(entry.days.is_some()));
        // A state can hold the same again later: what is shown is what it holds on the day.
        let on_day = entries.filter(|(_, entry)| {
            entry.days.is_none_or(|(from, until)| from <= query.as_of && until.is_none_or(|until| query.as_of < until))
        });
        let numbers: HashMap<_, usize> = on_day.map(|(number, entry)| (key(&entry.row), number)).collect();
        let shown: Vec<Option<usize>> = view.rows().map(|row| numbers.get(&key(&row)).copied()).collect();
        let stands: BTreeSet<usize> = shown.iter().flatten().copied().collect();
        let mut rows = Vec::with_capacity(register.entries.len());
        for (number, entry) in composer.material.wanted(&register.entries).enumerate() {
            let row = (!stands.contains(&number)).then(|| members::state(composer, *members, &entry.row));
            rows.push(row);
        }
        let columns = members::columns(composer, *members);
        Some(Self { register, columns, rows, shown })
    }
}

/// Every view of the figures of a series.
fn figures<'a>(composer: &mut Composer<'a>, number: usize) -> Vec<Figures<'a>> {
    let material = composer.material;
    let (briefing, shown) = (material.briefing, &material.trades[number]);
    let asked = shown.view.query;
    let layers: &[Layer] = if briefing.document_source().is_some() { &Layer::ALL } else { &[asked.layer] };
    let mut figures = Vec::new();
    for layer in layers.iter().copied() {
        for measure in material.wanted(Measure::all().filter(|measure| measure.is_of(&shown.figures))) {
            let trade = TradeQuery { measure, layer, ..material.query.trade };
            // What is laid beside the series that is asked for is laid beside no other.
            let beside = material.query.beside.clone().filter(|_| number == 0);
            let shown = Shown::new(briefing, shown.series, &Query { trade, beside, ..material.query.clone() });
            if shown.view.columns.is_empty() || shown.view.query.measure != measure {
                continue;
            }
            let is_asked = asked.measure == measure && asked.layer == layer;
            let grid = (!is_asked).then(|| trade::grid(composer, shown.series, &shown.view));
            figures.push(Figures { shown, measure, layer, grid });
        }
    }
    figures
}
