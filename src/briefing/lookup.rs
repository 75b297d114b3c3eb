//! Looking things up by their keys: however many there are, each is found at once.

use std::fmt;
use std::sync::OnceLock;

use ahash::{AHashMap, RandomState};

use super::Key;

/// Fewer than this are gone through as quickly.
const FEW: usize = 32;

/// Where the entries of some lists stand, by the hashes of their keys. It is made when it is first asked, and asked
/// again by whatever it leads to: what was moved since is found by going through the lists, and so is what is not known
/// where something was added or removed.
pub(super) struct Lookup {
    hasher: RandomState,
    places: OnceLock<Places>,
}

/// What was found when it was made.
struct Places {
    /// How many entries there were.
    count: usize,
    /// The list of each and its place in it.
    by_hash: AHashMap<u64, (u32, u32)>,
}

impl Lookup {
    /// The first entry with a key in some lists.
    pub fn find<'a, T>(&self, lists: &[&'a [T]], id: fn(&T) -> &Key, key: &Key) -> Option<&'a T> {
        let through = || lists.iter().copied().flatten().find(|entry| id(entry) == key);
        let count = lists.iter().map(|list| list.len()).sum();
        if count < FEW {
            return through();
        }
        let places = self.places.get_or_init(|| Places { count, by_hash: self.by_hash(lists, id) });
        let Some((list, entry)) = places.by_hash.get(&self.hasher.hash_one(key)) else {
            // A claim mentions people and topics as well, which are no states, however many states there are.
            return if count == places.count { None } else { through() };
        };
        let found = lists.get(*list as usize).and_then(|list| list.get(*entry as usize));
        found.filter(|entry| id(entry) == key).or_else(through)
    }

    fn by_hash<T>(&self, lists: &[&[T]], id: fn(&T) -> &Key) -> AHashMap<u64, (u32, u32)> {
        let mut by_hash = AHashMap::with_capacity(lists.iter().map(|list| list.len()).sum());
        for (number, list) in (0_u32..).zip(lists) {
            for (place, entry) in (0_u32..).zip(*list) {
                by_hash.entry(self.hasher.hash_one(id(entry))).or_insert((number, place));
            }
        }
        by_hash
    }
}

impl Default for Lookup {
    fn default() -> Self {
        Self { hasher: RandomState::new(), places: OnceLock::new() }
    }
}

/// A copy is changed more often than what it is a copy of, and finds its places itself.
impl Clone for Lookup {
    fn clone(&self) -> Self {
        Self::default()
    }
}

/// Where things stand says nothing of what they are.
impl PartialEq for Lookup {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl fmt::Debug for Lookup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Lookup")
    }
}

#[cfg(test)]
mod tests {
    use super::{Key, Lookup};

    fn key(number: usize) -> Key {
        format!("k-{number}").try_into().expect("a key")
    }

    #[test]
    fn each_is_found_and_so_is_what_was_changed_since() {
        let mut lists: [Vec<Key>; 2] = [(0..100).map(key).collect(), (90..300).map(key).collect()];
        let lookup = Lookup::default();
        let find = |lists: &[Vec<Key>; 2], number: usize| {
            let slices: Vec<&[Key]> = lists.iter().map(Vec::as_slice).collect();
            lookup.find(&slices, |key| key, &key(number)).map(std::ptr::from_ref)
        };
        for number in 0..300 {
            let first = lists.iter().flatten().find(|other| **other == key(number)).map(std::ptr::from_ref);
            assert_eq!(find(&lists, number), first, "{number}");
        }
        assert_eq!(find(&lists, 300), None);
        lists[0].swap(3, 7);
        lists[1].truncate(20);
        lists[1].push(key(777));
        for number in [3, 7, 99, 105, 777] {
            assert!(find(&lists, number).is_some(), "{number}");
        }
        assert_eq!(find(&lists, 299), None);
    }
}
