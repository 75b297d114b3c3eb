//! Tables of whoever: a figure a row, or a column for each period, their columns known by what they are called in several
//! languages, or chosen.

use super::layout::{Begun, Head, Layout, Role, Titles};
use super::long::{Columns, Long, Usual};
use super::wide::{Label, Wide, periods_of};
use crate::briefing::{Message, SourceKind};
use crate::import::ImportError;
use crate::import::number::{DecimalMark, mark_of, number};
use crate::import::unit::{UnitRead, unit};
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
    (
        Role::Reporter,
        &[
            "reporter",
            "reporting country",
            "country",
            "entity",
            "geo",
            "declarant",
            "страна",
            "国家",
            "国家（地区）",
            "pays",
            "país",
            "land",
        ],
    ),
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
    (Role::Year, &["year", "год", "年份", "年", "année", "año", "jahr"]),
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

/// Rows of notes may stand above a head.
const ABOVE: usize = 15;

fn found(head: &Head<'_>, is: fn(&Head<'_>, &Titles) -> bool) -> Option<usize> {
    (0..ABOVE.min(head.rows.len())).find(|at| {
        let titles = head.titles(*at);
        titles.names.iter().filter(|name| !name.is_empty()).count() > 1 && is(head, &titles)
    })
}

/// The column of a role: the one that was chosen, else one that is called so.
fn column(head: &Head<'_>, titles: &Titles, role: Role) -> Option<usize> {
    if let Some(given) = head.choices.columns.get(role.key()) {
        return titles.chosen(head, given).ok();
    }
    let called = CALLED.iter().find(|(own, _)| *own == role).map_or(&[] as &[&str], |(_, called)| *called);
    titles.like(called).filter(|column| !head.choices.columns.values().any(|taken| titles.find(taken) == Some(*column)))
}

fn is_long(head: &Head<'_>, titles: &Titles) -> bool {
    let has = |role| column(head, titles, role).is_some();
    (has(Role::Period) || has(Role::Year)) && periods_of(&titles.names).len() < 2
}

