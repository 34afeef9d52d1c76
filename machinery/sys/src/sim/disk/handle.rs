//! The simulated disk as product code sees it: the traits `Disk`, `File` and `DirLock` over the world. Each call is one step: it begins
//! with `begin` or `enter`, which may fail it, and holds the world until it is done.

use std::io::{ErrorKind, Result};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

use super::content::PAGE;
use super::faults::{Call, CallKind};
use super::inode::{Change, Inode};
use super::names::{Entry, FileId};
use super::{Failure, World, begin, check_end, enter, lock, on_path, or_fail};
use crate::{BoxFuture, DirLock, Disk, File, Open, Space};

pub(super) struct Handle {
    pub(super) world: Arc<Mutex<World>>,
    pub(super) life: u64,
}

impl Handle {
    fn hold(&self, world: &mut World, path: &Path) -> Result<Box<dyn DirLock>> {
        if !world.locked.insert(path.to_owned()) {
            return Err(ErrorKind::WouldBlock.into());
        }
        Ok(Box::new(Lock { world: Arc::clone(&self.world), life: self.life, path: path.to_owned() }))
    }

    fn enter(&self, kind: CallKind, path: &Path) -> Result<MutexGuard<'_, World>> {
        enter(&self.world, self.life, on_path(kind, path))
    }
}

impl Disk for Handle {
    fn read(&self, path: &Path) -> Result<Vec<u8>> {
        let world = self.enter(CallKind::Read, path)?;
        let id = world.state.names.file(path)?;
        Ok(world.file(id)?.live().all())
    }

    fn write(&self, path: &Path, content: &[u8], _mode: u32) -> Result<()> {
        let length = content.len() as u64;
        let mut world = enter(&self.world, self.life, Call { length, ..on_path(CallKind::Replace, path) })?;
        world.state.names.check_free_for_file(path)?;
        if length.div_ceil(PAGE) > world.free_pages() {
            return Err(ErrorKind::StorageFull.into());
        }
        let (id, step) = (world.state.add_file(Inode::durable(content)), world.state.step());
        world.state.names.add(path, id, step);
        world.state.names.synced(path.parent().unwrap_or(Path::new("")));
        world.state.collect();
        world.watches.changed(path);
        Ok(())
    }

    fn create_dir(&self, path: &Path, _mode: u32) -> Result<()> {
        let mut world = self.enter(CallKind::CreateDir, path)?;
        let step = world.state.step();
        world.state.names.add_directories(path, step)
    }

    fn exists(&self, path: &Path) -> Result<bool> {
        Ok(self.enter(CallKind::Exists, path)?.state.names.entry(path).is_some())
    }

    fn remove(&self, path: &Path) -> Result<()> {
        let mut world = self.enter(CallKind::Remove, path)?;
        world.state.names.file(path)?;
        let step = world.state.step();
        world.state.names.remove(path, step);
        world.state.collect();
        world.watches.changed(path);
        Ok(())
    }

    fn list(&self, path: &Path) -> Result<Vec<String>> {
        self.enter(CallKind::List, path)?.state.names.list(path)
    }

    fn open(&self, path: &Path, how: Open) -> Result<Arc<dyn File>> {
        let kind = if how == Open::Create { CallKind::Create } else { CallKind::Open };
        let mut world = self.enter(kind, path)?;
        let id = match (how, world.state.names.entry(path)) {
            (Open::Create, Some(_)) => return Err(ErrorKind::AlreadyExists.into()),
            (Open::Create, None) => {
                world.state.names.check_free_for_file(path)?;
                world.create(path)
            }
            (_, Some(Entry::File(id))) => id,
            (_, _) => return Err(ErrorKind::NotFound.into()),
        };
        world.file_mut(id)?.handles += 1;
        let writable = how != Open::Read;
        Ok(Arc::new(OpenFile { world: Arc::clone(&self.world), life: self.life, id, path: path.to_owned(), writable }))
    }

    fn rename(&self, from: &Path, to: &Path) -> Result<()> {
        let mut world = self.enter(CallKind::Rename, from)?;
        world.state.names.file(from)?;
        world.state.names.check_free_for_file(to)?;
        if from != to {
            let step = world.state.step();
            world.state.names.rename(from, to, step);
            world.state.collect();
            world.watches.changed(from);
            world.watches.changed(to);
        }
        Ok(())
    }

    fn sync_dir(&self, path: &Path) -> Result<()> {
        let mut world = self.enter(CallKind::SyncDir, path)?;
        if world.state.names.entry(path) != Some(Entry::Directory) {
            return Err(ErrorKind::NotFound.into());
        }
        world.state.names.synced(path);
        world.state.collect();
        Ok(())
    }

    fn mode(&self, path: &Path) -> Result<u32> {
        // Modes are not kept: everything here is its owner's.
        let world = self.enter(CallKind::Exists, path)?;
        world.state.names.file(path).map(|_| 0o600)
    }

    fn watch(&self, path: &Path) -> Result<BoxFuture<'static, Result<()>>> {
        Ok(self.enter(CallKind::Exists, path)?.watches.arm(path))
    }

    fn space(&self, path: &Path) -> Result<Space> {
        let world = self.enter(CallKind::Space, path)?;
        Ok(Space { total: world.capacity, free: world.free_pages() * PAGE })
    }

    fn lock(&self, path: &Path) -> Result<Box<dyn DirLock>> {
        let mut world = self.enter(CallKind::Lock, path)?;
        world.state.names.check_free_for_file(path)?;
        let held = self.hold(&mut world, path)?;
        if world.state.names.entry(path).is_none() {
            world.create(path);
        }
        Ok(held)
    }

    fn lock_existing(&self, path: &Path) -> Result<Box<dyn DirLock>> {
        let mut world = self.enter(CallKind::Lock, path)?;
        world.state.names.file(path)?;
        self.hold(&mut world, path)
    }
}

