//! A period of a series of the trade: every value that was read for it, and where.

use egui::Ui;

use super::part;
use crate::analysis::trade::magnitude::amount;
use crate::analysis::trade::{self, Quantity};
use crate::briefing::{FlowRole, Key, Observation, Period, Series, Value};
use crate::message;
use crate::ui::direction::label;
use crate::ui::parts::citation_chip;
use crate::ui::shell::desk::Desk;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::heading;
use crate::words::direction::abreast;

/// Draws it.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, series: &Key, period: Period) {
    let Some(series) = desk.briefing.series(series) else { return };
    let (t, words) = (tokens_of(ui), desk.words);
    heading(ui, Type::Title, &words.period(period));
    let counted =
        message!(trade::period_counted, subject = desk.briefing.subject_of(series), reporter = &series.reporter);
    label(ui, Type::Body.text(words.say(&counted), t.ink2));
    let basis: Vec<&str> =
        [series.unit.prices.as_str(), &series.valuation].into_iter().filter(|text| !text.is_empty()).collect();
    if !basis.is_empty() {
        label(ui, Type::Caption.text(abreast(basis, "; "), t.muted));
    }
    // Totals before the directions that they are the sum of.
    let roles = [FlowRole::Total, FlowRole::Forward, FlowRole::Backward].into_iter();
    for flow in roles.flat_map(|role| series.flows.iter().filter(move |flow| flow.role == role)) {
        let observations = trade::observations(series, flow, period);
        part(ui, &flow.name, |ui| {
            if observations.is_empty() {
                label(ui, Type::Body.text(words.say(&message!(trade::period_not_found)), t.muted));
            }
            for observation in observations {
                observation_ui(ui, desk, series, observation);
            }
        });
    }
    let growth: Vec<_> = series.published_growth.iter().filter(|growth| growth.period == period).collect();
    if !growth.is_empty() {
        part(ui, &words.say(&message!(trade::growth_published)), |ui| {
            for growth in growth {
                let flow = series.flows.iter().find(|flow| flow.id == growth.flow);
                let name = flow.map_or(growth.flow.as_str(), |flow| flow.name.as_str());
                ui.horizontal_wrapped(|ui| {
                    let value = Value::signed(growth.percent, growth.percent.scale());
                    let text = message!(trade::growth_of_flow, flow = name.to_owned(), value = value);
                    label(ui, Type::Body.text(words.say(&text), t.ink));
                    for citation in &growth.citations {
                        citation_chip(ui, desk, citation);
                    }
                });
            }
        });
    }
}

fn observation_ui(ui: &mut Ui, desk: &mut Desk<'_>, series: &Series, observation: &Observation) {
    let (t, words) = (tokens_of(ui), desk.words);
    let unit = observation.unit.as_ref().unwrap_or(&series.unit);
    let value = amount(unit, Quantity::MONEY.given(observation.value));
    let (value, status) = match observation.formula {
        Some(_) => (message!(figures::about, value = value).into(), message!(trade::period_derived)),
        None => (value, message!(trade::period_reported)),
    };
    ui.horizontal_wrapped(|ui| {
        label(ui, Type::Body.strong(words.value(&value), t.ink));
        label(ui, Type::Caption.text(words.say(&status), t.muted));
        for citation in &observation.citations {
            citation_chip(ui, desk, citation);
        }
    });
    if let Some(formula) = &observation.formula {
        label(ui, Type::Caption.mono(formula, t.ink2));
    }
    if let Some(note) = &observation.note {
        label(ui, Type::Caption.text(note, t.muted));
    }
}
