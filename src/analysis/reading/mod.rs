//! One reader of texts: what a text says in numbers, dates and directions, in whatever language it is written.
//!
//! A text is read once into [`Mention`]s, each with its place in the text. What is read is typed and no further judged:
//! whether it is right is asked by the checks. The words of each language stand in a table of its own
//! ([`tongue`]); nothing else here or above knows a word of any language.

mod beginnings;
mod consonants;
mod currency;
mod dates;
mod languages;
mod measures;
mod names;
mod numbers;
mod parts;
mod pinyin;
mod scale;
mod signs;
mod sounds;
mod tokens;
mod tongue;
mod words;

use std::borrow::Cow;
use std::ops::Range;

use rust_decimal::Decimal;

pub(in crate::analysis) use consonants::Consonants;
pub(in crate::analysis) use currency::codes_of;
pub(in crate::analysis) use dates::Day;
use languages::Stretch;
pub(in crate::analysis) use measures::Measure;
pub(in crate::analysis) use names::{Name, Named, Names};
pub(in crate::analysis) use numbers::{Number, agree, numbers, scale_of, unit_of};
pub(in crate::analysis) use parts::Part;
pub(in crate::analysis) use pinyin::{in_russian, is_read_as};
pub(in crate::analysis) use scale::power_of;
pub(in crate::analysis) use signs::{Pair, Says, Sign};
pub(in crate::analysis) use sounds::{in_arabic, in_cyrillic};
use tokens::{Token, Tokens};
pub(in crate::analysis) use tongue::Office;
use tongue::{Lexicon, Sense};
pub(in crate::analysis) use tongue::{is_particle, is_title, is_today};

/// Which way a figure went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::analysis) enum Way {
    Up,
    Down,
}

impl Way {
    /// The same where no figure stands by.
    pub const fn says(self) -> Says {
        match self {
            Self::Up => Says::Rise,
            Self::Down => Says::Fall,
        }
    }
}

/// What a number counts, where a word or a sign says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::analysis) enum Unit {
    PerCent,
    Points,
    Days,
    Weeks,
    Months,
    Years,
}

/// A number as a text has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::analysis) struct Quantity {
    pub number: Number,
    pub unit: Option<Unit>,
    /// Whether it is said to have risen or fallen by it: `up 4.1 %`, `6.9 % lower`, `−2.9 %`.
    pub way: Option<Way>,
    /// Whether it is written in words.
    pub spelled: bool,
}

impl Quantity {
    /// Whether it counts per cent or points of them.
    pub const fn is_rate(&self) -> bool {
        matches!(self.unit, Some(Unit::PerCent | Unit::Points))
    }

    /// The number as a count of things, where it can be one.
    pub fn count(&self) -> Option<u32> {
        let plain = self.number.sign.is_none() && self.number.scale.is_none() && self.number.value.scale() == 0;
        u32::try_from(self.number.value).ok().filter(|_| plain && self.number.or.is_none() && !self.number.is_year())
    }
}

/// What a text mentions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::analysis) enum What {
    Quantity(Quantity),
    /// A part of a whole, in words, and whether something rose or fell by it.
    Fraction(Decimal, Option<Way>),
    Day(Day),
    /// From one day to another.
    Span(Day, Day),
    /// A day of the week, Monday being one.
    Weekday(u8),
}

/// A text read in each of the languages in turn: a few words need not tell theirs.
pub(in crate::analysis) fn in_each_language(text: &str) -> impl Iterator<Item = Reading<'_>> {
    (0..tongue::count()).map(move |usual| Reading::of(text, usual))
}

/// Something that a text mentions, and where: bytes that begin and end at characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::analysis) struct Mention {
    pub range: Range<usize>,
    pub what: What,
}

impl Mention {
    /// The day that it is, or both ends of a span.
    pub fn days(&self) -> impl Iterator<Item = Day> {
        let days = match self.what {
            What::Day(day) => [Some(day), None],
            What::Span(from, until) => [Some(from), Some(until)],
            _ => [None, None],
        };
        days.into_iter().flatten()
    }

