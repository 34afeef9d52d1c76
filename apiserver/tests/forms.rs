//! The same objects in every form that an answer can take: protobuf says what JSON says, for single objects, lists and watches of every
//! resource; tables and metadata hold what the objects hold; large answers come compressed to clients that take it.

use std::io::Read as _;

use bytes::Bytes;
use http::Request;
use http_body_util::BodyExt;
use kinds::table;
use object::{json, proto};
use serde_json::{Value, json as value};

use crate::support::stubs::{self, NAMESPACE, Stub};
use crate::support::{Answer, Cluster, Options};

const PROTOBUF: &str = "application/vnd.kubernetes.protobuf";
const MAPS: &str = "/api/v1/namespaces/default/configmaps";

async fn get_as(cluster: &Cluster, path: &str, accept: &str, encoding: &str) -> Answer {
    let request = Request::builder().uri(path).header("accept", accept).header("accept-encoding", encoding);
    cluster.exchange(request.body(Bytes::new()).unwrap()).await
}

/// A document out of its protobuf envelope, as JSON.
fn opened(body: &[u8]) -> Value {
    let unknown = proto::open(body).unwrap_or_else(|e| panic!("{e}: {body:?}"));
    let (group, version) = unknown.api_version.split_once('/').unwrap_or(("", unknown.api_version));
    let schema = table::schema_of(group, version, unknown.kind).unwrap_or_else(|| panic!("no kind {unknown:?}"));
    let mut tree = proto::decode(Bytes::copy_from_slice(unknown.raw), &schema).unwrap();
    tree.set_str(&["kind"], unknown.kind);
    tree.set_str(&["apiVersion"], unknown.api_version);
    let mut out = Vec::new();
    json::encode(&tree, &mut out);
    serde_json::from_slice(&out).unwrap()
}

/// A document in its protobuf envelope.
fn enveloped(stub: &Stub, document: &Value) -> Vec<u8> {
    let kind = kind_of(stub);
    let schema = table::schema_of(&stub.group, &stub.version, kind).unwrap();
    let tree = json::decode(Bytes::from(document.to_string()), &schema).unwrap().tree;
    let (mut message, mut body) = (Vec::new(), Vec::new());
    proto::encode(&tree, &mut message);
    proto::wrap(&stubs::api_version(&stub.group, &stub.version), kind, &message, &mut body);
    body
}

fn kind_of(stub: &Stub) -> &'static str {
    table::resource(&stub.group, &stub.resource).unwrap().kind
}

#[tokio::test]
async fn protobuf_says_what_json_says_of_every_resource() {
    let cluster = Cluster::with(Options { runtime_config: "api/all=true", ..Options::default() }).await;
    cluster.namespace(NAMESPACE).await;
    let mut compared = 0;
    for stub in stubs::all() {
        if table::served(&stub.group, &stub.version, &stub.resource).is_none() {
            continue;
        }
        let collection = stub.collection();
        let request = Request::builder().method("POST").uri(&collection).header("content-type", PROTOBUF);
        let request = request.header("accept", PROTOBUF).body(Bytes::from(enveloped(&stub, &stub.stub))).unwrap();
        let made = cluster.exchange(request).await;
        assert_eq!(made.code, 201, "{}: {}", stub.title(), made.text());
        assert_eq!(made.header("content-type"), PROTOBUF);
        let name = opened(&made.body)["metadata"]["name"].as_str().unwrap().to_owned();
        let path = format!("{collection}/{name}");
        let plain = cluster.read(&path).await;
        assert_eq!(opened(&made.body), plain, "{}", stub.title());
        assert_eq!(opened(&get_as(&cluster, &path, PROTOBUF, "").await.body), plain, "{}", stub.title());
        // Twice: the second list finds the encodings of the first.
        for _ in 0..2 {
            let list = opened(&get_as(&cluster, &collection, PROTOBUF, "").await.body);
            assert_eq!(list, cluster.read(&collection).await, "{}", stub.title());
        }
        let partial =
            opened(&get_as(&cluster, &path, &format!("{PROTOBUF};as=PartialObjectMetadata;g=meta.k8s.io;v=v1"), "").await.body);
        assert_eq!(partial["metadata"], plain["metadata"], "{}", stub.title());
        cluster.delete(&path).await;
        compared += 1;
    }
    assert!(compared > 80, "{compared}");
}

