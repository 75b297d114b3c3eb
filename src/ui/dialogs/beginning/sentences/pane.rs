//! The paragraph of the sentence at hand, with the places at which its sentences end or might.

use std::ops::Range;

use egui::text::{CCursor, LayoutJob};
use egui::{Color32, Label, Rect, ScrollArea, Sense, Shape, Stroke, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use unicode_segmentation::UnicodeSegmentation as _;

use super::Looking;
use super::deeds;
use crate::import::document::Proof;
use crate::message;
use crate::ui::direction::in_order;
use crate::ui::theme::{Tokens, Type, tokens_of};
use crate::ui::widgets::heard::announce_change;
use crate::words::Words;
use crate::words::direction::turns;

/// So many bytes of a paragraph are shown before and behind the sentence, and of the sentence itself.
const AROUND: usize = 1500;
const MOST: usize = 8000;

/// A paragraph as it is shown.
#[derive(Debug)]
pub struct Pane {
    /// The first of its bytes that is shown.
    start: usize,
    text: LayoutJob,
    /// How many characters that are shown stand before the sentence.
    before: usize,
    /// Where its sentences end or might, in characters that are shown, and whether that is doubtful.
    marks: Vec<(usize, bool)>,
    /// Whether any of it runs from right to left.
    turns: bool,
}

impl Pane {
    fn of(proof: &Proof, at: usize, caret: Option<usize>, t: &Tokens) -> Option<Self> {
        let span = proof.spans().get(at)?;
        let text = proof.paragraph(at);
        let start = text.floor_char_boundary(span.bytes.start.saturating_sub(AROUND));
        let shown = text.ceil_char_boundary(span.bytes.end.min(span.bytes.start + MOST));
        let end = text.ceil_char_boundary((shown + AROUND).min(text.len()));
        let part = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
        let all = proof.draft().boundaries(span.at.paragraph).iter();
        let in_view = all.filter(|one| (one.ends || one.doubtful) && one.at > start && one.at < end);
        // A stretch that runs from right to left has no places within it that a line could be drawn at.
        let turns = turns(part(start, end));
        let mut lined: Vec<(Range<usize>, Color32)> = Vec::new();
        if let Some(caret) = caret {
            let from = span.bytes.start + proof.text(at).char_indices().nth(caret).map_or(0, |(byte, _)| byte);
            lined.push((from..word_end(text, from), t.accent));
        }
        if turns {
            let doubtful = in_view.clone().filter(|one| one.doubtful);
            lined.extend(doubtful.map(|one| (one.at..word_end(text, one.at), t.caution)));
        }
        let mut places: Vec<usize> = lined.iter().flat_map(|(range, _)| [range.start, range.end]).collect();
        places.extend([start, span.bytes.start, shown, end]);
        places.retain(|place| (start..=end).contains(place));
        places.sort_unstable();
        let mut job = LayoutJob::default();
        for (from, to) in places.iter().zip(places.iter().skip(1)) {
            let is_own = (span.bytes.start..shown).contains(from);
            let mut format = Type::Body.format(if is_own { t.ink } else { t.muted });
            if is_own {
                format.background = t.selected;
            }
            if let Some((_, ink)) = lined.iter().find(|(range, _)| range.contains(from)) {
                format.underline = Stroke::new(2.0, *ink);
            }
            job.append(part(*from, *to), 0.0, format);
        }
        let count = |to: usize| part(start, to).chars().count();
        let marks = in_view.filter(|_| !turns).map(|one| (count(one.at), one.doubtful)).collect();
        Some(Self { start, text: job, before: count(span.bytes.start), marks, turns })
    }
}

/// Where the word ends that begins at a place.
fn word_end(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    rest.split_word_bound_indices().nth(1).map_or(text.len(), |(end, _)| from + end)
}

/// Draws it, with what can be done below.
pub fn ui(ui: &mut Ui, words: &Words, proof: &mut Proof, looking: &mut Looking, room: Rect) {
    let t = tokens_of(ui);
    let Some(number) = proof.spans().get(looking.at).map(|span| span.at.paragraph) else { return };
    ui.add(Label::new(Type::Caption.text(words.say(&message!(new_briefing::paragraph, number = number)), t.ink2)));
    ui.add_space(4.0);
    let height = (room.bottom() - ui.cursor().top() - deeds::HEIGHT - 8.0).max(40.0);
    let scroll = ScrollArea::vertical().id_salt(("paragraph", number)).auto_shrink(false);
    scroll.max_height(height).min_scrolled_height(height).show(ui, |ui| {
        paragraph_ui(ui, words, proof, looking, number);
        for comment in proof.draft().comments.iter().filter(|comment| comment.block + 1 == usize::from(number)) {
            ui.add_space(6.0);
            let text = comment.text.clone();
            let said = match comment.author.clone() {
                Some(author) => message!(new_briefing::comment, author = author, text = text),
                None => message!(new_briefing::comment_nobody, text = text),
            };
            ui.add(Label::new(Type::Caption.text(words.say(&said), t.ink2)).wrap());
        }
    });
    let foot = Rect::from_min_max(pos2(room.left(), room.bottom() - deeds::HEIGHT), room.max);
    deeds::ui(ui, words, proof, looking, foot);
}

fn paragraph_ui(ui: &mut Ui, words: &Words, proof: &Proof, looking: &mut Looking, number: u16) {
    let t = tokens_of(ui);
    let caret = looking.caret(proof);
    let (key, at) = ((proof.revision(), looking.at, caret, t.paper), looking.at);
    let Looking { pane, shows, .. } = looking;
    let pane = pane.get(&key, |_| Pane::of(proof, at, caret, t).unwrap_or_else(Pane::empty));
    let mut job = pane.text.clone();
    job.wrap.max_width = ui.available_width() - 8.0;
    let galley = in_order(ui, ui.painter().layout_job(job));
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), galley.size().y + 8.0), Sense::empty());
    let response = ui.interact(rect, ui.scope_id().with("text"), Sense::CLICK);
    let name = words.say(&message!(new_briefing::paragraph_heard, number = number));
    response.widget_info(|| WidgetInfo::labeled(Role::Paragraph, ui.is_enabled(), &name));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_value(pane.text.text.as_str()));
    let corner = rect.min + vec2(4.0, 2.0);
    ui.painter().galley(corner, std::sync::Arc::clone(&galley), t.ink);
    let line = |character: usize| {
        let place = galley.pos_from_cursor(CCursor::new(character)).translate(corner.to_vec2());
        [pos2(place.left() - 1.5, place.top()), pos2(place.left() - 1.5, place.bottom())]
    };
    for (character, doubtful) in &pane.marks {
        if *doubtful {
            ui.painter().extend(Shape::dashed_line(&line(*character), Stroke::new(2.0, t.caution), 3.0, 2.0));
        } else {
            ui.painter().line_segment(line(*character), Stroke::new(1.0, t.stroke));
        }
    }
    if std::mem::take(shows) {
        let [top, bottom] = line(pane.before);
        ui.scroll_to_rect(Rect::from_two_pos(top, bottom).expand2(vec2(0.0, 2.0 * Type::Body.line())), None);
    }
    if let Some(caret) = caret.filter(|_| !pane.turns) {
        let [top, bottom] = line(pane.before + caret);
        ui.painter().line_segment([top, bottom], Stroke::new(2.0, t.accent));
        let tip = vec![top + vec2(-3.5, -2.0), top + vec2(3.5, -2.0), top + vec2(0.0, 3.0)];
        ui.painter().add(Shape::convex_polygon(tip, t.accent, Stroke::NONE));
    }
    if let Some(pointer) = response.interact_pointer_pos().filter(|_| response.clicked()) {
        let character = usize::from(galley.cursor_from_pos(pointer - corner).index);
        let paragraph = proof.paragraph(at);
        let shown = paragraph.get(pane.start..).unwrap_or_default();
        let byte = pane.start + shown.char_indices().nth(character).map_or(shown.len(), |(byte, _)| byte);
        if let Some(sentence) = proof.sentence_at(number, byte.min(paragraph.len().saturating_sub(1))) {
            let start = proof.spans().get(sentence).map_or(0, |span| span.bytes.start);
            let within = paragraph.get(start..byte).unwrap_or_default().chars().count();
            looking.point(proof, sentence, within);
        }
        looking.wants_focus = true;
    }
    if let Some(caret) = caret {
        let word: String = proof.text(at).chars().skip(caret).take_while(|c| !c.is_whitespace()).take(40).collect();
        let said = words.say(&message!(new_briefing::caret, word = word));
        announce_change(ui, ("caret", at), &said);
        ui.add(Label::new(Type::Caption.text(&said, t.ink2)).wrap());
    }
}

