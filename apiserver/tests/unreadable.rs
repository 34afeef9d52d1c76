//! Objects that lie in the store and cannot be read: who is told what, and how they are deleted. Upstream's tests break the decoder of a
//! running store; here such records are put into the store behind the server's back.

use bytes::Bytes;
use serde_json::{Value, json};
use storage::{Body, Key, Txn};

use crate::support::events::Events;
use crate::support::overtaken::Plan;
use crate::support::{Answer, Cluster, Options, names};

const MAPS: &str = "/api/v1/namespaces/default/configmaps";
const UNSAFE: &str = "ignoreStoreReadErrorWithClusterBreakingPotential=true";
const GATE_OFF: &str = "AllowUnsafeMalformedObjectDeletion=false";

fn key(name: &str) -> Key {
    Key::from(format!("/registry/configmaps/default/{name}"))
}

/// Makes an object and gives its record back as it lay in the store.
async fn make(cluster: &Cluster, name: &str) -> storage::Value {
    cluster.create(MAPS, &json!({"metadata": {"name": name, "finalizers": ["example.com/hold"]}})).await;
    cluster.store.get(&key(name), None).await.unwrap().item.unwrap().value.clone()
}

/// Spoils an object's body and leaves its header.
async fn spoil(cluster: &Cluster, name: &str) {
    let value = make(cluster, name).await;
    let body = Body::from(b"{\"kind\":\"ConfigMap\",".as_slice());
    cluster.store.commit(Txn::default().put(key(name), storage::Value::new(value.header, body))).await.unwrap();
}

/// Spoils an object's header and leaves its body.
async fn spoil_header(cluster: &Cluster, name: &str) {
    let value = make(cluster, name).await;
    let header = Bytes::from_static(b"another transformer");
    cluster.store.commit(Txn::default().put(key(name), storage::Value::new(header, value.body))).await.unwrap();
}

async fn delete_unread(cluster: &Cluster, name: &str) -> Answer {
    cluster.delete(&format!("{MAPS}/{name}?{UNSAFE}")).await
}

/// The fields and reasons of a Status' causes.
fn causes(answer: &Answer) -> Vec<(String, String)> {
    let status = answer.json();
    let text = |value: &Value| value.as_str().unwrap_or("").to_owned();
    let causes = status["details"]["causes"].as_array().cloned().unwrap_or_default();
    causes.iter().map(|cause| (text(&cause["field"]), text(&cause["reason"]))).collect()
}

/// Upstream: `RunTestTransformationFailure`.
#[tokio::test]
async fn an_unreadable_object_fails_what_needs_it_and_nothing_else() {
    let cluster = Cluster::with(Options { gates: GATE_OFF, ..Options::default() }).await;
    make(&cluster, "good").await;
    spoil_header(&cluster, "bad").await;
    let path = format!("{MAPS}/bad");
    let before = cluster.revision();
    cluster.get(MAPS).await.refused(500, "InternalError");
    cluster.get(&path).await.refused(500, "InternalError");
    let same = json!({"metadata": {"name": "bad"}}).to_string();
    cluster.send("PUT", &path, &same).await.refused(500, "InternalError");
    cluster.merge(&path, &json!({"data": {"k": "v"}})).await.refused(500, "InternalError");
    cluster.delete(&path).await.refused(500, "InternalError");
    cluster.get(&path).await.refused(500, "InternalError");
    assert_eq!(cluster.revision(), before, "nothing was written");
    cluster.read(&format!("{MAPS}/good")).await;
    cluster.namespace("other").await;
    assert!(names(&cluster.read("/api/v1/namespaces/other/configmaps").await).is_empty());
}

/// Upstream: `RunTestDeleteExpectedTransformOrDecodeError`.
#[tokio::test]
async fn an_unreadable_object_can_be_deleted_unread() {
    let cluster = Cluster::start().await;
    spoil(&cluster, "body").await;
    spoil_header(&cluster, "header").await;
    for name in ["body", "header"] {
        let before = cluster.revision();
        assert_eq!(cluster.delete(&format!("{MAPS}/{name}?{UNSAFE}&dryRun=All")).await.expect(200)["status"], "Success");
        assert_eq!(cluster.revision(), before, "a dry run deletes nothing");
        let gone = delete_unread(&cluster, name).await.expect(200);
        assert_eq!((&gone["kind"], &gone["status"]), (&json!("Status"), &json!("Success")), "in spite of its finalizer");
        cluster.get(&format!("{MAPS}/{name}")).await.refused(404, "NotFound");
        delete_unread(&cluster, name).await.refused(404, "NotFound");
    }
    assert!(names(&cluster.read(MAPS).await).is_empty());
}

