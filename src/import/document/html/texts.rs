//! How much text there is in each element of a page, by which its article is found.

use super::tree::{Child, Tree};

/// How much text there is in each element.
pub(super) struct Texts {
    parents: Vec<usize>,
    /// Characters of paragraphs that run.
    running: Vec<usize>,
    /// Those that stand in it, or in what is right in it.
    near: Vec<usize>,
    /// Characters in links, and all.
    linked: Vec<usize>,
    all: Vec<usize>,
}

impl Texts {
    pub fn of(tree: &Tree, shown: &[bool]) -> Self {
        let count = tree.nodes.len();
        let zero = || vec![0_usize; count];
        let mut texts = Self { parents: zero(), running: zero(), near: zero(), linked: zero(), all: zero() };
        let mut own = zero();
        for (at, node) in tree.nodes.iter().enumerate() {
            for child in &node.children {
                match child {
                    Child::Element(inner) => set(&mut texts.parents, *inner, at),
                    Child::Text(text) if shown.get(at).copied().unwrap_or_default() => {
                        add(&mut own, at, text.split_whitespace().map(|word| word.chars().count() + 1).sum());
                    }
                    Child::Text(_) => {}
                }
            }
        }
        // Children stand behind their parents.
        for at in (0..count).rev() {
            let Some(node) = tree.nodes.get(at) else { continue };
            let mut all = own.get(at).copied().unwrap_or_default();
            let mut inline = all;
            let mut linked = 0;
            let mut running = 0;
            for child in &node.children {
                let Child::Element(inner) = child else { continue };
                let Some(element) = tree.nodes.get(*inner) else { continue };
                let get = |list: &[usize]| list.get(*inner).copied().unwrap_or_default();
                all += get(&texts.all);
                linked += if element.name == "a" { get(&texts.all) } else { get(&texts.linked) };
                running += get(&texts.running);
                if !element.is_block() {
                    inline += get(&texts.all);
                }
            }
            // A text that runs is one of some length that is not mostly links.
            let is_inline = !node.is_block();
            if !is_inline && inline >= 40 && linked * 2 < all.max(1) {
                running += inline;
            }
            set(&mut texts.all, at, all);
            set(&mut texts.linked, at, linked);
            set(&mut texts.running, at, running);
        }
        for at in 0..count {
            let Some(node) = tree.nodes.get(at) else { continue };
            let own = texts.running.get(at).copied().unwrap_or_default();
            let below: usize = node
                .children
                .iter()
                .map(|child| match child {
                    Child::Element(inner) if tree.nodes.get(*inner).is_some_and(super::tree::Node::is_block) => {
                        texts.running.get(*inner).copied().unwrap_or_default()
                    }
                    _ => 0,
                })
                .sum();
            // What is its own counts for itself, the one above and, half, the one above that.
            let direct = own.saturating_sub(below);
            let above = texts.parents.get(at).copied().unwrap_or_default();
            let further = texts.parents.get(above).copied().unwrap_or_default();
            add(&mut texts.near, at, direct);
            add(&mut texts.near, above, direct);
            add(&mut texts.near, further, direct / 2);
        }
        texts
    }

    pub fn all(&self, at: usize) -> usize {
        self.all.get(at).copied().unwrap_or_default()
    }

    pub fn running(&self, at: usize) -> usize {
        self.running.get(at).copied().unwrap_or_default()
    }

    pub fn parent(&self, at: usize) -> Option<usize> {
        self.parents.get(at).copied().filter(|_| at != 0)
    }

    pub fn linked_share(&self, at: usize) -> f64 {
        let (linked, all) =
            (self.linked.get(at).copied().unwrap_or_default(), self.all.get(at).copied().unwrap_or_default());
        if all == 0 { 0.0 } else { linked as f64 / all as f64 }
    }

    pub fn score(&self, at: usize) -> f64 {
        self.near.get(at).copied().unwrap_or_default() as f64 * (1.0 - self.linked_share(at))
    }
}

fn set(list: &mut [usize], at: usize, value: usize) {
    if let Some(place) = list.get_mut(at) {
        *place = value;
    }
}

fn add(list: &mut [usize], at: usize, more: usize) {
    if let Some(place) = list.get_mut(at) {
        *place += more;
    }
}
