//! Frames: how records lie in the store's files. Used by the log, the checkpoints and whatever reads them; it must never know what a record
//! means.
//!
//! A frame is `magic: u32, kind: u8, 0: u8 * 3, length: u32, group: u32, back: u32, body checksum: u32, head checksum: u32, body, mark: u8`,
//! little endian, filled up with zeros to a multiple of 8 bytes. Checksums are CRC-32C. That of the head is seeded with the file and the
//! offset, so that a frame that turns up elsewhere (a value that holds a piece of a log, two swapped pages) is none. All frames of one write
//! carry its number, and how far it began before them: a group is written only after the one before it was durable, so that damage before
//! an intact later group can be no torn write.

use crc32c::{crc32c, crc32c_append};

/// Bytes of a frame before its body.
pub(super) const HEAD: usize = 28;
/// The last byte of every frame. Not zero: a write that was cut ends in zeros, which an intact frame never does.
const MARK: u8 = 0xA5;
/// Frames begin at multiples of this.
pub(super) const ALIGN: usize = 8;
/// No body is longer: what a transaction may hold, with room. A longer length is damage and must not make a reader allocate.
pub(super) const MAX_BODY: usize = 64 << 20;
const MAGIC: u32 = 0xF7C1_9DFB;
/// What a disk writes whole or not at all.
const SECTOR: usize = 512;

/// What a frame holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The first frame of a file: what file this is.
    Head = 1,
    /// A commit.
    Commit = 2,
    /// History before a revision is forgotten.
    Compact = 3,
    /// The end of a segment: the log goes on in the next one.
    Seal = 4,
    /// An item of a checkpoint.
    Item = 5,
    /// The index of a checkpoint.
    Index = 6,
    /// The end of a checkpoint.
    End = 7,
}

impl Kind {
    fn from_byte(byte: u8) -> Option<Self> {
        let kinds = [Self::Head, Self::Commit, Self::Compact, Self::Seal, Self::Item, Self::Index, Self::End];
        kinds.into_iter().find(|kind| *kind as u8 == byte)
    }
}

/// A frame's head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) kind: Kind,
    pub(super) length: usize,
    pub(super) group: u32,
    /// Offset at which the write began that this frame was part of.
    pub(super) group_start: u64,
    body_checksum: u32,
}

/// An intact frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Frame<'a> {
    pub(super) head: Head,
    pub(super) body: &'a [u8],
    /// Bytes with everything around the body.
    pub(super) size: usize,
}

/// Bytes that a frame with such a body takes.
pub(super) const fn size(body: usize) -> usize {
    (HEAD + body + 1).next_multiple_of(ALIGN)
}

/// Appends a frame whose body `write` appends. `salt` names the file, `offset` is where the frame will lie in it.
pub(super) fn push(
    out: &mut Vec<u8>,
    kind: Kind,
    group: (u32, u64),
    salt: u64,
    offset: u64,
    write: impl FnOnce(&mut Vec<u8>),
) -> usize {
    let start = out.len();
    out.resize(start + HEAD, 0);
    write(out);
    let body = start + HEAD;
    // A body is a record within the store's limits, far below 4 GiB; so is what a group holds.
    let length = u32::try_from(out.len() - body).unwrap_or(u32::MAX);
    let back = u32::try_from(offset.saturating_sub(group.1)).unwrap_or(u32::MAX);
    let checksum = crc32c(&out[body..]);
    let head = &mut out[start..body];
    head[0..4].copy_from_slice(&MAGIC.to_le_bytes());
    head[4] = kind as u8;
    for (at, field) in [(8, length), (12, group.0), (16, back), (20, checksum)] {
        head[at..at + 4].copy_from_slice(&field.to_le_bytes());
    }
    let checksum = head_checksum(&head[..24], salt, offset);
    head[24..28].copy_from_slice(&checksum.to_le_bytes());
    out.push(MARK);
    out.resize(start + (out.len() - start).next_multiple_of(ALIGN), 0);
    out.len() - start
}

fn head_checksum(head: &[u8], salt: u64, offset: u64) -> u32 {
    crc32c_append(crc32c_append(crc32c(&salt.to_le_bytes()), &offset.to_le_bytes()), head)
}

fn number(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..at + 4).and_then(|four| four.try_into().ok()).map_or(0, u32::from_le_bytes)
}

/// The head at the start of `bytes`, if it is intact.
pub(super) fn head(bytes: &[u8], salt: u64, offset: u64) -> Option<Head> {
    let head = bytes.get(..HEAD)?;
    if number(head, 0) != MAGIC || number(head, 24) != head_checksum(&head[..24], salt, offset) {
        return None;
    }
    let length = usize::try_from(number(head, 8)).ok().filter(|length| *length <= MAX_BODY)?;
    let group_start = offset.checked_sub(u64::from(number(head, 16)))?;
    Some(Head { kind: Kind::from_byte(head[4])?, length, group: number(head, 12), group_start, body_checksum: number(head, 20) })
}

