//! Hand-made traffic, and what becomes of it.

use super::super::exchange::{Bytes, Exchange};
use super::*;

fn exchange(method: &str, path: &str, body: &str, status: u16, answer: &str) -> Exchange {
    Exchange {
        client: "kubectl/v1.37.2 (linux/amd64) kubernetes/0000000".to_owned(),
        admin: true,
        method: method.to_owned(),
        path: path.to_owned(),
        accept: Some("application/json".to_owned()),
        content_type: (!body.is_empty()).then(|| "application/json".to_owned()),
        body: (!body.is_empty()).then(|| Bytes(body.as_bytes().to_vec())),
        status,
        answer: Bytes(answer.as_bytes().to_vec()),
        ..Exchange::default()
    }
}

fn script(exchanges: &[Exchange]) -> Script {
    let asked: Vec<_> = exchanges.iter().map(|exchange| Asked::read(exchange).unwrap()).collect();
    write(&asked.iter().collect::<Vec<_>>(), &BTreeSet::new())
}

fn lines(script: &Script) -> Vec<String> {
    script.steps.iter().map(|step| format!("{} {}", step.send, step.body.as_deref().unwrap_or_default())).collect()
}

const UID: &str = "0f3a9a52-6ad0-4b5b-9a52-0f3a9a526ad0";

fn object(name: &str, revision: &str) -> String {
    format!(
        r#"{{"kind":"ConfigMap","metadata":{{"name":"{name}","namespace":"work","uid":"{UID}","resourceVersion":"{revision}","creationTimestamp":"2026-01-02T03:04:05Z"}}}}"#
    )
}

