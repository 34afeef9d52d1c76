//! The filters that every request passes, as ONE list in run order. Called by `Server::handle`; the end of the chain is
//! `endpoints::dispatch`. A filter may answer itself or hand on; it must never look into a body.

mod authenticate;
mod authorise;
mod deadline;
mod panic_guard;
mod report;
mod request_info;

use std::sync::Arc;

use sys::{BoxFuture, Tick};

use crate::exchange::{Exchange, Response};
use crate::server::Inner;

/// A filter with the name that traces and documents use.
pub(crate) struct Named {
    /// Its name.
    pub name: &'static str,
    /// What it does.
    pub run: fn(Exchange, Next) -> BoxFuture<'static, Response>,
}

/// In run order. ARCHITECTURE.md quotes this list and a test compares them.
pub(crate) const CHAIN: &[Named] = &[
    Named { name: "panic guard", run: panic_guard::run },
    Named { name: "report", run: report::run },
    Named { name: "request info", run: request_info::run },
    Named { name: "deadline", run: deadline::run },
    Named { name: "authenticate", run: authenticate::run },
    Named { name: "authorise", run: authorise::run },
];

/// The rest of the chain.
pub(crate) struct Next {
    server: Arc<Inner>,
    at: usize,
}

impl Next {
    /// The whole chain.
    #[must_use]
    pub(crate) fn first(server: Arc<Inner>) -> Self {
        Self { server, at: 0 }
    }

    /// The server that the request came to.
    #[must_use]
    pub(crate) fn server(&self) -> &Arc<Inner> {
        &self.server
    }

    /// Monotonic time now.
    #[must_use]
    pub(crate) fn now(&self) -> Tick {
        self.server.world.sys.clock.tick()
    }

    /// Hands the exchange to the next filter, or to the endpoints.
    #[must_use]
    pub(crate) fn run(self, exchange: Exchange) -> BoxFuture<'static, Response> {
        match CHAIN.get(self.at) {
            Some(filter) => {
                tracing::trace!(filter = filter.name, "next filter");
                (filter.run)(exchange, Self { server: self.server, at: self.at + 1 })
            }
            None => Box::pin(crate::endpoints::dispatch(self.server, exchange)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::CHAIN;

    #[test]
    fn architecture_quotes_the_chain() {
        let names: Vec<&str> = CHAIN.iter().map(|f| f.name).collect();
        let quoted = format!("one list in run order: {}", names.join(", "));
        assert!(include_str!("../../../ARCHITECTURE.md").contains(&quoted), "ARCHITECTURE.md must say: {quoted}");
    }
}
