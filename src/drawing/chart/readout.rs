//! What is known of a column, for whoever points at it.

use super::spoken::sources;
use crate::analysis::trade::{Line, Part, TradeView};
use crate::briefing::{Briefing, Series};
use crate::message;
use crate::words::Words;

/// What is known of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadOut {
    /// The period.
    pub period: String,
    /// How its first value stands.
    pub status: String,
    /// Names and values.
    pub values: Vec<(String, String, Rank)>,
    /// How values were computed.
    pub formulas: Vec<String>,
    /// Who says so: a line for each series that is drawn.
    pub sources: Vec<String>,
}

/// How much a value of a read-out stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rank {
    /// The chart draws it.
    Drawn,
    /// The table lists it.
    Listed,
    /// It is part of what is drawn.
    Part,
}

/// What is known of a column.
pub fn read_out(briefing: &Briefing, series: &Series, view: &TradeView, column: usize, words: &Words) -> ReadOut {
    let first = view.drawn().iter().find_map(|line| line.point(column));
    let status =
        first.map_or_else(|| words.say(&message!(chart::no_figure)), |point| words.say(&point.status(briefing)));
    let mut values = Vec::new();
    for (number, line) in view.lines.iter().enumerate() {
        let drawn = number < view.drawn;
        if let Some(point) = line.point(column) {
            let rank = if drawn { Rank::Drawn } else { Rank::Listed };
            values.push((words.value(&line.name), words.value(&line.with_unit(point, &series.unit)), rank));
        }
        for part in line.parts_of(column).filter(|_| drawn) {
            values.push(of_part(series, line, part, words));
        }
    }
    let formulas = view.lines.iter().filter_map(|line| line.point(column)?.formula.as_ref());
    let formulas = formulas.map(|formula| words.say(&message!(chart::formula, formula = formula.clone())));
    let beside = view.beside.as_ref().and_then(|beside| beside.reporter.as_deref());
    let reporters = [(false, Some(series.reporter.as_str())), (true, beside)];
    let source = |(beside, reporter): (bool, Option<&str>)| {
        let mut of_series = view.drawn().iter().filter(|line| line.row.is_beside() == beside);
        let point = of_series.find_map(|line| line.point(column))?;
        let sources = sources(briefing, &point.citations, words);
        // The document does not say who counted.
        Some(words.say(&match reporter {
            _ if briefing.locators(&point.citations).next().is_some() => {
                message!(chart::source_document, called = briefing.called(), places = sources)
            }
            Some(reporter) => message!(chart::source_reporter, reporter = reporter.to_owned(), sources = sources),
            None => message!(chart::source_alone, sources = sources),
        }))
    };
    let mut said: Vec<String> = reporters.into_iter().filter_map(source).collect();
    said.dedup();
    let period = view.columns.get(column).map_or_else(String::new, |period| words.period(*period));
    ReadOut { period, status, values, formulas: formulas.collect(), sources: said }
}

fn of_part(series: &Series, line: &Line, part: &Part, words: &Words) -> (String, String, Rank) {
    let months = words.months(part.period);
    let name = words.say(&message!(chart::months_of_it, months = months));
    (name, words.value(&line.with_unit(&part.point, &series.unit)), Rank::Part)
}
