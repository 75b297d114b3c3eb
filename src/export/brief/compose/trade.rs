//! What was traded: the figures of the document, the table of figures, what others say of them.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::Composer;
use super::summary::section;
use crate::analysis::format;
use crate::analysis::trade::{
    self, Computed, Figures, Headline, Layer, Line, Point, Standing, TradeView, forecasts, headline, notes,
};
use crate::briefing::{Citation, FlowRole, Period, Series};
use crate::export::brief::document::{Block, Column, Figure, Grid, Rank, Row, Style, Text, Tone};
use crate::export::picture;
use crate::words::Words;

pub fn compose(composer: &mut Composer<'_>) {
    let Some(shown) = &composer.material.trade else { return };
    let (words, briefing) = (Words::english(), composer.briefing());
    composer.document.head(Rank::Part, &briefing.trade.headline, "");
    composer.document.say(Style::Caption, Text::quiet(basis(composer, shown.series)));
    figures(composer);
    let made = composer.material.made;
    composer.draw(|look| picture::chart(briefing, shown.series, &shown.figures, &shown.view, look, made));
    composer.document.say(Style::Body, Text::plain(words.say(&trade::sentence(briefing, shown.series, &shown.view))));
    table(composer, "Table of figures", shown.series, &shown.view);
    events(composer, &shown.view);
    outcomes(composer, shown.series, &shown.figures);
    for series in briefing.trade.others() {
        let figures = Figures::new(briefing, series);
        let view = trade::view(series, &figures, &composer.material.query.trade);
        let title = format!("{}, {} {}", series.reporter, series.unit.sign, series.unit.scale);
        table(composer, &title, series, &view);
    }
}

/// Whose trade, counted by whom and how, and which of it is shown.
fn basis(composer: &Composer<'_>, series: &Series) -> String {
    let briefing = composer.briefing();
    let query = &composer.material.query.trade;
    let (words, unit) = (Words::english(), &series.unit);
    format!(
        "{}, {} {} at {}; counted by {}; {}. Shown: {}; {}.",
        briefing.trade.subject,
        unit.sign,
        unit.scale,
        unit.prices,
        series.reporter,
        series.valuation,
        words.say(query.measure.within),
        words.say(&query.layer.within(&briefing.document.called)),
    )
}

/// The figures of the document, and what follows from them.
pub fn figures(composer: &mut Composer<'_>) {
    let Some(shown) = &composer.material.trade else { return };
    let Some(headline) = headline(composer.briefing(), shown.series) else { return };
    let figures = tiles(composer, shown.series, &headline);
    composer.document.blocks.push(Block::Figures(figures));
}

fn tiles(composer: &mut Composer<'_>, series: &Series, headline: &Headline) -> Vec<Figure> {
    let (first, last) = (&headline.first, &headline.last);
    let unit = &series.unit;
    let briefing = composer.briefing();
    let mut cite = |figures: &[Option<trade::Figure>]| {
        let mut citations: Vec<Citation> = Vec::new();
        for citation in figures.iter().flatten().flat_map(|figure| figure.citations(series)) {
            if briefing.is_document(citation) && !citations.contains(citation) {
                citations.push(citation.clone());
            }
        }
        composer.numbers.cite(&citations)
    };
    let computed = |label: String, unit: &str, computed: Computed, places: u32, citations: Text| Figure {
        label,
        value: short(computed.value, |value| format::signed(value, places)),
        unit: unit.to_owned(),
        below: Text::quiet(format!("{} ", Words::english().say(&computed.formula))).then(citations),
    };
    let total = last.total.map_or(Decimal::ZERO, |figure| figure.value);
    let mut tiles = vec![Figure {
        label: format!("{}, {}", trade::flow_name(series, FlowRole::Total), last.year),
        value: format!("{}{}", unit.sign, short(total, |value| format::printed(value, 2))),
        unit: unit.scale.clone(),
        below: Text::quiet("as printed ").then(cite(&[last.total])),
    }];
    if let Some(growth) = headline.growth() {
        let label = format!("Growth, {} to {}", first.year, last.year);
        tiles.push(computed(label, "%", growth, 1, cite(&[first.total, last.total])));
    }
    if let Some(growth) = headline.compound_growth() {
        tiles.push(computed("Average a year (CAGR)".to_owned(), "%", growth, 1, cite(&[first.total, last.total])));
    }
    if let (Some(forward), Some(backward)) = (last.forward, last.backward)
        && let Some(balance) = trade::balance(forward.value, backward.value)
    {
        let label = format!("{}, {}", series.balance, last.year);
        tiles.push(computed(label, &unit.scale, balance, 2, cite(&[last.forward, last.backward])));
    }
    tiles
}

/// A large figure, short where it is absurdly long.
fn short(value: Decimal, write: impl FnOnce(Decimal) -> String) -> String {
    if value.abs() < Decimal::from(10_000_000) { write(value) } else { format::brief(value, 1) }
}

