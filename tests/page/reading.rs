//! Reading the page: links, keys, looks, print, without scripts, on a telephone, by a screen reader.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use briefing_desk::analysis::trade::{Figures, Layer, Measure, TradeQuery};
use briefing_desk::briefing::Briefing;
use briefing_desk::export::job::Job;
use briefing_desk::export::stamp::Stamp;
use briefing_desk::export::table::Cell;
use briefing_desk::export::trade::table;
use briefing_desk::words::Words;
use html5gum::emitters::default::DefaultEmitter;
use resvg::usvg::roxmltree::{Document, Node};
use serde_json::{Value, json};

use crate::browser::{Browser, Result};
use crate::{NARROW, WIDE, opened, page, without};

const NOTHING: Vec<&Value> = Vec::new();

/// Where the rules of accessibility stand that `script/setup test` brings.
const AXE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/target/axe-core/package/axe.min.js");

#[test]
fn a_link_to_a_claim_opens_its_evidence_and_escape_gives_the_keyboard_back() -> Result<()> {
    if without("browser") {
        return Ok(());
    }
    let (mut browser, _folder) = opened(WIDE, "#claim-ten-full-members")?;
    let panel = "document.querySelector('.panel')";
    let opened = browser.say(&format!("[{panel}.hidden, document.activeElement.textContent, {panel}.textContent]"))?;
    assert_eq!(opened[0], json!(false));
    let (title, text) = (opened[1].as_str().unwrap_or_default(), opened[2].as_str().unwrap_or_default());
    assert!(title.contains("members") && text.contains("Agree"), "{title}\n{text}");
    browser.press("Escape")?;
    assert_eq!(browser.say(&format!("[{panel}.hidden, location.hash]"))?, json!([true, ""]));
    // From a citation, by the keyboard, to a sentence and back.
    browser.say("document.querySelector('main .cite a[href^=\"#sentence-\"]').focus()")?;
    browser.press("Enter")?;
    let opened =
        browser.say(&format!("[{panel}.hidden, document.activeElement.id, {panel}.querySelector('ul') !== null]"))?;
    assert_eq!(opened, json!([false, "panel-title", true]), "a sentence, with what cites it");
    browser.press("Escape")?;
    let back = browser.say("[document.activeElement.parentNode.className, document.querySelector('.panel').hidden]")?;
    assert_eq!(back, json!(["cite", true]));
    assert_eq!(browser.complaints(), NOTHING);
    Ok(())
}

#[test]
fn every_claim_state_figure_source_and_finding_opens() -> Result<()> {
    if without("browser") {
        return Ok(());
    }
    let (mut browser, _folder) = opened(WIDE, "")?;
    let opened = browser.say(
        "(() => {
            const kinds = {};
            const wrong = [];
            const anchors = [...document.querySelectorAll('main [id]')].map(element => element.id)
                .filter(id => /^(claim|state|source|sentence|finding|figures)-/.test(id));
            for (const id of anchors) {
                location.hash = '';
                const link = document.createElement('a');
                link.href = `#${id}`;
                document.querySelector('main').append(link);
                link.click();
                link.remove();
                const panel = document.querySelector('.panel');
                const title = panel.querySelector('h2').textContent;
                if (panel.hidden || !title || panel.textContent.length < title.length + 10) wrong.push(id);
                const kind = id.split('-')[0];
                kinds[kind] = (kinds[kind] || 0) + 1;
            }
            return { kinds, wrong };
        })()",
    )?;
    assert_eq!(opened["wrong"], json!([]));
    for kind in ["claim", "state", "source", "sentence", "finding", "figures"] {
        assert!(opened["kinds"][kind].as_u64().unwrap_or_default() > 5, "{kind}: {opened}");
    }
    Ok(())
}

