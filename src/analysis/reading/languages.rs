//! The language of each sentence: a text may quote another, or go on in it.

use std::ops::Range;

use super::tokens::Token;
use super::tongue::{count, has_word_alone, is_latin, known_words, of_letters, of_text, small_words};

/// Sentences beside each other that are in one language.
pub(super) struct Stretch {
    /// The numbers of its tokens.
    pub tokens: Range<usize>,
    /// The bytes of the text.
    pub range: Range<usize>,
    pub tongue: usize,
}

/// So much has to speak for another language: a small word counts twice as much as a word that it is known to have.
const ENOUGH: usize = 3;

/// The stretches of a text, in its order: all its tokens, each once.
pub(super) fn stretches(text: &str, tokens: &[Token<'_>], usual: usize) -> Vec<Stretch> {
    let main = of_text(text, tokens, usual);
    let mut found: Vec<Stretch> = Vec::new();
    let mut start = 0;
    for at in 0..tokens.len() {
        if at + 1 < tokens.len() && !ends(tokens, at) {
            continue;
        }
        let here = &tokens[start..=at];
        let range = here[0].range.start..tokens[at].range.end;
        let tongue = of_sentence(text.get(range.clone()).unwrap_or_default(), here, main, usual);
        match found.last_mut().filter(|last| last.tongue == tongue) {
            Some(last) => (last.tokens.end, last.range.end) = (at + 1, range.end),
            None => found.push(Stretch { tokens: start..at + 1, range, tongue }),
        }
        start = at + 1;
    }
    found
}

/// The language that most of a text is in.
pub(super) fn most(stretches: &[Stretch], usual: usize) -> usize {
    let length = |tongue: usize| -> usize {
        stretches.iter().filter(|stretch| stretch.tongue == tongue).map(|stretch| stretch.range.len()).sum()
    };
    if let [one] = stretches {
        return one.tongue;
    }
    // Of two that are as long the first.
    stretches.iter().map(|stretch| stretch.tongue).rev().max_by_key(|tongue| length(*tongue)).unwrap_or(usual)
}

/// Whether a sentence ends with a token. A point behind one or two digits may be that of a day: `am 13. Juli`.
fn ends(tokens: &[Token<'_>], at: usize) -> bool {
    let token = &tokens[at];
    if token.is_mark(";!?。；！？؛؟") {
        return true;
    }
    let before = at.checked_sub(1).and_then(|before| tokens[before].digits());
    let starts = |next: &Token<'_>| next.spaced && (next.capital || !next.word().is_some_and(lower));
    token.is_mark(".")
        && before.is_none_or(|number| number > 31)
        && tokens.get(at + 1).is_none_or(starts)
        && !super::is_scale_cut_short(|at| tokens.get(at).cloned(), at)
}

fn lower(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_lowercase)
}

/// The language of a sentence: that of its letters, or of its words where they leave little doubt, or else that of the
/// text.
fn of_sentence(text: &str, tokens: &[Token<'_>], main: usize, usual: usize) -> usize {
    if let Some(tongue) = of_letters(text) {
        return tongue;
    }
    if !is_latin(main) {
        // Names and numbers alone say nothing.
        let has_words = tokens.iter().any(|token| token.word().is_some_and(lower));
        return if has_words { of_text(text, tokens, usual) } else { main };
    }
    let counts = small_words(tokens);
    let others = || (0..count()).filter(|tongue| *tongue != main && is_latin(*tongue));
    if others().all(|tongue| counts[tongue] < counts[main]) && counts[main] > 0 {
        return main;
    }
    let score = |tongue: usize| 2 * counts[tongue] + known_words(tokens, tongue);
    let own = score(main);
    let best = others().map(|tongue| (score(tongue), tongue)).max_by_key(|(score, tongue)| (*score, count() - tongue));
    if let Some((_, tongue)) = best.filter(|(score, _)| *score > own && *score >= ENOUGH) {
        return tongue;
    }
    if counts[main] > 0 {
        return main;
    }
    // Of a short sentence that has no word of the text's language alone any of another's is enough.
    let has_words = tokens.iter().any(|token| !token.capital && token.word().is_some_and(lower));
    let alone = |tongue: &usize| {
        known_words(tokens, *tongue) > known_words(tokens, main) && !has_word_alone(tokens, main, *tongue)
    };
    let mut fitting = others().filter(|_| has_words).filter(alone);
    fitting.next().filter(|_| fitting.next().is_none()).unwrap_or(main)
}

#[cfg(test)]
mod tests {
    use crate::analysis::reading::Reading;

    #[test]
    fn each_sentence_is_read_in_its_own_language() {
        let first = "The ministers met in Beijing, as the article has it.";
        for (text, language) in [
            ("La cumbre empezó el 31 de agosto de 2025.", "es"),
            ("Le sommet s’est ouvert le 31 août 2025.", "fr"),
            ("Das war am 13. Juli 2025.", "de"),
            ("Vierzehn Staaten waren Dialogpartner.", "de"),
            ("Russlands Überschuss betrug 18,33 Mrd. US-Dollar.", "de"),
            ("Los ministros firmaron.", "es"),
            ("Xi hosted Putin.", "en"),
            ("Саммит открылся 31 августа 2025 года.", "ru"),
            ("峰会于2025年8月31日举行。", "zh"),
            ("التقى الوزيران في بكين.", "ar"),
            ("It was on a Sunday.", "en"),
            ("Trade grew.", "en"),
        ] {
            let both = format!("{first} {text}");
            let reading = Reading::of(&both, 0);
            assert_eq!(reading.language_at(3), "en", "{text}");
            assert_eq!(reading.language_at(first.len() + 4), language, "{text}");
        }
    }

    #[test]
    fn a_sentence_is_in_the_language_of_its_text_where_nothing_tells() {
        for text in ["Bonn, 2025. Die Minister trafen sich.", "Die Minister trafen sich. Bonn, 2025."] {
            let reading = Reading::of(text, 0);
            assert_eq!((reading.language_at(0), reading.language_at(text.len() - 2)), ("de", "de"), "{text}");
        }
        // A title of another language within a sentence leaves it what it is.
        let reading = Reading::of("El País reports it, and so does La Repubblica.", 0);
        assert_eq!(reading.language(), "en");
    }
}
