//! What is prepared when a briefing opens, so that asking its roster costs one scan.

use std::ops::Range;
use std::sync::Arc;

use fixedbitset::FixedBitSet;
use jiff::civil;

use super::list::SpellIndex;
use super::listing::{Listing, Tally};
use super::marks::{self, Mark};
use super::order;
use super::state_columns::StateColumns;
use super::{Edition, Filter, RosterQuery, RosterView};
use crate::analysis::facets::{Choice, Facet, FacetName, FacetValue};
use crate::analysis::memo::Memo;
use crate::analysis::search_text::{Needle, SearchText};
use crate::briefing::{Members, State, cores};

/// How many bits of a set one core looks at before it takes the next.
const WORDS: usize = 256;

/// The roster of a briefing, ready to be asked.
///
/// Built once: the folded text of every row in one buffer, the facets in columns, the names in their order. The list of
/// the last date and the order of the last sort are kept until another is asked for.
#[derive(Clone, Debug)]
pub struct RosterIndex {
    spells: SpellIndex,
    states: StateColumns,
    corrected: Entries,
    printed: Entries,
    listing: Memo<(Edition, civil::Date), Arc<Listing>>,
    order: Memo<(Edition, civil::Date, Vec<super::Sort>), order::Entries>,
}

/// What an edition can list, whatever the date.
#[derive(Clone, Debug)]
struct Entries {
    text: Arc<SearchText>,
    /// All entries in the order of the first column.
    order: order::Entries,
}

impl RosterIndex {
    /// The index of a briefing's roster. A million states take some seconds.
    pub fn new(members: Members<'_>) -> Self {
        let roster = members.roster;
        let spells = SpellIndex::new(roster);
        let corrected = Entries {
            text: Arc::new(SearchText::new(roster.states.iter().map(texts))),
            order: order::by_name(members),
        };
        let rows = spells.printed(members);
        // An entry whose keys name nothing has no row, and so no text to be found by.
        let mut states: Vec<Option<&State>> = vec![None; roster.printed.len()];
        for row in &rows {
            states[row.printed.unwrap_or_default()] = Some(row.state_in(roster));
        }
        let printed = roster
            .printed
            .iter()
            .zip(&states)
            .map(|(entry, state)| state.iter().copied().flat_map(texts).chain([entry.printed.as_str()]));
        let printed =
            Entries { text: Arc::new(SearchText::new(printed)), order: (0..roster.printed.len() as u32).collect() };
        Self {
            states: StateColumns::new(members),
            spells,
            corrected,
            printed,
            listing: Memo::default(),
            order: Memo::default(),
        }
    }

    /// What a query shows. `briefing` is the one the index was made of.
    pub fn view(&mut self, members: Members<'_>, query: &RosterQuery) -> RosterView {
        let Self { spells, states, corrected, printed, listing, order } = self;
        let (entries, as_of) = match query.edition {
            Edition::Corrected => (&*corrected, query.as_of),
            // The printed list has one date, whichever is asked for.
            Edition::Printed => (&*printed, members.manifest.as_of.first_day()),
        };
        let roster = members.roster;
        let listing = Arc::clone(listing.get(&(query.edition, as_of), |(edition, as_of)| {
            let rows = match edition {
                Edition::Corrected => spells.on_date(roster, *as_of),
                Edition::Printed => spells.printed(members),
            };
            Arc::new(Listing::new(roster, spells, states, &rows, entries.text.len()))
        }));
        let order = order.get(&(query.edition, as_of, query.sort.clone()), |(.., sort)| {
            order::sorted(members, &listing, &entries.order, sort)
        });
        let needle = Needle::new(&query.search);
        let (shown, tally) = narrow(&listing, states, &entries.text, &needle, query);
        let rows =
            if shown.is_clear() { Vec::new() } else { cores::filter(order, |entry| shown.contains(*entry as usize)) };
        RosterView {
            rows,
            shown,
            facets: Facet::ALL.into_iter().zip(facet_values(&listing, &tally, &query.choice)).collect(),
            population: tally.population,
            years: listing.span,
            listing,
            text: Arc::clone(&entries.text),
        }
    }

    /// The marks of a view on the map.
    pub fn marks(&self, view: &RosterView) -> Vec<Mark> {
        marks::marks(view, &self.states)
    }

    /// For a query that shows nothing: each filter that alone would have to go for something to show, with how many
    /// rows that would be.
    pub fn ways_out(&mut self, members: Members<'_>, query: &RosterQuery) -> Vec<(Filter, usize)> {
        let filters = Facet::ALL.into_iter().filter(|facet| query.choice.narrows(*facet)).map(Filter::Facet);
        let search = (!query.search.trim().is_empty()).then_some(Filter::Search);
        let without = |filter: Filter| (filter, self.view(members, &query.without(filter)).len());
        let since = (!query.since.is_all()).then_some(Filter::Since);
        search.into_iter().chain(since).chain(filters).map(without).filter(|(_, rows)| *rows > 0).collect()
    }

