//! The tabs and their names.

/// The tabs, in their order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Tab {
    /// What happened.
    #[default]
    Summary,
    /// Who belongs to what.
    Members,
    /// What was traded.
    Trade,
    /// Where it is read and what is made of it.
    Sources,
}

impl Tab {
    /// All tabs, in their order.
    pub const ALL: [Self; 4] = [Self::Summary, Self::Members, Self::Trade, Self::Sources];

    /// The name shown.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Summary => "Summary",
            Self::Members => "Members",
            Self::Trade => "Trade",
            Self::Sources => "Sources & checks",
        }
    }

    /// The name of a file made of it.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Summary => "summary",
            Self::Members => "members",
            Self::Trade => "trade",
            Self::Sources => "sources",
        }
    }
}
