//! What the palette leads to.

use crate::analysis::checks::Finding;
use crate::analysis::palette::Thing;
use crate::briefing::{Briefing, Message};
use crate::label;
use crate::ui::shell::actions::Action;
use crate::ui::shell::desk::{Selection, TabKey};

/// What can be chosen in the palette.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// Something of the open briefing.
    Thing(Thing),
    /// A briefing that was opened before, by its number.
    Folder(usize),
    /// A view that is kept, by its number.
    View(usize),
    /// The link that was typed.
    Link,
    /// A tab.
    Tab(TabKey),
    /// An action.
    Do(Action),
}

/// What stands together under one head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// States.
    States,
    /// Periods of series.
    Figures,
    /// Claims, and what the checks found.
    Claims,
    /// People.
    People,
    /// Sources.
    Sources,
    /// Sentences of the document.
    Sentences,
    /// Briefings opened before.
    Briefings,
    /// Views that are kept, and links.
    Views,
    /// Tabs and actions.
    Commands,
}

impl Group {
    /// All of them, in the order in which they stand where none fits better than another.
    pub const ALL: [Self; 9] = [
        Self::States,
        Self::Figures,
        Self::Claims,
        Self::People,
        Self::Sources,
        Self::Sentences,
        Self::Briefings,
        Self::Views,
        Self::Commands,
    ];
    /// So many of each are shown.
    pub const MOST: usize = 5;

    /// Its name.
    pub const fn name(self) -> Message {
        match self {
            Self::States => label!(palette::states),
            Self::Figures => label!(palette::figures),
            Self::Claims => label!(palette::claims),
            Self::People => label!(palette::people),
            Self::Sources => label!(palette::sources),
            Self::Sentences => label!(palette::sentences),
            Self::Briefings => label!(palette::briefings),
            Self::Views => label!(palette::views),
            Self::Commands => label!(palette::commands),
        }
    }
}

impl Target {
    /// Where it stands.
    pub const fn group(self) -> Group {
        match self {
            Self::Thing(Thing::State(..)) => Group::States,
            Self::Thing(Thing::Figure(..)) => Group::Figures,
            Self::Thing(Thing::Claim(_) | Thing::Finding(_)) => Group::Claims,
            Self::Thing(Thing::Person(_)) => Group::People,
            Self::Thing(Thing::Source(_)) => Group::Sources,
            Self::Thing(Thing::Sentence(_)) => Group::Sentences,
            Self::Folder(_) => Group::Briefings,
            Self::View(_) | Self::Link => Group::Views,
            Self::Tab(_) | Self::Do(_) => Group::Commands,
        }
    }

    /// What choosing it does, in some words.
    pub const fn does(self) -> Message {
        match self {
            Self::Thing(Thing::Person(_)) => label!(palette::show_only),
            Self::Thing(_) => label!(palette::open_in_inspector),
            Self::Folder(_) => label!(palette::open_briefing),
            Self::View(_) | Self::Link => label!(palette::open_view),
            Self::Tab(_) => label!(palette::open_tab),
            Self::Do(_) => label!(palette::do_it),
        }
    }

    /// What the inspector shows of it; nothing of what is in no briefing.
    pub fn selection(self, briefing: &Briefing, findings: &[Finding]) -> Option<Selection> {
        let Self::Thing(thing) = self else { return None };
        Some(match thing {
            Thing::State(..) => Selection::State(thing.state(briefing)?.id.clone()),
            Thing::Figure(_, period) => Selection::Period(thing.series(briefing)?.id.clone(), period),
            Thing::Claim(_) => Selection::Claim(thing.claim(briefing)?.id.clone()),
            Thing::Finding(_) => Selection::Finding(thing.finding(findings)?.id.clone()),
            Thing::Source(_) => Selection::Source(thing.source(briefing)?.id.clone()),
            Thing::Sentence(_) => Selection::Sentence(thing.sentence(briefing)?.at),
            Thing::Person(_) => return None,
        })
    }
}
