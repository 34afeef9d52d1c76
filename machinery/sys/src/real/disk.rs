//! Files on the real disk. Writes go to a temporary neighbour, are synced, and then take the name.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, FileExt, MetadataExt, OpenOptionsExt, PermissionsExt, fchown};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use rustix::fs::{FallocateFlags, fallocate, statvfs};
use rustix::io::{Errno, ReadWriteFlags};

use super::watch;
use crate::{BoxFuture, DirLock, Disk, File as OpenFile, Open, Space};

#[derive(Default)]
pub(super) struct SystemDisk {
    /// Tells the temporary files of concurrent writers apart.
    writes: AtomicU64,
}

struct SystemFile(File);

impl OpenFile for SystemFile {
    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
        let mut filled = 0;
        while filled < buffer.len() {
            match self.0.read_at(&mut buffer[filled..], offset + filled as u64) {
                Ok(0) => break,
                Ok(count) => filled += count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => (),
                Err(error) => return Err(error),
            }
        }
        Ok(filled)
    }

    fn write_at(&self, bytes: &[u8], offset: u64) -> io::Result<()> {
        self.0.write_all_at(bytes, offset)
    }

    fn allocate(&self, length: u64) -> io::Result<()> {
        fallocate(&self.0, FallocateFlags::empty(), 0, length).map_err(io::Error::from)
    }

    fn sync_data(&self) -> io::Result<()> {
        self.0.sync_data()
    }

    /// One system call instead of two: less of the page cache's book-keeping, and one queueing for the disk instead of up to two.
    fn write_through_at(&self, bytes: &[u8], offset: u64) -> io::Result<()> {
        let mut done = 0;
        while done < bytes.len() {
            let rest = [io::IoSlice::new(&bytes[done..])];
            match rustix::io::pwritev2(&self.0, &rest, offset + done as u64, ReadWriteFlags::DSYNC) {
                Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
                Ok(count) => done += count,
                Err(Errno::INTR) => (),
                // A file system or sandbox that does not know the flag.
                Err(Errno::OPNOTSUPP | Errno::NOSYS | Errno::INVAL) => {
                    self.write_at(&bytes[done..], offset + done as u64)?;
                    return self.sync_data();
                }
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }

    fn set_len(&self, length: u64) -> io::Result<()> {
        self.0.set_len(length)
    }

    fn length(&self) -> io::Result<u64> {
        Ok(self.0.metadata()?.len())
    }
}

struct FileLock {
    _held: File,
}

impl DirLock for FileLock {}

impl SystemDisk {
    fn temporary_beside(&self, path: &Path) -> io::Result<PathBuf> {
        let name = path.file_name().and_then(|n| n.to_str());
        let name = name.ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "not a usable file name"))?;
        let number = self.writes.fetch_add(1, Ordering::Relaxed);
        Ok(path.with_file_name(format!(".{name}.{}-{number}.tmp", std::process::id())))
    }
}

/// Links followed before they are taken for a circle, as Linux does.
const MAX_LINKS: usize = 40;

fn write_synced(path: &Path, content: &[u8], mode: u32, replaced: &Path) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(mode).open(path)?;
    if let (Ok(old), Ok(new)) = (fs::symlink_metadata(replaced), file.metadata())
        && (old.uid(), old.gid()) != (new.uid(), new.gid())
    {
        // An administrator who changes somebody's file does not take it away from them; nobody else may do this, nor needs to.
        let _ = fchown(&file, Some(old.uid()), Some(old.gid()));
    }
    // The process's umask may have taken bits away; the caller named the exact mode.
    file.set_permissions(fs::Permissions::from_mode(mode))?;
    file.write_all(content)?;
    file.sync_all()
}

fn sync_parent(path: &Path) -> io::Result<()> {
    let parent = match path.parent() {
        Some(p) if !p.as_os_str().is_empty() => p,
        _ => Path::new("."),
    };
    File::open(parent)?.sync_all()
}

