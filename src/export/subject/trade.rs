//! The figures of the main series of the trade: a table, or the chart of them.

use super::Subject;
use crate::analysis::trade::{Figures, TradeQuery, view};
use crate::briefing::{Briefing, Series};
use crate::export::answers::Answers;
use crate::export::error::ExportError;
use crate::export::query::Query;
use crate::export::request::RequestError;
use crate::export::trade::table;
use crate::export::trade_request::TradeRequest;
use crate::export::{format, picture};

/// The trade.
pub static SUBJECT: Subject = Subject {
    key: "trade",
    usual: &format::CSV,
    options: &["measure", "layer", "periods", "from", "to", "theme", "scale", "chart", "bare"],
    read: |answers, briefing, query| {
        query.trade = read(answers, briefing)?;
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
pub(super) fn read(answers: &Answers, briefing: &Briefing) -> Result<TradeQuery, RequestError> {
    let request = TradeRequest {
        measure: answers.one("measure"),
        layer: answers.one("layer"),
        periods: answers.one("periods"),
        from: answers.one("from"),
        to: answers.one("to"),
    };
    let figures = briefing.main_series().map(|series| Figures::new(briefing, series));
    request.query(&figures.unwrap_or_default())
}
