//! What a path of the API names. Used by `traffic` to sort requests by the objects that they speak of.

use kinds::table;

/// Subresources that need a node, or answer with something secret or endless.
const LEFT_OUT: [&str; 6] = ["attach", "exec", "log", "portforward", "proxy", "token"];

/// The resource, and perhaps the object, that a request speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// `/api/v1` or `/apis/GROUP/VERSION`.
    pub(super) root: String,
    pub(super) group: String,
    pub(super) resource: String,
    /// Whether objects of the resource lie in namespaces.
    pub(super) namespaced: bool,
    pub(super) namespace: Option<String>,
    pub(super) name: Option<String>,
    pub(super) subresource: Option<String>,
    pub(super) query: String,
}

impl Place {
    /// `None` for what is no resource of the tables, and for subresources that no case can ask for.
    pub(super) fn parse(path: &str) -> Option<Self> {
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let words: Vec<&str> = path.strip_prefix('/')?.split('/').collect();
        let (root, group, rest) = match words.as_slice() {
            ["api", "v1", rest @ ..] => ("/api/v1".to_owned(), "", rest),
            ["apis", group, version, rest @ ..] => (format!("/apis/{group}/{version}"), *group, rest),
            _ => return None,
        };
        let (namespace, rest) = match rest {
            ["namespaces", _] | ["namespaces", _, "status" | "finalize"] => (None, rest),
            ["namespaces", namespace, rest @ ..] => (Some((*namespace).to_owned()), rest),
            rest => (None, rest),
        };
        let (resource, name, subresource) = match rest {
            [resource] => (*resource, None, None),
            [resource, name] => (*resource, Some(*name), None),
            [resource, name, subresource] => (*resource, Some(*name), Some(*subresource)),
            _ => return None,
        };
        if resource.is_empty() || subresource.is_some_and(|name| LEFT_OUT.contains(&name)) {
            return None;
        }
        Some(Self {
            root,
            group: group.to_owned(),
            resource: resource.to_owned(),
            namespaced: table::resource(group, resource)?.namespaced,
            namespace,
            name: name.map(str::to_owned),
            subresource: subresource.map(str::to_owned),
            query: query.to_owned(),
        })
    }

    /// Whether the request asks for one object, by name or by a selector for its name.
    pub(super) fn has_selector(&self) -> bool {
        self.query.split('&').any(|part| {
            let (key, value) = part.split_once('=').unwrap_or((part, ""));
            matches!(key, "labelSelector" | "fieldSelector") && !value.is_empty()
        })
    }

    /// The path up to the query, with these names.
    pub(super) fn path(&self, namespace: Option<&str>, name: Option<&str>) -> String {
        let mut path = self.root.clone();
        for part in namespace.map(|name| format!("namespaces/{name}")).into_iter().chain([self.resource.clone()]) {
            path = format!("{path}/{part}");
        }
        for part in [name, self.subresource.as_deref()].into_iter().flatten() {
            path = format!("{path}/{part}");
        }
        path
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, namespace: Option<&str>, resource: &str, name: Option<&str>, subresource: Option<&str>) {
        let place = Place::parse(path).unwrap();
        assert_eq!(place.namespace.as_deref(), namespace, "{path}");
        assert_eq!((place.resource.as_str(), place.name.as_deref(), place.subresource.as_deref()), (resource, name, subresource));
        let end = if place.query.is_empty() { String::new() } else { format!("?{}", place.query) };
        assert_eq!(place.path(namespace, name) + &end, path);
    }

    #[test]
    fn paths_are_taken_apart() {
        check("/api/v1/namespaces/a/pods/p/status?fieldManager=x", Some("a"), "pods", Some("p"), Some("status"));
        check("/api/v1/namespaces/a/finalize", None, "namespaces", Some("a"), Some("finalize"));
        check("/api/v1/namespaces/a", None, "namespaces", Some("a"), None);
        check("/api/v1/namespaces", None, "namespaces", None, None);
        check("/apis/apps/v1/deployments?limit=500", None, "deployments", None, None);
        for other in ["/version", "/apis", "/apis/apps/v1", "/apis/example.com/v1/things", "/api/v1/namespaces/a/pods/p/log"] {
            assert_eq!(Place::parse(other), None, "{other}");
        }
    }

    #[test]
    fn selectors_narrow_a_list() {
        assert!(Place::parse("/api/v1/nodes?labelSelector=a%3Db").unwrap().has_selector());
        assert!(!Place::parse("/api/v1/nodes?labelSelector=&limit=5").unwrap().has_selector());
    }
}
