//! What there is to know of a language in order to read figures, dates and directions in it. A language is a file with one
//! table; nothing outside these files knows a word of any.
//!
//! Words are written as they stand in a text, with `_` for a space within an expression, and one blank between two; they
//! are compared folded, so that neither case nor accents matter.

mod ar;
mod de;
mod en;
mod es;
mod fr;
mod office;
mod ru;
mod zh;

use std::sync::LazyLock;

use ahash::AHashMap;

pub(in crate::analysis) use office::Office;

use super::beginnings::{Beginnings, WordTable};
use super::names::bare;
use super::tokens::{Token, Tokens, elided, phrase};
use super::{Pair, Says, Unit};
use crate::analysis::fold::fold;

/// The words of a language.
pub(super) struct Tongue {
    /// Its tag.
    pub key: &'static str,
    /// What stands before a fraction; none where both a point and a comma do.
    pub point: Option<char>,
    /// Letters that are written onto the beginning of a word and mean another.
    pub prefixes: &'static str,
    /// What stands between units and tens that are written as one word; empty where none are: `achtundsiebzig`.
    pub joined: &'static str,
    /// Letters that no other of these languages is written in; none for those written in Latin letters.
    pub is_letter: Option<fn(char) -> bool>,
    /// Small words that tell it from others in the same letters.
    pub function: &'static str,
    /// January first.
    pub months: [&'static str; 12],
    /// Monday first.
    pub weekdays: [&'static str; 7],
    /// Whether a month is a month only with a capital: `may` and `march` are other words.
    pub capital_months: bool,
    /// Numbers by their value.
    pub cardinals: &'static [(u32, &'static str)],
    /// Ordinals by their value.
    pub ordinals: &'static [(u32, &'static str)],
    /// Parts of a whole.
    pub fractions: &'static [(u32, u32, &'static str)],
    /// Parts of a year, by their first and last month.
    pub parts: &'static [(u8, u8, &'static str)],
    /// Said of a year that does not begin in January.
    pub fiscal: &'static str,
    /// What states are called when they are counted.
    pub states: &'static str,
    /// Words of a rise and of a fall.
    pub up: &'static str,
    pub down: &'static str,
    pub per_cent: &'static str,
    pub points: &'static str,
    pub days: &'static str,
    pub weeks: &'static str,
    pub months_counted: &'static str,
    pub years: &'static str,
    /// Between the two ends of a span or of a rise.
    pub to: &'static str,
    pub and: &'static str,
    /// Between a person and the state they speak for.
    pub of: &'static str,
    /// Said of a figure that was worked out.
    pub derived: &'static str,
    /// Said where a limit is passed.
    pub passes: &'static str,
    /// Between a number of days and what they are counted from.
    pub after: &'static str,
    pub before: &'static str,
    /// Said at the end of a list that is not whole.
    pub others: &'static str,
    /// What else its words say; of one with a `*` any that begins so.
    pub says: &'static [(Says, &'static str)],
    /// What people are called by their offices.
    pub offices: &'static [(Office, &'static str)],
    /// A capital, and the people who live in a state.
    pub seat: &'static str,
    pub people: &'static str,
    /// The day on which it is said.
    pub today: &'static str,
    /// Days, months and years that are counted from the day on which they are said, and by how many they are after it.
    pub relative: &'static [(i16, Unit, &'static str)],
}

/// All of them; of two that a text can be in the first is taken.
static TONGUES: [&Tongue; 7] =
    [&en::ENGLISH, &fr::FRENCH, &es::SPANISH, &de::GERMAN, &ru::RUSSIAN, &zh::CHINESE, &ar::ARABIC];

/// Whether a text is a word for the day on which it is said.
pub(in crate::analysis) fn is_today(text: &str) -> bool {
    let said = fold(text.trim());
    TONGUES.iter().flat_map(|tongue| tongue.today.split(' ')).any(|word| fold(word) == said)
}

/// Words that stand between the parts of a name, wherever whoever has it is from.
const PARTICLES: &str = "al bin ibn abu el da de del della den der di do dos du la le van von zu zur";

/// Words with which people are addressed before their names.
const TITLES: &str = "mr mrs ms dr prof sir lord mme mlle m herr frau sr sra srta don dona г г-н г-жа господин госпожа";

