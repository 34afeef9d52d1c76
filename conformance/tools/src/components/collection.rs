//! Steps about what must vanish: dependents in the three ways of deletion, a Deployment's tree, and a whole namespace. Called by
//! `script`.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use super::api::{Objects, text};
use super::script::Round;

/// Every namespaced kind that the last step fills its namespace with beside what the other steps left: group version, resource, object.
fn furniture() -> Vec<(&'static str, &'static str, Value)> {
    let subjects = json!([{"kind": "ServiceAccount", "name": "robot", "namespace": "default"}]);
    let role = json!({"apiGroup": "rbac.authorization.k8s.io", "kind": "Role", "name": "many"});
    vec![
        ("v1", "configmaps", json!({"data": {"key": "value"}})),
        ("v1", "secrets", json!({"stringData": {"key": "value"}})),
        ("v1", "serviceaccounts", json!({})),
        ("v1", "limitranges", json!({"spec": {"limits": [{"type": "Container", "default": {"cpu": "1"}}]}})),
        ("v1", "podtemplates", json!({"template": Round::template("many", "Always")})),
        ("v1", "services", json!({"spec": {"ports": [{"port": 80}], "selector": {"app": "many"}}})),
        ("coordination.k8s.io/v1", "leases", json!({"spec": {"holderIdentity": "nobody"}})),
        ("rbac.authorization.k8s.io/v1", "roles", json!({"rules": []})),
        ("rbac.authorization.k8s.io/v1", "rolebindings", json!({"subjects": subjects, "roleRef": role})),
        ("networking.k8s.io/v1", "networkpolicies", json!({"spec": {"podSelector": {}}})),
        (
            "networking.k8s.io/v1",
            "ingresses",
            json!({"spec": {"defaultBackend": {"service": {"name": "many", "port": {"number": 80}}}}}),
        ),
        ("policy/v1", "poddisruptionbudgets", json!({"spec": {"selector": {"matchLabels": {"app": "many"}}}})),
        (
            "v1",
            "persistentvolumeclaims",
            json!({"spec": {
                "accessModes": ["ReadWriteOnce"], "storageClassName": "by-hand", "resources": {"requests": {"storage": "1Gi"}},
            }}),
        ),
    ]
}

fn config_map(name: &str, owner: Option<&Value>) -> Value {
    let references = owner.map(|owner| {
        json!([{
            "apiVersion": "v1", "kind": "ConfigMap", "blockOwnerDeletion": true,
            "name": owner["metadata"]["name"], "uid": owner["metadata"]["uid"],
        }])
    });
    let metadata = json!({"name": name, "labels": {"app": "family"}, "ownerReferences": references.unwrap_or_else(|| json!([]))});
    json!({"apiVersion": "v1", "kind": "ConfigMap", "metadata": metadata})
}

/// Makes an owner, three dependents and one dependent of a dependent, deletes the owner, and waits for what is to become of them.
fn family(round: &Round<'_>, how: &str, what: &str, holds: impl FnMut(&Objects) -> bool) -> Result<()> {
    let name = how.to_lowercase();
    let owner = round.make("v1", "configmaps", config_map(&format!("{name}-owner"), None))?;
    let mut last = Value::Null;
    for index in 0..3 {
        last = round.make("v1", "configmaps", config_map(&format!("{name}-child-{index}"), Some(&owner)))?;
    }
    round.make("v1", "configmaps", config_map(&format!("{name}-grandchild"), Some(&last)))?;
    let path = format!("{}/{name}-owner", round.path("v1", "configmaps"));
    round.api.delete(&path, &json!({"propagationPolicy": how}))?;
    round.wait(&round.labelled("v1", "configmaps", "family"), what, holds)?;
    Ok(())
}

pub(super) fn background(round: &Round<'_>) -> Result<()> {
    family(round, "Background", "owner and dependents gone", Objects::is_empty)
}

pub(super) fn foreground(round: &Round<'_>) -> Result<()> {
    let mut too_early = false;
    let gone = |objects: &Objects| {
        let children = objects.keys().filter(|name| name.contains("-child-")).count();
        let owner = objects.keys().any(|name| name.ends_with("-owner"));
        too_early |= children > 0 && !owner;
        objects.is_empty()
    };
    family(round, "Foreground", "dependents and then their owner gone", gone)?;
    ensure!(!too_early, "the owner went before its dependents");
    Ok(())
}

pub(super) fn orphans(round: &Round<'_>) -> Result<()> {
    let orphaned = |objects: &Objects| {
        let children = objects.iter().filter(|(name, _)| name.contains("-child-"));
        let free = children.filter(|(_, child)| child.pointer("/metadata/ownerReferences").is_none_or(|list| *list == json!([])));
        free.count() == 3 && objects.len() == 4
    };
    family(round, "Orphan", "the owner gone and 3 dependents without owner", orphaned)?;
    for index in 0..3 {
        round.api.delete(&format!("{}/orphan-child-{index}", round.path("v1", "configmaps")), &json!({}))?;
    }
    // The grandchild's owner is now gone in the background.
    round.wait(&round.labelled("v1", "configmaps", "family"), "the whole family gone", Objects::is_empty)?;
    Ok(())
}

pub(super) fn deployment_goes(round: &Round<'_>) -> Result<()> {
    let path = format!("{}/web", round.path("apps/v1", "deployments"));
    round.api.delete(&path, &json!({"propagationPolicy": "Foreground"}))?;
    for (group_version, resource) in [("v1", "pods"), ("apps/v1", "replicasets"), ("apps/v1", "deployments")] {
        let collection = round.labelled(group_version, resource, "web");
        // The Deployment itself carries no such label.
        let collection = if resource == "deployments" { round.path(group_version, resource) } else { collection };
        round.wait(&collection, &format!("its {resource} gone"), Objects::is_empty)?;
    }
    Ok(())
}

pub(super) fn namespace_goes(round: &Round<'_>) -> Result<()> {
    for (group_version, resource, mut object) in furniture() {
        object["metadata"] = json!({"name": "many"});
        round.make(group_version, resource, object)?;
    }
    let path = format!("/api/v1/namespaces/{}", round.namespace);
    let uid = round.api.get(&path)?.map(|namespace| text(&namespace, "/metadata/uid").to_owned()).unwrap_or_default();
    round.api.delete(&path, &json!({"preconditions": {"uid": uid}}))?;
    let named = format!("/api/v1/namespaces?fieldSelector=metadata.name%3D{}", round.namespace);
    round.wait(&named, "the namespace gone", Objects::is_empty)?;
    for (group_version, resource) in [("v1", "pods"), ("v1", "events"), ("apps/v1", "statefulsets"), ("v1", "configmaps")] {
        let (left, _) = round.api.list(&round.path(group_version, resource))?;
        ensure!(left.is_empty(), "{resource} are left: {:?}", left.keys());
    }
    round.api.delete(&format!("/api/v1/persistentvolumes/{}", round.namespace), &json!({}))
}
