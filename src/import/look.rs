//! A look at what a table would do, for a window that shows it and asks again with each choice.

use std::path::Path;

use super::apply::Desk;
use super::choices::Choices;
use super::kind::{KINDS, Kind};
use super::plan::{Change, ColumnUse, Plan};
use super::table::Table;
use super::{ImportError, Say};
use crate::briefing::Message;
use crate::briefing::progress::Progress;

/// What a table would do to a briefing.
#[derive(Debug)]
pub struct Look {
    /// What it is of: as it was chosen, else as it looks.
    pub kind: &'static Kind,
    /// Its columns, also where it cannot be imported as it is.
    pub columns: Vec<ColumnUse>,
    /// What it would do, and the briefing with that done.
    pub outcome: Result<(Plan, Desk), ImportError>,
    /// How much would be done; nothing where it cannot be.
    pub counts: Option<Message>,
    /// The numbers of the changes, those first that take the place of something.
    pub order: Vec<usize>,
}

impl Look {
    /// Looks at the table in a file for the briefing in a folder. Nothing is written.
    pub fn at(
        folder: &Path,
        path: &Path,
        kind: Option<&'static Kind>,
        choices: &Choices,
        say: Say<'_>,
        progress: &Progress,
    ) -> Self {
        let kind = kind.or_else(|| Kind::of_file(path, progress)).unwrap_or(&KINDS[0]);
        let outcome = Desk::open(folder).and_then(|mut desk| {
            let plan = (kind.plan)(&desk, path, choices, say, progress)?;
            desk.apply(&plan)?;
            Ok((plan, desk))
        });
        let columns = match &outcome {
            Ok((plan, _)) => plan.columns.clone(),
            Err(_) => columns(path, choices, progress),
        };
        // A window shows a few of very many in each frame.
        let plan = outcome.as_ref().ok().map(|(plan, _)| plan);
        let counts = plan.map(Plan::counts);
        let all = plan.map_or(&[] as &[Change], |plan| &plan.changes);
        let (changed, added): (Vec<usize>, Vec<usize>) = (0..all.len()).partition(|at| all[*at].is_revision());
        let order = [changed, added].concat();
        Self { kind, columns, outcome, counts, order }
    }
}

/// The columns of a table of which nothing else is known, by its first row that names several.
fn columns(path: &Path, choices: &Choices, progress: &Progress) -> Vec<ColumnUse> {
    let Ok(mut table) = Table::open(path, &choices.reading, progress) else { return Vec::new() };
    let rows = table.head();
    let is_head = |at: &usize| {
        rows.get(*at).is_some_and(|row| row.fields.iter().filter(|name| !name.trim().is_empty()).count() > 1)
    };
    let at = (0..rows.len()).find(is_head).unwrap_or_default();
    let Some(head) = rows.get(at) else { return Vec::new() };
    let below = |column: usize| rows.get(at + 1).map_or("", |row| row.field(column));
    let named = head.fields.iter().map(str::trim).enumerate().filter(|(_, name)| !name.is_empty());
    named.map(|(column, name)| ColumnUse::new(name, None, below(column))).collect()
}