/// Whether a word, folded, stands between the parts of a name.
pub(in crate::analysis) fn is_particle(word: &str) -> bool {
    PARTICLES.split(' ').any(|own| own == word)
}

/// The words for `and`, folded, of all languages.
pub(super) fn ands() -> impl Iterator<Item = String> {
    TONGUES.iter().flat_map(|tongue| tongue.and.split(' ')).map(fold)
}

/// Whether a word is one with which people are addressed.
pub(in crate::analysis) fn is_title(word: &str) -> bool {
    let said = fold(word.trim_end_matches('.'));
    TITLES.split(' ').any(|own| own == said)
}

/// Whether a word, folded, is a currency in any language, or begins the sign of one.
pub(super) fn is_money(word: &str) -> bool {
    let is_it = |lexicon: &Lexicon| lexicon.says_word(word).iter().any(|says| matches!(says, Says::Money(_)));
    super::currency::begins_sign(word) || LEXICONS.iter().any(is_it)
}

/// How many there are.
pub(super) const fn count() -> usize {
    TONGUES.len()
}

/// What a word can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sense {
    Month(u8),
    Weekday(u8),
    Cardinal(u32),
    Ordinal(u32),
    Fraction(u32, u32),
    /// A part of a year, from a month to another.
    Part(u8, u8),
    Fiscal,
    States,
    Up,
    Down,
    Unit(Unit),
    To,
    And,
    Of,
    Derived,
    Passes,
    Counted,
    Others,
    Office(Office),
    /// A capital, and the people of a state.
    Seat,
    People,
}

/// The least letters of a word that others are said to begin with.
const SHORTEST: usize = 3;

/// So many words an expression has at most.
pub(super) const LONGEST: usize = 6;

/// The words of a language, for looking one up.
pub(super) struct Lexicon {
    pub tongue: &'static Tongue,
    senses: WordTable<Vec<Sense>>,
    /// The first words of all expressions: most words of a text are none, and need no further look.
    first: WordTable<Begins>,
    /// What else words and expressions say, those that other words begin with, and what words that say something do.
    said: AHashMap<String, Vec<Says>>,
    stems: AHashMap<String, Vec<Says>>,
    telling: Beginnings,
    /// What is counted from the day on which it is said, by its folded words.
    relative: AHashMap<String, (i16, Unit)>,
}

/// What can begin with a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "a word may begin each of these apart from the others")]
pub(super) struct Begins {
    /// An expression.
    pub any: bool,
    /// An expression of several words.
    pub several: bool,
    /// What names a part of a year.
    pub part: bool,
    /// What names an office.
    pub office: bool,
    /// Expressions that say something besides numbers and days: of so many words at most, none where of none.
    pub expression: u8,
}

static LEXICONS: LazyLock<Vec<Lexicon>> = LazyLock::new(|| TONGUES.iter().map(|tongue| Lexicon::of(tongue)).collect());

/// The small words of all of them, each with the languages that it is one of, a bit for each.
static FUNCTION: LazyLock<WordTable<u8>> = LazyLock::new(|| {
    let mut words: WordTable<u8> = WordTable::default();
    for (index, tongue) in TONGUES.iter().enumerate() {
        for word in tongue.function.split(' ') {
            *words.entry(&key(word)) |= 1 << index;
        }
    }
    words
});

