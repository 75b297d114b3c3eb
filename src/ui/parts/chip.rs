//! Citation chips: where a statement stands, one click from its evidence.

use std::collections::BTreeSet;

use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Align, Button, CornerRadius, Layout, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, accesskit::Role,
    vec2,
};

use super::copy_menu;
use crate::briefing::{Citation, Message, Value};
use crate::message;
use crate::ui::shell::desk::{Command, Desk, Selection};
use crate::ui::theme::{Type, radius, tokens_of};
use crate::ui::widgets::heard::named_on_hover;
use crate::ui::widgets::{focus_ring, menu, tall_menu, within};
use crate::words::direction::abreast;

/// Before and after the text of a chip, together.
const PADDING: f32 = 10.0;
/// As many chips stand beside each other where all are to be seen.
const BESIDE: usize = 24;

/// A chip for one citation: the place in the document, or the publisher of another source. A click opens it in the
/// inspector.
pub fn citation_chip(ui: &mut Ui, desk: &mut Desk<'_>, citation: &Citation) -> Response {
    sensing_chip(ui, desk, citation, Sense::click())
}

/// How wide the chip of a citation is; that of a publisher is cut at `most`, a place in the document is always read whole.
pub fn chip_width(ui: &Ui, desk: &Desk<'_>, citation: &Citation, most: f32) -> f32 {
    let (text, is_place) = written(desk, citation);
    let width = text_width(ui, text);
    if is_place { width } else { width.min(most) }
}

/// How wide the widest of the chips of some citations is, or `least`; that of a publisher is cut at `most`.
pub fn widest_chip<'c>(
    ui: &Ui,
    desk: &Desk<'_>,
    citations: impl Iterator<Item = &'c Citation>,
    [least, most]: [f32; 2],
) -> f32 {
    let texts: BTreeSet<(bool, String)> =
        citations.map(|citation| written(desk, citation)).map(|(text, is_place)| (is_place, text)).collect();
    let (places, publishers): (Vec<_>, Vec<_>) = texts.into_iter().partition(|(is_place, _)| *is_place);
    // The letters of a place are all as wide.
    let longest = places.into_iter().map(|(_, text)| text).max_by_key(String::len);
    let mut widest = longest.map_or(least, |text| text_width(ui, text).max(least));
    for (_, text) in publishers {
        if widest >= most {
            break;
        }
        widest = widest.max(text_width(ui, text).min(most));
    }
    widest
}

/// What the chip of a citation says, and whether that is a place in the document.
fn written(desk: &Desk<'_>, citation: &Citation) -> (String, bool) {
    if let Some(at) = citation.at.filter(|_| desk.briefing.sentence(citation).is_some()) {
        return (desk.words.locator(at), true);
    }
    let source = desk.briefing.source(&citation.source);
    let name = source.map_or(citation.source.as_str(), |source| source.publisher.as_str());
    let text = citation.place().map_or_else(|| name.to_owned(), |place| abreast([name, &desk.words.say(&place)], ", "));
    (text, false)
}

/// How wide a chip that counts so many sources is.
pub fn count_width(ui: &Ui, desk: &Desk<'_>, count: usize) -> f32 {
    text_width(ui, desk.words.say(&message!(sources::counted_sources, count = count)))
}

fn text_width(ui: &Ui, text: String) -> f32 {
    let font = Type::Caption.mono_font();
    ui.painter().layout_no_wrap(text, font, egui::Color32::PLACEHOLDER).size().x.ceil() + PADDING
}

fn sensing_chip(ui: &mut Ui, desk: &mut Desk<'_>, citation: &Citation, sense: Sense) -> Response {
    let (text, is_place) = written(desk, citation);
    let said = said(desk, citation);
    let chip = acting_chip(ui, desk, said, (&text, is_place), sense);
    let briefing = desk.briefing;
    let statement = match briefing.sentence(citation) {
        Some(sentence) => Some(sentence.paraphrase.as_str()),
        None => briefing.source(&citation.source).map(|source| source.title.as_str()),
    };
    if let Some(statement) = statement {
        copy_menu(&chip, desk, statement, std::slice::from_ref(citation));
    }
    chip
}

