//! Files in memory, with the error kinds of the real ones.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Error, ErrorKind, Result};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::{DirLock, Disk};

#[derive(Default)]
struct Files {
    content: BTreeMap<PathBuf, Vec<u8>>,
    directories: BTreeSet<PathBuf>,
    locked: BTreeSet<PathBuf>,
}

#[derive(Default)]
pub(super) struct MemoryDisk {
    files: Arc<Mutex<Files>>,
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

fn lock(files: &Mutex<Files>) -> MutexGuard<'_, Files> {
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
        lock(&self.files).content.get(path).cloned().ok_or_else(|| ErrorKind::NotFound.into())
    }

    fn write(&self, path: &Path, content: &[u8], _mode: u32) -> Result<()> {
        let mut files = lock(&self.files);
        files.need_parent(path)?;
        if files.directories.contains(path) {
            return Err(ErrorKind::IsADirectory.into());
        }
        files.content.insert(path.to_owned(), content.to_owned());
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
        lock(&self.files).content.remove(path).map(drop).ok_or_else(|| ErrorKind::NotFound.into())
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
