//! PersistentVolumeClaimResize: only a bound claim may grow, and only where its storage class allows it.
//! Source: upstream `plugin/pkg/admission/storage/persistentvolume/resize/admission.go`.

use kinds::strategy::Operation;
use meta::quantity::Quantity;
use object::Tree;

use crate::class::annotation;
use crate::default_storage_class::{CLASS, OLD_CLASS, classes};
use crate::{Attributes, Done, Lookup};

pub(crate) fn applies(a: &Attributes<'_>) -> bool {
    a.operation == Operation::Update && a.is("", "persistentvolumeclaims")
}

pub(crate) fn validate<'a>(claim: &'a Tree, a: &'a Attributes<'a>, lookup: &'a dyn Lookup) -> Done<'a> {
    Box::pin(async move {
        let Some(old) = a.old.filter(|old| size(claim) > size(old)) else { return Ok(()) };
        if old.str(&["status", "phase"]) != Some("Bound") {
            return Err(a.forbidden(Some(claim), "Only bound persistent volume claims can be expanded"));
        }
        let name = class(claim);
        let same = !name.is_empty() && name == class(old);
        if same && allows_growth(lookup, name).await {
            return Ok(());
        }
        let why =
            "only dynamically provisioned pvc can be resized and the storageclass that provisions the pvc must support resize";
        Err(a.forbidden(Some(claim), why))
    })
}

/// A class that cannot be read allows nothing.
async fn allows_growth(lookup: &dyn Lookup, class: &str) -> bool {
    lookup.get(&classes(), "", class).await.is_ok_and(|class| class.bool(&["allowVolumeExpansion"]) == Some(true))
}

/// What is asked for; zero where that cannot be read.
fn size(claim: &Tree) -> Quantity {
    let text = claim.str(&["spec", "resources", "requests", "storage"]).unwrap_or("0");
    Quantity::parse(text).unwrap_or_default()
}

fn class(claim: &Tree) -> &str {
    annotation(claim, OLD_CLASS).or_else(|| claim.str(CLASS)).unwrap_or_default()
}
