//! What frames mean: the bodies of heads, commits, checkpoint items and the rest, written and read back. Pure; used by the log, the
//! checkpoints, recovery and the archive. A body that does not read back is damage that a checksum did not catch, or another format.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use sys::{Sys, Tick};

use crate::engine::history::Commit;
use crate::item::{FileId, FileKind, Place, SharedItem};
use crate::{Body, Change, Item, Key, Revision, Value};

/// Version of the format of all files. A store of another version is refused.
pub(super) const FORMAT: u32 = 1;

/// Both clocks at one moment: deadlines are kept as wall-clock time on disk, as ticks in memory.
#[derive(Clone, Copy, Debug)]
pub(super) struct Times {
    /// Nanoseconds since 1970.
    pub(super) wall: i64,
    pub(super) tick: Tick,
}

impl Times {
    pub(super) fn now(sys: &Sys) -> Self {
        Self { wall: i64::try_from(sys.clock.wall().0).unwrap_or(i64::MAX), tick: sys.clock.tick() }
    }

    /// The deadline on the wall clock, and the time left.
    fn deadline(self, at: Tick) -> (i64, i64) {
        let left = i64::try_from(at.since(self.tick).as_nanos()).unwrap_or(i64::MAX);
        (self.wall.saturating_add(left), left)
    }

    /// The tick of a deadline. A wall clock that was set back does not prolong a life.
    fn tick_of(self, deadline: i64, left: i64) -> Tick {
        let left = deadline.saturating_sub(self.wall).clamp(0, left.max(0));
        self.tick.plus(Duration::from_nanos(left.unsigned_abs()))
    }

    /// How long ago a wall-clock moment was, in milliseconds; zero for the future.
    pub(super) fn age_millis(self, wall: i64) -> i64 {
        (self.wall.saturating_sub(wall) / 1_000_000).max(0)
    }
}

/// The first record of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FileHead {
    pub(super) format: u32,
    /// Drawn when the store was made: files of two stores are never mixed.
    pub(super) store: u64,
    pub(super) file: FileId,
    /// Bytes that the file has at least (a segment): one that is shorter was cut.
    pub(super) allocated: u64,
    /// What a checkpoint holds; zeros in a segment.
    pub(super) holds: Holds,
}

/// What a checkpoint holds: the state at a point of the log.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Holds {
    /// The state's revision.
    pub(super) revision: Revision,
    /// The segment and the offset in it where the log goes on after that revision.
    pub(super) segment: u32,
    pub(super) offset: u64,
    /// Number of items.
    pub(super) items: u64,
}

impl FileHead {
    pub(super) fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.format.to_le_bytes());
        out.push(u8::from(self.file.kind == FileKind::Segment));
        out.extend_from_slice(&self.file.number.to_le_bytes());
        out.extend_from_slice(&self.holds.segment.to_le_bytes());
        for number in [self.store, self.allocated, self.holds.revision.0, self.holds.offset, self.holds.items] {
            out.extend_from_slice(&number.to_le_bytes());
        }
    }

    pub(super) fn read(body: &[u8]) -> Option<Self> {
        let mut fields = Fields(body);
        let format = fields.u32()?;
        let kind = if fields.u8()? == 1 { FileKind::Segment } else { FileKind::Base };
        let file = FileId { kind, number: fields.u32()? };
        let segment = fields.u32()?;
        let (store, allocated) = (fields.u64()?, fields.u64()?);
        let holds = Holds { revision: Revision(fields.u64()?), segment, offset: fields.u64()?, items: fields.u64()? };
        Some(Self { format, store, file, allocated, holds })
    }
}

/// A number of its own that seeds the checksums of a file: of two files of any stores no two have the same.
pub(super) fn salt(store: u64, file: FileId) -> u64 {
    let kind = if file.kind == FileKind::Segment { 1 << 63 } else { 0 };
    store ^ kind ^ u64::from(file.number) << 20
}

