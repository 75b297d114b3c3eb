//! The parts of a paragraph that are set as one: each runs one way and has one format, so egui can set it.

use std::ops::Range;
use std::sync::Arc;

use egui::epaint::text::{ByteIndex, FontsView};
use egui::text::{LayoutJob, LayoutSection, TextWrapping};
use egui::{Color32, Galley, Stroke, TextFormat};
use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;
use unicode_bidi::{BidiClass, Level, ParagraphBidiInfo, bidi_class};
use unicode_bidi_mirroring::get_mirrored;
use unicode_segmentation::UnicodeSegmentation as _;

use super::marked::marked;
use crate::briefing::visible::is_isolate;
use crate::words::direction::{begins_at_the_right, is_sign, signs_levelled};

/// A part of a paragraph as egui sets it.
#[derive(Clone, Debug)]
pub(super) struct Atom {
    /// Where it stands in the text of the job.
    pub(super) bytes: Range<usize>,
    /// How deep it is embedded; odd where it runs from right to left.
    pub(super) level: Level,
    /// Which section of the job gives its format.
    pub(super) section: usize,
    /// What it is made of.
    pub(super) kind: Kind,
    /// It, set by itself.
    pub(super) galley: Arc<Galley>,
    /// How wide that is, in points.
    pub(super) width: f32,
}

/// What an atom is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters that are set together, so that they join.
    Letters,
    /// White space, at which a line can be broken.
    Space,
    /// One character that is set by itself.
    Lone,
    /// One character before and after which a line can be broken.
    Ideograph,
    /// One that closes a clause of ideographs, and so begins no line.
    Closing,
    /// One that sets text apart and is not seen.
    Hidden,
    /// A word of a script that puts no spaces between them, before and after which a line can be broken.
    Word,
}

impl Atom {
    /// Whether a line may end between this one and the next.
    pub(super) const fn may_end_line(&self, next: &Self) -> bool {
        match (self.kind, next.kind) {
            (Kind::Space, Kind::Hidden) => true,
            (_, Kind::Space | Kind::Closing | Kind::Hidden) => false,
            (Kind::Space | Kind::Ideograph | Kind::Closing, _) | (_, Kind::Ideograph) | (Kind::Word, Kind::Word) => {
                true
            }
            _ => false,
        }
    }
}

/// Sets parts of a job.
pub(super) struct Setter<'a, 'f> {
    /// The fonts of the window.
    pub(super) fonts: &'a mut FontsView<'f>,
    /// What is set.
    pub(super) job: &'a LayoutJob,
}

impl Setter<'_, '_> {
    /// The atoms of a paragraph in the order in which they are read, and the level of the paragraph.
    pub(super) fn atoms(&mut self, paragraph: Range<usize>) -> (Vec<Atom>, Level) {
        let text = &self.job.text[paragraph.clone()];
        let own = if begins_at_the_right(text) { Level::rtl() } else { Level::ltr() };
        let levelled = signs_levelled(text);
        let info = ParagraphBidiInfo::new(&levelled, Some(own));
        let words = words(text);
        let mut parts: Vec<(Range<usize>, Level, usize, Kind)> = Vec::new();
        for (at, cluster) in text.grapheme_indices(true) {
            let level = info.levels.get(at).copied().unwrap_or(info.paragraph_level);
            let (start, kind) = (paragraph.start + at, kind(cluster, level));
            let section = self.section_at(start);
            let end = start + cluster.len();
            let goes_on = |of: Level, from: usize, same: Kind| {
                (of, same) == (level, kind)
                    && match kind {
                        // Letters that join do so whatever is marked in them.
                        Kind::Letters if level.is_rtl() => self.is_alike(from, section),
                        Kind::Letters | Kind::Space => from == section,
                        Kind::Word => from == section && words.binary_search(&at).is_err(),
                        _ => false,
                    }
            };
            match parts.last_mut() {
                Some((bytes, of, from, same)) if goes_on(*of, *from, *same) => bytes.end = end,
                _ => parts.push((start..end, level, section, kind)),
            }
        }
        let set = parts.into_iter().map(|(bytes, level, section, kind)| self.atom(bytes, level, section, kind));
        (set.collect(), info.paragraph_level)
    }

    /// An atom, set.
    pub(super) fn atom(&mut self, bytes: Range<usize>, level: Level, section: usize, kind: Kind) -> Atom {
        let text = &self.job.text[bytes.clone()];
        let turned = level.is_rtl() && kind != Kind::Letters;
        // A bracket that opens what runs from right to left is drawn the other way round.
        let text = if turned {
            text.chars().map(|character| get_mirrored(character).unwrap_or(character)).collect()
        } else {
            text.to_owned()
        };
        let (mut galley, width) = self.set(text, section);
        if self.section_at(bytes.end.saturating_sub(1)) > section
            && let Some(marked) = marked(&galley, self.job, bytes.start)
        {
            galley = Arc::new(marked);
        }
        Atom { bytes, level, section, kind, galley, width }
    }

