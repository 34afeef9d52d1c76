//! Files in memory, with the error kinds of the real ones.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Error, ErrorKind, Result};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::watch::Watches;
use crate::{BoxFuture, DirLock, Disk, File, Open, Space};

type Content = Arc<Mutex<Vec<u8>>>;

#[derive(Default)]
struct Files {
    content: BTreeMap<PathBuf, Content>,
    directories: BTreeSet<PathBuf>,
    locked: BTreeSet<PathBuf>,
}

#[derive(Default)]
pub(super) struct MemoryDisk {
    files: Arc<Mutex<Files>>,
    watches: Watches,
}

struct MemoryLock {
    files: Arc<Mutex<Files>>,
    path: PathBuf,
}

impl DirLock for MemoryLock {}

impl Drop for MemoryLock {
    fn drop(&mut self) {
        lock(&self.files).locked.remove(&self.path);
    }
}

struct MemoryFile {
    content: Content,
    writable: bool,
}

impl MemoryFile {
    fn writable(&self) -> Result<MutexGuard<'_, Vec<u8>>> {
        if self.writable { Ok(lock(&self.content)) } else { Err(ErrorKind::PermissionDenied.into()) }
    }
}

fn position(offset: u64) -> Result<usize> {
    usize::try_from(offset).map_err(|_| ErrorKind::FileTooLarge.into())
}

impl File for MemoryFile {
    fn read_at(&self, buffer: &mut [u8], offset: u64) -> Result<usize> {
        let (content, start) = (lock(&self.content), position(offset)?);
        let found = content.get(start..).unwrap_or_default();
        let count = found.len().min(buffer.len());
        buffer[..count].copy_from_slice(&found[..count]);
        Ok(count)
    }

    fn write_at(&self, bytes: &[u8], offset: u64) -> Result<()> {
        let (mut content, start) = (self.writable()?, position(offset)?);
        let end = start.checked_add(bytes.len()).ok_or(ErrorKind::FileTooLarge)?;
        if content.len() < end {
            content.resize(end, 0);
        }
        content[start..end].copy_from_slice(bytes);
        Ok(())
    }

    fn allocate(&self, length: u64) -> Result<()> {
        let (mut content, length) = (self.writable()?, position(length)?);
        if content.len() < length {
            content.resize(length, 0);
        }
        Ok(())
    }

    fn sync_data(&self) -> Result<()> {
        Ok(())
    }

    fn set_len(&self, length: u64) -> Result<()> {
        self.writable()?.resize(position(length)?, 0);
        Ok(())
    }

    fn length(&self) -> Result<u64> {
        Ok(lock(&self.content).len() as u64)
    }
}

fn lock<T>(files: &Mutex<T>) -> MutexGuard<'_, T> {
    files.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Files {
    fn need_parent(&self, path: &Path) -> Result<()> {
        match path.parent() {
            Some(parent) if !parent.as_os_str().is_empty() && parent != Path::new("/") && !self.directories.contains(parent) => {
                Err(ErrorKind::NotFound.into())
            }
            _ => Ok(()),
        }
    }
}

impl Disk for MemoryDisk {
    fn read(&self, path: &Path) -> Result<Vec<u8>> {
        let files = lock(&self.files);
        let content = files.content.get(path).ok_or(ErrorKind::NotFound)?;
        let bytes = lock(content).clone();
        Ok(bytes)
    }

    fn write(&self, path: &Path, content: &[u8], _mode: u32) -> Result<()> {
        let mut files = lock(&self.files);
        files.need_parent(path)?;
        if files.directories.contains(path) {
            return Err(ErrorKind::IsADirectory.into());
        }
        files.content.insert(path.to_owned(), Arc::new(Mutex::new(content.to_owned())));
        self.watches.changed(path);
        Ok(())
    }

    fn create_dir(&self, path: &Path, _mode: u32) -> Result<()> {
        let mut files = lock(&self.files);
        for part in path.ancestors().filter(|p| !p.as_os_str().is_empty()) {
            if files.content.contains_key(part) {
                return Err(Error::new(ErrorKind::NotADirectory, "a file is in the way"));
            }
            files.directories.insert(part.to_owned());
        }
        Ok(())
    }

    fn exists(&self, path: &Path) -> Result<bool> {
        let files = lock(&self.files);
        Ok(files.content.contains_key(path) || files.directories.contains(path))
    }

    fn remove(&self, path: &Path) -> Result<()> {
        lock(&self.files).content.remove(path).ok_or(ErrorKind::NotFound)?;
        self.watches.changed(path);
        Ok(())
    }