/// A line for each year, and for each part of one, with the sources of exactly its figures.
fn table(composer: &mut Composer<'_>, title: &str, series: &Series, view: &TradeView) {
    let share = 0.7 / view.lines.len().max(1) as f32;
    let mut columns = vec![Column::words("Period", 0.15)];
    columns.extend(view.lines.iter().map(|line| Column::figures(Words::english().value(&line.name), share)));
    columns.push(Column::figures("Sources", 0.15));
    let mut rows = Vec::new();
    for (column, year) in view.columns.iter().enumerate() {
        let points: Vec<(&Line, Option<&Point>)> = view.lines.iter().map(|line| (line, line.point(column))).collect();
        rows.push(row(composer, Period::of_year(*year), &points));
    }
    let parts: BTreeSet<Period> =
        view.lines.iter().flat_map(|line| line.parts.iter().map(|part| part.period)).collect();
    for period in parts {
        let point = |line: &'_ Line| line.parts.iter().position(|part| part.period == period);
        let points: Vec<(&Line, Option<&Point>)> =
            view.lines.iter().map(|line| (line, point(line).map(|index| &line.parts[index].point))).collect();
        rows.push(row(composer, period, &points));
    }
    let called = &composer.briefing().document.called;
    section(composer, title, &format!("{} {}", series.unit.sign, series.unit.scale), Grid::table(columns, rows));
    let note = format!(
        "Strong: from the {called}. ≈ derived, not published. – no figure is known in this layer; it is not zero. \
         Parts of years follow the years and must not be compared with them."
    );
    composer.document.say(Style::Caption, Text::quiet(note));
}

fn row(composer: &mut Composer<'_>, period: Period, points: &[(&Line, Option<&Point>)]) -> Row {
    let mut citations: Vec<Citation> = Vec::new();
    for citation in points.iter().filter_map(|(_, point)| *point).flat_map(|point| &point.citations) {
        if !citations.contains(citation) {
            citations.push(citation.clone());
        }
    }
    let words = Words::english();
    let mut cells = vec![Text::plain(format::period(period))];
    cells.extend(points.iter().map(|(line, point)| match point {
        None => Text::quiet("–"),
        Some(point) if point.standing == Standing::Document && !point.computed => {
            Text::strong(words.value(&line.figure(point)))
        }
        Some(point) => Text::plain(words.value(&line.figure(point))),
    }));
    cells.push(composer.numbers.cite(&citations));
    Row::of(cells)
}

/// The events that the chart numbers.
fn events(composer: &mut Composer<'_>, view: &TradeView) {
    let (Some(first), Some(last)) = (view.columns.iter().min(), view.columns.iter().max()) else { return };
    let briefing = composer.briefing();
    let mut rows = Vec::new();
    for note in notes(briefing, &briefing.trade, view.query.layer, (*first, *last)) {
        let citations = composer.numbers.cite(&note.citations);
        let (number, on) = (Text::quiet(note.number.to_string()), Text::plain(format::date(note.on)));
        rows.push(Row::of(vec![number, on, Text::plain(note.label), citations]));
    }
    let columns =
        vec![Column::words("", 0.025), Column::words("", 0.155), Column::words("", 0.6), Column::figures("", 0.2)];
    section(composer, "Events", "that help to read the figures", Grid::list(columns, rows));
}

/// The document's forecasts, and what came of them.
fn outcomes(composer: &mut Composer<'_>, series: &Series, figures: &Figures) {
    if composer.material.query.trade.layer == Layer::Document {
        return;
    }
    let briefing = composer.briefing();
    let mut rows = Vec::new();
    for forecast in forecasts(briefing, series, figures) {
        let Some(claim) = briefing.claim(&forecast.claim) else { continue };
        let said = composer.cited(&claim.statement, &claim.citations);
        let mut came = match &forecast.outcome {
            Some(outcome) => composer.cited(&outcome.text, &outcome.citations),
            None => Text::quiet("Not known yet."),
        };
        if let Some(change) = &forecast.change {
            came = came.and(Tone::Quiet, format!(" Computed: {}.", Words::english().say(&change.formula)));
        }
        let published = forecast.published.and_then(|index| series.published_growth.get(index));
        if let Some(published) = published {
            let percent = format::signed(published.percent, published.percent.scale());
            came = came.and(Tone::Quiet, format!(" Published: {percent}{}%", format::NO_BREAK));
            came = composer.numbers.cited(came, &published.citations).and(Tone::Quiet, ".");
        }
        rows.push(Row::of(vec![said, came]));
    }
    let columns = vec![Column::words("Forecast", 0.35), Column::words("What came of it", 0.65)];
    section(composer, "Forecasts", "", Grid::table(columns, rows));
}
