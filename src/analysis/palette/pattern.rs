//! What a reader typed, held against the texts of a row.

use frizbee::{CaseMatching, Config, Matcher, Matching};

use crate::analysis::search_text::fold_into;

/// From so many letters on, one of them may be wrong.
const LONG: usize = 6;
/// What a letter in its place is worth at least; with gaps around it, it is worth less.
const WORTH: u32 = 12;
/// What is found in the name of a row goes before what is found in its other texts.
const NAMED: u32 = 12;
/// Up to so many letters mean what a word begins with: hardly a name is without them elsewhere.
const SHORT: usize = 2;

/// The words that were typed. All must be found in a row, in whichever order and in whichever of its texts.
#[derive(Clone, Debug)]
pub struct Pattern(Vec<Word>);

#[derive(Clone, Debug)]
struct Word {
    matcher: Matcher,
    letters: Letters,
    typos: u32,
    /// The least that is no chance.
    least: u32,
}

/// How well a row fits, the better the greater.
pub type Score = u32;

impl Pattern {
    /// The words that were typed.
    pub fn new(typed: &str) -> Self {
        Self::with_typos(typed, 0)
    }

    /// The same, where in a long word one letter may be wrong; none where no word is long.
    pub fn forgiving(typed: &str) -> Option<Self> {
        let pattern = Self::with_typos(typed, 1);
        pattern.0.iter().any(|word| word.typos > 0).then_some(pattern)
    }

    fn with_typos(typed: &str, typos: u16) -> Self {
        let mut folded = String::new();
        fold_into(typed, &mut folded);
        Self(folded.split_whitespace().map(|word| Word::new(word, typos)).collect())
    }

    /// Whether nothing was typed.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a row with these letters can fit at all.
    pub fn may_fit(&self, letters: Letters) -> bool {
        let has = |word: &Word| {
            let lacks = (word.letters.all & !letters.all).count_ones();
            lacks <= word.typos && word.letters.first & !letters.first == 0
        };
        self.0.iter().all(has)
    }

    /// How well a row with these texts fits, its name being the first of them; none where it does not.
    pub fn score<'a>(&mut self, texts: &(impl Iterator<Item = &'a str> + Clone)) -> Option<Score> {
        let mut all = 0;
        for word in &mut self.0 {
            let named = |(index, text)| Some(word.score(text)? + if index == 0 { NAMED } else { 0 });
            all += texts.clone().enumerate().filter_map(named).max()?;
        }
        Some(all)
    }
}

impl Word {
    fn new(word: &str, typos: u16) -> Self {
        let count = word.chars().count();
        let typos = if count >= LONG { typos } else { 0 };
        let config = Config::default().max_typos(Some(typos)).casing(CaseMatching::Respect);
        // A number is meant as it is written: 2022 is not 2026, 2 months.
        let is_number = word.chars().all(|letter| letter.is_ascii_digit());
        let config = if is_number { config.matching(Matching::Substring) } else { config };
        let least = WORTH * u32::try_from(count).unwrap_or(u32::MAX / WORTH);
        let mut letters = Letters::of(word);
        if count > SHORT || !word.is_ascii() {
            letters.first = 0;
        }
        Self { matcher: Matcher::new(word, &config), letters, typos: typos.into(), least }
    }

    fn score(&mut self, text: &str) -> Option<u32> {
        let found = self.matcher.match_one(text, 0)?;
        Some(u32::from(found.score)).filter(|score| *score >= self.least)
    }
}

/// The letters and digits of folded text as a set, in which some share a place: a row that lacks one of a word's need not
/// be looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Letters {
    all: u64,
    /// Those that words begin with.
    first: u64,
}

impl Letters {
    /// Those of a text.
    pub fn of(folded: &str) -> Self {
        let mut set = Self::default();
        let mut begins = true;
        for letter in folded.chars() {
            let place = place(letter).map_or(0, |place| 1 << place);
            set.all |= place;
            set.first |= if begins { place } else { 0 };
            begins = place == 0;
        }
        set
    }
}

fn place(letter: char) -> Option<u32> {
    /// For the letters of all other scripts.
    const PLACES: u32 = 28;
    match letter {
        'a'..='z' => Some(u32::from(letter) - u32::from('a')),
        '0'..='9' => Some(26 + u32::from(letter) - u32::from('0')),
        _ if letter.is_alphanumeric() => Some(36 + u32::from(letter) % PLACES),
        _ => None,
    }
}
