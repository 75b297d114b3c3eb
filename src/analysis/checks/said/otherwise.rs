//! What one text tells, where those about the same tell it otherwise: the frame of every check that holds texts against each
//! other by what it reads in them, and not by their words.

use std::ops::Range;

use super::super::Material;
use super::super::texts::{About, Text};
use super::aligned::tellers;
use super::repeats;
use super::same::Subject;
use crate::briefing::cores;

/// Something that a text tells.
pub(super) trait Told {
    /// Where it stands: no part of what else its sentence tells.
    fn place(&self) -> &Range<usize>;
    /// Whether both can be so.
    fn agrees(&self, other: &Self) -> bool;
    /// Whether the other is what this was mistaken for.
    fn is_contrary(&self, other: &Self) -> bool;
}

/// What was read in every text, once for all that are held against it.
pub(super) struct Read<T>(Vec<Vec<T>>);

impl<T: Send> Read<T> {
    pub fn of<'m>(material: &'m Material<'_>, read: impl Fn(&'m Text<'m>) -> Vec<T> + Send + Sync) -> Self {
        Self(cores::map(material.texts().all.iter().collect(), read))
    }
}

impl<T> Read<T> {
    /// What a text tells, in its order.
    pub fn in_text(&self, text: &Text<'_>) -> &[T] {
        self.0.get(text.number()).map_or(&[], Vec::as_slice)
    }
}

/// Whether a text says something of its own that others can bear out.
pub(super) fn is_own(text: &Text<'_>) -> bool {
    match text.about {
        About::Claim(_) | About::ClaimInShort(_) | About::Account | About::Meeting => true,
        About::Event(_) => &*text.field == "label",
        About::Sentence(_) => matches!(&*text.field, "label" | "paraphrase"),
        _ => false,
    }
}

/// The first thing of some that a text tells, which nothing about the same agrees with and something tells otherwise, with
/// that text and what it tells: where `same` finds both told of the same.
pub(super) fn told_otherwise<'r, 'm, 'a, T: Told>(
    material: &'m Material<'a>,
    read: &'r Read<T>,
    text: &'m Text<'_>,
    told: impl Fn(&T) -> bool,
    same: impl Fn(&Subject<'_>, &T, (&Text<'_>, &Subject<'_>, &T)) -> bool,
) -> Option<(&'r T, &'m Text<'a>, &'r T)> {
    let own = read.in_text(text);
    if own.is_empty() || repeats(material, text) {
        return None;
    }
    let pool = tellers(material, text);
    own.iter().filter(|here| told(here)).find_map(|here| {
        let both = own.iter().any(|other| other.is_contrary(here));
        let borne_out = || pool.iter().any(|other| read.in_text(other).iter().any(|other| other.agrees(here)));
        if both || borne_out() {
            return None;
        }
        let about = Subject::around(material, text, here.place())?;
        pool.iter().find_map(|other| {
            let rivals = read.in_text(other).iter().filter(|rival| rival.is_contrary(here) && told(rival));
            let is_same = |rival: &&T| {
                let there = Subject::around(material, other, rival.place());
                there.is_some_and(|there| same(&about, here, (other, &there, rival)))
            };
            rivals.into_iter().find(is_same).map(|rival| (here, *other, rival))
        })
    })
}
