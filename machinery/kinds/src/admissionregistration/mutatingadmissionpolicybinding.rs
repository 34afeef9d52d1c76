//! MutatingAdmissionPolicyBinding: generation moves with spec; writes must carry a resourceVersion. Source: upstream
//! `pkg/registry/admissionregistration/mutatingadmissionpolicybinding/strategy.go`.

use crate::prepare;
use crate::strategy::{Behaviour, Strategy, Unconditional};

/// `mutatingadmissionpolicybindings` in admissionregistration.k8s.io.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "admissionregistration.k8s.io",
    plural: "mutatingadmissionpolicybindings",
    main: Strategy { allow_unconditional_update: Unconditional::Never, ..prepare::SPEC_ONLY },
    ..Behaviour::PLAIN
};
