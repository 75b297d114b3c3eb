//! Citations: everything that is stated has one, every one leads somewhere, and every sentence is accounted for.

use std::collections::BTreeSet;
use std::fmt::Display;

use super::{Check, Finding, Material, Needs, Outcome, Subject, cited, citing, each_claim};
use crate::briefing::{Briefing, Citation, Claim, Key, Locator, Meeting, Message, Sentence};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[
    Check {
        key: "uncited",
        needs: Needs::Nothing,
        holds: label!(checks::uncited),
        run: |material| stated(material).iter().filter(|stated| stated.citations.is_empty()).map(uncited).collect(),
    },
    Check {
        key: "citation-resolves",
        needs: Needs::Nothing,
        holds: label!(checks::citation_resolves),
        run: unresolved,
    },
    Check {
        key: "sentence-without-claim",
        needs: Needs::Document,
        holds: label!(checks::sentence_without_claim),
        run: |material| unclaimed(material.briefing),
    },
    Check {
        key: "claim-in-document",
        needs: Needs::Document,
        holds: label!(checks::claim_in_document),
        run: |material| each_claim(material, |material, claim| elsewhere(material.briefing, claim)),
    },
];

fn uncited(stated: &Stated<'_>) -> Finding {
    let detail = message!(findings::uncited_statement, statement = stated.what.to_owned());
    let finding = Finding::new(Outcome::Fail, stated.subject.clone(), label!(findings::uncited), detail, Vec::new());
    finding.apart(&stated.field).caused_by(&stated.list)
}

/// Citations of sources and sentences that are not there.
fn unresolved(material: &Material<'_>) -> Vec<Finding> {
    let briefing = material.briefing;
    let sources: BTreeSet<&Key> = briefing.sources.sources.iter().map(|source| &source.id).collect();
    let sentences: BTreeSet<Locator> = briefing.sentences().iter().map(|sentence| sentence.at).collect();
    let lost = |what: &str, citation: &Citation| {
        let (statement, source) = (what.to_owned(), &citation.source);
        match (sources.contains(source), citation.at) {
            (false, _) => Some(message!(findings::citation_no_source, statement = statement, source = source)),
            (true, Some(at)) if !briefing.is_document(citation) => {
                let at = at.to_string();
                Some(message!(findings::citation_no_document, statement = statement, source = source, at = at))
            }
            (true, Some(at)) if !sentences.contains(&at) => {
                let (at, called) = (at.to_string(), briefing.called());
                Some(message!(findings::citation_no_sentence, statement = statement, at = at, called = called))
            }
            _ => None,
        }
    };
    let finding = |subject: &Subject, field: &dyn Display, detail: Message, citation: &Citation| {
        let title = label!(findings::citation_lost);
        let finding = Finding::new(Outcome::Fail, subject.clone(), title, detail, Vec::new());
        let to = cited(std::slice::from_ref(citation));
        finding.apart(field).apart(&to).caused_by(&to)
    };
    let mut findings = Vec::new();
    for Stated { what, subject, field, citations, .. } in stated(material) {
        for citation in citations {
            findings.extend(lost(what, citation).map(|lost| finding(&subject, &field, lost, citation)));
        }
    }
    for claim in &briefing.claims.claims {
        let subject = Subject::Claim(claim.id.clone());
        for evidence in &claim.evidence {
            let citation = evidence.citation();
            let lost = lost(&claim.statement, &citation);
            findings.extend(lost.map(|lost| finding(&subject, &"evidence", lost, &citation)));
        }
    }
    findings
}

/// Every source that something rests on: what is stated, evidence, the columns of a roster, what whole lists are read in.
pub(super) fn rests_on<'a>(material: &Material<'a>) -> BTreeSet<&'a Key> {
    let briefing = material.briefing;
    let mut all: BTreeSet<&Key> = briefing.document_source().into_iter().collect();
    let mut add = |citations: &'a [Citation]| all.extend(citations.iter().map(|citation| &citation.source));
    for stated in &stated(material) {
        add(stated.citations);
    }
    add(&briefing.claims.citations);
    for roster in &briefing.rosters {
        add(&roster.citations);
        roster.columns.each().into_iter().for_each(|(_, column)| add(&column.citations));
        roster.world.iter().for_each(|world| add(&world.citations));
    }
    for trade in &briefing.trades {
        add(&trade.milestone_citations);
        trade.series.iter().for_each(|series| add(&series.citations));
    }
    if let Some(meeting) = &briefing.meeting {
        add(&meeting.citations);
        add(&meeting.list_citations);
    }
    let evidence = briefing.claims.claims.iter().flat_map(|claim| &claim.evidence);
    all.extend(evidence.map(|evidence| &evidence.source));
    all
}

