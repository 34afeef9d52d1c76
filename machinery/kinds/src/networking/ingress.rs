//! Ingress: status is the controller's, generation moves with spec. Source: upstream
//! `pkg/registry/networking/ingress/strategy.go`.

use crate::prepare;
use crate::strategy::Behaviour;

/// `ingresses` in networking.k8s.io.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "networking.k8s.io",
    plural: "ingresses",
    main: prepare::SPEC_AND_STATUS,
    subresources: &[("status", prepare::STATUS_ENDPOINT)],
    ..Behaviour::PLAIN
};
