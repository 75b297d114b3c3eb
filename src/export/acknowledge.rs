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

/// Writes into a briefing's folder that the findings with some ids are known and stay, and why: all of them or none. The
/// file that was written is returned.
///
/// # Errors
/// The briefing is packed, there is no such finding, one needs no acknowledgement or has one, no reason is given, or the
/// file cannot be written.
pub fn acknowledge(
    folder: &Path,
    findings: &[Finding],
    ids: &[&str],
    reason: &str,
) -> Result<PathBuf, AcknowledgeError> {
    let refused = AcknowledgeError::Refused;
    if folder.is_file() {
        return Err(refused(message!(problems::packed_read_only, file = folder.display().to_string())));
    }
    let mut asked: Vec<&str> = Vec::new();
    for id in ids {
        if !asked.contains(id) {
            asked.push(id);
        }
    }
    let known: Vec<&Finding> =
        asked.into_iter().map(|id| found(findings, id)).collect::<Result<_, _>>().map_err(refused)?;
    if reason.trim().is_empty() {
        return Err(refused(message!(check::no_reason)));
    }
    let path = folder.join(FILE);
    let unread = || refused(message!(check::not_read, file = FILE.to_owned()));
    let text = fs::read_to_string(&path).map_err(|_| unread())?;
    let entries: Vec<String> = known.iter().map(|finding| entry(finding, findings, reason.trim())).collect();
    let text = with_entries(&text, &entries).ok_or_else(unread)?;
    file::write(&path, text.as_bytes()).map_err(AcknowledgeError::NotWritten)?;
    Ok(path)
}

/// The finding with an id that can be acknowledged, or why there is none.
fn found<'f>(findings: &'f [Finding], id: &str) -> Result<&'f Finding, Message> {
    let Some(finding) = findings.iter().find(|finding| finding.id.as_str() == id) else {
        let near = nearest(id, findings.iter().map(|finding| finding.id.as_str()));
        let (id, near) = (id.to_owned(), near.map(str::to_owned));
        return Err(match near {
            Some(near) => message!(check::no_finding_near, id = id, near = near),
            None => message!(check::no_finding, id = id),
        });
    };
    if !matches!(finding.outcome, Outcome::Fail | Outcome::Warn) {
        return Err(message!(check::nothing_to_acknowledge, id = id.to_owned()));
    }
    match &finding.acknowledged {
        Some(why) => Err(message!(check::acknowledged_already, id = id.to_owned(), reason = why)),
        None => Ok(finding),
    }
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

/// The text of the file with some entries more. Nothing where the text is no object.
fn with_entries(text: &str, entries: &[String]) -> Option<String> {
    let list = || Pointer::default().field(FIELD);
    let edits: Vec<JsonEdit> =
        entries.iter().map(|entry| JsonEdit::Append { list: list(), entry: entry.clone() }).collect();
    spliced(text, &edits)
}

#[cfg(test)]
mod tests {
    use super::with_entries;

    const ENTRY: &str = r#"{ "check": "a", "about": "b", "reason": "c" }"#;

    fn with_entry(text: &str, entry: &str) -> Option<String> {
        with_entries(text, &[entry.to_owned()])
    }

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
