//! The styles that a document is written in: by what each is for, with the name that Word knows it by in every language.
//!
//! A template's own come first. What it lacks is added here, on the ground of its own paragraph, so that its face is kept.

use std::fmt::Write as _;

use super::package::WORDS;
use super::template::Template;
use super::template::element::Element;
use crate::drawing::palette::PRINT;
use crate::export::picture::svg::escaped;

/// What a style is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// What all paragraphs are made of.
    Normal,
    /// The headline of the whole.
    Title,
    /// A part.
    Heading1,
    /// A section of a part.
    Heading2,
    /// A section of a section.
    Heading3,
    /// Running text.
    Body,
    /// The line under a headline.
    Lead,
    /// A dateline, a note, what stands beside a heading.
    Caption,
    /// A paragraph that holds a drawing.
    Drawing,
    /// An item of a list that counts.
    Counted,
    /// An item of a list that does not.
    Bullet,
    /// An item of a list that begins with its name.
    Named,
    /// A source, under its number.
    Source,
    /// A cell of a table.
    Cell,
    /// A cell of the head of a table.
    Head,
    /// A large figure.
    Figure,
    /// The foot of every page.
    Footer,
    /// A note at the foot of a page.
    NoteText,
    /// The mark of one.
    NoteMark,
    /// Words that lead out of the document.
    Hyperlink,
    /// The number of a source, which leads to it.
    Citation,
    /// Strong words.
    Strong,
    /// Words that stand back.
    Quiet,
    /// For machines.
    Code,
    /// A table.
    Table,
    /// Large figures side by side.
    Figures,
}

/// A style of our own.
#[derive(Clone, Copy)]
struct Style {
    role: Role,
    /// `paragraph`, `character` or `table`.
    kind: &'static str,
    id: &'static str,
    /// As Word knows it; its own names are the same in every language.
    name: &'static str,
    /// Whether it is none of Word's own.
    own: bool,
    next: Option<Role>,
    /// How it looks, as Word writes it; colours of the palette stand in braces.
    look: &'static str,
}

const fn style(role: Role, kind: &'static str, id: &'static str, name: &'static str, look: &'static str) -> Style {
    Style { role, kind, id, name, own: false, next: None, look }
}

const fn own(style: Style) -> Style {
    Style { own: true, ..style }
}

const fn before(style: Style, next: Role) -> Style {
    Style { next: Some(next), ..style }
}