/// Something that is stated, with what it rests on.
struct Stated<'a> {
    what: &'a str,
    subject: Subject,
    /// Which of the statements about its subject it is.
    field: String,
    /// The list that it stands in, which can give the citations of all that is in it.
    list: String,
    citations: &'a [Citation],
}

/// Everything in a briefing that states something.
fn stated<'a>(material: &Material<'a>) -> Vec<Stated<'a>> {
    let briefing = material.briefing;
    let mut all = Vec::new();
    let mut add = |what: &'a str, subject: Subject, field: &dyn Display, citations: &'a [Citation]| {
        let field = field.to_string();
        let first = field.split(':').next().unwrap_or_default();
        let list = match &subject {
            Subject::State(_) => "spells".to_owned(),
            Subject::Period(series, _) => format!("{first}:{series}"),
            _ => first.to_owned(),
        };
        all.push(Stated { what, subject, field, list, citations });
    };
    let claims = &briefing.claims;
    if let Some(meeting) = &briefing.meeting {
        stated_of_meeting(briefing, meeting, &mut add);
    }
    for claim in &claims.claims {
        let subject = || Subject::Claim(claim.id.clone());
        add(&claim.statement, subject(), &"statement", &claim.citations);
        if let Some(outcome) = claim.forecast.as_ref().and_then(|forecast| forecast.outcome.as_ref()) {
            add(&outcome.text, subject(), &"outcome", &outcome.citations);
        }
        if let Some(causation) = &claim.causation {
            add(&causation.cause.what, subject(), &"cause", &causation.cause.citations);
            add(&causation.effect.what, subject(), &"effect", &causation.effect.citations);
        }
    }
    for roster in &briefing.rosters {
        add(&roster.organisation.short, Subject::Briefing, &"organisation", &roster.organisation.citations);
        for (status, merged) in roster.statuses.iter().filter_map(|status| Some((status, status.merged.as_ref()?))) {
            add(&status.name, Subject::Briefing, &format_args!("merger:{}", status.id), &merged.citations);
        }
        for spell in &roster.spells {
            let name = material.state_name(&spell.state);
            let field = format_args!("{}:{}", spell.status, spell.from).to_string();
            add(name, Subject::State(spell.state.clone()), &field, &spell.citations);
        }
    }
    for series in briefing.all_series() {
        for observation in &series.observations {
            let field = format!("figure:{}", observation.flow);
            add(&series.reporter, Subject::period(series, observation.period), &field, &observation.citations);
        }
        for growth in &series.published_growth {
            let field = format!("growth:{}", growth.flow);
            add(&series.reporter, Subject::period(series, growth.period), &field, &growth.citations);
        }
        for figure in &series.stated_figures {
            let field = format!("stated:{}:{}", figure.measure.key(), figure.flow);
            add(&series.reporter, Subject::period(series, figure.period), &field, &figure.citations);
        }
    }
    for milestone in briefing.trades.iter().flat_map(|trade| &trade.milestones) {
        add(&milestone.label, Subject::Milestone(milestone.on), &"milestone", &milestone.citations);
    }
    all
}

/// Takes what is stated, of what, in which of its fields, and what it rests on.
type Add<'a, 'b> = dyn FnMut(&'a str, Subject, &dyn Display, &'a [Citation]) + 'b;

/// What is stated of the meeting.
fn stated_of_meeting<'a>(briefing: &'a Briefing, meeting: &'a Meeting, add: &mut Add<'a, '_>) {
    add(&meeting.headline.text, Subject::Briefing, &"headline", &meeting.headline.citations);
    add(&meeting.takeaway.text, Subject::Briefing, &"takeaway", &meeting.takeaway.citations);
    add(&meeting.place, Subject::Briefing, &"meeting", &meeting.citations);
    for person in &meeting.people {
        add(briefing.name(&person.names), Subject::Named(person.id.clone()), &"person", &person.citations);
    }
    for place in &meeting.places {
        add(&place.name, Subject::Named(place.id.clone()), &"place", &place.citations);
    }
    for topic in &meeting.topics {
        add(&topic.name, Subject::Named(topic.id.clone()), &"topic", &topic.citations);
    }
    for event in &meeting.chronology {
        add(&event.label, Subject::Event(event.id.clone()), &"event", &event.citations);
    }
    for unknown in &meeting.unknowns {
        add(&unknown.text, Subject::Briefing, &"unknown", &unknown.citations);
    }
    for (party, account) in meeting.readouts.differences.iter().flat_map(|difference| &difference.accounts) {
        add(&account.text, Subject::Briefing, &format_args!("difference:{party}"), &account.citations);
    }
}

