//! Acknowledging a finding in the briefing's own file, of which all else stays as it was written.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;

use super::file::{self, WriteError};
use crate::analysis::checks::{Finding, Outcome};
use crate::briefing::{JsonEdit, Message, Pointer, nearest, spliced};
use crate::message;

/// The file that acknowledgements stand in.
const FILE: &str = "briefing.json";
const FIELD: &str = "acknowledged";

/// Why a finding was not acknowledged.
#[derive(Debug)]
pub enum AcknowledgeError {
    /// Nothing of the kind was done, and why.
    Refused(Message),
    /// The file was not written.
    NotWritten(WriteError),
}

impl AcknowledgeError {
    /// What is said of it.
    pub fn message(&self) -> Message {
        match self {
            Self::Refused(why) => why.clone(),
            Self::NotWritten(err) => err.message(),
        }
    }
}

/// Writes into a briefing's folder that the finding with an id is known and stays, and why. The file that was written is
/// returned.
///
/// # Errors
/// The briefing is packed, there is no such finding, it needs no acknowledgement or has one, no reason is given, or the
/// file cannot be written.
pub fn acknowledge(folder: &Path, findings: &[Finding], id: &str, reason: &str) -> Result<PathBuf, AcknowledgeError> {
    let refuse = |why| Err(AcknowledgeError::Refused(why));
    if folder.is_file() {
        return refuse(message!(problems::packed_read_only, file = folder.display().to_string()));
    }
    let Some(finding) = findings.iter().find(|finding| finding.id.as_str() == id) else {
        let near = nearest(id, findings.iter().map(|finding| finding.id.as_str()));
        let (id, near) = (id.to_owned(), near.map(str::to_owned));
        return refuse(match near {
            Some(near) => message!(check::no_finding_near, id = id, near = near),
            None => message!(check::no_finding, id = id),
        });
    };
    if !matches!(finding.outcome, Outcome::Fail | Outcome::Warn) {
        return refuse(message!(check::nothing_to_acknowledge, id = id.to_owned()));
    }
    if let Some(why) = &finding.acknowledged {
        return refuse(message!(check::acknowledged_already, id = id.to_owned(), reason = why));
    }
    if reason.trim().is_empty() {
        return refuse(message!(check::no_reason));
    }
    let path = folder.join(FILE);
    let unread = || message!(check::not_read, file = FILE.to_owned());
    let text = fs::read_to_string(&path).map_err(|_| AcknowledgeError::Refused(unread()))?;
    let entry = entry(finding, findings, reason.trim());
    let Some(text) = with_entry(&text, &entry) else { return refuse(unread()) };
    file::write(&path, text.as_bytes()).map_err(AcknowledgeError::NotWritten)?;
    Ok(path)
}

/// An acknowledgement on a line, as a file has it: of what the finding is about, or of the finding alone where its check
/// has found more about the same.
fn entry(finding: &Finding, all: &[Finding], reason: &str) -> String {
    let text = |text: &str| json!(text).to_string();
    let subject = finding.subject.key();
    let about_it = all.iter().filter(|other| other.check == finding.check && other.subject.key() == subject).count();
    let alone = finding.id.within(finding.check).filter(|_| about_it > 1);
    let about = alone.unwrap_or(&subject);
    format!(r#"{{ "check": {}, "about": {}, "reason": {} }}"#, text(finding.check), text(about), text(reason))
}

/// The text of the file with one entry more. Nothing where the text is no object.
fn with_entry(text: &str, entry: &str) -> Option<String> {
    let list = Pointer::default().field(FIELD);
    spliced(text, &[JsonEdit::Append { list, entry: entry.to_owned() }])
}

#[cfg(test)]
mod tests {
    use super::with_entry;

    const ENTRY: &str = r#"{ "check": "a", "about": "b", "reason": "c" }"#;

    #[test]
    fn an_entry_is_added_and_all_else_stays_as_it_is_written() {
        let none = "{\n  \"name\": \"a ] } \\\" b\",\n  \"format\": 1\n}\n";
        let first = with_entry(none, ENTRY).expect("an object");
        let list = format!("1,\n  \"acknowledged\": [\n    {ENTRY}\n  ]\n}}");
        assert_eq!(first, none.replace("1\n}", &list));
        let second = with_entry(&first, ENTRY).expect("an object");
        assert_eq!(second, first.replace("\n  ]", &format!(",\n    {ENTRY}\n  ]")));
        assert_eq!(
            with_entry("{\"acknowledged\":[]}", ENTRY).as_deref(),
            Some(&*format!("{{\"acknowledged\":[{ENTRY}]}}"))
        );
        let inline = format!("{{\"acknowledged\": [{ENTRY}], \"format\": 1}}");
        assert_eq!(with_entry(&inline, ENTRY), Some(inline.replacen("],", &format!(", {ENTRY}],"), 1)));
        let within = "{\n\t\"a\": { \"acknowledged\": [1] }\n}";
        let added = with_entry(within, ENTRY).expect("an object");
        assert!(added.starts_with("{\n\t\"a\": { \"acknowledged\": [1] },\n\t\"acknowledged\": [\n\t\t{"), "{added}");
        for text in [&first, &second, &added] {
            serde_json::from_str::<serde_json::Value>(text).expect("JSON");
        }
        assert_eq!(with_entry("[1]", ENTRY), None);
    }
}
