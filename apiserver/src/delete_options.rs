//! DeleteOptions as a request body: decoded with the schema of meta/v1 like any other document, then checked like those of the query.

use bytes::Bytes;
use kinds::{id, table};
use meta::options::{DeleteOptions, Preconditions};
use meta::status::Status;
use meta::text::quote;
use object::json;

/// The document may call itself DeleteOptions of any group version, known or not, or nothing.
fn check_kind(body: &[u8]) -> Result<(), Status> {
    let said =
        json::type_meta(body).map_err(|e| Status::bad_request(format!("couldn't get version/kind; json parse error: {e}")))?;
    if matches!(said.kind.as_str(), "" | "DeleteOptions") {
        return Ok(());
    }
    let version = if said.api_version.is_empty() { "v1" } else { &said.api_version };
    let (kind, version) = (quote(&said.kind), quote(version));
    Err(Status::bad_request(format!(
        "no kind {kind} is registered for version {version} in scheme \"pkg/runtime/scheme.go:111\""
    )))
}

/// Decodes a JSON body.
///
/// # Errors
/// 400 for what is no DeleteOptions, 422 for values that contradict each other.
pub(crate) fn decode(body: Bytes) -> Result<DeleteOptions, Status> {
    check_kind(&body)?;
    let schema = table::schema(id::META_V1_DELETE_OPTIONS);
    let tree = json::decode(body, &schema).map_err(|e| Status::bad_request(e.to_string()))?.tree;
    let text = |path: &[&str]| tree.str(path).map(str::to_owned);
    let mut options = DeleteOptions {
        grace_period_seconds: tree.i64(&["gracePeriodSeconds"]),
        propagation_policy: text(&["propagationPolicy"]),
        ignore_store_read_error: tree.bool(&["ignoreStoreReadErrorWithClusterBreakingPotential"]),
        orphan_dependents: tree.bool(&["orphanDependents"]),
        dry_run: tree.items(&["dryRun"]).filter_map(|v| v.as_str().map(str::to_owned)).collect(),
        ..DeleteOptions::default()
    };
    if tree.at(&["preconditions"]).is_some() {
        options.preconditions = Some(Preconditions {
            uid: text(&["preconditions", "uid"]),
            resource_version: text(&["preconditions", "resourceVersion"]),
        });
    }
    options.validate()?;
    Ok(options)
}
