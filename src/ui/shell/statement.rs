//! The statement that is selected, quoted with its citation.

use super::desk::Selection;
use super::session::Session;
use crate::export::quotation;
use crate::words::Words;

/// As plain text; nothing where the selection is no statement.
pub fn plain(session: &Session, selection: &Selection, words: &Words) -> Option<String> {
    let briefing = &session.briefing;
    match selection {
        Selection::Claim(key) => briefing.claim(key).map(|claim| quotation::claim_plain(briefing, claim, words)),
        Selection::Sentence(at) => briefing.sentence_at(*at).map(|sentence| {
            quotation::plain(briefing, &sentence.paraphrase, briefing.document_citation(*at).as_slice(), words)
        }),
        Selection::State(key) => quotation::state_plain(briefing, key, words),
        Selection::Source(_) | Selection::Period(..) | Selection::Finding(..) => None,
    }
}

/// As Markdown; nothing where the selection is no statement.
pub fn markdown(session: &Session, selection: &Selection, words: &Words) -> Option<String> {
    let briefing = &session.briefing;
    match selection {
        Selection::Claim(key) => briefing.claim(key).map(|claim| quotation::claim_markdown(briefing, claim, words)),
        Selection::Sentence(at) => briefing.sentence_at(*at).map(|sentence| {
            quotation::markdown(briefing, &sentence.paraphrase, briefing.document_citation(*at).as_slice(), words)
        }),
        Selection::State(key) => quotation::state_markdown(briefing, key, words),
        Selection::Source(_) | Selection::Period(..) | Selection::Finding(..) => None,
    }
}
