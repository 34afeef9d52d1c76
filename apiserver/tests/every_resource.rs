//! Every built-in resource through every verb, driven by upstream's storage table: what discovery names works, what it does not name is
//! refused, and the store holds the object under upstream's key in upstream's version. The counts are asserted, so that nothing can be
//! left out unseen.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::support::events::Events;
use crate::support::stubs::{self, NAMESPACE, Stub, labelled, overlay};
use crate::support::{Answer, Cluster, Options, names, revision_of};

/// Fails the resource, not the whole run: one list of everything that is wrong is worth more than the first of it.
macro_rules! ensure {
    ($condition:expr, $($text:tt)+) => {
        if !$condition {
            return Err(format!($($text)+));
        }
    };
}

type Check<T = ()> = Result<T, String>;

/// Verbs that were seen to work.
type Verbs = BTreeSet<&'static str>;

fn expect(answer: &Answer, code: u16, what: &str) -> Check<Value> {
    ensure!(answer.code == code, "{what}: {} instead of {code}: {}", answer.code, answer.text().trim_end());
    Ok(answer.json())
}

/// Creates the stub and looks at it in the answer, in the store, and with GET.
async fn create(cluster: &Cluster, stub: &Stub, verbs: &mut Verbs) -> Check<Value> {
    let before = cluster.revision();
    let created = expect(&cluster.send("POST", &stub.collection(), &stub.stub.to_string()).await, 201, "create")?;
    verbs.insert("create");
    let api_version = stubs::api_version(&stub.group, &stub.version);
    ensure!(
        created["apiVersion"] == api_version && created["kind"] == stub.stored_kind,
        "create answered another kind: {created}"
    );
    ensure!(created["metadata"]["uid"].as_str().is_some_and(|uid| uid.len() == 36), "no uid: {created}");
    ensure!(created["metadata"]["creationTimestamp"].is_string(), "no creationTimestamp: {created}");
    ensure!(
        revision_of(&created) == cluster.revision() && cluster.revision() == before + 1,
        "the object's revision is not the write's"
    );
    let Some(stored) = cluster.stored(&stub.key).await else {
        return Err(format!("nothing lies under {}", stub.key));
    };
    ensure!(
        stored["apiVersion"] == stub.stored_api_version() && stored["kind"] == stub.stored_kind,
        "stored as {} {} instead of {} {}",
        stored["apiVersion"],
        stored["kind"],
        stub.stored_api_version(),
        stub.stored_kind
    );
    ensure!(stored["metadata"]["uid"] == created["metadata"]["uid"], "another object is stored: {stored}");
    ensure!(stored["metadata"]["resourceVersion"].is_null(), "the stored body holds a revision: {stored}");
    let got = expect(&cluster.get(&stub.path()).await, 200, "get")?;
    verbs.insert("get");
    ensure!(got == created, "get answered {got} after create had answered {created}");
    let again = cluster.send("POST", &stub.collection(), &stub.stub.to_string()).await;
    ensure!(again.code == 409 && again.json()["reason"] == "AlreadyExists", "created twice: {}", again.text());
    Ok(created)
}

