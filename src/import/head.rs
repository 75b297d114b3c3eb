//! The head of a table whose columns are told by what they are called.

use super::ImportError;
use super::choices::Choices;
use super::plan::ColumnUse;
use super::table::{Row, column_called};
use crate::analysis::fold::{fold, words};
use crate::briefing::Message;

/// What a column can be taken as.
pub trait Role: Copy + PartialEq + 'static {
    /// All of them, in the order in which columns are looked for.
    const ALL: &'static [Self];

    /// The key that programs are told and told by.
    fn key(self) -> &'static str;

    /// What it is called for a reader.
    fn label(self) -> Message;

    /// What such a column is called in tables.
    fn called(self) -> &'static [&'static str];

    /// Whether it is one of days, and so called as well with a word for them: `Date of admission`, `Year joined`.
    fn is_day(self) -> bool {
        false
    }
}

/// The columns of a table by what they are taken as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns<R> {
    pub by_role: Vec<(R, usize)>,
}

impl<R: Role> Columns<R> {
    /// The column of a role.
    pub fn of(&self, role: R) -> Option<usize> {
        self.by_role.iter().find(|(own, _)| *own == role).map(|(_, column)| *column)
    }
}

/// A head, with what its columns are taken as.
pub struct Head<R> {
    pub names: Vec<String>,
    pub columns: Columns<R>,
    /// How many rows it takes, with those above it.
    pub rows: usize,
}

impl<R: Role> Head<R> {
    /// A row as the head of a table: columns that were chosen, then those that are called so.
    ///
    /// # Errors
    /// Where a column was chosen for what is no role.
    pub fn of(file: &str, row: &Row, rows: usize, choices: &Choices) -> Result<Self, ImportError> {
        if let Some(key) = choices.columns.keys().find(|key| !R::ALL.iter().any(|role| role.key() == key.as_str())) {
            return Err(ImportError::no_role(file, key, R::ALL.iter().map(|role| role.key())));
        }
        let names = names(row);
        let mut columns: Columns<R> = Columns { by_role: Vec::new() };
        for role in R::ALL {
            let column = match choices.columns.get(role.key()) {
                // That none is to be it is said with nothing.
                Some(given) if given.is_empty() => None,
                Some(given) => named(&names, given),
                None => called_as(&names, *role),
            };
            let is_taken = |column: &usize| columns.by_role.iter().any(|(_, own)| own == column);
            if let Some(column) = column.filter(|column| !is_taken(column)) {
                columns.by_role.push((*role, column));
            }
        }
        Ok(Self { names, columns, rows })
    }

    /// The column that is called so.
    ///
    /// # Errors
    /// Where none is.
    pub fn column(&self, file: &str, name: &str) -> Result<usize, ImportError> {
        named(&self.names, name).ok_or_else(|| ImportError::no_column(file, name, &self.names))
    }

    /// What each column that is called something, or taken as something, is taken as, with what stands in a row.
    pub fn uses(&self, row: Option<&Row>) -> Vec<ColumnUse> {
        let role =
            |column: usize| self.columns.by_role.iter().find(|(_, own)| *own == column).map(|(role, _)| role.key());
        let named = self.names.iter().enumerate().filter(|(column, name)| !name.is_empty() || role(*column).is_some());
        named
            .map(|(column, name)| ColumnUse::new(name, role(column), row.map_or("", |row| row.field(column))))
            .collect()
    }
}

/// What the columns of a table would be taken as by what they are called, where nothing more can be made of it: by the row
/// of those that may be its head that calls most of them so, else the first that names several.
pub fn known<R: Role>(rows: &[Row], above: usize, choices: &Choices) -> Vec<ColumnUse> {
    let heads = (0..rows.len().min(above)).filter_map(|at| {
        let head = Head::<R>::of("", rows.get(at)?, at + 1, choices).ok()?;
        (head.names.iter().filter(|name| !name.is_empty()).count() > 1).then_some(head)
    });
    // Of several that know as many it is the first.
    let best = heads.reduce(|best, head| if more(&head, &best) { head } else { best });
    best.map(|head| head.uses(rows.get(head.rows))).unwrap_or_default()
}

const fn more<R>(one: &Head<R>, other: &Head<R>) -> bool {
    one.columns.by_role.len() > other.columns.by_role.len()
}

/// The names of columns that stand in a row.
pub fn names(row: &Row) -> Vec<String> {
    row.fields.iter().map(|name| name.trim().trim_start_matches('\u{feff}').to_owned()).collect()
}

/// The column that is called as a role is. Beside `country` stands in `countryLabel` what that is called.
fn called_as<R: Role>(names: &[String], role: R) -> Option<usize> {
    let bare = || names.iter().map(|name| without_days(name)).collect::<Vec<_>>();
    let of_day = || role.is_day().then(|| column_called(&bare(), role.called())).flatten();
    let column = column_called(names, role.called()).or_else(of_day)?;
    names.get(column).and_then(|name| named(names, &format!("{name}Label"))).or(Some(column))
}

/// Words for a day, and those that lead from them, folded.
const DAYS: &[&str] = &[
    "date",
    "day",
    "year",
    "of",
    "in",
    "on",
    "the",
    "fecha",
    "ano",
    "dia",
    "de",
    "d",
    "du",
    "del",
    "la",
    "le",
    "l",
    "annee",
    "jour",
    "jahr",
    "datum",
    "des",
    "der",
    "дата",
    "год",
    "день",
    "تاريخ",
    "سنة",
];

/// A head without words for a day and notes in brackets.
fn without_days(head: &str) -> String {
    let folded = fold(head.split('[').next().unwrap_or(head));
    words(&folded).filter(|word| !DAYS.contains(word)).collect::<Vec<_>>().join(" ")
}

fn named(names: &[String], given: &str) -> Option<usize> {
    names.iter().position(|own| own.eq_ignore_ascii_case(given))
}
