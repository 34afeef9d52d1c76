//! Defaults of group rbac.authorization.k8s.io. Source: upstream `pkg/apis/rbac/v1/defaults.go`.

use crate::defaults::{Rules, is, text};
use crate::id;

const GROUP: &str = "rbac.authorization.k8s.io";

pub(crate) const RULES: Rules = &[
    (id::RBAC_V1_CLUSTER_ROLE_BINDING, |binding, _| text(binding, &["roleRef", "apiGroup"], GROUP)),
    (id::RBAC_V1_ROLE_BINDING, |binding, _| text(binding, &["roleRef", "apiGroup"], GROUP)),
    (id::RBAC_V1_SUBJECT, |subject, _| {
        if is(subject, &["kind"], "User") || is(subject, &["kind"], "Group") {
            text(subject, &["apiGroup"], GROUP);
        }
    }),
];
