//! From a statement to what it speaks of: states, figures, and the other statements about the same things.

use std::collections::{BTreeMap, BTreeSet};

use crate::briefing::{
    Briefing, Citation, Claim, Key, Locator, Observation, Period, Sentence, Series, Stance, State, Verdict,
};

use super::origins::{Origins, Weight};

/// The states a claim speaks of, in the order it names them.
pub fn states<'a>(briefing: &'a Briefing, claim: &Claim) -> Vec<&'a State> {
    claim.mentions.iter().filter_map(|key| briefing.state(key)).collect()
}

/// The periods whose figures are read from the sentences of one claim, each with its series, in the order of the series.
pub fn periods<'a>(briefing: &'a Briefing, claim: &Claim) -> Vec<(&'a Series, Period)> {
    let here: BTreeSet<Locator> = briefing.locators(&claim.citations).collect();
    let of_series = |series: &'a Series| {
        let read_here =
            |observation: &&Observation| briefing.locators(&observation.citations).any(|at| here.contains(&at));
        let periods: BTreeSet<Period> = series.observations.iter().filter(read_here).map(|o| o.period).collect();
        periods.into_iter().map(move |period| (series, period))
    };
    briefing.all_series().flat_map(of_series).collect()
}

/// The sources that were read for a claim, the document where no sentence of it is named among them.
pub fn sources_read(claim: &Claim) -> impl Iterator<Item = &Key> {
    let cited = claim.citations.iter().filter(|citation| citation.at.is_none()).map(|citation| &citation.source);
    cited.chain(claim.evidence.iter().map(|evidence| &evidence.source))
}

/// What rests on a source.
#[derive(Debug, Default)]
pub struct Resting<'a> {
    /// The numbers of the claims that were read in it, or for which it was, in their order.
    pub claims: Vec<usize>,
    /// The states whose statuses rest on it, in the order of the rosters.
    pub states: Vec<&'a State>,
    /// The periods whose figures do, each with its series.
    pub figures: Vec<(&'a Series, Period)>,
}

/// What rests on one source.
pub fn resting_on<'a>(briefing: &'a Briefing, source: &Key) -> Resting<'a> {
    resting(briefing, |key| key == source).pop_first().map(|(_, resting)| resting).unwrap_or_default()
}

/// What rests on each source, by its key; those on which nothing does are left out.
pub fn resting_on_each(briefing: &Briefing) -> BTreeMap<&Key, Resting<'_>> {
    resting(briefing, |_| true)
}

fn resting(briefing: &Briefing, is_wanted: impl Fn(&Key) -> bool) -> BTreeMap<&Key, Resting<'_>> {
    let mut each: BTreeMap<&Key, Resting<'_>> = BTreeMap::new();
    for (number, claim) in briefing.claims.claims.iter().enumerate() {
        let read: BTreeSet<&Key> = sources_read(claim).filter(|source| is_wanted(source)).collect();
        for source in read {
            each.entry(source).or_default().claims.push(number);
        }
    }
    for roster in &briefing.rosters {
        let mut sources: BTreeMap<&Key, BTreeSet<&Key>> = BTreeMap::new();
        for spell in &roster.spells {
            let read = spell.citations.iter().map(|citation| &citation.source).filter(|source| is_wanted(source));
            for source in read {
                sources.entry(&spell.state).or_default().insert(source);
            }
        }
        for state in &roster.states {
            for source in sources.get(&state.id).into_iter().flatten() {
                each.entry(source).or_default().states.push(state);
            }
        }
    }
    for series in briefing.all_series() {
        let read =
            series.observations.iter().flat_map(|one| one.citations.iter().map(move |from| (&from.source, one.period)));
        let read: BTreeSet<(&Key, Period)> = read.filter(|(source, _)| is_wanted(source)).collect();
        for (source, period) in read {
            each.entry(source).or_default().figures.push((series, period));
        }
    }
    each
}

