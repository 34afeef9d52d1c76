//! Why a store on disk cannot be opened.

use std::io;
use std::path::Path;

use super::files;
use crate::item::FileId;

/// Why a folder cannot be opened as a store. Nothing in it was changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// Another process has the folder open.
    #[error("{dir} is in use by another process{}", .holder.map(|pid| format!(" ({pid})")).unwrap_or_default())]
    InUse {
        /// The folder.
        dir: String,
        /// The other's process id, if it left one.
        holder: Option<u32>,
    },
    /// Bytes that were acknowledged do not read back. Restore from a snapshot, or move the folder away to begin anew.
    #[error("{file} is damaged at offset {offset}: {what}")]
    Damaged {
        /// The file's name in the folder.
        file: String,
        /// Where the faulty record begins.
        offset: u64,
        /// What is wrong.
        what: &'static str,
    },
    /// A file is not there that others lead to.
    #[error("{file} is missing")]
    Missing {
        /// Its name.
        file: String,
    },
    /// The store was written by another release.
    #[error("{file} has format {format}, this release reads format {known}")]
    Format {
        /// The file's name.
        file: String,
        /// Its format.
        format: u32,
        /// What can be read.
        known: u32,
    },
    /// The system refuses something.
    #[error("cannot {action} {path}: {error}")]
    Io {
        /// What was tried.
        action: &'static str,
        /// On which file.
        path: String,
        /// What the system says.
        error: String,
    },
}

impl OpenError {
    pub(super) fn damaged(file: FileId, offset: u64, what: &'static str) -> Self {
        Self::Damaged { file: files::name(file), offset, what }
    }
}

/// Makes an error of the system one of opening.
pub(super) fn at(action: &'static str, path: &Path) -> impl Fn(io::Error) -> OpenError {
    let path = path.display().to_string();
    move |error| OpenError::Io { action, path: path.clone(), error: error.to_string() }
}
