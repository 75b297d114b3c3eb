//! What is said in words without a figure that stands in the data: who is what in an organisation, which way goods went,
//! what grew and by how often, what was the highest.
//!
//! A text is read once ([`crate::analysis::reading`]); here its sentences are held, one rule after the other, against what
//! the data say of the same.

mod abroad;
mod apparatus;
mod basis;
mod bodies;
mod compared;
mod course;
mod currencies;
mod denials;
mod directions;
mod exchanged;
mod extremes;
mod figures;
mod granted;
mod joining;
mod moments;
mod multiples;
mod numbers;
mod passage;
mod peoples;
mod publishers;
mod regions;
mod rounded;
mod runs;
mod sequences;
mod shares;
mod standing;
mod standings;
mod statuses;
mod strangers;
#[cfg(test)]
mod tests;
mod timeline;
mod trends;
mod weekdays;

use super::Check;
pub(super) use abroad::names_abroad;
pub(super) use course::Courses;
pub(super) use figures::Called;
use passage::{Passage, each_passage, is_disputed};
pub(super) use statuses::{Said, Statuses};

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
];
