//! Lists whose rows are as high as what stands in them.

use std::ops::Range;
use std::sync::atomic::Ordering::Relaxed;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use egui::{Id, Pos2, Rangef, Rect, Ui, pos2, vec2};

use super::heard::{Rows, table};
use super::heights::Heights;
use super::matches::{AT_ONCE, Matches, Search};

/// A list of no more rows is drawn whole, so that a screen reader hears all of it.
const WHOLE: usize = 100;
/// So far above and below what is in view rows are drawn as well: the keyboard goes on to them.
const AROUND: f32 = 300.0;

/// A list of which only what is in view is laid out, where it is long: what a frame costs is of what can be seen, however
/// many rows there are. How high a row is is known once it was drawn; until then it is held to be as high as those that
/// were.
#[derive(Debug)]
pub struct TallList {
    id: Id,
    rows: usize,
    is_long: bool,
    /// What a screen reader calls the table that its rows are of, where they are of one.
    heard: Option<String>,
}

/// What of a long list is drawn although it is not in view.
#[derive(Clone, Debug)]
pub enum Needed {
    /// Nothing.
    Nothing,
    /// A row that has to be brought into view.
    Row(usize),
    /// The row that the reader is at of those in which a text is found, and in each frame some of those in which it was
    /// not looked for yet.
    Found(Search),
}

impl From<Option<usize>> for Needed {
    fn from(row: Option<usize>) -> Self {
        row.map_or(Self::Nothing, Self::Row)
    }
}

type Kept = Arc<Mutex<Known>>;

/// What is known of the rows of a list.
#[derive(Debug, Default)]
struct Known {
    heights: Heights,
    matches: Matches,
}

impl TallList {
    /// A list of so many rows. `name` tells it apart from others around it.
    pub fn new(ui: &Ui, name: &str, rows: usize) -> Self {
        Self { id: ui.scope_id().with(name), rows, is_long: rows > WHOLE, heard: None }
    }

    /// The same whose rows are of a table with a name.
    pub fn heard(self, name: impl Into<String>) -> Self {
        Self { heard: Some(name.into()), ..self }
    }

    /// The same of rows in which so many things stand beside or under each other: it is as long as they are many.
    pub fn holding(self, things: usize) -> Self {
        Self { is_long: things > WHOLE, ..self }
    }

    /// Draws all of its rows one below the other, each with `add`. Returns where they stand.
    pub fn ui(&self, ui: &mut Ui, needed: impl Into<Needed>, add: impl FnMut(&mut Ui, usize)) -> Placed {
        self.some(ui, 0..self.rows, needed, add)
    }

    /// The same with some of its rows: those that stand together under a head of their own.
    pub fn some(
        &self,
        ui: &mut Ui,
        rows: Range<usize>,
        needed: impl Into<Needed>,
        mut add: impl FnMut(&mut Ui, usize),
    ) -> Placed {
        let Some(name) = &self.heard else { return self.rows_ui(ui, rows, &needed.into(), add) };
        self.table_ui(ui, name, rows, needed.into(), &mut add)
    }

    /// Draws rows of a table that has a name: those that stand together under a head of their own are one.
    pub fn table_ui(
        &self,
        ui: &mut Ui,
        name: &str,
        rows: Range<usize>,
        needed: impl Into<Needed>,
        mut add: impl FnMut(&mut Ui, usize),
    ) -> Placed {
        let first = rows.start;
        table(ui, name, rows.len(), |ui| {
            self.rows_ui(ui, rows, &needed.into(), |ui, at| Rows { at: at - first }.ui(ui, |ui| add(ui, at)))
        })
    }

