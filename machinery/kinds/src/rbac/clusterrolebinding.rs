//! ClusterRoleBinding: any path segment is a name (`system:node`); PUT creates it. Source: upstream
//! `pkg/registry/rbac/clusterrolebinding/strategy.go`.

use super::bindings;
use crate::strategy::{Behaviour, NameRule, Strategy};

/// `clusterrolebindings` in rbac.authorization.k8s.io.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "rbac.authorization.k8s.io",
    plural: "clusterrolebindings",
    name: NameRule::PathSegment,
    main: Strategy {
        validate: |tree, ctx| bindings::validate(tree, ctx, &["ClusterRole"], false),
        allow_create_on_update: true,
        ..Strategy::PLAIN
    },
    ..Behaviour::PLAIN
};
