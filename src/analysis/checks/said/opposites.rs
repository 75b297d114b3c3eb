//! One side of what can only be one way, where all else about the same has the other: `rejected` beside `signed`, `in the
//! morning` beside `in the afternoon`. No rule knows what is told; it is enough that both cannot be.

use std::ops::Range;

use super::super::texts::{About, Text};
use super::super::{Check, Finding, Material, Needs};
use super::otherwise::{Read, Told, is_own, told_otherwise};
use super::same::Subject;
use super::{Passage, limits};
use crate::analysis::reading::{Pair, Says, Sign};
use crate::briefing::cores;
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "opposite-in-text",
    needs: Needs::Nothing,
    holds: label!(checks::opposite_in_text),
    run: |material| {
        let texts = &material.texts().all;
        let all = Read::of(material, sides);
        let find = |text: &Text<'_>| of_text(material, &all, text).or_else(|| limits::of_text(material, text));
        cores::flat_map(texts, |text| is_own(text).then(|| find(text)).flatten())
    },
}];

/// One side that a text takes, and where.
struct Side {
    range: Range<usize>,
    /// None of a part of the day, of which there are several.
    pair: Option<Pair>,
    value: u8,
    /// Only wished, expected or asked.
    open: bool,
}

impl Told for Side {
    fn place(&self) -> &Range<usize> {
        &self.range
    }

    fn is_contrary(&self, other: &Self) -> bool {
        self.pair == other.pair && self.value != other.value
    }

    fn agrees(&self, other: &Self) -> bool {
        self.pair == other.pair && self.value == other.value
    }
}

impl Side {
    /// Whether much begins and ends, opens and closes, so that the same has to be told of by name.
    const fn is_loose(&self) -> bool {
        matches!(
            self.pair,
            Some(
                Pair::Begun
                    | Pair::Opened
                    | Pair::Expected
                    | Pair::There
                    | Pair::Outgoing
                    | Pair::Direct
                    | Pair::Profit
            )
        )
    }

    /// Whether it is said of one thing and another, so that the same has to be spoken of.
    const fn is_of_something(&self) -> bool {
        matches!(
            self.pair,
            Some(
                Pair::Raised
                    | Pair::Allowed
                    | Pair::Sooner
                    | Pair::Binding
                    | Pair::Freed
                    | Pair::Appointed
                    | Pair::Deployed
                    | Pair::Recognised
                    | Pair::Higher
            )
        )
    }
}

/// So many words stand between a denial and what it denies.
const NEAR: usize = 2;
/// So much do two sentences have in common that tell of the same beginning or end.
const TIED: usize = 2;

/// The sides that a text takes, in its order.
fn sides(text: &Text<'_>) -> Vec<Side> {
    let either = |says: &Says| {
        let pairs = matches!(says, Says::Either(..) | Says::DayPart(_) | Says::Surplus | Says::Deficit);
        pairs || matches!(says, Says::Record | Says::Highest | Says::Lowest | Says::Above | Says::Below)
    };
    let turns = |says: &Says| matches!(says, Says::Rise | Says::Fall);
    if !text.reading.signs.iter().any(|sign| either(&sign.says) || turns(&sign.says)) {
        return Vec::new();
    }
    Passage::all(text).flat_map(|passage| of_passage(&passage)).collect()
}

/// Whether something is denied before a sign in its clause, however far, and whether nothing is told in between that the
/// denial could be of instead.
fn denial_before(passage: &Passage<'_, '_>, sign: &Sign) -> Option<bool> {
    let reading = &passage.text.reading;
    let before = |not: &&Sign| not.range.end <= sign.range.start;
    let mut all = passage.signs_of(&[Says::Not, Says::Never]).filter(before).rev();
    let not = all.find(|not| !reading.parts_clauses(not.range.end..sign.range.start))?;
    let joined = reading.words_between(not.range.end..sign.range.start).any(|(_, word)| reading.is_and(word));
    Some(!joined && not.range.start == passage.range.start)
}

/// Whether `higher` or `less` is so than something, and not than a number.
fn is_compared(passage: &Passage<'_, '_>, sign: &Sign) -> bool {
    let behind = |end: usize, range: &Range<usize>| {
        range.start >= end && passage.text.reading.between(end..range.start).is_some_and(|words| words <= 1)
    };
    passage.signs_of(&[Says::Than]).any(|than| {
        behind(sign.range.end, &than.range)
            && !passage.mentions.iter().any(|mention| behind(than.range.end, &mention.range))
    })
}

