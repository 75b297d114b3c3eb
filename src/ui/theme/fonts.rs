//! The bundled faces. Their licences stand beside them in `assets/fonts`.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily, FontTweak};

/// The name of the semibold family.
pub(super) const SEMIBOLD: &str = "semibold";

/// IBM Plex for text and figures, then the subset of Noto Sans SC for the Chinese names of the bundled briefing.
///
/// What a reader's own briefing brings beyond these comes from the system's fonts, which eframe puts last.
pub fn definitions() -> FontDefinitions {
    let faces: [(&str, &'static [u8]); 4] = [
        ("plex-sans", include_bytes!("../../../assets/fonts/IBMPlexSans-Regular.ttf")),
        ("plex-sans-semibold", include_bytes!("../../../assets/fonts/IBMPlexSans-SemiBold.ttf")),
        ("plex-mono", include_bytes!("../../../assets/fonts/IBMPlexMono-Regular.ttf")),
        ("noto-sans-sc", include_bytes!("../../../assets/fonts/NotoSansSC-subset.otf")),
    ];
    let font_data = faces
        .into_iter()
        .map(|(name, bytes)| {
            let tweak = FontTweak { hinting: Some(false), ..FontTweak::default() };
            (name.to_owned(), Arc::new(FontData::from_static(bytes).tweak(tweak)))
        })
        .collect();
    let family = |first: &str| vec![first.to_owned(), "noto-sans-sc".to_owned()];
    let families = [
        (FontFamily::Proportional, family("plex-sans")),
        (FontFamily::Monospace, family("plex-mono")),
        (FontFamily::Name(SEMIBOLD.into()), family("plex-sans-semibold")),
    ]
    .into();
    FontDefinitions { font_data, families }
}
