//! How a commit of the toy lies in its log. Called by its state and its log.

use crate::{Key, Revision, Value};

pub(super) fn checksum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3))
}

fn put_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    out.extend_from_slice(&(bytes.len() as u64).to_le_bytes());
    out.extend_from_slice(bytes);
}

pub(super) fn take_number(from: &mut &[u8]) -> Option<u64> {
    let (number, rest) = from.split_first_chunk()?;
    *from = rest;
    Some(u64::from_le_bytes(*number))
}

fn take_bytes<'a>(from: &mut &'a [u8]) -> Option<&'a [u8]> {
    let length = usize::try_from(take_number(from)?).ok()?;
    let (bytes, rest) = from.split_at_checked(length)?;
    *from = rest;
    Some(bytes)
}

/// Keys with what is written under them and the deadline on the wall clock (0 for none).
pub(super) type Operations = Vec<(Key, Option<(Value, u64)>)>;

/// A record: `length, checksum, revision, kind or operations`.
pub(super) fn record(revision: Revision, operations: &[(Key, Option<(Value, u64)>)]) -> Vec<u8> {
    let mut body = revision.0.to_le_bytes().to_vec();
    for (key, value) in operations {
        put_bytes(&mut body, key);
        match value {
            None => body.push(0),
            Some((value, deadline)) => {
                body.push(1);
                put_bytes(&mut body, &value.body.to_contiguous());
                body.extend_from_slice(&deadline.to_le_bytes());
            }
        }
    }
    let mut out = (body.len() as u64).to_le_bytes().to_vec();
    out.extend_from_slice(&checksum(&body).to_le_bytes());
    out.extend_from_slice(&body);
    out
}

pub(super) fn parse(body: &[u8]) -> Option<(Revision, Operations)> {
    let mut rest = body;
    let revision = Revision(take_number(&mut rest)?);
    let mut operations = Vec::new();
    while !rest.is_empty() {
        let key = Key::from(take_bytes(&mut rest)?);
        let (kind, after) = rest.split_first()?;
        rest = after;
        let value = match kind {
            0 => None,
            _ => {
                let value = Value { body: take_bytes(&mut rest)?.into(), ..Value::default() };
                Some((value, take_number(&mut rest)?))
            }
        };
        operations.push((key, value));
    }
    Some((revision, operations))
}
