//! How an object lies in the store: canonical JSON without resourceVersion as the body, and a small header that says what the body is
//! and where to cut it. Called by the hub only. It must never look into the fields of a kind.
//!
//! Header, little-endian, 20 bytes: format 1 | codec 1 | transformer 1 | comma 1 | fingerprint of the type table 8 | type end 4 |
//! revision at 4.

use bytes::Bytes;
use cacher::{Comma, Cuts};

/// Layout of the header itself.
const FORMAT: u8 = 1;
/// The body is canonical JSON.
const CODEC_JSON: u8 = 1;
/// The body is stored as it is, neither encrypted nor compressed.
const TRANSFORMER_IDENTITY: u8 = 0;
/// Bytes of the header.
const LEN: usize = 20;

/// What the header says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Header {
    /// Fingerprint of the type table that wrote the body.
    pub fingerprint: u64,
    /// Where the body is cut.
    pub cuts: Cuts,
}

/// A header that this release cannot read.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("stored record is damaged or from another release: {0}")]
pub(crate) struct BadHeader(&'static str);

impl Header {
    /// Encodes the header.
    #[must_use]
    pub(crate) fn encode(&self) -> Bytes {
        let comma = match self.cuts.comma {
            Comma::Before => 0,
            Comma::After => 1,
            Comma::None => 2,
        };
        let mut out = Vec::with_capacity(LEN);
        out.extend_from_slice(&[FORMAT, CODEC_JSON, TRANSFORMER_IDENTITY, comma]);
        out.extend_from_slice(&self.fingerprint.to_le_bytes());
        out.extend_from_slice(&self.cuts.type_end.to_le_bytes());
        out.extend_from_slice(&self.cuts.rv_at.to_le_bytes());
        Bytes::from(out)
    }

    /// Reads a header.
    ///
    /// # Errors
    /// What is wrong with it.
    pub(crate) fn decode(bytes: &[u8]) -> Result<Self, BadHeader> {
        let bytes: &[u8; LEN] = bytes.try_into().map_err(|_| BadHeader("header length"))?;
        match bytes[..3] {
            [FORMAT, CODEC_JSON, TRANSFORMER_IDENTITY] => (),
            [FORMAT, CODEC_JSON, _] => return Err(BadHeader("unknown transformer")),
            [FORMAT, ..] => return Err(BadHeader("unknown codec")),
            _ => return Err(BadHeader("unknown format")),
        }
        let comma = match bytes[3] {
            0 => Comma::Before,
            1 => Comma::After,
            2 => Comma::None,
            _ => return Err(BadHeader("unknown comma")),
        };
        let word = |at: usize| u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
        let fingerprint = u64::from(word(4)) | u64::from(word(8)) << 32;
        Ok(Self { fingerprint, cuts: Cuts { type_end: word(12), rv_at: word(16), comma } })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_come_back_and_damage_is_named() {
        let cuts = Cuts { type_end: 34, rv_at: 99, comma: Comma::After };
        let header = Header { fingerprint: 0x0123_4567_89ab_cdef, cuts };
        let bytes = header.encode();
        assert_eq!(Header::decode(&bytes), Ok(header));
        assert_eq!(Header::decode(&bytes[1..]), Err(BadHeader("header length")));
        let faults = [(0, "unknown format"), (1, "unknown codec"), (2, "unknown transformer"), (3, "unknown comma")];
        for (at, what) in faults {
            let mut bad = bytes.to_vec();
            bad[at] = 77;
            assert_eq!(Header::decode(&bad), Err(BadHeader(what)));
        }
    }
}
