//! The palette: anything by its name, from one field over the window.

mod field;
mod found;
mod line;
mod target;

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{
    Align, Align2, Context, CornerRadius, Frame, Id, Key, Layout, Margin, Modal, Modifiers, Rect, ScrollArea, Sense,
    Ui, UiBuilder, vec2,
};

use self::found::{Found, Line, Row};
use self::target::Target;
use crate::analysis::memo::Memo;
use crate::analysis::palette::{Index, Material, Thing};
use crate::message;
use crate::ui::inspector::{self, InspectorState};
use crate::ui::shell::actions::Situation;
use crate::ui::shell::desk::{Command, Desk};
use crate::ui::shell::find::Finder;
use crate::ui::shell::preferences::Preferences;
use crate::ui::shell::session::Session;
use crate::ui::shell::tabs::Tabs;
use crate::ui::shell::task::Task;
use crate::ui::theme::tokens::alpha;
use crate::ui::theme::{Type, layout, radius, tokens_of};
use crate::ui::widgets::{dialog_ui, within};
use crate::words::{Language, Words};

/// How wide it is, how far below the top it stands, and how high its list is at most.
const SIZE: (f32, f32, f32) = (640.0, 88.0, 420.0);
/// The height of what stands under the list.
const FOOT: f32 = 36.0;
/// So many things are folded before the palette opens; of more, while it is open.
const AT_ONCE: usize = 20_000;
/// So many that were chosen are remembered.
const REMEMBERED: usize = 24;

/// The palette of a window.
#[derive(Debug, Default)]
pub struct Palette {
    /// What of the open briefing can be found, in a language; made when the palette first opens over it.
    things: Option<(Language, Arc<Index<Thing>>)>,
    preparing: Option<Task<Index<Thing>, ()>>,
    /// What was chosen before, the last first.
    chosen: Vec<Target>,
    opened: Option<Opened>,
}

/// The palette while it is open.
#[derive(Debug)]
struct Opened {
    typed: String,
    at: usize,
    fixed: Index<Target>,
    found: Memo<(String, bool), Arc<Found>>,
    wants_focus: bool,
    scrolls: bool,
    preview: InspectorState,
    finder: Finder,
}

/// What the palette finds things in.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// What is open.
    pub session: &'a Session,
    /// The words of the reader.
    pub words: &'a Words,
    /// The tabs.
    pub tabs: &'a Tabs,
    /// What can be done.
    pub situation: &'a Situation,
    /// The briefings opened before, and the views that are kept.
    pub preferences: &'a Preferences,
}

impl Palette {
    /// Whether it is open.
    pub const fn is_open(&self) -> bool {
        self.opened.is_some()
    }

    /// Opens it.
    pub fn open(&mut self, ctx: &Context, scene: &Scene<'_>) {
        self.prepare(ctx, scene);
        self.opened = Some(Opened {
            typed: String::new(),
            at: 0,
            fixed: found::fixed(ctx, scene),
            found: Memo::default(),
            wants_focus: true,
            scrolls: false,
            preview: InspectorState::default(),
            finder: Finder::default(),
        });
    }

    /// Types into it, where it is open.
    pub fn type_in(&mut self, text: &str) {
        if let Some(opened) = &mut self.opened {
            opened.typed.push_str(text);
        }
    }

    /// Closes it. Returns whether it was open.
    pub fn close(&mut self) -> bool {
        self.opened.take().is_some()
    }

    /// Forgets what the briefing had that was open: another is.
    pub fn forget(&mut self) {
        (self.things, self.preparing, self.opened) = (None, None, None);
        self.chosen.retain(|target| matches!(target, Target::Tab(_) | Target::Do(_)));
    }

    /// Folds what can be found, unless that is done: of a large briefing on another thread.
    fn prepare(&mut self, ctx: &Context, scene: &Scene<'_>) {
        let language = scene.words.language();
        if self.things.as_ref().is_some_and(|(known, _)| *known == language) {
            return;
        }
        let (briefing, findings) = (Arc::clone(&scene.session.briefing), Arc::clone(&scene.session.findings));
        let words = scene.words.clone();
        let states = briefing.rosters.iter().map(|roster| roster.states.len());
        let figures = briefing.all_series().map(|series| series.observations.len());
        let lists =
            [briefing.claims.claims.len(), findings.len(), briefing.sources.sources.len(), briefing.sentences().len()];
        let size: usize = states.chain(figures).chain(lists).sum();
        let make = move || {
            let say = |message: &_| words.say(message);
            Material { briefing: &briefing, findings: &findings, say: &say }.index()
        };
        if size <= AT_ONCE {
            self.things = Some((language, Arc::new(make())));
        } else {
            self.things = None;
            self.preparing = Some(Task::start(ctx, move |(): &()| make()));
        }
    }

