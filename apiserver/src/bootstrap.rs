//! The objects that every cluster has: the system namespaces, the priority classes of what a cluster cannot do without, and the
//! Service `default/kubernetes` with its endpoints. Made at start through `local`; what exists stays as it is. Source: controlplane
//! `controller/systemnamespaces`, `controller/kubernetesservice`, upstream `pkg/apis/scheduling/v1/helpers.go`.

use std::net::IpAddr;

use meta::status::Status;

use crate::local::ensure;
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

/// Makes what is missing.
///
/// # Errors
/// What the endpoints said.
pub(crate) async fn run(server: &Server, service: IpAddr, advertise: Option<(IpAddr, u16)>) -> Result<(), Status> {
    for name in NAMESPACES {
        ensure(server, "/api/v1/namespaces", format!(r#"{{"metadata":{{"name":"{name}"}}}}"#)).await?;
    }
    if server.0.catalog.serves("scheduling.k8s.io", "v1") {
        for (name, value, description) in PRIORITIES {
            let class = format!(r#"{{"metadata":{{"name":"{name}"}},"value":{value},"description":"{description}"}}"#);
            ensure(server, "/apis/scheduling.k8s.io/v1/priorityclasses", class).await?;
        }
    }
    let target = advertise.map_or(SERVICE_PORT, |(_, port)| port);
    ensure(server, "/api/v1/namespaces/default/services", kubernetes_service(service, target)).await?;
    if let Some((address, port)) = advertise {
        ensure(server, "/api/v1/namespaces/default/endpoints", endpoints(address, port)).await?;
        ensure(server, "/apis/discovery.k8s.io/v1/namespaces/default/endpointslices", endpoint_slice(address, port)).await?;
    }
    Ok(())
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