impl World {
    fn file(&self, id: FileId) -> Result<&Inode> {
        self.state.files.get(&id).ok_or_else(|| ErrorKind::NotFound.into())
    }

    fn file_mut(&mut self, id: FileId) -> Result<&mut Inode> {
        self.state.files.get_mut(&id).ok_or_else(|| ErrorKind::NotFound.into())
    }

    /// How many bytes of a write there is room for.
    fn fits(&self, id: FileId, offset: u64, length: u64) -> Result<usize> {
        let content = self.file(id)?.live();
        let fits = match content.pages_for_write(offset, length) {
            0 => length,
            _ => content.fits(offset, length, self.free_pages()),
        };
        Ok(usize::try_from(fits).unwrap_or(usize::MAX))
    }

    /// A new, empty file under a free name.
    fn create(&mut self, path: &Path) -> FileId {
        let (id, step) = (self.state.add_file(Inode::default()), self.state.step());
        self.state.names.add(path, id, step);
        id
    }
}

struct Lock {
    world: Arc<Mutex<World>>,
    life: u64,
    path: PathBuf,
}

impl DirLock for Lock {}

impl Drop for Lock {
    fn drop(&mut self) {
        let mut world = lock(&self.world);
        if world.life == self.life {
            world.locked.remove(&self.path);
        }
    }
}

struct OpenFile {
    world: Arc<Mutex<World>>,
    life: u64,
    id: FileId,
    path: PathBuf,
    writable: bool,
}

impl OpenFile {
    fn begin(&self, kind: CallKind, offset: u64, length: u64) -> Result<(MutexGuard<'_, World>, Option<Failure>)> {
        let call = Call { kind, path: self.path.clone(), offset, length };
        begin(&self.world, self.life, call, Some(self.id))
    }

    fn enter(&self, kind: CallKind, offset: u64, length: u64) -> Result<MutexGuard<'_, World>> {
        or_fail(self.begin(kind, offset, length)?)
    }

    fn sync(&self, offset: u64, length: u64, synced: impl FnOnce(&mut Inode)) -> Result<()> {
        let (mut world, failure) = self.begin(CallKind::Sync, offset, length)?;
        let lying = world.lying;
        let file = world.file_mut(self.id)?;
        match failure {
            Some(failure) => {
                file.sync_failed();
                return Err(failure.error.into());
            }
            None if lying => (),
            None => synced(file),
        }
        Ok(())
    }

    fn check_writable(&self) -> Result<()> {
        if self.writable { Ok(()) } else { Err(ErrorKind::PermissionDenied.into()) }
    }
}

impl Drop for OpenFile {
    fn drop(&mut self) {
        let mut world = lock(&self.world);
        if world.life == self.life {
            if let Ok(file) = world.file_mut(self.id) {
                file.handles -= 1;
            }
            world.state.collect();
        }
    }
}

impl File for OpenFile {
    fn read_at(&self, buffer: &mut [u8], offset: u64) -> Result<usize> {
        let world = self.enter(CallKind::Read, offset, buffer.len() as u64)?;
        Ok(world.file(self.id)?.live().read_at(buffer, offset))
    }

    fn write_at(&self, bytes: &[u8], offset: u64) -> Result<()> {
        let length = bytes.len() as u64;
        let (mut world, failure) = self.begin(CallKind::Write, offset, length)?;
        self.check_writable()?;
        check_end(offset, length)?;
        let fits = world.fits(self.id, offset, length)?;
        let (written, error) = match failure {
            Some(Failure { error, written }) => (written.min(fits), Some(error)),
            None => (fits, (fits < bytes.len()).then_some(ErrorKind::StorageFull)),
        };
        let written = &bytes[..written.min(bytes.len())];
        if !written.is_empty() {
            let step = world.state.step();
            world.file_mut(self.id)?.change(Change::Write { offset, bytes: written.into() }, step);
        }
        error.map_or(Ok(()), |error| Err(error.into()))
    }

    fn allocate(&self, length: u64) -> Result<()> {
        let mut world = self.enter(CallKind::Allocate, length, 0)?;
        self.check_writable()?;
        check_end(0, length)?;
        if length == 0 {
            return Err(ErrorKind::InvalidInput.into());
        }
        if world.file(self.id)?.live().pages_for_allocate(length) > world.free_pages() {
            return Err(ErrorKind::StorageFull.into());
        }
        let step = world.state.step();
        world.file_mut(self.id)?.change(Change::Allocate(length), step);
        Ok(())
    }

    fn sync_data(&self) -> Result<()> {
        self.sync(0, 0, Inode::synced)
    }

    fn write_through_at(&self, bytes: &[u8], offset: u64) -> Result<()> {
        self.write_at(bytes, offset)?;
        let length = bytes.len() as u64;
        self.sync(offset, length, |file| file.range_synced(offset, offset + length))
    }

    fn set_len(&self, length: u64) -> Result<()> {
        let mut world = self.enter(CallKind::SetLen, length, 0)?;
        self.check_writable()?;
        check_end(0, length)?;
        let step = world.state.step();
        world.file_mut(self.id)?.change(Change::SetLen(length), step);
        Ok(())
    }

    fn length(&self) -> Result<u64> {
        let world = self.enter(CallKind::Length, 0, 0)?;
        Ok(world.file(self.id)?.live().length())
    }
}
