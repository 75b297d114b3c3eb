//! Titles against their own addresses, which often carry them: `…/trade-turnover-up-197-in-january-april`. A number that
//! stands otherwise between words that agree is wrong in one of the two, and so is the name of a state, a status or a
//! direction.

use std::ops::Range;

use super::addresses::rest;
use super::cited_for::fields;
use super::reference::code_of;
use super::texts::Text;
use super::{Check, Finding, Material, Needs, Outcome, of_source};
use crate::analysis::cities::cities_named;
use crate::analysis::fold::fold;
use crate::analysis::reading::{Consonants, Says, in_cyrillic, in_each_language};
use crate::analysis::reference::{names_in, states_named};
use crate::analysis::script::cyrillic;
use crate::briefing::{Source, cores};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[Check {
    key: "source-title-address",
    needs: Needs::Nothing,
    holds: label!(checks::source_title_address),
    run: |material| {
        let titles = fields(material, "title");
        let of = |source: &Source| otherwise(material, source, titles.get(source.id.as_str())?);
        cores::flat_map(&material.briefing.sources.sources, of)
    },
}];

/// So many words of an address are those of the title before it is taken for the title.
const TOLD: usize = 4;
/// Of more pieces only the first are held against each other.
const PIECES: usize = 40;
/// So many digits are a number of the page, where they stand last.
const OF_PAGE: usize = 5;

/// A word or a number.
struct Piece {
    range: Range<usize>,
    text: String,
    /// Those of a word.
    consonants: Option<Consonants>,
    /// The digits of a number, as they are set apart.
    groups: Vec<String>,
}

impl Piece {
    const fn is_number(&self) -> bool {
        self.consonants.is_none()
    }

    /// Whether it is the same as another, in whatever letters: `принял`, `prinyal`; `19.7`, `197`, and `19` for short.
    fn is(&self, other: &Self) -> bool {
        match (&self.consonants, &other.consonants) {
            (None, None) => self.text.starts_with(&other.text) || other.text.starts_with(&self.text),
            (Some(own), Some(others)) => {
                let most = if own.len().max(others.len()) < 3 { 0.1 } else { 0.34 };
                self.text == other.text || own.unlike(others) <= most && own.len().min(others.len()) > 0
            }
            _ => false,
        }
    }

    /// Whether one of two numbers is the other, rounded.
    fn is_rounded(&self, other: &Self) -> bool {
        let value = |groups: &[String]| match groups {
            [whole] => whole.parse().ok(),
            [whole, part] => format!("{whole}.{part}").parse().ok(),
            _ => None,
        };
        let is = |own: &Self, other: &Self| {
            let rounded = value(&own.groups).map(|value: f64| format!("{value:.0}"));
            rounded.is_some_and(|rounded| other.groups == [rounded])
        };
        is(self, other) || is(other, self)
    }
}

/// The words and numbers of a text; digits that no word parts are one number, and single letters are none.
fn pieces(text: &str) -> Vec<Piece> {
    let kind = |c: char| (c.is_ascii_digit(), c.is_alphabetic() || c == '\'' || c == '’');
    let mut found: Vec<Piece> = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let length = text[at..].find(|c| kind(c) != kind(first)).unwrap_or(text.len() - at);
        let (range, own) = (at..at + length, &text[at..at + length]);
        at = range.end;
        if first.is_ascii_digit() {
            match found.last_mut().filter(|last| last.is_number()) {
                Some(last) => {
                    last.range.end = range.end;
                    last.text.push_str(own);
                    last.groups.push(own.to_owned());
                }
                None => {
                    found.push(Piece { range, text: own.to_owned(), consonants: None, groups: vec![own.to_owned()] });
                }
            }
        } else if first.is_alphabetic() && own.chars().count() > 1 {
            let folded = fold(own).replace(['\'', '’'], "");
            if let Some(consonants) = Consonants::of(&folded) {
                found.push(Piece { range, text: folded, consonants: Some(consonants), groups: Vec::new() });
            }
        }
        if found.len() == PIECES {
            break;
        }
    }
    found
}

/// The part of an address that has most words, without what only its site knows: an ending, a number of the page.
fn slug(address: &str) -> Option<&str> {
    let path = rest(address)?.split(['?', '#']).next()?.split_once('/')?.1;
    let words = |part: &&str| part.split(['-', '_']).filter(|word| word.chars().any(char::is_alphabetic)).count();
    let mut part = path.split('/').max_by_key(words)?;
    let dot = part.char_indices().find(|(at, c)| *c == '.' && part[at + 1..].starts_with(char::is_alphabetic));
    part = dot.map_or(part, |(at, _)| &part[..at]);
    let of_page = |word: &str| {
        let digits = word.chars().filter(char::is_ascii_digit).count();
        digits >= OF_PAGE || digits >= 3 && digits < word.chars().count()
    };
    while let Some((before, last)) = part.rsplit_once(['-', '_', '.'])
        && of_page(last)
    {
        part = before;
    }
    Some(part)
}

