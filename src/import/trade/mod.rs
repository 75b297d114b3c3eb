//! Tables of figures.
//!
//! A layout is one value in one list: what knows it again, and what reads its rows. To add one, write a file like
//! `wits.rs` and its line in [`LAYOUTS`].

mod across;
mod apart;
mod called;
mod chosen;
mod columns;
mod comtrade;
mod comtrade_old;
mod crossed;
mod customs;
mod customs_query;
mod dated;
mod draft;
mod eurostat_tsv;
mod figure;
mod gather;
mod imf;
mod into;
mod layout;
mod long;
mod mapped;
mod months;
mod observations;
mod owid;
mod sdmx;
mod selected;
mod target;
mod told_unit;
mod trademap;
mod units;
mod usual;
mod ways;
mod wide;
mod wits;
mod world_bank;

use std::path::Path;

use self::draft::{Drafted, drafted};
use self::gather::Sink;
use self::into::Into;
use self::layout::{Begun, Head, Titles};
use super::apply::Desk;
use super::choices::Choices;
use super::kept::Kept;
use super::parties::{Parties, key_of};
use super::plan::{ColumnUse, Plan, TableFacts};
use super::source::{self, Told};
use super::table::{Row, Table};
use super::{ImportError, Say};
use crate::briefing::progress::Progress;
use crate::briefing::{Key, Value, nearest};
use crate::message;

pub use layout::{Layout, Role};

/// All layouts. The first that knows a table again reads it, so those that look closest come first.
pub const LAYOUTS: [&Layout; 16] = [
    &comtrade::LAYOUT,
    &comtrade_old::LAYOUT,
    &sdmx::TWO,
    &sdmx::ONE,
    &imf::LAYOUT,
    &eurostat_tsv::LAYOUT,
    &world_bank::LAYOUT,
    &wits::LAYOUT,
    &owid::LAYOUT,
    &trademap::LAYOUT,
    &customs::ENGLISH,
    &customs::CHINESE,
    &customs_query::LAYOUT,
    &crossed::LAYOUT,
    // A table of periods has a column for each; else a figure stands in each row.
    &mapped::WIDE,
    &mapped::LONG,
];