/// The figures that are read from each sentence of the document, found once and asked for one claim after the other.
#[derive(Debug)]
pub struct ReadAt<'a> {
    briefing: &'a Briefing,
    /// The number of the series, and the period.
    figures: BTreeMap<Locator, BTreeSet<(usize, Period)>>,
    series: Vec<&'a Series>,
}

impl<'a> ReadAt<'a> {
    /// Those of a briefing.
    pub fn of(briefing: &'a Briefing) -> Self {
        let series: Vec<&Series> = briefing.all_series().collect();
        let mut figures: BTreeMap<Locator, BTreeSet<(usize, Period)>> = BTreeMap::new();
        for (number, series) in series.iter().enumerate() {
            for observation in &series.observations {
                for at in briefing.locators(&observation.citations) {
                    figures.entry(at).or_default().insert((number, observation.period));
                }
            }
        }
        Self { briefing, figures, series }
    }

    /// The periods whose figures are read from the sentences of a claim, each with its series, in the order of the series.
    pub fn periods(&self, claim: &Claim) -> Vec<(&'a Series, Period)> {
        let places = self.briefing.locators(&claim.citations);
        let read: BTreeSet<(usize, Period)> =
            places.filter_map(|at| self.figures.get(&at)).flatten().copied().collect();
        read.into_iter().map(|(number, period)| (self.series[number], period)).collect()
    }
}

/// The numbers of the claims that stand where citations lead, in the order of the document.
pub fn claims_at(briefing: &Briefing, citations: &[Citation]) -> Vec<usize> {
    let here: BTreeSet<Locator> = briefing.locators(citations).collect();
    let stands = |claim: &Claim| briefing.locators(&claim.citations).any(|at| here.contains(&at));
    let claims = briefing.claims.claims.iter().enumerate();
    claims.filter(|(_, claim)| stands(claim)).map(|(number, _)| number).collect()
}

/// How far a verdict can be relied on, apart from how likely anything is, as ICD 203 asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confidence {
    /// A primary source, or texts of at least two origins, bear it out, and none speaks against it.
    High,
    /// Texts of one origin bear it out, or sources differ.
    Moderate,
    /// No source bears it out.
    Low,
}

impl Confidence {
    /// The key that programs are told.
    pub const fn key(self) -> &'static str {
        match self {
            Self::High => "high",
            Self::Moderate => "moderate",
            Self::Low => "low",
        }
    }
}

/// How far a verdict can be relied on, and why: what bears the verdict out (not the claim), and what speaks against it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// The level.
    pub confidence: Confidence,
    /// What bears the verdict out.
    pub bearing: Weight,
    /// What speaks against the verdict.
    pub opposing: Weight,
}

/// The stance of what bears a verdict out, and of what speaks against it; none where the verdict is that nothing was found.
pub const fn sides(verdict: Verdict) -> Option<(Stance, Stance)> {
    match verdict {
        Verdict::Supported => Some((Stance::Supports, Stance::Contradicts)),
        Verdict::Disputed | Verdict::Outdated => Some((Stance::Contradicts, Stance::Supports)),
        Verdict::Unverified => None,
    }
}

/// Assesses a claim's verdict by the independent origins of its evidence. The rule is this program's own: ICD 203 asks
/// for a level and its reasons and leaves the rule to the analyst.
pub fn assess(origins: &Origins<'_>, claim: &Claim) -> Assessment {
    let Some((for_it, against_it)) = sides(claim.verdict) else {
        let nothing = Weight::default();
        return Assessment { confidence: Confidence::Low, bearing: nothing, opposing: nothing };
    };
    let (bearing, opposing) =
        (origins.weigh(claim.evidence_with(for_it)), origins.weigh(claim.evidence_with(against_it)));
    let confidence = match (bearing.origins, opposing.origins) {
        (0, _) => Confidence::Low,
        (2.., 0) => Confidence::High,
        (1, 0) if bearing.primary > 0 => Confidence::High,
        _ => Confidence::Moderate,
    };
    Assessment { confidence, bearing, opposing }
}

