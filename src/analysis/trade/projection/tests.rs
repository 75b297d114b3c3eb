//! Worked out by hand from the figures of China's customs: the value of every measure in every year.

use proptest::prelude::*;

use super::{Line, TradeView, view};
use crate::analysis::trade::rows::BALANCE;
use crate::analysis::trade::sample::{THREE, sample};
use crate::analysis::trade::{Figures, Layer, Measure, Order, Row, Standing, TradeQuery, measure};
use crate::briefing::{Briefing, FlowRole, GrowthBase, Period, PeriodKind};
use crate::words::Words;

fn shown(query: TradeQuery) -> TradeView {
    let briefing = Briefing::bundled().expect("the bundled briefing loads");
    let series = &briefing.trades[0].series[0];
    view(series, &Figures::new(&briefing, series), &query)
}

fn of(key: &str, layer: Layer) -> TradeView {
    shown(TradeQuery { measure: measure(key), layer, ..TradeQuery::default() })
}

fn line<'a>(view: &'a TradeView, key: &str) -> Option<&'a Line> {
    view.lines.iter().find(|line| line.row.key == key)
}

/// The cells of a row from the first column to the last, with a space between.
fn cells(view: &TradeView, key: &str) -> String {
    let line = line(view, key).expect("the row is shown");
    let cells: Vec<String> = (0..view.columns.len())
        .map(|column| Words::english().value(&line.cell(column)).replace('\u{a0}', ""))
        .collect();
    cells.join(" ")
}

fn formula(view: &TradeView, key: &str, year: i16) -> String {
    let column = view.column(Period::of_year(year)).expect("the year is shown");
    let point = line(view, key).and_then(|line| line.point(column)).expect("it has a value");
    Words::english().value(point.formula.as_ref().expect("it was computed")).replace('\u{a0}', " ")
}

#[test]
fn the_total_of_the_article_has_two_years_and_honest_gaps() {
    let view = of("total", Layer::Document);
    assert_eq!(cells(&view, "total"), "– – – – – 146.88 – – 244.8 –");
    assert_eq!(cells(&view, "growth"), "– – – – – – – – – –", "no two of its years are neighbours");
    assert_eq!(cells(&view, "published-growth"), "– – – – – – – – – –", "published growth is context");
    assert_eq!(view.missing(), 8);
    assert_eq!(view.runs(&view.lines[0]), [[5], [8]], "two points, and no line over the gap");
}

#[test]
fn the_total_with_context_has_every_year_and_the_parts_of_the_last() {
    let view = of("total", Layer::All);
    assert_eq!(cells(&view, "total"), "69.52 84.07 107.06 110.75 107.76 146.88 190.271 240.11 244.8 228.105 –");
    let line = &view.lines[0];
    assert_eq!(line.part_for(10).map(|part| part.period.to_string()).as_deref(), Some("2026-01/2026-04"));
    assert_eq!(line.part_for(9), None, "2025 has a figure of its own");
    assert_eq!(line.parts_of(9).count(), 6);
    assert_eq!(view.runs(line), [(0..10).collect::<Vec<_>>()], "the part of 2026 is not joined to the years");
}

#[test]
fn directions_are_marked_where_they_are_derived_and_stay_open_where_unknown() {
    let view = of("direction", Layer::All);
    let forward = "forward";
    assert_eq!(cells(&view, forward), "32.228 41.2 59.08 61.05 57.18 ≈79.30 114.149 ≈129.13 129.32 124.796 –");
    assert_eq!(cells(&view, "backward"), "37.297 42.88 47.98 49.7 50.58 ≈67.59 76.122 ≈110.98 115.49 103.309 –");
    assert_eq!(formula(&view, forward, 2021), "146.887 − 67.59 = 79.30");
    let article = of("direction", Layer::Document);
    assert_eq!(cells(&article, forward), "– – – – – – – – 129.32 –");
}

/// 59.08 − 47.98 = 11.10, 61.05 − 49.70 = 11.35, 57.18 − 50.58 = 6.60, and so on.
#[test]
fn the_balance_is_forward_less_backward() {
    let view = of("balance", Layer::All);
    assert_eq!(cells(&view, "balance"), "−5.069 −1.68 +11.10 +11.35 +6.60 ≈+11.71 +38.027 ≈+18.15 +13.83 +21.487 –");
    assert_eq!(formula(&view, "balance", 2024), "129.32 − 115.49 = +13.83");
    let line = line(&view, "balance").expect("it is drawn");
    let standing = |year| {
        line.point(view.column(Period::of_year(year)).expect("shown")).map(|point| (point.standing, point.computed))
    };
    assert_eq!(standing(2024), Some((Standing::Document, true)));
    assert_eq!(standing(2023), Some((Standing::Derived, true)));
    assert_eq!(cells(&of("balance", Layer::Document), "balance"), "– – – – – – – – +13.83 –");
}