/// Writes a commit.
pub(super) fn write_commit(out: &mut Vec<u8>, revision: Revision, changes: &[Change], times: Times) {
    out.extend_from_slice(&revision.0.to_le_bytes());
    out.extend_from_slice(&times.wall.to_le_bytes());
    // A transaction holds at most a hundred or so operations.
    out.extend_from_slice(&u32::try_from(changes.len()).unwrap_or(u32::MAX).to_le_bytes());
    for change in changes {
        match &change.current {
            Some(item) => {
                out.push(1);
                write_item(out, item, times);
            }
            None => {
                out.push(0);
                write_bytes(out, &change.key);
            }
        }
    }
}

/// Writes an item, without the revision that wrote it.
fn write_item(out: &mut Vec<u8>, item: &Item, times: Times) {
    write_bytes(out, &item.key);
    out.extend_from_slice(&item.create_revision.0.to_le_bytes());
    match item.expires_at {
        Some(at) => {
            let (deadline, left) = times.deadline(at);
            out.push(1);
            out.extend_from_slice(&deadline.to_le_bytes());
            out.extend_from_slice(&left.to_le_bytes());
        }
        None => out.push(0),
    }
    write_bytes(out, &item.value.header);
    let body = &item.value.body;
    out.extend_from_slice(&u32::try_from(body.len()).unwrap_or(u32::MAX).to_le_bytes());
    body.append_to(0..body.len(), out);
}

/// Writes an item of a checkpoint.
pub(super) fn write_kept(out: &mut Vec<u8>, item: &Item, times: Times) {
    out.extend_from_slice(&item.mod_revision.0.to_le_bytes());
    write_item(out, item, times);
}

/// Keys, headers and bodies within the store's limits are far below 4 GiB.
pub(super) fn write_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    out.extend_from_slice(&u32::try_from(bytes.len()).unwrap_or(u32::MAX).to_le_bytes());
    out.extend_from_slice(bytes);
}

/// A commit's first fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct CommitHead {
    pub(super) revision: Revision,
    /// When it was made, in nanoseconds since 1970.
    pub(super) wall: i64,
}

/// Reads records. Headers of values are shared between those that have the same.
pub(super) struct Reader {
    times: Times,
    headers: BTreeSet<Bytes>,
}

/// Different headers that are shared; what comes later stands alone.
const MOST_HEADERS: usize = 1024;

impl Reader {
    pub(super) fn new(times: Times) -> Self {
        Self { times, headers: BTreeSet::new() }
    }

    /// A commit: what it is, and what it left under its keys.
    pub(super) fn commit(&mut self, body: &[u8], place: Place) -> Option<(CommitHead, Commit)> {
        let mut fields = Fields(body);
        let head = CommitHead { revision: Revision(fields.u64()?), wall: fields.i64()? };
        let count = fields.u32()?;
        let mut commit = Commit::new();
        for _ in 0..count {
            match fields.u8()? {
                0 => commit.push((Key::from(fields.bytes()?), None)),
                1 => {
                    let item = self.item(&mut fields, head.revision, place)?;
                    commit.push((item.key.clone(), Some(item)));
                }
                _ => return None,
            }
        }
        fields.0.is_empty().then_some((head, commit))
    }

    /// An item of a checkpoint.
    pub(super) fn kept(&mut self, body: &[u8], place: Place) -> Option<SharedItem> {
        let mut fields = Fields(body);
        let revision = Revision(fields.u64()?);
        let item = self.item(&mut fields, revision, place)?;
        fields.0.is_empty().then_some(item)
    }

    fn item(&mut self, fields: &mut Fields<'_>, mod_revision: Revision, place: Place) -> Option<SharedItem> {
        let key = Key::from(fields.bytes()?);
        let create_revision = Revision(fields.u64()?);
        let expires_at = match fields.u8()? {
            0 => None,
            1 => {
                let (deadline, left) = (fields.i64()?, fields.i64()?);
                Some(self.times.tick_of(deadline, left))
            }
            _ => return None,
        };
        let header = self.header(fields.bytes()?);
        let value = Value { header, body: Body::from(fields.bytes()?) };
        Some(Arc::new(Item { key, value, create_revision, mod_revision, expires_at, place }))
    }

