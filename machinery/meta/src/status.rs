//! `metav1.Status`: the one error and the small success answer of the API, with the constructors and texts of apimachinery's
//! `pkg/api/errors`. Every refusal that leaves the server is one of these. Knows nothing of HTTP beyond status codes.

use std::fmt::{self, Write};
use std::ops::{Deref, DerefMut};

use crate::field::{FieldError, aggregate};
use crate::text::{Quoted, push_json};
use crate::{GroupKind, GroupResource, Text};

/// A `metav1.Status`. Boxed, so that `Result<T, Status>` stays small; derefs to [`Body`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status(Box<Body>);

/// The fields of a [`Status`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Body {
    /// List metadata: continue token and counts of an expired list.
    pub metadata: ListMeta,
    /// Failed or done.
    pub outcome: Outcome,
    /// For people.
    pub message: String,
    /// For machines.
    pub reason: Reason,
    /// About what object, why, and when to retry.
    pub details: Option<Details>,
    /// HTTP status code; 0 is left out (success answers of a delete).
    pub code: u16,
}

/// The `status` field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Outcome {
    /// `Failure`.
    #[default]
    Failure,
    /// `Success`.
    Success,
}

/// `metav1.ListMeta`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListMeta {
    /// Revision of the list; empty is left out.
    pub resource_version: String,
    /// Token for the next page; empty is left out.
    pub continue_token: String,
    /// Items after this page, where known.
    pub remaining_item_count: Option<i64>,
}

impl ListMeta {
    /// Appends `{"resourceVersion":…,"continue":…,"remainingItemCount":…}` with empty fields left out.
    pub fn push_json(&self, out: &mut String) {
        let mut object = ObjectWriter::new(out);
        object.text("resourceVersion", &self.resource_version);
        object.text("continue", &self.continue_token);
        if let Some(count) = self.remaining_item_count {
            object.number("remainingItemCount", count);
        }
        object.end();
    }
}

/// `metav1.StatusDetails`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Details {
    /// Name of the object, where there is one.
    pub name: String,
    /// API group.
    pub group: Text,
    /// The resource (plural) for most errors, the kind for invalid objects, whatever upstream writes here.
    pub kind: Text,
    /// UID of the object.
    pub uid: String,
    /// Single reasons.
    pub causes: Vec<Cause>,
    /// Seconds to wait before a retry; 0 is left out.
    pub retry_after_seconds: i32,
}

/// `metav1.StatusCause`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cause {
    /// Machine-readable (`FieldValueInvalid`, `FieldManagerConflict` …); empty is left out.
    pub reason: Text,
    /// For people.
    pub message: String,
    /// Path of the field; empty is left out.
    pub field: String,
}

/// Cause of a read at a revision that the server has not reached.
pub const CAUSE_RESOURCE_VERSION_TOO_LARGE: &str = "ResourceVersionTooLarge";
/// Cause per field of an apply conflict.
pub const CAUSE_FIELD_MANAGER_CONFLICT: &str = "FieldManagerConflict";
/// Cause of a create in a namespace that is being deleted.
pub const CAUSE_NAMESPACE_TERMINATING: &str = "NamespaceTerminating";
/// Cause of an answer from another server that made no sense.
pub const CAUSE_UNEXPECTED_SERVER_RESPONSE: &str = "UnexpectedServerResponse";
/// Cause that stands for all that were left out.
pub const CAUSE_TOO_MANY: &str = "FieldValueTooMany";

