//! Who waits for changes of which file, for the disk in memory.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use tokio::sync::oneshot;

use crate::BoxFuture;

#[derive(Default)]
pub(super) struct Watches(Mutex<Vec<(PathBuf, oneshot::Sender<()>)>>);

impl Watches {
    /// Completes at the next change of the file.
    pub(super) fn arm(&self, path: &Path) -> BoxFuture<'static, std::io::Result<()>> {
        let (sender, changed) = oneshot::channel();
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push((path.to_owned(), sender));
        Box::pin(async move {
            match changed.await {
                Ok(()) => Ok(()),
                // The world has ended: nothing changes any more.
                Err(_) => std::future::pending().await,
            }
        })
    }

    /// Tells everybody who waits for this file.
    pub(super) fn changed(&self, path: &Path) {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for (_, sender) in waiting.extract_if(.., |(watched, _)| watched == path) {
            // Whoever has stopped waiting needs no word.
            let _ = sender.send(());
        }
    }
}
