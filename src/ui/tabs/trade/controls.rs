//! What is shown and how: measure, kind of chart, layer, kind and range of periods, annotations.

use egui::{DragValue, Ui, vec2};

use super::{ChartKind, SeriesFacts, TradeState};
use crate::analysis::trade::{Layer, Measure, Stacking};
use crate::briefing::{Message, Period, PeriodKind, Series};
use crate::drawing::{Face, Measure as _};
use crate::ui::paint::WindowMeasure;
use crate::ui::shell::desk::Desk;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{ControlRows, button, segments};
use crate::words::{NO_BREAK, Words};
use crate::{label, message};

/// Below this width the measures stand in two rows.
const WIDE: f32 = 500.0;

/// Draws the controls: as many beside each other as there is room for.
pub fn ui(ui: &mut Ui, desk: &Desk<'_>, state: &mut TradeState, series: &Series, known: &SeriesFacts) {
    ui.add_space(12.0);
    ui.spacing_mut().item_spacing.y = 6.0;
    let is_narrow = ui.available_width() < WIDE;
    if is_narrow {
        measure_ui(ui, desk, state, known);
    }
    let mut rows = ControlRows::new(ui);
    if !is_narrow {
        rows.add(ui, "measure", |ui| measure_ui(ui, desk, state, known));
    }
    rows.add(ui, "kind", |ui| kind_ui(ui, desk, state, series));
    // Without a document there is nothing to tell context from.
    if desk.briefing.document_source().is_some() {
        rows.add(ui, "layer", |ui| layer_ui(ui, desk, state));
    }
    if known.figures.kinds().len() > 1 {
        rows.add(ui, "periods", |ui| periods_ui(ui, desk, state, series, known));
    }
    rows.add(ui, "range", |ui| range_ui(ui, desk, state, series));
    // There from the first, so that what it undoes moves nothing.
    rows.add(ui, "reset", |ui| {
        ui.add_enabled_ui(state.is_changed(), |ui| {
            if button(ui, None, &desk.words.say(&message!(trade::reset))).clicked() {
                state.reset();
            }
        });
    });
    rows.end(ui);
    ui.add_space(8.0);
}

fn caption(ui: &mut Ui, text: &str) {
    let ink = tokens_of(ui).muted;
    ui.label(Type::Caption.text(text, ink));
}

fn measure_ui(ui: &mut Ui, desk: &Desk<'_>, state: &mut TradeState, known: &SeriesFacts) {
    let words = desk.words;
    let measures: Vec<_> = Measure::all()
        .filter(|measure| measure.is_of(&known.figures))
        .map(|measure| (measure, words.say(measure.label)))
        .collect();
    let measures: Vec<(Measure, &str)> = measures.iter().map(|(measure, label)| (*measure, label.as_str())).collect();
    let (measure, name) = (&mut state.query.measure, words.say(&label!(trade::heard_measure)));
    if ui.available_width() >= WIDE {
        segments(ui, &name, None, measure, &measures);
    } else {
        let width = Some(ui.available_width().min(360.0));
        for (number, three) in measures.chunks(3).enumerate() {
            segments(ui, &format!("{name} {}", number + 1), width, measure, three);
        }
    }
}

fn kind_ui(ui: &mut Ui, desk: &Desk<'_>, state: &mut TradeState, series: &Series) {
    let words = desk.words;
    let [bars, side_by_side] =
        [label!(trade::kind_bars), label!(trade::kind_side_by_side)].map(|kind| words.say(&kind));
    let [stacked, lines] = [label!(trade::kind_stacked), label!(trade::kind_lines)].map(|kind| words.say(&kind));
    let name = words.say(&label!(trade::heard_kind));
    // Those of two series have no sum.
    let is_alone = state.shown(desk.briefing, series).view.beside.is_none();
    if state.query.measure.stacking == Stacking::OnRequest && is_alone {
        let kinds = [
            (ChartKind::Bars, side_by_side.as_str()),
            (ChartKind::Stacked, stacked.as_str()),
            (ChartKind::Lines, lines.as_str()),
        ];
        segments(ui, &name, None, &mut state.kind, &kinds);
    } else {
        // What stands on top of each other has only two directions to do so with.
        let mut kind = if state.kind == ChartKind::Lines { ChartKind::Lines } else { ChartKind::Bars };
        if segments(ui, &name, None, &mut kind, &[(ChartKind::Bars, &bars), (ChartKind::Lines, &lines)]) {
            state.kind = kind;
        }
    }
    let annotations = words.say(&message!(trade::annotations));
    ui.checkbox(&mut state.annotated, Type::Body.text(annotations, tokens_of(ui).ink))
        .on_hover_text(words.say(&message!(trade::annotations_hint)));
}

