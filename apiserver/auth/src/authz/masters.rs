//! Members of `system:masters` may do anything. Source: apiserver `pkg/authorization/authorizerfactory/builtin.go`.

use super::{Attributes, Authorizer, Decision};
use crate::identity::MASTERS;

/// The authoriser of the privileged group.
pub struct Masters;

impl Authorizer for Masters {
    fn authorize(&self, attributes: &Attributes<'_>) -> Decision {
        if attributes.user.is_in(MASTERS) { Decision::Allow } else { Decision::NoOpinion { reason: String::new() } }
    }
}