/// Upstream: `RunTestDeleteWithConflictAndMissingExpectedTransformOrDecodeError`.
#[tokio::test]
async fn what_somebody_repaired_meanwhile_is_not_deleted_unread() {
    let plan = Plan::default();
    let cluster = Cluster::with(Options { overtaken: Some(plan.clone()), ..Options::default() }).await;
    let good = make(&cluster, "a").await;
    spoil(&cluster, "b").await;
    let bad = cluster.store.get(&key("b"), None).await.unwrap().item.unwrap().value.clone();
    let put = |value: &storage::Value| Txn::default().put(key("a"), value.clone());
    cluster.store.commit(put(&bad)).await.unwrap();
    plan.done();
    plan.commit(&cluster, put(&good));
    let refused = delete_unread(&cluster, "a").await.refused(409, "Conflict");
    assert!(refused.contains("unsafe deletion is not allowed because the object is decodable from storage"), "{refused}");
    assert_eq!(plan.done().1, 1);
    assert_eq!(cluster.read(&format!("{MAPS}/a")).await["metadata"]["name"], "a");
    // Written again, and still unreadable: it goes.
    cluster.store.commit(put(&bad)).await.unwrap();
    plan.commit(&cluster, put(&bad));
    delete_unread(&cluster, "a").await.expect(200);
    assert_eq!(plan.done().1, 2);
    // Deleted meanwhile: it is not there.
    plan.commit(&cluster, Txn::default().delete(key("b")));
    delete_unread(&cluster, "b").await.refused(404, "NotFound");
}

/// Upstream: `RunTestDeleteWithSuggestionAndMissingExpectedTransformOrDecodeError`.
#[tokio::test]
async fn a_readable_object_is_not_deleted_unread_whatever_the_cache_has() {
    let cluster = Cluster::start().await;
    make(&cluster, "a").await;
    assert_eq!(names(&cluster.read(MAPS).await), ["a"], "the cache has it");
    let refused = delete_unread(&cluster, "a").await.refused(409, "Conflict");
    assert!(refused.contains("unsafe deletion is not allowed because the object is decodable from storage"), "{refused}");
    assert_eq!(cluster.read(&format!("{MAPS}/a")).await["metadata"]["deletionTimestamp"], Value::Null);
}

#[tokio::test]
async fn deleting_unread_needs_the_gate_and_a_permission_and_a_name() {
    let off = Cluster::with(Options { gates: GATE_OFF, ..Options::default() }).await;
    spoil(&off, "a").await;
    delete_unread(&off, "a").await.refused(500, "InternalError");
    let forbidden = Cluster::with(Options { forbidden: Some("unsafe-delete-ignore-read-errors"), ..Options::default() }).await;
    spoil(&forbidden, "a").await;
    let refused = delete_unread(&forbidden, "a").await.refused(403, "Forbidden");
    let expect = "not permitted to do \"unsafe-delete-ignore-read-errors\", reason: planted";
    assert_eq!(refused, format!("configmaps \"a\" is forbidden: {expect}"));
    let cluster = Cluster::start().await;
    spoil(&cluster, "a").await;
    let refused = cluster.delete(&format!("{MAPS}?{UNSAFE}")).await.refused(422, "Invalid");
    assert!(refused.contains("is not allowed with DELETECOLLECTION"), "{refused}");
    assert!(cluster.store.get(&key("a"), None).await.unwrap().item.is_some());
}

/// Upstream: `RunTestGetListWithErrorAggregation`.
#[tokio::test]
async fn a_list_names_all_that_it_cannot_read() {
    let cluster = Cluster::start().await;
    for n in 1..=7 {
        let name = format!("foo-{n}");
        if n % 2 == 0 { spoil(&cluster, &name).await } else { drop(make(&cluster, &name).await) }
    }
    let expect = |numbers: &[u32]| {
        let cause = |n: &u32| (key(&format!("foo-{n}")).to_string(), "UnexpectedServerResponse".to_owned());
        numbers.iter().map(cause).collect::<Vec<_>>()
    };
    let answer = cluster.get(MAPS).await;
    let message = answer.refused(500, "StorageReadError");
    assert_eq!(causes(&answer), expect(&[2, 4, 6]));
    assert!(message.starts_with("failed to read one or more configmaps from the storage: StorageError: corrupt object, Code: 7"));
    assert!(message.ends_with("(and 2 more)") && message.contains(&key("foo-2").to_string()), "{message}");
    let details = &answer.json()["details"];
    assert_eq!((&details["name"], &details["kind"]), (&json!("list"), &json!("configmaps")));
    // A page tells of what lies in its way only.
    let first = cluster.read(&format!("{MAPS}?limit=1")).await;
    assert_eq!((names(&first), &first["metadata"]["remainingItemCount"]), (vec!["foo-1".to_owned()], &json!(6)));
    let token = first["metadata"]["continue"].as_str().unwrap();
    assert_eq!(causes(&cluster.get(&format!("{MAPS}?limit=2&continue={token}")).await), expect(&[2, 4]));
    assert_eq!(causes(&cluster.get(&format!("{MAPS}?limit=4")).await), expect(&[2, 4, 6]));
    let one = format!("{MAPS}?fieldSelector=metadata.name%3Dfoo-4");
    assert_eq!(causes(&cluster.get(&one).await), expect(&[4]));
    cluster.delete(MAPS).await.refused(500, "StorageReadError");
    for n in [2, 4, 6] {
        delete_unread(&cluster, &format!("foo-{n}")).await.expect(200);
    }
    assert_eq!(names(&cluster.read(MAPS).await), ["foo-1", "foo-3", "foo-5", "foo-7"]);
}

