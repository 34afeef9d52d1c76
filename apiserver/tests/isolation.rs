//! Two servers in one process share nothing: no objects, no revisions, no watches, no identity.

use http::Request;
use net::ConnInfo;
use serde_json::json;

use crate::support::events::Events;
use crate::support::{Cluster, Options, names, revision_of};

const PATH: &str = "/api/v1/namespaces/default/configmaps";

#[tokio::test]
async fn objects_and_revisions_are_apart() {
    let (one, two) = (Cluster::start().await, Cluster::with(Options { seed: 2, ..Options::default() }).await);
    let untouched = two.revision();
    for name in ["a", "b", "c"] {
        one.create(PATH, &json!({"metadata": {"name": name}})).await;
    }
    assert_eq!(two.revision(), untouched);
    assert!(names(&two.read(PATH).await).is_empty());
    let b = two.create(PATH, &json!({"metadata": {"name": "b"}, "data": {"of": "two"}})).await;
    assert_eq!(revision_of(&b), untouched + 1);
    assert!(one.read(&format!("{PATH}/b")).await["data"].is_null());
    one.delete(&format!("{PATH}/b")).await.expect(200);
    assert_eq!(two.read(&format!("{PATH}/b")).await, b);
}

#[tokio::test]
async fn watches_see_their_own_server_only() {
    let (one, two) = (Cluster::start().await, Cluster::start().await);
    let mut of_one = Events::open(&one, &format!("{PATH}?watch=1")).await;
    let mut of_two = Events::open(&two, &format!("{PATH}?watch=1")).await;
    two.create(PATH, &json!({"metadata": {"name": "of-two"}})).await;
    one.create(PATH, &json!({"metadata": {"name": "of-one"}})).await;
    assert_eq!(of_one.brief().await, "ADDED of-one");
    assert_eq!(of_two.brief().await, "ADDED of-two");
}

#[tokio::test]
async fn a_certificate_of_one_is_worth_nothing_at_the_other() {
    let (one, two) = (Cluster::start().await, Cluster::with(Options { seed: 2, ..Options::default() }).await);
    let request = || Request::builder().uri(PATH).body(bytes::Bytes::new()).unwrap();
    assert_eq!(one.finish(one.request_on(one.administrator(), request())).await.code, 200);
    two.finish(two.request_on(one.administrator(), request())).await.refused(401, "Unauthorized");
    two.finish(two.request_on(ConnInfo::in_process(Vec::new()), request())).await.refused(403, "Forbidden");
}

#[tokio::test]
async fn acting_as_somebody_else_is_refused_and_does_nothing() {
    let cluster = Cluster::start().await;
    cluster.create(PATH, &json!({"metadata": {"name": "kept"}})).await;
    let before = cluster.revision();
    for (header, value) in
        [("Impersonate-User", "joe"), ("impersonate-group", "g"), ("Impersonate-Uid", "1"), ("Impersonate-Extra-a", "b")]
    {
        for (method, path) in [("GET", PATH.to_owned()), ("DELETE", format!("{PATH}/kept"))] {
            let request = Request::builder().method(method).uri(path).header(header, value).body(bytes::Bytes::new()).unwrap();
            cluster.exchange(request).await.refused(501, "");
        }
    }
    assert_eq!(cluster.revision(), before);
}

#[tokio::test]
async fn a_server_that_is_gone_leaves_the_other_running() {
    let (one, two) = (Cluster::start().await, Cluster::start().await);
    let mut watch = Events::open(&two, &format!("{PATH}?watch=1")).await;
    one.create(PATH, &json!({"metadata": {"name": "a"}})).await;
    drop(one);
    two.create(PATH, &json!({"metadata": {"name": "b"}})).await;
    assert_eq!(watch.brief().await, "ADDED b");
}

#[tokio::test]
async fn a_typed_client_works_without_a_socket() {
    use k8s_openapi::api::core::v1::{ConfigMap, Pod};
    use kube::api::{Api, DeleteParams, ListParams, Patch, PatchParams, PostParams};

    let (one, two) = (Cluster::start().await, Cluster::start().await);
    let maps: Api<ConfigMap> = Api::default_namespaced(one.client("default"));
    let object = serde_json::from_value(json!({"metadata": {"name": "typed"}, "data": {"k": "v"}})).unwrap();
    let created = maps.create(&PostParams::default(), &object).await.unwrap();
    assert!(created.metadata.uid.is_some());
    let patched = maps.patch("typed", &PatchParams::default(), &Patch::Merge(json!({"data": {"k": "w"}}))).await.unwrap();
    assert_eq!(patched.data.unwrap()["k"], "w");
    assert_eq!(maps.list(&ListParams::default().fields("metadata.name=typed")).await.unwrap().items.len(), 1);
    maps.delete("typed", &DeleteParams::default()).await.unwrap();
    let error = maps.get("typed").await.unwrap_err();
    assert!(matches!(&error, kube::Error::Api(status) if status.code == 404 && status.reason == "NotFound"), "{error}");
    let pods: Api<Pod> = Api::all(two.client("default"));
    assert!(pods.list(&ListParams::default()).await.unwrap().items.is_empty());
    assert_eq!(two.client("default").apiserver_version().await.unwrap().minor, "37");
}
