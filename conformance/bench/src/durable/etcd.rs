//! Upstream's etcd as a process, durable as it comes. Called by `durable` and `restart`.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail, ensure};
use conformance_tools::interrupt::dying_with_us;
use conformance_tools::process::free_port;
use conformance_tools::upstream::{self, Program};

use super::grpc::Client;
use crate::usage::{self, Memory};

/// Longest time from its start until it answers.
const READY: Duration = Duration::from_secs(120);

/// Builds etcd if need be; the program.
pub(crate) fn program() -> Result<PathBuf> {
    let program = upstream::build(&[Program::Etcd])?.join(Program::Etcd.file());
    let output = Command::new(&program).arg("--version").output().context("cannot run etcd")?;
    let text = String::from_utf8_lossy(&output.stdout);
    ensure!(text.contains("etcd Version: 3.7."), "this is not etcd 3.7: {text}");
    Ok(program)
}

/// A running etcd; killed when dropped.
pub(crate) struct Etcd {
    child: Child,
    /// HOST:PORT for clients.
    pub(crate) address: String,
    pub(crate) begun: Instant,
}

impl Etcd {
    /// Starts it on a data folder, new or old.
    pub(crate) fn start(program: &Path, folder: &Path) -> Result<Self> {
        std::fs::create_dir_all(folder).context("cannot make etcd's folder")?;
        let client = free_port()?;
        let peer =
            (client + 1..).find(|port| std::net::TcpListener::bind(("127.0.0.1", *port)).is_ok()).context("no free port")?;
        let address = format!("127.0.0.1:{client}");
        let peer = format!("http://127.0.0.1:{peer}");
        let log = std::fs::File::create(folder.join("log")).context("cannot make etcd's log")?;
        let mut command = dying_with_us(program);
        command.arg(format!("--data-dir={}", folder.join("data").display()));
        command.args(["listen-client", "advertise-client"].map(|flag| format!("--{flag}-urls=http://{address}")));
        command.args(["listen-peer", "initial-advertise-peer"].map(|flag| format!("--{flag}-urls={peer}")));
        command.arg(format!("--initial-cluster=default={peer}")).arg("--quota-backend-bytes=8589934592");
        command.stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log);
        let begun = Instant::now();
        let child = command.spawn().context("cannot run `setpriv` (package util-linux) for etcd")?;
        Ok(Self { child, address, begun })
    }

    /// Asks until it answers a linearizable read.
    pub(crate) async fn ready(&self) -> Result<Client> {
        loop {
            if let Ok(client) = Client::connect(&self.address).await
                && client.count(b"/").await.is_ok()
            {
                return Ok(client);
            }
            if self.begun.elapsed() > READY {
                bail!("etcd does not answer");
            }
            // It offers no event to a client that waits for its start.
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    }

    pub(crate) fn cpu(&self) -> Result<Duration> {
        usage::cpu(self.child.id())
    }

    pub(crate) fn memory(&self) -> Result<Memory> {
        usage::memory(self.child.id())
    }
}

impl Drop for Etcd {
    fn drop(&mut self) {
        // One that has ended already needs no kill.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