/// 84.07 / 69.52 = 1.2093, 107.06 / 84.07 = 1.2735, 146.88 / 107.76 = 1.3630, 244.8 / 240.11 = 1.0195.
#[test]
fn growth_is_computed_and_stands_beside_what_was_published() {
    let view = of("growth", Layer::All);
    assert_eq!(cells(&view, "growth"), "– +20.9 +27.3 +3.4 −2.7 +36.3 +29.5 +26.2 +2.0 −6.8 –");
    assert_eq!(cells(&view, "published-growth"), "+2.2 +20.8 +27.1 +3.4 −2.9 +35.8 +29.3 +26.3 +1.9 −6.9 –");
    assert_eq!(formula(&view, "growth", 2025), "228.105 / 244.8 − 1 = −6.8 %");
}

#[test]
fn growth_of_the_first_year_shown_looks_back_beyond_the_range() {
    let view =
        shown(TradeQuery { measure: measure("growth"), from: Some(Period::of_year(2018)), ..TradeQuery::default() });
    assert!(cells(&view, "growth").starts_with("+27.3 "), "{}", cells(&view, "growth"));
}

/// 59.08 / 107.06 = 55.2 %, 129.32 / 244.81 = 52.8 %, and the rest of a hundred.
#[test]
fn shares_are_of_both_directions_together() {
    let view = of("share", Layer::All);
    let forward = cells(&view, "forward-share");
    assert_eq!(forward, "46.4 49.0 55.2 55.1 53.1 ≈54.0 60.0 ≈53.8 52.8 54.7 –");
    let backward = cells(&view, "backward-share");
    assert_eq!(backward, "53.6 51.0 44.8 44.9 46.9 ≈46.0 40.0 ≈46.2 47.2 45.3 –");
}

/// 244.8 / 69.52 = 3.521, 228.105 / 69.52 = 3.281; in the article 244.8 / 146.88 = 5/3.
#[test]
fn an_index_is_measured_against_the_first_year_shown() {
    let view = of("index", Layer::All);
    assert_eq!(cells(&view, "index"), "100.0 120.9 154.0 159.3 155.0 211.3 273.7 345.4 352.1 328.1 –");
    assert_eq!(Words::english().value(&view.lines[0].name), "2016 = 100");
    let article = of("index", Layer::Document);
    assert_eq!(cells(&article, "index"), "– – – – – 100.0 – – 166.7 –");
    assert_eq!(Words::english().value(&article.lines[0].name), "2021 = 100");
    let later =
        shown(TradeQuery { measure: measure("index"), from: Some(Period::of_year(2020)), ..TradeQuery::default() });
    assert_eq!(formula(&later, "index", 2024), "244.8 / 107.76 × 100 = 227.2");
}

#[test]
fn values_keep_their_unit() {
    let briefing = Briefing::bundled().expect("the bundled briefing loads");
    let unit = &briefing.trades[0].series[0].unit;
    let said = |line: &Line, value: &str| {
        Words::english()
            .value(&line.row.quantity.with_unit(line.row.quantity.figure(value.parse().expect("a number")), unit))
            .replace('\u{a0}', " ")
    };
    let first = |key| of(key, Layer::All).lines.remove(0);
    assert_eq!(said(&first("total"), "244.8"), "US$244.8 bn");
    assert_eq!(said(&first("balance"), "-13.83"), "−US$13.83 bn");
    assert_eq!(said(&first("balance"), "13.83"), "+US$13.83 bn");
    assert_eq!(said(&first("growth"), "66.667"), "+66.7 %");
}

#[test]
fn columns_are_ordered_by_a_row_and_a_gap_comes_last_both_ways() {
    let by = |descending| {
        let order = Order { by: Some(BALANCE), descending };
        shown(TradeQuery { measure: measure("balance"), order, ..TradeQuery::default() })
            .columns
            .iter()
            .map(|period| period.year())
            .collect::<Vec<_>>()
    };
    assert_eq!(by(true), [2022, 2025, 2023, 2024, 2021, 2019, 2018, 2020, 2017, 2016, 2026]);
    assert_eq!(by(false)[..3], [2016, 2017, 2020]);
    assert_eq!(by(false)[9..], [2022, 2026]);
    let index = of("index", Layer::All).lines[0].row;
    let unknown = Order { by: Some(index), descending: true };
    let view = shown(TradeQuery { order: unknown, ..TradeQuery::default() });
    assert!(view.in_time() && view.query.order == Order::default(), "a row that is not shown orders nothing");
}

