//! Addresses and node ports of services: taken in the commit of the service and nowhere else, never twice, and given back with it. The
//! texts are upstream's; more of them are compared with the reference server in `conformance/cases/services.yaml`.

use std::collections::{BTreeMap, BTreeSet};

use futures_util::future::join_all;
use serde_json::{Value, json};
use storage::RangeRequest;

use crate::support::{Answer, Cluster, Options, names, revision_of};

const SERVICES: &str = "/api/v1/namespaces/default/services";
const ADDRESSES: &str = "/apis/networking.k8s.io/v1/ipaddresses";
const RANGES: &str = "/apis/networking.k8s.io/v1/servicecidrs";

fn service(name: &str, spec: Value) -> Value {
    let mut service = json!({"metadata": {"name": name}, "spec": spec});
    if service["spec"]["ports"].is_null() {
        service["spec"]["ports"] = json!([{"port": 80}]);
    }
    service
}

async fn post(cluster: &Cluster, name: &str, spec: Value) -> Answer {
    cluster.send("POST", SERVICES, &service(name, spec).to_string()).await
}

/// The node ports that are taken, as the store has them, with their services.
async fn taken_ports(cluster: &Cluster) -> BTreeMap<i64, String> {
    let prefix = "/registry/ranges/servicenodeports/";
    let items = cluster.store.range(RangeRequest::prefix(prefix.as_bytes())).await.unwrap().items;
    let entry = |item: &std::sync::Arc<storage::Item>| {
        let value: Value = serde_json::from_slice(&item.value.body.to_contiguous()).unwrap();
        let port = String::from_utf8_lossy(&item.key.as_bytes()[prefix.len()..]).parse().unwrap();
        (port, value["service"].as_str().unwrap().to_owned())
    };
    items.iter().map(entry).collect()
}

/// Compares what is taken with what services hold: each address has exactly one IPAddress that names its service, each node port one
/// key, and there is nothing else.
pub(crate) async fn check_pools(cluster: &Cluster) {
    let (mut held, mut ports) = (BTreeMap::new(), BTreeMap::new());
    for service in cluster.read("/api/v1/services").await["items"].as_array().unwrap() {
        let name = service["metadata"]["name"].as_str().unwrap();
        for address in service["spec"]["clusterIPs"].as_array().into_iter().flatten().filter(|ip| *ip != "None") {
            assert_eq!(held.insert(address.as_str().unwrap().to_owned(), name.to_owned()), None, "{address} twice");
        }
        let listed = service["spec"]["ports"].as_array().into_iter().flatten().map(|port| &port["nodePort"]);
        let listed: BTreeSet<i64> = listed.chain([&service["spec"]["healthCheckNodePort"]]).filter_map(Value::as_i64).collect();
        for port in listed {
            assert_eq!(ports.insert(port, name.to_owned()), None, "{port} twice");
        }
    }
    let list = cluster.read(ADDRESSES).await;
    let parent = |address: &Value| address["spec"]["parentRef"]["name"].as_str().unwrap().to_owned();
    let items = list["items"].as_array().unwrap();
    let taken: BTreeMap<_, _> = names(&list).into_iter().zip(items.iter().map(parent)).collect();
    assert_eq!(taken, held);
    assert_eq!(taken_ports(cluster).await, ports);
}

