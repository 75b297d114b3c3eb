//! What stands on the printed pages, how they are made, and what else is asked of a brief.

use std::path::Path;
use std::process::Command;

use briefing_desk::analysis::checks;
use briefing_desk::analysis::roster;
use briefing_desk::export::brief::{Extent, Paper};
use briefing_desk::export::error::ExportError;
use briefing_desk::export::format;
use briefing_desk::export::job::{Cancelled, Job};
use briefing_desk::export::order::make;
use briefing_desk::words::Words;

use super::{bundled, has, letters, order, pages, pdf, query, read_back, starter_briefing, text};

#[test]
fn the_short_brief_is_one_page_on_both_papers() {
    for briefing in [bundled(), starter_briefing()] {
        for paper in Paper::BOTH {
            let bytes = pdf(&briefing, Extent::Short, paper);
            assert_eq!(pages(&bytes), 1, "{paper:?}");
            let info = read_back("pdfinfo", &[], &bytes);
            assert!(info.lines().any(|line| line.starts_with("Pages:") && line.ends_with(" 1")), "{info}");
            let size = if paper == Paper::A4 { "595.28 x 841.89" } else { "612 x 792" };
            assert!(info.contains(size), "{info}");
        }
    }
}

#[test]
fn the_short_brief_lists_every_source_that_it_numbers() {
    for briefing in [bundled(), starter_briefing()] {
        let page = read_back("pdftotext", &["-layout"], &pdf(&briefing, Extent::Short, Paper::A4));
        let (body, list) = page.split_once("Sources of this page").expect("the list of sources");
        let first = |line: &str| line.split_whitespace().next().and_then(|word| word.parse::<usize>().ok());
        let listed: Vec<usize> = list.lines().filter_map(first).collect();
        // Within brackets, what follows no mark of a paragraph and no plus is the number of a source.
        let bracketed = body.split('[').skip(1).filter_map(|rest| rest.split_once(']').map(|(within, _)| within));
        let cited = bracketed.flat_map(|within| within.split(',')).filter(|cited| !cited.trim().starts_with('+'));
        let cited = cited.filter_map(first);
        for number in cited {
            assert!(listed.contains(&number), "{number} is cited, {listed:?} are listed\n{page}");
        }
    }
}

#[test]
fn the_full_brief_has_all_of_the_briefing() {
    let briefing = bundled();
    for paper in Paper::BOTH {
        let text = text(&pdf(&briefing, Extent::Full, paper));
        let mut wanted: Vec<String> = vec![
            briefing.meeting.as_ref().expect("a meeting").headline.text.clone(),
            briefing.meeting.as_ref().expect("a meeting").takeaway.text.clone(),
        ];
        wanted.extend(briefing.claims.key_points.iter().flat_map(|point| [point.lead.clone(), point.text.clone()]));
        wanted.extend(briefing.claims.claims.iter().flat_map(|claim| [claim.statement.clone(), claim.reason.clone()]));
        wanted.extend(briefing.chronology().iter().map(|event| event.label.clone()));
        wanted.extend(briefing.unknowns().iter().map(|unknown| unknown.text.clone()));
        wanted.extend(briefing.sources.sources.iter().map(|source| source.publisher.clone()));
        wanted.extend(checks::run(&briefing).into_iter().map(|finding| Words::english().say(&finding.detail)));
        for row in roster::on_date(&briefing.rosters[0], briefing.manifest.as_of.first_day()) {
            wanted.extend(row.state_in(&briefing.rosters[0]).names.iter().map(|(_, name)| name.to_owned()));
        }
        // A sentence that a page ends in is not found in one piece, since a head or a heading may stand between.
        let parted = |text: &str| {
            let all = letters(text);
            let half = all.char_indices().nth(all.chars().count() / 2).map_or(0, |(at, _)| at);
            [all[..half].to_owned(), all[half..].to_owned()]
        };
        let missing: Vec<&String> = wanted
            .iter()
            .filter(|wanted| !text.contains(&letters(wanted)) && !parted(wanted).iter().any(|part| text.contains(part)))
            .collect();
        assert!(missing.is_empty(), "{paper:?}: {missing:#?}");
    }
}

