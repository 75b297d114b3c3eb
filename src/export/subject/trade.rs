//! The figures of the main series of the trade: a table, or the chart of them.

use super::Subject;
use crate::analysis::trade::{Figures, SeriesFigures, TradeQuery, agrees, neighbours};
use crate::briefing::{Briefing, Key, Value};
use crate::export::answers::Answers;
use crate::export::brief::Shown;
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
    options: &["series", "beside", "measure", "layer", "periods", "from", "to", "theme", "scale", "chart", "bare"],
    read: |answers, briefing, query| read(answers, briefing, query),
    is_there: |briefing| briefing.main_series().is_some(),
    needs_findings: false,
    table: Some(|briefing, _, settings, words, job| {
        let shown = shown(briefing, &settings.query)?;
        Ok(table(briefing, shown.series, &shown.view, settings.made, words, job)?)
    }),
    picture: Some(|briefing, settings, words, _| {
        let Shown { series, figures, view } = shown(briefing, &settings.query)?;
        Ok(picture::chart(briefing, series, &figures, &view, settings.look, settings.made, words))
    }),
    document: None,
    references: None,
    calendar: None,
};

fn shown<'a>(briefing: &'a Briefing, query: &Query) -> Result<Shown<'a>, ExportError> {
    let series = briefing.series_or_main(query.series.as_ref()).ok_or(ExportError::NoSeries)?;
    Ok(Shown::new(briefing, series, query))
}

/// What is asked of the figures.
pub(super) fn read(answers: &Answers, briefing: &Briefing, query: &mut Query) -> Result<(), RequestError> {
    query.series = answers.one("series").map(|key| series_of(briefing, &key)).transpose()?;
    let request = TradeRequest {
        measure: answers.one("measure"),
        layer: answers.one("layer"),
        periods: answers.one("periods"),
        from: answers.one("from"),
        to: answers.one("to"),
    };
    let series = briefing.series_or_main(query.series.as_ref());
    let figures = series.map(|series| Figures::new(briefing, series)).unwrap_or_default();
    let Some(key) = answers.one("beside") else {
        query.trade = request.query(&[&figures])?;
        return Ok(());
    };
    let Some(series) = series else { return Err(wrong("beside", &key, label!(request::no_series))) };
    let one = SeriesFigures { series, figures: &figures };
    let asked = TradeRequest { from: None, to: None, ..request.clone() }.query(&[&figures])?;
    let (other, of_other) = neighbour(briefing, one, &asked, &key)?;
    // The range that can be asked for is that of both.
    (query.beside, query.trade) = (Some(other), request.query(&[&figures, &of_other])?);
    Ok(())
}

/// The series of a key, with its figures, where it can be laid beside one.
fn neighbour(
    briefing: &Briefing,
    one: SeriesFigures<'_>,
    query: &TradeQuery,
    key: &str,
) -> Result<(Key, Figures), RequestError> {
    let all = neighbours(briefing, one.series);
    let mut all =
        all.filter(|(series, figures)| agrees(one, SeriesFigures { series, figures }, query)).collect::<Vec<_>>();
    if let Some(place) = all.iter().position(|(series, _)| series.id.as_str() == key) {
        let (series, figures) = all.swap_remove(place);
        return Ok((series.id.clone(), figures));
    }
    let keys = all.iter().map(|(series, _)| series.id.to_string());
    let known = if all.is_empty() {
        label!(request::nothing_beside)
    } else {
        message!(request::one_of, values = Value::list(keys))
    };
    Err(wrong("beside", key, known))
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
