//! Sets of field paths and their algebra (structured-merge-diff `fieldpath/set.go`). A set is one flat vector: the tree of path
//! elements in depth-first order, siblings in upstream's order, so that every operation is a merge of two vectors. Used for what a
//! manager owns and for what a write changed; it never looks at an object.

use std::cmp::Ordering;

use super::element::{Element, Keys, index};

/// One path element: whether the path that ends here is in the set, and where its subtree ends.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node<'a> {
    pub(super) element: Element<'a>,
    /// Index behind the last node of the subtree.
    pub(super) end: u32,
    pub(super) member: bool,
}

/// A set of field paths. A node that is no member has a member below it.
#[derive(Clone, Debug, Default)]
pub struct Set<'a> {
    pub(super) nodes: Vec<Node<'a>>,
}

/// Two ranges of siblings, each with its vector.
#[derive(Clone, Copy)]
struct Side<'s, 'a> {
    nodes: &'s [Node<'a>],
    at: usize,
    end: usize,
}

impl<'s, 'a> Side<'s, 'a> {
    fn all(set: &'s Set<'a>) -> Self {
        Self { nodes: &set.nodes, at: 0, end: set.nodes.len() }
    }

    fn head(&self) -> Option<&'s Node<'a>> {
        if self.at < self.end { self.nodes.get(self.at) } else { None }
    }

    /// What lies below the first sibling.
    fn below(&self) -> Self {
        let end = self.nodes[self.at].end as usize;
        Self { nodes: self.nodes, at: self.at + 1, end }
    }

    /// Goes to the next sibling.
    fn skip(&mut self) {
        self.at = self.nodes[self.at].end as usize;
    }

    fn is_empty(&self) -> bool {
        self.at >= self.end
    }
}

impl<'a> Set<'a> {
    /// A set with nothing in it.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether no path is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// Number of paths in it.
    #[must_use]
    pub fn len(&self) -> usize {
        self.nodes.iter().filter(|node| node.member).count()
    }

    /// Paths that are in either set.
    #[must_use]
    pub fn union(&self, other: &Self, keys: &Keys<'a>) -> Self {
        if self.is_empty() || other.is_empty() {
            return if self.is_empty() { other.clone() } else { self.clone() };
        }
        let mut out = Out { nodes: Vec::with_capacity(self.nodes.len() + other.nodes.len()), keys };
        out.union(Side::all(self), Side::all(other));
        Self { nodes: out.nodes }
    }

    /// Paths that are in both sets.
    #[must_use]
    pub fn intersection(&self, other: &Self, keys: &Keys<'a>) -> Self {
        let mut out = Out { nodes: Vec::new(), keys };
        out.intersection(Side::all(self), Side::all(other));
        Self { nodes: out.nodes }
    }

    /// Paths of this set that are not in the other one. A path below one of the other's stays.
    #[must_use]
    pub fn difference(&self, other: &Self, keys: &Keys<'a>) -> Self {
        self.without(other, keys, false)
    }

    /// Paths of this set that are not in the other one, nor below a path of the other one.
    #[must_use]
    pub fn recursive_difference(&self, other: &Self, keys: &Keys<'a>) -> Self {
        self.without(other, keys, true)
    }

    fn without(&self, other: &Self, keys: &Keys<'a>, recursive: bool) -> Self {
        if self.is_empty() || other.is_empty() {
            return self.clone();
        }
        let mut out = Out { nodes: Vec::with_capacity(self.nodes.len()), keys };
        out.difference(Side::all(self), Side::all(other), recursive);
        Self { nodes: out.nodes }
    }

    /// Paths of this set that have no path of it below them.
    #[must_use]
    pub fn leaves(&self) -> Self {
        let mut nodes = self.nodes.clone();
        for (at, node) in nodes.iter_mut().enumerate() {
            node.member = node.end as usize == at + 1;
        }
        Self { nodes }
    }

    /// Whether a path is in it.
    #[must_use]
    pub fn has(&self, path: &[Element<'_>], keys: &Keys<'a>) -> bool {
        let (mut side, mut member) = (Side::all(self), false);
        for element in path {
            while side.head().is_some_and(|node| keys.compare(node.element, *element) == Ordering::Less) {
                side.skip();
            }
            match side.head() {
                Some(node) if keys.compare(node.element, *element) == Ordering::Equal => {
                    member = node.member;
                    side = side.below();
                }
                _ => return false,
            }
        }
        member
    }

    /// Whether both hold the same paths.
    #[must_use]
    pub fn equals(&self, other: &Self, keys: &Keys<'a>) -> bool {
        self.nodes.len() == other.nodes.len()
            && self
                .nodes
                .iter()
                .zip(&other.nodes)
                .all(|(a, b)| a.member == b.member && a.end == b.end && keys.compare(a.element, b.element) == Ordering::Equal)
    }
}

/// The result of an operation, growing.
struct Out<'k, 'a> {
    nodes: Vec<Node<'a>>,
    keys: &'k Keys<'a>,
}

impl<'a> Out<'_, 'a> {
    /// Copies all siblings from here on, with what lies below them.
    fn copy_rest(&mut self, from: Side<'_, 'a>) {
        self.copy(from.nodes, from.at, from.end);
    }

    fn copy_one(&mut self, from: Side<'_, 'a>) {
        self.copy(from.nodes, from.at, from.nodes[from.at].end as usize);
    }

