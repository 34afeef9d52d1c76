//! Steps about pods: every controller that makes them, and the scheduler that binds them. Called by `script`.

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};

use super::api::{condition, number, text};
use super::node;
use super::script::Round;

const WEB: (&str, &str, &str) = ("apps/v1", "deployments", "web");

pub(super) fn deployment_runs(round: &Round<'_>) -> Result<()> {
    let spec = json!({
        "replicas": 3, "selector": {"matchLabels": {"app": "web"}}, "template": Round::template("web", "Always"),
    });
    round.make("apps/v1", "deployments", json!({"metadata": {"name": "web"}, "spec": spec}))?;
    let sets = round.wait(&round.labelled("apps/v1", "replicasets", "web"), "its ReplicaSet", |sets| !sets.is_empty())?;
    let owner = sets.values().next().map_or("", |set| text(set, "/metadata/ownerReferences/0/name"));
    ensure!(owner == "web", "the ReplicaSet's owner is {owner:?}");
    let pods = round.labelled("v1", "pods", "web");
    round.wait(&pods, "3 pods", |pods| pods.len() == 3)?;
    let bound = format!("3 pods bound to {}", node::NAME);
    round.wait(&pods, &bound, |pods| pods.values().filter(|pod| text(pod, "/spec/nodeName") == node::NAME).count() == 3)?;
    round.wait_for(WEB, "3 available replicas", |web| is_available(web, 3))?;
    Ok(())
}

pub(super) fn deployment_scales(round: &Round<'_>) -> Result<()> {
    let scale = format!("{}/web/scale", round.path("apps/v1", "deployments"));
    for replicas in [5, 2, 4] {
        round.api.merge(&scale, &json!({"spec": {"replicas": replicas}}))?;
        round.wait_for(WEB, &format!("{replicas} available replicas"), |web| is_available(web, replicas))?;
    }
    Ok(())
}

pub(super) fn deployment_rolls_out(round: &Round<'_>) -> Result<()> {
    let path = format!("{}/web", round.path("apps/v1", "deployments"));
    let before = round.api.get(&path)?.context("the Deployment is gone")?;
    let containers = json!([{"name": "main", "image": "registry.invalid/main:2"}]);
    round.api.strategic(&path, &json!({"spec": {"template": {"spec": {"containers": containers}}}}))?;
    let replicas = number(&before, "/spec/replicas");
    let done = |web: &Value| {
        is_available(web, replicas)
            && number(web, "/status/observedGeneration") > number(&before, "/status/observedGeneration")
            && number(web, "/status/updatedReplicas") == replicas
            && condition(web, "Progressing") == "True"
    };
    round.wait_for(WEB, "the new template everywhere", done)?;
    let sets = round.labelled("apps/v1", "replicasets", "web");
    round.wait(&sets, "an old ReplicaSet without and a new one with pods", |sets| {
        let mut counts: Vec<_> = sets.values().map(|set| number(set, "/status/replicas")).collect();
        counts.sort_unstable();
        counts == [0, replicas]
    })?;
    Ok(())
}

fn is_available(deployment: &Value, replicas: i64) -> bool {
    let same = |pointer: &str| number(deployment, pointer) == replicas;
    number(deployment, "/status/observedGeneration") == number(deployment, "/metadata/generation")
        && same("/status/replicas")
        && same("/status/availableReplicas")
        && condition(deployment, "Available") == "True"
}

pub(super) fn job_completes(round: &Round<'_>) -> Result<()> {
    let spec = json!({
        "completions": 3, "parallelism": 2, "ttlSecondsAfterFinished": 2, "template": Round::template("work", "Never"),
    });
    round.make("batch/v1", "jobs", json!({"metadata": {"name": "work"}, "spec": spec}))?;
    let work = ("batch/v1", "jobs", "work");
    let complete = |job: &Value| condition(job, "Complete") == "True" && number(job, "/status/succeeded") == 3;
    round.wait_for(work, "3 succeeded pods", complete)?;
    let jobs = format!("{}?fieldSelector=metadata.name%3Dwork", round.path("batch/v1", "jobs"));
    round.wait(&jobs, "the finished Job removed", |jobs| jobs.is_empty())?;
    round.wait(&round.labelled("v1", "pods", "work"), "its pods removed", |pods| pods.is_empty())?;
    Ok(())
}