/// Finds the object in lists of its namespace and of all namespaces.
async fn list(cluster: &Cluster, stub: &Stub, object: &Value, verbs: &mut Verbs) -> Check {
    for path in BTreeSet::from([stub.collection(), stub.everywhere()]) {
        let list = expect(&cluster.get(&path).await, 200, "list")?;
        ensure!(list["kind"] == format!("{}List", stub.stored_kind), "{path} is a {}", list["kind"]);
        ensure!(list["apiVersion"] == object["apiVersion"], "{path} is {}", list["apiVersion"]);
        ensure!(revision_of(&list) == cluster.revision(), "{path} is not of the newest revision");
        let mut found = list["items"].as_array().into_iter().flatten().filter(|item| item["metadata"] == object["metadata"]);
        let Some(item) = found.next() else { return Err(format!("{path} lacks the object: {:?}", names(&list))) };
        ensure!(found.next().is_none(), "{path} has the object twice");
        ensure!(item["kind"].is_null() && item["apiVersion"].is_null(), "{path}: items bear no kind: {item}");
        let mut whole = item.clone();
        overlay(&mut whole, &json!({"kind": object["kind"], "apiVersion": object["apiVersion"]}));
        ensure!(whole == *object, "{path} shows {whole} instead of {object}");
    }
    let other = if stub.namespaced() {
        stub.collection().replace(NAMESPACE, "default")
    } else {
        return selected(cluster, stub, verbs).await;
    };
    let list = expect(&cluster.get(&other).await, 200, "list of another namespace")?;
    ensure!(!names(&list).contains(&stub.name().to_owned()), "{other} shows an object of {NAMESPACE}");
    selected(cluster, stub, verbs).await
}

/// Every resource supports the field selector on its name.
async fn selected(cluster: &Cluster, stub: &Stub, verbs: &mut Verbs) -> Check {
    let path = format!("{}?fieldSelector=metadata.name%3D{}", stub.everywhere(), stub.name());
    let list = expect(&cluster.get(&path).await, 200, "list by name")?;
    ensure!(names(&list) == [stub.name()], "{path} lists {:?}", names(&list));
    verbs.insert("list");
    Ok(())
}

/// Changes the object with PUT and with a merge patch; the watch must show both.
async fn change(cluster: &Cluster, stub: &Stub, created: &Value, watch: &mut Events<'_>, verbs: &mut Verbs) -> Check<Value> {
    let (kind, first) = watch.event().await;
    ensure!(kind == "ADDED" && first == *created, "the watch began with {kind} {first} instead of {created}");
    let body = labelled(created, "changed-by", "put");
    let updated = expect(&cluster.send("PUT", &stub.path(), &body.to_string()).await, 200, "update")?;
    ensure!(updated["metadata"]["labels"]["changed-by"] == "put", "update lost the label: {updated}");
    ensure!(
        revision_of(&updated) == cluster.revision() && updated["metadata"]["uid"] == created["metadata"]["uid"],
        "update: {updated}"
    );
    verbs.insert("update");
    let stale = cluster.send("PUT", &stub.path(), &body.to_string()).await;
    ensure!(stale.code == 409, "an update with an old resourceVersion: {}", stale.text());
    let patched = expect(&cluster.merge(&stub.path(), &json!({"metadata": {"annotations": {"a": "b"}}})).await, 200, "patch")?;
    ensure!(patched["metadata"]["annotations"]["a"] == "b", "patch lost the annotation: {patched}");
    ensure!(patched["metadata"]["labels"] == updated["metadata"]["labels"], "patch lost the labels: {patched}");
    verbs.insert("patch");
    for (what, expect) in [("update", &updated), ("patch", &patched)] {
        let (kind, seen) = watch.event().await;
        ensure!(kind == "MODIFIED" && seen == *expect, "after the {what} the watch showed {kind} {seen} instead of {expect}");
    }
    verbs.insert("watch");
    Ok(patched)
}

/// Whether the table's status sets nothing: it has a null where upstream's test fills in the time.
fn has_null(value: &Value) -> bool {
    value.is_null() || value.as_object().is_some_and(|members| members.values().any(has_null))
}

