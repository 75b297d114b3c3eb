//! Empty texts, texts that hold a place for others, and names in languages that the briefing does not have.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use ahash::AHashSet;

use super::texts::{About, Text, named};
use super::{Check, Finding, Material, Needs, Outcome, Subject};
use crate::analysis::fold::fold;
use crate::analysis::reading::Says;
use crate::briefing::{Briefing, Message, cores};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[
    Check { key: "empty-text", needs: Needs::Nothing, holds: label!(checks::empty_text), run: empty },
    Check {
        key: "name-language",
        needs: Needs::Nothing,
        holds: label!(checks::name_language),
        run: |material| foreign_names(material.briefing),
    },
    Check {
        key: "language-tag",
        needs: Needs::Nothing,
        holds: label!(checks::language_tag),
        run: |material| tags(material.briefing),
    },
];

/// What is written where a text is still to come, folded. No language's own words: these are what editors write in all.
const PLACEHOLDERS: [&str; 27] = [
    "todo",
    "tbd",
    "tba",
    "tbc",
    "fixme",
    "xxx",
    "xx",
    "lorem ipsum",
    "lorem",
    "placeholder",
    "n/a",
    "null",
    "undefined",
    "уточнить",
    "дополнить",
    "заполнить",
    "待补充",
    "待定",
    "待确认",
    "待補充",
    "a completer",
    "a preciser",
    "por completar",
    "por definir",
    "noch erganzen",
    "zu erganzen",
    "للتكملة",
];

/// What stands alone where a text is still to come, in a language of its own, folded.
const TO_COME: &[&str] = &[
    "to follow",
    "to come",
    "coming soon",
    "to be added",
    "to be completed",
    "to be confirmed",
    "to be written",
    "текст будет добавлен",
    "будет добавлено",
    "будет дополнено",
    "заполнить позже",
    "добавить позже",
    "проверить",
    "内容待定",
    "待补",
    "待填",
    "待核实",
    "稍后补充",
    "待完善",
    "a rediger",
    "a verifier",
    "a confirmer",
    "a remplir",
    "a venir",
    "texte a venir",
    "a suivre",
    "pendiente",
    "a completar",
    "por confirmar",
    "por rellenar",
    "por verificar",
    "por redactar",
    "folgt",
    "folgt noch",
    "noch offen",
    "wird nachgereicht",
    "wird erganzt",
    "bitte erganzen",
    "zu prufen",
    "zu klaren",
    "text folgt",
    "قيد الاعداد",
    "يستكمل لاحقا",
    "يضاف لاحقا",
    "قيد المراجعة",
];
/// No longer text is one of these, in bytes.
const SHORT: usize = 64;

/// Whether a short text says no more than that another is to come.
fn is_to_come(text: &str) -> bool {
    let folded = fold(text.trim());
    let bare = folded.trim_matches(|c: char| !c.is_alphanumeric());
    TO_COME.contains(&bare)
}

/// What any of these begins with, small and large.
static INITIALS: LazyLock<AHashSet<char>> = LazyLock::new(|| {
    let first = PLACEHOLDERS.iter().filter_map(|placeholder| placeholder.chars().next());
    first.flat_map(|c| c.to_uppercase().chain([c])).chain(['à', 'À']).collect()
});

/// What is left in a text of a template, of markup or of a machine.
const REMAINS: [&str; 14] =
    ["{{", "}}", "${", "%s", "%d", "&nbsp;", "&amp;", "&quot;", "&lt;", "</", "<br", "<<<<<<<", ">>>>>>>", "\u{fffd}"];

/// What a program left in a text: marks of templates and markup, or letters read in another encoding.
fn remains(text: &str) -> Option<String> {
    let mark = || REMAINS.iter().find(|mark| text.contains(*mark)).map(|mark| (*mark).to_owned());
    let number = || text.split(|c: char| !c.is_alphanumeric()).find(|word| *word == "NaN").map(str::to_owned);
    // Most texts have no byte that any of these begins with, which is seen in one pass.
    let may_be = |byte: u8| matches!(byte, b'{' | b'}' | b'$' | b'%' | b'&' | b'<' | b'>' | 0xef);
    debug_assert!(REMAINS.iter().all(|mark| mark.bytes().next().is_some_and(may_be)), "{REMAINS:?}");
    let marked = text.bytes().any(may_be).then(mark).flatten();
    marked.or_else(|| text.contains("NaN").then(number).flatten()).or_else(|| misread(text))
}

/// Two letters of another encoding beside each other: `Ã¼` for `ü`, `Ð¡Ñ‚` and `РЎР‚` for Cyrillic.
fn misread(text: &str) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    let letters: Vec<char> = text.chars().collect();
    let pair = |pair: &&[char]| match **pair {
        ['Ã' | 'Â' | 'Ð' | 'Ñ' | 'â', next] => matches!(next, '\u{80}'..='\u{bf}' | '€' | '‚' | '„' | '™' | 'œ'),
        ['Р' | 'С', next] => "°±Іґµ¶·№»јЅѕїЂЃѓ„…†‡€‰Љ‹ЊЌЋЏђ™љ›њќћџЎўЈ¤Ґ¦§©Є«¬®Ї".contains(next),
        _ => false,
    };
    let found: Vec<String> = letters.windows(2).filter(pair).map(|pair| pair.iter().collect()).collect();
    let latin = found.iter().any(|pair| !pair.starts_with(['Р', 'С']));
    let many = found.len() > 1;
    found.into_iter().next().filter(|_| latin || many)
}

