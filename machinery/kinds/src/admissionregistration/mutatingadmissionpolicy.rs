//! MutatingAdmissionPolicy: generation moves with spec; writes must carry a resourceVersion. Source: upstream
//! `pkg/registry/admissionregistration/mutatingadmissionpolicy/strategy.go`.

use crate::prepare;
use crate::strategy::{Behaviour, Strategy, Unconditional};

/// `mutatingadmissionpolicies` in admissionregistration.k8s.io.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "admissionregistration.k8s.io",
    plural: "mutatingadmissionpolicies",
    main: Strategy { allow_unconditional_update: Unconditional::Never, ..prepare::SPEC_ONLY },
    ..Behaviour::PLAIN
};
