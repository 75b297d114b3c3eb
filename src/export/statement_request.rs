//! From the options of the command line to the queries that the filters of the claims and of the checks make.

use super::request::{RequestError, wrong};
use crate::analysis::checks::{ChecksQuery, Outcome};
use crate::analysis::claims::ClaimsQuery;
use crate::analysis::evidence;
use crate::analysis::fold::fold;
use crate::briefing::{Briefing, Key, Value, Verdict};
use crate::message;

/// What is asked of the claims, as it was typed.
#[derive(Clone, Debug, Default)]
pub struct ClaimsRequest {
    /// People, places, topics and states that a claim must speak of, by key or name.
    pub about: Vec<String>,
    /// Verdicts kept; all where empty.
    pub verdict: Vec<String>,
}

/// What is asked of the checks, as it was typed.
#[derive(Clone, Debug, Default)]
pub struct ChecksRequest {
    /// Outcomes kept; all where empty.
    pub outcome: Vec<String>,
    /// Text that a finding must contain.
    pub search: String,
}

impl ClaimsRequest {
    /// The query that is meant.
    ///
    /// # Errors
    /// The first value that means nothing for this briefing, with those that do.
    pub fn query(&self, briefing: &Briefing) -> Result<ClaimsQuery, RequestError> {
        let mentioned = briefing.claims.claims.iter().flat_map(|claim| &claim.mentions);
        let mut known: Vec<(Key, &str)> =
            mentioned.map(|key| (key.clone(), evidence::name(briefing, key).unwrap_or(key.as_str()))).collect();
        known.sort();
        known.dedup();
        let by_key = |text: &String| known.iter().find(|(key, _)| key.as_str() == text).map(|(key, _)| key.clone());
        let about = self.about.iter().map(|text| by_key(text).map_or_else(|| meant("about", text, &known), Ok));
        let verdicts = Verdict::ALL.map(|verdict| (verdict, verdict.key()));
        Ok(ClaimsQuery {
            about: about.collect::<Result<_, _>>()?,
            verdicts: self.verdict.iter().map(|text| meant("verdict", text, &verdicts)).collect::<Result<_, _>>()?,
        })
    }
}

impl ChecksRequest {
    /// The query that is meant.
    ///
    /// # Errors
    /// The first value that means nothing, with those that do.
    pub fn query(self) -> Result<ChecksQuery, RequestError> {
        let outcomes = Outcome::ALL.map(|outcome| (outcome, outcome.key()));
        let outcomes = self.outcome.iter().map(|text| meant("outcome", text, &outcomes)).collect::<Result<_, _>>()?;
        Ok(ChecksQuery { outcomes, search: self.search })
    }
}

/// The value that has a key or a name, whatever its case and accents.
fn meant<T: Clone>(option: &'static str, text: &str, known: &[(T, &str)]) -> Result<T, RequestError> {
    let value = known.iter().find(|(_, name)| fold(name) == fold(text)).map(|(value, _)| value.clone());
    value.ok_or_else(|| {
        let names = Value::list(known.iter().map(|(_, name)| (*name).to_owned()));
        wrong(option, text, message!(request::one_of, values = names))
    })
}

#[cfg(test)]
mod tests {
    use super::{ChecksRequest, ClaimsRequest};
    use crate::analysis::checks::Outcome;
    use crate::briefing::{Briefing, Verdict};

    fn claims(about: &[&str], verdict: &[&str]) -> Result<usize, String> {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let typed = |values: &[&str]| values.iter().map(|value| (*value).to_owned()).collect();
        let query = ClaimsRequest { about: typed(about), verdict: typed(verdict) }.query(&briefing);
        query.map(|query| query.claims(&briefing).len()).map_err(|err| err.to_string())
    }

    #[test]
    fn options_mean_what_the_filters_mean() {
        assert_eq!(claims(&[], &[]), Ok(22));
        assert_eq!(claims(&["wang-yi"], &[]), claims(&["WANG YI"], &[]), "by key as by name");
        let two = claims(&[], &["disputed", "Outdated"]).expect("two verdicts");
        assert!(two > claims(&[], &["disputed"]).expect("one verdict") && two < 18);
        let asked = ChecksRequest { outcome: vec!["fail".to_owned()], search: "nepal".to_owned() };
        let query = asked.query().expect("an outcome");
        assert_eq!((query.outcomes, query.search.as_str()), ([Outcome::Fail].into(), "nepal"));
    }

    #[test]
    fn a_wrong_value_is_named_with_the_right_ones() {
        let said = claims(&[], &["true"]).expect_err("no verdict");
        let all = Verdict::ALL.map(Verdict::key).join(", ");
        assert_eq!(said, format!("`true` is not a value of --verdict: write one of {all}"));
        assert!(claims(&["mars"], &[]).expect_err("no place").contains("Wang Yi"));
        let wrong = ChecksRequest { outcome: vec!["bad".to_owned()], ..ChecksRequest::default() };
        assert!(wrong.query().expect_err("no outcome").to_string().contains("fail, warn, pass, info"));
    }
}