/// Reads and writes `/status`, where there is one: the status changes, nothing else does.
async fn status(cluster: &Cluster, stub: &Stub, subresources: &Subresources) -> Check {
    let Some(verbs) = subresources.get("status") else { return Ok(()) };
    ensure!(*verbs == Verbs::from(["get", "patch", "update"]), "verbs of /status: {verbs:?}");
    let path = format!("{}/status", stub.path());
    let object = expect(&cluster.get(&stub.path()).await, 200, "get")?;
    let got = expect(&cluster.get(&path).await, 200, "get of /status")?;
    ensure!(got == object, "/status shows {got} instead of {object}");
    let Some(change) = stub.status.as_ref().filter(|change| !has_null(change)) else {
        let same = expect(&cluster.send("PUT", &path, &object.to_string()).await, 200, "update of /status")?;
        ensure!(same == object, "an update of /status that changes nothing made {same} of {object}");
        return Ok(());
    };
    let mut wanted = object.clone();
    overlay(&mut wanted, change);
    let updated = expect(&cluster.send("PUT", &path, &wanted.to_string()).await, 200, "update of /status")?;
    ensure!(updated["status"] != object["status"], "update of /status changed nothing: {updated}");
    ensure!(updated["spec"] == object["spec"], "update of /status changed the spec: {updated}");
    let patched = expect(&cluster.merge(&path, change).await, 200, "patch of /status")?;
    ensure!(patched == updated, "a patch of /status that changes nothing made {patched} of {updated}");
    let mut without = updated.clone();
    without["status"] = Value::Null;
    let main = expect(&cluster.send("PUT", &stub.path(), &without.to_string()).await, 200, "update without status")?;
    ensure!(main["status"] == updated["status"], "an update of the object changed its status: {main}");
    Ok(())
}

/// Deletes the object; the watch must show it.
async fn delete(cluster: &Cluster, stub: &Stub, watch: &mut Events<'_>, verbs: &mut Verbs) -> Check {
    expect(&cluster.delete(&format!("{}?propagationPolicy=Background", stub.path())).await, 200, "delete")?;
    verbs.insert("delete");
    finalise(cluster, stub).await?;
    let gone = cluster.get(&stub.path()).await;
    ensure!(gone.code == 404, "after delete: {}", gone.text());
    ensure!(cluster.stored(&stub.key).await.is_none(), "after delete {} is still there", stub.key);
    loop {
        let (kind, object) = watch.event().await;
        if kind == "DELETED" {
            ensure!(
                revision_of(&object) == cluster.revision(),
                "the watch shows the deletion with revision {}",
                revision_of(&object)
            );
            return Ok(());
        }
        ensure!(kind == "MODIFIED", "before the deletion the watch showed {kind} {object}");
    }
}

/// Some kinds go in two steps: somebody has to clean up behind namespaces and CustomResourceDefinitions, or to see that nobody uses a
/// volume, and then take the finalizer away.
async fn finalise(cluster: &Cluster, stub: &Stub) -> Check {
    let (path, finalizers) = match stub.resource.as_str() {
        "persistentvolumes" | "persistentvolumeclaims" | "volumeattributesclasses" => {
            let left = expect(&cluster.get(&stub.path()).await, 200, "get of an object that is protected")?;
            ensure!(left["metadata"]["deletionTimestamp"].is_string(), "it must be marked: {left}");
            let free = json!({"metadata": {"finalizers": null}});
            return expect(&cluster.merge(&stub.path(), &free).await, 200, "removal of the protection").map(drop);
        }
        "namespaces" => (format!("{}/finalize", stub.path()), "spec"),
        "customresourcedefinitions" => (stub.path(), "metadata"),
        _ => return Ok(()),
    };
    let mut left = expect(&cluster.get(&stub.path()).await, 200, "get of an object that is going")?;
    ensure!(left["metadata"]["deletionTimestamp"].is_string(), "it must be marked: {left}");
    let phase = if stub.resource == "namespaces" { &left["status"]["phase"] } else { &left["status"]["conditions"][0]["type"] };
    ensure!(*phase == "Terminating", "it must be terminating: {left}");
    left[finalizers]["finalizers"] = json!([]);
    expect(&cluster.send("PUT", &path, &left.to_string()).await, 200, "removal of the last finalizer").map(drop)
}

