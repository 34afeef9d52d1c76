//! A client that goes away at any moment of a write leaves either the whole write or nothing of it: the request's future is polled once,
//! twice, three times … and then dropped, until it completes by itself. The server must answer others all the while.

use bytes::Bytes;
use futures_util::FutureExt;
use http::Request;
use serde_json::{Value, json};

use crate::support::{Cluster, Options};

const PATH: &str = "/api/v1/namespaces/default/configmaps";
/// More polls than any write takes; a write that takes more hangs.
const MANY: usize = 200;

/// How a client's stay ended.
enum End {
    /// It got its answer.
    Answered(u16),
    /// It left before.
    Left,
}

fn request(method: &str, path: &str, body: &Value) -> Request<Bytes> {
    let builder = Request::builder().method(method).uri(path).header("content-type", "application/json");
    builder.body(if body.is_null() { Bytes::new() } else { Bytes::from(body.to_string()) }).unwrap()
}

/// Sends a request whose body comes in four pieces, stays for so many polls, and leaves. Every other task gets `turns` turns between two
/// polls.
async fn stay(cluster: &Cluster, request: Request<Bytes>, polls: usize, turns: usize) -> End {
    let (parts, bytes) = request.into_parts();
    let (mut sender, body) = net::Body::channel(1);
    let pieces: Vec<Bytes> = bytes.chunks(bytes.len() / 4 + 1).map(Bytes::copy_from_slice).collect();
    cluster.sim.sys().spawn.task(
        "client",
        Box::pin(async move {
            for piece in pieces {
                if sender.send(piece).await.is_err() {
                    return;
                }
            }
            // Nobody reads the end when the client went away; that is the point of the test.
            let _ended = sender.finish().await;
        }),
    );
    let mut answer = cluster.stream_on(cluster.administrator(), Request::from_parts(parts, body));
    for _ in 0..polls {
        if let Some(response) = (&mut answer).now_or_never() {
            return End::Answered(response.status().as_u16());
        }
        for _ in 0..turns {
            tokio::task::yield_now().await;
        }
    }
    End::Left
}

/// Lets everything that can go on do so.
async fn settle() {
    for _ in 0..200 {
        tokio::task::yield_now().await;
    }
}

/// Drops a client after 0, 1, 2 … polls of a request that `make` prepares, until one gets its answer; `whole` looks at what is left and
/// says whether the write happened. Returns how often it had and had not, as clients that left found it.
async fn leave_at_every_point(
    cluster: &Cluster,
    turns: usize,
    expect: u16,
    make: impl AsyncFn(usize) -> Request<Bytes>,
    whole: impl AsyncFn(usize) -> bool,
) -> (usize, usize) {
    let (mut done, mut nothing) = (0, 0);
    for polls in 0..MANY {
        let request = make(polls).await;
        let end = stay(cluster, request, polls, turns).await;
        settle().await;
        let happened = whole(polls).await;
        if happened {
            done += 1;
        } else {
            nothing += 1;
        }
        if let End::Answered(code) = end {
            assert_eq!(code, expect, "after {polls} polls");
            assert!(happened, "it was answered and did not happen");
            return (done - 1, nothing);
        }
    }
    panic!("no answer after {MANY} polls");
}

/// A create is seen whole or not at all: in the store, with GET, in a list, and by its name being free.
async fn creates(cluster: &Cluster, turns: usize) -> (usize, usize) {
    let data: Value = (0..50).map(|n| (format!("key-{n}"), json!("x".repeat(100)))).collect::<serde_json::Map<_, _>>().into();
    let object =
        |polls: usize| json!({"metadata": {"name": format!("c-{polls}"), "finalizers": ["example.com/f"]}, "data": data});
    let make = async |polls: usize| request("POST", PATH, &object(polls));
    let whole = async |polls: usize| {
        let path = format!("{PATH}/c-{polls}");
        let stored = cluster.stored(&format!("/registry/configmaps/default/c-{polls}")).await;
        let answer = cluster.get(&path).await;
        assert_eq!(stored.is_some(), answer.code == 200, "{}", answer.text());
        let listed = cluster.read(&format!("{PATH}?fieldSelector=metadata.name%3Dc-{polls}")).await;
        assert_eq!(listed["items"].as_array().unwrap().len(), usize::from(stored.is_some()));
        let again = cluster.send("POST", PATH, &object(polls).to_string()).await;
        assert_eq!(again.code, if stored.is_some() { 409 } else { 201 }, "{}", again.text());
        if let Some(stored) = &stored {
            assert_eq!(stored["data"], data, "half an object");
            assert_eq!(stored["metadata"]["finalizers"], json!(["example.com/f"]));
            assert_eq!(stored["metadata"]["uid"], answer.json()["metadata"]["uid"]);
        }
        stored.is_some()
    };
    leave_at_every_point(cluster, turns, 201, make, whole).await
}

