//! Which columns of a table with a figure a row are values, and what each of them is in.

use super::across::is_number;
use super::called::column;
use super::figure::{Direction, direction, valuation};
use super::layout::{Head, Role, Titles};
use super::told_unit::{TableUnit, table_unit};
use crate::briefing::{Message, Value};
use crate::import::ImportError;
use crate::import::number::is_missing;
use crate::import::parties::states_meant;
use crate::import::period;
use crate::import::unit::{Prices, Said, UnitRead, prices_in, said, says_more};
use crate::message;

/// The columns of values.
#[derive(Default)]
pub struct Values {
    /// Each with its head.
    pub columns: Vec<(usize, String)>,
    /// The months of the year that they are of, where those stand side by side.
    pub parts: Vec<(usize, Option<(i8, i8)>)>,
    /// With whom was traded, by those whose heads name them.
    pub partners: Vec<(usize, String)>,
    /// What they are in, where that is not what the whole table is in.
    pub units: Vec<(usize, UnitRead)>,
    /// What the whole table is in.
    pub unit: UnitRead,
    pub remarks: Vec<Message>,
}

/// What the other columns of a table say.
#[expect(clippy::struct_excessive_bools, reason = "each is asked for by itself")]
pub struct Others {
    /// Columns that say something else.
    pub taken: Vec<usize>,
    pub has_flow: bool,
    pub has_unit: bool,
    pub has_partner: bool,
    /// Whether there is a year without a part of it.
    pub has_year_alone: bool,
}

/// The columns of values: the one that is called or chosen so, else all of numbers that are amounts.
pub fn values(head: &Head<'_>, titles: &Titles, at: usize, others: &Others) -> Result<Values, ImportError> {
    let mut values = Values::default();
    let kept = if let Some(value) = column(head, titles, Role::Value) {
        vec![value]
    } else {
        let all = numbers(head, titles, at, others);
        let named: Vec<(usize, String)> = all.iter().map(|own| (own.column, own.name.to_owned())).collect();
        let kept = taken(all, others, &mut values);
        let left = named.into_iter().filter(|(column, _)| !kept.contains(column)).map(|(_, name)| name);
        let left: Vec<String> = left.take(12).collect();
        if !left.is_empty() {
            values.remarks.push(message!(import::columns_left, columns = Value::list(left)));
        }
        kept
    };
    if kept.is_empty() {
        return Err(head.fault(None, message!(import::no_value), message!(import::no_value_remedy)));
    }
    let above = head.rows.iter().take(at).flat_map(|row| row.fields.iter());
    let table = table_unit(head, above)?;
    let heads: Vec<(usize, Said)> = kept.iter().map(|column| (*column, said_of(head, titles, at, *column))).collect();
    units(&heads, titles, others, &table, &mut values);
    values.remarks.extend(table.remarks);
    if !others.has_partner {
        let partner = |column: &usize| Some((*column, partner_in(titles.name(*column))?.to_owned()));
        values.partners = kept.iter().filter_map(partner).collect();
    }
    values.columns = kept.into_iter().map(|column| (column, titles.name(column).to_owned())).collect();
    Ok(values)
}

/// A column in which numbers stand, and what its head says of it.
struct Numbers<'t> {
    column: usize,
    name: &'t str,
    said: Said,
    way: Direction,
    /// With whom was traded, where its head names them.
    partner: Option<&'t str>,
    /// Whether its cells are in per cent.
    are_shares: bool,
}

impl Numbers<'_> {
    fn is_amount(&self) -> bool {
        !self.are_shares && self.said != Said::NoMoney
    }

    const fn is_money(&self) -> bool {
        matches!(self.said, Said::Money(..))
    }

    const fn is_of_flow(&self) -> bool {
        matches!(self.way, Direction::Export | Direction::Import | Direction::Total)
    }

    /// What tells its figures apart from those of another column.
    fn flow(&self) -> (Direction, &'static str, &str, Option<&str>) {
        let currency = if let Said::Money(unit, _) = &self.said { unit.currency.as_str() } else { "" };
        (self.way, valuation(self.name), currency, self.partner)
    }
}

/// The columns in which mostly numbers stand: one cell that is none does not make another column of it.
fn numbers<'t>(head: &Head<'_>, titles: &'t Titles, at: usize, others: &Others) -> Vec<Numbers<'t>> {
    /// As many cells as tell.
    const LOOKED_AT: usize = 50;
    let taken = &others.taken;
    // What only says again what another column says, such as its year, is none.
    let repeats = |column: usize| taken.iter().any(|other| head.below(at, *other).eq(head.below(at, column)));
    let all = (0..titles.names.len()).filter(|column| !taken.contains(column) && !titles.name(*column).is_empty());
    let all = all.filter(|column| !repeats(*column));
    all.filter_map(|column| {
        let cells = head.below(at, column).filter(|cell| !is_missing(cell)).take(LOOKED_AT);
        let (mut count, mut plain, mut shares) = (0_usize, 0_usize, 0_usize);
        for cell in cells {
            count += 1;
            plain += usize::from(is_number(cell));
            shares += usize::from(cell.strip_suffix('%').is_some_and(is_number));
        }
        let (name, are_shares) = (titles.name(column), shares * 2 > count);
        (are_shares || plain * 2 > count).then(|| Numbers {
            column,
            name,
            said: said(name),
            way: direction("", name),
            partner: partner_in(name).filter(|_| !others.has_partner),
            are_shares,
        })
    })
    .collect()
}

