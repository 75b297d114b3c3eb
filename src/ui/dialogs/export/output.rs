//! What can leave the window, as a list, the open tab's own first: each made of the very query that the tab shows.

use crate::analysis::fold::slug;
use crate::briefing::packed::ENDING;
use crate::briefing::{Briefing, Message};
use crate::export::format::{Form, Format};
use crate::export::query::Query;
use crate::export::subject::{self, Subject};
use crate::label;
use crate::ui::shell::desk::TabKey;

/// What can leave: a subject in one of its forms.
#[derive(Debug)]
pub struct Output {
    /// Its part of the name of a file.
    key: &'static str,
    /// The name shown.
    pub label: Message,
    /// What is in it, for a reader who wonders whether it is what the screen shows.
    pub note: Message,
    /// The tab that shows it.
    pub tab: TabKey,
    /// What of the briefing it is.
    pub subject: &'static Subject,
    /// What it is made as.
    pub form: Form,
}

/// All of it, in the order in which it is offered.
pub static ALL: &[Output] = &[
    Output {
        key: "brief",
        label: label!(export_dialog::brief),
        note: label!(export_dialog::brief_note),
        tab: TabKey::SUMMARY,
        subject: &subject::BRIEF,
        form: Form::Document,
    },
    Output {
        key: "meeting",
        label: label!(export_dialog::meeting),
        note: label!(export_dialog::meeting_note),
        tab: TabKey::SUMMARY,
        subject: &subject::MEETING,
        form: Form::Table,
    },
    Output {
        key: "dates",
        label: label!(export_dialog::dates),
        note: label!(export_dialog::dates_note),
        tab: TabKey::SUMMARY,
        subject: &subject::MEETING,
        form: Form::Calendar,
    },
    Output {
        key: "members",
        label: label!(export_dialog::members),
        note: label!(export_dialog::members_note),
        tab: TabKey::MEMBERS,
        subject: &subject::ROSTER,
        form: Form::Table,
    },
    Output {
        key: "map",
        label: label!(export_dialog::map),
        note: label!(export_dialog::map_note),
        tab: TabKey::MEMBERS,
        subject: &subject::ROSTER,
        form: Form::Picture,
    },
    Output {
        key: "trade",
        label: label!(export_dialog::trade),
        note: label!(export_dialog::trade_note),
        tab: TabKey::TRADE,
        subject: &subject::TRADE,
        form: Form::Table,
    },
    Output {
        key: "chart",
        label: label!(export_dialog::chart),
        note: label!(export_dialog::chart_note),
        tab: TabKey::TRADE,
        subject: &subject::TRADE,
        form: Form::Picture,
    },
    Output {
        key: "claims",
        label: label!(export_dialog::claims),
        note: label!(export_dialog::claims_note),
        tab: TabKey::SOURCES,
        subject: &subject::CLAIMS,
        form: Form::Table,
    },
    Output {
        key: "checks",
        label: label!(export_dialog::checks),
        note: label!(export_dialog::checks_note),
        tab: TabKey::SOURCES,
        subject: &subject::CHECKS,
        form: Form::Table,
    },
    Output {
        key: "sources",
        label: label!(export_dialog::sources),
        note: label!(export_dialog::sources_note),
        tab: TabKey::SOURCES,
        subject: &subject::SOURCES,
        form: Form::Table,
    },
    Output {
        key: "references",
        label: label!(export_dialog::references),
        note: label!(export_dialog::references_note),
        tab: TabKey::SOURCES,
        subject: &subject::SOURCES,
        form: Form::References,
    },
];

/// What can leave of a briefing: first what the open tab shows, and how much that is, then the rest.
pub fn offered(briefing: &Briefing, tab: TabKey) -> (Vec<&'static Output>, usize) {
    let there = ALL.iter().filter(|output| (output.subject.is_there)(briefing));
    let (mut own, others): (Vec<_>, Vec<_>) = there.partition(|output| output.tab == tab);
    let count = own.len();
    own.extend(others);
    (own, count)
}

/// The whole briefing.
pub fn brief() -> &'static Output {
    &ALL[0]
}

/// The name proposed for a briefing in one file.
pub fn packed_name(briefing: &Briefing) -> String {
    format!("{}.{ENDING}", slug(&briefing.manifest.name))
}

impl Output {
    /// Whether it is a picture.
    pub fn is_picture(&self) -> bool {
        self.form == Form::Picture
    }

    /// The formats it can be made in.
    pub fn formats(&self) -> impl Iterator<Item = &'static Format> {
        let form = self.form;
        self.subject.formats().filter(move |format| format.carries(form))
    }

    /// The name proposed for a file: the briefing, what it is, and the day it holds for. It has letters, digits and
    /// hyphens alone, which every system takes.
    pub fn file_name(&self, briefing: &Briefing, query: &Query, format: &Format) -> String {
        let day = match self.tab {
            TabKey::MEMBERS => query.roster.as_of.to_string(),
            _ => briefing.manifest.as_of.to_string(),
        };
        format!("{}-{}-{day}.{}", slug(&briefing.manifest.name), self.key, format.extension)
    }
}

impl PartialEq for Output {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl Eq for Output {}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{ALL, offered};
    use crate::analysis::fold::slug;
    use crate::analysis::roster::RosterQuery;
    use crate::briefing::Briefing;
    use crate::export::format;
    use crate::export::query::Query;
    use crate::ui::shell::desk::TabKey;

    fn bundled() -> Briefing {
        Briefing::bundled().expect("the bundled briefing loads")
    }

    #[test]
    fn the_open_tab_comes_first() {
        let briefing = bundled();
        for tab in TabKey::all() {
            let (offered, own) = offered(&briefing, tab);
            assert!(offered.iter().all(|output| output.formats().next().is_some()), "{offered:?}");
            assert!(own > 0 && offered[..own].iter().all(|output| output.tab == tab), "{offered:?}");
            assert!(offered[own..].iter().all(|output| output.tab != tab), "{offered:?}");
        }
    }

    #[test]
    fn without_trade_there_is_none_to_export() {
        let mut briefing = bundled();
        briefing.trades[0].series.clear();
        let (offered, _) = offered(&briefing, TabKey::TRADE);
        assert!(!offered.is_empty() && offered.iter().all(|output| output.tab != TabKey::TRADE), "{offered:?}");
    }

    #[test]
    fn a_name_says_what_is_in_the_file() {
        let briefing = bundled();
        let query = Query { roster: RosterQuery::on(jiff::civil::date(2017, 6, 9)), ..Query::of(&briefing) };
        let name = |key: &str| {
            let output = ALL.iter().find(|output| output.key == key).expect(key);
            output.file_name(&briefing, &query, &format::CSV)
        };
        assert_eq!(name("members"), "lavrov-wang-talks-beijing-members-2017-06-09.csv");
        assert_eq!(name("trade"), "lavrov-wang-talks-beijing-trade-2025-07-14.csv");
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
