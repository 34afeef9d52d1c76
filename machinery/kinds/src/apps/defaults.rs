//! Defaults of group apps. Source: upstream `pkg/apis/apps/v1/defaults.go`.

use crate::defaults::{Rules, is, number, text, unset};
use crate::id;
use crate::strategy::Ctx;
use object::NodeMut;

pub(crate) const RULES: Rules = &[
    (id::APPS_V1_DAEMON_SET, daemon_set),
    (id::APPS_V1_DEPLOYMENT, deployment),
    (id::APPS_V1_REPLICA_SET, |set, _| number(set, REPLICAS, 1)),
    (id::APPS_V1_STATEFUL_SET, stateful_set),
];

const REPLICAS: &[&str] = &["spec", "replicas"];
const HISTORY: &[&str] = &["spec", "revisionHistoryLimit"];
const ROLLING: &str = "RollingUpdate";

fn deployment(deployment: &mut NodeMut<'_>, _: &Ctx<'_>) {
    number(deployment, REPLICAS, 1);
    text(deployment, &["spec", "strategy", "type"], ROLLING);
    if is(deployment, &["spec", "strategy", "type"], ROLLING) {
        text(deployment, &["spec", "strategy", "rollingUpdate", "maxUnavailable"], "25%");
        text(deployment, &["spec", "strategy", "rollingUpdate", "maxSurge"], "25%");
    }
    number(deployment, HISTORY, 10);
    number(deployment, &["spec", "progressDeadlineSeconds"], 600);
}

const UPDATE: &[&str] = &["spec", "updateStrategy", "type"];

fn daemon_set(set: &mut NodeMut<'_>, _: &Ctx<'_>) {
    text(set, UPDATE, ROLLING);
    if is(set, UPDATE, ROLLING) {
        number(set, &["spec", "updateStrategy", "rollingUpdate", "maxUnavailable"], 1);
        number(set, &["spec", "updateStrategy", "rollingUpdate", "maxSurge"], 0);
    }
    number(set, HISTORY, 10);
}

fn stateful_set(set: &mut NodeMut<'_>, ctx: &Ctx<'_>) {
    const PARAMETERS: &[&str] = &["spec", "updateStrategy", "rollingUpdate"];
    text(set, &["spec", "podManagementPolicy"], "OrderedReady");
    if unset(set, UPDATE) {
        set.set_str(UPDATE, ROLLING);
        set.ensure(PARAMETERS);
    }
    // Whoever names the strategy without parameters keeps it without.
    if is(set, UPDATE, ROLLING)
        && let Some(mut parameters) = set.reborrow().at(PARAMETERS)
    {
        number(&mut parameters, &["partition"], 0);
        if ctx.on("MaxUnavailableStatefulSet") {
            number(&mut parameters, &["maxUnavailable"], 1);
        }
    }
    for event in ["whenDeleted", "whenScaled"] {
        text(set, &["spec", "persistentVolumeClaimRetentionPolicy", event], "Retain");
    }
    number(set, REPLICAS, 1);
    number(set, HISTORY, 10);
}
