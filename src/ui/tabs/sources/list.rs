//! The sources, by kind.

use egui::{Align, Label, Layout, Rect, ScrollArea, Sense, Ui, pos2, vec2};

use super::kept::Kept;
use super::links::Links;
use super::threads::Ends;
use crate::analysis::fold::fold;
use crate::briefing::{Briefing, Citation, Key, Message, Source, SourceKind};
use crate::ui::parts::copy_menu;
use crate::ui::shell::desk::{Command, Desk, Place, Selection};
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::heard::announce_change;
use crate::ui::widgets::{
    SearchTexts, TallList, choosable_row, counted_heading, hairline, paint_linked, scroll, search_field, text_at_right,
    within,
};
use crate::{label, message};

const ROW: f32 = 44.0;
const KINDS: [SourceKind; 5] =
    [SourceKind::Official, SourceKind::Agency, SourceKind::Press, SourceKind::Reference, SourceKind::GeneralKnowledge];

/// Which of the sources stand under which head, and how many speak for themselves.
#[derive(Debug)]
pub struct Kinds {
    kept: Kept<{ KINDS.len() }>,
    primary: usize,
}

impl Kinds {
    /// The kinds of those sources that a search keeps, of which one may be selected and some linked.
    pub fn of(sources: &[Source], search: &str, links: &Links, selection: Option<&Selection>) -> Self {
        let search = fold(search.trim());
        let keeps = |source: &Source| finds(source, &search);
        let is_linked = |source: &Source| links.sources.contains(&source.id);
        let is_selected = |source: &Source| matches!(selection, Some(Selection::Source(key)) if *key == source.id);
        let kept = Kept::of(sources, (&KINDS, |source| source.kind), keeps, is_linked, is_selected);
        Self { kept, primary: sources.iter().filter(|source| source.primary).count() }
    }
}

impl Kinds {
    /// Where what is selected stands among them.
    pub fn place(&self, selection: &Selection, sources: &[Source]) -> Option<Place> {
        self.kept.place(selection, [true; KINDS.len()], |index| Selection::Source(sources[index].id.clone()))
    }
}

/// Whether a search keeps a source.
pub fn keeps(briefing: &Briefing, key: &Key, search: &str) -> bool {
    briefing.source(key).is_some_and(|source| finds(source, &fold(search.trim())))
}

/// Whether a folded search is found in a source.
fn finds(source: &Source, search: &str) -> bool {
    let texts = [Some(&source.publisher), Some(&source.title), source.address.as_ref()];
    search.is_empty() || texts.into_iter().flatten().any(|text| fold(text).contains(search))
}

/// The search of the column.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// What is searched for.
    pub text: String,
    /// Whether it is to have the keyboard.
    pub wants_focus: bool,
}

/// Draws the column.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, search: &mut Search, kinds: &Kinds, links: &Links, ends: &mut Ends) {
    let t = tokens_of(ui);
    let sources = &desk.briefing.sources.sources;
    let aside = message!(sources::sources_primary, count = sources.len(), primary = kinds.primary);
    ui.label(Type::Caption.text(desk.words.say(&aside), t.muted));
    ui.add_space(4.0);
    let [name, clear] = [label!(sources::search_sources), label!(words::clear_search)].map(|m| desk.words.say(&m));
    let width = ui.available_width();
    let said = SearchTexts { name: &name, hint: &name, clear: &clear };
    search_field(ui, &mut search.text, width, &said, &mut search.wants_focus);
    let left = message!(sources::sources_left, shown = kinds.kept.rows(), total = sources.len());
    announce_change(ui, "sources", &desk.words.say(&left));
    ui.add_space(8.0);
    if kinds.kept.rows() == 0 && !sources.is_empty() {
        ui.label(Type::Body.text(desk.words.say(&label!(sources::no_source)), t.ink2));
    }
    scroll(ui, "sources", ScrollArea::vertical().auto_shrink(false), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let (list, needed) = (TallList::new(ui, "sources", kinds.kept.rows()), kinds.kept.needed(desk.revealed()));
        for (kind, part) in KINDS.into_iter().zip(&kinds.kept.parts).filter(|(_, part)| part.len() > 0) {
            let (title, count) = (desk.words.say(&heading(kind)), message!(sources::sources, count = part.len()));
            let spoken = desk.words.say(&message!(sources::counted_head, title = &title, count = count));
            counted_heading(ui, &title, &desk.words.count(part.len() as u64), &spoken);
            ui.add_space(3.0);
            hairline(ui);
            let placed = list.table_ui(ui, &title, part.rows(), needed, |ui, row| {
                let source = &sources[part.number(row)];
                source_ui(ui, desk, source, links.sources.contains(&source.id));
            });
            ends.add(ui, &placed, part.linked.iter().copied(), |_| 0.0);
            ui.add_space(8.0);
        }
    });
}

const fn heading(kind: SourceKind) -> Message {
    match kind {
        SourceKind::Official => label!(sources::kind_official),
        SourceKind::Agency => label!(sources::kind_agency),
        SourceKind::Press => label!(sources::kind_press),
        SourceKind::Reference => label!(sources::kind_reference),
        SourceKind::GeneralKnowledge => label!(sources::kind_general_knowledge),
    }
}

fn source_ui(ui: &mut Ui, desk: &mut Desk<'_>, source: &Source, is_linked: bool) {
    let t = tokens_of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::empty());
    let target = Selection::Source(source.id.clone());
    let selected = desk.is_selected(&target);
    if is_linked && !selected {
        ui.painter().add(paint_linked(rect, t));
    }
    let spoken = message!(sources::source_titled, publisher = &source.publisher, title = &source.title);
    let row =
        choosable_row(ui, rect, ui.scope_id().with(("source", source.id.as_str())), selected, &desk.words.say(&spoken));
    if desk.is_revealed(&target) {
        ui.scroll_to_rect(rect, Some(Align::Center));
    }
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (1.0, t.hairline));
    let note = match (source.primary, source.published) {
        (true, Some(date)) => desk.words.say(&message!(sources::primary_of, date = date)),
        (true, None) => desk.words.say(&label!(sources::primary)),
        (false, Some(date)) => desk.words.date(date),
        (false, None) => String::new(),
    };
    let inner = Rect::from_min_max(rect.min + vec2(10.0, 4.0), pos2(rect.right() - 8.0, rect.bottom() - 3.0));
    within(ui, inner, Layout::top_down(Align::Min), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.spacing_mut().interact_size.y = 18.0;
        ui.horizontal(|ui| {
            let name = &source.publisher;
            let name = if selected { Type::Body.strong(name, t.ink) } else { Type::Body.text(name, t.ink) };
            ui.style_mut().interaction.selectable_labels = false;
            text_at_right(ui, Type::Caption.text(note, t.muted), |ui| {
                ui.add(Label::new(name.line_height(Some(18.0))).truncate());
            });
        });
        ui.add(Label::new(Type::Caption.text(&source.title, t.muted)).truncate().selectable(false));
    });
    if row.clicked() {
        desk.send(Command::Select(target));
    }
    copy_menu(&row, desk, &source.title, &[Citation::of(source.id.clone())]);
}
