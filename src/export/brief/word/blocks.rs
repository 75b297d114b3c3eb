//! The blocks of a document as paragraphs and tables in styles.

use super::grid;
use super::inline::Cites;
use super::sheet::{Form, Sheet};
use super::styles::Role;
use crate::export::brief::document::{Block, Figure, Grid, Heading, Kind, Paragraph, Picture, Rank, Style, Text, Tone};
use crate::export::error::ExportError;
use crate::export::fonts::system;
use crate::export::job::Cancelled;

/// The most of a page that a drawing takes.
const PICTURE: f32 = 0.5;
/// As many large figures stand side by side.
const ABREAST: usize = 4;

/// The blocks of a document while they are written.
pub struct Blocks<'a> {
    /// What they are written to.
    pub sheet: Sheet<'a>,
    in_part: bool,
    /// Whether what was written last is a table: another would become one with it.
    after_table: bool,
}

impl<'a> Blocks<'a> {
    /// None yet.
    pub const fn new(sheet: Sheet<'a>) -> Self {
        Self { sheet, in_part: false, after_table: false }
    }

    /// Writes a block.
    ///
    /// # Errors
    /// That the reader cancelled, or that a drawing cannot be drawn.
    pub fn block(&mut self, block: &Block) -> Result<(), ExportError> {
        let is_table =
            matches!(block, Block::Figures(_)) || matches!(block, Block::Grid(grid) if grid.kind == Kind::Table);
        if is_table && self.after_table {
            self.sheet.paragraph(Role::Caption, Form::default(), &Text::default(), Cites::Notes);
        }
        self.after_table = is_table;
        match block {
            Block::Heading(heading) => self.heading(heading),
            Block::Paragraph(Paragraph { style, text }) => {
                let role = match style {
                    Style::Lead => Role::Lead,
                    Style::Body => Role::Body,
                    Style::Caption => Role::Caption,
                };
                self.sheet.paragraph(role, Form::default(), text, Cites::Notes);
            }
            Block::Figures(figures) => figures.chunks(ABREAST).for_each(|row| self.figures(row)),
            Block::Grid(grid) => return Ok(self.grid(grid)?),
            Block::Picture(picture) => self.picture(picture)?,
        }
        Ok(self.sheet.step()?)
    }

    fn grid(&mut self, grid: &Grid) -> Result<(), Cancelled> {
        match grid.kind {
            Kind::Table => grid::table(&mut self.sheet, grid),
            Kind::List => grid::list(&mut self.sheet, grid),
        }
    }

    fn heading(&mut self, heading: &Heading) {
        let role = match heading.rank {
            Rank::Headline => Role::Title,
            // Levels follow each other without a gap: sections before the first part stand as high as parts.
            Rank::Section if self.in_part => Role::Heading2,
            Rank::Part | Rank::Section => Role::Heading1,
        };
        self.in_part |= heading.rank == Rank::Part;
        self.sheet.paragraph(role, Form { keep: true, ..Form::default() }, &Text::plain(&heading.text), Cites::Notes);
        if !heading.beside.trim().is_empty() {
            let beside = Text::plain(heading.beside.trim());
            self.sheet.paragraph(Role::Caption, Form { keep: true, ..Form::default() }, &beside, Cites::Notes);
        }
        self.sheet.heading.clone_from(&heading.text);
    }

    fn picture(&mut self, picture: &Picture) -> Result<(), ExportError> {
        self.sheet.job.lacks(system::lacking(&picture.svg));
        let (width, height) = self.sheet.page.room();
        let run =
            self.sheet.inline.media.drawing(picture, (width, height * PICTURE), &mut self.sheet.inline.relations)?;
        self.sheet.begin(Role::Drawing, Form::default(), false, &[]);
        self.sheet.xml.push_str(&run);
        self.sheet.xml.push_str("</w:p>");
        Ok(())
    }

    /// Large figures side by side, each with its name over it and how it was come by under it.
    fn figures(&mut self, figures: &[Figure]) {
        let width = self.sheet.page.width() / figures.len().max(1) as u32;
        self.sheet.begin_table(Role::Figures, &vec![width; figures.len()]);
        self.sheet.xml.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        for figure in figures {
            self.sheet.begin_cell(width);
            let value = Text::plain(&figure.value);
            let value =
                if figure.unit.is_empty() { value } else { value.and(Tone::Quiet, format!(" {}", figure.unit)) };
            let together = Form { keep: true, ..Form::default() };
            self.sheet.paragraph(Role::Cell, together, &Text::plain(&figure.label), Cites::Notes);
            self.sheet.paragraph(Role::Figure, together, &value, Cites::Notes);
            self.sheet.paragraph(Role::Cell, Form::default(), &figure.below, Cites::Notes);
            self.sheet.xml.push_str("</w:tc>");
        }
        self.sheet.xml.push_str("</w:tr></w:tbl>");
    }
}
