//! A data folder and the right to it: one process at a time. Taken by a program's start before anything else is read or written there,
//! and kept until its very end. It must not know what the folder holds.
//!
//! The lock is the kernel's (`flock` on the file `lock`), so it ends with its holder, however that ends. The file's content, the
//! holder's process id, is for people and is believed only while the lock is held.

use std::io;
use std::path::{Path, PathBuf};

use sys::{DirLock, Disk, Open, Sys};

/// The file that stands for the folder.
const LOCK: &str = "lock";
/// A new folder is its owner's alone: it holds private keys, and objects such as Secrets.
const MODE: u32 = 0o700;
/// Longest process id that is read back.
const PID_BYTES: usize = 20;

/// Why a folder cannot be had.
#[derive(Debug, thiserror::Error)]
pub enum DataDirError {
    /// Another process has it.
    #[error("{} is in use by another ferrokube ({})", path.display(), holder(*pid))]
    InUse {
        /// The folder.
        path: PathBuf,
        /// Who has it, as far as it has said so yet.
        pid: Option<u32>,
    },
    /// The folder or the file in it cannot be made or locked.
    #[error("cannot {what} {}", path.display())]
    File {
        /// What was tried.
        what: &'static str,
        /// On what.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

fn holder(pid: Option<u32>) -> String {
    pid.map_or_else(|| "pid unknown".to_owned(), |pid| format!("pid {pid}"))
}

/// A folder that this process has. Dropping it gives the folder to whoever asks next.
pub struct DataDir {
    path: PathBuf,
    _lock: Box<dyn DirLock>,
}

impl std::fmt::Debug for DataDir {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "DataDir({})", self.path.display())
    }
}

impl DataDir {
    /// Makes the folder if it is missing, takes it, and writes down the process id `pid` for whoever comes in vain.
    ///
    /// # Errors
    /// When another process has it (nothing is changed then), or when the folder or its lock file cannot be made or written.
    pub fn take(sys: &Sys, path: &Path, pid: u32) -> Result<Self, DataDirError> {
        let failed = |what, path: &Path| {
            let path = path.to_owned();
            move |source| DataDirError::File { what, path, source }
        };
        sys.disk.create_dir(path, MODE).map_err(failed("make the folder", path))?;
        let file = path.join(LOCK);
        let lock = match sys.disk.lock(&file) {
            Ok(lock) => lock,
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                return Err(DataDirError::InUse { path: path.to_owned(), pid: read_pid(&*sys.disk, &file) });
            }
            Err(source) => return Err(failed("lock", &file)(source)),
        };
        write_pid(&*sys.disk, &file, pid).map_err(failed("write", &file))?;
        Ok(Self { path: path.to_owned(), _lock: lock })
    }

    /// Who has a folder, for whoever wants to leave it alone then; it is not taken, and not made.
    #[must_use]
    pub fn holder(sys: &Sys, path: &Path) -> Option<DataDirError> {
        let file = path.join(LOCK);
        // What cannot be looked at is in nobody's way.
        let held = sys.disk.exists(&file).unwrap_or(false)
            && sys.disk.lock(&file).is_err_and(|error| error.kind() == io::ErrorKind::WouldBlock);
        held.then(|| DataDirError::InUse { path: path.to_owned(), pid: read_pid(&*sys.disk, &file) })
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// In place: a new file of the same name would not be the one that is locked.
fn write_pid(disk: &dyn Disk, file: &Path, pid: u32) -> io::Result<()> {
    let file = disk.open(file, Open::Write)?;
    file.set_len(0)?;
    file.write_at(format!("{pid}\n").as_bytes(), 0)
}

/// What cannot be read is not worth an error of its own: the folder is taken anyhow.
fn read_pid(disk: &dyn Disk, file: &Path) -> Option<u32> {
    let mut buffer = [0; PID_BYTES];
    let count = disk.open(file, Open::Read).ok()?.read_at(&mut buffer, 0).ok()?;
    std::str::from_utf8(&buffer[..count]).ok()?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use sys::sim::Sim;

    const DIR: &str = "/home/data";

    #[test]
    fn the_second_is_told_who_was_first() {
        let sys = Sim::new(1).sys();
        let dir = Path::new(DIR);
        let first = DataDir::take(&sys, dir, 4321).unwrap();
        assert_eq!(first.path(), dir);
        for _ in 0..2 {
            let refused = DataDir::take(&sys, dir, 77).unwrap_err().to_string();
            assert_eq!(refused, "/home/data is in use by another ferrokube (pid 4321)");
        }
        assert_eq!(DataDir::holder(&sys, dir).unwrap().to_string(), "/home/data is in use by another ferrokube (pid 4321)");
        drop(first);
        assert!(DataDir::holder(&sys, dir).is_none());
        assert!(DataDir::holder(&sys, Path::new("/nowhere")).is_none() && !sys.disk.exists(Path::new("/nowhere")).unwrap());
        // The shorter id leaves nothing of the longer one behind.
        let _held = DataDir::take(&sys, dir, 7).unwrap();
        assert_eq!(sys.disk.read(&dir.join(LOCK)).unwrap(), b"7\n");
    }

    #[test]
    fn a_holder_that_has_not_said_who_it_is() {
        let sys = Sim::new(1).sys();
        let dir = Path::new(DIR);
        sys.disk.create_dir(dir, 0o700).unwrap();
        let _held = sys.disk.lock(&dir.join(LOCK)).unwrap();
        let refused = DataDir::take(&sys, dir, 77).unwrap_err().to_string();
        assert_eq!(refused, "/home/data is in use by another ferrokube (pid unknown)");
    }

    #[test]
    fn a_folder_that_cannot_be_made_is_named() {
        let sys = Sim::new(1).sys();
        sys.disk.write(Path::new("/file"), b"", 0o600).unwrap();
        let error = DataDir::take(&sys, Path::new("/file/data"), 1).unwrap_err();
        assert_eq!(error.to_string(), "cannot make the folder /file/data");
    }

    /// The kernel's lock is on the file that the second opens too.
    #[test]
    fn on_a_real_disk() {
        let temp = tempfile::tempdir().unwrap();
        let (one, two) = (sys::real(), sys::real());
        let dir = temp.path().join("a/b");
        let held = DataDir::take(&one, &dir, 12).unwrap();
        assert!(matches!(DataDir::take(&two, &dir, 13), Err(DataDirError::InUse { pid: Some(12), .. })));
        drop(held);
        let _held = DataDir::take(&two, &dir, 13).unwrap();
        assert_eq!(two.disk.read(&dir.join(LOCK)).unwrap(), b"13\n");
    }
}