/// What importing a table of figures would do.
///
/// # Errors
/// Where the table cannot be read, is in no layout that is known, or does not fit what was chosen.
pub fn plan(
    desk: &Desk,
    path: &Path,
    choices: &Choices,
    say: Say<'_>,
    progress: &Progress,
) -> Result<Plan, ImportError> {
    let mut table = Table::open(path, &choices.reading, progress)?;
    let given = choices;
    let choices = source::remembered(desk.briefing(), &mut table, choices, progress)?;
    let (layout, at, mut begun) = begun(&mut table, &choices)?;
    // Years of whoever are read as they begin; those of a publisher are known.
    let is_of_whoever = [&crossed::LAYOUT, &mapped::WIDE, &mapped::LONG].iter().any(|own| own.key == layout.key);
    if choices.fiscal.is_some() && !is_of_whoever {
        return Err(ImportError::of_file(&table.file, message!(import::no_fiscal), message!(import::no_fiscal_remedy)));
    }
    if choices.dates.is_some() && !is_of_whoever {
        return Err(ImportError::no_dates(&table.file));
    }
    let selected = selected(&mut table, at, &begun, &choices)?;
    let kept = kept(&mut table, at, begun.titles.as_ref(), &choices)?;
    let file = table.file.clone();
    let mut sink = Sink::new(&file);
    let mut row = Row::default();
    let mut below = 0_usize;
    while table.next(&mut row)? {
        below += 1;
        if below <= at + 1 {
            continue;
        }
        if !kept.has(&row) {
            sink.leave(&message!(import::left_filtered), row.number);
            continue;
        }
        begun.reader.read(&row, &mut sink);
        if let Some(fault) = sink.fault() {
            return Err(fault);
        }
        if below.is_multiple_of(4096) && progress.is_cancelled() {
            return Err(ImportError::Cancelled);
        }
    }
    let mut gathered = sink.into_gathered();
    let (odd, all) = gathered.odd;
    if odd > 2 && odd * 2 > all {
        let what = message!(import::mostly_odd, layout = layout.key, odd = odd.to_string(), all = all.to_string());
        return Err(ImportError::of_file(&file, what, message!(import::mostly_odd_remedy)));
    }
    chosen::refuse_unused(&file, &choices, &gathered.filled)?;
    gathered.tell_ways_apart();
    let along = apart::told_apart(&file, &begun.apart, &gathered)?;
    // In tables of whoever remarks and sources stand beside figures: that they differ is nothing to know.
    let along = along.filter(|_| !is_of_whoever);
    let unused = gathered.unused(given.names.keys());
    let has_wayless = gathered.go_as_meant(&choices.names, choices.flow);
    if choices.flow.is_some() && !has_wayless {
        let remedy = message!(import::says_remedy, option = "flow");
        return Err(ImportError::of_file(&file, message!(import::says_flow), remedy));
    }
    let no_way = gathered.has_no_way().then(|| message!(import::no_way));
    let mut parties = Parties::of(desk.briefing(), &choices.names);
    let Drafted { series, left, remarks, strangers, at_odds } = drafted(gathered, &mut parties);
    if series.is_empty() && !at_odds.is_empty() {
        let what = message!(import::all_at_odds, states = Value::list(at_odds));
        return Err(ImportError::of_file(&file, what, message!(import::all_at_odds_remedy)));
    }
    let roles = begun.reader.choosable().iter().map(|role| role.key()).collect();
    let mut plan =
        Plan::new(TableFacts::of(&mut table, layout.key, layout.name.clone(), roles, progress)?, begun.columns);
    plan.left = left;
    plan.remarks = begun.remarks;
    plan.remarks.extend(along.into_iter().chain(no_way));
    plan.remarks.extend(remarks);
    if !at_odds.is_empty() {
        plan.remarks.push(message!(import::at_odds, states = Value::list(at_odds)));
    }
    plan.name_strangers(strangers);
    let told = told(layout, &begun.told, &plan.table, &choices);
    if told.publisher.is_empty() {
        plan.remarks.push(message!(import::no_publisher));
    }
    let stem = file.rsplit_once('.').map_or(file.as_str(), |(stem, _)| stem);
    let prefix = match (&begun.told.prefix, layout.publisher.is_empty()) {
        (Some(prefix), _) => prefix.clone(),
        (None, true) => key_of(stem).to_string(),
        (None, false) => layout.key.to_owned(),
    };
    let told = Told {
        publisher: Some(told.publisher.clone())
            .filter(|name| !name.is_empty())
            .unwrap_or_else(|| say(&message!(import::unknown_publisher))),
        ..told
    };
    let section = table.section().map(str::to_owned);
    Into { desk, choices: &choices, say, prefix, selected, section, told }.plan(&series, &mut plan)?;
    plan.remarks.extend(unused.into_iter().map(|name| message!(import::unused_name, name = name)));
    Ok(plan)
}

