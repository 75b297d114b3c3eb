//! The figures as a table for other programs: the periods and the rows that are on the screen.

use rust_decimal::{Decimal, RoundingStrategy};

use super::delimited;
use super::job::{Cancelled, Job};
use super::provenance::{self, Fact, Provenance};
use super::stamp::Stamp;
use super::table::{Cell, Column, Kind, Table};
use crate::analysis::trade::{Layer, Line, Point, TradeView, basis, headline, magnitude, sentence};
use crate::briefing::{Briefing, Key, Message, Period, Series};
use crate::words::{NO_BREAK, Words};
use crate::{label, message};

/// The figures as a table: one line for each period and row, the rows that the chart draws first. A period without a
/// figure has an empty value. Parts of years follow the years.
///
/// # Errors
/// That the reader cancelled.
pub fn table(
    briefing: &Briefing,
    series: &Series,
    view: &TradeView,
    made: Stamp,
    words: &Words,
    job: &Job,
) -> Result<Table, Cancelled> {
    let provenance = provenance(briefing, series, view, made, words);
    Ok(Table { provenance, columns: columns(briefing, words), rows: records(series, view, words, job)? })
}

fn columns(briefing: &Briefing, words: &Words) -> Vec<Column> {
    let column =
        |key: &str, title: &Message, about: &Message, kind| Column::new(key, words.say(title), words.say(about), kind);
    let called = &briefing.called();
    vec![
        column("period", &label!(trade_table::period), &label!(trade_table::period_about), Kind::Text),
        column("row", &label!(trade_table::row), &label!(trade_table::row_about), Kind::Text),
        column("drawn", &label!(trade_table::drawn), &label!(trade_table::drawn_about), Kind::Flag),
        column("value", &label!(trade_table::value), &label!(trade_table::value_about), Kind::Number),
        column("unit", &label!(trade_table::unit), &label!(trade_table::unit_about), Kind::Text),
        column(
            "reported_or_derived",
            &label!(trade_table::reported_or_derived),
            &label!(trade_table::reported_or_derived_about),
            Kind::Text,
        ),
        column("layer", &label!(trade_table::layer), &message!(trade_table::layer_about, called = called), Kind::Text),
        column("formula", &label!(trade_table::formula), &label!(trade_table::formula_about), Kind::Text),
        column(
            "sources",
            &label!(trade_table::sources),
            &message!(trade_table::sources_about, called = called),
            Kind::List,
        ),
        column("approximate", &label!(trade_table::approximate), &label!(trade_table::approximate_about), Kind::Flag),
        column("series", &label!(trade_table::series), &label!(trade_table::series_about), Kind::Text),
    ]
}

/// The table of the screen with tabs: the periods as columns, the rows under each other, what is derived marked as such;
/// then, after an empty line, the unit, who counted and whom it was read in.
pub fn tsv(briefing: &Briefing, series: &Series, view: &TradeView, words: &Words) -> String {
    let mut lines = vec![head(view, words)];
    for line in &view.lines {
        let marked = |column: usize| {
            let value = cell(line, column);
            let is_approximate = line.point(column).is_some_and(Point::is_approximate);
            if is_approximate { format!("≈ {value}") } else { value }
        };
        let name = std::iter::once(words.value(&line.name));
        lines.push(name.chain((0..view.columns.len()).map(marked)).collect());
    }
    lines.push(Vec::new());
    let mut say = |name: Message, value: String| {
        lines.push(vec![words.sentence_case(&words.say(&name)), value.replace(NO_BREAK, " ")]);
    };
    say(label!(trade_table::fact_unit), words.say(&basis::unit(series, view.query.layer)));
    if let Some(reporter) = basis::reporter(series, view.query.layer) {
        say(label!(trade_table::fact_reporter), reporter.to_owned());
    }
    let points = view.lines.iter().flat_map(|line| line.points.iter().flatten());
    let cited = provenance::sources(briefing, points.flat_map(|point| &point.citations));
    let sources = cited.iter().map(|source| match &source.address {
        Some(address) => format!("{}, {}", source.publisher, address),
        None => source.publisher.clone(),
    });
    say(label!(trade_table::sources), sources.collect::<Vec<_>>().join("; "));
    let width = lines.first().map_or(0, Vec::len).max(2);
    for line in &mut lines {
        line.resize(width, String::new());
    }
    delimited::tsv(lines)
}

/// One row of the table with tabs: its name and its values.
pub fn row_tsv(view: &TradeView, line: &Line, words: &Words) -> String {
    delimited::tsv(vec![row(view, line, words)])
}

/// The head and every row, as they are on the screen.
pub fn screen(view: &TradeView, words: &Words) -> Vec<Vec<String>> {
    std::iter::once(head(view, words)).chain(view.lines.iter().map(|line| row(view, line, words))).collect()
}

