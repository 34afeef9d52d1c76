//! Watches: the plain stream, `watcher` in both list modes with a reflector, the metadata watcher, conditions. Called by `main`.

use std::pin::pin;

use anyhow::{Context as _, Result, bail, ensure};
use futures_util::{Stream, StreamExt as _};
use k8s_openapi::api::core::v1::ConfigMap;
use kube::api::{DeleteParams, ListParams, Patch, PatchParams, PostParams, WatchEvent, WatchParams};
use kube::core::PartialObjectMeta;
use kube::runtime::reflector::{self, ObjectRef, Store};
use kube::runtime::wait::{await_condition, conditions};
use kube::runtime::watcher::{self, Config, Event, watch_object, watcher};
use kube::{Api, ResourceExt};
use serde_json::json;

use crate::{PATIENCE, Scenario, config_map, equal};

async fn next<T>(what: &str, stream: &mut (impl Stream<Item = T> + Unpin)) -> Result<T> {
    let item = tokio::time::timeout(PATIENCE, stream.next()).await.with_context(|| format!("waited {PATIENCE:?} for {what}"))?;
    item.with_context(|| format!("the stream ended while waiting for {what}"))
}

/// A watcher's event as a word and a name.
fn told<K: ResourceExt>(event: &Event<K>) -> String {
    match event {
        Event::Init => "init".to_owned(),
        Event::InitApply(object) => format!("first {}", object.name_any()),
        Event::InitDone => "done".to_owned(),
        Event::Apply(object) => format!("apply {}", object.name_any()),
        Event::Delete(object) => format!("delete {}", object.name_any()),
    }
}

/// Receives exactly these events in this order.
async fn expect<K: ResourceExt>(
    stream: &mut (impl Stream<Item = watcher::Result<Event<K>>> + Unpin),
    want: &[&str],
) -> Result<()> {
    for text in want {
        let event = next(text, stream).await?.with_context(|| format!("while waiting for {text}"))?;
        equal("event", &told(&event), *text)?;
    }
    Ok(())
}

pub(crate) async fn plain(s: &mut Scenario) -> Result<()> {
    s.step("a plain watch, and one that resumes");
    let api = s.config_maps();
    let start = api.list(&ListParams::default()).await?.metadata.resource_version.context("a list without a version")?;
    let mut stream = pin!(api.watch(&WatchParams::default().timeout(10), &start).await?);
    let made = api.create(&PostParams::default(), &config_map("plain", &json!({}))?).await?;
    api.delete("plain", &DeleteParams::default()).await?;
    match next("the creation", &mut stream).await?? {
        WatchEvent::Added(object) => equal("object", &object, &made)?,
        other => bail!("got {other:?}, want the creation"),
    }
    let from = made.resource_version().context("an object without a version")?;
    let mut resumed = pin!(api.watch(&WatchParams::default().timeout(10), &from).await?);
    let first = next("the deletion", &mut resumed).await??;
    ensure!(matches!(&first, WatchEvent::Deleted(object) if object.name_any() == "plain"), "got {first:?}, want the deletion");
    Ok(())
}

pub(crate) async fn list_watch(s: &mut Scenario) -> Result<()> {
    s.step("watcher that lists in pages, with a reflector");
    follow(s, "paged", |config| config.page_size(2)).await
}

pub(crate) async fn streaming_list(s: &mut Scenario) -> Result<()> {
    s.step("watcher that streams its list, with a reflector");
    follow(s, "streamed", Config::streaming_lists).await
}

