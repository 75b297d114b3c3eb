//! The brief as one page for a browser: all of it in one file, that asks for nothing, and that is whole without a script.
//! Where a browser runs it, a script lets a reader narrow down, sort and switch what is listed and drawn, and opens the
//! evidence beside what it is evidence of; what it shows is in the page, as rows, drawings and tables of the export.
//!
//! The page is the document that Markdown and PDF are written of, with an anchor for each claim, state, source, finding and
//! sentence, and drawings in colours of the reader's system. Whatever text of a briefing is in it is text: it is escaped
//! where it is written, and a policy in the page itself lets run nothing and load nothing but what the page carries.

mod blocks;
mod carried;
mod colours;
mod data;
mod head;
mod ids;
mod inline;
mod miniature;
mod structured;

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use miniz_oxide::deflate::compress_to_vec;

use self::blocks::{Page, Written};
pub use self::carried::carrying;
pub use self::head::preview;
pub use self::miniature::miniature;
use super::compose::Further;
use super::document::{Block, Document, Rank};
use super::material::Material;
use crate::briefing::Message;
use crate::export::picture::inline::symbol;
use crate::export::picture::svg::escaped;
use crate::{label, message};

/// Writes a document with what is drawn of its material, and what can be shown instead.
pub fn write(document: &Document, material: &Material<'_>, further: &Further<'_>) -> String {
    let words = material.words;
    let say = |message: &Message| escaped(&words.say(message));
    let mut page = Page::new(document, material, further);
    for block in material.wanted(&document.blocks) {
        page.block(block);
    }
    let Written { html: body, marks, named, others } = page.finish();
    let symbols: String = marks.into_iter().map(symbol).collect();
    let mut html = head::write(document, material);
    let _ = writeln!(
        html,
        "<body>\n<a class=\"skip\" href=\"#content\">{}</a>\n<svg class=\"symbols\" aria-hidden=\"true\" width=\"0\" \
         height=\"0\">{symbols}</svg>\n<header class=\"top\"><p>{}</p>\n<nav aria-label=\"{}\"><ul>{}</ul></nav></header>",
        say(&message!(page::skip)),
        escaped(&material.briefing.manifest.name),
        escaped(&words.say(&message!(page::parts))),
        parts(document, &say),
    );
    let _ = writeln!(html, "<main id=\"content\" tabindex=\"-1\">\n{body}</main>");
    let made = message!(page::made, made = material.made.to_string(), version = env!("CARGO_PKG_VERSION"));
    let _ = writeln!(
        html,
        "<footer><p>{}</p><p><code>sha256 {}</code></p></footer>\n{}<script type=\"application/json\" \
         id=\"data\">{}</script>\n<script type=\"application/octet-stream\" \
         id=\"others\">{}</script>\n</body>\n</html>",
        say(&made),
        escaped(material.briefing.digest.as_str()),
        structured::write(material),
        data::write(material, further, &named),
        packed(&others)
    );
    html
}

/// The parts of the page, called as the tabs of the window are; of several lists or series each as it is headed.
fn parts(document: &Document, say: &dyn Fn(&Message) -> String) -> String {
    let tabs = [
        ("members", label!(shell::tab_members)),
        ("trade", label!(shell::tab_trade)),
        ("sources", label!(shell::tab_sources)),
    ];
    let headings = || {
        document.blocks.iter().filter_map(|block| match block {
            Block::Heading(heading) if heading.rank == Rank::Part => heading.key.as_deref().map(|key| (key, heading)),
            _ => None,
        })
    };
    let mut parts = format!("<li><a href=\"#summary\">{}</a></li>", say(&label!(shell::tab_summary)));
    for (key, heading) in headings() {
        let tab = tabs.iter().find(|(tab, _)| key.starts_with(tab));
        let alone = |tab: &str| headings().filter(|(key, _)| key.starts_with(tab)).count() == 1;
        let called = tab.filter(|(tab, _)| alone(tab)).map_or_else(|| escaped(&heading.text), |(_, label)| say(label));
        let _ = write!(parts, "<li><a href=\"#{}\">{called}</a></li>", escaped(key));
    }
    parts
}

/// What only a script brings, deflated, as browsers inflate it: much of it is like what stands in the page.
fn packed(html: &str) -> String {
    /// As small as it gets.
    const LEVEL: u8 = 9;
    if html.is_empty() { String::new() } else { STANDARD.encode(compress_to_vec(html.as_bytes(), LEVEL)) }
}
