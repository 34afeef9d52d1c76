//! StorageObjectInUseProtection: claims, volumes and attribute classes get a finalizer that a controller takes away once nobody uses
//! them. Source: upstream `plugin/pkg/admission/storage/storageobjectinuseprotection/admission.go`.

use kinds::strategy::Operation;
use object::Tree;

use crate::{Attributes, Done, Lookup};

const FINALIZERS: &[&str] = &["metadata", "finalizers"];

/// The finalizer of a kind; none for kinds that get none.
fn finalizer(a: &Attributes<'_>) -> Option<&'static str> {
    if a.is("", "persistentvolumes") {
        Some("kubernetes.io/pv-protection")
    } else if a.is("", "persistentvolumeclaims") {
        Some("kubernetes.io/pvc-protection")
    } else if a.is("storage.k8s.io", "volumeattributesclasses") {
        Some("kubernetes.io/vac-protection")
    } else {
        None
    }
}

pub(crate) fn applies(a: &Attributes<'_>) -> bool {
    a.operation == Operation::Create && finalizer(a).is_some()
}

pub(crate) fn mutate<'a>(object: &'a mut Tree, a: &'a Attributes<'a>, _: &'a dyn Lookup) -> Done<'a> {
    if let Some(finalizer) = finalizer(a)
        && !object.items(FINALIZERS).any(|have| have.as_str() == Some(finalizer))
    {
        object.push_str(FINALIZERS, finalizer);
    }
    Box::pin(std::future::ready(Ok(())))
}
