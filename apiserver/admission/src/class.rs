//! Classes that are the default of their kind: marked by an annotation, the newest wins. Shared by the plugins for storage and ingress
//! classes. Source: upstream `pkg/volume/util/storageclass.go`, `plugin/pkg/admission/network/defaultingressclass/admission.go`.

use meta::GroupResource;
use meta::status::Status;
use object::{NodeRef, Tree};

use crate::Lookup;

/// The name of the default class: among several the newest, then the first by name.
pub(crate) async fn default_class(
    lookup: &dyn Lookup,
    resource: GroupResource,
    annotations: &[&str],
) -> Result<Option<String>, Status> {
    let classes = lookup.list(&resource, "").await?;
    let marked = classes.iter().filter(|class| annotations.iter().any(|key| annotation(class, key) == Some("true")));
    // Times are all in one form, whose order is that of its texts.
    let newest = marked.min_by(|a, b| created(b).cmp(created(a)).then_with(|| name(a).cmp(name(b))));
    Ok(newest.map(|class| name(class).to_owned()))
}

/// An annotation of an object.
pub(crate) fn annotation<'t>(tree: &'t Tree, key: &str) -> Option<&'t str> {
    tree.at(&["metadata", "annotations", key]).and_then(NodeRef::as_str)
}

fn name(tree: &Tree) -> &str {
    tree.str(&["metadata", "name"]).unwrap_or_default()
}

fn created(tree: &Tree) -> &str {
    tree.str(&["metadata", "creationTimestamp"]).unwrap_or_default()
}
