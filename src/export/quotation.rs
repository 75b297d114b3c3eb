//! A statement with its citation, for the clipboard.

use super::markdown_text::{destination, is_link, line, within};
use crate::briefing::{Briefing, Citation, Claim, Evidence, Key, Locator, Message, Source, Spell, Stance, Value};
use crate::message;
use crate::words::Words;

/// A statement and, in parentheses, where it stands and in what source.
pub fn plain(briefing: &Briefing, statement: &str, citations: &[Citation], words: &Words) -> String {
    let cited: Vec<String> = works(citations).iter().map(|work| work.plain(briefing, words)).collect();
    let statement = statement.trim();
    if cited.is_empty() { statement.to_owned() } else { format!("{statement} ({})", cited.join("; ")) }
}

/// A statement as a Markdown block quote, with its sources below it.
pub fn markdown(briefing: &Briefing, statement: &str, citations: &[Citation], words: &Words) -> String {
    markdown_of(statement, None, &works(citations), briefing, words)
}

/// A claim with its verdict, where the document makes it, and what speaks against it.
pub fn claim_plain(briefing: &Briefing, claim: &Claim, words: &Words) -> String {
    let verdict = words.say(&claim.verdict.name());
    let statement = format!("{} {verdict}: {}", closed(&claim.statement), closed(&claim.note));
    let quoted = plain(briefing, &statement, &claim.citations, words);
    let against = against(claim).map(|one| plain(briefing, one.says.trim(), &[one.citation()], words));
    let against: Vec<String> = against.collect();
    if against.is_empty() {
        return quoted;
    }
    let said = words.say(&message!(claims::against_it, evidence = against.join("; ")));
    format!("{} {said}", closed(&quoted))
}

/// What refutes a claim.
fn against(claim: &Claim) -> impl Iterator<Item = &Evidence> {
    claim.evidence.iter().filter(|one| one.stance == Stance::Contradicts)
}

/// A state with its statuses in every organisation that knows it, and what they were read in; none that no briefing has.
pub fn state_plain(briefing: &Briefing, key: &Key, words: &Words) -> Option<String> {
    let (said, citations) = state(briefing, key)?;
    Some(plain(briefing, &words.say(&said), &citations, words))
}

/// The same in Markdown.
pub fn state_markdown(briefing: &Briefing, key: &Key, words: &Words) -> Option<String> {
    let (said, citations) = state(briefing, key)?;
    Some(markdown(briefing, &words.say(&said), &citations, words))
}

/// What is said of a state, the latest status first, and what it was read in.
fn state(briefing: &Briefing, key: &Key) -> Option<(Message, Vec<Citation>)> {
    let state = briefing.state(key)?;
    let (mut held, mut citations) = (Vec::new(), Vec::new());
    for roster in &briefing.rosters {
        let mut spells: Vec<&Spell> = roster.spells.iter().filter(|spell| spell.state == *key).collect();
        spells.sort_by_key(|spell| std::cmp::Reverse(spell.from));
        for spell in spells {
            let Some(status) = roster.statuses.iter().find(|status| status.id == spell.status) else { continue };
            let (status, of) = (&status.name, &roster.organisation.short);
            held.push(Value::from(match spell.until {
                Some(until) => {
                    message!(state::copied_until, status = status, of = of, from = spell.from, until = until)
                }
                None => message!(state::copied_since, status = status, of = of, from = spell.from),
            }));
            citations.extend(spell.citations.iter().cloned());
        }
    }
    Some((message!(state::copied, name = briefing.name(&state.names).to_owned(), held = Value::list(held)), citations))
}

/// The same in Markdown: the claim is quoted and the verdict, which is not the document's, stands below it.
pub fn claim_markdown(briefing: &Briefing, claim: &Claim, words: &Words) -> String {
    let mut verdict = format!("**{}:** {}", words.say(&claim.verdict.name()), within(&closed(&claim.note)));
    let against = against(claim).map(|one| {
        let read: Vec<String> = works(&[one.citation()]).iter().map(|work| work.markdown(briefing, words)).collect();
        format!("- {} ({})", within(one.says.trim()), read.join("; "))
    });
    let against: Vec<String> = against.collect();
    if !against.is_empty() {
        let said = words.say(&message!(claims::against_it, evidence = String::new()));
        verdict = format!("{verdict}\n\n{}\n\n{}", said.trim(), against.join("\n"));
    }
    markdown_of(&closed(&claim.statement), Some(verdict), &works(&claim.citations), briefing, words)
}

/// A source and the places cited in it.
struct Work<'a> {
    key: &'a Key,
    places: Vec<Locator>,
    within: Vec<Message>,
}

