//! Sources and checks: the document sentence by sentence, what it claims, and where else it was looked up.

mod claims;
mod list;
mod sentences;

use egui::{Align, Layout, Rect, Ui, pos2};

use super::desk::{Desk, Selection};
use super::theme::layout;
use super::widgets::{segments, within};
use crate::analysis::format;
use crate::briefing::Briefing;

const GUTTER: f32 = 40.0;

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pane {
    Sentences,
    Claims,
    Sources,
}

const PANES: [(Pane, &str); 3] = [(Pane::Sentences, "Sentences"), (Pane::Claims, "Claims"), (Pane::Sources, "Sources")];

/// What the reader set on this tab.
#[derive(Debug)]
pub struct SourcesState {
    /// The column shown beside the claims, or by itself, where there is no room for all three.
    pane: Pane,
}

impl Default for SourcesState {
    fn default() -> Self {
        Self { pane: Pane::Claims }
    }
}

impl SourcesState {
    /// Brings the column into view that holds a selection.
    pub const fn reveal(&mut self, selection: &Selection) {
        self.pane = match selection {
            Selection::Sentence(_) => Pane::Sentences,
            Selection::Source(_) => Pane::Sources,
            Selection::Claim(_) | Selection::State(_) | Selection::Year(_) => Pane::Claims,
        };
    }
}

/// Draws the tab.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut SourcesState) {
    let page = ui.max_rect().shrink2(egui::vec2(layout::PAGE_MARGIN, 0.0));
    let page = page.with_min_y(page.top() + 16.0);
    within(ui, page, Layout::top_down(Align::Min), |ui| {
        let width = page.width();
        if width >= 900.0 {
            columns_ui(ui, desk, &[Pane::Sentences, Pane::Claims, Pane::Sources]);
        } else if width >= 620.0 {
            let mut chosen = if state.pane == Pane::Claims { Pane::Sentences } else { state.pane };
            if segments(ui, None, &mut chosen, &[PANES[0], PANES[2]]) {
                state.pane = chosen;
            }
            ui.add_space(8.0);
            columns_ui(ui, desk, &[chosen, Pane::Claims]);
        } else {
            segments(ui, None, &mut state.pane, &PANES);
            ui.add_space(8.0);
            columns_ui(ui, desk, &[state.pane]);
        }
    });
}

/// What the status bar says.
pub fn facts(briefing: &Briefing) -> Vec<String> {
    let boilerplate = briefing.document.sentences.iter().filter(|sentence| sentence.boilerplate).count();
    vec![
        format::count(briefing.claims.claims.len(), "claim", "claims"),
        format::count(briefing.sources.sources.len(), "source", "sources"),
        format!("{} left out as not factual", format::count(boilerplate, "line", "lines")),
    ]
}

/// Columns of one width, each scrolling by itself.
fn columns_ui(ui: &mut Ui, desk: &mut Desk<'_>, panes: &[Pane]) {
    let page = ui.available_rect_before_wrap();
    let step = (page.width() + GUTTER) / panes.len() as f32;
    for (index, pane) in panes.iter().enumerate() {
        let left = page.left() + step * index as f32;
        let column = Rect::from_min_max(pos2(left, page.top()), pos2(left + step - GUTTER, page.bottom()));
        within(ui, column, Layout::top_down(Align::Min), |ui| match pane {
            Pane::Sentences => sentences::ui(ui, desk),
            Pane::Claims => claims::ui(ui, desk),
            Pane::Sources => list::ui(ui, desk),
        });
    }
}