/// Of the columns of numbers those that are taken: parts of a year side by side, with their months, else amounts, of flows
/// where there are such.
fn taken(mut all: Vec<Numbers<'_>>, others: &Others, values: &mut Values) -> Vec<usize> {
    let months = all.iter().filter_map(|numbers| Some((numbers.column, Some(period::part(numbers.name)?))));
    let parts: Vec<(usize, Option<(i8, i8)>)> = months.collect();
    if others.has_year_alone && parts.len() > 1 {
        values.parts = parts;
        return values.parts.iter().map(|(column, _)| *column).collect();
    }
    let is_sure = |numbers: &Numbers<'_>| numbers.is_amount() && (numbers.is_money() || numbers.is_of_flow());
    if others.has_flow || all.iter().any(is_sure) {
        keep(&mut all, Numbers::is_amount);
    }
    if others.has_flow {
        keep(&mut all, Numbers::is_money);
    } else if all.iter().any(Numbers::is_of_flow) {
        keep(&mut all, |numbers| numbers.way != Direction::Other);
    }
    // Of several that go the same way the one that says no more than that: neither of services nor of a year before.
    let whole: Vec<bool> = all.iter().map(|numbers| !says_more(numbers.name)).collect();
    let is_part = |numbers: &Numbers<'_>| {
        let same = all.iter().zip(&whole).filter(|(other, whole)| **whole && other.flow() == numbers.flow());
        numbers.way != Direction::Other && says_more(numbers.name) && same.count() == 1
    };
    all.iter().filter(|numbers| !is_part(numbers)).map(|numbers| numbers.column).collect()
}

/// With whom was traded by the head of a column: `Exports to China (USD bn)`.
fn partner_in(name: &str) -> Option<&str> {
    let bare = name.split(['(', ',']).next()?.trim();
    let (flow, who) = [" to ", " from ", " with "].iter().find_map(|word| bare.split_once(word))?;
    (direction("", flow) != Direction::Other && !states_meant(who).is_empty()).then(|| who.trim())
}

/// Keeps those that are so, where some are.
fn keep<'t>(all: &mut Vec<Numbers<'t>>, is: impl Fn(&Numbers<'t>) -> bool) {
    if all.iter().any(&is) {
        all.retain(is);
    }
}

/// What a head says that its column is in; where it says nothing, a row of units may stand right below it.
fn said_of(head: &Head<'_>, titles: &Titles, at: usize, column: usize) -> Said {
    let own = said(titles.name(column));
    let below = head.below(at, column).next().filter(|cell| own == Said::Nothing && !is_number(cell));
    match below.map(said) {
        Some(unit @ (Said::Money(..) | Said::Scale(_))) => unit,
        _ => own,
    }
}

/// What each column is in, by its head, else by the table.
fn units(heads: &[(usize, Said)], titles: &Titles, others: &Others, table: &TableUnit, values: &mut Values) {
    // What all say that say something is so of the others.
    let mut named =
        heads.iter().filter_map(|(_, said)| if let Said::Money(unit, _) = said { Some(unit) } else { None });
    let first = named.next();
    let agreed = first.filter(|first| named.all(|unit| unit == *first));
    let usual = table.unit.clone().or_else(|| agreed.cloned());
    let (mut is_unknown, mut guessed) = (false, None);
    for (column, said) in heads {
        let name = titles.name(*column);
        let mut unit = match (said, &table.given) {
            // A currency was chosen: in which scale, the head says.
            (Said::Scale(power) | Said::Unclear(power, _) | Said::Money(UnitRead { power, .. }, _), Some(given))
                if given.power == 0 && !given.currency.is_empty() =>
            {
                UnitRead { power: *power, ..given.clone() }
            }
            (_, Some(given)) => given.clone(),
            (Said::Money(own, word), None) => {
                guessed = guessed.or_else(|| Some((word.clone()?, own.currency.clone())));
                own.clone()
            }
            (Said::Scale(power), None) => UnitRead { power: *power, ..usual.clone().unwrap_or_default() },
            (Said::Nothing, None) => usual.clone().unwrap_or_default(),
            (Said::NoMoney, None) => UnitRead { label: in_what(name).to_owned(), ..UnitRead::default() },
            (Said::Unclear(power, what), None) => {
                if !others.has_unit {
                    values.remarks.push(message!(import::unit_unclear, head = name.to_owned(), what = what.clone()));
                }
                UnitRead { power: *power, ..UnitRead::default() }
            }
        };
        if unit.prices == Prices::Unsaid && !unit.currency.is_empty() {
            unit.prices = if prices_in(name) == Prices::Unsaid { table.prices } else { prices_in(name) };
        }
        let is_known = !unit.currency.is_empty() || !unit.label.is_empty() || matches!(said, Said::Unclear(..));
        is_unknown |= !is_known && !others.has_unit;
        values.units.push((*column, unit));
    }
    if let Some((word, currency)) = guessed {
        values.remarks.push(message!(import::unit_guessed, word = word, currency = currency));
    }
    if is_unknown && !table.is_unclear {
        values.remarks.push(message!(import::no_unit));
    }
    values.unit = table.given.clone().or(usual).unwrap_or_default();
}

/// The part of a head that says what a column is in: what stands in brackets, or behind the last comma.
fn in_what(name: &str) -> &str {
    let bracketed = name.rsplit_once('(').map(|(_, rest)| rest.trim_end_matches(')'));
    bracketed.or_else(|| name.rsplit_once(',').map(|(_, rest)| rest)).unwrap_or(name).trim()
}
