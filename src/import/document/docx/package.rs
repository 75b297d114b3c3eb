//! The parts of a document that are packed into its file. None is unpacked beyond what any text has, and none that is not
//! read at all.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;
use zip::result::ZipError;

use super::super::format::Given;
use super::super::xml::{Event, Xml};
use super::super::{ImportError, too_large};
use crate::import::limits::MAX_PARTS;
use crate::message;

/// The largest part that is read, in bytes, unpacked.
const MAX_PART: u64 = 128 << 20;

/// A file of packed parts.
pub(super) struct Package<'a, 'b> {
    given: &'a Given<'b>,
    archive: ZipArchive<Cursor<&'b [u8]>>,
}

/// That a file cannot be read.
pub(super) fn broken(given: &Given<'_>) -> ImportError {
    given.fault(message!(document::broken), message!(document::broken_remedy))
}

impl<'a, 'b> Package<'a, 'b> {
    pub fn open(given: &'a Given<'b>) -> Result<Self, ImportError> {
        let archive = ZipArchive::new(Cursor::new(given.bytes)).map_err(|_| broken(given))?;
        if archive.len() > MAX_PARTS {
            return Err(too_large(given.file, MAX_PART));
        }
        Ok(Self { given, archive })
    }

    /// The text of a part, where there is one.
    pub fn text(&mut self, path: &str) -> Result<Option<String>, ImportError> {
        let given = self.given;
        let part = match self.archive.by_name(path) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(_)) => {
                return Err(given.fault(message!(import::encrypted), message!(import::encrypted_remedy)));
            }
            Err(_) => return Err(broken(given)),
        };
        let mut bytes = Vec::new();
        part.take(MAX_PART + 1).read_to_end(&mut bytes).map_err(|_| broken(given))?;
        if bytes.len() as u64 > MAX_PART {
            let what = message!(import::too_large_unpacked, most = (MAX_PART >> 20).to_string());
            return Err(given.fault(what, message!(document::too_large_remedy)));
        }
        // Office writes UTF-8; others may write UTF-16, with the mark that XML asks for.
        let encoding = encoding_rs::Encoding::for_bom(&bytes).map_or(encoding_rs::UTF_8, |(encoding, _)| encoding);
        Ok(Some(encoding.decode(&bytes).0.into_owned()))
    }

    /// The path of the part that is the document.
    pub fn main(&mut self) -> String {
        let found = self.relation("_rels/.rels", "", "officeDocument");
        found.ok().flatten().unwrap_or_else(|| "word/document.xml".to_owned())
    }

    /// The path of a part of a kind that belongs to another.
    pub fn related(&mut self, path: &str, kind: &str) -> Result<Option<String>, ImportError> {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let above = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let found = self.relation(&format!("{above}_rels/{name}.rels"), &above, kind)?;
        Ok(found.or_else(|| Some(format!("{above}{kind}.xml"))))
    }

    fn relation(&mut self, path: &str, above: &str, kind: &str) -> Result<Option<String>, ImportError> {
        let Some(text) = self.text(path)? else { return Ok(None) };
        let mut found = None;
        Xml::of(&text).each(|event| {
            if let Event::Start(tag) = event
                && tag.name == "Relationship"
                && tag.attribute("Type").is_some_and(|own| own.rsplit('/').next() == Some(kind))
                && found.is_none()
            {
                found = tag.attribute("Target").map(|target| match target.strip_prefix('/') {
                    Some(from_root) => from_root.to_owned(),
                    None => format!("{above}{target}"),
                });
            }
        });
        Ok(found)
    }

    /// How many parts of some names have a text that says something.
    pub fn count(&mut self, named: impl Fn(&str) -> bool, says: impl Fn(&str) -> bool) -> Result<usize, ImportError> {
        let parts: Vec<String> =
            self.archive.file_names().flatten().map(std::borrow::Cow::into_owned).filter(|name| named(name)).collect();
        let mut count = 0;
        for name in parts.iter().take(100) {
            count += usize::from(self.text(name)?.is_some_and(|text| says(&text)));
        }
        Ok(count)
    }
}