pub(super) fn make_cron_job(round: &Round<'_>) -> Result<()> {
    let mut template = Round::template("tick", "Never");
    template["metadata"]["labels"]["app"] = json!("tick");
    let spec = json!({
        "schedule": "* * * * *",
        "jobTemplate": {"metadata": {"labels": {"app": "tick"}}, "spec": {"template": template}},
    });
    round.make("batch/v1", "cronjobs", json!({"metadata": {"name": "tick"}, "spec": spec})).map(drop)
}

pub(super) fn cron_job_has_run(round: &Round<'_>) -> Result<()> {
    let jobs = round.labelled("batch/v1", "jobs", "tick");
    // It may have to wait for the next full minute.
    let patience = round.patience.saturating_add(std::time::Duration::from_secs(60));
    round.api.wait(&jobs, patience, "a completed Job", |jobs| jobs.values().any(|job| condition(job, "Complete") == "True"))?;
    let scheduled = |tick: &Value| !text(tick, "/status/lastSuccessfulTime").is_empty();
    round.wait_for(("batch/v1", "cronjobs", "tick"), "the time of its last success", scheduled)?;
    Ok(())
}

pub(super) fn stateful_set_runs(round: &Round<'_>) -> Result<()> {
    round.make(
        "v1",
        "services",
        json!({
            "metadata": {"name": "db"},
            "spec": {"clusterIP": "None", "selector": {"app": "db"}, "ports": [{"port": 5432}]},
        }),
    )?;
    let set = ("apps/v1", "statefulsets", "db");
    let spec = json!({
        "replicas": 2, "serviceName": "db", "selector": {"matchLabels": {"app": "db"}},
        "template": Round::template("db", "Always"),
    });
    round.make("apps/v1", "statefulsets", json!({"metadata": {"name": "db"}, "spec": spec}))?;
    let ready = |set: &Value| number(set, "/status/readyReplicas") == 2 && number(set, "/status/availableReplicas") == 2;
    round.wait_for(set, "2 ready replicas", ready)?;
    let pods = round.wait(&round.labelled("v1", "pods", "db"), "db-0 and db-1", |pods| pods.len() == 2)?;
    let names: Vec<_> = pods.values().map(|pod| text(pod, "/metadata/name")).collect();
    ensure!(names == ["db-0", "db-1"], "the pods are called {names:?}");
    let revisions = round.labelled("apps/v1", "controllerrevisions", "db");
    round.wait(&revisions, "its revision", |revisions| revisions.len() == 1)?;
    Ok(())
}

pub(super) fn daemon_set_runs(round: &Round<'_>) -> Result<()> {
    let spec = json!({"selector": {"matchLabels": {"app": "agent"}}, "template": Round::template("agent", "Always")});
    round.make("apps/v1", "daemonsets", json!({"metadata": {"name": "agent"}, "spec": spec}))?;
    let ready = |set: &Value| number(set, "/status/numberAvailable") == 1 && number(set, "/status/desiredNumberScheduled") == 1;
    round.wait_for(("apps/v1", "daemonsets", "agent"), "1 available pod", ready)?;
    Ok(())
}

pub(super) fn replication_controller_runs(round: &Round<'_>) -> Result<()> {
    let spec = json!({"replicas": 2, "selector": {"app": "old"}, "template": Round::template("old", "Always")});
    round.make("v1", "replicationcontrollers", json!({"metadata": {"name": "old"}, "spec": spec}))?;
    let ready = |old: &Value| number(old, "/status/availableReplicas") == 2;
    round.wait_for(("v1", "replicationcontrollers", "old"), "2 available replicas", ready)?;
    Ok(())
}
