//! The large letter that a paragraph begins with, over two lines or more.

use super::line::Chunk;

/// A page has no more large letters that begin paragraphs.
const MOST_INITIALS: usize = 16;

/// Puts a large letter that stands beside the first lines of a paragraph on the first of them: it begins its word.
pub(super) fn with_initials(mut chunks: Vec<Chunk>) -> Vec<Chunk> {
    let is_initial = |chunk: &Chunk| {
        let mut letters = chunk.glyphs.iter().flat_map(|glyph| glyph.letters.chars()).filter(|c| !c.is_whitespace());
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
    };
    let top = |chunk: &Chunk| chunk.base + 0.72 * chunk.size;
    let initials = (0..chunks.len()).filter(|at| chunks.get(*at).is_some_and(is_initial)).take(MOST_INITIALS);
    for at in initials.collect::<Vec<_>>() {
        let Some(large) = chunks.get(at) else { continue };
        let beside = |chunk: &&Chunk| {
            let gap = chunk.left - large.right;
            1.6 * chunk.size <= large.size
                && gap > -0.3 * chunk.size
                && gap < 1.2 * chunk.size
                && chunk.base > large.base + 0.5 * chunk.size
                && (top(chunk) - top(large)).abs() < 0.6 * chunk.size
        };
        let first = chunks.iter().filter(beside).max_by(|one, other| one.base.total_cmp(&other.base));
        let Some((left, base, size)) = first.map(|first| (first.left, first.base, first.size)) else { continue };
        if let Some(large) = chunks.get_mut(at) {
            (large.right, large.base, large.size) = (left, base, size);
            for glyph in &mut large.glyphs {
                (glyph.right, glyph.base, glyph.size) = (left, base, size);
            }
        }
    }
    chunks
}

#[cfg(test)]
mod tests {
    use super::super::glyph::Glyph;
    use super::super::line::lines;

    fn drawn(text: &str, left: f64, base: f64, size: f64) -> Vec<Glyph> {
        let letter = |(at, letter): (usize, char)| {
            let left = left + 0.5 * size * at as f64;
            let right = left + 0.5 * size;
            let letters = letter.to_string();
            Glyph { letters, left, right, base, size, bold: false, artifact: false, turned: false }
        };
        text.chars().enumerate().map(letter).collect()
    }

    #[test]
    fn a_large_letter_beside_two_lines_begins_the_first() {
        let all = [
            drawn("N", 70.0, 676.0, 32.0),
            drawn("obody signed", 88.0, 689.0, 11.0),
            drawn("the fares.", 88.0, 676.0, 11.0),
            drawn("They left.", 70.0, 663.0, 11.0),
        ];
        let texts: Vec<String> = lines(all.concat(), 0).into_iter().map(|line| line.text).collect();
        assert_eq!(texts, ["Nobody signed", "the fares.", "They left."]);
    }
}
