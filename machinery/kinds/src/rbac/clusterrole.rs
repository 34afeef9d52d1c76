//! ClusterRole: any path segment is a name (`system:node`); PUT creates it. Source: upstream
//! `pkg/registry/rbac/clusterrole/strategy.go`.

use super::rules;
use crate::strategy::{Behaviour, NameRule, Strategy};

/// `clusterroles` in rbac.authorization.k8s.io.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "rbac.authorization.k8s.io",
    plural: "clusterroles",
    name: NameRule::PathSegment,
    main: Strategy {
        validate: |tree, ctx| {
            let mut errors = rules::validate(tree, false);
            errors.extend(rules::validate_aggregation(tree, ctx.old));
            errors.extend(rules::without_verbs(tree));
            errors
        },
        allow_create_on_update: true,
        ..Strategy::PLAIN
    },
    ..Behaviour::PLAIN
};
