//! What a server is: its build, the release that it emulates, the gates that are on, its health. Set once at start, or read at each scrape.

use std::sync::Arc;

use daemon::health::{Endpoint, Registry as Health};
use daemon::metrics::{About, Kind, Registry, Stability, Value};
use openapi::version::{Build, MINOR, RELEASE};

const BUILD: About = About::new("kubernetes_build_info", Stability::Beta, "What this server was built from, as labels of a 1.");
const VERSION: About = About::new("version_info", Stability::Alpha, "The releases that this server is, and emulates.");
const FEATURE: About =
    About::new("kubernetes_feature_enabled", Stability::Beta, "Feature gates that this server knows, and whether they are on.");
const HANDSHAKES: About = About::new("apiserver_tls_handshake_errors_total", Stability::Alpha, "TLS handshakes that failed.");
const CHECK: About = About::new("kubernetes_healthcheck", Stability::Stable, "Whether a health check is well.");
const CHECKS: About = About::new("kubernetes_healthchecks_total", Stability::Stable, "Outcomes of health checks.");

/// Counters of upstream's metrics framework that stay at nothing here: no flag hides or disables metrics, and labels are bounded by how they
/// are made.
const FRAMEWORK: [About; 3] = [
    About::new("hidden_metrics_total", Stability::Beta, "Metrics that are hidden."),
    About::new("disabled_metrics_total", Stability::Beta, "Metrics that are switched off."),
    About::new("cardinality_enforcement_unexpected_categorizations_total", Stability::Alpha, "Labels that were not expected."),
];

/// Declares what does not change.
pub(super) fn declare(registry: &Registry) {
    for about in FRAMEWORK {
        registry.observed(about, Kind::Counter, &[], |rows| rows.number(&[], 0.0));
    }
}

/// A feature gate, its stage as upstream names it, and whether it is on.
pub(crate) type Gate = (&'static str, &'static str, bool);

/// Declares what the configuration says.
pub(crate) fn configured(registry: &Registry, build: &'static Build<'static>, emulated: (u16, u16), gates: Vec<Gate>) {
    let (major, minor) = emulated;
    let version = format!("{major}.{minor}");
    let labels =
        ["major", "minor", "git_version", "git_commit", "git_tree_state", "build_date", "go_version", "compiler", "platform"];
    registry.observed(BUILD, Kind::Gauge, &labels, move |rows| {
        let minor = MINOR.to_string();
        let Build { commit, tree_state, date, toolchain, platform } = build;
        rows.number(&["1", &minor, RELEASE, commit, tree_state, date, toolchain, "rustc", platform], 1.0);
    });
    registry.observed(VERSION, Kind::Gauge, &["component", "binary", "emulation", "min_compat"], move |rows| {
        let binary = format!("1.{MINOR}");
        let compatible = format!("{major}.{}", minor.saturating_sub(1));
        rows.number(&["kube", &binary, &version, &compatible], 1.0);
    });
    registry.observed(FEATURE, Kind::Gauge, &["name", "stage"], move |rows| {
        for (name, stage, on) in &gates {
            rows.number(&[name, stage], f64::from(u8::from(*on)));
        }
    });
}

/// Declares what the listeners count.
pub(crate) fn handshakes(registry: &Registry, read: impl Fn() -> u64 + Send + Sync + 'static) {
    registry.observed(HANDSHAKES, Kind::Counter, &[], move |rows| rows.push(&[], Value::count(read())));
}

/// Declares the health checks.
pub(crate) fn health(registry: &Registry, health: &Arc<Health>) {
    let checks = health.clone();
    registry.observed(CHECK, Kind::Gauge, &["name", "type"], move |rows| {
        for endpoint in Endpoint::ALL {
            for tally in checks.tallies(endpoint) {
                rows.number(&[tally.name, endpoint.name()], f64::from(u8::from(tally.well)));
            }
        }
    });
    let checks = health.clone();
    registry.observed(CHECKS, Kind::Counter, &["name", "type", "status"], move |rows| {
        for endpoint in Endpoint::ALL {
            for tally in checks.tallies(endpoint) {
                for (status, count) in [("success", tally.passed), ("error", tally.failed)] {
                    if count > 0 {
                        rows.number(&[tally.name, endpoint.name(), status], f64::from(count));
                    }
                }
            }
        }
    });
}