/// Frames of a watch in protobuf: type and object.
async fn frames(cluster: &Cluster, path: &str) -> Vec<(String, Value)> {
    let request = Request::builder().uri(path).header("accept", PROTOBUF).body(Bytes::new()).unwrap();
    let response = cluster.patiently(cluster.request(request)).await;
    assert_eq!(response.headers()["content-type"], "application/vnd.kubernetes.protobuf;stream=watch");
    let body = cluster.patiently(response.into_body().collect()).await.unwrap().to_bytes();
    let (mut rest, mut out) = (body.as_ref(), Vec::new());
    let event = table::schema_of("", "v1", "WatchEvent").unwrap();
    while let Some((head, tail)) = rest.split_first_chunk::<4>() {
        let (frame, next) = tail.split_at(usize::try_from(u32::from_be_bytes(*head)).unwrap());
        rest = next;
        // Its object is an enveloped document, not JSON: the two fields are read by hand.
        assert_eq!(event.def().field("type").unwrap().1.number, 1);
        assert_eq!(frame[0], 0x0a);
        let kind = &frame[2..2 + usize::from(frame[1])];
        let at = frame.windows(4).position(|window| window == proto::MAGIC).unwrap();
        out.push((String::from_utf8(kind.to_vec()).unwrap(), opened(&frame[at..])));
    }
    out
}

#[tokio::test]
async fn watches_frame_the_same_events_in_protobuf() {
    let cluster = Cluster::start().await;
    let start = cluster.create(MAPS, &value!({"metadata": {"name": "a"}, "data": {"k": "<v>"}})).await;
    let revision = start["metadata"]["resourceVersion"].as_str().unwrap();
    cluster.merge(&format!("{MAPS}/a"), &value!({"data": {"k": "w"}})).await.expect(200);
    cluster.create(MAPS, &value!({"metadata": {"name": "b"}})).await;
    cluster.delete(&format!("{MAPS}/a")).await.expect(200);
    let path = format!("{MAPS}?watch=true&timeoutSeconds=3&resourceVersion={revision}");
    let plain = cluster.get(&path).await.text();
    let plain: Vec<Value> = plain.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let plain: Vec<(String, Value)> =
        plain.iter().map(|event| (event["type"].as_str().unwrap().to_owned(), event["object"].clone())).collect();
    assert_eq!(plain.iter().map(|(kind, _)| kind.as_str()).collect::<Vec<_>>(), ["MODIFIED", "ADDED", "DELETED"]);
    assert_eq!(frames(&cluster, &path).await, plain);
    let streamed = format!(
        "{MAPS}?watch=true&timeoutSeconds=3&sendInitialEvents=true&allowWatchBookmarks=true&resourceVersionMatch=NotOlderThan"
    );
    let events = frames(&cluster, &streamed).await;
    assert_eq!(events.iter().map(|(kind, _)| kind.as_str()).take(2).collect::<Vec<_>>(), ["ADDED", "BOOKMARK"]);
    assert_eq!(events[1].1["metadata"]["annotations"]["k8s.io/initial-events-end"], "true");
}

#[tokio::test]
async fn a_watch_as_a_table_names_its_columns_once() {
    let cluster = Cluster::start().await;
    for name in ["a", "b"] {
        cluster.create(MAPS, &value!({"metadata": {"name": name}, "data": {"k": "v"}})).await;
    }
    let accept = "application/json;as=Table;v=v1;g=meta.k8s.io";
    let answer = get_as(&cluster, &format!("{MAPS}?watch=true&timeoutSeconds=3"), accept, "").await.text();
    let events: Vec<Value> = answer.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(events.len(), 2, "{answer}");
    let columns = events[0]["object"]["columnDefinitions"].as_array().unwrap();
    assert_eq!(columns.iter().map(|c| c["name"].as_str().unwrap()).collect::<Vec<_>>(), ["Name", "Data", "Age"]);
    assert!(columns.iter().all(|column| !column["description"].as_str().unwrap().is_empty()));
    assert_eq!(events[1]["object"]["columnDefinitions"], Value::Null);
    let cells = &events[1]["object"]["rows"][0]["cells"];
    assert_eq!((&cells[0], &cells[1]), (&value!("b"), &value!(1)));
}

