//! Where a text that can stand within a sentence begins one.

use super::Words;

impl Words {
    /// Text with a capital at its start, as a language writes what stands by itself.
    pub fn sentence_case(&self, text: &str) -> String {
        let mut letters = text.chars();
        letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn the_first_letter_alone_becomes_a_capital() {
        let words = Words::english();
        let said = ["member states of the SCO", "éditions", "ß", "12 states", ""].map(|text| words.sentence_case(text));
        assert_eq!(said, ["Member states of the SCO", "Éditions", "SS", "12 states", ""]);
    }
}