    fn header(&mut self, bytes: &[u8]) -> Bytes {
        if let Some(header) = self.headers.get(bytes) {
            return header.clone();
        }
        let header = Bytes::copy_from_slice(bytes);
        if self.headers.len() < MOST_HEADERS {
            self.headers.insert(header.clone());
        }
        header
    }
}

/// Takes fields off the front of a body.
pub(super) struct Fields<'a>(pub(super) &'a [u8]);

impl<'a> Fields<'a> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (head, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*head)
    }

    pub(super) fn u8(&mut self) -> Option<u8> {
        self.take::<1>().map(|[byte]| byte)
    }

    pub(super) fn u32(&mut self) -> Option<u32> {
        self.take().map(u32::from_le_bytes)
    }

    pub(super) fn u64(&mut self) -> Option<u64> {
        self.take().map(u64::from_le_bytes)
    }

    pub(super) fn i64(&mut self) -> Option<i64> {
        self.take().map(i64::from_le_bytes)
    }

    pub(super) fn bytes(&mut self) -> Option<&'a [u8]> {
        let length = usize::try_from(self.u32()?).ok()?;
        let (head, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(head)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn times(wall: i64, tick: u64) -> Times {
        Times { wall: wall * 1_000_000_000, tick: Tick(Duration::from_secs(tick)) }
    }

    fn item(key: &str, expires: Option<u64>) -> SharedItem {
        Arc::new(Item {
            key: Key::from(key),
            value: Value { header: Bytes::from_static(b"h"), body: Body::from(&b"body"[..]) },
            create_revision: Revision(3),
            mod_revision: Revision(9),
            expires_at: expires.map(|second| Tick(Duration::from_secs(second))),
            place: Place::default(),
        })
    }

    #[test]
    fn commits_and_items_are_read_back() {
        let changes = [
            Change { key: Key::from("/a"), previous: None, current: Some(item("/a", None)) },
            Change { key: Key::from("/b"), previous: Some(item("/b", None)), current: None },
        ];
        let mut body = Vec::new();
        write_commit(&mut body, Revision(9), &changes, times(1000, 5));
        let mut reader = Reader::new(times(1000, 5));
        let place = Place::new(FileId { kind: FileKind::Segment, number: 4 }, 64);
        let (head, commit) = reader.commit(&body, place).unwrap();
        assert_eq!(head, CommitHead { revision: Revision(9), wall: 1_000_000_000_000 });
        assert_eq!(commit, [(Key::from("/a"), Some(item("/a", None))), (Key::from("/b"), None)]);
        assert_eq!(commit[0].1.as_ref().unwrap().place, place);
        for length in 0..body.len() {
            assert!(reader.commit(&body[..length], place).is_none(), "cut at {length}");
        }
        body.push(0);
        assert!(reader.commit(&body, place).is_none(), "nothing may follow");
    }

    #[test]
    fn deadlines_pass_while_nobody_runs() {
        let check = |now: Times, expect: u64| {
            let mut body = Vec::new();
            write_kept(&mut body, &item("/a", Some(65)), times(1000, 5));
            let read = Reader::new(now).kept(&body, Place::default()).unwrap();
            assert_eq!(read.expires_at, Some(Tick(Duration::from_secs(expect))), "{now:?}");
        };
        check(times(1000, 5), 65);
        check(times(1010, 2), 52);
        check(times(2000, 7), 7);
        // A clock that was set back gives no more than the original minute.
        check(times(10, 7), 67);
    }

    #[test]
    fn heads_are_read_back() {
        let file = FileId { kind: FileKind::Segment, number: 12 };
        let head = FileHead {
            format: FORMAT,
            store: 5,
            file,
            allocated: 4096,
            holds: Holds { revision: Revision(7), ..Holds::default() },
        };
        let mut body = Vec::new();
        head.write(&mut body);
        assert_eq!(FileHead::read(&body), Some(head));
        assert_eq!(FileHead::read(&body[1..]), None);
        assert_ne!(salt(5, file), salt(5, FileId { kind: FileKind::Base, ..file }));
    }
}
