//! What a reader chose of a table: done, whatever its layout, or refused by name.

use super::gather::Filled;
use super::layout::{Begun, Head, Role, RowReader, Titles};
use super::told_unit::given;
use crate::import::ImportError;
use crate::import::choices::Choices;
use crate::import::number::{DecimalMark, mark_of};
use crate::import::unit::{Prices, UnitRead};
use crate::message;

/// What reads a table, as was chosen, with the columns of its head as they are then taken.
pub fn begun(
    head: &Head<'_>,
    at: usize,
    titles: &Titles,
    mut reader: impl RowReader + 'static,
) -> Result<Begun, ImportError> {
    obey(head, at, titles, &mut reader)?;
    let apart = reader.apart().iter().map(|column| titles.name(*column).to_owned()).collect();
    Ok(Begun { apart, ..Begun::new(titles.uses(head, at, &reader.roles()), reader) })
}

/// Has a reader of rows take the columns that were chosen, and what was said of the whole table.
pub fn obey(head: &Head<'_>, at: usize, titles: &Titles, reader: &mut dyn RowReader) -> Result<(), ImportError> {
    let mut chosen: Vec<(Role, Option<usize>)> = Vec::new();
    for (key, given) in &head.choices.columns {
        let choosable = reader.choosable();
        let Some(role) = choosable.iter().find(|role| role.key() == key) else {
            if choosable.is_empty() {
                return Err(head.fault(None, message!(import::no_roles), message!(import::no_roles_remedy)));
            }
            return Err(ImportError::no_role(head.file, key, choosable.iter().map(|role| role.key())));
        };
        // That none is to be it is said with nothing.
        chosen.push((*role, if given.is_empty() { None } else { Some(titles.chosen(head, given)?) }));
    }
    // What was taken for something else before it was chosen is that no more.
    let found = reader.roles();
    let other = |(role, column): &(Role, Option<usize>)| column.filter(|column| !found.contains(&(*column, *role)));
    chosen.iter().filter_map(other).for_each(|column| reader.release(column));
    for (role, column) in chosen {
        reader.choose(role, column.map(|column| (column, titles.name(column))));
    }
    let values: Vec<usize> =
        reader.roles().into_iter().filter(|(_, role)| *role == Role::Value).map(|(column, _)| column).collect();
    let cells = || values.iter().flat_map(|column| head.below(at, *column));
    reader.mark(head.choices.decimal.or_else(|| mark_of(cells())).unwrap_or(DecimalMark::Point));
    let given = given(head)?;
    let Some(usual) = reader.usual() else { return Ok(()) };
    let Choices { reporter, partner, period, .. } = head.choices;
    usual.reporter = reporter.clone().unwrap_or_default();
    usual.partner = partner.clone().unwrap_or_default();
    usual.period = *period;
    if let Some(given) = given {
        // Who says a currency does not say at which prices.
        let prices = if given.prices == Prices::Unsaid { usual.unit.prices } else { given.prices };
        usual.unit = UnitRead { prices, ..given };
        usual.unit_is_chosen = true;
    }
    Ok(())
}

/// Refuses what was said of a whole table where each of its rows says it otherwise.
pub fn refuse_unused(file: &str, choices: &Choices, filled: &[Filled]) -> Result<(), ImportError> {
    let said = [
        (choices.reporter.is_some(), Filled::Reporter, "reporter", message!(import::says_reporter)),
        (choices.partner.is_some(), Filled::Partner, "partner", message!(import::says_partner)),
        (choices.unit.is_some(), Filled::Unit, "unit", message!(import::says_unit)),
        (choices.period.is_some(), Filled::Period, "period", message!(import::says_period)),
    ];
    let unused = said.into_iter().find(|(is_said, what, ..)| *is_said && !filled.contains(what));
    unused.map_or(Ok(()), |(.., option, what)| {
        Err(ImportError::of_file(file, what, message!(import::says_remedy, option = option)))
    })
}
