//! The bundled faces as the window uses them.

use std::sync::Arc;

use egui::epaint::text::{FallbackRequest, FontInsert, FontPriority, InsertFontFamily};
use egui::{Context, FontData, FontDefinitions, FontFamily, FontTweak, Plugin, Ui};

use crate::briefing::cores;
use crate::export::fonts::{ARABIC, CHINESE, MONO, SANS, SANS_SEMIBOLD, system};

/// The name of the semibold family.
pub(super) const SEMIBOLD: &str = "semibold";

/// IBM Plex for text and figures, then the subsets of Noto Sans SC and Noto Sans Arabic for names in those scripts.
///
/// What a reader's own briefing brings beyond these comes from the system's fonts: [`look_in_system`].
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
    let common = ["plex-sans", "noto-sans-sc", "noto-sans-arabic"].map(str::to_owned);
    let family = |first: &str| [&[first.to_owned()], common.as_slice()].concat();
    let families = [
        (FontFamily::Proportional, common.to_vec()),
        (FontFamily::Monospace, family("plex-mono")),
        (FontFamily::Name(SEMIBOLD.into()), family("plex-sans-semibold")),
    ]
    .into();
    FontDefinitions { font_data, families }
}

/// Lets the window take from the system's fonts what the bundled ones lack: the faces that its pictures and documents are
/// drawn with.
pub fn look_in_system(ctx: &Context) {
    ctx.add_font_provider(Arc::new(of_system));
}

/// Has another thread look for the system's fonts, since they may be many, and not before there is something to read:
/// few briefings need them.
pub fn search_system(ctx: &Context) {
    ctx.add_plugin(Search::default());
}

/// Starts the search for the system's fonts once so many passes have been drawn.
#[derive(Default)]
struct Search {
    passes: u32,
}

impl Search {
    /// The system shows a window that it has been drawn once, and so its second pass is the first that is read.
    const AFTER: u32 = 3;
}

impl Plugin for Search {
    fn debug_name(&self) -> &'static str {
        "search-for-fonts"
    }

    fn on_end_pass(&mut self, _: &mut Ui) {
        self.passes = self.passes.saturating_add(1);
        if self.passes == Self::AFTER {
            cores::start(system::prepare);
        }
    }
}

/// The face of the system for a character.
fn of_system(wanted: &FallbackRequest<'_>) -> Option<FontInsert> {
    let character = wanted.cluster.chars().next()?;
    let face = system::faces(character.encode_utf8(&mut [0; 4])).into_iter().next()?;
    let (blob, _) = face.blob.clone().into_raw_parts();
    Some(FontInsert {
        name: face.name.clone(),
        data: FontData::from_blob(blob, face.index),
        families: vec![InsertFontFamily { family: wanted.family.clone(), priority: FontPriority::Lowest }],
    })
}
