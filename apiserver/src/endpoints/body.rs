//! Reading a request body within its bounds and decoding it strictly in the request's version. Called by create, update, patch and
//! delete. Says what upstream says of every body that cannot be an object.

use std::future::Future;

use bytes::Bytes;
use meta::gvk::{GroupVersion, Gvk};
use meta::options::FieldValidation;
use meta::status::Status;
use net::ReadError;
use object::json::{Decoded, Problem, TypeMeta};
use object::schema::Schema;
use object::{Tree, json, proto, yaml};

use super::{Call, supervise};
use crate::convert::named;
use crate::negotiate::Format;
use crate::registry::hub::Form;

/// Upstream's limit of a request body (apiserver `pkg/server/config.go`).
pub(super) const MAX_BODY: usize = 3 * 1024 * 1024;
/// Bytes of a body that an error message shows.
const SUMMARY: usize = 30;

/// YAML that is converted at once; more of it takes longer than other requests should wait, so a thread of its own does it.
const QUICK_YAML: usize = 64 << 10;

/// Reads the whole body of a request that does `verb`, as metrics name it.
///
/// # Errors
/// 413 over the limit, 400 when the client breaks off, 504 when the body has not come by the request's deadline.
pub(super) async fn read(call: &Call, verb: &'static str, body: net::Body) -> Result<Bytes, Status> {
    let bytes = in_time(call, body.read(MAX_BODY)).await?.map_err(|error| match error {
        ReadError::TooLarge { limit } => Status::request_entity_too_large(format_args!("limit is {limit}")),
        ReadError::Broken(error) => Status::bad_request(error.to_string()),
    })?;
    call.server.metrics.storage.body(&call.endpoint.gvr, verb, bytes.len());
    Ok(bytes)
}

/// What a future gives before the request's deadline.
///
/// # Errors
/// 504 at the deadline.
async fn in_time<T>(call: &Call, work: impl Future<Output = T>) -> Result<T, Status> {
    let Some(deadline) = call.deadline else { return Ok(work.await) };
    tokio::select! {
        biased;
        done = work => Ok(done),
        () = call.server.world.sys.clock.wait_until(deadline) => Err(supervise::overdue(call)),
    }
}

/// YAML as JSON.
///
/// # Errors
/// The outer one is the request's end (504 at its deadline), the inner one is what is wrong with the text.
pub(super) async fn yaml_to_json(call: &Call, yaml: &Bytes) -> Result<Result<yaml::Converted, yaml::YamlError>, Status> {
    if yaml.len() <= QUICK_YAML {
        return Ok(yaml::to_json(yaml));
    }
    let (yaml, server) = (yaml.clone(), &call.server);
    in_time(call, server.readers.run(&server.world.sys, move || yaml::to_json(&yaml))).await?
}

/// Decodes a document as the endpoint's kind; warnings go to `warnings`.
///
/// # Errors
/// 400 with upstream's text.
pub(super) async fn decode(
    call: &Call,
    form: &Form,
    format: Format,
    bytes: Bytes,
    mode: FieldValidation,
    warnings: &mut Vec<String>,
) -> Result<Tree, Status> {
    let expect = &form.gvk;
    let unrecognised = |inner: &str| {
        Status::bad_request(format!(
            "the object provided is unrecognized (must be of type {}): {inner} ({})",
            expect.kind,
            summary(&bytes)
        ))
    };
    let cannot = |given: &Gvk, inner: &str| {
        let version = meta::text::quote(&given.version);
        Status::bad_request(format!("{} in version {version} cannot be handled as a {}: {inner}", given.kind, expect.kind))
    };
    let (json, duplicates) = match format {
        Format::Protobuf => return decode_protobuf(call, form, &bytes, &unrecognised, &cannot),
        Format::Json => (bytes.clone(), None),
        Format::Yaml => {
            let converted = yaml_to_json(call, &bytes).await?.map_err(|e| unrecognised(&e.to_string()))?;
            let strict = converted.strict_error();
            (Bytes::from(converted.json), strict.map(|text| (text, converted.duplicates)))
        }
    };
    let decoded = json::decode(json.clone(), &form.schema);
    // What the document calls itself stands in the tree; only one that cannot be decoded has to be looked at again.
    let identity = match &decoded {
        Ok(decoded) => written(&decoded.tree),
        Err(_) => json::type_meta(&json).map_err(|e| unrecognised(&format!("{NO_KIND}{e}")))?,
    };
    let given = Gvk::from_api_version(&identity.api_version, identity.kind).map_err(|e| unrecognised(&e.to_string()))?;
    let given = complete(given, expect);
    if given != *expect {
        let read = |schema: &Schema| json::decode(json.clone(), schema).err().map(|e| e.to_string());
        return Err(call.server.catalog.other_kind(&given, expect, &read, &|inner| cannot(&given, inner)));
    }
    let Decoded { tree, problems } = decoded.map_err(|e| cannot(&given, &e.to_string()))?;
    report(duplicates, &problems, mode, warnings).map_err(|text| cannot(&given, &text))?;
    call.told.set(warnings);
    Ok(named(tree, expect))
}

