//! What this server counts, under upstream's names. One value per server; filters, endpoints and stores add to it, `/metrics` shows it.
//! Families are declared here and nowhere else, so that one registry holds them all. It must never hold anything by a name that a client
//! chose: labels come from tables and from the catalog.

mod access;
pub(crate) mod endpoint;
mod in_flight;
pub(crate) mod labels;
mod requests;
mod watches;

use std::sync::Arc;

use daemon::metrics::Registry;
use sys::Sys;

pub(crate) use access::Access;
pub(crate) use in_flight::{Flying, InFlight};
pub(crate) use requests::{Requests, Series};
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
    pub access: Access,
}

impl Metrics {
    /// Declares everything.
    #[must_use]
    pub(crate) fn new(sys: &Sys) -> Self {
        let registry = Arc::new(Registry::default());
        daemon::metrics::register_process(&registry, &sys.disk);
        Self {
            requests: Requests::new(&registry),
            in_flight: InFlight::new(&registry, &sys.clock),
            watches: Watches::new(&registry),
            access: Access::new(&registry),
            registry,
            slis: Arc::default(),
            started: sys.clock.wall().seconds(),
        }
    }
}
