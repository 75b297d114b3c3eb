//! What a text says besides numbers, days and names: that something is a member, was exported, grew, is the highest.
//!
//! The words of each language stand in its table; a rule asks for their meaning and never for a word.

use std::ops::Range;

use super::tokens::{Token, phrase};
use super::tongue::{LONGEST, Lexicon, Sense};

/// What a word or an expression can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::analysis) enum Says {
    /// What a state can be in an organisation.
    Member,
    Observer,
    Partner,
    Candidate,
    Guest,
    Founder,
    /// How it comes to be one, and whether it is one now, was one, or would be.
    Joins,
    Becomes,
    Is,
    Was,
    Wish,
    Not,
    Never,
    Since,
    /// What an organisation is called without its name.
    Organisation,
    /// Goods over borders.
    Trade,
    Exports,
    Imports,
    /// Who gives and who takes: what is to come back, and what is not.
    Lends,
    Borrows,
    Grants,
    Obtains,
    /// That two do something together, so that either can be named first.
    With,
    Mutual,
    /// That what is counted comes on top of others.
    Further,
    Surplus,
    Deficit,
    Toward,
    From,
    /// Which way something goes.
    Rise,
    Fall,
    /// Growth, whichever way: it says of nothing that it grew.
    Growth,
    Keeps,
    Then,
    Each,
    Years,
    Record,
    Highest,
    Lowest,
    /// What came last of all, and what came first.
    Newest,
    Oldest,
    /// So many times as much, in halves.
    Fold(u32),
    Times,
    More,
    Nearly,
    Share,
    Steps,
    Within,
    /// How it was counted, and by whom.
    Customs,
    ConstantPrices,
    /// Which one in an order.
    Ordinal(u32),
    All,
    /// A figure is rounded, lies between two others, is an average, or is that of each of so many months; nought is less.
    Round,
    Between,
    Average,
    Per(u8),
    /// Said before a part of a whole of which it is said that it is more or less than it.
    Bound,
    /// More than a figure that follows, or as much; less than it.
    Over,
    Under,
    /// As much as a figure that follows: it says that this is its value, or that it has become as much.
    Reaches,
    /// By whom something was done.
    By,
    /// How old something is, when it was founded, how long it took, in days where the word itself says so.
    Old,
    Founded,
    Lasts,
    Long(u8),
    /// A currency, by its code.
    Money(&'static str),
    /// What goods, ways and power are measured in, by its sign.
    Measure(&'static str),
    /// Statuses that became one.
    Merged,
    /// More quickly, less so.
    Faster,
    Slower,
    /// What is loaded and carried.
    Freight,
    /// One thing against another: more than it, or less.
    Than,
    /// What something is held against: a year that others are compared with.
    Against,
    /// The year before another that is named.
    YearBefore,
    /// As much of one thing as of another.
    AsMuch,
    /// That alone.
    Only,
    /// What begins a clause about what stands before it, and that a state is no longer in a body.
    Relative,
    Leaves,
    /// What is not counted with the rest.
    Besides,
    /// What a denial leaves as it is: `nowhere but`.
    Except,
    Above,
    Below,
    InARow,
    /// Months, quarters, weeks.
    Shorter,
    /// At one time, or one before the other.
    Together,
    Before,
    After,
    /// So many days after something, or before it.
    DaysOff(i16),
    /// From a day of a month to another, from a month of a year to another.
    DaysOfMonth(i8, i8),
    Until,
    Season(u8, u8),
    Lies,
    Meets,
    Appears,
    /// How many people live somewhere.
    People,
    World,
    Mankind,
    MostPeople,
    FewestPeople,
    MorePeople,
    FewerPeople,
    /// What a claim rests on, and what came of it.
    Sources,
    Tells,
    Paragraph,
    Sentences,
    Confirmed,
    Refuted,
    Likely,
    Unlikely,
    /// Parts that are counted together.
    Sum,
    /// A figure that was rounded, and is not about so much.
    Rounded,
    /// That somebody is to reach by some time.
    Goal,
    /// A code of a state.
    Code,
    /// One way in which goods go.
    Direction,
    /// What one side says: its account, its ministry, the side itself.
    Account,
    /// What an event is.
    Summit,
    Talks,
    CameFrom,
    LeftFor,
    /// A change that was small.
    Little,
    /// That something is not there, or there more than once.
    Absent,
    Doubled,
    /// That somebody left something out of what they said.
    Unnamed,
    /// One side of a pair of which only one can be so.
    Either(Pair, bool),
    /// Morning, afternoon, evening.
    DayPart(u8),
    /// What happened to a meeting, to a text, to a law.
    Held,
    Signed,
    InForce,
    /// Who gives a chair to whom, and who has it.
    Hands,
    TakesOver,
    Succeeds,
    Chairs,
    /// Whether somebody holds an office or held it.
    Sitting,
    Former,
    /// That a date is earlier or later than the true one.
    TooEarly,
    TooLate,
    /// That nothing bears something out, or nothing is against it.
    Unborne,
    Undenied,
    /// That something lies within something else.
    In,
    /// In what city something is.
    At,
    /// That several are counted in the order of others.
    InOrder,
    /// That somebody lives somewhere.
    Lives,
    Concluded,
    /// That something becomes something else.
    Into,
    /// A change that was large.
    Much,
    /// The day on which a document appeared.
    Publication,
    /// The first or the second of two who were named: `the former`.
    OfTwo(bool),
    /// That somebody speaks for a state.
    Speaks,
    /// That somebody has a guest, or is one.
    Receives,
    Visits,
    /// Of what level those are who meet, besides those who hold an office.
    Leaders,
    Experts,
    Envoys,
    /// How they met.
    ByVideo,
    ByTelephone,
    /// Where something is held, said of a state.
    Hosts,
    /// Onwards from the place that was named before, and on the way to another.
    Thence,
    Going,
    /// Not for the first time.
    Again,
    /// What of something is asked: its day, and how many there are.
    AsksWhen,
    AsksNumber,
    /// That something was found or is known, and that it is not.
    Found,
    Unclear,
    /// That something speaks against what is claimed.
    Opposes,
    /// Of how many of a number something is so.
    NoneOf,
    AllOf,
    SomeOf,
    HalfOf,
    MostOf,
    AllBut,
    /// That something stands in a list.
    Listed,
    /// Until now, and no longer for ever.
    Yet,
    /// That something was held, whatever stands beside it.
    TookPlace,
    /// The appearing of a document.
    Publishing,
    /// That something is one of an order by how large it is, and that it is the one next to its end.
    InSize,
    /// More than something, or less, where both are words of one expression: `more than in 2021`.
    Beyond(bool),
    /// The best of some, or of all where a number says which one.
    Best,
    ButOne,
    /// That an organisation takes in further states.
    Enlarges,
    /// What begins the parts of a figure, and what is left of it beside them.
    OfWhich,
    Including,
    Rest,
    /// That somebody said something.
    Said,
    /// What stands for a figure: its level.
    Level,
    /// That something was so at an earlier time that is not named.
    Formerly,
    /// What is made before its time is over: a plan, a quota, an estimate.
    Foretold,
}

/// What can be one way or the other and not both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::analysis) enum Pair {
    /// Complete or not.
    Whole,
    /// Concluded, signed, approved; or failed and rejected.
    Agreed,
    /// For good or for a time.
    Lasting,
    /// Satisfied and praising, or disappointed and blaming.
    Pleased,
    /// Between two or between many.
    Alone,
    /// Widened and strengthened, or narrowed and weakened.
    Wider,
    /// Put in place or lifted.
    Imposed,
    /// For it or against it.
    Backed,
    Won,
    /// Suspended or let in again.
    Suspended,
    /// Already or not yet.
    Already,
    /// In public or behind doors.
    Public,
    /// Larger than before or smaller.
    Grown,
    /// A surplus or a deficit.
    Surplus,
    /// More than any, or less.
    Most,
    /// Both, or but one or neither of two.
    Both,
    /// Beginning or ending.
    Begun,
    /// Open or shut.
    Opened,
    /// Expected or not.
    Expected,
    /// Present or away.
    There,
    /// On the way out of an office, or into it.
    Outgoing,
    /// Made higher or lower, as a duty is.
    Raised,
    Allowed,
    /// Brought forward or put off.
    Sooner,
    Binding,
    Direct,
    Freed,
    Appointed,
    Profit,
    /// Sent somewhere or brought back from there.
    Deployed,
    Recognised,
    /// More than something else, or less.
    Higher,
}