fn of_sample(briefing: &Briefing, key: &str) -> TradeView {
    let series = &briefing.trades[0].series[0];
    view(series, &Figures::new(briefing, series), &TradeQuery { measure: measure(key), ..TradeQuery::default() })
}

#[test]
fn the_longest_part_stands_for_a_year() {
    let parts = [("all", "2018", "50"), ("all", "2019-01/2019-10", "41"), ("all", "2019-08/2019-10", "12")];
    let view = of_sample(&sample(&THREE, &[&parts[..], &[("all", "2017", "40")]].concat()), "total");
    assert_eq!(view.lines[0].part_for(2).map(|part| part.period.to_string()).as_deref(), Some("2019-01/2019-10"));
    assert_eq!(view.lines[0].parts_of(2).count(), 2);
}

#[test]
fn no_digit_is_made_up_and_none_is_lost() {
    let figures = [
        ("out", "2019", "57"),
        ("in", "2019", "53"),
        ("out", "2020", "0.005"),
        ("in", "2020", "0.0045"),
        ("all", "2021", "39623456789012"),
        ("out", "2021", "1234567.89"),
        ("in", "2021", "0"),
    ];
    let briefing = sample(&THREE, &figures);
    assert_eq!(cells(&of_sample(&briefing, "balance"), "balance"), "+4 +0.0005 +1234567.89");
    assert_eq!(cells(&of_sample(&briefing, "total"), "total"), "110 0.0095 39623456789012", "the first two are sums");
    assert_eq!(cells(&of_sample(&briefing, "direction"), "forward"), "57 0.005 1234567.89");
}

#[test]
fn a_total_of_two_directions_says_that_it_was_computed() {
    let briefing = sample(&THREE, &[("out", "2019", "~57"), ("in", "2019", "53.5"), ("out", "2020", "60")]);
    let view = of_sample(&briefing, "total");
    assert_eq!(cells(&view, "total"), "≈110.5 –");
    let point = view.lines[0].point(0).expect("it is computed");
    assert!(point.computed && point.is_approximate() && !point.citations.is_empty());
    assert_eq!(formula(&view, "total", 2019), "57 + 53.5 = 110.5");
}

#[test]
fn growth_is_counted_from_the_period_that_the_series_says() {
    let quarters = ["2018-Q3", "2018-Q4", "2019-Q1", "2019-Q2", "2019-Q3"];
    let values = ["10", "20", "40", "50", "15"];
    let figures: Vec<_> = quarters.into_iter().zip(values).map(|(period, value)| ("all", period, value)).collect();
    let mut briefing = sample(&THREE, &figures);
    let growth = |briefing: &Briefing| {
        let view = of_sample(briefing, "growth");
        let series = &briefing.trades[0].series[0];
        let lead = Words::english().say(&view.lead(series));
        (view.kind, cells(&view, "growth"), lead)
    };
    let (kind, cells, lead) = growth(&briefing);
    assert_eq!((kind, cells.as_str()), (PeriodKind::Quarter, "– – – – +50.0"));
    assert!(lead.ends_with("change on the same quarter of the year before in per cent"), "{lead}");
    briefing.trades[0].series[0].growth_on = GrowthBase::PeriodBefore;
    let (_, cells, lead) = growth(&briefing);
    assert_eq!(cells, "– +100.0 +100.0 +25.0 −70.0");
    assert!(lead.ends_with("change on the quarter before in per cent"), "{lead}");
}

