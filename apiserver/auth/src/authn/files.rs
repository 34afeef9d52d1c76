//! Credentials that stand in files: read at start, and again whenever they change. Called by the binaries. A file that cannot be read or
//! understood any more changes nothing: what it said before counts on. What is said about a file names it and a line, never the content.
//!
//! ```text
//! arm the watch -> read -> replace what the authenticator knows -> await the change -> arm ...
//! ```

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Weak;

use futures_util::future::{Either, select};
use sys::{BoxFuture, Sys};
use tokio::sync::oneshot;
use x509::{CertificateDer, Roots};

use super::{Authenticator, Inner, Malformed, Note, Passwords, Sources, Tokens};

/// Permissions that let others than the owner read a file.
const OTHERS: u32 = 0o077;

/// Which files there are.
#[derive(Clone, Debug, Default)]
pub struct Files {
    /// Further issuers of client certificates, PEM.
    pub client_ca: Option<PathBuf>,
    /// Static tokens.
    pub tokens: Option<PathBuf>,
    /// User names with passwords.
    pub passwords: Option<PathBuf>,
}

/// A file that cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("{}: {problem}", path.display())]
pub struct FileError {
    /// Which file.
    pub path: PathBuf,
    /// What is wrong with it.
    pub problem: Problem,
}

/// What is wrong with a file.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    /// It cannot be read.
    #[error(transparent)]
    Read(#[from] io::Error),
    /// Changes of it cannot be noticed.
    #[error("it cannot be watched for changes: {0}")]
    Watch(io::Error),
    /// A line of it is malformed.
    #[error(transparent)]
    Malformed(#[from] Malformed),
    /// It holds no certificates that can be used.
    #[error(transparent)]
    Certificates(#[from] x509::VerifyError),
}

/// What a file is for.
enum Purpose {
    /// Issuers beside these.
    ClientCa(Vec<CertificateDer<'static>>),
    Tokens,
    Passwords,
}

/// A file with the watch on it.
struct Followed {
    path: PathBuf,
    purpose: Purpose,
    change: BoxFuture<'static, io::Result<()>>,
}

impl Files {
    /// Reads the files, and reads them again for as long as the authenticator lives. `own` are issuers of client certificates beside
    /// those of the file.
    ///
    /// # Errors
    /// The first file that cannot be read, understood or watched.
    pub fn open(self, sys: &Sys, own: Vec<CertificateDer<'static>>, anonymous: bool) -> Result<Authenticator, FileError> {
        let files = [
            (self.client_ca, Purpose::ClientCa(own.clone())),
            (self.tokens, Purpose::Tokens),
            (self.passwords, Purpose::Passwords),
        ];
        let roots = |problem| FileError { path: PathBuf::from("the cluster's own authority"), problem };
        let sources = Sources {
            roots: Some(Roots::new(&own).map_err(|error| roots(error.into()))?),
            tokens: None,
            passwords: None,
            anonymous,
        };
        let authenticator = Authenticator::with(sources);
        let mut followed = Vec::new();
        for (path, purpose) in files {
            let Some(path) = path else { continue };
            let at = |problem| FileError { path: path.clone(), problem };
            let change = sys.disk.watch(&path).map_err(|error| at(Problem::Watch(error)))?;
            let content = sys.disk.read(&path).map_err(|error| at(error.into()))?;
            if !matches!(purpose, Purpose::ClientCa(_)) {
                warn_of_readers(sys, &path);
            }
            let entries = purpose.take(sys, &authenticator, &path, &content).map_err(at)?;
            tracing::info!(path = %path.display(), entries, "read credentials");
            followed.push(Followed { path, purpose, change });
        }
        for file in followed {
            let ended = authenticator.on_end();
            sys.spawn.task("follow a file of credentials", Box::pin(file.follow(sys.clone(), authenticator.downgrade(), ended)));
        }
        Ok(authenticator)
    }
}

impl Purpose {
    /// Puts what a file says in the place of what it said before. Gives the number of entries.
    fn take(&self, sys: &Sys, authenticator: &Authenticator, path: &Path, content: &[u8]) -> Result<usize, Problem> {
        match self {
            Self::ClientCa(own) => {
                let mut all = own.clone();
                all.extend(x509::certificates_from_pem(content).map_err(x509::VerifyError::from)?);
                let count = all.len() - own.len();
                authenticator.replace_roots(Some(Roots::new(&all)?));
                Ok(count)
            }
            Self::Tokens => {
                let (tokens, notes) = Tokens::read(content, &*sys.entropy)?;
                let count = tokens.len();
                warn(path, &notes);
                authenticator.replace_tokens(Some(tokens));
                Ok(count)
            }
            Self::Passwords => {
                let (passwords, notes) = Passwords::read(content, &*sys.entropy)?;
                let count = passwords.len();
                warn(path, &notes);
                authenticator.replace_passwords(Some(passwords));
                Ok(count)
            }
        }
    }
}

fn warn(path: &Path, notes: &[Note]) {
    for note in notes {
        tracing::warn!(path = %path.display(), line = note.line, note.what, "a record of credentials is odd");
    }
}

fn warn_of_readers(sys: &Sys, path: &Path) {
    if sys.disk.mode(path).is_ok_and(|mode| mode & OTHERS != 0) {
        tracing::warn!(path = %path.display(), "others than its owner may read this file of credentials");
    }
}

impl Followed {
    async fn follow(mut self, sys: Sys, authenticator: Weak<Inner>, mut ended: oneshot::Receiver<()>) {
        let path = self.path.display().to_string();
        // What was wrong last: said once, however often the file changes.
        let mut said = None;
        loop {
            let unwatched = match select(self.change, &mut ended).await {
                Either::Left((Ok(()), _)) => None,
                Either::Left((Err(error), _)) => Some(error),
                Either::Right(_) => return,
            };
            let (change, content) = arm_and_read(&sys, self.path.clone()).await;
            let Some(authenticator) = authenticator.upgrade().map(Authenticator) else { return };
            let taken = content.map_err(Problem::from);
            let taken = taken.and_then(|content| self.purpose.take(&sys, &authenticator, &self.path, &content));
            match taken {
                Ok(entries) => {
                    said = None;
                    tracing::info!(path, entries, "read changed credentials");
                }
                Err(problem) => {
                    let problem = problem.to_string();
                    if said.as_ref() != Some(&problem) {
                        tracing::warn!(
                            path,
                            problem,
                            "a changed file of credentials cannot be used: what it said before counts on"
                        );
                    }
                    said = Some(problem);
                }
            }
            self.change = match (unwatched, change) {
                (None, Ok(change)) => change,
                (Some(error), _) | (None, Err(error)) => {
                    tracing::error!(path, %error, "changes of a file of credentials go unnoticed until the server is started anew");
                    return;
                }
            };
        }
    }
}

/// On a thread where it may block: first the watch, then the content, so that no change falls between.
async fn arm_and_read(sys: &Sys, path: PathBuf) -> (io::Result<BoxFuture<'static, io::Result<()>>>, io::Result<Vec<u8>>) {
    let (sender, done) = oneshot::channel();
    let disk = sys.disk.clone();
    let task = async move {
        let change = disk.watch(&path);
        // Nobody waits any more when the server has ended.
        let _ = sender.send((change, disk.read(&path)));
    };
    sys.spawn.blocking("read credentials", Box::pin(task));
    done.await.unwrap_or_else(|_| (Err(gone()), Err(gone())))
}

fn gone() -> io::Error {
    io::Error::other("the thread that reads ended early")
}

#[cfg(test)]
mod tests;
