//! Lease: PUT creates it; writes must carry a resourceVersion, or two holders could both win. The fields of coordinated leader
//! election are dropped while that is off. Source: upstream `pkg/registry/coordination/lease/strategy.go`,
//! `pkg/apis/coordination/validation/validation.go`.

use crate::prepare::text;
use crate::strategy::{Behaviour, Ctx, Strategy, Unconditional};
use crate::validate::{complain, not_negative};
use meta::field::{FieldError, FieldErrors, Path, Value};
use meta::name;
use object::Tree;

/// `leases` in coordination.k8s.io.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "coordination.k8s.io",
    plural: "leases",
    main: Strategy {
        prepare: drop_disabled,
        validate,
        allow_create_on_update: true,
        allow_unconditional_update: Unconditional::Never,
        ..Strategy::PLAIN
    },
    ..Behaviour::PLAIN
};

const STRATEGY: &[&str] = &["spec", "strategy"];
const PREFERRED: &[&str] = &["spec", "preferredHolder"];

fn drop_disabled(tree: &mut Tree, ctx: &mut Ctx<'_>) {
    if ctx.on("CoordinatedLeaderElection") {
        return;
    }
    for path in [STRATEGY, PREFERRED] {
        if ctx.old.is_none_or(|old| old.at(path).is_none()) {
            tree.remove(path);
        }
    }
}

fn validate(tree: &Tree, _ctx: &mut Ctx<'_>) -> FieldErrors {
    let spec = Path::new("spec");
    let mut errors = FieldErrors::new();
    if let Some(seconds) = tree.i64(&["spec", "leaseDurationSeconds"]).filter(|seconds| *seconds <= 0) {
        errors.push(FieldError::invalid(&spec.child("leaseDurationSeconds"), seconds, "must be greater than 0"));
    }
    errors.extend(not_negative(&spec.child("leaseTransitions"), tree.i64(&["spec", "leaseTransitions"])));
    if let Some(strategy) = tree.str(STRATEGY) {
        errors.extend(validate_strategy(strategy, &spec.child("strategy")));
    }
    if !text(tree, PREFERRED).is_empty() && text(tree, STRATEGY).is_empty() {
        errors.push(FieldError::forbidden(&spec.child("preferredHolder"), "may only be specified if `strategy` is defined"));
    }
    errors
}

/// How candidates are chosen between: a name of Kubernetes or one with a domain. Upstream names the field twice in the path.
pub(super) fn validate_strategy(strategy: &str, path: &Path) -> FieldErrors {
    let (path, shown) = (path.child("strategy"), Value::named(strategy));
    if strategy.contains('/') {
        return complain(&path, shown, name::qualified_name(strategy));
    }
    if strategy == "OldestEmulationVersion" {
        return FieldErrors::new();
    }
    vec![FieldError::not_supported(&path, shown, &["OldestEmulationVersion"])]
}
