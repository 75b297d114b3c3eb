//! Everything that leaves: each subject as each text, each picture, and the brief in all its forms.

use std::collections::BTreeSet;

use briefing_desk::analysis::checks;
use briefing_desk::analysis::roster::Edition;
use briefing_desk::analysis::trade::{ChartKind, Layer, Measure};
use briefing_desk::export::brief::{Extent, Paper};
use briefing_desk::export::format::{self, Form};
use briefing_desk::export::job::Job;
use briefing_desk::export::order::{self, Order};
use briefing_desk::export::picture::{ChartLook, Look};
use briefing_desk::export::query::Query;
use briefing_desk::export::settings::{Notes, Settings};
use briefing_desk::export::subject;
use egui::{Rect, pos2};
use resvg::usvg;

use super::{greek, keys, none, untranslated_but, words};
use crate::fit::{Run, misfits};
use crate::harness::made;

/// Every query worth a look: each measure, layer, edition and extent, and a filter.
fn queries(briefing: &briefing_desk::briefing::Briefing) -> Vec<Query> {
    let whole = || Query::of(briefing);
    let mut queries = vec![whole()];
    for measure in Measure::all() {
        for layer in [Layer::All, Layer::Document] {
            let mut query = whole();
            (query.trade.measure, query.trade.layer) = (measure, layer);
            queries.push(query);
        }
    }
    let mut printed = whole();
    (printed.roster.edition, printed.extent, printed.paper) = (Edition::Printed, Extent::Short, Paper::Letter);
    "α".clone_into(&mut printed.roster.search);
    "α".clone_into(&mut printed.checks.search);
    queries.push(printed);
    queries
}

/// An order of a subject as a format, with its notes in lines.
pub fn of(query: &Query, subject: &'static subject::Subject, format: &'static format::Format) -> Order {
    let settings = Settings {
        query: query.clone(),
        look: Look::default(),
        made: made(),
        notes: Notes::Lines,
        byte_order_mark: false,
    };
    Order { subject, format, settings }
}

#[test]
fn every_subject_as_every_text() {
    let (briefing, known, mut faults) = (greek(), keys(), BTreeSet::new());
    let findings = checks::run(&briefing);
    for query in queries(&briefing) {
        for subject in subject::ALL {
            for format in subject.formats().filter(|format| format.is_text && !format.carries(Form::Picture)) {
                let order = of(&query, subject, format);
                let parcel = order::make(&briefing, &findings, &order, &words(), &Job::default()).expect("a file");
                let text = String::from_utf8(parcel.bytes).expect("UTF-8");
                for said in said(&text, format.key) {
                    let left = untranslated_but(&said, &known);
                    if !left.is_empty() {
                        faults.insert(format!("{} as {}: {left:?} in {said}", subject.key, format.key));
                    }
                }
            }
        }
    }
    none(&faults);
}

/// What a text says to people: of what is for programs neither a key nor a name of a column or a field.
fn said(text: &str, format: &str) -> Vec<String> {
    match format {
        "csv" => {
            let is_note = |line: &&str| line.starts_with('#');
            let notes = text.lines().filter(is_note).map(str::to_owned);
            let mut table = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(text.as_bytes());
            let cells: Vec<String> =
                table.records().flatten().flat_map(|row| row.iter().map(str::to_owned).collect::<Vec<_>>()).collect();
            notes.chain(cells).collect()
        }
        "json" => {
            let mut texts = Vec::new();
            gather(&serde_json::from_str(text).expect("JSON"), &mut texts);
            texts
        }
        "csl-json" => {
            let items: Vec<serde_json::Map<String, serde_json::Value>> = serde_json::from_str(text).expect("CSL-JSON");
            items.iter().filter_map(|item| item.get("note")).map(ToString::to_string).collect()
        }
        // What its body says, and what is said of the parts that are not read: all else is for the browser.
        "html" => {
            let body = text.find("<body>").map(|at| &text[at..]).and_then(|body| body.strip_suffix("\n</html>\n"));
            let tree = usvg::roxmltree::Document::parse(body.expect("a body")).expect("well-formed");
            let spoken = tree.descendants().filter_map(|node| node.attribute("aria-label").map(str::to_owned));
            // Data for its script and for programs is none that anybody reads.
            let is_code = |node: &usvg::roxmltree::Node<'_, '_>| {
                node.ancestors().any(|above| ["code", "script"].contains(&above.tag_name().name()))
            };
            let read = tree.descendants().filter(|node| node.is_text() && !is_code(node));
            read.filter_map(|node| node.text().map(str::to_owned)).chain(spoken).collect()
        }
        "ris" => text.lines().filter_map(|line| line.strip_prefix("N1  - ")).map(str::to_owned).collect(),
        "bibtex" => text.lines().filter_map(|line| line.strip_prefix("  note = ")).map(str::to_owned).collect(),
        "ics" => {
            let unfolded = text.replace("\r\n ", "");
            let said = |line: &str| {
                ["SUMMARY:", "DESCRIPTION:"].iter().find_map(|name| line.strip_prefix(name).map(str::to_owned))
            };
            unfolded.lines().filter_map(said).collect()
        }
        _ => text.lines().map(str::to_owned).collect(),
    }
}

