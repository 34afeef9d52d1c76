//! Who gets in, with which credential, and what those are told who do not. What is expected was asked of the reference, but for passwords:
//! upstream gave them up with v1.19.

use std::path::Path;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use bytes::Bytes;
use http::Request;
use http_body_util::Full;
use net::ConnInfo;
use pki::{ClusterPki, KeyPair, ServerNames, Subject, Template, Usage, Validity};

use crate::support::https::Https;
use crate::support::{Answer, CLIENT_CA, Cluster, Options, TOKENS};

const PATH: &str = "/api/v1/namespaces/default/secrets";
/// The whole body of every 401.
const UNAUTHORIZED: &str = r#"{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"Unauthorized","reason":"Unauthorized","code":401}"#;

fn options() -> Options {
    Options { tokens: Some("good,jane,1\nroot,root,0,system:masters\n"), passwords: Some("word,basil,2\n"), ..Options::default() }
}

fn request(path: &str, headers: &[(&str, &str)]) -> Request<Bytes> {
    let builder = headers.iter().fold(Request::get(path), |builder, (name, value)| builder.header(*name, *value));
    builder.body(Bytes::new()).unwrap()
}

async fn ask(cluster: &Cluster, path: &str, headers: &[(&str, &str)]) -> Answer {
    cluster.finish(cluster.request_on(ConnInfo::in_process(Vec::new()), request(path, headers))).await
}

/// Who the server takes the sender for: everybody but the administrator is told in the refusal.
fn user(answer: &Answer) -> String {
    match answer.code {
        200 => "(may read secrets)".to_owned(),
        401 => {
            assert_eq!(answer.text().trim_end(), UNAUTHORIZED);
            "(unauthorized)".to_owned()
        }
        _ => answer.refused(403, "Forbidden").split('"').nth(1).unwrap_or_default().to_owned(),
    }
}

fn basic(pair: &str) -> String {
    format!("Basic {}", STANDARD.encode(pair))
}

#[tokio::test]
async fn tokens_and_passwords_say_who_asks() {
    let cluster = Cluster::with(options()).await;
    let check = async |authorization: &str, expect: &str| {
        assert_eq!(user(&ask(&cluster, PATH, &[("authorization", authorization)]).await), expect, "{authorization:?}");
    };
    check("Bearer good", "jane").await;
    check("bearer good", "jane").await;
    check("Bearer root", "(may read secrets)").await;
    check(&basic("basil:word"), "basil").await;
    for wrong in ["Bearer wrong", "Bearer goo", &basic("basil:wrong"), &basic("jane:good"), "Basic x", "Basic"] {
        check(wrong, "(unauthorized)").await;
    }
    for no_credential in ["", "Bearer", "Bearer  good", "nonsense"] {
        check(no_credential, "system:anonymous").await;
    }
}

#[tokio::test]
async fn passwords_are_off_without_a_file() {
    let cluster = Cluster::with(Options { passwords: None, ..options() }).await;
    let answer = ask(&cluster, PATH, &[("authorization", &basic("basil:word"))]).await;
    assert_eq!(user(&answer), "system:anonymous");
}

#[tokio::test]
async fn anonymous_requests_see_health_and_version_only() {
    let check = async |anonymous: bool, path: &str, expect: u16| {
        let cluster = Cluster::with(Options { anonymous, ..options() }).await;
        assert_eq!(ask(&cluster, path, &[]).await.code, expect, "{anonymous} {path}");
    };
    for path in ["/healthz", "/livez", "/readyz", "/version"] {
        check(true, path, 200).await;
        check(false, path, 401).await;
    }
    for path in ["/api", "/metrics", PATH] {
        check(true, path, 403).await;
        check(false, path, 401).await;
    }
}

#[tokio::test]
async fn a_challenge_is_made_only_where_passwords_are_accepted() {
    let check = async |options: Options, authorization: &str, code: u16, expect: &str| {
        let cluster = Cluster::with(options).await;
        let answer = ask(&cluster, PATH, &[("authorization", authorization)]).await;
        assert_eq!((answer.code, answer.header("www-authenticate")), (code, expect), "{authorization:?}");
    };
    let challenge = "Basic realm=\"kubernetes-master\"";
    check(options(), "Bearer wrong", 401, challenge).await;
    check(options(), "Basic wrong", 401, challenge).await;
    check(options(), "", 403, "").await;
    check(Options { anonymous: false, ..options() }, "", 401, challenge).await;
    check(Options { passwords: None, ..options() }, "Bearer wrong", 401, "").await;
}

#[tokio::test]
async fn a_token_that_is_ignored_is_pointed_out() {
    let cluster = Cluster::with(options()).await;
    let warning = async |authorization: &str| {
        let answer = ask(&cluster, "/version", &[("authorization", authorization)]).await;
        assert_eq!(answer.code, 200);
        answer.header("warning").to_owned()
    };
    let expect = "299 - \"the provided Authorization header contains extra space before the bearer token, and is ignored\"";
    assert_eq!(warning("Bearer  good").await, expect);
    assert_eq!(warning("Bearer good").await, "");
    assert_eq!(warning("Bearer").await, "");
}

