//! From the options of the command line to the same query that the window's controls make.

use std::error::Error;
use std::fmt;

use jiff::civil;

use crate::analysis::facets::{Facet, FacetName, FacetValue};
use crate::analysis::fold::fold;
use crate::analysis::roster::{Column, Edition, RosterQuery, Sort, view};
use crate::briefing::{Briefing, Key, Message, Value, nearest};
use crate::words::Words;
use crate::{label, message};

/// What is asked of the roster, as it was typed.
#[derive(Clone, Debug, Default)]
pub struct RosterRequest {
    /// The organisation, by its key; without one, the first.
    pub organisation: Option<String>,
    /// Statuses kept, by key or name; all where empty.
    pub status: Vec<String>,
    /// Regions kept; all where empty.
    pub region: Vec<String>,
    /// Text that a row must contain.
    pub search: String,
    /// A column, with `:desc` to have the largest first.
    pub sort: Option<String>,
    /// A day; without one, the day of the document.
    pub as_of: Option<String>,
    /// Which list.
    pub edition: Edition,
}

/// A value that means nothing here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestError {
    /// The option.
    pub option: &'static str,
    /// What was given.
    pub value: String,
    /// What can be given.
    pub known: Message,
}

impl RequestError {
    /// What was given to which option, and what can be.
    pub fn message(&self) -> Message {
        let (value, option, known) = (&self.value, self.option, self.known.clone());
        match self.near() {
            Some(near) => {
                message!(request::wrong_value_near, value = value, option = option, near = near, known = known)
            }
            None => message!(request::wrong_value, value = value, option = option, known = known),
        }
    }

    /// What is likely meant of the words that are listed.
    fn near(&self) -> Option<String> {
        let lists = self
            .known
            .arguments()
            .iter()
            .filter_map(|(_, value)| if let Value::List(values) = value { Some(values) } else { None });
        let words =
            lists.flatten().filter_map(|value| if let Value::Text(text) = value { Some(&**text) } else { None });
        nearest(&self.value, words).map(str::to_owned)
    }
}

impl fmt::Display for RequestError {
    /// In English, for logs; a reader is told [`Self::message`].
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Words::english().say(&self.message()))
    }
}

impl Error for RequestError {}

impl RosterRequest {
    /// The query that is meant.
    ///
    /// # Errors
    /// The first value that means nothing for this briefing, with those that do.
    pub fn query(&self, briefing: &Briefing) -> Result<RosterQuery, RequestError> {
        let organisation = match &self.organisation {
            None => None,
            Some(key) => Some(organisation(briefing, key)?),
        };
        let Some(members) = briefing.members_of(organisation.as_ref()) else { return self.of_nobody(briefing) };
        let as_of = match &self.as_of {
            None => briefing.manifest.as_of.first_day(),
            Some(day) => day.parse::<civil::Date>().map_err(|_| wrong("as-of", day, label!(request::day)))?,
        };
        if self.edition == Edition::Printed && !members.roster.has_printed_list() {
            let known =
                message!(request::no_printed_list, edition = Edition::Corrected.key(), called = briefing.called());
            return Err(wrong("edition", self.edition.key(), known));
        }
        let (edition, search) = (self.edition, self.search.clone());
        let mut query = RosterQuery { organisation, edition, search, ..RosterQuery::on(as_of) };
        let whole = view(members, &RosterQuery { search: String::new(), ..query.clone() });
        for (option, facet, values) in
            [("status", Facet::Status, &self.status), ("region", Facet::Region, &self.region)]
        {
            let known = whole.facets.iter().find(|(of, _)| *of == facet).map_or(&[][..], |(_, values)| values);
            for value in values {
                // Names are data of the briefing, and as good as its keys.
                let names = |one: &FacetValue| [Some(fold(&one.value)), name(one).map(fold)];
                let Some(meant) = known.iter().find(|one| names(one).contains(&Some(fold(value)))) else {
                    let names = Value::list(known.iter().filter_map(name).map(str::to_owned));
                    return Err(wrong(option, value, message!(request::one_of, values = names)));
                };
                if !query.choice.contains(facet, &meant.value) {
                    query.choice.toggle(facet, &meant.value);
                }
            }
        }
        if let Some(sort) = &self.sort {
            query.sort = vec![parse_sort(sort)?];
        }
        Ok(query)
    }

