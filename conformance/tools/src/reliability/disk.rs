//! A small disk: a file with an ext4 file system, mounted in a mount namespace of its own. Called by `full_disk`.
//!
//! The command runs itself again inside the namespace. The file is removed as soon as it is mounted, so that the kernel takes back
//! mount, loop device and file when the last process of the namespace ends, whatever ends it.

use std::os::unix::process::ExitStatusExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context as _, Result, bail, ensure};

use crate::interrupt::{Killed, dying_with_us};

/// Runs this program again, with these words, in a mount namespace of its own; ends it when this process is told to end.
pub(crate) fn run_inside(words: &[String]) -> Result<ExitCode> {
    ensure!(rustix::process::geteuid().is_root(), "mounting a small disk needs root");
    let program = std::env::current_exe().context("which program is this?")?;
    // The server dies with the namespace's first process.
    let mut command = dying_with_us(Path::new("unshare"));
    command.args(["--mount", "--pid", "--fork", "--kill-child", "--mount-proc", "--"]).arg(program).args(words);
    let mut running = command.spawn().context("cannot run `setpriv` (package util-linux)")?;
    let _killed = Killed::new(&running)?;
    let status = running.wait().context("cannot wait for the run")?;
    let code = status.code().or_else(|| status.signal().map(|signal| 128 + signal));
    Ok(ExitCode::from(code.and_then(|code| u8::try_from(code).ok()).unwrap_or(1)))
}

/// Makes a disk of so many MiB below `folder` and mounts it there.
pub(crate) fn mount(folder: &Path, mebibytes: u64) -> Result<PathBuf> {
    let image = folder.join("disk.img");
    let point = folder.join("disk");
    let file = std::fs::File::create(&image).context("cannot make the disk's file")?;
    file.set_len(mebibytes << 20).context("cannot size the disk's file")?;
    drop(file);
    std::fs::create_dir_all(&point).context("cannot make the mount point")?;
    tool(Command::new("mkfs.ext4").args(["-q", "-F", "-m", "0"]).arg(&image))?;
    let mounted = tool(Command::new("mount").args(["-o", "loop"]).args([&image, &point]));
    std::fs::remove_file(&image).context("cannot remove the disk's file")?;
    mounted.map(|()| point)
}

/// Unmounts it.
pub(crate) fn unmount(point: &Path) -> Result<()> {
    tool(Command::new("umount").arg(point))
}

fn tool(command: &mut Command) -> Result<()> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.output().with_context(|| format!("cannot run `{name}`"))?;
    if output.status.success() {
        return Ok(());
    }
    bail!("{name}: {} {}", output.status, String::from_utf8_lossy(&output.stderr).trim())
}

/// Bytes that are free on the file system of `point`.
pub(crate) fn free(point: &Path) -> Result<u64> {
    let space = rustix::fs::statvfs(point).context("cannot ask for the free space")?;
    Ok(space.f_bavail * space.f_frsize)
}

/// A file that takes all the room that is left. Removed by `std::fs::remove_file`.
pub(crate) fn fill(point: &Path) -> Result<PathBuf> {
    let path = point.join("ballast");
    let mut file = std::fs::File::create(&path).context("cannot make the file that fills the disk")?;
    for size in [64 << 10, 1 << 10, 64] {
        while std::io::Write::write_all(&mut file, &vec![1; size]).is_ok() {}
    }
    Ok(path)
}
