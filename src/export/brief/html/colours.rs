//! The colours of the page, by the names that its drawings and its style sheet have for them: as the reader's system wishes.

use std::fmt::Write as _;

use crate::drawing::palette::{CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, PRINT, Palette};

/// The head of the style sheet: the colours of each look, and when which of them is used.
pub fn style() -> String {
    let mut style = format!(":root{{color-scheme:light dark;{}}}\n", of(&LIGHT));
    for (when, palette) in [
        ("(prefers-color-scheme:dark)", &DARK),
        ("(prefers-contrast:more)", &CONTRAST_LIGHT),
        ("(prefers-contrast:more) and (prefers-color-scheme:dark)", &CONTRAST_DARK),
        ("print", &PRINT),
    ] {
        let _ = writeln!(style, "@media {when}{{:root{{{}}}}}", of(palette));
    }
    style
}

fn of(palette: &Palette) -> String {
    palette.named().iter().fold(String::new(), |mut style, (name, colour)| {
        let _ = write!(style, "--{name}:{colour};");
        style
    })
}
