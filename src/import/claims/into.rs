//! Rows of a check sheet into a briefing: claims that are new, and evidence and verdicts that are new to those there.

use std::collections::BTreeMap;

use ahash::{AHashMap, AHashSet};

use super::looked::{Looked, items};
use super::row::Role;
use super::verdict::{stance, verdict};
use crate::analysis::fold::known_by;
use crate::briefing::{
    Citation, Claim, ClaimKind, Claims, Date, Evidence, JsonEdit, Key, Locator, Pointer, Stance, Value, Verdict,
};
use crate::import::Say;
use crate::import::apply::Desk;
use crate::import::choices::Choices;
use crate::import::date::{Order, Written, written};
use crate::import::head::Columns;
use crate::import::parties::{joined, key_of};
use crate::import::plan::{FileEdit, PartKind, Plan, json};
use crate::import::sources::{Item, Place, Shelf, put};
use crate::import::table::Row;
use crate::message;

const FILE: &str = "claims.json";
/// So many characters are a few words.
const SHORT: usize = 60;
/// A key has so many words of a statement.
const WORDS: usize = 6;
/// As many words as anyone reads at once.
const TOLD: usize = 12;

/// What becomes of the rows.
pub struct Into<'a> {
    desk: &'a Desk,
    choices: &'a Choices,
    say: Say<'a>,
    columns: &'a Columns<Role>,
    /// Which number is the month in the column of days.
    order: Order,
    /// Whether there is a date of two numbers either of which can be the month.
    has_dates: bool,
    shelf: Shelf<'a>,
    /// The claims that are there, by their statements.
    there: AHashMap<String, usize>,
    taken: AHashSet<Key>,
    /// Those that are new, each with its row, in the order of the table, and their places by their statements.
    new: Vec<(Claim, u32)>,
    by_statement: AHashMap<String, usize>,
    /// What is new of those that are there.
    more: BTreeMap<usize, More>,
    /// Words that nobody knows as a verdict, and places that are no sentence.
    strange: Vec<String>,
    nowhere: Vec<String>,
    /// Days that are not understood.
    undated: Vec<String>,
}

/// What a table has of a claim that is there.
#[derive(Default)]
struct More {
    evidence: Vec<(Evidence, u32)>,
    turned: Option<Turned>,
}

/// Another verdict than the one that is there, and why.
struct Turned {
    verdict: Verdict,
    note: String,
    reason: String,
    row: u32,
}

impl<'a> Into<'a> {
    /// Nothing yet.
    pub fn of(desk: &'a Desk, choices: &'a Choices, say: Say<'a>, columns: &'a Columns<Role>, first: &[Row]) -> Self {
        let claims = &desk.briefing().claims.claims;
        let days: Vec<Written> = first.iter().map(|row| written(&columns.text(row, Role::Read))).collect();
        Self {
            desk,
            choices,
            say,
            columns,
            order: Order::chosen_or_of(choices.dates, &days),
            has_dates: false,
            shelf: Shelf::of(desk.briefing()),
            there: claims.iter().enumerate().map(|(at, claim)| (known_by(&claim.statement), at)).collect(),
            taken: claims.iter().map(|claim| claim.id.clone()).collect(),
            new: Vec::new(),
            by_statement: AHashMap::new(),
            more: BTreeMap::new(),
            strange: Vec::new(),
            nowhere: Vec::new(),
            undated: Vec::new(),
        }
    }

    /// Whether something was chosen that no row has to do with.
    pub const fn has_unused(&self) -> bool {
        self.choices.dates.is_some() && !self.has_dates
    }

    /// Reads a row.
    pub fn read(&mut self, row: &Row, plan: &mut Plan) {
        let statement = self.columns.text(row, Role::Statement);
        if known_by(&statement).is_empty() {
            plan.left.leave(&message!(import::left_no_fact), row.number);
            return;
        }
        let (said, asked) = self.verdict(row).unzip();
        let read = self.day(row);
        let looked = self.looked(row, &statement, said, read, plan);
        let folded = known_by(&statement);
        if let Some(at) = self.there.get(&folded) {
            let claim = &self.desk.briefing().claims.claims[*at];
            let more = self.more.entry(*at).or_default();
            let new = looked.beside(claim.evidence.iter().chain(more.evidence.iter().map(|(evidence, _)| evidence)));
            // That nobody ticked a box does not undo what somebody found out.
            let is_finding = !(said == Some(Verdict::Unverified) && asked == Some(Role::Verified));
            let said = said.filter(|verdict| *verdict != claim.verdict && is_finding);
            if new.is_empty() && said.is_none() {
                plan.same += 1;
            }
            more.evidence.extend(new.into_iter().map(|evidence| (evidence, row.number)));
            if let Some(verdict) = said {
                let turned = self.turned(row, claim, verdict, read);
                self.more.entry(*at).or_default().turned = Some(turned);
            }
        } else if let Some(at) = self.by_statement.get(&folded).copied() {
            let reason = self.reason(row);
            let (claim, _) = &mut self.new[at];
            let new = looked.beside(claim.evidence.iter());
            claim.evidence.extend(new);
            // Of two rows that come to different verdicts the worse stands.
            claim.verdict = said.map_or(claim.verdict, |said| said.min(claim.verdict));
            if let Some(reason) = reason.filter(|reason| !claim.reason.contains(reason.as_str())) {
                claim.reason = format!("{} {reason}", claim.reason);
            }
        } else {
            let verdict = said.unwrap_or(Verdict::Unverified);
            self.add_claim(row, statement, verdict, looked.evidence, read, plan);
        }
    }

