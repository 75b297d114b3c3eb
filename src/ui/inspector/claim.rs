//! A claim: its verdict, why, and everything that was read about it.

use egui::Ui;

use super::{part, sentence, source};
use crate::analysis::checks;
use crate::analysis::evidence::{self, Confidence};
use crate::analysis::origins::Origins;
use crate::briefing::{Claim, Evidence, Key, Likelihood, Message, Stance, Verdict};
use crate::ui::direction::label;
use crate::ui::parts::{FindingText, citations_ui, finding_row, mark};
use crate::ui::shell::desk::{Command, Desk, Selection};
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::heading;
use crate::{label, message};

/// Draws it.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, key: &Key) {
    let Some(claim) = desk.briefing.claim(key) else { return };
    let (t, words) = (tokens_of(ui), desk.words);
    heading(ui, Type::Lead, &claim.statement);
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        mark(ui, claim.verdict);
        label(ui, Type::Body.strong(words.say(&claim.verdict.name()), t.ink));
        label(ui, Type::Caption.text(&claim.note, t.muted));
    });
    label(ui, Type::Caption.text(words.say(&claim.kind.stated()), t.muted));
    for citation in &claim.citations {
        if let Some(sentence) = desk.briefing.sentence(citation) {
            part(ui, &words.say(&label!(sources::where_it_is)), |ui| sentence::place_ui(ui, desk, sentence));
        }
    }
    part(ui, &words.say(&why(claim.verdict)), |ui| {
        label(ui, Type::Body.text(&claim.reason, t.ink));
        label(ui, Type::Caption.text(words.say(&confidence(desk, claim)), t.muted));
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
    let words = desk.words;
    part(ui, &words.say(&label!(sources::checks_that_touch_it)), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for finding in findings {
            finding_row(ui, desk, finding, &FindingText::of(words, finding), false);
        }
    });
}

/// The figures and states a claim speaks of, each a way to its tab.
fn links_ui(ui: &mut Ui, desk: &mut Desk<'_>, claim: &Claim) {
    let periods = evidence::periods(desk.briefing, claim).into_iter().map(|(series, period)| {
        let open = Command::Open(Selection::Period(series.id.clone(), period));
        (desk.words.say(&message!(sources::in_trade, period = period)), open)
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
    let title = desk.words.say(&label!(sources::what_it_speaks_of));
    part(ui, &title, |ui| {
        ui.horizontal_wrapped(|ui| {
            for (label, command) in links {
                if ui.link(Type::Body.text(label, t.accent)).clicked() {
                    desk.send(command);
                }
            }
        });
    });
}

/// Why a claim has its verdict, as a heading.
const fn why(verdict: Verdict) -> Message {
    match verdict {
        Verdict::Disputed => label!(claims::why_disputed),
        Verdict::Outdated => label!(claims::why_outdated),
        Verdict::Unverified => label!(claims::why_unverified),
        Verdict::Supported => label!(claims::why_supported),
    }
}

/// The confidence in a verdict and its reason; never in one sentence with a likelihood.
fn confidence(desk: &Desk<'_>, claim: &Claim) -> Message {
    let assessed = evidence::assess(&Origins::of(desk.briefing), claim);
    let (bearing, opposing) = (assessed.bearing, assessed.opposing);
    let reason = match (bearing.items, opposing.items) {
        (0, 0) => label!(claims::nothing_found),
        (_, 0) => message!(claims::none_against, bearing = bearing.said()),
        _ => message!(claims::some_against, bearing = bearing.said(), opposing = opposing.said()),
    };
    match assessed.confidence {
        Confidence::High => message!(claims::confidence_high, reason = reason),
        Confidence::Moderate => message!(claims::confidence_moderate, reason = reason),
        Confidence::Low => message!(claims::confidence_low, reason = reason),
    }
}

fn forecast_ui(ui: &mut Ui, desk: &mut Desk<'_>, claim: &Claim) {
    let Some(forecast) = &claim.forecast else { return };
    let (t, words) = (tokens_of(ui), desk.words);
    part(ui, &words.say(&label!(claims::as_a_forecast)), |ui| {
        label(ui, Type::Body.text(words.say(&likelihood(forecast.likelihood)), t.ink));
        let behind = forecast
            .attributed_to
            .as_ref()
            .map_or(label!(claims::nobody_behind_it), |name| message!(claims::behind_it, name = name));
        label(ui, Type::Body.text(words.say(&behind), t.ink));
        if let Some(outcome) = &forecast.outcome {
            ui.add_space(4.0);
            ui.horizontal(|ui| {
                label(ui, Type::Caption.text(words.say(&label!(claims::what_came_of_it)), t.muted));
                citations_ui(ui, desk, &outcome.citations);
            });
            label(ui, Type::Body.text(&outcome.text, t.ink));
        }
    });
}

const fn likelihood(likelihood: Likelihood) -> Message {
    match likelihood {
        Likelihood::AlmostNoChance => label!(claims::likelihood_almost_no_chance),
        Likelihood::VeryUnlikely => label!(claims::likelihood_very_unlikely),
        Likelihood::Unlikely => label!(claims::likelihood_unlikely),
        Likelihood::RoughlyEven => label!(claims::likelihood_roughly_even),
        Likelihood::Likely => label!(claims::likelihood_likely),
        Likelihood::VeryLikely => label!(claims::likelihood_very_likely),
        Likelihood::AlmostCertain => label!(claims::likelihood_almost_certain),
    }
}

fn evidence_ui(ui: &mut Ui, desk: &mut Desk<'_>, claim: &Claim) {
    let stances = [
        (Stance::Supports, label!(claims::stance_supports)),
        (Stance::Contradicts, label!(claims::stance_contradicts)),
        (Stance::Context, label!(claims::stance_context)),
        (Stance::Rejected, label!(claims::stance_rejected)),
    ];
    let origins = Origins::of(desk.briefing);
    for (stance, title) in stances {
        let groups = origins.grouped(claim.evidence_with(stance));
        if groups.is_empty() {
            continue;
        }
        part(ui, &desk.words.say(&title), |ui| {
            for (voice, group) in groups {
                group_ui(ui, desk, voice.name, &group);
            }
        });
    }
}

/// Evidence of one origin: where it is several items, under one head and set in, since they count once.
fn group_ui(ui: &mut Ui, desk: &mut Desk<'_>, name: &str, group: &[&Evidence]) {
    let lines = |ui: &mut Ui, desk: &mut Desk<'_>| {
        for evidence in group {
            source::line_ui(ui, desk, &evidence.citation(), Some(&evidence.says));
        }
    };
    if group.len() < 2 {
        return lines(ui, desk);
    }
    let t = tokens_of(ui);
    let head = message!(claims::one_origin, name = name.to_owned(), count = group.len());
    label(ui, Type::Caption.strong(desk.words.say(&head), t.ink2));
    ui.indent(name, |ui| lines(ui, desk));
}
