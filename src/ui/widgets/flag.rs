//! Round flags.

use egui::load::Bytes;
use egui::{Align2, Image, ImageSource, Rect, Sense, Ui, vec2};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::briefing::State;
use crate::ui::theme::{Type, tokens_of};

/// Every flag by its code, in the order of the codes.
const FLAGS: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/flags.rs"));

/// The flag of a state by its code; where it has none, its alpha-2 code or else the initials of its name in a ring of the
/// same size. It says nothing that the name beside it does not, so a screen reader passes over it.
pub fn flag(ui: &mut Ui, state: &State, name: &str, size: f32) {
    let (rect, _) = ui.allocate_exact_size(vec2(size, size), Sense::empty());
    paint_flag(ui, rect, state, name);
}

/// Paints a flag into a square.
pub fn paint_flag(ui: &Ui, rect: Rect, state: &State, name: &str) {
    let t = tokens_of(ui);
    let alpha2 = &state.alpha2;
    let code = state.code().unwrap_or(alpha2).to_ascii_lowercase();
    if let Some(svg) = svg(&code) {
        let uri = format!("bytes://flag-{code}-{}.svg", rect.width());
        let source = ImageSource::Bytes { uri: uri.into(), bytes: Bytes::Static(svg) };
        Image::new(source).fit_to_exact_size(rect.size()).paint_at(ui, rect);
        // White at a flag's edge would melt into the page.
        ui.painter().circle_stroke(rect.center(), rect.width() / 2.0, (0.5, t.stroke));
    } else {
        ring(ui, rect, if code.is_empty() { initials(name) } else { alpha2.to_ascii_uppercase() });
    }
}

/// Paints what stands in the place of a flag for an organisation into a square: its short name where there is room for it,
/// or else the initials of its name. Never a flag: a short name can be the code of a state.
pub fn paint_emblem(ui: &Ui, rect: Rect, short: &str, name: &str) {
    /// As many letters have room in a ring.
    const ROOM: usize = 3;
    ring(ui, rect, if short.graphemes(true).count() <= ROOM { short.to_owned() } else { initials(name) });
}

/// A ring with letters in it.
fn ring(ui: &Ui, rect: Rect, letters: String) {
    let t = tokens_of(ui);
    ui.painter().circle(rect.center(), rect.width() / 2.0 - 0.5, t.field, (1.0, t.stroke));
    let font = egui::FontId::new(rect.width() * 0.4, Type::Caption.mono_font().family);
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, letters, font, t.ink2);
}

fn svg(code: &str) -> Option<&'static [u8]> {
    let at = FLAGS.binary_search_by_key(&code, |(known, _)| known).ok()?;
    FLAGS.get(at).map(|(_, svg)| *svg)
}

/// The initials of the first two words of a name that begin with a capital; its first letter in a script without any.
fn initials(name: &str) -> String {
    let words = name.split(|letter: char| letter.is_whitespace() || letter == '-');
    let capitals: String =
        words.filter_map(|word| word.chars().next().filter(|first| first.is_uppercase())).take(2).collect();
    if capitals.is_empty() { name.graphemes(true).next().unwrap_or_default().to_uppercase() } else { capitals }
}

#[cfg(test)]
mod tests {
    use super::{FLAGS, initials, svg};

    #[test]
    fn every_state_of_iso_3166_has_its_flag() {
        // The names of CLDR are of these states, of places that have no code of their own there, and of what is no state.
        const OTHERS: [&str; 15] =
            ["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"];
        let names = include_str!("../../../assets/fonts/state-names.tsv").lines();
        let codes: Vec<&str> = names
            .filter_map(|line| line.strip_prefix("en\t")?.split('\t').next())
            .filter(|code| code.len() == 2 && !OTHERS.contains(code))
            .collect();
        assert_eq!(codes.len(), 249, "ISO 3166-1 has so many");
        for code in codes {
            assert!(svg(&code.to_ascii_lowercase()).is_some(), "{code}");
        }
        assert!(FLAGS.is_sorted_by_key(|(code, _)| *code));
        assert!(FLAGS.iter().map(|(_, svg)| svg.len()).sum::<usize>() < 200_000);
    }

    #[test]
    fn initials_are_of_words_that_begin_with_a_capital() {
        assert_eq!(initials("Free State of Thornwick"), "FS");
        assert_eq!(initials("Āmberia"), "Ā");
        assert_eq!(initials("атлантида"), "А");
        assert_eq!(initials("กำแพง"), "กำ");
        assert_eq!(initials(""), "");
    }
}
