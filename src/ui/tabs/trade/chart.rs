//! The chart: one column for each year, standing on its column of the table below.

use egui::{Align2, Rect, Sense, Ui, UiBuilder, WidgetInfo, accesskit::Role, pos2, vec2};
use egui_plot::{GridMark, LineStyle, Plot, PlotPoints};

use super::labels::Labels;
use super::state::{Known, Shown, TradeState};
use super::{annotations, bars, column, lines, readout};
use crate::analysis::trade::chart::shown_span;
use crate::analysis::trade::{ChartKind, Line, Scale, Span, TradeView, float};
use crate::briefing::Series;
use crate::ui::shell::desk::Desk;
use crate::ui::theme::{Type, tokens_of};
use crate::words::Words;

/// The height of the plot itself.
const PLOT: f32 = 250.0;
const NOTES: f32 = 30.0;
const BRACKET: f32 = 28.0;
const NAMES: f32 = 20.0;
const CLAIMS: f32 = 26.0;
/// Of more columns than these, only those in view are laid out.
const MANY: usize = 200;

/// What a chart draws, and how high each of its strips is.
pub struct Plan<'a> {
    /// What the document is called, such as `article`.
    pub called: &'a str,
    /// The series.
    pub series: &'a Series,
    /// What is known of it.
    pub known: &'a Known,
    /// What is shown of it.
    pub shown: &'a Shown,
    /// Bars or lines.
    pub kind: ChartKind,
    /// Whether two directions stand on each other.
    pub stacked: bool,
    /// Whether events, brackets and levels are drawn.
    pub annotated: bool,
    /// Growth between two years, where the chart can show it.
    pub span: Option<&'a Span>,
    /// The scale of the values.
    pub scale: Scale,
    strips: [f32; 5],
}

/// Where the strips of a chart lie, from the top.
#[derive(Clone, Copy, Debug)]
pub struct Strips {
    /// The numbers of the events.
    pub notes: Rect,
    /// The bracket between two years.
    pub bracket: Rect,
    /// The names of two series.
    pub names: Rect,
    /// The plot.
    pub plot: Rect,
    /// The claims that rest on the figures.
    pub claims: Rect,
}

impl<'a> Plan<'a> {
    /// Makes the plan.
    pub fn new(
        state: &TradeState,
        called: &'a str,
        series: &'a Series,
        known: &'a Known,
        shown: &'a Shown,
        span: Option<&'a Span>,
    ) -> Self {
        let view = &shown.view;
        let (stacked, annotated) = (state.is_stacked(), state.annotated);
        let span = span.filter(|_| annotated).and_then(|span| shown_span(view, span));
        let claimed = view.columns.iter().any(|year| known.claims_of_years.contains_key(year));
        let strips = [
            if annotated && !shown.notes.is_empty() { NOTES } else { 0.0 },
            if span.is_some() { BRACKET } else { 0.0 },
            if view.query.measure.drawn.len() > 1 { NAMES } else { 0.0 },
            PLOT,
            if claimed { CLAIMS } else { 0.0 },
        ];
        let scale = Scale::of(view, stacked);
        Self { called, series, known, shown, kind: state.kind, stacked, annotated, span, scale, strips }
    }

    /// What is shown.
    pub const fn view(&self) -> &'a TradeView {
        &self.shown.view
    }

    /// The height of all strips.
    pub fn height(&self) -> f32 {
        self.strips.iter().sum()
    }

    /// The strips in a rectangle of that height.
    pub fn strips(&self, rect: Rect) -> Strips {
        let mut top = rect.top();
        let [notes, bracket, names, plot, claims] = self.strips.map(|height| {
            let strip = Rect::from_x_y_ranges(rect.x_range(), top..=top + height);
            top += height;
            strip
        });
        Strips { notes, bracket, names, plot, claims }
    }

    /// The column at an index, over the height of a strip.
    pub fn slot(&self, strip: Rect, index: usize) -> Rect {
        let width = strip.width() / self.view().columns.len().max(1) as f32;
        Rect::from_min_size(pos2(strip.left() + width * index as f32, strip.top()), vec2(width, strip.height()))
    }

    /// Where a value stands.
    pub fn y(&self, plot: Rect, value: rust_decimal::Decimal) -> f32 {
        self.level(plot, float(value))
    }

    /// Where a value stands that is a pixel already.
    pub fn level(&self, plot: Rect, value: f64) -> f32 {
        plot.bottom() - plot.height() * self.scale.part(value)
    }
}

