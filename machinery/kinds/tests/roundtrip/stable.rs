//! Properties that need no Go: what we print, we read back and print the same; nothing panics, whatever is cut off or changed; and
//! the documents reach every field of every kind.

use bytes::Bytes;
use kinds::table;
use object::schema::{Schema, Shape, StructId};
use object::{Tree, json};

use crate::dice::{Dice, setting};
use crate::documents::{Style, Written, every_kind, make};
use crate::ours;

fn read(document: &[u8], schema: &Schema) -> Tree {
    let text = || String::from_utf8_lossy(document).into_owned();
    json::decode(Bytes::copy_from_slice(document), schema).unwrap_or_else(|error| panic!("{error}: {}", text())).tree
}

fn print(tree: &Tree) -> Vec<u8> {
    let mut out = Vec::new();
    json::encode(tree, &mut out);
    out
}

/// The last second of year 9999 is, with some offsets, in year 10000, which Go prints and refuses to read.
const LATE: &[u8] = b"9999-12-31T23:59:59";

/// Go prints `null` for a pointer to the zero time and for a schema list without elements, and reads that as absent: the second
/// print is the stable one. Nothing else may change.
#[test]
fn printed_objects_read_back_the_same() {
    let seed = setting("FERROKUBE_SEED", 1);
    let mut settled = 0;
    let kinds = every_kind();
    for (number, kind) in kinds.iter().enumerate() {
        let schema = kind.schema();
        for position in 0..12 {
            let document = make(kind, Style::PLAIN, Dice::new(seed, number, position), &mut Written::new());
            if document.windows(LATE.len()).any(|part| part == LATE) {
                continue;
            }
            let mut tree = read(&document, &schema);
            let first = print(&tree);
            let second = print(&read(&first, &schema));
            let third = print(&read(&second, &schema));
            let text = |json: &[u8]| String::from_utf8_lossy(json).into_owned();
            assert_eq!(text(&second), text(&third), "{} {position}: {}", kind.kind, text(&document));
            if first != second {
                assert!(text(&first).contains("null"), "{} {position}: {}", kind.kind, text(&document));
                settled += 1;
            }
            tree.normalise();
            let normal = print(&tree);
            let mut again = read(&normal, &schema);
            again.normalise();
            if first == second {
                assert_eq!(text(&normal), text(&print(&again)), "{} {position}", kind.kind);
            }
        }
    }
    assert!(settled * 4 < kinds.len() * 12, "{settled} objects were not stable at once");
}

#[test]
fn nothing_panics_on_odd_or_damaged_documents() {
    let seed = setting("FERROKUBE_SEED", 1);
    let mut refused = 0;
    for (number, kind) in every_kind().iter().enumerate() {
        for position in 0..32 {
            let document = make(kind, Style::at(position), Dice::new(seed, number, position), &mut Written::new());
            let answer = ours::answer(kind, &document.into());
            refused += usize::from(matches!(answer, Some(ours::Answer::Refused(_))));
        }
    }
    assert!(refused > 500, "only {refused} documents were refused");
}

#[test]
fn a_document_cut_anywhere_is_refused() {
    for (number, kind) in every_kind().iter().enumerate() {
        let schema = kind.schema();
        let document = Bytes::from(make(kind, Style::PLAIN, Dice::new(7, number, 0), &mut Written::new()));
        let step = (document.len() / 60).max(1);
        for end in (0..document.len()).step_by(step) {
            let cut = json::decode(document.slice(..end), &schema);
            assert!(matches!(cut, Err(json::DecodeError::Syntax(_))), "{} cut at {end}", kind.kind);
        }
    }
}

/// Structs that objects of any kind can hold.
fn reachable() -> Written {
    let mut open: Vec<StructId> = every_kind().iter().map(|kind| kind.id).collect();
    let mut fields = Written::new();
    while let Some(id) = open.pop() {
        for (index, field) in table::TYPES.get(id).fields.iter().enumerate() {
            if !fields.insert((id, index)) {
                break;
            }
            let mut shape = table::TYPES.ty(field.ty).shape;
            while let Shape::List(of) | Shape::Map(of) = shape {
                shape = table::TYPES.ty(of).shape;
            }
            if let Shape::Struct(id) | Shape::SchemaOrBool(id) | Shape::SchemaOrArray(id) | Shape::SchemaOrStringArray(id) = shape
            {
                open.push(id);
            }
        }
    }
    fields
}

#[test]
fn documents_reach_every_field() {
    let (kinds, reachable) = (every_kind(), reachable());
    let mut written = Written::new();
    // As many documents as the comparison with Go makes of each kind.
    for position in 0..200 {
        for (number, kind) in kinds.iter().enumerate() {
            make(kind, Style::PLAIN, Dice::new(1, number, position), &mut written);
        }
        if reachable.is_subset(&written) {
            return;
        }
    }
    let missing: Vec<String> = reachable
        .difference(&written)
        .map(|&(id, index)| {
            let def = table::TYPES.get(id);
            format!("{}.{}", def.name, def.fields[index].json)
        })
        .collect();
    panic!("{} of {} fields are in no document: {missing:?}", missing.len(), reachable.len());
}
