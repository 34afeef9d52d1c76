//! Each rule of the simulated disk. `Sim` is the entry, as for other tests.

use super::*;
use crate::sim::Sim;
use crate::{File, Open, Sys};

const LOG: &str = "/data/log";

fn path(text: &str) -> &Path {
    Path::new(text)
}

/// A world with a lasting directory `/data`.
fn world() -> (Sim, Sys) {
    let sim = Sim::new(1);
    let sys = sim.sys();
    sys.disk.create_dir(path("/data"), 0o700).unwrap();
    sys.disk.sync_dir(path("/")).unwrap();
    (sim, sys)
}

/// The same with an empty log, whose name is lasting.
fn world_with_log() -> (Sim, Sys, Arc<dyn File>) {
    let (sim, sys) = world();
    let log = sys.disk.open(path(LOG), Open::Create).unwrap();
    sys.disk.sync_dir(path("/data")).unwrap();
    (sim, sys, log)
}

fn log_after(image: &DiskImage, how: Cut) -> Vec<u8> {
    image.after_cut(how).read(path(LOG)).unwrap()
}

fn kind<T>(result: Result<T>) -> ErrorKind {
    result.err().expect("it fails").kind()
}

#[test]
fn behaves_as_the_real_disk_does() {
    let disk = Sim::new(1).sys().disk;
    let (dir, file) = (path("/data/pki"), path("/data/pki/ca.crt"));
    assert_eq!(kind(disk.write(file, b"x", 0o600)), ErrorKind::NotFound);
    disk.create_dir(dir, 0o755).unwrap();
    disk.write(file, b"x", 0o600).unwrap();
    disk.create_dir(path("/data/pki/etcd"), 0o755).unwrap();
    assert_eq!(disk.list(dir).unwrap(), ["ca.crt", "etcd"]);
    assert!(disk.create_dir(&file.join("below"), 0o755).is_err());
    assert_eq!(kind(disk.write(dir, b"x", 0o600)), ErrorKind::IsADirectory);
    assert!(disk.exists(file).unwrap());
    disk.remove(file).unwrap();
    assert_eq!(kind(disk.read(file)), ErrorKind::NotFound);
    assert_eq!(kind(disk.lock_existing(file)), ErrorKind::NotFound);
    assert!(!disk.exists(file).unwrap());
    let held = disk.lock(file).unwrap();
    assert_eq!(kind(disk.lock(file)), ErrorKind::WouldBlock);
    assert_eq!(kind(disk.lock_existing(file)), ErrorKind::WouldBlock);
    drop(held);
    drop(disk.lock(file).unwrap());
}

#[test]
fn open_files_are_read_and_written_at_offsets() {
    let (_sim, sys) = world();
    assert_eq!(kind(sys.disk.open(path(LOG), Open::Write)), ErrorKind::NotFound);
    let file = sys.disk.open(path(LOG), Open::Create).unwrap();
    assert_eq!(kind(sys.disk.open(path(LOG), Open::Create)), ErrorKind::AlreadyExists);
    file.allocate(1000).unwrap();
    file.write_at(b"abc", 998).unwrap();
    let reader = sys.disk.open(path(LOG), Open::Read).unwrap();
    let mut buffer = [1; 8];
    assert_eq!(reader.read_at(&mut buffer, 996).unwrap(), 5);
    assert_eq!(&buffer, b"\0\0abc\x01\x01\x01");
    assert_eq!(kind(reader.write_at(b"x", 0)), ErrorKind::PermissionDenied);
    assert_eq!(kind(file.write_at(b"x", u64::MAX)), ErrorKind::FileTooLarge);
    file.set_len(10).unwrap();
    assert_eq!(file.read_at(&mut buffer, 10).unwrap(), 0);
    sys.disk.rename(path(LOG), path("/data/other")).unwrap();
    assert_eq!(sys.disk.list(path("/data")).unwrap(), ["other"]);
    sys.disk.remove(path("/data/other")).unwrap();
    assert_eq!(file.length().unwrap(), 10, "an open file stays without a name");
}

