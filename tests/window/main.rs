//! The real program in a real window on a virtual display: opened, clicked through every tab, looked at, closed, and
//! opened again where it was left.
#![cfg(target_os = "linux")]

mod bus;
mod display;
mod ear;
mod heard;
mod screen;
mod system;

use std::error::Error;
use std::ffi::OsStr;
use std::os::unix::process::ExitStatusExt as _;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::Duration;

use x11rb::connection::Connection as _;
use x11rb::protocol::xproto::{ConfigureWindowAux, ConnectionExt as _, MapState, Window};

use self::display::key::{CONTROL, SHIFT};
use self::display::{press, wait_for};
use self::screen::Display;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

const SIZE: (u16, u16) = (1280, 800);
/// What a reader makes it.
const SMALLER: (u32, u32) = (1100, 700);
/// The light theme's accent and paper, as the design gives them.
const ACCENT: [u8; 3] = [0x81, 0x2f, 0x5e];
const PAPER: [u8; 3] = [0xfd, 0xfc, 0xfa];
const DARK_PAPER: [u8; 3] = [0x18, 0x19, 0x1c];
/// The middle of each tab, and where its underline is when it is open.
const TABS: [(&str, i16); 4] = [("Summary", 53), ("Members", 150), ("Trade", 265), ("Sources & checks", 395)];
const UNDERLINE: i16 = 78;

const EQUALS: u8 = 21;
const LETTER_L: u8 = 46;
const LETTER_D: u8 = 40;

/// The program on a display, with its settings in a folder of the test's own.
fn command(display: &Display, home: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_briefing-desk"));
    command
        .env("DISPLAY", &display.name)
        .env_remove("WAYLAND_DISPLAY")
        .env("HOME", home)
        .env("XDG_DATA_HOME", home)
        .env("XDG_RUNTIME_DIR", home)
        .env("LIBGL_ALWAYS_SOFTWARE", "1")
        .stderr(Stdio::null());
    command
}

/// Starts the program, and hears what it says.
fn start<T: AsRef<OsStr>>(display: &Display, home: &Path, arguments: &[T]) -> Result<Child> {
    Ok(command(display, home).args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?)
}

fn closes_well(mut program: Child) -> Result<()> {
    let status = wait_for("the end of the program", || Ok(program.try_wait()?))?;
    assert!(status.success(), "the program ended with {status}");
    Ok(())
}

#[test]
fn a_reader_opens_clicks_through_closes_and_comes_back() -> Result<()> {
    let display = Display::start()?;
    let home = tempfile::TempDir::new()?;
    let program = start::<&str>(&display, home.path(), &[])?;
    let window = display.window(SIZE)?;

    press(&display, window, &[CONTROL, SHIFT, LETTER_L])?;
    wait_for("the light theme", || Ok((display.pixels()?.at(1270, 700) == PAPER).then_some(())))?;
    for (name, x) in TABS.into_iter().chain([TABS[0], TABS[2]]) {
        display.click(x, 62)?;
        let pixels = wait_for(name, || {
            let pixels = display.pixels()?;
            Ok((pixels.open_tab() == Some(name)).then_some(pixels))
        })?;
        let drawn = pixels.drawn(24..1256, 90..770, PAPER);
        assert!(drawn > 10_000, "{name} shows something: {drawn} pixels");
    }

    press(&display, window, &[CONTROL, SHIFT, LETTER_D])?;
    wait_for("the dark theme", || Ok((display.pixels()?.at(1270, 700) == DARK_PAPER).then_some(())))?;
    display.connection.configure_window(window, &ConfigureWindowAux::new().width(SMALLER.0).height(SMALLER.1))?;
    display.connection.flush()?;
    wait_for("the smaller window", || Ok((display.pixels()?.at(1270, 700) != DARK_PAPER).then_some(())))?;
    display.close(window)?;
    closes_well(program)?;

    let program = start::<&str>(&display, home.path(), &[])?;
    let window = display.window((SMALLER.0 as u16, SMALLER.1 as u16))?;
    wait_for("the dark theme again", || Ok((display.pixels()?.at(1090, 650) == DARK_PAPER).then_some(())))?;
    press(&display, window, &[CONTROL, SHIFT, LETTER_L])?;
    wait_for("the tab that was open", || Ok((display.pixels()?.open_tab() == Some("Trade")).then_some(())))?;
    display.close(window)?;
    closes_well(program)
}

