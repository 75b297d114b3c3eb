//! What a whole table is in: as it was chosen, else as a text above its columns says.

use super::layout::Head;
use crate::briefing::Message;
use crate::import::ImportError;
use crate::import::unit::{Prices, Said, UnitRead, prices_in, said, unit};
use crate::message;

/// What a whole table is in.
#[derive(Default)]
pub struct TableUnit {
    /// As it was chosen.
    pub given: Option<UnitRead>,
    /// As a text of the table says; none where it was chosen.
    pub unit: Option<UnitRead>,
    pub prices: Prices,
    /// Whether a text says it in words that nobody knows.
    pub is_unclear: bool,
    pub remarks: Vec<Message>,
}

impl TableUnit {
    /// What values are in where nothing nearer says so, and what is to be said of that; a column may say it.
    pub fn usual(self, has_column: bool) -> (UnitRead, Vec<Message>) {
        let Self { given, unit, prices, is_unclear, mut remarks } = self;
        let found = given.or(unit);
        if found.is_none() && !is_unclear && !has_column {
            remarks.push(message!(import::no_unit));
        }
        let mut unit = found.unwrap_or_default();
        unit.prices = if unit.prices == Prices::Unsaid { prices } else { unit.prices };
        (unit, remarks)
    }
}

/// What a whole table is in by what was chosen, else by the first of some texts that names a currency.
pub fn table_unit<'t>(head: &Head<'_>, texts: impl IntoIterator<Item = &'t str>) -> Result<TableUnit, ImportError> {
    let mut table = TableUnit { given: given(head)?, ..TableUnit::default() };
    let mut unclear = None;
    for text in texts {
        if table.prices == Prices::Unsaid {
            table.prices = prices_in(text);
        }
        match said(text) {
            Said::Money(unit, word) if table.unit.is_none() && table.given.is_none() => {
                let currency = unit.currency.clone();
                let remark = word.map(|word| message!(import::unit_guessed, word = word, currency = currency));
                table.remarks.extend(remark);
                table.unit = Some(unit);
            }
            Said::Unclear(_, what) => unclear = unclear.or_else(|| Some((text.to_owned(), what))),
            _ => {}
        }
    }
    if table.unit.is_none()
        && table.given.is_none()
        && let Some((text, what)) = unclear
    {
        table.is_unclear = true;
        table.remarks.push(message!(import::unit_unclear, head = text, what = what));
    }
    Ok(table)
}

/// The unit that was chosen; an error where it is not understood.
pub fn given(head: &Head<'_>) -> Result<Option<UnitRead>, ImportError> {
    let Some(given) = &head.choices.unit else { return Ok(None) };
    if let Said::Unclear(_, what) = said(given) {
        let what = message!(import::unit_unread, given = given.clone(), what = what);
        return Err(head.fault(None, what, message!(import::unit_unread_remedy)));
    }
    Ok(Some(unit(given)))
}
