//! Where pages end: what belongs together stays together, and a table that goes on has its head again.

/// How high a strip is and what it must not be parted from.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Extent {
    /// The space over it, which is left out at the top of a page.
    pub before: f32,
    /// Its height.
    pub height: f32,
    /// Whether the strip after it must stand on the same page.
    pub keep: bool,
    /// The head that stands over it where it comes first on a page, as an index into the heads.
    pub head: Option<usize>,
}

/// A strip on a page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placement {
    /// What stands there.
    pub item: Item,
    /// Its top edge, from the top of the page's room.
    pub top: f32,
}

/// What stands on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// A strip, by its index.
    Strip(usize),
    /// A head once more, by its index.
    Head(usize),
}

/// Divides strips among pages with so much room. Strips that belong together and are higher than a page are parted
/// where the page ends; a single strip that is higher than a page hangs over its end.
pub fn paginate(strips: &[Extent], heads: &[f32], room: f32) -> Vec<Vec<Placement>> {
    let mut pages = Pages { begun: vec![Vec::new()], top: 0.0, heads, room };
    let mut rest = 0..strips.len();
    while let Some(first) = rest.next() {
        // What must stay together with it.
        let mut last = first;
        while strips[last].keep && last + 1 < strips.len() {
            last += 1;
        }
        let together = &strips[first..=last];
        if !pages.fits(together) {
            pages.turn();
        }
        for (index, strip) in (first..=last).zip(together) {
            if !pages.fits(std::slice::from_ref(strip)) {
                pages.turn();
            }
            pages.place(index, *strip);
        }
        rest.start = last + 1;
    }
    pages.begun
}

struct Pages<'a> {
    begun: Vec<Vec<Placement>>,
    /// Where the next strip would stand.
    top: f32,
    heads: &'a [f32],
    room: f32,
}

impl Pages<'_> {
    fn is_fresh(&self) -> bool {
        self.begun.last().is_none_or(Vec::is_empty)
    }

    fn head(&self, strip: &Extent) -> f32 {
        let head = strip.head.filter(|_| self.is_fresh());
        head.and_then(|head| self.heads.get(head)).copied().unwrap_or_default()
    }

    fn fits(&self, strips: &[Extent]) -> bool {
        let Some(first) = strips.first() else { return true };
        let unneeded = if self.is_fresh() { first.before - self.head(first) } else { 0.0 };
        let height: f32 = strips.iter().map(|strip| strip.before + strip.height).sum();
        self.top + height - unneeded <= self.room
    }

    /// Begins a page, unless nothing stands on the last one.
    fn turn(&mut self) {
        if !self.is_fresh() {
            self.begun.push(Vec::new());
            self.top = 0.0;
        }
    }

    fn place(&mut self, index: usize, strip: Extent) {
        let head = self.head(&strip);
        let fresh = self.is_fresh();
        let Some(page) = self.begun.last_mut() else { return };
        if let Some(again) = strip.head.filter(|_| head > 0.0) {
            page.push(Placement { item: Item::Head(again), top: 0.0 });
            self.top = head;
        } else if !fresh {
            self.top += strip.before;
        }
        page.push(Placement { item: Item::Strip(index), top: self.top });
        self.top += strip.height;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Extent, Item, paginate};

    const ROOM: f32 = 100.0;
    const HEAD: f32 = 10.0;

    fn strips() -> impl Strategy<Value = Vec<Extent>> {
        let strip = (0u8..20, 1u8..60, any::<bool>(), any::<bool>());
        prop::collection::vec(strip, 0..60).prop_map(|strips| {
            let strip = |(before, height, keep, headed): (u8, u8, bool, bool)| Extent {
                before: before.into(),
                height: height.into(),
                keep,
                head: headed.then_some(0),
            };
            strips.into_iter().map(strip).collect()
        })
    }

    proptest! {
        #[test]
        fn every_strip_stands_once_in_its_order_and_within_its_page(strips in strips()) {
            let pages = paginate(&strips, &[HEAD], ROOM);
            let mut next = 0;
            for page in &pages {
                let mut end = 0.0_f32;
                for placement in page {
                    prop_assert!(placement.top >= end, "strips lie on each other");
                    end = placement.top + match placement.item {
                        Item::Head(_) => HEAD,
                        Item::Strip(index) => {
                            prop_assert_eq!(index, next);
                            next += 1;
                            strips[index].height
                        }
                    };
                    prop_assert!(end <= ROOM, "a strip hangs over the end of the page");
                }
            }
            prop_assert_eq!(next, strips.len());
            prop_assert!(pages.len() <= strips.len().max(1), "there is an empty page");
        }

        #[test]
        fn what_belongs_together_is_parted_only_where_it_must_be(strips in strips()) {
            let pages = paginate(&strips, &[HEAD], ROOM);
            for pair in pages.windows(2) {
                let Some(Item::Strip(last)) = pair[0].last().map(|placement| placement.item) else {
                    return Err(TestCaseError::fail("a page ends with a strip"))
                };
                if strips[last].keep {
                    let first = (0..last).rev().take_while(|index| strips[*index].keep).last().unwrap_or(last);
                    let end = (last..strips.len()).find(|index| !strips[*index].keep).unwrap_or(strips.len() - 1);
                    let height: f32 = strips[first..=end].iter().map(|strip| strip.before + strip.height).sum();
                    prop_assert!(height + HEAD > ROOM, "{first} to {end} would have fitted on a page");
                }
            }
        }

        #[test]
        fn a_table_that_goes_on_has_its_head_again(strips in strips()) {
            for page in paginate(&strips, &[HEAD], ROOM) {
                if let [first, second, ..] = page[..]
                    && first.item == Item::Head(0)
                {
                    let Item::Strip(index) = second.item else { return Err(TestCaseError::fail("a head stands over a strip")) };
                    prop_assert_eq!(strips[index].head, Some(0));
                } else if let Some(Item::Strip(index)) = page.first().map(|placement| placement.item) {
                    prop_assert_eq!(strips[index].head, None);
                }
            }
        }
    }
}