    /// Draws it, if it is open. Returns what was chosen.
    pub fn ui(&mut self, ui: &Ui, scene: &Scene<'_>) -> Option<Command> {
        let Self { things, preparing, chosen, opened } = self;
        let shown = opened.as_mut()?;
        if let Some(answer) = preparing.as_ref().and_then(Task::answer) {
            *preparing = None;
            *things = answer.ok().map(|index| (scene.words.language(), Arc::new(index)));
        }
        let ctx = ui.ctx();
        let index = things.as_ref().map(|(_, index)| &**index);
        let question = (shown.typed.clone(), index.is_some());
        let find =
            |(typed, _): &(String, bool)| Arc::new(found::find(ctx, scene, typed, (index, &shown.fixed), chosen));
        let found = Arc::clone(shown.found.get(&question, find));
        let count = found.rows().count();
        shown.at = shown.at.min(count.saturating_sub(1));
        let t = tokens_of(ui);
        let (width, previews) = widths(ctx);
        let dim = if ui.visuals().dark_mode { alpha::SCRIM_DARK } else { alpha::SCRIM_LIGHT };
        let id = Id::unique("palette");
        let modal = Modal::new(id)
            .area(Modal::default_area(id).anchor(Align2::CENTER_TOP, vec2(0.0, top(ctx))))
            .backdrop_color(t.scrim.gamma_multiply(dim))
            .frame(Frame::new().fill(t.raised).stroke((1.0, t.rule)).corner_radius(CornerRadius::same(radius::PANEL)));
        let response = modal.show(ctx, |ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
            if shown.at_keys(ui, count) {
                return found.rows().nth(shown.at).map(|row| row.target);
            }
            dialog_ui(ui, id, &scene.words.say(&message!(palette::name)), |ui| {
                let preparing = preparing.as_ref().is_some_and(|task| task.slow(ctx).is_some());
                let ids = ids_of(id, &found);
                let chosen = ids.get(shown.at).copied();
                field::ui(ui, scene, shown, found.all, preparing, (id, chosen));
                let mut clicked = None;
                let (rect, _) = ui.allocate_exact_size(vec2(width, height(ctx)), Sense::empty());
                let (list, preview) =
                    rect.split_left_right_at_x(rect.left() + if previews { width / 1.5 } else { width });
                let down = Layout::top_down(Align::Min);
                within(ui, list, down, |ui| clicked = list_ui(ui, scene, shown, &found, (id, &ids)));
                if previews {
                    preview_ui(ui, scene, shown, &found, preview);
                }
                field::foot_ui(ui, scene.words, FOOT);
                clicked
            })
        });
        let target = response.inner;
        if let Some(target) = target {
            let typed = self.opened.take().map(|opened| opened.typed).unwrap_or_default();
            if target != Target::Link {
                chosen.retain(|other| *other != target);
                chosen.insert(0, target);
                chosen.truncate(REMEMBERED);
            }
            return command(scene, target, &typed);
        }
        if response.backdrop_response.clicked() {
            self.close();
        }
        None
    }
}

impl Opened {
    /// Does what the keys ask for. Returns whether what is chosen was asked for.
    fn at_keys(&mut self, ui: &Ui, count: usize) -> bool {
        const PAGE: usize = 8;
        let last = count.saturating_sub(1);
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let before = self.at;
        if pressed(Key::ArrowDown) {
            self.at = if self.at == last { 0 } else { self.at + 1 };
        }
        if pressed(Key::ArrowUp) {
            self.at = self.at.checked_sub(1).unwrap_or(last);
        }
        if pressed(Key::PageDown) {
            self.at = (self.at + PAGE).min(last);
        }
        if pressed(Key::PageUp) {
            self.at = self.at.saturating_sub(PAGE);
        }
        self.scrolls |= self.at != before;
        pressed(Key::Enter) && count > 0
    }
}

/// What is asked for by choosing something.
fn command(scene: &Scene<'_>, target: Target, typed: &str) -> Option<Command> {
    let (briefing, findings) = (&scene.session.briefing, &scene.session.findings);
    Some(match target {
        Target::Do(action) => Command::Act(action),
        Target::Tab(tab) => Command::Show(tab),
        Target::Folder(number) => Command::OpenFolder(scene.preferences.recent.get(number)?.folder.to_path_buf()),
        Target::View(number) => Command::Follow(scene.preferences.views.get(number)?.link.clone()),
        Target::Link => Command::Follow(typed.to_owned()),
        Target::Thing(thing @ Thing::Person(_)) => Command::Narrow(thing.person(briefing)?.id.clone()),
        Target::Thing(_) => Command::Open(target.selection(briefing, findings)?),
    })
}