fn head(view: &TradeView, words: &Words) -> Vec<String> {
    let period = words.say(&message!(trade_table::year, kind = view.kind.key()));
    let periods = view.columns.iter().map(|period| words.period(*period).replace(NO_BREAK, " "));
    std::iter::once(period).chain(periods).collect()
}

fn row(view: &TradeView, line: &Line, words: &Words) -> Vec<String> {
    let cells = (0..view.columns.len()).map(|column| cell(line, column));
    std::iter::once(words.value(&line.name)).chain(cells).collect()
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

fn records(series: &Series, view: &TradeView, words: &Words, job: &Job) -> Result<Vec<Vec<Cell>>, Cancelled> {
    let mut records = Vec::new();
    let of_series = |record: Vec<Cell>, line: &Line| {
        let beside = view.beside.as_ref().filter(|_| line.row.is_beside());
        let key = beside.map_or(&series.id, |beside| &beside.series);
        record.into_iter().chain([Cell::Text(key.to_string())]).collect()
    };
    for (index, line) in view.lines.iter().enumerate() {
        let drawn = index < view.drawn;
        let columns = view.columns.iter().enumerate();
        records.extend(job.each((0.1, 0.3), columns, |(column, period)| {
            of_series(record(series, line, drawn, *period, line.point(column), words), line)
        })?);
    }
    for (index, line) in view.lines.iter().enumerate() {
        records.extend(job.each((0.3, 0.5), &line.parts, |part| {
            of_series(record(series, line, index < view.drawn, part.period, Some(&part.point), words), line)
        })?);
    }
    Ok(records)
}

fn record(
    series: &Series,
    line: &Line,
    drawn: bool,
    period: Period,
    point: Option<&Point>,
    words: &Words,
) -> Vec<Cell> {
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
        of_point(&|point| Cell::Flag(point.is_approximate())),
    ]
}

