//! The file as Word has it: parts of XML and pictures in one archive, each with its kind, and what each refers to.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;

use crate::briefing::packed::Archive;
use crate::export::picture::svg::escaped;

/// What the parts of a document are named with, and what they refer to others with.
pub const WORDS: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
pub const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// The kind of what a file says of itself.
const CORE: &str = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";

/// The parts of a file, in the order in which they are added.
#[derive(Debug, Default)]
pub struct Package {
    parts: Vec<(String, Vec<u8>)>,
    /// The kind of each part of XML by its name.
    kinds: Vec<(String, &'static str)>,
    /// The kinds of pictures by their endings.
    endings: BTreeMap<&'static str, &'static str>,
}

impl Package {
    /// Adds a part of XML of a kind of `application/vnd.openxmlformats-…`, given without that and its end.
    pub fn add(&mut self, name: &str, kind: &'static str, xml: &str) {
        self.parts.push((name.to_owned(), format!("{HEAD}{xml}").into_bytes()));
        self.kinds.push((format!("/{name}"), kind));
    }

    /// Adds a picture.
    pub fn add_media(&mut self, name: &str, ending: &'static str, bytes: Vec<u8>) {
        self.parts.push((name.to_owned(), bytes));
        let kind = match ending {
            "svg" => "image/svg+xml",
            "emf" => "image/x-emf",
            "wmf" => "image/x-wmf",
            "jpg" => "image/jpeg",
            "gif" => "image/gif",
            "bmp" => "image/bmp",
            "tif" => "image/tiff",
            _ => "image/png",
        };
        self.endings.insert(ending, kind);
    }

    /// Adds what a part refers to, where it refers to anything.
    pub fn relate(&mut self, part: &str, relations: &Relations) {
        if relations.list.is_empty() {
            return;
        }
        let (folder, name) = part.rsplit_once('/').map_or(("", part), |(folder, name)| (folder, name));
        let path = if folder.is_empty() { format!("_rels/{name}.rels") } else { format!("{folder}/_rels/{name}.rels") };
        self.parts.push((path, format!("{HEAD}{}", relations.xml()).into_bytes()));
    }

    /// The file.
    pub fn finish(self) -> Vec<u8> {
        let mut types = format!("{HEAD}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">");
        types.push_str(
            "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>",
        );
        types.push_str("<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
        for (ending, kind) in &self.endings {
            let _ = write!(types, "<Default Extension=\"{ending}\" ContentType=\"{kind}\"/>");
        }
        for (name, kind) in &self.kinds {
            let _ = write!(
                types,
                "<Override PartName=\"{name}\" ContentType=\"application/vnd.openxmlformats-{kind}+xml\"/>"
            );
        }
        types.push_str("</Types>");
        let mut archive = Archive::default();
        archive.add("[Content_Types].xml", types.as_bytes());
        for (name, bytes) in &self.parts {
            archive.add(name, bytes);
        }
        archive.end()
    }
}

/// What a part refers to: other parts, and addresses of the web.
#[derive(Debug, Default)]
pub struct Relations {
    list: Vec<(&'static str, String)>,
    addresses: HashMap<String, String>,
}

impl Relations {
    /// Refers to another part, by its path from the folder of this one, as one of a kind. Returns what it is called here.
    pub fn part(&mut self, kind: &'static str, target: &str) -> String {
        self.list.push((kind, target.to_owned()));
        self.last()
    }

    /// Refers to an address, once however often it is referred to.
    pub fn address(&mut self, address: String) -> String {
        if let Some(id) = self.addresses.get(&address) {
            return id.clone();
        }
        self.list.push(("hyperlink", address.clone()));
        let id = self.last();
        self.addresses.insert(address, id.clone());
        id
    }

    fn last(&self) -> String {
        format!("rId{}", self.list.len())
    }

    fn xml(&self) -> String {
        let mut xml =
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">".to_owned();
        for (number, (kind, target)) in (1..).zip(&self.list) {
            let outside = if *kind == "hyperlink" { " TargetMode=\"External\"" } else { "" };
            let full = if *kind == "core" { CORE.to_owned() } else { format!("{RELATIONS}/{kind}") };
            let target = escaped(target);
            let _ = write!(xml, "<Relationship Id=\"rId{number}\" Type=\"{full}\" Target=\"{target}\"{outside}/>");
        }
        xml + "</Relationships>"
    }
}
