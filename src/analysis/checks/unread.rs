//! Texts that no check of texts looked at, since there are more than are read.

use super::{Check, Finding, Material, Needs, Outcome, Subject};
use crate::briefing::Value;
use crate::{label, message};

pub(super) const CHECKS: &[Check] =
    &[Check { key: "texts-unread", needs: Needs::Nothing, holds: label!(checks::texts_unread), run: unread }];

fn unread(material: &Material<'_>) -> Vec<Finding> {
    let (texts, bytes) = material.texts().left;
    if texts == 0 {
        return Vec::new();
    }
    let (count, bytes) = (Value::Count(texts as u64), Value::Count(bytes.div_ceil(1_000_000) as u64));
    let detail = message!(findings::texts_unread_of, count = count, megabytes = bytes);
    vec![Finding::new(Outcome::Warn, Subject::Briefing, label!(findings::texts_unread), detail, Vec::new())]
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::findings_of;
    use crate::analysis::checks::tests::said;
    use crate::briefing::Briefing;

    #[test]
    fn very_much_text_is_said_not_to_have_been_read() {
        let mut briefing = Briefing::bundled().expect("it loads");
        assert!(findings_of(CHECKS, &briefing).is_empty());
        let claim = briefing.claims.claims.last_mut().expect("a claim");
        claim.reason = "Said at length. ".repeat(1 << 20);
        let found = findings_of(CHECKS, &briefing);
        assert_eq!(found.len(), 1);
        assert!(said(&found[0].detail).contains("1 text of 17\u{a0}MB"), "{}", said(&found[0].detail));
    }
}
