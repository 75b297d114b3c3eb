//! From the options of the command line to the query that the Trade tab's controls make.

use super::request::{RequestError, wrong};
use crate::analysis::trade::{Figures, Layer, Measure, TradeQuery};
use crate::briefing::{Period, PeriodKind, Value};
use crate::{label, message};

/// What is asked of the trade, as it was typed.
#[derive(Clone, Debug, Default)]
pub struct TradeRequest {
    /// The measure; without one, the total.
    pub measure: Option<String>,
    /// The layer; without one, all.
    pub layer: Option<String>,
    /// What the columns are; without it, what the series is shown by first.
    pub periods: Option<String>,
    /// Where the columns begin; without it, with the first there is.
    pub from: Option<String>,
    /// Where they end; without it, with the last there is.
    pub to: Option<String>,
}

impl TradeRequest {
    /// The query that is meant, over a series with the first of these figures; the range is one of all of them.
    ///
    /// # Errors
    /// The first value that means nothing for this series, with those that do.
    pub fn query(&self, all: &[&Figures]) -> Result<TradeQuery, RequestError> {
        let Some(figures) = all.first() else { return Ok(TradeQuery::default()) };
        let measure = match &self.measure {
            None => Measure::default(),
            Some(text) => {
                // Of a series without a balance, none can be asked for.
                let none = !Measure::all().any(|measure| measure.is_of(figures));
                let is_there = |measure: &Measure| none || measure.is_of(figures);
                let keys = || Value::list(Measure::all().filter(is_there).map(|measure| measure.key));
                let known = || message!(request::one_of, values = keys());
                Measure::of_key(text).filter(is_there).ok_or_else(|| wrong("measure", text, known()))?
            }
        };
        let layer = match &self.layer {
            None => Layer::All,
            Some(text) => {
                let known = || message!(request::one_of, values = Value::list(Layer::ALL.map(Layer::key)));
                Layer::of_key(text).ok_or_else(|| wrong("layer", text, known()))?
            }
        };
        let kinds = figures.kinds();
        let kind = match &self.periods {
            None => None,
            Some(text) => {
                let keys = || Value::list(kinds.iter().map(|kind| kind.key()));
                let known = || message!(request::one_of, values = keys());
                let meant = kinds.iter().copied().find(|kind| kind.key() == text);
                Some(meant.ok_or_else(|| wrong("periods", text, known()))?)
            }
        };
        let shown = kind.or_else(|| figures.first_kind());
        let columns = shown.map_or_else(Vec::new, |kind| Figures::columns_of_all(all, kind, layer));
        let ends = columns.first().zip(columns.last());
        let end = |option, text: &Option<String>| {
            let Some(text) = text else { return Ok(None) };
            let known = match ends {
                Some((first, last)) => {
                    let kind = shown.map_or("", PeriodKind::key);
                    message!(request::year, kind = kind, first = first.to_string(), last = last.to_string())
                }
                None => label!(request::no_year),
            };
            let meant = Period::try_from(text.clone()).ok();
            let reaches = |period: &Period| {
                ends.is_some_and(|(first, last)| period.days().1 >= first.days().0 && period.days().0 <= last.days().1)
            };
            meant.filter(reaches).map(Some).ok_or_else(|| wrong(option, text, known))
        };
        let (from, to) = (end("from", &self.from)?, end("to", &self.to)?);
        if let (Some(first), Some(last), Some(text)) = (from, to, &self.to)
            && last.days().1 < first.days().0
        {
            return Err(wrong("to", text, message!(request::year_or_later, first = first.to_string())));
        }
        Ok(TradeQuery { measure, layer, kind, from, to, ..TradeQuery::default() })
    }
}

#[cfg(test)]
mod tests {
    use super::TradeRequest;
    use crate::analysis::trade::{Figures, Layer, Measure, TradeQuery};
    use crate::briefing::{Briefing, Period, PeriodKind};

    fn asked_of(series: usize, options: [&str; 5]) -> Result<TradeQuery, String> {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let [measure, layer, periods, from, to] = options.map(given);
        let request = TradeRequest { measure, layer, periods, from, to };
        let figures = Figures::new(&briefing, &briefing.trades[0].series[series]);
        request.query(&[&figures]).map_err(|err| err.to_string())
    }

    fn query(measure: &str, layer: &str, from: &str, to: &str) -> Result<TradeQuery, String> {
        asked_of(0, [measure, layer, "", from, to])
    }

    #[test]
    fn options_mean_what_the_controls_mean() {
        assert_eq!(query("", "", "", ""), Ok(TradeQuery::default()));
        let asked = query("growth", "article", "2021", "2024").expect("all values mean something");
        assert_eq!((asked.measure.key, asked.layer), ("growth", Layer::Document));
        assert_eq!((asked.from, asked.to), (Some(Period::of_year(2021)), Some(Period::of_year(2024))));
        let years = asked_of(0, ["", "", "years", "2019-Q3", ""]).expect("a quarter lies in a year");
        assert_eq!(years.kind, Some(PeriodKind::Year));
    }

    #[test]
    fn a_wrong_value_is_named_with_the_right_ones() {
        let said = |measure, layer, from, to| query(measure, layer, from, to).expect_err("a wrong value");
        let all: Vec<_> = Measure::all().map(|measure| measure.key).collect();
        let expected = format!("`volume` is not a value of --measure: write one of {}", all.join(", "));
        assert_eq!(said("volume", "", "", ""), expected);
        assert!(said("", "context", "", "").contains("article, all"));
        assert!(said("", "", "1990", "").contains("a year from 2016 to 2026"));
        assert!(said("", "article", "", "2026").contains("a year from 2016 to 2025"));
        assert!(said("", "", "soon", "").contains("--from"));
        assert!(said("", "", "2024", "2021").contains("2024 or later"));
        let weeks = asked_of(0, ["", "", "weeks", "", ""]).expect_err("there are none");
        assert!(weeks.contains("--periods") && weeks.contains("years"), "{weeks}");
    }
}
