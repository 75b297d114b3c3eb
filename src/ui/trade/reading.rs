//! Beside the chart: the directions of the document's last year, and what the document says of its figures.

use egui::{Align, Align2, Layout, Rect, Sense, Ui, pos2, vec2};

use super::bars;
use crate::analysis::format;
use crate::analysis::trade::{self, Headline};
use crate::briefing::{FlowRole, Series};
use crate::ui::desk::Desk;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{citation_chip, claim_row, section_head};

const BAR: f32 = 28.0;

/// Draws the column.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, series: &Series, headline: Option<&Headline>) {
    if let Some(headline) = headline {
        directions_ui(ui, desk, series, headline);
    }
    ui.add_space(16.0);
    section_head(ui, "Reading the figures", "what the article says of them");
    ui.spacing_mut().item_spacing.y = 0.0;
    for claim in trade::claims_about(desk.briefing, series) {
        claim_row(ui, desk, claim);
    }
}

fn directions_ui(ui: &mut Ui, desk: &mut Desk<'_>, series: &Series, headline: &Headline) {
    let year = &headline.last;
    let (Some(forward), Some(backward)) = (year.forward, year.backward) else { return };
    let t = tokens_of(ui);
    section_head(ui, &format!("Direction, {}", year.year), "");
    let Some(sum) = forward.value.checked_add(backward.value) else { return };
    let widest = bars::float(forward.value.max(backward.value)).max(f64::MIN_POSITIVE);
    for (role, figure) in [(FlowRole::Forward, forward), (FlowRole::Backward, backward)] {
        let Some(flow) = trade::flow(series, role) else { continue };
        ui.horizontal(|ui| {
            ui.label(Type::Body.text(&flow.name, t.ink));
            ui.label(Type::Caption.text(flow.valuation.as_deref().unwrap_or_default(), t.muted));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let share = trade::share(figure.value, sum).map_or(String::new(), |share| format::rounded(share, 1));
                ui.label(Type::Caption.text(format!("{share}\u{a0}%"), t.muted));
            });
        });
        let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), BAR), Sense::empty());
        let length = row.width() * 0.9 * (bars::float(figure.value) / widest) as f32;
        let bar = Rect::from_min_size(row.min, vec2(length, BAR));
        ui.painter().rect_filled(bar, 0.0, bars::color(role, t));
        let value = format::printed(figure.value, 2);
        let at = pos2(bar.left() + 10.0, bar.center().y);
        ui.painter().text(at, Align2::LEFT_CENTER, value, Type::Body.strong_font(), t.on_series);
        ui.add_space(4.0);
    }
    let (plus, minus) = (format::printed(forward.value, 2), format::printed(backward.value, 2));
    let total = year.total.map_or(String::new(), |total| format!("; printed {}", format::printed(total.value, 2)));
    ui.horizontal(|ui| {
        let text = format!("{plus} + {minus} = {}{total}", format::printed(sum, 2));
        ui.label(Type::Caption.text(text, t.ink2));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if let Some(citation) = series.observations[forward.observation].citations.first() {
                citation_chip(ui, desk, citation);
            }
        });
    });
}
