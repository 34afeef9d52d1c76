//! The requests that both servers are sent between two scrapes. They touch resources that no server works on by itself, so that what is
//! counted is the same every time. Called by `record` and `check`.

use anyhow::{Context as _, Result, ensure};

use crate::http::{Identity, Request, Response, Target};

const NAMESPACE: &str = "metrics";
const JSON: &str = "application/json";
const MERGE: &str = "application/merge-patch+json";
const OBJECT: &str = r#"{"metadata":{"name":"x"},"template":{"spec":{"containers":[{"name":"c","image":"i"}]}}}"#;
const STALE: &str =
    r#"{"metadata":{"name":"x","resourceVersion":"1"},"template":{"spec":{"containers":[{"name":"c","image":"i"}]}}}"#;
const REVISION: &str = r#"{"metadata":{"name":"r"},"revision":1,"data":{"a":"b"}}"#;
const LISTED: &str = "watch=1&timeoutSeconds=1&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true";
const AGGREGATED: &str = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";

/// Method, path, media type, body, expected status. `T` stands for the collection of pod templates, `R` for that of controller revisions.
const REQUESTS: [(&str, &str, &str, &str, u16); 36] = [
    ("POST", "T", JSON, OBJECT, 201),
    (
        "POST",
        "T?dryRun=All&fieldValidation=Warn",
        JSON,
        r#"{"metadata":{"generateName":"y-"},"template":{"spec":{"containers":[{"name":"c","image":"i"}]}}}"#,
        201,
    ),
    ("POST", "T?dryRun=some&fieldValidation=some", JSON, OBJECT, 422),
    ("POST", "T", JSON, OBJECT, 409),
    ("GET", "T/x", "", "", 200),
    ("GET", "T/x?watch=1", "", "", 200),
    ("GET", "T/none", "", "", 404),
    ("GET", "T", "", "", 200),
    ("GET", "T?limit=1", "", "", 200),
    ("GET", "T?fieldSelector=metadata.name%3Dx", "", "", 200),
    ("GET", "/api/v1/podtemplates", "", "", 200),
    ("GET", "/api/v1/podtemplates?watch=false", "", "", 200),
    ("PUT", "T/x", JSON, STALE, 409),
    ("PATCH", "T/x", MERGE, r#"{"metadata":{"labels":{"c":"d"}}}"#, 200),
    ("GET", "T?watch=1&timeoutSeconds=1&resourceVersion=0", "", "", 200),
    ("GET", "/api/v1/podtemplates?watch=true&timeoutSeconds=1&resourceVersion=0&fieldSelector=metadata.name%3Dx", "", "", 200),
    ("GET", "L", "", "", 200),
    ("GET", "/api/v1/watch/namespaces/metrics/podtemplates?timeoutSeconds=1&resourceVersion=0", "", "", 200),
    ("GET", "/api/v1/watch/namespaces/metrics/podtemplates/x?timeoutSeconds=1&resourceVersion=0", "", "", 200),
    ("GET", "T?watch=1&resourceVersion=nonsense", "", "", 500),
    ("POST", "R", JSON, REVISION, 201),
    ("GET", "R", "", "", 200),
    ("DELETE", "R/r", "", "", 200),
    ("DELETE", "R", "", "", 200),
    ("DELETE", "T/x", "", "", 200),
    ("DELETE", "T/x", "", "", 404),
    ("HEAD", "T", "", "", 405),
    ("POST", "T/x", JSON, OBJECT, 405),
    ("GET", "/api/v1/namespaces/metrics/nothing", "", "", 404),
    ("GET", "/api/v1/namespaces/metrics/pods/none/log", "", "", 404),
    ("GET", "/livez", "", "", 200),
    ("GET", "/livez/ping", "", "", 200),
    ("GET", "/apis", AGGREGATED, "", 200),
    ("GET", "/api", AGGREGATED, "", 200),
    ("GET", "/apis", "", "", 200),
    ("GET", "/openapi/v3/api/v1", "", "", 200),
];

/// Requests by others than the administrator.
const OTHERS: [(Identity, &str, u16); 3] =
    [(Identity::Anonymous, "T", 403), (Identity::UnknownToken, "T", 401), (Identity::Anonymous, "/healthz", 200)];

/// Makes the namespace.
pub(super) fn prepare(target: &Target) -> Result<()> {
    let body = format!(r#"{{"metadata":{{"name":"{NAMESPACE}"}}}}"#);
    let made = send(target, Identity::Admin, ("POST", "/api/v1/namespaces", JSON, &body))?;
    ensure!(made.status == 201, "the namespace was refused (the script needs a fresh server): {}", made.status);
    Ok(())
}

/// Sends them all.
pub(super) fn run(target: &Target) -> Result<()> {
    for (method, path, media, body, expect) in REQUESTS {
        let status = send(target, Identity::Admin, (method, &full(path), media, body))?.status;
        ensure!(status == expect, "{method} {path} was answered with {status}, not {expect}");
    }
    for (identity, path, expect) in OTHERS {
        let status = send(target, identity, ("GET", &full(path), "", ""))?.status;
        ensure!(status == expect, "GET {path} by {identity:?} was answered with {status}, not {expect}");
    }
    Ok(())
}

fn full(path: &str) -> String {
    let collection = format!("/api/v1/namespaces/{NAMESPACE}/podtemplates");
    match path.as_bytes() {
        [b'T', ..] => format!("{collection}{}", &path[1..]),
        [b'R', ..] => format!("/apis/apps/v1/namespaces/{NAMESPACE}/controllerrevisions{}", &path[1..]),
        [b'L'] => format!("{collection}?{LISTED}"),
        _ => path.to_owned(),
    }
}

/// The body of a GET that must succeed.
pub(super) fn text(target: &Target, path: &str) -> Result<String> {
    let response = send(target, Identity::Admin, ("GET", path, "", ""))?;
    ensure!(response.status == 200, "GET {path} was answered with {}", response.status);
    String::from_utf8(response.body).with_context(|| format!("{path} is no text"))
}

fn send(target: &Target, identity: Identity, (method, path, media, body): (&str, &str, &str, &str)) -> Result<Response> {
    let mut headers = Vec::new();
    if !media.is_empty() {
        // A body has a type; where there is none it is what the client likes to get.
        headers.push((if body.is_empty() { "Accept" } else { "Content-Type" }.to_owned(), media.to_owned()));
    }
    let body = (!body.is_empty()).then_some(body.as_bytes());
    let request = Request { method, path, headers, body, identity, leave: None };
    target.send(&request).with_context(|| format!("{method} {path}"))
}
