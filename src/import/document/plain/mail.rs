//! A text that was sent as a message: its head says who wrote it and when, and what is quoted in it was said before.

use super::super::content::{LeftKind, Writing};
use super::super::metadata::day;

/// What the fields of a head are called that are read, in the languages of common programs.
const SUBJECT: [&str; 7] = ["subject", "betreff", "objet", "asunto", "oggetto", "тема", "主题"];
const FROM: [&str; 6] = ["from", "von", "de", "da", "от", "发件人"];
const DATE: [&str; 8] = ["date", "sent", "datum", "gesendet", "envoyé", "fecha", "дата", "日期"];
const TO: [&str; 6] = ["to", "an", "à", "para", "кому", "收件人"];

/// A signature has no more lines.
const MOST_SIGNED: usize = 12;

/// The lines of a text without the head of a message, what is quoted in it, and its signature.
pub(super) fn taken_out<'t>(lines: Vec<&'t str>, writing: &mut Writing) -> Vec<&'t str> {
    let head = head(&lines, writing);
    let mut lines: Vec<&str> = lines.into_iter().skip(head).collect();
    let quoted = quoted(&mut lines, head > 0);
    writing.leave(LeftKind::Quoted, quoted);
    let mut letterheads = usize::from(head > 0);
    if let Some(at) = lines.iter().position(|line| line.trim_end() == "--").filter(|_| head > 0 || quoted > 0) {
        let below = lines.iter().skip(at + 1).filter(|line| !line.trim().is_empty()).count();
        if below <= MOST_SIGNED {
            lines.truncate(at);
            letterheads += 1;
        }
    }
    writing.leave(LeftKind::Letterhead, letterheads);
    lines
}

/// How many lines the head of a message has, and what it says: none where the text begins with none.
fn head(lines: &[&str], writing: &mut Writing) -> usize {
    let start = lines.iter().take_while(|line| line.trim().is_empty()).count();
    let mut fields: Vec<(String, String)> = Vec::new();
    let mut end = start;
    for line in lines.iter().skip(start).take_while(|line| !line.trim().is_empty()) {
        match (line.split_once([':', '：']), fields.last_mut()) {
            (_, Some((_, value))) if line.starts_with([' ', '\t']) => {
                value.push(' ');
                value.push_str(line.trim());
            }
            (Some((name, value)), _) if !name.trim().contains(' ') => {
                fields.push((name.trim().to_lowercase(), value.trim().to_owned()));
            }
            _ => return 0,
        }
        end += 1;
    }
    let find = |names: &[&str]| fields.iter().find(|(name, _)| names.contains(&name.as_str())).map(|(_, value)| value);
    let known = [&SUBJECT[..], &FROM, &DATE, &TO].map(find);
    if known.iter().flatten().count() < 2 {
        return 0;
    }
    let [subject, from, date, _] = known.map(|value| value.cloned().filter(|value| !value.is_empty()));
    let metadata = &mut writing.metadata;
    metadata.title = subject.map(|subject| without_answers(&subject).to_owned());
    metadata.author = from.map(|from| name(&from));
    metadata.published = date.and_then(|date| day(&date));
    end
}

/// A subject without what says that it was answered or sent on.
fn without_answers(subject: &str) -> &str {
    const ANSWERS: [&str; 9] = ["re:", "fwd:", "fw:", "aw:", "wg:", "tr:", "rv:", "rif:", "回复:"];
    let begins = |answer: &&&str| {
        let start = subject.get(..answer.len());
        start.is_some_and(|start| start.to_lowercase() == ***answer)
    };
    match ANSWERS.iter().find(begins) {
        Some(answer) => without_answers(subject.get(answer.len()..).unwrap_or_default().trim_start()),
        None => subject,
    }
}

/// Who is named in `"Ama Sarr" <a@desk.example>`.
fn name(from: &str) -> String {
    let name = from.split('<').next().unwrap_or_default().trim().trim_matches('"');
    if name.is_empty() { from.trim_matches(['<', '>', ' ']).to_owned() } else { name.to_owned() }
}

/// Empties lines that are quoted, with what says who wrote them, and says how many they were.
fn quoted(lines: &mut [&str], is_message: bool) -> usize {
    let is_quoted: Vec<bool> = lines.iter().map(|line| line.starts_with('>') || line.starts_with(" >")).collect();
    let mut count = 0;
    for at in 0..lines.len() {
        if !is_quoted[at] {
            continue;
        }
        if at == 0 || !is_quoted[at - 1] {
            let told = teller(lines, at, is_message);
            count += told.len();
            lines[told].fill("");
        }
        lines[at] = "";
        count += 1;
    }
    count
}

/// The lines right above a quoted one that say who wrote it and when: `On 4 May at 9:05 AM Ama Sarr wrote:`.
fn teller(lines: &[&str], at: usize, is_message: bool) -> std::ops::Range<usize> {
    let is_empty = |line: &&&str| line.trim().is_empty();
    let above = lines.get(..at).unwrap_or_default();
    let end = at - above.iter().rev().take_while(is_empty).take(2).count();
    let above = above.get(..end).unwrap_or_default();
    let start = end - above.iter().rev().take_while(|line| !line.trim().is_empty()).count();
    let text = above.get(start..).unwrap_or_default().join(" ");
    // Elsewhere somebody may introduce words that he quotes.
    let by_program = text.contains('@') || text.split(' ').any(is_hour) || is_message;
    let tells = text.trim_end().ends_with([':', '：']) && end - start <= 3 && by_program;
    if tells { start..end } else { end..end }
}

/// Whether a word is a time of the day.
fn is_hour(word: &str) -> bool {
    let Some((hour, minute)) = word.trim_matches(|c: char| !c.is_ascii_digit()).split_once(':') else { return false };
    let is_number = |text: &str| (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number(hour) && is_number(minute.get(..2).unwrap_or_default())
}
