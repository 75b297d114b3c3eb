//! A period of a series of the trade: every value that was read for it, and where.

use egui::Ui;

use super::part;
use crate::analysis::format;
use crate::analysis::trade;
use crate::briefing::{FlowRole, Key, Observation, Period, Series};
use crate::ui::parts::citation_chip;
use crate::ui::shell::desk::Desk;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::heading;

/// Draws it.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, series: &Key, period: Period) {
    let Some(series) = desk.briefing.series(series) else { return };
    let t = tokens_of(ui);
    heading(ui, Type::Title, &format::period(period));
    ui.label(Type::Body.text(format!("{}, counted by {}", desk.briefing.trade.subject, series.reporter), t.ink2));
    ui.label(Type::Caption.text(format!("{}; {}", series.unit.prices, series.valuation), t.muted));
    for role in [FlowRole::Total, FlowRole::Forward, FlowRole::Backward] {
        let Some(flow) = trade::flow(series, role) else { continue };
        let observations = trade::observations(series, role, period);
        part(ui, &flow.name, |ui| {
            if observations.is_empty() {
                ui.label(Type::Body.text("Not found.", t.muted));
            }
            for observation in observations {
                observation_ui(ui, desk, series, observation);
            }
        });
    }
    let growth: Vec<_> = series.published_growth.iter().filter(|growth| growth.period == period).collect();
    if !growth.is_empty() {
        part(ui, "Growth as published", |ui| {
            for growth in growth {
                let flow = series.flows.iter().find(|flow| flow.id == growth.flow);
                let name = flow.map_or(growth.flow.as_str(), |flow| flow.name.as_str());
                ui.horizontal_wrapped(|ui| {
                    let text = format!("{name} {}\u{a0}%", format::signed(growth.percent, growth.percent.scale()));
                    ui.label(Type::Body.text(text, t.ink));
                    for citation in &growth.citations {
                        citation_chip(ui, desk, citation);
                    }
                });
            }
        });
    }
}

fn observation_ui(ui: &mut Ui, desk: &mut Desk<'_>, series: &Series, observation: &Observation) {
    let t = tokens_of(ui);
    let unit = &series.unit;
    let about = if observation.formula.is_some() { "≈\u{a0}" } else { "" };
    let value = format::printed(observation.value, observation.value.scale());
    ui.horizontal_wrapped(|ui| {
        ui.label(Type::Body.strong(format!("{about}{}{value}\u{a0}{}", unit.sign, unit.scale), t.ink));
        let status = if observation.formula.is_some() { "derived" } else { "reported" };
        ui.label(Type::Caption.text(status, t.muted));
        for citation in &observation.citations {
            citation_chip(ui, desk, citation);
        }
    });
    if let Some(formula) = &observation.formula {
        ui.label(Type::Caption.mono(formula, t.ink2));
    }
    if let Some(note) = &observation.note {
        ui.label(Type::Caption.text(note, t.muted));
    }
}
