//! Credentials never show in logs, at any level, nor in metrics or answers: canaries are sent in every place where a client may put one, and then
//! looked for in what all crates logged and in what came back. The names in the path of a request that is let in are logged on purpose;
//! whoever puts a token there has published it.

use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use bytes::Bytes;
use http::Request;
use http_body_util::Full;
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::util::SubscriberInitExt;

use crate::support::https::Https;
use crate::support::{Answer, CLIENT_CA, Cluster, Options, PASSWORDS, TOKENS};

/// The canaries: no part of one is a word.
const TOKEN: &str = "Zq7vX3kWp9TfLm2R";
const PASSWORD: &str = "Hd5yNc8sJb4gUe6K";
/// Known to the server.
const FILE_OF_TOKENS: &str = "Zq7vX3kWp9TfLm2R-good,jane,1,system:masters\n";
const FILE_OF_PASSWORDS: &str = "Hd5yNc8sJb4gUe6K-good,basil,2,system:masters\n";
/// Bytes in a row that give a canary away.
const WINDOW: usize = 6;

/// Everything that is logged while it lives, at all levels, by all crates in this thread.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for Log {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        self.clone()
    }
}

impl Log {
    fn start() -> (Self, tracing::subscriber::DefaultGuard) {
        let log = Self::default();
        let subscriber = tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_ansi(false);
        let guard = subscriber.with_writer(log.clone()).finish().set_default();
        (log, guard)
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap()).into_owned()
    }
}

/// How the beginning of a secret looks that is printed as numbers or in hexadecimal.
fn as_numbers(secret: &[u8]) -> [String; 3] {
    let begin = &secret[..WINDOW];
    let joined = |form: fn(&u8) -> String, between: &str| begin.iter().map(form).collect::<Vec<_>>().join(between);
    [joined(u8::to_string, ", "), joined(|byte| format!("{byte:02x}"), ""), joined(|byte| format!("{byte:02x}"), " ")]
}

/// The line of a text that holds a part of a secret, as it is or as numbers.
fn leak(text: &str, secrets: &[Vec<u8>]) -> Option<String> {
    let pair = |bytes: &[u8]| usize::from(bytes[0]) << 8 | usize::from(bytes[1]);
    let windows: Vec<&[u8]> = secrets.iter().flat_map(|secret| secret.windows(WINDOW)).collect();
    let mut begins = vec![false; 1 << 16];
    windows.iter().for_each(|window| begins[pair(window)] = true);
    let whole = text.as_bytes();
    let shown = |at: &usize| begins[pair(&whole[*at..])] && windows.iter().any(|window| whole[*at..].starts_with(window));
    let numbers = || secrets.iter().flat_map(|secret| as_numbers(secret)).find_map(|part| text.find(&part));
    let at = (0..whole.len().saturating_sub(1)).find(shown).or_else(numbers)?;
    let begin = whole[..at].iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
    Some(String::from_utf8_lossy(&whole[begin..]).lines().next().unwrap_or_default().to_owned())
}

/// The canaries in every spelling in which a client sends them.
fn spellings() -> Vec<Vec<u8>> {
    let mut all = Vec::new();
    for canary in [TOKEN, PASSWORD] {
        // A part of the encoded text depends on where it begins.
        for shift in ["", "x", "xx"] {
            let encoded = STANDARD.encode(format!("{shift}{canary}"));
            all.push(encoded.trim_end_matches('=').as_bytes()[4..].to_vec());
        }
        all.push(canary.as_bytes().to_vec());
    }
    all
}

#[track_caller]
fn no_leak(text: &str, what: &str) {
    if let Some(line) = leak(text, &spellings()) {
        panic!("{what}: a canary shows in: {line}");
    }
}

async fn cluster() -> Cluster {
    Cluster::with(Options { tokens: Some(FILE_OF_TOKENS), passwords: Some(FILE_OF_PASSWORDS), ..Options::default() }).await
}

/// Values of an `Authorization` header: good, wrong and malformed ones.
fn authorizations() -> Vec<String> {
    let pair = |text: &str| STANDARD.encode(text);
    let mut all: Vec<String> =
        ["Bearer @-good", "Bearer @", "bearer @ @", "Bearer  @", "Bearer,@", "Bearer:@", "Bearer\t@", "@", "Token @"]
            .into_iter()
            .chain([
                "Basic @",
                "Basic  @",
                "Digest username=\"x\", response=\"@\"",
                "Negotiate @",
                "Bearer \u{e9}@",
                "\"Bearer @\"",
                "Basic @:@",
            ])
            .map(|form| form.replace('@', TOKEN))
            .collect();
    for text in ["basil:@-good", "basil:@", "@:x", "@", ":@", "basil:@:", "@:@", "basil:\u{e9}@"] {
        let text = text.replace('@', PASSWORD);
        all.push(format!("Basic {}", pair(&text)));
        all.push(format!("basic {}", pair(&text).trim_end_matches('=')));
        all.push(format!("Bearer {}", pair(&text)));
    }
    all
}

