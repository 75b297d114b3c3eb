//! BibTeX and BibLaTeX.

use ahash::{AHashMap, AHashSet};
use biblatex::{Bibliography, ChunksExt as _, Entry, Pair, RawBibliography, RawEntry, Spanned};

use super::item::{Item, dated};
use super::{Fault, Format, Listed};
use crate::briefing::{Date, attempt};
use crate::import::period;
use crate::{label, message};

/// The format.
pub const FORMAT: Format = Format {
    key: "bibtex",
    name: label!(import::format_bibtex),
    is: |text| {
        let entry = |line: &str| {
            let line = line.trim_start().trim_start_matches('\u{feff}');
            line.starts_with('@') && line.contains(['{', '('])
        };
        text.lines().take(200).any(entry)
    },
    read,
};

fn read(text: &str) -> Result<Listed, Fault> {
    let text = with_dots(text);
    // A text that can be read as it is may have an `@` and parentheses in an abstract.
    let text = if parsed(&text).is_some() { text } else { as_braced(text) };
    let (entries, strings, mut left) = raw(&text);
    let names: Vec<String> = unlike(&entries);
    let entries: Vec<Raw<'_>> = entries
        .into_iter()
        .zip(&names)
        .map(|((row, mut entry), name)| {
            entry.v.key.v = name;
            (row, entry)
        })
        .collect();
    let mut bad = AHashSet::new();
    let mut parsed = all_good(&entries, &strings, &mut bad);
    if !bad.is_empty() {
        // The others once more together, since one may cite another.
        let is_bad = |(_, entry): &&Raw<'_>| bad.contains(entry.v.key.v);
        let good: Vec<Raw<'_>> = entries.iter().filter(|entry| !is_bad(entry)).cloned().collect();
        parsed = whole(&good, &strings).unwrap_or(parsed);
        left.extend(entries.iter().filter(is_bad).map(|(row, _)| *row));
    }
    left.sort_unstable();
    if parsed.is_empty() {
        return Err((left.first().copied(), message!(import::not_bibtex)));
    }
    let items = (1..).zip(&parsed).map(|(number, entry)| item(entry, number)).collect();
    let left = left.into_iter().map(|row| (message!(import::left_not_bibtex), row)).collect();
    Ok(Listed { items, left })
}

/// An entry, with the line on which it begins.
type Raw<'a> = (u32, Spanned<RawEntry<'a>>);

/// A text whose letters under an accent have their dots again, with which the parser knows them.
fn with_dots(text: &str) -> String {
    let mut text = text.to_owned();
    for accent in ["'", "`", "\"", "^", "~", "="] {
        for letter in ["i", "j"] {
            text = text.replace(&format!("\\{accent}\\{letter}}}"), &format!("\\{accent}{letter}}}"));
        }
    }
    text
}

/// What the parser makes of a text; whatever happens to it over a broken one ends here.
fn parsed(text: &str) -> Option<RawBibliography<'_>> {
    attempt::attempt(|| RawBibliography::parse(text)).ok()?.ok()
}

/// A text with braces around what stands in parentheses, as BibTeX takes as well: `@string(a = "b")`.
fn as_braced(mut text: String) -> String {
    let starts = starts(&text);
    for (at, start) in starts.iter().enumerate() {
        let part = start + 1..starts.get(at + 1).copied().unwrap_or(text.len());
        let Some(body) = text.get(part.clone()) else { continue };
        let word = body.len() - body.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
        let open = word + body.get(word..).map_or(0, |rest| rest.len() - rest.trim_start().len());
        let (true, Some(close)) = (body.get(open..).is_some_and(|rest| rest.starts_with('(')), body.rfind(')')) else {
            continue;
        };
        let (open, close) = (part.start + open, part.start + close);
        text.replace_range(open..=open, "{");
        text.replace_range(close..=close, "}");
    }
    text
}

/// Where entries begin: at an `@` with which a line does.
fn starts(text: &str) -> Vec<usize> {
    let begins = |at: &usize| {
        let line = text.get(..*at).and_then(|before| before.rsplit('\n').next()).unwrap_or_default();
        line.chars().all(|c| c.is_whitespace() || c == '\u{feff}')
    };
    memchr::memchr_iter(b'@', text.as_bytes()).filter(begins).collect()
}

