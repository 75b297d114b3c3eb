//! Faces of the system for characters that the bundled ones lack.
//!
//! The system is asked at the first such character of a process and not before, and each answer is kept.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use parley::fontique::{
    Blob, CharmapIndex, Collection, CollectionOptions, FallbackKey, FamilyId, GenericFamily, Language, QueryFamily,
    QueryFont, QueryStatus, Script, SourceCache,
};
use unicode_script::UnicodeScript as _;

use super::{ARABIC, CHINESE, SANS};
use crate::briefing::attempt::attempt;
use crate::briefing::visible::acts;

/// A face of the system.
#[derive(Debug)]
pub struct Face {
    /// A name that no other face has.
    pub name: String,
    /// What its family is called where it is installed.
    pub family: String,
    /// Its file.
    pub blob: Blob<u8>,
    /// Which font of the file it is.
    pub index: u32,
    characters: CharmapIndex,
}

/// What is known of the faces of the system.
#[derive(Default)]
struct System {
    /// Whatever is installed; nothing before it is asked for.
    installed: Option<(Collection, SourceCache)>,
    /// The bundled faces.
    bundled: Vec<(Blob<u8>, CharmapIndex)>,
    /// Those that were needed so far.
    faces: Vec<Arc<Face>>,
    /// For each character that the bundled faces lack, which of those has it.
    answers: HashMap<char, Option<usize>>,
}

/// The faces of the system that a text needs beside the bundled ones.
pub fn faces(text: &str) -> Vec<Arc<Face>> {
    asked(text, |system, characters| {
        let needed: BTreeSet<usize> = characters.filter_map(|character| system.face_with(character)).collect();
        needed.into_iter().filter_map(|face| system.faces.get(face).cloned()).collect()
    })
}

/// The characters of a text that neither a bundled face nor one of the system has.
pub fn lacking(text: &str) -> BTreeSet<char> {
    asked(text, |system, characters| characters.filter(|character| system.face_with(*character).is_none()).collect())
}

/// Asks the system for its fonts, which takes a while at the first time.
pub fn prepare() {
    with_system(|system| {
        system.installed();
    });
}

fn with_system<T>(act: impl FnOnce(&mut System) -> T) -> T {
    static SYSTEM: Mutex<Option<System>> = Mutex::new(None);
    // What was known when another thread ended in between is known still.
    let mut system = SYSTEM.lock().unwrap_or_else(PoisonError::into_inner);
    act(system.get_or_insert_with(System::new))
}

/// Asks for the characters of a text that the bundled faces lack, each once.
fn asked<T: Default>(text: &str, ask: impl FnOnce(&mut System, &mut dyn Iterator<Item = char>) -> T) -> T {
    if text.is_ascii() {
        return T::default();
    }
    let characters: BTreeSet<char> = text.chars().filter(|character| is_drawn(*character)).collect();
    with_system(|system| {
        let lacked: Vec<char> = characters.into_iter().filter(|character| !system.is_bundled(*character)).collect();
        if lacked.is_empty() { T::default() } else { ask(system, &mut lacked.into_iter()) }
    })
}

/// Whether a character is one that a face draws.
pub fn is_drawn(character: char) -> bool {
    let joins = matches!(character, '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}');
    !character.is_ascii() && !character.is_whitespace() && !character.is_control() && !acts(character) && !joins
}

impl System {
    fn new() -> Self {
        let mut collection = Collection::new(CollectionOptions { shared: false, system_fonts: false });
        let mut sources = SourceCache::default();
        let mut bundled = Vec::new();
        for face in [SANS, CHINESE, ARABIC] {
            for (_, fonts) in collection.register_fonts(Blob::new(Arc::new(face)), None) {
                let loaded =
                    fonts.iter().filter_map(|font| Some((font.load(Some(&mut sources))?, font.charmap_index())));
                bundled.extend(loaded);
            }
        }
        Self { bundled, ..Self::default() }
    }

    fn is_bundled(&self, character: char) -> bool {
        self.bundled.iter().any(|(blob, characters)| has(blob, *characters, character))
    }