#[test]
fn unsynced_bytes_are_lost() {
    let (sim, _, log) = world_with_log();
    log.write_at(b"one", 0).unwrap();
    log.sync_data().unwrap();
    log.write_at(b"TWO", 0).unwrap();
    log.set_len(100).unwrap();
    let image = sim.disk().image();
    assert_eq!(log_after(&image, Cut::Synced), b"one");
    assert_eq!(log_after(&image, Cut::Whole).len(), 100);
    sim.power_cut(Cut::Synced);
    assert_eq!(sim.sys().disk.read(path(LOG)).unwrap(), b"one");
    assert_eq!(image.read(path(LOG)).unwrap()[..3], *b"TWO", "an image is what a reader saw");
}

#[test]
fn a_write_through_makes_itself_lasting_and_nothing_else() {
    let (sim, _sys, log) = world_with_log();
    log.write_at(&[0; 3000], 0).unwrap();
    log.sync_data().unwrap();
    log.write_at(b"before", 0).unwrap();
    log.write_through_at(b"lasting", 2000).unwrap();
    log.write_at(b"behind", 2007).unwrap();
    let after = log_after(&sim.disk().image(), Cut::Synced);
    assert_eq!((&after[..6], &after[2000..2007], &after[2007..2013]), (&[0; 6][..], &b"lasting"[..], &[0; 6][..]));
    log.sync_data().unwrap();
    let after = log_after(&sim.disk().image(), Cut::Synced);
    assert_eq!((&after[..6], &after[2000..2013]), (&b"before"[..], &b"lastingbehind"[..]));
    // Where writes overlap, the later one stays on top.
    log.write_at(b"under", 100).unwrap();
    log.write_through_at(b"over", 103).unwrap();
    log.sync_data().unwrap();
    assert_eq!(log_after(&sim.disk().image(), Cut::Synced)[100..107], *b"undover");
}

#[test]
fn a_write_through_that_grows_a_file_takes_its_length_along() {
    let (sim, _sys, log) = world_with_log();
    log.allocate(1000).unwrap();
    log.write_through_at(b"end", 998).unwrap();
    assert_eq!(log_after(&sim.disk().image(), Cut::Synced).len(), 1001);
}

#[test]
fn a_lying_sync_is_told_from_an_honest_one() {
    let (sim, _, log) = world_with_log();
    sim.disk().set_lying(true);
    log.write_at(b"one", 0).unwrap();
    log.sync_data().unwrap();
    assert_eq!(log_after(&sim.disk().image(), Cut::Synced), b"");
    sim.disk().set_lying(false);
    log.sync_data().unwrap();
    assert_eq!(log_after(&sim.disk().image(), Cut::Synced), b"one");
}

#[test]
fn writes_are_torn_at_every_byte() {
    let (sim, sys, log) = world_with_log();
    log.write_at(b"..........", 0).unwrap();
    log.sync_data().unwrap();
    log.write_at(b"abc", 0).unwrap();
    log.allocate(12).unwrap();
    drop(sys.disk.open(path("/data/later"), Open::Create).unwrap());
    log.write_at(b"def", 2).unwrap();
    let image = sim.disk().image();
    let changes = image.unsynced();
    assert_eq!(changes.iter().map(|change| change.bytes).collect::<Vec<_>>(), [3, 0, 3]);
    assert!(changes.iter().all(|change| change.path.as_deref() == Some(path(LOG))));
    let check = |whole, bytes, expect: &[u8], files: usize| {
        let after = image.after_cut(Cut::Torn { whole, bytes });
        assert_eq!(after.read(path(LOG)).unwrap(), expect, "{whole} {bytes}");
        assert_eq!(after.files().len(), files, "{whole} {bytes}");
    };
    check(0, 0, b"..........", 1);
    check(0, 2, b"ab........", 1);
    check(1, 0, b"abc.......", 1);
    check(1, 1, b"abc.......\0\0", 1);
    check(2, 1, b"abd.......\0\0", 2);
    check(3, 0, b"abdef.....\0\0", 2);
}