#[test]
fn the_trade_is_switched_and_read_out_by_pointer_and_keys() -> Result<()> {
    if without("browser") {
        return Ok(());
    }
    let (mut browser, _folder) = opened(WIDE, "")?;
    let views = browser.say(
        "(() => {
            const section = document.querySelector('figure[data-series=\"0\"]').closest('section');
            const pressed = () => [...section.querySelectorAll('[aria-pressed=true]')].map(button => button.textContent);
            const told = [];
            for (const layer of section.querySelectorAll('.group:nth-child(2) button')) {
                for (const measure of section.querySelectorAll('.group:first-child button')) {
                    layer.click();
                    measure.click();
                    const [measured, layered] = pressed();
                    const rows = [...section.querySelectorAll('table[data-series=\"0\"] tbody tr')];
                    const known = row => [...row.cells].slice(1, -1).filter(cell => /[0-9]/.test(cell.textContent)).length;
                    const drawn = section.querySelector('figure svg').getAttribute('aria-labelledby');
                    told.push([measured, layered, rows.map(known), drawn]);
                }
            }
            return told;
        })()",
    )?;
    let views = views.as_array().ok_or("a list")?;
    assert!(views.len() >= 10, "{views:?}");
    figures_are_those_of_the_table(views)?;
    let drawn: std::collections::BTreeSet<&str> = views.iter().filter_map(|view| view[3].as_str()).collect();
    assert_eq!(drawn.len(), views.len(), "a drawing for each: {views:?}");
    // By keys, and by the pointer.
    browser.say("document.querySelector('figure[data-series] svg').focus()")?;
    browser.press("End")?;
    let read = "document.querySelector('figure[data-series] .read').textContent";
    let last = browser.say(read)?;
    browser.press("ArrowLeft")?;
    let before = browser.say(read)?;
    assert_ne!(last, before);
    assert!(last.as_str().is_some_and(|said| said.contains("20")), "{last}");
    let at = browser.say(
        "(() => { const svg = document.querySelector('figure[data-series] svg'); svg.scrollIntoView({ behavior: 'instant' });
          const box = svg.getBoundingClientRect(); return [box.left + box.width * 0.3, box.top + box.height * 0.4]; })()",
    )?;
    browser.call("Input.dispatchMouseEvent", &json!({ "type": "mouseMoved", "x": at[0], "y": at[1] }))?;
    // Of a pointer that moves a page hears with its next frame.
    browser.until(read, |said| *said != before)?;
    assert_eq!(browser.complaints(), NOTHING);
    Ok(())
}

/// In each view as many figures stand in the row of each period as the program's own table has.
fn figures_are_those_of_the_table(views: &[Value]) -> Result<()> {
    let briefing = Briefing::bundled()?;
    let series = briefing.main_series().ok_or("a series")?;
    let words = Words::english();
    for view in views {
        let measure = Measure::all().find(|measure| view[0] == json!(words.say(measure.label))).ok_or("a measure")?;
        let layer = if view[1] == "With context" { Layer::All } else { Layer::Document };
        let query = TradeQuery { measure, layer, ..TradeQuery::default() };
        let shown = briefing_desk::analysis::trade::view(series, &Figures::new(&briefing, series), &query);
        let made = Stamp::at(Some("1752451200")).map_err(|err| format!("{err:?}"))?;
        let table = table(&briefing, series, &shown, made, &words, &Job::default())?;
        let mut known: Vec<(String, u64)> = Vec::new();
        for (period, has) in table.rows.iter().map(|row| (row[0].text(), row[3] != Cell::Empty)) {
            match known.iter_mut().find(|(of, _)| *of == period) {
                Some((_, count)) => *count += u64::from(has),
                None => known.push((period, u64::from(has))),
            }
        }
        // Parts of years follow the years, in their order, which the table of the program does not keep.
        let mut known: Vec<u64> = known.into_iter().map(|(_, count)| count).collect();
        let mut told: Vec<u64> = view[2].as_array().into_iter().flatten().filter_map(Value::as_u64).collect();
        known.sort_unstable();
        told.sort_unstable();
        assert_eq!(told, known, "{} {}", view[0], view[1]);
    }
    Ok(())
}

