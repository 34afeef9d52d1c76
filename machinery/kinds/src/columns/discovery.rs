//! Columns of endpoint slices.

use super::cell::{AGE, NAME, UNSET, age, column, field, first_of, name, string, text};
use super::{Cell, Printer};
use object::NodeRef;

const DEFINITION: &str = "io.k8s.api.discovery.v1.EndpointSlice";

pub(super) static SLICE: Printer = Printer::new(
    &[
        NAME,
        column("AddressType", "string", field(DEFINITION, "addressType")),
        column("Ports", "string", field(DEFINITION, "ports")),
        column("Endpoints", "string", field(DEFINITION, "endpoints")),
        AGE,
    ],
    |tree, ctx| {
        let ports: Vec<String> = tree.items(&["ports"]).map(port).collect();
        let endpoints = tree.items(&["endpoints"]).filter_map(|endpoint| endpoint.field("addresses"));
        let addresses: Vec<&str> = endpoints.flat_map(NodeRef::items).filter_map(NodeRef::as_str).collect();
        vec![name(tree), string(tree, &["addressType"]), some_of(&ports), some_of(&addresses), age(tree, ctx)].into()
    },
);

/// The number, else the name, else any port.
fn port(port: NodeRef<'_>) -> String {
    let number = port.field("port").and_then(NodeRef::as_i64).map(|number| number.to_string());
    number.unwrap_or_else(|| port.str(&["name"]).unwrap_or("*").to_owned())
}

fn some_of<T: AsRef<str>>(values: &[T]) -> Cell {
    let shown = first_of(values, 3);
    text(if shown.is_empty() { UNSET } else { &shown })
}
