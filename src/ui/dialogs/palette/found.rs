//! What the palette shows of what was typed.

use egui::Context;

use super::Scene;
use super::target::{Group, Target};
use crate::analysis::palette::{Hits, Index, Material, Thing, Told};
use crate::briefing::visible::visible;
use crate::export::link::Link;
use crate::message;
use crate::ui::dialogs::open;
use crate::ui::shell::actions::{Action, Scope};
use crate::words::direction::abreast;

/// What stands before what is typed where only commands are meant.
const COMMANDS: char = '>';
/// So many of those that were chosen before are shown where nothing is typed.
const RECENT: usize = 6;

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// The head of a group, and what is said of how many of it there are.
    Head(String, String),
    /// What can be chosen.
    Row(Row),
}

/// What can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it leads to.
    pub target: Target,
    /// Its name.
    pub title: String,
    /// What is said beside it.
    pub beside: String,
    /// The keys that do the same.
    pub keys: Option<String>,
}

/// What the palette shows.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// The list.
    pub lines: Vec<Line>,
    /// How many things were found, with those that are not shown.
    pub all: usize,
    /// Why nothing is, where that is not plain.
    pub why: Option<String>,
}

impl Found {
    /// The rows that can be chosen.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.lines.iter().filter_map(|line| if let Line::Row(row) = line { Some(row) } else { None })
    }
}

/// What can be done or opened besides what the briefing has.
pub fn fixed(ctx: &Context, scene: &Scene<'_>) -> Index<Target> {
    let mut index = Index::default();
    let tabs = scene.tabs.iter().map(|(key, _)| Target::Tab(key));
    let folders = (0..scene.preferences.recent.len()).map(Target::Folder);
    let reached = |action: &Action| {
        !matches!(action.scope(), Scope::Table | Scope::Chart | Scope::Sentences | Scope::Suggestions)
    };
    let possible = |action: &Action| action.is_possible(scene.situation);
    let actions = Action::ALL.iter().copied().filter(|action| *action != Action::Palette);
    let actions = actions.filter(reached).filter(possible).map(Target::Do);
    let views = (0..scene.preferences.views.len()).map(Target::View);
    for target in tabs.chain(actions).chain(folders).chain(views) {
        let Row { title, beside, .. } = row(ctx, scene, target);
        index.push(target, [title.as_str(), beside.as_str()]);
    }
    index
}

/// What answers to what was typed.
pub fn find(
    ctx: &Context,
    scene: &Scene<'_>,
    typed: &str,
    (things, fixed): (Option<&Index<Thing>>, &Index<Target>),
    chosen_before: &[Target],
) -> Found {
    if Link::is_meant(typed) {
        return match typed.parse::<Link>() {
            Ok(_) => Found { lines: vec![Line::Row(row(ctx, scene, Target::Link))], all: 1, why: None },
            Err(err) => Found { why: Some(scene.words.say(&err.message())), ..Found::default() },
        };
    }
    let only_commands = typed.strip_prefix(COMMANDS);
    let typed = only_commands.unwrap_or(typed);
    let is_recent = |target: Target| chosen_before.contains(&target);
    let number = |target: Target| target.group() as usize;
    let shape = (Group::ALL.len(), Group::MOST.max(if typed.trim().is_empty() { fixed.rows().len() } else { 0 }));
    let mut groups = fixed.search(typed, shape, number, is_recent);
    let things = things.filter(|_| only_commands.is_none() && !typed.trim().is_empty());
    if let Some(things) = things {
        let number = |thing| number(Target::Thing(thing));
        let found = things.search(typed, shape, number, |thing| is_recent(Target::Thing(thing)));
        for (group, hits) in groups.iter_mut().zip(found).filter(|(_, hits)| hits.all > 0) {
            *group =
                Hits { best: hits.best.into_iter().map(Target::Thing).collect(), score: hits.score, all: hits.all };
        }
    }
    let mut shown: Vec<(Group, Hits<Target>)> =
        Group::ALL.into_iter().zip(groups).filter(|(_, hits)| hits.all > 0).collect();
    if only_commands.is_some() {
        shown.retain(|(group, _)| *group == Group::Commands);
    }
    // What fits best stands first.
    shown.sort_by_key(|(_, hits)| std::cmp::Reverse(hits.score));
    let mut found = Found::default();
    if typed.trim().is_empty() && only_commands.is_none() && !chosen_before.is_empty() {
        found.lines.push(Line::Head(scene.words.say(&message!(palette::recent)), String::new()));
        let rows = chosen_before.iter().take(RECENT).map(|target| Line::Row(row(ctx, scene, *target)));
        found.lines.extend(rows);
    }
    for (group, Hits { best, all, .. }) in shown {
        let more = if all > best.len() {
            scene.words.say(&message!(palette::more, count = all - best.len()))
        } else {
            String::new()
        };
        found.lines.push(Line::Head(scene.words.say(&group.name()), more));
        found.lines.extend(best.into_iter().map(|target| Line::Row(row(ctx, scene, target))));
        found.all += all;
    }
    found
}

/// What is said of something.
pub fn row(ctx: &Context, scene: &Scene<'_>, target: Target) -> Row {
    let words = scene.words;
    let (title, beside, keys) = match target {
        Target::Thing(thing) => {
            let Told { title, beside, .. } = scene.told(thing);
            (title, abreast(beside.iter().map(String::as_str), "  "), None)
        }
        Target::Folder(number) => {
            let folder = scene.preferences.recent.get(number).map(|recent| recent.folder.display().to_string());
            let title =
                if folder.is_some() { open::shown(words, &scene.preferences.recent, number) } else { String::new() };
            (title, folder.unwrap_or_default(), None)
        }
        Target::View(number) => {
            let view = scene.preferences.views.get(number);
            let (name, link) = view.map_or(("", ""), |view| (&view.name, &view.link));
            (visible(name).into_owned(), visible(link).into_owned(), None)
        }
        Target::Link => (words.say(&message!(palette::link)), String::new(), None),
        Target::Tab(key) => (words.say(&key.spec().label), String::new(), scene.tabs.keys(ctx, key)),
        Target::Do(action) => {
            let (title, does) = (words.say(&action.label()), words.say(&action.does()));
            let beside = if does == title { String::new() } else { does };
            (title, beside, action.keys(ctx))
        }
    };
    let one_line = |text: String| text.replace(['\n', '\r', '\t'], " ");
    Row { target, title: one_line(title), beside: one_line(beside), keys }
}

impl Scene<'_> {
    /// What is told of something of the briefing.
    fn told(&self, thing: Thing) -> Told {
        let say = |message: &_| self.words.say(message);
        Material { briefing: &self.session.briefing, findings: &self.session.findings, say: &say }.told(thing)
    }
}
