//! The server as a value: made from a configuration, it answers requests until it is dropped. Nothing of it is process-wide, so that
//! many live in one process and share nothing. Called by `cmd` and by tests; sockets are `net`'s business.

use std::future::Future;
use std::net::IpAddr;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use auth::{Authenticator, Authorizers};
use daemon::health::{Endpoint as HealthEndpoint, Registry as Health};
use daemon::metrics::Registry;
use kinds::resource::Release;
use meta::status::Status;
use storage::Store;
use sys::{BoxFuture, Sys, Tick};

use crate::catalog::{Catalog, Enabled};
use crate::documents::Documents;
use crate::escape::has_broken_escape;
use crate::exchange::{Exchange, Response};
use crate::filters::Next;
use crate::gates::Gates;
use crate::hooks::{self, NodePortRange, Pools, ServiceRanges};
use crate::metrics::{Metrics, Stores, about, files};
use crate::readers::Readers;
use crate::registry::world::World;
use crate::routes::BUILD;
use crate::trail::Trail;
use crate::{bootstrap, compaction, respond};

/// Check that is well once the objects exist that every cluster has.
const BOOTSTRAP: &str = "poststarthook/start-system-namespaces-controller";
/// Check that fails for good once the store has stopped because its disk failed; upstream's name, for probes that exclude or ask for it.
const STORE: &str = "etcd";
/// The same, for readiness.
const STORE_READY: &str = "etcd-readiness";
/// Check that fails once the server is about to stop.
const SHUTDOWN: &str = "shutdown";

/// What a server is made of.
pub struct Config {
    /// Clock, entropy, tasks.
    pub sys: Sys,
    /// Where objects are kept.
    pub store: Arc<dyn Store>,
    /// Who may ask.
    pub authenticator: Authenticator,
    /// What they may do.
    pub authoriser: Authorizers,
    /// Which APIs are switched on or off (`--runtime-config`).
    pub enabled: Enabled,
    /// Feature gates that are on.
    pub gates: Gates,
    /// Emulated release, as (major, minor).
    pub emulated: (u16, u16),
    /// Addresses of services (`--service-cluster-ip-range`). The Service `default/kubernetes` has the first.
    pub services: ServiceRanges,
    /// Ports of services on nodes (`--service-node-port-range`).
    pub node_ports: NodePortRange,
    /// Where the endpoints of that Service point; none leaves them empty. Loopback is refused, as validation of endpoints does.
    pub advertise: Option<(IpAddr, u16)>,
    /// How often history is compacted; none never.
    pub compaction: Option<Duration>,
}

/// A running server. Cheap to clone.
#[derive(Clone)]
pub struct Server(pub(crate) Arc<Inner>);

/// What all requests share.
pub(crate) struct Inner {
    /// Surroundings of writes.
    pub world: World,
    /// Which resources there are.
    pub catalog: Catalog,
    /// Discovery and OpenAPI, built at first use.
    pub documents: Documents,
    /// Named health checks.
    pub health: Arc<Health>,
    /// What is counted.
    pub metrics: Arc<Metrics>,
    /// Who may ask.
    pub authenticator: Authenticator,
    /// What they may do.
    pub authoriser: Authorizers,
    /// When the last watch ends, once the server stops.
    pub watches_end: OnceLock<Tick>,
    /// Threads for what takes long to read.
    pub readers: Readers,
}

impl Inner {
    /// Follows a request, of the server's own or not.
    #[must_use]
    pub(crate) fn trail(&self, request: &http::Request<net::Body>, own: bool) -> Arc<Trail> {
        Trail::new(&self.metrics, &self.world.sys.clock, request, own)
    }
}

impl Server {
    /// Makes a server and the objects that every cluster has. When this returns, the server is ready.
    ///
    /// # Errors
    /// A configuration that contradicts itself, or a store that does not answer.
    pub async fn start(config: Config) -> Result<Self, StartError> {
        if let Some((address, _)) = config.advertise
            && address.is_loopback()
        {
            return Err(StartError::LoopbackAdvertised(address));
        }
        let metrics = Arc::new(Metrics::new(&config.sys));
        let release = Release { major: config.emulated.0, minor: config.emulated.1 };
        let gates =
            kinds::gates::stages(release).map(|(name, stage)| (name, stage.name(), config.gates.on(name, release))).collect();
        about::configured(&metrics.registry, &BUILD, config.emulated, gates);
        files::declare(&metrics.registry, &config.store);
        let stores = Stores::new(config.store.clone(), metrics.clone(), config.sys.clock.clone());
        let world = World::new(config.sys, config.emulated, config.gates, metrics.clone());
        let catalog = Catalog::new(&config.enabled, &stores, release).map_err(StartError::RuntimeConfig)?;
        let pools = Pools { services: config.services.clone(), node_ports: config.node_ports };
        hooks::install(&catalog, &stores, pools).map_err(StartError::RuntimeConfig)?;
        let health = Arc::new(Health::default());
        health.add("ping", &HealthEndpoint::ALL, true);
        health.add(STORE, &HealthEndpoint::ALL, true);
        health.add(STORE_READY, &[HealthEndpoint::Ready], true);
        health.add(BOOTSTRAP, &HealthEndpoint::ALL, false);
        health.add(SHUTDOWN, &[HealthEndpoint::Ready], true);
        about::health(&metrics.slis, &health);
        let inner = Arc::new(Inner {
            world,
            documents: Documents::default(),
            catalog,
            health,
            metrics,
            authenticator: config.authenticator,
            authoriser: config.authoriser,
            watches_end: OnceLock::new(),
            readers: Readers::default(),
        });
        let server = Self(inner);
        server.watch_the_store(&config.store);
        if let Some(every) = config.compaction {
            compaction::start(&server.0.world.sys, &config.store, every);
        }
        bootstrap::run(&server, &config.services, config.advertise).await.map_err(StartError::Bootstrap)?;
        server.0.health.set(BOOTSTRAP, true);
        Ok(server)
    }

