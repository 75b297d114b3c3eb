//! What stands around the text: head and foot of the pages, what is set for the whole, and what the file says of itself.

use std::fmt::Write as _;

use super::inline::run;
use super::package::{Package, RELATIONS, Relations, WORDS};
use super::page::Page;
use super::styles::{Role, Styles, language_kind};
use super::template::Template;
use crate::export::brief::document::Document;
use crate::export::brief::material::Material;
use crate::export::picture::svg::escaped;
use crate::message;

/// As much of the name of the briefing stands at the foot, in characters.
const MOST_NAME: usize = 80;
/// What stands for the number of a page, and of all pages, in what the foot says of them, until Word counts them.
const PAGE: &str = "PAGE";
const PAGES: &str = "NUMPAGES";

/// The section of all pages: heads and feet of the template, else a foot of ours, which are added to the file.
pub fn section(
    package: &mut Package,
    relations: &mut Relations,
    page: &Page,
    styles: &Styles,
    template: Option<&Template>,
    material: &Material<'_>,
) -> String {
    let mut xml = "<w:sectPr>".to_owned();
    let mut refer =
        |package: &mut Package, kind: &'static str, pages: &str, name: &str, part: &str, own: &Relations| {
            let path = format!("word/{name}");
            let content = if kind == "header" {
                "officedocument.wordprocessingml.header"
            } else {
                "officedocument.wordprocessingml.footer"
            };
            package.add(&path, content, part);
            package.relate(&path, own);
            let id = relations.part(kind, name);
            let _ = write!(xml, "<w:{kind}Reference w:type=\"{pages}\" r:id=\"{id}\"/>");
        };
    let running = template.map(|template| template.running.as_slice()).unwrap_or_default();
    for (number, running) in (1..).zip(running) {
        let mut part = running.part.clone();
        let mut own = Relations::default();
        let named: Vec<(&str, String)> = running
            .pictures
            .iter()
            .map(|(id, index)| (id.as_str(), own.part("image", &media(template, *index))))
            .collect();
        part.change(&mut |element| {
            for (name, value) in &mut element.attributes {
                if (name.starts_with("r:") || name == "o:relid")
                    && let Some((_, id)) = named.iter().find(|(id, _)| id == value)
                {
                    value.clone_from(id);
                }
            }
        });
        let name = format!("{}-{number}.xml", running.kind);
        refer(package, running.kind, &running.pages, &name, &part.written(), &own);
    }
    if running.is_empty() {
        refer(package, "footer", "default", "footer.xml", &foot(page, styles, material), &Relations::default());
    }
    xml + page.xml() + "</w:sectPr>"
}

/// Adds the pictures of the template's heads and feet.
pub fn put_media(package: &mut Package, template: Option<&Template>) {
    for (index, picture) in template.iter().flat_map(|template| template.media.iter().enumerate()) {
        package.add_media(&format!("word/{}", media(template, index)), picture.ending, picture.bytes.clone());
    }
}

fn media(template: Option<&Template>, index: usize) -> String {
    let ending = template.and_then(|template| template.media.get(index)).map_or("", |media| media.ending);
    format!("media/house-{}.{ending}", index + 1)
}

/// The briefing, its digest, when it was made, and the number of the page.
fn foot(page: &Page, styles: &Styles, material: &Material<'_>) -> String {
    let (briefing, words) = (material.briefing, material.words);
    let name = &briefing.manifest.name;
    let mut short: String = name.chars().take(MOST_NAME).collect();
    if short.len() < name.len() {
        short.push('…');
    }
    let number = words.say(&message!(brief::foot_page, page = PAGE, pages = PAGES));
    let digest = format!("{} {}", words.say(&message!(brief::foot_digest)), briefing.digest.short());
    let made = words.say(&message!(brief::foot_made, time = material.made.to_string()));
    let style = escaped(styles.id(Role::Footer));
    let line = |left: &str, right: &str, rule: &str| {
        let tab = page.width();
        format!(
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{rule}<w:tabs><w:tab w:val=\"clear\" w:pos=\"4536\"/><w:tab w:val=\"clear\" \
             w:pos=\"9072\"/><w:tab w:val=\"right\" w:pos=\"{tab}\"/></w:tabs></w:pPr>{}<w:r><w:tab/></w:r>{right}</w:p>",
            run(left, None, false, None)
        )
    };
    let rule = "<w:pBdr><w:top w:val=\"single\" w:sz=\"4\" w:space=\"4\" w:color=\"auto\"/></w:pBdr>";
    format!(
        "<w:ftr xmlns:w=\"{WORDS}\" xmlns:r=\"{RELATIONS}\">{}{}</w:ftr>",
        line(&short, &counted(&number), rule),
        line(&digest, &run(&made, None, false, None), "")
    )
}