/// Deletes by selector on the collection, where that may be done.
async fn delete_collection(cluster: &Cluster, stub: &Stub, verbs: &mut Verbs) -> Check {
    let path = format!("{}?propagationPolicy=Background&fieldSelector=metadata.name%3D{}", stub.collection(), stub.name());
    if stub.resource == "namespaces" {
        ensure!(cluster.delete(&path).await.code == 405, "namespaces cannot be deleted as a collection");
        return Ok(());
    }
    expect(&cluster.send("POST", &stub.collection(), &stub.stub.to_string()).await, 201, "create after delete")?;
    let list = expect(&cluster.delete(&path).await, 200, "deletecollection")?;
    ensure!(names(&list) == [stub.name()], "deletecollection answered {list}");
    finalise(cluster, stub).await?;
    ensure!(cluster.stored(&stub.key).await.is_none(), "after deletecollection {} is still there", stub.key);
    verbs.insert("deletecollection");
    Ok(())
}

/// Subresources of a resource with their verbs, as discovery has them.
type Subresources = BTreeMap<String, Verbs>;

/// All of it for one resource in one version.
async fn probe(cluster: &Cluster, stub: &Stub, listed: &Listed) -> Check {
    let mut verbs = Verbs::new();
    let created = create(cluster, stub, &mut verbs).await?;
    list(cluster, stub, &created, &mut verbs).await?;
    let query = format!("watch=1&fieldSelector=metadata.name%3D{}", stub.name());
    let mut watch = Events::open(cluster, &format!("{}?{query}", stub.everywhere())).await;
    change(cluster, stub, &created, &mut watch, &mut verbs).await?;
    status(cluster, stub, &listed.subresources).await?;
    delete(cluster, stub, &mut watch, &mut verbs).await?;
    delete_collection(cluster, stub, &mut verbs).await?;
    ensure!(verbs == listed.verbs, "discovery names {:?}, what works is {verbs:?}", listed.verbs);
    ensure!(listed.namespaced == stub.namespaced() && listed.kind == stub.stored_kind, "discovery: {listed:?}");
    Ok(())
}

/// A resource as discovery has it.
#[derive(Debug)]
struct Listed {
    kind: String,
    namespaced: bool,
    verbs: Verbs,
    subresources: Subresources,
}

const VERBS: [&str; 8] = ["create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"];

fn verbs_of(resource: &Value) -> Verbs {
    let named = resource["verbs"].as_array().into_iter().flatten();
    named.map(|verb| *VERBS.iter().find(|known| *verb == **known).unwrap_or_else(|| panic!("unknown verb {verb}"))).collect()
}

/// Reads discovery: every resource by group version and name.
async fn discovery(cluster: &Cluster) -> BTreeMap<(String, String), Listed> {
    let mut roots = vec![("v1".to_owned(), "/api/v1".to_owned())];
    for group in cluster.read("/apis").await["groups"].as_array().unwrap() {
        for version in group["versions"].as_array().unwrap() {
            let version = version["groupVersion"].as_str().unwrap();
            roots.push((version.to_owned(), format!("/apis/{version}")));
        }
    }
    let mut found = BTreeMap::new();
    for (version, root) in roots {
        let list = cluster.read(&root).await;
        assert_eq!(list["groupVersion"], version, "{root}");
        let resources = list["resources"].as_array().unwrap();
        let (subs, mains): (Vec<_>, Vec<_>) = resources.iter().partition(|r| r["name"].as_str().unwrap().contains('/'));
        for main in mains {
            let name = main["name"].as_str().unwrap();
            let listed = Listed {
                kind: main["kind"].as_str().unwrap().to_owned(),
                namespaced: main["namespaced"] == true,
                verbs: verbs_of(main),
                subresources: BTreeMap::new(),
            };
            assert!(found.insert((version.clone(), name.to_owned()), listed).is_none(), "{version} {name} is listed twice");
        }
        for sub in subs {
            let (name, sub_name) = sub["name"].as_str().unwrap().split_once('/').unwrap();
            let listed = found.get_mut(&(version.clone(), name.to_owned())).expect("a subresource comes after its resource");
            assert!(listed.subresources.insert(sub_name.to_owned(), verbs_of(sub)).is_none(), "{sub} is listed twice");
        }
    }
    found
}

