//! Starting the parts of `ferrokube up`, one after the other, up to where requests are answered and the kubeconfig is written.

use std::net::{IpAddr, Ipv4Addr, SocketAddr, UdpSocket};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, Result};
use apiserver::{Config, Gates, Server};
use daemon::exit::Fatal;
use net::{ListenError, Running};
use pki::kubeconfig::{self, Access, Current, Merged, merge_into_file};
use pki::{ClusterPki, KeyPair, ServerNames, ServerTls};
use storage::{EmbeddedLimits, EmbeddedStore, Limits as StoreLimits, MemoryStore, OpenError, Store};
use sys::{Listener, Sys};

use super::Options;

/// History is compacted as often as upstream compacts etcd.
const COMPACTION: Duration = Duration::from_secs(5 * 60);
/// Names of the entries in kubeconfig files: the cluster and its context, and the user. kubeadm's own names would take the place of
/// the credentials of a cluster that somebody else set up.
const ENTRY: &str = "ferrokube";
const USER_ENTRY: &str = "ferrokube-admin";

/// The parts at work.
pub(super) struct Started {
    pub(super) server: Server,
    pub(super) store: Arc<dyn Store>,
    pub(super) front: net::Server<Server>,
    pub(super) running: Running,
    pub(super) kubeconfig: Merged,
}

/// Starts everything. `data_dir` is this process's own; without it nothing is kept.
pub(super) async fn start(sys: &Sys, options: &Options, gates: Gates, data_dir: Option<&Path>) -> Result<Started> {
    let file = options.kubeconfig()?;
    // An address that is taken ends the start before anything is made.
    let listener = listen(sys, options.listen).await?;
    let address = listener.local_addr();
    // Nor is anything made for a file that is something else.
    let before = kubeconfig::read(sys, &file)?;
    let pki = open_pki(sys, options, data_dir)?;
    let store = open_store(sys, data_dir)?;
    let authenticator = options.credentials.open(sys, &pki)?;
    let server = Server::start(Config {
        sys: sys.clone(),
        store: store.clone(),
        authenticator,
        authoriser: auth::Authorizers::standard(),
        enabled: options.runtime_config.clone(),
        gates,
        emulated: options.emulated_version,
        services: options.service_cluster_ip_range.clone(),
        node_ports: options.service_node_port_range,
        advertise: advertised(options).map(|ip| (ip, address.port())),
        compaction: Some(COMPACTION),
    })
    .await
    .context("start the API server")?;
    let tls = ServerTls::new(sys, pki.server(), &[]).context("prepare TLS")?;
    let front = net::Server::new(sys, net::Limits::default(), server.clone());
    server.shows_failed_handshakes(front.failed_handshakes());
    let running = front.listen(listener, Some(tls));
    let administrator = pki.administrator_again(sys, before.and_then(|config| config.pair(USER_ENTRY)));
    let administrator = administrator.context("make the administrator's certificate")?;
    let access = (administrator, pki.authority_pem());
    let kubeconfig = write_kubeconfig(sys, options, &file, &access, address).await?;
    Ok(Started { server, store, front, running, kubeconfig })
}

async fn listen(sys: &Sys, at: SocketAddr) -> Result<Box<dyn Listener>> {
    net::listen::open(sys, at).await.map_err(|error| match error {
        in_use @ ListenError::InUse(_) => Fatal::in_use(format!("{in_use}; choose another with --listen")).into(),
        other => other.into(),
    })
}

fn open_store(sys: &Sys, data_dir: Option<&Path>) -> Result<Arc<dyn Store>> {
    let Some(data_dir) = data_dir else { return Ok(Arc::new(MemoryStore::new(sys.clone(), StoreLimits::default()))) };
    let dir = crate::storage::folder(data_dir);
    match EmbeddedStore::open(sys.clone(), &dir, EmbeddedLimits::default()) {
        Ok(store) => Ok(Arc::new(store)),
        Err(in_use @ OpenError::InUse { .. }) => Err(Fatal::in_use(in_use).into()),
        Err(error) => Err(error).with_context(|| format!("open the store in {}", dir.display())),
    }
}

fn open_pki(sys: &Sys, options: &Options, data_dir: Option<&Path>) -> Result<ClusterPki> {
    let mut names = ServerNames::api_server(options.service_cluster_ip_range.primary().first(), "cluster.local");
    // A server that other machines reach is called by its address as well.
    let ip = options.listen.ip();
    names.ips.extend(if ip.is_unspecified() { advertised(options) } else { Some(ip).filter(|ip| !ip.is_loopback()) });
    let Some(data_dir) = data_dir else { return ClusterPki::in_memory(sys, &names).context("make certificates") };
    let pki = ClusterPki::open(sys, &data_dir.join("pki"), &names)?;
    if let Some(end) = pki.authority_ends_soon(sys) {
        let end = meta::time::Time { seconds: end, nanos: 0 }.rfc3339();
        let folder = data_dir.join("pki");
        let folder = folder.display();
        crate::say(&format!("warning: the certificate authority in {folder} ends at {end}: no client works after that"));
    }
    Ok(pki)
}

/// Writes how the administrator reaches the server: the key pair, and the authority to believe.
async fn write_kubeconfig(
    sys: &Sys,
    options: &Options,
    path: &Path,
    (pair, authority_pem): &(KeyPair, String),
    address: SocketAddr,
) -> Result<Merged> {
    let ip = if address.ip().is_unspecified() { IpAddr::V4(Ipv4Addr::LOCALHOST) } else { address.ip() };
    let server = &format!("https://{}", SocketAddr::new(ip, address.port()));
    let access = Access { cluster: ENTRY, server, authority_pem, user: USER_ENTRY, pair, context: ENTRY };
    let current = if options.has_own_kubeconfig() { Current::Always } else { Current::IfNone };
    merge_into_file(sys, path, &access, current).await.context("write the kubeconfig")
}

/// The address that endpoints name. The rule: the flag; else the listening address unless it is loopback or all; else the address of the
/// default route (found by asking the kernel for a route, nothing is sent); else none, and the Service has no endpoints.
fn advertised(options: &Options) -> Option<IpAddr> {
    let listening = options.listen.ip();
    options.advertise_address.or_else(|| (!listening.is_loopback() && !listening.is_unspecified()).then_some(listening)).or_else(
        || {
            let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
            socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9)).ok()?;
            socket.local_addr().ok().map(|a| a.ip()).filter(|ip| !ip.is_loopback() && !ip.is_unspecified())
        },
    )
}