    /// The year, where it is one by itself.
    pub const fn year(&self) -> Option<i16> {
        match self.what {
            What::Day(day) if day.month.is_none() => day.year,
            _ => None,
        }
    }
}

/// A text as it was read.
#[derive(Clone, Debug, Default)]
pub(in crate::analysis) struct Reading<'a> {
    pub mentions: Vec<Mention>,
    /// The parts of years that it names.
    pub parts: Vec<Part>,
    /// What it says besides.
    pub signs: Vec<Sign>,
    /// Its sentences, and the halves of those that a semicolon parts.
    pub sentences: Vec<Range<usize>>,
    tokens: Tokens<'a>,
    /// The language that most of it is in, and the stretches in others, in its order.
    tongue: usize,
    others: Box<[(Range<usize>, usize)]>,
}

impl<'a> Reading<'a> {
    /// Reads a text. Where neither its letters nor its small words tell its language, it is in the `usual` one, which
    /// [`language`] finds.
    pub fn of(text: &'a str, usual: usize) -> Self {
        Self::with_names(text, usual, &Names::default()).0
    }

    /// The same, and the names that it has of those that are known.
    pub fn with_names<'n>(text: &'a str, usual: usize, names: &Names<'n>) -> (Self, Vec<Name<'n>>) {
        let tokens = Tokens::of(text);
        let mut all = tokens.all();
        let stretches = languages::stretches(text, &all, usual);
        let tongue = languages::most(&stretches, usual);
        let figures = numbers(text);
        let (mut mentions, mut parts, mut signs) = (Vec::new(), Vec::new(), Vec::new());
        let mut found = Vec::new();
        let mut others = Vec::new();
        for Stretch { tokens: numbers, range, tongue: own } in stretches {
            let Some(here) = all.get_mut(numbers) else { continue };
            let lexicon = tongue::lexicon(own);
            for token in &mut *here {
                token.begins = token.word().map(|word| lexicon.begins(word)).unwrap_or_default();
            }
            let mentioned = words::mentions(text, &figures, here, lexicon);
            parts.extend(parts::parts(here, &mentioned, lexicon));
            mentions.extend(mentioned);
            signs.extend(signs::signs(here, lexicon));
            found.extend(names.find(here, own != usual));
            if own != tongue {
                others.push((range, own));
            }
        }
        mentions.shrink_to_fit();
        signs.shrink_to_fit();
        let mut reading = Self { mentions, parts, signs, sentences: Vec::new(), tokens, tongue, others: others.into() };
        reading.sentences = reading.parted();
        (reading, found)
    }

    /// The names that it has of some others that are known.
    pub fn names_of<'n>(&self, names: &Names<'n>) -> Vec<Name<'n>> {
        // Most texts have none.
        if !self.all_words().any(|word| names.may_begin_with(word)) {
            return Vec::new();
        }
        names.find(&self.tokens.all(), false)
    }

    /// The tag of the language that most of it was read in.
    pub fn language(&self) -> &'static str {
        tongue::lexicon(self.tongue).tongue.key
    }

    /// The tag of the language that the sentence at a place was read in.
    pub fn language_at(&self, place: usize) -> &'static str {
        self.lexicon_at(place).tongue.key
    }

    /// Whether a short word without a capital, as `in` is one, stands right before a place.
    pub fn is_led_in(&self, start: usize) -> bool {
        let before = self.before(start).next_back().filter(|token| !token.capital);
        before.and_then(|token| token.word()).is_some_and(|word| word.chars().count() <= 3)
    }

    /// Its numbers, years and days not among them.
    pub fn quantities(&self) -> impl Iterator<Item = &Quantity> {
        self.mentions.iter().filter_map(|mention| match &mention.what {
            What::Quantity(quantity) => Some(quantity),
            _ => None,
        })
    }

    /// Its days, both ends of each span among them.
    pub fn days(&self) -> impl Iterator<Item = Day> {
        self.mentions.iter().flat_map(Mention::days)
    }

    /// The years that it names, alone or as part of a day.
    pub fn years(&self) -> impl Iterator<Item = i16> {
        self.days().filter_map(|day| day.year)
    }

    /// The words that follow a place, folded, up to the next mark that ends a clause.
    pub fn words_after(&self, end: usize) -> impl Iterator<Item = &str> {
        let after = self.tokens.within(self.tokens.first_from(end)..self.tokens.len());
        after.take_while(|token| !token.is_mark(CLAUSE)).filter_map(|token| token.word())
    }

    /// Every word of it, folded, in its order.
    pub fn all_words(&self) -> impl Iterator<Item = &str> {
        self.tokens.within(0..self.tokens.len()).filter_map(|token| token.word())
    }

    /// Its words of at least so many bytes, folded, in their order.
    pub fn long_words(&self, least: usize) -> impl Iterator<Item = &str> {
        self.tokens.long_words(least)
    }

    /// Every word that begins with a capital, with its place.
    pub fn capitals(&self) -> impl Iterator<Item = (Range<usize>, &str)> {
        self.tokens.capitals().filter_map(|token| Some((token.range.clone(), token.word()?)))
    }

    /// Where its sentences, and the halves of those that a semicolon parts, begin and end.
    fn parted(&self) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut start = None;
        for (at, token) in self.tokens.within(0..self.tokens.len()).enumerate() {
            let from = *start.get_or_insert(token.range.start);
            if self.ends_sentence(at) || at + 1 == self.tokens.len() {
                found.push(from..token.range.end);
                start = None;
            }
        }
        found.shrink_to_fit();
        found
    }

    /// Whether the sentence around a place says something.
    pub fn sentence_says(&self, place: usize, says: Says) -> bool {
        let mut said = self.signs.iter().filter(|sign| sign.says == says).peekable();
        said.peek().is_some()
            && self
                .sentences
                .iter()
                .filter(|range| range.contains(&place))
                .any(|range| said.clone().any(|sign| range.contains(&sign.range.start)))
    }

    /// The words that stand between two places, folded; a mark stands as itself.
    pub fn spelt(&self, between: Range<usize>) -> impl DoubleEndedIterator<Item = (Range<usize>, Cow<'_, str>)> {
        self.tokens.within(self.span(between)).map(|token| {
            let written = match token.kind {
                tokens::Kind::Word(word) => Cow::Borrowed(word),
                tokens::Kind::Mark(mark) => Cow::Owned(mark.to_string()),
                tokens::Kind::Digits(value) => value.map_or(Cow::Borrowed("0"), |value| Cow::Owned(value.to_string())),
            };
            (token.range, written)
        })
    }

    /// How many words, numbers and marks stand between two places; none where a sentence or its half ends there.
    pub fn between(&self, between: Range<usize>) -> Option<usize> {
        let span = self.span(between);
        let length = span.len();
        (!span.into_iter().any(|at| self.ends_sentence(at))).then_some(length)
    }

    /// How many words and marks stand between two places of one sentence, whichever of them comes first.
    pub fn apart(&self, a: &Range<usize>, b: &Range<usize>) -> Option<usize> {
        self.between(if a.end <= b.start { a.end..b.start } else { b.end..a.start })
    }

    /// Whether a token ends a sentence or its half. A point after which it goes on is that of a word cut short: `долл.,`.
    fn ends_sentence(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        let goes_on = |next: &Token<'_>| match next.word() {
            Some(word) => !next.capital && word.chars().next().is_some_and(char::is_lowercase),
            // That of a number is followed by its digits.
            None => !next.spaced && (next.is_mark(",:)") || matches!(next.kind, tokens::Kind::Digits(_))),
        };
        let next = self.tokens.get(at + 1);
        // `15. Juni` is a day.
        let of_month = || {
            let day = at.checked_sub(1).and_then(|before| self.tokens.get(before)?.digits());
            let month = |token: &Token<'_>| {
                let senses = token.word().map_or(&[][..], |word| self.lexicon_at(token.range.start).senses(word));
                senses.iter().any(|sense| matches!(sense, Sense::Month(_)))
            };
            day.is_some_and(|day| (1..=31).contains(&day)) && next.as_ref().is_some_and(month)
        };
        let cut = || is_scale_cut_short(|at| self.tokens.get(at), at) || of_month();
        let ends = || !next.as_ref().is_some_and(goes_on) && !cut();
        token.is_mark(";!?。；！？؛؟") || token.is_mark(".") && ends()
    }

    /// Whether a mark that ends a clause stands between two places, but for those that introduce.
    pub fn parts_clauses(&self, between: Range<usize>) -> bool {
        let parts = |(at, token): (usize, Token<'_>)| {
            if token.is_mark(".") { self.ends_sentence(at) } else { token.is_mark(CLAUSE) && !token.is_mark(":：") }
        };
        let span = self.span(between);
        span.clone().zip(self.tokens.within(span)).any(parts)
    }

    /// The numbers of the tokens that begin between two places.
    fn span(&self, between: Range<usize>) -> Range<usize> {
        let (from, end) = (self.tokens.first_from(between.start), self.tokens.first_from(between.end));
        from..end.max(from)
    }

    fn before(&self, place: usize) -> impl DoubleEndedIterator<Item = Token<'_>> + ExactSizeIterator {
        self.tokens.within(0..self.tokens.first_from(place))
    }

    /// Whether some text between two places is short and says nothing but `of`, or what ties a name to a state.
    pub fn ties(&self, between: Range<usize>) -> bool {
        let span = self.span(between);
        let one = self.tokens.get(span.start).filter(|_| span.len() == 1);
        one.is_some_and(|one| self.token_means(&one, Sense::Of))
    }

    /// Whether what stands between two places leads from a first value to a second.
    pub fn leads(&self, between: Range<usize>) -> bool {
        let span = self.span(between);
        if span.len() > 8 {
            return false;
        }
        let mut tokens = self.tokens.within(span);
        !tokens.clone().any(|token| token.is_mark(";:.。；："))
            && tokens.any(|token| self.token_means(&token, Sense::To))
    }

    /// Whether the word before a place says that something is counted from there: `from US$146.88`.
    pub fn comes_from(&self, start: usize) -> bool {
        self.before(start).rev().take(4).any(|token| self.token_means(&token, Sense::Of))
    }

    /// The way that the words before a place say, back to the mark that ends the clause or sentence before.
    pub fn way_before(&self, start: usize) -> Option<Way> {
        let clause = self.before(start).rev().take(12).take_while(|token| !token.is_mark(CLAUSE));
        words::way(clause.filter_map(|token| token.word()), self.lexicon_at(start))
    }

    /// The two words that a word such as `of` ties to a place, the first of them with a capital, and where they begin.
    pub fn occasion_before(&self, place: usize) -> Option<(usize, String)> {
        let at = self.tokens.first_from(place).checked_sub(3)?;
        let [first, second, of] = [at, at + 1, at + 2].map(|at| self.tokens.get(at));
        let (first, second, of) = (first?, second?, of?);
        let (name, noun) = (first.word()?, second.word()?);
        let long = name.chars().count() > 1 && noun.chars().count() > 3;
        let tied = self.token_means(&of, Sense::Of);
        (tied && long && first.capital && !second.capital).then(|| (first.range.start, format!("{name} {noun}")))
    }

    /// The offices that it names, each with its place; of two that begin together the longer.
    pub fn offices(&self) -> Vec<(Range<usize>, Office)> {
        // Most texts have none.
        let tongues = || self.others.iter().map(|(_, tongue)| *tongue).chain([self.tongue]);
        let may_begin = |word: &str| tongues().any(|tongue| tongue::lexicon(tongue).begins(word).office);
        if !self.all_words().any(may_begin) {
            return Vec::new();
        }
        let tokens = self.tokens.all();
        let mut found = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let lexicon = self.lexicon_at(tokens[at].range.start);
            let begins = tokens[at].word().is_some_and(|word| lexicon.begins(word).office);
            let longest = if begins { tongue::LONGEST.min(tokens.len() - at) } else { 0 };
            let office = (1..=longest).rev().find_map(|length| {
                let senses = lexicon.senses(&tokens::phrase(&tokens[at..at + length]));
                senses.iter().find_map(|sense| match sense {
                    Sense::Office(office) => Some((*office, length)),
                    _ => None,
                })
            });
            let Some((office, length)) = office else {
                at += 1;
                continue;
            };
            found.push((tokens[at].range.start..tokens[at + length - 1].range.end, office));
            at += length;
        }
        found
    }

    /// What it says of days, months and years counted from the day on which it is said, each with its place and by how many
    /// of the unit it is after that; of two that begin together the longer.
    pub fn counted_from_today(&self) -> Vec<(Range<usize>, i16, Unit)> {
        let tokens = self.tokens.all();
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(first) = tokens.get(at) {
            let lexicon = self.lexicon_at(first.range.start);
            let longest = tongue::LONGEST.min(tokens.len() - at);
            let of = |length: usize| lexicon.relative(&tokens::elided(tokens.get(at..at + length)?));
            let Some((length, (step, unit))) = (1..=longest).rev().find_map(|length| Some((length, of(length)?)))
            else {
                at += 1;
                continue;
            };
            let end = tokens.get(at + length - 1).map_or(first.range.end, |last| last.range.end);
            found.push((first.range.start..end, step, unit));
            at += length;
        }
        found
    }

    /// The places of the words that mean a capital, in whatever language.
    pub fn capitals_meant(&self) -> Vec<Range<usize>> {
        self.meaning(tongue::is_seat)
    }

    /// The places of the words that mean the people of a state, in whatever language.
    pub fn peoples_meant(&self) -> Vec<Range<usize>> {
        self.meaning(tongue::is_people)
    }

    fn meaning(&self, means: fn(&str) -> bool) -> Vec<Range<usize>> {
        let of = |at: usize| {
            let token = self.tokens.get(at)?;
            let word = token.word()?;
            if !token.is_han() {
                return means(word).then(|| token.range.clone());
            }
            let next = self.tokens.get(at + 1)?;
            let both = format!("{word}{}", next.word().filter(|_| next.is_han())?);
            means(&both).then_some(token.range.start..next.range.end)
        };
        (0..self.tokens.len()).filter_map(of).collect()
    }

    /// The words between two places, folded, each with its place.
    pub fn words_between(&self, between: Range<usize>) -> impl Iterator<Item = (Range<usize>, &str)> {
        self.tokens.within(self.span(between)).filter_map(|token| Some((token.range.clone(), token.word()?)))
    }

    /// The place at which so many words and marks before a place begin, back to the mark that ends the clause before.
    pub fn back(&self, place: usize, tokens: usize) -> usize {
        let clause = self.before(place).rev().take(tokens).take_while(|token| !token.is_mark(CLAUSE));
        clause.last().map_or(place, |token| token.range.start)
    }

    /// The place at which so many words and marks after a place end, up to the mark that ends the clause.
    pub fn ahead(&self, place: usize, tokens: usize) -> usize {
        let after = self.tokens.within(self.tokens.first_from(place)..self.tokens.len());
        let clause = after.take(tokens).take_while(|token| !token.is_mark(CLAUSE));
        clause.last().map_or(place, |token| token.range.end)
    }

    /// The place behind the comma that stands at a place; the place itself where none does.
    pub fn behind_comma(&self, place: usize) -> usize {
        let comma = self.tokens.get(self.tokens.first_from(place)).filter(|token| token.is_mark(",،，"));
        comma.map_or(place, |token| token.range.end)
    }

    /// Whether it says that something was worked out.
    pub fn says_derived(&self) -> bool {
        self.says(Sense::Derived)
    }

    /// Whether it says that a limit was passed.
    pub fn says_passed(&self) -> bool {
        self.says(Sense::Passes)
    }

    /// Whether the days, months or years that end at a place are counted from something: `two days later`.
    pub fn is_counted_from(&self, end: usize) -> bool {
        self.words_after(end).take(3).any(|word| self.means(word, Sense::Counted))
    }

    /// Whether a word at a place is one that its language is known to have.
    pub fn is_known_word(&self, place: usize, word: &str) -> bool {
        self.lexicon_at(place).knows(word)
    }

    /// Whether a word ties the last of a list to those before it.
    pub fn is_and(&self, word: &str) -> bool {
        self.means(word, Sense::And)
    }

    /// Whether a word means years.
    pub fn is_year_word(&self, word: &str) -> bool {
        self.means(word, Sense::Unit(Unit::Years))
    }

    /// Whether a word says what is counted: `years`, `Prozent`.
    pub fn is_unit(&self, word: &str) -> bool {
        let units = [Unit::PerCent, Unit::Points, Unit::Days, Unit::Weeks, Unit::Months, Unit::Years];
        units.into_iter().any(|unit| self.means(word, Sense::Unit(unit)))
    }

    /// Whether a word is what states are called when they are counted.
    pub fn is_states(&self, word: &str) -> bool {
        self.means(word, Sense::States)
    }

    /// Whether a word says that a list goes on.
    pub fn is_others(&self, word: &str) -> bool {
        self.means(word, Sense::Others)
    }

    fn says(&self, sense: Sense) -> bool {
        let tokens = self.tokens.all();
        let lexicon = |at: usize| self.lexicon_at(tokens[at].range.start);
        let begins = |at: &usize| tokens[*at].word().is_some_and(|word| lexicon(*at).begins(word).any);
        (0..tokens.len()).filter(begins).any(|at| {
            let lexicon = lexicon(at);
            (1..=tongue::LONGEST.min(tokens.len() - at))
                .any(|length| lexicon.means(&tokens::phrase(&tokens[at..at + length]), sense))
        })
    }

    /// Whether a word means something in a language that some of it is in.
    fn means(&self, word: &str, sense: Sense) -> bool {
        let others = self.others.iter().map(|(_, tongue)| *tongue);
        others.chain([self.tongue]).any(|tongue| tongue::lexicon(tongue).means(word, sense))
    }

    fn token_means(&self, token: &Token<'_>, sense: Sense) -> bool {
        token.word().is_some_and(|word| self.lexicon_at(token.range.start).means(word, sense))
    }

    /// The words of the language that the sentence at a place is in.
    fn lexicon_at(&self, place: usize) -> &'static Lexicon {
        let other = self.others.iter().find(|(range, _)| range.contains(&place));
        tongue::lexicon(other.map_or(self.tongue, |(_, tongue)| *tongue))
    }
}

