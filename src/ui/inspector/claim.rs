//! A claim: its verdict, why, and everything that was read about it.

use egui::Ui;

use super::{part, sentence, source};
use crate::analysis::checks;
use crate::analysis::evidence::{self, Confidence};
use crate::analysis::memo::Memo;
use crate::analysis::origins::Origins;
use crate::briefing::{Claim, Key, Likelihood, Message, Stance, Verdict};
use crate::ui::direction::label;
use crate::ui::parts::{FindingText, citations_ui, finding_row, mark};
use crate::ui::shell::desk::{Command, Desk, Selection};
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{Needed, TallList, heading};
use crate::words::Language;
use crate::{label, message};

/// As many links, or items of evidence, stand in one row of their list.
const TOGETHER: usize = 20;

/// What was looked up for a claim.
#[derive(Debug)]
pub struct Known {
    /// The numbers of the citations that are sentences of the document.
    places: Vec<usize>,
    /// How far the verdict can be relied on, and why.
    confidence: Message,
    /// What the automatic checks found there, and what is said of it.
    findings: Vec<(usize, FindingText)>,
    /// The figures and states it speaks of, each a way to its tab.
    links: Vec<(String, Selection)>,
    /// What was read about it.
    evidence: Vec<(Stance, Vec<Group>)>,
}

/// Evidence of one origin. What is too much for one row goes on in the next.
#[derive(Debug)]
struct Group {
    /// Whose text several items are of, and how many: they count once.
    origin: Option<(String, usize)>,
    /// Whether they stand under such a head.
    is_headed: bool,
    /// The items, by their numbers.
    items: Vec<usize>,
}

impl Known {
    fn of(desk: &Desk<'_>, claim: &Claim) -> Self {
        let (briefing, words) = (desk.briefing, desk.words);
        let cited = claim.citations.iter().enumerate();
        let places = cited.filter(|(_, citation)| briefing.sentence(citation).is_some()).map(|(index, _)| index);
        let found = checks::touching(briefing, desk.findings, &claim.citations).into_iter();
        let periods = evidence::periods(briefing, claim).into_iter().map(|(series, period)| {
            let said = words.say(&message!(sources::in_trade, period = period));
            (said, Selection::Period(series.id.clone(), period))
        });
        let states = evidence::states(briefing, claim)
            .into_iter()
            .map(|state| (briefing.name(&state.names).to_owned(), Selection::State(state.id.clone())));
        let origins = Origins::of(briefing);
        let evidence = Stance::ALL.map(|stance| (stance, groups(&origins, claim, stance)));
        Self {
            places: places.collect(),
            confidence: confidence(&origins, claim),
            findings: found.map(|index| (index, FindingText::of(words, &desk.findings[index]))).collect(),
            links: periods.chain(states).collect(),
            evidence: evidence.into_iter().filter(|(_, groups)| !groups.is_empty()).collect(),
        }
    }
}

/// The evidence of one stance, by whose text it is.
fn groups(origins: &Origins<'_>, claim: &Claim, stance: Stance) -> Vec<Group> {
    let mut groups = Vec::new();
    for (voice, all) in origins.grouped(&claim.evidence, stance) {
        let is_headed = all.len() > 1;
        for (number, items) in all.chunks(TOGETHER).enumerate() {
            let origin = (is_headed && number == 0).then(|| (voice.name.to_owned(), all.len()));
            groups.push(Group { origin, is_headed, items: items.to_vec() });
        }
    }
    groups
}

