//! What files say of themselves, in the ways in which programs write it.

use crate::briefing::Date;
use crate::import::period;

/// A day as programs write it: `2025-07-14T09:30:00+03:00`, `2025/07/14`, `20250714`, `D:20250714093000`, `14.7.2025`,
/// `2025-07`. Of one that is not read to its end no part is taken for the whole.
pub(super) fn day(text: &str) -> Option<Date> {
    let text = text.trim().trim_start_matches("D:");
    let first: String = text.chars().take_while(|c| c.is_ascii_digit() || *c == '-').take(10).collect();
    let rest = text.get(first.len()..).unwrap_or_default();
    let first = first.trim_end_matches('-');
    let is_read = first.len() == 10 || !rest.chars().any(char::is_numeric) && !rest.starts_with('年');
    if let Some(date) = date(first).filter(|_| is_read) {
        return Some(date);
    }
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    match digits.len() {
        8.. => date(&format!("{}-{}-{}", digits.get(..4)?, digits.get(4..6)?, digits.get(6..8)?)),
        _ => day_in_numbers(text).or_else(|| day_of_mail(text)),
    }
}

fn date(text: &str) -> Option<Date> {
    text.parse::<Date>().ok().filter(|date| (1000..=2200).contains(&date.parts().0))
}

/// A day in three numbers: the year first, or the day where points stand between or it can be nothing else.
fn day_in_numbers(text: &str) -> Option<Date> {
    let mut numbers = Vec::new();
    let mut between = String::new();
    let mut rest = text;
    while numbers.len() < 3 {
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let number = rest.get(..digits)?;
        numbers.push((digits, number.parse::<u32>().ok()?));
        rest = rest.get(digits..)?;
        if numbers.len() < 3 {
            let sign = rest.chars().next()?;
            between.push(sign);
            rest = rest.get(sign.len_utf8()..)?.trim_start_matches(' ');
        }
    }
    let [first, second, third] = numbers.as_slice() else { return None };
    let is_year = |(digits, _): &(usize, u32)| *digits == 4;
    let (year, month, day) = match between.as_str() {
        "//" | ".." | "--" | "年月" if is_year(first) => (first.1, second.1, third.1),
        ".." if is_year(third) => (third.1, second.1, first.1),
        // Which of two is the month is known where the other is too large for one, or both are the same.
        "//" | "--" if is_year(third) && (first.1 > 12 || first.1 == second.1) => (third.1, second.1, first.1),
        "//" | "--" if is_year(third) && second.1 > 12 => (third.1, first.1, second.1),
        _ => return None,
    };
    date(&format!("{year:04}-{month:02}-{day:02}"))
}

/// A day as mail has it: `Mon, 14 Jul 2025 09:30:00 GMT`, `14 July 2025`, `July 14, 2025`.
fn day_of_mail(text: &str) -> Option<Date> {
    let (mut month, mut day, mut year) = (None, None, None);
    for word in text.split([' ', ',', '-', '/', '.']).filter(|word| !word.is_empty()).take(6) {
        let named = word.parse::<u16>().is_err().then(|| period::month(word)).flatten();
        if let (Some(named), None) = (named, month) {
            month = Some(named);
        } else if let Ok(number) = word.parse::<u16>() {
            if word.len() == 4 {
                year.get_or_insert(number);
            } else if (1..=31).contains(&number) {
                day.get_or_insert(number);
            }
        }
    }
    format!("{:04}-{:02}-{:02}", year?, month?, day?).parse().ok()
}

/// The tag of a language as BCP 47 has it, of what a file gives: `en_GB`, `ru-RU`.
pub(super) fn language(text: &str) -> Option<String> {
    let tag = text.trim().replace('_', "-");
    let first = tag.split('-').next()?;
    let is_tag = (2..=3).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_alphabetic());
    // The language itself: which country's it is tells nothing of the names in it.
    is_tag.then(|| first.to_ascii_lowercase())
}

/// Whether an author is what programs write where nobody gave one.
pub(super) fn is_nobody(author: &str) -> bool {
    const NOBODY: [&str; 14] = [
        "anonymous",
        "unknown",
        "unknown author",
        "user",
        "windows user",
        "microsoft office user",
        "office user",
        "admin",
        "administrator",
        "author",
        "owner",
        "guest",
        "default",
        "python-docx",
    ];
    let bare = author.trim_matches(['(', ')', ' ']).to_lowercase();
    NOBODY.contains(&bare.as_str())
}

#[cfg(test)]
mod tests {
    use super::{day, language};

    #[test]
    fn days_and_languages_are_read_as_programs_write_them() {
        for (written, meant) in [
            ("2025-07-14T09:30:00+03:00", Some("2025-07-14")),
            ("20250714", Some("2025-07-14")),
            ("D:20250714093000+02'00'", Some("2025-07-14")),
            ("Mon, 14 Jul 2025 09:30:00 GMT", Some("2025-07-14")),
            ("July 14, 2025", Some("2025-07-14")),
            ("2025-07", Some("2025-07")),
            ("2025", Some("2025")),
            ("2025/07/14", Some("2025-07-14")),
            ("2025/7/4 09:30", Some("2025-07-04")),
            ("2025.07.14", Some("2025-07-14")),
            ("2025-7-4", Some("2025-07-04")),
            ("2025年7月14日", Some("2025-07-14")),
            ("2025 July 14", Some("2025-07-14")),
            ("14.07.2025", Some("2025-07-14")),
            ("14/07/2025", Some("2025-07-14")),
            ("07/14/2025", Some("2025-07-14")),
            // Of July or of April.
            ("07/04/2025", None),
            ("2025-07-14 18:05", Some("2025-07-14")),
            ("yesterday", None),
            ("2025-13-40", None),
        ] {
            assert_eq!(day(written).map(|date| date.to_string()).as_deref(), meant, "{written}");
        }
        assert_eq!(language("en_GB").as_deref(), Some("en"));
        assert_eq!(language("zh-Hans").as_deref(), Some("zh"));
        assert_eq!(language("Deutsch"), None);
    }
}
