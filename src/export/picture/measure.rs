//! How wide text is, and where it breaks, with the fonts that the pixels are made with.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use parley::fontique::{Blob, Collection, CollectionOptions, FontInfoOverride, SourceCache};
use parley::style::TextWrapMode;
use parley::{FontContext, FontFamily, FontWeight, Layout, LayoutContext, PositionedLayoutItem, StyleProperty};
use unicode_normalization::char::{canonical_combining_class, is_combining_mark};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::drawing::{self, Face, Measure as _, cut, line_of};
use crate::export::fonts::{ALL, ARABIC, ARABIC_FAMILY, CHINESE, CHINESE_FAMILY, MONO_FAMILY, SANS_FAMILY, system};
use crate::export::unparted::unparted;

/// No more of a text than this is looked at for one line of a picture, in characters.
const MOST: usize = 400;

/// Measures text.
pub struct Measure {
    fonts: FontContext,
    layouts: LayoutContext<()>,
    /// The families that a text is set in, the first before the others.
    families: String,
    /// The family of each face that is not the text's own, by the number that Parley knows it by.
    others: Vec<(u64, String)>,
}

/// A stretch of a line in one face and one direction.
#[derive(Clone, Debug, PartialEq)]
pub struct Stretch {
    /// Where it stands in the text.
    pub bytes: Range<usize>,
    /// Where it begins, from the left of the line.
    pub left: f32,
    /// The family of its face, where that is not the text's own.
    pub family: Option<String>,
    /// Whether it runs from right to left.
    pub turned: bool,
}

impl fmt::Debug for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Measure").finish_non_exhaustive()
    }
}

impl Measure {
    /// With the bundled fonts, and those of the system for what these lack.
    pub fn new() -> Self {
        let mut collection = Collection::new(CollectionOptions { shared: false, system_fonts: false });
        let mut others = Vec::new();
        for face in ALL {
            let blob = Blob::new(Arc::new(face));
            let family = [(CHINESE, CHINESE_FAMILY), (ARABIC, ARABIC_FAMILY)].into_iter().find(|(of, _)| *of == face);
            others.extend(family.map(|(_, family)| (blob.id(), family.to_owned())));
            collection.register_fonts(blob, None);
        }
        let fonts = FontContext { collection, source_cache: SourceCache::default() };
        let families = format!("{SANS_FAMILY}, {CHINESE_FAMILY}, {ARABIC_FAMILY}");
        Self { fonts, layouts: LayoutContext::new(), families, others }
    }

    /// The text in lines no wider than `room`. What does not go into `most` lines ends in an ellipsis.
    pub fn lines(&mut self, text: &str, face: Face, room: f32, most: usize) -> Vec<String> {
        let shown = line_of(text);
        let looked_at = cut(&shown, MOST * most);
        let (_, mut lines) = self.break_lines(looked_at, face, Some(room));
        if lines.len() > most || looked_at.len() < shown.len() {
            lines.truncate(most);
            if let Some(last) = lines.last_mut() {
                last.push('…');
                *last = self.fit(last, face, room);
            }
        }
        lines
    }

