//! DefaultStorageClass: a new claim that names no storage class gets the default one. The empty name is a name.
//! Source: upstream `plugin/pkg/admission/storage/storageclass/setdefault/admission.go`.

use kinds::strategy::Operation;
use meta::GroupResource;
use object::Tree;

use crate::class::{annotation, default_class};
use crate::{Attributes, Done, Lookup};

/// The word for a class before there was a field for it.
pub(crate) const OLD_CLASS: &str = "volume.beta.kubernetes.io/storage-class";
pub(crate) const CLASS: &[&str] = &["spec", "storageClassName"];
const IS_DEFAULT: [&str; 2] = ["storageclass.kubernetes.io/is-default-class", "storageclass.beta.kubernetes.io/is-default-class"];

/// Storage classes.
pub(crate) fn classes() -> GroupResource {
    GroupResource::of("storage.k8s.io", "storageclasses")
}

pub(crate) fn applies(a: &Attributes<'_>) -> bool {
    a.operation == Operation::Create && a.is("", "persistentvolumeclaims")
}

pub(crate) fn mutate<'a>(claim: &'a mut Tree, _: &'a Attributes<'a>, lookup: &'a dyn Lookup) -> Done<'a> {
    Box::pin(async move {
        if claim.at(CLASS).is_some() || annotation(claim, OLD_CLASS).is_some() {
            return Ok(());
        }
        if let Some(class) = default_class(lookup, classes(), &IS_DEFAULT).await? {
            claim.set_str(CLASS, &class);
        }
        Ok(())
    })
}
