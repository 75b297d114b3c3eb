//! The page in miniature, to be looked at before it is written: what it says and draws without a script, in its order and
//! its colours by day.

use super::super::compose;
use super::super::document::{Block, Document, Drawn, Paragraph, Rank, Style, Text, Tone};
use super::super::extent::Extent;
use super::super::material::Material;
use super::super::pdf;
use crate::export::error::ExportError;
use crate::export::job::Job;
use crate::export::leaf::Leaves;
use crate::export::picture::inline;
use crate::message;

/// Draws it.
///
/// # Errors
/// That the reader cancelled, or that there is no font.
pub fn miniature(material: &Material<'_>, job: &Job) -> Result<Leaves, ExportError> {
    let mut document = match material.query.extent {
        Extent::Full => compose::page(material).0,
        Extent::Short => compose::short(material, compose::Room::default()),
    };
    for block in &mut document.blocks {
        if let Block::Picture(picture) = block
            && let Some((svg, size)) = drawing(material, picture.subject)
        {
            (picture.svg, picture.size) = (svg, size);
        }
    }
    let say = |style, text| Block::Paragraph(Paragraph { style, text });
    let head = [
        say(Style::Caption, Text::strong(&material.briefing.manifest.name)),
        say(Style::Caption, parts(&document, material)),
    ];
    let made = message!(page::made, made = material.made.to_string(), version = env!("CARGO_PKG_VERSION"));
    let digest = Text::default().and(Tone::Code, format!("sha256 {}", material.briefing.digest.as_str()));
    let foot = [say(Style::Caption, Text::plain(material.words.say(&made))), say(Style::Caption, digest)];
    document.blocks = head.into_iter().chain(document.blocks).chain(foot).collect();
    pdf::miniature(material, &document, job)
}

/// The links to its parts.
fn parts(document: &Document, material: &Material<'_>) -> Text {
    let mut parts = Text::default().and(Tone::Citation, material.words.say(&message!(shell::tab_summary)));
    for block in &document.blocks {
        if let Block::Heading(heading) = block
            && heading.rank == Rank::Part
            && heading.key.is_some()
        {
            parts = parts.and(Tone::Citation, format!("   {}", heading.text));
        }
    }
    parts
}

/// A drawing as the page has it, with its size.
fn drawing(material: &Material<'_>, subject: Drawn) -> Option<(String, (f32, f32))> {
    match subject {
        Drawn::Map(number) => {
            let listed = material.rosters.get(number)?;
            Some(inline::whole_map(listed.members, &listed.marks, material.words))
        }
        Drawn::Chart(number) => {
            let shown = material.trades.get(number).filter(|shown| !shown.view.columns.is_empty())?;
            let of = (material.briefing, shown.series, &shown.figures, &shown.view);
            Some(inline::whole_chart(of, material.words))
        }
    }
}
