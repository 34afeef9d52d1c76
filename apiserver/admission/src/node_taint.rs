//! TaintNodesByCondition: a new node begins as not ready, so that nothing is placed on it before it says that it is.
//! Source: upstream `plugin/pkg/admission/nodetaint/admission.go`.

use kinds::strategy::Operation;
use object::{NodeRef, Tree};

use crate::{Attributes, Done, Lookup};

const TAINT: &str = "node.kubernetes.io/not-ready";
const EFFECT: &str = "NoSchedule";
const TAINTS: &[&str] = &["spec", "taints"];

pub(crate) fn applies(a: &Attributes<'_>) -> bool {
    a.operation == Operation::Create && a.is("", "nodes")
}

pub(crate) fn mutate<'a>(node: &'a mut Tree, _: &'a Attributes<'a>, _: &'a dyn Lookup) -> Done<'a> {
    let is_it = |taint: NodeRef<'_>| taint.str(&["key"]) == Some(TAINT) && taint.str(&["effect"]) == Some(EFFECT);
    if !node.items(TAINTS).any(is_it)
        && let Some(mut list) = node.make(TAINTS)
        && let Some(mut taint) = list.push()
    {
        taint.set_str(&["key"], TAINT);
        taint.set_str(&["effect"], EFFECT);
    }
    Box::pin(std::future::ready(Ok(())))
}
