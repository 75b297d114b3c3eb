//! Text that is set as a program would write it.

use super::tree::Tree;

/// The texts in an element that are set as a program would write them and are none.
pub(super) fn texts_set_so(tree: &Tree, at: usize) -> Vec<usize> {
    let (mut found, mut open) = (Vec::new(), vec![at]);
    while let Some(at) = open.pop() {
        let Some(node) = tree.nodes.get(at) else { continue };
        if node.name == "pre" {
            found.extend(is_prose(tree, at).then_some(at));
        } else {
            open.extend(node.inner());
        }
    }
    found
}

/// Whether what is set as a program would write it is a text: most of its words are of letters.
pub(super) fn is_prose(tree: &Tree, at: usize) -> bool {
    let is_code = tree.nodes.get(at).is_none_or(|node| {
        node.inner().any(|inner| {
            tree.nodes.get(inner).is_some_and(|inner| matches!(inner.name.as_str(), "code" | "samp" | "kbd"))
        })
    });
    let text = tree.text(at);
    let (mut words, mut all) = (0_usize, 0_usize);
    for word in text.split_whitespace() {
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        words += usize::from(letters * 10 >= word.chars().count() * 8 || letters > 0 && word.ends_with(['.', ',']));
        all += 1;
    }
    !is_code && words * 10 >= all * 7 && text.contains(['.', '。', '؟', '?', '।'])
}