fn gather(json: &serde_json::Value, texts: &mut Vec<String>) {
    match json {
        serde_json::Value::Object(fields) => {
            fields
                .iter()
                .filter(|(name, _)| !["$schema", "name", "kind"].contains(&name.as_str()))
                .for_each(|(_, value)| gather(value, texts));
        }
        serde_json::Value::Array(values) => values.iter().for_each(|value| gather(value, texts)),
        serde_json::Value::String(text) => texts.push(text.clone()),
        _ => {}
    }
}

#[test]
fn every_picture() {
    let (briefing, known, mut faults) = (greek(), keys(), BTreeSet::new());
    for query in queries(&briefing) {
        for subject in subject::ALL {
            for kind in ChartKind::ALL {
                let look = Look { chart: ChartLook { kind, ..ChartLook::default() }, ..Look::default() };
                let mut order = of(&query, subject, &format::SVG);
                order.settings.look = look;
                let Ok(picture) = order::draw(&briefing, &order, &words(), &Job::default()) else { continue };
                let name = format!("{} {} {kind:?} {:?}", subject.key, query.trade.measure.key, query.trade.layer);
                for said in [&picture.title, &picture.alt].into_iter().chain(&picture.provenance) {
                    let left = untranslated_but(said, &known);
                    if !left.is_empty() {
                        faults.insert(format!("{name}: {left:?} in {said}"));
                    }
                }
                let runs = runs(&picture);
                for run in &runs {
                    let left = untranslated_but(&run.text, &known);
                    if !left.is_empty() {
                        faults.insert(format!("{name}: {left:?} in {}", run.text));
                    }
                }
                let misfits = misfits(&runs, &BTreeSet::new(), super::is_of_the_briefing);
                faults.extend(misfits.into_iter().map(|fault| format!("{name}: {fault}")));
            }
        }
    }
    none(&faults);
}

/// The texts of a picture where its fonts put them.
pub fn runs(picture: &briefing_desk::export::picture::Picture) -> Vec<Run> {
    let tree = picture.tree().expect("a drawing");
    let clip = Rect::from_min_max(pos2(0.0, 0.0), pos2(picture.width, picture.height));
    let mut runs = Vec::new();
    walk(tree.root(), clip, &mut runs);
    runs
}

fn walk(group: &usvg::Group, clip: Rect, runs: &mut Vec<Run>) {
    for node in group.children() {
        match node {
            usvg::Node::Group(group) => walk(group, clip, runs),
            usvg::Node::Text(text) => {
                let said: String = text.chunks().iter().map(usvg::TextChunk::text).collect();
                let bounds = text.abs_bounding_box();
                // The box is as high as the font; what is drawn of a line is about two thirds of that.
                let rect = Rect::from_min_max(
                    pos2(bounds.left(), bounds.top() + bounds.height() * 0.2),
                    pos2(bounds.right(), bounds.bottom() - bounds.height() * 0.2),
                );
                let elided = said.ends_with('…');
                runs.push(Run { text: said, rect, clip, elided });
            }
            _ => {}
        }
    }
}
