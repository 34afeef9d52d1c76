//! ReplicaSet: status is the controller's, generation moves with spec; has a scale. Source: upstream
//! `pkg/registry/apps/replicaset/strategy.go`.

use crate::prepare;
use crate::strategy::{Behaviour, Strategy};

/// `replicasets` in apps.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "apps",
    plural: "replicasets",
    empty: super::no_replicas,
    main: Strategy { validate: |tree, _| super::replicas(tree), ..prepare::SPEC_AND_STATUS },
    subresources: &[("status", prepare::STATUS_ENDPOINT)],
    ..Behaviour::PLAIN
};
