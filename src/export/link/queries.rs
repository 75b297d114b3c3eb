//! What is asked of each part of a briefing, as what is given in a link, and back.

use super::{Link, LinkError};
use crate::analysis::checks::ChecksQuery;
use crate::analysis::claims::ClaimsQuery;
use crate::analysis::facets::Facet;
use crate::analysis::roster::{Edition, RosterQuery, Sort, Years, view};
use crate::analysis::trade::{ChartKind, Figures, Layer, Measure, Order, Row, TradeQuery};
use crate::briefing::{Briefing, Key, Period, Value};
use crate::export::request::{RosterRequest, parse_sort, wrong};
use crate::export::statement_request::{ChecksRequest, ClaimsRequest};
use crate::export::trade_request::TradeRequest;
use crate::{label, message};

/// What a link can give of the roster.
pub const ROSTER: &[&str] =
    &["organisation", "as-of", "edition", "search", "status", "region", "joined", "path", "since", "sort"];
/// What a link can give of the trade.
pub const TRADE: &[&str] =
    &["series", "beside", "measure", "layer", "periods", "from", "to", "order", "chart", "bare", "span"];
/// What a link can give of the claims.
pub const CLAIMS: &[&str] = &["about", "verdict"];
/// What a link can give of the checks.
pub const CHECKS: &[&str] = &["outcome", "search"];

/// Facets that the command line has no option for.
const FURTHER: [Facet; 2] = [Facet::Decade, Facet::Path];
/// What stands for time among the rows that columns are ordered by.
const TIME: &str = "time";
/// So many columns are sorted by at most.
const SORTS: usize = 2;

type Given = Vec<(String, String)>;

fn give(given: &mut Given, name: &str, value: impl Into<String>) {
    given.push((name.to_owned(), value.into()));
}

/// What is asked of the roster, as far as it is not what is asked first.
pub fn roster_given(query: &RosterQuery, briefing: &Briefing) -> Given {
    let RosterQuery { organisation, as_of, edition, search, choice, since, sort } = query;
    let mut given = Given::new();
    if let Some(organisation) = organisation {
        give(&mut given, "organisation", organisation.as_str());
    }
    if *as_of != briefing.manifest.as_of.first_day() {
        give(&mut given, "as-of", as_of.to_string());
    }
    if *edition != Edition::default() {
        give(&mut given, "edition", edition.key());
    }
    if !search.is_empty() {
        give(&mut given, "search", search);
    }
    for (facet, value) in choice.iter() {
        give(&mut given, facet.key(), value);
    }
    if !since.is_all() {
        let end = |year: Option<i16>| year.map_or_else(String::new, |year| year.to_string());
        give(&mut given, "since", format!("{}..{}", end(since.from), end(since.until)));
    }
    if *sort != RosterQuery::on(*as_of).sort {
        let one =
            |Sort { column, descending }: &Sort| format!("{}{}", column.key, if *descending { ":desc" } else { "" });
        give(&mut given, "sort", sort.iter().map(one).collect::<Vec<_>>().join(","));
    }
    given
}

/// What a link asks of the roster.
///
/// # Errors
/// The first value that means nothing for this briefing, with those that do.
pub fn roster_query(link: &Link, briefing: &Briefing) -> Result<RosterQuery, LinkError> {
    let edition = match link.one("edition") {
        None => Edition::default(),
        Some(given) => Edition::BOTH.into_iter().find(|edition| edition.key() == given).ok_or_else(|| {
            let keys = Value::list(Edition::BOTH.map(Edition::key));
            wrong("edition", given, message!(request::one_of, values = keys))
        })?,
    };
    let request = RosterRequest {
        organisation: link.one("organisation").map(str::to_owned),
        status: link.all("status"),
        region: link.all("region"),
        search: link.one("search").unwrap_or_default().to_owned(),
        sort: None,
        as_of: link.one("as-of").map(str::to_owned),
        edition,
    };
    let mut query = request.query(briefing)?;
    if let Some(members) = briefing.members_of(query.organisation.as_ref()) {
        let whole = view(members, &RosterQuery { edition, ..RosterQuery::on(query.as_of) });
        for facet in FURTHER {
            let known = whole.facets.iter().find(|(of, _)| *of == facet).map_or(&[][..], |(_, values)| values);
            for value in link.all(facet.key()) {
                if !known.iter().any(|known| *known.value == *value) {
                    let values = Value::list(known.iter().map(|known| known.value.to_string()));
                    return Err(wrong(facet.key(), &value, message!(request::one_of, values = values)).into());
                }
                if !query.choice.contains(facet, &value) {
                    query.choice.toggle(facet, &value);
                }
            }
        }
    }
    if let Some(given) = link.one("since") {
        query.since =
            years(given).ok_or_else(|| wrong("since", given, message!(link::years, example = "2015..2020")))?;
    }
    if let Some(sort) = link.one("sort") {
        query.sort = sort.split(',').take(SORTS).map(parse_sort).collect::<Result<_, _>>()?;
    }
    Ok(query)
}

