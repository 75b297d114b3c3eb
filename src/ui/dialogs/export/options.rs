//! How the reader wants what is exported: the formats chosen last, and what can be chosen of each.

use std::path::PathBuf;

use egui::{TextEdit, Ui};

use super::Scene;
use super::output::Output;
use crate::briefing::{Message, path};
use crate::export::brief::{Extent, Paper};
use crate::export::format::{self, Format};
use crate::export::options;
use crate::export::order::Order;
use crate::export::picture::{Density, Look, Theme};
use crate::export::query::{Carried, Query};
use crate::export::settings::{Notes, Settings};
use crate::export::stamp::Stamp;
use crate::export::subject::web_address;
use crate::message;
use crate::ui::dialogs::path::{Answer, SystemDialog};
use crate::ui::widgets::{button, check_row, segments};
use crate::words::Words;

/// How the reader wants it, whatever it is.
#[derive(Debug)]
pub struct Options {
    /// The formats that were chosen, the last first: of each subject the first that it has.
    formats: Vec<&'static Format>,
    /// Where a table of CSV says what it is.
    pub notes: Notes,
    byte_order_mark: bool,
    theme: Theme,
    density: Density,
    extent: Extent,
    paper: Paper,
    /// The template of Word as it is typed, and as it is taken.
    template: (String, Option<PathBuf>),
    chosen: SystemDialog,
    /// Where a page will lie on the web, as it is typed, and as it is taken.
    address: (String, String),
    with_briefing: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            formats: vec![&format::CSV, &format::PNG, &format::PDF],
            notes: Notes::default(),
            byte_order_mark: false,
            theme: Theme::default(),
            density: Density::Two,
            extent: Extent::default(),
            paper: Paper::default(),
            template: (String::new(), None),
            chosen: SystemDialog::default(),
            address: (String::new(), String::new()),
            with_briefing: false,
        }
    }
}

