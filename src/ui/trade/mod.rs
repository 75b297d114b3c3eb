//! The trade: what was exchanged, year by year, from the article and from elsewhere.

mod bars;
mod chart;
mod figures;
mod reading;
mod table;

use std::sync::Arc;

use egui::{Align, Layout, Margin, Rect, ScrollArea, Ui, pos2, vec2};

use super::desk::Desk;
use super::theme::{Type, layout, tokens_of};
use super::widgets::{control_row, heading, section_head, segments, within};
use crate::analysis::format;
use crate::analysis::memo::Memo;
use crate::analysis::trade::{self, Headline, Layer, Measure, TradeQuery, TradeView};
use crate::briefing::{Briefing, Series};

/// The widths of the chart's columns.
#[derive(Clone, Copy, Debug)]
pub struct Slots {
    /// Room for labels at the left.
    pub labels: f32,
    /// Width of each year.
    pub slot: f32,
}

const LABELS: f32 = 128.0;
const ASIDE: f32 = 340.0;
const GUTTER: f32 = 40.0;
/// The narrowest a year's column may be; a narrower window scrolls the chart sideways.
const MIN_SLOT: f32 = 56.0;

/// What the reader set on this tab.
#[derive(Debug)]
pub struct TradeState {
    query: TradeQuery,
    view: Memo<Layer, Arc<TradeView>>,
    headline: Memo<(), Option<Arc<Headline>>>,
}

impl Default for TradeState {
    fn default() -> Self {
        Self {
            query: TradeQuery { measure: Measure::default(), layer: Layer::All },
            view: Memo::default(),
            headline: Memo::default(),
        }
    }
}

impl TradeState {
    /// The same choice over another briefing.
    pub fn over_another(&self) -> Self {
        Self { query: self.query, ..Self::default() }
    }

    /// What is shown, computed again only when the layer changed.
    fn view(&mut self, briefing: &Briefing, series: &Series) -> Arc<TradeView> {
        Arc::clone(self.view.get(&self.query.layer, |layer| Arc::new(trade::view(briefing, series, *layer))))
    }

    /// The document's own figures, computed once.
    fn headline(&mut self, briefing: &Briefing, series: &Series) -> Option<Arc<Headline>> {
        self.headline.get(&(), |()| trade::headline(briefing, series).map(Arc::new)).clone()
    }

    /// What the status bar says.
    pub fn facts(&mut self, briefing: &Briefing) -> Vec<String> {
        let Some(series) = briefing.trade.series.first() else { return Vec::new() };
        let view = self.view(briefing, series);
        let known = view.years.iter().filter(|year| year.total.is_some()).count();
        let printed = view.years.iter().filter(|year| year.total.is_some_and(|total| total.in_document)).count();
        vec![
            format!("{} of {}", known, format::count(view.years.len(), "year", "years")),
            format!("{printed} from the article"),
            "≈ derived, not published".to_owned(),
        ]
    }
}

/// Draws the tab.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut TradeState) {
    let briefing = desk.briefing;
    let Some(series) = briefing.trade.series.first() else { return };
    ScrollArea::vertical().id_salt("trade").auto_shrink(false).show(ui, |ui| {
        let margin = Margin::symmetric(layout::PAGE_MARGIN as i8, 16);
        egui::Frame::new().inner_margin(margin).show(ui, |ui| {
            head_ui(ui, briefing, series);
            ui.add_space(8.0);
            let headline = state.headline(briefing, series);
            if let Some(headline) = &headline {
                figures::ui(ui, desk, series, headline);
            }
            controls_ui(ui, &mut state.query);
            let view = state.view(briefing, series);
            if view.years.is_empty() {
                let text = "This series has no figure for a whole year, so there is nothing to plot.";
                ui.label(Type::Body.text(text, tokens_of(ui).ink2));
                table::part_years_ui(ui, series, &view);
                return;
            }
            let page = ui.available_rect_before_wrap();
            let beside = page.width() >= ASIDE + GUTTER + LABELS + view.years.len() as f32 * MIN_SLOT;
            let chart_width = if beside { page.width() - ASIDE - GUTTER } else { page.width() };
            let slot = ((chart_width - LABELS) / view.years.len().max(1) as f32).max(MIN_SLOT);
            let slots = Slots { labels: LABELS, slot };
            let left = Rect::from_min_size(page.min, vec2(chart_width, page.height()));
            let left_end = within(ui, left, Layout::top_down(Align::Min), |ui| {
                ScrollArea::horizontal().id_salt("chart").show(ui, |ui| {
                    chart::ui(ui, desk, series, &view, state.query, slots);
                    table::ui(ui, desk, series, &view, slots);
                });
                notes_ui(ui, briefing, series, &view, state.query.layer);
                ui.min_rect().bottom()
            });
            let top = if beside { page.top() } else { left_end + 16.0 };
            let right_left = if beside { page.right() - ASIDE } else { page.left() };
            let right = Rect::from_min_max(pos2(right_left, top), pos2(page.right(), page.bottom().max(top)));
            let right_end = within(ui, right, Layout::top_down(Align::Min), |ui| {
                reading::ui(ui, desk, series, headline.as_deref());
                ui.min_rect().bottom()
            });
            ui.advance_cursor_after_rect(Rect::from_min_max(page.min, pos2(page.right(), left_end.max(right_end))));
        });
    });
}

