//! Which route a path takes below a resource: collection, object, or subresource, with the scope that the resource has. Upstream's
//! router has one route per form; everything else is 404, and a form without the method is 405.

use http::Method;
use kinds::resource::Verb;

use crate::catalog::Endpoint;
use crate::exchange::Exchange;
use crate::metrics::labels::Scope;

/// A resolved place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// All objects of a namespace, or of the resource.
    Collection { namespace: String },
    /// One object.
    Item { namespace: String, name: String },
    /// A subresource of one object.
    Sub { namespace: String, name: String, sub: String },
}

impl Place {
    /// Namespace, name and subresource.
    pub(super) fn parts(&self) -> (String, String, String) {
        match self.clone() {
            Self::Collection { namespace } => (namespace, String::new(), String::new()),
            Self::Item { namespace, name } => (namespace, name, String::new()),
            Self::Sub { namespace, name, sub } => (namespace, name, sub),
        }
    }
}

/// What metrics need of a place, without copying it.
impl Place {
    /// What a route at this place is about.
    pub(super) fn scope(&self, endpoint: &Endpoint, method: &Method) -> Scope {
        match self {
            Self::Collection { .. } if method == Method::POST => Scope::Object,
            Self::Collection { namespace } if endpoint.resource.namespaced && !namespace.is_empty() => Scope::Namespace,
            Self::Collection { .. } => Scope::Cluster,
            Self::Item { .. } | Self::Sub { .. } => Scope::Object,
        }
    }

    /// The subresource; empty for the resource itself.
    pub(super) fn subresource(&self) -> &str {
        match self {
            Self::Sub { sub, .. } => sub,
            Self::Collection { .. } | Self::Item { .. } => "",
        }
    }
}

/// The method that stands for a verb.
fn method_of(verb: Verb) -> &'static str {
    match verb {
        Verb::Get | Verb::List | Verb::Watch => "GET",
        Verb::Create => "POST",
        Verb::Update => "PUT",
        Verb::Patch => "PATCH",
        Verb::Delete | Verb::DeleteCollection => "DELETE",
    }
}

const COLLECTION_VERBS: [Verb; 4] = [Verb::List, Verb::Watch, Verb::Create, Verb::DeleteCollection];

/// Resolves the place; the error is the router's status code.
pub(super) fn resolve(exchange: &Exchange, endpoint: &Endpoint) -> Result<Place, u16> {
    let info = &exchange.info;
    let namespaced = endpoint.resource.namespaced;
    // A namespace's own path holds no other cluster-scoped resource, nor namespaces.
    let within = info.path.strip_suffix('/').unwrap_or(&info.path).matches("/namespaces/").count();
    let own = usize::from(info.resource == "namespaces" && info.parts.len() > 1);
    if (!namespaced && within > own) || info.verb == "proxy" {
        return Err(404);
    }
    let namespace = if namespaced { info.namespace.clone() } else { String::new() };
    let everywhere = namespaced && namespace.is_empty();
    let method = exchange.parts.method.as_str();
    let verbs = endpoint.served.verbs;
    if info.legacy_watch {
        return watched(exchange, everywhere, verbs.contains(Verb::Watch), namespace);
    }
    match info.parts.as_slice() {
        [_] => {
            let routes = verbs.iter().filter(|v| COLLECTION_VERBS.contains(v) && !(everywhere && method_of(*v) != "GET"));
            allowed(routes, method)?;
            Ok(Place::Collection { namespace })
        }
        [_, name] if !everywhere => {
            allowed(verbs.iter().filter(|v| !COLLECTION_VERBS.contains(v)), method)?;
            Ok(Place::Item { namespace, name: name.clone() })
        }
        [_, name, sub] if !everywhere => {
            allowed(endpoint.verbs(sub).ok_or(404_u16)?.iter(), method)?;
            Ok(Place::Sub { namespace, name: name.clone(), sub: sub.clone() })
        }
        [_, name, sub, ..] if !everywhere && sub == "proxy" && endpoint.verbs(sub).is_some() => {
            Ok(Place::Sub { namespace, name: name.clone(), sub: sub.clone() })
        }
        _ => Err(404),
    }
}

/// The old paths of watches: collections and objects, to be read only.
fn watched(exchange: &Exchange, everywhere: bool, is_watched: bool, namespace: String) -> Result<Place, u16> {
    let place = match exchange.info.parts.as_slice() {
        [_] => Place::Collection { namespace },
        [_, name] if !everywhere => Place::Item { namespace, name: name.clone() },
        _ => return Err(404),
    };
    match (is_watched, exchange.parts.method.as_str()) {
        (false, _) => Err(404),
        (true, "GET") => Ok(place),
        (true, _) => Err(405),
    }
}

/// 404 when the form has no route at all, 405 when it has none for the method.
fn allowed(verbs: impl Iterator<Item = Verb>, method: &str) -> Result<(), u16> {
    let mut any = false;
    for verb in verbs {
        any = true;
        if method_of(verb) == method {
            return Ok(());
        }
    }
    Err(if any { 405 } else { 404 })
}