/// What the program remembers.
fn remembered(home: &Path) -> String {
    std::fs::read_to_string(home.join("briefing-desk/app.ron")).unwrap_or_default()
}

/// How it stores that the tab Trade is open.
const TRADE_STORED: &str = r#"\"trade\""#;

/// Opens the program, the tab Trade in it, and ends it from outside as soon as that is seen. Returns how it ended, and
/// what it said.
fn ended(end: impl FnOnce(&mut Display, Window, &Child) -> Result<()>) -> Result<(ExitStatus, String)> {
    let mut display = Display::start()?;
    let home = tempfile::TempDir::new()?;
    let mut program = start::<&str>(&display, home.path(), &[])?;
    let window = display.window(SIZE)?;
    press(&display, window, &[CONTROL, SHIFT, LETTER_L])?;
    wait_for("the light theme", || Ok((display.pixels()?.at(1270, 700) == PAPER).then_some(())))?;
    display.click(TABS[2].1, 62)?;
    wait_for("the tab", || Ok((display.pixels()?.open_tab() == Some("Trade")).then_some(())))?;
    end(&mut display, window, &program)?;
    let status = wait_for("the end of the program", || Ok(program.try_wait()?))?;
    let said = std::io::read_to_string(program.stderr.take().ok_or("it has a standard error")?)?;
    let stored = remembered(home.path());
    assert!(stored.contains(TRADE_STORED) && stored.contains("Light"), "{status}: {stored}");
    assert!(stored.trim_end().ends_with('}'), "{status}: {stored}");
    let left = std::fs::read_dir(home.path().join("briefing-desk"))?.flatten().map(|entry| entry.file_name());
    let parts: Vec<_> = left.filter(|name| name.to_string_lossy().ends_with(".part")).collect();
    assert!(parts.is_empty(), "{parts:?}");
    Ok((status, said))
}

#[test]
fn what_was_chosen_outlives_a_signal() -> Result<()> {
    for (name, number) in [("TERM", 15), ("INT", 2), ("HUP", 1)] {
        let (status, said) = ended(|_, _, program| {
            Command::new("kill").args([format!("-{name}"), program.id().to_string()]).status()?;
            Ok(())
        })?;
        assert_eq!((status.signal(), said.as_str()), (Some(number), ""), "{name}");
    }
    Ok(())
}

#[test]
fn a_window_or_a_display_that_goes_away_is_a_message_and_a_status() -> Result<()> {
    let gone = ended(|display, _, _| {
        display.server.kill()?;
        display.server.wait()?;
        Ok(())
    })?;
    let cut_off = ended(|display, window, _| {
        display.connection.kill_client(window)?;
        Ok(display.connection.flush()?)
    })?;
    let destroyed = ended(|display, window, _| {
        display.connection.destroy_window(window)?;
        Ok(display.connection.flush()?)
    })?;
    for (status, said) in [gone, cut_off, destroyed] {
        // 1 would say that a check fails.
        assert_eq!(status.code(), Some(2), "{said}");
        assert!(said.lines().any(|line| line.starts_with("briefing-desk: ")), "{said}");
        assert!(!said.contains("panicked") && !said.contains("registry/src"), "{said}");
    }
    Ok(())
}

/// So far to the right is one window moved from another.
const ASIDE: i16 = 600;