    /// What is asked where there is no roster, which can be nothing in particular.
    fn of_nobody(&self, briefing: &Briefing) -> Result<RosterQuery, RequestError> {
        let (status, region) = (self.status.first(), self.region.first());
        let search = (!self.search.is_empty()).then_some(&self.search);
        let (sort, as_of) = (self.sort.as_ref(), self.as_of.as_ref());
        let given = [("status", status), ("region", region), ("search", search), ("sort", sort), ("as-of", as_of)];
        match given.into_iter().find_map(|(option, value)| Some((option, value?))) {
            Some((option, value)) => Err(wrong(option, value, label!(request::no_organisation))),
            None => Ok(RosterQuery::on(briefing.manifest.as_of.first_day())),
        }
    }
}

/// The organisation that has a key.
fn organisation(briefing: &Briefing, key: &str) -> Result<Key, RequestError> {
    let mut keys = briefing.rosters.iter().map(|roster| &roster.organisation.id);
    keys.clone().find(|known| known.as_str() == key).cloned().ok_or_else(|| {
        let known = if keys.next().is_none() {
            label!(request::no_organisation)
        } else {
            let keys = briefing.rosters.iter().map(|roster| roster.organisation.id.to_string());
            message!(request::one_of, values = Value::list(keys))
        };
        wrong("organisation", key, known)
    })
}

/// The name that the briefing itself gives a value.
fn name(value: &FacetValue) -> Option<&str> {
    if let FacetName::Text(name) = &value.name { Some(name) } else { None }
}

pub(super) fn parse_sort(text: &str) -> Result<Sort, RequestError> {
    let (key, descending) = text.strip_suffix(":desc").map_or((text, false), |key| (key, true));
    let columns = Column::in_table().map(|(column, _)| column);
    columns.clone().find(|column| column.key == key).map(|column| Sort { column, descending }).ok_or_else(|| {
        let keys = Value::list(columns.map(|column| column.key));
        wrong("sort", text, message!(request::column, keys = keys))
    })
}

/// A value that means nothing for an option, with what does.
pub(super) fn wrong(option: &'static str, value: &str, known: Message) -> RequestError {
    RequestError { option, value: value.to_owned(), known }
}

#[cfg(test)]
mod tests {
    use super::RosterRequest;
    use crate::analysis::roster::view;
    use crate::briefing::Briefing;

    fn rows(request: &RosterRequest) -> Result<usize, String> {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let query = request.query(&briefing).map_err(|err| err.to_string())?;
        Ok(view(briefing.members().next().expect("a roster"), &query).len())
    }

    #[test]
    fn options_mean_what_the_controls_mean() {
        let request = RosterRequest { status: vec!["dialogue partner".to_owned()], ..RosterRequest::default() };
        assert_eq!(rows(&request), Ok(14));
        let request = RosterRequest { as_of: Some("2001-06-15".to_owned()), ..RosterRequest::default() };
        assert_eq!(rows(&request), Ok(6));
    }

    #[test]
    fn a_wrong_value_is_named_with_the_right_ones() {
        let said = |request: RosterRequest| rows(&request).expect_err("a wrong value");
        let status = said(RosterRequest { status: vec!["friend".to_owned()], ..RosterRequest::default() });
        assert!(status.contains("--status") && status.contains("Member, Observer, Dialogue partner"), "{status}");
        let sort = said(RosterRequest { sort: Some("size".to_owned()), ..RosterRequest::default() });
        assert!(sort.contains("population"), "{sort}");
        let date = said(RosterRequest { as_of: Some("2025-02-30".to_owned()), ..RosterRequest::default() });
        assert!(date.contains("2016-03-14"), "{date}");
        let near = said(RosterRequest { status: vec!["obsrever".to_owned()], ..RosterRequest::default() });
        assert!(near.contains("did you mean `Observer`?"), "{near}");
        // A status that does not exist on the date is a wrong value as well.
        let early = RosterRequest {
            as_of: Some("2001-06-15".to_owned()),
            status: vec!["observer".to_owned()],
            ..RosterRequest::default()
        };
        assert!(said(early).contains("one of Member"));
    }
}
