//! Telling a process to stop: signals become one event that everybody can wait for, and a second signal ends the wait.
//!
//! | signal | first | once more |
//! |---|---|---|
//! | SIGTERM, SIGINT (Ctrl-C) | stop | end at once |
//! | SIGHUP (the terminal is gone) | stop, unless it was ignored when the process began (`nohup`) | end at once |
//! | SIGPIPE | nothing: Rust's runtime ignores it, and writers see an error | |

use std::io;
use std::path::Path;

use sys::{Disk, Sys};
use tokio::signal::unix::{Signal, SignalKind, signal};
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

    /// A shutdown that signals ask for. Whoever asks a second time is not willing to wait: `at_once` must end the process.
    ///
    /// # Errors
    /// The system refuses to report signals.
    pub fn on_signals(sys: &Sys, at_once: impl FnOnce() + Send + 'static) -> io::Result<Self> {
        let mut signals = Signals::listen(&*sys.disk)?;
        let (trigger, shutdown) = Self::by_hand();
        sys.spawn.task(
            "signals",
            Box::pin(async move {
                signals.next().await;
                trigger.fire();
                signals.next().await;
                at_once();
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

/// The signals that ask for a stop.
struct Signals {
    terminate: Signal,
    interrupt: Signal,
    hangup: Option<Signal>,
}

impl Signals {
    fn listen(disk: &dyn Disk) -> io::Result<Self> {
        let status = disk.read(Path::new("/proc/self/status")).unwrap_or_default();
        let hangup = (!ignores_hangup(&String::from_utf8_lossy(&status))).then(|| signal(SignalKind::hangup())).transpose()?;
        Ok(Self { terminate: signal(SignalKind::terminate())?, interrupt: signal(SignalKind::interrupt())?, hangup })
    }

    async fn next(&mut self) {
        let hangup = async {
            match &mut self.hangup {
                Some(hangup) => hangup.recv().await,
                None => std::future::pending().await,
            }
        };
        let which = tokio::select! {
            _ = self.terminate.recv() => "SIGTERM",
            _ = self.interrupt.recv() => "SIGINT",
            _ = hangup => "SIGHUP",
        };
        tracing::info!(signal = which, "told to stop");
    }
}

/// Whether the process was started with SIGHUP ignored, from Linux's `/proc/self/status`: bit 0 of the mask of ignored signals.
fn ignores_hangup(status: &str) -> bool {
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).is_some_and(|mask| mask & 1 != 0)
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

    #[test]
    fn nohup_is_seen() {
        let check = |mask: &str, expect| {
            assert_eq!(ignores_hangup(&format!("Name:\tx\nSigBlk:\t0001\nSigIgn:\t{mask}\nSigCgt:\t1\n")), expect, "{mask}");
        };
        check("0000000000001001", true);
        check("0000000000001000", false);
        check("nonsense", false);
        assert!(!ignores_hangup(""));
    }
}
