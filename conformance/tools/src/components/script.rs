//! One round of the script: what controllers and the scheduler must bring about, in a namespace of its own.
//!
//! ```text
//! STEPS: workloads.rs (pods, from Deployment to CronJob) -> around.rs (what surrounds pods) -> collection.rs (what must vanish)
//! ```
//! Called by `components`. A step that fails does not end the round: the steps after it tell what else is missing.

use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use serde_json::{Value, json};

use super::api::{Api, Objects};
use super::{around, collection, workloads};

/// A round and its namespace.
pub(super) struct Round<'a> {
    pub(super) api: &'a Api,
    pub(super) namespace: String,
    /// Longest time that a controller may take for one thing.
    pub(super) patience: Duration,
    /// Why server-side apply is not expected to work, if it is not.
    pub(super) without_apply: Option<&'a str>,
}

type Step = (&'static str, fn(&Round<'_>) -> Result<()>);

/// The step whose controller writes by server-side apply.
const BY_APPLY: &str = "a cluster role gathers the rules of others";

/// In run order; the last one deletes the namespace and everything that the others made.
const STEPS: [Step; 19] = [
    ("a new namespace gets its service account and root certificate", around::namespace_is_furnished),
    ("a CronJob is made", workloads::make_cron_job),
    ("a Deployment's pods are made, bound and available", workloads::deployment_runs),
    ("a Service's endpoints and slices follow its pods", around::endpoints_follow),
    ("a Deployment scales up and down", workloads::deployment_scales),
    ("a disruption budget counts its pods", around::budget_counts),
    ("a quota counts what it limits", around::quota_counts),
    ("a new pod template is rolled out", workloads::deployment_rolls_out),
    ("a Job completes and goes when its time is over", workloads::job_completes),
    ("a StatefulSet makes its pods and claims in order", workloads::stateful_set_runs),
    ("a DaemonSet puts a pod on the node", workloads::daemon_set_runs),
    ("a ReplicationController makes its pods", workloads::replication_controller_runs),
    ("a claim is bound to its volume", around::claim_is_bound),
    ("endpoints made by hand are mirrored in a slice", around::endpoints_are_mirrored),
    (BY_APPLY, around::role_is_aggregated),
    ("dependents go after their owner, in the background", collection::background),
    ("dependents go before their owner, in the foreground", collection::foreground),
    ("dependents are left without an owner", collection::orphans),
    ("a deleted Deployment takes replica set and pods along", collection::deployment_goes),
];

/// The steps at the end, apart because they depend on time or on everything before.
const LAST: [Step; 2] = [
    ("the CronJob has started a Job that completed", workloads::cron_job_has_run),
    ("a namespace goes with everything in it", collection::namespace_goes),
];

impl Round<'_> {
    /// Runs every step and returns the failures.
    pub(super) fn run(&self) -> Vec<String> {
        let mut failures = Vec::new();
        println!("round in namespace {}", self.namespace);
        for (name, step) in STEPS.iter().chain(&LAST) {
            if let (&BY_APPLY, Some(reason)) = (name, self.without_apply) {
                println!("  left out: {name} ({reason})");
                continue;
            }
            let begun = Instant::now();
            let result = step(self);
            let seconds = begun.elapsed().as_secs_f32();
            match result {
                Ok(()) => println!("  ok   {name} ({seconds:.1} s)"),
                Err(error) => {
                    println!("  FAIL {name} ({seconds:.1} s): {error:#}");
                    failures.push(format!("{}: {name}", self.namespace));
                }
            }
        }
        failures
    }

    /// Path of a namespaced collection: `v1 pods`, `apps/v1 deployments`, ...
    pub(super) fn path(&self, group_version: &str, resource: &str) -> String {
        let root = if group_version.contains('/') { "apis" } else { "api" };
        format!("/{root}/{group_version}/namespaces/{}/{resource}", self.namespace)
    }

    /// Path of a collection with those objects only that have the label `app=NAME`.
    pub(super) fn labelled(&self, group_version: &str, resource: &str, app: &str) -> String {
        format!("{}?labelSelector=app%3D{app}", self.path(group_version, resource))
    }

    /// Makes an object of the namespace.
    pub(super) fn make(&self, group_version: &str, resource: &str, object: Value) -> Result<Value> {
        let collection = self.path(group_version, resource);
        self.api.create(&collection, &object).with_context(|| format!("making {}", object["metadata"]["name"]))
    }

    /// Waits until `holds` is true of one object of the namespace.
    pub(super) fn wait_for(
        &self,
        (group_version, resource, name): (&str, &str, &str),
        what: &str,
        holds: impl Fn(&Value) -> bool,
    ) -> Result<Value> {
        let collection = format!("{}?fieldSelector=metadata.name%3D{name}", self.path(group_version, resource));
        let objects = self.api.wait(&collection, self.patience, what, |objects| objects.values().next().is_some_and(&holds))?;
        objects.into_values().next().context("the object is gone")
    }

    /// Waits until `holds` is true of a collection.
    pub(super) fn wait(&self, collection: &str, what: &str, holds: impl FnMut(&Objects) -> bool) -> Result<Objects> {
        self.api.wait(collection, self.patience, what, holds)
    }

    /// A pod template with the label `app=NAME`.
    pub(super) fn template(app: &str, restart: &str) -> Value {
        json!({
            "metadata": {"labels": {"app": app}},
            "spec": {"restartPolicy": restart, "containers": [{
                "name": "main", "image": "registry.invalid/main:1", "ports": [{"name": "http", "containerPort": 8080}],
                "resources": {"requests": {"cpu": "10m", "memory": "16Mi"}},
            }]},
        })
    }
}
