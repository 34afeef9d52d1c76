//! Go's names of fields, which errors carry. Facts hold JSON names; Go's differ in the case of the first letters, and a few in more.

use crate::schema::{FieldDef, StructDef, TypeTable};
use crate::tree::Ty;

/// Short words that Go writes in capitals at the head of a name.
const INITIALS: [&str; 35] = [
    "api", "aws", "ca", "cel", "cidr", "csi", "cpu", "dns", "fc", "fs", "gce", "gid", "gmsa", "grpc", "http", "id", "ip", "iqn",
    "iscsi", "json", "nfs", "os", "pd", "pkix", "qos", "rbd", "se", "ssl", "tcp", "tls", "ttl", "tty", "uid", "url", "wwid",
];

/// Names that follow no rule: the struct (by how its name starts), the JSON name, Go's name.
const OTHERS: [(&str, &str, &str); 27] = [
    ("APIResourceList", "resources", "APIResources"),
    ("AdmissionResponse", "status", "Result"),
    ("AzureDisk", "diskURI", "DataDiskURI"),
    ("ContainerStatus", "lastState", "LastTerminationState"),
    ("DeviceAttribute", "bool", "BoolValue"),
    ("DeviceAttribute", "bools", "BoolValues"),
    ("DeviceAttribute", "int", "IntValue"),
    ("DeviceAttribute", "ints", "IntValues"),
    ("DeviceAttribute", "string", "StringValue"),
    ("DeviceAttribute", "strings", "StringValues"),
    ("DeviceAttribute", "version", "VersionValue"),
    ("DeviceAttribute", "versions", "VersionValues"),
    ("Event", "reportingComponent", "ReportingController"),
    ("Glusterfs", "endpoints", "EndpointsName"),
    ("ISCSI", "chapAuthDiscovery", "DiscoveryCHAPAuth"),
    ("ISCSI", "chapAuthSession", "SessionCHAPAuth"),
    ("NodeSpec", "externalID", "DoNotUseExternalID"),
    ("Photon", "pdID", "PdID"),
    ("PodSpec", "serviceAccount", "DeprecatedServiceAccount"),
    ("RBD", "image", "RBDImage"),
    ("RBD", "monitors", "CephMonitors"),
    ("RBD", "pool", "RBDPool"),
    ("RBD", "user", "RadosUser"),
    ("StatusCause", "reason", "Type"),
    ("SubjectAccessReviewSpec", "group", "Groups"),
    ("", "cephfs", "CephFS"),
    ("", "storageos", "StorageOS"),
];

/// Go's name of a field.
pub(super) fn go_field(types: &TypeTable, def: &StructDef, field: &FieldDef) -> String {
    let json = field.json.as_ref();
    if json == "metadata"
        && let Some(embedded) = Ty::of(types, field.ty).def(types)
    {
        return embedded.go.clone().into_owned();
    }
    match OTHERS.iter().find(|(start, name, _)| *name == json && def.go.starts_with(start)) {
        Some((.., go)) => (*go).to_owned(),
        None => by_rule(json),
    }
}

fn by_rule(json: &str) -> String {
    let mut name = String::new();
    // `$ref` is Ref; `x-kubernetes-list-type` is XListType.
    for part in json.trim_start_matches('$').split('-').filter(|part| *part != "kubernetes") {
        let (first, rest) = part.split_at(part.len() - part.trim_start_matches(|c: char| c.is_ascii_lowercase()).len());
        let singular = first.strip_suffix('s').filter(|singular| rest.is_empty() && INITIALS.contains(singular));
        if let Some(singular) = singular {
            name.push_str(&singular.to_ascii_uppercase());
            name.push('s');
        } else if INITIALS.contains(&first) {
            name.push_str(&first.to_ascii_uppercase());
            name.push_str(rest);
        } else {
            let mut letters = part.chars();
            name.extend(letters.next().map(|letter| letter.to_ascii_uppercase()));
            name.push_str(letters.as_str());
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use super::by_rule;

    #[test]
    fn names_are_gos() {
        for (json, go) in [
            ("name", "Name"),
            ("uid", "UID"),
            ("apiVersion", "APIVersion"),
            ("hostIPs", "HostIPs"),
            ("ips", "IPs"),
            ("wwids", "WWIDs"),
            ("fsType", "FSType"),
            ("seLinuxOptions", "SELinuxOptions"),
            ("$ref", "Ref"),
            ("x-kubernetes-list-map-keys", "XListMapKeys"),
            ("", ""),
        ] {
            assert_eq!(by_rule(json), go);
        }
    }
}
