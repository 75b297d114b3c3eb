//! The bundled faces as the window uses them.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily, FontTweak};

use crate::export::fonts::{ARABIC, CHINESE, MONO, SANS, SANS_SEMIBOLD};

/// The name of the semibold family.
pub(super) const SEMIBOLD: &str = "semibold";

/// IBM Plex for text and figures, then the subsets of Noto Sans SC and Noto Sans Arabic for names in those scripts.
///
/// What a reader's own briefing brings beyond these comes from the system's fonts, which eframe puts last.
pub fn definitions() -> FontDefinitions {
    let faces: [(&str, &'static [u8]); 5] = [
        ("plex-sans", SANS),
        ("plex-sans-semibold", SANS_SEMIBOLD),
        ("plex-mono", MONO),
        ("noto-sans-sc", CHINESE),
        ("noto-sans-arabic", ARABIC),
    ];
    let font_data = faces
        .into_iter()
        .map(|(name, bytes)| {
            let tweak = FontTweak { hinting: Some(false), ..FontTweak::default() };
            (name.to_owned(), Arc::new(FontData::from_static(bytes).tweak(tweak)))
        })
        .collect();
    let family = |first: &str| [first, "noto-sans-sc", "noto-sans-arabic"].map(str::to_owned).to_vec();
    let families = [
        (FontFamily::Proportional, family("plex-sans")),
        (FontFamily::Monospace, family("plex-mono")),
        (FontFamily::Name(SEMIBOLD.into()), family("plex-sans-semibold")),
    ]
    .into();
    FontDefinitions { font_data, families }
}
