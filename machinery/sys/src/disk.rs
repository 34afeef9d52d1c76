//! Files, as far as start-up needs them: keys, certificates, kubeconfig files, lock files. All calls block, so they are made during
//! start-up or on a thread. The durable store adds what it needs (append, sync, segments) in a trait of its own.

use std::io;
use std::path::Path;

/// Held for as long as a directory is in use; dropping it gives the directory back.
pub trait DirLock: Send + Sync {}

/// Files and directories.
pub trait Disk: Send + Sync {
    /// The whole content of a file.
    ///
    /// # Errors
    /// `NotFound` when there is no such file; otherwise what the system reports.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;

    /// Replaces (or creates) a file in one step: a reader, or a crash, sees the old or the new content, never a mixture.
    /// `mode` holds the permission bits of the new file; they apply before the first byte is written.
    ///
    /// # Errors
    /// What the system reports; the old file is then still in place.
    fn write(&self, path: &Path, content: &[u8], mode: u32) -> io::Result<()>;

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
}
