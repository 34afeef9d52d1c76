//! Builds upstream's programs from the Go module `conformance/go` into a cache outside the checkout.
//!
//! Called by `build`, `reference`, `diff record` and `kubectl`. The cache folder is named after go.mod and go.sum, so a new
//! upstream version builds afresh and two checkouts of the same version share one build. It never changes the Go module.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};
use sha2::{Digest as _, Sha256};

/// One upstream program that the tools can build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Program {
    Apiserver,
    Etcd,
    Kubectl,
    Kubeadm,
    ControllerManager,
    Scheduler,
    E2e,
    Ginkgo,
}

impl Program {
    pub(crate) const ALL: [Self; 8] = [
        Self::Apiserver,
        Self::Etcd,
        Self::Kubectl,
        Self::Kubeadm,
        Self::ControllerManager,
        Self::Scheduler,
        Self::E2e,
        Self::Ginkgo,
    ];

    /// The programs that a running reference server consists of.
    pub(crate) const SERVER: [Self; 2] = [Self::Etcd, Self::Apiserver];

    /// File name in the cache folder.
    pub const fn file(self) -> &'static str {
        match self {
            Self::Apiserver => "kube-apiserver",
            Self::Etcd => "etcd",
            Self::Kubectl => "kubectl",
            Self::Kubeadm => "kubeadm",
            Self::ControllerManager => "kube-controller-manager",
            Self::Scheduler => "kube-scheduler",
            Self::E2e => "e2e.test",
            Self::Ginkgo => "ginkgo",
        }
    }

    const fn package(self) -> &'static str {
        match self {
            Self::Apiserver => "k8s.io/kubernetes/cmd/kube-apiserver",
            Self::Etcd => "go.etcd.io/etcd/server/v3",
            Self::Kubectl => "k8s.io/kubernetes/cmd/kubectl",
            Self::Kubeadm => "k8s.io/kubernetes/cmd/kubeadm",
            Self::ControllerManager => "k8s.io/kubernetes/cmd/kube-controller-manager",
            Self::Scheduler => "k8s.io/kubernetes/cmd/kube-scheduler",
            Self::E2e => "k8s.io/kubernetes/test/e2e",
            Self::Ginkgo => "github.com/onsi/ginkgo/v2/ginkgo",
        }
    }

    /// Reads a program's name as the command line gives it (the file name or a short form).
    pub(crate) fn parse(name: &str) -> Result<Self, String> {
        let long = match name {
            "kcm" => "kube-controller-manager",
            "scheduler" => "kube-scheduler",
            "e2e" => "e2e.test",
            other => other,
        };
        Self::ALL.into_iter().find(|program| program.file() == long).ok_or_else(|| {
            let names: Vec<_> = Self::ALL.iter().map(|program| program.file()).collect();
            format!("unknown program; one of kcm, scheduler, e2e, {}", names.join(", "))
        })
    }
}

/// The repository's `conformance` folder, fixed when this tool was compiled.
pub(crate) fn conformance_dir() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Tokens that every server knows which cases are sent to.
pub(crate) fn users_of_cases() -> PathBuf {
    conformance_dir().join("cases/users.csv")
}

/// Builds the programs that are missing from the cache and returns the folder that holds them all.
///
/// # Errors
/// Go is missing, or a build fails.
pub fn build(programs: &[Program]) -> Result<PathBuf> {
    let module = conformance_dir().join("go");
    let bin = bin_dir(&module)?;
    if programs.iter().all(|program| bin.join(program.file()).is_file()) {
        return Ok(bin);
    }
    std::fs::create_dir_all(&bin).with_context(|| format!("cannot create {}", bin.display()))?;
    let lock = File::create(bin.join(".lock")).context("cannot create the build's lock file")?;
    lock.lock().context("cannot lock the build folder")?;
    let version = kubernetes_version(&module)?;
    for program in programs {
        // Looked at again under the lock: another run may have built it meanwhile.
        if !bin.join(program.file()).is_file() {
            eprintln!("building {} {version} (once; minutes when Go's build cache is cold)", program.file());
            compile(*program, &module, &bin, &version)?;
        }
    }
    Ok(bin)
}

fn bin_dir(module: &Path) -> Result<PathBuf> {
    let digest = digest(&["go.mod", "go.sum"].map(|file| module.join(file)))?;
    Ok(cache_dir()?.join(format!("upstream-{digest}")).join("bin"))
}