/// What a server must serve: numbers that the reference's discovery has.
struct Counts {
    /// Resources, each once however many versions it has.
    resources: usize,
    /// Of these, how many are stored.
    stored: usize,
    /// Resources in all their versions.
    in_versions: usize,
    /// Subresources in all versions.
    subresources: usize,
}

/// Probes everything that a server serves.
async fn probe_all(runtime_config: &'static str, counts: &Counts) {
    let cluster = Cluster::with(Options { runtime_config, ..Options::default() }).await;
    cluster.namespace(NAMESPACE).await;
    let served = discovery(&cluster).await;
    let distinct = |keys: &mut dyn Iterator<Item = (String, String)>| -> usize {
        keys.map(|(version, name)| (version.split_once('/').map_or(String::new(), |(group, _)| group.to_owned()), name))
            .collect::<BTreeSet<_>>()
            .len()
    };
    assert_eq!(distinct(&mut served.keys().cloned()), counts.resources, "resources");
    assert_eq!(served.len(), counts.in_versions, "resources in all versions");
    assert_eq!(served.values().map(|listed| listed.subresources.len()).sum::<usize>(), counts.subresources, "subresources");
    let (mut probed, mut wrong) = (BTreeSet::new(), Vec::new());
    for stub in stubs::all() {
        let key = (stubs::api_version(&stub.group, &stub.version), stub.resource.clone());
        let Some(listed) = served.get(&key) else { continue };
        if let Err(what) = probe(&cluster, &stub, listed).await {
            wrong.push(format!("{}: {what}", stub.title()));
        }
        probed.insert(key);
    }
    assert!(wrong.is_empty(), "{} of {} resources fail:\n{}", wrong.len(), probed.len(), wrong.join("\n"));
    assert_eq!(distinct(&mut probed.iter().cloned()), counts.stored, "stored resources");
    let unprobed: Vec<&(String, String)> = served.keys().filter(|key| !probed.contains(*key)).collect();
    let not_stored = ["bindings", "componentstatuses", "selfsubjectreviews", "tokenreviews"];
    assert!(
        unprobed.iter().all(|(_, name)| not_stored.contains(&name.as_str())
            || name.contains("subjectaccessreviews")
            || name == "selfsubjectrulesreviews"),
        "without a stub: {unprobed:?}"
    );
}

/// What the router says of a path or a method that it does not have.
fn has_route(answer: &Answer) -> bool {
    answer.code != 405 && !(answer.code == 404 && answer.json()["message"] == "the server could not find the requested resource")
}

/// Sends a request for a verb of something and says whether there is a route for it.
async fn routed(cluster: &Cluster, verb: &str, collection: &str, path: &str) -> bool {
    let answer = match verb {
        "create" => cluster.send("POST", path, "{}").await,
        "delete" => cluster.delete(path).await,
        "deletecollection" => cluster.delete(collection).await,
        "list" => cluster.get(collection).await,
        "patch" => cluster.merge(path, &json!({})).await,
        "update" => cluster.send("PUT", path, "{}").await,
        _ => cluster.get(path).await,
    };
    assert!(answer.code < 500 || answer.code == 501, "{verb} {path}: {}", answer.text());
    assert!(answer.code != 501 || answer.text().contains("is not built yet"), "{verb} {path}: {}", answer.text());
    has_route(&answer)
}

