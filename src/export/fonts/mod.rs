//! The bundled faces, for the window and for whatever is drawn without it, and those of the system for the characters
//! that the bundled ones lack. The licences of the bundled ones stand beside them in `assets/fonts`.

pub mod lacking;
pub mod system;

use std::sync::{Arc, OnceLock};

use resvg::usvg::fontdb::{Database, Source};

/// IBM Plex Sans.
pub const SANS: &[u8] = include_bytes!("../../../assets/fonts/IBMPlexSans-Regular.ttf");
/// IBM Plex Sans, semibold.
pub const SANS_SEMIBOLD: &[u8] = include_bytes!("../../../assets/fonts/IBMPlexSans-SemiBold.ttf");
/// IBM Plex Mono.
pub const MONO: &[u8] = include_bytes!("../../../assets/fonts/IBMPlexMono-Regular.ttf");
/// The subset of Noto Sans SC for the Chinese names of the states of the world.
pub const CHINESE: &[u8] = include_bytes!("../../../assets/fonts/NotoSansSC-subset.otf");
/// The subset of Noto Sans Arabic for whatever is written in Arabic letters.
pub const ARABIC: &[u8] = include_bytes!("../../../assets/fonts/NotoSansArabic-subset.ttf");

/// All of them.
pub const ALL: [&[u8]; 5] = [SANS, SANS_SEMIBOLD, MONO, CHINESE, ARABIC];

/// The family of text.
pub const SANS_FAMILY: &str = "IBM Plex Sans";
/// The family of digests.
pub const MONO_FAMILY: &str = "IBM Plex Mono";
/// The family of Chinese names.
pub const CHINESE_FAMILY: &str = "Noto Sans CJK SC";
/// The family of Arabic letters.
pub const ARABIC_FAMILY: &str = "Noto Sans Arabic";

/// The faces that a text is drawn with: the bundled ones, so that a picture is the same on every machine, and those of
/// the system only for what these lack.
pub fn database_for(text: &str) -> Arc<Database> {
    let (bundled, faces) = (database(), system::faces(text));
    if faces.is_empty() {
        return bundled;
    }
    let mut database = (*bundled).clone();
    for face in faces {
        database.load_font_source(Source::Binary(face.blob.clone().into_raw_parts().0));
    }
    Arc::new(database)
}

/// The bundled faces and no others.
pub fn database() -> Arc<Database> {
    static DATABASE: OnceLock<Arc<Database>> = OnceLock::new();
    let database = DATABASE.get_or_init(|| {
        let mut database = Database::new();
        for face in ALL {
            database.load_font_source(Source::Binary(Arc::new(face)));
        }
        database.set_sans_serif_family(SANS_FAMILY);
        database.set_monospace_family(MONO_FAMILY);
        Arc::new(database)
    });
    Arc::clone(database)
}

#[cfg(test)]
mod tests {
    use super::{ALL, CHINESE_FAMILY, MONO_FAMILY, SANS_FAMILY, database};

    #[test]
    fn every_face_is_found_by_its_family_and_weight() {
        let database = database();
        let faces: Vec<_> = database.faces().map(|face| (face.families[0].0.clone(), face.weight.0)).collect();
        assert_eq!(faces.len(), ALL.len());
        for wanted in [(SANS_FAMILY, 400), (SANS_FAMILY, 600), (MONO_FAMILY, 400), (CHINESE_FAMILY, 400)] {
            assert!(
                faces.iter().any(|(family, weight)| (family.as_str(), *weight) == wanted),
                "{wanted:?} in {faces:?}"
            );
        }
    }
}