/// Sentences that no claim is read from. A briefing that takes no claims out of its document leaves none of its
/// sentences out.
fn unclaimed(briefing: &Briefing) -> Vec<Finding> {
    let all = &briefing.claims.claims;
    let claimed: BTreeSet<Locator> = all.iter().flat_map(|claim| briefing.locators(&claim.citations)).collect();
    let without = |sentence: &&Sentence| !all.is_empty() && !sentence.boilerplate && !claimed.contains(&sentence.at);
    let finding = |sentence: &Sentence| {
        let detail = message!(findings::sentence_without_claim_label, at = sentence.at, label = &sentence.label);
        let (subject, citations) = (Subject::Sentence(sentence.at), citing(briefing, [sentence.at]));
        let title = label!(findings::sentence_without_claim);
        Finding::new(Outcome::Warn, subject, title, detail, citations).caused_by(&"")
    };
    briefing.sentences().iter().filter(without).map(finding).collect()
}

/// A claim that is read from no sentence, where there are any.
fn elsewhere(briefing: &Briefing, claim: &Claim) -> Option<Finding> {
    if briefing.sentences().is_empty() {
        return None;
    }
    let read_elsewhere = !claim.citations.is_empty() && briefing.locators(&claim.citations).next().is_none();
    read_elsewhere.then(|| {
        let detail = message!(findings::claim_read_elsewhere, claim = &claim.statement);
        let (subject, title) =
            (Subject::Claim(claim.id.clone()), message!(findings::claim_in_document, called = briefing.called()));
        Finding::new(Outcome::Warn, subject, title, detail, claim.citations.clone())
    })
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::found_after;
    use crate::briefing::{Briefing, Key};

    fn after(change: impl FnOnce(&mut Briefing)) -> Vec<String> {
        found_after(CHECKS, change)
    }

    #[test]
    fn everything_bundled_is_cited_and_leads_somewhere() {
        assert_eq!(after(|_| {}), [""; 0]);
    }

    #[test]
    fn a_figure_a_name_and_a_statement_need_a_citation() {
        assert_eq!(after(|b| b.trades[0].series[0].observations[0].citations.clear()), ["Fail uncited"]);
        assert_eq!(after(|b| b.meeting.as_mut().expect("a meeting").people[2].citations.clear()), ["Fail uncited"]);
        assert_eq!(after(|b| b.meeting.as_mut().expect("a meeting").takeaway.citations.clear()), ["Fail uncited"]);
        assert_eq!(after(|b| b.rosters[0].spells[3].citations.clear()), ["Fail uncited"]);
    }

    #[test]
    fn a_citation_leads_to_a_source_and_a_sentence() {
        let key = |text: &str| Key::try_from(text.to_owned()).expect(text);
        let source = after(|b| b.trades[0].series[0].observations[0].citations[0].source = key("nowhere"));
        assert_eq!(source, ["Fail citation-resolves"]);
        let sentence = after(|b| b.meeting.as_mut().expect("a meeting").people[2].citations[0].at = "5.9".parse().ok());
        assert_eq!(sentence, ["Fail citation-resolves"]);
        let at = after(|b| b.trades[0].series[0].observations[0].citations[0].at = "1.1".parse().ok());
        assert_eq!(at, ["Fail citation-resolves"], "only the document has sentences");
        let evidence = after(|b| b.claims.claims[0].evidence[0].source = key("nowhere"));
        assert_eq!(evidence, ["Fail citation-resolves"]);
    }

    #[test]
    fn every_sentence_that_states_something_has_its_claim() {
        let moved = after(|b| b.claims.claims[0].citations[0].at = "1.2".parse().ok());
        assert_eq!(moved, ["Warn sentence-without-claim"]);
        let elsewhere = after(|b| {
            let citation = b.claims.claims[0].evidence[0].source.clone();
            b.claims.claims[0].citations = vec![crate::briefing::Citation::of(citation)];
        });
        assert_eq!(elsewhere, ["Warn sentence-without-claim", "Warn claim-in-document"]);
        let none = after(|b| {
            b.claims.claims.clear();
            b.claims.key_points.clear();
        });
        assert_eq!(none, [""; 0], "a briefing without claims leaves none out");
    }
}
