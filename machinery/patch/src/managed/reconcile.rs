//! Bringing a stored set in line with today's schema (structured-merge-diff `typed/reconcile_schema.go`): who owned parts of a value
//! that is owned as a whole by now owns all of it. Called for every stored entry before a write is compared.

use object::schema::{Shape, TypeTable};
use object::{Tree, Ty};

use super::element::{Element, index};
use super::relation::Relation;
use super::set::{Node, Set};

/// The set in line with the schema of `tree`; none when it is already.
#[must_use]
pub fn reconcile<'a>(set: &Set<'a>, tree: &Tree) -> Option<Set<'a>> {
    let types = tree.types();
    let root = Relation::root(types, Ty::plain(Shape::Struct(tree.schema().root)));
    if fits(&set.nodes, 0, set.nodes.len(), types, root) {
        return None;
    }
    let mut out = Vec::with_capacity(set.nodes.len());
    rewrite(&set.nodes, 0, set.nodes.len(), types, root, &mut out);
    Some(Set { nodes: out })
}

/// The relation one step down; none where the schema knows nothing.
fn below<'t>(types: &'t TypeTable, relation: Relation<'t>, element: Element<'_>) -> Option<Relation<'t>> {
    match (relation, element) {
        (Relation::Struct(def), Element::Field(name)) => def.field(name).map(|(_, field)| Relation::field(types, field)),
        (Relation::Map(ty) | Relation::Keyed(_, ty), _) => Some(Relation::inner(types, ty)),
        _ => None,
    }
}

fn fits(nodes: &[Node<'_>], from: usize, to: usize, types: &TypeTable, relation: Relation<'_>) -> bool {
    let mut at = from;
    while at < to {
        let (node, end) = (nodes[at], nodes[at].end as usize);
        if end > at + 1 {
            match below(types, relation, node.element) {
                Some(Relation::Atomic) => return false,
                Some(inner) if !fits(nodes, at + 1, end, types, inner) => return false,
                _ => {}
            }
        }
        at = end;
    }
    true
}

fn rewrite<'a>(nodes: &[Node<'a>], from: usize, to: usize, types: &TypeTable, relation: Relation<'_>, out: &mut Vec<Node<'a>>) {
    let mut at = from;
    while at < to {
        let (node, end, place) = (nodes[at], nodes[at].end as usize, out.len());
        out.push(node);
        match below(types, relation, node.element) {
            Some(Relation::Atomic) => out[place].member = true,
            Some(inner) => rewrite(nodes, at + 1, end, types, inner, out),
            None => {
                let (old, new) = (index(at), index(place));
                out.extend(nodes[at + 1..end].iter().map(|node| Node { end: node.end - old + new, ..*node }));
            }
        }
        out[place].end = index(out.len());
        at = end;
    }
}
