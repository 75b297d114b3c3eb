//! What stands in a column, under its heads.

use std::ops::Range;

use crate::ui::shell::desk::{Place, Selection};

/// Those of a column that are kept, under each of its heads. It is worked out for a question and a selection, not in
/// every frame.
#[derive(Debug)]
pub struct Kept<const HEADS: usize> {
    /// What stands under each head.
    pub parts: [Part; HEADS],
    /// The row of what is selected.
    selected: Option<usize>,
}

/// What stands under a head.
#[derive(Debug, Default)]
pub struct Part {
    /// The rows before it.
    first: usize,
    /// Those that are kept, by their numbers.
    of: Vec<usize>,
    /// The rows of those that are linked to the selection.
    pub linked: Vec<usize>,
    /// How many belong there, kept or not.
    pub count: usize,
}

impl<const HEADS: usize> Kept<HEADS> {
    /// Those of all that are kept; `head` says under which of the heads one belongs.
    pub fn of<T, H: PartialEq>(
        all: &[T],
        (heads, head): (&[H; HEADS], impl Fn(&T) -> H),
        keeps: impl Fn(&T) -> bool,
        is_linked: impl Fn(&T) -> bool,
        is_selected: impl Fn(&T) -> bool,
    ) -> Self {
        let mut parts = [(); HEADS].map(|()| Part::default());
        for (index, one) in all.iter().enumerate() {
            let head = head(one);
            let Some((_, part)) = heads.iter().zip(&mut parts).find(|(other, _)| **other == head) else { continue };
            part.count += 1;
            if keeps(one) {
                part.of.push(index);
            }
        }
        let (mut first, mut selected) = (0, None);
        for part in &mut parts {
            part.first = first;
            for (row, index) in (first..).zip(&part.of) {
                let one = &all[*index];
                part.linked.extend(is_linked(one).then_some(row));
                selected = selected.or_else(|| is_selected(one).then_some(row));
            }
            first += part.of.len();
        }
        Self { parts, selected }
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.parts.iter().map(Part::len).sum()
    }

    /// The row of what is selected, where it has to be brought into view.
    pub fn needed(&self, revealed: Option<&Selection>) -> Option<usize> {
        revealed.and(self.selected)
    }

    /// Where what is selected stands among the rows under the heads that are open. `one` says what something is, by its
    /// number.
    pub fn place(&self, selection: &Selection, open: [bool; HEADS], one: impl Fn(usize) -> Selection) -> Option<Place> {
        let selected = self.selected?;
        let parts = || self.parts.iter().zip(open).filter(|(_, is_open)| *is_open).map(|(part, _)| part);
        let row = |mut row: usize| {
            parts().find_map(|part| {
                let found = part.of.get(row).map(|index| one(*index));
                row = row.saturating_sub(part.len());
                found
            })
        };
        let mut before = 0;
        for part in parts() {
            if part.rows().contains(&selected) {
                let index = before + selected - part.first;
                return Some(Place::new(selection, index, parts().map(Part::len).sum(), row));
            }
            before += part.len();
        }
        None
    }
}

impl Part {
    /// How many are kept.
    pub const fn len(&self) -> usize {
        self.of.len()
    }

    /// Their numbers, in their order.
    pub fn numbers(&self) -> &[usize] {
        &self.of
    }

    /// Their rows.
    pub const fn rows(&self) -> Range<usize> {
        self.first..self.first + self.of.len()
    }

    /// The number of what stands in one of its rows.
    pub fn number(&self, row: usize) -> usize {
        self.of[row - self.first]
    }
}

#[cfg(test)]
mod tests {
    use super::{Kept, Selection};
    use crate::briefing::Key;

    fn state(key: &str) -> Selection {
        Selection::State(Key::try_from(key.to_owned()).expect("a key"))
    }

    #[test]
    fn a_step_goes_over_the_heads_that_are_open() {
        let all = [("ant", 'b'), ("bee", 'a'), ("cat", 'c'), ("dog", 'a'), ("elk", 'b'), ("fox", 'a')];
        let kept = |selected: &str| {
            Kept::of(
                &all,
                (&['a', 'b', 'c'], |(_, head)| *head),
                |(name, _)| *name != "dog",
                |(name, _)| name.contains('e'),
                |(name, _)| *name == selected,
            )
        };
        let fox = kept("fox");
        assert_eq!((fox.rows(), fox.parts[0].count, fox.parts[0].len()), (5, 3, 2));
        assert_eq!((fox.parts[0].linked.as_slice(), fox.parts[1].linked.as_slice()), (&[0][..], &[3][..]));
        let place = |selected: &str, open| kept(selected).place(&state(selected), open, |index| state(all[index].0));
        let of = |selected: &str, open| place(selected, open).map(|place| (place.index, place.all, place.neighbours));
        assert_eq!(of("fox", [true; 3]), Some((1, 5, [Some(state("bee")), Some(state("ant"))])));
        assert_eq!(of("fox", [true, false, true]), Some((1, 3, [Some(state("bee")), Some(state("cat"))])));
        assert_eq!(of("cat", [false, false, true]), Some((0, 1, [None, None])));
        assert_eq!(of("ant", [true, false, true]), None, "it is folded away");
        assert_eq!(of("dog", [true; 3]), None, "it is not kept");
    }
}