/// The sentences before and after one, where there are such.
pub fn neighbours(briefing: &Briefing, at: Locator) -> [Option<&Sentence>; 2] {
    let sentences = briefing.sentences();
    let Ok(index) = sentences.binary_search_by_key(&at, |sentence| sentence.at) else { return [None, None] };
    [index.checked_sub(1).and_then(|index| sentences.get(index)), sentences.get(index + 1)]
}

/// The name of a person, a place, a topic or a state, by its key.
pub fn name<'a>(briefing: &'a Briefing, key: &Key) -> Option<&'a str> {
    let meeting = || briefing.meeting.iter();
    let person = briefing.people().iter().find(|person| person.id == *key).map(|person| briefing.name(&person.names));
    let mut places = meeting().flat_map(|meeting| &meeting.places);
    let place = || places.find(|place| place.id == *key).map(|place| place.name.as_str());
    let mut topics = meeting().flat_map(|meeting| &meeting.topics);
    let topic = || topics.find(|topic| topic.id == *key).map(|topic| topic.name.as_str());
    let state = || briefing.state(key).map(|state| briefing.name(&state.names));
    person.or_else(place).or_else(topic).or_else(state)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Confidence, assess, name, neighbours, periods, states};
    use crate::analysis::claims::ClaimsQuery;
    use crate::analysis::origins::Origins;
    use crate::briefing::{Briefing, Claim, Key};

    fn claim_at<'a>(briefing: &'a Briefing, at: &str) -> &'a Claim {
        let at = at.parse().expect(at);
        let here = |claim: &&Claim| claim.citations.iter().any(|citation| citation.at == Some(at));
        briefing.claims.claims.iter().find(here).expect("a claim stands there")
    }

    #[test]
    fn a_claim_leads_to_its_figures_and_states() {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let periods = |at| {
            let periods = periods(&briefing, claim_at(&briefing, at)).into_iter();
            periods.map(|(series, period)| format!("{} {period}", series.id)).collect::<Vec<_>>()
        };
        assert_eq!(periods("7.1"), ["customs-usd 2021", "customs-usd 2024"]);
        assert_eq!(periods("8.1"), ["customs-usd 2024"]);
        assert!(periods("1.1").is_empty());
        let read_at = super::ReadAt::of(&briefing);
        for claim in &briefing.claims.claims {
            assert_eq!(read_at.periods(claim), super::periods(&briefing, claim), "{}", claim.id);
        }
        assert_eq!(states(&briefing, claim_at(&briefing, "4.3")).len(), 10);
    }

    #[test]
    fn everything_that_can_be_chosen_has_a_name_and_a_claim() {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let meeting = briefing.meeting.as_ref().expect("a meeting");
        let people = meeting.people.iter().map(|person| &person.id);
        let places = meeting.places.iter().map(|place| &place.id);
        let keys: Vec<&Key> = people.chain(places).chain(meeting.topics.iter().map(|topic| &topic.id)).collect();
        for key in keys {
            assert!(name(&briefing, key).is_some(), "{key} has no name");
            let chosen = BTreeSet::from([key.clone()]);
            assert!(!ClaimsQuery::about(chosen).claims(&briefing).is_empty(), "no claim speaks of {key}");
        }
    }

    #[test]
    fn confidence_grows_with_origins_and_falls_with_dissent() {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let origins = Origins::of(&briefing);
        let level = |at: &str| assess(&origins, claim_at(&briefing, at)).confidence;
        assert_eq!(level("1.1"), Confidence::High, "three agree");
        assert_eq!(level("2.2"), Confidence::Moderate, "one agrees");
        assert_eq!(level("8.2"), Confidence::Moderate, "sources differ");
        assert_eq!(level("8.4"), Confidence::Low, "nothing was found");
    }

    #[test]
    fn a_sentence_has_its_neighbours() {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let at = |text: &str| neighbours(&briefing, text.parse().expect(text)).map(|s| s.map(|s| s.at.to_string()));
        assert_eq!(at("1.1"), [None, Some("1.2".to_owned())]);
        assert_eq!(at("4.1"), [Some("3.2".to_owned()), Some("4.2".to_owned())]);
        assert_eq!(at("10.1"), [Some("9.1".to_owned()), None]);
    }
}
