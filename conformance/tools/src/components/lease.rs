//! Watches the leader leases of the components: who holds them, how often they are renewed, and the longest pause between two
//! renewals. Called by `components`. A lease that changes hands or lapses means that a component lost its connection.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use serde_json::Value;

use super::api::{Api, Change, number, text};

const LEASES: &str = "/apis/coordination.k8s.io/v1/namespaces/kube-system/leases";

/// How long a watch lasts before the end of the run is looked for.
const WINDOW: Duration = Duration::from_secs(5);

/// What has been seen of one lease.
struct Seen {
    holder: String,
    transitions: i64,
    renewed: String,
    at: Instant,
    renewals: usize,
    longest: Duration,
}

/// Follows the leases of `names` until `stop` is set, and says in one line each how they were kept.
///
/// # Errors
/// A lease changed hands, was lost, or was not renewed within its own duration.
pub(super) fn follow(api: &Api, names: &[&str], stop: &AtomicBool) -> Result<Vec<String>> {
    let mut seen = BTreeMap::new();
    let (objects, mut revision) = api.list(LEASES)?;
    objects.values().try_for_each(|lease| observe(&mut seen, lease, names))?;
    while !stop.load(Ordering::Relaxed) {
        let next = api.watch(LEASES, &revision, WINDOW, |change| {
            match change {
                Change::Set(_, lease) => observe(&mut seen, &lease, names)?,
                Change::Gone(name) => bail!("the lease {name} was deleted"),
            }
            Ok(!stop.load(Ordering::Relaxed))
        })?;
        let Some(next) = next else { bail!("a watch of the leases that never paused was told to list again") };
        revision = next;
        check_pauses(&mut seen)?;
    }
    let missing: Vec<_> = names.iter().filter(|name| !seen.contains_key(**name)).collect();
    if !missing.is_empty() {
        bail!("no lease of {missing:?}");
    }
    let line = |(name, seen): (&String, &Seen)| {
        format!("{name}: {} renewals by one holder, longest pause {:.1} s", seen.renewals, seen.longest.as_secs_f32())
    };
    Ok(seen.iter().map(line).collect())
}

fn observe(seen: &mut BTreeMap<String, Seen>, lease: &Value, names: &[&str]) -> Result<()> {
    let name = text(lease, "/metadata/name");
    if !names.contains(&name) {
        return Ok(());
    }
    let (holder, renewed) = (text(lease, "/spec/holderIdentity"), text(lease, "/spec/renewTime"));
    let transitions = number(lease, "/spec/leaseTransitions");
    let entry = seen.entry(name.to_owned()).or_insert_with(|| Seen {
        holder: holder.to_owned(),
        transitions,
        renewed: renewed.to_owned(),
        at: Instant::now(),
        renewals: 0,
        longest: Duration::ZERO,
    });
    if entry.holder != holder || entry.transitions != transitions {
        bail!("the lease {name} went from {} to {holder:?} (transition {transitions})", entry.holder);
    }
    if entry.renewed != renewed {
        renewed.clone_into(&mut entry.renewed);
        entry.renewals += 1;
        entry.longest = entry.longest.max(entry.at.elapsed());
        entry.at = Instant::now();
    }
    Ok(())
}

/// Upstream's leader election gives a lease 15 s.
fn check_pauses(seen: &mut BTreeMap<String, Seen>) -> Result<()> {
    for (name, entry) in seen {
        if entry.at.elapsed() > Duration::from_secs(15) {
            bail!("the lease {name} has not been renewed for {:.0} s", entry.at.elapsed().as_secs_f32());
        }
    }
    Ok(())
}