impl Says {
    /// What cannot be said of the same.
    pub const fn contrary(self) -> Option<Self> {
        match self {
            Self::Rise => Some(Self::Fall),
            Self::Fall => Some(Self::Rise),
            Self::Surplus => Some(Self::Deficit),
            Self::Deficit => Some(Self::Surplus),
            Self::Highest => Some(Self::Lowest),
            Self::Lowest => Some(Self::Highest),
            _ => None,
        }
    }

    /// Whether it picks some out of many: the largest, the newest.
    pub const fn picks_out(self) -> bool {
        matches!(
            self,
            Self::Highest | Self::Lowest | Self::Newest | Self::Oldest | Self::MostPeople | Self::FewestPeople
        )
    }
}

/// A word or an expression that says something, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::analysis) struct Sign {
    pub range: Range<usize>,
    pub says: Says,
}

/// The signs of a text, in its order.
pub(super) fn signs(tokens: &[Token<'_>], lexicon: &Lexicon) -> Vec<Sign> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        // Hyphens may join the words of an expression.
        let longest = 2 * usize::from(tokens[at].begins.expression);
        let expression = (2..=longest.min(LONGEST).min(tokens.len() - at)).rev().find_map(|length| {
            // A point at its end is that of the sentence.
            tokens[at + length - 1].word()?;
            let said = lexicon.says(&phrase(&tokens[at..at + length]));
            (!said.is_empty()).then_some((said, length))
        });
        let (said, length) = expression.unwrap_or_else(|| match tokens[at].word() {
            // `May` is a month.
            Some(word) if tokens[at].capital && is_month(word, lexicon) => (&[][..], 1),
            Some(word) => (lexicon.says_word(word), 1),
            None => (&[][..], 1),
        });
        let range = tokens[at].range.start..tokens[at + length - 1].range.end;
        found.extend(said.iter().map(|says| Sign { range: range.clone(), says: *says }));
        found.extend(ordinal(&tokens[at..], lexicon).map(|(number, length)| {
            let end = tokens[at + length - 1].range.end;
            Sign { range: tokens[at].range.start..end, says: Says::Ordinal(number) }
        }));
        at += length;
    }
    found
}

