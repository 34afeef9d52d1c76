//! A consistent copy of the live state as a byte stream, and how to read it back. Written for backups, for forks of a store and for
//! moving between engines; it must never hold history or anything that only means something inside one process (such as a tick).
//!
//! Format: the magic, then frames of `length: u32, crc32c: u32, payload` (little endian; the checksum covers the payload). The first
//! payload is `revision: u64, items: u64`, then one payload per item, then an end payload with the number of items again. A reader
//! refuses a stream that is cut, damaged or goes on after its end, and says at which byte.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use crc32c::crc32c;
use sys::Tick;

use crate::item::{Place, SharedItem};
use crate::{BodyWriter, Item, Key, Revision, Value};

const MAGIC: &[u8; 8] = b"FKSNAP\x00\x01";
const END: &[u8; 8] = b"FKSNPEND";
/// No frame is longer: a longer length is damage and must not make a reader allocate. Far above any value a store takes.
const MAX_FRAME: usize = 64 << 20;
const NEVER: u64 = u64::MAX;

/// Why a stream is not a snapshot.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SnapshotError {
    /// The stream is cut, damaged or of another format.
    #[error("snapshot damaged at byte {offset}: {what}")]
    Damaged {
        /// Where the faulty frame begins.
        offset: u64,
        /// What is wrong.
        what: &'static str,
    },
    /// The source of the stream failed.
    #[error("snapshot not readable: {0}")]
    Source(String),
}

/// The stream of a snapshot: an iterator over pieces, which hold the live items of one revision. Making the next piece takes
/// microseconds and no I/O; the items stay shared with the store until they are passed.
pub struct Snapshot {
    revision: Revision,
    total: u64,
    now: Tick,
    items: Box<dyn Iterator<Item = SharedItem> + Send>,
    stage: Stage,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Head,
    Items,
    Done,
}

impl Snapshot {
    /// A snapshot of `total` items in key order. `now` turns their expiry into time left.
    #[must_use]
    pub fn new(revision: Revision, total: usize, now: Tick, items: impl Iterator<Item = Arc<Item>> + Send + 'static) -> Self {
        Self { revision, total: total as u64, now, items: Box::new(items), stage: Stage::Head }
    }

    /// The revision of the state.
    #[must_use]
    pub fn revision(&self) -> Revision {
        self.revision
    }

    fn item_payload(&self, item: &Item) -> Vec<u8> {
        let mut out = Vec::with_capacity(item.key.len() + item.value.len() + 48);
        out.extend_from_slice(&item.create_revision.0.to_le_bytes());
        out.extend_from_slice(&item.mod_revision.0.to_le_bytes());
        let left = item.expires_at.map_or(NEVER, |at| {
            let nanos = at.0.saturating_sub(self.now.0).as_nanos();
            u64::try_from(nanos).unwrap_or(NEVER - 1).min(NEVER - 1)
        });
        out.extend_from_slice(&left.to_le_bytes());
        for part in [item.key.as_bytes(), &item.value.header] {
            out.extend_from_slice(&(part.len() as u64).to_le_bytes());
            out.extend_from_slice(part);
        }
        item.value.body.append_to(0..item.value.body.len(), &mut out);
        out
    }
}

impl Iterator for Snapshot {
    type Item = Bytes;

    fn next(&mut self) -> Option<Bytes> {
        match self.stage {
            Stage::Head => {
                self.stage = Stage::Items;
                let mut out = MAGIC.to_vec();
                let mut payload = self.revision.0.to_le_bytes().to_vec();
                payload.extend_from_slice(&self.total.to_le_bytes());
                push_frame(&mut out, &payload);
                Some(Bytes::from(out))
            }
            Stage::Items => {
                let mut out = Vec::new();
                if let Some(item) = self.items.next() {
                    push_frame(&mut out, &self.item_payload(&item));
                } else {
                    self.stage = Stage::Done;
                    let mut payload = END.to_vec();
                    payload.extend_from_slice(&self.total.to_le_bytes());
                    push_frame(&mut out, &payload);
                }
                Some(Bytes::from(out))
            }
            Stage::Done => None,
        }
    }
}

