//! A source: who published it, how far to trust it, where to find it, and what rests on it.

use egui::Ui;

use super::{claim, claims_ui, part};
use crate::analysis::evidence::{self, Resting};
use crate::analysis::memo::Memo;
use crate::analysis::origins::carried;
use crate::analysis::trade::magnitude;
use crate::briefing::{Briefing, Citation, Date, Key, Message, Period, Series, Source, State};
use crate::ui::direction::label;
use crate::ui::shell::desk::{Command, Desk, Selection};
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{Icon, button, fact_row, heading, text_at_right};
use crate::words::{Language, Words};
use crate::{label, message};

const LABEL: f32 = 84.0;

/// What rests on a source, each a way to its tab.
#[derive(Debug)]
pub struct Known {
    states: Vec<(String, Selection)>,
    figures: Vec<(String, Selection)>,
}

impl Known {
    fn of(briefing: &Briefing, words: &Words, key: &Key) -> Self {
        let Resting { states, figures, .. } = evidence::resting_on(briefing, key);
        let state = |state: &State| (briefing.name(&state.names).to_owned(), Selection::State(state.id.clone()));
        let several = figures.iter().any(|(series, _)| series.id != figures[0].0.id);
        let figure = |(series, period): (&Series, Period)| {
            let said = words.period(period);
            let said = if several {
                let unit = magnitude::unit(&series.unit);
                words.say(&message!(sources::figure_of, period = said, unit = unit))
            } else {
                said
            };
            (said, Selection::Period(series.id.clone(), period))
        };
        Self { states: states.into_iter().map(state).collect(), figures: figures.into_iter().map(figure).collect() }
    }
}

/// Draws it.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, key: &Key, claims: &[usize], known: &mut Memo<(Key, Language), Known>) {
    let Some(source) = desk.briefing.source(key) else { return };
    let t = tokens_of(ui);
    let words = desk.words;
    heading(ui, Type::Lead, &source.title);
    ui.add_space(6.0);
    facts_ui(ui, desk, source);
    if let Some(note) = &source.note {
        part(ui, &words.say(&label!(sources::before_relying_on_it)), |ui| {
            label(ui, Type::Body.text(note, t.ink));
        });
    }
    let known = known.get(&(key.clone(), words.language()), |_| Known::of(desk.briefing, words, key));
    claims_ui(ui, desk, &label!(sources::claims_it_was_read_for), claims);
    claim::links_ui(ui, desk, &label!(sources::figures_it_was_read_for), &known.figures);
    claim::links_ui(ui, desk, &label!(sources::states_it_was_read_for), &known.states);
    ui.add_space(12.0);
    if button(ui, Some(Icon::Copy), &words.say(&label!(sources::copy_reference))).clicked() {
        desk.send(Command::Copy(reference(words, source)));
    }
}

fn facts_ui(ui: &mut Ui, desk: &mut Desk<'_>, source: &Source) {
    let (t, words) = (tokens_of(ui), desk.words);
    let text = |ui: &mut Ui, text: &str| {
        label(ui, Type::Body.text(text, t.ink));
    };
    fact_row(ui, &words.say(&label!(sources::publisher)), LABEL, |ui| text(ui, &source.publisher));
    fact_row(ui, &words.say(&label!(sources::kind)), LABEL, |ui| text(ui, &words.say(&kind(source))));
    origin_ui(ui, desk, source);
    let not_known = words.say(&label!(sources::not_known));
    let date = |date: Option<Date>| date.map_or_else(|| not_known.clone(), |date| words.date(date));
    fact_row(ui, &words.say(&label!(sources::published)), LABEL, |ui| text(ui, &date(source.published)));
    fact_row(ui, &words.say(&label!(sources::read)), LABEL, |ui| text(ui, &date(source.read)));
    if let Some(licence) = &source.licence {
        fact_row(ui, &words.say(&label!(sources::licence)), LABEL, |ui| text(ui, licence));
    }
    let address_label = words.say(&label!(sources::address));
    match source.address.as_deref() {
        Some(address) => fact_row(ui, &address_label, LABEL, |ui| address_ui(ui, address)),
        None => fact_row(ui, &address_label, LABEL, |ui| text(ui, &not_known)),
    }
    if let Some(copy) = &source.archived {
        fact_row(ui, &words.say(&label!(sources::archived_copy)), LABEL, |ui| address_ui(ui, &copy.address));
        fact_row(ui, "", LABEL, |ui| text(ui, &words.say(&message!(sources::archived_on, date = copy.on))));
    }
}