/// All of them, each at the place of its role.
static ALL: [Style; 26] = [
    style(Role::Normal, "paragraph", "Normal", "Normal", ""),
    before(
        style(
            Role::Title,
            "paragraph",
            "Title",
            "Title",
            "<w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before=\"60\" w:after=\"80\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr>\
             <w:rPr><w:b/><w:bCs/><w:sz w:val=\"44\"/><w:szCs w:val=\"44\"/></w:rPr>",
        ),
        Role::Lead,
    ),
    before(
        style(
            Role::Heading1,
            "paragraph",
            "Heading1",
            "heading 1",
            "<w:pPr><w:keepNext/><w:keepLines/><w:pBdr><w:top w:val=\"single\" w:sz=\"12\" w:space=\"4\" w:color=\"{rule}\"/></w:pBdr>\
             <w:spacing w:before=\"400\" w:after=\"60\" w:line=\"240\" w:lineRule=\"auto\"/><w:outlineLvl w:val=\"0\"/></w:pPr>\
             <w:rPr><w:b/><w:bCs/><w:sz w:val=\"31\"/><w:szCs w:val=\"31\"/></w:rPr>",
        ),
        Role::Body,
    ),
    before(
        style(
            Role::Heading2,
            "paragraph",
            "Heading2",
            "heading 2",
            "<w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before=\"280\" w:after=\"60\" w:line=\"240\" w:lineRule=\"auto\"/>\
             <w:outlineLvl w:val=\"1\"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/></w:rPr>",
        ),
        Role::Body,
    ),
    before(
        style(
            Role::Heading3,
            "paragraph",
            "Heading3",
            "heading 3",
            "<w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before=\"200\" w:after=\"40\" w:line=\"240\" w:lineRule=\"auto\"/>\
             <w:outlineLvl w:val=\"2\"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val=\"21\"/><w:szCs w:val=\"21\"/></w:rPr>",
        ),
        Role::Body,
    ),
    style(
        Role::Body,
        "paragraph",
        "BodyText",
        "Body Text",
        "<w:pPr><w:spacing w:before=\"60\" w:after=\"100\"/></w:pPr>",
    ),
    before(
        own(style(
            Role::Lead,
            "paragraph",
            "BriefingLead",
            "Briefing Lead",
            "<w:pPr><w:spacing w:before=\"0\" w:after=\"120\"/></w:pPr><w:rPr><w:sz w:val=\"25\"/><w:szCs w:val=\"25\"/></w:rPr>",
        )),
        Role::Body,
    ),
    style(
        Role::Caption,
        "paragraph",
        "Caption",
        "caption",
        "<w:pPr><w:spacing w:before=\"60\" w:after=\"80\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr>\
         <w:rPr><w:color w:val=\"{muted}\"/><w:sz w:val=\"17\"/><w:szCs w:val=\"17\"/></w:rPr>",
    ),
    own(style(
        Role::Drawing,
        "paragraph",
        "BriefingPicture",
        "Briefing Picture",
        "<w:pPr><w:spacing w:before=\"120\" w:after=\"120\" w:line=\"240\" w:lineRule=\"auto\"/>\
         <w:ind w:left=\"0\" w:right=\"0\" w:firstLine=\"0\"/></w:pPr>",
    )),
    style(Role::Counted, "paragraph", "ListNumber", "List Number", LIST),
    style(Role::Bullet, "paragraph", "ListBullet", "List Bullet", LIST),
    style(Role::Named, "paragraph", "List", "List", LIST),
    own(style(
        Role::Source,
        "paragraph",
        "Source",
        "Source",
        "<w:pPr><w:spacing w:before=\"20\" w:after=\"40\" w:line=\"240\" w:lineRule=\"auto\"/>\
         <w:ind w:left=\"500\" w:right=\"0\" w:hanging=\"500\"/></w:pPr><w:rPr><w:sz w:val=\"17\"/><w:szCs w:val=\"17\"/></w:rPr>",
    )),
    own(style(Role::Cell, "paragraph", "TableText", "Table Text", CELL)),
    own(style(
        Role::Head,
        "paragraph",
        "TableHead",
        "Table Head",
        "<w:pPr><w:keepNext/><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>\
         <w:ind w:left=\"0\" w:right=\"0\" w:firstLine=\"0\"/><w:jc w:val=\"left\"/></w:pPr>\
         <w:rPr><w:b/><w:bCs/><w:sz w:val=\"16\"/><w:szCs w:val=\"16\"/></w:rPr>",
    )),
    own(style(
        Role::Figure,
        "paragraph",
        "BriefingFigure",
        "Briefing Figure",
        "<w:pPr><w:keepNext/><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>\
         <w:ind w:left=\"0\" w:right=\"0\" w:firstLine=\"0\"/><w:jc w:val=\"left\"/></w:pPr>\
         <w:rPr><w:b/><w:bCs/><w:sz w:val=\"34\"/><w:szCs w:val=\"34\"/></w:rPr>",
    )),
    style(
        Role::Footer,
        "paragraph",
        "Footer",
        "footer",
        "<w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr>\
         <w:rPr><w:color w:val=\"{muted}\"/><w:sz w:val=\"15\"/><w:szCs w:val=\"15\"/></w:rPr>",
    ),
    style(
        Role::NoteText,
        "paragraph",
        "FootnoteText",
        "footnote text",
        "<w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr>\
         <w:rPr><w:sz w:val=\"15\"/><w:szCs w:val=\"15\"/></w:rPr>",
    ),
    style(
        Role::NoteMark,
        "character",
        "FootnoteReference",
        "footnote reference",
        "<w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr>",
    ),
    style(
        Role::Hyperlink,
        "character",
        "Hyperlink",
        "Hyperlink",
        "<w:rPr><w:color w:val=\"{accent}\"/><w:u w:val=\"single\"/></w:rPr>",
    ),
    own(style(
        Role::Citation,
        "character",
        "BriefingCitation",
        "Briefing Citation",
        "<w:rPr><w:color w:val=\"{accent}\"/></w:rPr>",
    )),
    style(Role::Strong, "character", "Strong", "Strong", "<w:rPr><w:b/><w:bCs/></w:rPr>"),
    own(style(
        Role::Quiet,
        "character",
        "BriefingQuiet",
        "Briefing Quiet",
        "<w:rPr><w:color w:val=\"{muted}\"/></w:rPr>",
    )),
    own(style(
        Role::Code,
        "character",
        "BriefingCode",
        "Briefing Code",
        "<w:rPr><w:rFonts w:ascii=\"Consolas\" w:hAnsi=\"Consolas\" w:cs=\"Courier New\"/><w:color w:val=\"{muted}\"/><w:sz w:val=\"16\"/><w:szCs w:val=\"16\"/></w:rPr>",
    )),
    own(style(
        Role::Table,
        "table",
        "BriefingTable",
        "Briefing Table",
        "<w:tblPr><w:tblBorders><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"{hairline}\"/>\
         <w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"{hairline}\"/></w:tblBorders>\
         <w:tblCellMar><w:top w:w=\"40\" w:type=\"dxa\"/><w:left w:w=\"0\" w:type=\"dxa\"/>\
         <w:bottom w:w=\"40\" w:type=\"dxa\"/><w:right w:w=\"120\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>\
         <w:tblStylePr w:type=\"firstRow\"><w:tblPr/><w:tcPr><w:tcBorders>\
         <w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"{rule}\"/></w:tcBorders><w:vAlign w:val=\"bottom\"/></w:tcPr>\
         </w:tblStylePr>",
    )),
    own(style(
        Role::Figures,
        "table",
        "BriefingFigures",
        "Briefing Figures",
        "<w:tblPr><w:tblBorders><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"{hairline}\"/>\
         <w:insideV w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"{hairline}\"/></w:tblBorders>\
         <w:tblCellMar><w:top w:w=\"60\" w:type=\"dxa\"/><w:left w:w=\"120\" w:type=\"dxa\"/>\
         <w:bottom w:w=\"80\" w:type=\"dxa\"/><w:right w:w=\"120\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>",
    )),
];

