//! A path as it is remembered, whatever bytes it is made of.

use std::ffi::OsString;
use std::ops::Deref;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A path that is stored as text, or, where it is none, as the numbers that the system knows it by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredPath(PathBuf);

impl From<PathBuf> for StoredPath {
    fn from(path: PathBuf) -> Self {
        Self(path)
    }
}

impl Deref for StoredPath {
    type Target = Path;

    fn deref(&self) -> &Path {
        &self.0
    }
}

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Stored {
    Text(String),
    Units(Vec<u16>),
}

impl Serialize for StoredPath {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = self.0.to_str().map(|text| Stored::Text(text.to_owned()));
        text.unwrap_or_else(|| Stored::Units(units(&self.0))).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for StoredPath {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Stored::deserialize(deserializer)? {
            Stored::Text(text) => Ok(Self(text.into())),
            Stored::Units(units) => {
                let path = of_units(&units).filter(|path| !path.is_empty());
                path.map(|path| Self(path.into())).ok_or_else(|| serde::de::Error::custom("no path of this system"))
            }
        }
    }
}

#[cfg(unix)]
fn units(path: &Path) -> Vec<u16> {
    use std::os::unix::ffi::OsStrExt as _;
    path.as_os_str().as_bytes().iter().map(|byte| u16::from(*byte)).collect()
}

#[cfg(unix)]
fn of_units(units: &[u16]) -> Option<OsString> {
    use std::os::unix::ffi::OsStringExt as _;
    let bytes: Result<Vec<u8>, _> = units.iter().map(|unit| u8::try_from(*unit)).collect();
    bytes.ok().map(OsString::from_vec)
}

#[cfg(windows)]
fn units(path: &Path) -> Vec<u16> {
    use std::os::windows::ffi::OsStrExt as _;
    path.as_os_str().encode_wide().collect()
}

#[cfg(windows)]
fn of_units(units: &[u16]) -> Option<OsString> {
    use std::os::windows::ffi::OsStringExt as _;
    Some(OsString::from_wide(units))
}

#[cfg(not(any(unix, windows)))]
fn units(path: &Path) -> Vec<u16> {
    path.to_string_lossy().encode_utf16().collect()
}

#[cfg(not(any(unix, windows)))]
fn of_units(units: &[u16]) -> Option<OsString> {
    String::from_utf16(units).ok().map(OsString::from)
}
