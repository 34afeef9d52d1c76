//! DeleteOptions as a request body: decoded with the schema of meta/v1 like any other document, then checked like those of the query.

use bytes::Bytes;
use kinds::{id, table};
use meta::options::{DeleteOptions, Preconditions};
use meta::status::Status;
use object::json;

/// Decodes a JSON body.
///
/// # Errors
/// 400 for what is no DeleteOptions, 422 for values that contradict each other.
pub fn decode(body: Bytes) -> Result<DeleteOptions, Status> {
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
