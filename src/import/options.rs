//! What can be said of a table that it does not say itself: one list, of which the options of the command line and the
//! fields of the window are made.

use super::DecimalMark;
use super::choices::{Choices, Way};
use super::date::DayOrder;
use super::document::DOCUMENT;
use super::kind::{CLAIMS, Kind, ROSTER, SOURCES, TRADE};
use super::period::month;
use crate::briefing::Message;
use crate::briefing::path::typed as typed_path;
use crate::label;

/// Something that can be said of a table.
pub struct OptionSpec {
    /// The key that is typed.
    pub key: &'static str,
    /// The keys of the kinds of tables for which it means something.
    pub kinds: &'static [&'static str],
    /// What a value is written like.
    pub value: &'static str,
    /// Whether several values can be given.
    pub repeats: bool,
    /// What it is called.
    pub label: fn() -> Message,
    /// What it says.
    pub does: fn() -> Message,
    /// The values that there are, where not any may be given, each with what it is called.
    pub values: fn(&Kind) -> Vec<(&'static str, Message)>,
    /// Chooses a value.
    set: fn(&mut Choices, &str) -> Option<()>,
}

/// That a value is none that an option can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused;

impl std::fmt::Debug for OptionSpec {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.key)
    }
}

impl OptionSpec {
    /// What most have: any value, for figures.
    const TEXT: Self = Self {
        key: "",
        kinds: &[TRADE],
        value: "NAME",
        repeats: false,
        label: || label!(import_options::unit),
        does: || label!(import_options::unit_does),
        values: |_| Vec::new(),
        set: |_, _| None,
    };

    /// Whether it means something for a kind of tables.
    pub fn is_for(&self, kind: &Kind) -> bool {
        self.kinds.contains(&kind.key)
    }

    /// Whether its values are pairs, written `NAME=VALUE`.
    pub fn is_of_pairs(&self) -> bool {
        self.value.contains('=')
    }

    /// Chooses a value.
    ///
    /// # Errors
    /// Where it is none that the option can have; then nothing is chosen.
    pub fn choose(&self, choices: &mut Choices, value: &str) -> Result<(), Refused> {
        (self.set)(choices, value.trim()).ok_or(Refused)
    }
}

