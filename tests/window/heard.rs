//! The window by ear: what a screen reader finds in it, and what it is told while a reader uses the keyboard.

use std::path::Path;
use std::process::Child;

use atspi::{Role, State};
use x11rb::protocol::xproto::Window;

use super::bus::Bus;
use super::display::{key, press, wait_for};
use super::ear::{Ear, Node, Told};
use super::screen::Display;
use super::{Result, SIZE, closes_well, command};

/// The program with a screen reader beside it.
struct Heard {
    display: Display,
    window: Window,
    ear: Ear,
    program: Child,
    _bus: Bus,
    _home: tempfile::TempDir,
}

impl Heard {
    fn start() -> Result<Self> {
        let home = tempfile::TempDir::new()?;
        let (display, bus) = (Display::start()?, Bus::start(home.path())?);
        let program = command(&display, home.path()).env("DBUS_SESSION_BUS_ADDRESS", &bus.address).spawn()?;
        let window = display.window(SIZE)?;
        let ear = Ear::listen(&bus)?;
        Ok(Self { display, window, ear, program, _bus: bus, _home: home })
    }

    fn press(&self, keys: &[u8]) -> Result<()> {
        press(&self.display, self.window, keys)
    }

    fn type_text(&self, text: &str) -> Result<()> {
        for key in text.chars().map(|letter| key::of(letter).ok_or("there is no such key")) {
            self.press(&[key?])?;
        }
        Ok(())
    }

    /// Closes the window, and the program with it.
    fn close(self) -> Result<()> {
        self.display.close(self.window)?;
        closes_well(self.program)
    }
}

/// Where `HEARD` names a folder, what was heard is left there to be read.
fn leave(name: &str, text: &str) -> Result<()> {
    if let Some(folder) = std::env::var_os("HEARD") {
        std::fs::create_dir_all(&folder)?;
        std::fs::write(Path::new(&folder).join(name), text)?;
    }
    Ok(())
}

/// The window with a tab of it open, and what was read of it left where that is asked for.
fn walk(heard: &Heard, number: char, tab: &str) -> Result<Node> {
    heard.press(&[key::CONTROL, key::of(number).ok_or("a figure")?])?;
    let window = wait_for(tab, || {
        let window = heard.ear.window()?;
        let is_open = window.find(Role::PageTab, tab).is_some_and(|tab| tab.is(State::Selected));
        Ok((is_open && window.find(Role::Landmark, tab).is_some()).then_some(window))
    })?;
    leave(&format!("{tab}.txt"), &window.transcript())?;
    Ok(window)
}

#[test]
fn a_screen_reader_walks_every_tab() -> Result<()> {
    let heard = Heard::start()?;
    let tabs = ["Summary", "Members", "Trade", "Sources & checks"];
    for (tab, number) in tabs.into_iter().zip('1'..) {
        let window = walk(&heard, number, tab)?;
        assert!(window.role == Role::Frame && window.name.ends_with(" – Briefing Desk"), "{}", window.name);

        // Its parts, in the order in which they are read.
        let parts: Vec<_> = window.children.iter().filter(|part| part.role == Role::Landmark).collect();
        let names: Vec<&str> = parts.iter().map(|part| part.name.as_str()).collect();
        assert_eq!(names, ["Top bar", "Tabs", tab, "Status bar"]);

        let strip = window.find(Role::PageTabList, "Tabs").ok_or("the tabs are a list")?;
        let listed: Vec<_> = strip.children.iter().map(|tab| (tab.role, tab.name.as_str())).collect();
        assert_eq!(listed, tabs.map(|tab| (Role::PageTab, tab)));
        for (place, one) in (1..).zip(&strip.children) {
            let place_of_all = [one.attribute("posinset"), one.attribute("setsize")];
            assert_eq!(place_of_all, [place.to_string().as_str(), "4"], "{}", one.name);
            assert_eq!(one.is(State::Selected), one.name == tab, "{}", one.name);
            assert!(!one.is(State::Checkable), "{} is no box to tick", one.name);
        }

        let headings = window.all().into_iter().filter(|node| node.role == Role::Heading).count();
        assert!(headings > 3, "{tab} has {headings} headings");
        let main = parts.iter().find(|part| part.name == tab).ok_or("the page")?;
        names_hold(main, tab);
        rows_hold(main, tab);
    }
    heard.close()
}

/// Whatever the keyboard reaches has a name and is something; a chart, a map and a table have names in them.
fn names_hold(page: &Node, tab: &str) {
    for node in page.all() {
        let is_reached =
            node.is(State::Focusable) || matches!(node.role, Role::TableCell | Role::TableRow | Role::Table);
        assert!(!is_reached || !node.name.trim().is_empty(), "{tab}: {:?} without a name", node.role);
        assert!(node.role != Role::Unknown, "{tab}: {} is nothing", node.name);
        // What opens something is pressed and does not stay pressed in.
        let opens = ["Source: ", "2024: ", "Event "].iter().any(|begins| node.name.starts_with(begins));
        assert!(!(opens && node.role == Role::ToggleButton), "{tab}: {} is no switch", node.name);
    }
    let has = |name: &str| page.all().iter().any(|node| node.name.contains(name));
    let expected: &[&str] = match tab {
        "Summary" => &["Beijing, 13\u{a0}Jul\u{a0}2025: Lavrov and Wang talk", "16 supported"],
        "Members" => &["China on the map, Member", "Status: Observer", "States by status"],
        "Trade" => &["2024: Turnover: US$244.8\u{a0}bn", "Claim on 2024: ", "2024: 244.8"],
        _ => &["Disputed, 2\u{a0}claims"],
    };
    for name in expected {
        assert!(has(name), "{tab} has {name}");
    }
}