fn layer_ui(ui: &mut Ui, desk: &Desk<'_>, state: &mut TradeState) {
    let words = desk.words;
    let layers = Layer::ALL.map(|layer| (layer, words.sentence_case(&words.say(&layer.name(&desk.briefing.called())))));
    let layers = layers.each_ref().map(|(layer, label)| (*layer, label.as_str()));
    segments(ui, &words.say(&label!(trade::heard_layer)), None, &mut state.query.layer, &layers);
}

/// What the columns are, where the series has periods of several kinds.
fn periods_ui(ui: &mut Ui, desk: &Desk<'_>, state: &mut TradeState, series: &Series, known: &SeriesFacts) {
    let words = desk.words;
    let kinds = known.figures.kinds();
    let names: Vec<(PeriodKind, String)> = kinds.into_iter().map(|kind| (kind, words.say(&name(kind)))).collect();
    let names: Vec<(PeriodKind, &str)> = names.iter().map(|(kind, name)| (*kind, name.as_str())).collect();
    let mut kind = state.shown(desk.briefing, series).view.kind;
    if segments(ui, &words.say(&label!(trade::heard_periods)), None, &mut kind, &names) {
        (state.query.kind, state.query.from, state.query.to, state.picked) = (Some(kind), None, None, None);
    }
}

/// What periods of a kind are called together.
const fn name(kind: PeriodKind) -> Message {
    match kind {
        PeriodKind::Year => label!(trade::kind_years),
        PeriodKind::FiscalYear => label!(trade::kind_fiscal_years),
        PeriodKind::HalfYear => label!(trade::kind_half_years),
        PeriodKind::Quarter => label!(trade::kind_quarters),
        PeriodKind::Month => label!(trade::kind_months),
        PeriodKind::Week => label!(trade::kind_weeks),
        PeriodKind::Day => label!(trade::kind_days),
        PeriodKind::Months | PeriodKind::Days => label!(trade::kind_spans),
    }
}

fn range_ui(ui: &mut Ui, desk: &Desk<'_>, state: &mut TradeState, series: &Series) {
    let shown = state.shown(desk.briefing, series);
    let (all, view) = (&shown.all, &shown.view);
    let (Some((first, last)), Some((mut from, mut to))) = (view.span, view.ends()) else { return };
    let (words, kind) = (desk.words, view.kind.key());
    caption(ui, &words.say(&message!(trade::years, kind = kind)));
    let upto = all.partition_point(|period| *period <= to);
    let after = all.partition_point(|period| *period < from);
    if period_field(ui, words, &mut from, &all[..upto], &message!(trade::first_year, kind = kind)) {
        state.query.from = (from > first).then_some(from);
    }
    caption(ui, &words.say(&message!(trade::years_to)));
    if period_field(ui, words, &mut to, &all[after.min(upto)..], &message!(trade::last_year, kind = kind)) {
        state.query.to = (to < last).then_some(to);
    }
}

/// One of several periods, in the order of time, that is typed, dragged or stepped with the arrows. Returns whether it
/// changed.
pub fn period_field(ui: &mut Ui, words: &Words, period: &mut Period, all: &[Period], name: &Message) -> bool {
    /// A year and the room around it; longer names get more.
    const NARROWEST: f32 = 56.0;
    const AROUND: f32 = 18.0;
    let Some(most) = all.len().checked_sub(1) else { return false };
    let mut index = all.binary_search(period).unwrap_or(0);
    let shown = words.period(*period);
    let width = WindowMeasure(ui.painter()).width(&shown, Face::CAPTION) + AROUND;
    let field = DragValue::new(&mut index)
        .range(0..=most)
        .speed(0.05)
        .update_while_editing(false)
        .custom_formatter(|index, _| all.get(index as usize).map_or_else(String::new, |period| words.period(*period)))
        .custom_parser(|typed| Some(meant(words, all, typed)? as f64));
    let response = ui.add_sized(vec2(width.max(NARROWEST), 28.0), field);
    let response = response.accessible_name(words.say(name));
    let changed = response.changed();
    response.on_hover_text(words.say(&message!(trade::year_hint, name = name)));
    if let (true, Some(chosen)) = (changed, all.get(index)) {
        *period = *chosen;
    }
    changed
}

/// The period that a reader types: as it is written, as the files write it, or a year in which it lies; the nearest, where
/// it is none of those there are.
fn meant(words: &Words, all: &[Period], typed: &str) -> Option<usize> {
    let typed = typed.trim();
    let plain = |text: &str| text.replace(NO_BREAK, " ").to_lowercase();
    let written = all.iter().position(|period| plain(&words.period(*period)) == plain(typed));
    written.or_else(|| {
        let asked = Period::try_from(typed.to_uppercase()).ok()?;
        let index = all.partition_point(|period| period.days().1 < asked.days().0);
        Some(index.min(all.len().checked_sub(1)?))
    })
}
