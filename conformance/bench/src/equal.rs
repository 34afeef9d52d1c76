//! Whether the two servers gave the same answer, but for what must differ: uid, times, revisions. Called by the workloads before
//! anything is timed; figures of unequal answers are worth nothing.
//!
//! JSON lists are compared item by item and protobuf field by field, in order, without decoding by anybody's schema.

use anyhow::{Context as _, Result, bail, ensure};
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::side::Whole;

/// What is not compared beside what must differ.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Rules {
    /// Ours records no managed fields yet.
    pub(crate) without_managed_fields: bool,
}

/// Compares two answers to one request; the error says where they differ first.
pub(crate) fn compare(reference: &Whole, ours: &Whole, rules: Rules) -> Result<()> {
    ensure!(reference.status == ours.status, "status {} and {} ({})", reference.status, ours.status, ours.text());
    ensure!(reference.status == 200, "status {} ({})", ours.status, ours.text());
    ensure!(reference.media == ours.media, "media type {:?} and {:?}", reference.media, ours.media);
    ensure!(reference.coding == ours.coding, "content coding {:?} and {:?}", reference.coding, ours.coding);
    if reference.media.starts_with("application/vnd.kubernetes.protobuf") {
        protobuf(reference, ours, rules)
    } else {
        json(reference, ours, rules)
    }
}

/// A list or a Table as far as it is compared; the rest of it is read by `Value`.
#[derive(Deserialize)]
struct List<'a> {
    #[serde(borrow, alias = "rows", default)]
    items: Vec<&'a RawValue>,
}

fn json(reference: &Whole, ours: &Whole, rules: Rules) -> Result<()> {
    let (one, other): (List<'_>, List<'_>) = (read(&reference.body)?, read(&ours.body)?);
    ensure!(one.items.len() == other.items.len(), "{} and {} items", one.items.len(), other.items.len());
    if one.items.is_empty() {
        return same(0, read(&reference.body)?, read(&ours.body)?, rules);
    }
    // One at a time: whole lists as trees would take gigabytes.
    let both = one.items.iter().zip(&other.items).enumerate();
    both.into_iter()
        .try_for_each(|(index, (one, other))| same(index, read(one.get().as_bytes())?, read(other.get().as_bytes())?, rules))
}

fn read<'a, T: Deserialize<'a>>(text: &'a [u8]) -> Result<T> {
    serde_json::from_slice(text).context("no JSON")
}

fn same(index: usize, mut one: Value, mut other: Value, rules: Rules) -> Result<()> {
    mask(&mut one, rules);
    mask(&mut other, rules);
    match difference(&one, &other, String::new()) {
        None => Ok(()),
        Some((pointer, one, other)) => bail!("item {index}, {pointer}: {one} and {other}"),
    }
}

/// Place of the first difference, and what stands there on both sides, shortened.
fn difference(one: &Value, other: &Value, at: String) -> Option<(String, String, String)> {
    let short = |value: Option<&Value>| match value {
        Some(value) => value.to_string().chars().take(80).collect(),
        None => "nothing".to_owned(),
    };
    match (one, other) {
        (Value::Object(one), Value::Object(other)) => {
            let keys = one.keys().chain(other.keys().filter(|key| !one.contains_key(*key)));
            keys.into_iter().find_map(|key| match (one.get(key), other.get(key)) {
                (Some(one), Some(other)) => difference(one, other, format!("{at}/{key}")),
                (one, other) => Some((format!("{at}/{key}"), short(one), short(other))),
            })
        }
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            let both = one.iter().zip(other).enumerate();
            both.into_iter().find_map(|(index, (one, other))| difference(one, other, format!("{at}/{index}")))
        }
        _ if one == other => None,
        _ => Some((at, short(Some(one)), short(Some(other)))),
    }
}

