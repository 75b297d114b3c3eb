//! The figures of the main series of the trade: a table, or the chart of them.

use super::Subject;
use crate::analysis::trade::{Figures, TradeQuery, view};
use crate::briefing::{Briefing, Key, Series, Value};
use crate::export::answers::Answers;
use crate::export::error::ExportError;
use crate::export::query::Query;
use crate::export::request::{RequestError, wrong};
use crate::export::trade::table;
use crate::export::trade_request::TradeRequest;
use crate::export::{format, picture};
use crate::{label, message};

/// The trade.
pub static SUBJECT: Subject = Subject {
    key: "trade",
    usual: &format::CSV,
    options: &["series", "measure", "layer", "periods", "from", "to", "theme", "scale", "chart", "bare"],
    read: |answers, briefing, query| {
        (query.series, query.trade) = read(answers, briefing)?;
        Ok(())
    },
    is_there: |briefing| briefing.main_series().is_some(),
    needs_findings: false,
    table: Some(|briefing, _, settings, words| {
        let series = series(briefing, &settings.query)?;
        let figures = Figures::new(briefing, series);
        Ok(table(briefing, series, &view(series, &figures, &settings.query.trade), settings.made, words))
    }),
    picture: Some(|briefing, settings, words| {
        let series = series(briefing, &settings.query)?;
        let figures = Figures::new(briefing, series);
        let view = view(series, &figures, &settings.query.trade);
        Ok(picture::chart(briefing, series, &figures, &view, settings.look, settings.made, words))
    }),
    document: None,
};

fn series<'a>(briefing: &'a Briefing, query: &Query) -> Result<&'a Series, ExportError> {
    briefing.series_or_main(query.series.as_ref()).ok_or(ExportError::NoSeries)
}

/// What is asked of the figures.
pub(super) fn read(answers: &Answers, briefing: &Briefing) -> Result<(Option<Key>, TradeQuery), RequestError> {
    let series = answers.one("series").map(|key| series_of(briefing, &key)).transpose()?;
    let request = TradeRequest {
        measure: answers.one("measure"),
        layer: answers.one("layer"),
        periods: answers.one("periods"),
        from: answers.one("from"),
        to: answers.one("to"),
    };
    let figures = briefing.series_or_main(series.as_ref()).map(|series| Figures::new(briefing, series));
    Ok((series, request.query(&figures.unwrap_or_default())?))
}

/// The series that has a key.
fn series_of(briefing: &Briefing, key: &str) -> Result<Key, RequestError> {
    let keys = || briefing.all_series().map(|series| &series.id);
    keys().find(|known| known.as_str() == key).cloned().ok_or_else(|| {
        let known = if keys().next().is_none() {
            label!(request::no_series)
        } else {
            message!(request::one_of, values = Value::list(keys().map(ToString::to_string)))
        };
        wrong("series", key, known)
    })
}