/// A chip of a text, read whole or cut where there is no room, that opens what it says.
fn acting_chip(ui: &mut Ui, desk: &mut Desk<'_>, said: Said, text: (&str, bool), sense: Sense) -> Response {
    let Said { spoken, tooltip, target } = said;
    let on = desk.is_selected(&target);
    let words = desk.words;
    let mut response = chip(ui, text, &|| words.say(&spoken), on, sense);
    if let Some(tooltip) = tooltip {
        response = response.on_hover_ui(|ui| {
            ui.set_max_width(ui.spacing().tooltip_width);
            ui.label(words.value(&tooltip));
        });
    }
    if response.clicked() {
        desk.send(Command::Select(target));
    }
    response
}

/// What a chip says besides its text. What is heard and what a tooltip tells become text when they are asked for: a table has a chip in
/// every row.
struct Said {
    spoken: Message,
    tooltip: Option<Value>,
    target: Selection,
}

fn said(desk: &Desk<'_>, citation: &Citation) -> Said {
    if let (Some(at), Some(sentence)) = (citation.at, desk.briefing.sentence(citation)) {
        let (paragraph, number) = (usize::from(at.paragraph), usize::from(at.sentence));
        return Said {
            spoken: message!(sources::cited_sentence, paragraph = paragraph, sentence = number),
            tooltip: Some(sentence.paraphrase.clone().into()),
            target: Selection::Sentence(at),
        };
    }
    let source = desk.briefing.source(&citation.source);
    let publisher = || source.map_or(citation.source.as_str(), |source| source.publisher.as_str()).to_owned();
    let title = source.map(|source| source.title.clone());
    let target = Selection::Source(citation.source.clone());
    match citation.place() {
        Some(place) => Said {
            spoken: message!(sources::cited_place, publisher = publisher(), place = place.clone()),
            tooltip: title.map(|title| {
                message!(sources::place_titled, publisher = publisher(), title = title, place = place).into()
            }),
            target,
        },
        None => Said {
            spoken: message!(sources::cited_source, publisher = publisher()),
            tooltip: title.map(|title| message!(sources::source_titled, publisher = publisher(), title = title).into()),
            target,
        },
    }
}

/// The first citations as chips beside each other, and, of many, a button that shows the others.
pub fn chips_ui(ui: &mut Ui, desk: &mut Desk<'_>, citations: &[Citation]) {
    let (beside, others) = citations.split_at(citations.len().min(BESIDE));
    for citation in beside {
        citation_chip(ui, desk, citation);
    }
    others_ui(ui, desk, others, Sense::click());
}

/// The first citation as a chip, and a button that shows the others.
pub fn citations_ui(ui: &mut Ui, desk: &mut Desk<'_>, citations: &[Citation]) {
    sensing_citations_ui(ui, desk, citations, Sense::click());
}

/// The same in a row of a table, which the keyboard passes by: the inspector has them for it.
pub fn row_citations_ui(ui: &mut Ui, desk: &mut Desk<'_>, citations: &[Citation]) {
    sensing_citations_ui(ui, desk, citations, Sense::CLICK);
}

/// In such a row how many sources there are, where the name of the first would be cut. One is opened at once, several are
/// listed first.
pub fn row_count_ui(ui: &mut Ui, desk: &mut Desk<'_>, citations: &[Citation]) {
    let Some((first, others)) = citations.split_first() else { return };
    let counted = desk.words.say(&message!(sources::counted_sources, count = citations.len()));
    if others.is_empty() {
        let said = said(desk, first);
        acting_chip(ui, desk, said, (&counted, true), Sense::CLICK);
        return;
    }
    let chip = chip(ui, (&counted, true), &|| counted.clone(), false, Sense::CLICK);
    menu(&chip, &counted, |ui| list_ui(ui, desk, citations));
}

