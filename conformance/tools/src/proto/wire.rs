//! Protobuf's wire form without schemas: fields by number, and the frames of a stream. Called by `read` and `write`.

/// A field as it stands in a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Field {
    pub(super) number: u32,
    pub(super) value: Wire,
}

/// A value by its wire type. Groups are not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Wire {
    Varint(u64),
    Fixed64(u64),
    Bytes(Vec<u8>),
    Fixed32(u32),
}

/// Reads a message whose bytes are exactly what [`emit`] makes of its fields; `None` for any other, so that nothing that the
/// fields do not hold (a length in more bytes than needed) is lost.
pub(super) fn parse(bytes: &[u8]) -> Option<Vec<Field>> {
    let mut rest = bytes;
    let mut fields = Vec::new();
    while !rest.is_empty() {
        fields.push(field(&mut rest)?);
    }
    let mut same = Vec::with_capacity(bytes.len());
    fields.iter().for_each(|field| emit(field, &mut same));
    (same == bytes).then_some(fields)
}

fn field(rest: &mut &[u8]) -> Option<Field> {
    let tag = varint(rest)?;
    let number = u32::try_from(tag >> 3).ok().filter(|number| *number > 0)?;
    let value = match tag & 7 {
        0 => Wire::Varint(varint(rest)?),
        1 => Wire::Fixed64(u64::from_le_bytes(take(rest, 8)?.try_into().ok()?)),
        2 => {
            let length = usize::try_from(varint(rest)?).ok()?;
            Wire::Bytes(take(rest, length)?.to_vec())
        }
        5 => Wire::Fixed32(u32::from_le_bytes(take(rest, 4)?.try_into().ok()?)),
        _ => return None,
    };
    Some(Field { number, value })
}

fn take<'a>(rest: &mut &'a [u8], length: usize) -> Option<&'a [u8]> {
    let (taken, after) = rest.split_at_checked(length)?;
    *rest = after;
    Some(taken)
}

fn varint(rest: &mut &[u8]) -> Option<u64> {
    let mut value = 0_u64;
    for shift in (0..64).step_by(7) {
        let byte = take(rest, 1)?[0];
        value |= u64::from(byte & 0x7f).checked_shl(shift)?;
        if byte < 0x80 {
            return Some(value);
        }
    }
    None
}

/// Appends a field in its shortest form.
pub(super) fn emit(field: &Field, out: &mut Vec<u8>) {
    let tag = |wire_type: u64| u64::from(field.number) << 3 | wire_type;
    match &field.value {
        Wire::Varint(value) => {
            push_varint(tag(0), out);
            push_varint(*value, out);
        }
        Wire::Fixed64(value) => {
            push_varint(tag(1), out);
            out.extend(value.to_le_bytes());
        }
        Wire::Bytes(value) => {
            push_varint(tag(2), out);
            push_varint(value.len() as u64, out);
            out.extend(value);
        }
        Wire::Fixed32(value) => {
            push_varint(tag(5), out);
            out.extend(value.to_le_bytes());
        }
    }
}

fn push_varint(mut value: u64, out: &mut Vec<u8>) {
    while value >= 0x80 {
        out.push(value.to_le_bytes()[0] | 0x80);
        value >>= 7;
    }
    out.push(value.to_le_bytes()[0]);
}

/// The frames at the beginning of a stream: each has its length in four bytes before it, the highest first. Also how many bytes
/// they take together with their lengths.
pub(crate) fn frames(stream: &[u8]) -> (Vec<&[u8]>, usize) {
    let mut rest = stream;
    let mut found = Vec::new();
    while let Some((length, after)) = rest.split_first_chunk::<4>() {
        let Some((frame, after)) = after.split_at_checked(u32::from_be_bytes(*length) as usize) else { break };
        found.push(frame);
        rest = after;
    }
    (found, stream.len() - rest.len())
}
