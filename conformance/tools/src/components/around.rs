//! Steps about what surrounds pods: accounts, endpoints, budgets, quotas, volumes, roles. Called by `script`.

use anyhow::Result;
use serde_json::{Value, json};

use super::api::{condition, number, text};
use super::script::Round;

pub(super) fn namespace_is_furnished(round: &Round<'_>) -> Result<()> {
    let namespace = json!({"metadata": {"name": round.namespace}});
    round.api.create("/api/v1/namespaces", &namespace)?;
    round.wait_for(("v1", "serviceaccounts", "default"), "the default service account", |_| true)?;
    let filled = |map: &Value| text(map, "/data/ca.crt").contains("BEGIN CERTIFICATE");
    round.wait_for(("v1", "configmaps", "kube-root-ca.crt"), "the root certificate", filled)?;
    Ok(())
}

pub(super) fn endpoints_follow(round: &Round<'_>) -> Result<()> {
    let spec = json!({"selector": {"app": "web"}, "ports": [{"name": "http", "port": 80, "targetPort": "http"}]});
    round.make("v1", "services", json!({"metadata": {"name": "web"}, "spec": spec}))?;
    let slices =
        format!("{}?labelSelector=kubernetes.io%2Fservice-name%3Dweb", round.path("discovery.k8s.io/v1", "endpointslices"));
    let ready = |slice: &Value| {
        let endpoints = slice["endpoints"].as_array().into_iter().flatten();
        endpoints.filter(|endpoint| endpoint["conditions"]["ready"] == true).count()
    };
    // There may be an empty slice of the other address family beside it.
    round.wait(&slices, "3 ready endpoints in its slice", |slices| {
        slices.values().any(|slice| ready(slice) == 3 && number(slice, "/ports/0/port") == 8080)
    })?;
    let three =
        |endpoints: &Value| endpoints.pointer("/subsets/0/addresses").and_then(Value::as_array).is_some_and(|a| a.len() == 3);
    round.wait_for(("v1", "endpoints", "web"), "3 addresses in its Endpoints", three)?;
    Ok(())
}

pub(super) fn budget_counts(round: &Round<'_>) -> Result<()> {
    let spec = json!({"minAvailable": 1, "selector": {"matchLabels": {"app": "web"}}});
    round.make("policy/v1", "poddisruptionbudgets", json!({"metadata": {"name": "web"}, "spec": spec}))?;
    let counted = |budget: &Value| {
        number(budget, "/status/currentHealthy") == 4
            && number(budget, "/status/desiredHealthy") == 1
            && number(budget, "/status/disruptionsAllowed") == 3
            && condition(budget, "DisruptionAllowed") == "True"
    };
    round.wait_for(("policy/v1", "poddisruptionbudgets", "web"), "4 healthy pods of which 3 may go", counted)?;
    Ok(())
}

pub(super) fn quota_counts(round: &Round<'_>) -> Result<()> {
    let spec = json!({"hard": {"pods": "100", "requests.cpu": "50", "count/deployments.apps": "10"}});
    round.make("v1", "resourcequotas", json!({"metadata": {"name": "limits"}, "spec": spec}))?;
    let counted = |quota: &Value| {
        text(quota, "/status/used/pods") == "4"
            && text(quota, "/status/used/requests.cpu") == "40m"
            && text(quota, "/status/used/count~1deployments.apps") == "1"
    };
    round.wait_for(("v1", "resourcequotas", "limits"), "what is used", counted)?;
    Ok(())
}

pub(super) fn claim_is_bound(round: &Round<'_>) -> Result<()> {
    let volume = json!({
        "metadata": {"name": round.namespace},
        "spec": {
            "capacity": {"storage": "1Gi"}, "accessModes": ["ReadWriteOnce"], "hostPath": {"path": "/nowhere"},
            "persistentVolumeReclaimPolicy": "Retain", "storageClassName": "by-hand",
            "claimRef": {"namespace": round.namespace, "name": "data"},
        },
    });
    round.api.create("/api/v1/persistentvolumes", &volume)?;
    let spec = json!({
        "accessModes": ["ReadWriteOnce"], "storageClassName": "by-hand", "resources": {"requests": {"storage": "1Gi"}},
    });
    round.make("v1", "persistentvolumeclaims", json!({"metadata": {"name": "data"}, "spec": spec}))?;
    let bound = |claim: &Value| text(claim, "/status/phase") == "Bound" && text(claim, "/spec/volumeName") == round.namespace;
    round.wait_for(("v1", "persistentvolumeclaims", "data"), "the claim bound", bound)?;
    let volumes = format!("/api/v1/persistentvolumes?fieldSelector=metadata.name%3D{}", round.namespace);
    round.wait(&volumes, "the volume bound", |all| all.values().any(|volume| text(volume, "/status/phase") == "Bound"))?;
    Ok(())
}

pub(super) fn endpoints_are_mirrored(round: &Round<'_>) -> Result<()> {
    round.make("v1", "services", json!({"metadata": {"name": "outside"}, "spec": {"ports": [{"port": 443}]}}))?;
    let subsets = json!([{"addresses": [{"ip": "192.0.2.7"}], "ports": [{"port": 443}]}]);
    round.make("v1", "endpoints", json!({"metadata": {"name": "outside"}, "subsets": subsets}))?;
    let slices =
        format!("{}?labelSelector=kubernetes.io%2Fservice-name%3Doutside", round.path("discovery.k8s.io/v1", "endpointslices"));
    round.wait(&slices, "its mirrored slice", |slices| {
        slices.values().any(|slice| text(slice, "/endpoints/0/addresses/0") == "192.0.2.7")
    })?;
    Ok(())
}

pub(super) fn role_is_aggregated(round: &Round<'_>) -> Result<()> {
    let roles = "/apis/rbac.authorization.k8s.io/v1/clusterroles";
    let whole = format!("{}-whole", round.namespace);
    let label = json!({"round": round.namespace});
    let rule = json!({"clusterRoleSelectors": [{"matchLabels": label}]});
    round.api.create(roles, &json!({"metadata": {"name": whole}, "aggregationRule": rule, "rules": []}))?;
    let rules = json!([{"apiGroups": [""], "resources": ["pods"], "verbs": ["get"]}]);
    let part = format!("{}-part", round.namespace);
    round.api.create(roles, &json!({"metadata": {"name": part, "labels": label}, "rules": rules}))?;
    let collection = format!("{roles}?fieldSelector=metadata.name%3D{whole}");
    round.wait(&collection, "the part's rules in the whole", |all| all.values().any(|role| role["rules"] == rules))?;
    for name in [whole, part] {
        round.api.delete(&format!("{roles}/{name}"), &json!({}))?;
    }
    Ok(())
}
