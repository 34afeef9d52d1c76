//! A server of its own for every test, on the memory store or that on a simulated disk, and a clock that moves only when the test has
//! nothing left to do; raw requests as bytes, and a `kube::Client`. Called by every test; it must never judge an answer.

pub(crate) mod events;
pub(crate) mod https;
pub(crate) mod overtaken;
pub(crate) mod panicking;
mod pass_on;
pub(crate) mod recorded;
pub(crate) mod slow;
pub(crate) mod stubs;

use std::future::Future;
use std::net::{IpAddr, Ipv4Addr};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;

use apiserver::{Config, Enabled, Server};
use auth::authz::{Attributes, Authorizer, Decision};
use bytes::Bytes;
use http::{HeaderMap, Request};
use http_body_util::BodyExt;
use net::{ConnInfo, InProcess};
use pki::{ClusterPki, KeyPair, ServerNames};
use serde_json::Value;
use storage::{EmbeddedLimits, EmbeddedStore, Key, Limits, MemoryStore, Store};
use sys::Sys;
use sys::sim::Sim;

/// Turns that all other tasks get before the clock may move. Everything runs in one thread, so that a task that can go on does so
/// within a few turns; a commit through the watch cache to a watcher takes less than ten, a service over the slow store about a hundred.
const TURNS: usize = 256;

/// What a server is started with.
pub(crate) struct Options {
    /// As `--runtime-config`.
    pub(crate) runtime_config: &'static str,
    /// As `--feature-gates`.
    pub(crate) gates: &'static str,
    /// Period of compaction; none never.
    pub(crate) compaction: Option<Duration>,
    /// The store is the one on disk.
    pub(crate) on_disk: bool,
    /// The store answers slowly, in many steps.
    pub(crate) slow: bool,
    /// The store panics over keys that end with the word.
    pub(crate) panics: bool,
    /// A verb that nobody may do.
    pub(crate) forbidden: Option<&'static str>,
    /// Who comes between the store's reads and commits.
    pub(crate) overtaken: Option<overtaken::Plan>,
    /// As `--service-cluster-ip-range`.
    pub(crate) services: &'static str,
    /// As `--service-node-port-range`.
    pub(crate) node_ports: &'static str,
    /// Seed of uids and generated names.
    pub(crate) seed: u64,
    /// Content of [`TOKENS`]; no such file without it.
    pub(crate) tokens: Option<&'static str>,
    /// Content of [`PASSWORDS`]; no such file without it.
    pub(crate) passwords: Option<&'static str>,
    /// Content of [`CLIENT_CA`]; no such file without it.
    pub(crate) client_ca: Option<String>,
    /// As `--anonymous-auth`.
    pub(crate) anonymous: bool,
    /// Who runs tasks, if not the test's own runtime.
    pub(crate) spawn: Option<Arc<dyn sys::Spawn>>,
}

/// As `--token-auth-file`.
pub(crate) const TOKENS: &str = "/credentials/tokens.csv";
/// As `--basic-auth-file`.
pub(crate) const PASSWORDS: &str = "/credentials/passwords.csv";
/// As `--client-ca-file`.
pub(crate) const CLIENT_CA: &str = "/credentials/ca.crt";

impl Default for Options {
    fn default() -> Self {
        Self {
            runtime_config: "",
            gates: "",
            compaction: None,
            on_disk: false,
            slow: false,
            panics: false,
            forbidden: None,
            overtaken: None,
            services: "10.0.0.0/24",
            node_ports: "30000-32767",
            seed: 1,
            tokens: None,
            passwords: None,
            client_ca: None,
            anonymous: true,
            spawn: None,
        }
    }
}

