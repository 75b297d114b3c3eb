//! Handing what was written to the system: pages to whatever shows and prints them, a file to what shows folders.

use std::path::Path;

use crate::briefing::Message;
use crate::message;
use crate::ui::dialogs::open::folder_of;

/// Hands a file to the system; where that fails, what the reader can do.
pub type Hand = fn(&Path) -> Result<(), Message>;

/// What files are handed to.
#[derive(Clone, Copy, Debug)]
pub struct Doors {
    /// What shows pages, and prints them.
    pub print: Hand,
    /// What shows a file in its folder.
    pub show: Hand,
}

impl Default for Doors {
    fn default() -> Self {
        Self { print, show }
    }
}

/// Opens pages in the program that shows such files. No system has a door for printing them that all its desktops open;
/// every such program prints.
fn print(file: &Path) -> Result<(), Message> {
    open::that_detached(file)
        .map_err(|err| message!(export_dialog::not_printed, file = file.display().to_string(), why = &err))
}

/// Shows a file among the others of its folder, or else the folder.
fn show(file: &Path) -> Result<(), Message> {
    if among_others(file) {
        return Ok(());
    }
    folder_of(file)
}

/// Asks the file manager to show a file in its folder, by the name that all of them answer to on the bus of the desktop.
/// Returns whether one did.
#[cfg(target_os = "linux")]
fn among_others(file: &Path) -> bool {
    const NAME: &str = "org.freedesktop.FileManager1";
    let Ok(file) = std::path::absolute(file) else { return false };
    let asked = async {
        let bus = zbus::Connection::session().await?;
        let what = (vec![address(&file)], "");
        bus.call_method(Some(NAME), "/org/freedesktop/FileManager1", Some(NAME), "ShowItems", &what).await
    };
    futures_lite::future::block_on(asked).inspect_err(|err| log::debug!("{NAME}: {err}")).is_ok()
}

#[cfg(not(target_os = "linux"))]
const fn among_others(_: &Path) -> bool {
    false
}

/// A file as an address.
#[cfg(target_os = "linux")]
fn address(file: &Path) -> String {
    use std::fmt::Write as _;
    use std::os::unix::ffi::OsStrExt as _;
    let mut address = "file://".to_owned();
    for byte in file.as_os_str().as_bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(byte) {
            address.push(char::from(*byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(address, "%{byte:02X}");
        }
    }
    address
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::path::Path;

    use super::address;
    use crate::briefing::path::typed;

    #[test]
    fn an_address_of_a_file_leads_to_it() {
        let file = Path::new("/srv/Straße talks (2)/a%b#c.html");
        let address = address(file);
        assert_eq!(address, "file:///srv/Stra%C3%9Fe%20talks%20%282%29/a%25b%23c.html");
        assert_eq!(typed(&address), file);
    }
}