    fn rows_ui(&self, ui: &mut Ui, rows: Range<usize>, needed: &Needed, mut add: impl FnMut(&mut Ui, usize)) -> Placed {
        let (top, width) = (ui.cursor().min, ui.available_width());
        let kept: Kept = ui.data_mut(|data| Arc::clone(data.get_temp_mut_or_default(self.id)));
        // Not held while rows are drawn: there may be a list in one of them.
        let Known { mut heights, mut matches } = std::mem::take(&mut *known(&kept));
        heights.fit(self.rows, width);
        let search = if let Needed::Found(search) = needed { Some(search).filter(|_| self.is_long) } else { None };
        if let Some(search) = search {
            matches.fit(self.rows, search);
        }
        let view = ui.clip_rect().y_range().expand(AROUND);
        let (mut at, mut left) = (rows.start, AT_ONCE);
        while at < rows.end {
            if self.is_long {
                let mut next = next(&heights, at..rows.end, ui.cursor().top(), view, needed);
                if let Some(search) = search {
                    let unknown = matches.unknown(at..next).filter(|_| left > 0);
                    next = unknown.unwrap_or(next);
                    let of_current = search.current.checked_sub(search.counted.load(Relaxed));
                    let holding = of_current.and_then(|number| matches.holding(at..next, number));
                    left -= usize::from(unknown.is_some() && holding.is_none());
                    next = holding.unwrap_or(next);
                    search.counted.fetch_add(matches.of(at..next), Relaxed);
                }
                skip(ui, heights.of(at..next));
                at = next;
                if at == rows.end {
                    break;
                }
            }
            let start = ui.cursor().top();
            let before = search.map(|search| (search.counted.load(Relaxed), search.goes_on.swap(false, Relaxed)));
            if self.is_long {
                // What is in a row keeps its name from frame to frame, however many are drawn above it.
                ui.push_id(at, |ui| add(ui, at));
            } else {
                add(ui, at);
            }
            heights.set(at, ui.cursor().top() - start);
            if let (Some(search), Some((counted, goes_on))) = (search, before) {
                // A list in the row may not be through.
                if !search.goes_on.load(Relaxed) {
                    matches.set(at, search.counted.load(Relaxed).saturating_sub(counted));
                }
                search.goes_on.fetch_or(goes_on, Relaxed);
            }
            at += 1;
        }
        if let Some(search) = search.filter(|_| matches.unknown(rows.clone()).is_some()) {
            search.goes_on.store(true, Relaxed);
            ui.ctx().request_repaint();
        }
        *known(&kept) = Known { heights, matches };
        Placed { top, width, first: rows.start, end: rows.end, kept }
    }
}

fn known(kept: &Kept) -> MutexGuard<'_, Known> {
    kept.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The next of some rows that is to be drawn, where the first of them stands at `top`; their end where none is.
fn next(heights: &Heights, rows: Range<usize>, top: f32, view: Rangef, needed: &Needed) -> usize {
    let next = if top > view.max { rows.end } else { heights.reaching(rows.clone(), view.min - top) };
    match needed {
        Needed::Row(row) if (rows.start..next).contains(row) => *row,
        _ => next,
    }
}

/// Leaves the room of rows that are not drawn. What is between two rows is part of their height.
fn skip(ui: &mut Ui, height: f32) {
    if height > 0.0 {
        let size = vec2(ui.available_width(), (height - ui.spacing().item_spacing.y).max(0.0));
        ui.advance_cursor_after_rect(Rect::from_min_size(ui.cursor().min, size));
    }
}

/// Where rows of a list stand, drawn or not.
#[derive(Debug)]
pub struct Placed {
    top: Pos2,
    width: f32,
    first: usize,
    end: usize,
    kept: Kept,
}

impl Placed {
    /// Which of them stand between two heights.
    pub fn between(&self, heights: Rangef) -> Range<usize> {
        let known = known(&self.kept);
        let reaching = |height: f32| known.heights.reaching(self.first..self.end, height - self.top.y);
        let start = reaching(heights.min);
        start..(reaching(heights.max) + 1).min(self.end).max(start)
    }

    /// Where one of them stands.
    pub fn row(&self, row: usize) -> Rect {
        let heights = &known(&self.kept).heights;
        let top = self.top.y + heights.of(self.first..row);
        Rect::from_min_size(pos2(self.top.x, top), vec2(self.width, heights.of(row..row + 1)))
    }
}

#[cfg(test)]
mod tests {
    use std::cell::{Cell, RefCell};
    use std::collections::BTreeMap;
    use std::sync::Arc;
    use std::sync::atomic::AtomicUsize;
    use std::sync::atomic::Ordering::Relaxed;

    use egui::{Rect, ScrollArea, Sense, Vec2, vec2};
    use egui_kittest::Harness;

    use super::{AT_ONCE, Needed, Search, TallList};

    /// As high as a row is.
    fn height(row: usize) -> f32 {
        20.0 + (row % 7) as f32 * 5.0
    }

    /// How many of so many rows, each of its own height, are drawn in the first frame and in the second.
    fn drawn(rows: usize, needed: &Needed) -> [usize; 2] {
        let count = Cell::new(0);
        let mut harness = Harness::builder().with_size(Vec2::new(400.0, 600.0)).build_ui(|ui| {
            count.set(0);
            ScrollArea::vertical().show(ui, |ui| {
                TallList::new(ui, "rows", rows).ui(ui, needed.clone(), |ui, row| {
                    count.set(count.get() + 1);
                    ui.allocate_exact_size(vec2(300.0, height(row)), Sense::hover());
                });
            });
        });
        let first = count.get();
        harness.step();
        [first, count.get()]
    }

