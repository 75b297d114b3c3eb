//! The figures as a table for other programs: the years and the rows that are on the screen.

use rust_decimal::{Decimal, RoundingStrategy};

use super::delimited;
use super::provenance::Provenance;
use super::stamp::Stamp;
use super::table::{Cell, Column, Kind, Table};
use crate::analysis::trade::{Layer, Line, Point, TradeView, sentence};
use crate::briefing::{Briefing, Period, Series};
use crate::words::Words;

/// The figures as a table: one line for each year and row, the rows that the chart draws first. A year without a figure
/// has an empty value. Parts of years follow the years.
pub fn table(briefing: &Briefing, series: &Series, view: &TradeView, made: Stamp) -> Table {
    let provenance = provenance(briefing, series, view, made);
    Table { provenance, columns: columns(), rows: records(series, view) }
}

fn columns() -> Vec<Column> {
    let column = Column::new;
    vec![
        column("period", "Period", "The year, or the first and the last month of a part of one", Kind::Text),
        column("row", "Figure", "What is measured", Kind::Text),
        column("drawn", "Drawn", "Whether the chart draws it; the table lists it in any case", Kind::Flag),
        column("value", "Value", "The figure, in its unit; empty where none is known", Kind::Number),
        column("unit", "Unit", "The unit of the figure", Kind::Text),
        column("reported_or_derived", "Standing", "Whether a source reports it, or it is computed", Kind::Text),
        column("layer", "Layer", "Whether the document has it, or only other sources", Kind::Text),
        column("formula", "Formula", "How it is computed, with the numbers put in", Kind::Text),
        column("sources", "Sources", "The keys of the sources, with the sentence of the document", Kind::List),
    ]
}

/// The table of the screen with tabs: the years as columns, the rows under each other.
pub fn tsv(view: &TradeView) -> String {
    delimited::tsv(screen(view))
}

/// One row of the table with tabs: its name and its values.
pub fn row_tsv(view: &TradeView, line: &Line) -> String {
    delimited::tsv(vec![row(view, line)])
}

/// The head and every row, as they are on the screen.
pub fn screen(view: &TradeView) -> Vec<Vec<String>> {
    let head = std::iter::once("Year".to_owned()).chain(view.columns.iter().map(ToString::to_string)).collect();
    std::iter::once(head).chain(view.lines.iter().map(|line| row(view, line))).collect()
}

fn row(view: &TradeView, line: &Line) -> Vec<String> {
    std::iter::once(Words::english().value(&line.name))
        .chain((0..view.columns.len()).map(|column| cell(line, column)))
        .collect()
}

/// A value of the table for another program: plain digits, nothing for a gap.
pub fn cell(line: &Line, column: usize) -> String {
    line.point(column).map_or_else(String::new, |point| value(point).to_string())
}

/// Plain digits: what is given with all of them, what is computed rounded to six places.
fn value(point: &Point) -> Decimal {
    if !point.computed {
        return point.value;
    }
    point.value.round_dp_with_strategy(6, RoundingStrategy::MidpointAwayFromZero).normalize()
}

fn records(series: &Series, view: &TradeView) -> Vec<Vec<Cell>> {
    let mut records = Vec::new();
    for (index, line) in view.lines.iter().enumerate() {
        let drawn = index < view.drawn;
        for (column, year) in view.columns.iter().enumerate() {
            records.push(record(series, line, drawn, Period::of_year(*year), line.point(column)));
        }
    }
    for (index, line) in view.lines.iter().enumerate() {
        for part in &line.parts {
            records.push(record(series, line, index < view.drawn, part.period, Some(&part.point)));
        }
    }
    records
}

fn record(series: &Series, line: &Line, drawn: bool, period: Period, point: Option<&Point>) -> Vec<Cell> {
    let words = Words::english();
    let unit = line.row.quantity.unit_key(&series.unit);
    let of_point = |say: &dyn Fn(&Point) -> Cell| point.map_or(Cell::Empty, say);
    vec![
        Cell::Text(period.to_string()),
        Cell::Text(words.value(&line.name)),
        Cell::Flag(drawn),
        of_point(&|point| Cell::Number(value(point))),
        Cell::Text(unit),
        of_point(&|point| Cell::Text(if point.is_reported() { "reported" } else { "derived" }.to_owned())),
        of_point(&|point| Cell::Text(point.standing.key().to_owned())),
        of_point(&|point| Cell::text_or_empty(point.formula.as_ref().map(|formula| words.value(formula)))),
        of_point(&|point| Cell::citations(&point.citations)),
    ]
}