/// Says what is wrong with what was chosen.
fn chosen(head: &Head<'_>, titles: &Titles) -> Result<(), ImportError> {
    for (role, given) in &head.choices.columns {
        if !Role::ALL.iter().any(|known| known.key() == role) {
            let known = crate::briefing::Value::list(Role::ALL.map(Role::key));
            let what = message!(import::no_role, role = role.clone());
            return Err(head.fault(None, what, message!(import::no_role_remedy, roles = known)));
        }
        titles.chosen(head, given)?;
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

fn usual(head: &Head<'_>, texts: &[&str]) -> (Usual, Vec<Message>) {
    let told = texts.iter().map(|text| unit(text)).find(|unit| !unit.currency.is_empty());
    let read: Option<UnitRead> = head.choices.unit.as_deref().map(unit).or(told);
    let remarks = if read.is_some() { Vec::new() } else { vec![message!(import::no_unit)] };
    let usual = Usual {
        reporter: head.choices.reporter.clone().unwrap_or_default(),
        partner: head.choices.partner.clone().unwrap_or_default(),
        unit: read.unwrap_or_default(),
        period: head.choices.period,
        ..Usual::default()
    };
    (usual, remarks)
}

fn begin_long(head: &Head<'_>, at: usize) -> Result<Begun, ImportError> {
    let titles = head.titles(at);
    chosen(head, &titles)?;
    let of = |role: Role| column(head, &titles, role);
    let both = |name: Role, code: Role| Columns { code: of(code), name: of(name) };
    let (reporter, partner) = (both(Role::Reporter, Role::ReporterCode), both(Role::Partner, Role::PartnerCode));
    let (flow, product) = (both(Role::Flow, Role::FlowCode), both(Role::Product, Role::ProductCode));
    let (year, part) = (of(Role::Year), of(Role::Month).or_else(|| of(Role::Quarter)));
    let period = of(Role::Period);
    let others = [of(Role::Unit), of(Role::Multiplier), of(Role::Valuation), of(Role::Status), of(Role::Frequency)];
    let taken =
        [reporter.code, reporter.name, partner.code, partner.name, flow.code, flow.name, product.code, product.name];
    let taken: Vec<usize> = taken.into_iter().chain([year, part, period]).chain(others).flatten().collect();
    // A value by its name, else every column in which numbers stand and nothing else.
    let numbers = |column: &usize| {
        let mut cells =
            head.below(at, *column).filter(|cell| !crate::import::number::is_missing(cell)).take(50).peekable();
        let is = |cell: &str| DecimalMark::ALL.iter().any(|mark| number(cell, *mark).is_some());
        cells.peek().is_some() && cells.all(is)
    };
    let values: Vec<(usize, String)> = match of(Role::Value) {
        Some(value) => vec![(value, titles.name(value).to_owned())],
        None => (0..titles.names.len())
            .filter(|column| !taken.contains(column) && !titles.name(*column).is_empty())
            .filter(numbers)
            .map(|column| (column, titles.name(column).to_owned()))
            .collect(),
    };
    if values.is_empty() {
        return Err(head.fault(None, message!(import::no_value), message!(import::no_value_remedy)));
    }
    let columns: Vec<usize> = values.iter().map(|(column, _)| *column).collect();
    let texts: Vec<&str> = values.iter().map(|(_, name)| name.as_str()).collect();
    let above: Vec<&str> = head.rows.iter().take(at).flat_map(|row| row.fields.iter()).collect();
    let (usual, mut remarks) = usual(head, &[texts, above].concat());
    if of(Role::Unit).is_some() {
        remarks.clear();
    }
    let quarters = part.is_some() && of(Role::Month).is_none();
    let roles = [
        (reporter.name, Role::Reporter),
        (reporter.code, Role::ReporterCode),
        (partner.name, Role::Partner),
        (partner.code, Role::PartnerCode),
        (flow.name, Role::Flow),
        (flow.code, Role::FlowCode),
        (product.name, Role::Product),
        (product.code, Role::ProductCode),
        (period, Role::Period),
        (year.filter(|_| period.is_none()), Role::Year),
        (part.filter(|_| period.is_none()), if quarters { Role::Quarter } else { Role::Month }),
        (others[0], Role::Unit),
        (others[1], Role::Multiplier),
        (others[2], Role::Valuation),
        (others[3], Role::Status),
        (others[4], Role::Frequency),
    ];
    let roles = roles.into_iter().filter_map(|(column, role)| Some((column?, role)));
    let roles: Vec<_> = roles.chain(columns.iter().map(|column| (*column, Role::Value))).collect();
    let reader = Long {
        reporter,
        partner,
        flow,
        product,
        period,
        year,
        part,
        frequency: others[4],
        mark: mark(head, &titles, at, &columns)?,
        values,
        unit: others[0],
        multiplier: others[1],
        valuation: others[2],
        status: others[3],
        usual,
        ..Long::default()
    };
    Ok(Begun { remarks, ..Begun::new(titles.uses(head, at, &roles), reader) })
}

fn begin_wide(head: &Head<'_>, at: usize) -> Result<Begun, ImportError> {
    let titles = head.titles(at);
    chosen(head, &titles)?;
    let of = |role: Role| column(head, &titles, role);
    let label = |name: Role, code: Role| Label { code: of(code), name: of(name) };
    let mut flow = label(Role::Flow, Role::FlowCode);
    let (reporter, partner) = (label(Role::Reporter, Role::ReporterCode), label(Role::Partner, Role::PartnerCode));
    let product = label(Role::Product, Role::ProductCode);
    let periods = periods_of(&titles.names);
    let taken = [reporter.code, reporter.name, partner.code, partner.name, product.code, product.name, of(Role::Unit)];
    // What stands first says what a row is of, where nothing else does.
    let first = periods.first().map_or(0, |(column, _)| *column);
    if flow.code.is_none() && flow.name.is_none() {
        flow.name = (0..first).find(|column| !taken.contains(&Some(*column)));
    }
    let columns: Vec<usize> = periods.iter().map(|(column, _)| *column).collect();
    let above: Vec<&str> = head.rows.iter().take(at + 1).flat_map(|row| row.fields.iter()).collect();
    let (usual, mut remarks) = usual(head, &above);
    if of(Role::Unit).is_some() {
        remarks.clear();
    }
    let roles = [
        (reporter.name, Role::Reporter),
        (reporter.code, Role::ReporterCode),
        (partner.name, Role::Partner),
        (partner.code, Role::PartnerCode),
        (flow.name, Role::Flow),
        (flow.code, Role::FlowCode),
        (product.name, Role::Product),
        (product.code, Role::ProductCode),
        (of(Role::Unit), Role::Unit),
    ];
    let roles = roles.into_iter().filter_map(|(column, role)| Some((column?, role)));
    let roles: Vec<_> = roles.chain(columns.iter().map(|column| (*column, Role::Value))).collect();
    let reader = Wide {
        mark: mark(head, &titles, at, &columns)?,
        periods,
        reporter,
        partner,
        flow,
        product,
        unit: of(Role::Unit),
        unit_in_flow: true,
        flags: false,
        usual,
        ..Wide::default()
    };
    Ok(Begun { remarks, ..Begun::new(titles.uses(head, at, &roles), reader) })
}