/// What a cache folder is named after: the start of the files' common SHA-256, in hexadecimal.
pub(crate) fn digest(files: &[PathBuf]) -> Result<String> {
    let mut hash = Sha256::new();
    for path in files {
        hash.update(std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?);
    }
    Ok(hash.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect())
}

/// The folder for everything that is built or fetched once; outside the checkout.
pub(crate) fn cache_dir() -> Result<PathBuf> {
    let named = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    if let Some(dir) = named("FERROKUBE_CACHE") {
        return Ok(dir);
    }
    if let Some(dir) = named("XDG_CACHE_HOME") {
        return Ok(dir.join("ferrokube"));
    }
    let home = named("HOME").context("none of FERROKUBE_CACHE, XDG_CACHE_HOME and HOME is set: no place for the build cache")?;
    Ok(home.join(".cache/ferrokube"))
}

/// The version of k8s.io/kubernetes that go.mod requires, such as `v1.37.2`.
pub(crate) fn kubernetes_version(module: &Path) -> Result<String> {
    let text = std::fs::read_to_string(module.join("go.mod")).context("cannot read go.mod")?;
    version_in(&text).context("go.mod does not require k8s.io/kubernetes")
}

fn version_in(go_mod: &str) -> Option<String> {
    let mut words = go_mod.lines().map(|line| line.trim().trim_start_matches("require "));
    words.find_map(|line| line.strip_prefix("k8s.io/kubernetes ")).map(|rest| rest.trim().to_owned())
}

fn compile(program: Program, module: &Path, bin: &Path, version: &str) -> Result<()> {
    let unfinished = bin.join(format!(".{}.unfinished", program.file()));
    let mut go = Command::new("go");
    go.current_dir(module);
    match program {
        Program::E2e => go.args(["test", "-c"]),
        _ => go.arg("build"),
    };
    go.args(["-trimpath", "-ldflags", &version_flags(version)?, "-o"]).arg(&unfinished).arg(program.package());
    let status = match go.status() {
        Ok(status) => status,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            bail!("Go is needed to build upstream's {} and `go` is not on PATH", program.file())
        }
        Err(error) => return Err(error).context("cannot run go"),
    };
    if !status.success() {
        bail!("building {} failed ({status})", program.package());
    }
    std::fs::rename(&unfinished, bin.join(program.file())).context("cannot move the finished program into place")
}

/// Linker flags that make the programs report the version they were built from.
fn version_flags(version: &str) -> Result<String> {
    let mut parts = version.trim_start_matches('v').split('.');
    let (Some(major), Some(minor)) = (parts.next(), parts.next()) else {
        bail!("go.mod names an unreadable version of k8s.io/kubernetes: {version}");
    };
    let fields = [("gitVersion", version), ("gitMajor", major), ("gitMinor", minor), ("gitTreeState", "clean")];
    let packages = ["k8s.io/component-base/version", "k8s.io/client-go/pkg/version"];
    let flags =
        packages.iter().flat_map(|package| fields.iter().map(move |(name, value)| format!("-X {package}.{name}={value}")));
    Ok(flags.collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn program_names() {
        assert_eq!(Program::parse("kcm"), Ok(Program::ControllerManager));
        assert_eq!(Program::parse("kube-apiserver"), Ok(Program::Apiserver));
        assert!(Program::parse("kubelet").is_err());
    }

    #[test]
    fn version_comes_from_either_form_of_require() {
        assert_eq!(version_in("require (\n\tk8s.io/kubernetes v1.37.2\n)"), Some("v1.37.2".to_owned()));
        assert_eq!(version_in("require k8s.io/kubernetes v1.37.2"), Some("v1.37.2".to_owned()));
        assert_eq!(version_in("require k8s.io/kubernetes-extra v1.0.0"), None);
    }

    #[test]
    fn both_version_packages_are_stamped() {
        let flags = version_flags("v1.37.2").unwrap();
        assert!(flags.contains("-X k8s.io/component-base/version.gitMinor=37"));
        assert!(flags.contains("-X k8s.io/client-go/pkg/version.gitVersion=v1.37.2"));
        assert!(version_flags("latest").is_err());
    }
}
