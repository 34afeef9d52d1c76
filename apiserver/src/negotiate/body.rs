//! What a request body is, from its `Content-Type`. Called by the endpoints that read bodies.
//! Source: apiserver `pkg/endpoints/handlers/negotiation/negotiate.go`, `pkg/endpoints/handlers/patch.go`.

use http::header::{CONTENT_TYPE, HeaderMap};
use meta::status::{Body, Details, Outcome, Reason, Status};

use super::{DOCUMENTS, Format};

/// The header without its parameters, as it was written.
fn media_type(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(CONTENT_TYPE)?;
    Some(value.to_str().unwrap_or("").split(';').next().unwrap_or("").trim())
}

/// The format of a request body; without a header it is JSON.
///
/// # Errors
/// 415 with the list of what is read.
pub(crate) fn input(headers: &HeaderMap) -> Result<Format, Status> {
    let media = media_type(headers).unwrap_or_default().to_ascii_lowercase();
    if media.is_empty() {
        return Ok(Format::Json);
    }
    let known = Format::ALL.into_iter().find(|format| format.media_type() == media);
    known.ok_or_else(|| Status::unsupported_media_type(&DOCUMENTS))
}

/// Server-side apply is a later issue; its media type is refused with what there is.
const APPLY_NOT_BUILT: [&str; 3] =
    ["application/json-patch+json", "application/merge-patch+json", "application/strategic-merge-patch+json"];

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

/// Reads the patch type.
///
/// # Errors
/// 415 for anything else; server-side apply says that it is not built yet.
pub(crate) fn patch_type(headers: &HeaderMap) -> Result<PatchType, Status> {
    match media_type(headers).unwrap_or_default() {
        "application/json-patch+json" => Ok(PatchType::Json),
        "application/merge-patch+json" => Ok(PatchType::Merge),
        "application/strategic-merge-patch+json" => Ok(PatchType::Strategic),
        "application/apply-patch+yaml" => Err(Status::unsupported_media_type(&APPLY_NOT_BUILT)),
        _ => Err(Status::from_body(Body {
            code: 415,
            reason: Reason::UnsupportedMediaType,
            outcome: Outcome::Failure,
            message: "415: Unsupported Media Type".to_owned(),
            details: Some(Details::default()),
            ..Body::default()
        })),
    }
}