#[test]
fn several_flows_of_one_role_are_all_shown_and_none_is_balanced_with_another() {
    use FlowRole::{Backward, Forward, Total};
    let flows = [
        ("goods", Total, None),
        ("services", Total, None),
        ("ore-out", Forward, Some("goods")),
        ("corn-out", Forward, Some("goods")),
        ("goods-in", Backward, Some("goods")),
        ("travel-out", Forward, Some("services")),
        ("travel-in", Backward, Some("services")),
    ];
    let figures = flows.map(|(flow, _, _)| (flow, "2019", "8"));
    let briefing = sample(&flows, &figures);
    let rows = |key: &str, drawn: bool| {
        let view = of_sample(&briefing, key);
        let lines = if drawn { view.drawn() } else { &view.lines[..] };
        lines.iter().map(|line| Words::english().value(&line.name)).collect::<Vec<_>>()
    };
    assert_eq!(rows("total", true), ["Flow goods", "Flow services"]);
    assert_eq!(
        rows("direction", true),
        ["Flow ore-out", "Flow corn-out", "Flow travel-out", "Flow goods-in", "Flow travel-in"]
    );
    assert_eq!(rows("balance", true), ["Net"], "of services alone, which have one flow each way");
    assert_eq!(cells(&of_sample(&briefing, "balance"), "balance"), "0");
    assert_eq!(cells(&of_sample(&briefing, "share"), "forward-share"), "33.3", "of the three flows of goods");
    let growth = rows("growth", true);
    assert_eq!(growth, ["Flow goods: change, % computed", "Flow services: change, % computed"]);
}

#[test]
fn what_a_series_has_stands_in_for_a_measure_that_it_has_not() {
    let briefing = sample(&[("out", FlowRole::Forward, None)], &[("out", "2019-05", "3"), ("out", "2019-06", "4")]);
    let view = of_sample(&briefing, "balance");
    assert_eq!((view.query.measure.key, cells(&view, "forward").as_str()), ("direction", "3 4"));
}

#[test]
fn a_range_is_of_periods() {
    let months = ["2019-11", "2019-12", "2020-01", "2020-02", "2020-03"].map(|month| ("all", month, "2"));
    let briefing = sample(&THREE, &months);
    let series = &briefing.trades[0].series[0];
    let figures = Figures::new(&briefing, series);
    let read = |text: &str| Period::try_from(text.to_owned()).ok();
    let shown = |from: &str, to: &str| {
        let query = TradeQuery { from: read(from), to: read(to), ..TradeQuery::default() };
        view(series, &figures, &query).columns.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(shown("2020", ""), "2020-01 2020-02 2020-03");
    assert_eq!(shown("2019-12", "2020-02"), "2019-12 2020-01 2020-02");
    assert_eq!(shown("2019-Q4", "2019-12-15"), "2019-11 2019-12");
    assert_eq!(shown("2030", "2031"), "2020-03", "brought to what there is");
}

fn any_query() -> impl Strategy<Value = TradeQuery> {
    let measure = proptest::sample::select(Measure::all().collect::<Vec<_>>());
    let layer = proptest::sample::select(Layer::ALL.to_vec());
    let year = || proptest::option::of((2010i16..2030).prop_map(Period::of_year));
    let rows: Vec<Option<Row>> = Measure::all().flat_map(Measure::rows).map(Some).chain([None]).collect();
    let order = (proptest::sample::select(rows), any::<bool>());
    (measure, layer, year(), year(), order).prop_map(|(measure, layer, from, to, (by, descending))| TradeQuery {
        measure,
        layer,
        kind: None,
        from,
        to,
        order: Order { by, descending },
    })
}

proptest! {
    /// Whatever is asked, every row has a place for every column, and each value says where it is read.
    #[test]
    fn every_view_is_whole(query in any_query()) {
        let view = shown(query);
        let (first, last) = view.span.expect("the series has years");
        prop_assert!(view.columns.iter().all(|year| (first..=last).contains(year)));
        for line in &view.lines {
            prop_assert_eq!(line.points.len(), view.columns.len());
            for point in line.points.iter().flatten().chain(line.parts.iter().map(|part| &part.point)) {
                prop_assert!(!point.citations.is_empty());
                prop_assert_eq!(point.formula.is_some(), point.computed || point.standing == Standing::Derived);
                prop_assert!(query.layer == Layer::All || point.standing == Standing::Document);
            }
            for run in view.runs(line) {
                let years: Vec<i16> = run.iter().map(|column| view.columns[*column].year()).collect();
                prop_assert!(years.windows(2).all(|two| two[0].abs_diff(two[1]) == 1));
            }
        }
    }

    /// Order and range move figures and never change one.
    #[test]
    fn a_year_has_the_same_figures_wherever_it_stands(query in any_query()) {
        prop_assume!(query.measure.key != "index");
        let view = shown(query);
        let whole = shown(TradeQuery { measure: query.measure, layer: query.layer, ..TradeQuery::default() });
        for (line, other) in view.lines.iter().zip(&whole.lines) {
            for (column, year) in view.columns.iter().enumerate() {
                let there = whole.column(*year).expect("it holds every year");
                prop_assert_eq!(line.point(column), other.point(there));
            }
        }
    }
}