/// Denies one verb.
struct Forbids(&'static str);

impl Authorizer for Forbids {
    fn authorize(&self, attributes: &Attributes<'_>) -> Decision {
        let reason = if attributes.verb == self.0 { "planted" } else { "" }.to_owned();
        if reason.is_empty() { Decision::NoOpinion { reason } } else { Decision::Deny { reason } }
    }
}

impl Options {
    /// The standard authorisers behind the forbidden verb.
    fn authoriser(&self) -> auth::Authorizers {
        let mut authorisers = auth::Authorizers::standard();
        if let Some(verb) = self.forbidden {
            authorisers.0.insert(0, Box::new(Forbids(verb)));
        }
        authorisers
    }

    /// Writes the files of credentials and opens them.
    fn authenticator(&self, sys: &Sys, pki: &ClusterPki) -> auth::Authenticator {
        sys.disk.create_dir(Path::new("/credentials"), 0o700).unwrap();
        let file = |path: &str, content: Option<&str>| {
            content.map(|content| {
                sys.disk.write(Path::new(path), content.as_bytes(), 0o600).unwrap();
                PathBuf::from(path)
            })
        };
        let files = auth::authn::Files {
            client_ca: file(CLIENT_CA, self.client_ca.as_deref()),
            tokens: file(TOKENS, self.tokens),
            passwords: file(PASSWORDS, self.passwords),
        };
        files.open(sys, vec![pki.authority().clone()], self.anonymous).unwrap()
    }
}

/// A running server with everything that a test wants to look at.
pub(crate) struct Cluster {
    /// The server.
    pub(crate) server: Server,
    /// What lies behind it.
    pub(crate) store: Arc<dyn Store>,
    /// Its clock.
    pub(crate) sim: Sim,
    /// Its authority and its own certificate.
    pub(crate) pki: ClusterPki,
    administrator: KeyPair,
}

impl Cluster {
    /// A server with default settings.
    pub(crate) async fn start() -> Self {
        Self::with(Options::default()).await
    }

    /// A server with these settings.
    pub(crate) async fn with(options: Options) -> Self {
        let sim = Sim::new(options.seed);
        let store: Arc<dyn Store> = if options.on_disk {
            Arc::new(EmbeddedStore::open(sim.sys(), Path::new("/store"), EmbeddedLimits::default()).unwrap())
        } else {
            Arc::new(MemoryStore::new(sim.sys(), Limits::default()))
        };
        Self::over(sim, store, &options).await
    }

    /// Another server over the same store, with default settings.
    pub(crate) async fn restart(&self) -> Self {
        Self::over(self.sim.clone(), self.store.clone(), &Options::default()).await
    }

    async fn over(sim: Sim, store: Arc<dyn Store>, options: &Options) -> Self {
        let mut sys = sim.sys();
        if let Some(spawn) = &options.spawn {
            sys.spawn = spawn.clone();
        }
        let services: apiserver::ServiceRanges = options.services.parse().unwrap();
        let names = ServerNames::api_server(services.primary().first(), "cluster.local");
        let pki = ClusterPki::in_memory(&sys, &names).unwrap();
        let server = Server::start(Config {
            sys: sys.clone(),
            store: match (options.slow, options.panics, &options.overtaken) {
                (true, ..) => Arc::new(slow::Slow(store.clone())),
                (_, true, _) => Arc::new(panicking::Panicking(store.clone())),
                (.., Some(plan)) => Arc::new(overtaken::Overtaken(store.clone(), plan.clone())),
                _ => store.clone(),
            },
            authenticator: options.authenticator(&sys, &pki),
            authoriser: options.authoriser(),
            enabled: Enabled::parse(options.runtime_config).unwrap(),
            gates: apiserver::Gates::parse(options.gates, (1, 37)).unwrap(),
            emulated: (1, 37),
            services,
            node_ports: options.node_ports.parse().unwrap(),
            advertise: Some((IpAddr::V4(Ipv4Addr::new(192, 0, 2, 10)), 6443)),
            compaction: options.compaction,
        })
        .await
        .unwrap();
        let administrator = pki.administrator(&sys).unwrap();
        Self { server, store, sim, pki, administrator }
    }

    /// A connection of the administrator.
    pub(crate) fn administrator(&self) -> ConnInfo {
        ConnInfo::in_process(self.administrator.chain.clone())
    }

    /// A typed client in a namespace, as the administrator.
    pub(crate) fn client(&self, namespace: &str) -> kube::Client {
        let server = self.server.clone();
        let service = move |request| server.handle(request);
        kube::Client::new(InProcess::new(Arc::new(service), self.administrator()), namespace)
    }

    /// The future of a request, not polled yet, as the administrator.
    pub(crate) fn request(&self, request: Request<Bytes>) -> sys::BoxFuture<'static, http::Response<net::Body>> {
        self.request_on(self.administrator(), request)
    }

    /// The future of a request on a connection.
    pub(crate) fn request_on(
        &self,
        connection: ConnInfo,
        request: Request<Bytes>,
    ) -> sys::BoxFuture<'static, http::Response<net::Body>> {
        self.stream_on(connection, request.map(net::Body::full))
    }

    /// The future of a request whose body may still be on its way.
    pub(crate) fn stream_on(
        &self,
        connection: ConnInfo,
        mut request: Request<net::Body>,
    ) -> sys::BoxFuture<'static, http::Response<net::Body>> {
        request.extensions_mut().insert(Arc::new(connection));
        self.server.handle(request)
    }

    /// Sends a JSON request and reads the whole answer.
    pub(crate) async fn send(&self, method: &str, path: &str, body: &str) -> Answer {
        self.send_as("application/json", method, path, body).await
    }

    /// Sends a request with a body of some type.
    pub(crate) async fn send_as(&self, media_type: &str, method: &str, path: &str, body: &str) -> Answer {
        let mut builder = Request::builder().method(method).uri(path).header("accept", "application/json");
        if !body.is_empty() {
            builder = builder.header("content-type", media_type);
        }
        let request = builder.body(Bytes::copy_from_slice(body.as_bytes())).unwrap();
        self.exchange(request).await
    }

    /// Sends any request as the administrator and reads the whole answer.
    pub(crate) async fn exchange(&self, request: Request<Bytes>) -> Answer {
        self.finish(self.request(request)).await
    }

    /// Reads the whole answer of a request that is on its way.
    pub(crate) async fn finish(&self, answer: impl Future<Output = http::Response<net::Body>>) -> Answer {
        self.patiently(async {
            let (parts, body) = answer.await.into_parts();
            let body = body.collect().await.expect("the body is not cut off").to_bytes();
            Answer { code: parts.status.as_u16(), headers: parts.headers, body }
        })
        .await
    }

    /// Waits for something that may need time to pass: whenever nothing else can go on, the clock moves to the next deadline.
    pub(crate) async fn patiently<T>(&self, future: impl Future<Output = T>) -> T {
        let mut future = std::pin::pin!(future);
        let (mut idle, mut revision) = (0, self.revision());
        loop {
            if let Poll::Ready(done) = poll_once(future.as_mut()).await {
                return done;
            }
            // Somebody writes: not all is at rest.
            let now = self.revision();
            idle = if now == revision { idle + 1 } else { 0 };
            revision = now;
            if idle > TURNS {
                let next = self.sim.next_deadline().expect("everybody waits, and not for time: this would hang for ever");
                self.sim.advance(next.since(self.sim.sys().clock.tick()));
                idle = 0;
            }
            tokio::task::yield_now().await;
        }
    }

    /// GET.
    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.send("GET", path, "").await
    }

    /// GET that must succeed.
    pub(crate) async fn read(&self, path: &str) -> Value {
        self.get(path).await.expect(200)
    }

    /// POST that must succeed.
    pub(crate) async fn create(&self, path: &str, object: &Value) -> Value {
        self.send("POST", path, &object.to_string()).await.expect(201)
    }

    /// PUT that must succeed.
    pub(crate) async fn update(&self, path: &str, object: &Value) -> Value {
        self.send("PUT", path, &object.to_string()).await.expect(200)
    }

    /// Merge patch.
    pub(crate) async fn merge(&self, path: &str, patch: &Value) -> Answer {
        self.send_as("application/merge-patch+json", "PATCH", path, &patch.to_string()).await
    }

    /// DELETE.
    pub(crate) async fn delete(&self, path: &str) -> Answer {
        self.send("DELETE", path, "").await
    }

    /// Makes a namespace.
    pub(crate) async fn namespace(&self, name: &str) {
        self.create("/api/v1/namespaces", &serde_json::json!({"metadata": {"name": name}})).await;
    }

    /// The store's revision: it grows with every write and with nothing else.
    pub(crate) fn revision(&self) -> u64 {
        self.store.revisions().current.0
    }

    /// What lies under a key, as the stored JSON.
    pub(crate) async fn stored(&self, key: &str) -> Option<Value> {
        let item = self.store.get(&Key::from(key), None).await.unwrap().item?;
        Some(serde_json::from_slice(&item.value.body.to_contiguous()).expect("stored bodies are JSON"))
    }

    /// Puts what lies under a key in another server's store into this one's, behind the server's back.
    pub(crate) async fn copy(&self, from: &Cluster, key: &str) {
        let key = Key::from(key);
        let item = from.store.get(&key, None).await.unwrap().item.expect("there is something to copy");
        self.store.commit(storage::Txn::create(key, item.value.clone())).await.unwrap();
    }
}

