//! What is wrong with a briefing's files and what the checks found in it, as text for people and as JSON for programs.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::analysis::checks::{Finding, Outcome};
use crate::briefing::visible::in_one_line;
use crate::briefing::{Briefing, Citation, LoadError, Problem};
use crate::message;
use crate::words::Words;
use crate::words::direction::isolated;

/// The reason for which a finding is acknowledged.
fn acknowledgement(finding: &Finding) -> Option<&str> {
    finding.acknowledged.as_deref()
}

/// Whether a check fails and nobody has acknowledged it.
pub fn fails(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.outcome == Outcome::Fail && acknowledgement(finding).is_none())
}

/// A text with one blank for several: many would push what follows them to the beginning of a line of the terminal.
fn compact(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The findings of a briefing, worst first, for people.
pub fn text(briefing: &Briefing, findings: &[Finding], words: &Words) -> String {
    let name = compact(&in_one_line(&briefing.manifest.name));
    let name = isolated(name);
    let mut text = format!("{name}, {}\n", briefing.manifest.as_of);
    for finding in findings {
        let places: Vec<String> = finding.citations.iter().map(|citation| place(briefing, citation)).collect();
        let _ = write!(text, "\n{} {}: {}", finding.outcome.key(), finding.check, compact(&words.say(&finding.title)));
        let _ = write!(text, "\n     {}", compact(&words.say(&finding.detail)));
        if !places.is_empty() {
            let _ = write!(text, "\n     {}", places.join(", "));
        }
        let (id, about) = (finding.id.to_string(), finding.subject.key().into_owned());
        let _ = write!(text, "\n     {}", words.say(&message!(check::named, id = id, about = about)));
        if let Some(reason) = acknowledgement(finding) {
            let acknowledged = message!(check::acknowledged, reason = reason.to_owned());
            let _ = write!(text, "\n     {}", compact(&words.say(&acknowledged)));
        }
        text.push('\n');
    }
    let count = |outcome| findings.iter().filter(|finding| finding.outcome == outcome).count();
    let counts = message!(
        check::counts,
        count = findings.len(),
        fail = count(Outcome::Fail),
        warn = count(Outcome::Warn),
        pass = count(Outcome::Pass),
        info = count(Outcome::Info)
    );
    let _ = writeln!(text, "\n{}", words.say(&counts));
    text.replace('\u{a0}', " ")
}

/// The findings of a briefing for programs.
pub fn json(briefing: &Briefing, findings: &[Finding], words: &Words) -> Value {
    json!({
        "briefing": {
            "name": briefing.manifest.name,
            "as_of": briefing.manifest.as_of,
            "digest": briefing.digest,
        },
        "problems": [],
        "findings": findings.iter().map(|finding| json!({
            "id": finding.id.as_str(),
            "check": finding.check,
            "about": finding.subject.key(),
            "outcome": finding.outcome.key(),
            "title": words.say(&finding.title),
            "detail": words.say(&finding.detail),
            "citations": finding.citations,
            "acknowledged": acknowledgement(finding),
        })).collect::<Vec<_>>(),
        "counts": tally(findings).collect::<serde_json::Map<_, _>>(),
        "passed": !fails(findings),
    })
}

/// What is wrong with the files of a briefing, for programs. For people there is [`Words::lines`].
pub fn problems_json(words: &Words, err: &LoadError) -> Value {
    let problems: Vec<Value> = match err {
        LoadError::Problems(problems) => problems.iter().map(|found| problem(words, found)).collect(),
        LoadError::Folder { .. } | LoadError::Packed { .. } | LoadError::Cancelled => {
            vec![json!({ "what": words.lines(err) })]
        }
    };
    json!({ "briefing": null, "problems": problems, "findings": [], "counts": {}, "passed": false })
}

fn problem(words: &Words, problem: &Problem) -> Value {
    json!({
        "file": &*problem.file,
        "line": problem.line,
        "column": problem.column,
        "path": problem.pointer.to_string(),
        "what": words.say(&problem.what),
        "remedy": words.say(&problem.remedy),
    })
}

fn tally(findings: &[Finding]) -> impl Iterator<Item = (String, Value)> {
    Outcome::ALL.into_iter().map(|outcome| {
        let count = findings.iter().filter(|finding| finding.outcome == outcome).count();
        (outcome.key().to_owned(), count.into())
    })
}

/// A place in the document as `4.2`, another source by its key.
fn place(briefing: &Briefing, citation: &Citation) -> String {
    match citation.at {
        Some(at) if briefing.is_document(citation) => at.to_string(),
        _ => citation.source.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{fails, json, problems_json, text};
    use crate::analysis::checks::{self, Outcome};
    use crate::briefing::Briefing;
    use crate::words::Words;

    #[test]
    fn people_and_programs_are_told_the_same() {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let findings = checks::run(&briefing);
        let (read, machine) =
            (text(&briefing, &findings, &Words::english()), json(&briefing, &findings, &Words::english()));
        assert_eq!(machine["findings"].as_array().map(Vec::len), Some(findings.len()));
        assert_eq!(machine["passed"], !fails(&findings));
        for finding in &findings {
            assert!(read.contains(&format!(" {}: ", finding.check)), "{}", finding.check);
        }
        let counted: u64 = machine["counts"].as_object().into_iter().flatten().filter_map(|(_, n)| n.as_u64()).sum();
        assert_eq!(counted, findings.len() as u64);
        assert!(read.ends_with(" info\n") && !read.contains('\u{a0}'), "{read}");
    }

    #[test]
    fn no_text_of_a_briefing_passes_for_a_line_of_the_program() {
        const FORGED: &str =
            "Forged\r\n\n                                                       pass every-check: all is well\u{1b}[2K";
        let mut briefing = Briefing::bundled().expect("the bundled briefing loads");
        FORGED.clone_into(&mut briefing.manifest.name);
        briefing.claims.claims.iter_mut().for_each(|claim| FORGED.clone_into(&mut claim.statement));
        briefing.rosters[0].printed.iter_mut().for_each(|entry| FORGED.clone_into(&mut entry.printed));
        let read = text(&briefing, &checks::run(&briefing), &Words::english());
        assert!(read.lines().filter(|line| line.contains("every-check")).count() > 1, "{read}");
        assert!(!read.lines().any(|line| line.trim_start().starts_with("pass every-check")), "{read}");
        assert!(!read.contains(['\r', '\u{1b}']), "{read}");
        let pushed = |line: &str| line.trim_start().contains("  ");
        assert!(!read.lines().any(pushed), "nor is it pushed to where a line of the terminal begins\n{read}");
    }

    #[test]
    fn one_failing_check_is_enough() {
        let mut findings = checks::run(&Briefing::bundled().expect("the bundled briefing loads"));
        assert!(fails(&findings), "the list has slips");
        findings.retain(|finding| finding.outcome != Outcome::Fail);
        assert!(!fails(&findings));
    }

    #[test]
    fn a_folder_that_is_not_there_is_a_problem_for_programs_too() {
        let err = Briefing::open(Path::new("/no/such/folder")).expect_err("there is none");
        assert!(
            problems_json(&Words::english(), &err)["problems"][0]["what"]
                .as_str()
                .is_some_and(|what| what.contains("/no/such"))
        );
    }
}
