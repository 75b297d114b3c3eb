//! How heads and feet that run over pages are known from text: they stand alike on several, but for the number of the page.

/// Whether what stands in the same place of two pages, which are so many apart, is the same but for the number of the page.
pub(super) fn is_alike(one: &str, other: &str, apart: usize) -> bool {
    if one == other {
        return true;
    }
    let ([one_texts, one_numbers], [other_texts, other_numbers]) = (taken_apart(one), taken_apart(other));
    if one_texts != other_texts || one_numbers.len() != other_numbers.len() {
        return is_roman_number(one) && is_roman_number(other);
    }
    let number = |text: &String| text.parse::<usize>().ok();
    let mut differing = one_numbers.iter().zip(&other_numbers).filter(|(one, other)| one != other);
    // A page has one number, and that grows by one from page to page; whatever else counts up is text.
    let is_page = differing.next().is_some_and(|(one, other)| {
        number(one).zip(number(other)).is_some_and(|(one, other)| one.abs_diff(other) == apart)
    });
    is_page && differing.next().is_none()
}

/// What stands around the numbers of a text, and the numbers.
fn taken_apart(text: &str) -> [Vec<String>; 2] {
    let (mut texts, mut numbers) = (vec![String::new()], Vec::<String>::new());
    let mut within = false;
    for letter in text.chars() {
        let all = if letter.is_numeric() { &mut numbers } else { &mut texts };
        if letter.is_numeric() != within || all.is_empty() {
            all.push(String::new());
        }
        within = letter.is_numeric();
        if let Some(last) = all.last_mut() {
            last.push(letter);
        }
    }
    [texts, numbers]
}

/// What stands around the number of a page.
const AROUND: [char; 6] = ['-', '–', '—', '.', ' ', '|'];

/// Whether a text is nothing but a number of few digits.
pub(super) fn is_lone_number(text: &str) -> bool {
    let bare = text.trim().trim_matches(AROUND);
    !bare.is_empty() && bare.len() <= 4 && bare.chars().all(|c| c.is_ascii_digit())
}

/// `iv` is a number at the foot of a page.
fn is_roman_number(text: &str) -> bool {
    let bare = text.trim().trim_matches(AROUND);
    !bare.is_empty() && bare.chars().all(|c| matches!(c.to_ascii_lowercase(), 'i' | 'v' | 'x' | 'l'))
}

#[cfg(test)]
mod tests {
    use super::is_alike;

    #[test]
    fn only_the_number_of_the_page_may_differ() {
        for (one, other, apart, meant) in [
            ("Harbour Board", "Harbour Board", 3, true),
            ("Page 4 of 9", "Page 6 of 9", 2, true),
            ("Page 4 of 9", "Page 7 of 9", 2, false),
            ("4 Ibid., p. 11.", "5 Ibid., p. 12.", 1, false),
            ("HB/2024/7 – 1 –", "HB/2024/7 – 2 –", 1, true),
            ("HB/2024/7", "HB/2024/8", 2, false),
            ("iii", "iv", 1, true),
            ("Harbour Board 1", "Harbour Bord 2", 1, false),
        ] {
            assert_eq!(is_alike(one, other, apart), meant, "{one} | {other}");
        }
    }
}
