//! The chart in a sentence, made from what it shows.

use super::layer::Layer;
use super::line::Line;
use super::point::Point;
use super::view::TradeView;
use crate::analysis::format::count;
use crate::briefing::{Briefing, Series};

/// What the chart shows, for a screen reader and for the clipboard: what runs from where to where, where it is highest,
/// how many years are missing, and who counted.
pub fn sentence(briefing: &Briefing, series: &Series, view: &TradeView) -> String {
    let called = &briefing.document.called;
    let said: Vec<String> = view.drawn().iter().filter_map(|line| of_line(series, view, line)).collect();
    let opening = view.query.measure.opening;
    let basis = format!("Counted by {}; {}; {}.", series.reporter, series.unit.prices, series.valuation);
    if said.is_empty() {
        let where_else = match view.query.layer {
            Layer::Document => format!("The {called} prints no figure for this; switch to With context."),
            Layer::All => "No figure for this was found.".to_owned(),
        };
        return format!("{where_else} {basis}");
    }
    let gaps = match view.missing() {
        0 => String::new(),
        missing => {
            let verbs = if missing == 1 { "has no figure here and stays" } else { "have no figure here and stay" };
            format!(" {missing} of {} {verbs} empty.", count(view.columns.len(), "year", "years"))
        }
    };
    let layer = match view.query.layer {
        Layer::Document => format!("Only what the {called} prints."),
        Layer::All => "With context from other sources.".to_owned(),
    };
    format!("{opening}{}.{gaps} {layer} {basis}", said.join("; "))
}

fn of_line(series: &Series, view: &TradeView, line: &Line) -> Option<String> {
    let mut known: Vec<_> =
        view.columns.iter().enumerate().filter_map(|(column, year)| Some((*year, line.point(column)?))).collect();
    known.sort_by_key(|(year, _)| *year);
    let (first, last) = (known.first()?, known.last()?);
    let say = |(year, point): &(i16, &Point)| {
        let about = if point.is_approximate() { "≈\u{a0}" } else { "" };
        format!("{about}{} in {year}", line.row.quantity.text_with_unit(point.value, &series.unit))
    };
    let highest = known.iter().max_by_key(|(_, point)| point.value)?;
    let lowest = known.iter().rev().min_by_key(|(_, point)| point.value)?;
    let name = &line.spoken;
    if known.len() == 1 {
        return Some(format!("{name} {}", say(first)));
    }
    let peak =
        if highest.0 == last.0 || highest.0 == first.0 { String::new() } else { format!(", at most {}", say(highest)) };
    let dip =
        if lowest.0 == last.0 || lowest.0 == first.0 { String::new() } else { format!(", at least {}", say(lowest)) };
    Some(format!("{name} from {} to {}{peak}{dip}", say(first), say(last)))
}

#[cfg(test)]
mod tests {
    use super::sentence;
    use crate::analysis::trade::{Figures, Layer, TradeQuery, measure, view};
    use crate::briefing::Briefing;

    fn said(key: &str, layer: Layer) -> String {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let series = &briefing.trade.series[0];
        let query = TradeQuery { measure: measure(key), layer, ..TradeQuery::default() };
        sentence(&briefing, series, &view(series, &Figures::new(&briefing, series), &query)).replace('\u{a0}', " ")
    }

    const BASIS: &str = "Counted by China customs (GACC); current prices; imports CIF, exports FOB.";

    #[test]
    fn the_chart_is_said_in_a_sentence() {
        let total = "Turnover from US$69.52 bn in 2016 to US$228.11 bn in 2025, at most US$244.8 bn in 2024.";
        let gap = "1 of 11 years has no figure here and stays empty.";
        assert_eq!(said("total", Layer::All), format!("{total} {gap} With context from other sources. {BASIS}"));
        let article = "Turnover from US$146.88 bn in 2021 to US$244.8 bn in 2024.";
        let gaps = "8 of 10 years have no figure here and stay empty.";
        assert_eq!(said("total", Layer::Document), format!("{article} {gaps} Only what the article prints. {BASIS}"));
    }

    #[test]
    fn each_measure_says_its_own() {
        let balance = said("balance", Layer::Document);
        assert!(balance.starts_with("Russia’s balance +US$13.83 bn in 2024."), "{balance}");
        let share = said("share", Layer::All);
        assert!(
            share.starts_with("Share of each direction: Russia→China from 55.2 % in 2018 to 52.8 % in 2024"),
            "{share}"
        );
        let index = said("index", Layer::Document);
        assert!(index.contains("Turnover (2021 = 100) from 100.0 in 2021 to 166.7 in 2024"), "{index}");
        let growth = said("growth", Layer::Document);
        assert!(growth.starts_with("The article prints no figure for this"), "{growth}");
    }
}