#[test]
fn sectors_survive_independently_and_the_seed_decides() {
    let (sim, _, log) = world_with_log();
    log.allocate(4096).unwrap();
    log.sync_data().unwrap();
    log.write_at(&[7; 1536], 256).unwrap();
    let image = sim.disk().image();
    let mut seen = BTreeSet::new();
    for seed in 0..400 {
        let bytes = log_after(&image, Cut::Chance(seed));
        assert_eq!(bytes, log_after(&image, Cut::Chance(seed)));
        assert_eq!(bytes.len(), 4096);
        let pieces = [&bytes[256..512], &bytes[512..1024], &bytes[1024..1536], &bytes[1536..1792]];
        assert!(pieces.iter().all(|piece| piece.iter().all(|byte| *byte == piece[0])), "a sector is whole");
        seen.insert(pieces.map(|piece| piece[0] == 7));
    }
    assert_eq!(seen.len(), 16, "every combination comes about");
}

#[test]
fn an_unsynced_length_may_outlive_its_bytes() {
    let (sim, _, log) = world_with_log();
    log.write_at(b"abc", 0).unwrap();
    let outcomes: BTreeSet<Vec<u8>> = (0..50).map(|seed| log_after(&sim.disk().image(), Cut::Chance(seed))).collect();
    let expect: BTreeSet<Vec<u8>> = [b"".to_vec(), b"\0\0\0".to_vec(), b"abc".to_vec()].into();
    assert_eq!(outcomes, expect);
}

#[test]
fn names_last_from_the_sync_of_their_directory() {
    let (sim, sys) = world();
    let log = sys.disk.open(path(LOG), Open::Create).unwrap();
    log.write_at(b"one", 0).unwrap();
    log.sync_data().unwrap();
    assert!(sim.disk().image().after_cut(Cut::Synced).files().is_empty(), "synced bytes, but no name");
    sys.disk.sync_dir(path("/data")).unwrap();
    let names = |how| -> Vec<String> {
        let files = sim.disk().image().after_cut(how).files();
        files.iter().map(|it| it.file_name().unwrap().to_string_lossy().into_owned()).collect()
    };
    assert_eq!(names(Cut::Synced), ["log"]);
    sys.disk.rename(path(LOG), path("/data/new")).unwrap();
    sys.disk.remove(path("/data/new")).unwrap();
    assert_eq!(names(Cut::Synced), ["log"]);
    let chances: BTreeSet<Vec<String>> = (0..50).map(|seed| names(Cut::Chance(seed))).collect();
    assert_eq!(chances.len(), 3, "the old name, the new one, none: {chances:?}");
    assert_eq!(log_after(&sim.disk().image(), Cut::Synced), b"one", "a removed file comes back with its bytes");
    sys.disk.sync_dir(path("/data")).unwrap();
    assert!(names(Cut::Synced).is_empty());
}

#[test]
fn a_rename_over_a_file_shows_the_old_or_the_new_one() {
    let (sim, sys) = world();
    sys.disk.write(path(LOG), b"old", 0o600).unwrap();
    let new = sys.disk.open(path("/data/new"), Open::Create).unwrap();
    new.write_at(b"new", 0).unwrap();
    new.sync_data().unwrap();
    sys.disk.rename(path("/data/new"), path(LOG)).unwrap();
    let image = sim.disk().image();
    assert_eq!(log_after(&image, Cut::Synced), b"old");
    assert_eq!(log_after(&image, Cut::Whole), b"new");
    let outcomes: BTreeSet<Vec<u8>> = (0..50).map(|seed| log_after(&image, Cut::Chance(seed))).collect();
    assert_eq!(outcomes.len(), 2);
}

