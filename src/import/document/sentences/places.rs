//! The places of a paragraph at which a sentence might end, by its signs.

/// Signs that end a sentence by themselves.
pub(super) const ENDS: &str = ".!?…。！？؟۔।॥‼⁇⁈⁉｡";
/// Signs that close what was opened, and stand with what they close.
const CLOSING: &str = "\"'”’»›)]}」』）】〉》’＂";
/// Signs that open.
pub(super) const OPENING: &str = "\"'“‘«‹([{„‚「『（【〈《¿¡—–-*";

/// Figures that are raised or ringed, as marks of notes are.
const RAISED: &str = "¹²³⁰⁴⁵⁶⁷⁸⁹①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";

/// Where a sign stands that may end a sentence.
#[derive(Clone, Copy)]
pub(super) struct Place {
    /// The first of the signs.
    pub start: usize,
    /// Behind the signs, before what closes with them.
    pub end: usize,
    /// Behind what closes with them.
    pub closed: usize,
    /// Behind the marks of notes that stand there: `[14]`, `¹²`.
    pub noted: usize,
    /// Where the next sentence would begin.
    pub next: usize,
}

/// All places with such signs, and something behind them.
pub(super) fn places(text: &str) -> Vec<Place> {
    let mut places = Vec::new();
    // What has no letter behind it, such as a mark or a little picture, begins no sentence.
    let last = text.rfind(char::is_alphanumeric).unwrap_or(0);
    let (mut at, mut counted) = (0, 0);
    // How many of what opens in German were not closed yet, each with the sign that closes it, and opens in English.
    let mut open = [('„', '“', 0_i32), ('‚', '‘', 0)];
    while let Some(found) = text.get(at..).and_then(|rest| rest.find(|c| ENDS.contains(c))) {
        let start = at + found;
        for sign in text.get(counted..start).unwrap_or_default().chars() {
            for (low, high, count) in &mut open {
                *count += i32::from(sign == *low) - i32::from(sign == *high);
            }
        }
        let end = start + run(text, start, |c| ENDS.contains(c));
        let ends_one = |c: char| open.iter().any(|(_, high, count)| c == *high && *count > 0);
        let mut closed = end + run(text, end, |c| CLOSING.contains(c) || ends_one(c));
        // A quotation mark may stand apart from what it closes, as the French write it.
        for apart in [" »", "\u{a0}»", "\u{202f}»"] {
            if text.get(closed..).is_some_and(|rest| rest.starts_with(apart)) {
                closed += apart.len();
            }
        }
        // What ends behind the mark ends there: `“Yet.”.`
        closed += run(text, closed, |c| ENDS.contains(c));
        let noted = closed + notes(text, closed);
        let next = start_from(text, noted);
        if next <= last && next < text.len() {
            places.push(Place { start, end, closed, noted, next });
        }
        // What closes here is counted with what stands before the next sign.
        (at, counted) = (closed.max(end), end);
    }
    places
}

/// The first place from one on at which there is no blank.
pub(super) fn start_from(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    at + rest.len() - rest.trim_start().len()
}

/// The length of what stands at a place and passes a test.
fn run(text: &str, at: usize, passes: impl Fn(char) -> bool) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    rest.len() - rest.trim_start_matches(passes).len()
}

/// The length of the marks of notes at a place.
fn notes(text: &str, at: usize) -> usize {
    /// So many letters stand in brackets at most: `[12–14]`.
    const LONGEST: usize = 7;
    let rest = text.get(at..).unwrap_or_default();
    let mut left = rest;
    loop {
        let behind = left.trim_start_matches(|c| RAISED.contains(c));
        let bracketed = behind.strip_prefix('[').and_then(|inside| inside.split_once(']'));
        let is_mark = |inside: &str| {
            inside.chars().count() <= LONGEST
                && inside.contains(|c: char| c.is_ascii_digit() || c == '*')
                && inside.chars().all(|c| c.is_alphanumeric() || "*,–- ".contains(c))
        };
        let behind = bracketed.filter(|(inside, _)| is_mark(inside)).map_or(behind, |(_, behind)| behind);
        if behind.len() == left.len() {
            return rest.len() - left.len();
        }
        left = behind;
    }
}

/// What stands before a place, as far back as the sign is looked for that opened a quotation or a bracket.
pub(super) fn lately(text: &str, at: usize) -> &str {
    const LONGEST_QUOTED: usize = 4 << 10;
    text.get(text.floor_char_boundary(at.saturating_sub(LONGEST_QUOTED))..at).unwrap_or_default()
}

/// Whether the quotation that closes at a place is all that its sentence has begun with.
pub(super) fn begins_with_quotation(text: &str, place: Place) -> bool {
    let closes = text.get(place.end..place.closed).and_then(|closes| closes.chars().next());
    // What stands within a quotation in marks of its own does not open it.
    let opening: &[char] = match closes {
        Some('」') => &['「'],
        Some('』') => &['『'],
        Some('”' | '“') => &['“', '„'],
        _ => &['“', '„', '«', '「', '『', '《', '"'],
    };
    let quoted = lately(text, place.start);
    quoted.rfind(opening).is_some_and(|at| {
        let before = text.get(..place.start - (quoted.len() - at)).unwrap_or_default().trim_end();
        before.is_empty() || before.ends_with(|c| ENDS.contains(c) || "”»」』\"".contains(c))
    })
}
