//! From the options of the command line to the query that the Trade tab's controls make.

use super::request::{RequestError, wrong};
use crate::analysis::trade::{Layer, Measure, TradeQuery};
use crate::briefing::Value;
use crate::{label, message};

/// What is asked of the trade, as it was typed.
#[derive(Clone, Debug, Default)]
pub struct TradeRequest {
    /// The measure; without one, the total.
    pub measure: Option<String>,
    /// The layer; without one, all.
    pub layer: Option<String>,
    /// The first year; without one, the first there is.
    pub from: Option<String>,
    /// The last year; without one, the last there is.
    pub to: Option<String>,
}

impl TradeRequest {
    /// The query that is meant, over a series whose years are those of `span`.
    ///
    /// # Errors
    /// The first value that means nothing for this series, with those that do.
    pub fn query(&self, span: impl Fn(Layer) -> Option<(i16, i16)>) -> Result<TradeQuery, RequestError> {
        let measure = match &self.measure {
            None => Measure::default(),
            Some(text) => {
                let keys = || Value::list(Measure::all().map(|measure| measure.key));
                let known = || message!(request::one_of, values = keys());
                Measure::of_key(text).ok_or_else(|| wrong("measure", text, known()))?
            }
        };
        let layer = match &self.layer {
            None => Layer::All,
            Some(text) => {
                let known = || message!(request::one_of, values = Value::list(Layer::ALL.map(Layer::key)));
                Layer::of_key(text).ok_or_else(|| wrong("layer", text, known()))?
            }
        };
        let years = span(layer);
        let year = |option, text: &Option<String>| {
            let Some(text) = text else { return Ok(None) };
            let known = match years {
                Some((first, last)) => message!(request::year, first = first.to_string(), last = last.to_string()),
                None => label!(request::no_year),
            };
            let meant =
                text.parse().ok().filter(|year| years.is_some_and(|(first, last)| (first..=last).contains(year)));
            meant.map(Some).ok_or_else(|| wrong(option, text, known))
        };
        let (from, to) = (year("from", &self.from)?, year("to", &self.to)?);
        if let (Some(first), Some(last), Some(text)) = (from, to, &self.to)
            && last < first
        {
            return Err(wrong("to", text, message!(request::year_or_later, first = first.to_string())));
        }
        Ok(TradeQuery { measure, layer, from, to, ..TradeQuery::default() })
    }
}

#[cfg(test)]
mod tests {
    use super::TradeRequest;
    use crate::analysis::trade::{Layer, Measure, TradeQuery};

    fn query(measure: &str, layer: &str, from: &str, to: &str) -> Result<TradeQuery, String> {
        let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let request = TradeRequest { measure: given(measure), layer: given(layer), from: given(from), to: given(to) };
        request
            .query(|layer| Some((2016, if layer == Layer::All { 2026 } else { 2025 })))
            .map_err(|err| err.to_string())
    }

    #[test]
    fn options_mean_what_the_controls_mean() {
        assert_eq!(query("", "", "", ""), Ok(TradeQuery::default()));
        let asked = query("growth", "article", "2021", "2024").expect("all values mean something");
        assert_eq!((asked.measure.key, asked.layer), ("growth", Layer::Document));
        assert_eq!((asked.from, asked.to), (Some(2021), Some(2024)));
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
        assert!(said("", "", "2024", "2021").contains("2024 or a later year"));
    }
}
