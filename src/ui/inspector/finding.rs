//! A finding: what the check holds, how it came out, and what it speaks of.

use egui::Ui;

use super::{claims_ui, part, sentence, source};
use crate::analysis::checks::{self, Finding, Subject};
use crate::briefing::{Key, Message, Period};
use crate::ui::direction::label;
use crate::ui::parts::mark;
use crate::ui::shell::desk::{Command, Desk, Selection, TabKey};
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{Icon, Needed, TallList, button, heading};
use crate::{label, message};

/// Draws it.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, selection: &Selection, claims: &[usize]) {
    let Some(finding) = desk.finding(selection) else { return };
    let t = tokens_of(ui);
    let words = desk.words;
    heading(ui, Type::Lead, &words.say(&finding.title));
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        mark(ui, finding.outcome);
        label(ui, Type::Body.strong(words.say(&finding.outcome.name()), t.ink));
    });
    label(ui, Type::Body.text(words.sentence_case(&words.say(&finding.detail)), t.ink));
    if let Some((label, command)) = opening(desk, finding) {
        ui.add_space(6.0);
        if button(ui, Some(Icon::ArrowRight), &words.say(&label)).clicked() {
            desk.send(command);
        }
    }
    if let Some(reason) = &finding.acknowledged {
        part(ui, &words.say(&label!(sources::acknowledged)), |ui| {
            label(ui, Type::Body.text(reason, t.ink));
        });
    }
    if let Some(check) = checks::check(finding.check) {
        part(ui, &words.say(&label!(sources::what_the_check_asks)), |ui| {
            label(ui, Type::Body.text(words.say(&check.holds), t.ink));
            label(ui, Type::Caption.mono(check.key, t.muted));
        });
    }
    claims_ui(ui, desk, &label!(sources::what_it_claims), claims);
    TallList::new(ui, "citations", finding.citations.len()).ui(ui, Needed::Nothing, |ui, row| {
        let citation = &finding.citations[row];
        if let Some(found) = desk.briefing.sentence(citation) {
            part(ui, &words.say(&label!(sources::where_it_is)), |ui| sentence::place_ui(ui, desk, found));
        } else {
            let title = words.say(&label!(sources::held_against));
            part(ui, &title, |ui| source::line_ui(ui, desk, citation, None));
        }
    });
}

/// What opens the thing that a finding speaks of, and what that is called.
fn opening(desk: &Desk<'_>, finding: &Finding) -> Option<(Message, Command)> {
    let briefing = desk.briefing;
    let open = |label: Message, selection| Some((label, Command::Open(selection)));
    let in_trade = |series: &Key, period: Period| {
        open(message!(sources::in_trade, period = period), Selection::Period(series.clone(), period))
    };
    match &finding.subject {
        Subject::Sentence(at) => open(message!(sources::in_the_source, at = *at), Selection::Sentence(*at)),
        Subject::Claim(key) => open(label!(sources::the_claim), Selection::Claim(key.clone())),
        Subject::State(key) => {
            let name = briefing.state(key).map_or(key.as_str(), |state| briefing.name(&state.names));
            open(message!(sources::in_members, state = name.to_owned()), Selection::State(key.clone()))
        }
        Subject::Period(series, period) => in_trade(series, *period),
        Subject::Milestone(on) => in_trade(&briefing.main_series()?.id, Period::of_year(on.first_day().year())),
        Subject::Source(key) => open(label!(sources::the_source), Selection::Source(key.clone())),
        Subject::Event(_) | Subject::Named(_) => {
            Some((label!(sources::in_the_summary), Command::Show(TabKey::SUMMARY)))
        }
        Subject::Briefing => None,
    }
}
