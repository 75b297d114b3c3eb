//! What can leave the window, the open tab's own first: each made of the very query that the tab shows.

use super::options::Options;
use crate::analysis::checks::ChecksQuery;
use crate::analysis::claims::ClaimsQuery;
use crate::analysis::fold::fold;
use crate::analysis::roster::RosterQuery;
use crate::analysis::trade::TradeQuery;
use crate::briefing::Briefing;
use crate::export::brief::BriefQuery;
use crate::export::order::{Format, Subject};
use crate::export::picture::ChartLook;
use crate::ui::shell::desk::Tab;

/// What the tabs show.
#[derive(Clone, Debug)]
pub struct Shown {
    /// Of the roster.
    pub roster: RosterQuery,
    /// Of the trade.
    pub trade: TradeQuery,
    /// How the trade is drawn.
    pub chart: ChartLook,
    /// Of the claims.
    pub claims: ClaimsQuery,
    /// Of what the checks found.
    pub checks: ChecksQuery,
}

/// What can leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The whole briefing, for print.
    Brief,
    /// The members as a table.
    Members,
    /// The members on the map.
    Map,
    /// The trade as a table.
    Trade,
    /// The trade as a chart.
    Chart,
    /// The claims as a table.
    Claims,
    /// What the checks found as a table.
    Checks,
}

impl What {
    const ALL: [Self; 7] =
        [Self::Brief, Self::Members, Self::Map, Self::Trade, Self::Chart, Self::Claims, Self::Checks];

    /// What can leave of a briefing: first what the open tab shows, and how much that is, then the rest.
    pub fn offered(briefing: &Briefing, tab: Tab) -> (Vec<Self>, usize) {
        let there = |what: &Self| !briefing.trade.series.is_empty() || what.tab() != Tab::Trade;
        let (mut own, others): (Vec<_>, Vec<_>) =
            Self::ALL.into_iter().filter(there).partition(|what| what.tab() == tab);
        let count = own.len();
        own.extend(others);
        (own, count)
    }

    /// The name shown.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Brief => "The whole briefing",
            Self::Members => "Members as a table",
            Self::Map => "Members on the map",
            Self::Trade => "Trade as a table",
            Self::Chart => "Trade as a chart",
            Self::Claims => "Claims as a table",
            Self::Checks => "Checks as a table",
        }
    }

    /// What is in it, for a reader who wonders whether it is what the screen shows.
    pub const fn note(self) -> &'static str {
        match self {
            Self::Brief => "All tabs for print, with the roster and the figures as they are on the screen.",
            Self::Members => "The rows on the screen in their order, with every column, those that are hidden too.",
            Self::Map => "The marks on the screen; the size of the window does not matter.",
            Self::Trade => "The years, measure and layer on the screen, each figure with its sources.",
            Self::Chart => "The chart on the screen; the size of the window does not matter.",
            Self::Claims => "The claims on the screen, each with its verdict and evidence.",
            Self::Checks => "The findings on the screen, notes that are folded too.",
        }
    }

    /// The tab that shows it.
    pub const fn tab(self) -> Tab {
        match self {
            Self::Brief => Tab::Summary,
            Self::Members | Self::Map => Tab::Members,
            Self::Trade | Self::Chart => Tab::Trade,
            Self::Claims | Self::Checks => Tab::Sources,
        }
    }

    /// It as the subject of an order.
    pub fn subject(self, shown: &Shown, options: &Options) -> Subject {
        match self {
            Self::Brief => Subject::Brief(BriefQuery {
                extent: options.extent,
                paper: options.paper,
                roster: shown.roster.clone(),
                trade: shown.trade,
            }),
            Self::Members | Self::Map => Subject::Roster(shown.roster.clone()),
            Self::Trade | Self::Chart => Subject::Trade(shown.trade),
            Self::Claims => Subject::Claims(shown.claims.clone()),
            Self::Checks => Subject::Checks(shown.checks.clone()),
        }
    }

    /// Whether it is a picture.
    pub const fn is_picture(self) -> bool {
        matches!(self, Self::Map | Self::Chart)
    }

    /// The formats it can be made in.
    pub fn formats(self, shown: &Shown) -> Vec<Format> {
        let formats = self.subject(shown, &Options::default()).formats().iter().copied();
        formats.filter(|format| format.is_picture() == self.is_picture()).collect()
    }

    /// The name proposed for a file: the briefing, what it is, and the day it holds for. It has letters, digits and
    /// hyphens alone, which every system takes.
    pub fn file_name(self, briefing: &Briefing, shown: &Shown, format: Format) -> String {
        let subject = match self {
            Self::Brief => "brief",
            Self::Members => "members",
            Self::Map => "map",
            Self::Trade => "trade",
            Self::Chart => "chart",
            Self::Claims => "claims",
            Self::Checks => "checks",
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
    use crate::analysis::checks::ChecksQuery;
    use crate::analysis::claims::ClaimsQuery;
    use crate::analysis::roster::RosterQuery;
    use crate::analysis::trade::TradeQuery;
    use crate::briefing::Briefing;
    use crate::export::order::Format;
    use crate::export::picture::ChartLook;
    use crate::ui::shell::desk::Tab;

    fn shown() -> (Briefing, Shown) {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let roster = RosterQuery::on(jiff::civil::date(2017, 6, 9));
        let shown = Shown {
            roster,
            trade: TradeQuery::default(),
            chart: ChartLook::default(),
            claims: ClaimsQuery::default(),
            checks: ChecksQuery::default(),
        };
        (briefing, shown)
    }

    #[test]
    fn the_open_tab_comes_first() {
        let (briefing, shown) = shown();
        for tab in Tab::ALL {
            let (offered, own) = What::offered(&briefing, tab);
            assert!(offered.iter().all(|what| !what.formats(&shown).is_empty()), "{offered:?}");
            assert!(own > 0 && offered[..own].iter().all(|what| what.tab() == tab), "{offered:?}");
            assert!(offered[own..].iter().all(|what| what.tab() != tab), "{offered:?}");
        }
    }

    #[test]
    fn without_trade_there_is_none_to_export() {
        let (mut briefing, _) = shown();
        briefing.trade.series.clear();
        let (offered, _) = What::offered(&briefing, Tab::Trade);
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
