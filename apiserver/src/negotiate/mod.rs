//! Which media type and which shape an answer takes, and how a body is read, from `Accept` and `Content-Type`. Called by every endpoint
//! before anything is read or done. It decides only; encoding is done elsewhere.
//! Source: apiserver `pkg/endpoints/handlers/negotiation/negotiate.go`, `pkg/endpoints/handlers/rest.go`.

mod body;
mod discovery;

pub(crate) use body::{PatchType, apply_not_built, input, patch_type};
pub(crate) use discovery::{Discovery, discovery};

use http::header::{ACCEPT, HeaderMap, USER_AGENT};
use meta::accept::{self, Clause};
use meta::field::{FieldError, Path, Value};
use meta::options::Query;
use meta::status::{Body, Details, Outcome, Reason, Status};

/// Format of a body, in either direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Format {
    /// `application/json`.
    Json,
    /// `application/yaml`.
    Yaml,
    /// `application/vnd.kubernetes.protobuf`.
    Protobuf,
}

impl Format {
    /// All formats, in upstream's order of preference.
    const ALL: [Self; 3] = [Self::Json, Self::Yaml, Self::Protobuf];

    /// The media type.
    pub(crate) const fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Yaml => "application/yaml",
            Self::Protobuf => "application/vnd.kubernetes.protobuf",
        }
    }

    const fn subtype(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Yaml => "yaml",
            Self::Protobuf => "vnd.kubernetes.protobuf",
        }
    }

    /// The media type of a stream of events; none for a format that cannot be cut into events.
    pub(crate) const fn stream_type(self) -> Option<&'static str> {
        match self {
            Self::Json => Some("application/json"),
            Self::Yaml => None,
            Self::Protobuf => Some("application/vnd.kubernetes.protobuf;stream=watch"),
        }
    }
}

/// Versions of meta.k8s.io that Table and PartialObjectMetadata are served in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum MetaVersion {
    /// `v1`.
    V1,
    /// `v1beta1`.
    V1Beta1,
}

impl MetaVersion {
    /// Name of the version.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::V1 => "v1",
            Self::V1Beta1 => "v1beta1",
        }
    }
}

/// What a row of a Table carries besides its cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Include {
    /// The object's metadata.
    Metadata,
    /// The whole object.
    Object,
    /// Nothing.
    None,
}

/// What an answer shows of its objects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Shape {
    /// The objects themselves.
    Whole,
    /// `PartialObjectMetadata`, for answers with one object.
    Metadata(MetaVersion),
    /// `PartialObjectMetadataList`, for lists.
    MetadataList(MetaVersion),
    /// `Table`.
    Table(MetaVersion, Include),
}

/// The answer's media type and layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Output {
    /// Encoding.
    pub format: Format,
    /// Indented by two blanks, without a final newline.
    pub pretty: bool,
    /// What is shown.
    pub shape: Shape,
}

impl Output {
    /// Compact JSON.
    pub(crate) const JSON: Self = Self { format: Format::Json, pretty: false, shape: Shape::Whole };
}

/// What kind of route the request took: it decides which types there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Route {
    /// Documents that are no objects: Status, discovery. They have one shape.
    Document,
    /// A document that there is as JSON only.
    Json,
    /// Objects.
    Object,
    /// A collection, which can be watched.
    Collection,
    /// A watch of it.
    Watch,
}

const DOCUMENTS: [&str; 3] = [Format::Json.media_type(), Format::Yaml.media_type(), Format::Protobuf.media_type()];
const STREAMS: [&str; 2] = ["application/json;stream=watch", "application/vnd.kubernetes.protobuf;stream=watch"];

impl Route {
    /// What upstream's router knows of the route.
    fn produces(self) -> Vec<&'static str> {
        if self == Self::Json {
            return vec![Format::Json.media_type()];
        }
        let streams: &[&str] = if matches!(self, Self::Collection | Self::Watch) { &STREAMS } else { &[] };
        DOCUMENTS.into_iter().chain(streams.iter().copied()).collect()
    }
}

/// Picks the form of an answer.
///
/// # Errors
/// 406 with the list of what can be had; 400 for table options that make no sense.
pub(crate) fn output(headers: &HeaderMap, query: &Query, route: Route) -> Result<Output, Status> {
    let header = accept_header(headers);
    if !header.is_empty() && !accept::routable(header, &route.produces()) {
        return Err(no_representation(&route.produces()));
    }
    negotiated(headers, query, route)
}

/// The form of an error: as the client would have had a document, else JSON to read.
#[must_use]
pub(crate) fn error_output(headers: &HeaderMap, query: &Query) -> Output {
    negotiated(headers, query, Route::Document).unwrap_or(Output { pretty: true, ..Output::JSON })
}

