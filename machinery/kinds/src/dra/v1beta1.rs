//! resource.k8s.io/v1beta1 against the hub: a device request had the fields of `exactly` in itself, and a device had its content
//! in `basic`. Called through the conversions of claims, templates and slices. Source: upstream
//! `pkg/apis/resource/v1beta1/conversion.go`.

use crate::strategy::{Conversion, Converted};
use object::convert::by_name;
use object::schema::Schema;
use object::{NodeRef, Tree};

/// ResourceClaim.
pub(super) const CLAIM: Conversion = Conversion {
    group: "resource.k8s.io",
    version: "v1beta1",
    to_hub: |tree, schema| requests_to_hub(tree, schema, &["spec"]),
    from_hub: |tree, schema| requests_from_hub(tree, schema, &["spec"]),
};

/// ResourceClaimTemplate.
pub(super) const TEMPLATE: Conversion = Conversion {
    group: "resource.k8s.io",
    version: "v1beta1",
    to_hub: |tree, schema| requests_to_hub(tree, schema, &["spec", "spec"]),
    from_hub: |tree, schema| requests_from_hub(tree, schema, &["spec", "spec"]),
};

/// ResourceSlice.
pub(super) const SLICE: Conversion =
    Conversion { group: "resource.k8s.io", version: "v1beta1", to_hub: slice_to_hub, from_hub: slice_from_hub };

/// Fields of a request that the hub has in `exactly`.
const EXACT: [&str; 8] =
    ["deviceClassName", "selectors", "allocationMode", "count", "adminAccess", "tolerations", "capacity", "derivedAttributes"];
const DEVICES: &[&str] = &["spec", "devices"];

fn below<'p>(base: &[&'p str], steps: &[&'p str]) -> Vec<&'p str> {
    [base, steps].concat()
}

fn requests_to_hub(tree: &Tree, schema: &Schema, spec: &[&str]) -> Converted {
    let mut hub = by_name(tree, schema);
    let list = below(spec, &["devices", "requests"]);
    for (i, request) in tree.items(&list).enumerate() {
        let at = i.to_string();
        for (name, value) in EXACT.into_iter().filter_map(|name| Some((name, request.field(name)?))) {
            hub.graft(&below(&list, &[&at, "exactly", name]), value);
        }
    }
    Ok(hub)
}

fn requests_from_hub(hub: &Tree, schema: &Schema, spec: &[&str]) -> Converted {
    let mut tree = by_name(hub, schema);
    let list = below(spec, &["devices", "requests"]);
    for (i, request) in hub.items(&list).enumerate() {
        let at = i.to_string();
        for (field, value) in request.field("exactly").into_iter().flat_map(NodeRef::fields) {
            tree.graft(&below(&list, &[&at, &field.json]), value);
        }
    }
    Ok(tree)
}

fn slice_to_hub(tree: &Tree, schema: &Schema) -> Converted {
    let mut hub = by_name(tree, schema);
    for (i, device) in tree.items(DEVICES).enumerate() {
        let at = i.to_string();
        for (field, value) in device.field("basic").into_iter().flat_map(NodeRef::fields) {
            hub.graft(&below(DEVICES, &[&at, &field.json]), value);
        }
    }
    Ok(hub)
}

fn slice_from_hub(hub: &Tree, schema: &Schema) -> Converted {
    let mut tree = by_name(hub, schema);
    if hub.str(&["spec", "nodeName"]) == Some("") {
        // A pointer to nothing in the hub, plain text here.
        tree.remove(&["spec", "nodeName"]);
    }
    for (i, device) in hub.items(DEVICES).enumerate() {
        let at = i.to_string();
        tree.edit().ensure(&below(DEVICES, &[&at, "basic"]));
        for (field, value) in device.fields().filter(|(field, _)| field.json != "name") {
            tree.graft(&below(DEVICES, &[&at, "basic", &field.json]), value);
        }
    }
    Ok(tree)
}
