//! How much of a briefing is in a brief, and what it is printed on.

/// How much of the briefing is in a brief.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Extent {
    /// One page: what a reader in a hurry needs, with the number of what is left out.
    Short,
    /// All of it.
    #[default]
    Full,
}

/// A size of paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Paper {
    /// ISO 216, 210 by 297 mm.
    #[default]
    A4,
    /// ANSI A, 8.5 by 11 in.
    Letter,
}

impl Extent {
    /// Both, in the order they are offered.
    pub const BOTH: [Self; 2] = [Self::Short, Self::Full];

    /// Its name for programs and on the command line.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Short => "short",
            Self::Full => "full",
        }
    }
}

impl Paper {
    /// Both, in the order they are offered.
    pub const BOTH: [Self; 2] = [Self::A4, Self::Letter];

    /// Its name for programs and on the command line.
    pub const fn key(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::Letter => "letter",
        }
    }

    /// Width and height in points of 1/72 inch.
    pub const fn size(self) -> (f32, f32) {
        match self {
            Self::A4 => (595.28, 841.89),
            Self::Letter => (612.0, 792.0),
        }
    }
}
