//! The brief: made from outside the library, and read back by programs that did not write it.

mod anything;
mod markdown;
mod pages;
mod shown;
mod template;
mod word;

use std::process::Command;

use briefing_desk::analysis::checks;
use briefing_desk::analysis::roster::RosterQuery;
use briefing_desk::briefing::Briefing;
use briefing_desk::export::brief::{Extent, Paper};
use briefing_desk::export::format::{self, Format};
use briefing_desk::export::job::Job;
use briefing_desk::export::order::{Order, make};
use briefing_desk::export::picture::Look;
use briefing_desk::export::query::Query;
use briefing_desk::export::settings::{Notes, Settings};
use briefing_desk::export::stamp::Stamp;
use briefing_desk::export::{starter, subject};
use briefing_desk::words::Words;

fn bundled() -> Briefing {
    Briefing::bundled().expect("the bundled briefing loads")
}

fn starter_briefing() -> Briefing {
    let folder = tempfile::TempDir::new().expect("a temporary folder");
    starter::write(folder.path()).expect("it is written");
    Briefing::open(folder.path()).expect("the starter loads")
}

fn query(briefing: &Briefing, extent: Extent, paper: Paper) -> Query {
    let roster = RosterQuery::on(briefing.manifest.as_of.first_day());
    Query { extent, paper, roster, ..Query::of(briefing) }
}

fn order(query: Query, format: &'static Format) -> Order {
    let made = Stamp::at(Some("1752451200")).expect("a second");
    let settings = Settings { query, made, notes: Notes::default(), byte_order_mark: false, look: Look::default() };
    Order { subject: &subject::BRIEF, format, settings }
}

fn pdf(briefing: &Briefing, extent: Extent, paper: Paper) -> Vec<u8> {
    let findings = checks::run(briefing);
    let order = order(query(briefing, extent, paper), &format::PDF);
    make(briefing, &findings, &order, &Words::english(), &Job::default()).expect("it is made").bytes
}

/// What a tool of poppler says of a file; nothing, with a word to whoever reads the log, where it is not installed.
fn read_back(tool: &str, options: &[&str], bytes: &[u8]) -> String {
    let folder = tempfile::TempDir::new().expect("a temporary folder");
    let path = folder.path().join("brief.pdf");
    std::fs::write(&path, bytes).expect("it is written");
    let mut command = Command::new(tool);
    command.args(options).arg(&path);
    if tool == "pdftotext" {
        command.arg("-");
    }
    let output = command.output();
    let output = output.unwrap_or_else(|err| panic!("{tool} does not start ({err}); `script/setup test` installs it"));
    let errors = String::from_utf8_lossy(&output.stderr);
    // Poppler 22 wants a dictionary where the standard wants a yes or a no.
    let errors: Vec<&str> = errors.lines().filter(|line| !line.contains("Suspects object")).collect();
    assert!(output.status.success() && errors.is_empty(), "{tool}: {errors:?}");
    // It cuts some texts within a character.
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The words of a text: letters and digits alone, so that ends of lines and pages do not matter.
fn letters(text: &str) -> String {
    text.chars().filter(|character| character.is_alphanumeric()).collect()
}

/// The text of a brief without the feet of its pages.
fn text(bytes: &[u8]) -> String {
    letters(&read_back("pdftotext", &["-enc", "UTF-8", "-y", "0", "-x", "0", "-W", "700", "-H", "780"], bytes))
}

/// How many pages a file says it has.
fn pages(bytes: &[u8]) -> usize {
    let text = String::from_utf8_lossy(bytes);
    text.matches("/Type/Page").count() - text.matches("/Type/Pages").count() - text.matches("/Type/PageLabel").count()
}

/// How often a name stands in a file outside its compressed parts.
fn has(bytes: &[u8], name: &str) -> bool {
    bytes.windows(name.len()).any(|window| window == name.as_bytes())
}
