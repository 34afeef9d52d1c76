//! POST of a Binding, at `bindings` or at a pod's own `binding`: the scheduler's last step, which gives a pod its node. What it does to
//! the pod is `kinds::core::pod::assign`'s. Source: upstream `pkg/registry/core/pod/storage/storage.go` (BindingREST).

use http::StatusCode;
use kinds::core::pod::assign;
use kinds::strategy::{Operation, Strategy};
use kinds::{id, table};
use meta::Gvk;
use meta::gvk::GroupResource;
use meta::options::WriteOptions;
use meta::status::{Body, Outcome, Status};
use object::Tree;

use super::{Call, body, supervise};
use crate::exchange::Response;
use crate::negotiate::{self, Route};
use crate::registry::hub::Form;
use crate::registry::update::{Conditions, update as store_change};
use crate::{metadata, respond};

/// The pod is changed directly: nothing of what a client's update of a pod means happens here.
pub(super) static DIRECT: Strategy = Strategy::PLAIN;

/// The subresource of pods under which bindings run, whichever path they came by.
pub(super) const SUBRESOURCE: &str = "binding";

pub(super) async fn bind(call: Call, request_body: net::Body) -> Result<Response, Status> {
    let output = negotiate::output(&call.headers, &call.query, Route::Document)?;
    let format = negotiate::input(&call.headers)?;
    let bytes = body::read(&call, "create", request_body).await?;
    let options = WriteOptions::from_query(&call.query);
    options.validate_create()?;
    let form = Form { gvk: Gvk::of("", "v1", "Binding"), schema: table::schema(id::CORE_V1_BINDING) };
    let mut warnings = Vec::new();
    let mut binding = body::decode(&call, &form, format, bytes, options.field_validation(), &mut warnings).await?;
    call.hub.bind_namespace(&call.namespace, &mut binding)?;
    let name = pod_name(&call, &binding)?;
    let owned = call.write(options.is_dry_run());
    let task = async move {
        let write = owned.borrow(warnings);
        write.mutate(Operation::Create, &name, Some(&mut binding), None).await?;
        if let Some(complaint) = assign::complaint(&binding) {
            return Err(Status::unmapped(complaint));
        }
        write.admit(Operation::Create, &name, &binding, None).await?;
        let mut write = write.unasked();
        let now = write.world.now();
        let mut change = |old: Option<&Tree>, revision: u64| {
            let Some(old) = old else { return Err(Status::not_found(&owned.hub.resource, &name)) };
            check_revision(&owned, &binding, &name, revision)?;
            let mut pod = old.clone();
            let taken = GroupResource::of("", "pods/binding");
            assign::assign(&mut pod, &binding, now).map_err(|why| Status::conflict(&taken, &name, why))?;
            Ok(pod)
        };
        let uid = metadata::uid(&binding);
        let conditions = Conditions { uid: (!uid.is_empty()).then_some(uid), force_create: false };
        store_change(&mut write, &name, &conditions, &mut change).await?;
        Ok(write.warnings)
    };
    let warnings = supervise::run(&call, task).await?;
    let done = Body { outcome: Outcome::Success, code: 201, ..Body::default() };
    let mut response = respond::status_with(&Status::from_body(done), output, &warnings);
    *response.status_mut() = StatusCode::CREATED;
    Ok(response)
}

/// The pod that is meant: that of the path, which the Binding must name too, or the Binding's own.
fn pod_name(call: &Call, binding: &Tree) -> Result<String, Status> {
    let named = metadata::name(binding);
    match (call.name.as_str(), named) {
        ("", "") => Err(Status::bad_request("Name parameter required.")),
        ("", name) => Ok(name.to_owned()),
        (path, name) if path == name => Ok(path.to_owned()),
        _ => Err(Status::bad_request("name in URL does not match name in Binding object")),
    }
}

/// A Binding may say of which revision of the pod it speaks.
fn check_revision(owned: &super::OwnedWrite, binding: &Tree, name: &str, have: u64) -> Result<(), Status> {
    let want = metadata::resource_version(binding);
    if want.is_empty() || want == have.to_string() {
        return Ok(());
    }
    let why = format!("Precondition failed: ResourceVersion in precondition: {want}, ResourceVersion in object meta: {have}");
    Err(owned.hub.unlike_stored(&owned.namespace, name, &why))
}