impl Pane {
    fn empty() -> Self {
        Self { start: 0, text: LayoutJob::default(), before: 0, marks: Vec::new(), turns: false }
    }
}

#[cfg(test)]
mod tests {
    use super::Pane;
    use crate::briefing::progress::Progress;
    use crate::import::document::{Draft, Proof, Reading, of_bytes};
    use crate::ui::theme::tokens::LIGHT;

    /// What is marked in the paragraph of the first sentence of a text that would be split at its first place: the words
    /// with a line below them, and how many lines stand between words.
    fn marked(text: &str) -> (Vec<String>, usize) {
        let content = of_bytes("", text.as_bytes(), &Reading::default(), &Progress::default()).expect("it is read");
        let proof = Proof::of(Draft::of(content));
        let pane = Pane::of(&proof, 0, proof.places(0).first().copied(), &LIGHT).expect("a paragraph");
        let below = pane.text.sections.iter().filter(|section| !section.format.underline.is_empty());
        let words = below
            .map(|section| pane.text.text[section.byte_range.start.0..section.byte_range.end.0].to_owned())
            .collect();
        (words, pane.marks.len())
    }

    #[test]
    fn the_word_is_marked_before_which_it_would_be_split_whichever_way_it_runs() {
        assert_eq!(marked("They met in Piraeus. Nobody signed.\n"), (vec!["met".to_owned()], 1));
        assert_eq!(marked("اتفق الوزيران في بيرايوس. ولم يوقع أحد.\n"), (vec!["الوزيران".to_owned()], 0));
    }
}
