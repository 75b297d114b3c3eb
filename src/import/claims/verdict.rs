//! What a check sheet made of a fact, in the words that such sheets have.

use super::row::Role;
use crate::analysis::fold::known_by;
use crate::briefing::{Stance, Verdict};

/// Words of a verdict, folded, in the languages that tables are read in.
const WORDS: &[(Verdict, &[&str])] = &[
    (
        Verdict::Supported,
        &[
            "yes",
            "y",
            "true",
            "verified",
            "confirmed",
            "correct",
            "ok",
            "supported",
            "accurate",
            "right",
            "1",
            "x",
            "✓",
            "✔",
            "☑",
            "✅",
            "да",
            "верно",
            "подтверждено",
            "проверено",
            "是",
            "属实",
            "正确",
            "已核实",
            "对",
            "oui",
            "vrai",
            "exact",
            "vérifié",
            "confirmé",
            "sí",
            "verdadero",
            "correcto",
            "verificado",
            "confirmado",
            "ja",
            "wahr",
            "richtig",
            "bestätigt",
            "stimmt",
            "نعم",
            "صحيح",
            "مؤكد",
        ],
    ),
    (
        Verdict::Disputed,
        &[
            "false",
            "wrong",
            "incorrect",
            "disputed",
            "contradicted",
            "refuted",
            "inaccurate",
            "mostly false",
            "partly",
            "partly true",
            "partly false",
            "partially",
            "half true",
            "mixed",
            "misleading",
            "✗",
            "✘",
            "❌",
            "ложь",
            "неверно",
            "опровергнуто",
            "ошибка",
            "частично",
            "спорно",
            "错误",
            "不实",
            "不正确",
            "部分",
            "有争议",
            "faux",
            "inexact",
            "contesté",
            "en partie",
            "falso",
            "incorrecto",
            "en parte",
            "discutido",
            "falsch",
            "unrichtig",
            "teilweise",
            "bestritten",
            "widerlegt",
            "خطأ",
            "غير صحيح",
            "جزئيا",
        ],
    ),
    (
        Verdict::Outdated,
        &[
            "outdated",
            "out of date",
            "no longer",
            "no longer true",
            "superseded",
            "устарело",
            "过时",
            "已过时",
            "dépassé",
            "périmé",
            "obsoleto",
            "desactualizado",
            "überholt",
            "veraltet",
            "قديم",
        ],
    ),
    (
        Verdict::Unverified,
        &[
            "",
            "unverified",
            "unknown",
            "unclear",
            "open",
            "pending",
            "to do",
            "tbc",
            "tbd",
            "not verified",
            "not checked",
            "unconfirmed",
            "unproven",
            "cannot verify",
            "n/a",
            "0",
            "-",
            "–",
            "—",
            "?",
            "не проверено",
            "не подтверждено",
            "неизвестно",
            "未核实",
            "待核实",
            "不明",
            "non vérifié",
            "inconnu",
            "sin verificar",
            "no verificado",
            "desconocido",
            "ungeprüft",
            "unbestätigt",
            "offen",
            "unklar",
            "لم يتم التحقق",
        ],
    ),
];

/// What says no: of a column that asks whether something was verified, that it was not, and of one that says whether it
/// is right, that it is wrong.
const NO: &[&str] = &["no", "n", "нет", "否", "不是", "non", "nein", "لا"];

/// How programs write a box that is not ticked, folded: of a column that asks whether something was verified it says no more
/// than `no`.
const UNTICKED: &[&str] = &["false", "falsch", "faux", "falso", "ложь"];

/// What a cell says; none where nobody knows the word.
pub fn verdict(cell: &str, role: Role) -> Option<Verdict> {
    let folded = known_by(cell);
    let trimmed = cell.trim();
    let is = |word: &&str| if known_by(word).is_empty() { trimmed == *word } else { known_by(word) == folded };
    let asks = role == Role::Verified;
    if NO.iter().any(is) || asks && UNTICKED.iter().any(is) {
        return Some(if asks { Verdict::Unverified } else { Verdict::Disputed });
    }
    WORDS.iter().find(|(_, words)| words.iter().any(is)).map(|(verdict, _)| *verdict)
}

/// Which way points what was looked at, where it bore a verdict out.
pub const fn stance(verdict: Verdict) -> Stance {
    match verdict {
        Verdict::Supported => Stance::Supports,
        Verdict::Disputed | Verdict::Outdated => Stance::Contradicts,
        Verdict::Unverified => Stance::Context,
    }
}

#[cfg(test)]
mod tests {
    use super::{NO, Role, WORDS, known_by, verdict};
    use crate::briefing::Verdict;

    #[test]
    fn a_word_says_one_thing() {
        let mut all: Vec<String> = WORDS
            .iter()
            .flat_map(|(_, words)| *words)
            .chain(NO)
            .map(|word| Some(known_by(word)).filter(|folded| !folded.is_empty()).unwrap_or_else(|| (*word).to_owned()))
            .collect();
        let count = all.len();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), count);
    }

    #[test]
    fn no_says_what_its_column_asks() {
        for (cell, role, meant) in [
            ("No", Role::Verified, Some(Verdict::Unverified)),
            ("No", Role::Verdict, Some(Verdict::Disputed)),
            ("нет", Role::Verified, Some(Verdict::Unverified)),
            ("FALSE", Role::Verified, Some(Verdict::Unverified)),
            ("FAUX", Role::Verified, Some(Verdict::Unverified)),
            ("wrong", Role::Verified, Some(Verdict::Disputed)),
            ("FALSE", Role::Verdict, Some(Verdict::Disputed)),
            ("TRUE", Role::Verified, Some(Verdict::Supported)),
            (" VERIFIED ", Role::Verified, Some(Verdict::Supported)),
            ("✓", Role::Verified, Some(Verdict::Supported)),
            ("Partly true", Role::Verdict, Some(Verdict::Disputed)),
            ("已过时", Role::Verdict, Some(Verdict::Outdated)),
            ("", Role::Verdict, Some(Verdict::Unverified)),
            ("?", Role::Verdict, Some(Verdict::Unverified)),
            ("ask Anna", Role::Verdict, None),
        ] {
            assert_eq!(verdict(cell, role), meant, "{cell}");
        }
    }
}
