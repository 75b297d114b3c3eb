//! Beside the chart: growth between two periods, the directions of the document's last period, the forecast and what came of
//! it, and what the document says of its figures.

use egui::{Align, Align2, Label, Layout, Rect, Sense, Ui, pos2, vec2};

use super::controls;
use super::state::{SeriesFacts, TradeState};
use crate::analysis::trade::chart::span_growth;
use crate::analysis::trade::rows::{BACKWARD, FORWARD};
use crate::analysis::trade::{self, Computed, Forecast, Headline, Layer, Quantity, Span, basis, float};
use crate::briefing::{Citation, Message, Series, Value};
use crate::drawing::chart::ink_of;
use crate::ui::direction::label;
use crate::ui::parts::{citation_chip, citations_ui, claim_row};
use crate::ui::shell::desk::Desk;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::heard::{Rows, table};
use crate::ui::widgets::{AtRight, Needed, TallList, control_row, section_head};
use crate::words::Words;
use crate::{label, message};

const BAR: f32 = 28.0;

/// Draws the column.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut TradeState, series: &Series, known: &SeriesFacts) {
    if let Some(headline) = &known.headline {
        directions_ui(ui, desk, state.query.layer, series, headline);
        ui.add_space(16.0);
    }
    span_ui(ui, desk, state, series);
    TallList::new(ui, "forecasts", known.forecasts.len()).ui(ui, Needed::Nothing, |ui, row| {
        ui.add_space(16.0);
        forecast_ui(ui, desk, state.query.layer, series, &known.forecasts[row]);
    });
    if known.claims.is_empty() {
        return;
    }
    ui.add_space(16.0);
    let words = desk.words;
    let about = message!(trade::reading_about, called = &desk.briefing.called());
    section_head(ui, &words.say(&label!(trade::reading)), &words.say(&about));
    ui.spacing_mut().item_spacing.y = 0.0;
    let list = TallList::new(ui, "reading", known.claims.len()).heard(words.say(&label!(trade::reading)));
    list.ui(ui, Needed::Nothing, |ui, row| {
        if let Some(claim) = desk.briefing.claim(&known.claims[row]) {
            claim_row(ui, desk, claim);
        }
    });
}

fn directions_ui(ui: &mut Ui, desk: &mut Desk<'_>, layer: Layer, series: &Series, headline: &Headline) {
    let last = &headline.last;
    let (Some(forward), Some(backward)) = (&last.forward, &last.backward) else { return };
    let Some(sum) = forward.value.checked_add(backward.value) else { return };
    let (t, words) = (tokens_of(ui), desk.words);
    section_head(ui, &words.say(&message!(trade::direction_in, year = last.period)), "");
    let widest = float(forward.value.max(backward.value)).max(f64::MIN_POSITIVE);
    for (row, figure, other) in [(FORWARD, forward, backward), (BACKWARD, backward, forward)] {
        let of = figure.observations.first().and_then(|index| series.observations.get(*index));
        let Some(flow) = of.and_then(|of| series.flows.iter().find(|flow| flow.id == of.flow)) else { continue };
        let share = trade::share(figure.value, &[other.value]);
        ui.horizontal(|ui| {
            label(ui, Type::Body.text(&flow.name, t.ink));
            if let Some(valuation) = basis::valuation_of_flow(series, layer, flow) {
                ui.label(Type::Caption.text(valuation, t.muted));
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if let Some(share) = &share {
                    ui.label(Type::Caption.text(words.percent(share.value), t.muted))
                        .on_hover_text(words.say(&message!(trade::formula, formula = &share.formula)));
                }
            });
        });
        let (place, _) = ui.allocate_exact_size(vec2(ui.available_width(), BAR), Sense::empty());
        let length = place.width() * 0.9 * (float(figure.value) / widest).clamp(0.0, 1.0) as f32;
        let bar = Rect::from_min_size(place.min, vec2(length, BAR));
        ui.painter().rect_filled(bar, 0.0, t.of(ink_of(row)));
        let value = words.exact(figure.value);
        let at = pos2(bar.left() + 10.0, bar.center().y);
        ui.painter().text(at, Align2::LEFT_CENTER, value, Type::Body.strong_font(), t.on_series);
        ui.add_space(4.0);
    }
    let [forward_value, backward_value, sum] =
        [forward.value, backward.value, sum].map(|value| Quantity::MONEY.given(value));
    let printed = last.total.as_ref().filter(|total| total.formula.is_none());
    let sum = match printed.map(|total| Quantity::MONEY.given(total.value)) {
        Some(total) => message!(
            trade::sum_and_printed,
            forward = forward_value,
            backward = backward_value,
            sum = sum,
            total = total,
        ),
        None => message!(trade::sum, forward = forward_value, backward = backward_value, sum = sum),
    };
    ui.horizontal(|ui| {
        let text = words.say(&sum);
        let chip = AtRight::new(ui, "printed");
        ui.allocate_ui_with_layout(chip.room_beside(ui), Layout::left_to_right(Align::Center), |ui| {
            ui.add(Label::new(Type::Caption.text(text, t.ink2)).truncate());
        });
        chip.ui(ui, |ui| {
            if let Some(citation) = forward.citations(series).first() {
                citation_chip(ui, desk, citation);
            }
        });
    });
}