/// Which pieces of two texts are the same, in their order: as many as there can be.
fn aligned(own: &[Piece], other: &[Piece]) -> Vec<(usize, usize)> {
    let width = other.len() + 1;
    let mut same = vec![false; own.len() * width];
    let mut most = vec![0_u16; (own.len() + 1) * width];
    for i in (0..own.len()).rev() {
        for j in (0..other.len()).rev() {
            same[i * width + j] = own[i].is(&other[j]);
            let taken = if same[i * width + j] { most[(i + 1) * width + j + 1] + 1 } else { 0 };
            most[i * width + j] = taken.max(most[(i + 1) * width + j]).max(most[i * width + j + 1]);
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut found = Vec::new();
    while i < own.len() && j < other.len() {
        if same[i * width + j] && most[i * width + j] == most[(i + 1) * width + j + 1] + 1 {
            found.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if most[(i + 1) * width + j] >= most[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    found
}

/// What a title has otherwise than its address.
fn otherwise(material: &Material<'_>, source: &Source, title: &Text<'_>) -> Option<Finding> {
    // What stands in brackets describes the page.
    if title.text.starts_with('[') {
        return None;
    }
    let slug = slug(source.address.as_deref()?)?;
    let (own, others) = (pieces(title.text), pieces(slug));
    if others.len() <= TOLD || own.len() <= TOLD {
        return None;
    }
    let aligned = aligned(&own, &others);
    let words = aligned.iter().filter(|(at, _)| !own[*at].is_number()).count();
    if words < TOLD {
        return None;
    }
    let most = aligned.len() * 3 >= others.len() * 2;
    let last = *aligned.last()?;
    let gaps = aligned.windows(2).map(|pair| (pair[0].0 + 1..pair[1].0, pair[0].1 + 1..pair[1].1));
    // At the end only a number stands where another does, behind two words that agree.
    let behind = aligned.iter().rev().take(2).eq([&last, &(last.0.checked_sub(1)?, last.1.checked_sub(1)?)]);
    let end = Some((last.0 + 1..own.len(), last.1 + 1..others.len()));
    let is_number = |(here, there): &(Range<usize>, Range<usize>)| match (&own[here.clone()], &others[there.clone()]) {
        ([one], [other]) => one.is_number() && other.is_number() && one.text.len() == other.text.len(),
        _ => false,
    };
    let end = end.filter(|gap| behind && is_number(gap));
    let (here, there) = gaps.chain(end).find(|(here, there)| {
        let (here, there) = (&own[here.clone()], &others[there.clone()]);
        // Nothing else is otherwise where a name is.
        let whole = || aligned.len() + there.len() == others.len();
        most && is_another_number(here, there) || whole() && is_another_name(material, title, here, there)
    })?;
    let (here, there) = (&own[here], &others[there]);
    let said = title.part(&(here.first()?.range.start..here.last()?.range.end));
    let in_address = slug.get(there.first()?.range.start..there.last()?.range.end)?;
    let detail = message!(
        findings::source_title_address_other,
        said = said.clone(),
        address = in_address.to_owned(),
        title = title.text.to_owned()
    );
    let label = message!(findings::source_title_address, said = said);
    Some(of_source(source, Outcome::Warn, label, detail))
}

/// Whether each of two stretches has one number, and not the same.
fn is_another_number(here: &[Piece], there: &[Piece]) -> bool {
    let number = |pieces: &[Piece]| pieces.iter().position(Piece::is_number).filter(|_| pieces.len() <= 2);
    let numbers = |pieces: &[Piece]| pieces.iter().filter(|piece| piece.is_number()).count();
    let (Some(a), Some(b)) = (number(here), number(there)) else { return false };
    numbers(here) == 1 && numbers(there) == 1 && !here[a].is(&there[b]) && !here[a].is_rounded(&there[b])
}

/// What a text says of which two cannot be the same in one place.
const STATUSES: &[Says] = &[Says::Member, Says::Observer, Says::Partner, Says::Candidate, Says::Guest];
const WAYS: &[Says] = &[Says::Rise, Says::Fall];

/// Whether two stretches of words name two states, two statuses or two directions. Other words may be changed by an editor
/// once the address is there.
fn is_another_name(material: &Material<'_>, title: &Text<'_>, here: &[Piece], there: &[Piece]) -> bool {
    let few = (1..=3).contains(&here.len()) && (1..=3).contains(&there.len());
    if !few || here.iter().chain(there).any(Piece::is_number) {
        return false;
    }
    let range = here[0].range.start..here[here.len() - 1].range.end;
    let within = |own: &Range<usize>| range.start <= own.start && own.end <= range.end;
    let joined = there.iter().map(|piece| piece.text.as_str()).collect::<Vec<_>>().join(" ");
    let is_cyrillic = title.text.contains(cyrillic);
    let read = if is_cyrillic { in_cyrillic(&joined).unwrap_or_default() } else { joined.clone() };
    let of_title: Vec<&str> =
        title.names.iter().filter(|name| within(&name.range)).filter_map(|name| code_of(material, name)).collect();
    if !of_title.is_empty() {
        let of_address = if is_cyrillic { states_like(there) } else { states_said(&joined, there) };
        return !of_address.is_empty() && !of_address.iter().any(|code| of_title.contains(code));
    }
    let signs = title.reading.signs.iter().filter(|sign| within(&sign.range)).map(|sign| sign.says);
    let own: Vec<Says> = signs.collect();
    let told: Vec<Says> = in_each_language(&read)
        .flat_map(|reading| reading.signs.iter().map(|sign| sign.says).collect::<Vec<_>>())
        .collect();
    [STATUSES, WAYS].into_iter().any(|all| {
        let of = |said: &[Says]| said.iter().copied().filter(|says| all.contains(says)).collect::<Vec<_>>();
        let (own, told) = (of(&own), of(&told));
        !own.is_empty() && !told.is_empty() && !own.iter().any(|says| told.contains(says))
    })
}

/// The states that Latin words name, by themselves or by a city.
fn states_said(joined: &str, words: &[Piece]) -> Vec<&'static str> {
    let names = || std::iter::once(joined).chain(words.iter().map(|word| word.text.as_str()));
    let cities = names().flat_map(cities_named).map(|city| city.state);
    names().flat_map(states_named).chain(cities).collect()
}

/// The states that have a Russian name like one of some words, whatever its case.
fn states_like(words: &[Piece]) -> Vec<&'static str> {
    let consonants = || words.iter().filter_map(|word| word.consonants.as_ref()).filter(|own| own.len() > 2);
    let like = |name: &str| {
        let own = Consonants::of(&fold(name));
        own.is_some_and(|own| consonants().any(|word| own.unlike(word) < 0.2))
    };
    names_in("ru").filter(|(_, name)| like(name)).map(|(code, _)| code).collect()
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::found_after;

    fn found(title: &str, address: &str) -> bool {
        let found = found_after(CHECKS, |briefing| {
            let source = briefing.sources.sources.iter_mut().find(|source| source.id.as_str() == "dawn-146634");
            let source = source.expect("a source");
            (source.title, source.address) = (title.to_owned(), Some(address.to_owned()));
        });
        found == ["Warn source-title-address"]
    }

    fn hold(wrong: &[(&str, &str)], right: &[(&str, &str)]) {
        let missed: Vec<_> = wrong.iter().filter(|(title, address)| !found(title, address)).collect();
        let alarms: Vec<_> = right.iter().filter(|(title, address)| found(title, address)).collect();
        assert!(missed.is_empty() && alarms.is_empty(), "missed: {missed:#?}, alarms: {alarms:#?}");
    }

    #[test]
    fn the_numbers_of_a_title_are_those_of_its_address() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        hold(
            &[
                (
                    "Ferry traffic up 17.9% in March, port says",
                    "https://a.org/n/ferry-traffic-up-197-in-march-port-says",
                ),
                (
                    "Ferry traffic up 17.9% in March, port says",
                    "https://a.org/ferry-traffic-up-19-7-percent-in-march-port-says.html",
                ),
                (
                    "Port handles record 281.17 million tonnes",
                    "https://a.org/x/port-handles-record-218-17-million-tonnes-117120.html",
                ),
                ("Fähre fährt 27 Tage nicht nach Kreta", "https://a.org/faehre-faehrt-37-tage-nicht-nach-kreta"),
                ("Le port perd 12 lignes de ferry cet été", "https://a.org/le-port-perd-21-lignes-de-ferry-cet-ete"),
                (
                    "Паромы перевезли на 18% больше пассажиров",
                    "https://a.org/paromy-perevezli-na-81-bolshe-passazhirov",
                ),
                (
                    "Ferry Line Loses Money for First Time Since 2018",
                    "https://a.org/ferry-line-loses-money-for-first-time-since-2020",
                ),
                (
                    "Ferry Line Loses Money for First Time Since 2018",
                    "https://a.org/ferry-line-loses-money-for-first-time-since-2020-a91675",
                ),
            ],
            &[
                (
                    "Ferry traffic up 19.7% in March, port says",
                    "https://a.org/n/ferry-traffic-up-197-in-march-port-says",
                ),
                (
                    "Ferry traffic up 19.7% in March, port says",
                    "https://a.org/n/ferry-traffic-up-20-in-march-port-says",
                ),
                (
                    "Ferry traffic up 19.7% in March, port says",
                    "https://a.org/n/ferry-traffic-up-19-in-march-port-says",
                ),
                (
                    "Ferry traffic in 2024 Up to $37.01Bln",
                    "https://a.org/ferry-traffic-in-2024-up-to-3701bln-1117180822.html",
                ),
                ("Port hands over ferries on May 7-10, 2025", "https://a.org/port-hands-over-ferries-on-may-7-10-2025"),
                (
                    "Ferry line turns 18 years old in 2025",
                    "https://a.org/2019/10/07/ferry-line-turns-18-years-old-in-2025_780323.html",
                ),
                ("Eighteen ferries for the port of Piraeus", "https://a.org/18-ferries-for-the-port-of-piraeus"),
                ("Ferry line loses money in 2024, and 3 ships", "https://a.org/ferry-line-loses-money"),
                (
                    "Ferry Line Loses Money for First Time Since 2020",
                    "https://a.org/ferry-line-loses-money-for-first-time-since-2020-780323",
                ),
                ("[Report on ferries of 2018 in the port]", "https://a.org/report-on-ferries-of-2019-in-the-port"),
                ("The port in 12 pictures", "https://a.org/ferry-strike-day-13-what-we-know-of-the-port"),
            ],
        );
    }

    #[test]
    fn the_names_of_a_title_are_those_of_its_address() {
        hold(
            &[
                (
                    "Bloc says Nepal becomes dialogue partner soon",
                    "https://a.org/bloc-says-cambodia-becomes-dialogue-partner-soon",
                ),
                (
                    "Камбоджа получила статус наблюдателя в ШОС",
                    "https://a.org/kambodzha-poluchila-status-partnera-po-dialogu-v-shos",
                ),
                (
                    "Страны решили создать статус «Наблюдатель ШОС»",
                    "https://a.org/strany-reshili-sozdat-status-partner-shos",
                ),
                ("ШОС приняла Непал как нового партнера", "https://a.org/shos-prinyala-kambodzhu-kak-novogo-partnera"),
                (
                    "Bloc admits Iran as observer at its summit",
                    "https://a.org/bloc-admits-iran-as-member-at-its-summit",
                ),
                ("Trade of both states falls to a record", "https://a.org/trade-of-both-states-rises-to-a-record"),
            ],
            &[
                (
                    "Страны решили создать статус «Партнер ШОС»",
                    "https://a.org/strany-reshili-sozdat-status-partner-shos",
                ),
                (
                    "Камбоджа получила статус партнера ШОС",
                    "https://a.org/kambodzha-poluchila-status-partnera-po-dialogu-shos",
                ),
                (
                    "Summit kicks off in Astana with Belarus joining",
                    "https://a.org/summit-begins-in-astana-with-belarus-joining",
                ),
                (
                    "Türkiye joins the bloc as a dialogue partner",
                    "https://a.org/turkey-joins-the-bloc-as-a-dialogue-partner",
                ),
                ("Bloc says Beijing wants more ferries soon", "https://a.org/bloc-says-china-wants-more-ferries-soon"),
                ("Bloc admits Iran as a full member now", "https://a.org/bloc-admits-iran-as-permanent-member-now"),
                ("Trade of both states falls to a record", "https://a.org/trade-of-both-states-drops-to-a-record"),
                ("Я не халявщик, я – партнёр", "https://a.org/ya-ne-halyavshhik-ya-partnjor.html"),
                ("Shanghai Cooperation Organisation", "https://a.org/shanghai-cooperation-organization.en.mfa"),
                (
                    "Statements and Q&A At The Organisation: Content",
                    "https://a.org/statements-and-qa-at-the-organisation-content",
                ),
            ],
        );
    }
}