    #[test]
    fn of_a_hundred_thousand_rows_only_those_in_view_are_laid_out() {
        for rows in [101, 10_000, 100_000] {
            for count in drawn(rows, &Needed::Nothing) {
                assert!((10..60).contains(&count), "{count} of {rows}");
            }
        }
        assert_eq!(drawn(90, &Needed::Nothing), [90, 90], "a screen reader hears all of a short list");
    }

    /// Every seventh row has a match, and the last has two. Returns how many are counted in all once nothing is drawn
    /// anew, how many rows are drawn then, and the most in any frame.
    fn searched(rows: usize, current: usize) -> [usize; 3] {
        let counted = Arc::new(AtomicUsize::new(0));
        let search = Search { key: 7, current, counted: Arc::clone(&counted), goes_on: Arc::default() };
        let count = Cell::new(0);
        let mut harness = Harness::builder().with_size(Vec2::new(400.0, 600.0)).build_ui(|ui| {
            count.set(0);
            counted.store(0, Relaxed);
            ScrollArea::vertical().show(ui, |ui| {
                TallList::new(ui, "rows", rows).ui(ui, Needed::Found(search.clone()), |ui, row| {
                    count.set(count.get() + 1);
                    let found = if row + 1 == rows { 2 } else { usize::from(row % 7 == 0) };
                    counted.fetch_add(found, Relaxed);
                    ui.allocate_exact_size(vec2(300.0, height(row)), Sense::hover());
                });
            });
        });
        let mut most = count.get();
        for _ in 0..rows / 90 + 2 {
            harness.step();
            most = most.max(count.get());
        }
        [counted.load(Relaxed), count.get(), most]
    }

    #[test]
    fn what_is_looked_for_is_found_in_all_rows_and_a_frame_draws_few() {
        for rows in [101, 1000, 5000] {
            let [all, drawn, most] = searched(rows, 0);
            assert_eq!(all, (0..rows - 1).filter(|row| row % 7 == 0).count() + 2, "of {rows}");
            assert!(drawn < 60 && most < 60 + AT_ONCE, "{drawn} and {most} of {rows}");
        }
        let [_, at_first, _] = searched(5000, 0);
        assert_eq!(searched(5000, 600)[1], at_first + 1, "the row that the reader is at is drawn");
    }

    #[test]
    fn a_row_that_is_needed_is_drawn_wherever_it_stands() {
        let row = 7654;
        let [first, _] = drawn(10_000, &Needed::Nothing);
        assert_eq!(drawn(10_000, &Needed::Row(row))[0], first + 1);
        assert_eq!(drawn(10_000, &Needed::Row(3))[0], first, "it is drawn once");
    }

    /// Rows under heads of their own, scrolled by any distance: each stands where it is said to, once those around it were
    /// drawn.
    #[test]
    fn rows_stand_where_they_are_said_to() {
        let (scrolled, at_rest) = (Cell::new(0.0), Cell::new(false));
        let stood = RefCell::new(BTreeMap::<usize, Rect>::new());
        let mut harness = Harness::builder().with_size(Vec2::new(400.0, 600.0)).build_ui(|ui| {
            stood.borrow_mut().clear();
            ScrollArea::vertical().vertical_scroll_offset(scrolled.get()).show(ui, |ui| {
                let list = TallList::new(ui, "rows", 5000);
                let mut all = Vec::new();
                for part in [0..40, 40..41, 41..5000] {
                    ui.add_space(24.0);
                    let placed = list.some(ui, part.clone(), Needed::Nothing, |ui, row| {
                        let (rect, _) = ui.allocate_exact_size(vec2(300.0, height(row)), Sense::hover());
                        stood.borrow_mut().insert(row, rect);
                    });
                    all.push((part, placed));
                }
                for (row, rect) in stood.borrow().iter().filter(|_| at_rest.get()) {
                    let place = all.iter().find(|(part, _)| part.contains(row)).map(|(_, placed)| placed.row(*row));
                    let said = place.expect("it is in a part");
                    assert!((said.top() - rect.top()).abs() < 0.6, "{row}: {said:?} and {rect:?}");
                }
            });
        });
        for offset in [0.0, 900.0, 1100.0, 60_000.0, 1000.0, 150_000.0, 0.0] {
            scrolled.set(offset);
            at_rest.set(false);
            harness.run_steps(6);
            at_rest.set(true);
            harness.step();
            let stood = stood.borrow();
            assert!((10..70).contains(&stood.len()), "{} at {offset}", stood.len());
            let rows: Vec<(&usize, &Rect)> = stood.iter().collect();
            let apart = rows.windows(2).all(|two| two[0].1.bottom() <= two[1].1.top() + 0.6);
            assert!(apart, "rows at {offset} stand on each other: {rows:?}");
        }
    }
}
