//! IngressClass: its controller never changes; its parameters lie in the cluster or in a namespace, which they then name. Generation
//! moves with spec. Source: upstream `pkg/registry/networking/ingressclass/strategy.go`,
//! `pkg/apis/networking/validation/validation.go`.

use crate::prepare::{self, creating, text};
use crate::strategy::{Behaviour, Ctx, Strategy};
use crate::validate::{complain, immutable, one_of, show_text, str};
use meta::field::{FieldError, FieldErrors, Path};
use meta::name;
use object::Tree;

/// `ingressclasses` in networking.k8s.io.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "networking.k8s.io",
    plural: "ingressclasses",
    main: Strategy { validate, ..prepare::SPEC_ONLY },
    ..Behaviour::PLAIN
};

const CONTROLLER: &[&str] = &["spec", "controller"];
/// Longest name of a controller, in bytes.
const LONGEST: usize = 250;

fn validate(tree: &Tree, ctx: &mut Ctx<'_>) -> FieldErrors {
    let (path, controller) = (Path::new("spec").child("controller"), text(tree, CONTROLLER));
    let mut errors = FieldErrors::new();
    if let Some(old) = ctx.old.filter(|_| !creating(ctx)) {
        errors.extend(immutable(tree, old, CONTROLLER, &path, show_text));
    }
    if controller.len() > LONGEST {
        errors.push(FieldError::too_long(&path, 250));
    }
    errors.extend(domain_prefixed_path(controller, &path));
    errors.extend(validate_parameters(tree));
    errors
}

/// A domain and a path below it (`IsDomainPrefixedPath`).
fn domain_prefixed_path(value: &str, path: &Path) -> FieldErrors {
    if value.is_empty() {
        return vec![FieldError::required(path, "")];
    }
    let (domain, rest) = match value.split_once('/') {
        Some((domain, rest)) if !domain.is_empty() && !rest.is_empty() => (domain, rest),
        _ => return vec![FieldError::invalid(path, value, "must be a domain-prefixed path (such as \"acme.io/foo\")")],
    };
    let mut errors = complain(path, domain, name::dns1123_subdomain(domain));
    let ok = |byte: u8| byte.is_ascii_alphanumeric() || b"/_.~!$&'()*+,;=:-%".contains(&byte);
    if !rest.bytes().all(ok) {
        let complaint = "Invalid path (regex used for validation is '[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+')";
        errors.push(FieldError::invalid(path, rest, complaint));
    }
    errors
}

fn validate_parameters(tree: &Tree) -> FieldErrors {
    let Some(node) = tree.at(&["spec", "parameters"]) else { return FieldErrors::new() };
    let path = Path::new("spec").child("parameters");
    let mut errors = FieldErrors::new();
    if let Some(group) = node.str(&["apiGroup"]) {
        errors.extend(complain(&path.child("apiGroup"), group, name::dns1123_subdomain(group)));
    }
    for field in ["kind", "name"] {
        let value = str(node, &[field]);
        errors.extend(complain(&path.child(field), value, if value.is_empty() { Vec::new() } else { name::path_segment(value) }));
    }
    let namespace = path.child("namespace");
    match (node.str(&["scope"]), node.str(&["namespace"])) {
        (None, _) => errors.push(FieldError::required(&path.child("scope"), "")),
        (Some("Namespace"), None) => errors.push(FieldError::required(&namespace, "`parameters.scope` is set to 'Namespace'")),
        (Some("Namespace"), Some(value)) => errors.extend(complain(&namespace, value, name::is_label(value, false))),
        (Some("Cluster"), Some(_)) => errors.push(FieldError::forbidden(&namespace, "`parameters.scope` is set to 'Cluster'")),
        (Some(other), _) => errors.extend(one_of(&path.child("scope"), other, &["Cluster", "Namespace"])),
    }
    // Generated rules come last.
    let absent = ["kind", "name"].into_iter().filter(|field| str(node, &[field]).is_empty());
    errors.extend(absent.map(|field| FieldError::required(&path.child(field), "")));
    errors
}
