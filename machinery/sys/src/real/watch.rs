//! Notices that a file changed, by the kernel's events. Called by the disk. Must never read a file and never look again on its own.
//!
//! A name can change its meaning at any place on its path: a file is written, another takes its name, a link on the way is turned (as
//! Kubernetes does with `..data`), a folder is replaced. So every folder in which the path is looked up is watched, for the one name
//! that is looked up there.
//!
//! ```text
//! /etc/keys/tokens -> ..data/tokens, ..data -> v1      watched: etc in /, keys in /etc, tokens and ..data in /etc/keys, v1 in
//!                                                      /etc/keys, tokens in /etc/keys/v1
//! ```

use std::ffi::{CStr, OsStr, OsString};
use std::fs;
use std::io;
use std::mem::MaybeUninit;
use std::os::fd::OwnedFd;
use std::os::unix::ffi::OsStrExt;
use std::path::{Component, Path, PathBuf};

use rustix::fs::inotify::{CreateFlags, ReadFlags, Reader, WatchFlags, add_watch, init};
use rustix::io::Errno;
use tokio::io::Interest;
use tokio::io::unix::AsyncFd;

/// Links on one path, as many as the kernel follows.
const MAX_LINKS: usize = 40;
/// Bytes of events that are taken from the kernel at once.
const EVENTS: usize = 4096;

/// A name that the path passes, in the folder that this watch is on.
struct Place {
    watch: i32,
    name: OsString,
    whole: PathBuf,
}

/// What has to happen for the path to have changed.
pub(super) struct Armed {
    events: OwnedFd,
    places: Vec<Place>,
}

/// Watches a path from now on; the file need not exist.
pub(super) fn arm(path: &Path) -> io::Result<Armed> {
    let mut armed = Armed { events: init(CreateFlags::CLOEXEC | CreateFlags::NONBLOCK)?, places: Vec::new() };
    let mut folder = if path.is_absolute() { PathBuf::from("/") } else { fs::canonicalize(".")? };
    let mut ahead = names(path);
    let mut links = 0;
    let mut last = Ok(());
    while let Some(name) = ahead.pop() {
        if name == ".." {
            folder.pop();
            continue;
        }
        // Before the name is looked up: what changes in between is an event then.
        last = armed.add(&folder, &name);
        let whole = folder.join(&name);
        match fs::symlink_metadata(&whole) {
            Ok(found) if found.is_symlink() && links < MAX_LINKS => {
                links += 1;
                let target = fs::read_link(&whole)?;
                if target.is_absolute() {
                    folder = PathBuf::from("/");
                }
                ahead.extend(names(&target));
            }
            Ok(_) => folder = whole,
            // What does not exist has nothing below.
            Err(_) => break,
        }
    }
    // A folder further up may be closed to us; where the file itself lies, changes have to be seen.
    last.map(|()| armed)
}

/// The names of a path, the last one first.
fn names(path: &Path) -> Vec<OsString> {
    let named = path.components().filter_map(|part| match part {
        Component::Normal(name) => Some(name.to_owned()),
        Component::ParentDir => Some("..".into()),
        Component::CurDir | Component::RootDir | Component::Prefix(_) => None,
    });
    let mut list: Vec<OsString> = named.collect();
    list.reverse();
    list
}

impl Armed {
    fn add(&mut self, folder: &Path, name: &OsStr) -> io::Result<()> {
        let happens = WatchFlags::CLOSE_WRITE
            | WatchFlags::CREATE
            | WatchFlags::DELETE
            | WatchFlags::MOVED_FROM
            | WatchFlags::MOVED_TO
            | WatchFlags::ATTRIB
            | WatchFlags::DELETE_SELF
            | WatchFlags::MOVE_SELF
            | WatchFlags::ONLYDIR;
        let watch = add_watch(&self.events, folder, happens)?;
        self.places.push(Place { watch, name: name.to_owned(), whole: folder.join(name) });
        Ok(())
    }

    /// Completes at the first change.
    pub(super) async fn changed(self) -> io::Result<()> {
        #[expect(deprecated, reason = "its successor is unsafe; an owned descriptor stays open for as long as it is registered")]
        let events = AsyncFd::with_interest(self.events, Interest::READABLE)?;
        loop {
            let mut ready = events.readable().await?;
            if take_events(events.get_ref(), &self.places)? {
                return Ok(());
            }
            ready.clear_ready();
        }
    }
}