    /// Whatever is installed.
    fn installed(&mut self) -> &mut (Collection, SourceCache) {
        self.installed.get_or_insert_with(|| {
            let asked = |system_fonts| Collection::new(CollectionOptions { shared: false, system_fonts });
            // What asks fontconfig takes it that there is a font, and a machine may have none.
            (attempt(|| asked(true)).unwrap_or_else(|_| asked(false)), SourceCache::default())
        })
    }

    /// The place among [`Self::faces`] of one that has a character.
    fn face_with(&mut self, character: char) -> Option<usize> {
        if let Some(answer) = self.answers.get(&character) {
            return *answer;
        }
        let known = self.faces.iter().position(|face| has(&face.blob, face.characters, character));
        let answer = known.or_else(|| {
            let installed = self.installed();
            // Whatever is wrong with a font of the system, it is that of one character.
            let found = attempt(|| preferred(installed, character).or_else(|| any(installed, character)));
            let Found { family, blob, index, characters } = found.ok().flatten()?;
            let family = self.installed().0.family_name(family).unwrap_or_default().to_owned();
            let name = format!("system {}", self.faces.len());
            self.faces.push(Arc::new(Face { name, family, blob, index, characters }));
            Some(self.faces.len() - 1)
        });
        self.answers.insert(character, answer);
        answer
    }
}

/// A face as it is found.
struct Found {
    family: FamilyId,
    blob: Blob<u8>,
    index: u32,
    characters: CharmapIndex,
}

/// The face that the system prefers for the script of a character.
fn preferred((collection, sources): &mut (Collection, SourceCache), character: char) -> Option<Found> {
    const GENERIC: [GenericFamily; 4] =
        [GenericFamily::SansSerif, GenericFamily::SystemUi, GenericFamily::Math, GenericFamily::Emoji];
    let script = Script::parse(character.script().short_name()).ok();
    // A face for Han may be of one language and lack what another writes.
    let languages = ["zh", "zh-TW", "ja", "ko"].iter().filter_map(|language| Language::parse(language).ok());
    for language in std::iter::once(None).chain(languages.map(Some)) {
        let mut query = collection.query(sources);
        query.set_families(GENERIC.map(QueryFamily::Generic));
        if let Some(script) = script {
            query.set_fallbacks(FallbackKey::new(script, language.as_ref()));
        }
        let mut found = None;
        query.matches_with(|font: &QueryFont| {
            if has(&font.blob, font.charmap_index, character) {
                found = Some(Found {
                    family: font.family.0,
                    blob: font.blob.clone(),
                    index: font.index,
                    characters: font.charmap_index,
                });
                return QueryStatus::Stop;
            }
            QueryStatus::Continue
        });
        if found.is_some() {
            return found;
        }
    }
    None
}

/// Any face that has a character.
fn any((collection, sources): &mut (Collection, SourceCache), character: char) -> Option<Found> {
    let families: Vec<String> = collection.family_names().map(str::to_owned).collect();
    families.iter().find_map(|family| {
        let family = collection.family_by_name(family)?;
        family.fonts().iter().find_map(|font| {
            let blob = font.load(Some(sources))?;
            let (index, characters) = (font.index(), font.charmap_index());
            has(&blob, characters, character).then_some(Found { family: family.id(), blob, index, characters })
        })
    })
}

fn has(blob: &Blob<u8>, characters: CharmapIndex, character: char) -> bool {
    let found = characters.charmap(blob.as_ref()).and_then(|characters| characters.map(character));
    found.is_some_and(|glyph| glyph != 0)
}

#[cfg(test)]
mod tests {
    use super::{faces, lacking};

    #[test]
    fn what_the_bundled_faces_have_is_asked_of_no_system() {
        let text = "Côte d’Ivoire, Россия, 中国, العراق, ایران, 244.8\u{a0}%, ﷼";
        assert!(faces(text).is_empty() && lacking(text).is_empty());
    }

    #[test]
    fn what_no_face_can_have_is_lacking() {
        // Never to be a character.
        assert_eq!(lacking("a\u{10fff0}中\u{200d}").into_iter().collect::<String>(), "\u{10fff0}");
        assert!(faces("\u{10fff0}").is_empty());
    }
}
