//! Every string of the bundled data, and every name of a state in the languages of the United Nations, can be drawn with
//! the bundled fonts.

use std::collections::BTreeSet;

use briefing_desk::ui::theme::{Type, definitions};
use serde_json::Value;

fn strings(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| strings(item, found)),
        Value::Object(fields) => fields.values().for_each(|field| strings(field, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[test]
fn every_string_of_the_bundled_data_has_its_glyphs() {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/data")).expect("the data folder") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|extension| extension == "json") {
            let text = std::fs::read_to_string(&path).expect("a bundled file");
            strings(&serde_json::from_str(&text).expect("JSON"), &mut found);
        }
    }
    let characters: BTreeSet<char> = found.iter().flat_map(|text| text.chars()).collect();
    assert!(characters.len() > 150, "the data was read: {} different characters", characters.len());

    let missing = missing(&characters);
    assert!(missing.is_empty(), "no glyph for {missing:?}; after new Chinese characters run script/fonts");
}

#[test]
fn every_name_of_a_state_in_the_languages_of_the_un_has_its_glyphs() {
    let names = include_str!("../../assets/fonts/state-names.tsv").lines().filter(|line| !line.starts_with('#'));
    let names: Vec<Vec<&str>> = names.map(|line| line.split('\t').collect()).collect();
    for language in ["en", "ru", "zh", "fr", "es", "ar"] {
        let count = names.iter().filter(|name| name[0] == language).count();
        assert!(count > 250, "{language}: {count}");
    }
    let characters: BTreeSet<char> = names.iter().flat_map(|name| name[2].chars()).collect();
    let missing = missing(&characters);
    assert!(missing.is_empty(), "no glyph for {missing:?}; run script/fonts");
}

/// The characters that a bundled family has no glyph for, with the family.
fn missing(characters: &BTreeSet<char>) -> Vec<(String, char)> {
    let ctx = egui::Context::default();
    ctx.set_fonts(definitions());
    let mut missing = Vec::new();
    let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
        for font in [Type::Body.font(), Type::Body.strong_font(), Type::Body.mono_font()] {
            for character in characters {
                if !ui.fonts_mut(|fonts| fonts.has_glyph(&font, *character)) {
                    missing.push((font.family.to_string(), *character));
                }
            }
        }
    });
    output.textures_delta.clear();
    missing
}
