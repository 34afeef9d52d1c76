//! What this server counts, under upstream's names. One value per server; filters, endpoints and stores add to it, `/metrics` shows it.
//! Families are declared here and nowhere else, so that one registry holds them all. It must never hold anything by a name that a client
//! chose: labels come from tables and from the catalog.

pub(crate) mod about;
mod access;
mod admission;
pub(crate) mod endpoint;
pub(crate) mod files;
mod in_flight;
pub(crate) mod labels;
pub(crate) mod paths;
mod requests;
mod storage;
mod stores;
mod watches;

use std::sync::Arc;
use std::time::Duration;

use auth::authz::Decision;
use daemon::metrics::Registry;
use sys::Sys;

use access::Access;
use admission::Admission;
pub(crate) use in_flight::{Flying, InFlight};
pub(crate) use requests::{Requests, Series};
pub(crate) use storage::Storage;
pub(crate) use stores::Stores;
pub(crate) use watches::{WatchMeter, Watches};

/// All metrics of a server.
pub(crate) struct Metrics {
    /// The families.
    pub registry: Arc<Registry>,
    /// Those that say how well the server does, which have a path of their own.
    pub slis: Arc<Registry>,
    /// When the server was made, in Unix time.
    pub started: i64,
    /// By route.
    pub requests: Requests,
    /// Being answered now.
    pub in_flight: InFlight,
    /// Of watches.
    pub watches: Watches,
    /// Of credentials and permissions.
    access: Access,
    /// Of stores and watch caches.
    pub storage: Storage,
    /// Of admission.
    pub admission: Admission,
}

impl Metrics {
    /// Declares everything.
    #[must_use]
    pub(crate) fn new(sys: &Sys) -> Self {
        let registry = Arc::new(Registry::default());
        daemon::metrics::register_process(&registry, &sys.disk);
        about::declare(&registry);
        Self {
            requests: Requests::new(&registry),
            in_flight: InFlight::new(&registry, &sys.clock),
            watches: Watches::new(&registry),
            access: Access::new(&registry),
            storage: Storage::new(&registry),
            admission: Admission::new(&registry, &sys.clock),
            registry,
            slis: Arc::default(),
            started: sys.clock.wall().seconds(),
        }
    }

    /// Counts somebody who was recognised, or a credential that was refused.
    pub(crate) fn authenticated(&self, user: Option<&str>, took: Duration) {
        self.access.authenticated(user, took);
        self.requests.filtered("authentication", took);
    }

    /// Counts a decision.
    pub(crate) fn authorised(&self, decision: &Decision, took: Duration) {
        self.access.authorised(decision, took);
        self.requests.filtered("authorization", took);
    }
}
