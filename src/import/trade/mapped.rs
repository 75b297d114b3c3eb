//! Tables of whoever: a figure a row, or a column for each period, their columns known by what they are called in several
//! languages, or chosen.

use super::chosen;
use super::figure::{Direction, direction};
use super::layout::{Begun, Columns, Dimensions, Head, Layout, Role, RowReader, Titles};
use super::long::Long;
use super::usual::Usual;
use super::wide::{Wide, periods_of};
use crate::briefing::{Message, SourceKind};
use crate::import::ImportError;
use crate::import::choices::Choices;
use crate::import::number::{DecimalMark, mark_of, number};
use crate::import::parties::states_meant;
use crate::import::plan::ColumnUse;
use crate::import::table::Row;
use crate::{label, message};

/// A figure a row.
pub const LONG: Layout = Layout {
    key: "long",
    name: label!(import::layout_long),
    publisher: "",
    data_set: "",
    kind: SourceKind::Reference,
    primary: false,
    head: |head| found(head, is_long),
    begin: begin_long,
};

/// A column for each period.
pub const WIDE: Layout = Layout {
    key: "wide",
    name: label!(import::layout_wide),
    publisher: "",
    data_set: "",
    kind: SourceKind::Reference,
    primary: false,
    head: |head| found(head, |_, titles| periods_of(&titles.names).len() >= 2),
    begin: begin_wide,
};

/// What columns are called, by what they are.
const CALLED: &[(Role, &[&str])] = &[
    (Role::Reporter, &["reporter", "reporting country", "declarant"]),
    (
        Role::Partner,
        &[
            "partner",
            "partner country",
            "counterpart",
            "trading partner",
            "партнер",
            "страна-партнер",
            "伙伴国",
            "贸易伙伴",
        ],
    ),
    (
        Role::Flow,
        &[
            "flow",
            "trade flow",
            "direction",
            "indicator",
            "series",
            "measure",
            "направление",
            "показатель",
            "流向",
            "flujo",
            "flux",
        ],
    ),
    (
        Role::Product,
        &["product", "commodity", "goods", "product group", "hs", "hs code", "commodity code", "товар", "商品"],
    ),
    (
        Role::Period,
        &["period", "time period", "time_period", "date", "time", "период", "дата", "时间", "日期", "période", "fecha"],
    ),
    (Role::Year, &["year", "years", "год", "年份", "年", "année", "año", "jahr"]),
    (Role::Month, &["month", "месяц", "月份", "月", "mois", "mes", "monat"]),
    (Role::Quarter, &["quarter", "квартал", "季度", "trimestre", "quartal"]),
    (
        Role::Value,
        &[
            "value",
            "obs_value",
            "amount",
            "trade value",
            "usd",
            "значение",
            "сумма",
            "стоимость",
            "金额",
            "数值",
            "valeur",
            "valor",
            "wert",
        ],
    ),
    (
        Role::Unit,
        &["unit", "currency", "unit of measure", "единица", "валюта", "单位", "币种", "unité", "unidad", "einheit"],
    ),
    (Role::Multiplier, &["multiplier", "unit_mult", "scale", "множитель", "倍数"]),
    (Role::Valuation, &["valuation", "basis", "incoterm", "оценка"]),
    (Role::Status, &["status", "flag", "obs_status", "статус", "标志"]),
    (Role::Frequency, &["frequency", "freq", "частота", "频率"]),
];

/// What those are called who counted, and those with whom was traded as well.
const EITHER: &[&str] = &["country", "entity", "geo", "страна", "国家", "国家（地区）", "pays", "país", "land"];

/// Rows of notes may stand above a head.
const ABOVE: usize = 15;

fn found(head: &Head<'_>, is: fn(&Head<'_>, &Titles) -> bool) -> Option<usize> {
    (0..ABOVE.min(head.rows.len())).find(|at| {
        let titles = head.titles(*at);
        titles.names.iter().filter(|name| !name.is_empty()).count() > 1 && is(head, &titles)
    })
}

/// What the columns of a table would be taken as by what they are called, where nothing more can be made of it: by the row
/// of those that may be its head that calls most of them so, else the first that names several.
pub fn known(head: &Head<'_>) -> Vec<ColumnUse> {
    let heads = (0..ABOVE.min(head.rows.len())).filter_map(|at| {
        let titles = head.titles(at);
        (titles.names.iter().filter(|name| !name.is_empty()).count() > 1).then_some(())?;
        let called = Role::ALL.iter().filter_map(|role| Some((column(head, &titles, *role)?, *role)));
        let roles: Vec<(usize, Role)> = called.collect();
        Some((at, titles, roles))
    });
    // Of several that know as many it is the first.
    let best = heads.reduce(|best, other| if other.2.len() > best.2.len() { other } else { best });
    let Some((at, titles, mut roles)) = best else { return Vec::new() };
    // A year is as well a cell, so that none tells a head.
    let periods = periods_of(&titles.names);
    if periods.len() > 1 {
        roles.extend(periods.into_iter().map(|(column, _)| (column, Role::Value)));
    }
    titles.uses(head, at, &roles)
}

