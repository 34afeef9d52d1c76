//! Reads a store's folder back: picks the checkpoint that the log begins at, replays the segments after it, and says where the log ends.
//! Reads only; what has to be mended is reported and done by `open`. Whatever is neither intact nor a torn last write refuses the start,
//! with file and offset: nothing is guessed, and nothing damaged is ever served.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::sync::Arc;

use sys::{Open, Sys};

use super::EmbeddedLimits;
use super::ahead::{Ahead, Next};
use super::error::{OpenError, at};
use super::files::{Base, Files, Frames, Opened, Table, name, parse_name};
use super::frame::{self, Broken, Kind};
use super::pieces::{Content, Record};
use super::record::{FORMAT, FileHead, Holds, Times};
use crate::engine::history::Commit;
use crate::engine::state::{Moment, Retention, State, Written};
use crate::item::{FileId, FileKind, Place};
use crate::{Change, Revision};

/// What a folder holds.
pub(super) struct Recovered {
    pub(super) files: Arc<Files>,
    pub(super) state: State,
    /// Where the log ends; none in an empty folder.
    pub(super) end: Option<End>,
    /// A last write that was cut, to be wiped: so many bytes at the end of the log.
    pub(super) torn: Option<usize>,
    /// A segment that was made ahead and is still empty.
    pub(super) spare: Option<FileId>,
    /// Files that nothing needs: unfinished ones, and those that a newer checkpoint or an older one replaces.
    pub(super) leftovers: Vec<String>,
    /// Bytes of log after the checkpoint that it begins at.
    pub(super) log_bytes: u64,
    /// Greater than the number of any checkpoint there was.
    pub(super) next_base: u32,
}

/// Where the log ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct End {
    pub(super) segment: u32,
    pub(super) offset: u64,
    pub(super) allocated: u64,
    /// The group of the last frame.
    pub(super) group: u32,
}

/// The folder's files by kind and number.
struct Listing {
    found: BTreeMap<FileId, (Opened, FileHead)>,
    leftovers: Vec<String>,
}

/// Reads the folder.
pub(super) fn load(sys: &Sys, dir: &Path, limits: &EmbeddedLimits) -> Result<Recovered, OpenError> {
    let mut listing = list(sys, dir)?;
    check_store(&listing)?;
    let bases = listing.found.keys().filter(|id| id.kind == FileKind::Base).map(|id| id.number);
    let next_base = bases.max().unwrap_or(0) + 1;
    let Some((base, holds)) = choose(&mut listing)? else {
        let files = Arc::new(Files::new(sys.clone(), dir, sys.entropy.below(u64::MAX), Table::default()));
        let state = State::empty(Revision(1), Some(files.clone()));
        let leftovers = listing.leftovers;
        return Ok(Recovered { files, state, end: None, torn: None, spare: None, leftovers, log_bytes: 0, next_base });
    };
    let store = listing.found.values().next().map_or(0, |(_, head)| head.store);
    let mut table = Table::default();
    table.files.extend(listing.found.iter().map(|(id, (opened, _))| (*id, opened.clone())));
    let files = Arc::new(Files::new(sys.clone(), dir, store, table));
    let segments: Vec<(Opened, FileHead)> = std::mem::take(&mut listing.found)
        .into_iter()
        .filter(|(id, _)| id.kind == FileKind::Segment)
        .map(|(_, found)| found)
        .collect();
    let times = Times::now(sys);
    let from = |opened: &Opened| if opened.id.number == holds.segment { holds.offset } else { 0 };
    let log = segments.iter().map(|(opened, _)| (opened.clone(), from(opened)));
    let ahead = Ahead::new(&sys.spawn, std::iter::once((base.clone(), 0)).chain(log).collect(), times);
    let mut replay = Replay { ahead, times, state: State::empty(Revision(1), Some(files.clone())), limits, log_bytes: 0 };
    let read = replay.base(&base, holds)?;
    files.change(|table| table.base = Some(read.clone()));
    let tail = replay.segments(&segments, holds.segment)?;
    files.change(|table| table.files.retain(|id, _| !tail.surplus.contains(id)));
    listing.leftovers.extend(tail.surplus.iter().copied().map(name));
    Ok(Recovered {
        files,
        state: replay.state,
        end: Some(tail.end),
        torn: tail.torn,
        spare: tail.spare,
        leftovers: listing.leftovers,
        log_bytes: replay.log_bytes,
        next_base,
    })
}