#[test]
fn a_rename_between_directories_is_one_change() {
    let (sim, sys, _log) = world_with_log();
    sys.disk.create_dir(path("/data/old"), 0o700).unwrap();
    sys.disk.sync_dir(path("/data")).unwrap();
    drop(sys.disk.open(path("/data/old/a"), Open::Create).unwrap());
    sys.disk.rename(path("/data/old/a"), path("/data/a")).unwrap();
    for seed in 0..50 {
        let files = sim.disk().image().after_cut(Cut::Chance(seed)).files();
        assert!(files.len() == 1 || files.len() == 2, "{files:?}");
    }
    sys.disk.sync_dir(path("/data")).unwrap();
    assert_eq!(sim.disk().image().after_cut(Cut::Synced).files(), [path("/data/a"), path(LOG)]);
}

#[test]
fn a_lost_directory_takes_its_files_along() {
    let (sim, sys) = world();
    sys.disk.create_dir(path("/data/a/b"), 0o700).unwrap();
    sys.disk.write(path("/data/a/b/key"), b"x", 0o600).unwrap();
    assert!(sim.disk().image().after_cut(Cut::Synced).files().is_empty());
    sys.disk.sync_dir(path("/data/a")).unwrap();
    sys.disk.sync_dir(path("/data")).unwrap();
    assert_eq!(sim.disk().image().after_cut(Cut::Synced).files(), [path("/data/a/b/key")]);
}

#[test]
fn a_replaced_file_is_lasting_at_once() {
    let (sim, sys) = world();
    for text in ["one", "two"] {
        sys.disk.write(path(LOG), text.as_bytes(), 0o600).unwrap();
        assert_eq!(log_after(&sim.disk().image(), Cut::Synced), text.as_bytes());
    }
}

#[test]
fn a_dead_process_cannot_touch_the_disk() {
    for cut in [true, false] {
        let (sim, sys, log) = world_with_log();
        let held = sys.disk.lock(path("/data/lock")).unwrap();
        log.write_at(b"abc", 0).unwrap();
        if cut {
            sim.power_cut(Cut::Synced)
        } else {
            sim.disk().kill()
        }
        assert!(log.write_at(b"x", 0).is_err() && log.sync_data().is_err() && log.read_at(&mut [0], 0).is_err());
        assert!(sys.disk.write(path(LOG), b"x", 0o600).is_err() && sys.disk.read(path(LOG)).is_err());
        let after = sim.sys();
        let again = after.disk.lock(path("/data/lock")).unwrap();
        drop(held);
        assert_eq!(kind(after.disk.lock(path("/data/lock"))), ErrorKind::WouldBlock, "a dead lock frees nothing");
        drop((again, log));
        assert_eq!(after.disk.read(path(LOG)).unwrap(), if cut { b"".as_slice() } else { b"abc" });
        assert_eq!(log_after(&sim.disk().image(), Cut::Synced), b"", "a killed process has synced nothing");
    }
}

#[test]
fn an_image_starts_many_worlds() {
    let (sim, _, log) = world_with_log();
    log.write_at(b"abc", 0).unwrap();
    let image = sim.disk().image();
    for (how, expect) in [(Cut::Synced, b"".as_slice()), (Cut::Whole, b"abc")] {
        let next = Sim::with_disk(2, image.after_cut(how));
        let disk = next.sys().disk;
        assert_eq!(disk.read(path(LOG)).unwrap(), expect);
        disk.write(path(LOG), b"of this world", 0o600).unwrap();
    }
    assert_eq!(image.read(path(LOG)).unwrap(), b"abc");
}

