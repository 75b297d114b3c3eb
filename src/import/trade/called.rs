//! What the columns of tables are called in several languages, by what they are.

use super::layout::{Head, Role, Titles};
use crate::briefing::Message;
use crate::import::choices::Choices;
use crate::message;

/// The column of a role: the one that was chosen, else one that is called so.
pub fn column(head: &Head<'_>, titles: &Titles, role: Role) -> Option<usize> {
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
        &[
            "period",
            "time period",
            "time_period",
            "date",
            "time",
            "период",
            "дата",
            "时间",
            "日期",
            "période",
            "fecha",
            "observation date",
        ],
    ),
    (
        Role::Year,
        &[
            "year",
            "год",
            "年份",
            "年",
            "année",
            "año",
            "jahr",
            "years",
            "fiscal year",
            "financial year",
            "fy",
            "финансовый год",
            "财年",
        ],
    ),
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
    (Role::Prices, &["prices", "price base", "price_base", "цены", "价格"]),
    (Role::Valuation, &["valuation", "basis", "incoterm", "оценка"]),
    (Role::Status, &["status", "flag", "obs_status", "статус", "标志"]),
    (Role::Frequency, &["frequency", "freq", "частота", "频率"]),
];

/// What those are called who counted, and those with whom was traded as well.
const EITHER: &[&str] = &["country", "entity", "geo", "страна", "国家", "国家（地区）", "pays", "país", "land"];
