//! APIService: named `<version>.<group>`; one that this server serves itself is available from the start. The status endpoint
//! keeps most metadata. Source: upstream `kube-aggregator/pkg/registry/apiservice/strategy.go`,
//! `kube-aggregator/pkg/apis/apiregistration/validation/validation.go`.

use crate::edit;
use crate::prepare::{self, creating, keep, text};
use crate::strategy::{Behaviour, Ctx, NameRule, Reset, Strategy, Unconditional};
use meta::name::{self, Complaints};
use meta::text::Quoted;
use object::Tree;

/// `apiservices` in apiregistration.k8s.io.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "apiregistration.k8s.io",
    plural: "apiservices",
    name: NameRule::Own(name_rule),
    main: Strategy { prepare: prepare_main, allow_unconditional_update: Unconditional::Never, ..prepare::STATUS_ONLY },
    subresources: &[(
        "status",
        Strategy {
            prepare: prepare_status,
            allow_unconditional_update: Unconditional::Never,
            reset: Reset::Fields(&["spec", "metadata"]),
            ..Strategy::PLAIN
        },
    )],
    ..Behaviour::PLAIN
};

fn prepare_main(tree: &mut Tree, ctx: &mut Ctx<'_>) {
    prepare::own_status(tree, ctx);
    if !creating(ctx) || tree.at(&["spec", "service"]).is_some() {
        return;
    }
    let at = edit::push(tree, &["status", "conditions"]);
    let field = |name| ["status", "conditions", at.as_str(), name];
    tree.set_str(&field("type"), "Available");
    tree.set_str(&field("status"), "True");
    edit::time(tree, &field("lastTransitionTime"), ctx.now);
    tree.set_str(&field("reason"), "Local");
    tree.set_str(&field("message"), "Local APIServices are always available");
}

fn prepare_status(tree: &mut Tree, ctx: &mut Ctx<'_>) {
    keep(tree, ctx, &["spec"]);
    for field in ["labels", "annotations", "finalizers", "ownerReferences"] {
        keep(tree, ctx, &["metadata", field]);
    }
}

fn name_rule(name: &str, _prefix: bool, service: &Tree, _ctx: &Ctx<'_>) -> Complaints {
    let complaints = name::path_segment(name);
    if !complaints.is_empty() {
        return complaints;
    }
    let required = format!("{}.{}", text(service, &["spec", "version"]), text(service, &["spec", "group"]));
    if name == required {
        return Complaints::new();
    }
    vec![format!("must be `spec.version+\".\"+spec.group`: {}", Quoted(&required)).into()]
}
