//! DefaultIngressClass: a new Ingress that names no class gets the default one.
//! Source: upstream `plugin/pkg/admission/network/defaultingressclass/admission.go`.

use kinds::strategy::Operation;
use meta::GroupResource;
use object::Tree;

use crate::class::{annotation, default_class};
use crate::{Attributes, Done, Lookup};

/// The word for a class before there was a field for it.
const OLD_CLASS: &str = "kubernetes.io/ingress.class";
const IS_DEFAULT: [&str; 1] = ["ingressclass.kubernetes.io/is-default-class"];
const CLASS: &[&str] = &["spec", "ingressClassName"];

pub(crate) fn applies(a: &Attributes<'_>) -> bool {
    a.operation == Operation::Create && a.is("networking.k8s.io", "ingresses")
}

pub(crate) fn mutate<'a>(ingress: &'a mut Tree, _: &'a Attributes<'a>, lookup: &'a dyn Lookup) -> Done<'a> {
    Box::pin(async move {
        if ingress.at(CLASS).is_some() || annotation(ingress, OLD_CLASS).is_some() {
            return Ok(());
        }
        let classes = GroupResource::of("networking.k8s.io", "ingressclasses");
        if let Some(class) = default_class(lookup, classes, &IS_DEFAULT).await? {
            ingress.set_str(CLASS, &class);
        }
        Ok(())
    })
}
