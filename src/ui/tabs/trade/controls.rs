//! What is shown and how: measure, kind of chart, layer, range of years, annotations.

use egui::{DragValue, Ui, vec2};

use super::{ChartKind, SeriesFacts, TradeState};
use crate::analysis::trade::{Layer, Measure, Stacking};
use crate::briefing::Message;
use crate::ui::shell::desk::Desk;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{button, control_row, segments};
use crate::words::Words;
use crate::{label, message};

/// Below this width the measures stand in two rows.
const WIDE: f32 = 500.0;
/// From this width on the controls stand in two rows instead of four, and from the second on in one.
const FULL: f32 = 800.0;
const WHOLE: f32 = 1200.0;

/// Draws the controls.
pub fn ui(ui: &mut Ui, desk: &Desk<'_>, state: &mut TradeState, known: &SeriesFacts) {
    ui.add_space(12.0);
    ui.spacing_mut().item_spacing.y = 6.0;
    if ui.available_width() >= WHOLE {
        control_row(ui, |ui| {
            measure_ui(ui, desk, state);
            kind_ui(ui, desk, state);
            layer_ui(ui, desk, state);
            range_ui(ui, desk, state, known);
        });
    } else if ui.available_width() >= FULL {
        control_row(ui, |ui| {
            measure_ui(ui, desk, state);
            ui.add_space(8.0);
            kind_ui(ui, desk, state);
        });
        control_row(ui, |ui| {
            layer_ui(ui, desk, state);
            ui.add_space(8.0);
            range_ui(ui, desk, state, known);
        });
    } else {
        measure_ui(ui, desk, state);
        control_row(ui, |ui| kind_ui(ui, desk, state));
        control_row(ui, |ui| layer_ui(ui, desk, state));
        control_row(ui, |ui| range_ui(ui, desk, state, known));
    }
    ui.add_space(8.0);
}

fn caption(ui: &mut Ui, text: &str) {
    let ink = tokens_of(ui).muted;
    ui.label(Type::Caption.text(text, ink));
}

fn measure_ui(ui: &mut Ui, desk: &Desk<'_>, state: &mut TradeState) {
    let words = desk.words;
    let measures: Vec<_> = Measure::all().map(|measure| (measure, words.say(measure.label))).collect();
    let measures: Vec<(Measure, &str)> = measures.iter().map(|(measure, label)| (*measure, label.as_str())).collect();
    let measure = &mut state.query.measure;
    if ui.available_width() >= WIDE {
        segments(ui, None, measure, &measures);
    } else {
        let width = Some(ui.available_width().min(360.0));
        for three in measures.chunks(3) {
            segments(ui, width, measure, three);
        }
    }
}

fn kind_ui(ui: &mut Ui, desk: &Desk<'_>, state: &mut TradeState) {
    let words = desk.words;
    let [bars, side_by_side] =
        [label!(trade::kind_bars), label!(trade::kind_side_by_side)].map(|kind| words.say(&kind));
    let [stacked, lines] = [label!(trade::kind_stacked), label!(trade::kind_lines)].map(|kind| words.say(&kind));
    if state.query.measure.stacking == Stacking::OnRequest {
        let kinds = [
            (ChartKind::Bars, side_by_side.as_str()),
            (ChartKind::Stacked, stacked.as_str()),
            (ChartKind::Lines, lines.as_str()),
        ];
        segments(ui, None, &mut state.kind, &kinds);
    } else {
        // What stands on top of each other has only two directions to do so with.
        let mut kind = if state.kind == ChartKind::Lines { ChartKind::Lines } else { ChartKind::Bars };
        if segments(ui, None, &mut kind, &[(ChartKind::Bars, &bars), (ChartKind::Lines, &lines)]) {
            state.kind = kind;
        }
    }
    let annotations = words.say(&message!(trade::annotations));
    ui.checkbox(&mut state.annotated, Type::Body.text(annotations, tokens_of(ui).ink))
        .on_hover_text(words.say(&message!(trade::annotations_hint)));
}

fn layer_ui(ui: &mut Ui, desk: &Desk<'_>, state: &mut TradeState) {
    let words = desk.words;
    let layers =
        Layer::ALL.map(|layer| (layer, words.sentence_case(&words.say(&layer.name(&desk.briefing.document.called)))));
    segments(ui, None, &mut state.query.layer, &layers.each_ref().map(|(layer, label)| (*layer, label.as_str())));
}

fn range_ui(ui: &mut Ui, desk: &Desk<'_>, state: &mut TradeState, known: &SeriesFacts) {
    let Some((first, last)) = known.figures.span(state.query.layer) else { return };
    let words = desk.words;
    if ui.available_width() > 190.0 {
        caption(ui, &words.say(&message!(trade::years)));
    }
    let (mut from, mut to) =
        (state.query.from.unwrap_or(first).clamp(first, last), state.query.to.unwrap_or(last).clamp(first, last));
    if year_field(ui, words, &mut from, (first, to), &label!(trade::first_year)) {
        state.query.from = (from > first).then_some(from);
    }
    caption(ui, &words.say(&message!(trade::years_to)));
    if year_field(ui, words, &mut to, (from, last), &label!(trade::last_year)) {
        state.query.to = (to < last).then_some(to);
    }
    if state.is_changed() && button(ui, None, &words.say(&message!(trade::reset))).clicked() {
        state.reset();
    }
}

/// A year that is typed, dragged or stepped with the arrows. Returns whether it changed.
pub fn year_field(ui: &mut Ui, words: &Words, year: &mut i16, (first, last): (i16, i16), name: &Message) -> bool {
    let field = DragValue::new(year).range(first..=last.max(first)).speed(0.05).update_while_editing(false);
    let response = ui.add_sized(vec2(56.0, 28.0), field);
    let response = response.accessible_name(words.say(name));
    let changed = response.changed();
    response.on_hover_text(words.say(&message!(trade::year_hint, name = name)));
    changed
}
