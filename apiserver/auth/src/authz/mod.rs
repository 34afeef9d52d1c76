//! Authorisers: may this user do this? They are asked in the order of the list; the first that allows or denies decides, and what nobody
//! allows is forbidden.

mod masters;
mod public;

use meta::GroupResource;
use meta::status::Status;
use meta::text::quote;

use crate::Identity;

pub use masters::Masters;
pub use public::PublicPaths;

/// What a user wants to do.
pub struct Attributes<'a> {
    /// Who.
    pub user: &'a Identity,
    /// API verb, or lower-case method.
    pub verb: &'a str,
    /// Namespace; empty for none.
    pub namespace: &'a str,
    /// API group; empty for core.
    pub group: &'a str,
    /// API version.
    pub version: &'a str,
    /// Plural resource name.
    pub resource: &'a str,
    /// Subresource; empty for the resource itself.
    pub subresource: &'a str,
    /// Object name; empty for collections.
    pub name: &'a str,
    /// The path.
    pub path: &'a str,
    /// Whether this is about a resource, or about a path only.
    pub is_resource: bool,
}

/// What an authoriser says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// It may be done.
    Allow,
    /// It may not, whatever others say.
    Deny {
        /// Why; shown to the client.
        reason: String,
    },
    /// Ask the next.
    NoOpinion {
        /// Why; shown to the client when nobody allows.
        reason: String,
    },
}

/// Decides on requests.
pub trait Authorizer: Send + Sync {
    /// May it be done?
    fn authorize(&self, attributes: &Attributes<'_>) -> Decision;
}

/// A list of authorisers in order.
pub struct Authorizers(pub Vec<Box<dyn Authorizer>>);

impl Authorizers {
    /// What a server has until RBAC is built: the privileged group may do anything, everybody may look at health and version.
    #[must_use]
    pub fn standard() -> Self {
        Self(vec![Box::new(Masters), Box::new(PublicPaths)])
    }
}

impl Authorizer for Authorizers {
    fn authorize(&self, attributes: &Attributes<'_>) -> Decision {
        let mut reasons = Vec::new();
        for authorizer in &self.0 {
            match authorizer.authorize(attributes) {
                Decision::NoOpinion { reason } if reason.is_empty() => (),
                Decision::NoOpinion { reason } => reasons.push(reason),
                decided => return decided,
            }
        }
        Decision::NoOpinion { reason: reasons.join("\n") }
    }
}

/// The 403 that a client gets. Source: apiserver `pkg/endpoints/handlers/responsewriters/errors.go`.
#[must_use]
pub fn forbidden(a: &Attributes<'_>, reason: &str) -> Status {
    let mut message = sentence(a);
    if !reason.is_empty() {
        message.push_str(": ");
        message.push_str(reason);
    }
    let resource =
        if a.is_resource { GroupResource::new(a.group.to_owned(), a.resource.to_owned()) } else { GroupResource::default() };
    Status::forbidden(&resource, a.name, sanitize(&message))
}

fn sentence(a: &Attributes<'_>) -> String {
    let user = quote(&a.user.name);
    if !a.is_resource {
        return format!("User {user} cannot {} path {}", a.verb, quote(a.path));
    }
    let resource = if a.subresource.is_empty() { a.resource.to_owned() } else { format!("{}/{}", a.resource, a.subresource) };
    let place = if a.namespace.is_empty() {
        "at the cluster scope".to_owned()
    } else {
        format!("in the namespace {}", quote(a.namespace))
    };
    format!("User {user} cannot {} resource {} in API group {} {place}", a.verb, quote(&resource), quote(a.group))
}

/// Names come from the client: nothing in them may look like markup.
fn sanitize(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn user(name: &str, groups: &[&str]) -> Identity {
        Identity { name: name.into(), groups: groups.iter().map(|g| (*g).to_owned()).collect(), ..Identity::default() }
    }

    fn attributes<'a>(user: &'a Identity, resource: &'a str, path: &'a str) -> Attributes<'a> {
        Attributes {
            user,
            verb: "get",
            namespace: "ns",
            group: "",
            version: "v1",
            resource,
            subresource: "",
            name: "",
            path,
            is_resource: !resource.is_empty(),
        }
    }

    #[test]
    fn masters_may_do_anything_and_others_only_look_at_public_paths() {
        let all = Authorizers::standard();
        let (master, other) = (user("root", &["system:masters"]), user("jane", &["system:authenticated"]));
        let check = |u: &Identity, resource: &str, path: &str| all.authorize(&attributes(u, resource, path)) == Decision::Allow;
        assert!(check(&master, "secrets", "/api/v1/namespaces/ns/secrets"));
        assert!(check(&master, "", "/metrics"));
        assert!(!check(&other, "secrets", "/api/v1/namespaces/ns/secrets"));
        assert!(!check(&other, "", "/metrics"));
        for path in ["/healthz", "/livez", "/readyz", "/version"] {
            assert!(check(&Identity::anonymous(), "", path), "{path}");
        }
        assert!(!check(&Identity::anonymous(), "", "/api"));
    }

    #[test]
    fn refusals_read_as_upstreams() {
        let jane = user("<jane>", &[]);
        let text = |resource: &str, path: &str| forbidden(&attributes(&jane, resource, path), "").message.clone();
        assert_eq!(
            text("pods", ""),
            r#"pods is forbidden: User "&lt;jane&gt;" cannot get resource "pods" in API group "" in the namespace "ns""#
        );
        assert_eq!(text("", "/metrics"), r#"forbidden: User "&lt;jane&gt;" cannot get path "/metrics""#);
    }
}
