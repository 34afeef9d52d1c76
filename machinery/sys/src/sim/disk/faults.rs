//! What a simulated disk is asked and when it must fail. Called by the disk before every call, and by tests, which plan the faults.

use std::io::ErrorKind;
use std::path::PathBuf;

/// What a call does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CallKind {
    /// `Disk::read`, `File::read_at`.
    Read,
    /// `File::write_at`.
    Write,
    /// `File::sync_data`.
    Sync,
    /// `File::allocate`.
    Allocate,
    /// `File::set_len`.
    SetLen,
    /// `File::length`.
    Length,
    /// `Disk::write`.
    Replace,
    /// `Disk::open` of an existing file.
    Open,
    /// `Disk::open` of a new file.
    Create,
    /// `Disk::remove`.
    Remove,
    /// `Disk::rename`.
    Rename,
    /// `Disk::sync_dir`.
    SyncDir,
    /// `Disk::create_dir`.
    CreateDir,
    /// `Disk::exists`.
    Exists,
    /// `Disk::list`.
    List,
    /// `Disk::lock`.
    Lock,
    /// `Disk::space`.
    Space,
}

/// One call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// What it does.
    pub kind: CallKind,
    /// The file or directory; of a rename, the old name. Of an open file, its name now, or that it was opened by if it has none.
    pub path: PathBuf,
    /// Where it reads or writes; the new length for `Allocate` and `SetLen`; otherwise 0.
    pub offset: u64,
    /// How many bytes it reads (at most) or writes; otherwise 0.
    pub length: u64,
}

/// A call that is to fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    kind: Option<CallKind>,
    nth: usize,
    error: ErrorKind,
    lasting: bool,
    written: usize,
}

impl Fault {
    /// Fails the `nth` call of a kind from now on; the next one is the first.
    #[must_use]
    pub fn of(kind: CallKind, nth: usize, error: ErrorKind) -> Self {
        Self { kind: Some(kind), nth, error, lasting: false, written: 0 }
    }

    /// Fails the `nth` call from now on, whatever its kind.
    #[must_use]
    pub fn of_any(nth: usize, error: ErrorKind) -> Self {
        Self { kind: None, nth, error, lasting: false, written: 0 }
    }

    /// The same fault, and every later call of the kind fails as well.
    #[must_use]
    pub fn lasting(self) -> Self {
        Self { lasting: true, ..self }
    }

    /// The same fault of a write, after so many bytes have been written.
    #[must_use]
    pub fn after_bytes(self, written: usize) -> Self {
        Self { written, ..self }
    }
}

/// A fault that has come.
pub(super) struct Failure {
    pub(super) error: ErrorKind,
    pub(super) written: usize,
}

#[derive(Default)]
pub(super) struct Plan {
    faults: Vec<Fault>,
    pub(super) failed: usize,
}

impl Plan {
    pub(super) fn add(&mut self, fault: Fault) {
        self.faults.push(fault);
    }

    pub(super) fn clear(&mut self) {
        self.faults.clear();
    }

    /// Counts a call. Of several faults that are due the first planned one shows.
    pub(super) fn next(&mut self, kind: CallKind) -> Option<Failure> {
        let mut failure = None;
        self.faults.retain_mut(|fault| {
            if fault.kind.is_some_and(|it| it != kind) {
                return true;
            }
            fault.nth = fault.nth.saturating_sub(1);
            if fault.nth > 0 {
                return true;
            }
            failure.get_or_insert(Failure { error: fault.error, written: fault.written });
            fault.lasting
        });
        self.failed += usize::from(failure.is_some());
        failure
    }
}