/// What the router lets pass is negotiated a second time, by another rule: it knows `application/*`, for instance.
fn negotiated(headers: &HeaderMap, query: &Query, route: Route) -> Result<Output, Status> {
    let picked = pick(accept_header(headers), route).ok_or_else(|| Status::not_acceptable(&DOCUMENTS))?;
    let Picked { format, target, pretty } = picked;
    if route == Route::Watch && format.stream_type().is_none() {
        return Err(Status::not_acceptable(&STREAMS));
    }
    let shape = match target {
        Target::Whole => Shape::Whole,
        Target::Metadata(version) => Shape::Metadata(version),
        Target::MetadataList(version) => Shape::MetadataList(version),
        Target::Table(version) => Shape::Table(version, include(query)?),
    };
    let pretty = pretty
        || match query.first("pretty") {
            Some(value) if !value.is_empty() => matches!(value, "1" | "t" | "T" | "true" | "TRUE" | "True"),
            _ => is_for_reading(headers),
        };
    Ok(Output { format, pretty: pretty && route != Route::Watch && format == Format::Json, shape })
}

/// The first `Accept` header; upstream does not look at further ones.
fn accept_header(headers: &HeaderMap) -> &str {
    headers.get(ACCEPT).and_then(|v| v.to_str().ok()).unwrap_or_default().trim()
}

/// What a clause asks to be shown.
#[derive(Clone, Copy)]
enum Target {
    Whole,
    Metadata(MetaVersion),
    MetadataList(MetaVersion),
    Table(MetaVersion),
}

/// What a header comes down to.
struct Picked {
    format: Format,
    target: Target,
    pretty: bool,
}

/// The first clause and format that go together.
fn pick(header: &str, route: Route) -> Option<Picked> {
    if header.is_empty() {
        return Some(Picked { format: Format::Json, target: Target::Whole, pretty: false });
    }
    let clauses = accept::clauses(header);
    let pairs = clauses.iter().flat_map(|clause| Format::ALL.into_iter().map(move |format| (clause, format)));
    pairs.filter(|(clause, format)| clause.takes("application", format.subtype())).find_map(|(clause, format)| {
        let pretty = clause.param("pretty") == Some("1");
        Some(Picked { format, target: target(clause, format, route)?, pretty })
    })
}

/// What a clause asks for in a format; none where that cannot be had.
fn target(clause: &Clause<'_>, format: Format, route: Route) -> Option<Target> {
    let stream = clause.param("stream").unwrap_or_default();
    if !stream.is_empty() && (stream != "watch" || format.stream_type().is_none()) {
        return None;
    }
    // Upstream takes a single other version of the server's own kinds, which nothing serves any more.
    if clause.param("sv").is_some_and(|version| !version.is_empty()) {
        return None;
    }
    let (kind, group, version) = (clause.param("as"), clause.param("g"), clause.param("v"));
    if (kind, group, version) == (None, None, None) {
        return Some(Target::Whole);
    }
    if matches!(route, Route::Document | Route::Json) || group != Some("meta.k8s.io") {
        return None;
    }
    let version = match version {
        Some("v1") => MetaVersion::V1,
        Some("v1beta1") => MetaVersion::V1Beta1,
        _ => return None,
    };
    match kind {
        Some("Table") if format != Format::Protobuf => Some(Target::Table(version)),
        Some("PartialObjectMetadata") => Some(Target::Metadata(version)),
        Some("PartialObjectMetadataList") => Some(Target::MetadataList(version)),
        _ => None,
    }
}

/// `includeObject` of a Table.
fn include(query: &Query) -> Result<Include, Status> {
    match query.first("includeObject").unwrap_or_default() {
        "" | "Metadata" => Ok(Include::Metadata),
        "Object" => Ok(Include::Object),
        "None" => Ok(Include::None),
        other => {
            let text = "must be 'Metadata', 'Object', 'None', or empty";
            let error = FieldError::invalid(&Path::new("includeObject"), Value::named(other), text.to_owned());
            Err(Status::bad_request(format!("Unable to convert to Table as requested: {error}")))
        }
    }
}

/// The router's 406.
fn no_representation(produces: &[&str]) -> Status {
    Status::from_body(Body {
        code: 406,
        reason: Reason::NotAcceptable,
        outcome: Outcome::Failure,
        message: format!("406: Not Acceptable\n\nAvailable representations: {}", produces.join(", ")),
        details: Some(Details::default()),
        ..Body::default()
    })
}

/// Curl and browsers get indented JSON, as upstream does it.
fn is_for_reading(headers: &HeaderMap) -> bool {
    let agent = headers.get(USER_AGENT).and_then(|v| v.to_str().ok()).unwrap_or("");
    ["curl", "Wget", "Mozilla/5.0"].iter().any(|prefix| agent.starts_with(prefix))
}

#[cfg(test)]
mod tests;
