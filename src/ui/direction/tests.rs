use egui::text::{LayoutJob, TextWrapping};
use egui::{Color32, Context, Galley, RawInput};
use proptest::prelude::*;
use unicode_bidi::{BidiInfo, ParagraphBidiInfo};
use unicode_segmentation::UnicodeSegmentation as _;

use super::atoms::{Kind, Setter};
use super::lines::lines;
use super::ordered::ordered;
use super::rows::placed;
use crate::ui::theme::{Type, install};

/// What is done with the fonts of a window that is not there.
fn with_fonts<T>(job: &LayoutJob, act: impl FnOnce(&mut Setter<'_, '_>) -> T) -> T {
    let ctx = Context::default();
    install(&ctx);
    let mut act = Some(act);
    let mut done = None;
    let mut output = ctx.run_ui(RawInput::default(), |ui| {
        if let Some(act) = act.take() {
            done = Some(ui.fonts_mut(|fonts| act(&mut Setter { fonts, job })));
        }
    });
    output.textures_delta.clear();
    done.expect("a frame was drawn")
}

fn job(text: &str, wrap: TextWrapping) -> LayoutJob {
    LayoutJob { wrap, ..LayoutJob::simple(text.to_owned(), Type::Body.font(), Color32::BLACK, f32::INFINITY) }
}

/// The lines of a text as they are seen, from left to right.
fn seen(text: &str, wrap: TextWrapping) -> Vec<String> {
    let job = job(text, wrap);
    with_fonts(&job, |setter| {
        let (lines, _) = lines(setter);
        let line = |line: &super::lines::Line| {
            let mut placed = placed(line, &job, 20.0, 1.0);
            placed.sort_by_key(|one| one.place);
            placed
                .iter()
                .map(|one| {
                    let set = one.atom.galley.text();
                    if one.atom.level.is_rtl() && one.atom.kind == Kind::Letters {
                        set.graphemes(true).rev().collect()
                    } else {
                        set.to_owned()
                    }
                })
                .collect::<String>()
        };
        lines.iter().map(line).collect()
    })
}

fn in_one(text: &str) -> String {
    seen(text, TextWrapping::no_max_width()).concat()
}

#[test]
fn the_first_word_stands_at_the_right_and_figures_keep_their_order() {
    assert_eq!(in_one("אבג דהו"), "והד גבא");
    assert_eq!(in_one("אב (גד)"), "(דג) בא", "a bracket opens where it is read");
    assert_eq!(in_one("Haifa – חיפה"), "Haifa – הפיח");
    assert_eq!(in_one("אב 244.8 גד"), "דג 244.8 בא");
    assert_eq!(in_one("﷼244.8 of trade"), "﷼244.8 of trade", "a sign turns no sentence");
    assert_eq!(in_one("from ﷼7.5 bn to 9.25 ؋ m"), "from ﷼7.5 bn to 9.25 ؋ m", "and no figure, wherever it stands");
    assert_eq!(in_one("\u{2068}﷼\u{2069}244.8 m"), "\u{2068}﷼\u{2069}244.8 m", "a sign that is set apart");
    assert_eq!(in_one("الف ۱۲۳ ب"), "ب ۱۲۳ فلا");
    assert_eq!(in_one("גד."), ".דג", "a full stop is the end");
}

#[test]
fn text_is_wrapped_as_it_is_read() {
    let lines = seen("אאאא בבבב גגגג", TextWrapping::wrap_at_width(70.0));
    assert_eq!(lines.iter().map(|line| line.trim()).collect::<Vec<_>>(), ["בבבב אאאא", "גגגג"]);
    let cut = seen("אאאא בבבב גגגג", TextWrapping::truncate_at_width(70.0)).concat();
    assert!(cut.starts_with('…') && cut.ends_with("אאאא"), "what is read last is cut: {cut}");
    let long = seen("אבגדהוזחטיכלמנסעפצקרשת", TextWrapping::wrap_at_width(60.0));
    assert!(long.len() > 1 && long[0].ends_with('א') && long.iter().all(|line| line.chars().count() > 3), "{long:?}");
}

/// A text as egui lays it out and as it is shown.
fn both(text: &str, wrap: TextWrapping) -> (Galley, Galley) {
    let job = job(text, wrap);
    with_fonts(&job, |setter| {
        let source = setter.fonts.layout_job(job.clone());
        let shown = ordered(setter.fonts, &source).expect("it is something");
        ((*source).clone(), shown)
    })
}

#[test]
fn it_takes_the_room_that_egui_gave_it() {
    for text in ["سلطنة عُمان", "Oman – سلطنة عُمان", "موانئ\n\nعُمان 2024", "(لا) 12.5 %"]
    {
        let (source, shown) = both(text, TextWrapping::no_max_width());
        assert!((source.size() - shown.size()).abs().max_elem() <= 1.0, "{text}: {} {}", source.size(), shown.size());
        assert_eq!(source.rows.len(), shown.rows.len());
    }
}

