//! How much of a document is set on paper.

use super::document::{Block, Document, Paragraph, Span, Style, Text};
use crate::message;
use crate::words::Words;

/// As much text is set on paper, in bytes: some fifteen hundred pages. What is read beyond is read in a table.
pub const MAX_TEXT: usize = 4 << 20;

/// A document of at most so many bytes of text, of which each cell of a table counts as so many more. Whole paragraphs and rows of what is longer are left out at its end, and
/// a last paragraph says how many.
pub fn cut(mut document: Document, most: usize, around: usize, words: &Words) -> Document {
    let mut left = most;
    let mut out = 0_usize;
    // Nothing that comes after what was left out, however short it is.
    let mut fits = |length: usize| {
        left = left.saturating_sub(length);
        out += usize::from(left == 0);
        left > 0
    };
    document.blocks.retain_mut(|block| match block {
        Block::Heading(_) | Block::Picture(_) => fits(1),
        Block::Paragraph(paragraph) => fits(length(&paragraph.text)),
        Block::Figures(figures) => fits(figures.iter().map(|figure| length(&figure.below)).sum::<usize>() + 1),
        Block::Grid(grid) => {
            let cell = |cell: &Text| length(cell) + around;
            grid.rows.retain(|row| fits(row.cells.iter().map(cell).sum::<usize>() + 1));
            !grid.rows.is_empty()
        }
    });
    if out > 0 {
        let said = words.say(&message!(brief::cut, count = out, most = most / (1 << 20)));
        let text = Text::plain(said);
        document.blocks.push(Block::Paragraph(Paragraph { style: Style::Body, text }));
    }
    document
}

fn length(text: &Text) -> usize {
    let words = text.spans.iter().map(|span| if let Span::Words { words, .. } = span { words.len() } else { 0 });
    words.sum::<usize>() + 1
}

#[cfg(test)]
#[expect(clippy::panic, reason = "a test stops at what it did not expect")]
mod tests {
    use super::{cut, length};
    use crate::export::brief::document::{Block, Document, Grid, Paragraph, Row, Style, Text};
    use crate::words::Words;

    fn document() -> Document {
        let paragraph = |text: &str| Block::Paragraph(Paragraph { style: Style::Body, text: Text::plain(text) });
        let row = |number: usize| Row::of(vec![Text::plain(format!("row {number:04}"))]);
        let grid = Grid { rows: (0..1000).map(row).collect(), ..Grid::default() };
        let blocks = vec![paragraph("first"), Block::Grid(grid), paragraph("last")];
        Document { blocks, ..Document::default() }
    }

    #[test]
    fn what_fits_stays_as_it_is() {
        assert_eq!(cut(document(), 1 << 20, 0, &Words::english()), document());
    }

    #[test]
    fn what_is_too_long_ends_with_how_much_is_left_out() {
        let cut = cut(document(), 500, 0, &Words::english());
        let [Block::Paragraph(_), Block::Grid(grid), Block::Paragraph(last)] = cut.blocks.as_slice() else {
            panic!("{:?}", cut.blocks);
        };
        assert_eq!(grid.rows.len(), 49, "of ten bytes each, after six");
        assert!(grid.rows.iter().map(|row| length(&row.cells[0])).sum::<usize>() < 500);
        let said = format!("{:?}", last.text);
        assert!(said.contains("952"), "951 rows and a paragraph: {said}");
    }
}