const LIST: &str = "<w:pPr><w:spacing w:before=\"20\" w:after=\"40\"/></w:pPr>";
const CELL: &str = "<w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>\
                    <w:ind w:left=\"0\" w:right=\"0\" w:firstLine=\"0\"/><w:jc w:val=\"left\"/></w:pPr>\
                    <w:rPr><w:sz w:val=\"17\"/><w:szCs w:val=\"17\"/></w:rPr>";

/// What stands under all styles where no template does.
const GROUND: &str = "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" \
                      w:eastAsia=\"Microsoft YaHei\" w:cs=\"Arial\"/><w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/></w:rPr>\
                      </w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:line=\"259\" w:lineRule=\"auto\"/></w:pPr>\
                      </w:pPrDefault></w:docDefaults>";
const ROOTS: &str = "<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\">\
                     <w:name w:val=\"Default Paragraph Font\"/><w:uiPriority w:val=\"1\"/><w:semiHidden/></w:style>\
                     <w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/>\
                     <w:uiPriority w:val=\"99\"/><w:semiHidden/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar>\
                     <w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"108\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/>\
                     <w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>";

/// The styles of a file.
#[derive(Debug)]
pub struct Styles {
    ids: Vec<String>,
    xml: String,
}

impl Styles {
    /// Those of a template, or ours, in a language.
    pub fn new(template: Option<&Template>, language: &str) -> Self {
        let mut root = template.map_or_else(ours, |template| template.styles.clone());
        set_language(&mut root, language);
        let ids: Vec<String> =
            ALL.iter().map(|style| find(&root, style).unwrap_or_else(|| free(&root, style))).collect();
        let mut added = String::new();
        for style in &ALL {
            if find(&root, style).is_none() {
                added.push_str(&written(style, &ids, &root));
            }
        }
        Self { ids, xml: root.written_with(&added) }
    }

    /// What the style of a role is called in the file.
    pub fn id(&self, role: Role) -> &str {
        self.ids.get(role as usize).map_or("", String::as_str)
    }

    /// All of them, as a part.
    pub fn xml(&self) -> &str {
        &self.xml
    }
}

/// No more than what stands under all of ours.
fn ours() -> Element {
    Element::parse(&format!("<w:styles xmlns:w=\"{WORDS}\">{GROUND}{ROOTS}</w:styles>")).unwrap_or_default()
}