/// The citations, those of one source together where the first of them stands.
fn works(citations: &[Citation]) -> Vec<Work<'_>> {
    let mut works: Vec<Work<'_>> = Vec::new();
    for citation @ Citation { source, at, .. } in citations {
        let index = works.iter().position(|work| work.key == source).unwrap_or_else(|| {
            works.push(Work { key: source, places: Vec::new(), within: Vec::new() });
            works.len() - 1
        });
        let places = &mut works[index].places;
        places.extend(at.filter(|at| !places.contains(at)));
        let within = &mut works[index].within;
        within.extend(citation.place().filter(|place| !within.contains(place)));
    }
    works
}

impl Work<'_> {
    fn plain(&self, briefing: &Briefing, words: &Words) -> String {
        let source = briefing.source(self.key);
        let named = source.map_or_else(
            || vec![self.key.to_string()],
            |source| {
                let address = source.address.clone();
                [vec![title(source), source.publisher.clone()], date(source), address.into_iter().collect()].concat()
            },
        );
        [self.places(words), named, self.within(words)].concat().join(", ")
    }

    fn markdown(&self, briefing: &Briefing, words: &Words) -> String {
        let source = briefing.source(self.key);
        let named = source.map_or_else(
            || vec![within(self.key.as_str())],
            |source| {
                let (title, publisher) = (within(&title(source)), within(&source.publisher));
                match source.address.as_deref() {
                    Some(address) if is_link(address) => {
                        [vec![format!("[{title}]({})", destination(address)), publisher], date(source)].concat()
                    }
                    address => {
                        [vec![title, publisher], date(source), address.map(within).into_iter().collect()].concat()
                    }
                }
            },
        );
        let places = self.within(words).iter().map(|place| within(place)).collect();
        [self.places(words), named, places].concat().join(", ")
    }

    /// Pages and sections.
    fn within(&self, words: &Words) -> Vec<String> {
        self.within.iter().map(|place| words.say(place)).collect()
    }

    fn places(&self, words: &Words) -> Vec<String> {
        self.places.iter().map(|at| words.locator(*at)).collect()
    }
}

/// A title in quotation marks, and a description in its square brackets as it is.
fn title(source: &Source) -> String {
    let title = source.title.as_str();
    if title.starts_with('[') && title.ends_with(']') { title.to_owned() } else { format!("“{title}”") }
}

/// The day of publication as far as it is known, as ISO 8601 writes it.
fn date(source: &Source) -> Vec<String> {
    source.published.iter().map(ToString::to_string).collect()
}

/// A text with a stop at its end.
fn closed(text: &str) -> String {
    let text = text.trim();
    let is_closed = text.trim_end_matches(['’', '”', '"', ')', ']']).ends_with(['.', '!', '?', '…']);
    if is_closed { text.to_owned() } else { format!("{text}.") }
}

