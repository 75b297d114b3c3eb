//! The figures of a table as they come: each flow once, its figures beside it, and what was left.

use std::collections::BTreeMap;

use ahash::AHashMap;
use rust_decimal::Decimal;

use super::figure::{Direction, Figure, Named, Status};
use crate::briefing::{Message, Period};
use crate::import::ImportError;
use crate::import::choices::Way;
use crate::import::limits::MAX_FIGURES;
use crate::import::number::{Cell, DecimalMark, cell, marked};
use crate::import::plan::Leavings;
use crate::import::unit::{Prices, UnitRead};
use crate::message;

/// A flow as a table has it.
#[derive(Clone, Debug)]
pub struct RawFlow {
    pub reporter: (String, String),
    pub partner: (String, String),
    pub direction: Direction,
    pub label: String,
    /// What the table calls it, where it may say more than its direction.
    pub called: String,
    /// What it is of besides goods, as far as its name says so and others are not of that.
    pub kind: String,
    pub product: (String, String),
    pub valuation: String,
    pub unit: UnitRead,
    /// What stands in the columns that may tell it apart from others, with [`APART`] between them.
    pub apart: String,
}

/// What stands between the cells of [`RawFlow::apart`].
pub const APART: char = '\u{1f}';

/// What a reader may say of a whole table, and a row was told since it does not say it itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filled {
    Reporter,
    Partner,
    Unit,
    Period,
}

/// A figure of one.
#[derive(Clone, Copy, Debug)]
pub struct RawFigure {
    pub flow: u32,
    pub period: Period,
    pub value: Decimal,
    pub status: Option<Status>,
    pub row: u32,
}

/// What was gathered of a table.
#[derive(Debug, Default)]
pub struct Gathered {
    pub flows: Vec<RawFlow>,
    pub figures: Vec<RawFigure>,
    pub left: Leavings,
    /// Each of what some row was told.
    pub filled: Vec<Filled>,
    /// How many cells have no number where one is expected, of how many.
    pub odd: (u64, u64),
    /// How many numbers have a mark behind them, and the first of them.
    pub marked: (u64, Vec<String>),
}

/// Where a layout puts what it reads.
pub struct Sink<'a> {
    file: &'a str,
    gathered: Gathered,
    by_key: AHashMap<Box<[u8]>, u32>,
    key: Vec<u8>,
    /// Whether a flow of all goods was seen, so that those of some are left.
    has_all_goods: bool,
    error: Option<ImportError>,
}

/// The codes and words by which tables mean all goods.
const ALL_GOODS: &[&str] = &[
    "total",
    "_t",
    "t",
    "tot",
    "all",
    "all commodities",
    "all products",
    "total trade",
    "total all products",
    "ag_tot",
    "tot_gds",
    "00",
    "总值",
    "всего",
];

impl<'a> Sink<'a> {
    pub fn new(file: &'a str) -> Self {
        let (gathered, by_key) = (Gathered::default(), AHashMap::new());
        Self { file, gathered, by_key, key: Vec::new(), has_all_goods: false, error: None }
    }

    /// Leaves a row and says why.
    pub fn leave(&mut self, why: &Message, row: u32) {
        self.gathered.left.leave(why, row);
    }

    /// Notes whether a row was told something that it does not say itself.
    pub fn fill(&mut self, what: Filled, is_told: bool) {
        if is_told && !self.gathered.filled.contains(&what) {
            self.gathered.filled.push(what);
        }
    }

    /// The number in a cell; what is none is left, and said.
    pub fn number(&mut self, text: &str, mark: DecimalMark, row: u32) -> Option<Decimal> {
        Some(self.figure(text, mark, row)?.0)
    }