/// The entries of a text, its abbreviations, and the lines on which what cannot be read begins: one broken entry is no
/// reason to leave the others.
fn raw(text: &str) -> (Vec<Raw<'_>>, Vec<Pair<'_>>, Vec<u32>) {
    let ends: Vec<usize> = memchr::memchr_iter(b'\n', text.as_bytes()).collect();
    let line = |at: usize| u32::try_from(ends.partition_point(|end| *end < at) + 1).unwrap_or(u32::MAX);
    if let Some(raw) = parsed(text) {
        let entries = raw.entries.into_iter().map(|entry| (line(entry.span.start), entry)).collect();
        return (entries, raw.abbreviations, Vec::new());
    }
    let (mut entries, mut strings, mut left) = (Vec::new(), Vec::new(), Vec::new());
    let starts = starts(text);
    for (at, start) in starts.iter().enumerate() {
        let end = starts.get(at + 1).copied().unwrap_or(text.len());
        match text.get(*start..end).and_then(parsed) {
            Some(raw) => {
                entries.extend(raw.entries.into_iter().map(|entry| (line(*start), entry)));
                strings.extend(raw.abbreviations);
            }
            None => left.push(line(*start)),
        }
    }
    (entries, strings, left)
}

/// The keys of entries, those that were there before with a number behind them.
fn unlike<'a>(entries: &'a [Raw<'a>]) -> Vec<String> {
    let mut counts: AHashMap<&str, usize> = AHashMap::new();
    let name = |(_, entry): &'a Raw<'a>| {
        let count = counts.entry(entry.v.key.v).or_default();
        *count += 1;
        if *count == 1 { entry.v.key.v.to_owned() } else { format!("{}-{count}", entry.v.key.v) }
    };
    entries.iter().map(name).collect()
}

/// Entries with what their fields say; nothing where one of them is broken.
fn whole(entries: &[Raw<'_>], strings: &[Pair<'_>]) -> Option<Vec<Entry>> {
    let entries = entries.iter().map(|(_, entry)| entry.clone()).collect();
    let raw = RawBibliography { preamble: String::new(), entries, abbreviations: strings.to_vec() };
    attempt::attempt(|| Bibliography::from_raw(raw)).ok()?.ok().map(Bibliography::into_vec)
}

/// Those that are not broken, and the keys of those that are, found by halves.
fn all_good<'a>(entries: &[Raw<'a>], strings: &[Pair<'_>], bad: &mut AHashSet<&'a str>) -> Vec<Entry> {
    match (whole(entries, strings), entries) {
        (Some(parsed), _) => parsed,
        (None, []) => Vec::new(),
        (None, [(_, entry)]) => {
            bad.insert(entry.v.key.v);
            Vec::new()
        }
        (None, _) => {
            let (first, last) = entries.split_at(entries.len() / 2);
            let mut parsed = all_good(first, strings, bad);
            parsed.extend(all_good(last, strings, bad));
            parsed
        }
    }
}

fn item(entry: &Entry, row: u32) -> Item {
    let field =
        |name: &str| entry.get(name).map(|chunks| chunks.format_verbatim().trim().to_owned()).unwrap_or_default();
    let any = |names: &[&str]| names.iter().map(|name| field(name)).find(|text| !text.is_empty()).unwrap_or_default();
    let (published, beyond) = match field("date") {
        whole if !whole.is_empty() => dated(&whole),
        _ => of_parts(&field("year"), &field("month"), &field("day")),
    };
    let (title, subtitle) = (field("title"), field("subtitle"));
    let title = match (title.ends_with(['?', '!', ':', '.']), subtitle.is_empty()) {
        (_, true) => title,
        (true, false) => format!("{title} {subtitle}"),
        (false, false) => format!("{title}: {subtitle}"),
    };
    let person = |person: biblatex::Person| format!("{} {}", person.given_name, person.name).trim().to_owned();
    let doi = field("doi");
    let address = any(&["url", "howpublished"]);
    let address = address.strip_prefix("\\url{").and_then(|rest| rest.strip_suffix('}')).unwrap_or(&address);
    let address = without_escapes(address);
    Item {
        key: entry.key.clone(),
        kind: entry.entry_type.to_string(),
        title,
        publisher: any(&["publisher", "organization", "institution", "journal", "journaltitle", "booktitle"]),
        authors: entry.author().map(|all| all.into_iter().map(person).collect()).unwrap_or_default(),
        published,
        dated: beyond,
        read: dated(&field("urldate")).0,
        address: if address.is_empty() && !doi.is_empty() { format!("https://doi.org/{doi}") } else { address },
        licence: String::new(),
        note: field("note"),
        row,
        ..Item::default()
    }
}

