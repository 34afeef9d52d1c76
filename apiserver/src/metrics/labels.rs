//! Which labels the metrics of a request have: upstream's rules, as pure functions of method, route and query. Called by the endpoints when
//! a route is found. Every value comes from a fixed table or from the catalog, never from a client, so that nobody can make series.
//! Source: apiserver `pkg/endpoints/metrics/metrics.go`, `pkg/endpoints/installer.go`; asked from the reference by `conformance-tools
//! metrics record`.

use http::{HeaderMap, Method};
use meta::options::Query;

use crate::request_info::RequestInfo;

/// Component of everything that this server answers itself.
pub(crate) const COMPONENT: &str = "apiserver";
/// Media type whose patches are applies. Parameters behind it make it another one, as upstream compares.
const APPLY: &[u8] = b"application/apply-patch+yaml";
/// Subresources that are connections.
const CONNECTS: [&str; 5] = ["log", "exec", "portforward", "attach", "proxy"];

/// What a route is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    /// One object, or one that is to be made.
    Object,
    /// All objects of a namespace.
    Namespace,
    /// All objects of the resource.
    Cluster,
    /// No resource.
    None,
}

impl Scope {
    /// As labels name it.
    #[must_use]
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Object => "resource",
            Self::Namespace => "namespace",
            Self::Cluster => "cluster",
            Self::None => "",
        }
    }
}

/// The labels of one route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Route<'a> {
    /// See [`verb`].
    pub verb: &'static str,
    /// See [`dry_run`].
    pub dry_run: &'static str,
    /// API group of the route; empty for core and for what is no resource.
    pub group: &'a str,
    /// Version of the route.
    pub version: &'a str,
    /// Plural of the route.
    pub resource: &'a str,
    /// Subresource; for what is no resource the path.
    pub subresource: &'a str,
    /// Scope of the route.
    pub scope: Scope,
    /// Who answers.
    pub component: &'static str,
    /// Whether sizes of its answers are of interest: those of reads.
    pub sized: bool,
    /// Whether it goes on for as long as its client likes, so that its time says nothing of the server.
    pub endless: bool,
}

/// The verb of a request. `old_watch` says that the path itself is one of a watch.
#[must_use]
pub(crate) fn verb(
    method: &Method,
    headers: &HeaderMap,
    query: &Query,
    (scope, subresource): (Scope, &str),
    old_watch: bool,
) -> &'static str {
    let plain = match method.as_str() {
        "GET" | "HEAD" if matches!(scope, Scope::Cluster | Scope::Namespace) => "LIST",
        "GET" | "HEAD" => "GET",
        "POST" => "POST",
        "PUT" => "PUT",
        "PATCH" if headers.get(http::header::CONTENT_TYPE).is_some_and(|v| v.as_bytes() == APPLY) => "APPLY",
        "PATCH" => "PATCH",
        "DELETE" => "DELETE",
        "CONNECT" => "CONNECT",
        _ => "other",
    };
    if old_watch {
        return "WATCH";
    }
    if CONNECTS.contains(&subresource) {
        return "CONNECT";
    }
    let asks_for_watch =
        || query.first("watch").is_some_and(|value| !matches!(value.to_ascii_lowercase().as_str(), "0" | "false"));
    if *method == Method::GET && asks_for_watch() { "WATCH" } else { plain }
}

/// Verb and scope of a watch as long as it runs. Upstream does not go by the route here: a name that a selector pins makes it a watch of
/// one object, and the old paths are no watches.
#[must_use]
pub(crate) fn long_running(info: &RequestInfo) -> (&'static str, Scope) {
    let scope = match (info.name.is_empty(), info.namespace.is_empty()) {
        (false, _) => Scope::Object,
        (true, false) => Scope::Namespace,
        (true, true) => Scope::Cluster,
    };
    match (info.legacy_watch, scope) {
        (false, _) => ("WATCH", scope),
        (true, Scope::Object) => ("GET", scope),
        (true, _) => ("LIST", scope),
    }
}

/// The dry run that a query asks for.
#[must_use]
pub(crate) fn dry_run(query: &Query) -> &'static str {
    let values = query.all("dryRun");
    match values.is_empty() {
        true => "",
        false if values.iter().all(|value| value == "All") => "All",
        false => "invalid",
    }
}

/// The field validation that a query asks for.
#[must_use]
pub(crate) fn field_validation(query: &Query) -> &'static str {
    match query.all("fieldValidation").as_slice() {
        [] => "",
        [one] => match one.as_str() {
            "" => "",
            "Ignore" => "Ignore",
            "Warn" => "Warn",
            "Strict" => "Strict",
            _ => "invalid",
        },
        _ => "invalid",
    }
}