/// Draws it.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, key: &Key, known: &mut Memo<(Key, Language), Known>) {
    let Some(claim) = desk.briefing.claim(key) else { return };
    let (t, words) = (tokens_of(ui), desk.words);
    let known = known.get(&(key.clone(), words.language()), |_| Known::of(desk, claim));
    heading(ui, Type::Lead, &claim.statement);
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        mark(ui, claim.verdict);
        label(ui, Type::Body.strong(words.say(&claim.verdict.name()), t.ink));
        label(ui, Type::Caption.text(&claim.note, t.muted));
    });
    label(ui, Type::Caption.text(words.say(&claim.kind.stated()), t.muted));
    TallList::new(ui, "places", known.places.len()).ui(ui, Needed::Nothing, |ui, row| {
        if let Some(sentence) = desk.briefing.sentence(&claim.citations[known.places[row]]) {
            part(ui, &words.say(&label!(sources::where_it_is)), |ui| sentence::place_ui(ui, desk, sentence));
        }
    });
    part(ui, &words.say(&why(claim.verdict)), |ui| {
        label(ui, Type::Body.text(&claim.reason, t.ink));
        label(ui, Type::Caption.text(words.say(&known.confidence), t.muted));
    });
    forecast_ui(ui, desk, claim);
    checks_ui(ui, desk, &known.findings);
    links_ui(ui, desk, &label!(sources::what_it_speaks_of), &known.links);
    for (stance, groups) in &known.evidence {
        evidence_ui(ui, desk, claim, *stance, groups);
    }
}

/// What the automatic checks found in the sentences of a claim.
fn checks_ui(ui: &mut Ui, desk: &mut Desk<'_>, found: &[(usize, FindingText)]) {
    if found.is_empty() {
        return;
    }
    part(ui, &desk.words.say(&label!(sources::checks_that_touch_it)), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let name = desk.words.say(&label!(sources::checks_that_touch_it));
        TallList::new(ui, "checks", found.len()).heard(name).ui(ui, Needed::Nothing, |ui, row| {
            let (index, text) = &found[row];
            finding_row(ui, desk, &desk.findings[*index], text, false);
        });
    });
}

/// Figures and states under a head, each a way to its tab.
pub(super) fn links_ui(ui: &mut Ui, desk: &mut Desk<'_>, title: &Message, links: &[(String, Selection)]) {
    if links.is_empty() {
        return;
    }
    let t = tokens_of(ui);
    let title = desk.words.say(title);
    part(ui, &title, |ui| {
        let rows = links.chunks(TOGETHER);
        TallList::new(ui, &title, rows.len()).holding(links.len()).ui(ui, Needed::Nothing, |ui, row| {
            ui.horizontal_wrapped(|ui| {
                for (label, selection) in rows.clone().nth(row).unwrap_or_default() {
                    if ui.link(Type::Body.text(label, t.accent)).clicked() {
                        desk.send(Command::Open(selection.clone()));
                    }
                }
            });
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
fn confidence(origins: &Origins<'_>, claim: &Claim) -> Message {
    let assessed = evidence::assess(origins, claim);
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

/// What was read about it with one stance.
fn evidence_ui(ui: &mut Ui, desk: &mut Desk<'_>, claim: &Claim, stance: Stance, groups: &[Group]) {
    let title = desk.words.say(&match stance {
        Stance::Supports => label!(claims::stance_supports),
        Stance::Contradicts => label!(claims::stance_contradicts),
        Stance::Context => label!(claims::stance_context),
        Stance::Rejected => label!(claims::stance_rejected),
    });
    part(ui, &title, |ui| {
        let items = groups.iter().map(|group| group.items.len()).sum();
        TallList::new(ui, &title, groups.len())
            .holding(items)
            .ui(ui, Needed::Nothing, |ui, row| group_ui(ui, desk, claim, &groups[row]));
    });
}

/// Evidence of one origin: where it is several items, under one head and set in, since they count once.
fn group_ui(ui: &mut Ui, desk: &mut Desk<'_>, claim: &Claim, group: &Group) {
    let lines = |ui: &mut Ui, desk: &mut Desk<'_>| {
        for index in &group.items {
            let evidence = &claim.evidence[*index];
            source::line_ui(ui, desk, &evidence.citation(), Some(&evidence.says));
        }
    };
    if let Some((name, count)) = &group.origin {
        let head = message!(claims::one_origin, name = name, count = *count);
        label(ui, Type::Caption.strong(desk.words.say(&head), tokens_of(ui).ink2));
    }
    if group.is_headed {
        ui.indent(("evidence", group.items.first()), |ui| lines(ui, desk));
    } else {
        lines(ui, desk);
    }
}
