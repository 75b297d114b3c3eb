//! What was traded: the figures of the document, the table of figures, what others say of them.

use std::collections::BTreeSet;

use super::Composer;
use super::summary::section;
use crate::analysis::trade::{
    self as analysis, Figures, KeyFigure, Layer, Line, Point, Standing, TradeView, basis, forecasts, headline,
    magnitude, notes,
};
use crate::briefing::{Citation, Message, Period, Series, Trade, Value};
use crate::export::brief::document::{Block, Column, Drawn, Entry, Figure, Grid, Row, Style, Tabled, Text, Tone};
use crate::export::brief::material::Shown;
use crate::export::picture;
use crate::message;

pub fn compose(composer: &mut Composer<'_>) {
    for (number, shown) in composer.material.trades.iter().enumerate() {
        of_series(composer, number, shown);
    }
}

fn of_series(composer: &mut Composer<'_>, number: usize, shown: &Shown<'_>) {
    let (words, briefing) = (composer.words(), composer.briefing());
    let layer = composer.material.query.trade.layer;
    let Some(trade) = briefing.trade_of(shown.series) else { return };
    let key = if number == 0 { "trade".to_owned() } else { format!("trade-{}", shown.series.id) };
    composer.document.part(key, basis::headline(trade, layer), "");
    composer.document.say(Style::Caption, Text::quiet(words.sentences(&counted(composer, shown.series))));
    figures(composer, shown);
    let made = composer.material.made;
    composer.draw(Drawn::Chart(number), |look| {
        picture::chart(briefing, shown.series, &shown.figures, &shown.view, look, made, words)
    });
    let sentence = analysis::sentence(briefing, shown.series, &shown.view);
    composer.document.say(Style::Body, Text::plain(words.say(&sentence)));
    let of = Some(Tabled::Series(number));
    table(composer, &words.say(&message!(brief_trade::table)), of, shown.series, &shown.view);
    events(composer, trade, &shown.view);
    outcomes(composer, shown.series, &shown.figures);
    // What another reporter counted is context.
    for series in briefing.others_of(shown.series).filter(|_| layer == Layer::All) {
        let figures = Figures::new(briefing, series);
        let view = analysis::view(series, &figures, &composer.material.query.trade);
        let unit = magnitude::unit(&series.unit);
        let title = message!(brief_trade::series, reporter = &series.reporter, unit = unit);
        table(composer, &words.say(&title), None, series, &view);
    }
}

/// Whose trade, counted by whom and how, and which of it is shown.
fn counted(composer: &Composer<'_>, series: &Series) -> Vec<Message> {
    let briefing = composer.briefing();
    let query = &composer.material.query.trade;
    // At which prices is said with how they were counted.
    let unit = magnitude::unit(&series.unit);
    let subject = message!(brief_trade::subject, subject = briefing.subject_of(series), unit = unit);
    let layer = query.layer.name(&briefing.called());
    let shown = if briefing.document_source().is_some() {
        message!(brief_trade::shown, measure = query.measure.within, layer = layer)
    } else {
        message!(brief_trade::shown_alone, measure = query.measure.within)
    };
    [Some(subject), basis::counted(series, query.layer), Some(shown)].into_iter().flatten().collect()
}

/// The figures of the document, and what follows from them.
pub fn figures(composer: &mut Composer<'_>, shown: &Shown<'_>) {
    let Some(headline) = headline(composer.briefing(), shown.series) else { return latest(composer, shown) };
    let words = composer.words();
    let figures = headline.key_figures(composer.briefing(), shown.series);
    let figure = |figure: KeyFigure| {
        let below = figure.formula.unwrap_or_else(|| message!(brief_trade::as_printed));
        Figure {
            label: words.say(&figure.label),
            value: format!("{}{}", figure.sign, words.large(figure.value)),
            unit: words.value(&figure.unit),
            below: Text::quiet(format!("{} ", words.say(&below))).then(composer.numbers.cite(&figure.citations)),
        }
    };
    let figures = figures.into_iter().map(figure).collect();
    composer.document.blocks.push(Block::Figures(figures));
}

/// The last figures that are known, where no document says which matter.
fn latest(composer: &mut Composer<'_>, shown: &Shown<'_>) {
    const COUNT: usize = 3;
    let Some(line) = shown.view.lines.first() else { return };
    let words = composer.words();
    let known = shown.view.columns.iter().enumerate().filter_map(|(at, period)| Some((*period, line.point(at)?)));
    let known: Vec<(Period, &Point)> = known.collect();
    let figure = |(period, point): &(Period, &Point)| {
        let (value, unit) = line.large(point, &shown.series.unit);
        Figure {
            label: format!("{}, {}", words.value(&line.name), words.period(*period)),
            value: words.value(&value),
            unit: words.say(&unit),
            below: Text::default().then(composer.numbers.cite(&point.citations)),
        }
    };
    let figures = known[known.len().saturating_sub(COUNT)..].iter().map(figure).collect();
    composer.document.blocks.push(Block::Figures(figures));
}

