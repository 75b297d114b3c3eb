//! International bodies by their names and abbreviations in several languages, for telling one from another.

use std::sync::LazyLock;

use ahash::AHashMap;

use super::fold::known_by;

const BODIES: &str = include_str!("../../assets/reference/bodies.tsv");

/// The abbreviations and the names of each body, each parted by bars.
fn bodies() -> impl Iterator<Item = (&'static str, &'static str)> {
    BODIES.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'))
}

static BY_NAME: LazyLock<AHashMap<String, &str>> = LazyLock::new(|| {
    let mut by_name = AHashMap::new();
    for (short, names) in bodies() {
        let Some(body) = short.split('|').next() else { continue };
        for name in short.split('|').chain(names.split('|')) {
            by_name.entry(known_by(name)).or_insert(body);
        }
    }
    by_name
});

/// The body that has a name or an abbreviation, by its abbreviation in English.
pub fn body_named(name: &str) -> Option<&'static str> {
    BY_NAME.get(&known_by(name)).copied()
}

/// What a body is called in all languages that it is known in, by its abbreviation in English.
pub fn names_of(short: &str) -> impl Iterator<Item = &'static str> {
    let of_body = bodies().filter(move |(own, _)| own.split('|').next() == Some(short));
    of_body.flat_map(|(_, names)| names.split('|'))
}

/// What a body is called in English and in full, by its abbreviation in English.
pub fn full_name(short: &str) -> Option<&'static str> {
    names_of(short).next()
}

#[cfg(test)]
mod tests {
    use super::{body_named, full_name};

    #[test]
    fn a_body_is_known_by_its_names_in_several_languages() {
        assert_eq!(body_named("Nations Unies"), Some("UN"));
        assert_eq!(body_named("ОДКБ"), Some("CSTO"));
        assert_eq!(body_named("Aegean Ferry League"), None);
        assert_eq!(full_name("UN"), Some("United Nations"));
        assert_eq!(full_name("United Nations"), None);
    }
}