impl Disk for SystemDisk {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        fs::read(path)
    }

    fn write(&self, path: &Path, content: &[u8], mode: u32) -> io::Result<()> {
        let temporary = self.temporary_beside(path)?;
        let written = write_synced(&temporary, content, mode, path).and_then(|()| fs::rename(&temporary, path));
        if written.is_err() {
            // The first error is the one worth reporting; a leftover temporary file does no harm.
            let _ = fs::remove_file(&temporary);
        }
        written.and_then(|()| sync_parent(path))
    }

    fn target(&self, path: &Path) -> io::Result<PathBuf> {
        let mut path = path.to_owned();
        for _ in 0..MAX_LINKS {
            match fs::symlink_metadata(&path) {
                Ok(found) if found.is_symlink() => {
                    let to = fs::read_link(&path)?;
                    path = path.parent().unwrap_or(Path::new("")).join(to);
                }
                Ok(found) if found.is_file() => return Ok(path),
                Ok(_) => return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a regular file")),
                Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(path),
                Err(error) => return Err(error),
            }
        }
        Err(Errno::LOOP.into())
    }

    fn create_dir(&self, path: &Path, mode: u32) -> io::Result<()> {
        fs::DirBuilder::new().recursive(true).mode(mode).create(path)
    }

    fn exists(&self, path: &Path) -> io::Result<bool> {
        path.try_exists()
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn list(&self, path: &Path) -> io::Result<Vec<String>> {
        let mut names = Vec::new();
        for entry in fs::read_dir(path)? {
            if let Ok(name) = entry?.file_name().into_string() {
                names.push(name);
            }
        }
        names.sort_unstable();
        Ok(names)
    }

    fn open(&self, path: &Path, how: Open) -> io::Result<Arc<dyn OpenFile>> {
        let mut options = OpenOptions::new();
        options.read(true).write(how != Open::Read).create_new(how == Open::Create).mode(0o600);
        Ok(Arc::new(SystemFile(options.open(path)?)))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn sync_dir(&self, path: &Path) -> io::Result<()> {
        File::open(path)?.sync_all()
    }

    fn mode(&self, path: &Path) -> io::Result<u32> {
        Ok(fs::metadata(path)?.permissions().mode() & 0o7777)
    }

    fn watch(&self, path: &Path) -> io::Result<BoxFuture<'static, io::Result<()>>> {
        Ok(Box::pin(watch::arm(path)?.changed()))
    }

    fn space(&self, path: &Path) -> io::Result<Space> {
        let found = statvfs(path)?;
        Ok(Space { total: found.f_blocks * found.f_frsize, free: found.f_bavail * found.f_frsize })
    }

    fn lock(&self, path: &Path) -> io::Result<Box<dyn DirLock>> {
        hold(OpenOptions::new().write(true).create(true).truncate(false).mode(0o600).open(path)?)
    }

    fn lock_existing(&self, path: &Path) -> io::Result<Box<dyn DirLock>> {
        hold(OpenOptions::new().write(true).open(path)?)
    }
}