/// What the table is: briefing, series, measure, layer, range, order, and the sources of exactly its figures.
pub(super) fn provenance(
    briefing: &Briefing,
    series: &Series,
    view: &TradeView,
    made: Stamp,
    words: &Words,
) -> Provenance {
    let (query, unit, called) = (&view.query, &series.unit, &briefing.called());
    let kind = view.kind.key();
    let range = match view.ends() {
        Some((first, last)) => message!(trade_table::range, first = first, last = last),
        None => message!(trade_table::no_years),
    };
    let by = query.order.by.and_then(|row| view.line(row));
    let by = by.map_or_else(|| message!(trade_table::by_year, kind = kind).into(), |line| line.name.clone());
    let years = if query.order.descending {
        message!(trade_table::years_descending, range = range, by = by)
    } else {
        message!(trade_table::years, range = range, by = by)
    };
    let layer = match query.layer {
        Layer::Document => message!(trade_table::layer_of_document, key = query.layer.key(), called = called),
        Layer::All => message!(trade_table::layer_of_all, key = query.layer.key(), called = called),
    };
    let unit_said = message!(trade_table::unit_of_values, unit = magnitude::unit(unit), currency = &unit.currency);
    let unit_said = match basis::prices(series, query.layer) {
        Some(prices) => message!(figures::money, unit = unit_said, prices = prices.to_owned()),
        None => unit_said,
    };
    let mut provenance = Provenance::new(briefing, briefing.subject_of(series), made);
    let fact = |key, name, value| Fact { key, name, value };
    let key = |key: &Key, title: Option<&str>| match title {
        Some(title) => words.say(&message!(trade_table::key_and_name, key = key.to_string(), name = title.to_owned())),
        None => key.to_string(),
    };
    provenance.facts = vec![fact("series", label!(trade_table::fact_series), key(&series.id, None))];
    if let Some(beside) = &view.beside {
        provenance.facts.push(fact(
            "beside",
            label!(trade_table::fact_beside),
            key(&beside.series, Some(beside.name())),
        ));
    }
    provenance.facts.extend([
        fact("measure", label!(trade_table::fact_measure), query.measure.key.to_owned()),
        fact("layer", label!(trade_table::fact_layer), words.say(&layer)),
        fact("periods", label!(trade_table::fact_periods), kind.to_owned()),
        fact("years", label!(trade_table::fact_years), words.say(&years)),
        fact("unit", label!(trade_table::fact_unit), words.say(&unit_said)),
    ]);
    let known = [
        ("reporter", label!(trade_table::fact_reporter), basis::reporter(series, query.layer)),
        ("valuation", label!(trade_table::fact_valuation), basis::valuation(series, query.layer)),
    ];
    let known = known.into_iter().filter_map(|(key, name, value)| Some(fact(key, name, value?.to_owned())));
    provenance.facts.extend(known);
    if briefing.document_source().is_none() {
        provenance.facts.retain(|fact| fact.key != "layer");
    }
    let mut notes = vec![message!(trade_table::note_empty), message!(trade_table::note_derived)];
    if !view.parts.is_empty() {
        notes.push(message!(trade_table::note_parts));
    }
    notes.push(sentence(briefing, series, view));
    let figures = headline(briefing, series).map(|headline| headline.key_figures(briefing, series));
    notes.extend(figures.into_iter().flatten().map(|figure| {
        let value = format!("{}{} {}", figure.sign, words.large(figure.value), words.value(&figure.unit));
        let how = figure.formula.unwrap_or_else(|| message!(trade_table::note_as_printed, called = called));
        message!(trade_table::note_figure, name = figure.label, value = value.trim_end().to_owned(), how = how)
    }));
    provenance.notes = notes.iter().map(|note| words.say(note)).collect();
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
    use crate::briefing::{Briefing, Period};
    use crate::export::format::csv;
    use crate::export::job::Job;
    use crate::export::settings::Notes;
    use crate::export::stamp::Stamp;
    use crate::words::Words;

    fn shown(briefing: &Briefing, query: TradeQuery) -> TradeView {
        let series = briefing.main_series().expect("a series");
        view(series, &Figures::new(briefing, series), &query)
    }

    fn file(query: TradeQuery) -> (String, Vec<Vec<String>>) {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let (made, words) = (Stamp::at(Some("1752451200")).expect("a second"), Words::english());
        let (series, view) = (briefing.main_series().expect("a series"), shown(&briefing, query));
        let job = Job::default();
        let table = table(&briefing, series, &view, made, &words, &job).expect("nobody cancels");
        let parcel = csv(&table, Notes::Lines, false, &words, &job).expect("nobody cancels");
        let text = String::from_utf8(parcel.bytes).expect("UTF-8");
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
                "2021|Turnover|yes|146.88|USD bn|reported|article||article 7.1|no|customs-usd",
                "2024|Turnover|yes|244.8|USD bn|reported|article||article 7.1|no|customs-usd",
            ]
        );
        for part in [
            "# measure: total",
            "# layer: article: only what is printed in the article",
            "# years: 2016 to 2025",
            "# source article",
        ] {
            assert!(text.contains(part), "{part} is missing in\n{text}");
        }
        assert!(!text.contains("# source tass-2071285"), "the sources of its figures and of no others");
    }

    #[test]
    fn the_document_is_called_what_the_briefing_calls_it() {
        let mut briefing = Briefing::bundled().expect("the bundled briefing loads");
        "memorandum".clone_into(&mut briefing.document.as_mut().expect("a document").called);
        let (made, words) = (Stamp::at(Some("0")).expect("a second"), Words::english());
        let (series, view) = (briefing.main_series().expect("a series"), shown(&briefing, TradeQuery::default()));
        let table = table(&briefing, series, &view, made, &words, &Job::default()).expect("nobody cancels");
        let about: Vec<&str> = table.columns.iter().map(|column| column.about.as_str()).collect();
        assert!(about.contains(&"Whether the memorandum has it, or only other sources"), "{about:?}");
        assert!(about.iter().all(|about| !about.contains("document")), "{about:?}");
    }

    #[test]
    fn what_is_derived_says_how() {
        let (_, records) = file(TradeQuery {
            measure: measure("balance"),
            from: Some(Period::of_year(2021)),
            ..TradeQuery::default()
        });
        let of = |period: &str| {
            let row = |record: &&Vec<String>| record[0] == period && record[1] == "Russia’s balance";
            records.iter().find(row).expect(period)[3..8].join("|")
        };
        assert_eq!(of("2024"), "13.83|USD bn|derived|article|129.32 − 115.49 = +13.83");
        assert_eq!(of("2023"), "18.15|USD bn|derived|context|129.13 − 110.98 = +18.15");
        assert_eq!(of("2025"), "21.487|USD bn|derived|context|124.796 − 103.309 = +21.487");
        assert_eq!(of("2025-01/2025-10"), "19.105|USD bn|derived|context|101.174 − 82.069 = +19.105");
    }

    #[test]
    fn the_table_leaves_as_it_stands_on_the_screen() {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let query = TradeQuery {
            measure: measure("growth"),
            from: Some(Period::of_year(2023)),
            to: Some(Period::of_year(2026)),
            ..TradeQuery::default()
        };
        let view = shown(&briefing, query);
        assert_eq!(screen(&view, &Words::english())[0], ["Year", "2023", "2024", "2025", "2026"]);
        let series = briefing.main_series().expect("a series");
        let text = tsv(&briefing, series, &view, &Words::english());
        assert_eq!(text.lines().nth(2), Some("Change, % published\t26.3\t1.9\t-6.9\t"));
        let after: Vec<&str> = text.lines().skip_while(|line| !line.trim().is_empty()).skip(1).collect();
        assert!(after[0].starts_with("Unit\tUS$ bn") && after[1].starts_with("Reporter\t"), "{after:?}");
        assert!(after[2].starts_with("Sources\t") && after[2].contains("https://"), "{after:?}");
    }
}