    /// The number in a cell, and what the mark behind it says; what is none is left, and said.
    pub fn figure(&mut self, text: &str, mark: DecimalMark, row: u32) -> Option<(Decimal, Option<Status>)> {
        /// As many as show what they are.
        const SHOWN: usize = 3;
        self.gathered.odd.1 += 1;
        match cell(text, mark) {
            Cell::Number(number) => Some((number, None)),
            Cell::Missing => {
                self.leave(&message!(import::left_missing), row);
                None
            }
            Cell::Other => {
                if let Some((number, mark)) = marked(text, mark) {
                    let (count, shown) = &mut self.gathered.marked;
                    *count += 1;
                    if shown.len() < SHOWN {
                        shown.push(text.trim().to_owned());
                    }
                    return Some((number, Some(Status::of_mark(mark))));
                }
                self.gathered.odd.0 += 1;
                self.leave(&message!(import::left_no_number), row);
                None
            }
        }
    }

    /// The period in a cell; where it is none, the row is left.
    pub fn period(&mut self, found: Option<Period>, row: u32) -> Option<Period> {
        self.gathered.odd.1 += 1;
        if found.is_none() {
            self.gathered.odd.0 += 1;
            self.leave(&message!(import::left_no_period), row);
        }
        found
    }

    /// Whether a row is left since it is of some goods, and there are figures of all.
    pub fn leaves_goods(&mut self, product: Named<'_>, row: u32) -> bool {
        let leaves = self.has_all_goods && !is_all_goods(product);
        if leaves {
            self.leave(&message!(import::left_goods), row);
        }
        leaves
    }

    /// Takes a figure.
    pub fn take(&mut self, figure: &Figure<'_>) {
        match figure.direction {
            Direction::Balance => return self.leave(&message!(import::left_balance), figure.row),
            Direction::Again => return self.leave(&message!(import::left_again), figure.row),
            _ => {}
        }
        let all_goods = is_all_goods(figure.product);
        if self.leaves_goods(figure.product, figure.row) {
            return;
        }
        // All goods only tell that others are parts where they are named.
        self.has_all_goods |= all_goods && !figure.product.is_empty();
        let flow = self.flow(figure, all_goods);
        let Figure { period, value, status, row, .. } = *figure;
        self.gathered.figures.push(RawFigure { flow, period, value, status, row });
        if self.gathered.figures.len() > MAX_FIGURES {
            self.drop_parts();
            if self.gathered.figures.len() > MAX_FIGURES {
                let what = message!(import::too_many_figures, most = MAX_FIGURES);
                let fault = || ImportError::of_file(self.file, what, message!(import::narrow_remedy));
                self.error.get_or_insert_with(fault);
                self.gathered.figures.clear();
            }
        }
    }

    fn flow(&mut self, figure: &Figure<'_>, all_goods: bool) -> u32 {
        let product = if all_goods { Named::default() } else { figure.product };
        self.key.clear();
        let (unit, direction) = (figure.unit, figure.direction as u8);
        let texts = [
            figure.reporter.code,
            figure.reporter.name,
            figure.partner.code,
            figure.partner.name,
            figure.label,
            figure.called,
            product.code,
            product.name,
            figure.valuation,
            &unit.currency,
            &unit.label,
            figure.apart,
        ];
        for text in texts {
            self.key.extend_from_slice(text.as_bytes());
            self.key.push(0xff);
        }
        self.key.push(direction);
        self.key.extend_from_slice(&unit.power.to_le_bytes());
        match unit.prices {
            Prices::Unsaid => self.key.push(0),
            Prices::Current => self.key.push(1),
            Prices::Constant(year) => self.key.extend_from_slice(&year.unwrap_or_default().to_le_bytes()),
        }
        if let Some(flow) = self.by_key.get(self.key.as_slice()) {
            return *flow;
        }
        let number = u32::try_from(self.gathered.flows.len()).unwrap_or(u32::MAX);
        let both = |named: Named<'_>| (named.code.to_owned(), named.name.to_owned());
        self.gathered.flows.push(RawFlow {
            reporter: both(figure.reporter),
            partner: both(figure.partner),
            direction: figure.direction,
            label: figure.label.to_owned(),
            called: figure.called.to_owned(),
            kind: String::new(),
            product: both(product),
            valuation: figure.valuation.to_owned(),
            unit: figure.unit.clone(),
            apart: figure.apart.to_owned(),
        });
        self.by_key.insert(self.key.as_slice().into(), number);
        number
    }