/// Draws the names of the axis and of the strips at the left.
pub fn names_ui(ui: &Ui, plan: &Plan<'_>, rect: Rect) {
    let t = tokens_of(ui);
    let strips = plan.strips(rect);
    let font = Type::Caption.font();
    let right = rect.right() - 8.0;
    // Where nothing is drawn, a scale would measure nothing.
    let measured = plan.view().drawn().iter().chain(plan.view().whole()).any(Line::has_values);
    for value in plan.scale.lines().filter(|_| measured) {
        let y = plan.level(strips.plot, value);
        ui.painter().text(pos2(right, y), Align2::RIGHT_CENTER, plan.scale.label(value), font.clone(), t.muted);
    }
    let unit = plan
        .view()
        .drawn()
        .first()
        .map_or(String::new(), |line| Words::english().say(&line.row.quantity.unit(&plan.series.unit)));
    ui.painter().text(pos2(rect.left(), strips.plot.top()), Align2::LEFT_CENTER, unit, font.clone(), t.muted);
    for (strip, name) in [(strips.notes, "Events"), (strips.claims, "Claims")] {
        if strip.height() > 0.0 {
            let at = pos2(strip.left(), strip.top() + annotations::MIDDLE);
            ui.painter().text(at, Align2::LEFT_CENTER, name, font.clone(), t.muted);
        }
    }
}

/// Draws the columns.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut TradeState, plan: &Plan<'_>, rect: Rect, reveal: Option<i16>) {
    let t = tokens_of(ui);
    let strips = plan.strips(rect);
    let plot = strips.plot;
    let count = plan.view().columns.len();
    let near = ui.clip_rect().expand(2.0 * plot.width() / count.max(1) as f32);
    let visible: Vec<usize> =
        (0..count).filter(|index| count <= MANY || near.intersects(plan.slot(plot, *index))).collect();

    state.pointed = None;
    for index in &visible {
        column::ui(ui, desk, state, plan, plot, *index, reveal);
    }
    column::dragged_ui(ui, state, plan, plot);
    if plan.annotated {
        annotations::stems_ui(ui, plan, &strips);
    }
    plot_ui(ui, plan, plot);
    ui.painter().hline(plot.x_range(), plan.level(plot, 0.0), (1.0, t.rule));

    let mut labels = Labels::within(plot.expand2(vec2(0.0, 4.0)));
    if plan.annotated {
        annotations::level_ui(ui, plan, plot, &mut labels);
    }
    match plan.kind {
        ChartKind::Bars | ChartKind::Stacked => bars::ui(ui, plan, plot, &visible, &mut labels),
        ChartKind::Lines => lines::ui(ui, plan, plot, &visible, &mut labels),
    }
    let named = plan.kind == ChartKind::Lines && lines::names_ui(ui, plan, plot, &mut labels);
    if !named && strips.names.height() > 0.0 {
        bars::key_ui(ui, plan, strips.names);
    }
    if plan.annotated {
        annotations::bracket_ui(ui, plan, &strips);
        annotations::notes_ui(ui, desk, plan, strips.notes);
    }
    annotations::claims_ui(ui, desk, plan, strips.claims);
    if let Some(index) = state.pointed.filter(|_| state.dragged.is_none()) {
        readout::ui(ui, desk, plan, plan.slot(plot, index), index);
    }
}

/// Grid and lines. A screen reader hears the whole chart as one sentence here, and then each year.
fn plot_ui(ui: &mut Ui, plan: &Plan<'_>, rect: Rect) {
    let t = tokens_of(ui);
    let scale = plan.scale;
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect));
    let plot = Plot::new("trade")
        .default_x_bounds(0.0, plan.view().columns.len() as f64)
        .default_y_bounds(scale.bottom, scale.top)
        .set_margin_fraction(egui::Vec2::ZERO)
        .show_axes(false)
        .show_background(false)
        .show_grid([false, true])
        .y_grid_spacer(move |_| scale.lines().map(|value| GridMark { value, step_size: scale.step }).collect())
        .grid_color(t.hairline)
        .grid_fade(0.0)
        .show_crosshair(false)
        .label_formatter(|_| None)
        // It is read, not explored: the page scrolls over it.
        .sense(Sense::hover())
        .allow_drag(false)
        .allow_scroll(false)
        .allow_zoom(false)
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .allow_axis_zoom_drag(false)
        .show(&mut child, |plot| {
            // The bounds follow the measure and the range, and are never the reader's to move.
            let corners = [[0.0, scale.bottom], [plan.view().columns.len() as f64, scale.top]];
            plot.set_plot_bounds(egui_plot::PlotBounds::from_min_max(corners[0], corners[1]));
            if plan.kind != ChartKind::Lines {
                return;
            }
            for (number, line) in plan.view().drawn().iter().enumerate().filter(|(_, line)| lines::is_joined(line)) {
                // One line for each unbroken run: nothing is joined over a year that is missing.
                for run in plan.view().runs(line) {
                    let at = |index: usize| Some([index as f64 + 0.5, float(line.point(index)?.value)]);
                    let points: Vec<[f64; 2]> = run.iter().filter_map(|index| at(*index)).collect();
                    let style = if number == 0 { LineStyle::Solid } else { LineStyle::dashed_loose() };
                    let drawn = egui_plot::Line::new(line.row.key, PlotPoints::from(points))
                        .color(bars::color(line.row.flow, t));
                    plot.line(drawn.width(2.0).style(style));
                }
            }
        });
    let response = plot.response;
    response.widget_info(|| WidgetInfo::labeled(Role::Figure, true, Words::english().say(&plan.shown.sentence)));
}
