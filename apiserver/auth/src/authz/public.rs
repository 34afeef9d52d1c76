//! Health and version may be read by everybody, as upstream's bootstrap role `system:public-info-viewer` has it.

use super::{Attributes, Authorizer, Decision};

/// Paths that the role names.
const PATHS: [&str; 5] = ["/healthz", "/livez", "/readyz", "/version", "/version/"];

/// The authoriser of public paths.
pub struct PublicPaths;

impl Authorizer for PublicPaths {
    fn authorize(&self, attributes: &Attributes<'_>) -> Decision {
        let public = !attributes.is_resource && attributes.verb == "get" && PATHS.contains(&attributes.path);
        if public { Decision::Allow } else { Decision::NoOpinion { reason: String::new() } }
    }
}