#[test]
fn two_windows_do_not_undo_each_others_choices() -> Result<()> {
    let display = Display::start()?;
    let home = tempfile::TempDir::new()?;
    let first = start::<&str>(&display, home.path(), &[])?;
    let below = display.window(SIZE)?;
    // It has read what was remembered once it has written where it is.
    wait_for("the settings", || Ok(remembered(home.path()).contains("window").then_some(())))?;
    let second = start::<&str>(&display, home.path(), &[])?;
    let above = wait_for("the second window", || {
        let children = display.connection.query_tree(display.root())?.reply()?.children;
        for window in children.into_iter().filter(|window| *window != below) {
            let shape = display.connection.get_geometry(window)?.reply()?;
            let attributes = display.connection.get_window_attributes(window)?.reply()?;
            if attributes.map_state == MapState::VIEWABLE && (shape.width, shape.height) == SIZE {
                return Ok(Some(window));
            }
        }
        Ok(None)
    })?;
    // A window that nothing is seen of draws nothing and waits.
    display.connection.configure_window(above, &ConfigureWindowAux::new().x(i32::from(ASIDE)))?;
    display.connection.flush()?;
    press(&display, below, &[CONTROL, SHIFT, LETTER_L])?;
    wait_for("the theme of the first", || Ok(remembered(home.path()).contains("Light").then_some(())))?;
    wait_for("the tab of the second", || {
        display.click(ASIDE + TABS[2].1, 62)?;
        std::thread::sleep(Duration::from_millis(200));
        Ok(remembered(home.path()).contains(TRADE_STORED).then_some(()))
    })?;
    for (window, program) in [(above, second), (below, first)] {
        let stored = remembered(home.path());
        assert!(stored.contains("Light") && stored.contains(TRADE_STORED), "{stored}");
        display.close(window)?;
        closes_well(program)?;
    }
    let stored = remembered(home.path());
    assert!(stored.contains("Light") && stored.contains(TRADE_STORED), "{stored}");
    Ok(())
}

#[test]
fn a_scale_that_is_none_is_said() -> Result<()> {
    let display = Display::start()?;
    for scale in ["0", "nan", "1e9", "-1", "wide\u{1b}[2J"] {
        let home = tempfile::TempDir::new()?;
        let output = Command::new(env!("CARGO_BIN_EXE_briefing-desk"))
            .env("DISPLAY", &display.name)
            .env_remove("WAYLAND_DISPLAY")
            .env("XDG_DATA_HOME", home.path())
            .env("WINIT_X11_SCALE_FACTOR", scale)
            .output()?;
        let said = String::from_utf8(output.stderr)?;
        assert_eq!(output.status.code(), Some(2), "{scale}: {said}");
        assert!(said.contains("WINIT_X11_SCALE_FACTOR") && !said.contains('\u{1b}'), "{scale}: {said}");
    }
    Ok(())
}

#[test]
fn a_window_remembered_off_every_screen_comes_back_onto_one() -> Result<()> {
    let display = Display::start()?;
    let home = tempfile::TempDir::new()?;
    let program = start::<&str>(&display, home.path(), &[])?;
    let window = display.window(SIZE)?;
    display.connection.configure_window(window, &ConfigureWindowAux::new().width(SMALLER.0).height(SMALLER.1))?;
    display.connection.flush()?;
    display.window((SMALLER.0 as u16, SMALLER.1 as u16))?;
    display.close(window)?;
    closes_well(program)?;

    // As it was left on a second screen to the right and below.
    let settings = home.path().join("briefing-desk/app.ron");
    let stored = std::fs::read_to_string(&settings)?;
    let place = stored.find("outer_position_pixels").ok_or("the place is stored")?;
    let (before, after) = stored.split_at(place);
    let end = after.find(')').ok_or("it is a point")? + 1;
    let end = end + usize::from(after[end..].starts_with(')'));
    let there = after[..end].replace(|c: char| c.is_ascii_digit() || c == '-' || c == '.', "");
    let there = there.replacen("x:", "x:2600", 1).replacen("y:", "y:1900", 1);
    let moved = format!("{before}{there}{}", &after[end..]);
    assert!(moved.contains("x:2600") && moved.contains("y:1900"), "{moved}");
    std::fs::write(&settings, moved)?;

    let program = start::<&str>(&display, home.path(), &[])?;
    let window = display.window((SMALLER.0 as u16, SMALLER.1 as u16))?;
    let fits = |place: i16, length: u32, of: u16| place >= 0 && i64::from(place) + i64::from(length) <= i64::from(of);
    wait_for("the window on the screen", || {
        let shape = display.connection.get_geometry(window)?.reply()?;
        Ok((fits(shape.x, SMALLER.0, SIZE.0) && fits(shape.y, SMALLER.1, SIZE.1)).then_some(()))
    })?;
    display.close(window)?;
    closes_well(program)
}