/// Whether a request counts as one that changes something. Upstream goes by the verb and knows three that do not.
#[must_use]
pub(crate) fn is_mutating(verb: &str) -> bool {
    !matches!(verb, "get" | "list" | "watch")
}

/// User names that are shown as they are; all others would be a client's to choose.
#[must_use]
pub(crate) fn user(name: &str) -> &'static str {
    match name {
        "admin" => "admin",
        "client" => "client",
        "kube_proxy" => "kube_proxy",
        "kubelet" => "kubelet",
        "system:serviceaccount:kube-system:default" => "system:serviceaccount:kube-system:default",
        name if name.contains('@') => "email_id",
        _ => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn query(text: &str) -> Query {
        Query::parse(text)
    }

    #[test]
    fn verbs_are_upstreams() {
        let check = |method: &str, scope, subresource, text, media: &str, old, expect| {
            let mut headers = HeaderMap::new();
            headers.insert(http::header::CONTENT_TYPE, media.parse().unwrap());
            let method = Method::from_bytes(method.as_bytes()).unwrap();
            let got = verb(&method, &headers, &query(text), (scope, subresource), old);
            assert_eq!(got, expect, "{method} {scope:?} {subresource} {text}");
        };
        check("GET", Scope::Object, "", "", "", false, "GET");
        check("HEAD", Scope::Object, "", "", "", false, "GET");
        check("GET", Scope::None, "/healthz", "", "", false, "GET");
        check("GET", Scope::Namespace, "", "", "", false, "LIST");
        check("GET", Scope::Cluster, "", "watch=false", "", false, "LIST");
        check("GET", Scope::Cluster, "", "watch=0", "", false, "LIST");
        check("GET", Scope::Cluster, "", "watch=FALSE", "", false, "LIST");
        check("GET", Scope::Cluster, "", "watch", "", false, "WATCH");
        check("GET", Scope::Cluster, "", "watch=yes", "", false, "WATCH");
        check("GET", Scope::Object, "", "watch=1", "", false, "WATCH");
        check("GET", Scope::Cluster, "", "", "", true, "WATCH");
        check("POST", Scope::Object, "", "watch=1", "", false, "POST");
        check("POST", Scope::Object, "binding", "", "", false, "POST");
        check("PUT", Scope::Object, "status", "", "", false, "PUT");
        check("PATCH", Scope::Object, "", "", "application/json-patch+json", false, "PATCH");
        check("PATCH", Scope::Object, "", "", "application/apply-patch+yaml", false, "APPLY");
        check("PATCH", Scope::Object, "", "", "application/apply-patch+yaml;x=y", false, "PATCH");
        check("DELETE", Scope::Namespace, "", "", "", false, "DELETE");
        check("GET", Scope::Object, "log", "", "", false, "CONNECT");
        check("POST", Scope::Object, "proxy", "", "", false, "CONNECT");
        check("OPTIONS", Scope::Object, "", "", "", false, "other");
        check("NONSENSE", Scope::Object, "", "", "", false, "other");
    }

    #[test]
    fn running_watches_are_named_by_what_was_asked() {
        for (path, text, expect) in [
            ("/api/v1/pods", "watch=1", ("WATCH", Scope::Cluster)),
            ("/api/v1/namespaces/a/pods", "watch=1", ("WATCH", Scope::Namespace)),
            ("/api/v1/pods", "watch=1&fieldSelector=metadata.name%3Dx", ("WATCH", Scope::Object)),
            ("/api/v1/watch/namespaces/a/pods", "", ("LIST", Scope::Namespace)),
            ("/api/v1/watch/namespaces/a/pods/x", "", ("GET", Scope::Object)),
        ] {
            assert_eq!(long_running(&RequestInfo::parse("GET", path, &query(text))), expect, "{path}");
        }
    }

    #[test]
    fn options_are_named_or_invalid() {
        for (text, dry, validation) in [
            ("", "", ""),
            ("dryRun=All&fieldValidation=Strict", "All", "Strict"),
            ("dryRun=All&dryRun=All&fieldValidation=Warn&fieldValidation=Warn", "All", "invalid"),
            ("dryRun=All&dryRun=None&fieldValidation=", "invalid", ""),
            ("dryRun=&fieldValidation=strict", "invalid", "invalid"),
            ("fieldValidation=Ignore", "", "Ignore"),
        ] {
            assert_eq!((dry_run(&query(text)), field_validation(&query(text))), (dry, validation), "{text}");
        }
    }

    #[test]
    fn users_are_few() {
        for (name, expect) in
            [("admin", "admin"), ("kubelet", "kubelet"), ("jane@example.com", "email_id"), ("x", "other"), ("", "other")]
        {
            assert_eq!(user(name), expect);
        }
        assert!(is_mutating("create") && is_mutating("head") && !is_mutating("watch"));
    }
}
