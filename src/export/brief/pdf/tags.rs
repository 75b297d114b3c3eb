//! The structure of the document for who hears it: headings, paragraphs, lists, tables, figures and links.
//!
//! The tree is planned while text is set and filled while pages are drawn, so that what is read follows what is drawn.

use krilla::tagging::{Identifier, Node as Branch, TagGroup, TagKind, TagTree};

/// A node of the tree.
pub type NodeId = usize;

/// A tree that is being planned and filled.
#[derive(Debug, Default)]
pub struct Tags {
    nodes: Vec<Node>,
    /// The nodes without a parent, in the order in which something was drawn of them.
    roots: Vec<NodeId>,
}

#[derive(Debug)]
struct Node {
    kind: TagKind,
    parent: Option<NodeId>,
    children: Vec<Child>,
    /// Whether its parent has it among its children.
    attached: bool,
}

#[derive(Debug)]
enum Child {
    Node(NodeId),
    Content(Identifier),
}

impl Tags {
    /// Plans a node.
    pub fn add(&mut self, kind: impl Into<TagKind>, parent: Option<NodeId>) -> NodeId {
        self.nodes.push(Node { kind: kind.into(), parent, children: Vec::new(), attached: false });
        self.nodes.len() - 1
    }

    /// Says that something was drawn of a node.
    pub fn fill(&mut self, node: NodeId, content: Identifier) {
        self.attach(node);
        if let Some(node) = self.nodes.get_mut(node) {
            node.children.push(Child::Content(content));
        }
    }

    fn attach(&mut self, id: NodeId) {
        let Some(node) = self.nodes.get_mut(id) else { return };
        if std::mem::replace(&mut node.attached, true) {
            return;
        }
        match node.parent {
            None => self.roots.push(id),
            Some(parent) => {
                self.attach(parent);
                if let Some(parent) = self.nodes.get_mut(parent) {
                    parent.children.push(Child::Node(id));
                }
            }
        }
    }

    /// The tree of all that was drawn.
    pub fn tree(mut self, language: &str) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
        for root in std::mem::take(&mut self.roots) {
            if let Some(group) = self.group(root) {
                tree.push(group);
            }
        }
        tree
    }

    fn group(&mut self, id: NodeId) -> Option<TagGroup> {
        let node = self.nodes.get_mut(id)?;
        let mut group = TagGroup::new(node.kind.clone());
        for child in std::mem::take(&mut node.children) {
            match child {
                Child::Content(content) => group.push(Branch::Leaf(content)),
                Child::Node(id) => group.children.extend(self.group(id).map(Branch::Group)),
            }
        }
        Some(group)
    }
}
