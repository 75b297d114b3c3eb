//! One row of a list of members, as a layout reads it.

use crate::briefing::{Date, Message};
use crate::import::head::{self, Columns};
use crate::import::period;
use crate::import::table::Row;
use crate::label;

/// A time of status as a table has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowEntry {
    /// The code and the name of the state; either may be empty.
    pub state: (String, String),
    /// The status in the words of the table; empty where it says none.
    pub status: String,
    pub since: Option<Date>,
    pub until: Option<Date>,
    /// When it was decided, where that is another day, and on which occasion.
    pub decided: Option<Date>,
    pub occasion: String,
    pub note: String,
    pub row: u32,
}

/// What a column of such a table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    State,
    Code,
    Status,
    Since,
    SincePrecision,
    Until,
    UntilPrecision,
    Decided,
    Occasion,
    Note,
}

impl head::Role for Role {
    const ALL: &'static [Self] = &[
        Self::State,
        Self::Code,
        Self::Status,
        Self::Since,
        Self::SincePrecision,
        Self::Until,
        Self::UntilPrecision,
        Self::Decided,
        Self::Occasion,
        Self::Note,
    ];

    fn key(self) -> &'static str {
        match self {
            Self::State => "state",
            Self::Code => "code",
            Self::Status => "status",
            Self::Since => "since",
            Self::SincePrecision => "since-precision",
            Self::Until => "until",
            Self::UntilPrecision => "until-precision",
            Self::Decided => "decided",
            Self::Occasion => "occasion",
            Self::Note => "note",
        }
    }

    fn label(self) -> Message {
        match self {
            Self::State => label!(import_options::role_state),
            Self::Code => label!(import_options::role_code),
            Self::Status => label!(import_options::role_status),
            Self::Since => label!(import_options::role_since),
            Self::SincePrecision => label!(import_options::role_since_precision),
            Self::Until => label!(import_options::role_until),
            Self::UntilPrecision => label!(import_options::role_until_precision),
            Self::Decided => label!(import_options::role_decided),
            Self::Occasion => label!(import_options::role_occasion),
            Self::Note => label!(import_options::role_note),
        }
    }

    fn called(self) -> &'static [&'static str] {
        match self {
            Self::State => &[
                "state",
                "country",
                "name",
                "member",
                "member state",
                "stateLabel",
                "countryLabel",
                "memberLabel",
                "itemLabel",
                "страна",
                "государство",
                "название",
                "国家",
                "成员国",
                "名称",
                "pays",
                "état",
                "país",
                "estado",
                "land",
                "staat",
                "الدولة",
            ],
            Self::Code => &[
                "code",
                "iso",
                "iso2",
                "iso3",
                "iso code",
                "country code",
                "alpha2",
                "alpha3",
                "alpha-2",
                "alpha-3",
                "iso_a2",
                "iso_a3",
                "код",
                "代码",
            ],
            Self::Status => &[
                "status",
                "type",
                "membership",
                "role",
                "category",
                "statusLabel",
                "статус",
                "身份",
                "地位",
                "statut",
                "estatus",
            ],
            Self::Since => &[
                "since",
                "from",
                "start",
                "joined",
                "accession",
                "date of accession",
                "member since",
                "startTime",
                "start date",
                "start_time",
                "admitted",
                "date",
                "с",
                "дата вступления",
                "вступление",
                "加入日期",
                "加入时间",
                "depuis",
                "desde",
                "seit",
            ],
            Self::SincePrecision => &[
                "startPrecision",
                "start precision",
                "timePrecision",
                "precision",
                "since precision",
                "start_precision",
            ],
            Self::Until => &[
                "until",
                "to",
                "end",
                "left",
                "withdrawal",
                "endTime",
                "end date",
                "end_time",
                "по",
                "до",
                "退出日期",
                "jusqu’à",
                "hasta",
                "bis",
            ],
            Self::UntilPrecision => &["endPrecision", "end precision", "until precision", "end_precision"],
            Self::Decided => &[
                "decided",
                "decided on",
                "decision",
                "date of decision",
                "approved",
                "date of approval",
                "signed",
                "date of signature",
                "решение",
                "дата решения",
                "决定日期",
                "批准日期",
                "décision",
                "decisión",
                "beschlossen",
            ],
            Self::Occasion => &[
                "occasion",
                "summit",
                "meeting",
                "event",
                "повод",
                "саммит",
                "场合",
                "峰会",
                "sommet",
                "cumbre",
                "anlass",
                "gipfel",
            ],
            Self::Note => &["note", "notes", "remark", "remarks", "comment", "примечание", "备注", "remarque", "nota"],
        }
    }
}

/// A date as a table writes it, as far as it is known; Wikidata says how far with a number: 9 a year, 10 a month, 11 a day.
pub fn date(text: &str, precision: &str) -> Option<Date> {
    let text = text.trim().trim_start_matches('+');
    let day = period::read(text.strip_suffix('Z').unwrap_or(text))?;
    let (first, last) = day.days();
    let known = if first == last {
        11
    } else if day.is_year() {
        9
    } else {
        10
    };
    let asked = precision.trim().parse::<u8>().unwrap_or(11);
    let written = match known.min(asked) {
        9 => format!("{:04}", first.year()),
        10 if day.kind() == crate::briefing::PeriodKind::Month || known == 11 => {
            format!("{:04}-{:02}", first.year(), first.month())
        }
        11 => first.to_string(),
        _ => return None,
    };
    written.parse().ok()
}

impl Columns<Role> {
    /// What a row says; nothing where it is blank.
    pub fn read(&self, row: &Row) -> Option<RowEntry> {
        let field = |role| self.of(role).map_or("", |column| row.field(column));
        if row.is_blank() {
            return None;
        }
        let name = field(Role::State);
        // What Wikidata gives instead of a label is no name.
        let name = name.rsplit_once("/entity/").map_or(name, |(_, id)| id);
        Some(RowEntry {
            state: (field(Role::Code).to_owned(), name.to_owned()),
            status: field(Role::Status).to_owned(),
            since: date(field(Role::Since), field(Role::SincePrecision)),
            until: date(field(Role::Until), field(Role::UntilPrecision)),
            decided: date(field(Role::Decided), ""),
            occasion: field(Role::Occasion).to_owned(),
            note: field(Role::Note).to_owned(),
            row: row.number,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::date;

    #[test]
    fn a_date_is_known_as_far_as_it_is_written() {
        let said = |text, precision| date(text, precision).map(|date| date.to_string());
        for (text, precision, meant) in [
            ("2001-06-15", "", Some("2001-06-15")),
            ("15.06.2001", "", Some("2001-06-15")),
            ("June 2001", "", Some("2001-06")),
            ("2001", "", Some("2001")),
            ("2001-01-01T00:00:00Z", "9", Some("2001")),
            ("+2001-06-01T00:00:00Z", "10", Some("2001-06")),
            ("2001-06-15T00:00:00Z", "11", Some("2001-06-15")),
            ("2001-Q1", "", None),
            ("soon", "", None),
            ("", "", None),
        ] {
            assert_eq!(said(text, precision).as_deref(), meant, "{text} {precision}");
        }
    }
}
