//! `ferrokube storage`: what can be done with a store that no server has open. Options and texts only; the storage crate does the work.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use bytes::Bytes;
use clap::{Args, Subcommand};
use daemon::DataDir;
use daemon::exit::Fatal;
use storage::{Report, Snapshot};
use sys::Open;

/// What to do.
#[derive(Subcommand)]
pub(crate) enum Action {
    /// Read every record and say whether the store is whole; changes nothing.
    Check(Folder),
    /// Figures of the store, one `name value` a line.
    Stats(Folder),
    /// Write a consistent copy of all objects into a file.
    Snapshot {
        #[command(flatten)]
        folder: Folder,
        /// The file; it must not exist yet.
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// Make a store from a copy, in a folder that holds none yet.
    Restore {
        #[command(flatten)]
        folder: Folder,
        /// The file that `storage snapshot` wrote.
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// How far the revision moves past that of the copy: more than the writes that were made since, or clients that saw them miss
        /// changes.
        #[arg(long, value_name = "REVISIONS", default_value_t = 1_000_000_000)]
        bump_revision: u64,
    },
}

/// Where the store is.
#[derive(Args)]
pub(crate) struct Folder {
    /// The folder that `ferrokube up` was given [default: ~/.local/share/ferrokube].
    #[arg(long, value_name = "DIR")]
    data_dir: Option<PathBuf>,
}

/// The store's part of a data folder.
pub(crate) fn folder(data_dir: &Path) -> PathBuf {
    data_dir.join("store")
}

/// Does it.
pub(crate) fn run(action: Action) -> Result<()> {
    match action {
        Action::Check(at) => {
            let (report, _) = read(&at)?;
            say(&format!("{} keys at revision {}: no damage", report.keys, report.revision));
            if report.torn_bytes > 0 {
                say("a last write was cut short and never acknowledged; the next start wipes it");
            }
            Ok(())
        }
        Action::Stats(at) => {
            let (report, _) = read(&at)?;
            say(&figures(&report));
            Ok(())
        }
        Action::Snapshot { folder: at, file } => {
            let (report, snapshot) = read(&at)?;
            write(&file, snapshot)?;
            say(&format!("{} keys at revision {} written to {}", report.keys, report.revision, file.display()));
            Ok(())
        }
        Action::Restore { folder: at, file, bump_revision } => restore(&at, &file, bump_revision),
    }
}

/// The store of a folder that nobody has. The store has a lock of its own; this one says the same of the folder as `up` does.
fn place(at: &Folder) -> Result<PathBuf> {
    let dir = crate::up::data_dir(at.data_dir.as_ref())?;
    match DataDir::holder(&sys::real(), &dir) {
        Some(in_use) => Err(Fatal::in_use(in_use).into()),
        None => Ok(folder(&dir)),
    }
}

fn read(at: &Folder) -> Result<(Report, Snapshot)> {
    Ok(storage::check(&sys::real(), &place(at)?)?)
}

fn figures(report: &Report) -> String {
    let lines = [
        ("revision", report.revision.0),
        ("compacted", report.compacted.0),
        ("keys", report.keys as u64),
        ("live_bytes", report.live_bytes as u64),
        ("commits_in_history", report.commits as u64),
        ("log_bytes", report.log_bytes),
        ("files", report.files as u64),
        ("file_bytes", report.file_bytes),
        ("torn_bytes", report.torn_bytes as u64),
    ];
    lines.map(|(name, value)| format!("{name} {value}")).join("\n")
}

fn write(file: &Path, snapshot: Snapshot) -> Result<()> {
    let sys = sys::real();
    let out = sys.disk.open(file, Open::Create).with_context(|| format!("create {}", file.display()))?;
    let all = || -> std::io::Result<()> {
        let mut offset = 0;
        for piece in snapshot {
            out.write_at(&piece, offset)?;
            offset += piece.len() as u64;
        }
        out.sync_data()
    };
    let written = all();
    if written.is_err() {
        // Half a copy is none; what counts is the first error.
        drop(sys.disk.remove(file));
    }
    written.with_context(|| format!("write {}", file.display()))
}

fn restore(at: &Folder, file: &Path, bump: u64) -> Result<()> {
    if bump == 0 {
        bail!("--bump-revision 0: revisions that were handed out would be used again");
    }
    let source = sys::real().disk.open(file, Open::Read).with_context(|| format!("open {}", file.display()))?;
    let mut offset = 0;
    let pieces = std::iter::from_fn(move || {
        let mut piece = vec![0; 64 << 10];
        match source.read_at(&mut piece, offset) {
            Ok(0) => None,
            Ok(count) => {
                piece.truncate(count);
                offset += count as u64;
                Some(Ok(Bytes::from(piece)))
            }
            Err(error) => Some(Err(error)),
        }
    });
    let dir = place(at)?;
    let runtime = tokio::runtime::Builder::new_current_thread().build().context("start the runtime")?;
    let revision = runtime.block_on(storage::restore(&sys::real(), &dir, pieces, bump))?;
    say(&format!("restored into {} at revision {revision}", dir.display()));
    Ok(())
}

/// The answer that was asked for, on standard output.
fn say(text: &str) {
    // Whoever asked need not listen to the end.
    let _ = writeln!(std::io::stdout(), "{text}");
}