/// A server for each run: with more turns between two polls it is further ahead of the client that leaves, and with a slow store there
/// are more points to leave at.
async fn servers() -> Vec<(Cluster, usize)> {
    let mut servers = Vec::new();
    for slow in [false, true] {
        for turns in 1..=4 {
            servers.push((Cluster::with(Options { slow, ..Options::default() }).await, turns));
        }
    }
    servers
}

#[tokio::test]
async fn a_create_happens_whole_or_not_at_all() {
    let (mut done, mut nothing) = (0, 0);
    for (cluster, turns) in servers().await {
        let (whole, none) = creates(&cluster, turns).await;
        done += whole;
        nothing += none;
    }
    assert!(nothing > 3, "a client that leaves before its body is there writes nothing");
    assert!(done > 20, "a client that leaves later does not take its write with it: {done}");
}

#[tokio::test]
async fn an_update_happens_whole_or_not_at_all() {
    for (cluster, turns) in servers().await {
        let path = format!("{PATH}/u");
        cluster.create(PATH, &json!({"metadata": {"name": "u"}, "data": {"a": "start", "b": "start"}})).await;
        let before = std::cell::Cell::new(0);
        let make = async |polls: usize| {
            before.set(cluster.revision());
            let mark = polls.to_string();
            request("PUT", &path, &json!({"metadata": {"name": "u"}, "data": {"a": mark, "b": mark}}))
        };
        let whole = async |polls: usize| {
            let object = cluster.read(&path).await;
            assert_eq!(object["data"]["a"], object["data"]["b"], "half an update");
            let happened = object["data"]["a"].as_str() == Some(polls.to_string().as_str());
            assert_eq!(cluster.revision(), before.get() + u64::from(happened), "one commit or none");
            happened
        };
        let (_, nothing) = leave_at_every_point(&cluster, turns, 200, make, whole).await;
        assert!(nothing > 0);
    }
}

#[tokio::test]
async fn a_delete_happens_whole_or_not_at_all() {
    for (cluster, turns) in servers().await {
        let make = async |polls: usize| {
            cluster.create(PATH, &json!({"metadata": {"name": format!("d-{polls}")}})).await;
            request("DELETE", &format!("{PATH}/d-{polls}"), &Value::Null)
        };
        let whole = async |polls: usize| {
            let answer = cluster.get(&format!("{PATH}/d-{polls}")).await;
            if answer.code == 200 {
                assert!(answer.json()["metadata"]["deletionTimestamp"].is_null(), "half a deletion: {}", answer.text());
            }
            answer.code == 404
        };
        let (_, nothing) = leave_at_every_point(&cluster, turns, 200, make, whole).await;
        assert!(nothing > 0);
    }
}

/// Deleting a pod that runs nowhere takes two commits: a mark, then the end. A client that leaves between them must not leave a pod that
/// is marked and never goes.
#[tokio::test]
async fn a_deletion_in_two_steps_is_finished_without_its_client() {
    let pods = "/api/v1/namespaces/default/pods";
    for (cluster, turns) in servers().await {
        let make = async |polls: usize| {
            let pod = json!({"metadata": {"name": format!("p-{polls}")}, "spec": {"containers": [{"name": "c", "image": "i"}]}});
            cluster.create(pods, &pod).await;
            request("DELETE", &format!("{pods}/p-{polls}"), &Value::Null)
        };
        let whole = async |polls: usize| {
            let answer = cluster.get(&format!("{pods}/p-{polls}")).await;
            assert!(
                answer.code == 404 || answer.json()["metadata"]["deletionTimestamp"].is_null(),
                "it stays marked: {}",
                answer.text()
            );
            answer.code == 404
        };
        leave_at_every_point(&cluster, turns, 200, make, whole).await;
    }
}

