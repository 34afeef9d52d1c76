//! What a request body is, from its `Content-Type`. Called by the endpoints that read bodies.
//! Source: apiserver `pkg/endpoints/handlers/negotiation/negotiate.go`, `pkg/endpoints/handlers/patch.go`.

use http::header::{CONTENT_TYPE, HeaderMap};
use meta::status::{Body, Details, Outcome, Reason, Status};

use super::{DOCUMENTS, Format};

/// The header as it was written; empty where it is absent or no text.
fn content_type(headers: &HeaderMap) -> &str {
    headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// The format of a request body; without a header it is JSON.
///
/// # Errors
/// 415 with the list of what is read.
pub(crate) fn input(headers: &HeaderMap) -> Result<Format, Status> {
    let header = content_type(headers);
    if header.is_empty() {
        return Ok(Format::Json);
    }
    let media = meta::media::parse(header);
    let known = Format::ALL.into_iter().find(|format| media.as_deref() == Some(format.media_type()));
    known.ok_or_else(|| Status::unsupported_media_type(&DOCUMENTS))
}

/// The patch that a `Content-Type` names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PatchType {
    /// RFC 6902.
    Json,
    /// RFC 7396.
    Merge,
    /// Strategic merge patch.
    Strategic,
}

/// The media types of patches, in upstream's order. The last one is server-side apply.
const PATCHES: [&str; 4] = [
    "application/json-patch+json",
    "application/merge-patch+json",
    "application/strategic-merge-patch+json",
    "application/apply-patch+yaml",
];

/// Reads the patch type; none for server-side apply.
///
/// # Errors
/// 415 for anything else: the router's own when no part of the header is a patch, else with the list.
pub(crate) fn patch_type(headers: &HeaderMap) -> Result<Option<PatchType>, Status> {
    let header = content_type(headers);
    let bare = |part: &str| part.split(';').next().unwrap_or_default().trim_matches(' ').to_owned();
    if !header.split(',').any(|part| PATCHES.contains(&bare(part).as_str())) {
        return Err(Status::from_body(Body {
            code: 415,
            reason: Reason::UnsupportedMediaType,
            outcome: Outcome::Failure,
            message: "415: Unsupported Media Type".to_owned(),
            details: Some(Details::default()),
            ..Body::default()
        }));
    }
    match PATCHES.iter().position(|known| header.split(';').next() == Some(*known)) {
        Some(0) => Ok(Some(PatchType::Json)),
        Some(1) => Ok(Some(PatchType::Merge)),
        Some(2) => Ok(Some(PatchType::Strategic)),
        Some(_) => Ok(None),
        None => Err(Status::unsupported_media_type(&PATCHES)),
    }
}

/// Server-side apply is a later issue; until then its media type is refused with what there is.
pub(crate) fn apply_not_built() -> Status {
    Status::unsupported_media_type(&PATCHES[..3])
}