/// Opens everything of the store and reads the heads.
fn list(sys: &Sys, dir: &Path) -> Result<Listing, OpenError> {
    let mut listing = Listing { found: BTreeMap::new(), leftovers: Vec::new() };
    for found in sys.disk.list(dir).map_err(at("read", dir))? {
        if found.strip_suffix(".tmp").is_some_and(|whole| parse_name(whole).is_some()) {
            listing.leftovers.push(found);
            continue;
        }
        let Some(id) = parse_name(&found) else { continue };
        let path = dir.join(&found);
        let file = sys.disk.open(&path, Open::Read).map_err(at("open", &path))?;
        // The store's number is not known yet, and seeds the checksum: the head says what it is, then it is checked.
        let mut start = vec![0; 256];
        let got = file.read_at(&mut start, 0).map_err(at("read", &path))?;
        let head = read_head(&start[..got], id, &found)?;
        if head.allocated > file.length().map_err(at("read", &path))? {
            return Err(OpenError::damaged(id, 0, "the file is shorter than it was made"));
        }
        listing.found.insert(id, (Opened::new(head.store, id, file), head));
    }
    Ok(listing)
}

fn read_head(start: &[u8], id: FileId, found: &str) -> Result<FileHead, OpenError> {
    let damaged = || OpenError::damaged(id, 0, "the head of the file does not read");
    let body = start.get(frame::HEAD..).ok_or_else(damaged)?;
    let head = FileHead::read(body).ok_or_else(damaged)?;
    if frame::frame(start, super::record::salt(head.store, id), 0).is_none_or(|frame| frame.head.kind != Kind::Head) {
        return Err(damaged());
    }
    if head.format != FORMAT {
        return Err(OpenError::Format { file: found.to_owned(), format: head.format, known: FORMAT });
    }
    if head.file != id {
        return Err(OpenError::damaged(id, 0, "the file had another name"));
    }
    Ok(head)
}

fn check_store(listing: &Listing) -> Result<(), OpenError> {
    let Some(store) = listing.found.values().next().map(|(_, head)| head.store) else { return Ok(()) };
    match listing.found.values().find(|(_, head)| head.store != store) {
        Some((opened, _)) => Err(OpenError::damaged(opened.id, 0, "the file belongs to another store")),
        None => Ok(()),
    }
}

/// The checkpoint to begin at, and the first position of the log after it. What is older or newer is taken out of the listing.
///
/// The oldest checkpoint is the one: an older one is removed, durably, before the segments that it needs, and history since then is only
/// in those segments. A newer one would save nothing, and trusting it without having read it would be a risk.
type Begin = (Opened, Holds);

fn choose(listing: &mut Listing) -> Result<Option<Begin>, OpenError> {
    let is_base = |id: &FileId| id.kind == FileKind::Base;
    let base = listing.found.iter().find(|(id, _)| is_base(id)).map(|(_, (opened, head))| (opened.clone(), head.holds));
    let Some((opened, holds)) = base else {
        // Making the store did not get as far as its first checkpoint: then nothing can have been written either.
        for (segment, (opened, _)) in &listing.found {
            if !is_empty(opened)? {
                return Err(OpenError::damaged(*segment, 0, "there is a log, but no checkpoint that it begins at"));
            }
        }
        listing.leftovers.extend(std::mem::take(&mut listing.found).into_keys().map(name));
        return Ok(None);
    };
    let needed = |found: &FileId| if is_base(found) { *found == opened.id } else { found.number >= holds.segment };
    let (needed, leftover): (BTreeMap<_, _>, BTreeMap<_, _>) =
        std::mem::take(&mut listing.found).into_iter().partition(|(id, _)| needed(id));
    listing.found = needed;
    listing.leftovers.extend(leftover.into_keys().map(name));
    let first = FileId { kind: FileKind::Segment, number: holds.segment };
    if !listing.found.contains_key(&first) {
        return Err(OpenError::Missing { file: name(first) });
    }
    Ok(Some((opened, holds)))
}

