//! Namespace: active on create, with the `kubernetes` finalizer in spec that only the finalize endpoint can take off; deleting it
//! only marks it, and the namespace controller empties it. Every namespace carries its own name as a label. Source: upstream
//! `pkg/registry/core/namespace/strategy.go`, `pkg/registry/core/namespace/storage/storage.go`,
//! `pkg/apis/core/validation/validation.go`.

use crate::prepare::{self, creating, keep, text};
use crate::strategy::{Behaviour, Ctx, Deleted, NameRule, Reset, Strategy, Termination};
use meta::field::{FieldError, FieldErrors, Path, Value};
use meta::name;
use object::Tree;

/// `namespaces`.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "",
    plural: "namespaces",
    name: NameRule::Label,
    main: Strategy {
        prepare: prepare_main,
        validate: |tree, ctx| if creating(ctx) { validate_finalizers(tree, false) } else { FieldErrors::new() },
        canonicalise: label_with_name,
        reset: Reset::Fields(&["status"]),
        ..Strategy::PLAIN
    },
    subresources: &[
        (
            "finalize",
            Strategy {
                prepare: prepare::own_status,
                validate: |tree, _| validate_finalizers(tree, true),
                canonicalise: label_with_name,
                reset: Reset::Fields(&["status"]),
                ..Strategy::PLAIN
            },
        ),
        ("status", Strategy { validate: validate_phase, canonicalise: label_with_name, ..prepare::STATUS_ENDPOINT }),
    ],
    deleted: Deleted::Object,
    termination: Some(Termination { begin: |tree, _| tree.set_str(PHASE, "Terminating"), held: has_finalizers }),
    ..Behaviour::PLAIN
};

const PHASE: &[&str] = &["status", "phase"];
const FINALIZERS: &[&str] = &["spec", "finalizers"];
pub(super) const NAME_LABEL: &str = "kubernetes.io/metadata.name";
/// Finalizers that need no domain.
const STANDARD: [&str; 3] = ["kubernetes", "orphan", "foregroundDeletion"];

fn prepare_main(tree: &mut Tree, ctx: &mut Ctx<'_>) {
    prepare::own_status(tree, ctx);
    if !creating(ctx) {
        keep(tree, ctx, FINALIZERS);
        return;
    }
    tree.set_str(PHASE, "Active");
    if !tree.items(FINALIZERS).any(|finalizer| finalizer.as_str() == Some("kubernetes")) {
        tree.push_str(FINALIZERS, "kubernetes");
    }
}

fn has_finalizers(tree: &Tree) -> bool {
    tree.items(FINALIZERS).next().is_some()
}

fn label_with_name(tree: &mut Tree) {
    let name = text(tree, &["metadata", "name"]).to_owned();
    tree.set_str(&["metadata", "labels", NAME_LABEL], &name);
}

fn validate_finalizers(tree: &Tree, indexed: bool) -> FieldErrors {
    let list = Path::new("spec").child("finalizers");
    let mut errors = FieldErrors::new();
    for (i, finalizer) in tree.items(FINALIZERS).enumerate() {
        let finalizer = finalizer.as_str().unwrap_or_default();
        let path = if indexed { list.index(i) } else { list.clone() };
        errors.extend(name::qualified_name(finalizer).into_iter().map(|text| FieldError::invalid(&path, finalizer, text)));
        if !finalizer.contains('/') && !STANDARD.contains(&finalizer) {
            let detail = "name is neither a standard finalizer name nor is it fully qualified";
            errors.push(FieldError::invalid(&path, finalizer, detail));
        }
    }
    errors
}

fn validate_phase(tree: &Tree, _ctx: &mut Ctx<'_>) -> FieldErrors {
    let phase = text(tree, PHASE);
    let (wanted, detail) = if tree.at(&["metadata", "deletionTimestamp"]).is_none() {
        ("Active", "may only be 'Active' if `deletionTimestamp` is empty")
    } else {
        ("Terminating", "may only be 'Terminating' if `deletionTimestamp` is not empty")
    };
    if phase == wanted {
        return FieldErrors::new();
    }
    // Upstream names the Go field here, with its capital.
    vec![FieldError::invalid(&Path::new("status").child("Phase"), Value::named(phase), detail)]
}