fn address(service: &Value) -> String {
    service["spec"]["clusterIP"].as_str().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn a_service_and_its_address_are_one_commit() {
    let cluster = Cluster::start().await;
    let before = cluster.revision();
    let made = post(&cluster, "a", json!({})).await.expect(201);
    assert_eq!(cluster.revision(), before + 1, "one commit");
    let spec = &made["spec"];
    assert_eq!(spec["clusterIPs"], json!([spec["clusterIP"]]));
    assert_eq!((&spec["ipFamilies"], &spec["ipFamilyPolicy"]), (&json!(["IPv4"]), &json!("SingleStack")));
    let last: u8 = address(&made).strip_prefix("10.0.0.").unwrap().parse().unwrap();
    assert!((17..=254).contains(&last), "{last} is not in the upper part");
    let ip = cluster.read(&format!("{ADDRESSES}/{}", address(&made))).await;
    assert_eq!(revision_of(&ip), revision_of(&made));
    assert_eq!(ip["spec"], json!({"parentRef": {"resource": "services", "namespace": "default", "name": "a"}}));
    let labels = json!({"ipaddress.kubernetes.io/ip-family": "IPv4", "ipaddress.kubernetes.io/managed-by": "ipallocator.k8s.io"});
    assert_eq!(ip["metadata"]["labels"], labels);
    assert_eq!(ip["metadata"]["managedFields"][0]["manager"], "kube-apiserver");
    cluster.delete(&format!("{SERVICES}/a")).await.expect(200);
    assert_eq!(cluster.revision(), before + 2, "one commit");
    check_pools(&cluster).await;
}

#[tokio::test]
async fn every_cluster_has_its_range_and_its_first_address() {
    let cluster = Cluster::start().await;
    let range = cluster.read(&format!("{RANGES}/kubernetes")).await;
    assert_eq!(range["spec"], json!({"cidrs": ["10.0.0.0/24"]}));
    let condition = &range["status"]["conditions"][0];
    assert_eq!((&condition["type"], &condition["status"]), (&json!("Ready"), &json!("True")));
    assert_eq!(condition["message"], "Kubernetes default Service CIDR is ready");
    let kubernetes = cluster.read(&format!("{SERVICES}/kubernetes")).await;
    assert_eq!(address(&kubernetes), "10.0.0.1");
    check_pools(&cluster).await;
}

#[tokio::test]
async fn a_requested_address_is_had_once() {
    let cluster = Cluster::start().await;
    let ask = |ip: &str| json!({"clusterIP": ip});
    post(&cluster, "a", ask("10.0.0.50")).await.expect(201);
    let complaint = post(&cluster, "b", ask("10.0.0.50")).await.refused(422, "Invalid");
    assert_eq!(
        complaint,
        "Service \"b\" is invalid: spec.clusterIPs: Invalid value: [\"10.0.0.50\"]: failed to allocate IP 10.0.0.50: provided IP is already allocated"
    );
    for outside in ["10.0.0.0", "10.0.0.255", "10.0.1.1"] {
        let complaint = post(&cluster, "b", ask(outside)).await.refused(422, "Invalid");
        assert!(complaint.ends_with("the provided network does not match the current range"), "{complaint}");
    }
    let headless = post(&cluster, "h", ask("None")).await.expect(201);
    assert_eq!(headless["spec"]["ipFamilyPolicy"], "RequireDualStack");
    check_pools(&cluster).await;
    cluster.delete(&format!("{SERVICES}/a")).await.expect(200);
    post(&cluster, "b", ask("10.0.0.50")).await.expect(201);
    check_pools(&cluster).await;
}

#[tokio::test]
async fn many_creates_at_once_share_no_address_and_fill_the_range() {
    let cluster = Cluster::with(Options { slow: true, services: "10.0.0.0/26", ..Options::default() }).await;
    // 62 addresses, one of them taken: eleven clients of seventy find none.
    let answers =
        join_all(
            (0..72).map(|n| {
                let cluster = &cluster;
                async move {
                    post(cluster, &format!("s{n}"), json!({"type": if n % 2 == 0 { "NodePort" } else { "ClusterIP" }})).await
                }
            }),
        )
        .await;
    let made: Vec<&Answer> = answers.iter().filter(|answer| answer.code == 201).collect();
    let addresses: BTreeSet<String> = made.iter().map(|answer| address(&answer.json())).collect();
    assert_eq!((made.len(), addresses.len()), (61, 61));
    for refused in answers.iter().filter(|answer| answer.code != 201) {
        let message = refused.refused(500, "InternalError");
        assert!(message.ends_with(": range is full"), "{message}");
    }
    check_pools(&cluster).await;
    let gone = made[7].json()["metadata"]["name"].as_str().unwrap().to_owned();
    cluster.delete(&format!("{SERVICES}/{gone}")).await.expect(200);
    post(&cluster, "late", json!({})).await.expect(201);
    check_pools(&cluster).await;
}

#[tokio::test]
async fn many_creates_of_one_address_or_port_have_one_winner() {
    let cluster = Cluster::with(Options { slow: true, ..Options::default() }).await;
    for spec in [json!({"clusterIP": "10.0.0.9"}), json!({"type": "NodePort", "ports": [{"port": 80, "nodePort": 30080}]})] {
        let answers = join_all((0..12).map(|n| {
            let (cluster, spec) = (&cluster, spec.clone());
            async move { post(cluster, &format!("s{n}"), spec).await }
        }))
        .await;
        assert_eq!(answers.iter().filter(|answer| answer.code == 201).count(), 1);
        for refused in answers.iter().filter(|answer| answer.code != 201) {
            assert!(refused.refused(422, "Invalid").ends_with("is already allocated"), "{}", refused.text());
        }
        check_pools(&cluster).await;
        cluster.send("DELETE", SERVICES, "").await.expect(200);
        check_pools(&cluster).await;
    }
}

#[tokio::test]
async fn node_ports_run_out_and_come_back() {
    let cluster = Cluster::with(Options { node_ports: "30000-30003", ..Options::default() }).await;
    let two = json!({"type": "NodePort", "ports": [{"name": "a", "port": 1}, {"name": "b", "port": 2}]});
    post(&cluster, "a", two.clone()).await.expect(201);
    post(&cluster, "b", two.clone()).await.expect(201);
    let message = post(&cluster, "c", json!({"type": "NodePort"})).await.refused(500, "InternalError");
    assert_eq!(message, "Internal error occurred: failed to allocate a nodePort: range is full");
    check_pools(&cluster).await;
    let plain = cluster.merge(&format!("{SERVICES}/a"), &json!({"spec": {"type": "ClusterIP"}})).await.expect(200);
    assert!(plain["spec"]["ports"][0]["nodePort"].is_null());
    let dns = json!([{"name": "t", "port": 53, "protocol": "TCP"}, {"name": "u", "port": 53, "protocol": "UDP"}]);
    let shared = post(&cluster, "c", json!({"type": "NodePort", "ports": dns})).await.expect(201);
    assert_eq!(shared["spec"]["ports"][0]["nodePort"], shared["spec"]["ports"][1]["nodePort"]);
    check_pools(&cluster).await;
}

#[tokio::test]
async fn changes_of_type_take_and_give_back() {
    let cluster = Cluster::start().await;
    let path = format!("{SERVICES}/a");
    post(&cluster, "a", json!({"clusterIP": "10.0.0.40"})).await.expect(201);
    let change = async |spec: Value| {
        let changed = cluster.merge(&path, &json!({"spec": spec})).await.expect(200);
        check_pools(&cluster).await;
        changed["spec"].clone()
    };
    let port = change(json!({"type": "NodePort"})).await["ports"][0]["nodePort"].clone();
    let balancer = change(json!({"type": "LoadBalancer", "externalTrafficPolicy": "Local"})).await;
    assert_eq!(balancer["ports"][0]["nodePort"], port);
    assert!(balancer["healthCheckNodePort"].is_i64());
    assert_eq!(change(json!({"clusterIP": null, "clusterIPs": null})).await["clusterIP"], "10.0.0.40");
    change(json!({"type": "ClusterIP"})).await;
    assert!(taken_ports(&cluster).await.is_empty());
    assert!(change(json!({"type": "ExternalName", "externalName": "example.com"})).await["clusterIP"].is_null());
    assert_eq!(names(&cluster.read(ADDRESSES).await), ["10.0.0.1"]);
    assert!(change(json!({"type": "ClusterIP"})).await["clusterIP"].is_string());
    let refused = cluster.merge(&path, &json!({"spec": {"clusterIP": "10.0.0.41"}})).await.refused(422, "Invalid");
    assert!(refused.ends_with("[\"10.0.0.41\"]: may not change once set"), "{refused}");
    cluster.update(&path, &service("a", json!({"ports": [{"port": 81}]}))).await;
    check_pools(&cluster).await;
}

#[tokio::test]
async fn two_families_come_and_go() {
    let cluster = Cluster::with(Options { services: "10.0.0.0/24,fd00::/108", ..Options::default() }).await;
    let path = format!("{SERVICES}/a");
    post(&cluster, "a", json!({})).await.expect(201);
    let both = cluster.merge(&path, &json!({"spec": {"ipFamilyPolicy": "RequireDualStack"}})).await.expect(200);
    assert_eq!(both["spec"]["ipFamilies"], json!(["IPv4", "IPv6"]));
    assert!(both["spec"]["clusterIPs"][1].as_str().unwrap().starts_with("fd00::"));
    check_pools(&cluster).await;
    let single = cluster.merge(&path, &json!({"spec": {"ipFamilyPolicy": "SingleStack"}})).await.expect(200);
    assert_eq!(single["spec"]["clusterIPs"], json!([both["spec"]["clusterIP"]]));
    check_pools(&cluster).await;
}

#[tokio::test]
async fn dry_runs_and_failed_writes_take_nothing() {
    let cluster = Cluster::start().await;
    post(&cluster, "a", json!({"type": "NodePort"})).await.expect(201);
    let before = cluster.revision();
    let ports = json!({"type": "NodePort", "ports": [{"name": "a", "port": 80}, {"name": "b", "port": 81}]});
    let dry = cluster.send("POST", &format!("{SERVICES}?dryRun=All"), &service("b", ports).to_string()).await.expect(201);
    assert_eq!(address(&dry), "10.0.0.0");
    assert_eq!((&dry["spec"]["ports"][0]["nodePort"], &dry["spec"]["ports"][1]["nodePort"]), (&json!(32_769), &json!(32_770)));
    let patch = json!({"spec": {"type": "ExternalName", "externalName": "x"}});
    cluster.merge(&format!("{SERVICES}/a?dryRun=All"), &patch).await.expect(200);
    cluster.send("DELETE", &format!("{SERVICES}/a?dryRun=All"), "").await.expect(200);
    post(&cluster, "a", json!({})).await.refused(409, "AlreadyExists");
    post(&cluster, "UPPER", json!({})).await.refused(422, "Invalid");
    post(&cluster, "c", json!({"ports": [{"port": 80, "nodePort": 30_001}]})).await.refused(422, "Invalid");
    post(&cluster, "d", json!({"type": "NodePort", "clusterIP": "None"})).await.refused(422, "Invalid");
    assert_eq!(cluster.revision(), before);
    check_pools(&cluster).await;
}

#[tokio::test]
async fn finalizers_hold_what_a_service_has() {
    let cluster = Cluster::start().await;
    let path = format!("{SERVICES}/a");
    let mut held = service("a", json!({"type": "NodePort"}));
    held["metadata"]["finalizers"] = json!(["example.com/f"]);
    cluster.create(SERVICES, &held).await;
    cluster.delete(&path).await.expect(200);
    check_pools(&cluster).await;
    assert_eq!(taken_ports(&cluster).await.len(), 1);
    // The last finalizer may be taken away at the status endpoint too.
    cluster.merge(&format!("{path}/status"), &json!({"metadata": {"finalizers": null}})).await.expect(200);
    assert_eq!(cluster.get(&path).await.code, 404);
    check_pools(&cluster).await;
    assert!(taken_ports(&cluster).await.is_empty());
}

#[tokio::test]
async fn addresses_of_others_are_left_alone() {
    let cluster = Cluster::start().await;
    let parent = json!({"resource": "services", "namespace": "default", "name": "other"});
    post(&cluster, "a", json!({"clusterIP": "10.0.0.30"})).await.expect(201);
    let path = format!("{ADDRESSES}/10.0.0.30");
    cluster.merge(&path, &json!({"spec": {"parentRef": parent}})).await.expect(200);
    cluster.delete(&format!("{SERVICES}/a")).await.expect(200);
    cluster.read(&path).await;
    let foreign = json!({"metadata": {"name": "10.0.0.31"}, "spec": {"parentRef": parent}});
    cluster.create(ADDRESSES, &foreign).await;
    post(&cluster, "b", json!({"clusterIP": "10.0.0.31"})).await.refused(422, "Invalid");
    post(&cluster, "b", json!({"clusterIP": "10.0.0.32"})).await.expect(201);
    let path = format!("{ADDRESSES}/10.0.0.32");
    cluster.merge(&path, &json!({"metadata": {"finalizers": ["example.com/f"]}})).await.expect(200);
    cluster.delete(&format!("{SERVICES}/b")).await.expect(200);
    assert!(cluster.read(&path).await["metadata"]["deletionTimestamp"].is_string(), "marked, and held by its finalizer");
}

#[tokio::test]
async fn ranges_can_be_added_and_closed() {
    let cluster = Cluster::start().await;
    let more = json!({"metadata": {"name": "more"}, "spec": {"cidrs": ["10.9.0.0/28"]}});
    cluster.create(RANGES, &more).await;
    post(&cluster, "a", json!({"clusterIP": "10.9.0.14"})).await.expect(201);
    let condition =
        json!({"type": "Ready", "status": "False", "reason": "x", "message": "", "lastTransitionTime": "2026-01-01T00:00:00Z"});
    cluster.merge(&format!("{RANGES}/more/status"), &json!({"status": {"conditions": [condition]}})).await.expect(200);
    let refused = post(&cluster, "b", json!({"clusterIP": "10.9.0.13"})).await.refused(422, "Invalid");
    assert!(refused.ends_with("the provided network does not match the current range"), "{refused}");
    cluster.delete(&format!("{SERVICES}/a")).await.expect(200);
    check_pools(&cluster).await;
}

#[tokio::test]
async fn a_restarted_server_knows_what_is_taken() {
    let first = Cluster::start().await;
    post(&first, "a", json!({"type": "NodePort", "clusterIP": "10.0.0.50", "ports": [{"port": 80, "nodePort": 30_080}]}))
        .await
        .expect(201);
    let second = first.restart().await;
    check_pools(&second).await;
    post(&second, "b", json!({"clusterIP": "10.0.0.50"})).await.refused(422, "Invalid");
    post(&second, "b", json!({"type": "NodePort", "ports": [{"port": 80, "nodePort": 30_080}]})).await.refused(422, "Invalid");
    second.delete(&format!("{SERVICES}/a")).await.expect(200);
    check_pools(&second).await;
    post(&second, "b", json!({"type": "NodePort", "clusterIP": "10.0.0.50"})).await.expect(201);
}
