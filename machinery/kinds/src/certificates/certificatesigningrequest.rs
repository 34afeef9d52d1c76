//! CertificateSigningRequest: the server writes who asked into spec, which then never changes; conditions come through the
//! approval endpoint, the certificate through status. Any path segment is a name. Source: upstream
//! `pkg/registry/certificates/certificates/strategy.go`, `pkg/apis/certificates/validation/validation.go`.

use crate::edit;
use crate::prepare::{creating, keep};
use crate::strategy::{Behaviour, Ctx, NameRule, Reset, Strategy};
use object::{NodeRef, Tree};

/// `certificatesigningrequests`.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "certificates.k8s.io",
    plural: "certificatesigningrequests",
    name: NameRule::Free,
    main: Strategy { prepare: prepare_main, reset: Reset::Fields(&["spec", "status"]), ..Strategy::PLAIN },
    subresources: &[
        (
            "approval",
            Strategy { prepare: prepare_approval, reset: Reset::Fields(&["spec", "status.certificate"]), ..Strategy::PLAIN },
        ),
        ("status", Strategy { prepare: prepare_status, reset: Reset::Fields(&["spec", "status.conditions"]), ..Strategy::PLAIN }),
    ],
    ..Behaviour::PLAIN
};

const SPEC: &[&str] = &["spec"];
const STATUS: &[&str] = &["status"];
const CONDITIONS: &[&str] = &["status", "conditions"];

fn prepare_main(tree: &mut Tree, ctx: &mut Ctx<'_>) {
    keep(tree, ctx, STATUS);
    if !creating(ctx) {
        keep(tree, ctx, SPEC);
        return;
    }
    for field in ["username", "uid", "groups", "extra"] {
        tree.remove(&["spec", field]);
    }
    let user = ctx.user;
    tree.set_str(&["spec", "username"], &user.name);
    tree.set_str(&["spec", "uid"], &user.uid);
    edit::texts(tree, &["spec", "groups"], &user.groups);
    for (key, values) in &user.extra {
        edit::texts(tree, &["spec", "extra", key], values);
    }
}

fn prepare_status(tree: &mut Tree, ctx: &mut Ctx<'_>) {
    keep(tree, ctx, SPEC);
    if let Some(old) = ctx.old {
        for kind in ["Approved", "Denied"] {
            keep_conditions(tree, old, kind);
        }
    }
    fill_times(tree, ctx);
}

fn prepare_approval(tree: &mut Tree, ctx: &mut Ctx<'_>) {
    fill_times(tree, ctx);
    let sent = tree.clone();
    keep(tree, ctx, SPEC);
    keep(tree, ctx, STATUS);
    edit::put(tree, CONDITIONS, sent.at(CONDITIONS));
}

fn positions(tree: &Tree, kind: &str) -> Vec<usize> {
    let is_kind = |condition: NodeRef<'_>| condition.str(&["type"]) == Some(kind);
    tree.items(CONDITIONS).enumerate().filter(|(_, condition)| is_kind(*condition)).map(|(i, _)| i).collect()
}

/// The status endpoint cannot approve or deny: the stored conditions of these types come back, unless their number changed,
/// which validation refuses.
fn keep_conditions(tree: &mut Tree, old: &Tree, kind: &str) {
    let (now, before) = (positions(tree, kind), positions(old, kind));
    if now.len() != before.len() {
        return;
    }
    for (now, before) in now.into_iter().zip(before) {
        if let Some(stored) = old.at(&["status", "conditions", &before.to_string()]) {
            tree.graft(&["status", "conditions", &now.to_string()], stored);
        }
    }
}

/// A condition without times gets them: updated now, and in transition since the stored condition of the same type and status.
fn fill_times(tree: &mut Tree, ctx: &Ctx<'_>) {
    for i in 0..tree.items(CONDITIONS).count() {
        let at = i.to_string();
        let updated = ["status", "conditions", &at, "lastUpdateTime"];
        if tree.str(&updated).is_none() {
            edit::time(tree, &updated, ctx.now);
        }
        let transition = ["status", "conditions", &at, "lastTransitionTime"];
        if tree.str(&transition).is_some() {
            continue;
        }
        let field = |name| tree.str(&["status", "conditions", &at, name]).unwrap_or_default();
        let (kind, status) = (field("type"), field("status"));
        let since = ctx.old.and_then(|old| {
            old.items(CONDITIONS)
                .filter(|stored| {
                    stored.str(&["type"]).unwrap_or_default() == kind && stored.str(&["status"]).unwrap_or_default() == status
                })
                .find_map(|stored| stored.field("lastTransitionTime").filter(|time| time.as_str().is_some()))
        });
        match since {
            Some(time) => _ = tree.graft(&transition, time),
            None => edit::time(tree, &transition, ctx.now),
        }
    }
}
