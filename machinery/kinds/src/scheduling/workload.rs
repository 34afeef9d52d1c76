//! Workload: neither status nor generation; writes must carry a resourceVersion. Source: upstream
//! `pkg/registry/scheduling/workload/strategy.go`.

use crate::strategy::{Behaviour, Strategy, Unconditional};

/// `workloads` in scheduling.k8s.io.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "scheduling.k8s.io",
    plural: "workloads",
    main: Strategy { allow_unconditional_update: Unconditional::Never, ..Strategy::PLAIN },
    ..Behaviour::PLAIN
};