/// The frame at the start of `bytes`, if it is intact.
pub(super) fn frame(bytes: &[u8], salt: u64, offset: u64) -> Option<Frame<'_>> {
    let head = head(bytes, salt, offset)?;
    let size = size(head.length);
    let whole = bytes.get(..size)?;
    let body = &whole[HEAD..HEAD + head.length];
    let rest = &whole[HEAD + head.length..];
    let closed = rest[0] == MARK && rest[1..].iter().all(|byte| *byte == 0);
    (closed && crc32c(body) == head.body_checksum).then_some(Frame { head, body, size })
}

/// What is wrong where no intact frame begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Broken {
    /// Nothing: only zeros follow.
    End,
    /// A write that was cut: what it would have added was never acknowledged. So many bytes behind the offset are not zero.
    Torn(usize),
    /// Damage of what was acknowledged.
    Damaged,
}

/// Judges the rest of a file from an offset at which no intact frame begins. `last_group` is that of the frame before. Values are JSON as a
/// rule, which has no zero byte; a value with a whole sector of zeros that is damaged in the very last write may pass for a torn one.
pub(super) fn judge(rest: &[u8], salt: u64, offset: u64, last_group: u32) -> Broken {
    let Some(used) = rest.iter().rposition(|byte| *byte != 0).map(|last| last + 1) else { return Broken::End };
    if later_group_exists(rest, used, salt, offset, last_group) {
        return Broken::Damaged;
    }
    let torn = match head(rest, salt, offset) {
        // Where a group ends nothing else begins: bytes behind it were part of the same write.
        Some(head) => lacks_a_sector(rest, offset, 0..size(head.length).min(rest.len())) || unfinished(rest, &head),
        // A head that begins with a zero was being wiped: no flipped bit makes one of the first byte.
        None => rest[0] == 0 || lacks_a_sector(rest, offset, 0..HEAD.min(rest.len())) || used <= HEAD,
    };
    if torn { Broken::Torn(used) } else { Broken::Damaged }
}

/// Whether the last byte of the frame, which is never zero, was not written.
fn unfinished(rest: &[u8], head: &Head) -> bool {
    rest.get(HEAD + head.length).is_none_or(|mark| *mark == 0)
}

/// Whether a piece of the range that lies in one sector of the file is all zeros.
fn lacks_a_sector(rest: &[u8], offset: u64, range: std::ops::Range<usize>) -> bool {
    let within = usize::try_from(offset % SECTOR as u64).unwrap_or(0);
    let mut at = range.start;
    while at < range.end {
        let end = (at + SECTOR - (within + at) % SECTOR).min(range.end);
        // The few bytes that fill a frame up are zeros anyway, and never alone in a sector: the mark is before them within 8 bytes. Of a
        // head, the last bytes may be: its checksum.
        if rest[at..end].iter().all(|byte| *byte == 0) {
            return true;
        }
        at = end;
    }
    false
}

