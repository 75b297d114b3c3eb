//! Which columns the table has, in what order and how wide; a reader's choice, fitted to the room there is.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::stored::{Name, Stored, StoredColumns};
use crate::analysis::roster::{Column, TableColumn};
use crate::briefing::{Message, Value};
use crate::message;

/// A column as a reader arranged it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Arranged {
    /// The column.
    pub column: Column,
    /// Its width relative to the others; in points where they have the room of the design.
    pub width: f32,
    /// Whether it is shown at all.
    pub shown: bool,
    /// How it stands in the table.
    pub table: TableColumn,
}

/// Every column that a table can show, once, in a reader's order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(from = "StoredColumns", into = "StoredColumns")]
pub struct Columns(Vec<Arranged>);

impl Default for Columns {
    fn default() -> Self {
        let designed =
            |(column, table): (Column, TableColumn)| Arranged { column, width: table.wanted, shown: true, table };
        Self(Column::in_table().map(designed).collect())
    }
}

/// A column in its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// The column.
    pub column: Column,
    /// Its left edge, from that of the table.
    pub left: f32,
    /// Its right edge.
    pub right: f32,
    /// How it stands in the table.
    pub table: TableColumn,
}

impl Columns {
    /// Every column in its order.
    pub fn all(&self) -> &[Arranged] {
        &self.0
    }

    /// Where the columns stand in a table of a width. Those that do not fit are left out, and what remains fills it.
    pub fn fit(&self, width: f32) -> Vec<Placed> {
        let mut shown: Vec<Arranged> = self.0.iter().copied().filter(|arranged| arranged.shown).collect();
        let needed = |shown: &[Arranged]| shown.iter().map(|arranged| arranged.table.least).sum::<f32>();
        while needed(&shown) > width {
            let priority = |arranged: &Arranged| arranged.table.priority;
            let Some(lowest) = shown.iter().filter_map(priority).min() else { break };
            shown.retain(|arranged| priority(arranged) != Some(lowest));
        }
        let needed = needed(&shown);
        let asked: f32 = shown.iter().map(|arranged| arranged.width).sum();
        // What is asked for is scaled to the table, then raised to what can be read, at the cost of those with more.
        let scaled = |arranged: &Arranged| arranged.width * width / asked.max(1.0);
        let spare: f32 = shown.iter().map(|arranged| (scaled(arranged) - arranged.table.least).max(0.0)).sum();
        let room = (width - needed).max(0.0);
        let mut left = 0.0;
        let place = |arranged: &Arranged| {
            let least = arranged.table.least;
            let more = (scaled(arranged) - least).max(0.0);
            let right = left + least + if spare > 0.0 { more * room / spare } else { room / shown.len() as f32 };
            let placed = Placed { column: arranged.column, left, right, table: arranged.table };
            left = right;
            placed
        };
        shown.iter().map(place).collect()
    }

    /// Moves the edge between a column and the next one that is shown by so many points, in a table of a width.
    pub fn resize(&mut self, column: Column, points: f32, width: f32) {
        let placed = self.fit(width);
        let Some(index) = placed.iter().position(|placed| placed.column == column) else { return };
        let Some(next) = placed.get(index + 1) else { return };
        let room = |placed: &Placed| placed.right - placed.left - placed.table.least;
        let points = points.clamp(-room(&placed[index]).max(0.0), room(next).max(0.0));
        for shown in &placed {
            let moved = match shown.column {
                of if of == column => points,
                of if of == next.column => -points,
                _ => 0.0,
            };
            self.arranged(shown.column).width = shown.right - shown.left + moved;
        }
    }

    /// Makes a column so wide in a table of a width, at the cost of all others, as far as they can still be read.
    pub fn fit_to(&mut self, column: Column, wanted: f32, width: f32) {
        let placed = self.fit(width);
        let Some(own) = placed.iter().find(|placed| placed.column == column) else { return };
        let others = width - (own.right - own.left);
        let wanted = wanted.clamp(own.table.least, (width * 0.8).max(own.table.least));
        for shown in &placed {
            self.arranged(shown.column).width = shown.right - shown.left;
        }
        // The widths are to each other as these, and together as wide as the table.
        self.arranged(column).width = wanted * others / (width - wanted).max(1.0);
    }

