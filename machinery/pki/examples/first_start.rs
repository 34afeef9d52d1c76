//! Measures what the PKI adds to a first start: `cargo run --release -p pki --example first_start -- DIR`. Prints milliseconds.
#![expect(clippy::print_stdout, reason = "its whole purpose")]

use std::path::PathBuf;

use pki::kubeconfig::{Access, Current, merge_into_file};
use pki::{ClusterPki, PkiError, ServerNames};

#[tokio::main]
async fn main() -> Result<(), PkiError> {
    let sys = sys::real();
    let dir = std::env::args_os().nth(1).map_or_else(|| std::env::temp_dir().join("ferrokube-pki"), PathBuf::from);
    let names = ServerNames::api_server(std::net::Ipv4Addr::new(10, 96, 0, 1).into(), "cluster.local");
    let clock = || sys.clock.tick();
    let millis = |from: sys::Tick| clock().since(from).as_secs_f64() * 1000.0;

    let start = clock();
    sys.entropy.fill(&mut [0; 32]);
    println!("first randomness: {:.2} ms", millis(start));

    let start = clock();
    let memory = ClusterPki::in_memory(&sys, &names)?;
    memory.administrator(&sys)?;
    println!("in memory, with administrator: {:.2} ms", millis(start));

    let start = clock();
    let pki = ClusterPki::open(&sys, &dir.join("pki"), &names)?;
    println!("on disk ({} files written): {:.2} ms", pki.created().len(), millis(start));

    let start = clock();
    let pair = pki.administrator(&sys)?;
    let authority_pem = pki.authority_pem();
    let server = "https://127.0.0.1:6443";
    let (cluster, user, context) = ("ferrokube", "ferrokube-admin", "ferrokube");
    let access = Access { cluster, server, authority_pem: &authority_pem, user, pair: &pair, context };
    merge_into_file(&sys, &dir.join("admin.kubeconfig"), &access, Current::Always).await?;
    println!("kubeconfig: {:.2} ms", millis(start));
    Ok(())
}