fn push_frame(out: &mut Vec<u8>, payload: &[u8]) {
    // A payload is a key, a header and a body within the store's limits, far below 4 GiB.
    let length = u32::try_from(payload.len()).unwrap_or(u32::MAX);
    out.extend_from_slice(&length.to_le_bytes());
    out.extend_from_slice(&crc32c(payload).to_le_bytes());
    out.extend_from_slice(payload);
}

/// What a snapshot held.
pub(crate) struct Contents {
    pub(crate) revision: Revision,
    pub(crate) items: Vec<SharedItem>,
}

/// Reads a whole snapshot. The pieces may be cut anywhere. Times left count from `now`.
pub(crate) fn read(pieces: impl Iterator<Item = Result<Bytes, std::io::Error>>, now: Tick) -> Result<Contents, SnapshotError> {
    let mut reader = Reader { pieces, buffer: Vec::new(), position: 0, offset: 0 };
    if reader.take(MAGIC.len(), "not a snapshot, or of another version")? != MAGIC {
        return Err(SnapshotError::Damaged { offset: 0, what: "not a snapshot, or of another version" });
    }
    let head = reader.frame()?;
    let damaged = |offset, what| SnapshotError::Damaged { offset, what };
    let mut fields = Fields(&head.payload);
    let (Some(revision), Some(total)) = (fields.number(), fields.number()) else {
        return Err(damaged(head.offset, "short head"));
    };
    let mut items: Vec<SharedItem> = Vec::new();
    for _ in 0..total {
        let frame = reader.frame()?;
        let last_header = items.last().map(|item| item.value.header.clone());
        let item = parse_item(&frame.payload, now, last_header).ok_or(damaged(frame.offset, "short item"))?;
        if items.last().is_some_and(|last| last.key >= item.key) {
            return Err(damaged(frame.offset, "keys out of order"));
        }
        items.push(Arc::new(item));
    }
    let end = reader.frame()?;
    if end.payload.strip_prefix(END.as_slice()) != Some(total.to_le_bytes().as_slice()) {
        return Err(damaged(end.offset, "no end where one belongs"));
    }
    if reader.fill(1)? {
        return Err(damaged(reader.offset, "bytes after the end"));
    }
    Ok(Contents { revision: Revision(revision), items })
}

fn parse_item(payload: &[u8], now: Tick, last_header: Option<Bytes>) -> Option<Item> {
    let mut fields = Fields(payload);
    let (create, modified, left) = (fields.number()?, fields.number()?, fields.number()?);
    let key = Key::from(fields.bytes()?);
    let header = fields.bytes()?;
    // Neighbours are of one kind as a rule: their headers share an allocation again.
    let header = last_header.filter(|last| last == header).unwrap_or_else(|| Bytes::copy_from_slice(header));
    let mut body = BodyWriter::default();
    body.extend(fields.0);
    Some(Item {
        key,
        value: Value { header, body: body.finish() },
        create_revision: Revision(create),
        mod_revision: Revision(modified),
        expires_at: (left != NEVER).then(|| Tick(now.0.saturating_add(Duration::from_nanos(left)))),
        place: Place::default(),
    })
}

/// Takes numbers and byte strings off the front of a payload.
struct Fields<'a>(&'a [u8]);

impl<'a> Fields<'a> {
    fn number(&mut self) -> Option<u64> {
        let (head, rest) = self.0.split_first_chunk::<8>()?;
        self.0 = rest;
        Some(u64::from_le_bytes(*head))
    }

    fn bytes(&mut self) -> Option<&'a [u8]> {
        let length = usize::try_from(self.number()?).ok()?;
        let (head, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(head)
    }
}

struct Frame {
    offset: u64,
    payload: Vec<u8>,
}

/// Puts pieces together as far as needed.
struct Reader<I> {
    pieces: I,
    buffer: Vec<u8>,
    /// What of the buffer has been read.
    position: usize,
    /// The same position in the whole stream.
    offset: u64,
}

