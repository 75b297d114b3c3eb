//! What was meant by a misspelt key, field or option.

use strsim::{levenshtein, osa_distance};

/// The known word that a misspelt one is nearest to, where it is near enough to be meant. Neither case nor whether
/// words are joined by a hyphen, an underscore or a blank counts.
pub fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let plain = |text: &str| text.to_lowercase().replace(['_', ' '], "-");
    let written = plain(written);
    let distances = known.into_iter().map(|word| (osa_distance(&plain(word), &written), word));
    distances.min_by_key(|(distance, _)| *distance).filter(|(distance, _)| *distance <= most(&written)).map(|(_, w)| w)
}

/// The known key that a misspelt one is nearest to, for comparing with very many.
pub(super) fn nearest_key<'a>(written: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let distances = known.map(|key| (levenshtein(key, written), key));
    distances.min_by_key(|(distance, _)| *distance).filter(|(distance, _)| *distance <= most(written)).map(|(_, k)| k)
}

/// So many letters may be wrong.
fn most(written: &str) -> usize {
    1 + written.chars().count() / 4
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_misspelt_word_is_near_and_another_is_not() {
        let known = ["label", "paraphrase", "as_printed", "sha256"];
        for (written, meant) in [
            ("lable", Some("label")),
            ("paraphase", Some("paraphrase")),
            ("as-printed", Some("as_printed")),
            ("SHA256", Some("sha256")),
            ("Labels", Some("label")),
            ("colour", None),
            ("", None),
        ] {
            assert_eq!(nearest(written, known), meant, "{written}");
        }
        assert_eq!(nearest("x", []), None);
    }
}
