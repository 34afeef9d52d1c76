//! Pieces of a store's files: whole records, cut by the heads alone, so that what is in them can be checked and read anywhere. Called by
//! `ahead`; it must never judge what it finds, and looks at no body when it cuts.

use std::collections::VecDeque;
use std::io;
use std::ops::Range;
use std::sync::Arc;

use super::files::{Opened, read_index};
use super::frame::{self, Frame, HEAD, Kind};
use super::record::{CommitHead, Fields, Reader};
use crate::Key;
use crate::engine::history::Commit;
use crate::item::{FileId, Place, SharedItem};

/// Bytes of a piece, unless one record is longer.
const PIECE: usize = 1 << 20;

/// An intact record.
pub(super) struct Record {
    pub(super) offset: u64,
    /// Bytes with everything around the body.
    pub(super) size: usize,
    pub(super) group: u32,
    pub(super) kind: Kind,
    /// None when the body does not read.
    pub(super) content: Option<Content>,
}

/// What a record's body says.
pub(super) enum Content {
    /// Nothing besides its kind: heads (which were read before) and seals.
    Nothing,
    Commit(CommitHead, Commit),
    Item(SharedItem),
    Index(Vec<(Key, u64)>),
    /// Of compactions and ends.
    Number(u64),
}

/// Whole records of a file, of which only the heads were looked at.
pub(super) struct Piece {
    id: FileId,
    salt: u64,
    offset: u64,
    bytes: Vec<u8>,
    /// So many of the bytes are the piece's.
    used: usize,
    /// Nothing intact follows.
    last: bool,
}

/// What a piece held.
#[derive(Default)]
pub(super) struct Read {
    pub(super) records: VecDeque<Record>,
    /// Where no intact record follows them, if none does.
    pub(super) nothing_at: Option<u64>,
}

impl Piece {
    pub(super) fn read(&self, reader: &mut Reader) -> Read {
        let mut records = VecDeque::new();
        let (mut at, mut grown) = (0, 0);
        while at < self.used {
            if at >= grown {
                enlarge_heap();
                grown = at + HEAP_STEP * 3 / 4;
            }
            let offset = self.offset + at as u64;
            let Some(frame) = frame::frame(&self.bytes[at..self.used], self.salt, offset) else {
                return Read { records, nothing_at: Some(offset) };
            };
            at += frame.size;
            let content = content(&frame, Place::new(self.id, offset), reader);
            records.push_back(Record { offset, size: frame.size, group: frame.head.group, kind: frame.head.kind, content });
        }
        Read { records, nothing_at: self.last.then_some(self.offset + self.used as u64) }
    }
}

fn content(frame: &Frame<'_>, place: Place, reader: &mut Reader) -> Option<Content> {
    match frame.head.kind {
        Kind::Head | Kind::Seal => Some(Content::Nothing),
        Kind::Commit => reader.commit(frame.body, place).map(|(head, commit)| Content::Commit(head, commit)),
        Kind::Item => reader.kept(frame.body, place).map(Content::Item),
        Kind::Index => read_index(frame.body).map(Content::Index),
        Kind::Compact | Kind::End => Fields(frame.body).u64().map(Content::Number),
    }
}

/// Cuts files into pieces.
pub(super) struct Cutter {
    files: VecDeque<(Opened, u64)>,
    /// Memory of pieces that were replayed.
    buffers: Vec<Vec<u8>>,
}

/// What is behind a piece.
enum After {
    /// More of the file.
    More,
    /// The file ended as files do.
    NextFile,
    /// Nothing intact.
    Nothing,
}

impl Cutter {
    /// Begins at the given offsets of files.
    pub(super) fn new(files: Vec<(Opened, u64)>) -> Self {
        Self { files: files.into(), buffers: Vec::new() }
    }

    /// Takes the memory of a piece that was read, unless somebody still has the piece.
    pub(super) fn take_back(&mut self, piece: Arc<Piece>) {
        self.buffers.extend(Arc::into_inner(piece).map(|piece| piece.bytes));
    }

    /// The next piece; none behind the last file, and where nothing intact follows.
    pub(super) fn next(&mut self) -> Option<io::Result<Piece>> {
        let (opened, offset) = self.files.pop_front()?;
        let mut bytes = self.buffers.pop().unwrap_or_default();
        let (used, after) = match cut(&opened, offset, &mut bytes) {
            Ok(cut) => cut,
            Err(error) => {
                self.files.clear();
                return Some(Err(error));
            }
        };
        let last = matches!(after, After::Nothing);
        let piece = Piece { id: opened.id, salt: opened.salt, offset, bytes, used, last };
        match after {
            After::More => self.files.push_front((opened, offset + used as u64)),
            After::NextFile => (),
            After::Nothing => self.files.clear(),
        }
        Some(Ok(piece))
    }
}

/// Less than what has a mapping of its own, and than what is given back to the system.
const HEAP_STEP: usize = 120 << 10;

/// Makes the thread's heap larger, so that what is allocated next finds room there. The C library enlarges the heap of any thread but the
/// first by just what is missing, with a call to the system for each page; a block that was asked for at once stays when it is freed.
fn enlarge_heap() {
    drop(std::hint::black_box(Vec::<u8>::with_capacity(HEAP_STEP)));
}

/// Reads a piece that begins at an offset; how long it is.
fn cut(opened: &Opened, offset: u64, bytes: &mut Vec<u8>) -> io::Result<(usize, After)> {
    let left = usize::try_from(opened.file.length()?.saturating_sub(offset)).unwrap_or(usize::MAX);
    let mut filled = fill(opened, offset, bytes, 0..left.min(PIECE))?;
    let mut used = 0;
    loop {
        let Some(head) = frame::head(&bytes[used..filled], opened.salt, offset + used as u64) else {
            // The next piece begins with a head that was not read whole.
            let cut_off = used > 0 && filled - used < HEAD;
            return Ok((used, if cut_off { After::More } else { After::Nothing }));
        };
        let end = used + frame::size(head.length);
        if end > filled && used > 0 {
            return Ok((used, After::More));
        }
        if end > filled {
            filled = fill(opened, offset, bytes, filled..left.min(end))?;
        }
        if end > filled {
            return Ok((used, After::Nothing));
        }
        used = end;
        if matches!(head.kind, Kind::Seal | Kind::End) {
            return Ok((used, After::NextFile));
        }
    }
}

/// Reads a range of a piece; how many of the piece's bytes are there then.
fn fill(opened: &Opened, offset: u64, bytes: &mut Vec<u8>, range: Range<usize>) -> io::Result<usize> {
    let Range { start, end } = range;
    if bytes.len() < end {
        bytes.resize(end, 0);
    }
    let got = if start < end { opened.file.read_at(&mut bytes[start..end], offset + start as u64)? } else { 0 };
    Ok(start + got)
}