impl<I: Iterator<Item = Result<Bytes, std::io::Error>>> Reader<I> {
    /// Whether `count` unread bytes are there, after asking the source for them.
    fn fill(&mut self, count: usize) -> Result<bool, SnapshotError> {
        while self.buffer.len() - self.position < count {
            let Some(piece) = self.pieces.next() else { return Ok(false) };
            let piece = piece.map_err(|error| SnapshotError::Source(error.to_string()))?;
            if self.position > 0 {
                self.buffer.drain(..self.position);
                self.position = 0;
            }
            self.buffer.extend_from_slice(&piece);
        }
        Ok(true)
    }

    fn take(&mut self, count: usize, what: &'static str) -> Result<Vec<u8>, SnapshotError> {
        if !self.fill(count)? {
            return Err(SnapshotError::Damaged { offset: self.offset, what });
        }
        let taken = self.buffer[self.position..self.position + count].to_vec();
        self.position += count;
        self.offset += count as u64;
        Ok(taken)
    }

    fn number(&mut self) -> Result<u32, SnapshotError> {
        let bytes = self.take(4, "cut within a frame's head")?;
        Ok(bytes.iter().rev().fold(0, |number, byte| number << 8 | u32::from(*byte)))
    }

    fn frame(&mut self) -> Result<Frame, SnapshotError> {
        let offset = self.offset;
        let (length, checksum) = (self.number()? as usize, self.number()?);
        if length > MAX_FRAME {
            return Err(SnapshotError::Damaged { offset, what: "frame too long" });
        }
        let payload = self.take(length, "cut within a frame")?;
        if crc32c(&payload) != checksum {
            return Err(SnapshotError::Damaged { offset, what: "checksum does not match" });
        }
        Ok(Frame { offset, payload })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(key: &str, body: &str, expires_at: Option<Tick>) -> SharedItem {
        Arc::new(Item {
            key: Key::from(key),
            value: Value::from(body),
            create_revision: Revision(3),
            mod_revision: Revision(5),
            expires_at,
            place: Place::default(),
        })
    }

    fn sample() -> Vec<u8> {
        let now = Tick(Duration::from_secs(100));
        let items = vec![item("/a", "one", None), item("/b", "two", Some(Tick(Duration::from_secs(160))))];
        Snapshot::new(Revision(7), 2, now, items.into_iter()).flatten().collect()
    }

    fn read_pieces(bytes: &[u8], size: usize) -> Result<Contents, SnapshotError> {
        read(bytes.chunks(size).map(|piece| Ok(Bytes::copy_from_slice(piece))), Tick(Duration::from_secs(5)))
    }

    #[test]
    fn a_snapshot_is_read_back_whatever_the_pieces() {
        for size in [1, 7, 64, 10_000] {
            let contents = read_pieces(&sample(), size).unwrap();
            assert_eq!(contents.revision, Revision(7));
            assert_eq!(contents.items, [item("/a", "one", None), item("/b", "two", Some(Tick(Duration::from_secs(65))))]);
        }
    }

    #[test]
    fn every_cut_and_every_flipped_bit_is_noticed() {
        let whole = sample();
        for length in 0..whole.len() {
            assert!(matches!(read_pieces(&whole[..length], 50), Err(SnapshotError::Damaged { .. })), "cut at {length}");
        }
        for at in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[at] ^= 0x10;
            assert!(matches!(read_pieces(&damaged, 50), Err(SnapshotError::Damaged { .. })), "flipped at {at}");
        }
        let mut longer = whole;
        longer.push(0);
        assert!(read_pieces(&longer, 50).is_err());
    }

    #[test]
    fn a_source_that_fails_is_reported() {
        let failing = std::iter::once(Err(std::io::Error::other("disk on fire")));
        assert_eq!(read(failing, Tick(Duration::ZERO)).err(), Some(SnapshotError::Source("disk on fire".to_owned())));
    }
}