/// The layout of a table, the row of its head, and what reads it.
fn begun(table: &mut Table, choices: &Choices) -> Result<(&'static Layout, usize, Begun), ImportError> {
    let file = table.file.clone();
    let head = Head { file: &file, rows: table.head(), choices };
    if head.rows.is_empty() {
        return Err(ImportError::of_file(&file, message!(import::empty), message!(import::empty_remedy)));
    }
    let found = match &choices.layout {
        Some(wanted) => {
            let layout = LAYOUTS.into_iter().find(|layout| layout.key == wanted);
            let Some(layout) = layout else {
                let near = nearest(wanted, LAYOUTS.iter().map(|layout| layout.key)).unwrap_or("long");
                let what = message!(import::no_layout, key = wanted.clone());
                return Err(ImportError::of_file(&file, what, message!(import::no_layout_remedy, near = near)));
            };
            (layout.head)(&head).map(|at| (layout, at))
        }
        None => LAYOUTS.into_iter().find_map(|layout| (layout.head)(&head).map(|at| (layout, at))),
    };
    let Some((layout, at)) = found else {
        let first = head.titles(0).names.into_iter().filter(|name| !name.is_empty());
        let columns = Value::list(first.take(12));
        let what = message!(import::unknown_layout, columns = columns);
        return Err(ImportError::of_file(&file, what, message!(import::unknown_layout_remedy)));
    };
    Ok((layout, at, (layout.begin)(&head, at)?))
}

/// What the columns of a table are taken as, as far as that is known where it cannot be imported as it is.
pub(super) fn known(table: &mut Table, choices: &Choices) -> Vec<ColumnUse> {
    if let Ok((.., begun)) = begun(table, choices) {
        return begun.columns;
    }
    let file = table.file.clone();
    mapped::known(&Head { file: &file, rows: table.head(), choices })
}

/// Whether a table is in a layout that somebody publishes tables in.
pub(super) fn is_published(table: &mut Table) -> bool {
    let (file, choices) = (table.file.clone(), Choices::default());
    let head = Head { file: &file, rows: table.head(), choices: &choices };
    // Also where it asks for something before it can be imported.
    let found = LAYOUTS.into_iter().find(|layout| (layout.head)(&head).is_some());
    found.is_some_and(|layout| !layout.publisher.is_empty())
}

/// Whether a table has periods and a column that is called one of values.
pub(super) fn is_of_values(table: &mut Table) -> bool {
    mapped::has_values(table.head())
}

/// Whether a table has figures of periods, in whatever layout.
pub(super) fn is_of_figures(table: &mut Table) -> bool {
    begun(table, &Choices::default()).is_ok()
}

/// The rows that are kept.
fn kept(table: &mut Table, at: usize, titles: Option<&Titles>, choices: &Choices) -> Result<Kept, ImportError> {
    let file = table.file.clone();
    let head = Head { file: &file, rows: table.head(), choices };
    let titles = titles.map_or_else(|| head.titles(at), Titles::clone);
    Kept::of(choices, |name| titles.chosen(&head, name))
}

/// What the series of a table are of besides what is known of them, by the rows that are kept.
fn selected(table: &mut Table, at: usize, begun: &Begun, choices: &Choices) -> Result<String, ImportError> {
    let file = table.file.clone();
    let head = Head { file: &file, rows: table.head(), choices };
    let titles = begun.titles.clone().unwrap_or_else(|| head.titles(at));
    selected::key(&head, at, &titles, &*begun.reader)
}

/// What the table is as a source.
fn told(layout: &Layout, told: &layout::Told, facts: &TableFacts, choices: &Choices) -> Told {
    let first = |texts: [Option<String>; 3]| texts.into_iter().flatten().find(|text| !text.trim().is_empty());
    let own = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let publisher = first([choices.publisher.clone(), told.publisher.clone(), own(layout.publisher)]);
    let data_set = first([None, told.data_set.clone(), own(layout.data_set)]);
    let described = || data_set.clone().unwrap_or_else(|| facts.file.clone());
    Told {
        layout: Key::try_from(layout.key.to_owned()).unwrap_or_else(|_| key_of(layout.key)),
        publisher: publisher.unwrap_or_default(),
        title: choices.title.clone().filter(|title| !title.trim().is_empty()).unwrap_or_else(described),
        kind: layout.kind,
        primary: layout.primary,
        address: choices.address.clone(),
        read: choices.read,
        file: facts.file.clone(),
        sha256: facts.sha256.clone(),
        columns: choices.columns.clone(),
        names: choices.names.clone(),
    }
}

#[cfg(test)]
mod tests;
