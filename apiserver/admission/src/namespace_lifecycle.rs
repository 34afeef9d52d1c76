//! NamespaceLifecycle: nothing is created in a namespace that does not exist or is going, and the namespaces that the cluster lives in
//! stay. Source: apiserver `pkg/admission/plugin/namespace/lifecycle/admission.go`.

use kinds::strategy::Operation;
use meta::status::{Cause, Status};
use sys::BoxFuture;

use crate::{Attributes, Lookup};

/// Namespaces that may not be deleted.
const IMMORTAL: [&str; 3] = ["default", "kube-system", "kube-public"];

/// Reviews say nothing about namespaces: the answer would leak whether they exist.
const REVIEWS: [&str; 1] = ["localsubjectaccessreviews"];

pub(crate) fn check<'a>(attributes: &'a Attributes<'a>, lookup: &'a dyn Lookup) -> BoxFuture<'a, Result<(), Status>> {
    Box::pin(async move {
        let a = attributes;
        let is_namespace = a.resource.group.is_empty() && a.resource.resource == "namespaces";
        if is_namespace {
            if a.operation == Operation::Delete && IMMORTAL.contains(&a.name) {
                return Err(Status::forbidden(a.resource, a.name, "this namespace may not be deleted"));
            }
            return Ok(());
        }
        if a.namespace.is_empty() || a.operation != Operation::Create || REVIEWS.contains(&a.resource.resource.as_ref()) {
            return Ok(());
        }
        let namespace = lookup.namespace(a.namespace).await?;
        if namespace.str(&["status", "phase"]) != Some("Terminating") {
            return Ok(());
        }
        let reason = format!("unable to create new content in namespace {} because it is being terminated", a.namespace);
        Err(a.forbidden(&reason).with_cause(Cause {
            reason: "NamespaceTerminating".into(),
            message: format!("namespace {} is being terminated", a.namespace),
            field: "metadata.namespace".into(),
        }))
    })
}