/// The same changes and the same expectations for both modes.
async fn follow(s: &Scenario, part: &str, mode: impl FnOnce(Config) -> Config) -> Result<()> {
    let api = s.config_maps();
    let name = |n: u8| format!("{part}-{n}");
    for n in 1..=3 {
        api.create(&PostParams::default(), &config_map(&name(n), &json!({"part": part}))?).await?;
    }
    let (reader, writer) = reflector::store();
    let config = mode(Config::default().labels(&format!("part={part}")));
    let mut stream = pin!(reflector::reflector(writer, watcher(api.clone(), config)));
    let texts = |words: &[(&str, u8)]| words.iter().map(|(word, n)| format!("{word} {}", name(*n))).collect::<Vec<_>>();
    let firsts = texts(&[("first", 1), ("first", 2), ("first", 3)]);
    expect(&mut stream, &["init", &firsts[0], &firsts[1], &firsts[2], "done"]).await?;
    equal("stored", &reader.len(), &3)?;

    let params = PatchParams::default();
    api.patch(&name(1), &params, &Patch::Merge(json!({"data": {"colour": "red"}}))).await?;
    api.create(&PostParams::default(), &config_map(&name(4), &json!({"part": part}))?).await?;
    api.patch(&name(2), &params, &Patch::Merge(json!({"metadata": {"labels": {"part": "other"}}}))).await?;
    api.delete(&name(3), &DeleteParams::default()).await?;
    let changes = texts(&[("apply", 1), ("apply", 4), ("delete", 2), ("delete", 3)]);
    expect(&mut stream, &changes.iter().map(String::as_str).collect::<Vec<_>>()).await?;
    let mut left: Vec<_> = reader.state().iter().map(|object| object.name_any()).collect();
    left.sort();
    equal("left in the store", &left, &vec![name(1), name(4)])?;
    equal("colour", &colour(&reader, &s.namespace, &name(1)), &Some("red".to_owned()))
}

fn colour(store: &Store<ConfigMap>, namespace: &str, name: &str) -> Option<String> {
    let object = store.get(&ObjectRef::new(name).within(namespace))?;
    object.data.as_ref()?.get("colour").cloned()
}

pub(crate) async fn metadata(s: &mut Scenario) -> Result<()> {
    for (mode, text) in [(false, "lists"), (true, "streams its list")] {
        s.step(&format!("metadata watcher that {text}"));
        let name = if mode { "streamed-meta" } else { "listed-meta" };
        let api = s.config_maps();
        let made = api.create(&PostParams::default(), &config_map(name, &json!({"part": name}))?).await?;
        let config = Config::default().labels(&format!("part={name}"));
        let partial: Api<PartialObjectMeta<ConfigMap>> = Api::namespaced(s.client.clone(), &s.namespace);
        let mut stream = pin!(watcher(partial, if mode { config.streaming_lists() } else { config }));
        expect(&mut stream, &["init"]).await?;
        match next("the first object", &mut stream).await?? {
            Event::InitApply(object) => equal("metadata", &object.metadata, &made.metadata)?,
            other => bail!("got {other:?}, want the first object"),
        }
        expect(&mut stream, &["done"]).await?;
        api.delete(name, &DeleteParams::default()).await?;
        expect(&mut stream, &[&format!("delete {name}")]).await?;
    }
    Ok(())
}

pub(crate) async fn conditions(s: &mut Scenario) -> Result<()> {
    s.step("waiting for a condition, and watching one object");
    let api = s.config_maps();
    let made = api.create(&PostParams::default(), &config_map("awaited", &json!({}))?).await?;
    let mut one = pin!(watch_object(api.clone(), "awaited"));
    let first = next("the object", &mut one).await??;
    equal("object", &first.map(|object| object.name_any()), &Some("awaited".to_owned()))?;
    let uid = made.uid().context("an object without a uid")?;
    let params = DeleteParams::default();
    let (waited, deleted) = tokio::join!(
        tokio::time::timeout(PATIENCE, await_condition(api.clone(), "awaited", conditions::is_deleted(&uid))),
        api.delete("awaited", &params),
    );
    deleted?;
    waited.context("waited for the deletion")??;
    ensure!(next("the end of the object", &mut one).await??.is_none(), "the deleted object is still there");
    Ok(())
}
