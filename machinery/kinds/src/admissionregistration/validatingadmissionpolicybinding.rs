//! ValidatingAdmissionPolicyBinding: generation moves with spec; writes must carry a resourceVersion. Source: upstream
//! `pkg/registry/admissionregistration/validatingadmissionpolicybinding/strategy.go`.

use crate::prepare;
use crate::strategy::{Behaviour, Strategy, Unconditional};

/// `validatingadmissionpolicybindings` in admissionregistration.k8s.io.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "admissionregistration.k8s.io",
    plural: "validatingadmissionpolicybindings",
    main: Strategy { allow_unconditional_update: Unconditional::Never, ..prepare::SPEC_ONLY },
    ..Behaviour::PLAIN
};
