//! The brief as a document of Word (Office Open XML, ISO/IEC 29500 transitional): paragraphs in styles, which a template of
//! the reader's house can bring, notes for what is cited, tables, and drawings.
//!
//! The parts are written here, and those of a template read with the crates that are there already: a crate that makes such
//! files (docx-rs) has styles of its own and takes none of another file.

mod address;
mod blocks;
mod frame;
mod grid;
mod inline;
mod media;
mod notes;
mod package;
mod page;
mod sheet;
mod styles;
mod targets;
mod template;

use self::blocks::Blocks;
use self::inline::{Cites, Inline};
use self::package::{Package, RELATIONS, Relations, WORDS};
use self::page::Page;
use self::sheet::{Form, Sheet};
use self::styles::{Role, Styles};
use self::targets::Targets;
use self::template::Template;
use super::compose;
use super::cut::{MAX_TEXT, cut};
use super::document::{Document, Text};
use super::extent::Extent;
use super::material::Material;
use crate::briefing::visible::in_one_line;
use crate::export::error::ExportError;
use crate::export::job::Job;

/// What drawings are named with.
const DRAWINGS: &str = "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
                        xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
                        xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"";

/// Each cell of a table counts as so many bytes of text more: what Word has to open is what stands around them.
const AROUND: usize = 24;

/// Writes the brief. The same briefing, settings and template give the same bytes.
///
/// # Errors
/// What is wrong with the template, what cannot be drawn, or that the reader cancelled.
pub fn write(material: &Material<'_>, job: &Job) -> Result<Vec<u8>, ExportError> {
    let template = material.query.template.as_deref().map(|path| {
        let refused = |fault: template::Fault| ExportError::Template {
            file: in_one_line(&path.to_string_lossy()).into_owned(),
            what: fault.what().into(),
            remedy: fault.remedy().into(),
        };
        Template::open(path).map_err(refused)
    });
    let template = template.transpose()?;
    if let Some(left) = template.as_ref().and_then(Template::left) {
        job.tell(left);
    }
    let document = composed(material);
    job.step(0.15)?;
    file(material, document, template.as_ref(), job)
}

fn composed(material: &Material<'_>) -> Document {
    match material.query.extent {
        Extent::Full => compose::full(material),
        Extent::Short => compose::short(material, compose::Room::default()),
    }
}

/// What such a document says.
pub fn document(material: &Material<'_>) -> Document {
    cut(composed(material), MAX_TEXT, AROUND, material.words)
}

fn file(
    material: &Material<'_>,
    document: Document,
    template: Option<&Template>,
    job: &Job,
) -> Result<Vec<u8>, ExportError> {
    // A note describes its sources also where the list of them was cut off.
    let sources = targets::sources(&document);
    let document = cut(document, MAX_TEXT, AROUND, material.words);
    let language = document.language.as_str();
    let (styles, targets) = (Styles::new(template, language), Targets::of(&document));
    let page = Page::new(template, material.query.paper);
    let mut blocks = Blocks::new(Sheet::new(Inline::new(&styles, &targets), &page, &document, job));
    for block in &document.blocks {
        blocks.block(block)?;
    }
    let mut sheet = blocks.sheet;
    // A document does not end with a table.
    sheet.paragraph(Role::Caption, Form::default(), &Text::default(), Cites::Numbers);
    job.step(0.8)?;
    let Sheet { inline, xml: text, lists, .. } = sheet;
    let Inline { mut relations, media, cited, .. } = inline;
    let mut package = Package::default();
    let mut root = Relations::default();
    root.part("officeDocument", "word/document.xml");
    frame::properties(&mut package, &mut root, &document, material);
    package.relate("", &root);
    let kind = |name: &'static str| (format!("{name}.xml"), name);
    let mut part = |package: &mut Package, name: &'static str, content: &'static str, xml: &str| {
        let (file, relation) = kind(name);
        package.add(&format!("word/{file}"), content, xml);
        relations.part(relation, &file);
    };
    part(&mut package, "styles", "officedocument.wordprocessingml.styles", styles.xml());
    part(&mut package, "settings", "officedocument.wordprocessingml.settings", &frame::settings(template, language));
    let numbering = page.numbering(template, lists);
    part(&mut package, "numbering", "officedocument.wordprocessingml.numbering", &numbering);
    if let Some(theme) = template.and_then(|template| template.theme.as_ref()) {
        part(&mut package, "theme", "officedocument.theme", &theme.written());
    }
    let (notes, own) = notes::write(&cited, &sources, &styles, &targets);
    part(&mut package, "footnotes", "officedocument.wordprocessingml.footnotes", &notes);
    package.relate("word/footnotes.xml", &own);
    let section = frame::section(&mut package, &mut relations, &page, &styles, template, material);
    let text = format!(
        "<w:document xmlns:w=\"{WORDS}\" xmlns:r=\"{RELATIONS}\" {DRAWINGS}><w:body>{text}{section}</w:body></w:document>"
    );
    package.add("word/document.xml", "officedocument.wordprocessingml.document.main", &text);
    package.relate("word/document.xml", &relations);
    frame::put_media(&mut package, template);
    media.put(&mut package);
    job.step(0.9)?;
    let bytes = package.finish();
    job.step(1.0)?;
    Ok(bytes)
}
