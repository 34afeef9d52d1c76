//! Role: any path segment is a name (`system:node`); PUT creates it. Source: upstream `pkg/registry/rbac/role/strategy.go`.

use super::rules;
use crate::strategy::{Behaviour, NameRule, Strategy};

/// `roles` in rbac.authorization.k8s.io.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "rbac.authorization.k8s.io",
    plural: "roles",
    name: NameRule::PathSegment,
    main: Strategy {
        validate: |tree, _| {
            let mut errors = rules::validate(tree, true);
            errors.extend(rules::without_verbs(tree));
            errors
        },
        allow_create_on_update: true,
        ..Strategy::PLAIN
    },
    ..Behaviour::PLAIN
};