/// What a document calls itself, before it is decoded; none where that cannot be read.
///
/// # Errors
/// 504 at the request's deadline.
pub(super) async fn says(call: &Call, format: Format, bytes: &Bytes) -> Result<Option<TypeMeta>, Status> {
    Ok(match format {
        Format::Json => json::type_meta(bytes).ok(),
        Format::Yaml => yaml_to_json(call, bytes).await?.ok().and_then(|converted| json::type_meta(&converted.json).ok()),
        Format::Protobuf => proto::open(bytes)
            .ok()
            .map(|unknown| TypeMeta { api_version: unknown.api_version.to_owned(), kind: unknown.kind.to_owned() }),
    })
}

/// Decodes a document in its protobuf envelope. Strict decoding finds nothing in it: upstream passes over unknown fields.
fn decode_protobuf(
    call: &Call,
    form: &Form,
    bytes: &Bytes,
    unrecognised: &dyn Fn(&str) -> Status,
    cannot: &dyn Fn(&Gvk, &str) -> Status,
) -> Result<Tree, Status> {
    let expect = &form.gvk;
    let unknown = proto::open(bytes).map_err(|e| unrecognised(&e.to_string()))?;
    // A version that cannot be read counts as none, as does a group without one.
    let version = GroupVersion::parse(unknown.api_version).ok().filter(|v| !v.version.is_empty()).unwrap_or_default();
    let given = complete(Gvk::new(version.group, version.version, unknown.kind.to_owned()), expect);
    let read = |schema: &Schema| proto::decode(bytes.slice_ref(unknown.raw), schema).map_err(|e| e.to_string());
    if given != *expect {
        // What a document holds embedded is looked at when its kind is known to be right.
        let read = |schema: &Schema| read(schema).err().filter(|text| !text.starts_with("json: "));
        return Err(call.server.catalog.other_kind(&given, expect, &read, &|inner| cannot(&given, inner)));
    }
    Ok(named(read(&form.schema).map_err(|e| cannot(&given, &e))?, expect))
}

/// How upstream begins when a document does not say what it is.
pub(super) const NO_KIND: &str = "couldn't get version/kind; json parse error: ";

/// What a document that was decoded calls itself.
fn written(tree: &Tree) -> TypeMeta {
    let text = |name: &str| tree.str(&[name]).unwrap_or("").to_owned();
    TypeMeta { api_version: text("apiVersion"), kind: text("kind") }
}

/// Kind and version, completed by the endpoint's own.
pub(super) fn complete(mut given: Gvk, expect: &Gvk) -> Gvk {
    if given.kind.is_empty() {
        given.kind.clone_from(&expect.kind);
    }
    if given.version.is_empty() && (given.group.is_empty() || given.group == expect.group) {
        given.group.clone_from(&expect.group);
        given.version.clone_from(&expect.version);
    }
    given
}

/// Turns what strict decoding found into warnings or into the error text. Keys that YAML repeats are one error and many warnings.
fn report(
    duplicates: Option<(String, Vec<String>)>,
    problems: &[Problem],
    mode: FieldValidation,
    warnings: &mut Vec<String>,
) -> Result<(), String> {
    let (strict, each) = duplicates.unzip();
    if (strict.is_none() && problems.is_empty()) || mode == FieldValidation::Ignore {
        return Ok(());
    }
    let problems = problems.iter().map(ToString::to_string);
    if mode == FieldValidation::Strict {
        let texts: Vec<String> = strict.into_iter().chain(problems).collect();
        return Err(format!("strict decoding error: {}", texts.join(", ")));
    }
    warnings.extend(each.unwrap_or_default().into_iter().chain(problems));
    Ok(())
}

/// The beginning of a body as messages show it: text when it looks like JSON, else hex.
pub(super) fn summary(bytes: &[u8]) -> String {
    if bytes.is_empty() {
        return "<empty>".to_owned();
    }
    let cut = &bytes[..bytes.len().min(SUMMARY)];
    let dots = if bytes.len() > SUMMARY { " ..." } else { "" };
    if bytes[0] == b'{' {
        return format!("{}{dots}", String::from_utf8_lossy(cut));
    }
    let hex: String = cut.iter().map(|b| format!("{b:02x}")).collect();
    format!("{hex}{dots}")
}