/// Draws an address, as a link where a browser opens it.
fn address_ui(ui: &mut Ui, address: &str) {
    let t = tokens_of(ui);
    if address.starts_with("https://") || address.starts_with("http://") {
        let text = Type::Body.text(address, t.accent);
        ui.add(egui::Hyperlink::from_label_and_url(text, address).open_in_new_tab(true));
    } else {
        label(ui, Type::Body.text(address, t.ink));
    }
}

/// Draws whose text it carries, as a way there where that is a source of the briefing.
fn origin_ui(ui: &mut Ui, desk: &mut Desk<'_>, source: &Source) {
    let Some(name) = carried(desk.briefing, source) else { return };
    let t = tokens_of(ui);
    let key = source.origin.as_ref().and_then(|origin| origin.source.as_ref());
    fact_row(ui, &desk.words.say(&label!(sources::text_of)), LABEL, |ui| match key {
        Some(key) => {
            if ui.link(Type::Body.text(name, t.accent)).clicked() {
                desk.send(Command::Select(Selection::Source(key.clone())));
            }
        }
        None => {
            label(ui, Type::Body.text(name, t.ink));
        }
    });
}

/// Draws a source in two lines: publisher as a link to it with the place in it, kind and date, then what it says.
pub fn line_ui(ui: &mut Ui, desk: &mut Desk<'_>, citation: &Citation, says: Option<&str>) {
    let Some(source) = desk.briefing.source(&citation.source) else { return };
    let t = tokens_of(ui);
    let descriptor = descriptor(desk.briefing, source);
    let said = match citation.place() {
        Some(place) => message!(sources::source_at, place = place, source = descriptor),
        None => descriptor,
    };
    ui.horizontal(|ui| {
        text_at_right(ui, Type::Caption.text(desk.words.say(&said), t.muted), |ui| {
            let text = Type::Body.text(&source.publisher, t.accent);
            let link = ui.add(egui::Button::new(text).frame(false).truncate().min_size(egui::Vec2::ZERO));
            if link.on_hover_text(&source.title).clicked() {
                desk.send(Command::Select(Selection::Source(citation.source.clone())));
            }
        });
    });
    label(ui, Type::Caption.text(says.unwrap_or(&source.title), t.ink2));
    ui.add_space(4.0);
}

/// What kind of source it is and of when, as ICD 206 asks: `agency, 1 Sept 2025`, `official, primary`.
fn descriptor(briefing: &Briefing, source: &Source) -> Message {
    let kind = match carried(briefing, source) {
        Some(name) => message!(sources::source_text_of, kind = kind(source), name = name.to_owned()),
        None => kind(source),
    };
    match source.published {
        Some(date) => message!(sources::source_of, kind = kind, date = date),
        None => kind,
    }
}

fn kind(source: &Source) -> Message {
    let kind = source.kind.name();
    if source.primary { message!(sources::source_primary, kind = kind) } else { kind }
}

/// A source as a bibliography gives it.
fn reference(words: &Words, source: &Source) -> String {
    let published = source.published.map(|date| date.to_string());
    let read = source.read.map(|date| words.say(&message!(sources::reference_read, date = date.to_string())));
    let parts = [Some(source.publisher.clone()), Some(source.title.clone()), published, source.address.clone(), read];
    format!("{}.", words.list(parts.into_iter().flatten()))
}