/// What the table is: briefing, series, measure, layer, range, order, and the sources of exactly its figures.
pub(super) fn provenance(briefing: &Briefing, series: &Series, view: &TradeView, made: Stamp) -> Provenance {
    let words = Words::english();
    let query = &view.query;
    let range = match (view.columns.iter().min(), view.columns.iter().max()) {
        (Some(first), Some(last)) => format!("{first} to {last}"),
        _ => "no years".to_owned(),
    };
    let by =
        query.order.by.and_then(|row| view.line(row)).map_or_else(|| "year".to_owned(), |line| words.value(&line.name));
    let direction = if query.order.descending { ", the largest first" } else { "" };
    let layer = match query.layer {
        Layer::Document => format!("article: only what the {} prints", briefing.document.called),
        Layer::All => format!("all: the {}, and context from other sources", briefing.document.called),
    };
    let mut provenance = Provenance::new(briefing, briefing.trade.subject.clone(), made);
    let unit = &series.unit;
    provenance.facts = vec![
        ("measure", query.measure.key.to_owned()),
        ("layer", layer),
        ("years", format!("{range}, ordered by {by}{direction}")),
        ("reporter", series.reporter.clone()),
        ("unit", format!("{} {} ({}), {}", unit.sign, unit.scale, unit.currency, unit.prices)),
        ("valuation", series.valuation.clone()),
    ];
    provenance.notes = vec![
        "an empty value: no figure is known in this layer; it is not zero".to_owned(),
        "derived: computed from the figures cited, by the formula beside it".to_owned(),
    ];
    if !view.part_years.is_empty() {
        provenance.notes.push("parts of years follow the years and must not be compared with them".to_owned());
    }
    provenance.notes.push(words.say(&sentence(briefing, series, view)));
    let points = view
        .lines
        .iter()
        .flat_map(|line| line.points.iter().flatten().chain(line.parts.iter().map(|part| &part.point)));
    provenance.cite(briefing, points.flat_map(|point| &point.citations));
    provenance.break_anywhere();
    provenance
}

#[cfg(test)]
mod tests {
    use super::{screen, table, tsv};
    use crate::analysis::trade::{Figures, Layer, TradeQuery, TradeView, measure, view};
    use crate::briefing::Briefing;
    use crate::export::format::csv;
    use crate::export::stamp::Stamp;

    fn shown(briefing: &Briefing, query: TradeQuery) -> TradeView {
        let series = &briefing.trade.series[0];
        view(series, &Figures::new(briefing, series), &query)
    }

    fn file(query: TradeQuery) -> (String, Vec<Vec<String>>) {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let made = Stamp::at(Some("1752451200")).expect("a second");
        let text = csv(&table(&briefing, &briefing.trade.series[0], &shown(&briefing, query), made), false);
        let mut reader =
            ::csv::ReaderBuilder::new().comment(Some(b'#')).has_headers(false).from_reader(text.as_bytes());
        let records = reader.records().map(|r| r.expect("a record").iter().map(str::to_owned).collect()).collect();
        (text, records)
    }

    #[test]
    fn a_gap_is_an_empty_cell_and_each_value_says_what_it_is() {
        let (text, records) = file(TradeQuery { layer: Layer::Document, ..TradeQuery::default() });
        let turnover: Vec<&Vec<String>> = records.iter().filter(|record| record[1] == "Turnover").collect();
        assert_eq!(turnover.len(), 10, "2016 to 2025");
        let known: Vec<_> =
            turnover.iter().filter(|record| !record[3].is_empty()).map(|record| record.join("|")).collect();
        assert_eq!(
            known,
            [
                "2021|Turnover|yes|146.88|USD bn|reported|article||article 7.1",
                "2024|Turnover|yes|244.8|USD bn|reported|article||article 7.1",
            ]
        );
        for part in [
            "# measure: total",
            "# layer: article: only what the article prints",
            "# years: 2016 to 2025",
            "# source article",
        ] {
            assert!(text.contains(part), "{part} is missing in\n{text}");
        }
        assert!(!text.contains("# source tass-2071285"), "the sources of its figures and of no others");
    }

    #[test]
    fn what_is_derived_says_how() {
        let (_, records) = file(TradeQuery { measure: measure("balance"), from: Some(2021), ..TradeQuery::default() });
        let of = |period: &str| {
            let row = |record: &&Vec<String>| record[0] == period && record[1] == "Russia’s balance";
            records.iter().find(row).expect(period)[3..8].join("|")
        };
        assert_eq!(of("2024"), "13.83|USD bn|derived|article|129.32 − 115.49 = +13.83");
        assert_eq!(of("2023"), "18.15|USD bn|derived|context|129.13 − 110.98 = +18.15");
        assert_eq!(of("2025"), "|USD bn|||");
        assert_eq!(of("2025-01/2025-10"), "19.105|USD bn|derived|context|101.174 − 82.069 = +19.105");
    }

    #[test]
    fn the_table_leaves_as_it_stands_on_the_screen() {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let query =
            TradeQuery { measure: measure("growth"), from: Some(2023), to: Some(2026), ..TradeQuery::default() };
        let view = shown(&briefing, query);
        assert_eq!(screen(&view)[0], ["Year", "2023", "2024", "2025", "2026"]);
        let text = tsv(&view);
        assert_eq!(text.lines().nth(2), Some("Change, % published\t26.3\t1.9\t-6.9\t"));
    }
}