/// The column of a role: the one that was chosen, else one that is called so.
fn column(head: &Head<'_>, titles: &Titles, role: Role) -> Option<usize> {
    if let Some(given) = head.choices.columns.get(role.key()) {
        // That none is to be it is said with nothing.
        return Some(given).filter(|given| !given.is_empty()).and_then(|given| titles.chosen(head, given).ok());
    }
    called(head, titles, role).or_else(|| {
        // Who counted is said elsewhere: then these are who was traded with.
        let is_said = |role| head.choices.columns.contains_key(role) || head.choices.reporter.is_some();
        let has_reporter = is_said("reporter") || called(head, titles, Role::Reporter).is_some();
        let has_partner = head.choices.columns.contains_key("partner") || called(head, titles, Role::Partner).is_some();
        let meant = if has_reporter && !has_partner { Role::Partner } else { Role::Reporter };
        free(head, titles, EITHER).filter(|_| role == meant)
    })
}

/// The column that is called as those of a role are.
fn called(head: &Head<'_>, titles: &Titles, role: Role) -> Option<usize> {
    CALLED.iter().find(|(own, _)| *own == role).and_then(|(_, called)| free(head, titles, called))
}

/// The column that goes by one of some names, and was chosen as nothing.
fn free(head: &Head<'_>, titles: &Titles, names: &[&str]) -> Option<usize> {
    titles.like(names).filter(|column| !head.choices.columns.values().any(|taken| titles.find(taken) == Some(*column)))
}

/// That nothing says whether those of a column counted or were traded with, where that is so.
pub fn which_party(head: &Head<'_>, titles: &Titles) -> Option<Message> {
    let Choices { columns, reporter, partner, .. } = head.choices;
    let is_said = reporter.is_some() || partner.is_some() || columns.contains_key("reporter");
    let found = column(head, titles, Role::Reporter).filter(|_| !is_said)?;
    let is_either = free(head, titles, EITHER) == Some(found) && column(head, titles, Role::Partner).is_none();
    is_either.then(|| message!(import::which_party, column = titles.name(found).to_owned()))
}

fn is_long(head: &Head<'_>, titles: &Titles) -> bool {
    let has = |role| column(head, titles, role).is_some();
    let has_period = [Role::Period, Role::Year, Role::Month, Role::Quarter].into_iter().any(has);
    has_period && periods_of(&titles.names).len() < 2
}

/// Whether a head has periods and a column that is called one of values.
pub fn has_values(rows: &[Row]) -> bool {
    let choices = Choices::default();
    let head = Head { file: "", rows, choices: &choices };
    let found = found(&head, is_long);
    found.is_some_and(|at| column(&head, &head.titles(at), Role::Value).is_some())
}

/// Says what is wrong with what was chosen.
fn check_chosen(head: &Head<'_>, titles: &Titles) -> Result<(), ImportError> {
    for (role, given) in &head.choices.columns {
        if !Role::ALL.iter().any(|known| known.key() == role) {
            return Err(ImportError::no_role(head.file, role, Role::ALL.map(Role::key)));
        }
        if !given.is_empty() {
            titles.chosen(head, given)?;
        }
    }
    Ok(())
}

/// How the fractions of a column are set; an error where that cannot be known.
fn mark(head: &Head<'_>, titles: &Titles, at: usize, columns: &[usize]) -> Result<DecimalMark, ImportError> {
    if let Some(mark) = head.choices.decimal {
        return Ok(mark);
    }
    let cells = columns.iter().flat_map(|column| head.below(at, *column));
    mark_of(cells).ok_or_else(|| {
        let unclear = columns.iter().find(|column| mark_of(head.below(at, **column)).is_none());
        let name = unclear.map(|column| titles.name(*column).to_owned());
        head.fault(name.as_deref(), message!(import::no_mark), message!(import::no_mark_remedy))
    })
}

/// What is so in a whole table by what was chosen and what stands in some of its cells, and whether that says what the
/// values are in.
pub fn usual<'t>(head: &Head<'_>, texts: impl IntoIterator<Item = &'t str>) -> (Usual, bool) {
    let unit = head.unit(texts);
    let is_known = unit.is_some();
    (Usual { unit: unit.unwrap_or_default(), ..Usual::default() }, is_known)
}

/// The columns that say what a figure is of.
pub fn dimensions(head: &Head<'_>, titles: &Titles) -> Dimensions {
    let of = |name: Role, code: Role| Columns { code: column(head, titles, code), name: column(head, titles, name) };
    Dimensions {
        reporter: of(Role::Reporter, Role::ReporterCode),
        partner: of(Role::Partner, Role::PartnerCode),
        flow: of(Role::Flow, Role::FlowCode),
        product: of(Role::Product, Role::ProductCode),
    }
}

/// What reads a table, and that nothing says what its values are in, where nothing does.
fn begun(
    head: &Head<'_>,
    at: usize,
    titles: &Titles,
    reader: impl RowReader + 'static,
    has_unit: bool,
) -> Result<Begun, ImportError> {
    let no_unit = (!has_unit).then(|| message!(import::no_unit));
    let remarks = no_unit.into_iter().chain(which_party(head, titles)).collect();
    Ok(Begun { remarks, ..chosen::begun(head, at, titles, reader)? })
}

