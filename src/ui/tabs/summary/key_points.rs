//! The key points, each with its verdict and the place it stands; under a filter, the other claims that pass it too.

use std::borrow::Cow;

use egui::{Align, Label, Layout, Rect, Sense, Ui, pos2, vec2};

use crate::analysis::claims::ClaimsQuery;
use crate::briefing::{Claim, Verdict};
use crate::message;
use crate::ui::direction::in_order;
use crate::ui::parts::{chip_width, citation_chip, copy_menu, found_head, mark, verdict_label};
use crate::ui::shell::desk::{Command, Desk, Selection};
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{TallList, choosable_row, within};
use crate::words::Words;
use crate::words::direction::isolated;

const NUMBER: f32 = 24.0;
const VERDICT: f32 = 108.0;
/// Room for a chip at least, and at most twice as much.
const CHIP: f32 = 44.0;
/// Below this width the verdict and the chip stand under the text.
const NARROW: f32 = 460.0;

/// Draws the section: the key points whose claims speak of everything chosen.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, query: &ClaimsQuery) {
    let briefing = desk.briefing;
    if briefing.claims.claims.is_empty() {
        return;
    }
    let about = query.claims(briefing);
    let points: Vec<_> = briefing
        .claims
        .key_points
        .iter()
        .enumerate()
        .filter_map(|(index, point)| Some((index + 1, point, *about.iter().find(|claim| claim.id == point.claim)?)))
        .collect();
    let others: Vec<&Claim> =
        about.iter().filter(|claim| points.iter().all(|(_, point, _)| point.claim != claim.id)).copied().collect();

    let top = ui.cursor().min;
    let words = desk.words;
    let aside = if query.about.is_empty() {
        message!(summary::key_points_of_claims, shown = points.len(), claims = briefing.claims.claims.len())
    } else {
        message!(summary::key_points_kept, shown = points.len(), points = briefing.claims.key_points.len())
    };
    found_head(ui, desk, &words.say(&message!(summary::key_points)), &words.say(&aside));
    let head = Rect::from_min_max(top + vec2(0.0, 5.0), pos2(ui.max_rect().right(), ui.min_rect().bottom()));
    within(ui, head, Layout::right_to_left(Align::Center), |ui| tally_ui(ui, &about, words));
    ui.add_space(2.0);
    ui.spacing_mut().item_spacing.y = 0.0;
    let list = TallList::new(ui, "key-points", points.len() + others.len());
    let chip = points.iter().map(|(_, _, claim)| *claim).chain(others.iter().copied());
    let chip = chip.filter_map(|claim| claim.citations.first()).map(|first| chip_width(ui, desk, first, 2.0 * CHIP));
    let chip = chip.fold(CHIP, f32::max);
    for (number, point, claim) in &points {
        let target = Selection::Claim(claim.id.clone());
        let needed = desk.finder.is_open() || desk.is_revealed(&target);
        list.row(ui, (number, desk.is_selected(&target)), needed, |ui| {
            row_ui(ui, desk, [&words.value(&(*number).into()), &point.lead, &point.text], claim, chip);
        });
    }
    if query.about.is_empty() {
        return;
    }
    if points.is_empty() {
        ui.label(Type::Body.text(words.say(&message!(summary::no_key_point)), tokens_of(ui).ink2));
    }
    if !others.is_empty() {
        ui.add_space(12.0);
        found_head(ui, desk, &words.say(&message!(summary::other_claims)), &words.value(&others.len().into()));
        for claim in others {
            let target = Selection::Claim(claim.id.clone());
            let needed = desk.finder.is_open() || desk.is_revealed(&target);
            list.row(ui, (claim.id.as_str(), desk.is_selected(&target)), needed, |ui| {
                row_ui(ui, desk, ["", &claim.statement, ""], claim, chip);
            });
        }
    }
}