#[test]
fn the_keyboard_alone_searches_and_sorts() -> Result<()> {
    if without("browser") {
        return Ok(());
    }
    let (mut browser, _folder) = opened(WIDE, "")?;
    browser.say("document.querySelector('input[type=search]').focus()")?;
    browser.write("nepal")?;
    let rows = "[...document.querySelectorAll('table[data-roster] tbody tr')].map(row => row.id)";
    assert_eq!(browser.say(rows)?, json!(["state-nepal"]));
    browser.say("document.querySelector('th[data-key=population] button').focus()")?;
    browser.press("Enter")?;
    browser.press(" ")?;
    assert_eq!(
        browser.say("document.querySelector('th[data-key=population]').getAttribute('aria-sort')")?,
        "descending"
    );
    // Every control is reached by Tab, and where the keyboard is can be seen.
    browser.say("document.activeElement.blur(); document.querySelector('.skip').focus()")?;
    let mut reached = BTreeMap::new();
    for _ in 0..60 {
        browser.press("Tab")?;
        let at = browser.say(
            "(() => { const at = document.activeElement; const box = at.getBoundingClientRect();
              return [at.tagName, at === document.body || getComputedStyle(at).outlineStyle !== 'none', box.width > 0]; })()",
        )?;
        assert_eq!([&at[1], &at[2]], [&json!(true), &json!(true)], "{at}");
        *reached.entry(at[0].as_str().unwrap_or_default().to_owned()).or_insert(0) += 1;
    }
    assert!(reached.contains_key("A") && reached.contains_key("DIV"), "{reached:?}");
    Ok(())
}

#[test]
fn on_a_telephone_nothing_is_wider_than_the_screen_and_the_evidence_is_a_sheet() -> Result<()> {
    if without("browser") {
        return Ok(());
    }
    let (mut browser, _folder) = opened(NARROW, "")?;
    let wide = "document.documentElement.scrollWidth - innerWidth";
    assert_eq!(browser.say(wide)?, json!(0));
    browser.say("document.querySelector('main .cite a[href^=\"#s\"]').click()")?;
    let sheet = browser.say(
        "(() => { const box = document.querySelector('.panel').getBoundingClientRect();
          return [box.left, box.right, box.bottom, box.top > 200]; })()",
    )?;
    assert_eq!(sheet, json!([0, 390, 844, true]));
    assert_eq!(browser.say(wide)?, json!(0));
    Ok(())
}

#[test]
fn colours_are_those_that_the_system_wishes() -> Result<()> {
    if without("browser") {
        return Ok(());
    }
    let (mut browser, _folder) = opened(WIDE, "")?;
    let paper = "getComputedStyle(document.documentElement).backgroundColor";
    browser.wishes(&[("prefers-color-scheme", "light")])?;
    assert_eq!(browser.say(paper)?, "rgb(253, 252, 250)");
    browser.wishes(&[("prefers-color-scheme", "dark")])?;
    assert_eq!(browser.say(paper)?, "rgb(24, 25, 28)");
    Ok(())
}

#[test]
fn without_scripts_everything_is_there_and_nothing_that_does_nothing() -> Result<()> {
    if without("browser") {
        return Ok(());
    }
    let folder = tempfile::tempdir()?;
    let file = page(folder.path())?;
    let html = fs::read_to_string(&file)?;
    let mut browser = Browser::start(WIDE)?;
    browser.scripts(false)?;
    browser.open(&file, "#claim-ten-full-members")?;
    let told = browser.say(
        "[document.querySelectorAll('button, input, select, .panel').length, document.querySelectorAll('tr[id^=state-]').length,
          document.querySelectorAll('main svg.wide').length]",
    )?;
    assert_eq!(told[0], json!(0), "no control without what it does");
    assert!(told[1].as_u64() > Some(20) && told[2].as_u64() > Some(1), "{told}");
    // What a browser makes of it is what stands in it: nothing is closed, moved or left out for being where it may not.
    let body = &html[html.find("<body>").ok_or("a body")?..];
    let tree = Document::parse(body.trim_end().strip_suffix("</html>").ok_or("an end")?)?;
    let mut written = BTreeMap::new();
    for node in tree.descendants().filter(Node::is_element) {
        *written.entry(node.tag_name().name().to_owned()).or_insert(0_u64) += 1;
    }
    let parsed = browser.say(
        "(() => { const counts = {}; const count = node => { for (const element of node.querySelectorAll('*')) {
            counts[element.localName] = (counts[element.localName] || 0) + 1; } };
          count(document.body); return counts; })()",
    )?;
    for (name, count) in written.into_iter().filter(|(name, _)| !["body", "script"].contains(&name.as_str())) {
        assert_eq!(parsed[&name].as_u64(), Some(count), "{name}");
    }
    assert_eq!(browser.complaints(), NOTHING);
    Ok(())
}