    /// Leaves the figures of some goods where there are those of all.
    fn drop_parts(&mut self) {
        if !self.has_all_goods {
            return;
        }
        let Gathered { flows, figures, left, .. } = &mut self.gathered;
        let is_part = |figure: &RawFigure| {
            flows.get(figure.flow as usize).is_some_and(|flow| !flow.product.0.is_empty() || !flow.product.1.is_empty())
        };
        let why = message!(import::left_goods);
        figures.retain(|figure| {
            let part = is_part(figure);
            if part {
                left.leave(&why, figure.row);
            }
            !part
        });
    }

    /// What has to stop the reading.
    pub const fn fault(&mut self) -> Option<ImportError> {
        self.error.take()
    }

    /// All that was gathered.
    pub fn into_gathered(mut self) -> Gathered {
        self.drop_parts();
        self.gathered
    }
}

impl Gathered {
    /// The names among some that nothing in the table has, and no flow of a series is known by.
    pub fn unused<'n>(&self, names: impl Iterator<Item = &'n String>) -> Vec<String> {
        let has = |flow: &RawFlow, name: &str| {
            let RawFlow { reporter, partner, label, product, .. } = flow;
            [&reporter.0, &reporter.1, &partner.0, &partner.1, label, &product.0, &product.1]
                .iter()
                .any(|own| *own == name)
        };
        // A flow goes by its key and its name as well: `exports-oil`, `Japan→Fiji`.
        let is_flow = |name: &str| {
            name.contains('→') || ["exports", "imports", "total"].iter().any(|key| name.to_lowercase().starts_with(key))
        };
        names.filter(|name| !is_flow(name) && !self.flows.iter().any(|flow| has(flow, name))).cloned().collect()
    }

    /// Whether of some figures nothing says which way goods went, nor what else they are of.
    pub fn has_no_way(&self) -> bool {
        self.flows.iter().any(|flow| flow.direction == Direction::Other && flow.label.is_empty())
    }

    /// Has flows go the way that a reader said they do: `way` those of which the table says nothing, others by what it calls
    /// them. Returns whether there are such as go that way.
    pub fn go_as_meant(&mut self, names: &BTreeMap<String, String>, way: Option<Way>) -> bool {
        let mut has_wayless = false;
        for flow in &mut self.flows {
            if flow.direction != Direction::Other {
                continue;
            }
            let is_wayless = flow.label.is_empty();
            has_wayless |= is_wayless;
            let called = if is_wayless { "total" } else { &flow.label };
            let meant = names.get(called).and_then(|meant| Direction::of_key(meant));
            let Some(meant) = way.filter(|_| is_wayless).map(Direction::from).or(meant) else { continue };
            flow.direction = meant;
            flow.label.clear();
        }
        let why = message!(import::left_balance);
        let Self { flows, figures, left, .. } = self;
        figures.retain(|figure| {
            let flow = flows.get(figure.flow as usize);
            let computed = flow.is_some_and(|flow| flow.direction == Direction::Balance);
            if computed {
                left.leave(&why, figure.row);
            }
            !computed
        });
        has_wayless
    }
}

/// Whether no goods are named, or all.
fn is_all_goods(product: Named<'_>) -> bool {
    let is = |text: &str| {
        // Most codes are digits.
        !matches!(text.as_bytes(), [b'1'..=b'9', ..] | [b'0', b'1'..=b'9', ..])
            && text.len() <= 24
            && ALL_GOODS.contains(&text.to_lowercase().as_str())
    };
    product.is_empty() || is(product.code) || product.code.is_empty() && is(product.name)
}
