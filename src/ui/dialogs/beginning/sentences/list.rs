//! The sentences in a list, of which only those in view are laid out.

use egui::text::{LayoutJob, TextWrapping};
use egui::{Id, Label, Rect, Response, Sense, Ui, WidgetInfo};
use egui::{accesskit::Role, pos2, vec2};

use super::Looking;
use crate::analysis::checks::Outcome;
use crate::briefing::{Message, Value};
use crate::import::document::{BlockKind, LeftOut, Proof};
use crate::message;
use crate::ui::direction::in_order;
use crate::ui::parts::paint_mark;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::heard::announce_change;
use crate::ui::widgets::{WalkedList, WalkedRow, paint_row};
use crate::words::Words;

/// Where the text of a row begins: behind its place and its mark.
const TEXT: f32 = 76.0;
/// As many lines and characters of a sentence are shown in the list; the paragraph beside it has all of them.
const LINES: usize = 3;
const LETTERS: usize = 400;
/// About as many rows are in view.
const PAGE: usize = 8;

/// Draws it, under what is to be said of all.
pub fn ui(ui: &mut Ui, words: &Words, proof: &mut Proof, looking: &mut Looking) {
    let t = tokens_of(ui);
    let counted = words.say(&message!(new_briefing::counted, count = proof.spans().len(), doubts = proof.doubts()));
    announce_change(ui, "sentences", &counted);
    ui.add(Label::new(Type::Caption.text(&counted, t.ink2)).truncate());
    let told: Vec<String> = told(proof).iter().map(|told| words.say(told)).collect();
    if !told.is_empty() {
        let left = told.join(" · ");
        ui.add(Label::new(Type::Caption.text(&left, t.ink2)).truncate()).on_hover_text(&left);
    }
    ui.add_space(2.0);
    let id = Id::unique("sentences-of-a-draft");
    if WalkedList::has_focus(ui, id) {
        looking.walk(ui, proof, PAGE);
    }
    let name = words.say(&message!(new_briefing::sentences));
    let (rows, reveal) = (proof.spans().len(), std::mem::take(&mut looking.reveal));
    let list = WalkedList { id, name: &name, rows, at: looking.at, reveal };
    if let Some(at) = list.ui(ui, &mut looking.wants_focus, |ui, row| row_ui(ui, words, proof, row)) {
        looking.go(at);
        looking.reveal = false;
    }
}

/// What of the document is not among its sentences: what its file says of it as a whole, what is not taken, and what
/// reviewers wrote in its margin.
fn told(proof: &Proof) -> Vec<Message> {
    let draft = proof.draft();
    let left: Vec<Message> = draft.left.iter().map(LeftOut::message).collect();
    let left = (!left.is_empty()).then(|| message!(new_briefing::not_taken, what = Value::list(left)));
    let comments = draft.comments.len();
    let comments = (comments > 0).then(|| message!(new_briefing::comments, count = comments));
    draft.remarks.iter().cloned().chain(left).chain(comments).collect()
}

fn row_ui(ui: &mut Ui, words: &Words, proof: &Proof, WalkedRow { at, id, is_at }: WalkedRow) -> Response {
    let t = tokens_of(ui);
    let Some(span) = proof.spans().get(at) else { return ui.response() };
    let whole = proof.text(at);
    let text = whole.char_indices().nth(LETTERS).map_or(whole, |(end, _)| whole.get(..end).unwrap_or_default());
    let format = match span.kind {
        BlockKind::Heading => Type::Body.strong_format(t.ink),
        BlockKind::Note => Type::Caption.format(t.ink2),
        BlockKind::Paragraph | BlockKind::Quote | BlockKind::Item => Type::Body.format(t.ink),
    };
    let mut job = LayoutJob::single_section(text.to_owned(), format);
    let room = (ui.available_width() - TEXT - 12.0).max(40.0);
    job.wrap = TextWrapping { max_width: room, max_rows: LINES, ..TextWrapping::default() };
    let galley = in_order(ui, ui.painter().layout_job(job));
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), galley.size().y + 10.0), Sense::empty());
    let row = ui.interact(rect, id, Sense::CLICK);
    let place = span.at.to_string();
    let heard = if span.doubtful {
        message!(new_briefing::row_heard_doubtful, at = &place, text = whole.to_owned())
    } else {
        message!(new_briefing::row_heard, at = &place, text = whole.to_owned())
    };
    row.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, ui.is_enabled(), words.say(&heard)));
    paint_row(ui, rect, is_at, row.contains_pointer());
    if span.at.sentence == 1 && at > 0 {
        ui.painter().hline(rect.x_range(), rect.top() + 0.5, (1.0, t.hairline));
    }
    let line = rect.top() + 5.0;
    let number = ui.painter().layout_no_wrap(place, Type::Caption.mono_font(), t.muted);
    ui.painter().galley(pos2(rect.left() + 10.0, line + 2.0), number, t.muted);
    if span.doubtful {
        let mark = Rect::from_min_size(pos2(rect.left() + TEXT - 24.0, line + 1.0), vec2(16.0, 16.0));
        paint_mark(ui, mark, Outcome::Warn);
    }
    ui.painter().galley(pos2(rect.left() + TEXT, line), galley, t.ink);
    row
}