/// All of them.
pub static OPTIONS: [OptionSpec; 25] = [
    OptionSpec {
        key: "layout",
        kinds: &[TRADE, SOURCES],
        value: "LAYOUT",
        label: || label!(import_options::layout),
        does: || label!(import_options::layout_does),
        values: |kind| (kind.layouts)(),
        set: |choices, given| typed(&mut choices.layout, given),
        ..OptionSpec::TEXT
    },
    OptionSpec {
        key: "organisation",
        kinds: &[ROSTER],
        value: "KEY",
        label: || label!(import_options::organisation),
        does: || label!(import_options::organisation_does),
        set: |choices, given| typed(&mut choices.organisation, given),
        ..OptionSpec::TEXT
    },
    OptionSpec {
        key: "column",
        kinds: &[TRADE, ROSTER, CLAIMS],
        value: "WHAT=HEAD",
        repeats: true,
        label: || label!(import_options::column),
        does: || label!(import_options::column_does),
        set: |choices, given| pair(given).map(|(what, head)| drop(choices.columns.insert(what, head))),
        ..OptionSpec::TEXT
    },
    OptionSpec {
        key: "map",
        kinds: &[TRADE, ROSTER],
        value: "NAME=KEY",
        repeats: true,
        label: || label!(import_options::map),
        does: || label!(import_options::map_does),
        set: |choices, given| pair(given).map(|(name, key)| drop(choices.names.insert(name, key))),
        ..OptionSpec::TEXT
    },
    OptionSpec {
        key: "keep",
        kinds: &[TRADE, ROSTER, CLAIMS],
        value: "HEAD=VALUE",
        repeats: true,
        label: || label!(import_options::keep),
        does: || label!(import_options::keep_does),
        set: |choices, given| {
            let (head, values) = pair(given)?;
            choices.keep.push((head, values.split(',').map(|value| value.trim().to_owned()).collect()));
            Some(())
        },
        ..OptionSpec::TEXT
    },
    OptionSpec {
        key: "status",
        kinds: &[ROSTER],
        value: "KEY",
        label: || label!(import_options::status),
        does: || label!(import_options::status_does),
        set: |choices, given| typed(&mut choices.status, given),
        ..OptionSpec::TEXT
    },
    OptionSpec {
        key: "since",
        kinds: &[ROSTER],
        value: "DATE",
        label: || label!(import_options::since),
        does: || label!(import_options::since_does),
        set: |choices, given| typed(&mut choices.since, given),
        ..OptionSpec::TEXT
    },
    OptionSpec {
        key: "series",
        value: "KEY",
        label: || label!(import_options::series),
        does: || label!(import_options::series_does),
        set: |choices, given| typed(&mut choices.series, given),
        ..OptionSpec::TEXT
    },
    OptionSpec {
        key: "unit",
        value: "UNIT",
        label: || label!(import_options::unit),
        does: || label!(import_options::unit_does),
        set: |choices, given| typed(&mut choices.unit, given),
        ..OptionSpec::TEXT
    },
    OptionSpec {
        key: "scale",
        value: "SCALE",
        label: || label!(import_options::scale),
        does: || label!(import_options::scale_does),
        set: |choices, given| typed(&mut choices.scale, given),
        ..OptionSpec::TEXT
    },
    OptionSpec {
        key: "decimal",
        value: "MARK",
        label: || label!(import_options::decimal),
        does: || label!(import_options::decimal_does),
        values: |_| DecimalMark::ALL.map(|mark| (mark.key(), mark.label())).to_vec(),
        set: |choices, given| {
            choices.decimal = Some(DecimalMark::ALL.into_iter().find(|mark| mark.key() == given)?);
            Some(())
        },
        ..OptionSpec::TEXT
    },
    OptionSpec {
        key: "reporter",
        label: || label!(import_options::reporter),
        does: || label!(import_options::reporter_does),
        set: |choices, given| typed(&mut choices.reporter, given),
        ..OptionSpec::TEXT
    },
    OptionSpec {
        key: "partner",
        label: || label!(import_options::partner),
        does: || label!(import_options::partner_does),
        set: |choices, given| typed(&mut choices.partner, given),
        ..OptionSpec::TEXT
    },
    OptionSpec {
        key: "flow",
        value: "FLOW",
        label: || label!(import_options::flow),
        does: || label!(import_options::flow_does),
        values: |_| Way::ALL.map(|way| (way.key(), way.label())).to_vec(),
        set: |choices, given| {
            choices.flow = Some(Way::ALL.into_iter().find(|way| way.key() == given)?);
            Some(())
        },
        ..OptionSpec::TEXT
    },
    OptionSpec {
        key: "dates",
        kinds: &[TRADE, ROSTER, CLAIMS],
        value: "ORDER",
        label: || label!(import_options::dates),
        does: || label!(import_options::dates_does),
        values: |_| DayOrder::ALL.map(|order| (order.key(), order.label())).to_vec(),
        set: |choices, given| {
            choices.dates = Some(DayOrder::ALL.into_iter().find(|order| order.key() == given)?);
            Some(())
        },
        ..OptionSpec::TEXT
    },
    OptionSpec {
        key: "period",
        value: "PERIOD",
        label: || label!(import_options::period),
        does: || label!(import_options::period_does),
        set: |choices, given| typed(&mut choices.period, given),
        ..OptionSpec::TEXT
    },
    OptionSpec {
        key: "fiscal",
        value: "MONTH",
        label: || label!(import_options::fiscal),
        does: || label!(import_options::fiscal_does),
        set: |choices, given| {
            // What begins in January is no fiscal year.
            choices.fiscal = Some(month(given).filter(|month| *month > 1)?);
            Some(())
        },
        ..OptionSpec::TEXT
    },
    OptionSpec {
        key: "sheet",
        kinds: &[TRADE, ROSTER, CLAIMS],
        label: || label!(import_options::sheet),
        does: || label!(import_options::sheet_does),
        set: |choices, given| typed(&mut choices.reading.sheet, given),
        ..OptionSpec::TEXT
    },
    OptionSpec {
        key: "was",
        kinds: &[DOCUMENT],
        value: "FILE",
        label: || label!(import_options::was),
        does: || label!(import_options::was_does),
        set: |choices, given| {
            choices.was = Some(typed_path(given)).filter(|_| !given.is_empty());
            choices.was.as_ref().map(drop)
        },
        ..OptionSpec::TEXT
    },
    OptionSpec {
        key: "encoding",
        kinds: &[TRADE, ROSTER, SOURCES, CLAIMS, DOCUMENT],
        label: || label!(import_options::encoding),
        does: || label!(import_options::encoding_does),
        set: |choices, given| typed(&mut choices.reading.encoding, given),
        ..OptionSpec::TEXT
    },
    OptionSpec {
        key: "delimiter",
        kinds: &[TRADE, ROSTER, CLAIMS],
        value: "SIGN",
        label: || label!(import_options::delimiter),
        does: || label!(import_options::delimiter_does),
        set: |choices, given| {
            let mut signs = given.chars();
            choices.reading.delimiter = Some(match (given, signs.next(), signs.next()) {
                ("tab" | "\\t", ..) => '\t',
                (_, Some(sign), None) => sign,
                _ => return None,
            });
            Some(())
        },
        ..OptionSpec::TEXT
    },
    OptionSpec {
        key: "publisher",
        kinds: &[TRADE, ROSTER, SOURCES, CLAIMS],
        label: || label!(import_options::publisher),
        does: || label!(import_options::publisher_does),
        set: |choices, given| typed(&mut choices.publisher, given),
        ..OptionSpec::TEXT
    },
    OptionSpec {
        key: "title",
        kinds: &[TRADE, ROSTER],
        value: "TITLE",
        label: || label!(import_options::title),
        does: || label!(import_options::title_does),
        set: |choices, given| typed(&mut choices.title, given),
        ..OptionSpec::TEXT
    },
    OptionSpec {
        key: "address",
        kinds: &[TRADE, ROSTER],
        value: "ADDRESS",
        label: || label!(import_options::address),
        does: || label!(import_options::address_does),
        set: |choices, given| typed(&mut choices.address, given),
        ..OptionSpec::TEXT
    },
    OptionSpec {
        key: "read",
        kinds: &[TRADE, ROSTER],
        value: "DATE",
        label: || label!(import_options::read),
        does: || label!(import_options::read_does),
        set: |choices, given| typed(&mut choices.read, given),
        ..OptionSpec::TEXT
    },
];

fn typed<T: TryFrom<String>>(place: &mut Option<T>, given: &str) -> Option<()> {
    *place = Some(T::try_from(given.to_owned()).ok()?);
    Some(())
}

/// Two texts with `=` between them.
fn pair(given: &str) -> Option<(String, String)> {
    given.split_once('=').map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()))
}
