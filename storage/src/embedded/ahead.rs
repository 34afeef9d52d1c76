//! Reads records ahead of recovery: cuts files into pieces of whole records, and has the pieces checked and read by several threads while
//! the opener puts what they held into the state, in order. Called by recovery; it must never judge what it finds: where no intact record
//! follows it says so, and whoever replays decides what that means, at the place where a reader without threads would have met it.
//!
//! ```text
//! opener: cut a piece -> jobs (bounded) -> take the oldest that is read -> replay
//! helpers:                 `-> checksums, records -'      the opener reads pieces as well when there is nothing to replay
//! ```
//! In simulation there are no helpers, and a piece is read when it is needed.

use std::collections::VecDeque;
use std::io;
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, sync_channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use sys::Spawn;

use super::files::Opened;
use super::pieces::{Cutter, Piece, Read, Record};
use super::record::{Reader, Times};

/// Threads that read, the opener among them: replaying what four read takes the opener all its time.
const MOST_READERS: usize = 4;
/// Pieces cut and not yet replayed, for each thread: one that it reads, and one to go on with.
const PIECES_EACH: usize = 2;

/// What comes next in a file.
pub(super) enum Next {
    Record(Record),
    /// No intact record begins at this offset.
    Nothing(u64),
}

/// The records of several files, one file after the other. A file ends with a seal or an end; where no intact record is, all end.
pub(super) struct Ahead {
    cutter: Cutter,
    reader: Reader,
    /// What is cut and not yet replayed, in order.
    pending: VecDeque<Pending>,
    most: usize,
    /// What is left of the piece that is being replayed.
    current: Read,
    helpers: Helpers,
}

enum Pending {
    Piece(Arc<Piece>, Receiver<Read>),
    Failed(io::Error),
}

impl Ahead {
    /// Begins at the given offsets of files.
    pub(super) fn new(spawn: &Arc<dyn Spawn>, files: Vec<(Opened, u64)>, times: Times) -> Self {
        let readers = spawn.width().min(MOST_READERS);
        let most = if readers > 1 { readers * PIECES_EACH } else { 1 };
        let helpers = Helpers { jobs: Arc::default(), spawn: spawn.clone(), times, unstarted: readers.saturating_sub(1) };
        Self {
            cutter: Cutter::new(files),
            reader: Reader::new(times),
            pending: VecDeque::new(),
            most,
            current: Read::default(),
            helpers,
        }
    }

    /// The next record of the file that is being read.
    pub(super) fn next(&mut self) -> io::Result<Next> {
        loop {
            if let Some(record) = self.current.records.pop_front() {
                return Ok(Next::Record(record));
            }
            if let Some(offset) = self.current.nothing_at {
                return Ok(Next::Nothing(offset));
            }
            self.cut();
            self.current = self.oldest()?;
        }
    }

    /// Cuts as many pieces as there is room for.
    fn cut(&mut self) {
        while self.pending.len() < self.most {
            match self.cutter.next() {
                None => break,
                Some(Err(error)) => self.pending.push_back(Pending::Failed(error)),
                Some(Ok(piece)) => {
                    let (answers, answer) = sync_channel(1);
                    let piece = Arc::new(piece);
                    self.helpers.jobs.add(Job { piece: piece.clone(), answers });
                    self.pending.push_back(Pending::Piece(piece, answer));
                }
            }
            if self.pending.len() > 1 {
                self.helpers.start();
            }
        }
    }

    /// What the oldest piece holds. Reads pieces until it is read.
    fn oldest(&mut self) -> io::Result<Read> {
        let (piece, answer) = match self.pending.pop_front() {
            Some(Pending::Piece(piece, answer)) => (piece, answer),
            Some(Pending::Failed(error)) => return Err(error),
            None => return Err(io::ErrorKind::UnexpectedEof.into()),
        };
        let read = loop {
            match answer.try_recv() {
                Ok(read) => break Ok(read),
                Err(TryRecvError::Disconnected) => break Err(()),
                Err(TryRecvError::Empty) => match self.helpers.jobs.try_take() {
                    Some(job) => job.carry_out(&mut self.reader),
                    None => break answer.recv().map_err(|_gone| ()),
                },
            }
        };
        // A helper that is gone has left its piece.
        let read = read.unwrap_or_else(|()| piece.read(&mut self.reader));
        self.cutter.take_back(piece);
        Ok(read)
    }
}

