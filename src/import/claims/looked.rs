//! What a row of a check sheet says was looked at.

use super::row::Role;
use crate::analysis::fold::known_by;
use crate::briefing::Evidence;
use crate::import::head::Columns;
use crate::import::sources::{Item, addresses_in};
use crate::import::table::Row;

/// What a row says of what was looked at.
pub struct Looked {
    pub evidence: Vec<Evidence>,
    /// Whether it says what stands there, and whether that bears the fact out or not.
    pub is_quoted: bool,
    pub is_judged: bool,
}

impl Looked {
    /// What is not among some evidence: of a source that is there what points another way or says other words.
    pub fn beside<'b>(self, own: impl Iterator<Item = &'b Evidence>) -> Vec<Evidence> {
        let all: Vec<&Evidence> = own.collect();
        let (is_quoted, is_judged) = (self.is_quoted, self.is_judged);
        let says_the_same = |own: &Evidence, new: &Evidence| {
            own.source == new.source
                && (!is_judged || own.stance == new.stance)
                && (!is_quoted || known_by(&own.says) == known_by(&new.says))
                && (new.page.is_none() || own.page == new.page)
        };
        let is_new = |new: &Evidence| !all.iter().any(|own| says_the_same(own, new));
        self.evidence.into_iter().filter(is_new).collect()
    }
}

/// The publications that a row names: a line each, with the address beside it or in its own column.
pub fn items(columns: &Columns<Role>, row: &Row) -> Vec<Item> {
    let mut addresses: Vec<Item> = columns
        .lines(row, Role::Address)
        .iter()
        .flat_map(|line| {
            let found = addresses_in(line);
            if found.is_empty() { vec![Item { title: line.clone(), ..Item::default() }] } else { found }
        })
        .collect();
    let names = columns.lines(row, Role::Source);
    let names: Vec<&str> = names.iter().flat_map(|line| line.split("; ")).collect();
    // A name beside one address is that of who published it.
    if let ([name], [item]) = (&names[..], &mut addresses[..])
        && addresses_in(name).is_empty()
    {
        (*name).clone_into(&mut item.publisher);
        return addresses;
    }
    let of_names = names.into_iter().flat_map(|name| {
        let found = addresses_in(name);
        if found.is_empty() {
            return vec![Item { title: name.trim().to_owned(), ..Item::default() }];
        }
        // What stands before an address is who published it.
        let published = |item: Item| Item { publisher: item.title, title: String::new(), ..item };
        found.into_iter().map(published).collect()
    });
    of_names.chain(addresses).collect()
}