fn is_month(word: &str, lexicon: &Lexicon) -> bool {
    lexicon.tongue.capital_months && lexicon.senses(word).iter().any(|sense| matches!(sense, Sense::Month(_)))
}

/// The ordinal that begins at a token: `ninth`, `9th`, `9-й`, `9e`, `第九`.
fn ordinal(tokens: &[Token<'_>], lexicon: &Lexicon) -> Option<(u32, usize)> {
    let first = tokens.first()?;
    if let Some(word) = first.word() {
        if !first.begins.any && word != "第" {
            return None;
        }
        if word == "第" {
            let (number, length) = super::words::han_count(tokens.get(1..)?)
                .or_else(|| Some((tokens.get(1)?.digits()?, 1)))
                .filter(|(number, _)| *number > 0)?;
            return Some((number, length + 1));
        }
        return lexicon.senses(word).iter().find_map(|sense| match sense {
            Sense::Ordinal(number) => Some((*number, 1)),
            _ => None,
        });
    }
    let number = first.digits().filter(|number| (1..400).contains(number))?;
    let hyphen = usize::from(tokens.get(1).is_some_and(|token| token.is_mark("-‐‑") && !token.spaced));
    let suffix = tokens.get(1 + hyphen).filter(|token| !token.spaced)?;
    let short = suffix.word().is_some_and(|word| SUFFIXES.contains(&word)) || hyphen == 0 && suffix.is_mark("ºª");
    short.then_some((number, 2 + hyphen))
}

/// What is written behind digits that say which one, folded.
const SUFFIXES: &[&str] = &["st", "nd", "rd", "th", "e", "er", "re", "eme", "й", "и", "я", "го", "м", "ым", "ой"];