/// What is said of pages, with fields where their numbers are.
fn counted(said: &str) -> String {
    let field = |asked: &str| {
        format!(
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> {asked} </w:instrText></w:r>\
             <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        )
    };
    let mut xml = String::new();
    let mut rest = said;
    while !rest.is_empty() {
        let next = [PAGES, PAGE].into_iter().filter_map(|field| Some((rest.find(field)?, field)));
        // Of two that begin at one place, the longer one.
        let Some((at, asked)) = next.min_by_key(|(at, field)| (*at, usize::MAX - field.len())) else { break };
        if at > 0 {
            xml.push_str(&run(&rest[..at], None, false, None));
        }
        xml.push_str(&field(asked));
        rest = &rest[at + asked.len()..];
    }
    if !rest.is_empty() {
        xml.push_str(&run(rest, None, false, None));
    }
    xml
}

/// What is set for the whole document.
pub fn settings(template: Option<&Template>, language: &str) -> String {
    let of_template = |name: &str| {
        let found = template.and_then(|template| template.settings.iter().find(|element| element.name == name));
        found.map(super::template::element::Element::written).unwrap_or_default()
    };
    let (mirrored, even) = (of_template("w:mirrorMargins"), of_template("w:evenAndOddHeaders"));
    let kind = language_kind(language);
    let language = escaped(language);
    let further = if kind == "w:val" { String::new() } else { format!(" {kind}=\"{language}\"") };
    format!(
        "<w:settings xmlns:w=\"{WORDS}\"><w:zoom w:percent=\"100\"/>{mirrored}<w:defaultTabStop w:val=\"709\"/>{even}<w:footnotePr>\
         <w:footnote w:id=\"0\"/><w:footnote w:id=\"1\"/></w:footnotePr><w:compat><w:compatSetting \
         w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>\
         <w:themeFontLang w:val=\"{language}\"{further}/></w:settings>"
    )
}

/// What the file says of itself: what it is called, in which language it is, who made it, when, and of which briefing.
pub fn properties(package: &mut Package, relations: &mut Relations, document: &Document, material: &Material<'_>) {
    let made = material.made.to_string();
    let program = material.words.say(&message!(brief::program, version = env!("CARGO_PKG_VERSION")));
    let digest = material.briefing.digest.as_str();
    let core = format!(
        "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dc:subject>{}</dc:subject>\
         <dc:creator>Briefing Desk</dc:creator><cp:keywords>sha256:{digest}</cp:keywords><dc:description>{}</dc:description>\
         <cp:lastModifiedBy>Briefing Desk</cp:lastModifiedBy><dcterms:created xsi:type=\"dcterms:W3CDTF\">{made}</dcterms:created>\
         <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{made}</dcterms:modified><dc:language>{}</dc:language></cp:coreProperties>",
        escaped(&document.title),
        escaped(&material.briefing.manifest.name),
        escaped(&document.about),
        escaped(&document.language),
    );
    let app = format!(
        "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>{}\
         </Application></Properties>",
        escaped(&program)
    );
    let custom = format!(
        "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" \
         xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\"><property \
         fmtid=\"{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}\" pid=\"2\" name=\"Briefing SHA-256\"><vt:lpwstr>{digest}</vt:lpwstr>\
         </property></Properties>"
    );
    let core_kind = "package.core-properties";
    package.add("docProps/core.xml", core_kind, &core);
    package.add("docProps/app.xml", "officedocument.extended-properties", &app);
    package.add("docProps/custom.xml", "officedocument.custom-properties", &custom);
    relations.part("core", "docProps/core.xml");
    relations.part("extended-properties", "docProps/app.xml");
    relations.part("custom-properties", "docProps/custom.xml");
}