#[tokio::test]
async fn a_patch_happens_whole_or_not_at_all() {
    for (cluster, turns) in servers().await {
        let path = format!("{PATH}/m");
        cluster.create(PATH, &json!({"metadata": {"name": "m"}, "data": {"a": "start", "b": "start"}})).await;
        let make = async |polls: usize| {
            let mark = polls.to_string();
            let mut request = request("PATCH", &path, &json!({"data": {"a": mark, "b": mark}}));
            request.headers_mut().insert("content-type", http::HeaderValue::from_static("application/merge-patch+json"));
            request
        };
        let whole = async |polls: usize| {
            let data = cluster.read(&path).await["data"].clone();
            assert_eq!(data["a"], data["b"], "half a patch");
            data["a"].as_str() == Some(polls.to_string().as_str())
        };
        leave_at_every_point(&cluster, turns, 200, make, whole).await;
    }
}

/// Addresses and node ports are in the commit of their service: whenever a client leaves, what is taken is what services have.
#[tokio::test]
async fn what_a_service_takes_comes_and_goes_with_it() {
    use crate::services::check_pools;
    let path = "/api/v1/namespaces/default/services";
    for (cluster, turns) in servers().await {
        let service = |polls: usize| json!({"metadata": {"name": format!("s-{polls}")}, "spec": {"type": "NodePort", "ports": [{"port": 80}]}});
        let exists = async |polls: usize| {
            check_pools(&cluster).await;
            cluster.get(&format!("{path}/s-{polls}")).await.code == 200
        };
        let make = async |polls: usize| request("POST", path, &service(polls));
        leave_at_every_point(&cluster, turns, 201, make, &exists).await;
        cluster.send("DELETE", path, "").await.expect(200);
        check_pools(&cluster).await;
        let make = async |polls: usize| {
            cluster.create(path, &service(polls)).await;
            request("DELETE", &format!("{path}/s-{polls}"), &Value::Null)
        };
        leave_at_every_point(&cluster, turns, 200, make, async |polls| !exists(polls).await).await;
        cluster.create(path, &service(MANY)).await;
        let make = async |polls: usize| {
            let kind = if polls.is_multiple_of(2) { "ClusterIP" } else { "NodePort" };
            let patch = json!({"spec": {"type": kind}, "metadata": {"annotations": {"last": polls.to_string()}}});
            let mut request = request("PATCH", &format!("{path}/s-{MANY}"), &patch);
            request.headers_mut().insert("content-type", http::HeaderValue::from_static("application/merge-patch+json"));
            request
        };
        let changed = async |polls: usize| {
            check_pools(&cluster).await;
            let service = cluster.read(&format!("{path}/s-{MANY}")).await;
            service["metadata"]["annotations"]["last"].as_str() == Some(polls.to_string().as_str())
        };
        leave_at_every_point(&cluster, turns, 200, make, changed).await;
    }
}

/// Watchers that leave must not be remembered: the server goes on, and other watchers miss nothing.
#[tokio::test]
async fn watchers_that_leave_disturb_nobody() {
    use crate::support::events::Events;
    let cluster = Cluster::start().await;
    let mut stays = Events::open(&cluster, &format!("{PATH}?watch=1")).await;
    for polls in 0..20 {
        stay(
            &cluster,
            request(
                "GET",
                &format!("{PATH}?watch=1&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true"),
                &Value::Null,
            ),
            polls,
            1,
        )
        .await;
        cluster.create(PATH, &json!({"metadata": {"name": format!("w-{polls}")}})).await;
        assert_eq!(stays.brief().await, format!("ADDED w-{polls}"));
    }
}
