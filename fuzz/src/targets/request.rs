//! Request lines: method, path and query, and the options that queries hold.

use std::str;

use meta::Status;
use meta::options::{DeleteOptions, GetOptions, ListOptions, PatchOptions, Query, WriteOptions};
use meta::revision::Continue;

/// The API server's own parsers: compiled here from the same files, because depending on that crate would build its TLS and HTTP stack
/// once more with coverage.
#[path = "../../../apiserver/src/escape.rs"]
mod escape;
#[path = "../../../apiserver/src/request_info.rs"]
mod request_info;

pub(crate) fn run(data: &[u8]) {
    let Ok(text) = str::from_utf8(data) else { return };
    let (method, target) = text.split_once(' ').unwrap_or(("GET", text));
    let (raw, query) = target.split_once('?').unwrap_or((target, ""));
    let query = Query::parse(query);
    let path = escape::decode_path(raw);
    assert!(path.len() <= 3 * raw.len(), "a path grew");
    if !escape::has_broken_escape(raw) && !raw.contains('%') {
        assert_eq!(path, raw);
    }
    let info = request_info::RequestInfo::parse(method, &path, &query);
    // A path that ends after a special word (`/api/v1/watch/`) is one of a resource that nobody can name; it is answered with an error.
    if info.is_resource && !info.undetermined {
        assert!(!info.parts.is_empty(), "{info:?}");
        assert!(info.resource_path().starts_with(&info.resource));
    }
    options(&query, data);
    if let Ok(token) = Continue::decode(raw) {
        let written = token.encode();
        assert_eq!(Continue::decode(&written).ok().map(|token| token.encode()), Some(written));
    }
}

fn options(query: &Query, data: &[u8]) {
    let judge = |outcome: Result<(), Status>| {
        if let Err(status) = outcome {
            // A field manager of 128 bytes is quoted once for each character that cannot be printed.
            assert!(status.message.len() <= 16 * data.len() + 256 * 1024, "an error of {} bytes", status.message.len());
        }
    };
    judge(GetOptions::from_query(query).minimum().map(drop));
    judge(ListOptions::from_query(query).and_then(|mut options| {
        options.set_defaults(true);
        options.validate(true)?;
        options.start().map(drop)?;
        options.watch_from().map(drop)
    }));
    judge(DeleteOptions::from_query(query).and_then(|options| options.validate()));
    judge(PatchOptions::from_query(query).validate(true));
    let write = WriteOptions::from_query(query);
    judge(write.validate_create());
    judge(write.validate_update());
}
