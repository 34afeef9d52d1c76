//! CustomResourceDefinition: named `<plural>.<group>`; the version to be stored is noted in status as soon as it is asked for;
//! deletion waits for the finalizer that empties the resource. The status endpoint takes metadata as sent: upstream meant to reset
//! it and resets it to itself. Source: upstream `apiextensions-apiserver/pkg/registry/customresourcedefinition/strategy.go`,
//! `.../etcd.go`, `apiextensions-apiserver/pkg/apis/apiextensions/{helpers.go,validation/validation.go}`.

use crate::edit;
use crate::prepare::{self, text};
use crate::strategy::{Behaviour, Ctx, NameRule, Strategy, Termination, Unconditional};
use meta::name::{self, Complaints};
use object::Tree;

/// `customresourcedefinitions` in apiextensions.k8s.io.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "apiextensions.k8s.io",
    plural: "customresourcedefinitions",
    name: NameRule::Own(name_rule),
    main: Strategy { prepare: prepare_main, allow_unconditional_update: Unconditional::Never, ..prepare::SPEC_AND_STATUS },
    subresources: &[("status", Strategy { allow_unconditional_update: Unconditional::Never, ..prepare::STATUS_ENDPOINT })],
    termination: Some(Termination { begin: begin_termination, held: |_| false }),
    ..Behaviour::PLAIN
};

const STORED: &[&str] = &["status", "storedVersions"];
const FINALIZERS: &[&str] = &["metadata", "finalizers"];
const CONDITIONS: &[&str] = &["status", "conditions"];
const CLEANUP: &str = "customresourcecleanup.apiextensions.k8s.io";

fn prepare_main(tree: &mut Tree, ctx: &mut Ctx<'_>) {
    (prepare::SPEC_AND_STATUS.prepare)(tree, ctx);
    let is_storage = |version: &object::NodeRef<'_>| version.at(&["storage"]).and_then(|flag| flag.as_bool()) == Some(true);
    let storage =
        tree.items(&["spec", "versions"]).find(is_storage).and_then(|version| version.str(&["name"])).map(str::to_owned);
    if let Some(storage) = storage
        && !tree.items(STORED).any(|stored| stored.as_str() == Some(&storage))
    {
        tree.push_str(STORED, &storage);
    }
}

fn name_rule(name: &str, prefix: bool, crd: &Tree, _ctx: &Ctx<'_>) -> Complaints {
    let mut out = name::is_subdomain(name, prefix);
    if name != format!("{}.{}", text(crd, &["spec", "names", "plural"]), text(crd, &["spec", "group"])) {
        out.push("must be spec.names.plural+\".\"+spec.group".into());
    }
    out
}

fn begin_termination(tree: &mut Tree, ctx: &mut Ctx<'_>) {
    if !tree.items(FINALIZERS).any(|finalizer| finalizer.as_str() == Some(CLEANUP)) {
        tree.push_str(FINALIZERS, CLEANUP);
    }
    let found = tree.items(CONDITIONS).position(|condition| condition.str(&["type"]) == Some("Terminating"));
    let at = found.map_or_else(|| edit::push(tree, CONDITIONS), |at| at.to_string());
    let field = |name| ["status", "conditions", at.as_str(), name];
    if tree.str(&field("status")) != Some("True") {
        edit::time(tree, &field("lastTransitionTime"), ctx.now);
    }
    tree.set_str(&field("type"), "Terminating");
    tree.set_str(&field("status"), "True");
    tree.set_str(&field("reason"), "InstanceDeletionPending");
    tree.set_str(&field("message"), "CustomResourceDefinition marked for deletion; CustomResource deletion will begin soon");
}
