//! What a request is about, read from its method, path and query alone: verb, group, version, namespace, resource, name and
//! subresource. Filled in by the first filter and read by all later ones. Must never look at headers, bodies or stored state.
//! Source of the rules: apiserver `pkg/endpoints/request/requestinfo.go`.

use meta::fields;
use meta::options::Query;

/// The facts of one request.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct RequestInfo {
    /// Whether the path names a resource below `/api` or `/apis`.
    pub is_resource: bool,
    /// The decoded path.
    pub path: String,
    /// API verb for resources (`get`, `list`, `watch`, `create` ...), else the lower-case method.
    pub verb: &'static str,
    /// `api` or `apis`; empty elsewhere.
    pub prefix: &'static str,
    /// API group; empty for core.
    pub group: String,
    /// API version.
    pub version: String,
    /// Namespace of the path; for namespaces themselves their own name.
    pub namespace: String,
    /// Plural resource name.
    pub resource: String,
    /// Subresource; empty for the resource itself.
    pub subresource: String,
    /// Object name; for list and watch the name that a field selector pins.
    pub name: String,
    /// Path segments from the resource on.
    pub parts: Vec<String>,
    /// Whether the path itself says `watch`, in front of the resource.
    pub legacy_watch: bool,
    /// Whether the path ends behind `watch` or `proxy`, so that nobody can tell what is meant.
    pub undetermined: bool,
}

/// Subresources of namespaces: after `namespaces/<name>/` these are not resources within the namespace.
const NAMESPACE_SUBRESOURCES: [&str; 2] = ["status", "finalize"];

impl RequestInfo {
    /// Reads the facts.
    #[must_use]
    pub(crate) fn parse(method: &str, path: &str, query: &Query) -> Self {
        let mut info = Self { path: path.to_owned(), verb: method_verb(method), ..Self::default() };
        let trimmed = path.strip_prefix('/').unwrap_or(path);
        let trimmed = trimmed.strip_suffix('/').unwrap_or(trimmed);
        let parts: Vec<&str> = if trimmed.is_empty() { Vec::new() } else { trimmed.split('/').collect() };
        info.prefix = match parts.first() {
            Some(&"api") => "api",
            Some(&"apis") => "apis",
            _ => return info,
        };
        if parts.len() < 3 {
            return info;
        }
        let mut rest = &parts[1..];
        if info.prefix == "apis" {
            if rest.len() < 3 {
                return info;
            }
            info.group = rest[0].to_owned();
            rest = &rest[1..];
        }
        info.is_resource = true;
        info.version = rest[0].to_owned();
        rest = &rest[1..];
        info.verb = resource_verb(method);
        let mut special = false;
        if let Some(&word @ ("proxy" | "watch")) = rest.first() {
            if rest.len() < 2 {
                info.undetermined = true;
                return info;
            }
            special = word == "proxy";
            info.legacy_watch = !special;
            info.verb = if special { "proxy" } else { "watch" };
            rest = &rest[1..];
        }
        if rest.first() == Some(&"namespaces")
            && let Some(namespace) = rest.get(1)
        {
            info.namespace = (*namespace).to_owned();
            if rest.len() > 2 && !NAMESPACE_SUBRESOURCES.contains(&rest[2]) {
                rest = &rest[2..];
            }
        }
        info.parts = rest.iter().map(|s| (*s).to_owned()).collect();
        if rest.len() >= 3 && !special {
            info.subresource = rest[2].to_owned();
        }
        info.name = rest.get(1).map_or_else(String::new, |s| (*s).to_owned());
        info.resource = rest.first().map_or_else(String::new, |s| (*s).to_owned());
        info.refine_verb(query);
        info
    }

    /// Without a name, get is list or watch and delete is deletecollection.
    fn refine_verb(&mut self, query: &Query) {
        if !self.name.is_empty() {
            return;
        }
        match self.verb {
            "get" => {
                let watch = query.flag("watch").unwrap_or_default();
                self.verb = if watch { "watch" } else { "list" };
                self.name = query.first("fieldSelector").and_then(pinned_name).unwrap_or_default();
            }
            "watch" => self.name = query.first("fieldSelector").and_then(pinned_name).unwrap_or_default(),
            "delete" => self.verb = "deletecollection",
            _ => (),
        }
    }

