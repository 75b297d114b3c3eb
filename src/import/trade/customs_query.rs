//! What China's customs answer to a query of their data in the web, in English and in Chinese: a figure a row, with codes of
//! their own for states. Which way the goods went was chosen where it was asked, and stands nowhere in the table.

use super::chosen::begun;
use super::layout::{Begun, Columns, Dimensions, Head, Layout, Titles};
use super::long::Long;
use super::told_unit::given;
use super::units::Units;
use super::usual::Usual;
use crate::briefing::SourceKind;
use crate::import::ImportError;
use crate::import::unit::{Prices, UnitRead};
use crate::{label, message};

/// The layout.
pub const LAYOUT: Layout = Layout {
    key: "customs-query",
    name: label!(import::layout_customs_query),
    publisher: "General Administration of Customs of China",
    data_set: "China’s customs statistics",
    kind: SourceKind::Official,
    primary: true,
    head: |head| {
        let titles = head.titles(0);
        let is_of_goods = titles.like(PRODUCT_CODE).or_else(|| titles.like(PRODUCT)).is_some();
        let is_of_states = titles.like(PARTNER_CODE).or_else(|| titles.like(PARTNER)).is_some();
        let is_query = titles.like(PERIOD).is_some() && (is_of_goods || is_of_states) && !values(&titles).is_empty();
        is_query.then_some(0)
    },
    begin,
};

const PERIOD: &[&str] = &["Date of data", "数据年月"];
const PARTNER: &[&str] = &["Trading partner", "贸易伙伴名称"];
const PARTNER_CODE: &[&str] = &["Trading partner code", "贸易伙伴编码"];
const PRODUCT: &[&str] = &["Commodity", "商品名称"];
const PRODUCT_CODE: &[&str] = &["Commodity code", "商品编码"];
/// What tells rows apart besides.
const APART: [&[&str]; 4] = [
    &["Trade mode", "贸易方式名称"],
    &["Trade mode code", "贸易方式编码"],
    &["Registration place", "注册地名称", "收发货人注册地名称"],
    &["Registration place code", "注册地编码", "收发货人注册地编码"],
];
const MONEY: [(&str, &[&str]); 2] =
    [("USD", &["US dollar", "USD", "美元"]), ("CNY", &["Renminbi Yuan", "Renminbi", "RMB", "CNY", "人民币"])];

/// The columns of money, each with its currency.
fn values(titles: &Titles) -> Vec<(usize, &'static str)> {
    MONEY.iter().filter_map(|(currency, names)| Some((titles.like(names)?, *currency))).collect()
}

fn begin(head: &Head<'_>, at: usize) -> Result<Begun, ImportError> {
    let titles = head.titles(at);
    let (values, given) = (values(&titles), given(head)?);
    let unit = |currency: &str| {
        let currency = currency.to_owned();
        let own = UnitRead { currency, prices: Prices::Current, ..UnitRead::default() };
        given.clone().unwrap_or(own)
    };
    let is_said = head.choices.flow.is_some() || head.choices.columns.get("flow").is_some_and(|head| !head.is_empty());
    if !is_said {
        return Err(head.fault(None, message!(import::no_way_in_query), message!(import::no_way_in_query_remedy)));
    }
    // The codes of states are not those of the standard.
    let partner = Columns { code: None, name: titles.like(PARTNER) };
    let product = Columns { code: titles.like(PRODUCT_CODE), name: titles.like(PRODUCT) };
    let reader = Long {
        dimensions: Dimensions { partner, product, ..Dimensions::default() },
        period: titles.like(PERIOD),
        units: Units::of_columns(values.iter().map(|(column, currency)| (*column, unit(currency))).collect()),
        values: values.into_iter().map(|(column, _)| (column, String::new())).collect(),
        apart: APART.into_iter().filter_map(|names| titles.like(names)).collect(),
        usual: Usual::default(),
        ..Long::default()
    };
    let mut begun = begun(head, at, &titles, reader)?;
    if head.choices.reporter.is_none()
        && let Some(usual) = begun.reader.usual()
    {
        "China".clone_into(&mut usual.reporter);
    }
    Ok(begun)
}
