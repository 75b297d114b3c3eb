//! What reviewers wrote in the margin of a document, as evidence on what its sentences say.

use std::collections::{BTreeMap, BTreeSet};

use super::content::Comment;
use super::draft::Draft;
use super::made::Making;
use crate::briefing::{
    Citation, Claim, ClaimKind, Evidence, Key, Locator, Sentence, Source, SourceKind, Stance, Verdict,
};
use crate::import::Say;
use crate::import::parties::{joined, key_of};
use crate::message;

/// A claim for each sentence that was commented on, not verified, with each comment as evidence that helps to understand
/// it; and whoever commented, as sources.
pub(super) fn remarks(
    draft: &Draft,
    (document, sentences): (&Key, &[Sentence]),
    making: &Making,
    say: Say<'_>,
) -> (Vec<Claim>, Vec<Source>) {
    let mut by_sentence: BTreeMap<Locator, Vec<&Comment>> = BTreeMap::new();
    for comment in draft.comments.iter().filter(|comment| !comment.text.trim().is_empty()) {
        if let Some(at) = draft.sentence_at(comment.block, comment.at) {
            by_sentence.entry(at).or_default().push(comment);
        }
    }
    let mut sources: BTreeMap<Key, Source> = BTreeMap::new();
    let mut taken: BTreeSet<Key> = BTreeSet::new();
    let mut claims = Vec::new();
    for sentence in sentences {
        let Some(comments) = by_sentence.get(&sentence.at) else { continue };
        let evidence = comments.iter().map(|comment| {
            let source = author(draft, comment, making, say);
            let known = sources.entry(source.id.clone()).or_insert_with(|| source.clone());
            known.published = known.published.max(source.published);
            let says = comment.text.trim().to_owned();
            Evidence { source: source.id, stance: Stance::Context, says, page: None, section: None }
        });
        let evidence = evidence.collect();
        let (base, number) = (key_of(&sentence.label), sentence.at.to_string());
        let id = if taken.contains(&base) { joined(&[base.as_str(), &number]) } else { base };
        taken.insert(id.clone());
        claims.push(Claim {
            id,
            statement: sentence.paraphrase.clone(),
            kind: ClaimKind::Fact,
            verdict: Verdict::Unverified,
            note: say(&message!(document::commented)),
            reason: say(&message!(document::commented_on)),
            citations: vec![Citation { at: Some(sentence.at), ..Citation::of(document.clone()) }],
            evidence,
            mentions: Vec::new(),
            forecast: None,
            causation: None,
        });
    }
    (claims, sources.into_values().collect())
}

/// Whoever commented, as a source: known to the editors, and published nowhere.
fn author(draft: &Draft, comment: &Comment, making: &Making, say: Say<'_>) -> Source {
    let name = comment.author.clone().unwrap_or_else(|| say(&message!(import::unknown_publisher)));
    Source {
        id: joined(&["comments", key_of(&name).as_str()]),
        publisher: name,
        title: say(&message!(document::comments_in, file = draft.file.clone())),
        kind: SourceKind::GeneralKnowledge,
        primary: false,
        published: comment.on,
        read: Some(making.today),
        address: None,
        origin: None,
        archived: None,
        licence: None,
        note: None,
        table: None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::content::{Block, BlockKind, Comment, Content, Metadata};
    use super::super::draft::Draft;
    use super::super::made::{Making, files};
    use crate::briefing::{Briefing, Sha256, Stance, Verdict};
    use crate::words::Words;

    #[test]
    fn a_comment_is_evidence_on_the_sentence_that_it_is_about() {
        let text = "The ministers met in Piraeus. They spoke of ferries.";
        let comment = |at: usize, author: Option<&str>, text: &str| Comment {
            author: author.map(str::to_owned),
            on: "2024-03-14".parse().ok(),
            text: text.to_owned(),
            block: 0,
            at,
        };
        let content = Content {
            file: "talks.docx".to_owned(),
            blocks: vec![Block { kind: BlockKind::Paragraph, text: text.to_owned() }],
            comments: vec![
                comment(31, Some("Maria Lentzou"), "And of fares: see the note."),
                comment(30, None, "Which ferries?"),
                comment(0, Some("Maria Lentzou"), "  "),
            ],
            sha256: Sha256::of(b""),
            format: "docx",
            metadata: Metadata::default(),
            left: Vec::new(),
            remarks: Vec::new(),
            guessed: None,
        };
        let words = Words::english();
        let making = Making { today: "2024-04-02".parse().expect("a date"), beside: true };
        let folder = tempfile::tempdir().expect("a folder");
        for (name, text) in files(&Draft::of(content), &making, &|message| words.say(message)) {
            std::fs::write(folder.path().join(name), text).expect("it is written");
        }
        let briefing = Briefing::open(folder.path()).expect("it opens");
        let claims = &briefing.claims.claims;
        assert_eq!(claims.len(), 1, "{claims:?}");
        let claim = &claims[0];
        assert_eq!((claim.statement.as_str(), claim.verdict), ("They spoke of ferries.", Verdict::Unverified));
        assert_eq!(claim.citations[0].at.map(|at| at.to_string()).as_deref(), Some("1.2"));
        let said: Vec<(&str, Stance, &str)> = claim
            .evidence
            .iter()
            .map(|one| {
                let source = briefing.source(&one.source).expect("a source");
                (source.publisher.as_str(), one.stance, one.says.as_str())
            })
            .collect();
        let expected = [
            ("Maria Lentzou", Stance::Context, "And of fares: see the note."),
            ("Publisher not known", Stance::Context, "Which ferries?"),
        ];
        assert_eq!(said, expected);
    }
}
