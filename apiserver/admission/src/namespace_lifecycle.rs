//! NamespaceLifecycle: nothing is created in a namespace that does not exist or is going, and the namespaces that the cluster lives in
//! stay. Source: apiserver `pkg/admission/plugin/namespace/lifecycle/admission.go`.

use kinds::strategy::Operation;
use meta::GroupResource;
use meta::status::{Cause, Status};
use object::Tree;

use crate::{Attributes, Done, Lookup};

/// Namespaces that may not be deleted.
const IMMORTAL: [&str; 3] = ["default", "kube-system", "kube-public"];

/// Reviews say nothing about namespaces: the answer would leak whether they exist.
const REVIEWS: [&str; 1] = ["localsubjectaccessreviews"];

pub(crate) fn applies(a: &Attributes<'_>) -> bool {
    match a.operation {
        Operation::Delete => is_namespace(a),
        Operation::Create => !a.namespace.is_empty() && !is_namespace(a) && !REVIEWS.contains(&a.resource.resource.as_ref()),
        Operation::Update => false,
    }
}

fn is_namespace(a: &Attributes<'_>) -> bool {
    a.resource.group.is_empty() && a.resource.resource == "namespaces"
}

pub(crate) fn refuse<'a>(object: Option<&'a Tree>, a: &'a Attributes<'a>, lookup: &'a dyn Lookup) -> Done<'a> {
    Box::pin(async move {
        if a.operation == Operation::Delete {
            let stays = IMMORTAL.contains(&a.name);
            let refusal = || Status::forbidden(a.resource, a.name, "this namespace may not be deleted");
            return if stays { Err(refusal()) } else { Ok(()) };
        }
        let namespace = lookup.get(&GroupResource::of("", "namespaces"), "", a.namespace).await?;
        if namespace.str(&["status", "phase"]) != Some("Terminating") {
            return Ok(());
        }
        let reason = format!("unable to create new content in namespace {} because it is being terminated", a.namespace);
        Err(a.forbidden(object, &reason).with_cause(Cause {
            reason: "NamespaceTerminating".into(),
            message: format!("namespace {} is being terminated", a.namespace),
            field: "metadata.namespace".into(),
        }))
    })
}