/// What replaying the segments found at the end.
struct Tail {
    end: End,
    torn: Option<usize>,
    spare: Option<FileId>,
    /// Empty segments behind the spare one: the next was made ahead already, when the seal before the spare did not get to the disk.
    surplus: Vec<FileId>,
}

struct Replay<'a> {
    ahead: Ahead,
    times: Times,
    state: State,
    limits: &'a EmbeddedLimits,
    log_bytes: u64,
}

/// History looked at per commit: more than one, so that it never lags.
const STEP: usize = 4;

impl Replay<'_> {
    /// Puts a checkpoint's items into the state.
    fn base(&mut self, opened: &Opened, holds: Holds) -> Result<Arc<Base>, OpenError> {
        let damaged = |offset, what| OpenError::damaged(opened.id, offset, what);
        self.state.begin_at(holds.revision);
        let (mut index, mut end, mut items) = (None, 0, 0);
        let after = loop {
            let record = match self.ahead.next().map_err(read_error(opened.id))? {
                Next::Record(record) => record,
                Next::Nothing(offset) => return Err(damaged(offset, "no intact record where one belongs")),
            };
            let offset = record.offset;
            match (record.kind, record.content) {
                (Kind::Head, _) if offset == 0 => (),
                (Kind::Item, content) if index.is_none() => {
                    let Some(Content::Item(item)) = content else { return Err(damaged(offset, "an item does not read")) };
                    let fits =
                        item.mod_revision <= holds.revision && self.state.live.get_max().is_none_or(|(last, _)| *last < item.key);
                    if !fits {
                        return Err(damaged(offset, "an item does not fit"));
                    }
                    items += 1;
                    self.state.restore(item);
                }
                (Kind::Index, content) if index.is_none() => {
                    let Some(Content::Index(found)) = content else { return Err(damaged(offset, "the index does not read")) };
                    (index, end) = (Some(found), offset);
                }
                (Kind::End, content) => {
                    let whole = matches!(content, Some(Content::Number(count)) if count == items);
                    if !(whole && items == holds.items && index.is_some()) {
                        return Err(damaged(offset, "the number of items is another"));
                    }
                    break offset + record.size as u64;
                }
                _ => return Err(damaged(offset, "a record that does not belong here")),
            }
        };
        if opened.file.length().map_err(read_error(opened.id))? > after {
            return Err(damaged(after, "bytes after the end"));
        }
        Ok(Arc::new(Base { id: opened.id, holds, index: index.unwrap_or_default(), end }))
    }

    /// Replays the segments, from the first one's number on.
    fn segments(&mut self, segments: &[(Opened, FileHead)], first: u32) -> Result<Tail, OpenError> {
        let mut expected = first;
        let mut end: Option<Tail> = None;
        for (opened, head) in segments {
            if opened.id.number != expected {
                return Err(OpenError::Missing { file: name(FileId { kind: FileKind::Segment, number: expected }) });
            }
            expected += 1;
            if let Some(tail) = &mut end {
                // The log ended in an earlier segment: this one was made ahead.
                if !is_empty(opened)? {
                    let (number, offset) = (tail.end.segment, tail.end.offset);
                    let what = "the log breaks off here, and goes on in a later segment";
                    return Err(OpenError::damaged(FileId { kind: FileKind::Segment, number }, offset, what));
                }
                if tail.spare.is_some() {
                    tail.surplus.push(opened.id);
                } else {
                    tail.spare = Some(opened.id);
                }
                continue;
            }
            end = self.segment(opened, head)?;
        }
        // A sealed segment without the next: that one was there before the seal.
        end.ok_or(OpenError::Missing { file: name(FileId { kind: FileKind::Segment, number: expected }) })
    }

    /// Replays one segment. Answers where the log ends if it does not go on in the next.
    fn segment(&mut self, opened: &Opened, head: &FileHead) -> Result<Option<Tail>, OpenError> {
        let mut group = 0;
        loop {
            let record = match self.ahead.next().map_err(read_error(opened.id))? {
                // Within a segment groups only grow; a lower one is what a write left that was refused.
                Next::Record(record) if record.group < group => return tail(opened, head, record.offset, group).map(Some),
                Next::Record(record) => record,
                Next::Nothing(offset) => return tail(opened, head, offset, group).map(Some),
            };
            group = record.group;
            let sealed = record.kind == Kind::Seal;
            self.log_bytes += record.size as u64;
            self.record(record, opened.id)?;
            if sealed {
                return Ok(None);
            }
        }
    }

    fn record(&mut self, record: Record, id: FileId) -> Result<(), OpenError> {
        let Record { offset, size, .. } = record;
        let damaged = |what| OpenError::damaged(id, offset, what);
        match (record.kind, record.content) {
            (Kind::Head, _) if offset == 0 => Ok(()),
            (Kind::Seal, _) => Ok(()),
            (Kind::Commit, content) => {
                let Some(Content::Commit(head, commit)) = content else { return Err(damaged("a commit does not read")) };
                if head.revision != self.state.revision.next() {
                    return Err(damaged("a commit is missing before this one"));
                }
                let written = Written { place: Place::new(id, offset), bytes: super::log::cost(size, 0) };
                self.commit(commit, head.wall, written).ok_or(damaged("a commit does not fit"))
            }
            (Kind::Compact, content) => {
                let Some(Content::Number(revision)) = content else { return Err(damaged("a compaction does not read")) };
                if revision > self.state.revision.0 {
                    return Err(damaged("a compaction of the future"));
                }
                self.state.compacted = self.state.compacted.max(Revision(revision));
                self.state.prune(usize::MAX);
                Ok(())
            }
            _ => Err(damaged("a record that does not belong here")),
        }
    }

    fn commit(&mut self, commit: Commit, wall: i64, written: Written) -> Option<()> {
        let mut changes = Vec::with_capacity(commit.len());
        for (key, current) in commit {
            let found = self.state.live.get(key.as_bytes()).cloned();
            let fits = match (&found, &current) {
                (None, None) => false,
                (Some(old), Some(new)) => old.create_revision == new.create_revision,
                (None, Some(new)) => new.create_revision == new.mod_revision,
                (Some(_), None) => true,
            };
            if !fits {
                return None;
            }
            // One allocation per key, however often its value changes.
            let key = found.as_ref().map_or(key, |item| item.key.clone());
            let current = current.map(|item| share_key(item, &key));
            changes.push(Change { key, previous: found, current });
        }
        let at = Moment(Moment::from(self.times.tick).0.saturating_sub(self.times.age_millis(wall)));
        let bytes = super::log::cost(written.bytes, changes.len());
        self.state.apply(changes, at, Some(Written { bytes, ..written }));
        let core = &self.limits.core;
        let age = i64::try_from(core.history_age.as_millis()).unwrap_or(i64::MAX);
        let before = Moment(Moment::from(self.times.tick).0.saturating_sub(age));
        self.state.retain(Retention { before, bytes: core.history_bytes, most: STEP });
        self.state.prune(STEP);
        self.state.spill(core.history_cached_bytes, STEP);
        Some(())
    }
}

