//! A display of X11 without a screen, for the tests of the window and for the benchmark that opens it.

use std::error::Error;
use std::io::Read as _;
use std::process::{Child, Command, Stdio};

use x11rb::connection::Connection as _;
use x11rb::protocol::xproto::Window;
use x11rb::rust_connection::RustConnection;

/// A display, gone with the value.
pub struct Display {
    pub server: Child,
    /// What `DISPLAY` says.
    pub name: String,
    pub connection: RustConnection,
}

impl Display {
    /// Starts one.
    pub fn start() -> Result<Self, Box<dyn Error>> {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|err| format!("Xvfb does not start ({err}); `script/setup test` installs it"))?;
        let mut output = server.stdout.take().ok_or("Xvfb has no output")?;
        let mut number = String::new();
        let mut byte = [0];
        while output.read(&mut byte)? == 1 && byte[0] != b'\n' {
            number.push(char::from(byte[0]));
        }
        let name = format!(":{number}");
        let (connection, _) = x11rb::connect(Some(&name))?;
        Ok(Self { server, name, connection })
    }

    /// What all its windows stand on.
    pub fn root(&self) -> Window {
        self.connection.setup().roots[0].root
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        self.server.kill().ok();
        self.server.wait().ok();
    }
}