/// Takes out what differs between two servers, at any depth.
fn mask(value: &mut Value, rules: Rules) {
    match value {
        Value::Object(map) => {
            if rules.without_managed_fields {
                map.remove("managedFields");
            }
            for (key, value) in map.iter_mut() {
                match key.as_str() {
                    "uid" | "resourceVersion" | "creationTimestamp" | "time" | "startTime" | "lastTransitionTime" => {
                        *value = Value::Null;
                    }
                    // Ages of a Table: "5s" here and "7s" there.
                    "cells" => value.as_array_mut().into_iter().flatten().for_each(mask_age),
                    _ => mask(value, rules),
                }
            }
        }
        Value::Array(all) => all.iter_mut().for_each(|value| mask(value, rules)),
        _ => {}
    }
}

fn mask_age(cell: &mut Value) {
    let Some(text) = cell.as_str() else { return };
    let units = text.trim_start_matches(|c: char| c.is_ascii_digit() || "smhdy".contains(c));
    if units.is_empty() && text.starts_with(|c: char| c.is_ascii_digit()) {
        *cell = Value::from("AGE");
    }
}

/// Fields of the metadata that differ, as paths of field numbers from the object (generated.proto of meta/v1): uid,
/// resourceVersion, creationTimestamp, and the time of an entry of managedFields.
const DIFFERING: [&[u64]; 4] = [&[1, 5], &[1, 6], &[1, 8], &[1, 17, 4]];

const MANAGED_FIELDS: &[u64] = &[1, 17];

/// Messages that must be looked into because something in them differs.
const ENTERED: [&[u64]; 2] = [&[1], MANAGED_FIELDS];

fn protobuf(reference: &Whole, ours: &Whole, rules: Rules) -> Result<()> {
    let (reference, ours) = (items(&reference.body)?, items(&ours.body)?);
    ensure!(reference.len() == ours.len(), "{} and {} items", reference.len(), ours.len());
    for (index, (one, other)) in reference.iter().zip(&ours).enumerate() {
        let (mut first, mut second) = (Vec::new(), Vec::new());
        leaves(one, &mut Vec::new(), &mut first, rules)?;
        leaves(other, &mut Vec::new(), &mut second, rules)?;
        let path = first.iter().zip(&second).find(|(one, other)| one != other).map(|((path, _), _)| path);
        ensure!(first == second, "item {index} of the protobuf list differs at field {path:?}");
    }
    Ok(())
}

/// The items of a list in protobuf: the envelope's field 2 holds the list, whose field 2 are the items.
fn items(body: &[u8]) -> Result<Vec<&[u8]>> {
    let envelope = body.strip_prefix(b"k8s\0").context("no protobuf envelope")?;
    let list = fields(envelope)?.into_iter().find(|field| field.number == 2).context("an envelope without a list")?;
    Ok(fields(list.bytes)?.into_iter().filter(|field| field.number == 2).map(|field| field.bytes).collect())
}

/// Lists the fields that must agree, with their paths.
fn leaves<'a>(message: &'a [u8], path: &mut Vec<u64>, out: &mut Vec<(Vec<u64>, &'a [u8])>, rules: Rules) -> Result<()> {
    for field in fields(message)? {
        path.push(field.number);
        if rules.without_managed_fields && path.as_slice() == MANAGED_FIELDS {
            // Left out on both sides.
        } else if ENTERED.contains(&path.as_slice()) {
            leaves(field.bytes, path, out, rules)?;
        } else if !DIFFERING.contains(&path.as_slice()) {
            out.push((path.clone(), field.bytes));
        }
        path.pop();
    }
    Ok(())
}

struct Field<'a> {
    number: u64,
    /// The value, without the length of one that has a length.
    bytes: &'a [u8],
}

fn fields(mut message: &[u8]) -> Result<Vec<Field<'_>>> {
    let mut found = Vec::new();
    while !message.is_empty() {
        let (tag, rest) = varint(message)?;
        let (length, rest) = match tag & 7 {
            0 => (varint(rest).map(|(_, after)| rest.len() - after.len())?, rest),
            1 => (8, rest),
            2 => varint(rest).and_then(|(length, after)| Ok((usize::try_from(length)?, after)))?,
            5 => (4, rest),
            other => bail!("wire type {other}"),
        };
        let (bytes, rest) = rest.split_at_checked(length).context("a field is cut off")?;
        found.push(Field { number: tag >> 3, bytes });
        message = rest;
    }
    Ok(found)
}