#[test]
fn a_parser_of_html_finds_nothing_wrong() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let html = fs::read_to_string(page(folder.path())?)?;
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let wrong: Vec<String> = html5gum::Tokenizer::new_with_emitter(&html, emitter)
        .flatten()
        .filter_map(
            |token| if let html5gum::Token::Error(error) = token { Some(error.value.to_string()) } else { None },
        )
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    Ok(())
}

#[test]
fn it_prints_with_the_evidence_unfolded_and_without_controls() -> Result<()> {
    if without("browser") {
        return Ok(());
    }
    let (mut browser, folder) = opened(WIDE, "")?;
    let printed = browser.call("Page.printToPDF", &json!({ "preferCSSPageSize": true }))?;
    let file = folder.path().join("brief.pdf");
    fs::write(&file, STANDARD.decode(printed["data"].as_str().ok_or("no PDF")?)?)?;
    let text = Command::new("pdftotext").arg(&file).arg("-").output()?;
    let text = String::from_utf8(text.stdout)?;
    assert!(text.contains("Agree"), "the evidence");
    assert!(
        text.contains("Nepal") && !text.contains("Search the members"),
        "the members, and nothing to search them by"
    );
    Ok(())
}

#[test]
fn the_rules_of_accessibility_find_nothing() -> Result<()> {
    if without("browser") || without("rules") {
        return Ok(());
    }
    let rules = Path::new(AXE);
    let axe =
        fs::read_to_string(rules).map_err(|err| format!("{}: {err}. script/setup test brings it.", rules.display()))?;
    let (mut browser, _folder) = opened(WIDE, "")?;
    browser.say(&axe)?;
    for (size, look, open) in
        [(WIDE, "light", false), (WIDE, "dark", true), (NARROW, "light", true), (NARROW, "dark", false)]
    {
        browser.size(size)?;
        browser.wishes(&[("prefers-color-scheme", look)])?;
        browser.say("document.querySelectorAll('details').forEach(details => details.open = true)")?;
        if open {
            browser.say("document.querySelector('main .cite a').click()")?;
        } else {
            browser.press("Escape")?;
        }
        let found = browser.say(
            "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then(result =>
                result.violations.map(rule => [rule.id, rule.help, rule.nodes.slice(0, 3).map(node => node.html.slice(0, 200))]))",
        )?;
        assert_eq!(found, json!([]), "{size:?} {look}");
    }
    Ok(())
}

#[test]
fn the_map_follows_what_the_members_are_narrowed_down_to() -> Result<()> {
    if without("browser") {
        return Ok(());
    }
    let (mut browser, _folder) = opened(WIDE, "")?;
    let marked = "(() => {
        const data = JSON.parse(document.getElementById('data').textContent).rosters[0];
        const map = document.querySelector('figure[data-map=\"0\"]');
        const clear = [...map.querySelectorAll('svg.wide g[data-of]')].filter(mark => !mark.hasAttribute('opacity'));
        const rows = [...document.querySelectorAll('table[data-roster=\"0\"] tbody tr')];
        const all = values => [...new Set(values)].sort((one, other) => one - other);
        return {
            map: all(clear.map(mark => Number(mark.dataset.of))),
            table: all(rows.map(row => data.states[row.dataset.row])),
            hidden: map.hidden,
        };
    })()";
    let whole = browser.say(marked)?;
    assert_eq!((&whole["map"], &whole["hidden"]), (&whole["table"], &json!(false)));
    assert!(whole["map"].as_array().is_some_and(|states| states.len() > 20), "{whole}");
    browser.say("document.querySelector('input[type=search]').focus()")?;
    browser.write("stan")?;
    let narrowed = browser.say(marked)?;
    assert_eq!(narrowed["map"], narrowed["table"]);
    assert!(narrowed["map"].as_array().is_some_and(|states| (4..12).contains(&states.len())), "{narrowed}");
    // It is drawn for one day and says so; of another day it says nothing.
    let set = |day: &str| {
        format!(
            "(() => {{ const day = document.querySelector('input[type=date]'); day.value = '{day}';
             day.dispatchEvent(new Event('input')); }})()"
        )
    };
    browser.say(&set("2005-07-05"))?;
    assert_eq!(browser.say(marked)?["hidden"], json!(true));
    browser.say(&set("2025-07-14"))?;
    assert_eq!(browser.say(marked)?, narrowed);
    assert_eq!(browser.complaints(), NOTHING);
    Ok(())
}
