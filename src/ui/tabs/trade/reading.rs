//! Beside the chart: growth between two years, the directions of the document's last year, the forecast and what came of
//! it, and what the document says of its figures.

use egui::{Align, Align2, Label, Layout, Rect, Sense, Ui, pos2, vec2};

use super::controls;
use super::state::{Known, TradeState};
use crate::analysis::format;
use crate::analysis::trade::{self, Computed, Forecast, Headline, Layer, float};
use crate::briefing::{Citation, FlowRole, Series};
use crate::drawing::chart::ink_of;
use crate::label;
use crate::ui::parts::{citation_chip, citations_ui, claim_row};
use crate::ui::shell::desk::Desk;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{control_row, section_head};
use crate::words::Words;

const BAR: f32 = 28.0;

/// Draws the column.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut TradeState, series: &Series, known: &Known) {
    if let Some(headline) = &known.headline {
        directions_ui(ui, desk, series, headline);
        ui.add_space(16.0);
    }
    span_ui(ui, desk, state, series, known);
    for forecast in &known.forecasts {
        ui.add_space(16.0);
        forecast_ui(ui, desk, state.query.layer, series, forecast);
    }
    ui.add_space(16.0);
    let whose = format!("what the {} says of them", desk.briefing.document.called);
    section_head(ui, "Reading the figures", &whose);
    ui.spacing_mut().item_spacing.y = 0.0;
    for key in &known.claims {
        if let Some(claim) = desk.briefing.claim(key) {
            claim_row(ui, desk, claim);
        }
    }
}

fn directions_ui(ui: &mut Ui, desk: &mut Desk<'_>, series: &Series, headline: &Headline) {
    let year = &headline.last;
    let (Some(forward), Some(backward)) = (year.forward, year.backward) else { return };
    let Some(sum) = forward.value.checked_add(backward.value) else { return };
    let t = tokens_of(ui);
    section_head(ui, &format!("Direction, {}", year.year), "");
    let widest = float(forward.value.max(backward.value)).max(f64::MIN_POSITIVE);
    for (role, figure, other) in [(FlowRole::Forward, forward, backward), (FlowRole::Backward, backward, forward)] {
        let Some(flow) = trade::flow(series, role) else { continue };
        let share = trade::share(figure.value, other.value);
        ui.horizontal(|ui| {
            ui.label(Type::Body.text(&flow.name, t.ink));
            ui.label(Type::Caption.text(flow.valuation.as_deref().unwrap_or_default(), t.muted));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if let Some(share) = &share {
                    ui.label(Type::Caption.text(format::percent(share.value), t.muted))
                        .on_hover_text(format!("ƒ {}", Words::english().say(&share.formula)));
                }
            });
        });
        let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), BAR), Sense::empty());
        let length = row.width() * 0.9 * (float(figure.value) / widest).clamp(0.0, 1.0) as f32;
        let bar = Rect::from_min_size(row.min, vec2(length, BAR));
        ui.painter().rect_filled(bar, 0.0, t.of(ink_of(role)));
        let value = format::brief(figure.value, figure.value.scale().min(2));
        let at = pos2(bar.left() + 10.0, bar.center().y);
        ui.painter().text(at, Align2::LEFT_CENTER, value, Type::Body.strong_font(), t.on_series);
        ui.add_space(4.0);
    }
    let (plus, minus) = (format::printed(forward.value, 2), format::printed(backward.value, 2));
    let total = year.total.map_or(String::new(), |total| format!("; printed {}", format::printed(total.value, 2)));
    ui.horizontal(|ui| {
        let text = format!("{plus} + {minus} = {}{total}", format::printed(sum, 2));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if let Some(citation) = forward.citations(series).first() {
                citation_chip(ui, desk, citation);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(Label::new(Type::Caption.text(text, t.ink2)).truncate());
            });
        });
    });
}