    /// Puts a column one place to the left or to the right, past those that are hidden.
    pub fn shift(&mut self, column: Column, right: bool) {
        let Some(from) = self.0.iter().position(|arranged| arranged.column == column) else { return };
        let shown = |index: &usize| self.0[*index].shown;
        let to = if right { (from + 1..self.0.len()).find(shown) } else { (0..from).rev().find(shown) };
        if let Some(to) = to {
            let moved = self.0.remove(from);
            self.0.insert(to, moved);
        }
    }

    /// Shows a column or hides it; which state a row is of is always shown.
    pub fn toggle(&mut self, column: Column) {
        if !column.is_kept() {
            let arranged = self.arranged(column);
            arranged.shown = !arranged.shown;
        }
    }

    fn arranged(&mut self, column: Column) -> &mut Arranged {
        let index = self.0.iter().position(|arranged| arranged.column == column);
        // Every column is there once, so the first is only ever reached by name.
        &mut self.0[index.unwrap_or_default()]
    }
}

/// As a link gives them: every one that is shown, in its order, with its width where that is not the designed one.
impl fmt::Display for Columns {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, arranged) in self.0.iter().filter(|arranged| arranged.shown).enumerate() {
            write!(f, "{}{}", if index > 0 { "," } else { "" }, arranged.column.key)?;
            if (arranged.width - arranged.table.wanted).abs() > 0.5 {
                write!(f, ":{}", arranged.width.round())?;
            }
        }
        Ok(())
    }
}

/// Those that are named, in that order; the others are hidden behind them. What is wrong is told with what can be named.
impl FromStr for Columns {
    type Err = Message;

    fn from_str(text: &str) -> Result<Self, Message> {
        let designed = Self::default().0;
        let known = || message!(request::column, keys = Value::list(designed.iter().map(|one| one.column.key)));
        let mut named: Vec<Arranged> = Vec::new();
        for part in text.split(',') {
            let (key, width) = part.split_once(':').map_or((part, None), |(key, width)| (key, Some(width)));
            let one = designed.iter().find(|one| one.column.key == key).ok_or_else(known)?;
            let width = match width {
                None => one.table.wanted,
                Some(text) => text.parse::<u16>().map_err(|_| known())?.clamp(40, 2000).into(),
            };
            if named.iter().all(|other| other.column != one.column) {
                named.push(Arranged { width, shown: true, ..*one });
            }
        }
        for one in designed {
            if named.iter().all(|other| other.column != one.column) {
                named.push(Arranged { shown: one.column.is_kept(), ..one });
            }
        }
        Ok(Self(named))
    }
}

impl From<Columns> for StoredColumns {
    fn from(columns: Columns) -> Self {
        let stored = |arranged: &Arranged| Stored {
            column: Name(Some(arranged.column)),
            width: arranged.width,
            shown: arranged.shown,
        };
        Self(columns.0.iter().map(stored).collect())
    }
}

