//! Many clients at once: no write is lost, no name is given twice, and a list that takes long to send is one state.

use futures_util::future::join_all;
use serde_json::{Value, json};

use crate::support::{Cluster, Options, names, revision_of};

const MAPS: &str = "/api/v1/namespaces/default/configmaps";

async fn slow() -> Cluster {
    Cluster::with(Options { slow: true, ..Options::default() }).await
}

/// Adds one to a number in an object, by reading it and writing it back until nobody came between. Returns how often somebody did.
async fn add_one(cluster: &Cluster, path: &str) -> usize {
    let mut conflicts = 0;
    loop {
        let mut object = cluster.read(path).await;
        let count: u64 = object["data"]["count"].as_str().unwrap().parse().unwrap();
        object["data"]["count"] = json!((count + 1).to_string());
        match cluster.send("PUT", path, &object.to_string()).await.code {
            200 => return conflicts,
            409 => conflicts += 1,
            other => panic!("{other}"),
        }
    }
}

#[tokio::test]
async fn no_update_is_lost() {
    let cluster = slow().await;
    cluster.create(MAPS, &json!({"metadata": {"name": "a"}, "data": {"count": "0"}})).await;
    let (path, before) = (format!("{MAPS}/a"), cluster.revision());
    let conflicts: usize = join_all((0..20).map(|_| add_one(&cluster, &path))).await.into_iter().sum();
    assert_eq!(cluster.read(&path).await["data"]["count"], "20");
    assert_eq!(cluster.revision(), before + 20, "twenty writes and no more");
    assert!(conflicts > 0, "without conflicts this shows nothing");
}

#[tokio::test]
async fn patches_of_different_fields_all_arrive() {
    let cluster = slow().await;
    cluster.create(MAPS, &json!({"metadata": {"name": "a"}})).await;
    let path = format!("{MAPS}/a");
    let (merges, jsons) = (0..15, 15..30);
    let merge = merges.map(|n| (n, "application/merge-patch+json", json!({"data": {format!("k{n}"): "v"}})));
    let add = |n: usize| json!([{"op": "add", "path": format!("/metadata/annotations/k{n}"), "value": "v"}]);
    cluster.merge(&path, &json!({"metadata": {"annotations": {"first": "v"}}})).await.expect(200);
    let json = jsons.map(|n| (n, "application/json-patch+json", add(n)));
    let patches: Vec<(usize, &str, Value)> = merge.chain(json).collect();
    let answers = join_all(patches.iter().map(|(_, media, patch)| {
        let text = patch.to_string();
        let (cluster, path) = (&cluster, &path);
        async move { cluster.send_as(media, "PATCH", path, &text).await }
    }))
    .await;
    for answer in &answers {
        assert_eq!(answer.code, 200, "the server tries again by itself: {}", answer.text());
    }
    let object = cluster.read(&path).await;
    for n in 0..15 {
        assert_eq!(object["data"][format!("k{n}")], "v", "k{n}: {object}");
        assert_eq!(object["metadata"]["annotations"][format!("k{}", n + 15)], "v", "k{}: {object}", n + 15);
    }
    let mut revisions: Vec<u64> = answers.iter().map(|answer| revision_of(&answer.json())).collect();
    revisions.sort_unstable();
    revisions.dedup();
    assert_eq!(revisions.len(), 30, "each write has a revision of its own");
}

#[tokio::test]
async fn one_of_many_creates_of_one_name_wins() {
    let cluster = slow().await;
    let answers = join_all((0..20).map(|n| {
        let body = json!({"metadata": {"name": "one"}, "data": {"by": n.to_string()}}).to_string();
        let cluster = &cluster;
        async move { cluster.send("POST", MAPS, &body).await }
    }))
    .await;
    let won: Vec<&crate::support::Answer> = answers.iter().filter(|answer| answer.code == 201).collect();
    assert_eq!(won.len(), 1);
    assert!(answers.iter().all(|answer| matches!(answer.code, 201 | 409)));
    assert_eq!(cluster.read(&format!("{MAPS}/one")).await, won[0].json());
}

#[tokio::test]
async fn one_of_many_deletes_of_one_object_finds_it() {
    let cluster = slow().await;
    let made = cluster.create(MAPS, &json!({"metadata": {"name": "one"}})).await;
    let path = format!("{MAPS}/one");
    let answers = join_all((0..10).map(|_| cluster.delete(&path))).await;
    assert_eq!(answers.iter().filter(|answer| answer.code == 200).count(), 1);
    assert_eq!(answers.iter().filter(|answer| answer.code == 404).count(), 9);
    assert_eq!(cluster.revision(), revision_of(&made) + 1);
}

#[tokio::test]
async fn an_object_that_is_changed_and_deleted_at_once_ends_one_way_or_the_other() {
    for round in 0..10 {
        let cluster = slow().await;
        let path = format!("{MAPS}/a");
        cluster.create(MAPS, &json!({"metadata": {"name": "a"}})).await;
        let change = json!({"metadata": {"finalizers": ["example.com/hold"]}});
        let wait = async {
            for _ in 0..round {
                tokio::task::yield_now().await;
            }
            cluster.delete(&path).await
        };
        let (changed, deleted) = tokio::join!(cluster.merge(&path, &change), wait);
        assert_eq!(deleted.code, 200, "{}", deleted.text());
        let left = cluster.get(&path).await;
        match changed.code {
            // The deletion came first, or second and found the finalizer.
            404 => assert_eq!(left.code, 404),
            200 => assert!(left.expect(200)["metadata"]["deletionTimestamp"].is_string(), "{}", left.text()),
            other => panic!("{other}: {}", changed.text()),
        }
    }
}

#[tokio::test]
async fn a_long_list_is_sent_in_pieces_and_is_one_state() {
    use http_body_util::BodyExt;
    let cluster = Cluster::start().await;
    for n in 0..300 {
        let object = json!({"metadata": {"name": format!("m{n:03}")}, "data": {"k": "x".repeat(1000)}});
        cluster.create(MAPS, &object).await;
    }
    let now = cluster.revision();
    let request = http::Request::builder().uri(MAPS).body(bytes::Bytes::new()).unwrap();
    let mut body = cluster.patiently(cluster.request(request)).await.into_body();
    let (mut whole, mut pieces) = (Vec::new(), 0);
    while let Some(frame) = cluster.patiently(body.frame()).await {
        let piece = frame.unwrap().into_data().unwrap();
        assert!(piece.len() <= 128 * 1024, "a piece of {} bytes", piece.len());
        whole.extend_from_slice(&piece);
        pieces += 1;
        // Whatever happens while the client reads, it reads one state.
        cluster.delete(&format!("{MAPS}/m{:03}", 299 - pieces)).await.expect(200);
    }
    assert!(pieces > 3, "{pieces}");
    let list: Value = serde_json::from_slice(&whole).unwrap();
    assert_eq!(revision_of(&list), now);
    assert_eq!(names(&list), (0..300).map(|n| format!("m{n:03}")).collect::<Vec<_>>());
}