impl Lexicon {
    fn of(tongue: &'static Tongue) -> Self {
        let mut lexicon = Self {
            tongue,
            senses: WordTable::default(),
            first: WordTable::default(),
            said: AHashMap::new(),
            stems: AHashMap::new(),
            telling: Beginnings::default(),
            relative: AHashMap::new(),
        };
        let numbered = |list: &'static [&'static str]| list.iter().zip(1_u8..);
        for (words, number) in numbered(&tongue.months) {
            lexicon.add(words, Sense::Month(number));
        }
        for (words, number) in numbered(&tongue.weekdays) {
            lexicon.add(words, Sense::Weekday(number));
        }
        for (value, words) in tongue.cardinals {
            lexicon.add(words, Sense::Cardinal(*value));
        }
        lexicon.add_compounds();
        for (value, words) in tongue.ordinals {
            lexicon.add(words, Sense::Ordinal(*value));
        }
        for (part, whole, words) in tongue.fractions {
            lexicon.add(words, Sense::Fraction(*part, *whole));
        }
        for (first, last, words) in tongue.parts {
            lexicon.add(words, Sense::Part(*first, *last));
        }
        for (says, words) in tongue.says {
            words.split(' ').for_each(|word| lexicon.add_said(word, *says));
        }
        for (office, words) in tongue.offices {
            lexicon.add(words, Sense::Office(*office));
        }
        for (step, unit, words) in tongue.relative {
            for word in words.split(' ') {
                let text = word.replace('_', " ");
                lexicon.relative.insert(elided(&Tokens::of(&text).all()), (*step, *unit));
            }
        }
        for (words, sense) in [
            (tongue.seat, Sense::Seat),
            (tongue.people, Sense::People),
            (tongue.fiscal, Sense::Fiscal),
            (tongue.states, Sense::States),
            (tongue.up, Sense::Up),
            (tongue.down, Sense::Down),
            (tongue.per_cent, Sense::Unit(Unit::PerCent)),
            (tongue.points, Sense::Unit(Unit::Points)),
            (tongue.days, Sense::Unit(Unit::Days)),
            (tongue.weeks, Sense::Unit(Unit::Weeks)),
            (tongue.months_counted, Sense::Unit(Unit::Months)),
            (tongue.years, Sense::Unit(Unit::Years)),
            (tongue.to, Sense::To),
            (tongue.and, Sense::And),
            (tongue.of, Sense::Of),
            (tongue.derived, Sense::Derived),
            (tongue.passes, Sense::Passes),
            (tongue.after, Sense::Counted),
            (tongue.before, Sense::Counted),
            (tongue.others, Sense::Others),
        ] {
            lexicon.add(words, sense);
        }
        lexicon
    }

    /// Units and tens that are written as one word.
    fn add_compounds(&mut self) {
        let tongue = self.tongue;
        if tongue.joined.is_empty() {
            return;
        }
        let of =
            |values: std::ops::Range<u32>| tongue.cardinals.iter().filter(move |(value, _)| values.contains(value));
        for (unit, units) in of(1..10) {
            for (tens, words) in of(20..100).filter(|(tens, _)| tens % 10 == 0) {
                for unit_word in units.split(' ') {
                    for tens_word in words.split(' ') {
                        self.add(&format!("{unit_word}{}{tens_word}", tongue.joined), Sense::Cardinal(unit + tens));
                    }
                }
            }
        }
    }

    fn add(&mut self, words: &str, sense: Sense) {
        for written in words.split(' ').filter(|word| !word.is_empty()) {
            self.senses.entry(&key(written)).push(sense);
            let text = written.replace('_', " ");
            let tokens = Tokens::of(&text);
            let mut parts = tokens.within(0..tokens.len()).filter_map(|token| token.word());
            if let Some(first) = parts.next() {
                let begins = self.first.entry(first);
                begins.any = true;
                begins.several |= parts.next().is_some();
                begins.part |= matches!(sense, Sense::Part(..));
                begins.office |= matches!(sense, Sense::Office(_));
            }
        }
    }

    /// What can begin with a word, a word onto which another is written among them.
    pub fn begins(&self, word: &str) -> Begins {
        let own = self.first.get(word).copied().unwrap_or_default();
        if self.tongue.prefixes.is_empty() {
            return own;
        }
        let mut prefixes = self.tongue.prefixes.split(' ').filter(|prefix| !prefix.is_empty());
        let rest = prefixes.find_map(|prefix| word.strip_prefix(prefix));
        let rest = rest.and_then(|rest| self.first.get(rest)).copied().unwrap_or_default();
        // What names a part of a year stands by itself, and what says something else is looked for as it is written.
        let (any, several, office) = (own.any || rest.any, own.several || rest.several, own.office || rest.office);
        Begins { any, several, office, ..own }
    }

    fn add_said(&mut self, word: &str, says: Says) {
        if let Some(stem) = word.strip_suffix('*') {
            let stem = key(stem);
            self.telling.add(&stem);
            self.stems.entry(stem).or_default().push(says);
            return;
        }
        let written = word.replace('_', " ");
        let tokens = Tokens::of(&written);
        let parts = tokens.all();
        if let [first, _, ..] = &parts[..]
            && let Some(first) = first.word()
        {
            let words = u8::try_from(parts.len()).unwrap_or(u8::MAX);
            let begins = self.first.entry(first);
            begins.expression = begins.expression.max(words);
        }
        let whole = phrase(&parts);
        let whole = bare(&whole);
        self.telling.add(whole);
        self.said.entry(whole.to_owned()).or_default().push(says);
    }

    /// What an expression of several words says besides numbers and days.
    pub fn says(&self, phrase: &str) -> &[Says] {
        self.said.get(bare(phrase)).map_or(&[], Vec::as_slice)
    }

    /// What a word says.
    pub fn says_word(&self, word: &str) -> &[Says] {
        let bare_word = bare(word);
        if !self.telling.may_have(bare_word) && !self.telling.may_have(word) {
            return &[];
        }
        let beginnings = || word.char_indices().skip(SHORTEST).map(|(end, _)| &word[..end]).chain([word]);
        let said = self.said.get(bare_word).or_else(|| {
            if self.stems.is_empty() { None } else { beginnings().take(12).find_map(|stem| self.stems.get(stem)) }
        });
        said.map_or(&[], Vec::as_slice)
    }

    /// Whether it has a word, whatever that means.
    pub fn knows(&self, word: &str) -> bool {
        self.senses.get(word).is_some()
            || self.first.get(word).is_some_and(|begins| begins.any || begins.expression > 0)
            || !self.says_word(word).is_empty()
    }

    /// What an expression can mean, by its folded words.
    pub fn senses(&self, phrase: &str) -> &[Sense] {
        let written_onto = || {
            let mut prefixes = self.tongue.prefixes.split(' ').filter(|prefix| !prefix.is_empty());
            let rest = prefixes.find_map(|prefix| phrase.strip_prefix(prefix));
            self.senses.get(rest.filter(|rest| rest.chars().count() > 2)?)
        };
        self.senses.get(phrase).or_else(written_onto).map_or(&[], Vec::as_slice)
    }

    /// By how many of a unit an expression means something after the day on which it is said.
    pub fn relative(&self, phrase: &str) -> Option<(i16, Unit)> {
        let known = self.relative.get(phrase).or_else(|| self.relative.get(bare(phrase)));
        known.filter(|_| !phrase.is_empty()).copied()
    }

    /// Whether an expression can mean something.
    pub fn means(&self, phrase: &str, sense: Sense) -> bool {
        self.senses(phrase).contains(&sense)
    }
}