macro_rules! reasons {
    ($($(#[$doc:meta])* $name:ident = $text:literal;)*) => {
        /// `metav1.StatusReason`.
        #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
        pub enum Reason {
            /// No reason; left out of JSON.
            #[default]
            Unknown,
            $($(#[$doc])* $name,)*
            /// A reason of another server or webhook.
            Other(Text),
        }

        impl Reason {
            /// The wire text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    Self::Unknown => "",
                    $(Self::$name => $text,)*
                    Self::Other(text) => text,
                }
            }

            /// From the wire text.
            #[must_use]
            pub fn parse(text: &str) -> Self {
                match text {
                    "" => Self::Unknown,
                    $($text => Self::$name,)*
                    other => Self::Other(Text::Owned(other.to_owned())),
                }
            }
        }
    };
}

reasons! {
    /// 401.
    Unauthorized = "Unauthorized";
    /// 403.
    Forbidden = "Forbidden";
    /// 404.
    NotFound = "NotFound";
    /// 409: a create of something that exists.
    AlreadyExists = "AlreadyExists";
    /// 409: the object changed meanwhile.
    Conflict = "Conflict";
    /// 410: no longer there and no forwarding address.
    Gone = "Gone";
    /// 422.
    Invalid = "Invalid";
    /// 500: try again.
    ServerTimeout = "ServerTimeout";
    /// 500: a stored object cannot be read.
    StorageReadError = "StorageReadError";
    /// 504.
    Timeout = "Timeout";
    /// 429.
    TooManyRequests = "TooManyRequests";
    /// 400.
    BadRequest = "BadRequest";
    /// 405.
    MethodNotAllowed = "MethodNotAllowed";
    /// 406.
    NotAcceptable = "NotAcceptable";
    /// 413.
    RequestEntityTooLarge = "RequestEntityTooLarge";
    /// 415.
    UnsupportedMediaType = "UnsupportedMediaType";
    /// 500.
    InternalError = "InternalError";
    /// 410: the resourceVersion or continue token is too old.
    Expired = "Expired";
    /// 503.
    ServiceUnavailable = "ServiceUnavailable";
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What [`Status::generic`] words its message with.
#[derive(Clone, Debug, Default)]
pub struct Generic<'a> {
    /// HTTP status code.
    pub code: u16,
    /// HTTP method; upstream's server also passes lower-case verbs.
    pub verb: &'a str,
    /// The resource, may be empty.
    pub resource: GroupResource,
    /// The object's name, may be empty.
    pub name: &'a str,
    /// The server's own text, used for 403, 406, 415 and 5xx.
    pub server_message: &'a str,
    /// Seconds to wait; 0 is left out.
    pub retry_after_seconds: i32,
    /// Adds an `UnexpectedServerResponse` cause.
    pub unexpected: bool,
}

impl Status {
    fn failure(code: u16, reason: Reason, message: impl Into<String>, details: Option<Details>) -> Self {
        Self(Box::new(Body { code, reason, message: message.into(), details, ..Body::default() }))
    }

    /// From its fields.
    #[must_use]
    pub fn from_body(body: Body) -> Self {
        Self(Box::new(body))
    }

    /// A success answer, as a delete gives it: no code.
    #[must_use]
    pub fn success(details: Option<Details>) -> Self {
        Self(Box::new(Body { outcome: Outcome::Success, details, ..Body::default() }))
    }

    /// 404: `pods "x" not found`.
    #[must_use]
    pub fn not_found(resource: &GroupResource, name: &str) -> Self {
        let message = format!("{resource} {} not found", Quoted(name));
        Self::failure(404, Reason::NotFound, message, about(resource, name))
    }

    /// 409: a create of a name that is taken.
    #[must_use]
    pub fn already_exists(resource: &GroupResource, name: &str) -> Self {
        let message = format!("{resource} {} already exists", Quoted(name));
        Self::failure(409, Reason::AlreadyExists, message, about(resource, name))
    }

    /// 409: `generateName` hit taken names only.
    #[must_use]
    pub fn generate_name_conflict(resource: &GroupResource, name: &str, retry_after_seconds: i32) -> Self {
        let message = format!(
            "{resource} {} already exists, the server was not able to generate a unique name for the object",
            Quoted(name)
        );
        Self::failure(409, Reason::AlreadyExists, message, about(resource, name)).retry_after(retry_after_seconds)
    }

    /// 401; an empty reason reads `not authorized`. The server's own answer says exactly `Unauthorized`.
    #[must_use]
    pub fn unauthorized(reason: &str) -> Self {
        Self::failure(401, Reason::Unauthorized, if reason.is_empty() { "not authorized" } else { reason }, None)
    }

    /// 403. Without resource: `forbidden: …`; without name: `pods is forbidden: …`.
    #[must_use]
    pub fn forbidden(resource: &GroupResource, name: &str, error: impl fmt::Display) -> Self {
        let message = if resource.is_empty() {
            format!("forbidden: {error}")
        } else if name.is_empty() {
            format!("{resource} is forbidden: {error}")
        } else {
            format!("{resource} {} is forbidden: {error}", Quoted(name))
        };
        Self::failure(403, Reason::Forbidden, message, about(resource, name))
    }

    /// 409: the write cannot be done on the object as it is now.
    #[must_use]
    pub fn conflict(resource: &GroupResource, name: &str, error: impl fmt::Display) -> Self {
        let message = format!("Operation cannot be fulfilled on {resource} {}: {error}", Quoted(name));
        Self::failure(409, Reason::Conflict, message, about(resource, name))
    }

    /// 409 of server-side apply: one cause per field.
    #[must_use]
    pub fn apply_conflict(causes: Vec<Cause>, message: impl Into<String>) -> Self {
        Self::failure(409, Reason::Conflict, message, Some(Details { causes, ..Details::default() }))
    }

    /// 410 of something that is gone for good.
    #[must_use]
    pub fn gone(message: impl Into<String>) -> Self {
        Self::failure(410, Reason::Gone, message, None)
    }

    /// 410 of a resourceVersion or continue token that is too old.
    #[must_use]
    pub fn expired(message: impl Into<String>) -> Self {
        Self::failure(410, Reason::Expired, message, None)
    }

    /// 422 with one cause per field error.
    #[must_use]
    pub fn invalid(kind: &GroupKind, name: &str, errors: &[FieldError]) -> Self {
        let mut message = format!("{kind} {} is invalid", Quoted(name));
        if !errors.is_empty() {
            message.push_str(": ");
            message.push_str(&aggregate(errors));
        }
        let details = Details {
            name: name.to_owned(),
            group: kind.group.clone(),
            kind: kind.kind.clone(),
            causes: errors.iter().map(FieldError::cause).collect(),
            ..Details::default()
        };
        Self::failure(422, Reason::Invalid, message, Some(details))
    }

    /// 400.
    #[must_use]
    pub fn bad_request(message: impl Into<String>) -> Self {
        Self::failure(400, Reason::BadRequest, message, None)
    }

    /// 429 with a delay.
    #[must_use]
    pub fn too_many_requests(message: impl Into<String>, retry_after_seconds: i32) -> Self {
        Self::failure(429, Reason::TooManyRequests, message, Some(Details::default())).retry_after(retry_after_seconds)
    }

    /// 429 `Too many requests: …`.
    #[must_use]
    pub fn too_many_requests_error(message: impl fmt::Display) -> Self {
        Self::failure(429, Reason::TooManyRequests, format!("Too many requests: {message}"), None)
    }

    /// 503.
    #[must_use]
    pub fn service_unavailable(message: impl Into<String>) -> Self {
        Self::failure(503, Reason::ServiceUnavailable, message, None)
    }

    /// 405 of a verb on a resource.
    #[must_use]
    pub fn method_not_supported(resource: &GroupResource, action: &str) -> Self {
        let message = format!("{action} is not supported on resources of kind {}", Quoted(&resource.to_string()));
        Self::failure(405, Reason::MethodNotAllowed, message, about(resource, ""))
    }

    /// 500 ServerTimeout: a passing fault, try again.
    #[must_use]
    pub fn server_timeout(resource: &GroupResource, operation: &str, retry_after_seconds: i32) -> Self {
        let message =
            format!("The {operation} operation against {resource} could not be completed at this time, please try again.");
        Self::failure(500, Reason::ServerTimeout, message, about(resource, operation)).retry_after(retry_after_seconds)
    }

    /// 500 with the error as cause.
    #[must_use]
    pub fn internal_error(error: impl fmt::Display) -> Self {
        let error = error.to_string();
        let message = format!("Internal error occurred: {error}");
        let causes = vec![Cause { message: error, ..Cause::default() }];
        Self::failure(500, Reason::InternalError, message, Some(Details { causes, ..Details::default() }))
    }

    /// 500 of objects that storage has and cannot read.
    #[must_use]
    pub fn storage_read_error(message: impl Into<String>, details: Option<Details>) -> Self {
        Self::failure(500, Reason::StorageReadError, message, details)
    }

    /// 500 without reason: what upstream answers for an error that it has not mapped. Only for behaviour that clients compare
    /// (a watch with a bad resourceVersion); faults of ours are [`Status::internal_error`].
    #[must_use]
    pub fn unmapped(error: impl fmt::Display) -> Self {
        Self::failure(500, Reason::Unknown, error.to_string(), None)
    }

    /// 504 `Timeout: …`.
    #[must_use]
    pub fn timeout(message: impl fmt::Display, retry_after_seconds: i32) -> Self {
        Self::failure(504, Reason::Timeout, format!("Timeout: {message}"), Some(Details::default()))
            .retry_after(retry_after_seconds)
    }

    /// 504 of a read at a revision the server has not reached within its waiting time.
    #[must_use]
    pub fn too_large_resource_version(wanted: u64, current: u64, retry_after_seconds: i32) -> Self {
        let mut status =
            Self::timeout(format_args!("Too large resource version: {wanted}, current: {current}"), retry_after_seconds);
        let cause = Cause {
            reason: Text::Borrowed(CAUSE_RESOURCE_VERSION_TOO_LARGE),
            message: "Too large resource version".to_owned(),
            field: String::new(),
        };
        status.details.get_or_insert_default().causes.push(cause);
        status
    }

    /// 413 `Request entity too large: …`.
    #[must_use]
    pub fn request_entity_too_large(message: impl fmt::Display) -> Self {
        Self::failure(413, Reason::RequestEntityTooLarge, format!("Request entity too large: {message}"), None)
    }

    /// 406 of an object endpoint: what it could have answered with.
    #[must_use]
    pub fn not_acceptable<T: AsRef<str>>(accepted: &[T]) -> Self {
        let message = format!("only the following media types are accepted: {}", join(accepted));
        Self::failure(406, Reason::NotAcceptable, message, None)
    }

    /// 415 of an object endpoint: what bodies it reads.
    #[must_use]
    pub fn unsupported_media_type<T: AsRef<str>>(accepted: &[T]) -> Self {
        let message =
            format!("the body of the request was in an unknown format - accepted media types include: {}", join(accepted));
        Self::failure(415, Reason::UnsupportedMediaType, message, None)
    }

    /// The message for a bare status code (upstream's `NewGenericServerResponse`).
    #[must_use]
    pub fn generic(answer: &Generic<'_>) -> Self {
        let (reason, mut message) = generic_text(answer);
        let resource = &answer.resource;
        if !resource.is_empty() {
            // Writing to a String cannot fail.
            let _ = write!(message, " ({} {resource}", answer.verb.to_lowercase());
            if !answer.name.is_empty() {
                let _ = write!(message, " {}", answer.name);
            }
            message.push(')');
        }
        let mut status = Self::failure(answer.code, reason, message, about(resource, answer.name));
        if answer.unexpected {
            let cause = Cause {
                reason: Text::Borrowed(CAUSE_UNEXPECTED_SERVER_RESPONSE),
                message: answer.server_message.to_owned(),
                field: String::new(),
            };
            status.details.get_or_insert_default().causes.push(cause);
        }
        status.retry_after(answer.retry_after_seconds)
    }

    /// Sets the retry delay in seconds; 0 leaves it out.
    #[must_use]
    pub fn retry_after(mut self, seconds: i32) -> Self {
        if seconds != 0 {
            self.details.get_or_insert_default().retry_after_seconds = seconds;
        }
        self
    }

    /// Adds a cause.
    #[must_use]
    pub fn with_cause(mut self, cause: Cause) -> Self {
        self.details.get_or_insert_default().causes.push(cause);
        self
    }

    /// Seconds to wait before a retry, where given: also the `Retry-After` header.
    #[must_use]
    pub fn retry_after_seconds(&self) -> Option<i32> {
        self.details.as_ref().map(|d| d.retry_after_seconds).filter(|&s| s > 0)
    }

    /// Canonical JSON without final newline, in Go's field order.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut out = String::with_capacity(256);
        self.push_json(&mut out);
        out
    }

    /// Appends canonical JSON without final newline, in Go's field order.
    pub fn push_json(&self, out: &mut String) {
        out.push_str("{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"metadata\":");
        self.metadata.push_json(out);
        out.push_str(match self.outcome {
            Outcome::Failure => ",\"status\":\"Failure\"",
            Outcome::Success => ",\"status\":\"Success\"",
        });
        let mut object = ObjectWriter { out, first: false };
        object.text("message", &self.message);
        object.text("reason", self.reason.as_str());
        if let Some(details) = &self.details {
            object.name("details");
            details.push_json(object.out);
        }
        if self.code != 0 {
            object.number("code", self.code.into());
        }
        object.end();
    }
}

impl Details {
    fn push_json(&self, out: &mut String) {
        let mut object = ObjectWriter::new(out);
        object.text("name", &self.name);
        object.text("group", &self.group);
        object.text("kind", &self.kind);
        object.text("uid", &self.uid);
        if !self.causes.is_empty() {
            object.name("causes");
            object.out.push('[');
            for (i, cause) in self.causes.iter().enumerate() {
                if i > 0 {
                    object.out.push(',');
                }
                let mut inner = ObjectWriter::new(object.out);
                inner.text("reason", &cause.reason);
                inner.text("message", &cause.message);
                inner.text("field", &cause.field);
                inner.end();
            }
            object.out.push(']');
        }
        if self.retry_after_seconds != 0 {
            object.number("retryAfterSeconds", self.retry_after_seconds.into());
        }
        object.end();
    }
}

impl Deref for Status {
    type Target = Body;
    fn deref(&self) -> &Body {
        &self.0
    }
}

impl DerefMut for Status {
    fn deref_mut(&mut self) -> &mut Body {
        &mut self.0
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Status {}

fn about(resource: &GroupResource, name: &str) -> Option<Details> {
    let (group, kind) = (resource.group.clone(), resource.resource.clone());
    Some(Details { name: name.to_owned(), group, kind, ..Details::default() })
}

fn join<T: AsRef<str>>(items: &[T]) -> String {
    let mut out = String::new();
    for item in items {
        if !out.is_empty() {
            out.push_str(", ");
        }
        out.push_str(item.as_ref());
    }
    out
}

fn generic_text(answer: &Generic<'_>) -> (Reason, String) {
    let server = answer.server_message;
    let (reason, message) = match answer.code {
        409 if answer.verb == "POST" => (Reason::AlreadyExists, "the server reported a conflict"),
        409 => (Reason::Conflict, "the server reported a conflict"),
        404 => (Reason::NotFound, "the server could not find the requested resource"),
        400 => (Reason::BadRequest, "the server rejected our request for an unknown reason"),
        401 => (Reason::Unauthorized, "the server has asked for the client to provide credentials"),
        403 => (Reason::Forbidden, server),
        406 if server.is_empty() || server == "unknown" => {
            (Reason::NotAcceptable, "the server was unable to respond with a content type that the client supports")
        }
        406 => (Reason::NotAcceptable, server),
        415 => (Reason::UnsupportedMediaType, server),
        405 => (Reason::MethodNotAllowed, "the server does not allow this method on the requested resource"),
        422 => (Reason::Invalid, "the server rejected our request due to an error in our request"),
        503 => (Reason::ServiceUnavailable, "the server is currently unable to handle the request"),
        504 => (
            Reason::Timeout,
            "the server was unable to return a response in the time allotted, but may still be processing the request",
        ),
        429 => (Reason::TooManyRequests, "the server has received too many requests and has asked us to try again later"),
        code if code >= 500 => {
            let message = format!("an error on the server ({}) has prevented the request from succeeding", Quoted(server));
            return (Reason::InternalError, message);
        }
        code => {
            let message = format!("the server responded with the status code {code} but did not return more information");
            return (Reason::Unknown, message);
        }
    };
    (reason, message.to_owned())
}

/// Writes one JSON object whose empty fields are left out.
struct ObjectWriter<'a> {
    out: &'a mut String,
    first: bool,
}

impl<'a> ObjectWriter<'a> {
    fn new(out: &'a mut String) -> Self {
        out.push('{');
        Self { out, first: true }
    }

    fn name(&mut self, name: &str) {
        if !std::mem::take(&mut self.first) {
            self.out.push(',');
        }
        push_json(self.out, name);
        self.out.push(':');
    }

    fn text(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.name(name);
            push_json(self.out, value);
        }
    }

    fn number(&mut self, name: &str, value: i64) {
        self.name(name);
        // Writing to a String cannot fail.
        let _ = write!(self.out, "{value}");
    }

    fn end(self) {
        self.out.push('}');
    }
}

#[cfg(test)]
mod tests;
