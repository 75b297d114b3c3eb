//! A period of a series of the trade: every value that was read for it, and where.

use std::collections::BTreeMap;

use egui::Ui;

use super::part;
use crate::analysis::memo::Memo;
use crate::analysis::trade::Quantity;
use crate::analysis::trade::magnitude::amount;
use crate::briefing::{FlowRole, Key, Observation, Period, Series, Value};
use crate::message;
use crate::ui::direction::label;
use crate::ui::parts::chips_ui;
use crate::ui::shell::desk::Desk;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{Needed, TallList, heading};
use crate::words::direction::abreast;

/// Draws it.
pub fn ui(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    (series, period): (&Key, Period),
    values: &mut Memo<(Key, Period), Vec<Line>>,
) {
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
    let lines = values.get(&(series.id.clone(), period), |_| lines(series, period));
    TallList::new(ui, "values", lines.len()).ui(ui, Needed::Nothing, |ui, row| line_ui(ui, desk, series, lines[row]));
}

/// A line of what is known of a period.
#[derive(Clone, Copy, Debug)]
pub enum Line {
    /// The head of a flow, by its number.
    Flow(usize),
    /// A value of it.
    Observation(usize),
    /// That there is none.
    Missing,
    /// The head of what is published of growth.
    Growth,
    /// Growth that is published.
    Published(usize),
}

/// What is known of a period, line by line.
fn lines(series: &Series, period: Period) -> Vec<Line> {
    let mut read: BTreeMap<&Key, Vec<usize>> = BTreeMap::new();
    for (index, observation) in series.observations.iter().enumerate().filter(|(_, one)| one.period == period) {
        read.entry(&observation.flow).or_default().push(index);
    }
    // Totals before the directions that they are the sum of.
    let roles = [FlowRole::Total, FlowRole::Forward, FlowRole::Backward].into_iter();
    let flows = roles.flat_map(|role| series.flows.iter().enumerate().filter(move |(_, flow)| flow.role == role));
    let mut lines = Vec::new();
    for (number, flow) in flows {
        lines.push(Line::Flow(number));
        match read.get(&flow.id) {
            Some(read) => lines.extend(read.iter().copied().map(Line::Observation)),
            None => lines.push(Line::Missing),
        }
    }
    let mut published = series.published_growth.iter().enumerate().filter(|(_, growth)| growth.period == period);
    if let Some((first, _)) = published.next() {
        lines.extend([Line::Growth, Line::Published(first)]);
        lines.extend(published.map(|(index, _)| Line::Published(index)));
    }
    lines
}

fn line_ui(ui: &mut Ui, desk: &mut Desk<'_>, series: &Series, line: Line) {
    let (t, words) = (tokens_of(ui), desk.words);
    match line {
        Line::Flow(number) => part(ui, &series.flows[number].name, |_| {}),
        Line::Observation(index) => observation_ui(ui, desk, series, &series.observations[index]),
        Line::Missing => {
            label(ui, Type::Body.text(words.say(&message!(trade::period_not_found)), t.muted));
        }
        Line::Growth => part(ui, &words.say(&message!(trade::growth_published)), |_| {}),
        Line::Published(index) => {
            let growth = &series.published_growth[index];
            let flow = series.flows.iter().find(|flow| flow.id == growth.flow);
            let name = flow.map_or(growth.flow.as_str(), |flow| flow.name.as_str());
            ui.horizontal_wrapped(|ui| {
                let value = Value::signed(growth.percent, growth.percent.scale());
                let text = message!(trade::growth_of_flow, flow = name.to_owned(), value = value);
                label(ui, Type::Body.text(words.say(&text), t.ink));
                chips_ui(ui, desk, &growth.citations);
            });
        }
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
        chips_ui(ui, desk, &observation.citations);
    });
    if let Some(formula) = &observation.formula {
        label(ui, Type::Caption.mono(formula, t.ink2));
    }
    if let Some(note) = &observation.note {
        label(ui, Type::Caption.text(note, t.muted));
    }
}