/// Every column once, each with a width: what is not remembered stands at the end, as it was designed.
impl From<StoredColumns> for Columns {
    fn from(StoredColumns(stored): StoredColumns) -> Self {
        let designed = Self::default().0;
        let known = |stored: &Stored| {
            let designed = designed.iter().find(|designed| Some(designed.column) == stored.column.0)?;
            let width = if stored.width.is_finite() { stored.width.clamp(40.0, 2000.0) } else { designed.width };
            Some(Arranged { width, shown: stored.shown || designed.column.is_kept(), ..*designed })
        };
        let mut columns: Vec<Arranged> = Vec::new();
        for arranged in stored.iter().filter_map(known).chain(designed.iter().copied()) {
            if columns.iter().all(|other| other.column != arranged.column) {
                columns.push(arranged);
            }
        }
        Self(columns)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Columns;
    use crate::analysis::roster::Column;
    use crate::ui::shell::memory::Memory;

    fn shown(columns: &Columns, width: f32) -> Vec<Column> {
        columns.fit(width).iter().map(|placed| placed.column).collect()
    }

    fn all() -> Vec<Column> {
        Column::in_table().map(|(column, _)| column).collect()
    }

    #[test]
    fn what_does_not_fit_goes_and_the_rest_fills_the_table() {
        let columns = Columns::default();
        assert_eq!(shown(&columns, 700.0), all());
        assert!(!shown(&columns, 560.0).contains(&Column::REGION), "the region goes first");
        assert_eq!(shown(&columns, 400.0), [Column::STATE, Column::SINCE, Column::SOURCES]);
        assert_eq!(shown(&columns, 10.0), [Column::STATE], "the state never goes");
    }

    #[test]
    fn an_edge_moves_between_two_columns_only() {
        let mut columns = Columns::default();
        let before = columns.fit(900.0);
        columns.resize(Column::STATE, 30.0, 900.0);
        let after = columns.fit(900.0);
        assert!((after[0].right - before[0].right - 30.0).abs() < 0.5);
        assert!((after[1].right - before[1].right).abs() < 0.5, "the next one gives way");
        columns.resize(Column::STATE, -1e9, 900.0);
        assert!((columns.fit(900.0)[0].right - 150.0).abs() < 0.5, "no further than can be read");
    }

    #[test]
    fn a_column_is_made_to_fit_at_the_cost_of_all_others() {
        let width = |columns: &Columns| {
            let placed = columns.fit(1400.0);
            placed.iter().find(|placed| placed.column == Column::REGION).map(|placed| placed.right - placed.left)
        };
        let mut columns = Columns::default();
        columns.fit_to(Column::REGION, 300.0, 1400.0);
        let fitted = width(&columns).expect("it is shown");
        assert!((fitted - 300.0).abs() < 30.0, "{fitted}");
        columns.fit_to(Column::REGION, 1e9, 1400.0);
        assert!(columns.fit(1400.0).iter().all(|one| one.right - one.left >= one.table.least - 0.5));
    }

    #[test]
    fn a_column_moves_past_those_that_are_hidden() {
        let mut columns = Columns::default();
        columns.toggle(Column::REGION);
        columns.shift(Column::SINCE, false);
        assert_eq!(shown(&columns, 900.0)[..3], [Column::STATE, Column::SINCE, Column::STATUS]);
        columns.toggle(Column::STATE);
        assert_eq!(shown(&columns, 900.0)[0], Column::STATE, "the state stays");
    }

    fn remembered(text: &str) -> Columns {
        let memory = Memory([("columns".to_owned(), text.to_owned())].into());
        eframe::get_value(&memory, "columns").expect("it is read, whatever it says")
    }

    #[test]
    fn what_was_stored_is_mended() {
        let mended = remembered(
            "([(column: Since, width: inf, shown: true), (column: gone, width: 9.0, shown: true), \
             (column: since, width: 80.0, shown: false), (column: state, width: 1.0, shown: false)])",
        );
        let first: Vec<_> = mended.all().iter().map(|arranged| (arranged.column, arranged.width)).take(2).collect();
        assert_eq!(first, [(Column::SINCE, 106.0), (Column::STATE, 40.0)], "earlier versions wrote a capital");
        assert_eq!(mended.all().len(), Column::in_table().count(), "every column once");
        assert!(mended.all()[1].shown, "which state a row is of is always shown");
    }

    #[test]
    fn what_a_link_gives_is_what_is_shown() {
        let mut columns = Columns::default();
        columns.toggle(Column::REGION);
        columns.shift(Column::SINCE, false);
        columns.resize(Column::STATE, 30.0, 900.0);
        let read: Columns = columns.to_string().parse().expect("they are known");
        assert_eq!(read.to_string(), columns.to_string());
        assert_eq!(shown(&read, 900.0), shown(&columns, 900.0));
        for wrong in ["", "state,", "state:wide", "luck", "state:-1"] {
            assert!(wrong.parse::<Columns>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn what_is_stored_is_read_back() {
        let mut columns = Columns::default();
        columns.toggle(Column::REGION);
        columns.shift(Column::SINCE, false);
        let mut memory = Memory::default();
        eframe::set_value(&mut memory, "columns", &columns);
        assert_eq!(eframe::get_value(&memory, "columns"), Some(columns));
    }

    proptest! {
        #[test]
        fn columns_always_fill_the_table(
            width in 150.0f32..3000.0,
            moves in prop::collection::vec((0usize..6, -500.0f32..500.0, any::<bool>(), 0u8..3), 0..12),
        ) {
            let mut columns = Columns::default();
            for (column, points, right, what) in moves {
                let column = all()[column];
                match what {
                    0 => columns.resize(column, points, width),
                    1 => columns.shift(column, right),
                    _ => columns.toggle(column),
                }
                let placed = columns.fit(width);
                prop_assert!((placed.last().expect("the state").right - width).abs() < 1.0);
                for placed in &placed {
                    prop_assert!(placed.right - placed.left >= placed.table.least - 0.5, "{:?}", placed);
                }
            }
        }
    }
}