fn of_passage(passage: &Passage<'_, '_>) -> Vec<Side> {
    // Of figures others ask which way they went.
    let counted = || {
        let is_figure = |quantity: &crate::analysis::reading::Quantity| {
            quantity.is_rate() || quantity.number.is_fraction() || quantity.number.scale.is_some()
        };
        passage.quantities().any(|(_, quantity)| is_figure(quantity))
            || !passage.all_years().is_empty()
            || passage.says_any(&[Says::Trade, Says::Growth])
    };
    let open = passage.says(Says::Wish);
    let brief = passage.text.is_short() || matches!(passage.text.about, About::Meeting);
    let side = |sign: &Sign| {
        let denied =
            passage.near_before(&sign.range, &[Says::Not, Says::Never], NEAR) || passage.is_denied_behind(&sign.range);
        let denied = match (denied, denial_before(passage, sign)) {
            (true, _) | (false, None) => denied,
            // `Neither of the two was heard to be`: what is said of none, in one breath.
            (false, Some(true)) => true,
            (false, Some(false)) => return None,
        };
        // `Not since 2008 had there been a cut` denies what was between.
        let since = passage.signs_of(&[Says::Since]).any(|sign| {
            passage.signs_of(&[Says::Not, Says::Never]).any(|not| passage.apart(&not.range, &sign.range) == Some(0))
        });
        if since && denied {
            return None;
        }
        // `Neither was dissatisfied` is said of both, and what they were not tells more.
        let of_none = passage.signs.iter().any(|not| not.says == Says::Not && not.range == sign.range);
        let of_both = matches!(sign.says, Says::Either(Pair::Both, _)) && (denied || of_none);
        let tells = |other: &Sign| matches!(other.says, Says::Either(pair, _) if pair != Pair::Both);
        if of_both && passage.signs.iter().any(tells) {
            return None;
        }
        let (pair, value) = match sign.says {
            Says::Either(pair, value) => (Some(pair), u8::from(value)),
            // What one state has too much the other has too little.
            Says::Surplus | Says::Deficit if passage.states().next().is_some() => return None,
            Says::Surplus => (Some(Pair::Surplus), 1),
            Says::Deficit => (Some(Pair::Surplus), 0),
            Says::Rise if !counted() => (Some(Pair::Grown), 1),
            Says::Fall if !counted() => (Some(Pair::Grown), 0),
            Says::Above if !counted() && is_compared(passage, sign) => (Some(Pair::Higher), 1),
            Says::Below if !counted() && is_compared(passage, sign) => (Some(Pair::Higher), 0),
            // A long text may speak of a highest and of a lowest.
            Says::Record | Says::Highest if brief && !denied => (Some(Pair::Most), 1),
            Says::Lowest if brief && !denied => (Some(Pair::Most), 0),
            Says::DayPart(part) if !denied => (None, part),
            _ => return None,
        };
        // What is not the one is the other; `not yet` denies by itself, and what is not agreed need not have failed.
        let flips = denied && pair.is_some_and(|pair| pair != Pair::Already);
        if flips && pair == Some(Pair::Agreed) {
            return None;
        }
        let value = if flips { 1 - value } else { value };
        // What is expected is that, and open only in what else is said.
        let open = open && pair != Some(Pair::Expected);
        Some(Side { range: sign.range.clone(), pair, value, open })
    };
    passage.signs.iter().filter_map(side).collect()
}