#[test]
fn names_in_three_scripts_can_be_copied() {
    let text = text(&pdf(&bundled(), Extent::Full, Paper::A4));
    for name in ["Kyrgyzstan", "Киргизия", "吉尔吉斯斯坦", "Türkiye", "Турция", "土耳其", "ВанИ", "王毅"]
    {
        assert!(text.contains(name), "{name}");
    }
}

#[test]
fn every_face_is_embedded_as_a_subset() {
    let fonts = read_back("pdffonts", &[], &pdf(&bundled(), Extent::Full, Paper::A4));
    let faces: Vec<&str> = fonts.lines().skip(2).collect();
    assert!(faces.len() >= 3, "{fonts}");
    for face in faces {
        assert!(face.contains(" yes yes yes "), "embedded, a subset, with its characters: {face}");
    }
}

#[test]
fn the_pages_are_tagged_and_bookmarked() {
    let bytes = pdf(&bundled(), Extent::Full, Paper::A4);
    assert!(bytes.starts_with(b"%PDF-1.7"));
    for part in ["/StructTreeRoot", "/Outlines", "pdfuaid:part", "/Lang"] {
        assert!(has(&bytes, part), "{part} is missing");
    }
    assert!(
        has(&bytes, "/MarkInfo<</Marked true") && !has(&bytes, "/Suspects"),
        "tags that are not doubtful are not said so"
    );
    let tree = read_back("pdfinfo", &["-struct-text"], &bytes);
    for part in ["H1 ", "H2 ", "H3 ", "Table", "TH:", "TD", "LBody", "Figure", "Link"] {
        assert!(tree.contains(part), "no {part} in the structure");
    }
    let info = read_back("pdfinfo", &[], &bytes);
    assert!(info.contains("Tagged:          yes") && info.contains("Title:           Lavrov–Wang talks"), "{info}");
}

#[test]
fn the_same_briefing_and_settings_give_the_same_bytes() {
    let briefing = bundled();
    for (extent, paper) in [(Extent::Short, Paper::Letter), (Extent::Full, Paper::A4)] {
        assert!(pdf(&briefing, extent, paper) == pdf(&briefing, extent, paper), "{extent:?}");
    }
}

#[test]
fn a_cancelled_brief_is_none() {
    let briefing = bundled();
    let job = Job::default();
    job.cancel();
    let order = order(query(&briefing, Extent::Full, Paper::A4), &format::PDF);
    assert_eq!(make(&briefing, &[], &order, &Words::english(), &job), Err(ExportError::Cancelled(Cancelled)));
}

#[test]
fn a_briefing_about_something_else_has_no_word_of_the_bundled_one() {
    let briefing = starter_briefing();
    let text = text(&pdf(&briefing, Extent::Full, Paper::Letter));
    for word in ["SCO", "Lavrov", "China", "Russia", "article"] {
        assert!(!text.contains(word), "{word}");
    }
    assert!(text.contains(&letters(&briefing.meeting.as_ref().expect("a meeting").headline.text)));
}

#[test]
fn the_command_line_writes_a_brief() {
    let folder = tempfile::TempDir::new().expect("a temporary folder");
    let run = |arguments: &[&str], path: &Path| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_briefing-desk"));
        command.args(["export", "--what", "brief"]).args(arguments).arg("-o").arg(path);
        command.env("SOURCE_DATE_EPOCH", "1752451200").output().expect("the program runs")
    };
    let path = folder.path().join("brief.pdf");
    let options = ["--format", "pdf", "--extent", "short", "--paper", "letter", "--as-of", "2001-06-15"];
    assert!(run(&options, &path).status.success());
    assert_eq!(pages(&std::fs::read(&path).expect("it is there")), 1);
    let path = folder.path().join("brief.md");
    assert!(run(&["--format", "md", "--measure", "growth"], &path).status.success());
    assert!(std::fs::read_to_string(&path).expect("it is there").contains("## SCO members"));
    let refused = run(&["--format", "md", "--paper", "a4"], &path);
    assert_eq!(refused.status.code(), Some(2), "Markdown has no paper");
    let refused = run(&["--format", "xlsx"], &path);
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(refused.status.code() == Some(2) && said.contains("pdf, md"), "{said}");
}
