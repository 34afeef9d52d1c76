//! Where a watch begins, from resourceVersion, resourceVersionMatch and sendInitialEvents. Called by `endpoints::watch` with options that
//! are valid by themselves. Source: apiserver `pkg/storage/cacher/cacher.go` (Watch), KEP-3157.

use cacher::WatchStart;
use meta::options::ListOptions;
use meta::status::Status;
use storage::Revision;

/// Reads the start of a watch.
///
/// # Errors
/// 500 without a reason for a text that is no number, as upstream does it.
pub(crate) fn start(options: &ListOptions) -> Result<WatchStart, Status> {
    let revision = options.watch_from()?.map(|revision| revision.0);
    Ok(match (options.send_initial_events, revision) {
        (Some(true), revision) => WatchStart::InitialEvents(revision.map(Revision)),
        (Some(false), None | Some(0)) => WatchStart::Now,
        (None, None) => WatchStart::MostRecent,
        (None, Some(0)) => WatchStart::Any,
        (Some(false) | None, Some(revision)) => WatchStart::After(Revision(revision)),
    })
}