fn hold(file: File) -> io::Result<Box<dyn DirLock>> {
    match file.try_lock() {
        Ok(()) => Ok(Box::new(FileLock { _held: file })),
        Err(TryLockError::WouldBlock) => Err(io::ErrorKind::WouldBlock.into()),
        Err(TryLockError::Error(e)) => Err(e),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn write_replaces_with_the_exact_mode_and_leaves_nothing_behind() {
        let dir = tempfile::tempdir().unwrap();
        let disk = SystemDisk::default();
        let sub = dir.path().join("a/b");
        disk.create_dir(&sub, 0o700).unwrap();
        disk.create_dir(&sub, 0o700).unwrap();
        let file = sub.join("key");
        assert!(!disk.exists(&file).unwrap());
        for (content, mode) in [(b"one".as_slice(), 0o600), (b"two", 0o666)] {
            disk.write(&file, content, mode).unwrap();
            assert_eq!(disk.read(&file).unwrap(), content);
            assert_eq!(disk.mode(&file).unwrap(), mode);
        }
        assert_eq!(disk.list(&sub).unwrap(), ["key"]);
        disk.remove(&file).unwrap();
        assert_eq!(disk.remove(&file).unwrap_err().kind(), io::ErrorKind::NotFound);
        assert_eq!(disk.read(&file).unwrap_err().kind(), io::ErrorKind::NotFound);
    }

    #[test]
    fn open_files_are_read_and_written_at_offsets() {
        let dir = tempfile::tempdir().unwrap();
        let disk = SystemDisk::default();
        let path = dir.path().join("log");
        assert_eq!(disk.open(&path, Open::Write).err().unwrap().kind(), io::ErrorKind::NotFound);
        let file = disk.open(&path, Open::Create).unwrap();
        assert_eq!(disk.open(&path, Open::Create).err().unwrap().kind(), io::ErrorKind::AlreadyExists);
        file.allocate(1000).unwrap();
        assert_eq!(file.length().unwrap(), 1000);
        file.write_at(b"abc", 998).unwrap();
        file.sync_data().unwrap();
        let mut buffer = [1; 8];
        assert_eq!(disk.open(&path, Open::Read).unwrap().read_at(&mut buffer, 996).unwrap(), 5);
        assert_eq!(&buffer, b"\0\0abc\x01\x01\x01");
        file.write_through_at(b"xyz", 2000).unwrap();
        assert_eq!((file.length().unwrap(), file.read_at(&mut buffer, 1999).unwrap()), (2003, 4));
        assert_eq!(&buffer[..4], b"\0xyz");
        assert!(disk.open(&path, Open::Read).unwrap().write_through_at(b"x", 0).is_err());
        file.set_len(10).unwrap();
        assert_eq!(file.read_at(&mut buffer, 10).unwrap(), 0);
        let other = dir.path().join("other");
        disk.rename(&path, &other).unwrap();
        disk.sync_dir(dir.path()).unwrap();
        assert_eq!(disk.list(dir.path()).unwrap(), ["other"]);
        let space = disk.space(dir.path()).unwrap();
        assert!(space.free > 0 && space.free <= space.total);
    }

    #[test]
    fn a_failed_write_keeps_the_old_file() {
        let dir = tempfile::tempdir().unwrap();
        let disk = SystemDisk::default();
        // A directory of that name: the rename must fail.
        let target = dir.path().join("taken");
        disk.create_dir(&target.join("child"), 0o755).unwrap();
        assert!(disk.write(&target, b"x", 0o600).is_err());
        assert_eq!(disk.list(dir.path()).unwrap(), ["taken"]);
    }

    #[test]
    fn links_lead_to_files() {
        use std::os::unix::fs::symlink;
        let dir = tempfile::tempdir().unwrap();
        let (disk, at) = (SystemDisk::default(), |name: &str| dir.path().join(name));
        disk.create_dir(&at("sub"), 0o700).unwrap();
        fs::write(at("sub/file"), "x").unwrap();
        symlink("sub/file", at("one")).unwrap();
        symlink(at("one"), at("two")).unwrap();
        symlink("sub/missing", at("dangling")).unwrap();
        symlink("circle", at("circle")).unwrap();
        symlink("sub", at("folder")).unwrap();
        for (name, target) in [("two", "sub/file"), ("sub/file", "sub/file"), ("dangling", "sub/missing"), ("new", "new")] {
            assert_eq!(disk.target(&at(name)).unwrap(), at(target), "{name}");
        }
        for name in ["sub", "folder"] {
            assert_eq!(disk.target(&at(name)).unwrap_err().kind(), io::ErrorKind::InvalidInput, "{name}");
        }
        assert_eq!(disk.target(Path::new("/dev/null")).unwrap_err().kind(), io::ErrorKind::InvalidInput);
        assert!(disk.target(&at("circle")).is_err());
    }

    #[test]
    fn a_lock_has_one_holder() {
        let dir = tempfile::tempdir().unwrap();
        let (one, two) = (SystemDisk::default(), SystemDisk::default());
        let path = dir.path().join("lock");
        assert_eq!(one.lock_existing(&path).err().unwrap().kind(), io::ErrorKind::NotFound);
        assert!(!one.exists(&path).unwrap());
        let held = one.lock(&path).unwrap();
        assert_eq!(two.lock(&path).err().unwrap().kind(), io::ErrorKind::WouldBlock);
        assert_eq!(two.lock_existing(&path).err().unwrap().kind(), io::ErrorKind::WouldBlock);
        drop(held);
        drop(two.lock(&path).unwrap());
    }
}
