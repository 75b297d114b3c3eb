//! One figure as a layout reads it out of a row.

use rust_decimal::Decimal;

use crate::briefing::{Message, Period};
use crate::import::choices::Way;
use crate::import::unit::UnitRead;
use crate::message;

/// A code and a name; either may be empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Named<'a> {
    pub code: &'a str,
    pub name: &'a str,
}

impl<'a> Named<'a> {
    /// A name alone, or a code alone: it is found out which.
    pub const fn text(name: &'a str) -> Self {
        Self { code: "", name }
    }

    /// What a reader is shown of it.
    pub const fn printed(self) -> &'a str {
        if self.name.is_empty() { self.code } else { self.name }
    }

    pub const fn is_empty(self) -> bool {
        self.code.is_empty() && self.name.is_empty()
    }
}

/// Which way goods go, seen from who counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// From the one who counted.
    Export,
    /// To the one who counted.
    Import,
    /// Both together.
    Total,
    /// The one less the other, which is computed and not imported.
    Balance,
    /// Exports of what was imported, which exports hold already, and the other way round.
    Again,
    /// Something else, by its label.
    Other,
}

impl Direction {
    /// The one of a key, as a reader says which way a flow goes.
    pub fn of_key(key: &str) -> Option<Self> {
        Some(match key {
            "exports" => Self::Export,
            "imports" => Self::Import,
            "total" => Self::Total,
            "balance" => Self::Balance,
            _ => return None,
        })
    }
}

impl From<Way> for Direction {
    fn from(way: Way) -> Self {
        match way {
            Way::Exports => Self::Export,
            Way::Imports => Self::Import,
            Way::Total => Self::Total,
        }
    }
}

/// What a table says of a figure besides it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// The series is broken here: what comes before was counted otherwise.
    Break,
    /// It is an estimate.
    Estimated,
    /// It is a forecast.
    Forecast,
    /// It is preliminary.
    Provisional,
    /// It was put in where nothing was reported.
    Imputed,
    /// It is of low reliability.
    Unreliable,
    /// Its definition differs.
    Differs,
    /// It is marked, and what the mark says stands elsewhere.
    Marked,
}

impl Status {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Break,
        Self::Estimated,
        Self::Forecast,
        Self::Provisional,
        Self::Imputed,
        Self::Unreliable,
        Self::Differs,
        Self::Marked,
    ];

    /// What the codes of SDMX and the flags of Eurostat say, the gravest first; none where all is usual.
    pub fn of(code: &str) -> Option<Self> {
        let code = code.trim().to_lowercase();
        let word = match code.as_str() {
            "provisional" | "preliminary" => "p",
            "estimated" | "estimate" => "e",
            "forecast" => "f",
            "break" | "break in time series" => "b",
            "imputed" => "i",
            other => other,
        };
        if word.len() > 4 {
            return None;
        }
        let has = |letter: char| word.contains(letter);
        [
            ('b', Self::Break),
            ('f', Self::Forecast),
            ('e', Self::Estimated),
            ('i', Self::Imputed),
            ('u', Self::Unreliable),
            ('d', Self::Differs),
            ('p', Self::Provisional),
        ]
        .into_iter()
        .find_map(|(letter, status)| has(letter).then_some(status))
    }

    /// What the mark behind a number says: `(p)`. A letter that is as often one of a footnote is taken as such.
    pub fn of_mark(mark: &str) -> Self {
        let letter = mark.trim_matches(['(', ')', '[', ']']).to_ascii_lowercase();
        let known = matches!(letter.as_str(), "p" | "e" | "f" | "i" | "u") && !mark.starts_with('[');
        Self::of(&letter).filter(|_| known).unwrap_or(Self::Marked)
    }

    /// What stands beside the figure.
    pub fn note(self) -> Message {
        match self {
            Self::Break => message!(import::status_break),
            Self::Estimated => message!(import::status_estimated),
            Self::Forecast => message!(import::status_forecast),
            Self::Provisional => message!(import::status_provisional),
            Self::Imputed => message!(import::status_imputed),
            Self::Unreliable => message!(import::status_unreliable),
            Self::Differs => message!(import::status_differs),
            Self::Marked => message!(import::status_marked),
        }
    }
}

