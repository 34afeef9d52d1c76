//! The record of who owns which field: a kind, its stored object on the first line, the new one behind it. Whatever the objects hold, the
//! write goes on, and what was recorded can be read by the next one.

use bytes::Bytes;
use object::{Tree, json};
use patch::managed::{Convert, Filter, NotConverted, UpdateInput, check, only_timestamps_differ, record_update, validate};

use crate::documents::{canonical, check_text, read_again, split, two_lines};

pub(crate) fn run(data: &[u8]) {
    let Some((schema, rest)) = split(data) else { return };
    let Some((old, new)) = two_lines(rest) else { return };
    let tree = |document: &[u8]| json::decode(Bytes::copy_from_slice(document), &schema).ok().map(|decoded| decoded.tree);
    let Some(mut new) = tree(new) else { return };
    let old = tree(old);
    if let Some(old) = &old {
        let _ = only_timestamps_differ(old, &mut new.clone());
    }
    if let Err(error) = validate(&new, true) {
        check_text(&error.to_string(), data);
    }
    let live = old.as_ref();
    match record(live, &mut new) {
        Ok(()) => {
            check(&new)
                .unwrap_or_else(|error| panic!("what was recorded cannot be read: {error}: {}", canonical(&new).escape_ascii()));
            // The same write again owns the same.
            let mut again = new.clone();
            record(Some(&new.clone()), &mut again).unwrap_or_else(|error| panic!("{error}: {}", canonical(&new).escape_ascii()));
        }
        Err(error) => check_text(&error, data),
    }
    let _ = read_again(&canonical(&new), &schema);
}

fn record(live: Option<&Tree>, new: &mut Tree) -> Result<(), String> {
    let convert: Convert<'_> = &|tree, version| if version == "v1" { Ok(tree.clone()) } else { Err(NotConverted::NoSuchVersion) };
    record_update(UpdateInput {
        live,
        new,
        manager: "fuzz",
        api_version: "v1",
        subresource: "",
        time: "2026-11-29T10:00:00Z",
        reset: Filter::ALL,
        convert,
    })
    .map_err(|error| error.to_string())
}
