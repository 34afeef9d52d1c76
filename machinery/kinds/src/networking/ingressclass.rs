//! IngressClass: no status; generation moves with spec. Source: upstream `pkg/registry/networking/ingressclass/strategy.go`.

use crate::prepare;
use crate::strategy::Behaviour;

/// `ingressclasses` in networking.k8s.io.
pub static BEHAVIOUR: Behaviour =
    Behaviour { group: "networking.k8s.io", plural: "ingressclasses", main: prepare::SPEC_ONLY, ..Behaviour::PLAIN };