fn varint(bytes: &[u8]) -> Result<(u64, &[u8])> {
    let mut value = 0;
    for (index, byte) in bytes.iter().take(10).enumerate() {
        value |= u64::from(byte & 0x7f) << (7 * index);
        if byte & 0x80 == 0 {
            return Ok((value, bytes.get(index + 1..).unwrap_or_default()));
        }
    }
    bail!("a number is cut off")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(media: &str, body: &[u8]) -> Whole {
        Whole { status: 200, media: media.to_owned(), coding: String::new(), body: body.to_vec() }
    }

    fn check_json(one: &str, other: &str) -> Result<()> {
        compare(&answer("application/json", one.as_bytes()), &answer("application/json", other.as_bytes()), Rules::default())
    }

    #[test]
    fn only_what_must_differ_may_differ() {
        let list = |uid: &str, image: &str| format!(r#"{{"items":[{{"metadata":{{"uid":"{uid}"}},"image":"{image}"}}]}}"#);
        assert!(check_json(&list("a", "x"), &list("b", "x")).is_ok());
        assert!(check_json(&list("a", "x"), &list("a", "y")).is_err());
        assert!(check_json(r#"{"items":[1,2]}"#, r#"{"items":[1]}"#).is_err());
        assert!(check_json(r#"{"kind":"Pod"}"#, r#"{"kind":"Node"}"#).is_err());
        let table = |age: &str, name: &str| format!(r#"{{"rows":[{{"cells":["{name}","{age}"]}}]}}"#);
        assert!(check_json(&table("5s", "a"), &table("2m7s", "a")).is_ok());
        assert!(check_json(&table("5s", "a"), &table("5s", "b")).is_err());
    }

    /// A list of one object with these metadata and one more field.
    fn list(uid: &[u8], rest: &[u8]) -> Vec<u8> {
        let field = |number: u8, bytes: &[u8]| [&[number << 3 | 2, u8::try_from(bytes.len()).unwrap()], bytes].concat();
        let object = [field(1, &field(5, uid)), field(2, rest)].concat();
        [b"k8s\0".to_vec(), field(2, &field(2, &object))].concat()
    }

    #[test]
    fn managed_fields_count_unless_told_otherwise() {
        let (with, without) = (r#"{"metadata":{"managedFields":[1],"name":"a"}}"#, r#"{"metadata":{"name":"a"}}"#);
        let check =
            |rules| compare(&answer("application/json", with.as_bytes()), &answer("application/json", without.as_bytes()), rules);
        assert!(check(Rules::default()).is_err());
        assert!(check(Rules { without_managed_fields: true }).is_ok());
    }

    #[test]
    fn a_difference_is_named() {
        let error = check_json(r#"{"items":[{"a":{"b":[1,2]}}]}"#, r#"{"items":[{"a":{"b":[1,3]}}]}"#).unwrap_err();
        assert_eq!(error.to_string(), "item 0, /a/b/1: 2 and 3");
        let error = check_json(r#"{"items":[{"a":1}]}"#, r#"{"items":[{}]}"#).unwrap_err();
        assert_eq!(error.to_string(), "item 0, /a: 1 and nothing");
    }

    #[test]
    fn protobuf_is_compared_but_for_the_uid() {
        let media = "application/vnd.kubernetes.protobuf";
        let check = |one: &[u8], other: &[u8]| compare(&answer(media, one), &answer(media, other), Rules::default());
        assert!(check(&list(b"a", b"same"), &list(b"bb", b"same")).is_ok());
        assert!(check(&list(b"a", b"one"), &list(b"a", b"two")).is_err());
        let whole = list(b"a", b"same");
        assert!(check(&whole, &whole[..whole.len() - 1]).is_err());
    }

    #[test]
    fn a_refusal_is_never_equal() {
        let refused = || Whole { status: 406, media: String::new(), coding: String::new(), body: vec![] };
        assert!(compare(&refused(), &refused(), Rules::default()).is_err());
    }
}