fn markdown_of(
    statement: &str,
    verdict: Option<String>,
    cited: &[Work<'_>],
    briefing: &Briefing,
    words: &Words,
) -> String {
    let sources = match cited {
        [] => None,
        [work] => Some(format!("— {}", work.markdown(briefing, words))),
        cited => Some(
            cited.iter().map(|work| format!("- {}", work.markdown(briefing, words))).collect::<Vec<_>>().join("\n"),
        ),
    };
    // White space at its start would make code of the quotation.
    let quotation = format!("> {}", line(statement));
    [Some(quotation), verdict, sources].into_iter().flatten().collect::<Vec<_>>().join("\n\n")
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use proptest::prelude::*;

    use super::{claim_markdown, claim_plain, closed};
    use crate::briefing::{Briefing, Citation, Claim, Key, Stance};
    use crate::words::Words;

    fn plain(briefing: &Briefing, statement: &str, citations: &[Citation]) -> String {
        super::plain(briefing, statement, citations, &Words::english())
    }

    fn markdown(briefing: &Briefing, statement: &str, citations: &[Citation]) -> String {
        super::markdown(briefing, statement, citations, &Words::english())
    }

    const ARTICLE: &str = "https://russiaspivottoasia.com/russian-chinese-foreign-ministers-meet-in-beijing";

    fn bundled() -> &'static Briefing {
        static BUNDLED: LazyLock<Briefing> = LazyLock::new(|| Briefing::bundled().expect("the bundled briefing loads"));
        &BUNDLED
    }

    fn key(text: &str) -> Key {
        text.to_owned().try_into().expect(text)
    }

    /// Citations written `source` or `source 1.2`.
    fn cite<const N: usize>(citations: [&str; N]) -> [Citation; N] {
        citations.map(|text| match text.split_once(' ') {
            Some((source, at)) => Citation::of_sentence(key(source), at.parse().expect(at)),
            None => Citation::of(key(text)),
        })
    }

    fn founding(briefing: &Briefing) -> Claim {
        briefing.claim(&key("founding-over-afghanistan")).expect("the claim").clone()
    }

    #[test]
    fn a_statement_names_its_place_and_its_source() {
        assert_eq!(
            plain(bundled(), "Lavrov came from North Korea.", &cite(["article 1.2"])),
            format!(
                "Lavrov came from North Korea. (¶1·2, [Report on the Lavrov–Wang talks in Beijing], Russia’s Pivot to \
                 Asia, 2025-07-14, {ARTICLE})"
            )
        );
    }

    #[test]
    fn places_of_one_source_stand_together_and_sources_apart() {
        let citations = cite(["article 1.1", "tass-1989049", "article 1.3", "article 1.1"]);
        assert_eq!(
            plain(bundled(), "They met.", &citations),
            format!(
                "They met. (¶1·1, ¶1·3, [Report on the Lavrov–Wang talks in Beijing], Russia’s Pivot to Asia, \
                 2025-07-14, {ARTICLE}; “Lavrov to finish Asia tour by taking part in SCO foreign ministers’ meeting”, \
                 TASS, 2025-07-14, https://tass.com/politics/1989049)"
            )
        );
    }

    #[test]
    fn only_what_is_known_is_said() {
        let briefing = bundled();
        assert_eq!(plain(briefing, " So it is. ", &[]), "So it is.");
        assert_eq!(markdown(briefing, " So it is. ", &[]), "> So it is.");
        assert_eq!(
            plain(briefing, "So.", &cite(["general-knowledge"])),
            "So. ([Known to the editors and not looked up], Briefing Desk)"
        );
        assert_eq!(plain(briefing, "So.", &cite(["nowhere"])), "So. (nowhere)");
    }

    #[test]
    fn markdown_quotes_and_links() {
        assert_eq!(
            markdown(bundled(), "Lavrov came from North Korea.", &cite(["article 1.2"])),
            format!(
                "> Lavrov came from North Korea.\n\n— ¶1·2, [\\[Report on the Lavrov–Wang talks in \
                 Beijing\\]]({ARTICLE}), Russia’s Pivot to Asia, 2025-07-14"
            )
        );
    }

    #[test]
    fn several_sources_are_a_list_and_what_is_no_link_is_text() {
        assert_eq!(
            markdown(bundled(), "1. *Two*\nsaid", &cite(["dnd-327422", "tass-1989049"])),
            "> 1\\. \\*Two\\* said\n\n- \\[SCO members, observers and dialogue partners\\], Dispatch News Desk, dnd.com.pk, item 327422\n- [“Lavrov \
             to finish Asia tour by taking part in SCO foreign ministers’ \
             meeting”](https://tass.com/politics/1989049), TASS, 2025-07-14"
        );
    }

    #[test]
    fn a_claim_carries_its_verdict_and_what_refutes_it() {
        let briefing = bundled();
        let source = "Russia’s Pivot to Asia, 2025-07-14";
        let refuted = founding(briefing);
        let unopposed = Claim {
            evidence: refuted.evidence.iter().filter(|one| one.stance != Stance::Contradicts).cloned().collect(),
            ..refuted.clone()
        };
        let plain = format!(
            "The SCO was founded over Afghanistan. Disputed: right year; dates rule out the reason. (¶4·2, [Report on the \
             Lavrov–Wang talks in Beijing], {source}, {ARTICLE})"
        );
        assert_eq!(claim_plain(briefing, &unopposed, &Words::english()), plain);
        let with = claim_plain(briefing, &refuted, &Words::english());
        let against = with.strip_prefix(&format!("{plain}. Against it: ")).expect("what refutes it follows");
        let count = refuted.evidence.len() - unopposed.evidence.len();
        assert_eq!(against.matches("; ").count() + 1, count, "{against}");
        assert_eq!(
            claim_markdown(briefing, &unopposed, &Words::english()),
            format!(
                "> The SCO was founded over Afghanistan.\n\n**Disputed:** right year; dates rule out the reason.\n\n— ¶4·2, \
                 [\\[Report on the Lavrov–Wang talks in Beijing\\]]({ARTICLE}), {source}"
            )
        );
        let with = claim_markdown(briefing, &refuted, &Words::english());
        assert_eq!(with.matches("\n- ").count(), count, "{with}");
    }

    #[test]
    fn every_claim_leaves_with_a_source() {
        let briefing = bundled();
        for claim in &briefing.claims.claims {
            assert!(claim_plain(briefing, claim, &Words::english()).contains(" (¶"), "{}", claim.id);
            assert!(claim_markdown(briefing, claim, &Words::english()).contains("\n\n— ¶"), "{}", claim.id);
        }
    }

    #[test]
    fn a_stop_is_set_where_none_is() {
        for (text, with_stop) in
            [("So", "So."), ("So.", "So."), ("So?”", "So?”"), ("6.9 %", "6.9 %."), ("(so)", "(so).")]
        {
            assert_eq!(closed(text), with_stop);
        }
    }

    proptest! {
        #[test]
        fn anything_said_is_one_line_of_quotation(text in any::<String>()) {
            let briefing = bundled();
            let written = markdown(briefing, &text, &cite(["article 1.2"]));
            prop_assert_eq!(written.lines().count(), 3);
        }
    }
}
