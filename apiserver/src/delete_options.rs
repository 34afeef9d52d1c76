//! DeleteOptions as a request body: decoded with the schema of meta/v1 like any other document. Never checks what they say.

use bytes::Bytes;
use kinds::{id, table};
use meta::options::{DeleteOptions, Preconditions};
use meta::status::Status;
use meta::text::quote;
use object::{NodeRef, json, proto};

/// Kinds that upstream's scheme of the options knows under `v1`.
const UNVERSIONED: [&str; 5] = ["APIGroup", "APIGroupList", "APIResourceList", "APIVersions", "Status"];

/// The document may call itself DeleteOptions of any group version, known or not, or nothing.
fn check_kind(kind: &str, api_version: &str) -> Result<(), Status> {
    if matches!(kind, "" | "DeleteOptions") {
        return Ok(());
    }
    let version = if api_version.is_empty() { "v1" } else { api_version };
    if version == "v1" && UNVERSIONED.contains(&kind) {
        return Err(Status::bad_request(format!("converting (v1.{kind}) to (v1.DeleteOptions): unknown conversion")));
    }
    let (kind, version) = (quote(kind), quote(version));
    Err(Status::bad_request(format!(
        "no kind {kind} is registered for version {version} in scheme \"pkg/runtime/scheme.go:111\""
    )))
}

/// Decodes a JSON body.
///
/// # Errors
/// 400 for what is no DeleteOptions.
pub(crate) fn decode(body: Bytes) -> Result<DeleteOptions, Status> {
    let said =
        json::type_meta(&body).map_err(|e| Status::bad_request(format!("couldn't get version/kind; json parse error: {e}")))?;
    check_kind(&said.kind, &said.api_version)?;
    let schema = table::schema(id::META_V1_DELETE_OPTIONS);
    Ok(read(json::decode(body, &schema).map_err(|e| Status::bad_request(e.to_string()))?.tree.root()))
}

/// Decodes a protobuf body.
///
/// # Errors
/// As [`decode`].
pub(crate) fn decode_protobuf(body: &Bytes) -> Result<DeleteOptions, Status> {
    let bad = |error: proto::DecodeError| Status::bad_request(error.to_string());
    let unknown = proto::open(body).map_err(bad)?;
    check_kind(unknown.kind, unknown.api_version)?;
    let schema = table::schema(id::META_V1_DELETE_OPTIONS);
    Ok(read(proto::decode(body.slice_ref(unknown.raw), &schema).map_err(bad)?.root()))
}

/// Reads DeleteOptions that stand in another document.
pub(crate) fn read(node: NodeRef<'_>) -> DeleteOptions {
    let text = |path: &[&str]| node.str(path).map(str::to_owned);
    let flag = |field: &str| node.field(field).and_then(NodeRef::as_bool);
    let mut options = DeleteOptions {
        grace_period_seconds: node.field("gracePeriodSeconds").and_then(NodeRef::as_i64),
        propagation_policy: text(&["propagationPolicy"]),
        ignore_store_read_error: flag("ignoreStoreReadErrorWithClusterBreakingPotential"),
        orphan_dependents: flag("orphanDependents"),
        dry_run: node
            .field("dryRun")
            .into_iter()
            .flat_map(NodeRef::items)
            .filter_map(|v| v.as_str().map(str::to_owned))
            .collect(),
        ..DeleteOptions::default()
    };
    if node.field("preconditions").is_some() {
        options.preconditions = Some(Preconditions {
            uid: text(&["preconditions", "uid"]),
            resource_version: text(&["preconditions", "resourceVersion"]),
        });
    }
    options
}
