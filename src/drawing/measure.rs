//! How wide text is: handed in by whoever draws, since the window and the files have fonts of their own making.

use super::text::{Face, line_of};

/// No more of a text than this is looked at for one line, in characters.
const MOST: usize = 400;

/// Measures text.
pub trait Measure {
    /// The width of a line of text, in points.
    fn width(&mut self, text: &str, face: Face) -> f32;

    /// The text in one line, cut with an ellipsis where it is wider than `room`.
    fn fit(&mut self, text: &str, face: Face, room: f32) -> String {
        let shown = line_of(text);
        let looked_at = cut(&shown, MOST);
        if looked_at.len() == shown.len() && self.width(looked_at, face) <= room {
            return looked_at.to_owned();
        }
        let characters: Vec<char> = looked_at.trim_end_matches('…').chars().collect();
        let with = |count: usize| characters[..count].iter().collect::<String>().trim_end().to_owned() + "…";
        let (mut fits, mut too_many) = (0, characters.len() + 1);
        while fits + 1 < too_many {
            let middle = usize::midpoint(fits, too_many);
            if self.width(&with(middle), face) <= room { fits = middle } else { too_many = middle }
        }
        with(fits)
    }
}

/// The beginning of a text, no longer than so many characters.
pub fn cut(text: &str, characters: usize) -> &str {
    text.char_indices().nth(characters).and_then(|(at, _)| text.get(..at)).unwrap_or(text)
}
