//! Writes a checkpoint: all live items of one revision in key order, an index of every block's first key, an end. Made from a state that
//! nothing changes, beside the writers; called by upkeep and by restore. A file has its name only once it is whole and durable.

use std::io::{self, ErrorKind};
use std::sync::Arc;

use sys::{File, Open};

use super::files::{Base, Files, Opened, temporary_name};
use super::frame::{self, Kind};
use super::record::{FORMAT, FileHead, Holds, Times, write_bytes, write_kept};
use crate::Key;
use crate::engine::state::State;
use crate::item::{FileId, FileKind};

/// Bytes of items between two entries of the index: what a look-up reads at most, and more.
const BLOCK: u64 = 64 << 10;
/// Bytes written at a time.
const PIECE: usize = 256 << 10;

/// Bytes that a checkpoint of a state takes, rather more than less.
pub(super) fn estimate(state: &State) -> u64 {
    /// Of an item besides key and value.
    const FIXED: usize = 112;
    (state.live_bytes + state.live.len() * FIXED + PIECE) as u64
}

/// Writes the checkpoint `number` of a state whose log goes on at (segment, offset). `pause` is called between pieces, so that others get
/// their turn; it answers whether to go on.
pub(super) async fn write(
    files: &Files,
    number: u32,
    state: &State,
    position: (u32, u64),
    goes_on: impl Fn() -> bool,
) -> io::Result<(Opened, Base)> {
    let id = FileId { kind: FileKind::Base, number };
    let temporary = files.dir.join(temporary_name(id));
    let disk = &files.sys.disk;
    let written = write_file(files, id, state, position, goes_on).await;
    let made = written.and_then(|made| {
        disk.rename(&temporary, &files.path(id))?;
        disk.sync_dir(&files.dir)?;
        Ok(made)
    });
    if made.is_err() {
        // What counts is the first error. A leftover is removed when the store is opened.
        drop(disk.remove(&temporary));
    }
    made
}

async fn write_file(
    files: &Files,
    id: FileId,
    state: &State,
    (segment, offset): (u32, u64),
    goes_on: impl Fn() -> bool,
) -> io::Result<(Opened, Base)> {
    let path = files.dir.join(temporary_name(id));
    let file = files.sys.disk.open(&path, Open::Create)?;
    let opened = Opened::new(files.store, id, file);
    let holds = Holds { revision: state.revision, segment, offset, items: state.live.len() as u64 };
    let times = Times::now(&files.sys);
    let mut out = Writer { file: &opened.file, salt: opened.salt, written: 0, buffer: Vec::new() };
    let head = FileHead { format: FORMAT, store: files.store, file: id, allocated: 0, holds };
    out.push(Kind::Head, |body| head.write(body))?;
    let mut index: Vec<(Key, u64)> = Vec::new();
    for item in state.live.values() {
        let at = out.offset();
        if index.last().is_none_or(|(_, start)| at - start >= BLOCK) {
            index.push((item.key.clone(), at));
        }
        if out.push(Kind::Item, |body| write_kept(body, item, times))? {
            tokio::task::yield_now().await;
            if !goes_on() {
                return Err(ErrorKind::Interrupted.into());
            }
        }
    }
    let end = out.offset();
    out.push(Kind::Index, |body| {
        for (key, start) in &index {
            write_bytes(body, key);
            body.extend_from_slice(&start.to_le_bytes());
        }
    })?;
    out.push(Kind::End, |body| body.extend_from_slice(&holds.items.to_le_bytes()))?;
    out.flush()?;
    opened.file.sync_data()?;
    Ok((opened.clone(), Base { id, holds, index, end }))
}

/// Frames on their way into a file.
struct Writer<'a> {
    file: &'a Arc<dyn File>,
    salt: u64,
    written: u64,
    buffer: Vec<u8>,
}

impl Writer<'_> {
    fn offset(&self) -> u64 {
        self.written + self.buffer.len() as u64
    }

    /// Adds a frame. Answers whether a piece went to the file.
    fn push(&mut self, kind: Kind, write: impl FnOnce(&mut Vec<u8>)) -> io::Result<bool> {
        let offset = self.offset();
        frame::push(&mut self.buffer, kind, (0, offset), self.salt, offset, write);
        let full = self.buffer.len() >= PIECE;
        if full {
            self.flush()?;
        }
        Ok(full)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.write_at(&self.buffer, self.written)?;
        self.written += self.buffer.len() as u64;
        self.buffer.clear();
        Ok(())
    }
}
