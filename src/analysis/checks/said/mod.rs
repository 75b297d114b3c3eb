//! What is said in words without a figure that stands in the data: who is what in an organisation, which way goods went,
//! what grew and by how often, what was the highest.
//!
//! A text is read once ([`crate::analysis::reading`]); here its sentences are held, one rule after the other, against what
//! the data say of the same.

mod abroad;
mod accounts;
mod acts;
mod again;
mod against;
mod ages;
mod aligned;
mod amounts;
mod apparatus;
mod asked;
mod balances;
mod basis;
mod began;
mod bodies;
mod bounds;
mod brackets;
mod chairs;
mod clauses;
mod compared;
mod contrary;
mod counted_same;
mod course;
mod currencies;
mod dated;
mod denials;
mod directions;
mod exchanged;
mod exchanged_figures;
mod extremes;
mod figures;
mod founding;
mod givers;
mod granted;
mod hosting;
mod in_order;
mod intervals;
mod joined_after;
mod joining;
mod jointly;
mod labels;
mod lettered;
mod levels;
mod limits;
mod listed_states;
mod located;
mod measured;
mod measures;
mod meeting_day;
mod merged;
mod moments;
mod months;
mod multiples;
mod numbers;
mod opposites;
mod order;
mod ordinals;
mod otherwise;
mod paired;
mod passage;
mod peoples;
mod places;
mod portions;
mod predicates;
mod present;
mod proportions;
mod publishers;
mod quantifiers;
mod ranks;
mod rate_beside;
mod regions;
mod replaced;
mod rounded;
mod runs;
mod same;
mod sequences;
mod settled;
mod shares;
mod sides;
mod small;
mod spanned;
mod speakers;
mod standing;
mod standings;
mod statuses;
mod strangers;
mod sums;
mod superlatives;
mod swapped;
mod tallies;
#[cfg(test)]
mod tests;
mod timeline;
mod trends;
mod unknowns;
mod unnamed;
pub(super) mod visits;
mod weekdays;

use super::Check;
pub(super) use abroad::names_abroad;
pub(super) use course::Courses;
pub(super) use figures::Called;
pub(super) use measures::Measures;
pub(super) use passage::{Passage, is_disputed};
use passage::{each_passage, each_told, repeats};
pub(super) use present::elsewhere;
pub(super) use regions::region_names;
pub(super) use statuses::{Said, Statuses};
pub(super) use tallies::Listed;

/// Every check of what is said.
pub(super) const CHECKS: &[&[Check]] = &[
    standing::CHECKS,
    numbers::CHECKS,
    regions::CHECKS,
    directions::CHECKS,
    sequences::CHECKS,
    trends::CHECKS,
    extremes::CHECKS,
    multiples::CHECKS,
    shares::CHECKS,
    currencies::CHECKS,
    basis::CHECKS,
    publishers::CHECKS,
    bodies::CHECKS,
    strangers::CHECKS,
    granted::CHECKS,
    denials::CHECKS,
    weekdays::CHECKS,
    exchanged::CHECKS,
    rounded::CHECKS,
    compared::CHECKS,
    runs::CHECKS,
    joining::CHECKS,
    peoples::CHECKS,
    moments::CHECKS,
    apparatus::CHECKS,
    sums::CHECKS,
    lettered::CHECKS,
    unknowns::CHECKS,
    predicates::CHECKS,
    sides::CHECKS,
    order::CHECKS,
    founding::CHECKS,
    small::CHECKS,
    places::CHECKS,
    balances::CHECKS,
    contrary::CHECKS,
    opposites::CHECKS,
    chairs::CHECKS,
    acts::CHECKS,
    tallies::CHECKS,
    exchanged_figures::CHECKS,
    replaced::CHECKS,
    located::CHECKS,
    dated::CHECKS,
    intervals::CHECKS,
    bounds::CHECKS,
    accounts::CHECKS,
    unnamed::CHECKS,
    merged::CHECKS,
    ages::CHECKS,
    amounts::CHECKS,
    superlatives::CHECKS,
    aligned::CHECKS,
    paired::CHECKS,
    again::CHECKS,
    quantifiers::CHECKS,
    settled::CHECKS,
    levels::CHECKS,
    hosting::CHECKS,
    spanned::CHECKS,
    brackets::CHECKS,
    ranks::CHECKS,
    against::CHECKS,
    ordinals::CHECKS,
    portions::CHECKS,
    speakers::CHECKS,
    counted_same::CHECKS,
    measured::CHECKS,
    swapped::CHECKS,
    givers::CHECKS,
    began::CHECKS,
    listed_states::CHECKS,
];
