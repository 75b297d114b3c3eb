//! Who gave and who took: the seller for the buyer, the lender for the borrower, exports for imports, between two texts that
//! tell of the same goods.

use std::ops::Range;

use super::super::texts::{About, Text};
use super::super::{Check, Finding, Material, Needs};
use super::aligned::tellers;
use super::otherwise::{Read, is_own};
use super::same::Subject;
use super::{Passage, repeats};
use crate::analysis::reading::{Says, Sign};
use crate::briefing::{Key, cores};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "giver-in-text",
    needs: Needs::Nothing,
    holds: label!(checks::giver_in_text),
    run: |material| {
        let texts = &material.texts().all;
        let is_held = |text: &Text<'_>| is_own(text) && !matches!(text.about, About::Event(_));
        let all = Read::of(material, |text| if is_held(text) { deals(text) } else { Vec::new() });
        cores::flat_map(texts, |text| of_text(material, &all, text))
    },
}];

/// For money, to be given back, or for nothing.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Terms {
    Trade,
    Loan,
    Gift,
}

/// Who gave and who took by a sentence, as far as it names them.
struct Deal<'t> {
    range: Range<usize>,
    terms: Terms,
    giver: Option<&'t Key>,
    taker: Option<&'t Key>,
}

impl Deal<'_> {
    /// Whether two pairs of states are one; none where neither can be told.
    fn meet(pairs: [(Option<&Key>, Option<&Key>); 2]) -> bool {
        let same = |(a, b): (Option<&Key>, Option<&Key>)| a.zip(b).map(|(a, b)| a == b);
        let [first, second] = pairs.map(same);
        first != Some(false) && second != Some(false) && (first, second) != (None, None)
    }

    fn agrees(&self, other: &Self) -> bool {
        self.terms == other.terms && Self::meet([(self.giver, other.giver), (self.taker, other.taker)])
    }

    fn is_contrary(&self, other: &Self) -> bool {
        self.terms == other.terms && Self::meet([(self.giver, other.taker), (self.taker, other.giver)])
    }
}

/// So many words stand between a state and what it does.
const NEAR: usize = 5;

/// On what terms something changes hands, and whether whoever acts gives.
const fn terms(says: Says) -> Option<(Terms, bool)> {
    match says {
        Says::Exports => Some((Terms::Trade, true)),
        Says::Imports => Some((Terms::Trade, false)),
        Says::Lends => Some((Terms::Loan, true)),
        Says::Borrows => Some((Terms::Loan, false)),
        Says::Grants => Some((Terms::Gift, true)),
        Says::Obtains => Some((Terms::Gift, false)),
        _ => None,
    }
}

fn deals<'t>(text: &'t Text<'_>) -> Vec<Deal<'t>> {
    Passage::all(text).filter_map(|passage| deal(&passage)).collect()
}

/// What a sentence tells of whoever it names first.
fn deal<'t>(passage: &Passage<'t, '_>) -> Option<Deal<'t>> {
    let mut states = passage.states();
    let actor = states.next()?;
    let partner = states.next().filter(|partner| partner.of != actor.of);
    let all: Vec<(&Sign, (Terms, bool))> =
        passage.signs.iter().filter_map(|sign| Some((sign, terms(sign.says)?))).collect();
    let (sign, (terms, outward)) = *all.first()?;
    let many = states.next().is_some() || all.iter().any(|(_, own)| *own != (terms, outward));
    // `to China`, `by China`: somebody else acts.
    let led = passage.near_before(
        &actor.range,
        &[Says::Toward, Says::From, Says::In, Says::Until, Says::Within, Says::With, Says::Against],
        0,
    );
    let passive = passage.near_before(&sign.range, &[Says::Was, Says::Is, Says::Becomes], 1);
    let acts = actor.range.end <= sign.range.start
        && passage.apart(&actor.range, &sign.range).is_some_and(|words| words <= NEAR)
        && !passage.text.reading.parts_clauses(actor.range.end..sign.range.start);
    if many || led || passive || !acts || passage.is_open() {
        return None;
    }
    let (actor, partner) = (Some(actor.of), partner.map(|name| name.of));
    let (giver, taker) = if outward { (actor, partner) } else { (partner, actor) };
    Some(Deal { range: sign.range.clone(), terms, giver, taker })
}

fn of_text(material: &Material<'_>, all: &Read<Deal<'_>>, text: &Text<'_>) -> Option<Finding> {
    let own = all.in_text(text);
    if own.is_empty() || repeats(material, text) {
        return None;
    }
    let pool = tellers(material, text);
    own.iter().find_map(|here| {
        let both = own.iter().any(|other| other.is_contrary(here));
        let about = Subject::around(material, text, &here.range)?;
        let of_same = |other: &Text<'_>, deal: &Deal<'_>| {
            let there = Subject::around(material, other, &deal.range);
            there.is_some_and(|there| about.shares_words(&there) && !about.is_of_other_days(&there))
        };
        let borne_out = pool.iter().any(|other| {
            all.in_text(other).iter().any(|other_deal| other_deal.agrees(here) && of_same(other, other_deal))
        });
        if both || borne_out {
            return None;
        }
        let (other, rival) = pool.iter().find_map(|other| {
            let rival = all.in_text(other).iter().find(|rival| rival.is_contrary(here) && of_same(other, rival));
            Some((*other, rival?))
        })?;
        let passage = Passage::around(text, here.range.start)?;
        let said = text.part(&here.range);
        let title = message!(findings::giver_in_text, said = said.clone());
        Some(passage.finding_beside(material, &said, title, (other.part(&rival.range), other.text)))
    })
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::hold_in_pairs;

    #[test]
    fn who_gives_is_the_same_in_all_texts() {
        let wrong = [
            ("Russia sold grain to China.", "China sold grain to Russia"),
            ("Russia bought aircraft from China.", "Russia sold aircraft to China"),
            ("Russia imports lorries.", "Russia exports lorries"),
            ("Россия продала зерно Китаю.", "Россия купила зерно у Китая"),
            ("俄罗斯向中国出售粮食。", "俄罗斯从中国购买粮食"),
            ("La Russie a vendu des céréales à la Chine.", "la Russie a acheté des céréales de la Chine"),
            ("Rusia vendió el trigo a China.", "Rusia compró el trigo de China"),
            ("Russland verkaufte das Getreide an China.", "Russland kaufte das Getreide von China"),
            ("China lent money to Russia for the port.", "China borrowed money for the port"),
            ("Russia supplied India with turbines.", "Russia received turbines from India"),
        ];
        let right = [
            ("Russia sold grain to China.", "China bought grain from Russia"),
            ("Russia sold grain to China.", "Russia bought lorries from China"),
            ("Russia sold grain to China in 2024.", "Russia bought grain in 2025"),
            ("Russia sold grain and bought lorries.", "Russia bought lorries"),
            ("Grain was sold to China by Russia.", "Russia sold grain to China"),
            ("Россия продала зерно Китаю.", "Китай купил зерно у России"),
            ("俄罗斯向中国出售粮食。", "中国从俄罗斯购买粮食"),
            ("China lent money to Russia for the port.", "Russia borrowed money for the port"),
        ];
        hold_in_pairs(CHECKS, "ministers-satisfied", &wrong, &right);
    }
}
