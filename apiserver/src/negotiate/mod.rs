//! Which media type an answer takes and a body has, from `Accept` and `Content-Type`. Called by every endpoint before anything is
//! read or done. It decides only; encoding is done elsewhere.
//! Source: apiserver `pkg/endpoints/handlers/negotiation/negotiate.go`.

use http::header::{ACCEPT, CONTENT_TYPE, HeaderMap, USER_AGENT};
use meta::options::Query;
use meta::status::{Body, Details, Outcome, Reason, Status};

/// Format of a body, in either direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// `application/json`.
    Json,
    /// `application/yaml`.
    Yaml,
}

/// The answer's media type and layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Output {
    /// Encoding.
    pub format: Format,
    /// Indented by two blanks, without a final newline.
    pub pretty: bool,
}

impl Output {
    /// Value of the `Content-Type` header.
    #[must_use]
    pub(crate) fn content_type(self) -> &'static str {
        match self.format {
            Format::Json => "application/json",
            Format::Yaml => "application/yaml",
        }
    }
}

/// Formats that this server can write, in upstream's order of preference.
const WRITABLE: [(&str, Format); 2] = [("application/json", Format::Json), ("application/yaml", Format::Yaml)];

/// One clause of an `Accept` header.
struct Clause<'a> {
    media: &'a str,
    quality: f32,
    params: Vec<(&'a str, &'a str)>,
}

fn clauses(header: &str) -> Vec<Clause<'_>> {
    let mut out: Vec<Clause<'_>> = header
        .split(',')
        .filter_map(|text| {
            let mut parts = text.split(';').map(str::trim);
            let media = parts.next().filter(|m| !m.is_empty())?;
            let params: Vec<(&str, &str)> =
                parts.map(|p| p.split_once('=').map_or((p, ""), |(k, v)| (k.trim(), v.trim().trim_matches('"')))).collect();
            let quality = params.iter().find(|(k, _)| *k == "q").and_then(|(_, v)| v.parse().ok()).unwrap_or(1.0);
            Some(Clause { media, quality, params })
        })
        .collect();
    out.sort_by(|a, b| b.quality.total_cmp(&a.quality).then(specificity(b.media).cmp(&specificity(a.media))));
    out
}

fn specificity(media: &str) -> u8 {
    match media {
        "*/*" => 0,
        m if m.ends_with("/*") => 1,
        _ => 2,
    }
}

/// Picks the format of an answer. `as=` transforms other than none are passed over: the Wire issue brings Table and metadata-only
/// forms, and every stock client offers plain JSON behind them.
///
/// # Errors
/// 406 with the list of what can be had.
pub(crate) fn output(headers: &HeaderMap, query: &Query, watch: bool) -> Result<Output, Status> {
    let header = headers.get_all(ACCEPT).iter().filter_map(|v| v.to_str().ok()).collect::<Vec<_>>().join(",");
    let format = if header.trim().is_empty() { Some(Format::Json) } else { pick(&header) };
    let format = match format {
        Some(format) => format,
        None if routable(&header) => return Err(Status::not_acceptable(&accepted_types())),
        None => return Err(no_representation()),
    };
    let pretty = match query.first("pretty") {
        Some(value) if !value.is_empty() => matches!(value, "1" | "t" | "T" | "true" | "TRUE" | "True"),
        _ => is_for_reading(headers),
    };
    Ok(Output { format, pretty: pretty && !watch && format == Format::Json })
}

/// The form of a discovery root.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Discovery {
    /// One document per level.
    Legacy,
    /// Everything below the root in one document, apidiscovery.k8s.io/v2.
    V2,
}

/// Picks the form of a discovery root: the first clause that can be served wins.
#[must_use]
pub(crate) fn discovery(headers: &HeaderMap) -> Discovery {
    let header = headers.get_all(ACCEPT).iter().filter_map(|v| v.to_str().ok()).collect::<Vec<_>>().join(",");
    for clause in clauses(&header) {
        let param = |name: &str| clause.params.iter().find(|(k, _)| *k == name).map_or("", |(_, v)| *v);
        let is_json = matches!(clause.media, "application/json" | "*/*" | "application/*");
        match (is_json, param("as"), param("g"), param("v")) {
            (true, "APIGroupDiscoveryList", "apidiscovery.k8s.io", "v2") if clause.media == "application/json" => {
                return Discovery::V2;
            }
            (true, "", ..) => return Discovery::Legacy,
            _ => (),
        }
    }
    Discovery::Legacy
}

/// Whether upstream's router lets the header pass: it compares whole types and knows `*/*`, not parameters.
fn routable(header: &str) -> bool {
    clauses(header).iter().any(|clause| clause.media == "*/*" || WRITABLE.iter().any(|(media, _)| *media == clause.media))
}

/// The router's 406.
fn no_representation() -> Status {
    Status::from_body(Body {
        code: 406,
        reason: Reason::NotAcceptable,
        outcome: Outcome::Failure,
        message: format!("406: Not Acceptable\n\nAvailable representations: {}", accepted_types().join(", ")),
        details: Some(Details::default()),
        ..Body::default()
    })
}

/// The form of an error: YAML when the client would have had the answer in it, else JSON.
#[must_use]
pub(crate) fn error_output(headers: &HeaderMap, query: &Query) -> Output {
    output(headers, query, false).unwrap_or(Output { format: Format::Json, pretty: true })
}

fn pick(header: &str) -> Option<Format> {
    for clause in clauses(header) {
        let transformed = clause.params.iter().any(|(k, v)| matches!(*k, "as" | "g") && !v.is_empty());
        if transformed {
            continue;
        }
        for (media, format) in WRITABLE {
            let (kind, _) = media.split_once('/').unwrap_or((media, ""));
            let wild = clause.media == "*/*" || clause.media.strip_suffix("/*") == Some(kind);
            if wild || clause.media == media {
                return Some(format);
            }
        }
    }
    None
}

/// Curl and browsers get indented JSON, as upstream does it.
fn is_for_reading(headers: &HeaderMap) -> bool {
    let agent = headers.get(USER_AGENT).and_then(|v| v.to_str().ok()).unwrap_or("");
    ["curl", "Wget", "Mozilla/5.0"].iter().any(|prefix| agent.starts_with(prefix))
}

fn accepted_types() -> Vec<&'static str> {
    WRITABLE.iter().map(|(media, _)| *media).collect()
}

/// The format of a request body; without a header it is JSON.
///
/// # Errors
/// 415 with the list of what is read.
pub(crate) fn input(headers: &HeaderMap) -> Result<Format, Status> {
    let Some(value) = headers.get(CONTENT_TYPE) else { return Ok(Format::Json) };
    let text = value.to_str().unwrap_or("");
    let media = text.split(';').next().unwrap_or("").trim().to_ascii_lowercase();
    if media.is_empty() {
        return Ok(Format::Json);
    }
    WRITABLE
        .iter()
        .find(|(name, _)| *name == media)
        .map(|(_, format)| *format)
        .ok_or_else(|| Status::unsupported_media_type(&accepted_types()))
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
    let text = headers.get(CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or("");
    match text.split(';').next().unwrap_or("").trim() {
        "application/json-patch+json" => Ok(PatchType::Json),
        "application/merge-patch+json" => Ok(PatchType::Merge),
        "application/strategic-merge-patch+json" => Ok(PatchType::Strategic),
        "application/apply-patch+yaml" | "application/apply-patch+cbor" => Err(Status::unsupported_media_type(&APPLY_NOT_BUILT)),
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