async fn poll_once<F: Future + Unpin>(mut future: F) -> Poll<F::Output> {
    std::future::poll_fn(|context| Poll::Ready(std::pin::Pin::new(&mut future).poll(context))).await
}

/// A whole answer.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    /// Status code.
    pub(crate) code: u16,
    /// Headers.
    pub(crate) headers: HeaderMap,
    /// Body.
    pub(crate) body: Bytes,
}

impl Answer {
    /// The body as text.
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The body as JSON.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|e| panic!("{e}: {} {}", self.code, self.text()))
    }

    /// The body as JSON of an answer that must have this code.
    #[track_caller]
    pub(crate) fn expect(&self, code: u16) -> Value {
        assert_eq!(self.code, code, "{}", self.text());
        self.json()
    }

    /// The message of a Status that must have this code and reason.
    #[track_caller]
    pub(crate) fn refused(&self, code: u16, reason: &str) -> String {
        let status = self.expect(code);
        assert_eq!(status["kind"], "Status", "{status}");
        assert_eq!(status["reason"].as_str().unwrap_or(""), reason, "{status}");
        status["message"].as_str().unwrap_or("").to_owned()
    }

    /// A header as text; empty where it is missing.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |v| v.to_str().unwrap_or(""))
    }
}

/// `metadata.resourceVersion` of an object or a list.
#[track_caller]
pub(crate) fn revision_of(object: &Value) -> u64 {
    object["metadata"]["resourceVersion"]
        .as_str()
        .unwrap_or("")
        .parse()
        .unwrap_or_else(|_| panic!("no resourceVersion: {object}"))
}

/// Names of a list's items, in order.
pub(crate) fn names(list: &Value) -> Vec<String> {
    let items = list["items"].as_array().unwrap_or_else(|| panic!("no items: {list}"));
    items.iter().map(|item| item["metadata"]["name"].as_str().unwrap_or("").to_owned()).collect()
}
