//! The key points, each with its verdict and the place it stands; under a filter, the other claims that pass it too.
//! Where nobody chose any, all claims.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use egui::{Align, Label, Layout, Rect, Sense, Ui, pos2, vec2};

use super::needed;
use super::state::SummaryState;
use crate::analysis::claims::ClaimsQuery;
use crate::briefing::{Briefing, Claim, Event, Key, Locator, Verdict};
use crate::message;
use crate::ui::direction::in_order;
use crate::ui::parts::{citation_chip, copy_menu, found_head, mark, verdict_label, widest_chip};
use crate::ui::shell::desk::{Command, Desk, Selection};
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::heard::{announce_change, named_on_hover};
use crate::ui::widgets::{TallList, at_right, choosable_row, within};
use crate::words::Words;
use crate::words::direction::isolated;

const NUMBER: f32 = 24.0;
const VERDICT: f32 = 108.0;
/// Room for a chip at least, and at most twice as much.
const CHIP: f32 = 44.0;
/// Below this width the verdict and the chip stand under the text.
const NARROW: f32 = 460.0;

/// What of the claims passes a filter.
#[derive(Debug)]
pub struct Points {
    /// The key points whose claim does, each with that claim.
    put: Vec<(usize, usize)>,
    /// The other claims that do.
    others: Vec<usize>,
    /// How many do of each verdict.
    tally: [usize; Verdict::ALL.len()],
}

impl Points {
    /// What passes a filter.
    pub fn of(briefing: &Briefing, query: &ClaimsQuery) -> Self {
        let claims = &briefing.claims.claims;
        let kept: Vec<usize> = (0..claims.len()).filter(|index| query.keeps(&claims[*index])).collect();
        let places: BTreeMap<&Key, usize> = kept.iter().map(|index| (&claims[*index].id, *index)).collect();
        let points = briefing.claims.key_points.iter().enumerate();
        let put: Vec<(usize, usize)> =
            points.filter_map(|(index, point)| Some((index, *places.get(&point.claim)?))).collect();
        let named: BTreeSet<usize> = put.iter().map(|(_, claim)| *claim).collect();
        let count = |verdict| kept.iter().filter(|index| claims[**index].verdict == verdict).count();
        let tally = Verdict::ALL.map(count);
        Self { put, others: kept.into_iter().filter(|index| !named.contains(index)).collect(), tally }
    }

    /// The events that stand where one of the claims does.
    pub fn events(&self, briefing: &Briefing) -> BTreeSet<usize> {
        let here: BTreeSet<Locator> =
            self.claims(briefing).flat_map(|claim| briefing.locators(&claim.citations)).collect();
        let speaks = |event: &Event| briefing.locators(&event.citations).any(|at| here.contains(&at));
        let events = briefing.chronology().iter().enumerate();
        events.filter(|(_, event)| speaks(event)).map(|(number, _)| number).collect()
    }

    /// The claims, in the order in which they are shown.
    fn claims<'b>(&self, briefing: &'b Briefing) -> impl Iterator<Item = &'b Claim> {
        let all = self.put.iter().map(|(_, claim)| claim).chain(&self.others);
        all.filter_map(|index| briefing.claims.claims.get(*index))
    }
}

/// Draws the section: the key points whose claims speak of everything chosen.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut SummaryState) {
    let briefing = desk.briefing;
    if briefing.claims.claims.is_empty() {
        return;
    }
    let (query, words) = (&state.query, desk.words);
    let shown = state.points.get(query, |query| Points::of(briefing, query));
    let question = (query.clone(), words.language(), ui.pixels_per_point().to_bits());
    let chip = *state.chip.get(&question, |_| {
        let cited = shown.claims(briefing).filter_map(|claim| claim.citations.first());
        widest_chip(ui, desk, cited, [CHIP, 2.0 * CHIP])
    });
    let Points { put: points, others, tally } = shown;

    let top = ui.cursor().min;
    let (is_put, all) = (!briefing.claims.key_points.is_empty(), briefing.claims.claims.len());
    let name = words.say(&if is_put { message!(summary::key_points) } else { message!(summary::claims) });
    let aside = match (is_put, query.about.is_empty()) {
        (true, true) => message!(summary::key_points_of_claims, shown = points.len(), claims = all),
        (true, false) => {
            message!(summary::key_points_kept, shown = points.len(), points = briefing.claims.key_points.len())
        }
        (false, _) => message!(summary::claims_kept, shown = others.len(), claims = all),
    };
    found_head(ui, desk, &name, &words.say(&aside));
    let head = Rect::from_min_max(top + vec2(0.0, 5.0), pos2(ui.max_rect().right(), ui.min_rect().bottom()));
    within(ui, head, Layout::left_to_right(Align::Center), |ui| {
        at_right(ui, "tally", |ui| tally_ui(ui, *tally, words));
    });
    ui.add_space(2.0);
    ui.spacing_mut().item_spacing.y = 0.0;
    announce_change(ui, "key-points", &format!("{name}: {}", words.say(&aside)));
    let list = TallList::new(ui, "key-points", points.len() + others.len()).heard(name);
    let revealed = desk.revealed().and_then(|selection| {
        let Selection::Claim(key) = selection else { return None };
        shown.claims(briefing).position(|claim| claim.id == *key)
    });
    let needed = needed(desk, &query.about, revealed);
    list.some(ui, 0..points.len(), needed.clone(), |ui, row| {
        let (index, claim) = points[row];
        let point = &briefing.claims.key_points[index];
        let number = words.value(&(index + 1).into());
        row_ui(ui, desk, [&number, &point.lead, &point.text], &briefing.claims.claims[claim], chip);
    });
    if is_put && query.about.is_empty() {
        return;
    }
    if is_put && points.is_empty() {
        ui.label(Type::Body.text(words.say(&message!(summary::no_key_point)), tokens_of(ui).ink2));
    }
    if !others.is_empty() {
        if is_put {
            ui.add_space(12.0);
            found_head(ui, desk, &words.say(&message!(summary::other_claims)), &words.value(&others.len().into()));
        }
        let first = points.len();
        list.some(ui, first..first + others.len(), needed, |ui, row| {
            let claim = &briefing.claims.claims[others[row - first]];
            row_ui(ui, desk, ["", &claim.statement, ""], claim, chip);
        });
    }
}

/// How many claims have each verdict.
fn tally_ui(ui: &mut Ui, tally: [usize; Verdict::ALL.len()], words: &Words) {
    ui.spacing_mut().item_spacing.x = 6.0;
    for (number, (verdict, count)) in Verdict::ALL.into_iter().zip(tally).filter(|(_, count)| *count > 0).enumerate() {
        if number > 0 {
            ui.add_space(8.0);
        }
        let tip = words.say(&match verdict {
            Verdict::Supported => message!(summary::tally_supported, count = count),
            Verdict::Disputed => message!(summary::tally_disputed, count = count),
            Verdict::Outdated => message!(summary::tally_outdated, count = count),
            Verdict::Unverified => message!(summary::tally_unverified, count = count),
        });
        mark(ui, verdict);
        let number = ui.label(Type::Body.text(words.value(&count.into()), tokens_of(ui).ink));
        ui.ctx().accesskit_node_builder(number.id, |node| node.set_value(tip.as_str()));
        named_on_hover(ui, number, &tip);
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
    // One claim may be put in several points.
    let id = ui.scope_id().with(("key-point", number, claim.id.as_str()));
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
