//! What was drawn from left to right in the order in which it is read: Arabic and Hebrew begin at the right.

use unicode_bidi::{BidiClass, bidi_class};
use unicode_bidi_mirroring::get_mirrored;

/// What a letter does to the order of those beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Left,
    Right,
    Number,
    /// It joins what stands beside it to one number.
    Joins,
    Neutral,
}

/// Letters from the left as a text that is read, each of them one or several that belong together; brackets that are
/// `mirrored` are the shapes that are seen, others what they are.
pub(super) fn logical(units: &[String], mirrored: bool) -> String {
    let Some((order, turned)) = order(units) else { return units.concat() };
    let mut text = String::new();
    for at in order {
        let Some(unit) = units.get(at) else { continue };
        let mirrors = mirrored && turned.get(at) == Some(&true);
        match unit.chars().next().filter(|_| mirrors).and_then(get_mirrored) {
            Some(mirrored) => text.push(mirrored),
            None => text.push_str(unit),
        }
    }
    text
}

/// Whether the brackets of some lines, from above, are written as the shapes that are seen: read so they close only what
/// they opened.
pub(super) fn mirrored<'u>(lines: impl Iterator<Item = &'u [String]>) -> bool {
    let mut brackets: Vec<bool> = Vec::new();
    for units in lines {
        let Some((order, turned)) = order(units) else { continue };
        let own = order.iter().filter(|at| turned.get(**at) == Some(&true)).filter_map(|at| units.get(*at));
        brackets.extend(own.filter_map(|unit| match unit.as_str() {
            "(" | "[" | "{" | "«" | "‹" => Some(true),
            ")" | "]" | "}" | "»" | "›" => Some(false),
            _ => None,
        }));
    }
    let astray = |opening: bool| {
        let (mut open, mut astray) = (0_usize, 0_usize);
        for bracket in &brackets {
            match (*bracket == opening, open.checked_sub(1)) {
                (true, _) => open += 1,
                (false, Some(left)) => open = left,
                (false, None) => astray += 1,
            }
        }
        astray + open
    };
    astray(false) < astray(true)
}

/// In which order some letters are read, and which of them are turned by it; none where it is as they stand.
fn order(units: &[String]) -> Option<(Vec<usize>, Vec<bool>)> {
    let sides: Vec<Side> = units.iter().map(|unit| side(unit)).collect();
    let count = |side: Side| sides.iter().filter(|own| **own == side).count();
    let (left, right) = (count(Side::Left), count(Side::Right));
    if right == 0 {
        return None;
    }
    let mut order: Vec<usize> = (0..units.len()).collect();
    let mut turned = vec![false; units.len()];
    if right >= left {
        turn(&mut order, &mut turned, &sides);
    } else {
        for (from, to) in runs(&sides, |side| side == Side::Right) {
            turn(&mut order[from..to], &mut turned, &sides);
        }
    }
    Some((order, turned))
}

/// Turns a stretch that is read from the right, but not what in it is read from the left.
fn turn(order: &mut [usize], turned: &mut [bool], sides: &[Side]) {
    order.reverse();
    let within: Vec<Side> = order.iter().map(|at| sides[*at]).collect();
    let mut kept = vec![false; order.len()];
    for (from, to) in runs(&within, |side| matches!(side, Side::Left | Side::Number)) {
        order[from..to].reverse();
        kept[from..to].fill(true);
    }
    for (at, kept) in order.iter().zip(kept) {
        turned[*at] = !kept;
    }
}

/// The longest stretches that begin and end with some kind and have none of the other kind in them.
fn runs(sides: &[Side], is: impl Fn(Side) -> bool) -> Vec<(usize, usize)> {
    let numbers_only = |from: usize, to: usize| sides[from..to].iter().all(|side| *side != Side::Left);
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (at, side) in sides.iter().enumerate() {
        if !is(*side) {
            continue;
        }
        let joined = runs.last().is_some_and(|(from, to)| {
            let between = &sides[*to..at];
            let numbers = *side == Side::Number && numbers_only(*from, *to);
            match between {
                [] => true,
                // Two numbers with a blank between them are read one after the other from the right.
                _ if numbers => between.len() == 1 && between[0] == Side::Joins,
                _ => {
                    between.iter().all(|side| matches!(side, Side::Neutral | Side::Joins))
                        || is(Side::Right) && between.iter().all(|side| *side != Side::Left)
                }
            }
        });
        match runs.last_mut().filter(|_| joined) {
            Some(run) => run.1 = at + 1,
            None => runs.push((at, at + 1)),
        }
    }
    runs
}

fn side(unit: &str) -> Side {
    let mut side = Side::Neutral;
    for letter in unit.chars() {
        side = match bidi_class(letter) {
            BidiClass::L => return Side::Left,
            BidiClass::R | BidiClass::AL => return Side::Right,
            BidiClass::EN | BidiClass::AN | BidiClass::ET => Side::Number,
            BidiClass::ES | BidiClass::CS => Side::Joins,
            _ => side,
        };
    }
    side
}

#[cfg(test)]
mod tests {
    use super::{logical, mirrored};

    fn read(drawn: &str) -> String {
        let units: Vec<String> = drawn.chars().map(String::from).collect();
        logical(&units, mirrored([units.as_slice()].into_iter()))
    }

    #[test]
    fn what_is_drawn_from_the_left_is_read_from_the_right() {
        let text = "اتفق الوزراء في 2024 على 12,5% من UN OCHA (أمس).";
        let drawn = ".(سمأ) UN OCHA نم 12,5% ىلع 2024 يف ءارزولا قفتا";
        assert_eq!(read(drawn), text);
        // The shapes of the brackets instead of what they are.
        assert_eq!(read(&drawn.replace('(', "x").replace(')', "(").replace('x', ")")), text);
        assert_eq!(read("The word םולש means peace."), "The word שלום means peace.");
        assert_eq!(read("Plain (text), 12."), "Plain (text), 12.");
    }
}
