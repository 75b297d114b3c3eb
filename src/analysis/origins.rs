//! Whose text a source carries: two papers that print one agency's report are one witness, however many print it.

use ahash::AHashMap;

use super::fold::known_by;
use crate::briefing::{Briefing, Evidence, Key, Message, Source, SourceKind, Stance};
use crate::message;

/// The sources of a briefing, with whose text each of them carries.
#[derive(Clone, Debug)]
pub struct Origins<'a> {
    briefing: &'a Briefing,
    /// Who speaks in the document: what it says again elsewhere bears nothing of it out.
    document: Option<Voice<'a>>,
}

/// Who speaks in a source: the publisher of the text that it carries, in the end.
#[derive(Clone, Debug)]
pub struct Voice<'a> {
    /// The name, as the briefing writes it.
    pub name: &'a str,
    /// Whether the originator itself is read, here or in the source whose text it is.
    pub primary: bool,
    /// What the voice is known by: its name without case, accents and punctuation.
    key: String,
}

impl PartialEq for Voice<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

/// How much speaks for something: items that were read, of so many independent origins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Weight {
    /// The pieces of evidence.
    pub items: usize,
    /// The origins that they come from, each counted once.
    pub origins: usize,
    /// As many of these as speak of their own acts.
    pub primary: usize,
}

impl Weight {
    /// In words: `3 items of 2 origins, one primary`.
    pub fn said(self) -> Message {
        let weight = message!(claims::weight, items = self.items, origins = self.origins);
        if self.primary == 0 {
            return weight;
        }
        message!(claims::weight_primary, weight = weight, primary = self.primary)
    }
}

impl<'a> Origins<'a> {
    /// Those of a briefing.
    pub fn of(briefing: &'a Briefing) -> Self {
        let mut origins = Self { briefing, document: None };
        let document = briefing.document_source().and_then(|key| briefing.source(key));
        origins.document = document.map(|document| origins.voice(document));
        origins
    }

    /// The source with a key.
    pub fn source(&self, key: &Key) -> Option<&'a Source> {
        self.briefing.source(key)
    }

    /// Who speaks in a source.
    pub fn voice(&self, source: &'a Source) -> Voice<'a> {
        let mut primary = source.primary;
        let mut last = source;
        // A loaded briefing has no circle; one made in memory may, and comes to an end here as well.
        for _ in 0..self.briefing.sources.sources.len() {
            let Some(origin) = &last.origin else { break };
            if let Some(agency) = &origin.agency {
                return Voice { name: agency, primary, key: known_by(agency) };
            }
            let Some(next) = origin.source.as_ref().and_then(|key| self.source(key)) else { break };
            primary |= next.primary;
            last = next;
        }
        Voice { name: &last.publisher, primary, key: known_by(&last.publisher) }
    }

    /// Who speaks in a piece of evidence, where that is somebody else than the document: what nobody looked up and what
    /// the document's own publisher says bears nothing out.
    pub fn witness(&self, evidence: &Evidence) -> Option<Voice<'a>> {
        let source = self.source(&evidence.source).filter(|source| source.kind != SourceKind::GeneralKnowledge)?;
        let voice = self.voice(source);
        (self.document.as_ref() != Some(&voice)).then_some(voice)
    }

    /// How much some evidence weighs.
    pub fn weigh<'e>(&self, evidence: impl IntoIterator<Item = &'e Evidence>) -> Weight {
        let mut items = 0;
        let mut voices: AHashMap<String, bool> = AHashMap::new();
        for voice in evidence.into_iter().filter_map(|evidence| self.witness(evidence)) {
            items += 1;
            *voices.entry(voice.key).or_default() |= voice.primary;
        }
        Weight { items, origins: voices.len(), primary: voices.values().filter(|primary| **primary).count() }
    }

    /// The evidence of one stance by who speaks in it, in the order in which each is first heard; each item by its number
    /// among all. What has no source is left out.
    pub fn grouped(&self, evidence: &[Evidence], stance: Stance) -> Vec<(Voice<'a>, Vec<usize>)> {
        let mut groups: Vec<(Voice<'a>, Vec<usize>)> = Vec::new();
        let mut places: AHashMap<String, usize> = AHashMap::new();
        for (index, item) in evidence.iter().enumerate().filter(|(_, item)| item.stance == stance) {
            let Some(voice) = self.source(&item.source).map(|source| self.voice(source)) else { continue };
            let place = *places.entry(voice.key.clone()).or_insert(groups.len());
            match groups.get_mut(place) {
                Some((_, group)) => group.push(index),
                None => groups.push((voice, vec![index])),
            }
        }
        groups
    }
}