/// An expression of a table as it is looked up.
fn key(written: &str) -> String {
    let text = written.replace('_', " ");
    phrase(&Tokens::of(&text).all()).into_owned()
}

/// The words of the language that a text of some tokens is in, as far as its letters and small words tell, and otherwise of the one
/// that is usual where it stands.
pub(super) fn of_text(text: &str, tokens: &[Token<'_>], usual: usize) -> usize {
    if let Some(index) = of_letters(text) {
        return index;
    }
    let counts = small_words(tokens);
    let best = counts.iter().copied().max().unwrap_or_default();
    if best == 0 || counts.get(usual) == Some(&best) {
        return if is_latin(usual) { usual } else { 0 };
    }
    counts.iter().position(|count| *count == best).unwrap_or(usual)
}

/// Whether a language is written in Latin letters, by which it is told from no other.
pub(super) fn is_latin(tongue: usize) -> bool {
    TONGUES.get(tongue).is_some_and(|tongue| tongue.is_letter.is_none())
}

/// How many of some tokens are small words of each language.
pub(super) fn small_words(tokens: &[Token<'_>]) -> [usize; TONGUES.len()] {
    let mut counts = [0_usize; TONGUES.len()];
    for languages in tokens.iter().filter_map(Token::word).filter_map(|word| FUNCTION.get(word)) {
        for (index, count) in counts.iter_mut().enumerate() {
            *count += usize::from(languages >> index & 1);
        }
    }
    counts
}

/// How many of some tokens are words that a language is known to have.
pub(super) fn known_words(tokens: &[Token<'_>], tongue: usize) -> usize {
    /// Fewer letters are a word of many languages.
    const LEAST: usize = 4;
    let lexicon = lexicon(tongue);
    let long = tokens.iter().filter_map(Token::word).filter(|word| word.chars().count() >= LEAST);
    long.filter(|word| lexicon.senses.get(word).is_some() || !lexicon.says_word(word).is_empty()).count()
}

/// Whether any of some tokens is a word that a language is known to have and another is not, however short.
pub(super) fn has_word_alone(tokens: &[Token<'_>], tongue: usize, other: usize) -> bool {
    let (own, other) = (lexicon(tongue), lexicon(other));
    tokens.iter().filter_map(Token::word).any(|word| own.knows(word) && !other.knows(word))
}

/// The language that the letters of a text tell, where they do.
pub(super) fn of_letters(text: &str) -> Option<usize> {
    if text.is_ascii() {
        return None;
    }
    let mut letters = [0_usize; TONGUES.len()];
    let mut latin = 0_usize;
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        let own = |tongue: &&Tongue| tongue.is_letter.is_some_and(|is| is(c));
        match (!c.is_ascii()).then(|| TONGUES.iter().position(own)).flatten() {
            Some(index) => letters[index] += 1,
            None => latin += 1,
        }
    }
    // A Chinese sign says as much as a word.
    let most = (0..TONGUES.len()).max_by_key(|index| letters[*index]).unwrap_or_default();
    (letters[most] > 0 && letters[most] * 2 >= latin).then_some(most)
}

/// The words of all languages that mean a capital, and those that mean the people of a state.
static SEATS: LazyLock<WordTable<()>> = LazyLock::new(|| meaning(|tongue| tongue.seat));
static PEOPLES: LazyLock<WordTable<()>> = LazyLock::new(|| meaning(|tongue| tongue.people));

/// The words of all languages that mean one thing.
fn meaning(of: fn(&Tongue) -> &'static str) -> WordTable<()> {
    let mut words = WordTable::default();
    TONGUES.iter().flat_map(|tongue| of(tongue).split(' ')).for_each(|word| *words.entry(&key(word)) = ());
    words
}

/// Whether a word means a capital, in whatever language.
pub(super) fn is_seat(word: &str) -> bool {
    SEATS.get(word).is_some()
}

/// Whether a word means the people of a state, in whatever language.
pub(super) fn is_people(word: &str) -> bool {
    PEOPLES.get(word).is_some()
}

/// The words of a language by its number.
pub(super) fn lexicon(index: usize) -> &'static Lexicon {
    &LEXICONS[index.min(TONGUES.len() - 1)]
}

#[cfg(test)]
mod tests {
    use super::{LEXICONS, TONGUES, Tokens, of_text};

    #[test]
    fn a_text_is_in_the_language_of_its_letters_and_small_words() {
        for (text, key) in [
            ("The ministers met in Beijing.", "en"),
            ("Les ministres se sont réunis à Pékin.", "fr"),
            ("Los ministros se reunieron en Pekín.", "es"),
            ("Die Minister trafen sich in Peking.", "de"),
            ("Министры встретились в Пекине.", "ru"),
            ("两国外长在北京会晤。", "zh"),
            ("التقى الوزيران في بكين.", "ar"),
            ("", "en"),
        ] {
            assert_eq!(TONGUES[of_text(text, &Tokens::of(text).all(), 0)].key, key, "{text}");
        }
    }

    #[test]
    fn every_table_is_whole() {
        for lexicon in LEXICONS.iter() {
            let tongue = lexicon.tongue;
            let lists = [tongue.up, tongue.down, tongue.per_cent, tongue.points, tongue.days, tongue.years, tongue.to];
            assert!(lists.iter().all(|words| !words.is_empty()), "{}", tongue.key);
            assert!(tongue.months.iter().chain(&tongue.weekdays).all(|words| !words.is_empty()), "{}", tongue.key);
            // What has a mark in it would be looked up as nothing, and found in whatever has a mark in it.
            assert!(!lexicon.said.contains_key("") && !lexicon.stems.contains_key(""), "{}", tongue.key);
        }
    }
}