/// How wide it is, and whether there is room for a preview beside the list.
fn widths(ctx: &Context) -> (f32, bool) {
    let window = ctx.content_rect().width();
    if window >= layout::FOLD { (SIZE.0 * 1.5, true) } else { (SIZE.0.min(window - 16.0), false) }
}

/// How far below the top it stands: in a low window less far.
fn top(ctx: &Context) -> f32 {
    SIZE.1.min(ctx.content_rect().height() * 0.11)
}

/// How high its list is.
fn height(ctx: &Context) -> f32 {
    SIZE.2.min(ctx.content_rect().height() - top(ctx) - field::HEIGHT - FOOT - 16.0)
}

/// The identities of the rows of the list, which they keep while what is found changes around them. What was chosen before
/// may stand there twice.
fn ids_of(list: Id, found: &Found) -> Vec<Id> {
    let mut seen = BTreeMap::new();
    let id_of = |row: &Row| {
        let times: &mut usize = seen.entry((row.title.clone(), row.beside.clone())).or_default();
        *times += 1;
        list.with((row.title.as_str(), row.beside.as_str(), *times))
    };
    found.rows().map(id_of).collect()
}

/// Draws the list. Returns what was clicked.
fn list_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    shown: &mut Opened,
    found: &Found,
    (id, ids): (Id, &[Id]),
) -> Option<Target> {
    let mut clicked = None;
    let scrolls = std::mem::take(&mut shown.scrolls);
    ScrollArea::vertical().auto_shrink(false).id_salt("palette").show(ui, |ui| {
        if found.lines.is_empty() {
            field::nothing_ui(ui, scene.words, found.why.as_deref());
        }
        let mut row = 0;
        // A row keeps its identity and not its place: what is typed moves it.
        ui.ctx().allow_widget_id_changes_in(ui.max_rect());
        let list = ui.unique_id();
        ui.ctx().accesskit_node_builder(list, |node| {
            node.set_role(Role::ListBox);
            node.set_label(scene.words.say(&message!(palette::count, count = found.all)));
            node.set_size_of_set(found.rows().count());
        });
        for line in &found.lines {
            match line {
                Line::Head(name, more) => line::head_ui(ui, name, more),
                Line::Row(line) => {
                    // By what it leads to: while a reader types, none is taken for another.
                    let own = ids.get(row).copied().unwrap_or(id);
                    let response = line::row_ui(ui, scene, line, own, row == shown.at, &shown.typed);
                    ui.ctx().accesskit_node_builder(response.id, |node| node.set_position_in_set(row));
                    if row == shown.at && scrolls {
                        // With the head above it, where it is the first.
                        ui.scroll_to_rect(response.rect.expand2(vec2(0.0, 30.0)), None);
                    }
                    if response.clicked() {
                        clicked = Some(line.target);
                    }
                    row += 1;
                }
            }
        }
        ui.add_space(8.0);
    });
    clicked
}

/// Draws what is chosen as the inspector would.
fn preview_ui(ui: &mut Ui, scene: &Scene<'_>, shown: &mut Opened, found: &Found, rect: Rect) {
    let t = tokens_of(ui);
    ui.painter().rect_filled(rect, 0.0, t.panel);
    ui.painter().vline(rect.left(), rect.y_range(), (1.0, t.hairline));
    let Some(row) = found.rows().nth(shown.at) else { return };
    let selection = row.target.selection(&scene.session.briefing, &scene.session.findings);
    let inner = rect.shrink2(vec2(layout::INSPECTOR_PADDING, 12.0));
    let mut child = ui.new_child(UiBuilder::new().max_rect(inner).layout(Layout::top_down(Align::Min)));
    child.set_clip_rect(rect.intersect(ui.clip_rect()));
    child.spacing_mut().item_spacing = vec2(8.0, 4.0);
    if let Some(selection) = selection {
        // To be read, not to be used: what is pressed here would be pressed behind a dialog.
        let faded = std::mem::replace(&mut child.visuals_mut().disabled_alpha, 1.0);
        child.disable();
        child.visuals_mut().disabled_alpha = faded;
        let situation = *scene.situation;
        let (session, words) = (scene.session, scene.words);
        let mut desk = Desk::new(session, words, &mut shown.finder, situation, Some(&selection), false);
        inspector::preview_ui(&mut child, &mut desk, &mut shown.preview, &selection);
    } else {
        let margin = Margin::symmetric(0, 4);
        Frame::new().inner_margin(margin).show(&mut child, |ui| {
            ui.label(Type::Lead.strong(&row.title, t.ink));
            if !row.beside.is_empty() {
                ui.label(Type::Body.text(&row.beside, t.ink2));
            }
            let does = scene.words.say(&row.target.does());
            let keys = row.keys.clone().unwrap_or_default();
            ui.label(Type::Caption.text(if keys.is_empty() { does } else { keys }, t.muted));
        });
    }
}