    /// Says on the health endpoints when the store has stopped for good.
    fn watch_the_store(&self, store: &Arc<dyn Store>) {
        let (failed, inner) = (store.failed(), Arc::downgrade(&self.0));
        let body = async move {
            let why = failed.await;
            tracing::error!(%why, "the store has stopped: restart the server");
            if let Some(inner) = inner.upgrade() {
                inner.health.set(STORE, false);
                inner.health.set(STORE_READY, false);
            }
        };
        self.0.world.sys.spawn.task("store-failure", Box::pin(body));
    }

    /// Says on `/readyz` that the server is about to stop, so that load balancers send nobody here any more.
    pub fn shutting_down(&self) {
        self.0.health.set(SHUTDOWN, false);
    }

    /// Ends all watches, one after another over the time `within`, so that their clients do not all come back elsewhere in the same
    /// moment. Until its turn comes a watch goes on; then it ends as if its time were up. Those that begin later end with the last.
    pub fn end_watches(&self, within: Duration) {
        let clock = self.0.world.sys.clock.clone();
        let begin = clock.tick();
        // Before anybody is counted: whoever begins to watch afterwards looks here.
        self.0.watches_end.get_or_init(|| begin.plus(within));
        let running: Vec<cacher::Running> = self.0.catalog.cachers().flat_map(|cacher| cacher.watches()).collect();
        let task = async move {
            for (turn, watch) in (0_u32..).zip(&running) {
                let share = f64::from(turn) / running.len() as f64;
                clock.wait_until(begin.plus(within.mul_f64(share))).await;
                watch.end();
            }
        };
        self.0.world.sys.spawn.task("end watches", Box::pin(task));
    }

    /// Answers one request: the whole filter chain and the endpoint.
    #[must_use]
    pub fn handle(&self, request: http::Request<net::Body>) -> BoxFuture<'static, Response> {
        if has_broken_escape(request.uri().path()) {
            return Box::pin(async { respond::broken_request() });
        }
        if expects_the_unknown(&request) {
            return Box::pin(async { respond::expectation_failed() });
        }
        let trail = self.0.trail(&request, false);
        Next::first(self.0.clone()).run(Exchange::new(request, trail))
    }

    /// Shows how many TLS handshakes have failed: whoever stands in front of the server knows.
    pub fn shows_failed_handshakes(&self, read: impl Fn() -> u64 + Send + Sync + 'static) {
        about::handshakes(&self.0.metrics.registry, read);
    }

    /// What this server counts; whoever stands in front of it may add its own.
    #[must_use]
    pub fn metrics(&self) -> &Arc<Registry> {
        &self.0.metrics.registry
    }
}

impl net::Service for Server {
    fn call(&self, request: http::Request<net::Body>) -> impl Future<Output = Response> + Send + 'static {
        self.handle(request)
    }
}

/// Whether an HTTP/1 client waits for something that Go's server does not know.
fn expects_the_unknown(request: &http::Request<net::Body>) -> bool {
    let Some(expected) = request.headers().get(http::header::EXPECT).filter(|_| request.version() < http::Version::HTTP_2) else {
        return false;
    };
    let known = |text: &str| text.split(',').any(|part| part.trim().eq_ignore_ascii_case("100-continue"));
    !expected.is_empty() && !expected.to_str().is_ok_and(known)
}

/// Why a server does not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// Endpoints cannot hold a loopback address.
    #[error("the address {0} is a loopback address, which endpoints may not hold: advertise another one")]
    LoopbackAdvertised(IpAddr),
    /// `--runtime-config` names what does not exist.
    #[error("runtime-config: {0}")]
    RuntimeConfig(String),
    /// The objects of every cluster could not be made.
    #[error("the objects that every cluster has could not be made: {}", .0.message)]
    Bootstrap(Status),
}