#[test]
fn what_is_selected_is_what_was_written() {
    let (_, shown) = both("Oman – سلطنة عُمان, 2024", TextWrapping::no_max_width());
    let characters = "Oman – سلطنة عُمان, 2024".chars().count();
    assert_eq!(shown.end().index.0, characters, "a place for each character");
    let at = |x: f32| shown.cursor_from_pos(egui::vec2(x, 5.0)).index.0;
    assert_eq!(at(-5.0), 0);
    assert_eq!(at(shown.size().x + 5.0), characters);
    let places: Vec<usize> = (0..shown.size().x as usize).map(|x| at(x as f32)).collect();
    assert!(places.is_sorted(), "from left to right through what is read: {places:?}");
    assert!(places.contains(&2), "a letter of the word that is not turned");
}

#[test]
fn a_line_of_thai_ends_between_words() {
    let text = "ราชอาณาจักรไทยและราชอาณาจักรกัมพูชา";
    let lines = seen(text, TextWrapping::wrap_at_width(90.0));
    assert!(lines.len() > 1 && lines.concat() == text, "{lines:?}");
    for line in &lines {
        let word = ["ราช", "อาณาจักร", "ไทย", "และ", "กัมพูชา"].iter().any(|word| line.starts_with(word));
        assert!(word, "a line begins within a word: {lines:?}");
    }
}

#[test]
fn a_part_of_a_joined_word_is_marked_and_the_word_stays_as_it_is() {
    let marked = |parts: &[(&str, Color32)]| {
        let mut job = LayoutJob::default();
        for (part, background) in parts {
            let color = if *background == Color32::TRANSPARENT { Color32::BLACK } else { Color32::WHITE };
            job.append(part, 0.0, egui::TextFormat { background: *background, color, ..Type::Body.format(color) });
        }
        with_fonts(&job, |setter| {
            let source = setter.fonts.layout_job(job.clone());
            ordered(setter.fonts, &source).expect("it is something")
        })
    };
    let whole = marked(&[("عمان", Color32::TRANSPARENT)]);
    let part = marked(&[("عم", Color32::TRANSPARENT), ("ان", Color32::RED)]);
    let glyphs = |galley: &Galley| {
        let visuals = &galley.rows[0].visuals;
        let vertices = &visuals.mesh.vertices[visuals.glyph_vertex_range.clone()];
        vertices.iter().map(|vertex| vertex.pos).collect::<Vec<_>>()
    };
    assert_eq!(glyphs(&whole), glyphs(&part), "the letters are joined as ever");
    let visuals = &part.rows[0].visuals;
    let behind: Vec<f32> = visuals.mesh.vertices[..visuals.glyph_vertex_range.start].iter().map(|v| v.pos.x).collect();
    let (left, right) = behind.iter().fold((f32::MAX, f32::MIN), |(left, right), x| (left.min(*x), right.max(*x)));
    let width = part.rows[0].size.x;
    assert!(
        left < 1.0 && right > width * 0.2 && right < width * 0.8,
        "what is read last is at the left: {left}–{right} of {width}"
    );
    let white = visuals.mesh.vertices[visuals.glyph_vertex_range.clone()].iter().filter(|v| v.color == Color32::WHITE);
    assert_eq!(white.count(), 8, "two letters");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn a_line_is_in_the_order_of_the_unicode_bidirectional_algorithm(text in "[abאבגו12., –\u{2068}\u{2069}]{1,16}") {
        let info = BidiInfo::new(&text, None);
        let paragraph = info.paragraphs.first().expect("a paragraph");
        let expected = info.reorder_line(paragraph, paragraph.range.clone()).into_owned();
        prop_assert_eq!(in_one(&text), expected);
        prop_assert_eq!(ParagraphBidiInfo::new(&text, None).paragraph_level, paragraph.level);
    }

    #[test]
    fn no_letter_is_lost_in_any_width(text in "[abאבגו1 ]{1,30}", width in 10.0f32..90.0) {
        let lines = seen(&text, TextWrapping::wrap_at_width(width)).concat();
        let sorted = |text: &str| { let mut letters: Vec<char> = text.chars().collect(); letters.sort_unstable(); letters };
        prop_assert_eq!(sorted(&lines), sorted(&text));
    }
}

/// Egui has a place for the cursor behind each glyph, and holds it to be one behind each character. Where no font has a
/// character as one, it is set as several, and a place behind the last of them is none that the text has: a double click
/// there subtracts more than there is. What checks its arithmetic panics, what does not takes the start of the line, so
/// that all of it is selected. This fails once egui counts characters; then it can go.
#[test]
fn a_place_that_no_character_has_leads_to_the_start_of_the_line() {
    use egui::text::CCursor;
    use egui::text_selection::text_cursor_state::{ccursor_next_word, ccursor_previous_word};

    for text in ["one ǟ", "one ǵ", "\u{2068}\u{591}\u{2069}"] {
        let characters = text.chars().count();
        let (source, _) = both(text, TextWrapping::no_max_width());
        let behind = source.end();
        assert!(behind.index.0 > characters, "{text:?} has a place for each character");
        let start = std::panic::catch_unwind(|| ccursor_previous_word(text, behind).index.0);
        assert!(start.is_err() || start.is_ok_and(|start| start == 0), "{text:?}");
        assert_eq!(ccursor_next_word(text, behind).index.0, characters, "{text:?}");
        assert_eq!(
            ccursor_previous_word(text, CCursor::new(characters)).index.0,
            text.rfind(' ').map_or(0, |at| at + 1)
        );
    }
}
