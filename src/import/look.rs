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
            Err(_) => columns(path, kind, choices, progress),
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

/// The columns of a table that cannot be imported as it is.
fn columns(path: &Path, kind: &Kind, choices: &Choices, progress: &Progress) -> Vec<ColumnUse> {
    let Ok(mut table) = Table::open(path, &choices.reading, progress) else { return Vec::new() };
    (kind.known)(&mut table, choices)
}

#[cfg(test)]
mod tests {
    use super::{Choices, Kind, Look, Progress};
    use crate::export::starter;
    use crate::words::Words;

    /// Each column of a failing table by its head, with what it is taken as.
    fn known(kind: &str, text: &str, choices: &Choices) -> Vec<(String, Option<&'static str>)> {
        let folder = tempfile::tempdir().expect("a temporary folder");
        starter::write(&folder.path().join("own")).expect("it is written");
        let table = folder.path().join("table.csv");
        std::fs::write(&table, text).expect("it is written");
        let say = |message: &_| Words::english().say(message);
        let (folder, kind) = (folder.path().join("own"), Kind::find(kind));
        let look = Look::at(&folder, &table, kind, choices, &say, &Progress::default());
        assert!(look.outcome.is_err(), "{kind:?}");
        look.columns.into_iter().map(|column| (column.head, column.role)).collect()
    }

    #[test]
    fn what_is_known_of_the_columns_is_told_where_a_table_cannot_be_imported() {
        let own = |all: &[(&str, Option<&'static str>)]| {
            all.iter().map(|(head, role)| ((*head).to_owned(), *role)).collect::<Vec<_>>()
        };
        let any = Choices::default();
        // Whether the comma parts thousands or a fraction cannot be told, and no column is one of figures.
        let figures = own(&[("Country", Some("reporter")), ("Date", Some("period")), ("Value", Some("value"))]);
        assert_eq!(known("trade", "Country,Date,Value\nKenya,2022,\"1,234\"\n", &any), figures);
        let figures = own(&[("Country", Some("reporter")), ("Date", Some("period")), ("Remark", None)]);
        assert_eq!(known("trade", "Country,Date,Remark\nKenya,2022,none\n", &any), figures);
        // A year in a row of figures makes no head of it.
        let figures = own(&[("wanneer", None), ("hoeveel", None)]);
        assert_eq!(known("trade", "wanneer,hoeveel\n2022,12.5\n", &any), figures);
        // No column is one of states, under a title.
        let members = own(&[("Status", Some("status")), ("Since", Some("since")), ("Whatever", None)]);
        assert_eq!(known("roster", "A list,\nStatus,Since,Whatever\nfull,2001,x1\n", &any), members);
        let facts = own(&[("Verified", Some("verified")), ("Source", Some("source")), ("Point", None)]);
        assert_eq!(known("claims", "Verified,Source,Point\nyes,UN,one\n", &any), facts);
        // What was chosen stays.
        let chosen = Choices { columns: [("value".to_owned(), "Remark".to_owned())].into(), ..any };
        let figures = own(&[("When", None), ("Remark", Some("value"))]);
        assert_eq!(known("trade", "When,Remark\nonce,none\n", &chosen), figures);
    }
}
