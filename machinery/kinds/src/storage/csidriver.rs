//! CSIDriver: generation is not set on create, but moves with spec; writes must carry a resourceVersion; how volumes are attached and
//! live cannot change. Source: upstream `pkg/registry/storage/csidriver/strategy.go`, `pkg/apis/storage/validation/validation.go`.

use crate::prepare::{self, changed, creating};
use crate::strategy::{Behaviour, Ctx, Deleted, Strategy, Unconditional};
use crate::validate::{each, immutable, int, one_of, show, str};
use meta::field::{FieldError, FieldErrors, Path};
use object::Tree;
use std::collections::BTreeSet;

/// `csidrivers` in storage.k8s.io.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "storage.k8s.io",
    plural: "csidrivers",
    main: Strategy {
        prepare: prepare_driver,
        validate,
        warn,
        allow_unconditional_update: Unconditional::Never,
        ..Strategy::PLAIN
    },
    deleted: Deleted::Object,
    ..Behaviour::PLAIN
};

const TOKENS: &[&str] = &["spec", "tokenRequests"];
const IN_SECRETS: &[&str] = &["spec", "serviceAccountTokenInSecrets"];
const MODES: [&str; 2] = ["Persistent", "Ephemeral"];
/// Shortest life of a token, in seconds, and the longest.
const SHORTEST: i64 = 600;
const LONGEST: i64 = 1 << 32;
/// Least seconds between updates of what a node can take.
const LEAST_PERIOD: i64 = 10;

fn prepare_driver(tree: &mut Tree, ctx: &mut Ctx<'_>) {
    if !creating(ctx) {
        prepare::generation(tree, ctx, &[&["spec"]]);
    }
}

fn validate(tree: &Tree, ctx: &mut Ctx<'_>) -> FieldErrors {
    let spec = Path::new("spec");
    let mut errors = FieldErrors::new();
    // Upstream misspells the first one.
    for (field, named) in
        [("attachRequired", "attachedRequired"), ("podInfoOnMount", "podInfoOnMount"), ("storageCapacity", "storageCapacity")]
    {
        if tree.at(&["spec", field]).is_none() {
            errors.push(FieldError::required(&spec.child(named), ""));
        }
    }
    if let Some(policy) = tree.str(&["spec", "fsGroupPolicy"]) {
        errors.extend(one_of(&spec.child("fsGroupPolicy"), policy, &["File", "None", "ReadWriteOnceWithFSType"]));
    }
    validate_tokens(tree, &spec, &mut errors);
    for mode in tree.items(&["spec", "volumeLifecycleModes"]).filter_map(|mode| mode.as_str()) {
        errors.extend(one_of(&spec.child("volumeLifecycleModes"), mode, &MODES));
    }
    if let Some(period) = tree.i64(&["spec", "nodeAllocatableUpdatePeriodSeconds"]).filter(|period| *period < LEAST_PERIOD) {
        let path = spec.child("nodeAllocatableUpdatePeriodSeconds");
        errors.push(FieldError::invalid(&path, period, "must be greater than or equal to 10 seconds"));
    }
    if let Some(in_secrets) = tree.bool(IN_SECRETS).filter(|_| tree.items(TOKENS).next().is_none()) {
        let complaint = "serviceAccountTokenInSecrets is set but no tokenRequests are specified";
        errors.push(FieldError::invalid(&spec.child("serviceAccountTokenInSecrets"), in_secrets, complaint));
    }
    if let Some(old) = ctx.old.filter(|_| !creating(ctx)) {
        errors.extend(immutable(tree, old, &["spec", "attachRequired"], &spec.child("attachedRequired"), show));
        errors.extend(immutable(tree, old, &["spec", "volumeLifecycleModes"], &spec.child("volumeLifecycleModes"), show));
    }
    errors
}

fn validate_tokens(tree: &Tree, spec: &Path, errors: &mut FieldErrors) {
    let mut audiences = BTreeSet::new();
    let Some(node) = tree.at(&["spec"]) else { return };
    for (request, path) in each(node, "tokenRequests", spec) {
        let audience = str(request, &["audience"]);
        if !audiences.insert(audience) {
            errors.push(FieldError::duplicate(&path.child("audience"), audience));
            continue;
        }
        let Some(seconds) = int(request, &["expirationSeconds"]) else { continue };
        let path = path.child("expirationSeconds");
        if seconds < SHORTEST {
            errors.push(FieldError::invalid(&path, seconds, "may not specify a duration less than 10 minutes"));
        }
        if seconds > LONGEST {
            errors.push(FieldError::invalid(&path, seconds, "may not specify a duration larger than 2^32 seconds"));
        }
    }
}

fn warn(tree: &Tree, ctx: &mut Ctx<'_>) {
    let asks = tree.items(TOKENS).next().is_some() && ctx.old.is_none_or(|old| changed(tree, old, TOKENS));
    if asks && tree.at(IN_SECRETS).is_none() && ctx.on("CSIServiceAccountTokenSecrets") {
        ctx.warnings.push("spec.serviceAccountTokenInSecrets is unset; if supported by this CSI driver, set to true to prevent possible logging of tokens in volume attributes".to_owned());
    }
}
