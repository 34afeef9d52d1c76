//! What a request costs inside the server, without a socket: GETs, a LIST and an answer of health, one after another, on one thread. Prints
//! nanoseconds a request, the best of several rounds. To see what a change costs, run it before and after: nothing here is of one version.
//!
//! ```sh
//! cargo run --release -p apiserver --example request_cost
//! ```
#![expect(clippy::print_stdout, clippy::unwrap_used, clippy::disallowed_methods, reason = "an example prints and measures")]

use std::sync::Arc;
use std::time::Instant;

use apiserver::{Config, Enabled, Gates, Server};
use http::Request;
use net::{Body, ConnInfo};
use pki::{ClusterPki, ServerNames};
use storage::{Limits, MemoryStore};

const ROUNDS: usize = 20;
const REQUESTS: u32 = 5_000;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let sys = sys::real();
    let pki = ClusterPki::in_memory(&sys, &ServerNames::default()).unwrap();
    let server = Server::start(Config {
        sys: sys.clone(),
        store: Arc::new(MemoryStore::new(sys.clone(), Limits::default())),
        authenticator: auth::Authenticator::new(Some(x509::Roots::new(&[pki.authority().clone()]).unwrap())),
        authoriser: auth::Authorizers::standard(),
        enabled: Enabled::default(),
        gates: Gates::default(),
        emulated: (1, 37),
        services: "10.0.0.0/24".parse().unwrap(),
        node_ports: "30000-32767".parse().unwrap(),
        advertise: None,
        compaction: None,
    })
    .await
    .unwrap();
    // One connection, as clients have it: what its certificate proves is found out once.
    let connection = Arc::new(ConnInfo::in_process(pki.administrator(&sys).unwrap().chain));
    for path in ["/healthz", "/api/v1/namespaces/default", "/api/v1/namespaces", "/api/v1/namespaces/none"] {
        let mut best = f64::MAX;
        for _ in 0..ROUNDS {
            let began = Instant::now();
            for _ in 0..REQUESTS {
                let mut request = Request::get(path).header("user-agent", "request_cost").body(Body::empty()).unwrap();
                request.extensions_mut().insert(connection.clone());
                let answer = server.handle(request).await;
                drop(answer.into_body().read(1 << 20).await.unwrap());
            }
            best = best.min(began.elapsed().as_nanos() as f64 / f64::from(REQUESTS));
        }
        println!("{path:32} {best:8.0} ns");
    }
}