#[tokio::test]
async fn a_revoked_token_is_refused_on_an_open_connection() {
    let cluster = Cluster::with(options()).await;
    let https = Https::start(&cluster).await;
    let mut connection = https.http1(None).await;
    let ask = |token: &str| {
        let authorization = format!("Bearer {token}");
        request(PATH, &[("host", "localhost"), ("authorization", &authorization)]).map(Full::new)
    };
    assert_eq!(user(&connection.send(ask("good")).await), "jane");
    cluster.sim.sys().disk.write(Path::new(TOKENS), b"new,jane,1\n", 0o600).unwrap();
    cluster.sim.pass(Duration::ZERO).await;
    assert_eq!(user(&connection.send(ask("new")).await), "jane");
    assert_eq!(user(&connection.send(ask("good")).await), "(unauthorized)");
}

#[tokio::test]
async fn a_websocket_shows_its_token_among_the_protocols() {
    let cluster = Cluster::with(options()).await;
    let https = Https::start(&cluster).await;
    let token = |text: &str| format!("base64url.bearer.authorization.k8s.io.{}", URL_SAFE_NO_PAD.encode(text));
    let shake = async |protocols: &str| {
        https
            .raw(
                format!(
                    "GET {PATH}?watch=1&timeoutSeconds=1 HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\n\
                     Upgrade: websocket\r\nOrigin: http://localhost\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: eA==\r\n\
                     Sec-WebSocket-Protocol: {protocols}\r\n\r\n"
                )
                .as_bytes(),
            )
            .await
    };
    let root = token("root");
    for protocols in [format!("{root}, some.protocol"), format!("some.protocol,{root}")] {
        let said = shake(&protocols).await.to_lowercase();
        assert!(said.starts_with("http/1.1 101 "), "{said}");
        assert!(said.contains("\r\nsec-websocket-protocol: some.protocol\r\n") && !said.contains("bearer"), "{said}");
    }
    for wrong in [root.clone(), format!("{root}, {root}, x"), format!("{}, x", token("wrong")), format!("{root}=, x")] {
        let said = shake(&wrong).await;
        assert!(said.starts_with("HTTP/1.1 401 ") && said.ends_with(&format!("{UNAUTHORIZED}\n")), "{said}");
    }
    assert!(shake("some.protocol").await.starts_with("HTTP/1.1 403 "));
}

/// A client's key pair, by this authority.
fn client(cluster: &Cluster, pki: &ClusterPki, name: &str, validity: Validity) -> KeyPair {
    let subject = Subject { common_name: name.to_owned(), organizations: vec!["system:masters".to_owned()] };
    let template = Template { subject, dns: Vec::new(), ips: Vec::new(), usage: Usage::Client, validity };
    let (certificate, key) = pki.issuer().unwrap().issue(&*cluster.sim.sys().entropy, &template).unwrap();
    KeyPair { chain: vec![certificate], key }
}

#[tokio::test]
async fn a_bad_certificate_is_an_answer_and_no_failed_handshake() {
    let cluster = Cluster::with(options()).await;
    let https = Https::start(&cluster).await;
    let other = ClusterPki::in_memory(&cluster.sim.sys(), &ServerNames::default()).unwrap();
    let now = cluster.sim.sys().clock.wall().seconds();
    let valid = Validity { from: now, to: now + 100 };
    let check = async |pair: &KeyPair, authorization: &str, expect: &str| {
        let headers = [("host", "localhost"), ("authorization", authorization)];
        let answer = https.http1(Some(pair)).await.send(request(PATH, &headers).map(Full::new)).await;
        assert_eq!(user(&answer), expect, "HTTP/1.1 {authorization:?}");
        let whole = format!("https://localhost{PATH}");
        let answer = https.http2(Some(pair)).await.send(request(&whole, &headers[1..]).map(Full::new)).await;
        assert_eq!(user(&answer), expect, "HTTP/2 {authorization:?}");
    };
    let good = client(&cluster, &cluster.pki, "jane", valid);
    check(&good, "", "(may read secrets)").await;
    check(&good, "Bearer wrong", "(may read secrets)").await;
    for bad in [
        client(&cluster, &other, "jane", valid),
        client(&cluster, &cluster.pki, "jane", Validity { from: now - 100, to: now - 1 }),
        client(&cluster, &cluster.pki, "jane", Validity { from: now + 50, to: now + 100 }),
        cluster.pki.server().clone(),
    ] {
        check(&bad, "", "(unauthorized)").await;
        // No weaker credential makes up for it; upstream would take this one.
        check(&bad, "Bearer good", "(unauthorized)").await;
    }
    // Of nobody: no credential.
    let nameless = client(&cluster, &cluster.pki, "", valid);
    check(&nameless, "", "system:anonymous").await;
    check(&nameless, "Bearer good", "jane").await;
}

#[tokio::test]
async fn another_authority_counts_on_open_connections() {
    let other = ClusterPki::in_memory(&sys::sim::Sim::new(7).sys(), &ServerNames::default()).unwrap();
    let cluster = Cluster::with(Options { client_ca: Some(other.authority_pem()), ..Options::default() }).await;
    let https = Https::start(&cluster).await;
    let now = cluster.sim.sys().clock.wall().seconds();
    let pair = client(&cluster, &other, "jane", Validity { from: now, to: now + 100 });
    let mut connection = https.http1(Some(&pair)).await;
    let ask = || request(PATH, &[("host", "localhost")]).map(Full::new);
    assert_eq!(user(&connection.send(ask()).await), "(may read secrets)");
    let replaced = ClusterPki::in_memory(&sys::sim::Sim::new(8).sys(), &ServerNames::default()).unwrap().authority_pem();
    cluster.sim.sys().disk.write(Path::new(CLIENT_CA), replaced.as_bytes(), 0o600).unwrap();
    cluster.sim.pass(Duration::ZERO).await;
    assert_eq!(user(&connection.send(ask()).await), "(unauthorized)");
}
