//! The kinds of offices that people are said to hold.

/// What kind of office somebody holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::analysis) enum Office {
    /// The head of a state.
    President,
    /// The head of a government.
    Premier,
    /// A minister, of what is not said.
    Minister,
    ForeignMinister,
    DefenceMinister,
    FinanceMinister,
    /// Of trade, of commerce or of the economy.
    TradeMinister,
    InteriorMinister,
    /// Whoever leads a state or its government.
    Leader,
    /// Who is sent, and who is asked.
    Envoy,
    Expert,
    /// A deputy, or whoever held it before: held against nothing.
    Other,
}

impl Office {
    /// Whether it can be another, as a minister can be one of any kind.
    pub fn can_be(self, other: Self) -> bool {
        let any = self == Self::Minister || other == Self::Minister;
        let leads = self == Self::Leader && other.leads() || other == Self::Leader && self.leads();
        self == other || leads || any && self.is_minister() && other.is_minister()
    }

    const fn is_minister(self) -> bool {
        !self.leads() && !matches!(self, Self::Envoy | Self::Expert | Self::Other)
    }

    const fn leads(self) -> bool {
        matches!(self, Self::President | Self::Premier | Self::Leader)
    }
}

#[cfg(test)]
mod tests {
    use super::Office;

    #[test]
    fn a_minister_can_be_one_of_any_kind_and_no_other_can() {
        assert!(Office::Minister.can_be(Office::TradeMinister) && Office::DefenceMinister.can_be(Office::Minister));
        assert!(Office::Premier.can_be(Office::Premier));
        assert!(!Office::ForeignMinister.can_be(Office::DefenceMinister));
        assert!(Office::Leader.can_be(Office::President) && Office::Premier.can_be(Office::Leader));
        assert!(!Office::Leader.can_be(Office::ForeignMinister) && !Office::Expert.can_be(Office::Minister));
        assert!(!Office::Minister.can_be(Office::Premier) && !Office::President.can_be(Office::Minister));
    }
}
