//! The brief as Markdown, as GitHub reads it.

use briefing_desk::analysis::checks::{self, Finding};
use briefing_desk::analysis::roster::Edition;
use briefing_desk::analysis::trade::{Layer, Measure};
use briefing_desk::briefing::Briefing;
use briefing_desk::export::brief::{Extent, Paper};
use briefing_desk::export::format;
use briefing_desk::export::job::Job;
use briefing_desk::export::order::make;
use briefing_desk::words::Words;
use markdown::mdast::Node;
use markdown::{Constructs, ParseOptions, to_mdast};

use super::{bundled, order, query};

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