/// Whether an intact frame follows that was written after the damaged bytes were durable.
fn later_group_exists(rest: &[u8], used: usize, salt: u64, offset: u64, last_group: u32) -> bool {
    let magic = MAGIC.to_le_bytes();
    (ALIGN..used).step_by(ALIGN).any(|at| {
        rest[at..].starts_with(&magic)
            && frame(&rest[at..], salt, offset + at as u64)
                .is_some_and(|frame| frame.head.group > last_group && frame.head.group_start > offset)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SALT: u64 = 77;

    /// A file of groups of bodies: its bytes and where each frame begins.
    fn file(groups: &[&[&[u8]]]) -> (Vec<u8>, Vec<usize>) {
        let (mut out, mut starts) = (Vec::new(), Vec::new());
        for (number, group) in groups.iter().enumerate() {
            let start = out.len() as u64;
            for body in *group {
                starts.push(out.len());
                let offset = out.len() as u64;
                let number = u32::try_from(number).unwrap() + 1;
                push(&mut out, Kind::Commit, (number, start), SALT, offset, |out| out.extend_from_slice(body));
            }
        }
        (out, starts)
    }

    /// Frames up to the first that is not intact, and what is said of the rest.
    fn read(bytes: &[u8]) -> (usize, Broken) {
        let (mut at, mut count, mut group) = (0, 0, 0);
        while let Some(frame) = frame(&bytes[at..], SALT, at as u64) {
            at += frame.size;
            count += 1;
            group = frame.head.group;
        }
        (count, judge(&bytes[at..], SALT, at as u64, group))
    }

    fn text(len: usize) -> Vec<u8> {
        (0..len).map(|at| b'a' + u8::try_from(at % 26).unwrap()).collect()
    }

    #[test]
    fn frames_are_read_back_and_padded() {
        let (mut bytes, starts) = file(&[&[b"", b"x"], &[&text(700)]]);
        assert!(starts.iter().all(|start| start % ALIGN == 0));
        bytes.resize(4096, 0);
        assert_eq!(read(&bytes), (3, Broken::End));
        assert_eq!(frame(&bytes[starts[1]..], SALT, starts[1] as u64).unwrap().body, b"x");
        assert_eq!(frame(&bytes[starts[1]..], SALT, 0), None, "a frame holds at its own offset only");
        assert_eq!(frame(&bytes, SALT + 1, 0), None, "and in its own file");
    }

    #[test]
    fn a_last_write_torn_at_any_byte_is_told_from_damage() {
        let (whole, starts) = file(&[&[&text(100)], &[&text(900), &text(30)]]);
        // With the mark a frame is whole; zeros fill it up anyway.
        let mark = starts[1] + HEAD + 900;
        let end = starts[2] + HEAD + 30;
        for length in starts[1] + 1..=end {
            let mut bytes = whole[..length].to_vec();
            bytes.resize(8192, 0);
            let (count, broken) = read(&bytes);
            assert_eq!(count, if length <= mark { 1 } else { 2 }, "cut at {length}");
            let clean = (mark + 1..=starts[2]).contains(&length);
            assert_eq!(matches!(broken, Broken::Torn(_)), !clean, "cut at {length}: {broken:?}");
            assert_eq!(broken == Broken::End, clean, "cut at {length}: {broken:?}");
        }
    }

    #[test]
    fn sectors_that_were_not_written_are_a_torn_write() {
        let (whole, starts) = file(&[&[&text(100)], &[&text(2000), &text(1500)]]);
        let first = starts[1] / SECTOR + 1;
        for sector in first..whole.len() / SECTOR {
            let mut bytes = whole.clone();
            bytes[sector * SECTOR..(sector + 1) * SECTOR].fill(0);
            bytes.resize(8192, 0);
            let (count, broken) = read(&bytes);
            assert!(count < 3 && matches!(broken, Broken::Torn(_)), "sector {sector}: {count} {broken:?}");
        }
    }

    #[test]
    fn any_sectors_of_a_write_may_be_missing_wherever_it_begins() {
        let sector = SECTOR as u64;
        for before in (0..SECTOR).step_by(ALIGN) {
            let mut whole = Vec::new();
            push(&mut whole, Kind::Commit, (1, 0), SALT, 0, |out| out.extend_from_slice(&text(before)));
            let (start, from) = (whole.len(), whole.len() as u64);
            for length in [500, 3, 700] {
                let offset = whole.len() as u64;
                push(&mut whole, Kind::Commit, (2, from), SALT, offset, |out| out.extend_from_slice(&text(length)));
            }
            let sectors = from / sector..(whole.len() as u64).div_ceil(sector);
            for kept in 0..(1_u32 << (sectors.end - sectors.start)) {
                let mut bytes = whole.clone();
                for (at, byte) in bytes.iter_mut().enumerate().skip(start) {
                    if kept >> (at as u64 / sector - sectors.start) & 1 == 0 {
                        *byte = 0;
                    }
                }
                bytes.resize(8192, 0);
                let (count, broken) = read(&bytes);
                assert!(count >= 1 && broken != Broken::Damaged, "{before} {kept:b}: {count} {broken:?}");
            }
        }
    }

    #[test]
    fn wiping_a_torn_write_may_be_cut_at_any_byte() {
        let (whole, starts) = file(&[&[&text(100)], &[&text(900), &text(30)]]);
        let torn = starts[1] + HEAD + 700;
        for wiped in starts[1]..=torn {
            let mut bytes = whole[..torn].to_vec();
            bytes[starts[1]..wiped].fill(0);
            bytes.resize(8192, 0);
            let (count, broken) = read(&bytes);
            assert!(count == 1 && broken != Broken::Damaged, "wiped up to {wiped}: {broken:?}");
        }
    }

    #[test]
    fn every_flipped_bit_is_damage_and_never_a_torn_write() {
        let (whole, starts) = file(&[&[&text(100)], &[&text(600)], &[&text(40)]]);
        for at in 0..whole.len() {
            for bit in 0..8 {
                let mut bytes = whole.clone();
                bytes[at] ^= 1 << bit;
                bytes.resize(4096, 0);
                let (count, broken) = read(&bytes);
                let hit = starts.iter().filter(|start| **start <= at).count() - 1;
                assert_eq!((count, broken), (hit, Broken::Damaged), "bit {bit} of byte {at}");
            }
        }
    }

    #[test]
    fn a_hole_before_a_later_write_is_damage() {
        let (whole, starts) = file(&[&[&text(100)], &[&text(1200)], &[&text(1200)]]);
        let mut bytes = whole;
        bytes[starts[1]..starts[2]].fill(0);
        bytes.resize(8192, 0);
        assert_eq!(read(&bytes), (1, Broken::Damaged));
    }
}
