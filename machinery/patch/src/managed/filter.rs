//! Leaving out the fields that an endpoint resets (structured-merge-diff `fieldpath/set.go`, filters): nobody comes to own what the
//! server does not take from clients. Called with what a write changed.

use super::element::{Element, index};
use super::set::{Node, Set};

/// Which fields an endpoint takes from its clients. Paths are JSON names joined by dots; `*` stands for any one path element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filter<'f> {
    /// All but these and those below them.
    AllBut(&'f [&'f str]),
    /// These and those below them only.
    Only(&'f [&'f str]),
}

impl Filter<'_> {
    /// Every field.
    pub const ALL: Self = Self::AllBut(&[]);

    /// What passes of a set.
    #[must_use]
    pub fn apply<'a>(self, set: Set<'a>) -> Set<'a> {
        let (only, paths) = match self {
            Self::AllBut([]) => return set,
            Self::AllBut(paths) => (false, paths),
            Self::Only(paths) => (true, paths),
        };
        let active: Vec<Option<&str>> = paths.iter().map(|path| Some(*path)).collect();
        let mut out = Vec::with_capacity(set.nodes.len());
        pass(&set.nodes, 0, set.nodes.len(), &active, only, &mut out);
        Set { nodes: out }
    }
}

/// Copies the siblings in a range as far as they pass. `active` are the rests of the paths that lead here; none is an ended path.
fn pass<'a>(nodes: &[Node<'a>], from: usize, to: usize, active: &[Option<&str>], only: bool, out: &mut Vec<Node<'a>>) {
    let mut at = from;
    while at < to {
        let (node, end, place) = (nodes[at], nodes[at].end as usize, out.len());
        let inner: Vec<Option<&str>> = active.iter().filter_map(|path| step((*path)?, node.element)).collect();
        let ended = inner.contains(&None);
        if ended == only && (ended || inner.is_empty()) {
            // Everything from here down.
            let (old, new) = (index(at), index(place));
            out.extend(nodes[at..end].iter().map(|node| Node { end: node.end - old + new, ..*node }));
        } else if !ended && !inner.is_empty() {
            out.push(node);
            pass(nodes, at + 1, end, &inner, only, out);
            out[place].end = index(out.len());
            if !node.member && out.len() == place + 1 {
                out.truncate(place);
            }
        }
        at = end;
    }
}

/// What is left of a path behind this element; none when it does not lead through it.
fn step<'p>(path: &'p str, element: Element<'_>) -> Option<Option<&'p str>> {
    let (first, rest) = match path.split_once('.') {
        Some((first, rest)) => (first, Some(rest)),
        None => (path, None),
    };
    let hit = first == "*" || matches!(element, Element::Field(name) if name == first);
    hit.then_some(rest)
}