/// Whether a point is that of a word of scale that is cut short between a number and a currency: `982,3 Mrd. US-Dollar`.
fn is_scale_cut_short<'t>(token: impl Fn(usize) -> Option<Token<'t>>, point: usize) -> bool {
    let before = |by: usize| point.checked_sub(by).and_then(&token);
    let scale = || before(1)?.word().and_then(power_of);
    let counted = || before(2).is_some_and(|number| matches!(number.kind, tokens::Kind::Digits(_)));
    let money =
        || token(point + 1).is_some_and(|next| next.word().map_or_else(|| next.is_mark("$€£₽¥₹₩"), tongue::is_money));
    scale().is_some() && counted() && money()
}

/// What ends a clause.
const CLAUSE: &str = ",;:.()（），；：。、،؛!?！？";

/// The tag of a language by its number.
pub(in crate::analysis) fn tag(language: usize) -> &'static str {
    tongue::lexicon(language).tongue.key
}

/// The language that some texts are mostly in, to be handed to [`Reading::of`].
pub(in crate::analysis) fn language<'a>(texts: impl IntoIterator<Item = &'a str>) -> usize {
    /// So many characters tell.
    const ENOUGH: usize = 20_000;
    let mut sample = String::new();
    for text in texts {
        if sample.len() > ENOUGH {
            break;
        }
        sample.extend(text.chars().take(ENOUGH));
        sample.push('\n');
    }
    tongue::of_text(&sample, &Tokens::of(&sample).all(), 0)
}

#[cfg(test)]
mod tests;
