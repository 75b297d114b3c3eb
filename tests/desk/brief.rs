//! The brief: made from outside the library, and the pages read back by a program that did not write them.

use std::path::Path;
use std::process::Command;

use briefing_desk::analysis::checks::{self, Finding};
use briefing_desk::analysis::roster::{self, Edition, RosterQuery};
use briefing_desk::analysis::trade::{Layer, Measure};
use briefing_desk::briefing::{Briefing, Claim, KeyPoint, State};
use briefing_desk::export::brief::{Extent, Paper};
use briefing_desk::export::error::ExportError;
use briefing_desk::export::format::{self, Format};
use briefing_desk::export::job::{Cancelled, Job};
use briefing_desk::export::order::{Order, make};
use briefing_desk::export::picture::Look;
use briefing_desk::export::query::Query;
use briefing_desk::export::settings::{Notes, Settings};
use briefing_desk::export::stamp::Stamp;
use briefing_desk::export::{starter, subject};
use briefing_desk::words::Words;
use markdown::mdast::Node;
use markdown::{Constructs, ParseOptions, to_mdast};
use proptest::prelude::*;

fn bundled() -> Briefing {
    Briefing::bundled().expect("the bundled briefing loads")
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

fn pdf_of(briefing: &Briefing, query: Query) -> Vec<u8> {
    let findings = checks::run(briefing);
    let made = make(briefing, &findings, &order(query, &format::PDF), &Words::english(), &Job::default());
    made.expect("it is made").bytes
}

fn pdf(briefing: &Briefing, extent: Extent, paper: Paper) -> Vec<u8> {
    pdf_of(briefing, query(briefing, extent, paper))
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

#[test]
fn the_last_figures_are_short_and_in_the_unit_of_what_is_measured() {
    let mut briefing = bundled();
    (briefing.document, briefing.manifest.document) = (None, None);
    let series = &mut briefing.trades[0].series[0];
    series.unit.scale.clear();
    for observation in &mut series.observations {
        observation.value *= rust_decimal::Decimal::from(1_000_000_000_000_i64);
    }
    let figures = |measure: &str| {
        let mut query = query(&briefing, Extent::Short, Paper::A4);
        query.trade.measure = Measure::of_key(measure).expect("a measure");
        let made = make(&briefing, &[], &order(query, &format::MARKDOWN), &Words::english(), &Job::default());
        let text = String::from_utf8(made.expect("it is made").bytes).expect("UTF-8");
        let is_figure = |line: &&str| line.starts_with("- ") && line.contains(", 2025:");
        text.lines().find(is_figure).map_or_else(|| panic!("a figure of 2025\n{text}"), str::to_owned)
    };
    let total = figures("total");
    assert!(total.contains("**228.1 US\\$ tn**"), "{total}");
    let growth = figures("growth");
    assert!(growth.contains(" %**") && !growth.contains("US\\$"), "{growth}");
}

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

/// However long the addresses of the sources are, each line of them is a link to no more than a browser opens.
#[test]
fn a_long_address_is_shown_cut_and_leads_nowhere() {
    let of_length = |length: usize| {
        let mut briefing = bundled();
        for source in &mut briefing.sources.sources {
            source.address = Some(format!("https://example.org/{}", "a".repeat(length)));
        }
        pdf(&briefing, Extent::Full, Paper::A4)
    };
    let (short, long) = (of_length(100), of_length(60_000));
    assert!(long.len() < short.len() + 100_000, "{} and {}", short.len(), long.len());
    assert!(has(&short, "example.org/aaa") && !has(&long, "example.org/aaa"));
    assert!(text(&long).contains(&"a".repeat(20)), "it is read all the same");
}

#[test]
fn the_same_briefing_and_settings_give_the_same_bytes() {
    let briefing = bundled();
    for (extent, paper) in [(Extent::Short, Paper::Letter), (Extent::Full, Paper::A4)] {
        assert!(pdf(&briefing, extent, paper) == pdf(&briefing, extent, paper), "{extent:?}");
    }
}

#[test]
fn what_is_chosen_in_the_window_is_in_it_and_said() {
    let briefing = bundled();
    let mut query = query(&briefing, Extent::Full, Paper::A4);
    query.roster.edition = Edition::Printed;
    query.roster.search = "nepal".to_owned();
    query.trade.layer = Layer::Document;
    let findings = checks::run(&briefing);
    let made = make(&briefing, &findings, &order(query, &format::MARKDOWN), &Words::english(), &Job::default())
        .expect("it is made");
    let text = String::from_utf8(made.bytes).expect("UTF-8");
    for part in ["edition: as printed", "filters: search “nepal”", "rows: 2 of 26", "(named again)", "article only"]
    {
        assert!(text.contains(part), "{part}");
    }
    assert!(!text.contains("| 2018 | 107.06"), "a figure that the article does not print");
}

#[test]
fn markdown_says_what_the_pages_say() {
    let briefing = bundled();
    let findings = checks::run(&briefing);
    let full = order(query(&briefing, Extent::Full, Paper::A4), &format::MARKDOWN);
    let text =
        String::from_utf8(make(&briefing, &findings, &full, &Words::english(), &Job::default()).expect("made").bytes)
            .expect("UTF-8");
    assert!(text.starts_with("Beijing, Sunday 13 July 2025"));
    for source in 1..=briefing.sources.sources.len() {
        assert!(text.contains(&format!("<a id=\"source-{source}\"></a>")), "source {source}");
    }
    // Every table has as many cells in each row as in its head.
    let cells = |line: &str| line.replace("\\|", "").matches('|').count();
    let lines: Vec<&str> = text.lines().collect();
    for pair in lines.windows(2).filter(|pair| pair.iter().all(|line| line.starts_with('|'))) {
        assert_eq!(cells(pair[0]), cells(pair[1]), "{pair:?}");
    }
}

/// What a brief of Markdown is, as GitHub reads it: its words, and how many headings, links and tables it has.
fn as_read(briefing: &Briefing, findings: &[Finding]) -> (String, [usize; 4]) {
    fn walk(node: &Node, words: &mut String, counts: &mut [usize; 4]) {
        match node {
            Node::Text(text) => words.push_str(&text.value),
            Node::InlineCode(code) => words.push_str(&code.value),
            Node::Heading(_) => counts[0] += 1,
            Node::Link(link) if !link.url.starts_with("mailto:") => counts[1] += 1,
            Node::TableCell(_) => counts[2] += 1,
            Node::Link(_)
            | Node::Root(_)
            | Node::Paragraph(_)
            | Node::List(_)
            | Node::ListItem(_)
            | Node::Table(_)
            | Node::TableRow(_)
            | Node::Strong(_)
            | Node::Emphasis(_) => {}
            Node::Html(tag)
                if tag.value.starts_with("<a id=")
                    || ["</a>", "<br>", "<strong>", "</strong>"].contains(&tag.value.as_str()) => {}
            _ => counts[3] += 1,
        }
        node.children().into_iter().flatten().for_each(|child| walk(child, words, counts));
    }
    let order = order(query(briefing, Extent::Full, Paper::A4), &format::MARKDOWN);
    let made = make(briefing, findings, &order, &Words::english(), &Job::default()).expect("it is made");
    let constructs = Constructs { math_text: true, math_flow: true, ..Constructs::gfm() };
    let options = ParseOptions { constructs, ..ParseOptions::gfm() };
    let root = to_mdast(&String::from_utf8(made.bytes).expect("UTF-8"), &options).expect("Markdown has no errors");
    let (mut words, mut counts) = (String::new(), [0; 4]);
    walk(&root, &mut words, &mut counts);
    (words.split_whitespace().collect::<Vec<_>>().join(" "), counts)
}

#[test]
fn markdown_reads_as_it_is_written_whatever_is_written() {
    const TEXTS: [&str; 14] = [
        "# No heading #",
        "1. *No* list",
        "- [ ] no task",
        "a | b \\| c",
        "<b>&amp;</b> `x` $y$ ~~z~~",
        "https://a.org/b_c_(d)_e and www.a.org/_b_",
        "**",
        "    no code",
        "=== no rule",
        "snake_case_name and 2*3*4",
        "C:\\dir\\*.csv",
        "[^1] no note, [no](link)",
        "（全）*和*（部）",
        "so #1 is a+b",
    ];
    let mut briefing = bundled();
    // What the checks find in texts that say nothing is another matter.
    let findings = checks::run(&briefing);
    let (_, plain) = as_read(&briefing, &findings);
    assert_eq!(plain[3], 0, "nothing else than words, headings, links, lists and tables");
    let mut texts = TEXTS.into_iter().cycle().map(str::to_owned);
    let mut next = move || texts.next().unwrap_or_default();
    briefing.meeting.as_mut().expect("a meeting").takeaway.text = next();
    for claim in &mut briefing.claims.claims {
        (claim.statement, claim.note, claim.reason) = (next(), next(), next());
    }
    // Each with its own publisher and title still: what is of one origin stands together, and two of a title are found.
    for (number, source) in briefing.sources.sources.iter_mut().enumerate() {
        (source.publisher, source.title) = (format!("{} {number}", next()), format!("{} {number}", next()));
    }
    for state in &mut briefing.rosters[0].states {
        (state.region, state.capital) = (next(), next());
    }
    let (read, acting) = as_read(&briefing, &findings);
    assert_eq!(acting, plain, "nothing that is typed makes a heading, a link, a cell or anything else");
    for text in TEXTS {
        let text = text.trim();
        assert!(read.contains(text), "{text}");
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

fn starter_briefing() -> Briefing {
    let folder = tempfile::TempDir::new().expect("a temporary folder");
    starter::write(folder.path()).expect("it is written");
    Briefing::open(folder.path()).expect("the starter loads")
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

/// A briefing whose texts are as hostile as a file can make them.
fn hostile() -> Briefing {
    let mut briefing = bundled();
    let texts = [
        "W".repeat(10_000),
        "\u{202e}gnp.exe \u{0}\u{1}\u{7f}\u{feff}\u{fffe}\u{ffff}\u{200d} \u{e000}".to_owned(),
        "مرحبا بالعالم עברית हैलो वर्ल्ड 한국어 ไทย".to_owned(),
        "🇳🇵👩‍👩‍👧‍👦🏳️‍🌈 e\u{301}\u{302}\u{303}中\u{301}".to_owned(),
        "</w:t><script>&amp;]]>\"' | \n\r\t `*_[x](y)".to_owned(),
        String::new(),
        " ".repeat(500),
    ];
    let mut next = 0;
    let mut spoil = |text: &mut String| {
        text.clone_from(&texts[next % texts.len()]);
        next += 1;
    };
    spoil(&mut briefing.meeting.as_mut().expect("a meeting").headline.text);
    spoil(&mut briefing.meeting.as_mut().expect("a meeting").takeaway.text);
    spoil(&mut briefing.manifest.name);
    spoil(&mut briefing.meeting.as_mut().expect("a meeting").place);
    spoil(&mut briefing.trades[0].headline);
    spoil(&mut briefing.rosters[0].organisation.short);
    for event in &mut briefing.meeting.as_mut().expect("a meeting").chronology {
        spoil(&mut event.label);
        spoil(&mut event.place);
    }
    for point in &mut briefing.claims.key_points {
        spoil(&mut point.lead);
        spoil(&mut point.text);
    }
    for claim in &mut briefing.claims.claims {
        spoil(&mut claim.statement);
        spoil(&mut claim.reason);
        spoil(&mut claim.note);
    }
    for status in &mut briefing.rosters[0].statuses {
        spoil(&mut status.name);
        spoil(&mut status.plural);
    }
    for state in &mut briefing.rosters[0].states {
        spoil(&mut state.region);
    }
    for flow in briefing.trades[0].series.iter_mut().flat_map(|series| &mut series.flows) {
        spoil(&mut flow.name);
    }
    for source in &mut briefing.sources.sources {
        spoil(&mut source.title);
        spoil(&mut source.publisher);
        source.address = Some(format!("https://example.org/{}", "x".repeat(3000)));
    }
    briefing
}

#[test]
fn a_hostile_briefing_is_printed_all_the_same() {
    let briefing = hostile();
    for paper in Paper::BOTH {
        assert_eq!(pages(&pdf(&briefing, Extent::Short, paper)), 1, "{paper:?}");
        let bytes = pdf(&briefing, Extent::Full, paper);
        assert!(pages(&bytes) > 20);
        read_back("pdfinfo", &[], &bytes);
    }
}

#[test]
fn a_character_without_a_face_is_still_there_to_be_copied() {
    let mut briefing = bundled();
    briefing.meeting.as_mut().expect("a meeting").headline.text =
        "Talks in مرحبا and \u{1f600}\u{10fffc}\u{10fffd}".to_owned();
    let bytes = pdf(&briefing, Extent::Full, Paper::A4);
    let text = read_back("pdftotext", &["-enc", "UTF-8"], &bytes);
    assert!(text.contains("\u{1f600}"), "{}", text.chars().take(400).collect::<String>());
    assert!(letters(&text).contains("charactersofthisbriefingarenotinthetypefaces"), "it is said");
}

#[test]
fn thousands_of_states_and_claims_make_a_brief_of_many_pages() {
    let mut briefing = bundled();
    let (state, spell) = (briefing.rosters[0].states[0].clone(), briefing.rosters[0].spells[0].clone());
    let claim = briefing.claims.claims[0].clone();
    for number in 0..2_000 {
        let id: briefing_desk::briefing::Key = format!("state-{number}").try_into().expect("a key");
        briefing.rosters[0].states.push(State { id: id.clone(), ..state.clone() });
        briefing.rosters[0].spells.push(briefing_desk::briefing::Spell {
            state: id.clone(),
            until: None,
            ..spell.clone()
        });
        briefing.claims.claims.push(Claim { id, ..claim.clone() });
    }
    let order = order(query(&briefing, Extent::Full, Paper::A4), &format::PDF);
    let bytes = make(&briefing, &[], &order, &Words::english(), &Job::default()).expect("it is made").bytes;
    assert!(pages(&bytes) > 100);
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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_short_brief_is_one_page_for_any_briefing(
        points in 0usize..40,
        length in 0usize..3000,
        word in prop_oneof!["[a-z]{1,12}", "\\PC{1,6}"],
        letter in any::<bool>(),
    ) {
        let mut briefing = bundled();
        let text: String = format!("{word} ").repeat(length / 4 + 1).chars().take(length).collect();
        let point = briefing.claims.key_points[0].clone();
        briefing.claims.key_points = vec![KeyPoint { text: text.clone(), ..point }; points];
        briefing.meeting.as_mut().expect("a meeting").headline.text.clone_from(&text);
        briefing.meeting.as_mut().expect("a meeting").takeaway.text.clone_from(&text);
        briefing.trades[0].headline.clone_from(&text);
        briefing.rosters[0].statuses.iter_mut().for_each(|status| status.plural.clone_from(&text));
        briefing.sources.sources.iter_mut().for_each(|source| source.title.clone_from(&text));
        let paper = if letter { Paper::Letter } else { Paper::A4 };
        prop_assert_eq!(pages(&pdf(&briefing, Extent::Short, paper)), 1);
    }
}