/// Those who read pieces besides the opener.
struct Helpers {
    jobs: Arc<Jobs>,
    spawn: Arc<dyn Spawn>,
    times: Times,
    /// How many are still to be started: none is before there is a second piece, which small stores never have.
    unstarted: usize,
}

impl Helpers {
    fn start(&mut self) {
        for _ in 0..std::mem::take(&mut self.unstarted) {
            let (jobs, mut reader) = (self.jobs.clone(), Reader::new(self.times));
            let help = move || {
                while let Some(job) = jobs.take() {
                    job.carry_out(&mut reader);
                }
            };
            self.spawn.thread("storage-read", Box::new(help));
        }
    }
}

impl Drop for Helpers {
    fn drop(&mut self) {
        self.jobs.end();
    }
}

/// Pieces that nobody reads yet.
#[derive(Default)]
struct Jobs {
    open: Mutex<Open>,
    changed: Condvar,
}

#[derive(Default)]
struct Open {
    jobs: VecDeque<Job>,
    ended: bool,
}

impl Jobs {
    fn lock(&self) -> MutexGuard<'_, Open> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn add(&self, job: Job) {
        self.lock().jobs.push_back(job);
        self.changed.notify_one();
    }

    fn try_take(&self) -> Option<Job> {
        self.lock().jobs.pop_front()
    }

    /// Waits for a job; none once there will be no more.
    fn take(&self) -> Option<Job> {
        let open = self.changed.wait_while(self.lock(), |open| open.jobs.is_empty() && !open.ended);
        open.unwrap_or_else(PoisonError::into_inner).jobs.pop_front()
    }

    fn end(&self) {
        let mut open = self.lock();
        open.jobs.clear();
        open.ended = true;
        self.changed.notify_all();
    }
}

struct Job {
    piece: Arc<Piece>,
    answers: SyncSender<Read>,
}

