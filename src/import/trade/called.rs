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

/// The column of the codes of states beside that of their names, by what it is called and by letters as such codes have:
/// numbers may be of a list of somebody's own.
pub fn code_beside(head: &Head<'_>, titles: &Titles, at: usize, name: usize) -> Option<usize> {
    const CODES: [&str; 9] = ["code", "iso", "iso code", "iso2", "iso3", "código", "codice", "код", "代码"];
    let own = titles.name(name);
    let beside: Vec<String> = CODES.iter().map(|code| format!("{own} {code}")).collect();
    let beside: Vec<&str> = beside.iter().map(String::as_str).collect();
    // `Country, Code`: one of states alone has no other.
    let alone = || free(head, titles, EITHER).filter(|either| *either == name).and_then(|_| free(head, titles, &CODES));
    let column = free(head, titles, &beside).or_else(alone)?;
    let is_code = |cell: &str| (2..=3).contains(&cell.len()) && cell.bytes().all(|byte| byte.is_ascii_uppercase());
    let mut cells = head.below(at, column).filter(|cell| !cell.is_empty()).peekable();
    (cells.peek().is_some() && cells.all(is_code)).then_some(column)
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
    (
        Role::Reporter,
        &[
            "reporter",
            "reporter name",
            "reporting country",
            "reporting economy",
            "declarant",
            "pays déclarant",
            "país declarante",
            "país informante",
            "berichtsland",
            "报告国",
        ],
    ),
    (Role::ReporterCode, &["reporter iso", "reporteriso", "reporter iso3", "iso reporter"]),
    (Role::PartnerCode, &["partner iso", "partneriso", "partner iso3", "iso partner"]),
    (
        Role::Partner,
        &[
            "partner",
            "partner country",
            "counterpart",
            "partner name",
            "partner economy",
            "trading partner",
            "trade partner",
            "counterpart country",
            "pays partenaire",
            "partenaire",
            "país socio",
            "socio comercial",
            "partnerland",
            "handelspartner",
            "paese partner",
            "país parceiro",
            "партнер",
            "страна-партнер",
            "伙伴国",
            "贸易伙伴",
            "الشريك",
            "البلد الشريك",
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
            "вид торговли",
            "贸易流向",
            "flujo",
            "flux",
            "flusso",
            "fluxo",
            "richting",
            "richtung",
            "flow type",
            "trade type",
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
            "periodo",
            "período",
            "periode",
            "zeitraum",
            "datum",
            "الفترة",
            "التاريخ",
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
            "anno",
            "ano",
            "jaar",
            "rok",
            "yıl",
            "рік",
            "السنة",
            "سنة",
            "العام",
            "años",
            "jahre",
            "годы",
            "years",
            "fiscal year",
            "financial year",
            "fy",
            "финансовый год",
            "财年",
        ],
    ),
    (
        Role::Month,
        &["month", "месяц", "月份", "月", "mois", "mes", "monat", "mese", "mês", "maand", "miesiąc", "الشهر"],
    ),
    (Role::Quarter, &["quarter", "квартал", "季度", "trimestre", "quartal", "kwartaal", "kwartał", "qtr"]),
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
            "القيمة",
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
const EITHER: &[&str] =
    &["country", "entity", "geo", "страна", "国家", "国家（地区）", "pays", "país", "land", "البلد", "الدولة"];
