//! Building blocks of `prepare` functions: what most kinds do to status, spec, metadata and generation on create and update
//! (upstream `pkg/registry/*/*/strategy.go`). Kinds combine them; nothing here knows a kind. They run on the hub version, after
//! the caller has set `metadata.generation` to the old object's on update.

use crate::edit;
use crate::strategy::{Ctx, Operation, Reset, Strategy};
use object::schema::Shape;
use object::{Kind, NodeRef, Tree};

/// A path of JSON names.
pub type Path = &'static [&'static str];

const STATUS: Path = &["status"];
const SPEC: Path = &["spec"];
const GENERATION: Path = &["metadata", "generation"];

/// What `metav1.ResetObjectMetaForStatus` takes from the stored object on a status update.
const META_FOR_STATUS: [Path; 7] = [
    &["metadata", "deletionTimestamp"],
    &["metadata", "generation"],
    &["metadata", "selfLink"],
    &["metadata", "labels"],
    &["metadata", "annotations"],
    &["metadata", "finalizers"],
    &["metadata", "ownerReferences"],
];

/// A kind with status and generation: status is reset on create and kept on update; generation starts at 1 and moves with spec.
pub const SPEC_AND_STATUS: Strategy = Strategy {
    prepare: |tree, ctx| {
        own_status(tree, ctx);
        generation(tree, ctx, &[SPEC]);
    },
    reset: Reset::Fields(&["status"]),
    ..Strategy::PLAIN
};

/// A kind with status and without generation.
pub const STATUS_ONLY: Strategy = Strategy { prepare: own_status, reset: Reset::Fields(&["status"]), ..Strategy::PLAIN };

/// A kind without status whose generation moves with spec.
pub const SPEC_ONLY: Strategy = Strategy { prepare: |tree, ctx| generation(tree, ctx, &[SPEC]), ..Strategy::PLAIN };

/// The status endpoint of older kinds: spec cannot be changed, metadata can.
pub const STATUS_ENDPOINT: Strategy =
    Strategy { prepare: |tree, ctx| keep(tree, ctx, SPEC), reset: Reset::Fields(&["spec"]), ..Strategy::PLAIN };

/// The status endpoint of newer kinds: neither spec nor metadata can be changed.
pub const STATUS_ENDPOINT_META: Strategy = Strategy {
    prepare: |tree, ctx| {
        keep(tree, ctx, SPEC);
        keep_meta_for_status(tree, ctx);
    },
    reset: Reset::Fields(&["metadata", "spec"]),
    ..Strategy::PLAIN
};

/// Whether a new object is being made.
#[must_use]
pub fn creating(ctx: &Ctx<'_>) -> bool {
    ctx.operation == Operation::Create || ctx.old.is_none()
}

/// Status belongs to the server: nothing on create, the old one on update.
pub fn own_status(tree: &mut Tree, ctx: &mut Ctx<'_>) {
    keep(tree, ctx, STATUS);
}

/// Puts the old object's value in place of the new one's; removes it on create and where the old object has none.
pub fn keep(tree: &mut Tree, ctx: &Ctx<'_>, path: &[&str]) {
    let old = if creating(ctx) { None } else { ctx.old };
    edit::put(tree, path, old.and_then(|old| old.at(path)));
}

/// Takes the old object's value where the new one has none.
pub fn keep_if_absent(tree: &mut Tree, ctx: &Ctx<'_>, path: &[&str]) {
    if tree.at(path).is_some_and(|value| !is_zero(value)) {
        return;
    }
    if let Some(value) = ctx.old.and_then(|old| old.at(path)) {
        tree.graft(path, value);
    }
}

/// Takes from the old object the metadata that a status update may not change.
pub fn keep_meta_for_status(tree: &mut Tree, ctx: &mut Ctx<'_>) {
    for path in META_FOR_STATUS {
        keep(tree, ctx, path);
    }
}

/// Generation: 1 on create; one more than the old object's on update when one of the watched values changed. Upstream compares a few
/// kinds with `reflect.DeepEqual`; there an empty list differs from an absent one, which trees do not tell apart.
pub fn generation(tree: &mut Tree, ctx: &mut Ctx<'_>, watched: &[Path]) {
    match ctx.old {
        Some(old) if !creating(ctx) => {
            if watched.iter().any(|path| changed(tree, old, path)) {
                bump(tree, old);
            }
        }
        _ => tree.set_i64(GENERATION, 1),
    }
}

/// Sets generation to one more than the old object's.
pub fn bump(tree: &mut Tree, old: &Tree) {
    tree.set_i64(GENERATION, old.i64(GENERATION).unwrap_or_default().saturating_add(1));
}

/// Whether a value differs between two objects of one kind, as `equality.Semantic.DeepEqual` sees it.
#[must_use]
pub fn changed(tree: &Tree, old: &Tree, path: &[&str]) -> bool {
    match (tree.at(path), old.at(path)) {
        (Some(new), Some(old)) => !new.equals(old),
        (Some(one), None) | (None, Some(one)) => !is_zero(one),
        (None, None) => false,
    }
}

/// Whether a present value is as good as an absent one: Go's zero value of its type, or an empty list or map.
#[must_use]
pub fn is_zero(node: NodeRef<'_>) -> bool {
    match node.kind() {
        Kind::Null => true,
        Kind::List | Kind::Map => node.is_empty(),
        _ if node.ty().pointer => false,
        Kind::Struct => node.fields().all(|(_, field)| is_zero(field)),
        Kind::Bool => node.as_bool() == Some(false),
        Kind::Int => node.as_i64() == Some(0),
        Kind::Float => node.as_f64() == Some(0.0),
        Kind::Str if node.ty().shape == Shape::Quantity => node.as_str() == Some("0"),
        // The text form of IntOrString is never its zero value, which is the number 0.
        Kind::Str => node.ty().shape != Shape::IntOrString && node.as_str() == Some(""),
        Kind::Raw | Kind::Key => false,
    }
}

/// Text under a path; empty where there is none, as in Go.
#[must_use]
pub fn text<'t>(tree: &'t Tree, path: &[&str]) -> &'t str {
    tree.str(path).unwrap_or_default()
}
