//! The store's files: their names, the table of those that are open, and reading frames out of them. The table is what the archive reads
//! history through. It must never decide which file may go; it only says which are there.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use arc_swap::ArcSwap;
use sys::{File, Sys};

use super::frame::{self, Frame, HEAD};
use super::record::{self, Fields, Holds, Reader, Times};
use crate::engine::history::{Archive, Commit, Stored};
use crate::item::{FileId, FileKind, Place, SharedItem};
use crate::{Error, Key};

/// Bytes asked for at first: most records fit, and less is no cheaper.
const FIRST_READ: usize = 8192;

/// Bytes read at a time where zeros are expected: segments end in megabytes of them, and little memory stays in the processor's cache.
const BLANK_READ: usize = 64 << 10;

/// The name of a file, or none of ours.
pub(super) fn parse_name(name: &str) -> Option<FileId> {
    let (kind, digits) = name.split_once('-')?;
    let kind = match kind {
        "log" => FileKind::Segment,
        "base" => FileKind::Base,
        _ => return None,
    };
    let number = u32::from_str_radix(digits, 16).ok().filter(|_| digits.len() == 8)?;
    (number != 0).then_some(FileId { kind, number })
}

/// The name of a file.
pub(super) fn name(file: FileId) -> String {
    let kind = if file.kind == FileKind::Segment { "log" } else { "base" };
    format!("{kind}-{:08x}", file.number)
}

/// The name of a file while it is being made.
pub(super) fn temporary_name(file: FileId) -> String {
    format!("{}.tmp", name(file))
}

/// An open file with the seed of its checksums.
#[derive(Clone)]
pub(super) struct Opened {
    pub(super) id: FileId,
    pub(super) file: Arc<dyn File>,
    pub(super) salt: u64,
}

impl Opened {
    pub(super) fn new(store: u64, id: FileId, file: Arc<dyn File>) -> Self {
        Self { id, file, salt: record::salt(store, id) }
    }

    /// Whether only zeros follow an offset.
    pub(super) fn is_blank_from(&self, offset: u64) -> io::Result<bool> {
        let length = self.file.length()?;
        let mut at = offset;
        let mut buffer = vec![0; usize::try_from(length.saturating_sub(offset)).unwrap_or(usize::MAX).min(BLANK_READ)];
        while at < length {
            let got = self.file.read_at(&mut buffer, at)?;
            // All of them, for that needs no decision at each byte.
            if got == 0 || buffer[..got].iter().fold(0, |all, byte| all | byte) != 0 {
                return Ok(got == 0);
            }
            at += got as u64;
        }
        Ok(true)
    }

    /// Reads the frame at an offset into `buffer`.
    fn frame<'a>(&self, offset: u64, buffer: &'a mut Vec<u8>) -> io::Result<Option<Frame<'a>>> {
        *buffer = vec![0; FIRST_READ];
        let got = self.file.read_at(buffer, offset)?;
        buffer.truncate(got);
        if let Some(head) = frame::head(buffer, self.salt, offset) {
            let size = frame::size(head.length);
            if size > got {
                buffer.resize(size, 0);
                let more = self.file.read_at(&mut buffer[got..], offset + got as u64)?;
                buffer.truncate(got + more);
            }
        }
        Ok(frame::frame(buffer, self.salt, offset))
    }
}

/// The checkpoint that the log begins at, with its sparse index.
pub(super) struct Base {
    pub(super) id: FileId,
    pub(super) holds: Holds,
    /// The first key of every block, and where the block begins; the last block ends at `end`.
    pub(super) index: Vec<(Key, u64)>,
    pub(super) end: u64,
}

impl Base {
    /// The block that a key would lie in.
    fn block(&self, key: &Key) -> Option<(u64, u64)> {
        let after = self.index.partition_point(|(first, _)| first <= key);
        let (_, start) = self.index.get(after.checked_sub(1)?)?;
        let end = self.index.get(after).map_or(self.end, |(_, next)| *next);
        Some((*start, end))
    }
}

/// What is open at a moment.
#[derive(Clone, Default)]
pub(super) struct Table {
    pub(super) files: BTreeMap<FileId, Opened>,
    /// None while the log begins with the empty state.
    pub(super) base: Option<Arc<Base>>,
}

/// All files of a store.
pub(super) struct Files {
    pub(super) sys: Sys,
    pub(super) dir: PathBuf,
    /// The store's own number.
    pub(super) store: u64,
    table: ArcSwap<Table>,
}

impl Files {
    pub(super) fn new(sys: Sys, dir: &Path, store: u64, table: Table) -> Self {
        Self { sys, dir: dir.to_owned(), store, table: ArcSwap::from_pointee(table) }
    }

    pub(super) fn table(&self) -> Arc<Table> {
        self.table.load_full()
    }

    /// Changes the table. Readers keep what they loaded.
    pub(super) fn change(&self, change: impl Fn(&mut Table)) {
        self.table.rcu(|table| {
            let mut table = Table::clone(table);
            change(&mut table);
            table
        });
    }

    pub(super) fn path(&self, file: FileId) -> PathBuf {
        self.dir.join(name(file))
    }

    fn damaged(&self, file: FileId, offset: u64) -> Error {
        tracing::error!(file = name(file), offset, "a record that history needs is damaged");
        Error::Unavailable(format!("{} is damaged at offset {offset}", name(file)))
    }