/// Two periods, and the growth between them with its formulas.
fn span_ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut TradeState, series: &Series) {
    let Some(span) = state.span(desk.briefing, series) else { return };
    let shown = state.shown(desk.briefing, series);
    let (all, kind) = (&shown.all, shown.view.kind.key());
    let (t, words) = (tokens_of(ui), desk.words);
    let about = words.say(&label!(trade::growth_between_about));
    section_head(ui, &words.say(&message!(trade::growth_between, kind = kind)), &about);
    let (mut from, mut to) = (span.from.period, span.to.period);
    let changed = control_row(ui, |ui| {
        ui.label(Type::Caption.text(words.say(&label!(trade::from)), t.muted));
        let one = controls::period_field(ui, desk.words, &mut from, all, &label!(trade::growth_from));
        ui.label(Type::Caption.text(words.say(&label!(trade::from_to)), t.muted));
        let other = controls::period_field(ui, desk.words, &mut to, all, &label!(trade::growth_to));
        one || other
    });
    if changed {
        state.picked = Some((from, to));
    }
    let missing = [&span.from, &span.to].into_iter().find(|end| end.total.is_none());
    if let Some(end) = missing {
        let (year, called) = (end.period, &desk.briefing.called());
        let why = match state.query.layer {
            Layer::Document => message!(trade::no_total_document, year = year, called = called),
            Layer::All => message!(trade::no_total, year = year),
        };
        ui.label(Type::Body.text(words.say(&why), t.ink2));
        return;
    }
    if span.from.period == span.to.period {
        ui.label(Type::Body.text(words.say(&message!(trade::same_year, kind = kind)), t.ink2));
        return;
    }
    match &span.growth {
        Some(growth) => computed_ui(ui, words, &label!(trade::in_all), &span, growth),
        None => {
            ui.label(Type::Body.text(words.say(&label!(trade::no_growth)), t.ink2));
        }
    }
    if let Some(compound) = &span.compound {
        computed_ui(ui, words, &label!(trade::a_year), &span, compound);
    }
    ui.horizontal_wrapped(|ui| {
        let mut citations: Vec<Citation> = Vec::new();
        for figure in [&span.from.total, &span.to.total].into_iter().flatten() {
            // Two figures read at one place need one chip.
            let first = figure.citations(series).into_iter().next();
            let new = first.filter(|one| !citations.contains(one));
            citations.extend(new);
        }
        for citation in &citations {
            citation_chip(ui, desk, citation);
        }
    });
}

fn computed_ui(ui: &mut Ui, words: &Words, name: &Message, span: &Span, computed: &Computed) {
    let t = tokens_of(ui);
    let value = words.say(&message!(figures::per_cent, value = span_growth(span, computed)));
    ui.horizontal(|ui| {
        ui.label(Type::Body.text(words.say(name), t.ink2));
        ui.label(Type::Body.strong(value, t.ink));
        ui.label(Type::Caption.text(words.say(&label!(trade::computed)), t.muted));
    });
    ui.add(Label::new(Type::Caption.mono(words.say(&computed.formula), t.ink2)).wrap());
}

/// What was forecast, what came of it, and how far the two are apart.
fn forecast_ui(ui: &mut Ui, desk: &mut Desk<'_>, layer: Layer, series: &Series, forecast: &Forecast) {
    let Some(claim) = desk.briefing.claim(&forecast.claim) else { return };
    let (t, words) = (tokens_of(ui), desk.words);
    section_head(ui, &words.say(&label!(trade::forecast)), "");
    ui.spacing_mut().item_spacing.y = 2.0;
    // The same claim stands once more among those below.
    let name = words.say(&label!(trade::forecast));
    ui.push_id("forecast", |ui| table(ui, &name, 1, |ui| Rows { at: 0 }.ui(ui, |ui| claim_row(ui, desk, claim))));
    ui.add_space(4.0);
    if layer == Layer::Document {
        ui.label(Type::Caption.text(words.say(&label!(trade::outcome_is_context)), t.muted));
        return;
    }
    let Some(outcome) = &forecast.outcome else {
        ui.label(Type::Caption.text(words.say(&label!(trade::outcome_unknown)), t.muted));
        return;
    };
    ui.label(Type::Caption.text(words.say(&label!(trade::outcome)), t.muted));
    ui.horizontal_wrapped(|ui| {
        label(ui, Type::Body.text(&outcome.text, t.ink));
        citations_ui(ui, desk, &outcome.citations);
    });
    if let Some(change) = &forecast.change {
        let formula = &change.formula;
        let formula = if forecast.is_approximate { &message!(figures::about, value = formula) } else { formula };
        ui.add(Label::new(Type::Caption.mono(words.say(formula), t.ink2)).wrap());
        let published = forecast.published.and_then(|index| series.published_growth.get(index));
        let text = match published {
            Some(growth) => {
                let growth = Value::signed(growth.percent, growth.percent.scale());
                message!(trade::computed_and_published, growth = growth)
            }
            None => label!(trade::computed),
        };
        ui.add(Label::new(Type::Caption.text(words.say(&text), t.muted)).wrap());
    }
}
