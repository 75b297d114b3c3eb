//! What can leave the window, the open tab's own first: each made of the very query that the tab shows.

use crate::analysis::fold::fold;
use crate::analysis::roster::RosterQuery;
use crate::analysis::trade::TradeQuery;
use crate::briefing::Briefing;
use crate::export::order::{Format, Subject};
use crate::ui::desk::Tab;

/// What the tabs show.
#[derive(Clone, Debug)]
pub struct Shown {
    /// Of the roster.
    pub roster: RosterQuery,
    /// Of the trade.
    pub trade: TradeQuery,
}

/// What can leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The members as a table.
    Members,
    /// The members on the map.
    Map,
    /// The trade as a table.
    Trade,
    /// The trade as a chart.
    Chart,
}

impl What {
    const ALL: [Self; 4] = [Self::Members, Self::Map, Self::Trade, Self::Chart];

    /// What can leave of a briefing: first what the open tab shows, and how much that is, then the rest.
    pub fn offered(briefing: &Briefing, tab: Tab, shown: &Shown) -> (Vec<Self>, usize) {
        let there = |what: &Self| {
            let has_trade = !briefing.trade.series.is_empty();
            !what.formats(shown).is_empty() && (has_trade || what.tab() != Tab::Trade)
        };
        let (mut own, others): (Vec<_>, Vec<_>) =
            Self::ALL.into_iter().filter(there).partition(|what| what.tab() == tab);
        let count = own.len();
        own.extend(others);
        (own, count)
    }

    /// The name shown.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Members => "Members as a table",
            Self::Map => "Members on the map",
            Self::Trade => "Trade as a table",
            Self::Chart => "Trade as a chart",
        }
    }

    /// What is in it, for a reader who wonders whether it is what the screen shows.
    pub const fn note(self) -> &'static str {
        match self {
            Self::Members => "The rows on the screen in their order, with every column, those that are hidden too.",
            Self::Map => "The marks on the screen; the size of the window does not matter.",
            Self::Trade => "The years, measure and layer on the screen, each figure with its sources.",
            Self::Chart => "The chart on the screen; the size of the window does not matter.",
        }
    }

    /// The tab that shows it.
    pub const fn tab(self) -> Tab {
        match self {
            Self::Members | Self::Map => Tab::Members,
            Self::Trade | Self::Chart => Tab::Trade,
        }
    }

    /// It as the subject of an order.
    pub fn subject(self, shown: &Shown) -> Subject {
        match self {
            Self::Members | Self::Map => Subject::Roster(shown.roster.clone()),
            Self::Trade | Self::Chart => Subject::Trade(shown.trade),
        }
    }

    const fn is_picture(self) -> bool {
        matches!(self, Self::Map | Self::Chart)
    }

    /// The formats it can be made in.
    pub fn formats(self, shown: &Shown) -> Vec<Format> {
        let picture = |format: &Format| matches!(format, Format::Svg | Format::Png);
        let formats = self.subject(shown).formats().iter().copied();
        formats.filter(|format| picture(format) == self.is_picture()).collect()
    }

    /// The name proposed for a file: the briefing, what it is, and the day it holds for. It has letters, digits and
    /// hyphens alone, which every system takes.
    pub fn file_name(self, briefing: &Briefing, shown: &Shown, format: Format) -> String {
        let subject = match self {
            Self::Members => "members",
            Self::Map => "map",
            Self::Trade => "trade",
            Self::Chart => "chart",
        };
        let day = match self.tab() {
            Tab::Members => shown.roster.as_of.to_string(),
            _ => briefing.manifest.as_of.to_string(),
        };
        format!("{}-{subject}-{day}.{}", slug(&briefing.manifest.name), format.slug())
    }
}

/// A name as part of a file's.
fn slug(name: &str) -> String {
    /// Four bytes of each letter and what follows the name stay within the 255 bytes that systems allow.
    const LETTERS: usize = 48;
    let folded = fold(name);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let slug: String = words.join("-").chars().take(LETTERS).collect();
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "briefing".to_owned() } else { slug.to_owned() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Shown, What, slug};
    use crate::analysis::roster::RosterQuery;
    use crate::analysis::trade::TradeQuery;
    use crate::briefing::Briefing;
    use crate::export::order::Format;
    use crate::ui::desk::Tab;

    fn shown() -> (Briefing, Shown) {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let roster = RosterQuery::on(jiff::civil::date(2017, 6, 9));
        (briefing, Shown { roster, trade: TradeQuery::default() })
    }

    #[test]
    fn the_open_tab_comes_first() {
        let (briefing, shown) = shown();
        for tab in [Tab::Members, Tab::Trade] {
            let (offered, own) = What::offered(&briefing, tab, &shown);
            assert!(own > 0 && offered[..own].iter().all(|what| what.tab() == tab), "{offered:?}");
            assert!(offered[own..].iter().all(|what| what.tab() != tab), "{offered:?}");
        }
    }

    #[test]
    fn without_trade_there_is_none_to_export() {
        let (mut briefing, shown) = shown();
        briefing.trade.series.clear();
        let (offered, _) = What::offered(&briefing, Tab::Trade, &shown);
        assert!(!offered.is_empty() && offered.iter().all(|what| what.tab() != Tab::Trade), "{offered:?}");
    }

    #[test]
    fn a_name_says_what_is_in_the_file() {
        let (briefing, shown) = shown();
        let name = |what: What| what.file_name(&briefing, &shown, Format::Csv);
        assert_eq!(name(What::Members), "lavrov-wang-talks-beijing-members-2017-06-09.csv");
        assert_eq!(name(What::Trade), "lavrov-wang-talks-beijing-trade-2025-07-14.csv");
    }

    #[test]
    fn a_name_in_any_script_makes_a_file_name() {
        assert_eq!(slug("Türkiye / Иран: 伊朗"), "turkiye-иран-伊朗");
        assert_eq!(slug("../..\\ <>|"), "briefing");
    }

    proptest! {
        #[test]
        fn a_file_name_is_safe_whatever_the_briefing_is_called(name in any::<String>()) {
            let slug = slug(&name);
            prop_assert!(!slug.is_empty() && slug.len() <= 200, "{}", slug);
            prop_assert!(slug.chars().all(|c| c.is_alphanumeric() || c == '-'), "{}", slug);
        }
    }
}