    /// Whether two sections differ in nothing but what is drawn behind, over and under their letters.
    fn is_alike(&self, one: usize, other: usize) -> bool {
        let plain = |section: usize| {
            self.job.sections.get(section).map(|section| TextFormat {
                color: Color32::PLACEHOLDER,
                background: Color32::TRANSPARENT,
                underline: Stroke::NONE,
                strikethrough: Stroke::NONE,
                ..section.format.clone()
            })
        };
        one == other || plain(one) == plain(other)
    }

    /// What stands for a text that is cut off.
    pub(super) fn ellipsis(&mut self, at: usize, level: Level, section: usize) -> Option<Atom> {
        let character = self.job.wrap.overflow_character?;
        let (galley, width) = self.set(character.to_string(), section);
        Some(Atom { bytes: at..at, level, section, kind: Kind::Lone, galley, width })
    }

    /// A text in the format of a section, in one row, and how wide it is.
    pub(super) fn set(&mut self, text: String, section: usize) -> (Arc<Galley>, f32) {
        let format = self.job.sections.get(section).map(|section| section.format.clone()).unwrap_or_default();
        let sections =
            vec![LayoutSection { leading_space: 0.0, byte_range: ByteIndex(0)..ByteIndex(text.len()), format }];
        let galley = self.fonts.layout_job(LayoutJob {
            text,
            sections,
            wrap: TextWrapping::no_max_width(),
            break_on_newline: false,
            round_output_to_gui: false,
            ..LayoutJob::default()
        });
        let width = galley.rows.first().map_or(0.0, |row| row.size.x);
        (galley, width)
    }

    /// The beginning of an atom that is no wider than `room`, and what is left of it. At least one character goes into
    /// the first where it must.
    pub(super) fn cut(&mut self, atom: &Atom, room: f32, must: bool) -> (Option<Atom>, Option<Atom>) {
        let text = &self.job.text[atom.bytes.clone()];
        let ends: Vec<usize> = text.grapheme_indices(true).map(|(at, cluster)| at + cluster.len()).collect();
        let mut part = |from: usize, to: usize| {
            let bytes = atom.bytes.start + from..atom.bytes.start + to;
            let section = self.section_at(bytes.start);
            self.atom(bytes, atom.level, section, atom.kind)
        };
        let (mut fits, mut too_many) = (usize::from(must), ends.len() + 1);
        while fits + 1 < too_many {
            let middle = usize::midpoint(fits, too_many);
            if part(0, ends[middle - 1]).width <= room { fits = middle } else { too_many = middle }
        }
        let end = fits.checked_sub(1).and_then(|last| ends.get(last)).copied().unwrap_or_default();
        let first = (end > 0).then(|| part(0, end));
        let rest = (end < text.len()).then(|| part(end, text.len()));
        (first, rest)
    }

    /// The section that a byte of the text is in.
    pub(super) fn section_at(&self, byte: usize) -> usize {
        let sections = &self.job.sections;
        sections.partition_point(|section| section.byte_range.end.0 <= byte).min(sections.len().saturating_sub(1))
    }
}

/// Where the words of a text begin that no space parts, in the order of the text.
fn words(text: &str) -> Vec<usize> {
    if !divides(text) {
        return Vec::new();
    }
    LineSegmenter::new_dictionary(LineBreakOptions::default()).segment_str(text).collect()
}

/// Whether a text is of a script that puts no spaces between words.
pub(super) fn divides(text: &str) -> bool {
    text.chars().any(is_undivided)
}

/// Whether a letter is Thai, Lao, Burmese or Khmer.
const fn is_undivided(letter: char) -> bool {
    matches!(letter, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{a9e0}'..='\u{a9ff}' | '\u{aa60}'..='\u{aa7f}')
}

fn kind(cluster: &str, level: Level) -> Kind {
    let Some(first) = cluster.chars().next() else { return Kind::Lone };
    if first.is_whitespace() {
        // What must not be parted is not parted.
        return if matches!(first, '\u{a0}' | '\u{2007}' | '\u{202f}') { Kind::Lone } else { Kind::Space };
    }
    if is_isolate(first) {
        return Kind::Hidden;
    }
    let class = bidi_class(first);
    if level.is_rtl() {
        // What is no letter egui sets from left to right, so each of it stands by itself.
        return if matches!(class, BidiClass::R | BidiClass::AL | BidiClass::NSM) { Kind::Letters } else { Kind::Lone };
    }
    match first {
        // A sign that egui would set together with the figure beside it, and from right to left.
        _ if is_sign(first) => Kind::Lone,
        // Digits of Arabic run from left to right, and egui sets them the other way.
        _ if class == BidiClass::AN || class == BidiClass::EN && !first.is_ascii() => Kind::Lone,
        '、' | '。' | '，' | '．' | '：' | '；' | '？' | '！' | '）' | '」' | '』' | '】' | '》' | '〉' | 'ー' => {
            Kind::Closing
        }
        '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}' => Kind::Ideograph,
        _ if is_undivided(first) => Kind::Word,
        _ => Kind::Letters,
    }
}
