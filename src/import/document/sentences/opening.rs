//! What a paragraph opens with that is no sentence: who speaks in a transcript, when something was, where a report was
//! written.

/// So many bytes of a paragraph are looked at.
const LONGEST: usize = 120;
const DASHES: [char; 3] = ['–', '—', '-'];

/// The length of what a paragraph opens with, with the point and the dash behind it.
pub(super) fn opening(text: &str) -> usize {
    let head = text.get(..text.floor_char_boundary(LONGEST)).unwrap_or_default();
    asked(head).or_else(|| called(head)).or_else(|| dateline(head)).unwrap_or(0)
}

/// `Pregunta.`, `Réponse. –`
fn asked(head: &str) -> Option<usize> {
    const ASKED: [&str; 8] = ["question", "réponse", "pregunta", "respuesta", "вопрос", "ответ", "frage", "antwort"];
    let (word, _) = head.split_once(". ")?;
    ASKED.contains(&word.to_lowercase().as_str()).then(|| behind_dash(head, word.len() + 1))
}

/// `LE PRÉSIDENT. –`, `UN DÉPUTÉ (hors micro). –`, `9 de octubre. –`
fn called(head: &str) -> Option<usize> {
    let (dot, _) = head.match_indices('.').find(|(dot, _)| behind_dash(head, dot + 1) > dot + 1)?;
    let name = head.get(..dot)?;
    let bare = name.split_once('(').map_or(name, |(bare, _)| bare);
    let shouted = bare.chars().filter(|c| c.is_alphabetic()).count() > 2 && !bare.contains(char::is_lowercase);
    let day = bare.starts_with(|c: char| c.is_ascii_digit()) && bare.split_whitespace().count() <= 4;
    (shouted || day).then(|| behind_dash(head, dot + 1))
}

/// `Москва. 4 февраля. ТАСС -`, `МОСКВА, 4 февраля. /ТАСС/.`
fn dateline(head: &str) -> Option<usize> {
    let dashed = DASHES.iter().filter_map(|dash| head.find(&format!(" {dash} "))).min().map(|at| (at, 0));
    let (at, sign) = head.find("/. ").map(|at| (at, 2)).into_iter().chain(dashed).min()?;
    let line = head.get(..at)?;
    let words = || line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    // Of its words only the month may be written small, and an agency is written large.
    let small = words().filter(|word| word.starts_with(char::is_lowercase)).count();
    let large = words().any(|word| word.chars().count() > 2 && word.chars().all(char::is_uppercase));
    let dated = words().any(|word| word.len() <= 2 && word.chars().all(|c| c.is_ascii_digit()));
    let end = agency(head, at).filter(|_| sign == 0).unwrap_or(at + sign);
    (small <= 1 && large && dated && words().count() <= 8).then(|| behind_dash(head, end))
}

/// The end of the agency behind the dash at a place: `МОСКВА, 4 фев — РИА Новости. `
fn agency(head: &str, at: usize) -> Option<usize> {
    let (named, _) = head.get(at..)?.split_once(". ")?;
    let mut words = named.trim_start_matches([' ', '–', '—', '-']).split(' ');
    let is_large = |word: &str| word.chars().count() > 2 && word.chars().all(char::is_uppercase);
    (words.next().is_some_and(is_large) && words.count() <= 1).then(|| at + named.len() + 1)
}

/// Behind the blank and the dash at a place, where they are there; else the place.
fn behind_dash(head: &str, at: usize) -> usize {
    let rest = head.get(at..).unwrap_or_default();
    let dash = rest.trim_start().trim_start_matches(DASHES);
    if dash.len() < rest.trim_start().len() && dash.starts_with(char::is_whitespace) {
        head.len() - dash.len()
    } else {
        at
    }
}

#[cfg(test)]
mod tests {
    use super::opening;

    #[test]
    fn who_speaks_and_where_it_was_written_is_no_sentence() {
        for (text, meant) in [
            ("LA MINISTRE. – Nous y pensons.", "LA MINISTRE. –"),
            ("M. VIDAL (de sa place). — Jamais ! Rien.", "M. VIDAL (de sa place). —"),
            ("Respuesta. Nada se sabe.", "Respuesta."),
            ("7 de mayo.– Zarpa el buque.", "7 de mayo.–"),
            ("Минск. 12 мая. ИНТЕРБЮРО - Рост составил 3 %.", "Минск. 12 мая. ИНТЕРБЮРО -"),
            ("АСТАНА, 3 июня. /КАЗБЮРО/. Стороны подписали акт.", "АСТАНА, 3 июня. /КАЗБЮРО/."),
            ("HELSINKI, 4. Mai. (NORD) – Der Rat tagt.", "HELSINKI, 4. Mai. (NORD) –"),
            ("АЛМА-АТА, 3 фев — НОБ Степь. Стороны встретились.", "АЛМА-АТА, 3 фев — НОБ Степь."),
            ("They met. – So it was told.", ""),
            ("In 2024 NATO grew. It – said so.", ""),
            ("Rest. Nobody knew.", ""),
        ] {
            assert_eq!(text.get(..opening(text)), Some(meant), "{text}");
        }
    }
}