#[tokio::test]
async fn every_subresource_that_discovery_names_has_its_routes_and_no_others() {
    let cluster = Cluster::start().await;
    let mut wrong = Vec::new();
    for ((version, name), listed) in discovery(&cluster).await {
        let root = if version.contains('/') { format!("/apis/{version}") } else { format!("/api/{version}") };
        let collection = if listed.namespaced { format!("{root}/namespaces/default/{name}") } else { format!("{root}/{name}") };
        for (sub, verbs) in &listed.subresources {
            let path = format!("{collection}/x/{sub}");
            for verb in VERBS.into_iter().filter(|verb| !matches!(*verb, "list" | "watch" | "deletecollection")) {
                if routed(&cluster, verb, &path, &path).await != verbs.contains(verb) {
                    wrong.push(format!("{path}: {verb} is {}", if verbs.contains(verb) { "missing" } else { "too much" }));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn what_is_not_built_says_so() {
    let cluster = Cluster::start().await;
    let before = cluster.revision();
    for path in [
        "/apis/authentication.k8s.io/v1/tokenreviews",
        "/apis/authentication.k8s.io/v1/selfsubjectreviews",
        "/apis/authorization.k8s.io/v1/subjectaccessreviews",
        "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
        "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews",
        "/apis/authorization.k8s.io/v1/namespaces/default/localsubjectaccessreviews",
    ] {
        let answer = cluster.send("POST", path, "{}").await;
        assert_eq!(answer.code, 501, "{path}: {}", answer.text());
        assert!(answer.text().contains("is not built yet in this release of ferrokube"), "{path}: {}", answer.text());
        assert_eq!(cluster.get(path).await.code, 405, "{path}");
    }
    assert_eq!(cluster.get("/api/v1/componentstatuses").await.code, 501);
    assert_eq!(cluster.revision(), before);
}

#[tokio::test]
async fn what_is_served_by_default_works_with_every_verb() {
    probe_all("", &Counts { resources: 71, stored: 63, in_versions: 72, subresources: 49 }).await;
}

#[tokio::test]
async fn what_can_be_switched_on_works_with_every_verb() {
    probe_all("api/all=true", &Counts { resources: 79, stored: 71, in_versions: 100, subresources: 62 }).await;
}

/// The reference's discovery as one line per resource and subresource: group version, name, verbs.
fn reference_serves() -> BTreeSet<String> {
    let recorded: Value = serde_json::from_str(include_str!("../../conformance/cases/recorded/discovery.json")).unwrap();
    let mut lines = BTreeSet::new();
    for step in recorded["cases"]["discovery-aggregated"].as_array().unwrap() {
        let body: Value = serde_json::from_str(step["body"].as_str().unwrap()).unwrap();
        for group in body["items"].as_array().unwrap() {
            for version in group["versions"].as_array().unwrap() {
                let within =
                    stubs::api_version(group["metadata"]["name"].as_str().unwrap_or(""), version["version"].as_str().unwrap());
                for main in version["resources"].as_array().unwrap() {
                    let name = main["resource"].as_str().unwrap();
                    lines.insert(line(&within, name, &verbs_of(main)));
                    for sub in main["subresources"].as_array().into_iter().flatten() {
                        lines.insert(line(&within, &format!("{name}/{}", sub["subresource"].as_str().unwrap()), &verbs_of(sub)));
                    }
                }
            }
        }
    }
    lines
}

fn line(version: &str, name: &str, verbs: &Verbs) -> String {
    format!("{version} {name} {verbs:?}")
}

#[tokio::test]
async fn what_is_served_by_default_is_what_the_reference_serves() {
    let mut ours = BTreeSet::new();
    for ((version, name), listed) in discovery(&Cluster::start().await).await {
        ours.insert(line(&version, &name, &listed.verbs));
        ours.extend(listed.subresources.iter().map(|(sub, verbs)| line(&version, &format!("{name}/{sub}"), verbs)));
    }
    let reference = reference_serves();
    assert_eq!(reference.len(), 72 + 49);
    let differing: Vec<&String> = reference.symmetric_difference(&ours).collect();
    assert!(differing.is_empty(), "{differing:#?}");
}