fn head_ui(ui: &mut Ui, briefing: &Briefing, series: &Series) {
    let t = tokens_of(ui);
    heading(ui, Type::Title, &briefing.trade.headline);
    let unit = &series.unit;
    let basis = format!("{}, {} {} at {}", briefing.trade.subject, unit.sign, unit.scale, unit.prices);
    ui.label(Type::Caption.text(basis, t.muted));
}

fn controls_ui(ui: &mut Ui, query: &mut TradeQuery) {
    let t = tokens_of(ui);
    ui.add_space(12.0);
    let measure = |ui: &mut Ui, query: &mut TradeQuery| {
        ui.label(Type::Caption.text("Measure", t.muted));
        let measures = [(Measure::Total, "Total"), (Measure::Direction, "By direction")];
        segments(ui, None, &mut query.measure, &measures);
    };
    let layer = |ui: &mut Ui, query: &mut TradeQuery| {
        ui.label(Type::Caption.text("Layer", t.muted));
        let layers = [(Layer::Article, "Article only"), (Layer::All, "With context")];
        segments(ui, None, &mut query.layer, &layers);
        ui.label(Type::Caption.text("hatched: not in the article", t.muted));
    };
    if ui.available_width() >= 640.0 {
        control_row(ui, |ui| {
            measure(ui, query);
            ui.add_space(12.0);
            layer(ui, query);
        });
    } else {
        control_row(ui, |ui| measure(ui, query));
        ui.add_space(4.0);
        control_row(ui, |ui| layer(ui, query));
    }
    ui.add_space(12.0);
}

/// What the chart cannot say by itself, and what is known of other series.
fn notes_ui(ui: &mut Ui, briefing: &Briefing, series: &Series, view: &TradeView, layer: Layer) {
    let t = tokens_of(ui);
    ui.add_space(6.0);
    let text = trade_sentence(series, view);
    ui.label(Type::Caption.text(text, t.muted));
    if layer == Layer::Article {
        return;
    }
    ui.add_space(12.0);
    table::part_years_ui(ui, series, view);
    for other in briefing.trade.series.iter().skip(1) {
        ui.add_space(12.0);
        let unit = &other.unit;
        section_head(
            ui,
            &format!("In {} {}", unit.sign, unit.scale),
            &format!("{}; never mixed with the above", other.reporter),
        );
        let years = trade::view(briefing, other, layer).years;
        for year in years.iter().filter_map(|year| Some((year, year.total?))) {
            let published = trade::published(other, year.0.published);
            let growth = published
                .map_or(String::new(), |growth| format!(", {}\u{a0}% as published", format::signed(growth.percent, 1)));
            let value = format::printed(year.1.value, 3);
            let line = format!("{}: {}{value}\u{a0}{}{growth}", year.0.year, unit.sign, unit.scale);
            ui.label(Type::Body.text(line, t.ink));
        }
    }
}

/// The chart in a sentence, made from what it shows.
pub fn trade_sentence(series: &Series, view: &TradeView) -> String {
    let known: Vec<_> = view.years.iter().filter_map(|year| Some((year.year, year.total?.value))).collect();
    let (Some(first), Some(last)) = (known.first(), known.last()) else { return "No total in this layer.".to_owned() };
    let missing = view.years.iter().filter(|year| year.total.is_none()).count();
    let unit = &series.unit;
    let money = |value| format!("{}{}\u{a0}{}", unit.sign, format::printed(value, 2), unit.scale);
    let gaps = match missing {
        0 => String::new(),
        count => format!(" {count} of {} years have no total here and stay empty.", view.years.len()),
    };
    format!(
        "From {} in {} to {} in {}. Counted by {}; {}.{gaps}",
        money(first.1),
        first.0,
        money(last.1),
        last.0,
        series.reporter,
        series.valuation
    )
}