/// Other headers in which a token may stand.
fn other_headers() -> Vec<(&'static str, String)> {
    let protocol = |text: &str| format!("base64url.bearer.authorization.k8s.io.{}", URL_SAFE_NO_PAD.encode(text));
    let mut all = vec![
        ("sec-websocket-protocol", format!("{}-good, x", protocol(TOKEN))),
        ("sec-websocket-protocol", format!("{}, x", protocol(&format!("{TOKEN}-good")))),
        ("sec-websocket-protocol", protocol(TOKEN)),
        ("sec-websocket-protocol", format!("{}, {}", protocol(TOKEN), protocol(TOKEN))),
        ("sec-websocket-protocol", format!("base64url.bearer.authorization.k8s.io.{TOKEN}=, x")),
    ];
    let names = ["proxy-authorization", "cookie", "x-auth-token", "x-api-key", "x-remote-user", "impersonate-user", "referer"];
    all.extend(names.map(|name| (name, format!("Bearer {TOKEN}"))));
    all.extend(["accept", "content-type", "traceparent", "audit-id"].map(|name| (name, TOKEN.to_owned())));
    all
}

/// One request: path, method, headers, body.
struct Sent {
    method: &'static str,
    path: String,
    headers: Vec<(&'static str, String)>,
    body: String,
    /// Whether an answer may repeat what was sent, because it says what is wrong with it.
    repeats: bool,
}

fn all_requests() -> Vec<Sent> {
    let good = || ("authorization", format!("Bearer {TOKEN}-good"));
    let mut all = Vec::new();
    let mut add = |method, path: &str, headers: Vec<(&'static str, String)>, body: &str, repeats| {
        let fill = |text: &str| text.replace('@', TOKEN);
        all.push(Sent { method, path: fill(path), headers, body: fill(body), repeats });
    };
    for value in authorizations() {
        for path in ["/api/v1/nodes", "/version", "/nowhere", "/api/v1/namespaces/default/configmaps?watch=1&timeoutSeconds=1"] {
            add("GET", path, vec![("authorization", value.clone())], "", false);
        }
        add("POST", "/api/v1/namespaces", vec![("authorization", value)], "{}", false);
    }
    for header in other_headers() {
        // Upstream says back what an accepted client calls its request, and which form it asks for.
        let repeats = matches!(header.0, "accept" | "content-type" | "audit-id");
        let upgrade = || vec![("upgrade", "websocket".to_owned()), ("connection", "upgrade".to_owned()), header.clone()];
        add("GET", "/api/v1/nodes", vec![header.clone()], "", repeats);
        add("GET", "/api/v1/nodes", vec![header.clone(), good()], "", repeats);
        add("GET", "/api/v1/nodes", upgrade(), "", repeats);
    }
    for query in [
        "access_token=@",
        "token=@",
        "@",
        "%@",
        "pretty=@",
        "limit=@",
        "continue=@",
        "watch=@",
        "resourceVersion=@",
        "labelSelector=@!=",
        "labelSelector=a%3D@",
        "fieldSelector=@",
        "timeoutSeconds=@",
        "timeout=@",
        "fieldValidation=@",
        "dryRun=@",
    ] {
        add("GET", &format!("/api/v1/namespaces/default/secrets?{query}"), vec![good()], "", true);
        add("GET", &format!("/api/v1/namespaces/default/secrets?{query}"), vec![], "", true);
        add("POST", &format!("/api/v1/namespaces/default/secrets?{query}"), vec![good()], "{}", true);
    }
    for body in [
        r#"{"metadata":{"name":"a"},"stringData":{"token":"@"}}"#,
        r#"{"metadata":{"name":"a"},"data":{"token":"@"}}"#,
        r#"{"metadata":{"name":"a"},"@":1,"@":2}"#,
        r#"{"metadata":{"name":"@ @"}}"#,
        r#"{"metadata":{"name":"a"},"data":"@"}"#,
        r#"{"@"#,
        "@",
        "k8s\0@",
        "kind: Secret\nmetadata: {name: @\n",
    ] {
        for media in ["application/json", "application/yaml", "application/vnd.kubernetes.protobuf"] {
            let media = ("content-type", media.to_owned());
            add("POST", "/api/v1/namespaces/default/secrets", vec![good(), media.clone()], body, true);
            add("POST", "/api/v1/namespaces/default/secrets", vec![media.clone()], body, true);
        }
        for media in ["json-patch", "merge-patch", "strategic-merge-patch", "apply-patch"] {
            let media = ("content-type", format!("application/{media}+json"));
            add("PATCH", "/api/v1/namespaces/default/secrets/a", vec![good(), media], body, true);
        }
    }
    // Whoever is not let in may have put the token here.
    for path in ["/api/v1/namespaces/@", "/@", "/api/v1/nodes/@/proxy", "/api/%40%"] {
        add("GET", path, vec![("authorization", "Bearer wrong".to_owned())], "", true);
    }
    all
}

fn judge(sent: &Sent, answer: &Answer) {
    if !sent.repeats {
        no_leak(
            &format!("{:?}\n{}", answer.headers, answer.text()),
            &format!("answer to {} {} {:?}", sent.method, sent.path, sent.headers),
        );
    }
}

/// What cannot be a request line or a header; the server says so and closes.
fn raw_requests() -> Vec<String> {
    [
        "GET /api HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer @\0\r\n\r\n",
        "GET /api HTTP/1.1\r\nHost: x\r\nAuthorization : Bearer @\r\nConnection: close\r\n\r\n",
        "GET /api HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer wrong\r\nAuthorization: Bearer @\r\nConnection: close\r\n\r\n",
        "GET /api HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer\r\n @\r\nConnection: close\r\n\r\n",
        "GET https://user:@@localhost/api HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET /api @ HTTP/1.1\r\nHost: x\r\n\r\n",
        "@\r\n\r\n",
        "GET /api HTTP/1.1\r\nHost: x\r\nContent-Length: @\r\n\r\n",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n@@@@@@@@@@@@@@@@",
    ]
    .map(|request| request.replace('@', TOKEN))
    .to_vec()
}

/// Sends everything over one protocol.
async fn send_all(https: &Https<'_>, version_2: bool) {
    for sent in all_requests() {
        // Past the protocol the code is the same, and HTTP/2 logs a great deal.
        if version_2 && (sent.path != "/api/v1/nodes" || sent.method != "GET") {
            continue;
        }
        let host = if version_2 { "https://localhost" } else { "" };
        let Ok(uri) = format!("{host}{}", sent.path).parse::<http::Uri>() else { continue };
        let mut builder = Request::builder().method(sent.method).uri(uri);
        if !version_2 {
            builder = builder.header("host", "localhost");
        }
        for (name, value) in &sent.headers {
            // The library knows no bytes above 127 in text; the server does.
            if !(version_2 && matches!(*name, "upgrade" | "connection")) {
                builder = builder.header(*name, http::HeaderValue::from_bytes(value.as_bytes()).unwrap());
            }
        }
        let request = builder.body(Full::new(Bytes::from(sent.body.clone()))).unwrap();
        let answer = match version_2 {
            true => https.http2(None).await.send(request).await,
            false => https.http1(None).await.send(request).await,
        };
        judge(&sent, &answer);
    }
}

#[tokio::test]
async fn a_planted_leak_is_found() {
    let (log, _guard) = Log::start();
    let cluster = cluster().await;
    let plants: [fn(&http::HeaderMap); 3] = [
        |headers| tracing::trace!(?headers, "planted"),
        |headers| tracing::trace!(bytes = ?headers["authorization"].as_bytes(), "planted"),
        |headers| tracing::trace!(part = &headers["authorization"].to_str().unwrap()[9..15], "planted"),
    ];
    for plant in plants {
        let server = cluster.server.clone();
        let https = Https::over(&cluster, move |request: Request<net::Body>| {
            plant(request.headers());
            server.handle(request)
        })
        .await;
        log.0.lock().unwrap().clear();
        let request = Request::get("/api").header("host", "x").header("authorization", format!("Bearer {TOKEN}"));
        https.http1(None).await.send(request.body(Full::default()).unwrap()).await;
        assert!(leak(&log.text(), &spellings()).is_some_and(|line| line.contains("planted")), "{}", log.text());
    }
}

#[tokio::test]
async fn no_log_and_no_answer_shows_a_credential() {
    let (log, _guard) = Log::start();
    let cluster = cluster().await;
    let https = Https::start(&cluster).await;
    send_all(&https, false).await;
    send_all(&https, true).await;
    for request in raw_requests() {
        no_leak(&https.raw(request.as_bytes()).await, &request);
    }
    let metrics = cluster.get("/metrics").await;
    assert!(metrics.text().contains("authentication_attempts"), "{}", metrics.text());
    no_leak(&metrics.text(), "metrics");
    // All crates were heard, at the lowest level.
    let text = log.text();
    for heard in ["TRACE apiserver::filters", "credentials were refused", "TRACE h2", "rustls"] {
        assert!(text.contains(heard), "{heard} was not logged");
    }
    no_leak(&text, "log");
    let key = cluster.pki.server().key.to_pem();
    let lines: Vec<Vec<u8>> = key.lines().filter(|line| !line.starts_with('-')).map(|line| line.as_bytes().to_vec()).collect();
    assert_eq!(leak(&text, &lines), None, "a private key is logged");
}

#[tokio::test]
async fn files_are_spoken_of_without_their_content() {
    let (log, _guard) = Log::start();
    let cluster = cluster().await;
    let write = async |path: &str, content: &str| {
        cluster.sim.sys().disk.write(Path::new(path), content.replace('@', TOKEN).as_bytes(), 0o600).unwrap();
        cluster.sim.pass(Duration::ZERO).await;
    };
    for content in ["@", "@,x", "\"@,x,1\n", "@\",x,1", "@,\u{e9}@,1\n@,y,1\n,x,2", "@,x,1", "x,@,1\n,@,2", "\"@\n@\n"] {
        for path in [TOKENS, PASSWORDS, CLIENT_CA] {
            write(path, content).await;
        }
    }
    let text = log.text();
    assert!(text.contains("line 1: 1 columns") && text.contains("read changed credentials"), "{text}");
    no_leak(&text, "log");
}
