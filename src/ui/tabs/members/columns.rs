//! Which columns the table has, in what order and how wide; a reader's choice, fitted to the room there is.

use serde::{Deserialize, Serialize};

use crate::analysis::roster::Column;

/// A column as a reader arranged it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Arranged {
    /// The column.
    pub column: Column,
    /// Its width relative to the others; in points where they have the room of the design.
    pub width: f32,
    /// Whether it is shown at all.
    pub shown: bool,
}

/// Every column once, in a reader's order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Columns(Vec<Arranged>);

impl Default for Columns {
    fn default() -> Self {
        Self(Column::ALL.map(|column| Arranged { column, width: designed(column), shown: true }).into())
    }
}

/// The width of the design.
const fn designed(column: Column) -> f32 {
    match column {
        Column::State => 186.0,
        Column::Status => 128.0,
        Column::Region => 122.0,
        Column::Since => 98.0,
        Column::Population => 74.0,
        Column::Sources => 86.0,
    }
}

/// What a column needs to be read.
const fn least(column: Column) -> f32 {
    match column {
        Column::State => 150.0,
        Column::Status => 118.0,
        Column::Region => 76.0,
        Column::Since => 96.0,
        Column::Population => 72.0,
        Column::Sources => 78.0,
    }
}

/// What goes first where there is not room for all; the state never does.
const EXPENDABLE: [Column; 5] = [Column::Region, Column::Population, Column::Status, Column::Sources, Column::Since];

/// A column in its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// The column.
    pub column: Column,
    /// Its left edge, from that of the table.
    pub left: f32,
    /// Its right edge.
    pub right: f32,
}

impl Columns {
    /// Every column in its order.
    pub fn all(&self) -> &[Arranged] {
        &self.0
    }

    /// Where the columns stand in a table of a width. Those that do not fit are left out, and what remains fills it.
    pub fn fit(&self, width: f32) -> Vec<Placed> {
        let mut shown: Vec<Arranged> = self.0.iter().copied().filter(|arranged| arranged.shown).collect();
        for expendable in EXPENDABLE {
            if shown.iter().map(|arranged| least(arranged.column)).sum::<f32>() > width {
                shown.retain(|arranged| arranged.column != expendable);
            }
        }
        let needed: f32 = shown.iter().map(|arranged| least(arranged.column)).sum();
        let asked: f32 = shown.iter().map(|arranged| arranged.width).sum();
        // What is asked for is scaled to the table, then raised to what can be read, at the cost of those with more.
        let scaled = |arranged: &Arranged| arranged.width * width / asked.max(1.0);
        let spare: f32 = shown.iter().map(|arranged| (scaled(arranged) - least(arranged.column)).max(0.0)).sum();
        let room = (width - needed).max(0.0);
        let mut left = 0.0;
        let place = |arranged: &Arranged| {
            let least = least(arranged.column);
            let more = (scaled(arranged) - least).max(0.0);
            let right = left + least + if spare > 0.0 { more * room / spare } else { room / shown.len() as f32 };
            let placed = Placed { column: arranged.column, left, right };
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
        let room = |placed: &Placed| placed.right - placed.left - least(placed.column);
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

    /// Shows a column or hides it; the state is always shown.
    pub fn toggle(&mut self, column: Column) {
        if column != Column::State {
            let arranged = self.arranged(column);
            arranged.shown = !arranged.shown;
        }
    }

    fn arranged(&mut self, column: Column) -> &mut Arranged {
        let index = self.0.iter().position(|arranged| arranged.column == column);
        // Every column is there once, so the first is only ever reached by name.
        &mut self.0[index.unwrap_or_default()]
    }

    /// Storage is a file that anything may have written to: every column once, each with a width.
    pub fn sound(self) -> Self {
        let mut sound: Vec<Arranged> = Vec::new();
        for arranged in self.0.into_iter().chain(Self::default().0) {
            if sound.iter().all(|other| other.column != arranged.column) {
                let width = arranged.width;
                let width = if width.is_finite() { width.clamp(40.0, 2000.0) } else { designed(arranged.column) };
                let shown = arranged.shown || arranged.column == Column::State;
                sound.push(Arranged { width, shown, ..arranged });
            }
        }
        Self(sound)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Arranged, Columns, least};
    use crate::analysis::roster::Column;

    fn shown(columns: &Columns, width: f32) -> Vec<Column> {
        columns.fit(width).iter().map(|placed| placed.column).collect()
    }

    #[test]
    fn what_does_not_fit_goes_and_the_rest_fills_the_table() {
        let columns = Columns::default();
        assert_eq!(shown(&columns, 700.0), Column::ALL);
        assert!(!shown(&columns, 560.0).contains(&Column::Region), "the region goes first");
        assert_eq!(shown(&columns, 400.0), [Column::State, Column::Since, Column::Sources]);
        assert_eq!(shown(&columns, 10.0), [Column::State], "the state never goes");
    }

    #[test]
    fn an_edge_moves_between_two_columns_only() {
        let mut columns = Columns::default();
        let before = columns.fit(900.0);
        columns.resize(Column::State, 30.0, 900.0);
        let after = columns.fit(900.0);
        assert!((after[0].right - before[0].right - 30.0).abs() < 0.5);
        assert!((after[1].right - before[1].right).abs() < 0.5, "the next one gives way");
        columns.resize(Column::State, -1e9, 900.0);
        assert!((columns.fit(900.0)[0].right - least(Column::State)).abs() < 0.5, "no further than can be read");
    }

    #[test]
    fn a_column_moves_past_those_that_are_hidden() {
        let mut columns = Columns::default();
        columns.toggle(Column::Region);
        columns.shift(Column::Since, false);
        assert_eq!(shown(&columns, 900.0)[..3], [Column::State, Column::Since, Column::Status]);
        columns.toggle(Column::State);
        assert_eq!(shown(&columns, 900.0)[0], Column::State, "the state stays");
    }

    #[test]
    fn what_was_stored_is_mended() {
        let twice = Arranged { column: Column::Since, width: f32::NAN, shown: true };
        let mended = Columns(vec![twice, twice]).sound();
        assert_eq!(mended.all().len(), Column::ALL.len());
        assert_eq!(mended.all()[0].column, Column::Since);
        assert!(mended.all().iter().all(|arranged| arranged.width.is_finite()));
    }

    proptest! {
        #[test]
        fn columns_always_fill_the_table(
            width in 150.0f32..3000.0,
            moves in prop::collection::vec((0usize..6, -500.0f32..500.0, any::<bool>(), 0u8..3), 0..12),
        ) {
            let mut columns = Columns::default();
            for (column, points, right, what) in moves {
                let column = Column::ALL[column];
                match what {
                    0 => columns.resize(column, points, width),
                    1 => columns.shift(column, right),
                    _ => columns.toggle(column),
                }
                let placed = columns.fit(width);
                prop_assert!((placed.last().expect("the state").right - width).abs() < 1.0);
                for placed in &placed {
                    prop_assert!(placed.right - placed.left >= least(placed.column) - 0.5, "{:?}", placed);
                }
            }
        }
    }
}