/// What a text begins with that is still to be written.
const BEGINNINGS: [&str; 6] = ["todo:", "todo ", "tbd:", "fixme:", "lorem ipsum", "[placeholder"];

/// What holds a place for others wherever it stands in a text.
const SHOUTED: [&str; 6] = ["TODO", "FIXME", "TBD", "XXX", "XXXX", "TKTK"];
/// What a text in brackets asks for that is still to be put there, folded.
const ASKED: &[&str] = &[
    "insert",
    "add",
    "fill in",
    "check",
    "missing",
    "citation needed",
    "source needed",
    "placeholder",
    "your",
    "name of",
    "вставить",
    "добавить",
    "проверить",
    "указать",
    "уточнить",
    "插入",
    "填写",
    "补充",
    "核实",
    "inserer",
    "ajouter",
    "verifier",
    "insertar",
    "anadir",
    "completar",
    "verificar",
    "einfugen",
    "erganzen",
    "prufen",
    "ادراج",
    "اضافه",
    "ادخل",
];

/// Whether something in square brackets holds a place: `[insert figure]`.
fn asks(text: &str) -> bool {
    text.split('[').skip(1).filter_map(|rest| rest.split_once(']')).any(|(inside, _)| {
        let folded = fold(inside.trim());
        inside.len() <= SHORT && ASKED.iter().any(|asked| folded.starts_with(asked))
    })
}

/// Whether a letter may be another once it is folded, as those of full width are.
fn fold_changes(c: char) -> bool {
    fold(c.encode_utf8(&mut [0; 4])).starts_with(|folded: char| folded.is_ascii())
}

/// Whether a text says nothing.
fn says_nothing(text: &str) -> bool {
    if text.len() <= SHORT && is_to_come(text) {
        return true;
    }
    // Nearly every text begins with a letter that nothing of the kind begins with, and that is seen at once.
    let first = text.chars().find(|c| c.is_alphanumeric());
    let is_none = |c: char| !INITIALS.contains(&c) && (c.is_ascii() || !fold_changes(c));
    if text.contains('[') && asks(text) {
        return true;
    }
    let may_shout = || text.as_bytes().windows(2).any(|pair| matches!(pair, b"TO" | b"FI" | b"TB" | b"XX" | b"TK"));
    if first.is_some_and(is_none) && !(may_shout() && SHOUTED.iter().any(|shout| text.contains(shout))) {
        return false;
    }
    let folded = fold(text.trim());
    let bare = folded.trim_matches(|c: char| c.is_ascii_punctuation() || c.is_whitespace() || "…–—".contains(c));
    let held = PLACEHOLDERS.contains(&bare) || PLACEHOLDERS.contains(&folded.as_str());
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    let shouted = words.any(|word| SHOUTED.contains(&word));
    bare.is_empty() || held || shouted || BEGINNINGS.iter().any(|beginning| folded.starts_with(beginning))
}

/// The word with which a text at length breaks off: one after which something has to follow.
fn cut(text: &Text<'_>) -> Option<String> {
    let at_length = ["reason", "outcome", "paraphrase"].contains(&&*text.field) || text.field.starts_with("unknown:");
    let end = text.text.trim_end().len();
    if !at_length || !text.text[..end].ends_with(char::is_alphabetic) {
        return None;
    }
    let leads = |says: Says| matches!(says, Says::Toward | Says::From | Says::Within | Says::Than | Says::Until);
    let sign = text.reading.signs.iter().rev().find(|sign| sign.range.end == end && leads(sign.says));
    let (range, word) = text.reading.words_between(0..end).last()?;
    let goes_on = sign.is_some() || text.reading.is_and(word) || text.reading.ties(range.clone());
    goes_on.then(|| text.part(&range))
}

/// What is wrong with a text that says nothing.
fn said(field: &str, text: &str) -> Message {
    if text.trim().is_empty() {
        message!(findings::text_empty, field = field.to_owned())
    } else {
        message!(findings::text_placeholder, field = field.to_owned(), text = text.to_owned())
    }
}