    /// The text that a search scans: every name, alias, capital and code of the corrected list, folded.
    pub fn text(&self) -> &SearchText {
        &self.corrected.text
    }

    /// The memory it takes, in bytes, with the list and the order that it keeps.
    pub fn bytes(&mut self, members: Members<'_>, query: &RosterQuery) -> usize {
        let view = self.view(members, query);
        let entries = |entries: &Entries| entries.text.bytes() + size_of_val(&*entries.order);
        let rows = view.rows.capacity() * size_of::<u32>() + view.shown.len() / 8;
        let orders = view.listing.entries() * size_of::<u32>();
        self.spells.bytes()
            + self.states.bytes()
            + entries(&self.corrected)
            + entries(&self.printed)
            + view.listing.bytes()
            + orders
            + rows
    }
}

/// Everything a state can be searched by.
pub(super) fn texts(state: &State) -> impl Iterator<Item = &str> {
    let codes = [&state.capital, &state.alpha2, &state.alpha3, &state.numeric];
    state.called().chain(codes.into_iter().map(String::as_str))
}

/// The entries that pass the search and every facet, with what is counted on the way.
fn narrow(
    listing: &Listing,
    states: &StateColumns,
    text: &SearchText,
    needle: &Needle,
    RosterQuery { choice, since, .. }: &RosterQuery,
) -> (FixedBitSet, Tally) {
    if needle.is_empty() && choice.is_empty() && since.is_all() {
        return (listing.present.clone(), listing.whole.clone());
    }
    let kept = Facet::ALL.map(|facet| {
        let chosen = choice.of(facet)?;
        let values = &listing.columns[facet as usize].values;
        Some(values.iter().map(|value| chosen.contains(&*value.value)).collect::<Vec<bool>>())
    });
    let entries = listing.entries();
    let mut shown = FixedBitSet::with_capacity(entries);
    let count = |(chunk, words): (usize, &mut [usize])| {
        let first = chunk * WORDS * BITS;
        let range: Range<usize> = first..(first + words.len() * BITS).min(entries);
        let mut tally = Tally::over(&listing.columns);
        text.scan(needle, range, |entry| {
            if !listing.present.contains(entry) || !since.has(listing.year(entry)) {
                return;
            }
            let mut failed = None;
            for (facet, kept) in kept.iter().enumerate() {
                let code = listing.columns[facet].codes[entry] as usize;
                let second = |kept: &[bool]| facet == STATUS && listing.second_status(entry).is_some_and(|it| kept[it]);
                if kept.as_ref().is_some_and(|kept| !kept[code] && !second(kept)) {
                    if failed.is_some() {
                        return;
                    }
                    failed = Some((facet, code));
                }
            }
            if let Some((facet, code)) = failed {
                // What one facet alone leaves out counts for that facet: it would be there without it.
                tally.matching[facet][code] += 1;
                if let Some(second) = listing.second_status(entry).filter(|_| facet == STATUS) {
                    tally.matching[facet][second] += 1;
                }
            } else {
                words[(entry - first) / BITS] |= 1 << (entry % BITS);
                tally.add(listing, states, entry);
            }
        });
        tally
    };
    let none = || Tally::over(&listing.columns);
    let tally = cores::in_chunks(shown.as_mut_slice(), WORDS, count, none, Tally::and);
    (shown, tally)
}

/// The facet of which an entry can have two values.
const STATUS: usize = Facet::Status as usize;
const BITS: usize = usize::BITS as usize;

/// The values to show of each facet: those that occur in the list, and those that are chosen all the same, so that they
/// can be taken off where they were put on.
fn facet_values(listing: &Listing, tally: &Tally, choice: &Choice) -> [Vec<FacetValue>; 4] {
    Facet::ALL.map(|facet| {
        let column = &listing.columns[facet as usize];
        let chosen = choice.of(facet);
        let counted = column.values.iter().zip(&tally.matching[facet as usize]);
        let occurring =
            counted.filter(|(value, _)| value.all > 0 || chosen.is_some_and(|chosen| chosen.contains(&*value.value)));
        let mut values: Vec<FacetValue> =
            occurring.map(|(value, matching)| FacetValue { matching: *matching, ..value.clone() }).collect();
        for value in chosen.into_iter().flatten() {
            if values.iter().all(|known| *known.value != **value) {
                let value: Arc<str> = value.as_str().into();
                values.push(FacetValue {
                    name: FacetName::Text(Arc::clone(&value)),
                    value,
                    shape: None,
                    matching: 0,
                    all: 0,
                });
            }
        }
        values
    })
}
