//! The objects that every cluster has: the system namespaces, the range of service addresses, the priority classes of what a cluster
//! cannot do without, and the Service `default/kubernetes` with its endpoints. Made at start through `local`; what exists stays as it
//! is. Source: controlplane `controller/systemnamespaces`, `controller/defaultservicecidr`, `controller/kubernetesservice`, upstream
//! `pkg/apis/scheduling/v1/helpers.go`.

use std::net::IpAddr;

use bytes::Bytes;
use http::Method;
use kinds::table;
use meta::status::Status;
use object::{NodeRef, Tree, json};

use crate::hooks::{DEFAULT_RANGE, ServiceRanges};
use crate::local::{done, ensure, send};
use crate::server::Server;

/// Namespaces that upstream's controller makes.
const NAMESPACES: [&str; 4] = ["default", "kube-system", "kube-public", "kube-node-lease"];
/// Priority classes with their values and descriptions.
const PRIORITIES: [(&str, u32, &str); 2] = [
    ("system-node-critical", 2_000_001_000, "Used for system critical pods that must not be moved from their current node."),
    (
        "system-cluster-critical",
        2_000_000_000,
        "Used for system critical pods that must run in the cluster, but can be moved to another node if necessary.",
    ),
];
/// Port of the Service.
const SERVICE_PORT: u16 = 443;
/// Group, version and plural of ranges.
const RANGES: (&str, &str, &str) = ("networking.k8s.io", "v1", "servicecidrs");

/// Makes what is missing.
///
/// # Errors
/// What the endpoints said.
pub(crate) async fn run(server: &Server, services: &ServiceRanges, advertise: Option<(IpAddr, u16)>) -> Result<(), Status> {
    for name in NAMESPACES {
        ensure(server, "/api/v1/namespaces", name, format!(r#"{{"metadata":{{"name":"{name}"}}}}"#)).await?;
    }
    let (group, version, plural) = RANGES;
    if server.0.catalog.find(group, version, plural).is_some() {
        service_range(server, services).await?;
    }
    if server.0.catalog.serves("scheduling.k8s.io", "v1") {
        for (name, value, description) in PRIORITIES {
            let class = format!(r#"{{"metadata":{{"name":"{name}"}},"value":{value},"description":"{description}"}}"#);
            ensure(server, "/apis/scheduling.k8s.io/v1/priorityclasses", name, class).await?;
        }
    }
    let target = advertise.map_or(SERVICE_PORT, |(_, port)| port);
    let service = kubernetes_service(services.primary().first(), target);
    ensure(server, "/api/v1/namespaces/default/services", "kubernetes", service).await?;
    if let Some((address, port)) = advertise {
        ensure(server, "/api/v1/namespaces/default/endpoints", "kubernetes", endpoints(address, port)).await?;
        let slices = "/apis/discovery.k8s.io/v1/namespaces/default/endpointslices";
        ensure(server, slices, "kubernetes", endpoint_slice(address, port)).await?;
    }
    Ok(())
}

/// The ServiceCIDR of the configured ranges. It is said to be ready once, while nobody has said anything about it and as long as it says
/// what the configuration says.
async fn service_range(server: &Server, services: &ServiceRanges) -> Result<(), Status> {
    let (group, version, plural) = RANGES;
    let collection = format!("/apis/{group}/{version}/{plural}");
    let cidrs: Vec<String> = services.iter().map(|range| range.to_string()).collect();
    let quoted = cidrs.iter().map(|text| format!("\"{text}\"")).collect::<Vec<_>>().join(",");
    let object = format!(r#"{{"metadata":{{"name":"{DEFAULT_RANGE}"}},"spec":{{"cidrs":[{quoted}]}}}}"#);
    let found = decode(ensure(server, &collection, DEFAULT_RANGE, object).await?)?;
    let same = found.items(&["spec", "cidrs"]).filter_map(NodeRef::as_str).eq(cidrs.iter().map(String::as_str));
    let judged = found.items(&["status", "conditions"]).any(|condition| condition.str(&["type"]) == Some("Ready"));
    if judged || !same {
        return Ok(());
    }
    let now = server.0.world.now_text();
    let status = format!(
        r#"{{"status":{{"conditions":[{{"type":"Ready","status":"True","lastTransitionTime":"{now}","reason":"","message":"Kubernetes default Service CIDR is ready"}}]}}}}"#
    );
    let path = format!("{collection}/{DEFAULT_RANGE}/status?fieldManager=kubernetes-service-cidr-controller");
    done("PATCH", &path, send(server, Method::PATCH, &path, status.into_bytes()).await?).map(drop)
}

fn decode(body: Vec<u8>) -> Result<Tree, Status> {
    let schema = table::schema_of("networking.k8s.io", "v1", "ServiceCIDR");
    let schema = schema.ok_or_else(|| Status::internal_error("ServiceCIDR is unknown"))?;
    Ok(json::decode(Bytes::from(body), &schema).map_err(Status::internal_error)?.tree)
}

fn family(address: IpAddr) -> &'static str {
    if address.is_ipv4() { "IPv4" } else { "IPv6" }
}

/// Every field that defaulting and address allocation would fill stands here, because the object must be whole from the first moment.
fn kubernetes_service(address: IpAddr, target: u16) -> String {
    let family = family(address);
    format!(
        r#"{{"metadata":{{"name":"kubernetes","labels":{{"component":"apiserver","provider":"kubernetes"}}}},"spec":{{"ports":[{{"name":"https","protocol":"TCP","port":{SERVICE_PORT},"targetPort":{target}}}],"clusterIP":"{address}","clusterIPs":["{address}"],"type":"ClusterIP","sessionAffinity":"None","ipFamilies":["{family}"],"ipFamilyPolicy":"SingleStack","internalTrafficPolicy":"Cluster"}}}}"#
    )
}

fn endpoints(address: IpAddr, port: u16) -> String {
    format!(
        r#"{{"metadata":{{"name":"kubernetes","labels":{{"endpointslice.kubernetes.io/skip-mirror":"true"}}}},"subsets":[{{"addresses":[{{"ip":"{address}"}}],"ports":[{{"name":"https","port":{port},"protocol":"TCP"}}]}}]}}"#
    )
}

fn endpoint_slice(address: IpAddr, port: u16) -> String {
    format!(
        r#"{{"metadata":{{"name":"kubernetes","labels":{{"kubernetes.io/service-name":"kubernetes"}}}},"addressType":"{}","endpoints":[{{"addresses":["{address}"],"conditions":{{"ready":true}}}}],"ports":[{{"name":"https","port":{port},"protocol":"TCP"}}]}}"#,
        family(address)
    )
}