#[test]
fn what_the_server_chose_is_captured() {
    let put = object("a", "7");
    let made = script(&[
        exchange("POST", "/api/v1/namespaces/work/configmaps", r#"{"metadata":{"name":"a"}}"#, 201, &object("a", "7")),
        exchange("PUT", "/api/v1/namespaces/work/configmaps/a", &put, 200, &object("a", "9")),
        exchange("GET", "/api/v1/namespaces/work/configmaps?watch=true&resourceVersion=7&timeoutSeconds=311", "", 200, ""),
        exchange(
            "DELETE",
            "/api/v1/namespaces/work/configmaps/a",
            r#"{"preconditions":{"uid":"UID","resourceVersion":"9"}}"#,
            200,
            "{}",
        ),
    ]);
    let expect = [
        r#"POST /api/v1/namespaces/${ns}/configmaps {"metadata":{"name":"a"}}"#,
        r#"PUT /api/v1/namespaces/${ns}/configmaps/a {"kind":"ConfigMap","metadata":{"name":"a","namespace":"${ns}","uid":"${u1}","resourceVersion":"${r1}","creationTimestamp":"${c1}"}}"#,
        r#"DELETE /api/v1/namespaces/${ns}/configmaps/a {"preconditions":{"uid":"UID","resourceVersion":"${r2}"}}"#,
        // The watch begins where it began, and comes last.
        "GET /api/v1/namespaces/${ns}/configmaps?watch=true&resourceVersion=${r1}&timeoutSeconds=1 ",
    ];
    assert_eq!(lines(&made), expect);
    let pointers: Vec<_> = made.steps[0].capture.iter().map(|(name, pointer)| format!("{name}={pointer}")).collect();
    assert_eq!(pointers, ["c1=/metadata/creationTimestamp", "r1=/metadata/resourceVersion", "u1=/metadata/uid"]);
    assert_eq!(made.steps[1].capture.keys().collect::<Vec<_>>(), ["r2"]);
    assert_eq!(made.steps[0].headers["User-Agent"], "kubectl/v1.37.2");
    assert_eq!(made.writes, 3);
}

#[test]
fn generated_names_and_strangers() {
    let pod = r#"{"metadata":{"name":"web-x7f2q","generateName":"web-","namespace":"work"}}"#;
    let owned = format!(r#"{{"metadata":{{"generateName":"web-","ownerReferences":[{{"uid":"{UID}"}}]}}}}"#);
    let made = script(&[
        exchange("POST", "/api/v1/namespaces/work/pods", &owned, 201, pod),
        exchange("GET", "/api/v1/namespaces/work/pods/web-x7f2q", "", 200, pod),
    ]);
    let expect = [
        r#"POST /api/v1/namespaces/${ns}/pods {"metadata":{"generateName":"web-","ownerReferences":[{"uid":"00000000-0000-4000-8000-000000000001"}]}}"#,
        "GET /api/v1/namespaces/${ns}/pods/${n1} ",
    ];
    assert_eq!(lines(&made), expect);
    assert_eq!(made.mask, ["/**/lastTransitionTime", r"web\-[bcdfghjklmnpqrstvwxz2456789]{5}\b"]);
}

#[test]
fn a_list_of_generated_names_has_no_order() {
    let path = "/api/v1/namespaces/work/pods";
    let made = |name: &str| {
        let answer = format!(r#"{{"metadata":{{"name":"{name}","generateName":"web-"}}}}"#);
        exchange("POST", path, r#"{"metadata":{"generateName":"web-"}}"#, 201, &answer)
    };
    let list = || exchange("GET", path, "", 200, "{}");
    assert_eq!(script(&[made("web-x7f2q"), list()]).steps.len(), 2);
    assert_eq!(script(&[made("web-x7f2q"), made("web-bbbbb"), list()]).steps.len(), 2);
}

#[test]
fn objects_without_namespaces_get_the_cases_name() {
    let class = |name: &str| format!(r#"{{"metadata":{{"name":"{name}"}}}}"#);
    let path = "/apis/storage.k8s.io/v1/storageclasses";
    let made = script(&[
        exchange("POST", path, &class("fast"), 201, &class("fast")),
        exchange("PUT", &format!("{path}/standard"), &class("standard"), 200, &class("standard")),
        exchange("GET", &format!("{path}?fieldSelector=metadata.name%3Dfast"), "", 200, "{}"),
        exchange("DELETE", path, "", 200, "{}"),
    ]);
    let expect = [
        format!("POST {path} {}", class("${case}")),
        format!("GET {path}?fieldSelector=metadata.name%3D${{case}} "),
        // Nothing may be deleted that belongs to another case.
        format!("DELETE {path}?fieldSelector=metadata.name%3D${{case}} "),
    ];
    assert_eq!(lines(&made), expect);
}

#[test]
fn what_was_listed_and_watched_already_is_left_out() {
    let all = [
        exchange("POST", "/api/v1/namespaces/work/configmaps", r#"{"metadata":{"name":"a"}}"#, 201, &object("a", "7")),
        exchange("GET", "/api/v1/namespaces/work/configmaps?watch=true", "", 200, ""),
        exchange("GET", "/api/v1/namespaces/work/configmaps/a", "", 200, "{}"),
    ];
    let first = script(&all);
    assert_eq!(first.steps.len(), 3);
    let asked: Vec<_> = all.iter().map(|exchange| Asked::read(exchange).unwrap()).collect();
    assert_eq!(write(&asked.iter().collect::<Vec<_>>(), &first.shapes).steps.len(), 2);
}

#[test]
fn heartbeats_are_thinned_out() {
    let path = "/apis/coordination.k8s.io/v1/namespaces/kube-system/leases";
    let mut all = vec![exchange("POST", path, r#"{"metadata":{"name":"l"}}"#, 201, &object("l", "1"))];
    all.extend((0..9).map(|_| exchange("PUT", &format!("{path}/l"), r#"{"metadata":{"name":"l"}}"#, 200, &object("l", "2"))));
    assert_eq!(script(&all).steps.len(), 3);
}

#[test]
fn a_request_that_needs_what_is_not_there_is_left_out() {
    let stale = r#"{"metadata":{"name":"b","resourceVersion":"5"}}"#;
    let made = script(&[
        exchange("POST", "/api/v1/namespaces/work/configmaps", r#"{"metadata":{"name":"a"}}"#, 201, &object("a", "7")),
        exchange("PUT", "/api/v1/namespaces/work/configmaps/b", stale, 200, &object("b", "6")),
        exchange("GET", "/api/v1/namespaces/work/configmaps?continue=abc", "", 200, "{}"),
    ]);
    assert_eq!(made.steps.len(), 1);
}

#[test]
fn what_the_clock_decides_is_not_compared() {
    let path = "/apis/batch/v1/namespaces/work/jobs";
    let answer = r#"{"metadata":{"name":"p"},"status":{"conditions":[{"lastTransitionTime":"2026-01-02T03:04:05Z"}],"startTime":"2026-01-02T03:04:05Z"}}"#;
    let made = script(&[
        exchange("PATCH", &format!("{path}/p/status"), r#"{"status":{"startTime":"2026-01-02T03:04:05Z"}}"#, 200, answer),
        exchange("GET", &format!("{path}?watch=true&allowWatchBookmarks=true"), "", 200, ""),
        exchange("GET", &format!("{path}?watch=true&allowWatchBookmarks=true&sendInitialEvents=true"), "", 200, ""),
    ]);
    assert_eq!(made.mask, ["/**/lastTransitionTime"]);
    let expect = [
        "GET /apis/batch/v1/namespaces/${ns}/jobs?watch=true&timeoutSeconds=1",
        "GET /apis/batch/v1/namespaces/${ns}/jobs?watch=true&allowWatchBookmarks=true&sendInitialEvents=true&timeoutSeconds=10",
    ];
    assert_eq!(made.steps[1..].iter().map(|step| step.send.as_str()).collect::<Vec<_>>(), expect);
    assert_eq!((made.steps[1].until, made.steps[2].until), (None, Some(INITIAL_EVENTS_END)));
}

#[test]
fn a_port_that_the_server_gave_is_not_asked_for_again() {
    let path = "/api/v1/namespaces/work/services";
    let made = script(&[
        exchange("POST", path, r#"{"metadata":{"name":"s"},"spec":{"ports":[{"nodePort":0}]}}"#, 201, "{}"),
        exchange("PUT", &format!("{path}/s"), r#"{"spec":{"ports":[{"nodePort":31914}]}}"#, 200, "{}"),
    ]);
    assert_eq!(made.steps.len(), 1);
}

#[test]
fn others_requests_are_not_repeated() {
    let good = exchange("GET", "/api/v1/namespaces/work/pods/p", "", 200, "{}");
    assert!(Asked::read(&good).is_ok());
    for bad in [
        Exchange { admin: false, ..good.clone() },
        Exchange { status: 503, ..good.clone() },
        Exchange { path: "/api/v1/namespaces/work/pods/p/log".to_owned(), ..good.clone() },
        Exchange { path: "/version".to_owned(), ..good.clone() },
        Exchange { body: Some(Bytes(b"k8s\0\xff".to_vec())), ..good.clone() },
        Exchange { body: Some(Bytes(b"{\"a\":\"${b}\"}".to_vec())), ..good },
    ] {
        assert!(Asked::read(&bad).is_err(), "{bad:?}");
    }
}
