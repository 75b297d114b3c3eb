//! The sources, by the numbers that citations name, each with what is known of it.

use super::Composer;
use super::summary::section;
use crate::analysis::origins::carried;
use crate::briefing::{Key, Source};
use crate::export::brief::document::{Column, Entry, Grid, Link, Row, Text, Tone};
use crate::export::markdown_text;
use crate::message;
use crate::words::direction::isolated;

/// Every source of the briefing: those cited in the order of their numbers, then the rest.
pub fn compose(composer: &mut Composer<'_>) {
    let briefing = composer.briefing();
    let cited = composer.numbers.order().len();
    for source in &briefing.sources.sources {
        composer.numbers.of(&source.id);
    }
    let total = composer.numbers.order().len();
    let rows = rows(composer, total, |source| described(composer, source));
    let sources = message!(brief::sources_count, count = total);
    let about = composer.say(&message!(brief::sources_about, sources = sources, cited = cited));
    let title = composer.say(&message!(brief::sources));
    section(composer, &title, &about, Grid { small: true, ..Grid::list(columns(), rows) });
}

/// Every source that has a number, each in a line.
pub fn numbered(composer: &mut Composer<'_>) {
    let rows = rows(composer, composer.numbers.order().len(), |source| named(composer, source, true));
    let title = composer.say(&message!(brief::sources_of_page));
    section(composer, &title, "", Grid { small: true, ..Grid::list(columns(), rows) });
}

fn columns() -> Vec<Column> {
    vec![Column::words("", 0.03), Column::words("", 0.83)]
}

fn rows(composer: &Composer<'_>, most: usize, describe: impl Fn(&Source) -> Text) -> Vec<Row> {
    let row = |(index, key): (usize, &Key)| {
        let number = index + 1;
        let text = composer.briefing().source(key).map_or_else(|| Text::plain(key.as_str()), &describe);
        let row = Row::of(vec![Text::quiet(number.to_string()), text]);
        Row { source: Some(number), ..row.entry(Entry::Source(key.clone())) }
    };
    composer.material.wanted(composer.numbers.order().iter().take(most)).enumerate().map(row).collect()
}

/// Publisher, title and day, and its address where a browser opens it.
fn named(composer: &Composer<'_>, source: &Source, brief: bool) -> Text {
    let title = if source.title.starts_with('[') { source.title.clone() } else { format!("“{}”", source.title) };
    let mut text = Text::strong(isolated(&source.publisher)).and(Tone::Plain, format!(", {}", isolated(title)));
    if let Some(published) = source.published {
        text = text.and(Tone::Plain, format!(", {}", composer.words().date(published)));
    }
    match &source.address {
        Some(address) if markdown_text::is_link(address) => {
            let shown = if brief { site(address) } else { address };
            text.and(Tone::Plain, ", ").and_link(Tone::Citation, shown, Link::Web(address.clone()))
        }
        Some(address) => text.and(Tone::Plain, format!(", {}", markdown_text::shown(address))),
        None => text,
    }
}

/// All that is known of a source.
fn described(composer: &Composer<'_>, source: &Source) -> Text {
    let kind = source.kind.name();
    let kind = if source.primary { message!(brief::source_primary, kind = kind) } else { kind };
    let mut about = vec![composer.say(&kind)];
    about.extend(source.read.map(|read| composer.say(&message!(brief::source_read, date = read))));
    let origin = carried(composer.briefing(), source);
    about.extend(origin.map(|name| composer.say(&message!(brief::source_text_of, name = name.to_owned()))));
    let licence = source.licence.as_ref();
    about.extend(licence.map(|licence| composer.say(&message!(brief::source_licence, licence = licence))));
    let about = format!("{}. ", composer.words().sentence_case(&composer.words().list(&about)));
    let text = named(composer, source, false).and_break().and(Tone::Quiet, about);
    let text = match source.archived.as_ref().filter(|copy| markdown_text::is_link(&copy.address)) {
        Some(copy) => {
            let shown = composer.say(&message!(brief::source_archived, date = copy.on));
            let shown = composer.words().sentence_case(&shown);
            text.and_link(Tone::Citation, shown, Link::Web(copy.address.clone())).and(Tone::Quiet, ". ")
        }
        None => text,
    };
    text.and(Tone::Quiet, source.note.as_deref().unwrap_or_default())
}

/// The site of a web address.
fn site(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let site = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    site.strip_prefix("www.").unwrap_or(site)
}
