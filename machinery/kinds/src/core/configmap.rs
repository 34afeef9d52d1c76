//! ConfigMap: stored as it is given. Source: upstream `pkg/registry/core/configmap/strategy.go`.

use crate::strategy::Behaviour;

/// `configmaps`.
pub static BEHAVIOUR: Behaviour = Behaviour { group: "", plural: "configmaps", ..Behaviour::PLAIN };