#[test]
fn a_window_that_was_zoomed_opens_as_large_as_it_was() -> Result<()> {
    let display = Display::start()?;
    let home = tempfile::TempDir::new()?;
    let program = start::<&str>(&display, home.path(), &[])?;
    let window = display.window(SIZE)?;
    display.connection.configure_window(window, &ConfigureWindowAux::new().width(SMALLER.0).height(SMALLER.1))?;
    display.connection.flush()?;
    display.window((SMALLER.0 as u16, SMALLER.1 as u16))?;
    let before = remembered(home.path());
    for _ in 0..3 {
        press(&display, window, &[CONTROL, EQUALS])?;
    }
    wait_for("the zoom", || Ok((remembered(home.path()) != before).then_some(())))?;
    display.close(window)?;
    closes_well(program)?;

    let program = start::<&str>(&display, home.path(), &[])?;
    let window = display.window((SMALLER.0 as u16, SMALLER.1 as u16))?;
    display.close(window)?;
    closes_well(program)
}

#[test]
fn a_folder_whose_name_is_no_text_is_remembered_and_so_is_all_else() -> Result<()> {
    use std::os::unix::ffi::OsStrExt as _;
    let display = Display::start()?;
    let home = tempfile::TempDir::new()?;
    let folder = home.path().join(OsStr::from_bytes(b"visit to Z\xfcrich"));
    briefing_desk::export::starter::write(&folder)?;
    let program = start(&display, home.path(), &[folder.as_os_str()])?;
    let window = display.window(SIZE)?;
    press(&display, window, &[CONTROL, SHIFT, LETTER_D])?;
    wait_for("the dark theme", || Ok((display.pixels()?.at(1270, 700) == DARK_PAPER).then_some(())))?;
    display.close(window)?;
    closes_well(program)?;

    let stored = std::fs::read_to_string(home.path().join("briefing-desk/app.ron"))?;
    assert!(stored.contains("252"), "the byte that is no text is kept: {stored}");
    let program = start::<&str>(&display, home.path(), &[])?;
    let window = display.window(SIZE)?;
    wait_for("the dark theme again", || Ok((display.pixels()?.at(1270, 700) == DARK_PAPER).then_some(())))?;
    display.close(window)?;
    closes_well(program)
}

#[test]
fn screenshots_are_of_every_tab_in_both_themes() -> Result<()> {
    let display = Display::start()?;
    let home = tempfile::TempDir::new()?;
    let (own, folder) = (home.path().join("own"), home.path().join("pictures"));
    briefing_desk::export::starter::write(&own)?;
    let [own, folder] = [own.to_str(), folder.to_str()].map(Option::unwrap_or_default);
    let program = start(&display, home.path(), &["screenshots", own, folder])?;
    let output = program.wait_with_output()?;
    assert!(output.status.success(), "{}", output.status);
    let listed = String::from_utf8(output.stdout)?;
    assert_eq!(listed.lines().count(), 8, "{listed}");
    for line in listed.lines() {
        let picture = image::open(line)?.to_rgb8();
        assert_eq!(picture.dimensions(), (1280, 800), "{line}");
        let paper = if line.contains("dark") { DARK_PAPER } else { PAPER };
        let of_paper = picture.pixels().filter(|pixel| pixel.0 == paper).count();
        assert!(of_paper > 100_000, "{line} is in its theme: {of_paper} pixels of paper");
    }
    Ok(())
}
