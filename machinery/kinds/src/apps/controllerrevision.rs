//! ControllerRevision: its data is a JSON object that never changes. Source: upstream
//! `pkg/registry/apps/controllerrevision/strategy.go`, `pkg/apis/apps/validation/validation.go`.

use crate::prepare::creating;
use crate::strategy::{Behaviour, Ctx, Strategy};
use crate::validate::{immutable, not_negative, show};
use meta::field::{FieldError, FieldErrors, Path};
use object::{NodeRef, Tree};

/// `controllerrevisions` in apps.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "apps",
    plural: "controllerrevisions",
    main: Strategy { validate, ..Strategy::PLAIN },
    ..Behaviour::PLAIN
};

const DATA: &[&str] = &["data"];

fn validate(tree: &Tree, ctx: &mut Ctx<'_>) -> FieldErrors {
    let data = Path::new("data");
    let mut errors: FieldErrors = not_negative(&Path::new("revision"), tree.i64(&["revision"])).into_iter().collect();
    if let Some(old) = ctx.old.filter(|_| !creating(ctx)) {
        errors.extend(immutable(tree, old, DATA, &data, show));
        return errors;
    }
    match tree.at(DATA).and_then(NodeRef::raw) {
        None | Some(b"null") => errors.push(FieldError::required(&data, "data is mandatory")),
        Some([b'{', ..]) => {}
        Some(_) => errors.push(FieldError::required(&data, "data must be a valid JSON object")),
    }
    errors
}