    /// How wide a line is, and its stretches in the order in which they are read.
    pub fn stretches(&mut self, text: &str, face: Face) -> (f32, Vec<Stretch>) {
        let layout = self.layout(text, face, None);
        let starts = syllables(text);
        let mut stretches = Vec::new();
        for item in layout.lines().flat_map(|line| line.items()) {
            let PositionedLayoutItem::GlyphRun(run) = item else { continue };
            let (mut left, run) = (run.offset(), run.run());
            let (id, turned) = (run.font().data.id(), run.is_rtl());
            let family = self.others.iter().find(|(other, _)| *other == id).map(|(_, family)| family.clone());
            let bundled = family.as_ref().is_none_or(|family| family == ARABIC_FAMILY || family == CHINESE_FAMILY);
            if turned || bundled {
                stretches.push(Stretch { bytes: run.text_range(), left, family, turned });
                continue;
            }
            // What draws the picture (usvg 0.47) takes a syllable of several glyphs to be as wide as one of them, so
            // what comes after it is put where it belongs.
            let (mut open, mut begun): (Option<Stretch>, usize) = (None, run.text_range().start);
            for cluster in run.visual_clusters() {
                let bytes = cluster.text_range();
                if starts.binary_search(&bytes.start).is_ok() {
                    if text.get(begun..bytes.start).is_some_and(|syllable| syllable.chars().count() > 1) {
                        stretches.extend(open.take());
                    }
                    begun = bytes.start;
                }
                let family = family.clone();
                let end = bytes.end;
                match &mut open {
                    Some(stretch) => stretch.bytes.end = end,
                    None => open = Some(Stretch { bytes, left, family, turned }),
                }
                left += cluster.advance();
            }
            stretches.extend(open);
        }
        stretches.sort_by_key(|stretch| stretch.bytes.start);
        stretches.dedup_by_key(|stretch| stretch.bytes.start);
        (layout.full_width(), stretches)
    }

    /// The widest line, and the lines.
    fn break_lines(&mut self, text: &str, face: Face, room: Option<f32>) -> (f32, Vec<String>) {
        let layout = self.layout(text, face, room);
        let lines = layout.lines().filter_map(|line| text.get(line.text_range()));
        (layout.full_width(), lines.map(|line| line.trim_end_matches(' ').to_owned()).collect())
    }

    fn layout(&mut self, text: &str, face: Face, room: Option<f32>) -> Layout<()> {
        for face in system::faces(text) {
            let name = format!("\"{}\"", face.name);
            if !self.families.contains(&name) {
                let named = FontInfoOverride { family_name: Some(&face.name), ..FontInfoOverride::default() };
                self.fonts.collection.register_fonts(face.blob.clone(), Some(named));
                self.families.push_str(", ");
                self.families.push_str(&name);
                self.others.push((face.blob.id(), face.family.clone()));
            }
        }
        let mut builder = self.layouts.ranged_builder(&mut self.fonts, text, 1.0, false);
        let first = if face.mono { MONO_FAMILY } else { SANS_FAMILY };
        let families = format!("{first}, {}", self.families);
        builder.push_default(StyleProperty::FontFamily(FontFamily::Source(Cow::Borrowed(&families))));
        builder.push_default(StyleProperty::FontSize(face.size));
        builder.push_default(StyleProperty::FontWeight(if face.strong {
            FontWeight::SEMI_BOLD
        } else {
            FontWeight::NORMAL
        }));
        builder.push_default(StyleProperty::OverflowWrap(parley::OverflowWrap::Anywhere));
        if room.is_some() {
            for range in unparted(text) {
                builder.push(StyleProperty::TextWrapMode(TextWrapMode::NoWrap), range);
            }
        }
        let mut layout = builder.build(text);
        layout.break_all_lines(room);
        layout
    }
}

/// Where the syllables of a text begin, in the order of the text: what stands on a letter or is joined to it is of its
/// syllable.
fn syllables(text: &str) -> Vec<usize> {
    /// The class of the marks that join what follows to what comes before.
    const JOINS: u8 = 9;
    let mut before = None;
    let mut starts = Vec::new();
    for (at, cluster) in text.grapheme_indices(true) {
        let joined = before.is_some_and(|before| before == '\u{200d}' || canonical_combining_class(before) == JOINS);
        if !joined && !cluster.starts_with(is_combining_mark) {
            starts.push(at);
        }
        before = cluster.chars().next_back();
    }
    starts
}

