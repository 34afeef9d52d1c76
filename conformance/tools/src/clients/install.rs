//! Installs the client libraries and builds the scenarios, into the cache folder and never into the checkout.
//!
//! Called by `clients`. What is installed is pinned by files in `conformance/clients` (go.sum, requirements.txt,
//! package-lock.json, Cargo.lock); a folder in the cache is named after their digest, so a changed pin installs afresh.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use super::need;
use crate::upstream::{self, cache_dir};

/// Builds one of the Go scenarios. Go's own build cache makes a second build a matter of a second.
pub(super) fn go(name: &str) -> Result<PathBuf> {
    need("go", "the client-go and controller-runtime scenarios (Go 1.26 or later)")?;
    let module = folder("go");
    let bin = cached(&[module.join("go.mod"), module.join("go.sum")], "go")?.join("bin");
    let program = bin.join(name);
    let mut command = Command::new("go");
    command.current_dir(&module).args(["build", "-trimpath", "-o"]).arg(&program).arg(format!("./{name}"));
    finish(command, "building the Go scenario")?;
    Ok(program)
}

/// Makes a virtual environment with the pinned packages.
pub(super) fn python() -> Result<Vec<PathBuf>> {
    need("python3", "the Python scenario (3.10 or later, with venv)")?;
    let requirements = folder("python").join("requirements.txt");
    let dir = cached(std::slice::from_ref(&requirements), "python")?;
    once(&dir, || {
        let mut venv = Command::new("python3");
        venv.args(["-m", "venv", "--clear"]).arg(dir.join("venv"));
        finish(venv, "making a Python virtual environment (Debian: package python3-venv)")?;
        let mut pip = Command::new(dir.join("venv/bin/python"));
        pip.args(["-m", "pip", "install", "--quiet", "--no-deps", "--disable-pip-version-check", "-r"]).arg(&requirements);
        finish(pip, "installing the Python client with pip")
    })?;
    Ok(vec![dir.join("venv/bin/python"), folder("python").join("scenario.py")])
}

/// Installs the locked packages, and lays the scenario beside them, where Node looks for them.
pub(super) fn node() -> Result<Vec<PathBuf>> {
    need("node", "the Node scenario (20 or later)")?;
    need("npm", "the Node scenario")?;
    let source = folder("node");
    let pins = ["package.json", "package-lock.json"].map(|file| source.join(file));
    let dir = cached(&pins, "node")?;
    once(&dir, || {
        for pin in &pins {
            copy_into(&dir, pin)?;
        }
        let mut npm = Command::new("npm");
        npm.current_dir(&dir).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
        finish(npm, "installing the Node client with npm")
    })?;
    for file in ["scenario.mjs", "objects.yaml"] {
        copy_into(&dir, &source.join(file))?;
    }
    Ok(vec![PathBuf::from("node"), dir.join("scenario.mjs")])
}

/// Builds the kube-rs scenario, a crate of this workspace, in the profile and with the features with
/// which the tests have built its dependencies.
pub(super) fn kube() -> Result<PathBuf> {
    need("cargo", "the kube-rs scenario")?;
    let mut cargo = Command::new("cargo");
    cargo.current_dir(upstream::conformance_dir()).args(["build", "--locked", "--workspace", "--bin", "kube-scenario"]);
    cargo.arg("--message-format=json-render-diagnostics").stderr(std::process::Stdio::inherit());
    let output = cargo.output().context("cannot run cargo")?;
    ensure!(output.status.success(), "building the kube-rs scenario failed ({})", output.status);
    executable(&String::from_utf8_lossy(&output.stdout)).context("cargo named no program")
}

/// The program that cargo's messages name.
fn executable(messages: &str) -> Option<PathBuf> {
    let lines = messages.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    let mut programs = lines.filter_map(|message| message.get("executable")?.as_str().map(PathBuf::from));
    programs.find(|program| program.file_name().is_some_and(|name| name == "kube-scenario"))
}

fn folder(name: &str) -> PathBuf {
    let dir = upstream::conformance_dir().join("clients").join(name);
    dir.canonicalize().unwrap_or(dir)
}

/// The cache folder of these pins, made if need be.
fn cached(pins: &[PathBuf], name: &str) -> Result<PathBuf> {
    let dir = cache_dir()?.join(format!("clients-{name}-{}", upstream::digest(pins)?));
    std::fs::create_dir_all(&dir).with_context(|| format!("cannot create {}", dir.display()))?;
    Ok(dir)
}

/// Installs unless an earlier run finished doing so; two runs at once wait for each other.
fn once(dir: &Path, install: impl FnOnce() -> Result<()>) -> Result<()> {
    let lock = File::create(dir.join(".lock")).context("cannot create the lock file of an installation")?;
    lock.lock().context("cannot lock an installation")?;
    let done = dir.join(".complete");
    if done.is_file() {
        return Ok(());
    }
    eprintln!("installing into {} (once)", dir.display());
    install()?;
    File::create(done).context("cannot mark an installation as complete")?;
    Ok(())
}

fn copy_into(dir: &Path, file: &Path) -> Result<()> {
    let name = file.file_name().context("a path without a name")?;
    std::fs::copy(file, dir.join(name)).with_context(|| format!("cannot copy {}", file.display()))?;
    Ok(())
}

fn finish(mut command: Command, what: &str) -> Result<()> {
    let output = command.output().with_context(|| format!("{what}: cannot start"))?;
    let text = [output.stdout, output.stderr].concat();
    ensure!(output.status.success(), "{what} failed ({})\n{}", output.status, super::tail(&String::from_utf8_lossy(&text), 20));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unfinished_installation_is_done_again() {
        let dir = tempfile::tempdir().unwrap();
        let mut tries = 0;
        for (fails, expect) in [(true, 1), (false, 2), (true, 2)] {
            let result = once(dir.path(), || {
                tries += 1;
                ensure!(!fails, "planned");
                Ok(())
            });
            assert_eq!((tries, result.is_err()), (expect, tries == 1));
        }
    }

    #[test]
    fn cargo_names_the_program() {
        let text = "{\"reason\":\"a\",\"executable\":null}\nnoise\n{\"executable\":\"/t/other\"}\n{\"executable\":\"/t/kube-scenario\"}\n";
        assert_eq!(executable(text), Some(PathBuf::from("/t/kube-scenario")));
        assert_eq!(executable("{}"), None);
    }
}
