//! The form of a discovery root: one document per level, or everything below in one. Called by the discovery routes.
//! Source: apiserver `pkg/endpoints/discovery/aggregated/negotiation.go`.

use http::header::HeaderMap;
use meta::accept;

use super::{Format, accept_header};

/// The form of a discovery root.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Discovery {
    /// One document per level.
    Legacy,
    /// Everything below the root in one document, apidiscovery.k8s.io/v2, as JSON or protobuf.
    V2(Format),
}

/// Picks the form of a discovery root: the first clause that can be served wins.
#[must_use]
pub(crate) fn discovery(headers: &HeaderMap) -> Discovery {
    for clause in accept::clauses(accept_header(headers)) {
        let param = |name: &str| clause.param(name).unwrap_or_default();
        let format = match clause.subtype {
            "json" => Some(Format::Json),
            "vnd.kubernetes.protobuf" => Some(Format::Protobuf),
            _ => None,
        };
        match (format, param("as"), param("g"), param("v")) {
            (Some(format), "APIGroupDiscoveryList", "apidiscovery.k8s.io", "v2") if clause.kind == "application" => {
                return Discovery::V2(format);
            }
            (_, "", ..) => return Discovery::Legacy,
            _ => (),
        }
    }
    Discovery::Legacy
}
