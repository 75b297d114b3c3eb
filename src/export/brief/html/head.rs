//! The head of the page: what it is, what may run in it, and how it looks.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use super::super::document::Document;
use super::super::material::Material;
use super::colours;
use crate::drawing::palette::{DARK, LIGHT};
use crate::export::error::ExportError;
use crate::export::picture::card;
use crate::export::picture::svg::escaped;
use crate::export::preview::{self, address_beside};
use crate::message;

const STYLE: &str = include_str!("../../../../assets/page/page.css");
const SCRIPT: &str = include_str!("../../../../assets/page/page.js");

/// As much of what the briefing is as a preview shows, in characters.
const DESCRIPTION: usize = 300;

/// Writes the head, with the language of the document.
pub fn write(document: &Document, material: &Material<'_>) -> String {
    let style = colours::style() + STYLE;
    // Nothing is loaded from anywhere, and nothing in the page runs or looks otherwise than it was made.
    let policy = format!(
        "default-src 'none'; style-src {}; script-src {}; img-src data:; base-uri 'none'; form-action 'none'",
        hash(&style),
        hash(SCRIPT)
    );
    let title = escaped(&document.title);
    let about = escaped(&about(document));
    let mut html = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta \
         http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n<meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n",
        escaped(&document.language)
    );
    for (name, content) in [
        ("description", about.as_str()),
        ("referrer", "no-referrer"),
        ("color-scheme", "light dark"),
        ("generator", concat!("Briefing Desk ", env!("CARGO_PKG_VERSION"))),
    ] {
        let _ = writeln!(html, "<meta name=\"{name}\" content=\"{content}\">");
    }
    for (look, colour) in [("light", LIGHT.paper), ("dark", DARK.paper)] {
        let _ =
            writeln!(html, "<meta name=\"theme-color\" media=\"(prefers-color-scheme: {look})\" content=\"{colour}\">");
    }
    let name = escaped(&material.briefing.manifest.name);
    for (property, content) in
        [("type", "article"), ("title", &*title), ("description", &*about), ("site_name", &*name)]
    {
        let _ = writeln!(html, "<meta property=\"og:{property}\" content=\"{content}\">");
    }
    // Whoever shows a link takes a picture from an address of its own; a page that has none asks for nothing.
    if let Some(address) = material.query.address.as_deref() {
        let picture = address_beside(address).map(|picture| escaped(&picture));
        let address = escaped(address);
        let _ = writeln!(
            html,
            "<link rel=\"canonical\" href=\"{address}\">\n<meta property=\"og:url\" content=\"{address}\">"
        );
        if let Some(picture) = picture {
            let _ = writeln!(
                html,
                "<meta property=\"og:image\" content=\"{picture}\">\n<meta property=\"og:image:alt\" \
                 content=\"{about}\">\n<meta name=\"twitter:card\" content=\"summary_large_image\">"
            );
        }
    }
    let _ = writeln!(html, "<style>{style}</style>\n<script>{SCRIPT}</script>\n</head>");
    html
}

/// What the briefing is, as a preview shows it.
fn about(document: &Document) -> String {
    let about = if document.about.is_empty() { &document.title } else { &document.about };
    about.chars().take(DESCRIPTION).collect()
}

/// The picture by which a link to the page is shown, as a file, where the page knows an address for it.
///
/// # Errors
/// That it cannot be drawn.
pub fn preview(document: &Document, material: &Material<'_>) -> Result<Option<Vec<u8>>, ExportError> {
    if material.query.address.as_deref().and_then(address_beside).is_none() {
        return Ok(None);
    }
    let briefing = material.briefing;
    let title = briefing.meeting.as_ref().map_or(&document.title, |meeting| &meeting.headline.text);
    let foot = material.words.say(&message!(page::card, date = briefing.manifest.as_of));
    let picture = card(briefing, title, &about(document), &foot);
    preview::preview(&picture).map(Some)
}

/// What a policy lets in by what it is.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}
