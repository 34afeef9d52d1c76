//! The tokens of protobuf: variable-length numbers, tags, and skipping what nobody knows. Used by every other file here; it knows
//! bytes and no schema. Refusals are in the words of Go's generated code.

/// Why a message could not be read. Texts are Go's.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// A number, length or message ends behind the bytes that hold it.
    #[error("unexpected EOF")]
    Eof,
    /// A number of more than ten bytes.
    #[error("proto: integer overflow")]
    Overflow,
    /// A length above 2^63, or one that ends there.
    #[error("proto: negative length found during unmarshaling")]
    NegativeLength,
    /// The end of a group that was not begun.
    #[error("proto: unexpected end of group")]
    EndOfGroup,
    /// Nested deeper than JSON may be ([`crate::json::syntax::MAX_DEPTH`]), so that it could not be printed for anybody. Go has no
    /// limit here.
    #[error("exceeded max depth")]
    Depth,
    /// Larger than [`crate::tree::MAX_SOURCE`]; no request body gets that far.
    #[error("message of {0} bytes is too large")]
    TooLarge(usize),
    /// Anything else.
    #[error("{0}")]
    Value(String),
}

/// How the value behind a tag is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum WireType {
    /// A number of variable length.
    Varint = 0,
    /// Eight bytes.
    Fixed64 = 1,
    /// A length and so many bytes.
    Bytes = 2,
}

/// Bytes that a number takes.
#[must_use]
#[inline]
pub const fn varint_len(value: u64) -> usize {
    ((64 - (value | 1).leading_zeros()) as usize).div_ceil(7)
}

/// Appends a number.
#[inline]
pub fn put_varint(mut value: u64, out: &mut Vec<u8>) {
    while value >= 0x80 {
        out.push(low(value) | 0x80);
        value >>= 7;
    }
    out.push(low(value));
}

/// The lowest seven bits.
#[inline]
pub(super) fn low(value: u64) -> u8 {
    (value & 0x7f) as u8
}

/// Appends the tag of a field.
#[inline]
pub fn put_tag(number: u16, wire: WireType, out: &mut Vec<u8>) {
    put_varint(u64::from(key(number, wire)), out);
}

/// A field's number and layout in one number, as it is written.
#[inline]
pub(super) const fn key(number: u16, wire: WireType) -> u32 {
    ((number as u32) << 3) | wire as u32
}

/// Appends the tag and the length of a field whose `len` bytes follow.
#[inline]
pub fn put_len(number: u16, len: usize, out: &mut Vec<u8>) {
    put_tag(number, WireType::Bytes, out);
    put_varint(len as u64, out);
}

/// Appends a field that is text, bytes or a whole message.
#[inline]
pub fn put_bytes(number: u16, bytes: &[u8], out: &mut Vec<u8>) {
    put_len(number, bytes.len(), out);
    out.extend_from_slice(bytes);
}

/// A place in a message, and where the message ends.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'a> {
    pub(super) data: &'a [u8],
    pub(super) at: usize,
    pub(super) end: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(data: &'a [u8]) -> Self {
        Self { data, at: 0, end: data.len() }
    }

    /// Takes a number.
    #[inline]
    pub(super) fn varint(&mut self) -> Result<u64, DecodeError> {
        match self.data[..self.end].get(self.at) {
            Some(&byte) if byte < 0x80 => {
                self.at += 1;
                Ok(byte.into())
            }
            _ => self.long_varint(),
        }
    }

    fn long_varint(&mut self) -> Result<u64, DecodeError> {
        let mut value = 0;
        for shift in (0..64).step_by(7) {
            let byte = *self.data[..self.end].get(self.at).ok_or(DecodeError::Eof)?;
            self.at += 1;
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        Err(DecodeError::Overflow)
    }

    /// Takes a length; where the bytes that it counts end.
    #[inline]
    pub(super) fn length(&mut self) -> Result<usize, DecodeError> {
        let length = self.varint()?;
        // In Go the position behind so many bytes is negative too.
        if i64::try_from(length).map_or(true, |length| length.checked_add_unsigned(self.at as u64).is_none()) {
            return Err(DecodeError::NegativeLength);
        }
        let left = self.end - self.at;
        match usize::try_from(length) {
            Ok(length) if length <= left => Ok(self.at + length),
            _ => Err(DecodeError::Eof),
        }
    }

    /// Takes a length and its bytes.
    #[inline]
    pub(super) fn bytes(&mut self) -> Result<&'a [u8], DecodeError> {
        let end = self.length()?;
        let bytes = &self.data[self.at..end];
        self.at = end;
        Ok(bytes)
    }

    /// Takes eight bytes.
    pub(super) fn fixed64(&mut self) -> Result<u64, DecodeError> {
        let bytes = self.data[self.at..self.end].first_chunk().ok_or(DecodeError::Eof)?;
        self.at += 8;
        Ok(u64::from_le_bytes(*bytes))
    }

    /// Takes a tag of the message `go`: number and layout.
    #[inline]
    pub(super) fn tag(&mut self, go: &str) -> Result<(u32, u8), DecodeError> {
        let tag = self.varint()?;
        let (number, wire) = split(tag);
        if wire == 4 || number <= 0 {
            return Err(bad_tag(tag, go));
        }
        Ok((number.unsigned_abs(), wire))
    }

    /// Takes the value behind a tag that starts at `from`, whatever it is. Groups end with their last part.
    pub(super) fn skip(&mut self, from: usize) -> Result<(), DecodeError> {
        self.at = from;
        let mut open = 0usize;
        while self.at < self.end {
            let wire = split(self.varint()?).1;
            match wire {
                0 => {
                    self.varint()?;
                }
                1 => self.pass(8)?,
                2 => self.at = self.length()?,
                3 => open += 1,
                4 => open = open.checked_sub(1).ok_or(DecodeError::EndOfGroup)?,
                5 => self.pass(4)?,
                _ => return Err(DecodeError::Value(format!("proto: illegal wireType {wire}"))),
            }
            if open == 0 {
                return Ok(());
            }
        }
        Err(DecodeError::Eof)
    }

    fn pass(&mut self, count: usize) -> Result<(), DecodeError> {
        if self.end - self.at < count {
            return Err(DecodeError::Eof);
        }
        self.at += count;
        Ok(())
    }
}

/// Number and layout of a tag. Go keeps 32 bits of the number.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "the low bits are what is wanted")]
pub(super) fn split(tag: u64) -> (i32, u8) {
    ((tag >> 3) as i32, (tag & 7) as u8)
}

#[cold]
fn bad_tag(tag: u64, go: &str) -> DecodeError {
    let (number, wire) = split(tag);
    DecodeError::Value(if wire == 4 {
        format!("proto: {go}: wiretype end group for non-group")
    } else {
        format!("proto: {go}: illegal tag {number} (wire type {tag})")
    })
}

/// The error of a field that is laid out in another way than its type.
#[cold]
pub(super) fn wrong_wire(wire: u8, field: &str) -> DecodeError {
    DecodeError::Value(format!("proto: wrong wireType = {wire} for field {field}"))
}
