//! Errors in the words of the briefing: a figure or a year that no longer is the one in the data.

use briefing_desk::briefing::Briefing;

use super::dice::Dice;
use super::{Kind, Reach};

pub const KINDS: &[Kind] =
    &[("words", "digits of a figure transposed", figure_transposed), ("words", "year shifted", year_shifted)];

/// The texts of a briefing that others of it repeat, each with those others.
fn texts(briefing: &mut Briefing) -> Vec<(&mut String, Vec<String>)> {
    let sentence = |briefing: &Briefing, claim: usize| -> Vec<String> {
        let citations = &briefing.claims.claims[claim].citations;
        let sentences = citations.iter().filter_map(|citation| briefing.sentence(citation));
        sentences.flat_map(|sentence| [sentence.label.clone(), sentence.paraphrase.clone()]).collect()
    };
    let behind: Vec<Vec<String>> = (0..briefing.claims.claims.len())
        .map(|claim| {
            let mut known = sentence(briefing, claim);
            let claim = &briefing.claims.claims[claim];
            known.push(claim.reason.clone());
            known
        })
        .collect();
    let points: Vec<Vec<String>> = briefing
        .claims
        .key_points
        .iter()
        .map(|point| {
            let index = briefing.claims.claims.iter().position(|claim| claim.id == point.claim).expect("a claim");
            let claim = &briefing.claims.claims[index];
            let mut known = behind[index].clone();
            known.extend([claim.statement.clone(), claim.note.clone()]);
            known.extend(claim.evidence.iter().map(|evidence| evidence.says.clone()));
            known
        })
        .collect();
    let Briefing { document, claims, .. } = briefing;
    let mut all: Vec<(&mut String, Vec<String>)> = Vec::new();
    for sentence in document.iter_mut().flat_map(|document| &mut document.sentences) {
        let known = vec![sentence.paraphrase.clone()];
        all.push((&mut sentence.label, known));
    }
    let statements = claims.claims.iter_mut().map(|claim| &mut claim.statement);
    all.extend(statements.zip(behind));
    let texts = claims.key_points.iter_mut().map(|point| &mut point.text);
    all.extend(texts.zip(points));
    all
}

/// The runs of digits and points of a text, where they begin.
fn numbers(text: &str) -> Vec<(usize, String)> {
    let digit = |c: char| c.is_ascii_digit() || c == '.';
    let mut found = Vec::new();
    let mut from = 0;
    for part in text.split(|c| !digit(c)) {
        let at = from + text[from..].find(part).expect("a part of it");
        from = at + part.len();
        let part = part.trim_end_matches('.');
        if part.starts_with(|c: char| c.is_ascii_digit()) {
            found.push((at, part.to_owned()));
        }
    }
    found
}

fn is_year(number: &str) -> bool {
    number.parse().is_ok_and(|year: u16| (1900..2100).contains(&year))
}

/// Changes a number in one of the texts. The error can be found where the texts that repeat it have a number of its kind.
fn changed(
    briefing: &mut Briefing,
    dice: &mut Dice,
    wanted: fn(&str) -> bool,
    change: impl Fn(&str, &mut Dice) -> Option<String>,
) -> Option<Reach> {
    let mut texts = texts(briefing);
    let index = dice.index(&texts, |(text, _)| numbers(text).iter().any(|(_, number)| wanted(number)))?;
    let (text, known) = &mut texts[index];
    let found: Vec<(usize, String)> = numbers(text).into_iter().filter(|(_, number)| wanted(number)).collect();
    let (at, old) = dice.pick(&found)?.clone();
    let new = change(&old, dice)?;
    text.replace_range(at..at + old.len(), &new);
    let known: Vec<String> = known.iter().flat_map(|text| numbers(text)).map(|(_, number)| number).collect();
    let alike: Vec<&String> = known.iter().filter(|number| wanted(number)).collect();
    let value = |number: &str| number.parse::<f64>().expect("a number");
    let near = |number: &&&String| {
        let decimals = |text: &str| text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        let unit = 0.1_f64.powi(i32::try_from(decimals(number).min(decimals(&new))).expect("few"));
        (value(number) - value(&new)).abs() < unit * 1.000_1
    };
    Some(if alike.is_empty() {
        Reach::Beyond("no other text repeats such a number")
    } else if alike.iter().any(|number| near(&number)) {
        Reach::Beyond("another number there is the same, or the same rounded")
    } else {
        Reach::Within
    })
}

fn figure_transposed(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    changed(briefing, dice, |number| number.contains('.'), |old, dice| dice.transposed_text(old))
}

fn year_shifted(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    changed(briefing, dice, is_year, |old, dice| Some((old.parse::<i16>().ok()? + dice.years()).to_string()))
}