    /// Another verdict than a claim has, with the note and the reason that go with it; what was said before follows.
    fn turned(&self, row: &Row, claim: &Claim, verdict: Verdict, read: Option<Date>) -> Turned {
        let reason = self.reason(row).unwrap_or_else(|| (self.say)(&message!(import::claim_unexplained)));
        let reason = (self.say)(&message!(
            import::claim_turned,
            reason = reason,
            verdict = claim.verdict.adjective(),
            note = claim.note.clone(),
            before = claim.reason.clone()
        ));
        Turned { verdict, note: self.note(row, read), reason, row: row.number }
    }

    fn add_claim(
        &mut self,
        row: &Row,
        statement: String,
        verdict: Verdict,
        evidence: Vec<Evidence>,
        read: Option<Date>,
        plan: &mut Plan,
    ) {
        let Some(citations) = self.citations(row, &evidence) else {
            plan.left.leave(&message!(import::left_nothing_cited), row.number);
            return;
        };
        let claim = Claim {
            id: self.key(&statement),
            note: self.note(row, read),
            reason: self.reason(row).unwrap_or_else(|| (self.say)(&message!(import::claim_unexplained))),
            statement,
            kind: ClaimKind::Fact,
            verdict,
            citations,
            evidence,
            mentions: Vec::new(),
            forecast: None,
            causation: None,
        };
        self.by_statement.insert(known_by(&claim.statement), self.new.len());
        self.taken.insert(claim.id.clone());
        self.new.push((claim, row.number));
    }

    /// The day on which something was looked at.
    fn day(&mut self, row: &Row) -> Option<Date> {
        let day = written(&self.columns.text(row, Role::Read));
        self.has_dates |= matches!(day, Written::Numbers(..));
        let day = self.order.settled(day);
        if let Written::Unread(text) | Written::Numbers(.., text) = &day
            && self.undated.len() <= TOLD
        {
            self.undated.push(text.clone());
        }
        day.date()
    }

    /// What the row made of its fact, and which column says so; none where it does not say.
    fn verdict(&mut self, row: &Row) -> Option<(Verdict, Role)> {
        for role in [Role::Verdict, Role::Verified] {
            let cell = self.columns.text(row, role);
            if cell.is_empty() {
                continue;
            }
            match verdict(&cell, role) {
                Some(verdict) => return Some((verdict, role)),
                None if !self.strange.contains(&cell) && self.strange.len() <= TOLD => self.strange.push(cell),
                None => {}
            }
        }
        None
    }

    /// What was looked at, each of it a source of the briefing or a new one.
    fn looked(
        &mut self,
        row: &Row,
        statement: &str,
        said: Option<Verdict>,
        read: Option<Date>,
        plan: &mut Plan,
    ) -> Looked {
        let text = |role| Some(self.columns.text(row, role)).filter(|text| !text.is_empty());
        let stance = stance(said.unwrap_or(Verdict::Unverified));
        let quoted = text(Role::Says).or_else(|| text(Role::Note));
        let is_quoted = quoted.is_some();
        // What bears a fact out says it; what does not says something else.
        let says = quoted.unwrap_or_else(|| match stance {
            Stance::Supports => statement.to_owned(),
            _ => (self.say)(&message!(import::claim_unquoted)),
        });
        let page = text(Role::Page);
        let mut found: Vec<Evidence> = Vec::new();
        for item in items(self.columns, row) {
            let item = Item { read, row: row.number, ..item };
            let named = self.shelf.called(&item.title).filter(|_| item.address.is_empty()).map(|own| own.id.clone());
            let key = named.or_else(|| match self.shelf.place(&item, self.choices, self.say)? {
                Place::There(_, own, _) => Some(own.id.clone()),
                Place::Again(key) => Some(key),
                Place::New(source) => {
                    put(&source, row.number, plan);
                    Some(source.id)
                }
            });
            let Some(key) = key.filter(|key| !found.iter().any(|own| own.source == *key)) else { continue };
            found.push(Evidence { source: key, stance, says: says.clone(), page: page.clone(), section: None });
        }
        Looked { evidence: found, is_quoted, is_judged: stance != Stance::Context }
    }