impl drawing::Measure for Measure {
    fn width(&mut self, text: &str, face: Face) -> f32 {
        self.break_lines(&line_of(text), face, None).0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Measure;
    use crate::drawing::{Face, Measure as _};

    const FACE: Face = Face { size: 12.0, strong: false, mono: false };

    #[test]
    fn text_of_every_script_of_the_briefing_has_its_width() {
        let mut measure = Measure::new();
        // Every letter of Plex Mono is six tenths of its size wide, every Chinese one as wide as it is high.
        let mono = measure.width("sha256", Face { mono: true, ..FACE });
        assert!((mono - 6.0 * 7.2).abs() < 0.1, "{mono}");
        let chinese = measure.width("中国", FACE);
        assert!((chinese - 24.0).abs() < 0.1, "{chinese}");
        let strong = measure.width("Россия", Face { strong: true, ..FACE });
        assert!(strong > measure.width("Россия", FACE));
    }

    #[test]
    fn what_does_not_fit_ends_in_an_ellipsis() {
        let mut measure = Measure::new();
        assert_eq!(measure.fit("short", FACE, 100.0), "short");
        let long = "Brazil ".repeat(2000);
        let cut = measure.fit(&long, FACE, 100.0);
        assert!(cut.starts_with("Brazil") && cut.ends_with('…') && measure.width(&cut, FACE) <= 100.0, "{cut}");
        let lines = measure.lines(&long, FACE, 100.0, 3);
        assert!(lines.len() == 3 && lines[2].ends_with('…') && !lines[1].ends_with('…'), "{lines:?}");
        assert_eq!(measure.lines("", FACE, 100.0, 3).concat(), "");
    }

    #[test]
    fn a_syllable_is_whole() {
        let parts = |text: &str| {
            let starts = super::syllables(text);
            let ends = starts.iter().skip(1).copied().chain([text.len()]);
            starts.iter().zip(ends).map(|(start, end)| text[*start..end].to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(parts("नेपाल"), ["ने", "पा", "ल"]);
        assert_eq!(parts("កម្ពុជា"), ["ក", "ម្ពុ", "ជា"]);
        assert_eq!(parts("မြန်မာ"), ["မြ", "န်မာ"]);
        assert_eq!(parts("ไทย"), ["ไ", "ท", "ย"]);
    }

    #[test]
    fn a_line_is_told_in_stretches_of_one_face_and_direction() {
        let mut measure = Measure::new();
        let text = "Oman, عُمان and 中国";
        let (width, stretches) = measure.stretches(text, FACE);
        let told: Vec<(&str, bool, bool)> = stretches
            .iter()
            .map(|stretch| (&text[stretch.bytes.clone()], stretch.family.is_some(), stretch.turned))
            .collect();
        let expected = [
            ("Oman, ", false, false),
            ("عُمان", true, true),
            (" ", false, false),
            ("and ", false, false),
            ("中国", true, false),
        ];
        assert_eq!(told, expected);
        assert!(stretches.is_sorted_by(|a, b| a.left < b.left) && width > stretches[4].left);
    }

    #[test]
    fn no_line_parts_a_number_from_its_groups_or_its_unit() {
        let mut measure = Measure::new();
        let text = "Dues from 39\u{a0}623\u{a0}456\u{a0}789 to 48\u{a0}746\u{a0}913 are 12.5\u{a0}% more";
        for room in 110_u8..250 {
            let lines = measure.lines(text, FACE, room.into(), 20);
            assert!(lines.len() > 1, "{room}");
            let whole = |line: &String| !line.starts_with(char::is_whitespace) && !line.ends_with('\u{a0}');
            assert!(lines.iter().all(whole), "{room}: {lines:?}");
            assert_eq!(lines.join(" "), text, "{room}: what is long is broken at its spaces");
        }
    }

    proptest! {
        #[test]
        fn lines_stay_within_their_room(text in "[a-zа-я中 ]{0,200}", room in 40.0f32..400.0) {
            let mut measure = Measure::new();
            for line in measure.lines(&text, FACE, room, 50) {
                prop_assert!(measure.width(&line, FACE) <= room + 0.1, "{line}");
            }
        }
    }
}
