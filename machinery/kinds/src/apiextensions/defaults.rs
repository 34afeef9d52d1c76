//! Defaults of group apiextensions.k8s.io. Source: upstream `apiextensions-apiserver/pkg/apis/apiextensions/v1/defaults.go`.

use crate::defaults::{Rules, number, text, unset};
use crate::id;
use crate::strategy::Ctx;
use object::{NodeMut, NodeRef};

pub(crate) const RULES: Rules = &[
    (id::APIEXTENSIONS_V1_CUSTOM_RESOURCE_DEFINITION, stored_version),
    (id::APIEXTENSIONS_V1_CUSTOM_RESOURCE_DEFINITION_SPEC, names_and_conversion),
    (id::APIEXTENSIONS_V1_SERVICE_REFERENCE, |service, _| number(service, &["port"], 443)),
];

fn stored_version(crd: &mut NodeMut<'_>, _: &Ctx<'_>) {
    const STORED: &[&str] = &["status", "storedVersions"];
    if !unset(crd, STORED) {
        return;
    }
    let is_storage = |version: &NodeRef<'_>| version.field("storage").and_then(NodeRef::as_bool) == Some(true);
    let versions = crd.get().at(&["spec", "versions"]);
    let storage = versions
        .and_then(|list| list.items().find(is_storage))
        .map(|version| version.str(&["name"]).unwrap_or_default().to_owned());
    if let Some(name) = storage
        && let Some(mut list) = crd.reborrow().make(STORED)
    {
        list.push_str(&name);
    }
}

fn names_and_conversion(spec: &mut NodeMut<'_>, _: &Ctx<'_>) {
    let kind = spec.get().str(&["names", "kind"]).unwrap_or_default().to_owned();
    if !kind.is_empty() {
        text(spec, &["names", "singular"], &kind.to_lowercase());
        text(spec, &["names", "listKind"], &format!("{kind}List"));
    }
    if unset(spec, &["conversion"]) {
        spec.set_str(&["conversion", "strategy"], "None");
    }
}
