//! A network namespace with a loopback device and nothing else. Called by `reference` only; needs root (`ip netns`).

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail, ensure};

/// The address that the reference advertises. It cannot be 127.0.0.1: upstream refuses loopback addresses in endpoints.
pub(super) const ADDRESS: &str = "10.250.0.1";

/// Service addresses of the reference (the upstream default).
pub(crate) const SERVICE_RANGE: &str = "10.0.0.0/24";

/// Pod addresses of the reference, for its controller manager.
pub(super) const POD_RANGE: &str = "10.244.0.0/16";

/// Says what is missing before anything is built or started.
pub(crate) fn require() -> Result<()> {
    ensure!(rustix::process::geteuid().is_root(), "network namespaces need root: run this as root");
    for (program, package) in [("ip", "iproute2"), ("setpriv", "util-linux")] {
        let found = Command::new(program).arg("-V").output();
        found.with_context(|| format!("cannot run `{program}`: install the package {package}"))?;
    }
    Ok(())
}

/// Makes the namespace: loopback up, the advertised address on it, service and pod ranges answered with an error at once.
pub(super) fn create(name: &str) -> Result<()> {
    ip(&["netns", "add", name])?;
    ip(&["-n", name, "link", "set", "lo", "up"])?;
    ip(&["-n", name, "address", "add", &format!("{ADDRESS}/32"), "dev", "lo"])?;
    for range in [SERVICE_RANGE, POD_RANGE] {
        ip(&["-n", name, "route", "add", "blackhole", range])?;
    }
    Ok(())
}

/// Removes the namespace if it is there.
pub(super) fn remove(name: &str) -> Result<()> {
    if file(name).exists() { ip(&["netns", "delete", name]) } else { Ok(()) }
}

/// The file that a thread opens to enter the namespace.
pub(crate) fn file(name: &str) -> PathBuf {
    Path::new("/run/netns").join(name)
}

fn ip(arguments: &[&str]) -> Result<()> {
    let output = Command::new("ip").args(arguments).output().context("cannot run `ip` (package iproute2)")?;
    if !output.status.success() {
        let text = String::from_utf8_lossy(&output.stderr);
        bail!("`ip {}` failed: {} (network namespaces need root)", arguments.join(" "), text.trim());
    }
    Ok(())
}