/// How many claims have each verdict.
fn tally_ui(ui: &mut Ui, claims: &[&Claim], words: &Words) {
    ui.spacing_mut().item_spacing.x = 6.0;
    for verdict in Verdict::ALL.into_iter().rev() {
        let count = claims.iter().filter(|claim| claim.verdict == verdict).count();
        if count == 0 {
            continue;
        }
        let tip = words.say(&match verdict {
            Verdict::Supported => message!(summary::tally_supported, count = count),
            Verdict::Disputed => message!(summary::tally_disputed, count = count),
            Verdict::Outdated => message!(summary::tally_outdated, count = count),
            Verdict::Unverified => message!(summary::tally_unverified, count = count),
        });
        ui.label(Type::Body.text(words.value(&count.into()), tokens_of(ui).ink))
            .accessible_name(&tip)
            .on_hover_text(tip);
        mark(ui, verdict);
        ui.add_space(8.0);
    }
}

/// A claim as a row: number, run-in head and text, verdict, chip.
fn row_ui(ui: &mut Ui, desk: &mut Desk<'_>, [number, lead, text]: [&str; 3], claim: &Claim, chip: f32) {
    let t = tokens_of(ui);
    let width = ui.available_width();
    let narrow = width < NARROW;
    let space = if text.is_empty() { "" } else { " " };
    let lead_format = if text.is_empty() { Type::Body.format(t.ink) } else { Type::Body.strong_format(t.ink) };
    let body = Type::Body.format(t.ink);
    // Set apart from what follows it, which may begin with a figure.
    let lead = &*if text.is_empty() { Cow::Borrowed(lead) } else { isolated(lead) };
    let (mut job, found) = desk.finder.job(t, &[(lead, lead_format), (space, body.clone()), (text, body)]);
    job.wrap.max_width = if narrow { width - NUMBER } else { width - NUMBER - VERDICT - chip - 24.0 };
    let galley = in_order(ui, ui.painter().layout_job(job));
    let below = if narrow { 24.0 } else { 0.0 };
    let height = (galley.size().y + 14.0).max(36.0) + below;
    let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::empty());

    let target = Selection::Claim(claim.id.clone());
    let selected = desk.is_selected(&target);
    let id = ui.scope_id().with(("key-point", claim.id.as_str()));
    let said = format!("{lead}{space}{text}");
    let (text_said, verdict, note) = (&said, claim.verdict.name(), &claim.note);
    let spoken = desk.words.say(&if number.is_empty() {
        message!(summary::claim, text = text_said, verdict = verdict, note = note)
    } else {
        message!(summary::key_point, number = number.to_owned(), text = text_said, verdict = verdict, note = note)
    });
    let row = choosable_row(ui, rect.expand2(vec2(8.0, 0.0)), id, selected, &spoken);
    desk.finder.reveal(ui, found, &row);
    if desk.is_revealed(&target) {
        ui.scroll_to_rect(rect, Some(Align::Center));
    }

    let top = rect.top() + 7.0;
    let digits = if selected { t.accent } else { t.muted };
    ui.painter().text(pos2(rect.left(), top), egui::Align2::LEFT_TOP, number, Type::Lead.font(), digits);
    let text_rect = Rect::from_min_size(pos2(rect.left() + NUMBER, top), galley.size());
    let label = within(ui, text_rect, Layout::top_down(Align::Min), |ui| ui.add(Label::new(galley)));
    let line = if narrow { text_rect.bottom() + 4.0 } else { top };
    let verdict_left = if narrow { text_rect.left() } else { rect.right() - chip - VERDICT };
    let verdict_rect = Rect::from_min_size(pos2(verdict_left, line), vec2(VERDICT, Type::Body.line()));
    within(ui, verdict_rect, Layout::left_to_right(Align::Center), |ui| verdict_label(ui, desk, claim.verdict));
    let chip_rect = Rect::from_min_size(pos2(rect.right() - chip, line), vec2(chip, Type::Body.line()));
    within(ui, chip_rect, Layout::right_to_left(Align::Center), |ui| {
        if let Some(citation) = claim.citations.first() {
            citation_chip(ui, desk, citation);
        }
    });
    if row.clicked() || label.clicked() {
        desk.send(Command::Select(target));
    }
    copy_menu(&row, desk, &said, &claim.citations);
    copy_menu(&label, desk, &said, &claim.citations);
}