/// Every row is of a table that has a name, and says where in it it stands.
fn rows_hold(page: &Node, tab: &str) {
    fn rows<'n>(node: &'n Node, table: Option<&'n Node>, found: &mut Vec<(&'n Node, Option<&'n Node>)>) {
        let table = if node.role == Role::Table { Some(node) } else { table };
        if node.role == Role::TableRow {
            found.push((node, table));
        }
        node.children.iter().for_each(|child| rows(child, table, found));
    }
    let mut found = Vec::new();
    rows(page, None, &mut found);
    assert!(found.len() > 5, "{tab} has {} rows", found.len());
    let mut placed = 0;
    for (row, table) in found {
        assert!(table.is_some_and(|table| !table.name.is_empty()), "{tab}: {} is of no table", row.name);
        // The head of a table is none of its rows.
        if let (Ok(place), Ok(of)) = (row.attribute("posinset").parse::<usize>(), row.attribute("setsize").parse()) {
            assert!((1..=of).contains(&place), "{tab}: {} is {place} of {of}", row.name);
            placed += 1;
        }
    }
    assert!(placed > 5, "{tab}: {placed} rows say where they stand");
}

fn is_focus(told: &Told, role: Role, begins: &str) -> bool {
    matches!(told, Told::Focus(of, name, _) if *of == role && name.starts_with(begins))
}

fn is_said(told: &Told, what: &str) -> bool {
    matches!(told, Told::Said(said, _) if said.replace('\u{a0}', " ").contains(what))
}

#[test]
fn a_reader_works_by_keyboard_and_by_ear() -> Result<()> {
    let heard = Heard::start()?;
    let ear = &heard.ear;
    let focus = |what: &str, keys: &[u8], role: Role| -> Result<()> {
        heard.press(keys)?;
        ear.till(what, |told| is_focus(told, role, what)).map(|_| ())
    };
    let said = |what: &str, keys: &[u8]| -> Result<()> {
        heard.press(keys)?;
        ear.till(what, |told| is_said(told, what)).map(|_| ())
    };
    let letter = |letter: char| key::of(letter).ok_or("there is no such key");
    let control = |one: char| -> Result<[u8; 2]> { Ok([key::CONTROL, letter(one)?]) };

    // The members are searched, walked and sorted.
    walk(&heard, '2', "Members")?;
    focus("Search the members", &control('f')?, Role::Entry)?;
    heard.type_text("i")?;
    said("4 of 26 states", &[letter('n')?])?;
    // Dialogs have names, take the keyboard and give it back.
    let dialogs: [(&str, &[u8]); 5] = [
        ("Keys", &[key::F1]),
        ("Settings", &[key::CONTROL, letter(',')?]),
        ("Export", &control('e')?),
        ("Open a briefing", &control('o')?),
        ("Search or run a command", &control('k')?),
    ];
    for (name, keys) in dialogs {
        heard.press(keys)?;
        ear.till(name, |told| matches!(told, Told::Focus(role, ..) if *role != Role::Frame))?;
        let window = ear.window()?;
        let dialog = window.find(Role::Dialog, name).ok_or_else(|| format!("{name} is a dialog"))?;
        assert!(dialog.all().iter().any(|node| node.is(State::Focused)), "{name} has the keyboard");
        focus("Search the members", &[key::ESCAPE], Role::Entry)?;
    }
    focus("Page", &[key::ESCAPE], Role::Panel)?;
    focus("Table", &[key::F6], Role::Panel)?;
    focus("SCO", &[key::TAB], Role::Table)?;
    focus("Bahrain, Dialogue partner", &[key::DOWN], Role::TableRow)?;
    focus("Status: Dialogue partner", &[key::RIGHT], Role::TableCell)?;
    focus("Status, not sorted", &[key::UP], Role::ColumnHeader)?;
    said("Status, sorted upwards", &[key::ENTER])?;
    focus("Bahrain, Dialogue partner", &[key::DOWN], Role::TableRow)?;
    // What was opened by the walk stays; the filter is taken off, and the table keeps the keyboard.
    said("26 states", &[key::ESCAPE])?;
    assert!(ear.window()?.all().iter().any(|node| node.is(State::Focused) && node.role != Role::Frame));
    // A date is set as a screen reader sets it.
    let slider = ear.window()?;
    let slider = slider.all().into_iter().find(|node| node.role == Role::Slider).ok_or("the line of time")?.clone();
    ear.set_value(&slider, 6000.0)?;
    ear.till("another day", |told| matches!(told, Told::Said(said, _) if said.contains("2017")))?;

    // The menu by Alt, and back to its button.
    focus("Menu", &[key::ALT], Role::Menu)?;
    focus("Search or run a command", &[key::TAB], Role::Button)?;
    focus("Menu", &[key::ESCAPE], Role::Button)?;

    // The chart is three keys from the tabs, and one stop.
    walk(&heard, '3', "Trade")?;
    focus("Tabs", &[key::F6], Role::Panel)?;
    focus("Trade", &[key::TAB], Role::PageTab)?;
    focus("Page", &[key::F6], Role::Panel)?;
    focus("Chart", &[key::F6], Role::Panel)?;
    focus("2016: ", &[key::TAB], Role::Button)?;
    // What has just got the keyboard takes the arrows as its own from the next frame on, and a busy machine draws slowly.
    std::thread::sleep(std::time::Duration::from_millis(500));
    focus("2017: ", &[key::RIGHT], Role::Button)?;
    focus("Turnover; 2016: ", &[key::TAB], Role::TableRow)?;
    said("Copied.", &[key::CONTROL, key::SHIFT, letter('e')?])?;
    heard.close()
}