/// Years from one to another, each of which may be left out.
fn years(given: &str) -> Option<Years> {
    let year = |text: &str| if text.is_empty() { Some(None) } else { text.parse::<i16>().ok().map(Some) };
    let (from, until) = given.split_once("..")?;
    Some(Years { from: year(from)?, until: year(until)? })
}

/// What is shown of the trade, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TradeShown {
    /// The series; the main one where none is named.
    pub series: Option<Key>,
    /// The series beside it.
    pub beside: Option<Key>,
    /// What is asked of them.
    pub query: TradeQuery,
    /// How they are drawn.
    pub kind: ChartKind,
    /// Whether events, brackets and levels are drawn.
    pub annotated: bool,
    /// The periods that growth is computed between; the document's own where none are named.
    pub span: Option<(Period, Period)>,
}

impl Default for TradeShown {
    fn default() -> Self {
        let query = TradeQuery::default();
        Self { series: None, beside: None, query, kind: ChartKind::default(), annotated: true, span: None }
    }
}

/// What is shown of the trade, as far as it is not what is shown first.
pub fn trade_given(shown: &TradeShown) -> Given {
    let TradeShown { series, beside, query, kind, annotated, span } = shown;
    let TradeQuery { measure, layer, kind: periods, from, to, order } = query;
    let usual = TradeQuery::default();
    let mut given = Given::new();
    for (name, key) in [("series", series), ("beside", beside)] {
        if let Some(key) = key {
            give(&mut given, name, key.as_str());
        }
    }
    if *measure != usual.measure {
        give(&mut given, "measure", measure.key);
    }
    if *layer != usual.layer {
        give(&mut given, "layer", layer.key());
    }
    if let Some(periods) = periods {
        give(&mut given, "periods", periods.key());
    }
    for (name, period) in [("from", from), ("to", to)] {
        if let Some(period) = period {
            give(&mut given, name, period.to_string());
        }
    }
    if *order != usual.order {
        let by = order.by.map_or_else(|| TIME.to_owned(), row_key);
        give(&mut given, "order", format!("{by}{}", if order.descending { ":desc" } else { "" }));
    }
    if *kind != ChartKind::default() {
        give(&mut given, "chart", kind.key());
    }
    if !annotated {
        give(&mut given, "bare", "");
    }
    if let Some((from, to)) = span {
        give(&mut given, "span", format!("{from},{to}"));
    }
    given
}