/// The table of figures, with what it is of where it is the one of its series that is asked for.
fn table(composer: &mut Composer<'_>, title: &str, of: Option<Tabled>, series: &Series, view: &TradeView) {
    let words = composer.words();
    let grid = grid(composer, series, view);
    let grid = Grid { of, ..grid };
    let unit = magnitude::unit(&series.unit);
    let legend = if composer.briefing().document_source().is_some() {
        message!(brief_trade::legend, called = composer.briefing().called())
    } else {
        message!(brief_trade::legend_alone)
    };
    section(composer, title, &words.say(&unit), grid);
    composer.document.say(Style::Caption, Text::quiet(words.say(&legend)));
}

/// A line for each period, and for each part of a year, with the sources of exactly its figures.
pub fn grid(composer: &mut Composer<'_>, series: &Series, view: &TradeView) -> Grid {
    let share = 0.7 / view.lines.len().max(1) as f32;
    let words = composer.words();
    let mut columns = vec![Column::words(words.say(&message!(brief_trade::period)), 0.15)];
    columns.extend(view.lines.iter().map(|line| Column::figures(words.value(&line.name), share)));
    columns.push(Column::figures(words.say(&message!(brief_trade::sources)), 0.15));
    let mut rows = Vec::new();
    let entry = |period| Entry::Figures(series.id.clone(), period);
    for (column, period) in composer.material.wanted(&view.columns).enumerate() {
        let points: Vec<(&Line, Option<&Point>)> = view.lines.iter().map(|line| (line, line.point(column))).collect();
        rows.push(row(composer, *period, &points).entry(entry(*period)));
    }
    let parts: BTreeSet<Period> =
        view.lines.iter().flat_map(|line| line.parts.iter().map(|part| part.period)).collect();
    for period in composer.material.wanted(parts) {
        let point = |line: &'_ Line| line.parts.iter().position(|part| part.period == period);
        let points: Vec<(&Line, Option<&Point>)> =
            view.lines.iter().map(|line| (line, point(line).map(|index| &line.parts[index].point))).collect();
        rows.push(row(composer, period, &points).entry(entry(period)));
    }
    Grid::table(columns, rows)
}

fn row(composer: &mut Composer<'_>, period: Period, points: &[(&Line, Option<&Point>)]) -> Row {
    let mut citations: Vec<Citation> = Vec::new();
    for citation in points.iter().filter_map(|(_, point)| *point).flat_map(|point| &point.citations) {
        if !citations.contains(citation) {
            citations.push(citation.clone());
        }
    }
    let words = composer.words();
    let mut cells = vec![Text::plain(words.period(period))];
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
fn events(composer: &mut Composer<'_>, trade: &Trade, view: &TradeView) {
    let Some(ends) = view.ends() else { return };
    let briefing = composer.briefing();
    let words = composer.words();
    let mut rows = Vec::new();
    for note in notes(briefing, trade, view.query.layer, ends) {
        let citations = composer.numbers.cite(&note.citations);
        let (number, on) = (Text::quiet(note.number.to_string()), Text::plain(words.date(note.on)));
        rows.push(Row::of(vec![number, on, Text::plain(note.label), citations]));
    }
    let columns =
        vec![Column::words("", 0.025), Column::words("", 0.155), Column::words("", 0.6), Column::figures("", 0.2)];
    let (title, about) = (words.say(&message!(brief_trade::events)), words.say(&message!(brief_trade::events_about)));
    section(composer, &title, &about, Grid::list(columns, rows));
}

/// The document's forecasts, and what came of them.
fn outcomes(composer: &mut Composer<'_>, series: &Series, figures: &Figures) {
    if composer.material.query.trade.layer == Layer::Document {
        return;
    }
    let briefing = composer.briefing();
    let words = composer.words();
    let mut rows = Vec::new();
    for forecast in forecasts(briefing, series, figures) {
        let Some(claim) = briefing.claim(&forecast.claim) else { continue };
        let said = composer.cited(&claim.statement, &claim.citations);
        let mut came = match &forecast.outcome {
            Some(outcome) => composer.cited(&outcome.text, &outcome.citations),
            None => Text::quiet(words.say(&message!(brief_trade::outcome_unknown))),
        };
        if let Some(change) = &forecast.change {
            let computed = if forecast.is_approximate {
                message!(brief_trade::computed_about, formula = &change.formula)
            } else {
                message!(brief_trade::computed, formula = &change.formula)
            };
            came = came.and(Tone::Quiet, format!(" {}", words.say(&computed)));
        }
        let published = forecast.published.and_then(|index| series.published_growth.get(index));
        if let Some(published) = published {
            let percent = Value::signed(published.percent, published.percent.scale());
            let said = words.say(&message!(brief_trade::published, percent = percent));
            came = came.and(Tone::Quiet, format!(" {said}"));
            came = composer.numbers.cited(came, &published.citations).and(Tone::Quiet, ".");
        }
        rows.push(Row::of(vec![said, came]));
    }
    let columns = vec![
        Column::words(words.say(&message!(brief_trade::forecast)), 0.35),
        Column::words(words.say(&message!(brief_trade::outcome)), 0.65),
    ];
    section(composer, &words.say(&message!(brief_trade::forecasts)), "", Grid::table(columns, rows));
}
