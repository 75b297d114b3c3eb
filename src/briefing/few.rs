//! Lists of which most have one entry.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, SeqAccess, Visitor};

/// Reads a list into no more memory than one entry needs, where it has one. `serde` makes room for four, which of
/// hundreds of thousands of lists is memory to be asked for and never filled.
///
/// # Errors
/// Where it is no list, or an entry is none of its type.
pub(super) fn list<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
    struct Few<T>(PhantomData<T>);

    impl<'de, T: Deserialize<'de>> Visitor<'de> for Few<T> {
        type Value = Vec<T>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a list")
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
            let Some(first) = entries.next_element()? else { return Ok(Vec::new()) };
            let mut list = vec![first];
            while let Some(entry) = entries.next_element()? {
                list.push(entry);
            }
            Ok(list)
        }
    }

    deserializer.deserialize_seq(Few(PhantomData))
}

#[cfg(test)]
mod tests {
    use serde_json::Deserializer;

    use super::list;

    #[test]
    fn a_list_has_what_is_written_and_room_for_little_more() {
        let read = |text: &str| list::<_, u8>(&mut Deserializer::from_str(text)).ok();
        assert_eq!(read("[]"), Some(Vec::new()));
        assert_eq!(read("[7]").map(|list| (list[0], list.capacity())), Some((7, 1)));
        assert_eq!(read("[1, 2, 3, 4, 5, 6]"), Some(vec![1, 2, 3, 4, 5, 6]));
        for wrong in ["[1, \"a\"]", "7", "{}", "[1"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