/// What a link shows of the trade.
///
/// # Errors
/// The first value that means nothing for this briefing, with those that do.
pub fn trade_shown(link: &Link, briefing: &Briefing) -> Result<TradeShown, LinkError> {
    let series = |name: &'static str| {
        let Some(key) = link.one(name) else { return Ok(None) };
        let series = briefing.all_series().find(|series| series.id.as_str() == key);
        series.map(Some).ok_or_else(|| {
            let keys = Value::list(briefing.all_series().map(|series| series.id.to_string()));
            wrong(name, key, message!(request::one_of, values = keys))
        })
    };
    let (chosen, beside) = (series("series")?, series("beside")?);
    let first = chosen.or_else(|| briefing.main_series());
    let all: Vec<Figures> = first.into_iter().chain(beside).map(|series| Figures::new(briefing, series)).collect();
    let given = |name: &str| link.one(name).map(str::to_owned);
    let request = TradeRequest {
        measure: given("measure"),
        layer: given("layer"),
        periods: given("periods"),
        from: given("from"),
        to: given("to"),
    };
    let mut query = request.query(&all.iter().collect::<Vec<_>>())?;
    if let Some(given) = link.one("order") {
        query.order = order(given, all.first(), query.measure)?;
    }
    let kind = match link.one("chart") {
        None => ChartKind::default(),
        Some(given) => ChartKind::ALL.into_iter().find(|kind| kind.key() == given).ok_or_else(|| {
            wrong("chart", given, message!(request::one_of, values = Value::list(ChartKind::ALL.map(ChartKind::key))))
        })?,
    };
    let span = match link.one("span") {
        None => None,
        Some(given) => {
            let ends = given.split_once(',').and_then(|(from, to)| {
                let period = |text: &str| Period::try_from(text.to_owned()).ok();
                Some((period(from)?, period(to)?))
            });
            let columns = all.first().and_then(|figures| Some((figures, query.kind_of(figures)?)));
            let there = |period: &Period| {
                columns.is_some_and(|(figures, kind)| {
                    Figures::columns_of_all(&[figures], kind, Layer::All).contains(period)
                })
            };
            let ends = ends.filter(|(from, to)| there(from) && there(to));
            Some(ends.ok_or_else(|| wrong("span", given, label!(link::two_periods)))?)
        }
    };
    let annotated = link.one("bare").is_none();
    let key = |series: Option<&crate::briefing::Series>| series.map(|series| series.id.clone());
    Ok(TradeShown { series: key(chosen), beside: key(beside), query, kind, annotated, span })
}

/// A row by its key, the number of its flow, and whether it is of the series beside.
fn row_key(row: Row) -> String {
    let beside = if row.is_beside() { ".beside" } else { "" };
    format!("{}.{}{beside}", row.key, row.number())
}

/// The order of the columns that is meant.
fn order(given: &str, figures: Option<&Figures>, measure: Measure) -> Result<Order, LinkError> {
    let (by, descending) = given.strip_suffix(":desc").map_or((given, false), |by| (by, true));
    if by == TIME {
        return Ok(Order { by: None, descending });
    }
    let rows: Vec<Row> =
        figures.map_or_else(Vec::new, |figures| measure.rows().flat_map(|row| row.all(figures)).collect());
    let known = rows.iter().flat_map(|row| [*row, row.beside()]);
    let row = known.into_iter().find(|row| row_key(*row) == by).ok_or_else(|| {
        let keys = std::iter::once(TIME.to_owned()).chain(rows.iter().map(|row| row_key(*row)));
        wrong("order", given, message!(request::one_of, values = Value::list(keys)))
    })?;
    Ok(Order { by: Some(row), descending })
}

/// What is asked of the claims.
pub fn claims_given(query: &ClaimsQuery) -> Given {
    let mut given = Given::new();
    query.about.iter().for_each(|key| give(&mut given, "about", key.as_str()));
    query.verdicts.iter().for_each(|verdict| give(&mut given, "verdict", verdict.key()));
    given
}

/// What a link asks of the claims.
///
/// # Errors
/// The first value that means nothing for this briefing, with those that do.
pub fn claims_query(link: &Link, briefing: &Briefing) -> Result<ClaimsQuery, LinkError> {
    Ok(ClaimsRequest { about: link.all("about"), verdict: link.all("verdict") }.query(briefing)?)
}

/// What is asked of the checks.
pub fn checks_given(query: &ChecksQuery) -> Given {
    let mut given = Given::new();
    query.outcomes.iter().for_each(|outcome| give(&mut given, "outcome", outcome.key()));
    if !query.search.is_empty() {
        give(&mut given, "search", &query.search);
    }
    given
}