impl Options {
    /// The format of what is exported: the one chosen last that it can be made in.
    pub fn format(&self, output: &Output) -> &'static Format {
        let chosen = self.formats.iter().copied().find(|format| output.formats().any(|known| known == *format));
        chosen.or_else(|| output.formats().next()).unwrap_or(output.subject.usual)
    }

    /// The order for something that the tabs show.
    ///
    /// # Errors
    /// What was typed that cannot be taken.
    pub fn order(&self, output: &Output, scene: &Scene<'_>, made: Stamp) -> Result<Order, Message> {
        let format = self.format(output);
        let belongs = |key: &str| belongs(key, output, format);
        let address = Some(self.address.1.as_str()).filter(|address| belongs("address") && !address.is_empty());
        let carries = self.with_briefing && belongs("with-briefing");
        Ok(Order {
            subject: output.subject,
            format,
            settings: Settings {
                query: Query {
                    extent: self.extent,
                    paper: self.paper,
                    template: self.template.1.clone().filter(|_| belongs("template")),
                    address: address.map(taken).transpose()?,
                    carried: carries.then(|| Carried::of(scene.source)),
                    ..scene.query.clone()
                },
                look: Look { theme: self.theme, density: self.density, chart: scene.chart },
                made,
                notes: self.notes,
                byte_order_mark: self.byte_order_mark,
            },
        })
    }

    /// Draws the formats, and what can be chosen of the chosen one. Returns whether the reader chose another.
    pub fn ui(&mut self, ui: &mut Ui, output: &Output, words: &Words) -> bool {
        let mut format = self.format(output);
        let formats: Vec<_> = output.formats().map(|format| (format, words.say(&format.label))).collect();
        let changed = choose(ui, &words.say(&message!(export_dialog::heard_format)), &mut format, &formats);
        if changed {
            self.choose(format);
        }
        let mut draw = |ui: &mut Ui, controls: &[Control]| {
            controls.iter().fold(changed, |changed, control| control(self, ui, words) | changed)
        };
        match controls(output, format).as_slice() {
            // One alone has the whole width.
            few @ ([] | [_]) => draw(ui, few),
            several => ui.horizontal_wrapped(|ui| draw(ui, several)).inner,
        }
    }

    /// Takes a format for all that can be made in it.
    pub fn choose(&mut self, format: &'static Format) {
        self.formats.retain(|other| *other != format);
        self.formats.insert(0, format);
    }

    /// The file whose styles, heads and feet a document of Word is in: taken as soon as it is typed to its end.
    fn template_ui(&mut self, ui: &mut Ui, words: &Words) -> bool {
        const FIELD: f32 = 240.0;
        let before = self.template.1.clone();
        if let Some(Answer::Chosen(path)) = self.chosen.answer() {
            self.template = (path.display().to_string(), Some(path));
        }
        let name = words.say(&message!(export_dialog::template));
        let hint = words.say(&message!(export_dialog::template_hint));
        let field = TextEdit::singleline(&mut self.template.0).hint_text(hint).desired_width(FIELD);
        let field = ui.add(field).accessible_name(&name);
        if field.lost_focus() {
            let typed = self.template.0.trim();
            self.template.1 = (!typed.is_empty()).then(|| path::typed(typed));
        }
        let choose = words.say(&message!(export_dialog::template_choose));
        if ui.add_enabled_ui(!self.chosen.is_open(), |ui| button(ui, None, &choose).clicked()).inner {
            self.chosen.open(ui.ctx(), move || {
                rfd::FileDialog::new().set_title(name).add_filter("Word", &["docx", "dotx"]).pick_file()
            });
        }
        self.template.1 != before
    }

    /// Where a page will lie on the web: taken as soon as it is typed to its end.
    fn address_ui(&mut self, ui: &mut Ui, words: &Words) -> bool {
        const FIELD: f32 = 240.0;
        let (typed, taken) = &mut self.address;
        let hint = words.say(&message!(export_dialog::address_hint));
        let field = ui.add(TextEdit::singleline(typed).hint_text(hint).desired_width(FIELD));
        let field = field.accessible_name(words.say(&message!(export_dialog::address)));
        let is_new = field.lost_focus() && typed.trim() != taken;
        if is_new {
            typed.trim().clone_into(taken);
        }
        is_new
    }

    fn with_briefing_ui(&mut self, ui: &mut Ui, words: &Words) -> bool {
        let label = words.say(&message!(export_dialog::with_briefing));
        let pressed = check_row(ui, self.with_briefing, &label, &label);
        self.with_briefing ^= pressed;
        pressed
    }

    fn notes_ui(&mut self, ui: &mut Ui, words: &Words) -> bool {
        let label = |notes| match notes {
            Notes::Beside => message!(export_dialog::notes_beside),
            Notes::Lines => message!(export_dialog::notes_lines),
        };
        choose(
            ui,
            &words.say(&message!(export_dialog::heard_notes)),
            &mut self.notes,
            &Notes::BOTH.map(|notes| (notes, words.say(&label(notes)))),
        )
    }

    fn byte_order_mark_ui(&mut self, ui: &mut Ui, words: &Words) -> bool {
        let label = words.say(&message!(export_dialog::byte_order_mark));
        let pressed = check_row(ui, self.byte_order_mark, &label, &label);
        self.byte_order_mark ^= pressed;
        pressed
    }

    fn theme_ui(&mut self, ui: &mut Ui, words: &Words) -> bool {
        let label = |theme| match theme {
            Theme::Light => message!(export_dialog::theme_light),
            Theme::Dark => message!(export_dialog::theme_dark),
            Theme::Print => message!(export_dialog::theme_print),
        };
        choose(
            ui,
            &words.say(&message!(export_dialog::heard_theme)),
            &mut self.theme,
            &Theme::ALL.map(|theme| (theme, words.say(&label(theme)))),
        )
    }

    fn density_ui(&mut self, ui: &mut Ui, words: &Words) -> bool {
        let label = |density: Density| message!(export_dialog::density, pixels = u32::from(density.pixels()));
        choose(
            ui,
            &words.say(&message!(export_dialog::heard_density)),
            &mut self.density,
            &Density::ALL.map(|density| (density, words.say(&label(density)))),
        )
    }

    fn extent_ui(&mut self, ui: &mut Ui, words: &Words) -> bool {
        let label = |extent| match extent {
            Extent::Short => message!(export_dialog::extent_short),
            Extent::Full => message!(export_dialog::extent_full),
        };
        choose(
            ui,
            &words.say(&message!(export_dialog::heard_extent)),
            &mut self.extent,
            &Extent::BOTH.map(|extent| (extent, words.say(&label(extent)))),
        )
    }

    fn paper_ui(&mut self, ui: &mut Ui, words: &Words) -> bool {
        let label = |paper| match paper {
            Paper::A4 => message!(export_dialog::paper_a4),
            Paper::Letter => message!(export_dialog::paper_letter),
        };
        choose(
            ui,
            &words.say(&message!(export_dialog::heard_paper)),
            &mut self.paper,
            &Paper::BOTH.map(|paper| (paper, words.say(&label(paper)))),
        )
    }
}

/// An address of a page that was typed.
fn taken(typed: &str) -> Result<String, Message> {
    web_address(typed).map_err(|err| message!(export_dialog::no_address, typed = &err.value, known = err.known))
}

/// Draws what one is chosen of, under a name for a screen reader. Returns whether the reader chose another.
fn choose<T: Copy + PartialEq>(ui: &mut Ui, name: &str, chosen: &mut T, known: &[(T, String)]) -> bool {
    let known: Vec<(T, &str)> = known.iter().map(|(value, label)| (*value, label.as_str())).collect();
    segments(ui, name, None, chosen, &known)
}

/// Draws what can be chosen of an option. Returns whether the reader chose something else.
type Control = fn(&mut Options, &mut Ui, &Words) -> bool;

/// The options of an export that are chosen here; the tabs have the controls of all others.
const CONTROLS: [(&str, Control); 9] = [
    ("notes", Options::notes_ui),
    ("bom", Options::byte_order_mark_ui),
    ("theme", Options::theme_ui),
    ("scale", Options::density_ui),
    ("extent", Options::extent_ui),
    ("paper", Options::paper_ui),
    ("template", Options::template_ui),
    ("address", Options::address_ui),
    ("with-briefing", Options::with_briefing_ui),
];

/// The controls of what means something for an export.
fn controls(output: &Output, format: &Format) -> Vec<Control> {
    CONTROLS.into_iter().filter(|(key, _)| belongs(key, output, format)).map(|(_, control)| control).collect()
}

/// Whether an option means something for what leaves in a format.
fn belongs(key: &str, output: &Output, format: &Format) -> bool {
    options::find(key).is_some_and(|option| option.belongs_to(output.subject, format))
}
