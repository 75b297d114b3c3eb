//! Check sheets: a row for each fact that was checked, with what was made of it and what was looked at, as claims with
//! their evidence.

mod into;
mod looked;
mod row;
mod verdict;

use std::path::Path;

use super::apply::Desk;
use super::choices::Choices;
use super::head::{self, Head, Role as _};
use super::kept::Kept;
use super::plan::{ColumnUse, Plan, TableFacts};
use super::table::{Row, Table};
use super::{ImportError, Say};
use crate::briefing::Value;
use crate::briefing::progress::Progress;
use crate::message;

pub use row::Role;

/// Rows of notes may stand above a head.
const ABOVE: usize = 15;

/// What importing a check sheet would do.
///
/// # Errors
/// Where the table cannot be read, has no column of facts, or does not fit what was chosen.
pub fn plan(
    desk: &Desk,
    path: &Path,
    choices: &Choices,
    say: Say<'_>,
    progress: &Progress,
) -> Result<Plan, ImportError> {
    let mut table = Table::open(path, &choices.reading, progress)?;
    let file = table.file.clone();
    let (head, uses) = head(&mut table, choices)?;
    let kept = Kept::of(choices, |name| head.column(&file, name))?;
    let roles = Role::ALL.iter().map(|role| role.key()).collect();
    let facts = TableFacts::of(&mut table, "check-sheet", message!(import::layout_check_sheet), roles, progress)?;
    let mut plan = Plan::new(facts, uses);
    let first = table.head().get(head.rows..).unwrap_or_default();
    let mut into = into::Into::of(desk, choices, say, &head.columns, first);
    let (mut row, mut below) = (Row::default(), 0_usize);
    while table.next(&mut row)? {
        below += 1;
        if below <= head.rows || row.is_blank() {
            continue;
        }
        if progress.is_cancelled() {
            return Err(ImportError::Cancelled);
        }
        if kept.has(&row) {
            into.read(&row, &mut plan);
        } else {
            plan.left.leave(&message!(import::left_filtered), row.number);
        }
    }
    if into.has_unused() {
        return Err(ImportError::no_dates(&table.file));
    }
    plan.table.rows = table.rows();
    into.add(&mut plan);
    Ok(plan)
}

/// The head of a check sheet, and what its columns are taken as.
fn head(table: &mut Table, choices: &Choices) -> Result<(Head<Role>, Vec<ColumnUse>), ImportError> {
    let file = table.file.clone();
    let rows = table.head();
    if rows.is_empty() {
        return Err(ImportError::of_file(&file, message!(import::empty), message!(import::empty_remedy)));
    }
    // One word alone is as well that of a title above the table.
    let is_chosen = choices.columns.contains_key(Role::Statement.key());
    for (at, row) in rows.iter().enumerate().take(ABOVE) {
        let head = Head::of(&file, row, at + 1, choices)?;
        if head.columns.of(Role::Statement).is_some() && (head.columns.by_role.len() > 1 || is_chosen) {
            let uses = head.uses(rows.get(at + 1));
            return Ok((head, uses));
        }
    }
    let names = rows.first().map(|row| row.fields.iter().map(str::to_owned).take(12).collect::<Vec<_>>());
    let what = message!(import::no_facts, columns = Value::list(names.unwrap_or_default()));
    Err(ImportError::of_file(&file, what, message!(import::no_facts_remedy)))
}

/// What the columns of a table are taken as, as far as that is known where it cannot be imported as it is.
pub(super) fn known(table: &mut Table, choices: &Choices) -> Vec<ColumnUse> {
    head::known::<Role>(table.head(), ABOVE, choices)
}

/// Whether a table has the head of a check sheet.
pub(super) fn is_check_sheet(table: &mut Table) -> bool {
    head(table, &Choices::default()).is_ok()
}

#[cfg(test)]
mod tests;