fn begin_long(head: &Head<'_>, at: usize) -> Result<Begun, ImportError> {
    let titles = head.titles(at);
    check_chosen(head, &titles)?;
    let of = |role: Role| column(head, &titles, role);
    let month = of(Role::Month).map(|column| (column, Role::Month));
    let part = month.or_else(|| Some((of(Role::Quarter)?, Role::Quarter)));
    let year = of(Role::Year);
    // A month beside which no year stands has it in itself.
    let whole = part.filter(|_| year.is_none()).map(|(column, _)| column);
    let mut reader = Long {
        dimensions: dimensions(head, &titles),
        period: of(Role::Period).or(whole),
        year,
        part: part.filter(|_| whole.is_none()),
        frequency: of(Role::Frequency),
        unit: of(Role::Unit),
        multiplier: of(Role::Multiplier),
        valuation: of(Role::Valuation),
        status: of(Role::Status),
        ..Long::default()
    };
    let dates = [reader.year, reader.part.map(|(column, _)| column)].into_iter().flatten();
    let taken: Vec<usize> = reader.roles().into_iter().map(|(column, _)| column).chain(dates).collect();
    // A value by its name, else every column in which numbers stand and nothing else.
    let numbers = |column: &usize| {
        let mut cells =
            head.below(at, *column).filter(|cell| !crate::import::number::is_missing(cell)).take(50).peekable();
        let is = |cell: &str| DecimalMark::ALL.iter().any(|mark| number(cell, *mark).is_some());
        cells.peek().is_some() && cells.all(is)
    };
    reader.values = match of(Role::Value) {
        Some(value) => vec![(value, titles.name(value).to_owned())],
        None => (0..titles.names.len())
            .filter(|column| !taken.contains(column) && !titles.name(*column).is_empty())
            .filter(numbers)
            .map(|column| (column, titles.name(column).to_owned()))
            .collect(),
    };
    if reader.values.is_empty() {
        return Err(head.fault(None, message!(import::no_value), message!(import::no_value_remedy)));
    }
    if reader.dimensions.partner.name.or(reader.dimensions.partner.code).is_none() {
        let named = |(column, head): &(usize, String)| Some((*column, partner_in(head)?.to_owned()));
        reader.partners = reader.values.iter().filter_map(named).collect();
    }
    let columns: Vec<usize> = reader.values.iter().map(|(column, _)| *column).collect();
    let texts = reader.values.iter().map(|(_, name)| name.as_str());
    let above = head.rows.iter().take(at).flat_map(|row| row.fields.iter());
    let (usual, is_known) = usual(head, texts.chain(above));
    reader.usual = usual;
    reader.mark = mark(head, &titles, at, &columns)?;
    let has_unit = is_known || reader.unit.is_some();
    begun(head, at, &titles, reader, has_unit)
}

/// With whom was traded by the head of a column: `Exports to China (USD bn)`.
fn partner_in(name: &str) -> Option<&str> {
    let bare = name.split(['(', ',']).next()?.trim();
    let (flow, who) = [" to ", " from ", " with "].iter().find_map(|word| bare.split_once(word))?;
    (direction("", flow) != Direction::Other && !states_meant(who).is_empty()).then(|| who.trim())
}

/// Which way all goods of a table went, where the lines above its head say that of one way.
fn title_direction(head: &Head<'_>, at: usize) -> Option<Direction> {
    let cells = head.rows.iter().take(at).flat_map(|row| row.fields.iter());
    let mut said = cells.map(|cell| direction("", cell)).filter(|way| *way != Direction::Other);
    let first = said.next().filter(|way| matches!(way, Direction::Export | Direction::Import))?;
    said.all(|way| way == first).then_some(first)
}

fn begin_wide(head: &Head<'_>, at: usize) -> Result<Begun, ImportError> {
    let titles = head.titles(at);
    check_chosen(head, &titles)?;
    let mut dimensions = dimensions(head, &titles);
    let unit = column(head, &titles, Role::Unit);
    let periods = periods_of(&titles.names);
    // What stands first says what a row is of, where nothing else does.
    let first = periods.first().map_or(0, |(column, _)| *column);
    let flow = dimensions.flow;
    if flow.code.is_none() && flow.name.is_none() {
        let taken: Vec<usize> = dimensions.roles().map(|(column, _)| column).chain(unit).collect();
        dimensions.flow.name = (0..first).find(|column| !taken.contains(column));
    }
    let columns: Vec<usize> = periods.iter().map(|(column, _)| *column).collect();
    let above = head.rows.iter().take(at + 1).flat_map(|row| row.fields.iter());
    let (mut usual, is_known) = usual(head, above);
    if dimensions.flow.name.or(dimensions.flow.code).is_none() {
        usual.direction = title_direction(head, at);
    }
    let mark = mark(head, &titles, at, &columns)?;
    let reader = Wide { mark, periods, dimensions, unit, unit_in_flow: true, usual, ..Wide::default() };
    begun(head, at, &titles, reader, is_known || unit.is_some())
}
