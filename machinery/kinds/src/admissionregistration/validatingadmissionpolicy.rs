//! ValidatingAdmissionPolicy: the only policy kind with a status; its status endpoint leaves metadata alone. Source: upstream
//! `pkg/registry/admissionregistration/validatingadmissionpolicy/strategy.go`.

use crate::prepare;
use crate::strategy::{Behaviour, Strategy, Unconditional};

/// `validatingadmissionpolicies` in admissionregistration.k8s.io.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "admissionregistration.k8s.io",
    plural: "validatingadmissionpolicies",
    main: Strategy { allow_unconditional_update: Unconditional::Never, ..prepare::SPEC_AND_STATUS },
    subresources: &[("status", Strategy { allow_unconditional_update: Unconditional::Never, ..prepare::STATUS_ENDPOINT_META })],
    ..Behaviour::PLAIN
};
