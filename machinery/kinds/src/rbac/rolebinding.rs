//! RoleBinding: any path segment is a name (`system:node`); PUT creates it. Source: upstream
//! `pkg/registry/rbac/rolebinding/strategy.go`.

use super::bindings;
use crate::strategy::{Behaviour, NameRule, Strategy};

/// `rolebindings` in rbac.authorization.k8s.io.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "rbac.authorization.k8s.io",
    plural: "rolebindings",
    name: NameRule::PathSegment,
    main: Strategy {
        validate: |tree, ctx| bindings::validate(tree, ctx, &["Role", "ClusterRole"], true),
        allow_create_on_update: true,
        ..Strategy::PLAIN
    },
    ..Behaviour::PLAIN
};