#[test]
fn the_nth_call_fails_once_or_for_good() {
    let (sim, sys, log) = world_with_log();
    sim.disk().fail(Fault::of(CallKind::Write, 2, ErrorKind::Other));
    log.write_at(b"a", 0).unwrap();
    assert_eq!(kind(log.write_at(b"b", 1)), ErrorKind::Other);
    log.write_at(b"c", 1).unwrap();
    sim.disk().fail(Fault::of_any(1, ErrorKind::TimedOut).lasting());
    assert_eq!(kind(sys.disk.list(path("/data"))), ErrorKind::TimedOut);
    assert_eq!(kind(log.length()), ErrorKind::TimedOut);
    assert_eq!(sim.disk().failed_calls(), 3);
    sim.disk().clear_faults();
    assert_eq!(sys.disk.read(path(LOG)).unwrap(), b"ac");
    for (kind_of_call, call) in [
        (CallKind::Rename, (|sys| sys.disk.rename(path(LOG), path("/data/x"))) as fn(&Sys) -> Result<()>),
        (CallKind::Remove, |sys| sys.disk.remove(path(LOG))),
        (CallKind::Create, |sys| sys.disk.open(path("/data/x"), Open::Create).map(drop)),
        (CallKind::Replace, |sys| sys.disk.write(path(LOG), b"x", 0o600)),
        (CallKind::SetLen, |sys| sys.disk.open(path(LOG), Open::Write)?.set_len(0)),
        (CallKind::Allocate, |sys| sys.disk.open(path(LOG), Open::Write)?.allocate(10)),
        (CallKind::SyncDir, |sys| sys.disk.sync_dir(path("/data"))),
    ] {
        sim.disk().fail(Fault::of(kind_of_call, 1, ErrorKind::Other));
        assert_eq!(kind(call(&sys)), ErrorKind::Other, "{kind_of_call:?}");
        assert_eq!(sys.disk.list(path("/data")).unwrap(), ["log"], "{kind_of_call:?}");
        assert_eq!(sys.disk.read(path(LOG)).unwrap(), b"ac", "{kind_of_call:?}");
    }
}

#[test]
fn a_failed_write_may_have_written_a_part() {
    let (sim, sys, log) = world_with_log();
    sim.disk().fail(Fault::of(CallKind::Write, 1, ErrorKind::StorageFull).after_bytes(2));
    assert_eq!(kind(log.write_at(b"abc", 0)), ErrorKind::StorageFull);
    assert_eq!(sys.disk.read(path(LOG)).unwrap(), b"ab");
    assert_eq!(log_after(&sim.disk().image(), Cut::Synced), b"");
}

#[test]
fn a_failed_sync_loses_its_writes_though_a_later_one_succeeds() {
    let (sim, sys, log) = world_with_log();
    log.write_at(b"abc", 0).unwrap();
    sim.disk().fail(Fault::of(CallKind::Sync, 1, ErrorKind::Other));
    assert_eq!(kind(log.sync_data()), ErrorKind::Other);
    log.write_at(b"d", 3).unwrap();
    log.sync_data().unwrap();
    assert_eq!(sys.disk.read(path(LOG)).unwrap(), b"abcd");
    assert_eq!(log_after(&sim.disk().image(), Cut::Synced), b"\0\0\0d");
    log.write_at(b"abc", 0).unwrap();
    log.sync_data().unwrap();
    assert_eq!(log_after(&sim.disk().image(), Cut::Synced), b"abcd");
}

#[test]
fn room_runs_out_and_comes_back() {
    let (sim, sys, log) = world_with_log();
    let free = || sys.disk.space(path("/data")).unwrap().free;
    sim.disk().set_capacity(4 * 4096);
    log.allocate(2 * 4096).unwrap();
    assert_eq!(free(), 2 * 4096);
    assert_eq!(kind(log.allocate(5 * 4096)), ErrorKind::StorageFull);
    log.write_at(&[1; 4096], 4096).unwrap();
    assert_eq!(free(), 2 * 4096, "it has its room already");
    assert_eq!(kind(log.write_at(&[2; 3 * 4096], 2 * 4096)), ErrorKind::StorageFull);
    assert_eq!((log.length().unwrap(), free()), (4 * 4096, 0), "as much as there was room for");
    assert_eq!(kind(sys.disk.write(path("/data/x"), b"x", 0o600)), ErrorKind::StorageFull);
    log.set_len(4096).unwrap();
    assert_eq!(free(), 3 * 4096);
    sys.disk.write(path("/data/x"), b"x", 0o600).unwrap();
    sys.disk.remove(path(LOG)).unwrap();
    assert_eq!(free(), 2 * 4096, "it is open still");
    drop(log);
    assert_eq!(free(), 3 * 4096);
}