#[tokio::test]
async fn long_lists_are_whole_in_every_form() {
    let cluster = Cluster::start().await;
    let text = "0123456789abcdef".repeat(4 * 1024);
    for name in 0..100 {
        cluster.create(MAPS, &value!({"metadata": {"name": format!("m{name:03}")}, "data": {"k": text}})).await;
    }
    let plain = cluster.read(MAPS).await;
    assert_eq!(plain["items"].as_array().unwrap().len(), 100);
    // Larger than what is kept between measuring and sending.
    let long = get_as(&cluster, MAPS, PROTOBUF, "").await;
    assert!(long.body.len() > 6 << 20);
    assert_eq!(opened(&long.body), plain);
    for (accept, is_protobuf) in [(PROTOBUF, true), ("application/json", false)] {
        let packed = get_as(&cluster, MAPS, accept, "gzip").await;
        assert_eq!((packed.header("content-encoding"), packed.header("vary")), ("gzip", "Accept-Encoding"));
        assert!(packed.body.len() < 1 << 20);
        let mut body = Vec::new();
        flate2::read::GzDecoder::new(packed.body.as_ref()).read_to_end(&mut body).unwrap();
        let list = if is_protobuf { opened(&body) } else { serde_json::from_slice(&body).unwrap() };
        assert_eq!(list, plain);
    }
    let small = get_as(&cluster, &format!("{MAPS}?limit=1"), "application/json", "gzip").await;
    assert_eq!(small.header("content-encoding"), "");
}

/// A list in gzip, unpacked.
async fn unpacked(cluster: &Cluster, path: &str) -> Vec<u8> {
    let packed = get_as(cluster, path, "application/json", "gzip").await;
    assert_eq!((packed.header("content-encoding"), packed.header("vary")), ("gzip", "Accept-Encoding"), "{path}");
    let mut plain = Vec::new();
    flate2::read::MultiGzDecoder::new(&*packed.body).read_to_end(&mut plain).unwrap();
    plain
}

#[tokio::test]
async fn lists_in_gzip_stay_true_while_parts_of_them_are_kept() {
    let cluster = Cluster::start().await;
    let map = |n: usize, text: &str| {
        let data = value!({"text": format!("{text}-{n}-").repeat(300)});
        value!({"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": format!("m-{n:03}"), "labels": {"odd": format!("{}", n % 2)}}, "data": data})
    };
    for n in 0..150 {
        cluster.create(MAPS, &map(n, "first")).await;
    }
    let everywhere = "/api/v1/configmaps";
    let paths = [MAPS, everywhere, &format!("{MAPS}?labelSelector=odd%3D1"), &format!("{MAPS}?limit=120")];
    for change in ["none", "one changed", "first changed", "one gone", "one new"] {
        match change {
            "one changed" => drop(cluster.update(&format!("{MAPS}/m-077"), &map(77, "second")).await),
            "first changed" => drop(cluster.update(&format!("{MAPS}/m-000"), &map(0, "second")).await),
            "one gone" => drop(cluster.delete(&format!("{MAPS}/m-040")).await),
            "one new" => drop(cluster.create(MAPS, &map(40, "third")).await),
            _ => {}
        }
        // Twice: the second time from what the first one kept.
        for _ in 0..2 {
            for path in &paths {
                let plain = get_as(&cluster, path, "application/json", "").await;
                assert_eq!(plain.header("content-encoding"), "");
                assert!(unpacked(&cluster, path).await == plain.body, "{path} with {change}");
            }
        }
        // A page that goes on somewhere in the middle.
        let page = cluster.read(&format!("{MAPS}?limit=37")).await;
        let rest = format!("{MAPS}?limit=90&continue={}", page["metadata"]["continue"].as_str().unwrap());
        assert!(unpacked(&cluster, &rest).await == get_as(&cluster, &rest, "application/json", "").await.body, "{change}");
    }
}
