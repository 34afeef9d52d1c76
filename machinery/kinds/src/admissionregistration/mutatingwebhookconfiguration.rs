//! MutatingWebhookConfiguration: has no spec; generation moves with the list of webhooks, compared strictly (an empty list
//! differs from an absent one). Source: upstream `pkg/registry/admissionregistration/mutatingwebhookconfiguration/strategy.go`.

use crate::prepare;
use crate::strategy::{Behaviour, Strategy, Unconditional};

/// `mutatingwebhookconfigurations` in admissionregistration.k8s.io.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "admissionregistration.k8s.io",
    plural: "mutatingwebhookconfigurations",
    main: Strategy {
        prepare: |tree, ctx| prepare::generation(tree, ctx, &[&["webhooks"]]),
        allow_unconditional_update: Unconditional::Never,
        ..Strategy::PLAIN
    },
    ..Behaviour::PLAIN
};