/// Two years, and the growth between them with its formulas.
fn span_ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut TradeState, series: &Series, known: &Known) {
    let Some(span) = state.span(desk.briefing, series) else { return };
    let Some((first, last)) = known.figures.span(state.query.layer) else { return };
    let t = tokens_of(ui);
    section_head(ui, "Growth between two years", "computed");
    let (mut from, mut to) = (span.from.year, span.to.year);
    let changed = control_row(ui, |ui| {
        ui.label(Type::Caption.text("From", t.muted));
        let one = controls::year_field(ui, desk.words, &mut from, (first, last), &label!(trade::growth_from));
        ui.label(Type::Caption.text("to", t.muted));
        let other = controls::year_field(ui, desk.words, &mut to, (first, last), &label!(trade::growth_to));
        one || other
    });
    if changed {
        state.picked = Some((from, to));
    }
    let missing = [span.from, span.to].into_iter().find(|year| year.total.is_none());
    if let Some(year) = missing {
        let layer = if state.query.layer == Layer::Document {
            format!("the {}", desk.briefing.document.called)
        } else {
            "any source read here".to_owned()
        };
        ui.label(Type::Body.text(format!("No total for {} in {layer}.", year.year), t.ink2));
        return;
    }
    if span.from.year == span.to.year {
        ui.label(Type::Body.text("Choose two different years.", t.ink2));
        return;
    }
    computed_ui(ui, "In all", span.growth.as_ref());
    computed_ui(ui, "A year (CAGR)", span.compound.as_ref());
    ui.horizontal_wrapped(|ui| {
        let mut citations: Vec<Citation> = Vec::new();
        for figure in [span.from.total, span.to.total].into_iter().flatten() {
            // Two figures read at one place need one chip.
            citations.extend(figure.citations(series).first().filter(|one| !citations.contains(one)).cloned());
        }
        for citation in &citations {
            citation_chip(ui, desk, citation);
        }
    });
}

fn computed_ui(ui: &mut Ui, name: &str, computed: Option<&Computed>) {
    let t = tokens_of(ui);
    let value = computed.map_or_else(|| "–".to_owned(), |one| format!("{}\u{a0}%", format::signed(one.value, 1)));
    ui.horizontal(|ui| {
        ui.label(Type::Body.text(name, t.ink2));
        ui.label(Type::Body.strong(value, t.ink));
        ui.label(Type::Caption.text("ƒ computed", t.muted));
    });
    if let Some(computed) = computed {
        ui.add(Label::new(Type::Caption.mono(Words::english().say(&computed.formula), t.ink2)).wrap());
    }
}

/// What was forecast, what came of it, and how far the two are apart.
fn forecast_ui(ui: &mut Ui, desk: &mut Desk<'_>, layer: Layer, series: &Series, forecast: &Forecast) {
    let Some(claim) = desk.briefing.claim(&forecast.claim) else { return };
    let t = tokens_of(ui);
    section_head(ui, "Forecast and outcome", "");
    ui.spacing_mut().item_spacing.y = 2.0;
    // The same claim stands once more among those below.
    ui.push_id("forecast", |ui| claim_row(ui, desk, claim));
    ui.add_space(4.0);
    if layer == Layer::Document {
        ui.label(Type::Caption.text("What came of it is context: switch to With context.", t.muted));
        return;
    }
    let Some(outcome) = &forecast.outcome else {
        ui.label(Type::Caption.text("What came of it is not known.", t.muted));
        return;
    };
    ui.label(Type::Caption.text("What came of it", t.muted));
    ui.horizontal_wrapped(|ui| {
        ui.label(Type::Body.text(&outcome.text, t.ink));
        citations_ui(ui, desk, &outcome.citations);
    });
    if let Some(change) = &forecast.change {
        ui.add(Label::new(Type::Caption.mono(Words::english().say(&change.formula), t.ink2)).wrap());
        let published = forecast.published.and_then(|index| series.published_growth.get(index));
        let text = match published {
            Some(growth) => format!(
                "ƒ computed; published {}\u{a0}%, against a year before that the reporter has since restated",
                format::signed(growth.percent, growth.percent.scale())
            ),
            None => "ƒ computed".to_owned(),
        };
        ui.add(Label::new(Type::Caption.text(text, t.muted)).wrap());
    }
}
