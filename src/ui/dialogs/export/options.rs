//! How the reader wants what is exported: the formats chosen last, and what can be chosen of each.

use egui::Ui;

use super::what::{Shown, What};
use crate::export::brief::{Extent, Paper};
use crate::export::made::Made;
use crate::export::order::{Format, Order};
use crate::export::picture::{Density, Look, Theme};
use crate::ui::widgets::{check_row, segments};

/// How the reader wants it, whatever it is.
#[derive(Debug)]
pub struct Options {
    /// The formats that were chosen, the last first: of each subject the first that it has.
    formats: Vec<Format>,
    byte_order_mark: bool,
    theme: Theme,
    density: Density,
    /// How much of the briefing is in the brief.
    pub extent: Extent,
    /// What the brief is printed on.
    pub paper: Paper,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            formats: vec![Format::Csv, Format::Png, Format::Pdf],
            byte_order_mark: false,
            theme: Theme::default(),
            density: Density::Two,
            extent: Extent::default(),
            paper: Paper::default(),
        }
    }
}

impl Options {
    /// The format of what is exported: the one chosen last that it can be made in.
    pub fn format(&self, what: What, shown: &Shown) -> Format {
        let known = what.formats(shown);
        let chosen = self.formats.iter().find(|format| known.contains(format));
        chosen.or_else(|| known.first()).copied().unwrap_or(Format::Csv)
    }

    /// The order for something that the tabs show.
    pub fn order(&self, what: What, shown: &Shown, made: Made) -> Order {
        Order {
            subject: what.subject(shown, self),
            format: self.format(what, shown),
            look: Look { theme: self.theme, density: self.density, chart: shown.chart },
            made,
            byte_order_mark: self.byte_order_mark,
        }
    }

    /// Draws the formats, and what can be chosen of the chosen one. Returns whether the reader chose another.
    pub fn ui(&mut self, ui: &mut Ui, what: What, shown: &Shown) -> bool {
        let mut format = self.format(what, shown);
        let formats: Vec<(Format, &str)> =
            what.formats(shown).into_iter().map(|format| (format, format_label(format))).collect();
        let changed = segments(ui, None, &mut format, &formats);
        if changed {
            self.formats.retain(|other| *other != format);
            self.formats.insert(0, format);
        }
        let chosen = match format {
            Format::Csv => self.byte_order_mark_ui(ui),
            Format::Svg => self.theme_ui(ui),
            Format::Png => ui.horizontal_wrapped(|ui| self.theme_ui(ui) | self.density_ui(ui)).inner,
            Format::Pdf => ui.horizontal_wrapped(|ui| self.extent_ui(ui) | self.paper_ui(ui)).inner,
            Format::Markdown if what == What::Brief => self.extent_ui(ui),
            Format::Json | Format::Markdown | Format::Xlsx => false,
        };
        changed || chosen
    }

    fn byte_order_mark_ui(&mut self, ui: &mut Ui) -> bool {
        let label = "Byte-order mark, for older spreadsheets";
        let pressed = check_row(ui, self.byte_order_mark, label, label);
        self.byte_order_mark ^= pressed;
        pressed
    }

    fn theme_ui(&mut self, ui: &mut Ui) -> bool {
        segments(ui, None, &mut self.theme, &Theme::ALL.map(|theme| (theme, theme.label())))
    }

    fn density_ui(&mut self, ui: &mut Ui) -> bool {
        let label = |density| match density {
            Density::One => "1×",
            Density::Two => "2×",
            Density::Three => "3×",
        };
        segments(ui, None, &mut self.density, &Density::ALL.map(|density| (density, label(density))))
    }

    fn extent_ui(&mut self, ui: &mut Ui) -> bool {
        let label = |extent| match extent {
            Extent::Short => "One page",
            Extent::Full => "All of it",
        };
        segments(ui, None, &mut self.extent, &Extent::BOTH.map(|extent| (extent, label(extent))))
    }

    fn paper_ui(&mut self, ui: &mut Ui) -> bool {
        let label = |paper| match paper {
            Paper::A4 => "A4",
            Paper::Letter => "US Letter",
        };
        segments(ui, None, &mut self.paper, &Paper::BOTH.map(|paper| (paper, label(paper))))
    }
}

/// The name of a format.
const fn format_label(format: Format) -> &'static str {
    match format {
        Format::Csv => "CSV",
        Format::Json => "JSON",
        Format::Markdown => "Markdown",
        Format::Xlsx => "Excel",
        Format::Svg => "SVG",
        Format::Png => "PNG",
        Format::Pdf => "PDF",
    }
}