    /// Where the document makes it, as far as the row or the briefing says; else what was looked at.
    fn citations(&mut self, row: &Row, evidence: &[Evidence]) -> Option<Vec<Citation>> {
        let briefing = self.desk.briefing();
        let written = self.columns.text(row, Role::At);
        if !written.is_empty() {
            match locator(&written).filter(|at| briefing.sentence_at(*at).is_some()) {
                Some(at) => return briefing.document_citation(at).map(|citation| vec![citation]),
                None if self.nowhere.len() <= TOLD => self.nowhere.push(written),
                None => {}
            }
        }
        if !briefing.claims.citations.is_empty() {
            return Some(Vec::new());
        }
        let document = briefing.document_source().map(|source| Citation::of(source.clone()));
        // What says the contrary does not make it.
        let made_by = || evidence.iter().filter(|evidence| evidence.stance != Stance::Contradicts);
        let all: Vec<Citation> =
            document.map_or_else(|| made_by().map(Evidence::citation).collect(), |document| vec![document]);
        Some(all).filter(|all| !all.is_empty())
    }

    /// A few words on what was made of it.
    fn note(&self, row: &Row, read: Option<Date>) -> String {
        let short = |role| {
            let text = self.columns.text(row, role);
            Some(text).filter(|text| !text.is_empty() && text.chars().count() <= SHORT)
        };
        short(Role::Note).or_else(|| short(Role::Method)).unwrap_or_else(|| {
            (self.say)(&match read {
                Some(date) => message!(import::claim_checked, date = date),
                None => message!(import::claim_of_sheet),
            })
        })
    }

    /// What the row says of it and of how it was checked, as sentences.
    fn reason(&self, row: &Row) -> Option<String> {
        let ends = |text: &str| text.ends_with(['.', '!', '?', '。', '！', '？', '…', '؟']);
        let sentence = |role| {
            let text = self.columns.text(row, role);
            let text = if text.is_empty() || ends(&text) { text } else { format!("{text}.") };
            Some(text).filter(|text| !text.is_empty())
        };
        let all: Vec<String> = [Role::Note, Role::Method].into_iter().filter_map(sentence).collect();
        Some(all.join(" ")).filter(|text| !text.is_empty())
    }

    /// A key of its own, made of the first words.
    fn key(&self, statement: &str) -> Key {
        let words: Vec<&str> = statement.split_whitespace().take(WORDS).collect();
        let base = key_of(&words.join(" "));
        let numbered = (2_usize..).map(|number| joined(&[base.as_str(), &number.to_string()]));
        std::iter::once(base.clone()).chain(numbered).find(|key| !self.taken.contains(key)).unwrap_or(base)
    }

    /// Adds what became of the rows to the plan.
    pub fn add(self, plan: &mut Plan) {
        let claims = &self.desk.briefing().claims.claims;
        let list = Pointer::default().field("claims");
        for (at, more) in self.more {
            let (claim, object) = (&claims[at], list.index(at));
            for (evidence, row) in more.evidence {
                let said = format!("{}: {}", evidence.source, evidence.says);
                plan.revised(FILE, PartKind::Evidence, claim.id.as_str(), None, &said, Some(row));
                plan.edit(FILE, JsonEdit::Append { list: object.field("evidence"), entry: json(&evidence) });
            }
            if let Some(turned) = more.turned {
                let (key, old) = (claim.id.as_str(), claim.verdict.key());
                plan.revised(FILE, PartKind::Verdict, key, Some(old), turned.verdict.key(), Some(turned.row));
                let values = [
                    ("verdict", json(&turned.verdict)),
                    ("note", json(&turned.note)),
                    ("reason", json(&turned.reason)),
                ];
                for (field, value) in values {
                    plan.edit(FILE, JsonEdit::Set { object: object.clone(), field: field.to_owned(), value });
                }
            }
        }
        for (claim, row) in &self.new {
            plan.revised(FILE, PartKind::Claim, claim.id.as_str(), None, &claim.statement, Some(*row));
        }
        if self.desk.folder().text(FILE).is_some() {
            for (claim, _) in &self.new {
                plan.edit(FILE, JsonEdit::Append { list: list.clone(), entry: json(claim) });
            }
        } else if !self.new.is_empty() {
            let claims = self.new.into_iter().map(|(claim, _)| claim).collect();
            plan.edits.push(FileEdit::Create(FILE.into(), json(&Claims { claims, ..Claims::default() })));
        }
        if !self.strange.is_empty() {
            let words = Value::list(self.strange.into_iter().take(TOLD));
            plan.remarks.push(message!(import::strange_verdicts, words = words));
        }
        if !self.nowhere.is_empty() {
            let places = Value::list(self.nowhere.into_iter().take(TOLD));
            plan.remarks.push(message!(import::no_such_sentences, places = places));
        }
        if !self.undated.is_empty() {
            let dates = Value::list(self.undated.into_iter().take(TOLD));
            plan.remarks.push(message!(import::unread_days, dates = dates));
        }
    }
}

/// A place in the document, whatever stands around it: `§ 4.2`, `(4.2)`.
fn locator(written: &str) -> Option<Locator> {
    written.trim_matches(|c: char| !c.is_ascii_digit()).parse().ok()
}
