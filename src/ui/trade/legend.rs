//! Under the chart: what its marks mean, its events in words, and the whole chart in one sentence.

use std::collections::BTreeSet;

use egui::{Label, Ui};

use super::state::{ChartKind, Shown, TradeState};
use crate::analysis::format;
use crate::analysis::trade::{Measure, Standing, TradeView};
use crate::ui::desk::Desk;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::citations_ui;

/// Draws it.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &TradeState, shown: &Shown) {
    let t = tokens_of(ui);
    ui.spacing_mut().item_spacing.y = 4.0;
    ui.add_space(6.0);
    let marks = marks(&desk.briefing.document.called, &shown.view, state.kind);
    if !marks.is_empty() {
        ui.add(Label::new(Type::Caption.text(marks, t.ink2)).wrap());
    }
    ui.add(Label::new(Type::Caption.text(&shown.sentence, t.muted)).wrap());
    if state.annotated && !shown.notes.is_empty() {
        ui.add_space(4.0);
        for note in &shown.notes {
            ui.horizontal_wrapped(|ui| {
                let date = format::date(note.on);
                ui.label(Type::Caption.text(format!("{}  {date}: {}", note.number, note.label), t.ink2));
                citations_ui(ui, desk, &note.citations);
            });
        }
    }
    ui.add_space(12.0);
}

/// What the marks of a chart mean, as far as it has them.
fn marks(called: &str, view: &TradeView, kind: ChartKind) -> String {
    let points = || view.drawn().iter().flat_map(|line| line.points.iter().flatten());
    let standings: BTreeSet<Standing> = points().map(|point| point.standing).collect();
    let parts = view.drawn().iter().any(|line| !line.parts.is_empty());
    let computed = points().any(|point| point.computed);
    let (solid, hatched, dashed, narrow) = match kind {
        ChartKind::Bars | ChartKind::Stacked => ("Solid", "Hatched", "Dashed outline and ≈", "Narrow, or a small tick"),
        ChartKind::Lines => ("Filled", "Hollow", "Diamond and ≈", "Square"),
    };
    let mut said = Vec::new();
    let mut say = |mark: &str, meaning: &str| said.push(format!("{mark}: {meaning}."));
    if view.query.measure == Measure::Growth {
        say("Bar or line", "computed from the totals shown");
        if standings.contains(&Standing::Reported) {
            say("Level tick", "as published; it differs where the reporter has since restated the year before");
        }
    }
    if standings.contains(&Standing::Article) {
        let how = if computed { "computed from what is printed" } else { "printed" };
        say(solid, &format!("{how} in the {called}"));
    }
    if standings.contains(&Standing::Reported) {
        say(hatched, if computed { "computed from other sources" } else { "from other sources" });
    }
    if standings.contains(&Standing::Derived) {
        say(dashed, if computed { "computed from derived figures" } else { "derived, not published" });
    }
    if parts {
        say(narrow, "part of a year");
    }
    if kind == ChartKind::Lines && view.query.order.by.is_none() {
        said.push("Years that do not follow each other are not joined.".to_owned());
    }
    if view.query.order.by.is_some() {
        said.push("Years stand in the order of their values, not of time.".to_owned());
    }
    said.join(" ")
}
