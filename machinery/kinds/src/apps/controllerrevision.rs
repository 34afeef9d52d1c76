//! ControllerRevision: stored as it is given. Source: upstream `pkg/registry/apps/controllerrevision/strategy.go`.

use crate::strategy::Behaviour;

/// `controllerrevisions` in apps.
pub static BEHAVIOUR: Behaviour = Behaviour { group: "apps", plural: "controllerrevisions", ..Behaviour::PLAIN };
