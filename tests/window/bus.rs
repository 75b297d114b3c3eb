//! A session bus of the test's own, and the accessibility bus on it, as a desktop has them.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use futures_lite::future::block_on;
use zbus::Connection;
use zbus::connection::Builder;
use zbus::zvariant::Value;

use super::Result;

/// Both buses, gone when the test ends.
pub struct Bus {
    daemon: Child,
    /// Where a program finds the session bus.
    pub address: String,
    accessibility: String,
    /// The launcher of the accessibility bus ends with the session bus.
    _session: Connection,
}

impl Bus {
    /// Starts them, with a screen reader said to be there. What they leave in files is in `home`.
    pub fn start(home: &Path) -> Result<Self> {
        let mut daemon = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--print-address=1"])
            .env("HOME", home)
            .env("XDG_RUNTIME_DIR", home)
            .env_remove("DISPLAY")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|err| format!("dbus-daemon does not start ({err}); `script/setup test` installs it"))?;
        let output = daemon.stdout.take().ok_or("dbus-daemon has no output")?;
        let mut address = String::new();
        BufReader::new(output).read_line(&mut address)?;
        let address = address.trim().to_owned();
        let session = connect(&address)?;
        let bus = ("org.a11y.Bus", "/org/a11y/bus");
        let reply = block_on(session.call_method(Some(bus.0), bus.1, Some("org.a11y.Bus"), "GetAddress", &()))
            .map_err(|err| format!("there is no accessibility bus ({err}); `script/setup test` installs it"))?;
        let accessibility = reply.body().deserialize()?;
        for property in ["IsEnabled", "ScreenReaderEnabled"] {
            let set = ("org.a11y.Status", property, Value::from(true));
            let properties = "org.freedesktop.DBus.Properties";
            block_on(session.call_method(Some(bus.0), bus.1, Some(properties), "Set", &set))?;
        }
        Ok(Self { daemon, address, accessibility, _session: session })
    }

    /// A way onto the session bus.
    pub fn session(&self) -> Result<Connection> {
        connect(&self.address)
    }

    /// A way onto the accessibility bus.
    pub fn accessibility(&self) -> Result<Connection> {
        connect(&self.accessibility)
    }
}

fn connect(address: &str) -> Result<Connection> {
    Ok(block_on(Builder::address(address)?.build())?)
}

impl Drop for Bus {
    fn drop(&mut self) {
        self.daemon.kill().ok();
        self.daemon.wait().ok();
    }
}
