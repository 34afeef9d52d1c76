//! FieldsV1: a document on each of two lines. Sets are written and read again as the same, and obey the laws of sets.

use patch::managed::{Arena, Keys, Set, decode, encode};

use crate::documents::{check_text, two_lines};

pub(crate) fn run(data: &[u8]) {
    let (left, right) = two_lines(data).unwrap_or((data, b"{}"));
    let arena = Arena::new();
    let mut keys = Keys::new();
    let mut read = |document| match decode(document, &mut keys, &arena) {
        Ok(set) => Some(set),
        Err(error) => {
            check_text(&error.to_string(), data);
            None
        }
    };
    let (Some(left), Some(right)) = (read(left), read(right)) else { return };
    let written = [document(&left, &keys), document(&right, &keys)];
    for (set, written) in [&left, &right].into_iter().zip(&written) {
        let again = decode(written, &mut keys, &arena).unwrap_or_else(|error| panic!("{error}: {}", written.escape_ascii()));
        assert!(set.equals(&again, &keys), "{}", written.escape_ascii());
        crate::documents::same(written, &document(&again, &keys));
    }
    laws(&left, &right, &keys);
}

fn document(set: &Set<'_>, keys: &Keys<'_>) -> Vec<u8> {
    let mut out = Vec::new();
    encode(set, keys, &mut out);
    out
}

fn laws<'a>(a: &Set<'a>, b: &Set<'a>, keys: &Keys<'a>) {
    let (both, either) = (a.intersection(b, keys), a.union(b, keys));
    assert!(either.equals(&b.union(a, keys), keys), "union has no order");
    assert!(both.equals(&b.intersection(a, keys), keys), "intersection has no order");
    assert_eq!(a.len() + b.len(), either.len() + both.len());
    assert!(a.union(a, keys).equals(a, keys) && a.intersection(a, keys).equals(a, keys));
    assert!(a.difference(a, keys).is_empty());
    let left_over = a.difference(b, keys);
    assert!(left_over.union(&both, keys).equals(a, keys), "a difference and an intersection make up the set");
    assert!(left_over.intersection(b, keys).is_empty());
    let recursive = a.recursive_difference(b, keys);
    assert!(recursive.difference(&left_over, keys).is_empty(), "it takes away no less than a difference");
    assert!(a.leaves().difference(a, keys).is_empty());
}
