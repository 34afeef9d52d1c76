//! NetworkPolicy: no status; generation moves with spec, compared strictly (an empty list differs from an absent one). Source:
//! upstream `pkg/registry/networking/networkpolicy/strategy.go`.

use crate::prepare;
use crate::semantic::Equality;
use crate::strategy::{Behaviour, Strategy};

/// `networkpolicies` in networking.k8s.io.
pub static BEHAVIOUR: Behaviour =
    Behaviour { group: "networking.k8s.io", plural: "networkpolicies", main: Strategy {prepare: |tree, ctx| prepare::generation_by(tree, ctx, &[&["spec"]], Equality::Reflect), ..Strategy::PLAIN }, ..Behaviour::PLAIN };
