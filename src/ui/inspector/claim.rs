//! A claim: its verdict, why, and everything that was read about it.

use egui::Ui;

use super::{part, sentence, source};
use crate::analysis::{checks, evidence, format};
use crate::briefing::{Claim, Key, Likelihood, Stance};
use crate::ui::parts::{citations_ui, mark};
use crate::ui::shell::desk::{Command, Desk, Selection};
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{fact_row, heading};

/// Draws it.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, key: &Key) {
    let Some(claim) = desk.briefing.claim(key) else { return };
    let t = tokens_of(ui);
    heading(ui, Type::Lead, &claim.statement);
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        mark(ui, claim.verdict);
        ui.label(Type::Body.strong(claim.verdict.label(), t.ink));
        ui.label(Type::Caption.text(&claim.note, t.muted));
    });
    ui.label(Type::Caption.text(format!("Stated as a {}", claim.kind.label()), t.muted));
    for citation in &claim.citations {
        if let Some(sentence) = desk.briefing.sentence(citation) {
            part(ui, "Where it is", |ui| sentence::place_ui(ui, desk, sentence));
        }
    }
    part(ui, &format!("Why it is {}", claim.verdict.label().to_lowercase()), |ui| {
        ui.label(Type::Body.text(&claim.reason, t.ink));
        ui.label(Type::Caption.text(confidence_text(desk, claim), t.muted));
    });
    forecast_ui(ui, desk, claim);
    checks_ui(ui, desk, claim);
    links_ui(ui, desk, claim);
    evidence_ui(ui, desk, claim);
}

/// What the automatic checks found in the sentences of a claim.
fn checks_ui(ui: &mut Ui, desk: &mut Desk<'_>, claim: &Claim) {
    let findings = checks::touching(desk.briefing, desk.findings, &claim.citations);
    if findings.is_empty() {
        return;
    }
    let t = tokens_of(ui);
    part(ui, "Checks that touch it", |ui| {
        for finding in findings {
            fact_row(ui, finding.outcome.label(), 64.0, |ui| {
                ui.horizontal_top(|ui| {
                    mark(ui, finding.outcome);
                    ui.vertical(|ui| {
                        ui.set_width(ui.available_width());
                        ui.spacing_mut().item_spacing.y = 0.0;
                        let title = egui::Button::new(Type::Body.text(&finding.title, t.accent)).frame(false);
                        if ui.add(title.wrap().min_size(egui::Vec2::ZERO)).clicked() {
                            desk.send(Command::Select(Selection::Finding(finding.id.clone())));
                        }
                        ui.label(Type::Caption.text(&finding.detail, t.muted));
                    });
                });
            });
        }
    });
}

/// The figures and states a claim speaks of, each a way to its tab.
fn links_ui(ui: &mut Ui, desk: &mut Desk<'_>, claim: &Claim) {
    let periods = evidence::periods(desk.briefing, claim).into_iter().map(|(series, period)| {
        let open = Command::Open(Selection::Period(series.id.clone(), period));
        (format!("{} in Trade", format::period(period)), open)
    });
    let states = evidence::states(desk.briefing, claim).into_iter().map(|state| {
        let open = Command::Open(Selection::State(state.id.clone()));
        (desk.briefing.name(&state.names).to_owned(), open)
    });
    let links: Vec<(String, Command)> = periods.chain(states).collect();
    if links.is_empty() {
        return;
    }
    let t = tokens_of(ui);
    part(ui, "What it speaks of", |ui| {
        ui.horizontal_wrapped(|ui| {
            for (label, command) in links {
                if ui.link(Type::Body.text(label, t.accent)).clicked() {
                    desk.send(command);
                }
            }
        });
    });
}

/// The confidence in a verdict and its reason; never in one sentence with a likelihood.
fn confidence_text(desk: &Desk<'_>, claim: &Claim) -> String {
    let (level, agreeing, opposed) = evidence::confidence(desk.briefing, claim);
    let level = level.label();
    let sources = |count| format::count(count, "source", "sources");
    let reason = match (agreeing, opposed) {
        (0, 0) => "no source was found".to_owned(),
        (_, 0) => format!("rests on {}, none against", sources(agreeing)),
        _ => format!("rests on {}, {} against", sources(agreeing), sources(opposed)),
    };
    format!("Confidence in this verdict: {level} ({reason})")
}

fn forecast_ui(ui: &mut Ui, desk: &mut Desk<'_>, claim: &Claim) {
    let Some(forecast) = &claim.forecast else { return };
    let t = tokens_of(ui);
    part(ui, "As a forecast", |ui| {
        let (words, range) = likelihood(forecast.likelihood);
        ui.label(
            Type::Body.text(format!("Its wording makes it {words}: {range}\u{a0}% in the words of ICD 203."), t.ink),
        );
        let behind = forecast
            .attributed_to
            .as_deref()
            .map_or_else(|| "Nobody is named behind it.".to_owned(), |name| format!("Behind it stands {name}."));
        ui.label(Type::Body.text(behind, t.ink));
        if let Some(outcome) = &forecast.outcome {
            ui.add_space(4.0);
            ui.horizontal(|ui| {
                ui.label(Type::Caption.text("What came of it", t.muted));
                citations_ui(ui, desk, &outcome.citations);
            });
            ui.label(Type::Body.text(&outcome.text, t.ink));
        }
    });
}

const fn likelihood(likelihood: Likelihood) -> (&'static str, &'static str) {
    match likelihood {
        Likelihood::AlmostNoChance => ("almost impossible", "1 to 5"),
        Likelihood::VeryUnlikely => ("very unlikely", "5 to 20"),
        Likelihood::Unlikely => ("unlikely", "20 to 45"),
        Likelihood::RoughlyEven => ("an even chance", "45 to 55"),
        Likelihood::Likely => ("likely", "55 to 80"),
        Likelihood::VeryLikely => ("very likely", "80 to 95"),
        Likelihood::AlmostCertain => ("almost certain", "95 to 99"),
    }
}

fn evidence_ui(ui: &mut Ui, desk: &mut Desk<'_>, claim: &Claim) {
    let stances = [
        (Stance::Supports, "Sources that agree"),
        (Stance::Contradicts, "Sources that disagree"),
        (Stance::Context, "Context"),
        (Stance::Rejected, "Read and not used"),
    ];
    for (stance, title) in stances {
        let evidence: Vec<_> = claim.evidence.iter().filter(|evidence| evidence.stance == stance).collect();
        if evidence.is_empty() {
            continue;
        }
        part(ui, title, |ui| {
            for evidence in evidence {
                source::line_ui(ui, desk, &evidence.source, Some(&evidence.says));
            }
        });
    }
}