/// Reads what there is; whether any of it is a change.
fn take_events(events: &OwnedFd, places: &[Place]) -> io::Result<bool> {
    let mut buffer = [MaybeUninit::uninit(); EVENTS];
    let mut reader = Reader::new(events, &mut buffer);
    loop {
        match reader.next() {
            Ok(event) if is_change(event.wd(), event.events(), event.file_name(), places) => return Ok(true),
            Ok(_) | Err(Errno::INTR) => (),
            Err(Errno::WOULDBLOCK) => return Ok(false),
            Err(error) => return Err(error.into()),
        }
    }
}

fn is_change(watch: i32, what: ReadFlags, name: Option<&CStr>, places: &[Place]) -> bool {
    // The folder is gone from its place, or nobody knows what was missed.
    let lost = ReadFlags::DELETE_SELF | ReadFlags::MOVE_SELF | ReadFlags::IGNORED | ReadFlags::QUEUE_OVERFLOW;
    if what.intersects(lost) {
        return true;
    }
    let Some(name) = name.map(|name| OsStr::from_bytes(name.to_bytes())) else { return false };
    let found = places.iter().find(|place| place.watch == watch && place.name == name);
    // Somebody who has just made a file goes on to write it, and the end of that is an event as well.
    found.is_some_and(|place| !what.contains(ReadFlags::CREATE) || !is_empty_file(&place.whole))
}

fn is_empty_file(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|found| found.is_file() && found.len() == 0)
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::os::unix::fs::symlink;
    use std::time::Duration;

    use super::*;

    /// A deadline for what must happen, and a while in which what must not does not.
    const SOON: Duration = Duration::from_secs(10);
    const A_WHILE: Duration = Duration::from_millis(50);

    async fn notices(path: &Path, act: impl FnOnce()) {
        let change = arm(path).unwrap().changed();
        act();
        tokio::time::timeout(SOON, change).await.expect("a change was missed").unwrap();
    }

    async fn ignores(path: &Path, act: impl FnOnce()) {
        let change = arm(path).unwrap().changed();
        act();
        assert!(tokio::time::timeout(A_WHILE, change).await.is_err(), "nothing changed");
    }

    #[tokio::test]
    async fn writes_renames_and_removals_are_changes() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("tokens");
        let other = dir.path().join("other");
        notices(&file, || fs::write(&file, "one").unwrap()).await;
        notices(&file, || fs::write(&file, "two").unwrap()).await;
        notices(&file, || {
            fs::write(&other, "three").unwrap();
            fs::rename(&other, &file).unwrap();
        })
        .await;
        notices(&file, || fs::remove_file(&file).unwrap()).await;
        notices(&file, || symlink("other", &file).unwrap()).await;
        notices(&file, || fs::write(&other, "behind the link").unwrap()).await;
    }

    #[tokio::test]
    async fn neighbours_and_half_written_files_are_not() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("tokens");
        ignores(&file, || fs::write(dir.path().join("other"), "x").unwrap()).await;
        let mut open = None;
        ignores(&file, || {
            let mut made = fs::File::create(&file).unwrap();
            made.flush().unwrap();
            open = Some(made);
        })
        .await;
        notices(&file, || drop(open.take())).await;
        ignores(&file, || drop(fs::read(&file).unwrap())).await;
    }

    #[tokio::test]
    async fn links_and_folders_on_the_way_count() {
        let dir = tempfile::tempdir().unwrap();
        let at = |name: &str| dir.path().join(name);
        // As Kubernetes projects a volume.
        for version in ["v1", "v2"] {
            fs::create_dir_all(at("keys").join(version)).unwrap();
            fs::write(at("keys").join(version).join("tokens"), version).unwrap();
        }
        symlink("v1", at("keys/..data")).unwrap();
        symlink("..data/tokens", at("keys/tokens")).unwrap();
        let path = at("keys/../keys/./tokens");
        notices(&path, || {
            symlink("v2", at("keys/..data_tmp")).unwrap();
            fs::rename(at("keys/..data_tmp"), at("keys/..data")).unwrap();
        })
        .await;
        notices(&path, || fs::write(at("keys/v2/tokens"), "new").unwrap()).await;
        ignores(&path, || fs::write(at("keys/v1/tokens"), "old").unwrap()).await;
        notices(&path, || fs::rename(at("keys"), at("moved")).unwrap()).await;
        // Nothing of it is there yet.
        notices(&path, || fs::create_dir(at("keys")).unwrap()).await;
    }

    #[tokio::test]
    async fn links_in_a_circle_end() {
        let dir = tempfile::tempdir().unwrap();
        let (a, b) = (dir.path().join("a"), dir.path().join("b"));
        symlink(&b, &a).unwrap();
        symlink(&a, &b).unwrap();
        notices(&a, || {
            fs::remove_file(&b).unwrap();
            fs::write(&b, "x").unwrap();
        })
        .await;
    }
}
