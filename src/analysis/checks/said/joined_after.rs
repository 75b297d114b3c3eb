//! How many years one state came to a status after another: `Belarus joined two years after Iran`, against the days on which
//! their spells began.

use super::super::{Finding, Material};
use super::Passage;
use crate::analysis::reading::{Named, Says, Unit};
use crate::briefing::{Key, Spell, Value};
use crate::message;

/// So many words stand between a state and how much later it came, and between that and the state it came after.
const BEFORE: usize = 6;
const BEHIND: usize = 1;

/// The spells of a state in all rosters.
fn spells<'m>(material: &'m Material<'_>, state: &Key) -> Vec<&'m Spell> {
    material.rosters.iter().filter_map(|of| of.spells.get(state)).flatten().copied().collect()
}

/// Another number of years than lies between the beginnings of any two of their spells in one status.
pub(super) fn of_passage(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let states: Vec<_> = passage.names.iter().filter(|name| name.kind == Named::State).collect();
    let [first, second] = states[..] else { return None };
    if !passage.says_any(&[Says::Joins, Says::Becomes]) || passage.is_of_another_body(material) {
        return None;
    }
    let reading = &passage.text.reading;
    let (mention, count, sign) = passage.quantities().find_map(|(mention, quantity)| {
        let count = i64::from(quantity.count().filter(|_| quantity.unit == Some(Unit::Years))?);
        let sign = passage.signs_of(&[Says::Before, Says::After]).find(|sign| {
            // The word for years stands between them.
            sign.range.start >= mention.range.end
                && reading.between(mention.range.end..sign.range.start).is_some_and(|words| words <= 1)
        })?;
        Some((mention, count, sign))
    })?;
    let stands = first.range.end <= mention.range.start
        && reading.between(first.range.end..mention.range.start).is_some_and(|words| words <= BEFORE)
        && sign.range.end <= second.range.start
        && reading.between(sign.range.end..second.range.start).is_some_and(|words| words <= BEHIND);
    let bounds = [Says::Round, Says::Nearly, Says::Over, Says::Under, Says::Bound, Says::More];
    let whole = !reading.parts_clauses(first.range.end..second.range.start);
    if !stands || !whole || passage.near_before(&mention.range, &bounds, 2) {
        return None;
    }
    let (own, other) = (spells(material, first.of), spells(material, second.of));
    // From a year to another, and from a day to another, may be one more or less.
    let fits = |spell: &Spell, from: &Spell| {
        let (a, b) = (spell.from.first_day(), from.from.first_day());
        let (late, early) = if sign.says == Says::After { (a, b) } else { (b, a) };
        let years = i64::from(late.year() - early.year());
        let days = i64::from((late - early).get_days());
        years == count || (days - count * 365).abs() <= 190
    };
    let pairs = own.iter().flat_map(|spell| other.iter().map(move |from| (*spell, *from)));
    let mut same = pairs.filter(|(spell, from)| spell.status == from.status).peekable();
    same.peek()?;
    if same.any(|(spell, from)| fits(spell, from)) {
        return None;
    }
    let said = passage.part(&(mention.range.start..second.range.end));
    let title = message!(findings::interval_in_text, said = said.clone());
    let detail = message!(
        findings::interval_of_states,
        said = said.clone(),
        dates = Value::list(own.iter().chain(&other).map(|spell| spell.from).take(6)),
        text = passage.text.text.to_owned()
    );
    Some(passage.finding(material, &said, title, detail))
}

#[cfg(test)]
mod tests {
    use crate::analysis::checks::said::intervals::CHECKS;
    use crate::analysis::checks::tests::hold_in_pairs;

    #[test]
    fn so_many_years_lie_between_two_who_joined() {
        let wrong = [
            ("Belarus joined two years after Iran.", "so"),
            ("India joined three years before Iran.", "so"),
            ("Белоруссия вступила на три года позже Ирана.", "так"),
            ("Belarus trat drei Jahre nach Iran bei.", "so"),
            ("Bielorrusia ingresó tres años después de Irán.", "así"),
        ];
        let right = [
            ("Belarus joined one year after Iran.", "so"),
            ("India joined six years before Iran.", "so"),
            ("Belarus joined, and two years after it Iran was host.", "so"),
            ("Belarus joined nearly two years after Iran.", "so"),
            ("Belarus did not join two years after Iran.", "so"),
        ];
        hold_in_pairs(CHECKS, "ten-full-members", &wrong, &right);
    }
}
