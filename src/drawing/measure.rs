//! How wide text is: handed in by whoever draws, since the window and the files have fonts of their own making.

use std::collections::BTreeMap;

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

    /// The texts of one list, each in one line no wider than `room`. Those that would look alike once cut keep a beginning
    /// of half the room and go on where they differ.
    fn fit_apart(&mut self, texts: &[&str], face: Face, room: f32) -> Vec<String> {
        let mut fitted: Vec<String> = texts.iter().map(|text| self.fit(text, face, room)).collect();
        let mut alike: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, text) in fitted.iter().enumerate() {
            alike.entry(text.clone()).or_default().push(at);
        }
        for places in alike.into_values() {
            let of_these: Vec<&str> = places.iter().filter_map(|at| texts.get(*at).copied()).collect();
            let Some(beginning) = shared(&of_these).filter(|beginning| !beginning.is_empty()) else { continue };
            let head = self.fit(beginning, face, room / 2.0);
            let ends: Vec<&str> = of_these.iter().filter_map(|text| text.strip_prefix(beginning)).collect();
            let left = room - self.width(&head, face);
            if left < room / 2.0 {
                continue;
            }
            for (at, end) in places.into_iter().zip(self.fit_apart(&ends, face, left)) {
                fitted[at] = format!("{head}{end}");
            }
        }
        fitted
    }
}

/// What several texts share at their beginning, up to the word in which they differ, or within it where they have but one;
/// none where all are the same.
fn shared<'a>(texts: &[&'a str]) -> Option<&'a str> {
    let first = *texts.first()?;
    let same = |other: &&str| first.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    let beginning = cut(first, texts.iter().map(same).min()?);
    let whole = texts.iter().all(|text| *text == first);
    let words = beginning.trim_end_matches(|letter: char| !letter.is_whitespace());
    (!whole).then_some(if words.is_empty() { beginning } else { words })
}

/// The beginning of a text, no longer than so many characters.
pub fn cut(text: &str, characters: usize) -> &str {
    text.char_indices().nth(characters).and_then(|(at, _)| text.get(..at)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::Measure;
    use crate::drawing::Face;

    /// Letters of one width, a point each.
    struct Even;

    impl Measure for Even {
        fn width(&mut self, text: &str, _: Face) -> f32 {
            text.chars().count() as f32
        }
    }

    fn fitted(texts: &[&str], room: f32) -> Vec<String> {
        let fitted = Even.fit_apart(texts, Face::CAPTION, room);
        assert!(fitted.iter().all(|text| text.chars().count() as f32 <= room), "{fitted:?}");
        fitted
    }

    #[test]
    fn names_that_would_look_alike_go_on_where_they_differ() {
        let names = ["Goods from the north to the south, by rail", "Goods from the north to the south, by sea", "All"];
        assert_eq!(fitted(&names, 20.0), ["Goods fro…rail", "Goods fro…sea", "All"]);
        assert_eq!(fitted(&names, 60.0), names);
        let letters = ["中华人民共和国出口总额甲", "中华人民共和国出口总额乙"];
        assert_eq!(fitted(&letters, 8.0), ["中华人…甲", "中华人…乙"]);
    }

    #[test]
    fn what_differs_twice_is_told_apart_twice() {
        let names = [
            "one and the same, in euros, first half",
            "one and the same, in euros, second half",
            "one and the same, in yen",
        ];
        let [first, second, third] = <[String; 3]>::try_from(fitted(&names, 18.0)).expect("three");
        assert!(first != second && second != third && first != third, "{first} {second} {third}");
    }

    #[test]
    fn the_same_name_twice_and_no_room_at_all_are_borne() {
        assert_eq!(fitted(&["one long name", "one long name"], 5.0), ["one…", "one…"]);
        let names: Vec<String> = (0..200).map(|number| format!("{} {number}", "a".repeat(300))).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        for room in [1.0, 2.0, 3.0, 30.0] {
            assert_eq!(fitted(&names, room).len(), 200);
        }
    }
}
