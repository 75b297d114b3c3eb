//! Check sheets: a row for each fact that was checked, with what was made of it and what was looked at, as claims with
//! their evidence.

mod into;
mod row;
mod verdict;

use std::path::Path;

use self::row::{Columns, Role};
use super::apply::Desk;
use super::choices::Choices;
use super::kept::Kept;
use super::plan::{ColumnUse, Plan, TableFacts};
use super::table::{Row, Table};
use super::{ImportError, Say};
use crate::briefing::Value;
use crate::briefing::progress::Progress;
use crate::message;

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
    let head = Head::of(&mut table, choices)?;
    let kept = Kept::of(choices, |name| head.column(&file, name))?;
    let mut plan = Plan::new(TableFacts::of(&table, "check-sheet", message!(import::layout_check_sheet)), head.uses);
    let mut into = into::Into::of(desk, choices, say, &head.columns);
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
    plan.table.rows = table.rows();
    into.add(&mut plan);
    Ok(plan)
}

/// The head of a check sheet.
struct Head {
    names: Vec<String>,
    columns: Columns,
    /// How many rows it takes, with those above it.
    rows: usize,
    uses: Vec<ColumnUse>,
}

impl Head {
    fn of(table: &mut Table, choices: &Choices) -> Result<Self, ImportError> {
        let file = table.file.clone();
        let rows = table.head();
        if rows.is_empty() {
            return Err(ImportError::of_file(&file, message!(import::empty), message!(import::empty_remedy)));
        }
        if let Some(key) = choices.columns.keys().find(|key| !Role::ALL.iter().any(|role| role.key() == key.as_str())) {
            return Err(ImportError::no_role(&file, key, Role::ALL.map(Role::key)));
        }
        for (at, row) in rows.iter().enumerate().take(ABOVE) {
            let names: Vec<String> =
                row.fields.iter().map(|name| name.trim().trim_start_matches('\u{feff}').to_owned()).collect();
            let columns = columns(&names, choices);
            // One word alone is as well that of a title above the table.
            let is_chosen = choices.columns.contains_key(Role::Statement.key());
            if columns.of(Role::Statement).is_some() && (columns.by_role.len() > 1 || is_chosen) {
                let uses = used(&names, &columns, rows.get(at + 1));
                return Ok(Self { names, columns, rows: at + 1, uses });
            }
        }
        let names = rows.first().map(|row| row.fields.iter().map(str::to_owned).take(12).collect::<Vec<_>>());
        let what = message!(import::no_facts, columns = Value::list(names.unwrap_or_default()));
        Err(ImportError::of_file(&file, what, message!(import::no_facts_remedy)))
    }

    fn column(&self, file: &str, name: &str) -> Result<usize, ImportError> {
        let found = self.names.iter().position(|own| own.eq_ignore_ascii_case(name));
        found.ok_or_else(|| ImportError::no_column(file, name, &self.names))
    }
}

/// The columns of each role: those that were chosen, then those that are called so.
fn columns(names: &[String], choices: &Choices) -> Columns {
    let mut columns = Columns::default();
    for role in Role::ALL {
        let column = match choices.columns.get(role.key()) {
            Some(given) => names.iter().position(|own| own.eq_ignore_ascii_case(given)),
            None => role.found(names),
        };
        let is_taken = |column: &usize| columns.by_role.iter().any(|(_, own)| own == column);
        if let Some(column) = column.filter(|column| !is_taken(column)) {
            columns.by_role.push((role, column));
        }
    }
    columns
}

fn used(heads: &[String], columns: &Columns, row: Option<&Row>) -> Vec<ColumnUse> {
    let role = |column: usize| columns.by_role.iter().find(|(_, own)| *own == column).map(|(role, _)| role.key());
    let named = heads.iter().enumerate().filter(|(_, name)| !name.is_empty());
    named.map(|(column, name)| ColumnUse::new(name, role(column), row.map_or("", |row| row.field(column)))).collect()
}

#[cfg(test)]
mod tests;