/// A date in three fields, and the words of what is no part of it.
fn of_parts(year: &str, month: &str, day: &str) -> (Option<Date>, String) {
    let whole = match (period::month(month), day.parse::<i8>()) {
        (Some(month), Ok(day)) => format!("{year}-{month:02}-{day:02}"),
        (Some(month), Err(_)) if day.is_empty() => format!("{year}-{month:02}"),
        (None, _) if month.is_empty() && day.is_empty() => year.to_owned(),
        _ => String::new(),
    };
    let (date, beyond) = dated(&whole);
    if date.is_some() && beyond.is_empty() {
        return (date, beyond);
    }
    let all: Vec<&str> = [day, month, year].into_iter().filter(|part| !part.is_empty()).collect();
    (dated(year).0, all.join(" "))
}

/// An address without the marks of TeX before signs that mean something there: `a\&b` is `a&b`.
fn without_escapes(address: &str) -> String {
    let mut plain = String::with_capacity(address.len());
    let mut letters = address.chars().peekable();
    while let Some(letter) = letters.next() {
        let is_mark = letter == '\\' && letters.peek().is_some_and(|next| "&_%#~${}".contains(*next));
        if !is_mark {
            plain.push(letter);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::{Item, read};

    fn items(text: &str) -> (Vec<Item>, Vec<u32>) {
        let listed = read(text).expect("it is BibTeX");
        (listed.items, listed.left.into_iter().map(|(_, row)| row).collect())
    }

    #[test]
    fn a_broken_entry_leaves_the_others_and_a_key_may_stand_twice() {
        let text = "@STRING(port = {Harbour Press})\n@book{a, title={One}, publisher=port, year=2020}\n\
            @book{b title={Two}}\n@book(a, title={Three (and more)}, year=2021)\n@book{c, title={Four}, publisher=nobody}\n\
            @incollection{d, title={Five}, crossref={e}}\n@book{e, title={Six}, publisher={Quay}}\n";
        let (items, left) = items(text);
        let titles: Vec<_> = items.iter().map(|item| (item.title.as_str(), item.publisher.as_str())).collect();
        assert_eq!(
            titles,
            [("One", "Harbour Press"), ("Three (and more)", ""), ("Five", "Quay"), ("Six", "Quay")],
            "{titles:?}"
        );
        assert_eq!(left, [3, 5]);
    }

    #[test]
    fn what_stands_in_an_abstract_is_no_entry_and_two_may_stand_in_one_line() {
        let text = "@book{a, title={One}, abstract={Said by\n@port (the port)\nof it (and more) {twice}}}\n\
            @book{b, title={Two}, note=nobody} @book{c, title={Three}}\n";
        let (items, left) = items(text);
        assert_eq!(items.iter().map(|item| item.title.as_str()).collect::<Vec<_>>(), ["One", "Three"]);
        assert_eq!(left, [4]);
    }

    #[test]
    fn what_a_date_says_beyond_a_day_stays_and_a_title_has_its_other_half() {
        let text = "@online{a, title={Fares}, subtitle={A table}, date={2021~}, url={https://a.example/?x=1\\&y=2\\_3}}\n\
            @misc{b, title={Why?}, subtitle={An essay}, year=2020, month=jul # \"~4\"}\n\
            @misc{c, title={Quays}, author={Sim{\\'\\i}k, P.}, year={to appear}}\n\
            @misc{d, title={Ports}, year=2020, month=mar, day=5}\n";
        let (items, left) = items(text);
        assert!(left.is_empty());
        let [fares, why, quays, ports]: &[_; 4] = items[..].try_into().expect("four");
        let date = |item: &Item| item.published.map(|date| date.to_string()).unwrap_or_default();
        assert_eq!((fares.title.as_str(), fares.address.as_str()), ("Fares: A table", "https://a.example/?x=1&y=2_3"));
        assert_eq!((date(fares).as_str(), fares.dated.as_str()), ("2021", "2021~"));
        assert_eq!((why.title.as_str(), date(why).as_str()), ("Why? An essay", "2020"));
        assert!(!why.dated.is_empty(), "{}", why.dated);
        assert_eq!((date(quays).as_str(), quays.dated.as_str()), ("", "to appear"));
        assert_eq!(quays.authors, ["P. Simík"]);
        assert_eq!((date(ports).as_str(), ports.dated.as_str()), ("2020-03-05", ""));
    }
}
