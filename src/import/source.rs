//! The source that is cited for a table: one for each data set, renewed where a later table holds all that the earlier
//! one did, and beside it where it does not.

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use super::ImportError;
use super::choices::Choices;
use super::parties::{joined, key_of};
use super::plan::{PartKind, Plan, json};
use super::table::{Row, Table};
use crate::analysis::fold::known_by;
use crate::briefing::progress::Progress;
use crate::briefing::{Briefing, Citation, Date, JsonEdit, Key, Pointer, Sha256, Source, SourceKind, SourceTable};

/// What is known of a table as a source.
#[derive(Clone, Debug)]
pub struct Told {
    pub layout: Key,
    pub publisher: String,
    pub title: String,
    pub kind: SourceKind,
    pub primary: bool,
    pub address: Option<String>,
    pub read: Option<Date>,
    pub file: String,
    pub sha256: Sha256,
    pub columns: BTreeMap<String, String>,
    pub names: BTreeMap<String, String>,
}

/// A source for a table, and the one that it takes the place of.
#[derive(Clone, Debug)]
pub struct OfTable {
    pub source: Source,
    /// Its place among the sources, and what stands there.
    pub old: Option<(usize, Source)>,
}

/// The source of a table: the one of the same file, else the one of the same data set where all that cites it is `covered`
/// by the table, else a new one.
pub fn of_table(briefing: &Briefing, base: &Key, told: &Told, covered: impl Fn(&Key) -> bool) -> OfTable {
    let sources = &briefing.sources.sources;
    let table = SourceTable {
        file: told.file.clone(),
        sha256: told.sha256.clone(),
        layout: told.layout.clone(),
        columns: told.columns.clone(),
        names: told.names.clone(),
    };
    let kept = |source: &Source| source.table.as_ref().is_some_and(|own| own.layout == told.layout);
    let same = sources
        .iter()
        .enumerate()
        .find(|(_, source)| kept(source) && source.table.as_ref().is_some_and(|own| own.sha256 == told.sha256));
    if let Some((at, old)) = same {
        // How it was read may have been chosen otherwise.
        let source = Source { table: Some(table), ..old.clone() };
        return OfTable { source, old: Some((at, old.clone())) };
    }
    let mut number = 1_usize;
    loop {
        let id = if number == 1 { base.clone() } else { joined(&[base.as_str(), &number.to_string()]) };
        let Some((at, old)) = sources.iter().enumerate().find(|(_, source)| source.id == id) else {
            let source = Source {
                id,
                publisher: told.publisher.clone(),
                title: told.title.clone(),
                kind: told.kind,
                primary: told.primary,
                published: None,
                read: told.read,
                address: told.address.clone(),
                origin: None,
                archived: None,
                licence: None,
                note: None,
                table: Some(table),
            };
            return OfTable { source, old: None };
        };
        if kept(old) && covered(&id) {
            let address = told.address.clone().or_else(|| old.address.clone());
            let source = Source { read: told.read, address, table: Some(table), ..old.clone() };
            return OfTable { source, old: Some((at, old.clone())) };
        }
        number += 1;
    }
}

/// Adds to a plan what becomes of a source.
pub fn plan(of_table: &OfTable, plan: &mut Plan) {
    const FILE: &str = "sources.json";
    let list = Pointer::default().field("sources");
    let source = &of_table.source;
    let Some((at, old)) = &of_table.old else {
        plan.part(FILE, PartKind::Source, source.id.as_str(), &source.title);
        let entry = json(source);
        return plan.edit(FILE, JsonEdit::Append { list, entry });
    };
    let object = list.index(*at);
    let mut set = |field: &str, value: String| {
        plan.edit(FILE, JsonEdit::Set { object: object.clone(), field: field.to_owned(), value });
    };
    if source.read != old.read
        && let Some(read) = source.read
    {
        set("read", json(&read));
    }
    if source.address != old.address {
        set("address", json(&source.address));
    }
    if source.table != old.table {
        set("table", json(&source.table));
        let digest = |source: &Source| source.table.as_ref().map_or_else(String::new, |table| table.sha256.short());
        let (before, after) = (digest(old), digest(source));
        if before != after {
            plan.revised(FILE, PartKind::Source, source.id.as_str(), Some(&before), &after, None);
        }
    }
}

/// The citation of a row of a table, and of the sheet where it has several.
pub fn row(source: &Key, section: Option<&str>, row: u32) -> Citation {
    let (section, row) = (section.map(str::to_owned), NonZeroU32::new(row));
    Citation { section, row, ..Citation::of(source.clone()) }
}

/// Whether a citation is of a table in a layout: what an earlier one brought may be revised by a later one, and what the
/// reader wrote stays.
pub fn is_of_layout(briefing: &Briefing, citation: &Citation, layout: &Key) -> bool {
    let table = briefing.source(&citation.source).and_then(|source| source.table.as_ref());
    table.is_some_and(|table| table.layout == *layout)
}

/// Whether a head of a column stands in one of some rows, by itself or as the code before a colon.
fn stands_in(rows: &[Row], head: &str) -> bool {
    let is_it = |cell: &str| known_by(cell) == known_by(head);
    rows.iter()
        .flat_map(|row| row.fields.iter())
        .any(|cell| is_it(cell) || is_it(cell.split(':').next().unwrap_or_default()))
}

/// Choices with those that were kept of an earlier edition of the same file, where none are given. The digest of the file is
/// asked for only where there is one that it could be.
///
/// # Errors
/// As the digest.
pub fn remembered(
    briefing: &Briefing,
    table: &mut Table,
    choices: &Choices,
    progress: &Progress,
) -> Result<Choices, ImportError> {
    let bare = |name: &str| key_of(&name.chars().filter(|c| !c.is_ascii_digit()).collect::<String>());
    let mut tables = briefing.sources.sources.iter().filter_map(|source| source.table.as_ref());
    if tables.clone().next().is_none() {
        return Ok(choices.clone());
    }
    let sha256 = table.sha256(progress)?;
    let by_name = tables.clone().rfind(|own| bare(&own.file) == bare(&table.file));
    let found = tables.rfind(|own| own.sha256 == sha256).or(by_name);
    let mut choices = choices.clone();
    let Some(found) = found else { return Ok(choices) };
    // Another file of the same name may be of somebody else, and have other heads.
    if choices.columns.is_empty() && found.columns.values().all(|head| head.is_empty() || stands_in(table.head(), head))
    {
        choices.columns.clone_from(&found.columns);
    }
    for (name, meant) in &found.names {
        choices.names.entry(name.clone()).or_insert_with(|| meant.clone());
    }
    Ok(choices)
}