fn empty(material: &Material<'_>) -> Vec<Finding> {
    let briefing = material.briefing;
    let of_text = |text: &Text<'_>| {
        let title = label!(findings::empty_text);
        let finding = text.finding(briefing, Outcome::Warn, title, said(&text.field, text.text));
        // A field that nobody filled in is one thing left undone.
        let field = text.field.split(':').next().unwrap_or_default();
        finding.likely_caused_by(&format_args!("{field}:{}", fold(text.text.trim())))
    };
    let all = &material.texts().all;
    // Nobody need know where an event was.
    let may_be_blank = |text: &Text<'_>| matches!(text.about, About::Event(_)) && &*text.field == "place";
    let is_empty = |text: &Text<'_>| says_nothing(text.text) && !(text.text.trim().is_empty() && may_be_blank(text));
    let mut found = cores::flat_map(all, |text| is_empty(text).then(|| of_text(text)));
    found.extend(cores::flat_map(all, |text| {
        let said = remains(text.text)?;
        let field = text.field.to_string();
        let detail = message!(findings::text_remains, field = field, said = said.clone(), text = text.text.to_owned());
        let finding = text.finding(briefing, Outcome::Warn, label!(findings::empty_text), detail);
        Some(finding.apart(&"remains").likely_caused_by(&said))
    }));
    found.extend(cores::flat_map(all, |text| {
        let said = cut(text)?;
        let field = text.field.to_string();
        let detail = message!(findings::text_cut, field = field, said = said.clone(), text = text.text.to_owned());
        let finding = text.finding(briefing, Outcome::Warn, label!(findings::empty_text), detail);
        Some(finding.apart(&"cut").likely_caused_by(&said))
    }));
    for (subject, names) in named(briefing) {
        let empty = names.iter().filter(|(_, name)| says_nothing(name));
        found.extend(empty.map(|(language, name)| {
            let field = format!("names:{language}");
            let (title, detail) = (label!(findings::empty_text), said(&field, name));
            let finding = Finding::new(Outcome::Warn, subject.clone(), title, detail, Vec::new());
            finding.apart(&field).likely_caused_by(&field)
        }));
    }
    found
}

fn foreign_names(briefing: &Briefing) -> Vec<Finding> {
    let listed = &briefing.manifest.languages;
    // One language that is not listed is one cause, however many names are in it.
    let mut by_language: BTreeMap<&str, (Subject, usize)> = BTreeMap::new();
    for (subject, names) in named(briefing) {
        for (language, _) in names.iter().filter(|(language, _)| !listed.iter().any(|own| own == language)) {
            by_language.entry(language).or_insert_with(|| (subject.clone(), 0)).1 += 1;
        }
    }
    let all = named(briefing).count();
    let finding = |(language, (subject, count)): (&str, (Subject, usize))| {
        let detail = message!(findings::name_language_unlisted, language = language.to_owned(), count = count);
        let title = label!(findings::name_language);
        let subject = if count == 1 { subject } else { Subject::Briefing };
        // A language that most have a name in is one that this briefing does not show, and no slip.
        let outcome = if count * 2 > all { Outcome::Info } else { Outcome::Warn };
        Finding::new(outcome, subject, title, detail, Vec::new()).apart(&language)
    };
    by_language.into_iter().map(finding).collect()
}

/// The languages of two letters, ISO 639-1.
const LANGUAGES: &str = "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de \
     dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is \
     it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na \
     nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq \
     sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

/// Languages that are written out where a tag should stand.
const WRITTEN_OUT: [&str; 14] = [
    "english", "french", "german", "spanish", "russian", "chinese", "arabic", "japanese", "korean", "persian", "hindi",
    "turkish", "italian", "mandarin",
];

fn tags(briefing: &Briefing) -> Vec<Finding> {
    let bad = briefing.manifest.languages.iter().filter(|tag| !is_tag(tag));
    let finding = |tag: &String| {
        let detail = message!(findings::language_tag_none, tag = tag);
        Finding::new(Outcome::Warn, Subject::Briefing, label!(findings::language_tag), detail, Vec::new()).apart(tag)
    };
    let mut found: Vec<Finding> = bad.map(finding).collect();
    let twice = |index: usize, tag: &String| briefing.manifest.languages[..index].contains(tag);
    let again = briefing.manifest.languages.iter().enumerate().filter(|(index, tag)| twice(*index, tag));
    found.extend(again.map(|(_, tag)| {
        let detail = message!(findings::language_twice, tag = tag);
        let title = label!(findings::language_tag);
        Finding::new(Outcome::Warn, Subject::Briefing, title, detail, Vec::new()).apart(&"twice").apart(tag)
    }));
    found
}

/// Whether a text is a tag of a language that exists, or one that somebody made for their own use.
fn is_tag(tag: &str) -> bool {
    let language = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    let well_formed = !tag.is_empty()
        && tag.split('-').all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
    let known = match language.len() {
        1 => language == "x" || language == "i",
        2 => LANGUAGES.split(' ').any(|own| own == language),
        3 => true,
        4 => false,
        _ => !WRITTEN_OUT.contains(&language.as_str()),
    };
    well_formed && known && language.bytes().all(|b| b.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::found_after;

    #[test]
    fn an_event_may_be_without_a_place() {
        let place = |place: &str| {
            found_after(CHECKS, |briefing| {
                place.clone_into(&mut briefing.meeting.as_mut().expect("a meeting").chronology[0].place);
            })
        };
        assert_eq!(place(""), [""; 0]);
        assert_eq!(place("TBD"), ["Warn empty-text"]);
        assert_eq!(place("待补充"), ["Warn empty-text"]);
    }
}