fn sensing_citations_ui(ui: &mut Ui, desk: &mut Desk<'_>, citations: &[Citation], sense: Sense) {
    let Some((first, others)) = citations.split_first() else { return };
    if !ui.layout().prefer_right_to_left() {
        sensing_chip(ui, desk, first, sense);
        others_ui(ui, desk, others, sense);
        return;
    }
    // The chip is seen, heard and walked to first, also where things are laid out from the right.
    let (width, beside) = (chip_width(ui, desk, first, f32::INFINITY), others_width(ui, others.len()));
    let size = vec2((width + beside).min(ui.available_width()), 18.0);
    let (rect, _) = ui.allocate_exact_size(size, Sense::empty());
    within(ui, rect, Layout::left_to_right(Align::Center), |ui| {
        ui.scope(|ui| {
            ui.set_max_width((size.x - beside).max(0.0));
            sensing_chip(ui, desk, first, sense);
        });
        others_ui(ui, desk, others, sense);
    });
}

/// How wide the button is that counts further citations, with what is before it.
fn others_width(ui: &Ui, count: usize) -> f32 {
    if count == 0 {
        return 0.0;
    }
    let text = ui.painter().layout_no_wrap(format!("+{count}"), Type::Caption.font(), egui::Color32::PLACEHOLDER);
    text.size().x.ceil() + ui.spacing().item_spacing.x
}

/// A button that counts further citations and, when pressed, lists them.
fn others_ui(ui: &mut Ui, desk: &mut Desk<'_>, others: &[Citation], sense: Sense) {
    if others.is_empty() {
        return;
    }
    let count = others.len();
    let text = Type::Caption.text(format!("+{count}"), tokens_of(ui).muted);
    let button = ui.add(Button::new(text).frame(false).min_size(Vec2::ZERO).sense(sense));
    let spoken = desk.words.say(&message!(sources::more_sources, count = count));
    focus_ring(ui, &button, button.rect, radius::CHIP);
    let button = named_on_hover(ui, button.accessible_name(&spoken), &spoken);
    menu(&button, &spoken, |ui| list_ui(ui, desk, others));
}

/// Citations one under the other, each with what is read there.
fn list_ui(ui: &mut Ui, desk: &mut Desk<'_>, citations: &[Citation]) {
    tall_menu(ui, "citations", citations.len(), |ui, row| {
        let citation = &citations[row];
        ui.horizontal(|ui| {
            citation_chip(ui, desk, citation);
            let said = match desk.briefing.sentence(citation) {
                Some(sentence) => Some(sentence.label.as_str()),
                None => desk.briefing.source(&citation.source).map(|source| source.title.as_str()),
            };
            ui.label(Type::Caption.text(said.unwrap_or_default(), tokens_of(ui).muted));
        });
    });
}

fn chip(ui: &mut Ui, (text, is_place): (&str, bool), spoken: &dyn Fn() -> String, on: bool, sense: Sense) -> Response {
    let t = tokens_of(ui);
    let ink = if on { t.accent } else { t.ink2 };
    let room = if ui.layout().main_wrap { ui.max_rect().width() } else { ui.available_width() };
    let mut job = LayoutJob::simple_singleline(text.to_owned(), Type::Caption.mono_font(), ink);
    // A place is always read whole. A long publisher is cut where there is no room for it; its full name is in the tooltip.
    if !is_place {
        let width = (room - PADDING).max(24.0);
        job.wrap = TextWrapping { max_width: width, ..TextWrapping::truncate_at_width(width) };
    }
    let galley = ui.painter().layout_job(job);
    let size = vec2(galley.size().x + PADDING, 18.0);
    let (rect, response) = ui.allocate_exact_size(size, sense);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), spoken()));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(on));
    let fill = if on { t.selected } else { t.field };
    let border = if on || response.hovered() { t.accent } else { t.stroke };
    ui.painter().rect(rect, CornerRadius::same(radius::CHIP), fill, Stroke::new(1.0, border), StrokeKind::Inside);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, ink);
    focus_ring(ui, &response, rect, radius::CHIP);
    response
}
