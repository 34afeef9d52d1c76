//! Whether services, their addresses and ports, and pods and their nodes fit together. Called by `cancel`; pure.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

fn text<'a>(object: &'a Value, pointer: &str) -> &'a str {
    object.pointer(pointer).and_then(Value::as_str).unwrap_or_default()
}

fn list<'a>(object: &'a Value, pointer: &str) -> &'a [Value] {
    object.pointer(pointer).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn name(object: &Value) -> String {
    format!("{}/{}", text(object, "/metadata/namespace"), text(object, "/metadata/name"))
}

/// Every service must have what its type asks for, each address and port must have one service, and each IPAddress its own.
pub(crate) fn services(services: &[Value], addresses: &[Value]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut owner: BTreeMap<String, String> = BTreeMap::new();
    let mut ports: BTreeMap<i64, String> = BTreeMap::new();
    for service in services {
        let name = name(service);
        let addresses: Vec<&str> = list(service, "/spec/clusterIPs").iter().filter_map(Value::as_str).collect();
        if addresses.is_empty() || addresses[0] != text(service, "/spec/clusterIP") {
            faults.push(format!(
                "service {name} has the addresses {addresses:?} and clusterIP {}",
                text(service, "/spec/clusterIP")
            ));
        }
        for address in addresses {
            if let Some(other) = owner.insert(address.to_owned(), name.clone()) {
                faults.push(format!("services {other} and {name} have the address {address}"));
            }
        }
        let wanted = matches!(text(service, "/spec/type"), "NodePort" | "LoadBalancer");
        for port in list(service, "/spec/ports") {
            let number = port.get("nodePort").and_then(Value::as_i64);
            if number.is_some() != wanted {
                faults.push(format!("service {name} of type {} has the node port {number:?}", text(service, "/spec/type")));
            }
            if let Some(other) = number.and_then(|number| ports.insert(number, name.clone())) {
                faults.push(format!("services {other} and {name} have the node port {number:?}"));
            }
        }
    }
    let mut taken = BTreeSet::new();
    for address in addresses {
        let number = text(address, "/metadata/name");
        let parent = format!("{}/{}", text(address, "/spec/parentRef/namespace"), text(address, "/spec/parentRef/name"));
        if owner.get(number) != Some(&parent) {
            faults.push(format!(
                "address {number} is taken for {parent}, which {}",
                match owner.get(number) {
                    Some(other) => format!("does not have it, but {other} does"),
                    None => "does not have it".to_owned(),
                }
            ));
        }
        taken.insert(number);
    }
    let free = owner.iter().filter(|(address, _)| !taken.contains(address.as_str()));
    faults.extend(free.map(|(address, service)| format!("address {address} of service {service} is not taken")));
    faults
}

/// A pod that was bound has the node it was bound to and the condition that says so; another one has neither.
pub(crate) fn pods(pods: &[Value]) -> Vec<String> {
    let mut faults = Vec::new();
    for pod in pods {
        let node = text(pod, "/spec/nodeName");
        let conditions = list(pod, "/status/conditions");
        let scheduled =
            conditions.iter().any(|condition| text(condition, "/type") == "PodScheduled" && text(condition, "/status") == "True");
        if scheduled == node.is_empty() || !(node.is_empty() || node == node_of(text(pod, "/metadata/name"))) {
            faults.push(format!("pod {} has the node {node:?} and PodScheduled {scheduled}", name(pod)));
        }
    }
    faults
}

/// The node that a pod of the run is bound to.
pub(crate) fn node_of(pod: &str) -> String {
    format!("node-of-{pod}")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn service(name: &str, address: &str, kind: &str, port: Value) -> Value {
        json!({"metadata": {"namespace": "n", "name": name}, "spec": {"type": kind, "clusterIP": address, "clusterIPs": [address],
            "ports": [{"port": 80, "nodePort": port}]}})
    }

    fn address(number: &str, service: &str) -> Value {
        json!({"metadata": {"name": number}, "spec": {"parentRef": {"resource": "services", "namespace": "n", "name": service}}})
    }

    #[test]
    fn addresses_and_ports_belong_to_one_service() {
        let check = |change: &dyn Fn(&mut Vec<Value>, &mut Vec<Value>), expect: &[&str]| {
            let mut all =
                vec![service("a", "10.0.0.2", "ClusterIP", Value::Null), service("b", "10.0.0.3", "NodePort", json!(30001))];
            let mut addresses = vec![address("10.0.0.2", "a"), address("10.0.0.3", "b")];
            change(&mut all, &mut addresses);
            let faults = services(&all, &addresses);
            assert_eq!(faults.len(), expect.len(), "{faults:?}");
            assert!(faults.iter().zip(expect).all(|(fault, part)| fault.contains(part)), "{faults:?}");
        };
        check(&|_, _| {}, &[]);
        check(&|_, addresses| addresses.push(address("10.0.0.9", "c")), &["10.0.0.9 is taken for n/c"]);
        check(&|_, addresses| drop(addresses.remove(0)), &["10.0.0.2 of service n/a is not taken"]);
        check(&|_, addresses| addresses[0] = address("10.0.0.2", "b"), &["but n/a does"]);
        check(&|all, _| all.push(service("c", "10.0.0.3", "ClusterIP", Value::Null)), &["have the address 10.0.0.3", "10.0.0.3"]);
        check(
            &|all, addresses| {
                all.push(service("c", "10.0.0.4", "NodePort", json!(30001)));
                addresses.push(address("10.0.0.4", "c"));
            },
            &["have the node port"],
        );
        check(&|all, _| all[0]["spec"]["ports"][0]["nodePort"] = json!(30002), &["of type ClusterIP has the node port"]);
        check(&|all, _| all[1]["spec"]["ports"][0]["nodePort"] = Value::Null, &["of type NodePort has the node port None"]);
        check(
            &|all, addresses| {
                all[0]["spec"]["clusterIPs"] = json!([]);
                addresses.remove(0);
            },
            &["has the addresses []"],
        );
    }

    #[test]
    fn a_binding_is_whole() {
        let pod = |node: &str, status: &str| {
            json!({"metadata": {"namespace": "n", "name": "p"}, "spec": {"nodeName": node},
                "status": {"conditions": [{"type": "PodScheduled", "status": status}]}})
        };
        assert!(pods(&[pod("node-of-p", "True"), pod("", "False")]).is_empty());
        for half in [pod("node-of-p", "False"), pod("", "True"), pod("node-of-q", "True")] {
            assert_eq!(pods(std::slice::from_ref(&half)).len(), 1, "{half}");
        }
    }
}
