//! What the system asks of every window, said by a desktop of the test's own.

use std::sync::{Arc, Mutex, PoisonError};

use futures_lite::future::block_on;
use zbus::Connection;
use zbus::object_server::SignalEmitter;
use zbus::zvariant::Value;

use super::bus::Bus;
use super::display::{key, press, wait_for};
use super::screen::Display;
use super::{DARK_PAPER, LETTER_L, PAPER, Result, SIZE, closes_well, command};

/// The paper of the themes of high contrast.
const CONTRAST_LIGHT_PAPER: [u8; 3] = [0xff, 0xff, 0xff];
const CONTRAST_DARK_PAPER: [u8; 3] = [0x00, 0x00, 0x00];

const PLACE: &str = "/org/freedesktop/portal/desktop";
const APPEARANCE: &str = "org.freedesktop.appearance";
/// No preference, dark, light, as the desktop portal numbers them.
const DARK: u32 = 1;
const LIGHT: u32 = 2;

/// The part of the desktop portal that says what was set: colours, then contrast.
#[derive(Clone)]
struct Portal(Arc<Mutex<(u32, u32)>>);

#[zbus::interface(name = "org.freedesktop.portal.Settings")]
impl Portal {
    #[expect(clippy::needless_pass_by_value, reason = "so the macro calls it")]
    fn read(&self, namespace: String, key: String) -> zbus::fdo::Result<Value<'static>> {
        let (scheme, contrast) = *self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match (namespace.as_str(), key.as_str()) {
            (APPEARANCE, "color-scheme") => Ok(Value::new(Value::new(scheme))),
            (APPEARANCE, "contrast") => Ok(Value::new(Value::new(contrast))),
            _ => Err(zbus::fdo::Error::Failed("no such setting".to_owned())),
        }
    }

    #[zbus(signal)]
    async fn setting_changed(
        emitter: &SignalEmitter<'_>,
        namespace: &str,
        key: &str,
        value: Value<'_>,
    ) -> zbus::Result<()>;
}

/// A desktop that asks for light windows.
struct Desktop(Connection);

impl Desktop {
    fn start(bus: &Bus) -> Result<Self> {
        let connection = bus.session()?;
        let portal = Portal(Arc::new(Mutex::new((LIGHT, 0))));
        block_on(connection.object_server().at(PLACE, portal))?;
        block_on(connection.request_name("org.freedesktop.portal.Desktop"))?;
        Ok(Self(connection))
    }

    /// Sets one of them otherwise, and says so.
    fn set(&self, setting: &str, value: u32) -> Result<()> {
        let emitter = SignalEmitter::new(&self.0, PLACE)?;
        Ok(block_on(Portal::setting_changed(&emitter, APPEARANCE, setting, Value::new(value)))?)
    }
}

#[test]
fn the_window_looks_as_the_system_asks_until_a_reader_chooses() -> Result<()> {
    let home = tempfile::TempDir::new()?;
    let (display, bus) = (Display::start()?, Bus::start(home.path())?);
    let desktop = Desktop::start(&bus)?;
    let program = command(&display, home.path()).env("DBUS_SESSION_BUS_ADDRESS", &bus.address).spawn()?;
    let window = display.window(SIZE)?;
    let paper = |what: &str, paper| wait_for(what, || Ok((display.pixels()?.at(1270, 700) == paper).then_some(())));
    paper("light", PAPER)?;
    desktop.set("color-scheme", DARK)?;
    paper("dark", DARK_PAPER)?;
    desktop.set("contrast", 1)?;
    paper("dark at high contrast", CONTRAST_DARK_PAPER)?;
    desktop.set("color-scheme", LIGHT)?;
    paper("light at high contrast", CONTRAST_LIGHT_PAPER)?;
    // A theme that a reader chose is of the contrast they chose with it.
    press(&display, window, &[key::CONTROL, key::SHIFT, LETTER_L])?;
    paper("light as chosen", PAPER)?;
    desktop.set("color-scheme", DARK)?;
    desktop.set("contrast", 0)?;
    paper("light still", PAPER)?;
    display.close(window)?;
    closes_well(program)
}
