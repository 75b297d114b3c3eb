//! Tables and lists in strips: one for each row, and the head of a table that is repeated on every page.

use krilla::tagging::{ListNumbering, TableHeaderScope, Tag, TagKind};

use super::setting::Line;
use super::sizes::{BODY, CAPTION, Size, TABLE};
use super::strips::{Content, Fragment, Strip, Typeset, is_empty};
use super::tags::NodeId;
use crate::drawing::Ink;
use crate::export::brief::columns::widths;
use crate::export::brief::document::{Column, Grid, Kind, Row, Side, Text};
use crate::export::job::Cancelled;

/// The space between columns.
const GAP: f32 = 9.0;
/// A table that takes no more of a page stands on one.
const TOGETHER: f32 = 0.45;
/// A row that takes more of a page is parted between its lines, since it would leave too much of one empty.
const TALL: f32 = 0.45;

/// So many rows are measured to find the widths of columns.
const MEASURED: usize = 400;

/// Left edge and width of each column.
type Places = Vec<(f32, f32)>;

/// Sets a grid.
///
/// # Errors
/// That the reader cancelled.
pub fn typeset(typeset: &mut Typeset<'_>, grid: &Grid) -> Result<(), Cancelled> {
    let first = typeset.strips.len();
    let places = places(typeset, grid);
    let (body, head) = match grid.kind {
        Kind::Table => {
            let table = typeset.tags.add(Tag::Table, None);
            let head = head(typeset, &grid.columns, &places, table);
            (typeset.tags.add(Tag::TBody, Some(table)), Some(head))
        }
        Kind::List => (typeset.tags.add(Tag::L(ListNumbering::None), None), None),
    };
    for row in &grid.rows {
        add_row(typeset, grid, &places, row, body, head);
        typeset.step()?;
    }
    keep_together(typeset, first, grid.kind);
    Ok(())
}

/// Keeps a short table on one page, and of any other grid the first two and the last two rows.
fn keep_together(typeset: &mut Typeset<'_>, first: usize, kind: Kind) {
    let most = if kind == Kind::Table { typeset.room.1 * TOGETHER } else { 0.0 };
    let strips = &mut typeset.strips[first..];
    let height: f32 = strips.iter().map(|strip| strip.before + strip.height).sum();
    let count = strips.len();
    for (index, strip) in strips.iter_mut().enumerate() {
        if index + 1 < count && (height <= most || index <= 1 || index + 2 == count) {
            strip.keep = true;
        }
    }
}

/// The head of a table, once where it begins and once to be repeated.
fn head(typeset: &mut Typeset<'_>, columns: &[Column], places: &Places, table: NodeId) -> usize {
    let group = typeset.tags.add(Tag::THead, Some(table));
    let row = typeset.tags.add(Tag::TR, Some(group));
    let scope = || Tag::TH(TableHeaderScope::Column);
    let nodes: Vec<NodeId> = columns.iter().map(|_| typeset.tags.add(scope(), Some(row))).collect();
    let cells: Vec<Vec<Line>> = (columns.iter().zip(places))
        .map(|(column, (_, width))| typeset.setter.set(&Text::plain(&column.title), CAPTION, *width))
        .collect();
    let lines = cells.iter().map(Vec::len).max().unwrap_or_default();
    let make = |nodes: &[Option<NodeId>], room: f32| {
        let mut strip =
            Strip { before: 1.0, height: CAPTION.line * lines as f32 + 4.0, keep: true, ..Strip::default() };
        for ((column, (left, width)), (cell, node)) in columns.iter().zip(places).zip(cells.iter().zip(nodes)) {
            // Titles stand on the rule, however many lines the others have.
            let top = CAPTION.line * (lines - cell.len()) as f32;
            put(&mut strip, cell, CAPTION, (*left, top), *width, column, *node);
        }
        let content = Content::Rule(room, 0.6, Ink::Rule);
        strip.fragments.push(Fragment { left: 0.0, top: strip.height - 0.6, content, node: None });
        strip
    };
    let tagged: Vec<Option<NodeId>> = nodes.into_iter().map(Some).collect();
    typeset.strips.push(make(&tagged, typeset.room.0));
    typeset.heads.push(make(&vec![None; columns.len()], typeset.room.0));
    typeset.heads.len() - 1
}