/// What a link asks of the checks.
///
/// # Errors
/// The first value that means nothing, with those that do.
pub fn checks_query(link: &Link) -> Result<ChecksQuery, LinkError> {
    let search = link.one("search").unwrap_or_default().to_owned();
    Ok(ChecksRequest { outcome: link.all("outcome"), search }.query()?)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Link, TradeShown, roster_given, roster_query, trade_given, trade_shown};
    use crate::analysis::facets::Facet;
    use crate::analysis::roster::{Column, RosterQuery, Years, view};
    use crate::analysis::trade::{ChartKind, Figures, Layer, Measure, TradeQuery};
    use crate::briefing::{Briefing, Period};

    fn bundled() -> &'static Briefing {
        static BUNDLED: std::sync::OnceLock<Briefing> = std::sync::OnceLock::new();
        BUNDLED.get_or_init(|| Briefing::bundled().expect("the bundled briefing loads"))
    }

    /// What is given, handed on as a text.
    fn handed_on(tab: &str, given: Vec<(String, String)>) -> Link {
        Link { tab: tab.to_owned(), given }.to_string().parse().expect("a link")
    }

    proptest! {
        #[test]
        fn what_is_asked_of_the_roster_comes_back(
            day in 0i32..9000,
            search in "\\PC{0,8}",
            chosen in prop::collection::vec((0usize..4, any::<prop::sample::Index>()), 0..4),
            sorts in prop::collection::vec((any::<prop::sample::Index>(), any::<bool>()), 1..3),
            from in prop::option::of(1990i16..2030),
            until in prop::option::of(1990i16..2030),
        ) {
            let briefing = bundled();
            let first = jiff::civil::date(2002, 1, 1);
            let day = first.saturating_add(jiff::Span::new().days(day));
            let mut query = RosterQuery { search, since: Years { from, until }, ..RosterQuery::on(day) };
            let members = briefing.members().next().expect("a roster");
            let whole = view(members, &RosterQuery::on(day));
            for (facet, value) in chosen {
                let values = whole.facets.iter().find(|(of, _)| *of == Facet::ALL[facet]).map_or(&[][..], |(_, values)| values);
                if !values.is_empty() {
                    let value = &value.get(values).value;
                    if !query.choice.contains(Facet::ALL[facet], value) {
                        query.choice.toggle(Facet::ALL[facet], value);
                    }
                }
            }
            let columns: Vec<Column> = Column::in_table().map(|(column, _)| column).collect();
            for (column, descending) in sorts {
                let column = *column.get(&columns);
                query.sort_by(column, true);
                if descending {
                    query.sort_by(column, true);
                }
            }
            let link = handed_on("members", roster_given(&query, briefing));
            prop_assert_eq!(roster_query(&link, briefing), Ok(query));
        }

        #[test]
        fn what_is_shown_of_the_trade_comes_back(
            measure in any::<prop::sample::Index>(),
            all in any::<bool>(),
            from in 2017i16..2020,
            to in 2020i16..2025,
            kind in 0usize..3,
            annotated in any::<bool>(),
            ordered in prop::option::of((any::<prop::sample::Index>(), any::<bool>())),
            spanned in any::<bool>(),
        ) {
            let briefing = bundled();
            let figures = Figures::new(briefing, briefing.main_series().expect("a series"));
            let measures: Vec<Measure> = Measure::all().filter(|measure| measure.is_of(&figures)).collect();
            let measure = *measure.get(&measures);
            let mut query = TradeQuery {
                measure,
                layer: if all { Layer::All } else { Layer::Document },
                from: Some(Period::of_year(from)),
                to: Some(Period::of_year(to)),
                ..TradeQuery::default()
            };
            if let Some((row, again)) = ordered {
                let rows: Vec<_> = measure.rows().flat_map(|row| row.all(&figures)).collect();
                query.sort_by(Some(*row.get(&rows)));
                if again {
                    query.sort_by(query.order.by);
                }
            }
            let span = spanned.then(|| (Period::of_year(2020), Period::of_year(2022)));
            let shown = TradeShown { query, kind: ChartKind::ALL[kind], annotated, span, ..TradeShown::default() };
            let link = handed_on("trade", trade_given(&shown));
            prop_assert_eq!(trade_shown(&link, briefing), Ok(shown));
        }
    }

    #[test]
    fn a_value_that_means_nothing_is_told_with_those_that_do() {
        let said = |text: &str| {
            let link: Link = text.parse().expect(text);
            let err = if link.tab == "trade" {
                trade_shown(&link, bundled()).expect_err(text)
            } else {
                roster_query(&link, bundled()).expect_err(text)
            };
            crate::words::Words::english().say(&err.message())
        };
        assert!(said("briefing-desk:members?status=king").contains("one of Member"));
        assert!(said("briefing-desk:members?as-of=yesterday").contains("as-of"));
        assert!(said("briefing-desk:members?joined=soon").contains("2010"));
        assert!(said("briefing-desk:members?sort=,").contains("sort"));
        assert!(said("briefing-desk:trade?order=luck").contains("time"));
        assert!(said("briefing-desk:trade?span=2020").contains("2020"));
        assert!(said("briefing-desk:trade?series=tea").contains("customs-usd"));
    }
}
