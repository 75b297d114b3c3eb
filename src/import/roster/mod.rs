//! Lists of members: a row for each time of status, or for each state, or a column for each state.

mod begun;
mod cow;
mod entry;
mod held;
mod into;
mod known;
mod panel;
mod role;
mod status;

use std::path::Path;

use super::apply::Desk;
use super::choices::Choices;
use super::date::{self, Written};
use super::head::{self, Columns, Head, Role as _, names};
use super::kept::Kept;
use super::parties::states_meant;
use super::plan::{ColumnUse, Leavings, Plan, TableFacts};
use super::source;
use super::table::{Row, Table};
use super::{ImportError, Say};
use crate::briefing::progress::Progress;
use crate::briefing::{Briefing, Roster, Value};
use crate::message;

pub use role::Role;

/// Rows of notes may stand above a head.
const ABOVE: usize = 15;
/// Of a column for each state nobody reads the list.
const TOLD: usize = 40;

/// What importing a list of members would do.
///
/// # Errors
/// Where the table cannot be read, no state is found in it, or it does not fit what was chosen.
pub fn plan(
    desk: &Desk,
    path: &Path,
    choices: &Choices,
    say: Say<'_>,
    progress: &Progress,
) -> Result<Plan, ImportError> {
    let mut table = Table::open(path, &choices.reading, progress)?;
    let choices = source::remembered(desk.briefing(), &mut table, choices, progress)?;
    let file = table.file.clone();
    let (head, mut uses) = head(&mut table, &choices)?;
    uses.truncate(TOLD);
    let kept = Kept::of(&choices, |name| head.column(&file, name))?;
    let called = || organisation(desk.briefing(), &choices);
    let mut cow = cow::is_so(&head.names).then(|| cow::Reader::of(&file, &head, &called())).transpose()?;
    let undated = if cow.is_some() { Vec::new() } else { dates_left(&head, table.head()) };
    let (mut entries, mut left) = (Vec::new(), Leavings::default());
    let (mut row, mut below) = (Row::default(), 0_usize);
    while table.next(&mut row)? {
        below += 1;
        if below <= head.rows {
            continue;
        }
        if progress.is_cancelled() {
            return Err(ImportError::Cancelled);
        }
        if !kept.has(&row) {
            left.leave(&message!(import::left_filtered), row.number);
            continue;
        }
        match &mut cow {
            Some(cow) => {
                if !cow.read(&row) {
                    left.leave(&message!(import::left_no_period), row.number);
                }
            }
            None => entries.extend(head.columns.read(&row)),
        }
    }
    if choices.dates.is_some() && !entry::has_dates(&entries) {
        return Err(ImportError::no_dates(&file));
    }
    entry::settle(&mut entries, choices.dates);
    let mut layout = ("list", message!(import::layout_members));
    let mut roles = Role::ALL.iter().map(|role| role.key()).collect();
    let mut panel = None;
    if let Some(cow) = cow {
        (layout, roles) = (cow.layout(), Vec::new());
        entries = panel.insert(cow.panel(&file)?).entries();
    }
    let mut plan = Plan::new(TableFacts::of(&mut table, layout.0, layout.1, roles, progress)?, uses);
    plan.left = left;
    into::plan(desk, &choices, say, table.section(), &entries, panel.as_ref(), &mut plan)?;
    if !undated.is_empty() {
        plan.remarks.push(message!(import::dates_left, columns = Value::list(undated)));
    }
    if let Some(panel) = &panel {
        panel.say(desk.briefing().manifest.as_of, &mut plan);
    }
    Ok(plan)
}

/// What the organisation that is added to is called.
fn organisation(briefing: &Briefing, choices: &Choices) -> Vec<String> {
    let chosen = |roster: &&Roster| choices.organisation.as_ref().is_none_or(|key| *key == roster.organisation.id);
    let body = briefing.rosters.iter().find(chosen).map(|roster| &roster.organisation);
    let names = body.into_iter().flat_map(|own| [own.id.to_string(), own.short.clone()]);
    names.chain(choices.organisation.iter().map(ToString::to_string)).collect()
}