#[test]
fn calls_are_recorded_and_seen_before_they_are_made() {
    let (sim, sys, early) = world_with_log();
    sys.disk.rename(path(LOG), path("/data/early")).unwrap();
    sys.disk.rename(path("/data/early"), path("/data/renamed")).unwrap();
    let log = sys.disk.open(path(LOG), Open::Create).unwrap();
    sys.disk.sync_dir(path("/data")).unwrap();
    sim.disk().record_calls();
    early.length().unwrap();
    assert_eq!(sim.disk().calls()[0].path, path("/data/renamed"), "the name that the file has now");
    sim.disk().record_calls();
    let images = Arc::new(Mutex::new(Vec::new()));
    let taken = Arc::clone(&images);
    sim.disk().observe(move |call, moment| taken.lock().unwrap().push((call.clone(), moment.image())));
    let before = sim.disk().call_count();
    log.write_at(b"abc", 5).unwrap();
    log.sync_data().unwrap();
    log.length().unwrap();
    sim.disk().stop_observing();
    let call = |kind, offset, length| Call { kind, path: PathBuf::from(LOG), offset, length };
    let expect = [call(CallKind::Write, 5, 3), call(CallKind::Sync, 0, 0), call(CallKind::Length, 0, 0)];
    assert_eq!(sim.disk().calls(), expect);
    assert_eq!(sim.disk().call_count() - before, 3);
    let images = images.lock().unwrap();
    assert!(images.iter().map(|(call, _)| call).eq(&expect));
    let lengths = images.iter().map(|(_, image)| (image.read(path(LOG)).unwrap().len(), log_after(image, Cut::Synced).len()));
    assert_eq!(lengths.collect::<Vec<_>>(), [(0, 0), (8, 0), (8, 8)]);
}

#[test]
fn images_can_be_damaged() {
    let (sim, sys) = world();
    sys.disk.write(path(LOG), b"abcdef", 0o600).unwrap();
    let whole = sim.disk().image();
    let check = |damage: fn(&mut DiskImage) -> Result<()>, expect: &[u8]| {
        let mut image = whole.clone();
        damage(&mut image).unwrap();
        assert_eq!(image.read(path(LOG)).unwrap(), expect);
        assert_eq!(log_after(&image, Cut::Synced), expect);
    };
    check(|image| image.flip(path(LOG), 9), b"a`cdef");
    check(|image| image.zero(path(LOG), 4, 2), b"abcd\0\0");
    check(|image| image.overwrite(path(LOG), 1, b"XY"), b"aXYdef");
    check(|image| image.truncate(path(LOG), 3), b"abc");
    assert_eq!(whole.read(path(LOG)).unwrap(), b"abcdef");
    let mut image = whole.clone();
    assert_eq!(kind(image.flip(path(LOG), 48)), ErrorKind::UnexpectedEof);
    image.lose(path(LOG)).unwrap();
    assert_eq!(kind(image.flip(path(LOG), 0)), ErrorKind::NotFound);
}

#[tokio::test]
async fn a_watched_file_tells_of_its_first_change() {
    let disk = SimDisk::new(DiskImage::default()).handle();
    let (file, other) = (Path::new("/tokens"), Path::new("/other"));
    disk.write(other, b"x", 0o600).unwrap();
    for act in [
        |disk: &dyn Disk, file: &Path, _: &Path| disk.write(file, b"x", 0o600),
        |disk: &dyn Disk, file: &Path, _: &Path| disk.remove(file),
        |disk: &dyn Disk, file: &Path, other: &Path| disk.rename(other, file),
    ] {
        let mut change = disk.watch(file).unwrap();
        assert!(futures_util::future::FutureExt::now_or_never(&mut change).is_none());
        act(&*disk, file, other).unwrap();
        change.await.unwrap();
    }
}