/// What a template calls a style, by the name that Word knows it by. Whatever that is called which all paragraphs are made
/// of, it says so.
fn find(root: &Element, style: &Style) -> Option<String> {
    if style.role == Role::Normal
        && let Some(ground) = default_of(root, style.kind)
    {
        return Some(ground);
    }
    let is_meant = |element: &&Element| {
        let name = element.child("w:name").and_then(|name| name.attribute("w:val"));
        element.name == "w:style"
            && element.attribute("w:type").unwrap_or("paragraph") == style.kind
            && name.is_some_and(|name| name.eq_ignore_ascii_case(style.name))
    };
    root.elements().find(is_meant)?.attribute("w:styleId").map(str::to_owned)
}

/// An identifier that no style of a template has.
fn free(root: &Element, style: &Style) -> String {
    let is_taken = |id: &str| {
        root.elements().any(|one| one.attribute("w:styleId").is_some_and(|own| own.eq_ignore_ascii_case(id)))
    };
    let mut id = style.id.to_owned();
    while is_taken(&id) {
        id.push_str("Briefing");
    }
    id
}

/// A style of ours, as a part has it.
fn written(style: &Style, ids: &[String], root: &Element) -> String {
    let id = |role: Role| ids.get(role as usize).map_or("", String::as_str);
    let (default, ground) = match (style.role, style.kind) {
        (Role::Normal, _) => (" w:default=\"1\"", None),
        (_, "paragraph") => ("", Some(id(Role::Normal).to_owned())),
        (_, kind) => ("", default_of(root, kind)),
    };
    let custom = if style.own { " w:customStyle=\"1\"" } else { "" };
    let mut xml =
        format!("<w:style w:type=\"{}\"{default}{custom} w:styleId=\"{}\">", style.kind, escaped(id(style.role)));
    let _ = write!(xml, "<w:name w:val=\"{}\"/>", style.name);
    if let Some(ground) = ground {
        let _ = write!(xml, "<w:basedOn w:val=\"{}\"/>", escaped(&ground));
    }
    if let Some(next) = style.next {
        let _ = write!(xml, "<w:next w:val=\"{}\"/>", escaped(id(next)));
    }
    xml.push_str("<w:qFormat/>");
    let mut look = style.look.to_owned();
    for (name, colour) in
        [("{rule}", PRINT.rule), ("{muted}", PRINT.muted), ("{accent}", PRINT.accent), ("{hairline}", PRINT.hairline)]
    {
        look = look.replace(name, colour.to_string().trim_start_matches('#'));
    }
    xml + &look + "</w:style>"
}

/// The style that all of a kind are made of.
fn default_of(root: &Element, kind: &str) -> Option<String> {
    let is_one = |element: &&Element| {
        element.attribute("w:type") == Some(kind) && matches!(element.attribute("w:default"), Some("1" | "true" | "on"))
    };
    root.elements().find(is_one)?.attribute("w:styleId").map(str::to_owned)
}

/// Sets the language of all text: no style says another.
fn set_language(root: &mut Element, language: &str) {
    root.without(&|element: &Element| element.name == "w:lang");
    let mut said = Element::new("w:lang").with("w:val", language);
    let own = language_kind(language);
    if own != "w:val" {
        said = said.with(own, language);
    }
    root.within("w:docDefaults", |defaults| {
        defaults.within("w:rPrDefault", |run| run.within("w:rPr", |look| look.push(said)));
    });
}

/// Which of the languages of a run a language is: Word keeps those of the far east and those from right to left apart.
pub fn language_kind(language: &str) -> &'static str {
    match language.split('-').next().unwrap_or_default().to_ascii_lowercase().as_str() {
        "zh" | "ja" | "ko" | "yue" => "w:eastAsia",
        "ar" | "fa" | "he" | "ur" | "ps" | "ckb" | "dv" | "sd" | "ug" | "yi" | "syr" => "w:bidi",
        _ => "w:val",
    }
}

#[cfg(test)]
mod tests {
    use super::{ALL, Role, Styles};

    #[test]
    fn every_role_has_its_style() {
        for (place, style) in ALL.iter().enumerate() {
            assert_eq!(style.role as usize, place, "{}", style.id);
        }
        let styles = Styles::new(None, "en");
        assert_eq!(styles.id(Role::Heading1), "Heading1");
        assert!(!styles.xml().contains('{'), "every colour is put in");
        assert_eq!(styles.xml().matches("<w:style ").count(), ALL.len() + 2);
        assert!(styles.xml().contains("<w:lang w:val=\"en\""), "{}", styles.xml());
    }
}
