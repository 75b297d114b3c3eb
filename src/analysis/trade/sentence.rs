//! The chart in a sentence, made from what it shows.

use super::basis;
use super::layer::Layer;
use super::line::Line;
use super::point::Point;
use super::view::TradeView;
use crate::briefing::{Briefing, Message, Period, PeriodKind, Series, Value};
use crate::message;

/// What the chart shows, for a screen reader and for the clipboard: what runs from where to where, where it is highest,
/// how many periods are missing, and who counted, as far as the layer has it.
pub fn sentence(briefing: &Briefing, series: &Series, view: &TradeView) -> Message {
    let called = &briefing.called();
    let counted = basis::counted(series, view.query.layer);
    let lines = view.drawn().iter().rev().filter_map(|line| of_line(series, view, line).map(Value::from));
    let Some(lines) = lines.reduce(|next, line| message!(figures::next_line, line = line, next = next).into()) else {
        let empty = match view.query.layer {
            Layer::Document => message!(figures::chart_empty_document, called = called),
            Layer::All => message!(figures::chart_empty),
        };
        return with_basis(empty, counted);
    };
    let lines = (view.query.measure.chart)(series, view.kind, lines);
    let layer = match view.query.layer {
        Layer::Document => message!(figures::chart_layer_document, called = called),
        Layer::All => message!(figures::chart_layer_all),
    };
    let chart = match view.missing() {
        0 if briefing.document_source().is_none() => message!(figures::chart_alone, lines = lines),
        0 => message!(figures::chart, lines = lines, layer = layer),
        missing => {
            let columns = view.columns.len();
            let periods = message!(figures::counted_periods, kind = view.kind.key(), count = columns);
            let gaps = message!(figures::gaps, missing = missing, columns = columns, periods = periods);
            if briefing.document_source().is_none() {
                message!(figures::chart_alone_with_gaps, lines = lines, gaps = gaps)
            } else {
                message!(figures::chart_with_gaps, lines = lines, gaps = gaps, layer = layer)
            }
        }
    };
    let chart = with_basis(chart, counted);
    match view.beside.as_ref().and_then(|beside| Some((beside, beside.counted.clone()?))) {
        Some((beside, counted)) => {
            message!(figures::chart_counted_beside, said = chart, series = beside.name().to_owned(), counted = counted)
        }
        None => chart,
    }
}

/// What is said, and after it how it was counted, where that is known.
fn with_basis(said: Message, counted: Option<Message>) -> Message {
    match counted {
        Some(counted) => message!(figures::chart_counted, said = said, counted = counted),
        None => said,
    }
}

/// A line from its first period to its last, and how high and how low it comes between them.
fn of_line(series: &Series, view: &TradeView, line: &Line) -> Option<Message> {
    let mut known: Vec<(Period, &Point)> =
        view.columns.iter().enumerate().filter_map(|(column, period)| Some((*period, line.point(column)?))).collect();
    known.sort_by_key(|(period, _)| *period);
    if known.is_empty() {
        // Parts of years alone: the last is what there is to say.
        known.extend(line.parts.iter().map(|part| (part.period, &part.point)).max_by_key(|(period, _)| *period));
    }
    let say = |(period, point): &(Period, &Point)| {
        let value = line.with_unit(point, &series.unit);
        if period.kind() == PeriodKind::Day {
            message!(figures::value_on_day, value = value, day = *period)
        } else {
            message!(figures::value_in_year, value = value, year = *period)
        }
    };
    let (first, last) = (known.first()?, known.last()?);
    let name = line.within.clone();
    if known.len() == 1 {
        return Some(message!(figures::line_alone, name = name, value = say(first)));
    }
    let between = |(period, _): &&(Period, &Point)| *period != first.0 && *period != last.0;
    let highest = known.iter().max_by_key(|(_, point)| point.value).filter(between).map(say);
    let lowest = known.iter().rev().min_by_key(|(_, point)| point.value).filter(between).map(say);
    let (first, last) = (say(first), say(last));
    Some(match (highest, lowest) {
        (None, None) => message!(figures::line, name = name, first = first, last = last),
        (Some(highest), None) => {
            message!(figures::line_with_peak, name = name, first = first, last = last, highest = highest)
        }
        (None, Some(lowest)) => {
            message!(figures::line_with_dip, name = name, first = first, last = last, lowest = lowest)
        }
        (Some(highest), Some(lowest)) => message!(
            figures::line_with_peak_and_dip,
            name = name,
            first = first,
            last = last,
            highest = highest,
            lowest = lowest,
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::sentence;
    use crate::analysis::trade::{Figures, Layer, TradeQuery, measure, view};
    use crate::briefing::Briefing;
    use crate::words::Words;

    fn said(key: &str, layer: Layer) -> String {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let series = &briefing.trades[0].series[0];
        let query = TradeQuery { measure: measure(key), layer, ..TradeQuery::default() };
        let said = sentence(&briefing, series, &view(series, &Figures::new(&briefing, series), &query));
        Words::english().say(&said).replace('\u{a0}', " ")
    }

    const BASIS: &str = "Counted by China customs (GACC); current prices; imports CIF, exports FOB.";

    #[test]
    fn the_chart_is_said_in_a_sentence() {
        let total = "Turnover from US$69.52 bn in 2016 to US$228.105 bn in 2025, at most US$244.8 bn in 2024.";
        let gap = "1 of 11 years has no figure here and stays empty.";
        assert_eq!(said("total", Layer::All), format!("{total} {gap} With context from other sources. {BASIS}"));
        let article = "Turnover from US$146.88 bn in 2021 to US$244.8 bn in 2024.";
        let gaps = "8 of 10 years have no figure here and stay empty.";
        assert_eq!(
            said("total", Layer::Document),
            format!("{article} {gaps} Only what is printed in the article."),
            "it does not say who counted"
        );
    }

    #[test]
    fn each_measure_says_its_own() {
        let balance = said("balance", Layer::Document);
        assert!(balance.starts_with("Russia’s balance +US$13.83 bn in 2024."), "{balance}");
        let share = said("share", Layer::All);
        assert!(
            share.starts_with("Share of each direction: Russia→China from 46.4 % in 2016 to 54.7 % in 2025"),
            "{share}"
        );
        let index = said("index", Layer::Document);
        assert!(index.contains("Turnover (2021 = 100) from 100.0 in 2021 to 166.7 in 2024"), "{index}");
        let growth = said("growth", Layer::Document);
        assert!(growth.starts_with("No figure for this is printed in the article"), "{growth}");
    }
}