    fn read<T>(
        &self,
        opened: &Opened,
        offset: u64,
        parse: impl FnOnce(&mut Reader, &Frame<'_>, Place) -> Option<T>,
    ) -> Result<(T, u64), Error> {
        let mut buffer = Vec::new();
        let frame = opened.frame(offset, &mut buffer).map_err(|error| {
            tracing::error!(file = name(opened.id), offset, %error, "history cannot be read");
            Error::Unavailable(format!("{} cannot be read: {error}", name(opened.id)))
        })?;
        let frame = frame.ok_or_else(|| self.damaged(opened.id, offset))?;
        let mut reader = Reader::new(Times::now(&self.sys));
        let parsed = parse(&mut reader, &frame, Place::new(opened.id, offset)).ok_or_else(|| self.damaged(opened.id, offset))?;
        Ok((parsed, offset + frame.size as u64))
    }

    /// Finds a key in the checkpoint that the log begins at.
    fn in_base(&self, table: &Table, key: &Key, stored: Stored) -> Result<Option<SharedItem>, Error> {
        let Some(base) = table.base.as_ref().filter(|base| stored.mod_revision <= base.holds.revision) else { return Ok(None) };
        let (Some(opened), Some((mut offset, end))) = (table.files.get(&base.id), base.block(key)) else { return Ok(None) };
        while offset < end {
            let (item, next) = self.read(opened, offset, |reader, frame, place| reader.kept(frame.body, place))?;
            if item.key == *key {
                return Ok((item.mod_revision == stored.mod_revision).then_some(item));
            }
            offset = next;
        }
        Ok(None)
    }
}

impl Archive for Files {
    fn item(&self, key: &Key, stored: Stored) -> Result<Option<SharedItem>, Error> {
        let table = self.table();
        let direct = stored.place.get().and_then(|(id, offset)| Some((table.files.get(&id)?, offset)));
        let Some((opened, offset)) = direct else { return self.in_base(&table, key, stored) };
        let (item, _) = self.read(opened, offset, |reader, frame, place| match frame.head.kind {
            frame::Kind::Item => reader.kept(frame.body, place),
            _ => {
                let (_, commit) = reader.commit(frame.body, place)?;
                commit.into_iter().find(|(written, _)| written == key)?.1
            }
        })?;
        if item.key != *key || item.mod_revision != stored.mod_revision {
            return Err(self.damaged(opened.id, offset));
        }
        Ok(Some(item))
    }

    fn commit(&self, place: Place) -> Result<Option<Commit>, Error> {
        let table = self.table();
        let Some((id, offset)) = place.get() else { return Ok(None) };
        let Some(opened) = table.files.get(&id) else { return Ok(None) };
        let ((_, commit), _) = self.read(opened, offset, |reader, frame, place| reader.commit(frame.body, place))?;
        Ok(Some(commit))
    }
}

/// Reads a file's frames in order, some at a time.
pub(super) struct Frames<'a> {
    opened: &'a Opened,
    buffer: Vec<u8>,
    /// Offset of the buffer's first byte in the file.
    start: u64,
    /// Bytes of the buffer that were read.
    filled: usize,
    /// Where the next frame begins in the buffer.
    at: usize,
    ended: bool,
}

/// Bytes read at a time.
const WINDOW: usize = 1 << 20;

impl<'a> Frames<'a> {
    pub(super) fn new(opened: &'a Opened, offset: u64) -> Self {
        Self { opened, buffer: Vec::new(), start: offset, filled: 0, at: 0, ended: false }
    }

    /// Where the next frame begins in the file.
    pub(super) fn offset(&self) -> u64 {
        self.start + self.at as u64
    }

    /// Makes sure that so many bytes of the next frame are in the buffer, unless the file ends before.
    fn need(&mut self, bytes: usize) -> io::Result<()> {
        if self.filled - self.at >= bytes || self.ended {
            return Ok(());
        }
        let position = self.start + self.filled as u64;
        let left = self.opened.file.length()?.saturating_sub(position);
        // A buffer no larger than the file: most are much smaller than a window.
        self.start += self.at as u64;
        self.filled -= self.at;
        let more = usize::try_from(left).unwrap_or(usize::MAX).min(bytes.max(WINDOW) - self.filled);
        let mut buffer = vec![0; self.filled + more];
        buffer[..self.filled].copy_from_slice(&self.buffer[self.at..self.at + self.filled]);
        self.buffer = buffer;
        self.at = 0;
        let got = self.opened.file.read_at(&mut self.buffer[self.filled..], position)?;
        self.ended = got < more || got as u64 == left;
        self.filled += got;
        Ok(())
    }

    /// The next frame, if an intact one is next.
    pub(super) fn next(&mut self) -> io::Result<Option<Frame<'_>>> {
        self.need(HEAD)?;
        let offset = self.offset();
        let Some(head) = frame::head(&self.buffer[self.at..self.filled], self.opened.salt, offset) else { return Ok(None) };
        self.need(frame::size(head.length))?;
        let frame = frame::frame(&self.buffer[self.at..self.filled], self.opened.salt, offset);
        self.at += frame.map_or(0, |frame| frame.size);
        Ok(frame)
    }

    /// Everything from the next frame to the end of the file.
    pub(super) fn rest(&mut self) -> io::Result<&[u8]> {
        let length = self.opened.file.length()?.saturating_sub(self.offset());
        self.need(usize::try_from(length).map_err(io::Error::other)?)?;
        Ok(&self.buffer[self.at..self.filled])
    }
}

/// Reads the body of an index frame.
pub(super) fn read_index(body: &[u8]) -> Option<Vec<(Key, u64)>> {
    let mut fields = Fields(body);
    let mut index = Vec::new();
    while !fields.0.is_empty() {
        index.push((Key::from(fields.bytes()?), fields.u64()?));
    }
    Some(index)
}
