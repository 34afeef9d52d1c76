//! `ferrokube up`: a control plane in this process, in the foreground. Starts the parts, says one line when ready, and stops on SIGTERM
//! or Ctrl-C. Wiring only: every part is a crate of its own.

mod options;
mod start;
mod stop;

use std::io::Write as _;

use anyhow::{Context as _, Result};
use daemon::exit::Fatal;
use daemon::{DataDir, DataDirError, Shutdown};

pub(crate) use options::{Options, data_dir};

/// Runs until told to stop.
pub(crate) fn run(options: &Options) -> Result<()> {
    daemon::logs::start(&options.log, options.logging_format).context("set up logs")?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().context("start the runtime")?;
    let served = runtime.block_on(serve(options));
    // What is still running has been waited for as long as it was worth it.
    runtime.shutdown_background();
    served
}

async fn serve(options: &Options) -> Result<()> {
    let gates = options.gates()?;
    let sys = sys::real();
    let shutdown = Shutdown::on_signals(&sys, at_once).context("listen for signals")?;
    // Before anything else is read or written there, and until the very end.
    let data_dir = take(&sys, options)?;
    let started = tokio::select! {
        biased;
        () = shutdown.requested() => return Ok(()),
        started = start::start(&sys, options, gates, data_dir.as_ref().map(DataDir::path)) => started?,
    };
    announce(&started);
    shutdown.requested().await;
    stop::stop(&sys, options, started).await;
    drop(data_dir);
    Ok(())
}

/// The folder, unless nothing is to be kept there. Even then its kubeconfig is not taken from a cluster that keeps its objects there.
fn take(sys: &sys::Sys, options: &Options) -> Result<Option<DataDir>> {
    let dir = options.data_dir();
    if options.memory {
        let holder = dir.ok().filter(|_| options.has_own_kubeconfig()).and_then(|dir| DataDir::holder(sys, &dir));
        return match holder {
            Some(in_use) => {
                Err(Fatal::in_use(format!("{in_use}; choose another place for the kubeconfig with --kubeconfig")).into())
            }
            None => Ok(None),
        };
    }
    DataDir::take(sys, &dir?, std::process::id()).map(Some).map_err(|error| match error {
        in_use @ DataDirError::InUse { .. } => Fatal::in_use(in_use).into(),
        other => other.into(),
    })
}

/// Whoever asks twice is not willing to wait for the end of requests.
#[expect(clippy::exit, reason = "nothing that still runs can be trusted to end in time")]
fn at_once() {
    crate::complain("the stop was cut short by a second signal");
    std::process::exit(i32::from(daemon::exit::Exit::Failure.code()));
}

/// The one line on standard output.
fn announce(started: &start::Started) {
    let context = if started.kubeconfig.current { String::new() } else { format!(" --context {}", started.kubeconfig.context) };
    let (address, file) = (started.running.local_addr(), started.kubeconfig.path.display());
    // Whoever started this need not listen.
    let _ = writeln!(std::io::stdout(), "ferrokube is ready at https://{address} (kubectl --kubeconfig {file}{context})");
}
