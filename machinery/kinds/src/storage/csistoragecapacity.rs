//! CSIStorageCapacity: has no spec; writes must carry a resourceVersion. Source: upstream
//! `pkg/registry/storage/csistoragecapacity/strategy.go`.

use crate::strategy::{Behaviour, Strategy, Unconditional};

/// `csistoragecapacities` in storage.k8s.io.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "storage.k8s.io",
    plural: "csistoragecapacities",
    main: Strategy { allow_unconditional_update: Unconditional::Never, ..Strategy::PLAIN },
    ..Behaviour::PLAIN
};