fn of_text(material: &Material<'_>, all: &Read<Side>, text: &Text<'_>) -> Option<Finding> {
    let is_same = |here: &Subject<'_>, side: &Side, (other, there, _): (&Text<'_>, &Subject<'_>, &Side)| {
        // What lasts is so whenever it is said.
        let lasts = side.pair == Some(Pair::Suspended);
        let named = !side.is_loose() || here.names_same(there) && here.shared(there) >= TIED;
        let tied = named && (!side.is_of_something() || here.shares_words(there));
        // One year has a surplus and another a deficit; one thing is in the morning and another in the evening.
        let alike = match side.pair {
            Some(Pair::Surplus) => here.is_of_the_same_days(there),
            None => here.shared(there) > 0,
            _ => true,
        };
        // What another claim is about has to be told of in words of this one: `rejected a truce` is not the opposite of
        // `agree to respond`.
        let own = text.claim().map(|claim| &claim.id) == other.claim().map(|claim| &claim.id);
        here.is_that_of(there)
            && (own || here.shared(there) > 0)
            && alike
            && (lasts || !here.is_of_other_days(there))
            && tied
    };
    let (side, other, rival) = told_otherwise(material, all, text, |side| !side.open, is_same)?;
    let said = text.part(&side.range);
    let title = message!(findings::opposite_in_text, said = said.clone());
    let passage = Passage::all(text).next()?;
    Some(passage.finding_beside(material, &said, title, (other.part(&rival.range), other.text)))
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::hold_in_pairs;

    #[test]
    fn what_can_only_be_one_way_is_so_everywhere() {
        let wrong = [
            ("The agreement was signed in Tianjin.", "the agreement was rejected"),
            ("Соглашение подписано в Тяньцзине.", "соглашение отклонено"),
            ("双方签署了协议。", "协议被否决"),
            ("L’accord a été approuvé à Tianjin.", "l’accord a été rejeté"),
            ("La visita fue por la mañana.", "visita por la tarde"),
            ("Die Liste ist vollständig.", "die Liste ist unvollständig"),
            ("وقع الطرفان الاتفاق.", "رفض الطرفان الاتفاق"),
            ("The measure is permanent.", "a temporary measure"),
            ("The ministers criticised the pact.", "both praised the pact"),
            ("Neither of the two ministers was heard to be content.", "content"),
            ("Access to markets of Russia grew narrower.", "access of Russia widened"),
            ("Lavrov attended the summit in Tianjin.", "Lavrov stayed away from the summit"),
            ("Лавров участвовал в саммите в Тяньцзине.", "Лавров не участвовал в саммите"),
            ("Its share of trade was below 11 %.", "share above 11 %"),
            ("Доля была ниже 11 % торговли.", "доля выше 11 % торговли"),
            ("Talks of Russia and China began in Tianjin.", "talks of Russia and China ended in Tianjin"),
            ("Verhandlungen Russlands mit China begannen in Tianjin.", "Verhandlungen Russlands mit China endeten"),
            ("Tariffs on grain were raised.", "tariffs on grain lowered"),
            ("Пошлины на зерно повышены.", "пошлины на зерно понижены"),
            ("两国上调了粮食关税。", "下调粮食关税"),
            ("Les tarifs ont été relevés.", "les tarifs sont abaissés"),
            ("Los aranceles fueron elevados.", "los aranceles fueron reducidos"),
            ("Die Zölle wurden erhöht.", "die Zölle wurden gesenkt"),
            ("حظرت الدولتان تصدير القمح.", "سمح بتصدير القمح"),
            ("Imports of beef were allowed.", "imports of beef banned"),
            ("The visit was postponed.", "visit brought forward"),
            ("The statute is binding.", "a voluntary statute"),
            ("The editor was released.", "editor arrested"),
            ("Министры приняли план.", "министры отвергли план"),
            ("双方接受了计划。", "双方拒绝了计划"),
            ("Duties on grain are higher than those on steel.", "duties on grain lower than on steel"),
            ("Die Zölle sind höher als die auf Stahl.", "die Zölle sind niedriger als die auf Stahl"),
        ];
        let right = [
            ("It was signed in 2025, after an earlier one had been rejected.", "rejected at first"),
            ("The ban was lifted in 2024.", "imposed in 2022"),
            ("Only in 2022 was there a deficit.", "exports, imports and surplus"),
            ("Nur 2022 gab es ein Defizit.", "der Überschuss"),
            ("They had landed the afternoon before.", "session on Sunday morning"),
            ("Talks in the morning, a dinner in the evening.", "dinner in the evening"),
            ("Wang backed the pact.", "Lavrov opposed the pact"),
            ("The list is not complete.", "incomplete"),
            ("Talks of Russia and China began in May.", "talks of Russia and China ended in June"),
            ("Lavrov attended the summit in Tianjin.", "Putin stayed away from the summit"),
            ("The summit began with a dinner.", "the reading ended at noon"),
            ("They raised the matter of grain.", "tariffs cut"),
            ("Imports of beef were banned.", "visas allowed"),
            ("Duties on grain are higher than those on steel.", "more than 20 duties on grain and fewer than 30"),
            ("Direct flights are planned.", "indirect costs of the pact"),
            ("Its share was below 11 % and then above 11 %.", "share above 11 %"),
            ("No pact was planned and the ministers were disappointed.", "content"),
            ("The ministers praised the pact.", "neither of the two was heard to have criticised it"),
            ("Die Minister lobten den Pakt.", "keiner der beiden Minister hat ihn nach außen kritisierte"),
            ("Министры приветствовали пакт.", "никто не слышал, и ни один из двух министров пакт публично не осудил"),
            ("Whether it should be approved was asked.", "rejected in the end"),
            ("Die Liste ist nicht vollständig.", "unvollständig"),
        ];
        hold_in_pairs(CHECKS, "ministers-satisfied", &wrong, &right);
    }
}
