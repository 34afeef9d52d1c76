//! Many small operations: create the pods that every other workload reads, GET one, patch one. Called by `main`.

use anyhow::{Context as _, Result};

use super::start::mebibytes;
use crate::equal::{self, Rules};
use crate::figures::{Figure, Unit};
use crate::load;
use crate::objects::{self, NAMESPACE};
use crate::side::Side;

fn collection() -> String {
    format!("/api/v1/namespaces/{NAMESPACE}/pods")
}

fn path(index: usize) -> String {
    format!("{}/{}", collection(), objects::pod_name(index))
}

/// Makes the namespace and all pods. Returns the figures of creating, and those of the memory that it took.
pub(crate) fn create(side: &Side, pods: usize, clients: usize) -> Result<(Vec<Figure>, Vec<Figure>)> {
    side.create("/api/v1/namespaces", &objects::namespace(NAMESPACE))?;
    let headers = [("Content-Type", "application/json")];
    let request = |index| side.endpoint.request("POST", &collection(), &headers, Some(&objects::pod(index)));
    let requests: Vec<_> = (0..pods).map(request).collect();
    let before = side.memory()?;
    let mut load = load::run(side, clients, &requests, 201)?;
    let after = side.memory()?;
    let each = mebibytes(after.resident.saturating_sub(before.resident)) * 1024.0 / f64::from(u32::try_from(pods)?);
    let memory = vec![
        Figure::new("per stored pod", Unit::KibiBytes, each),
        Figure::new("with all pods", Unit::MebiBytes, mebibytes(after.resident)),
        Figure::new("peak while creating", Unit::MebiBytes, mebibytes(after.peak)),
    ];
    Ok((load.figures(), memory))
}

/// GETs pods, a different one each time.
pub(crate) fn get(side: &Side, pods: usize, clients: usize, operations: usize) -> Result<Vec<Figure>> {
    let accept = [("Accept", "application/json")];
    let request = |n: usize| side.endpoint.request("GET", &path(n * 7919 % pods), &accept, None);
    let requests: Vec<_> = (0..operations).map(request).collect();
    Ok(load::run(side, clients, &requests, 200)?.figures())
}

/// Whether both sides answer GET alike.
pub(crate) fn compare_get(reference: &Side, ours: &Side, pods: usize, rules: Rules) -> Result<()> {
    let ask = |side: &Side, index: usize| side.ask("GET", &path(index), &[("Accept", "application/json")], None);
    for index in [0, pods / 2, pods - 1] {
        equal::compare(&ask(reference, index)?, &ask(ours, index)?, rules).with_context(|| path(index))?;
    }
    Ok(())
}

/// Merge-patches an annotation of pods, a different one each time. `round` makes every patch a change.
pub(crate) fn patch(side: &Side, (pods, clients, operations): (usize, usize, usize), round: usize) -> Result<Vec<Figure>> {
    let headers = [("Content-Type", "application/merge-patch+json"), ("Accept", "application/json")];
    let request = |n: usize| {
        let body = format!(r#"{{"metadata":{{"annotations":{{"bench.example/round":"{round}-{n}"}}}}}}"#);
        side.endpoint.request("PATCH", &path(n * 7919 % pods), &headers, Some(body.as_bytes()))
    };
    let requests: Vec<_> = (0..operations).map(request).collect();
    Ok(load::run(side, clients, &requests, 200)?.figures())
}
