//! The table of components by upstream name. A component that is not built yet answers with an error that says so.

use anyhow::Result;
use daemon::exit::Fatal;

/// Names under which this binary can be called.
pub(crate) const NAMES: &[&str] =
    &["kube-apiserver", "kube-controller-manager", "kube-scheduler", "kubelet", "kube-proxy", "kubeadm"];

/// Runs a component.
pub(crate) fn run(name: &str) -> Result<()> {
    if NAMES.contains(&name) {
        let why = format!("{name} is not built yet as a component of its own; `ferrokube up` runs the API server");
        return Err(Fatal::usage(why).into());
    }
    Err(Fatal::usage(format!("unknown command {name:?}; see ferrokube --help")).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn components_that_are_not_built_say_so() {
        for name in NAMES {
            assert!(run(name).unwrap_err().to_string().contains("not built yet"), "{name}");
        }
        assert!(run("nonsense").unwrap_err().to_string().contains("unknown command"));
    }
}
