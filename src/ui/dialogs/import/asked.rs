//! What is asked of a table: all that a reader said of it, as choices.

use std::path::PathBuf;

use super::Dialog;
use crate::briefing::Date;
use crate::import::{Choices, Kind, OPTIONS, OptionSpec};

/// A table and what is said of it.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The file.
    pub table: PathBuf,
    /// What it is of, where that is known.
    pub kind: Option<&'static Kind>,
    /// What was chosen, or which option cannot have which value.
    pub choices: Result<Choices, (&'static OptionSpec, String)>,
}

impl PartialEq for Asked {
    fn eq(&self, other: &Self) -> bool {
        let refused = |asked: &Self| asked.choices.as_ref().err().map(|(option, value)| (option.key, value.clone()));
        self.table == other.table
            && self.kind == other.kind
            && self.choices.as_ref().ok() == other.choices.as_ref().ok()
            && refused(self) == refused(other)
    }
}

impl Asked {
    /// What is asked now; nothing before a table is known.
    pub fn of(dialog: &Dialog) -> Option<Self> {
        Some(Self { table: dialog.table.clone()?, kind: dialog.kind, choices: choices(dialog) })
    }
}

fn choices(dialog: &Dialog) -> Result<Choices, (&'static OptionSpec, String)> {
    let mut choices = Choices { read: Some(Date::today()), ..Choices::default() };
    for option in &OPTIONS {
        let said = dialog.said.get(option.key).map_or("", |said| said.trim());
        let values: Vec<&str> = if option.repeats { said.split(';').collect() } else { vec![said] };
        for value in values.into_iter().map(str::trim).filter(|value| !value.is_empty()) {
            option.choose(&mut choices, value).map_err(|_| (option, value.to_owned()))?;
        }
    }
    choices.columns = dialog.columns.iter().map(|(role, head)| ((*role).to_owned(), head.clone())).collect();
    let meant = dialog.names.iter().map(|(name, meant)| (name.clone(), meant.trim().to_owned()));
    choices.names = meant.filter(|(_, meant)| !meant.is_empty()).collect();
    Ok(choices)
}