fn add_row(typeset: &mut Typeset<'_>, grid: &Grid, places: &Places, row: &Row, body: NodeId, head: Option<usize>) {
    let size = size(grid);
    let (pad, ruled) = match grid.kind {
        Kind::Table => (3.0, true),
        Kind::List => (1.4, false),
    };
    let nodes = nodes(typeset, grid, body);
    let dash = Text::quiet("–");
    let mut cells = Vec::new();
    for (text, (_, width)) in row.cells.iter().zip(places) {
        // A table has a cell for every column, for who hears it as well.
        let text = if grid.kind == Kind::Table && is_empty(text) { &dash } else { text };
        cells.push(typeset.setter.set(text, size, *width));
    }
    let lines = cells.iter().map(Vec::len).max().unwrap_or_default();
    let height = size.line * lines as f32 + 2.0 * pad;
    let step = if height <= typeset.room.1 * TALL { lines.max(1) } else { 1 };
    for from in (0..lines.max(1)).step_by(step) {
        let (first, last) = (from == 0, from + step >= lines);
        let [above, below] = [first, last].map(|edge| if edge { pad } else { 0.0 });
        let mut strip = Strip {
            height: above + size.line * step as f32 + below,
            // Of a parted row, too, no line stands alone.
            keep: !last && (first || from + 2 >= lines),
            head,
            source: row.source.filter(|_| first),
            ..Strip::default()
        };
        for (index, cell) in cells.iter().enumerate() {
            let (Some(column), Some((left, width))) = (grid.columns.get(index), places.get(index)) else { continue };
            let part = cell.get(from..(from + step).min(cell.len())).unwrap_or_default();
            put(&mut strip, part, size, (*left, above), *width, column, nodes.get(index).copied());
        }
        if ruled && last {
            let content = Content::Rule(typeset.room.0, 0.4, Ink::Hairline);
            strip.fragments.push(Fragment { left: 0.0, top: strip.height - 0.4, content, node: None });
        }
        typeset.strips.push(strip);
    }
}

/// The nodes of the cells of a row.
fn nodes(typeset: &mut Typeset<'_>, grid: &Grid, body: NodeId) -> Vec<NodeId> {
    let tags = &mut typeset.tags;
    match grid.kind {
        Kind::Table => {
            let row = tags.add(Tag::TR, Some(body));
            let cell = |column: &Column| {
                let cell = TagKind::from(Tag::TD).with_lang(column.language.clone());
                tags.add(cell, Some(row))
            };
            grid.columns.iter().map(cell).collect()
        }
        Kind::List => {
            let item = tags.add(Tag::LI, Some(body));
            let label = tags.add(Tag::Lbl, Some(item));
            let rest = tags.add(Tag::LBody, Some(item));
            let others = grid.columns.iter().skip(1).map(|_| tags.add(Tag::P, Some(rest)));
            std::iter::once(label).chain(others).collect()
        }
    }
}

const fn size(grid: &Grid) -> Size {
    if grid.small { TABLE } else { BODY }
}

/// The left edge and the width of each column.
fn places(typeset: &mut Typeset<'_>, grid: &Grid) -> Places {
    let columns = &grid.columns;
    let gaps = GAP * columns.len().saturating_sub(1) as f32;
    let room = (typeset.room.0 - gaps).max(1.0);
    let all: f32 = columns.iter().map(|column| column.share).sum();
    let asked: Vec<f32> = columns.iter().map(|column| column.share * room / all.max(1.0)).collect();
    let mut needed: Vec<f32> =
        columns.iter().map(|column| typeset.setter.longest(&Text::plain(&column.title), CAPTION)).collect();
    for row in grid.rows.iter().take(MEASURED) {
        for (needed, text) in needed.iter_mut().zip(&row.cells) {
            *needed = needed.max(typeset.setter.longest(text, size(grid)));
        }
    }
    let mut left = 0.0;
    let place = |width: f32| {
        let place = (left, width);
        left += width + GAP;
        place
    };
    widths(&asked, &needed).into_iter().map(place).collect()
}

/// Puts the lines of a cell on a strip.
fn put(
    strip: &mut Strip,
    lines: &[Line],
    size: Size,
    (left, top): (f32, f32),
    width: f32,
    column: &Column,
    node: Option<NodeId>,
) {
    for (index, line) in lines.iter().enumerate() {
        let inset = if column.side == Side::End { (width - line.width).max(0.0) } else { 0.0 };
        let content = Content::Line(line.clone(), size);
        strip.fragments.push(Fragment { left: left + inset, top: top + size.line * index as f32, content, node });
    }
}
