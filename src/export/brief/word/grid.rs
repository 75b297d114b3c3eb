//! Tables with heads that are repeated on every page, and lists.

use super::inline::{Cites, begins_right, is_citation};
use super::sheet::{Form, Sheet};
use super::styles::Role;
use crate::export::brief::columns::widths;
use crate::export::brief::document::{Grid, Kind, Row, Side, Span, Text};
use crate::export::job::Cancelled;

/// So many rows are looked at to find the widths of columns.
const MEASURED: usize = 400;
/// How wide a letter of a table is, in points: no face is known, so it is that of most.
const LETTER: f32 = 4.8;
/// What stands between columns, in points.
const GAP: f32 = 7.0;
/// The height of a line of a table, in points.
const LINE: f32 = 11.0;
/// A row that takes more of a page may be parted: it would leave too much of one empty.
const TALL: f32 = 0.45;
/// Twentieths of a point in a point.
const TWIPS: f32 = 20.0;

/// Writes a table.
///
/// # Errors
/// That the reader cancelled.
pub fn table(sheet: &mut Sheet<'_>, grid: &Grid) -> Result<(), Cancelled> {
    let widths = columns(sheet, grid);
    let twips: Vec<u32> = widths.iter().map(|width| (width * TWIPS) as u32).collect();
    sheet.begin_table(Role::Table, &twips);
    sheet.xml.push_str("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
    for (column, width) in grid.columns.iter().zip(&twips) {
        sheet.begin_cell(*width);
        let form = Form { at_end: column.side == Side::End, ..Form::default() };
        sheet.paragraph(Role::Head, form, &Text::plain(&column.title), Cites::Numbers);
        sheet.xml.push_str("</w:tc>");
    }
    sheet.xml.push_str("</w:tr>");
    let dash = Text::quiet("–");
    let page = sheet.page.room().1;
    let height = |row: &Row| lines(row, &widths) as f32 * LINE + GAP;
    let count = grid.rows.len();
    // A short table stands on one page; of any other the first two rows do, and the last two.
    let is_short = count <= MEASURED && grid.rows.iter().map(height).sum::<f32>() <= page * TALL;
    for (number, row) in grid.rows.iter().enumerate() {
        let whole = height(row) <= page * TALL;
        let keep = number + 1 < count && (is_short || number == 0 || number + 2 == count);
        sheet.xml.push_str(if whole { "<w:tr><w:trPr><w:cantSplit/></w:trPr>" } else { "<w:tr>" });
        for (index, ((cell, column), width)) in row.cells.iter().zip(&grid.columns).zip(&twips).enumerate() {
            sheet.begin_cell(*width);
            let bookmarks = if index == 0 { sheet.targets.bookmarks(row) } else { Vec::new() };
            // A table has a cell for every column, for who hears it as well.
            let cell = if is_empty(cell) { &dash } else { cell };
            let form = Form { keep, at_end: column.side == Side::End, ..Form::default() };
            sheet.begin(Role::Cell, form, begins_right(cell), &bookmarks);
            // Notes of rows that are not parted would push them from page to page, and fill a page that is a table.
            sheet.inline.write(&mut sheet.xml, cell, Cites::Numbers, column.language.as_deref());
            sheet.xml.push_str("</w:p></w:tc>");
        }
        sheet.xml.push_str("</w:tr>");
        sheet.step()?;
    }
    sheet.xml.push_str("</w:tbl>");
    Ok(())
}

/// Writes a list. Its items have numbers where each is that of the one before it and one more; sources keep the numbers
/// that they are cited by, whatever is done with the list.
///
/// # Errors
/// That the reader cancelled.
pub fn list(sheet: &mut Sheet<'_>, grid: &Grid) -> Result<(), Cancelled> {
    let number = |row: &Row| row.cells.first().map(Text::words).and_then(|words| words.parse::<usize>().ok());
    let is_counted = grid.rows.iter().enumerate().all(|(index, row)| number(row) == Some(index + 1));
    let is_of_sources = grid.rows.iter().any(|row| row.source.is_some());
    let counted = is_counted && !is_of_sources;
    sheet.lists += u32::from(counted);
    let hanging = match grid.columns.first().map(|column| column.share) {
        // The number of a source has three digits at most, mostly.
        _ if is_of_sources => 500,
        share => (share.unwrap_or_default() * sheet.page.room().0 * TWIPS) as u32,
    };
    for row in &grid.rows {
        let bookmarks = sheet.targets.bookmarks(row);
        let mut cells = row.cells.iter();
        let first = cells.next().cloned().unwrap_or_default();
        let begins = cells.clone().next().is_some_and(begins_right);
        let (role, form) = if counted {
            (Role::Counted, Form { list: Some(sheet.page.counted(sheet.lists)), ..Form::default() })
        } else if first.words() == "–" {
            (Role::Bullet, Form { list: Some(sheet.page.bullets()), ..Form::default() })
        } else {
            let role = if is_of_sources { Role::Source } else { Role::Named };
            (role, Form { hanging: Some(hanging), ..Form::default() })
        };
        // What begins with a name runs as that does.
        let from_right = if form.hanging.is_some() { begins_right(&first) } else { begins };
        sheet.begin(role, form, from_right, &bookmarks);
        // What is a table without lines is written as one.
        let cites = if role == Role::Named { Cites::Numbers } else { Cites::Notes };
        if matches!(role, Role::Source | Role::Named) {
            sheet.inline.write(&mut sheet.xml, &first, Cites::Numbers, None);
            sheet.xml.push_str("<w:r><w:tab/></w:r>");
        }
        // What was made of something stands under it, and what is cited for it at it.
        let mut cells: Vec<&Text> = cells.filter(|cell| !is_empty(cell)).collect();
        cells.sort_by_key(|cell| has_mark(cell));
        let more = row.more.as_ref().and_then(|more| sheet.targets.more(more));
        let mut begun = false;
        for cell in cells {
            let is_next = std::mem::replace(&mut begun, true);
            if is_next && has_mark(cell) {
                sheet.xml.push_str("<w:r><w:br/></w:r>");
            } else if is_next && !(is_citation(cell) && cites == Cites::Notes) {
                sheet.inline.write(&mut sheet.xml, &Text::quiet(" · "), cites, None);
            }
            // What was made of something leads to where that is told.
            match more.as_ref().filter(|_| has_mark(cell)) {
                Some(bookmark) => sheet.inline.leading(&mut sheet.xml, cell, bookmark),
                None => sheet.inline.write(&mut sheet.xml, cell, cites, None),
            }
        }
        sheet.xml.push_str("</w:p>");
        sheet.step()?;
    }
    Ok(())
}

fn has_mark(text: &Text) -> bool {
    text.spans.iter().any(|span| matches!(span, Span::Mark(_)))
}

fn is_empty(text: &Text) -> bool {
    text.spans.iter().all(|span| matches!(span, Span::Words { words, .. } if words.trim().is_empty()))
}

/// The widths of columns in points, such that as few words as can be are broken.
fn columns(sheet: &Sheet<'_>, grid: &Grid) -> Vec<f32> {
    let room = sheet.page.room().0;
    let all: f32 = grid.columns.iter().map(|column| column.share).sum();
    let asked: Vec<f32> = grid.columns.iter().map(|column| column.share * room / all.max(f32::MIN_POSITIVE)).collect();
    let longest = |words: &str| {
        let letters = words.split([' ', '\u{200b}', '-']).map(|word| word.chars().map(wide).sum::<f32>());
        letters.fold(0.0, f32::max) * LETTER + GAP
    };
    let mut needed: Vec<f32> = grid.columns.iter().map(|column| longest(&column.title)).collect();
    for row in grid.rows.iter().take(MEASURED) {
        for (needed, text) in needed.iter_mut().zip(&row.cells) {
            *needed = needed.max(longest(&text.words()));
        }
    }
    debug_assert_eq!(grid.kind, Kind::Table, "a list has no columns");
    widths(&asked, &needed)
}

/// How many letters wide one is; between those of some scripts a line may end anywhere.
const fn wide(letter: char) -> f32 {
    match letter {
        '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' => 0.0,
        'A'..='Z' | 'm' | 'w' | '%' => 1.3,
        'i' | 'l' | 'j' | '.' | ',' | '\'' => 0.6,
        _ => 1.0,
    }
}

/// How many lines a row takes, about.
fn lines(row: &Row, widths: &[f32]) -> usize {
    let of = |(cell, width): (&Text, &f32)| {
        let per_line = ((width - GAP) / LETTER).max(1.0) as usize;
        cell.spans.iter().fold((1, 0), |(lines, letters), span| match span {
            Span::Break => (lines + 1, 0),
            Span::Mark(_) => (lines, letters + 2),
            Span::Words { words, .. } => {
                let letters = letters + words.chars().count();
                (lines + letters / per_line, letters % per_line)
            }
        })
    };
    row.cells.iter().zip(widths).map(|cell| of(cell).0).max().unwrap_or_default()
}
