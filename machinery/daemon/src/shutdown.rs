//! Telling a process to stop: SIGTERM and Ctrl-C become one event that everybody can wait for.

use std::io;

use sys::Sys;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

/// The process's wish to stop. Cheap to clone.
#[derive(Clone)]
pub struct Shutdown {
    requested: watch::Receiver<bool>,
}

/// The other end of a [`Shutdown`]: stops by hand. Dropping it stops as well.
pub struct Trigger(watch::Sender<bool>);

impl Trigger {
    /// Asks for the stop.
    pub fn fire(&self) {
        self.0.send_replace(true);
    }
}

impl Shutdown {
    /// A shutdown that is asked for by hand.
    #[must_use]
    pub fn by_hand() -> (Trigger, Self) {
        let (sender, requested) = watch::channel(false);
        (Trigger(sender), Self { requested })
    }

    /// A shutdown that SIGTERM and SIGINT ask for.
    ///
    /// # Errors
    /// The system refuses to report signals.
    pub fn on_signals(sys: &Sys) -> io::Result<Self> {
        let (mut terminate, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
        let (trigger, shutdown) = Self::by_hand();
        sys.spawn.task(
            "signals",
            Box::pin(async move {
                tokio::select! {
                    _ = terminate.recv() => (),
                    _ = interrupt.recv() => (),
                }
                trigger.fire();
            }),
        );
        Ok(shutdown)
    }

    /// Completes once the stop was asked for.
    pub async fn requested(&self) {
        let mut requested = self.requested.clone();
        // An error means that the trigger is gone, which is a stop too.
        drop(requested.wait_for(|asked| *asked).await);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn everybody_hears_of_the_stop() {
        let (trigger, shutdown) = Shutdown::by_hand();
        let other = shutdown.clone();
        trigger.fire();
        shutdown.requested().await;
        other.requested().await;
        let (trigger, shutdown) = Shutdown::by_hand();
        drop(trigger);
        shutdown.requested().await;
    }
}
