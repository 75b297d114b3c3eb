//! A finding: what the check holds, how it came out, and what it speaks of.

use egui::Ui;

use super::{part, sentence, source};
use crate::analysis::checks::{self, Finding, Subject};
use crate::analysis::{evidence, format};
use crate::briefing::Period;
use crate::ui::parts::{claim_row, mark};
use crate::ui::shell::desk::{Command, Desk, Selection, TabKey};
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{Icon, button, heading};

/// Draws it.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, selection: &Selection) {
    let Some(finding) = desk.finding(selection) else { return };
    let t = tokens_of(ui);
    heading(ui, Type::Lead, &finding.title);
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        mark(ui, finding.outcome);
        ui.label(Type::Body.strong(finding.outcome.label(), t.ink));
    });
    ui.label(Type::Body.text(format::sentence_case(&finding.detail), t.ink));
    if let Some((label, command)) = opening(desk, finding) {
        ui.add_space(6.0);
        if button(ui, Some(Icon::ArrowRight), &label).clicked() {
            desk.send(command);
        }
    }
    if let Some(reason) = &finding.acknowledged {
        part(ui, "Acknowledged", |ui| {
            ui.label(Type::Body.text(reason, t.ink));
        });
    }
    if let Some(check) = checks::check(finding.check) {
        part(ui, "What the check asks", |ui| {
            ui.label(Type::Body.text(check.holds, t.ink));
            ui.label(Type::Caption.mono(check.key, t.muted));
        });
    }
    let claims: Vec<_> = evidence::claims_at(desk.briefing, &finding.citations);
    if !claims.is_empty() {
        part(ui, "What it claims", |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for claim in claims {
                claim_row(ui, desk, claim);
            }
        });
    }
    for citation in &finding.citations {
        match desk.briefing.sentence(citation) {
            Some(found) => part(ui, "Where it is", |ui| sentence::place_ui(ui, desk, found)),
            None => part(ui, "Held against", |ui| source::line_ui(ui, desk, &citation.source, None)),
        }
    }
}

/// What opens the thing that a finding speaks of, and what that is called.
fn opening(desk: &Desk<'_>, finding: &Finding) -> Option<(String, Command)> {
    let briefing = desk.briefing;
    let open = |label: String, selection| Some((label, Command::Open(selection)));
    match &finding.subject {
        Subject::Sentence(at) => {
            let label = format!("{} in the source", format::locator(*at));
            open(label, Selection::Sentence(*at))
        }
        Subject::Claim(key) => open("The claim".to_owned(), Selection::Claim(key.clone())),
        Subject::State(key) => {
            let name = briefing.state(key).map_or(key.as_str(), |state| briefing.name(&state.names));
            open(format!("{name} in Members"), Selection::State(key.clone()))
        }
        Subject::Period(series, period) => {
            let label = format!("{} in Trade", format::period(*period));
            open(label, Selection::Period(series.clone(), *period))
        }
        Subject::Milestone(on) => {
            let year = Period::of_year(on.first_day().year());
            let label = format!("{} in Trade", format::period(year));
            open(label, Selection::Period(briefing.trade.main()?.id.clone(), year))
        }
        Subject::Source(key) => open("The source".to_owned(), Selection::Source(key.clone())),
        Subject::Event(_) | Subject::Named(_) => Some(("In the summary".to_owned(), Command::Show(TabKey::SUMMARY))),
        Subject::Briefing => None,
    }
}
