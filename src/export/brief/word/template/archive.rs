//! The parts of a template, unpacked as far as any template has them and no further.

use std::fs::File;
use std::io::{Cursor, Read as _};
use std::path::Path;

use encoding_rs::{Encoding, UTF_8};
use zip::ZipArchive;
use zip::result::ZipError;

use super::element::Element;
use super::fault::Fault;

/// The largest template, in bytes.
const MAX_FILE: u64 = 64 << 20;
/// The most parts.
const MAX_PARTS: usize = 5_000;
/// The largest part that is read, unpacked, in bytes.
const MAX_PART: u64 = 16 << 20;
/// Up to this size the growth of a part is nobody's harm; beyond, none of a template grows so many times.
const SMALL: u64 = 4 << 20;
const MAX_RATIO: u64 = 250;

/// How a file begins that older programs of Office wrote, and in which they now lock newer ones.
const COMPOUND: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/// What is in such a file where it is a locked one, in UTF-16.
const LOCKED: &str = "EncryptedPackage";

/// A template that is open.
pub struct Archive(ZipArchive<Cursor<Vec<u8>>>);

/// What a part refers to.
#[derive(Clone, Debug)]
pub struct Relation {
    /// What it is called there.
    pub id: String,
    /// Its kind: `header`, `image`.
    pub kind: String,
    /// The part it is; none where it lies outside of the file.
    pub target: Option<String>,
}

impl Archive {
    /// Opens it.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn open(path: &Path) -> Result<Self, Fault> {
        let unreadable = |err: &std::io::Error| Fault::Unreadable(err.into());
        let about = std::fs::metadata(path).map_err(|err| unreadable(&err))?;
        if !about.is_file() {
            return Err(Fault::NotAFile);
        }
        let mut bytes = Vec::new();
        let file = File::open(path).map_err(|err| unreadable(&err))?;
        file.take(MAX_FILE + 1).read_to_end(&mut bytes).map_err(|err| unreadable(&err))?;
        Self::of(bytes)
    }

    /// Opens one of which the bytes are there.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn of(bytes: Vec<u8>) -> Result<Self, Fault> {
        if bytes.len() as u64 > MAX_FILE {
            return Err(Fault::Large);
        }
        if bytes.starts_with(&COMPOUND) {
            let locked: Vec<u8> = LOCKED.bytes().flat_map(|byte| [byte, 0]).collect();
            let is_locked = memchr::memmem::find(&bytes, &locked).is_some();
            return Err(if is_locked { Fault::Encrypted } else { Fault::Old });
        }
        if !bytes.starts_with(b"PK\x03\x04") {
            return Err(Fault::NotWord);
        }
        let whole = || Fault::Broken("zip".to_owned());
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| whole())?;
        if archive.len() > MAX_PARTS {
            return Err(Fault::Large);
        }
        let names: Vec<String> = archive
            .file_names()
            .collect::<Result<Vec<_>, _>>()
            .map_err(|_| whole())?
            .into_iter()
            .map(Into::into)
            .collect();
        for (index, name) in names.into_iter().enumerate() {
            if name.starts_with('/') || name.contains(['\\', ':']) || name.split('/').any(|step| step == "..") {
                return Err(Fault::LeadsOut(name));
            }
            let part = archive.by_index(index).map_err(|err| fault(&err, &name))?;
            if part.size() > SMALL && part.size() > part.compressed_size().saturating_mul(MAX_RATIO) {
                return Err(Fault::Large);
            }
        }
        Ok(Self(archive))
    }

    /// Whether there is a part of a name.
    pub fn has(&self, is_meant: impl Fn(&str) -> bool) -> bool {
        self.0.file_names().flatten().any(|name| is_meant(&name))
    }

    /// The bytes of a part, where there is one.
    ///
    /// # Errors
    /// It is larger than any is, or cannot be read.
    pub fn bytes(&mut self, path: &str) -> Result<Option<Vec<u8>>, Fault> {
        let part = match self.0.by_name(path) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(err) => return Err(fault(&err, path)),
        };
        let mut bytes = Vec::new();
        part.take(MAX_PART + 1).read_to_end(&mut bytes).map_err(|_| Fault::Broken(path.to_owned()))?;
        if bytes.len() as u64 > MAX_PART { Err(Fault::Large) } else { Ok(Some(bytes)) }
    }

    /// A part of XML, where there is one.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn element(&mut self, path: &str) -> Result<Option<Element>, Fault> {
        let Some(bytes) = self.bytes(path)? else { return Ok(None) };
        // Office writes UTF-8; others may write UTF-16, with the mark that XML asks for.
        let encoding = Encoding::for_bom(&bytes).map_or(UTF_8, |(encoding, _)| encoding);
        let element = Element::parse(&encoding.decode(&bytes).0);
        element.map(Some).ok_or_else(|| Fault::Broken(path.to_owned()))
    }

    /// What a part refers to.
    ///
    /// # Errors
    /// That cannot be read, or leads out of the file.
    pub fn relations(&mut self, part: &str) -> Result<Vec<Relation>, Fault> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let path = if folder.is_empty() { format!("_rels/{name}.rels") } else { format!("{folder}/_rels/{name}.rels") };
        let Some(root) = self.element(&path)? else { return Ok(Vec::new()) };
        let mut relations = Vec::new();
        for element in root.elements().filter(|element| element.local() == "Relationship") {
            let given = |name: &str| element.attribute(name).unwrap_or_default();
            let kind = given("Type").rsplit('/').next().unwrap_or_default().to_owned();
            let is_outside = given("TargetMode").eq_ignore_ascii_case("external");
            let target = if is_outside { None } else { Some(placed(folder, given("Target"))?) };
            relations.push(Relation { id: given("Id").to_owned(), kind, target });
        }
        Ok(relations)
    }
}

/// Where a target lies that is given from a folder.
fn placed(folder: &str, target: &str) -> Result<String, Fault> {
    let mut steps: Vec<&str> = Vec::new();
    let (from, rest) = target.strip_prefix('/').map_or((folder, target), |rest| ("", rest));
    for step in from.split('/').chain(rest.split('/')).filter(|step| !step.is_empty() && *step != ".") {
        if step == ".." {
            steps.pop().ok_or_else(|| Fault::LeadsOut(target.to_owned()))?;
        } else {
            steps.push(step);
        }
    }
    Ok(steps.join("/"))
}

fn fault(err: &ZipError, part: &str) -> Fault {
    match err {
        ZipError::UnsupportedArchive(_) => Fault::Encrypted,
        _ => Fault::Broken(part.to_owned()),
    }
}