/// A figure, whose texts stand in its row.
#[derive(Clone, Debug)]
pub struct Figure<'a> {
    /// Who counted.
    pub reporter: Named<'a>,
    /// With whom; empty where nobody is named.
    pub partner: Named<'a>,
    pub direction: Direction,
    /// What is measured, where it is no direction.
    pub label: &'a str,
    /// What the table calls it, where it may say more than a direction: `Services exports`.
    pub called: &'a str,
    /// The goods; empty for all.
    pub product: Named<'a>,
    /// `CIF` or `FOB`, or nothing.
    pub valuation: &'a str,
    pub unit: &'a UnitRead,
    /// What may tell it apart from others that are of the same by all else.
    pub apart: &'a str,
    pub period: Period,
    /// As it stands in the table.
    pub value: Decimal,
    pub status: Option<Status>,
    pub row: u32,
}

/// Words by which tables say which way goods go, in lower case.
const EXPORTS: &[&str] = &[
    "export",
    "出口",
    "輸出",
    "экспорт",
    "експорт",
    "esporta",
    "eksport",
    "ausfuhr",
    "exporta",
    "uitvoer",
    "수출",
    "ihracat",
    "صادرات",
    "vývoz",
];
const IMPORTS: &[&str] =
    &["import", "进口", "進口", "輸入", "импорт", "імпорт", "einfuhr", "invoer", "수입", "ithalat", "واردات", "dovoz"];
const TOTALS: &[&str] = &[
    "进出口",
    "進出口",
    "turnover",
    "товарооборот",
    "оборот",
    "total trade",
    "trade volume",
    "commerce total",
    "gesamt",
];
const BALANCES: &[&str] = &[
    "balance",
    "net export",
    "net trade",
    "surplus",
    "deficit",
    "bilanz",
    "balanza",
    "saldo",
    "solde",
    "сальдо",
    "баланс",
    "差额",
    "差額",
    "顺差",
    "順差",
    "逆差",
    "貿易収支",
];

/// Which way a code or a word says that goods go.
pub fn direction(code: &str, name: &str) -> Direction {
    const CODES: [(Direction, &[&str]); 5] = [
        (Direction::Export, &["X", "EXP", "E", "EX", "DX"]),
        (Direction::Import, &["M", "IMP", "I", "IM", "FM"]),
        (Direction::Again, &["RX", "RM", "MIP", "MOP", "XIP", "XOP"]),
        (Direction::Total, &["T", "TOT", "XM", "TOTAL"]),
        (Direction::Balance, &["B", "BAL", "TB", "NX"]),
    ];
    let is_own = |codes: &[&str]| codes.iter().any(|own| own.eq_ignore_ascii_case(code.trim()));
    if let Some((known, _)) = CODES.iter().find(|(_, codes)| is_own(codes)) {
        return *known;
    }
    let lower = if name.is_empty() { code.to_lowercase() } else { name.to_lowercase() };
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let exports = has(EXPORTS);
    let imports = has(IMPORTS);
    if has(&["re-export", "reexport", "re-import", "reimport", "реэкспорт", "реимпорт"]) {
        Direction::Again
    } else if has(BALANCES) {
        Direction::Balance
    } else if has(TOTALS) || is_whole(&lower) || (exports && imports) {
        Direction::Total
    } else if exports {
        Direction::Export
    } else if imports {
        Direction::Import
    } else {
        Direction::Other
    }
}

/// Whether a text says no more than that it is the whole, and what that is in.
fn is_whole(lower: &str) -> bool {
    let bare = lower.split(['(', ',', '（']).next().unwrap_or_default().trim();
    ["total", "totals", "всего", "итого", "总值", "总额", "合计"].contains(&bare)
}

/// How goods are valued, by what a text says of it.
pub fn valuation(text: &str) -> &'static str {
    let has = |word: &str| text.split(|c: char| !c.is_ascii_alphabetic()).any(|part| part.eq_ignore_ascii_case(word));
    if has("CIF") {
        "CIF"
    } else if has("FOB") {
        "FOB"
    } else {
        ""
    }
}