/// The heads of columns that are left although most of their cells are dates.
fn dates_left(head: &Head<Role>, rows: &[Row]) -> Vec<String> {
    let below = rows.get(head.rows..).unwrap_or_default();
    let is_left = |column: usize| !head.columns.by_role.iter().any(|(_, own)| *own == column);
    let columns = head.names.iter().enumerate().filter(|(_, name)| !name.is_empty());
    let left = columns.filter(|(column, _)| is_left(*column) && is_dated(*column, below));
    left.map(|(_, name)| name.clone()).take(TOLD).collect()
}

/// Whether most cells of a column are dates.
fn is_dated(column: usize, rows: &[Row]) -> bool {
    let cells = rows.iter().map(|row| row.field(column)).filter(|cell| !cell.is_empty());
    let (mut all, mut dated) = (0_usize, 0_usize);
    for cell in cells.take(60) {
        all += 1;
        // A number of four digits is as well one of people, if not a year that anybody remembers.
        dated += usize::from(match date::written(cell) {
            Written::Date(date) => (1800..=2200).contains(&date.first_day().year()),
            Written::Numbers(..) => true,
            _ => false,
        });
    }
    dated * 2 > all
}

/// What is called as a column of statuses is and holds dates says since when: `Membership`.
fn take_dates_as_since(head: &mut Head<Role>, rows: &[Row], choices: &Choices) {
    let chosen = |role: Role| choices.columns.contains_key(role.key());
    let below = rows.get(head.rows..).unwrap_or_default();
    let column = head.columns.of(Role::Status).filter(|column| !chosen(Role::Status) && is_dated(*column, below));
    let Some(column) = column else { return };
    head.columns.by_role.retain(|(role, _)| *role != Role::Status);
    if head.columns.of(Role::Since).is_none() && !chosen(Role::Since) {
        head.columns.by_role.push((Role::Since, column));
    }
}

/// The head of a list of members, and what its columns are taken as.
fn head(table: &mut Table, choices: &Choices) -> Result<(Head<Role>, Vec<ColumnUse>), ImportError> {
    let file = table.file.clone();
    let rows = table.head();
    if rows.is_empty() {
        return Err(ImportError::of_file(&file, message!(import::empty), message!(import::empty_remedy)));
    }
    for (at, row) in rows.iter().enumerate().take(ABOVE) {
        let mut head = Head::of(&file, row, at + 1, choices)?;
        let known = head.columns.of(Role::State).is_some() || head.columns.of(Role::Code).is_some();
        // A word such as `land` may also be a cell: below a head something else stands.
        if known || cow::is_so(&head.names) {
            take_dates_as_since(&mut head, rows, choices);
            let uses = head.uses(rows.get(at + 1));
            return Ok((head, uses));
        }
    }
    // A plain list without a head: its first column that has a state in most rows.
    let width = rows.iter().map(|row| row.fields.iter().count()).max().unwrap_or_default();
    let states = |column: &usize| {
        let cells = rows.iter().map(|row| row.field(*column)).filter(|cell| !cell.is_empty());
        let (mut all, mut meant) = (0_usize, 0_usize);
        for cell in cells.take(60) {
            all += 1;
            meant += usize::from(states_meant(cell).len() == 1);
        }
        meant * 2 > all && meant > 0
    };
    let Some(column) = (0..width.min(50)).find(states) else {
        let names = rows.first().map(names).unwrap_or_default();
        let what = message!(import::no_states, columns = Value::list(names.into_iter().take(12)));
        return Err(ImportError::of_file(&file, what, message!(import::no_states_remedy)));
    };
    let columns = Columns { by_role: vec![(Role::State, column)] };
    let head = Head { names: vec![String::new(); width], columns, rows: 0 };
    let uses = head.uses(rows.first());
    Ok((head, uses))
}

/// What the columns of a table are taken as, as far as that is known where it cannot be imported as it is.
pub(super) fn known(table: &mut Table, choices: &Choices) -> Vec<ColumnUse> {
    head::known::<Role>(table.head(), ABOVE, choices)
}

/// Whether a table says since or until when states are what.
pub(super) fn is_of_spells(table: &mut Table) -> bool {
    let is = |columns: &Columns<Role>| {
        [Role::Status, Role::Since, Role::Until].map(|role| columns.of(role)).iter().any(Option::is_some)
    };
    head(table, &Choices::default()).is_ok_and(|(head, _)| is(&head.columns) || cow::is_so(&head.names))
}

/// Whether a table has a column of states.
pub(super) fn is_list(table: &mut Table) -> bool {
    head(table, &Choices::default()).is_ok()
}

#[cfg(test)]
mod tests;
