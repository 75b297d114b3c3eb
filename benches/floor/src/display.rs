//! How it is seen on a display that a window has something to read in it.

use std::error::Error;
use std::time::{Duration, Instant};

use super::screen::Display;
use x11rb::protocol::xproto::{ConnectionExt as _, ImageFormat, MapState, Window};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// Where both windows have text at the upper left, and how much of it is looked at.
const SEEN: (u16, u16) = (200, 40);
/// Text has many shades at its edges; a ground, a rule or a frame that is not yet drawn has few.
const SHADES: usize = 8;
/// How long a window may take.
const PATIENCE: Duration = Duration::from_secs(60);

impl Display {
    /// Waits until a window shows text.
    pub fn wait_for_text(&self) -> Result<()> {
        let end = Instant::now() + PATIENCE;
        while Instant::now() < end {
            for window in self.connection.query_tree(self.root())?.reply()?.children {
                if self.has_text(window)? {
                    return Ok(());
                }
            }
            std::thread::sleep(Duration::from_millis(1));
        }
        Err("no window showed text".into())
    }

    /// Whether a window shows text; one that is gone or not there yet does not.
    fn has_text(&self, window: Window) -> Result<bool> {
        let Ok(attributes) = self.connection.get_window_attributes(window)?.reply() else { return Ok(false) };
        if attributes.map_state != MapState::VIEWABLE {
            return Ok(false);
        }
        let (width, height) = SEEN;
        let Ok(image) = self.connection.get_image(ImageFormat::Z_PIXMAP, window, 0, 0, width, height, !0)?.reply()
        else {
            return Ok(false);
        };
        let mut shades: Vec<&[u8]> = image.data.chunks_exact(4).collect();
        shades.sort_unstable();
        shades.dedup();
        Ok(shades.len() >= SHADES)
    }
}