    fn list(&self, path: &Path) -> Result<Vec<String>> {
        let files = lock(&self.files);
        if !files.directories.contains(path) {
            return Err(ErrorKind::NotFound.into());
        }
        let inside = files.content.keys().chain(&files.directories).filter(|entry| entry.parent() == Some(path));
        let names: BTreeSet<String> = inside.filter_map(|entry| Some(entry.file_name()?.to_str()?.to_owned())).collect();
        Ok(names.into_iter().collect())
    }

    fn open(&self, path: &Path, how: Open) -> Result<Arc<dyn File>> {
        let mut files = lock(&self.files);
        let content = match (how, files.content.get(path)) {
            (Open::Create, Some(_)) => return Err(ErrorKind::AlreadyExists.into()),
            (Open::Create, None) => {
                files.need_parent(path)?;
                files.content.entry(path.to_owned()).or_default().clone()
            }
            (_, Some(content)) => content.clone(),
            (_, None) => return Err(ErrorKind::NotFound.into()),
        };
        Ok(Arc::new(MemoryFile { content, writable: how != Open::Read }))
    }

    fn rename(&self, from: &Path, to: &Path) -> Result<()> {
        let mut files = lock(&self.files);
        files.need_parent(to)?;
        let content = files.content.remove(from).ok_or(ErrorKind::NotFound)?;
        files.content.insert(to.to_owned(), content);
        self.watches.changed(from);
        self.watches.changed(to);
        Ok(())
    }

    fn sync_dir(&self, path: &Path) -> Result<()> {
        if lock(&self.files).directories.contains(path) { Ok(()) } else { Err(ErrorKind::NotFound.into()) }
    }

    fn mode(&self, path: &Path) -> Result<u32> {
        // Modes are not kept: everything here is its owner's.
        if lock(&self.files).content.contains_key(path) { Ok(0o600) } else { Err(ErrorKind::NotFound.into()) }
    }

    fn watch(&self, path: &Path) -> Result<BoxFuture<'static, Result<()>>> {
        Ok(self.watches.arm(path))
    }

    fn space(&self, _path: &Path) -> Result<Space> {
        const TOTAL: u64 = 1 << 40;
        let files = lock(&self.files);
        let used: u64 = files.content.values().map(|content| lock(content).len() as u64).sum();
        Ok(Space { total: TOTAL, free: TOTAL.saturating_sub(used) })
    }

    fn lock(&self, path: &Path) -> Result<Box<dyn DirLock>> {
        let mut files = lock(&self.files);
        files.need_parent(path)?;
        if !files.locked.insert(path.to_owned()) {
            return Err(ErrorKind::WouldBlock.into());
        }
        files.content.entry(path.to_owned()).or_default();
        Ok(Box::new(MemoryLock { files: Arc::clone(&self.files), path: path.to_owned() }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_watched_file_tells_of_its_first_change() {
        let disk = MemoryDisk::default();
        let (file, other) = (Path::new("/tokens"), Path::new("/other"));
        disk.write(other, b"x", 0o600).unwrap();
        for act in [
            |disk: &MemoryDisk, file: &Path, _: &Path| disk.write(file, b"x", 0o600),
            |disk: &MemoryDisk, file: &Path, _: &Path| disk.remove(file),
            |disk: &MemoryDisk, file: &Path, other: &Path| disk.rename(other, file),
        ] {
            let mut change = disk.watch(file).unwrap();
            assert!(futures_util::future::FutureExt::now_or_never(&mut change).is_none());
            act(&disk, file, other).unwrap();
            change.await.unwrap();
        }
    }

    #[test]
    fn behaves_as_the_real_disk_does() {
        let disk = MemoryDisk::default();
        let (dir, file) = (Path::new("/data/pki"), Path::new("/data/pki/ca.crt"));
        assert_eq!(disk.write(file, b"x", 0o600).unwrap_err().kind(), ErrorKind::NotFound);
        disk.create_dir(dir, 0o755).unwrap();
        disk.write(file, b"x", 0o600).unwrap();
        disk.create_dir(Path::new("/data/pki/etcd"), 0o755).unwrap();
        assert_eq!(disk.list(dir).unwrap(), ["ca.crt", "etcd"]);
        assert!(disk.create_dir(&file.join("below"), 0o755).is_err());
        assert!(disk.exists(file).unwrap());
        disk.remove(file).unwrap();
        assert_eq!(disk.read(file).unwrap_err().kind(), ErrorKind::NotFound);
        let held = disk.lock(file).unwrap();
        assert_eq!(disk.lock(file).err().unwrap().kind(), ErrorKind::WouldBlock);
        drop(held);
        drop(disk.lock(file).unwrap());
    }
}