    /// The resource with its subresource, as messages name it.
    #[must_use]
    pub(crate) fn resource_path(&self) -> String {
        if self.subresource.is_empty() { self.resource.clone() } else { format!("{}/{}", self.resource, self.subresource) }
    }
}

/// The name that a field selector pins with `metadata.name=…`, if it is one path segment.
fn pinned_name(selector: &str) -> Option<String> {
    let parsed = fields::Selector::parse(selector).ok()?;
    let name = parsed.requires_exact("metadata.name")?;
    meta::name::path_segment(name).is_empty().then(|| name.to_owned())
}

fn method_verb(method: &str) -> &'static str {
    match method {
        "GET" => "get",
        "HEAD" => "head",
        "POST" => "post",
        "PUT" => "put",
        "PATCH" => "patch",
        "DELETE" => "delete",
        "OPTIONS" => "options",
        "TRACE" => "trace",
        "CONNECT" => "connect",
        _ => "",
    }
}

fn resource_verb(method: &str) -> &'static str {
    match method {
        "GET" | "HEAD" => "get",
        "POST" => "create",
        "PUT" => "update",
        "PATCH" => "patch",
        "DELETE" => "delete",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(method: &str, path: &str, query: &[(&str, &str)], expect: &str) {
        let query = Query::from_pairs(query.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect());
        let i = RequestInfo::parse(method, path, &query);
        let got = format!(
            "{} {} {}|{}|{}|{}|{}|{}",
            i.is_resource, i.verb, i.group, i.version, i.namespace, i.resource, i.subresource, i.name
        );
        assert_eq!(got, expect, "{method} {path}");
    }

    #[test]
    fn reads_paths_as_upstream_does() {
        check("GET", "/", &[], "false get |||||");
        check("GET", "/api/v1", &[], "false get |||||");
        check("GET", "/apis/apps/v1", &[], "false get |||||");
        check("GET", "/api/v1/pods", &[], "true list |v1||pods||");
        check("GET", "/api/v1/pods", &[("watch", "1")], "true watch |v1||pods||");
        check("GET", "/api/v1/pods", &[("watch", "false")], "true list |v1||pods||");
        check("GET", "/api/v1/watch/namespaces/a/pods", &[], "true watch |v1|a|pods||");
        check("POST", "/api/v1/namespaces/a/pods", &[], "true create |v1|a|pods||");
        check("GET", "/api/v1/namespaces/a", &[], "true get |v1|a|namespaces||a");
        check("PUT", "/api/v1/namespaces/a/finalize", &[], "true update |v1|a|namespaces|finalize|a");
        check("GET", "/api/v1/namespaces", &[], "true list |v1||namespaces||");
        check("PATCH", "/apis/apps/v1/namespaces/a/deployments/d/scale", &[], "true patch apps|v1|a|deployments|scale|d");
        check("DELETE", "/apis/apps/v1/namespaces/a/deployments", &[], "true deletecollection apps|v1|a|deployments||");
        check("DELETE", "/api/v1/nodes/n", &[], "true delete |v1||nodes||n");
        check("GET", "/api/v1/pods", &[("fieldSelector", "metadata.name=x")], "true list |v1||pods||x");
        check("GET", "/healthz", &[], "false get |||||");
    }

    #[test]
    fn old_watch_paths_say_so() {
        let query = Query::default();
        let told = |path: &str| {
            let info = RequestInfo::parse("POST", path, &query);
            (info.legacy_watch, info.undetermined)
        };
        assert_eq!(told("/api/v1/watch/namespaces/a/pods"), (true, false));
        assert_eq!(told("/api/v1/namespaces/a/pods"), (false, false));
        assert_eq!(told("/api/v1/proxy/nodes"), (false, false));
        for path in ["/api/v1/watch", "/api/v1/watch/", "/apis/apps/v1/proxy"] {
            assert_eq!(told(path), (false, true), "{path}");
        }
    }
}