impl Job {
    fn carry_out(self, reader: &mut Reader) {
        let Self { piece, answers } = self;
        let read = piece.read(reader);
        // Before the answer: the opener uses the piece's memory again.
        drop(piece);
        // Who does not want the answer any more has met damage before it.
        drop(answers.send(read));
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use sys::sim::{CallKind, Fault, Sim};
    use sys::{BoxFuture, Open};

    use super::super::files::Frames;
    use super::super::frame::{self, HEAD, Kind};
    use super::super::log::segment_id;
    use super::super::pieces::Content;
    use super::*;

    /// The simulated scheduler with several threads.
    struct Wide(Arc<dyn Spawn>);

    impl Spawn for Wide {
        fn task(&self, name: &'static str, task: BoxFuture<'static, ()>) {
            self.0.task(name, task);
        }

        fn thread(&self, name: &'static str, body: Box<dyn FnOnce() + Send>) {
            self.0.thread(name, body);
        }

        fn blocking(&self, name: &'static str, task: BoxFuture<'static, ()>) {
            self.0.blocking(name, task);
        }

        fn width(&self) -> usize {
            3
        }
    }

    /// A segment of several pieces whose records are compactions, most with bytes behind the number: where each begins, and the whole.
    fn segment(number: u32, sealed: bool) -> (Vec<usize>, Vec<u8>) {
        let salt = super::super::record::salt(7, segment_id(number));
        let (mut starts, mut out) = (Vec::new(), Vec::new());
        for n in 0..600_usize {
            starts.push(out.len());
            let more = if n == 250 { 3 << 20 } else { n * 7919 % 9000 };
            let offset = out.len() as u64;
            frame::push(&mut out, Kind::Compact, (1, 0), salt, offset, |body| {
                body.extend_from_slice(&(n as u64).to_le_bytes());
                body.extend(std::iter::repeat_n(1, more));
            });
        }
        if sealed {
            let offset = out.len() as u64;
            frame::push(&mut out, Kind::Seal, (1, 0), salt, offset, |_| ());
        }
        out.resize(out.len() + 5000, 0);
        (starts, out)
    }

    fn opened(sim: &Sim, number: u32, bytes: &[u8]) -> Opened {
        let (disk, dir) = (sim.sys().disk, Path::new("/data"));
        disk.create_dir(dir, 0o700).unwrap();
        let file = disk.open(&dir.join(number.to_string()), Open::Create).unwrap();
        file.write_at(bytes, 0).unwrap();
        Opened::new(7, segment_id(number), file)
    }

    /// What a reader without threads finds in a file: offsets, and where it ends.
    fn plain(opened: &Opened) -> (Vec<u64>, u64, bool) {
        let mut frames = Frames::new(opened, 0);
        let (mut offsets, mut sealed) = (Vec::new(), false);
        loop {
            let offset = frames.offset();
            match frames.next().unwrap() {
                Some(frame) if !sealed => {
                    sealed = frame.head.kind == Kind::Seal;
                    offsets.push(offset);
                }
                _ => return (offsets, offset, sealed),
            }
        }
    }

    fn check(files: &[&[u8]]) {
        let sim = Sim::new(1);
        let files: Vec<_> = (1..).zip(files).map(|(number, bytes)| opened(&sim, number, bytes)).collect();
        for wide in [false, true] {
            let spawn = if wide { Arc::new(Wide(sim.sys().spawn)) } else { sim.sys().spawn };
            let begin = files.iter().map(|opened| (opened.clone(), 0)).collect();
            let mut ahead = Ahead::new(&spawn, begin, Times::now(&sim.sys()));
            for file in &files {
                let (offsets, end, sealed) = plain(file);
                for (n, offset) in offsets.iter().enumerate() {
                    let Next::Record(record) = ahead.next().unwrap() else { panic!("a record at {offset}") };
                    assert_eq!(record.offset, *offset, "wide: {wide}");
                    match (record.kind, record.content) {
                        (Kind::Compact, Some(Content::Number(number))) => assert_eq!(number, n as u64),
                        (kind, _) => assert_eq!(kind, Kind::Seal),
                    }
                }
                if !sealed {
                    assert!(matches!(ahead.next().unwrap(), Next::Nothing(offset) if offset == end), "wide: {wide}, end {end}");
                    assert!(matches!(ahead.next().unwrap(), Next::Nothing(offset) if offset == end), "it stays the end");
                    break;
                }
            }
        }
    }

    #[test]
    fn records_come_in_order_however_many_read() {
        let ((starts, first), (_, second)) = (segment(1, true), segment(2, false));
        check(&[&first, &second]);
        // Damage is met where it lies, not where pieces are cut.
        for (n, within) in [(0, 0), (3, HEAD + 2), (249, 5), (250, HEAD + 100), (251, HEAD), (599, 3), (599, HEAD + 1)] {
            let mut damaged = first.clone();
            damaged[starts[n] + within] ^= 4;
            check(&[&damaged, &second]);
        }
        for length in [0, 20, 1 << 20, starts[250] + 17, starts[250] + (2 << 20), starts[251] + 1] {
            check(&[&first[..length], &second]);
        }
    }

    #[test]
    fn an_error_comes_after_what_was_read_before_it() {
        let (_, bytes) = segment(1, true);
        let found = |wide: bool| {
            let sim = Sim::new(1);
            let opened = opened(&sim, 1, &bytes);
            let spawn = if wide { Arc::new(Wide(sim.sys().spawn)) } else { sim.sys().spawn };
            sim.disk().fail(Fault::of(CallKind::Read, 3, io::ErrorKind::Other));
            let mut ahead = Ahead::new(&spawn, vec![(opened, 0)], Times::now(&sim.sys()));
            let mut records = 0;
            loop {
                match ahead.next() {
                    Ok(Next::Record(_)) => records += 1,
                    Ok(Next::Nothing(offset)) => panic!("nothing at {offset}"),
                    Err(error) => return (records, error.kind()),
                }
            }
        };
        let (records, kind) = found(false);
        assert!(records > 100 && kind == io::ErrorKind::Other, "{records} {kind:?}");
        assert_eq!(found(true), (records, kind));
    }
}
