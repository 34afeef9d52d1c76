//! DELETE of one object, and the reading of delete options that deletecollection shares.
//! Source: apiserver `pkg/endpoints/handlers/delete.go`.

use auth::Identity;
use auth::authz::{Attributes, Authorizer, Decision};
use bytes::Bytes;
use http::StatusCode;
use kinds::strategy::{Deleted as Answer, Garbage, Operation, User};
use meta::options::DeleteOptions;
use meta::status::{Details, Status};
use meta::text::quote;

use super::{Call, body, supervise};
use crate::exchange::Response;
use crate::negotiate::{self, Format, Route};
use crate::registry::delete::delete as store_delete;
use crate::registry::outcome::{Deleted, Stored};
use crate::render::{Source, View};
use crate::{gates, metadata, respond};

/// The verb of deletions that need no readable object.
const UNSAFE_VERB: &str = "unsafe-delete-ignore-read-errors";

pub(super) async fn delete(call: Call, request_body: net::Body) -> Result<Response, Status> {
    let output = negotiate::output(&call.headers, &call.query, Route::Object)?;
    let view = View::new(&call, output);
    let options = read_options(&call, body::read(&call, "delete", request_body).await?).await?;
    if options.ignore_store_read_error == Some(true) {
        may_delete_unread(&call)?;
    }
    let orphans = orphans_warning(&call, &options);
    let asked_to_cascade = options.orphan_dependents == Some(false);
    call.told.set(orphans.as_slice());
    let (deleted, mut warnings) = run(&call, &call.namespace, &call.name, options).await?;
    warnings.splice(0..0, orphans);
    let code = match &deleted {
        Deleted::Pending(_) if asked_to_cascade => StatusCode::ACCEPTED,
        _ => StatusCode::OK,
    };
    match deleted {
        Deleted::Emptied => respond::object(&view, code, Source::Tree(&view.empty(), 0), &warnings),
        Deleted::Pending(stored) => respond::object(&view, code, stored.source(), &warnings),
        Deleted::Gone(stored) if returns_object(&call) => respond::object(&view, code, stored.source(), &warnings),
        Deleted::Gone(stored) => Ok(respond::status_with(&success(&call, &stored), output, &warnings)),
    }
}

/// Deleting what storage cannot read passes finalizers and preconditions by, and so needs a permission of its own.
fn may_delete_unread(call: &Call) -> Result<(), Status> {
    let User { name, uid, groups, extra } = call.user.clone();
    let gvr = &call.endpoint.gvr;
    let attributes = Attributes {
        user: &Identity { name, uid, groups, extra },
        verb: UNSAFE_VERB,
        namespace: &call.namespace,
        group: &gvr.group,
        version: &gvr.version,
        resource: &gvr.resource,
        subresource: "",
        name: &call.name,
        path: "",
        is_resource: true,
    };
    match call.server.authoriser.authorize(&attributes) {
        Decision::Allow => Ok(()),
        Decision::Deny { reason } | Decision::NoOpinion { reason } => {
            let why = format!("not permitted to do {}, reason: {reason}", quote(UNSAFE_VERB));
            Err(Status::forbidden(&call.hub.resource, &call.name, why))
        }
    }
}

/// What a client is told whose deletion leaves dependents behind without its having said so.
pub(super) fn orphans_warning(call: &Call, options: &DeleteOptions) -> Option<String> {
    match call.hub.behaviour.garbage {
        Garbage::Orphan(text) if !text.is_empty() => {
            (options.propagation_policy.is_none() && options.orphan_dependents.is_none()).then(|| text.to_owned())
        }
        _ => None,
    }
}

/// Whether the kind answers with the object that it deleted.
fn returns_object(call: &Call) -> bool {
    match call.hub.behaviour.deleted {
        Answer::Status => false,
        Answer::Object => true,
        Answer::ObjectIn(versions) => versions.contains(&call.endpoint.served.version),
    }
}

/// Deletes one object in a supervised task.
pub(super) async fn run(
    call: &Call,
    namespace: &str,
    name: &str,
    options: DeleteOptions,
) -> Result<(Deleted, Vec<String>), Status> {
    let mut owned = call.write(options.is_dry_run());
    namespace.clone_into(&mut owned.namespace);
    let name = name.to_owned();
    let task = async move {
        let mut write = owned.borrow(Vec::new());
        write.mutate(Operation::Delete, &name, None, None).await?;
        let deleted = store_delete(&mut write, &name, &options).await?;
        Ok((deleted, write.warnings))
    };
    supervise::run(call, task).await
}

/// Options from the body when there is one, else from the query.
pub(super) async fn read_options(call: &Call, bytes: Bytes) -> Result<DeleteOptions, Status> {
    let mut options = decode_options(call, bytes).await?;
    if !(call.server.world.gates)(gates::UNSAFE_DELETION) {
        options.ignore_store_read_error = None;
    }
    options.validate()?;
    Ok(options)
}

async fn decode_options(call: &Call, bytes: Bytes) -> Result<DeleteOptions, Status> {
    if bytes.is_empty() {
        return DeleteOptions::from_query(&call.query);
    }
    match negotiate::input(&call.headers)? {
        Format::Json => crate::delete_options::decode(bytes),
        Format::Yaml => {
            let converted = body::yaml_to_json(call, &bytes).await?.map_err(|e| Status::bad_request(e.to_string()))?;
            crate::delete_options::decode(converted.json.into())
        }
        Format::Protobuf => crate::delete_options::decode_protobuf(&bytes),
    }
}

/// What a client gets of an object that is gone.
fn success(call: &Call, stored: &Stored) -> Status {
    Status::success(Some(Details {
        name: metadata::name(&stored.tree).to_owned(),
        group: call.endpoint.gvr.group.clone(),
        kind: call.endpoint.gvr.resource.clone(),
        uid: metadata::uid(&stored.tree).to_owned(),
        ..Details::default()
    }))
}
