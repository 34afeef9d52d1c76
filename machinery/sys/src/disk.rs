//! Files: whole ones, as start-up needs them (keys, certificates, kubeconfig files, lock files), and open ones, as the durable store
//! needs them (read and write at an offset, reserve space, sync). All calls block, so they are made during start-up or on a thread.
//!
//! What a power cut leaves: the bytes of a file that were written before its last successful `sync_data` or by a successful
//! `write_through_at`, and the names of a directory
//! as of its last successful `sync_dir`. Anything later may be there, in part or not at all, in any order.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::BoxFuture;

/// Held for as long as a directory is in use; dropping it gives the directory back.
pub trait DirLock: Send + Sync {}

/// How to open a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open {
    /// An existing file, to read.
    Read,
    /// An existing file, to read and write.
    Write,
    /// A file that must not exist yet, to read and write; only its owner may (mode 0600).
    Create,
}

/// Room on the file system that holds a directory, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Space {
    /// In all.
    pub total: u64,
    /// Free, for this process.
    pub free: u64,
}

/// An open file. Dropping it closes it, and syncs nothing.
pub trait File: Send + Sync {
    /// Fills the buffer from an offset on, as far as the file goes. Answers how many bytes that were.
    ///
    /// # Errors
    /// What the system reports.
    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize>;

    /// Writes all bytes at an offset; the file grows when that lies behind its end, and holds zeros in between.
    ///
    /// # Errors
    /// `StorageFull` when there is no room; otherwise what the system reports. Part of the bytes may have been written.
    fn write_at(&self, bytes: &[u8], offset: u64) -> io::Result<()>;

    /// Reserves room for the first `length` bytes and makes the file at least so long; what is new reads as zeros. Writes within it do
    /// not run out of room.
    ///
    /// # Errors
    /// `StorageFull` when there is no room; otherwise what the system reports.
    fn allocate(&self, length: u64) -> io::Result<()>;

    /// Returns when everything that was written survives a power cut, the length of the file included.
    ///
    /// # Errors
    /// What the system reports. Then nobody knows what survives, and calling it again proves nothing.
    fn sync_data(&self) -> io::Result<()>;

    /// Writes all bytes at an offset and returns when they survive a power cut: what a log does all day. Says nothing about other writes.
    ///
    /// # Errors
    /// Those of `write_at` and `sync_data`. Part of the bytes may have been written, and nobody knows what survives of them until they are
    /// written over.
    fn write_through_at(&self, bytes: &[u8], offset: u64) -> io::Result<()>;

    /// Cuts or extends (by zeros) the file.
    ///
    /// # Errors
    /// What the system reports.
    fn set_len(&self, length: u64) -> io::Result<()>;

    /// Bytes in the file.
    ///
    /// # Errors
    /// What the system reports.
    fn length(&self) -> io::Result<u64>;
}

/// Files and directories.
pub trait Disk: Send + Sync {
    /// The whole content of a file.
    ///
    /// # Errors
    /// `NotFound` when there is no such file; otherwise what the system reports.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;

    /// Replaces (or creates) a file in one step: a reader, or a crash, sees the old or the new content, never a mixture.
    /// `mode` holds the permission bits of the new file; they apply before the first byte is written. It belongs to whom the old one
    /// belonged, if this process may give it away. A link of that name is replaced as well: see [`Disk::target`].
    ///
    /// # Errors
    /// What the system reports; the old file is then still in place.
    fn write(&self, path: &Path, content: &[u8], mode: u32) -> io::Result<()>;

    /// The file that a name leads to when links are followed, whether it exists or not: what to write to if somebody keeps the file
    /// itself elsewhere.
    ///
    /// # Errors
    /// `InvalidInput` when it leads to something that is no file of bytes (a directory, a device, a pipe); otherwise what the system
    /// reports, for instance that the links go in a circle.
    fn target(&self, path: &Path) -> io::Result<PathBuf> {
        Ok(path.to_owned())
    }

    /// Creates a directory and its missing parents with the permission bits `mode`. An existing directory is left as it is.
    ///
    /// # Errors
    /// What the system reports, for instance when a file is in the way.
    fn create_dir(&self, path: &Path, mode: u32) -> io::Result<()>;

    /// Whether there is a file or directory of that name.
    ///
    /// # Errors
    /// When this cannot be told, for instance for lack of permission.
    fn exists(&self, path: &Path) -> io::Result<bool>;

    /// Deletes one file.
    ///
    /// # Errors
    /// `NotFound` when there is no such file; otherwise what the system reports.
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// Names of the entries of a directory, sorted. Names that are not UTF-8 are left out: nothing of ours has one.
    ///
    /// # Errors
    /// What the system reports.
    fn list(&self, path: &Path) -> io::Result<Vec<String>>;

    /// Takes the exclusive lock that the file `path` stands for (created when missing), held by one process at a time.
    ///
    /// # Errors
    /// `WouldBlock` when another holder has it; otherwise what the system reports.
    fn lock(&self, path: &Path) -> io::Result<Box<dyn DirLock>>;

    /// As `lock`, of a file that is there: one that comes and goes must not be made by who only looks whether it is held.
    ///
    /// # Errors
    /// `NotFound` when there is none, `WouldBlock` when another holder has it; otherwise what the system reports.
    fn lock_existing(&self, path: &Path) -> io::Result<Box<dyn DirLock>>;

    /// Opens a file. A created one has its name for sure only after `sync_dir` of its directory.
    ///
    /// # Errors
    /// `NotFound`, `AlreadyExists` (for `Create`); otherwise what the system reports.
    fn open(&self, path: &Path, how: Open) -> io::Result<Arc<dyn File>>;

    /// Gives a file another name in one step; a file of that name is replaced. Lasting only after `sync_dir`.
    ///
    /// # Errors
    /// `NotFound` when there is no such file; otherwise what the system reports.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Returns when the names in a directory survive a power cut.
    ///
    /// # Errors
    /// What the system reports.
    fn sync_dir(&self, path: &Path) -> io::Result<()>;

    /// The permission bits of a file.
    ///
    /// # Errors
    /// `NotFound` when there is no such file; otherwise what the system reports.
    fn mode(&self, path: &Path) -> io::Result<u32>;

    /// Watches a file, which need not exist, from now on: the future completes at its first change, also when that came before anybody
    /// awaited it. A change is a write that is finished, another file or link in its place (or in that of a folder on the way), its
    /// removal, other permissions. Whoever arms, reads and awaits in a loop misses nothing. The future needs a runtime that does I/O.
    ///
    /// # Errors
    /// What the system reports, for instance that it has no watches left.
    fn watch(&self, path: &Path) -> io::Result<BoxFuture<'static, io::Result<()>>>;

    /// Room on the file system of a directory.
    ///
    /// # Errors
    /// What the system reports.
    fn space(&self, path: &Path) -> io::Result<Space>;
}