#[tokio::test]
async fn a_list_names_a_hundred_and_no_more() {
    let cluster = Cluster::start().await;
    for n in 0..105 {
        spoil(&cluster, &format!("foo-{n:03}")).await;
        if n == 98 {
            assert_eq!(causes(&cluster.get(MAPS).await).len(), 99);
        }
        if n >= 99 {
            let causes = causes(&cluster.get(MAPS).await);
            assert_eq!((causes.len(), causes[100].1.as_str()), (101, "FieldValueTooMany"));
            assert_eq!(causes[99].0, key("foo-099").to_string());
        }
    }
}

/// Upstream: `RunTestGetListWithoutErrorAggregation`.
#[tokio::test]
async fn without_the_gate_a_list_ends_at_the_first_that_it_cannot_read() {
    let cluster = Cluster::with(Options { gates: GATE_OFF, ..Options::default() }).await;
    for n in 1..=7 {
        make(&cluster, &format!("foo-{n}")).await;
    }
    assert_eq!(names(&cluster.read(MAPS).await).len(), 7);
    let bad = storage::Value::from("not json");
    for n in [2, 4, 6] {
        cluster.store.commit(Txn::default().put(key(&format!("foo-{n}")), bad.clone())).await.unwrap();
    }
    let answer = cluster.get(MAPS).await;
    let message = answer.refused(500, "InternalError");
    assert!(message.contains(&key("foo-2").to_string()), "{message}");
    assert!(!message.contains("foo-4") && !message.contains("more"), "{message}");
    assert_eq!(causes(&answer).len(), 1, "the error itself");
}

/// Upstream: `RunTestWatchError`.
#[tokio::test]
async fn watches_end_where_an_object_is_written_that_cannot_be_read() {
    let cluster = Cluster::start().await;
    let from = cluster.revision();
    let mut live = Events::open(&cluster, &format!("{MAPS}?watch=1&resourceVersion={from}")).await;
    make(&cluster, "a").await;
    spoil(&cluster, "b").await;
    make(&cluster, "c").await;
    let mut replayed = Events::open(&cluster, &format!("{MAPS}?watch=1&resourceVersion={from}")).await;
    for watch in [&mut live, &mut replayed] {
        assert_eq!((watch.brief().await.as_str(), watch.brief().await.as_str()), ("ADDED a", "ADDED b"));
        let (kind, status) = watch.event().await;
        assert_eq!((kind.as_str(), &status["reason"], &status["code"]), ("ERROR", &json!("InternalError"), &json!(500)));
        assert!(status["message"].as_str().unwrap().contains(&key("b").to_string()), "{status}");
        assert_eq!(watch.next().await, None, "nothing comes behind it");
    }
}

#[tokio::test]
async fn watches_end_where_an_unreadable_object_is_deleted() {
    let cluster = Cluster::start().await;
    spoil(&cluster, "a").await;
    let from = cluster.revision();
    let mut watch = Events::open(&cluster, &format!("{MAPS}?watch=1&resourceVersion={from}")).await;
    delete_unread(&cluster, "a").await.expect(200);
    let (kind, status) = watch.event().await;
    assert_eq!((kind.as_str(), &status["reason"], &status["code"]), ("ERROR", &json!("StorageReadError"), &json!(500)));
    let message = status["message"].as_str().unwrap();
    assert!(message.starts_with("saw a DELETED event, but object data is corrupt - "), "{message}");
    assert_eq!(watch.next().await, None);
    let now = cluster.revision();
    let mut again = Events::open(&cluster, &format!("{MAPS}?watch=1&resourceVersion={now}")).await;
    make(&cluster, "b").await;
    assert_eq!(again.brief().await, "ADDED b");
}