fn share_key(mut item: crate::item::SharedItem, key: &crate::Key) -> crate::item::SharedItem {
    if let Some(own) = Arc::get_mut(&mut item) {
        own.key = key.clone();
    }
    item
}

/// Judges what follows the last record of the log, which ends at an offset.
fn tail(opened: &Opened, head: &FileHead, offset: u64, group: u32) -> Result<Tail, OpenError> {
    let broken = if opened.is_blank_from(offset).map_err(read_error(opened.id))? {
        Broken::End
    } else {
        let mut frames = Frames::new(opened, offset);
        frame::judge(frames.rest().map_err(read_error(opened.id))?, opened.salt, offset, group)
    };
    let torn = match broken {
        Broken::End => None,
        Broken::Torn(bytes) => Some(bytes),
        Broken::Damaged => return Err(OpenError::damaged(opened.id, offset, "a record is damaged")),
    };
    let end = End { segment: opened.id.number, offset, allocated: head.allocated, group };
    Ok(Tail { end, torn, spare: None, surplus: Vec::new() })
}

fn is_empty(opened: &Opened) -> Result<bool, OpenError> {
    let mut frames = Frames::new(opened, 0);
    // The head was read already.
    frames.next().map_err(read_error(opened.id))?;
    opened.is_blank_from(frames.offset()).map_err(read_error(opened.id))
}

fn read_error(id: FileId) -> impl Fn(io::Error) -> OpenError {
    move |error| OpenError::Io { action: "read", path: name(id), error: error.to_string() }
}
