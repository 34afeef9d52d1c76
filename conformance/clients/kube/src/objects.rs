//! Requests without a watch: discovery, one object's life, lists, patches. Called by `main`.

use anyhow::{Context as _, Result, ensure};
use k8s_openapi::api::apps::v1::Deployment;
use kube::api::{DeleteParams, DynamicObject, ListParams, ObjectMeta, Patch, PatchParams, PostParams, Preconditions};
use kube::core::{GroupVersionKind, PartialObjectMetaExt as _};
use kube::discovery::Scope;
use kube::{Api, Discovery, ResourceExt};
use serde_json::json;

use crate::{Scenario, config_map, equal, refused};

pub(crate) async fn discovery(s: &mut Scenario) -> Result<()> {
    s.step("discovery, aggregated and not, and an object without a Rust type");
    let kind = GroupVersionKind::gvk("coordination.k8s.io", "v1", "Lease");
    let aggregated = Discovery::new(s.client.clone()).run_aggregated().await?;
    let plain = Discovery::new(s.client.clone()).filter(&["coordination.k8s.io"]).run().await?;
    let (resource, capabilities) = aggregated.resolve_gvk(&kind).context("aggregated discovery knows no Lease")?;
    let (same, _) = plain.resolve_gvk(&kind).context("plain discovery knows no Lease")?;
    equal("resource", &resource, &same)?;
    ensure!(capabilities.scope == Scope::Namespaced, "a Lease has no namespace");
    let leases: Api<DynamicObject> = Api::namespaced_with(s.client.clone(), &s.namespace, &resource);
    let lease =
        DynamicObject::new("dynamic", &resource).data(json!({"spec": {"holderIdentity": "me", "leaseDurationSeconds": 5}}));
    let made = leases.create(&PostParams::default(), &lease).await?;
    equal("spec", &made.data["spec"], &json!({"holderIdentity": "me", "leaseDurationSeconds": 5}))?;
    leases.delete("dynamic", &DeleteParams::default()).await?;
    Ok(())
}

pub(crate) async fn life(s: &mut Scenario) -> Result<()> {
    s.step("create, get, replace, delete, and refusals");
    let api = s.config_maps();
    let post = PostParams::default();
    let made = api.create(&post, &config_map("first", &json!({"tier": "front"}))?).await?;
    let message = refused(api.create(&post, &config_map("first", &json!({}))?).await, 409, "AlreadyExists")?;
    equal("message", &message, "configmaps \"first\" already exists")?;
    refused(api.create(&post, &config_map("Not_Valid", &json!({}))?).await, 422, "Invalid")?;
    equal("get", &api.get("first").await?, &made)?;
    ensure!(api.get_opt("nobody").await?.is_none(), "found nobody");
    refused(api.get("nobody").await, 404, "NotFound")?;
    let mut changed = made.clone();
    changed.data.get_or_insert_default().insert("colour".to_owned(), "green".to_owned());
    let replaced = api.replace("first", &post, &changed).await?;
    equal("data", &replaced.data, &changed.data)?;
    refused(api.replace("first", &post, &changed).await, 409, "Conflict")?;
    equal("metadata", &api.get_metadata("first").await?.metadata, &replaced.metadata)?;
    let dry = PostParams { dry_run: true, ..PostParams::default() };
    api.create(&dry, &config_map("dry", &json!({}))?).await?;
    ensure!(api.get_opt("dry").await?.is_none(), "a dry run stored something");

    let guard = |uid: Option<String>| DeleteParams::default().preconditions(Preconditions { uid, resource_version: None });
    refused(api.delete("first", &guard(Some("another".to_owned()))).await, 409, "Conflict")?;
    let gone = api.delete("first", &guard(made.uid())).await?;
    ensure!(gone.right().is_some_and(|status| status.is_success()), "no Status for what is gone");
    Ok(())
}

pub(crate) async fn lists(s: &mut Scenario) -> Result<()> {
    s.step("pages and selectors");
    let api = s.config_maps();
    for name in ["p1", "p2", "p3", "p4", "p5"] {
        api.create(&PostParams::default(), &config_map(name, &json!({"part": "pages"}))?).await?;
    }
    let mut names = Vec::new();
    let mut params = ListParams::default().labels("part=pages").limit(2);
    let mut pages = 0;
    loop {
        let page = api.list(&params).await?;
        pages += 1;
        names.extend(page.items.iter().map(ResourceExt::name_any));
        match page.metadata.continue_.filter(|token| !token.is_empty()) {
            Some(token) => params = params.continue_token(&token),
            None => break,
        }
    }
    equal("names and pages", &(names, pages), &(["p1", "p2", "p3", "p4", "p5"].map(str::to_owned).to_vec(), 3))?;
    let one = api.list_metadata(&ListParams::default().fields("metadata.name=p3")).await?;
    equal("by field", &one.items.len(), &1)?;
    api.delete_collection(&DeleteParams::default(), &ListParams::default().labels("part=pages")).await?;
    equal("left", &api.list(&ListParams::default().labels("part=pages")).await?.items.len(), &0)
}

pub(crate) async fn patches(s: &mut Scenario) -> Result<()> {
    s.step("merge and strategic patches, of an object, its metadata, status and scale");
    let api: Api<Deployment> = Api::namespaced(s.client.clone(), &s.namespace);
    let labels = json!({"app": "patched"});
    let body = json!({"metadata": {"name": "patched"}, "spec": {"replicas": 2, "selector": {"matchLabels": labels}, "template": {
        "metadata": {"labels": labels}, "spec": {"containers": [{"name": "main", "image": "registry.example.com/app:1"}]}}}});
    api.create(&PostParams::default(), &serde_json::from_value(body)?).await?;
    let params = PatchParams::default();
    let side =
        json!({"spec": {"template": {"spec": {"containers": [{"name": "side", "image": "registry.example.com/side:1"}]}}}});
    let count = |d: &Deployment| d.spec.template.spec.as_ref().map(|s| s.containers.len());
    equal("merged by name", &count(&api.patch("patched", &params, &Patch::Strategic(&side)).await?), &Some(2))?;
    equal("replaced", &count(&api.patch("patched", &params, &Patch::Merge(&side)).await?), &Some(1))?;
    let bad = api.patch("patched", &params, &Patch::Merge(json!({"spec": {"replicas": -1}}))).await;
    refused(bad, 422, "Invalid")?;
    let meta = ObjectMeta { annotations: Some([("seen".to_owned(), "yes".to_owned())].into()), ..ObjectMeta::default() };
    let patched = api.patch_metadata("patched", &params, &Patch::Merge(meta.into_request_partial::<Deployment>())).await?;
    equal("annotation", &patched.annotations().get("seen").map(String::as_str), &Some("yes"))?;
    let status = json!({"status": {"replicas": 2}, "spec": {"replicas": 9}});
    let out = api.patch_status("patched", &params, &Patch::Merge(&status)).await?;
    let replicas = (out.status.and_then(|s| s.replicas), out.spec.replicas);
    equal("status taken, spec left", &replicas, &(Some(2), Some(2)))?;
    let scale = api.patch_scale("patched", &params, &Patch::Merge(json!({"spec": {"replicas": 7}}))).await?;
    equal("scale", &scale.spec.and_then(|s| s.replicas), &Some(7))?;
    api.delete("patched", &DeleteParams::background()).await?;
    Ok(())
}
