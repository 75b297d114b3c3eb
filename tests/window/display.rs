//! What is seen on a display, its keys and its pointer.

use std::time::{Duration, Instant};

use x11rb::connection::Connection as _;
use x11rb::protocol::xproto::{
    BUTTON_PRESS_EVENT, BUTTON_RELEASE_EVENT, ClientMessageEvent, ConnectionExt as _, EventMask, ImageFormat,
    InputFocus, KEY_PRESS_EVENT, KEY_RELEASE_EVENT, MOTION_NOTIFY_EVENT, MapState, Window,
};
use x11rb::protocol::xtest::ConnectionExt as _;

use super::screen::Display;
use super::{ACCENT, Result, SIZE, TABS, UNDERLINE};

impl Display {
    /// The program's window, once it is shown in a size.
    pub fn window(&self, size: (u16, u16)) -> Result<Window> {
        wait_for("the window", || {
            let children = self.connection.query_tree(self.root())?.reply()?.children;
            for window in children {
                let attributes = self.connection.get_window_attributes(window)?.reply()?;
                let shape = self.connection.get_geometry(window)?.reply()?;
                if attributes.map_state == MapState::VIEWABLE && (shape.width, shape.height) == size {
                    return Ok(Some(window));
                }
            }
            Ok(None)
        })
    }

    pub fn click(&self, x: i16, y: i16) -> Result<()> {
        self.move_to(x, y)?;
        for kind in [BUTTON_PRESS_EVENT, BUTTON_RELEASE_EVENT] {
            self.connection.xtest_fake_input(kind, 1, 0, self.root(), 0, 0, 0)?;
        }
        self.connection.flush()?;
        Ok(())
    }

    pub fn move_to(&self, x: i16, y: i16) -> Result<()> {
        self.connection.xtest_fake_input(MOTION_NOTIFY_EVENT, 0, 0, self.root(), x, y, 0)?;
        self.connection.flush()?;
        Ok(())
    }

    /// The whole display as rows of red, green and blue.
    pub fn pixels(&self) -> Result<Pixels> {
        let (width, height) = SIZE;
        let image = self.connection.get_image(ImageFormat::Z_PIXMAP, self.root(), 0, 0, width, height, !0)?.reply()?;
        Ok(Pixels(image.data))
    }

    /// Asks the program to close its window, as a window manager would.
    pub fn close(&self, window: Window) -> Result<()> {
        let atom =
            |name: &str| -> Result<u32> { Ok(self.connection.intern_atom(false, name.as_bytes())?.reply()?.atom) };
        let data = [atom("WM_DELETE_WINDOW")?, 0, 0, 0, 0];
        let event = ClientMessageEvent::new(32, window, atom("WM_PROTOCOLS")?, data);
        self.connection.send_event(false, window, EventMask::NO_EVENT, event)?;
        self.connection.flush()?;
        Ok(())
    }
}

/// What is seen, as rows of red, green and blue.
pub struct Pixels(Vec<u8>);

impl Pixels {
    pub fn at(&self, x: i16, y: i16) -> [u8; 3] {
        let start = (y as usize * usize::from(SIZE.0) + x as usize) * 4;
        let [blue, green, red] = [self.0[start], self.0[start + 1], self.0[start + 2]];
        [red, green, blue]
    }

    /// Pixels of a rectangle that differ from a colour: how much is drawn there.
    pub fn drawn(&self, xs: std::ops::Range<i16>, ys: std::ops::Range<i16>, background: [u8; 3]) -> usize {
        ys.flat_map(|y| xs.clone().map(move |x| (x, y))).filter(|(x, y)| self.at(*x, *y) != background).count()
    }

    /// The tab that is open, by its underline.
    pub fn open_tab(&self) -> Option<&'static str> {
        TABS.iter().find(|(_, x)| self.at(*x, UNDERLINE) == ACCENT).map(|(name, _)| *name)
    }
}

/// Tries until there is an answer, for half a minute at most.
pub fn wait_for<T>(what: &str, mut attempt: impl FnMut() -> Result<Option<T>>) -> Result<T> {
    let end = Instant::now() + Duration::from_secs(30);
    while Instant::now() < end {
        if let Some(answer) = attempt()? {
            return Ok(answer);
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    Err(format!("{what} did not come").into())
}

/// Presses keys of an American keyboard together, by their X keycodes.
pub fn press(display: &Display, window: Window, keycodes: &[u8]) -> Result<()> {
    display.connection.set_input_focus(InputFocus::PARENT, window, x11rb::CURRENT_TIME)?;
    let down = keycodes.iter().map(|code| (KEY_PRESS_EVENT, *code));
    let up = keycodes.iter().rev().map(|code| (KEY_RELEASE_EVENT, *code));
    for (kind, code) in down.chain(up) {
        display.connection.xtest_fake_input(kind, code, 0, display.root(), 0, 0, 0)?;
        display.connection.flush()?;
        std::thread::sleep(Duration::from_millis(30));
    }
    Ok(())
}

/// Keys of an American keyboard, by their X keycodes.
pub mod key {
    pub const ESCAPE: u8 = 9;
    pub const TAB: u8 = 23;
    pub const ENTER: u8 = 36;
    pub const CONTROL: u8 = 37;
    pub const SHIFT: u8 = 50;
    pub const ALT: u8 = 64;
    pub const F1: u8 = 67;
    pub const F6: u8 = 72;
    pub const UP: u8 = 111;
    pub const RIGHT: u8 = 114;
    pub const DOWN: u8 = 116;

    /// The rows of letters and figures, each with the keycode of its first.
    const ROWS: [(u8, &str); 4] = [(10, "1234567890-="), (24, "qwertyuiop"), (38, "asdfghjkl"), (52, "zxcvbnm,./")];

    /// The key of a letter, a figure or a space.
    pub fn of(letter: char) -> Option<u8> {
        if letter == ' ' {
            return Some(65);
        }
        ROWS.iter().find_map(|(first, row)| Some(*first + u8::try_from(row.find(letter)?).ok()?))
    }
}