/// Whose text a source says that it carries: the publisher of the source it names, or the agency.
pub fn carried<'a>(briefing: &'a Briefing, source: &'a Source) -> Option<&'a str> {
    let origin = source.origin.as_ref()?;
    let of_source = || briefing.source(origin.source.as_ref()?).map(|source| source.publisher.as_str());
    origin.agency.as_deref().or_else(of_source)
}

#[cfg(test)]
mod tests {
    use super::{Origins, Weight, carried};
    use crate::briefing::{Briefing, Evidence, Origin, Stance};

    fn bundled() -> Briefing {
        Briefing::bundled().expect("the bundled briefing loads")
    }

    fn evidence(sources: &[&str]) -> Vec<Evidence> {
        let one = |key: &&str| Evidence {
            source: (*key).to_owned().try_into().expect("a key"),
            stance: Stance::Supports,
            says: String::new(),
            page: None,
            section: None,
        };
        sources.iter().map(one).collect()
    }

    fn weight(briefing: &Briefing, sources: &[&str]) -> (usize, usize, usize) {
        let Weight { items, origins, primary } = Origins::of(briefing).weigh(&evidence(sources));
        (items, origins, primary)
    }

    #[test]
    fn texts_of_one_agency_are_one_witness() {
        let briefing = bundled();
        assert_eq!(weight(&briefing, &["people-cn-20220916", "shine-2407045318"]), (2, 1, 0), "Xinhua in two papers");
        assert_eq!(weight(&briefing, &["tass-2010381", "tass-2012137"]), (2, 1, 0), "one publisher");
        assert_eq!(weight(&briefing, &["tass-2010381", "bne-361098"]), (2, 1, 0), "a publisher and who carries it");
        assert_eq!(weight(&briefing, &["tass-2010381", "trtworld-f23f71a762de"]), (2, 2, 0));
        assert_eq!(weight(&briefing, &["mfa-uz-declaration", "tass-2010381"]), (2, 2, 1));
    }

    #[test]
    fn the_document_and_what_nobody_looked_up_bear_nothing_out() {
        let briefing = bundled();
        assert_eq!(weight(&briefing, &["article", "russiaspivottoasia-oil-lng", "general-knowledge"]), (0, 0, 0));
    }

    #[test]
    fn an_origin_is_followed_to_its_end_and_a_circle_has_one() {
        let mut briefing = bundled();
        let from = |briefing: &mut Briefing, key: &str, to: &str| {
            let source = briefing.sources.sources.iter_mut().find(|source| source.id.as_str() == key).expect(key);
            source.origin = Some(Origin { source: Some(to.to_owned().try_into().expect("a key")), agency: None });
        };
        from(&mut briefing, "trtworld-f23f71a762de", "pravda-com-ua-7521597");
        from(&mut briefing, "tass-2010381", "mfa-uz-declaration");
        let named = |briefing: &Briefing, key: &str| {
            let origins = Origins::of(briefing);
            let source = briefing.sources.sources.iter().find(|source| source.id.as_str() == key).expect(key);
            let voice = origins.voice(source);
            (voice.name.to_owned(), voice.primary, carried(briefing, source).map(str::to_owned))
        };
        let trt = named(&briefing, "trtworld-f23f71a762de");
        assert_eq!(trt, ("Reuters".to_owned(), false, Some("Ukrainska Pravda".to_owned())));
        assert!(named(&briefing, "tass-2010381").1, "the text of one who speaks of its own acts");
        from(&mut briefing, "pravda-com-ua-7521597", "trtworld-f23f71a762de");
        assert!(!named(&briefing, "trtworld-f23f71a762de").0.is_empty());
    }
}