    fn copy(&mut self, nodes: &[Node<'a>], from: usize, to: usize) {
        let (old, new) = (index(from), index(self.nodes.len()));
        self.nodes.extend(nodes[from..to].iter().map(|node| Node { end: node.end - old + new, ..*node }));
    }

    /// Adds a node, then what `below` adds under it. A node that ends up with nothing is taken back.
    fn node(&mut self, element: Element<'a>, member: bool, below: impl FnOnce(&mut Self)) {
        let at = self.nodes.len();
        self.nodes.push(Node { element, end: 0, member });
        below(self);
        if !member && self.nodes.len() == at + 1 {
            self.nodes.truncate(at);
        } else {
            self.nodes[at].end = index(self.nodes.len());
        }
    }

    fn union(&mut self, mut a: Side<'_, 'a>, mut b: Side<'_, 'a>) {
        while let (Some(left), Some(right)) = (a.head(), b.head()) {
            match self.keys.compare(left.element, right.element) {
                Ordering::Less => {
                    self.copy_one(a);
                    a.skip();
                }
                Ordering::Greater => {
                    self.copy_one(b);
                    b.skip();
                }
                Ordering::Equal => {
                    self.node(left.element, left.member || right.member, |out| out.union(a.below(), b.below()));
                    a.skip();
                    b.skip();
                }
            }
        }
        self.copy_rest(a);
        self.copy_rest(b);
    }

    fn intersection(&mut self, mut a: Side<'_, 'a>, mut b: Side<'_, 'a>) {
        while let (Some(left), Some(right)) = (a.head(), b.head()) {
            match self.keys.compare(left.element, right.element) {
                Ordering::Less => a.skip(),
                Ordering::Greater => b.skip(),
                Ordering::Equal => {
                    self.node(left.element, left.member && right.member, |out| out.intersection(a.below(), b.below()));
                    a.skip();
                    b.skip();
                }
            }
        }
    }

    fn difference(&mut self, mut a: Side<'_, 'a>, mut b: Side<'_, 'a>, recursive: bool) {
        while let (Some(left), Some(right)) = (a.head(), b.head()) {
            match self.keys.compare(left.element, right.element) {
                Ordering::Less => {
                    self.copy_one(a);
                    a.skip();
                }
                Ordering::Greater => b.skip(),
                Ordering::Equal => {
                    if !(recursive && right.member) {
                        self.node(left.element, left.member && !right.member, |out| {
                            out.difference(a.below(), b.below(), recursive);
                        });
                    }
                    a.skip();
                    b.skip();
                }
            }
        }
        if !a.is_empty() {
            self.copy_rest(a);
        }
    }
}

/// A set being made by a walk that meets siblings in order.
#[derive(Debug, Default)]
pub(super) struct Builder<'a> {
    nodes: Vec<Node<'a>>,
    /// Nodes of the current path that are in the set already.
    open: Vec<u32>,
}

impl<'a> Builder<'a> {
    pub(super) fn with_capacity(nodes: usize) -> Self {
        Self { nodes: Vec::with_capacity(nodes), open: Vec::new() }
    }

    /// Adds the walk's current path. The empty path stands for the whole object, which nobody owns.
    pub(super) fn insert(&mut self, path: &[Element<'a>]) {
        for &element in path.get(self.open.len()..).unwrap_or_default() {
            self.open.push(index(self.nodes.len()));
            self.nodes.push(Node { element, end: 0, member: false });
        }
        if let Some(&at) = self.open.last() {
            self.nodes[at as usize].member = true;
        }
    }

    /// Adds the path that is one element longer than the walk's current one and has nothing below it.
    pub(super) fn insert_leaf(&mut self, path: &[Element<'a>], element: Element<'a>) {
        for &element in path.get(self.open.len()..).unwrap_or_default() {
            self.open.push(index(self.nodes.len()));
            self.nodes.push(Node { element, end: 0, member: false });
        }
        let end = index(self.nodes.len() + 1);
        self.nodes.push(Node { element, end, member: true });
    }

    /// The walk leaves everything below the first `depth` elements of its path.
    pub(super) fn close(&mut self, depth: usize) {
        while self.open.len() > depth {
            let Some(at) = self.open.pop() else { return };
            self.nodes[at as usize].end = index(self.nodes.len());
        }
    }

    pub(super) fn finish(mut self) -> Set<'a> {
        self.close(0);
        Set { nodes: self.nodes }
    }

    /// As [`finish`](Self::finish), after a walk that met siblings in any order.
    pub(super) fn finish_unordered(mut self, keys: &Keys<'a>) -> Set<'a> {
        self.close(0);
        if self.nodes.len() < 2 { Set { nodes: self.nodes } } else { Set { nodes: arrange(&self.nodes, keys) } }
    }
}

/// Sorts siblings everywhere. Of a repeated name the last subtree counts, and membership if any has it.
pub(super) fn arrange<'a>(nodes: &[Node<'a>], keys: &Keys<'a>) -> Vec<Node<'a>> {
    let mut out = Vec::with_capacity(nodes.len());
    arrange_range(nodes, 0, nodes.len(), keys, &mut out);
    out
}

fn arrange_range<'a>(nodes: &[Node<'a>], from: usize, to: usize, keys: &Keys<'a>, out: &mut Vec<Node<'a>>) {
    let mut siblings = Vec::new();
    let mut at = from;
    while at < to {
        siblings.push(at);
        at = nodes[at].end as usize;
    }
    siblings.sort_by(|&a, &b| keys.compare(nodes[a].element, nodes[b].element));
    for same in siblings.chunk_by(|&a, &b| keys.compare(nodes[a].element, nodes[b].element) == Ordering::Equal) {
        let place = out.len();
        let member = same.iter().any(|&at| nodes[at].member);
        out.push(Node { member, ..nodes[same[0]] });
        if let Some(&at) = same.iter().rev().find(|&&at| nodes[at].end as usize > at + 1) {
            arrange_range(nodes, at + 1, nodes[at].end as usize, keys, out);
        }
        out[place].end = index(out.len());
    }
}
