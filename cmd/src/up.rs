//! `ferrokube up`: a control plane in this process, in the foreground. Makes the PKI and the kubeconfig, opens the listener, says one line
//! when ready, and stops on SIGTERM or Ctrl-C. Wiring only: every part is a crate of its own.

use std::net::{IpAddr, Ipv4Addr, SocketAddr, UdpSocket};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use apiserver::{Config, Enabled, Gates, NodePortRange, Server, ServiceRanges};
use clap::Args;
use pki::kubeconfig::{Access, merge_into_file};
use pki::{ClusterPki, ServerNames, ServerTls};
use storage::{EmbeddedLimits, EmbeddedStore, Limits as StoreLimits, MemoryStore, Store};
use sys::Sys;

use crate::credentials::Credentials;

/// Version of the product and of the release that it is compatible with.
pub(crate) const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), " (Kubernetes v1.37)");

/// History is compacted as often as upstream compacts etcd.
const COMPACTION: Duration = Duration::from_secs(5 * 60);
/// How long requests in progress may take when the server stops.
const DRAIN: Duration = Duration::from_secs(10);
/// Release that is emulated unless `--emulated-version` says otherwise.
const RELEASE: (u16, u16) = (1, 37);

/// Options of `up`.
#[derive(Args)]
pub(crate) struct Options {
    /// Keep nothing on disk but the kubeconfig: certificates and objects end with the process.
    #[arg(long)]
    memory: bool,
    /// Folder for objects, certificates and the kubeconfig [default: ~/.local/share/ferrokube].
    #[arg(long, value_name = "DIR")]
    data_dir: Option<PathBuf>,
    /// Address and port of the API server; port 0 takes any free one.
    #[arg(long, value_name = "ADDR:PORT", default_value = "127.0.0.1:6443")]
    listen: SocketAddr,
    /// Where the kubeconfig goes [default: DIR/admin.kubeconfig]. Other entries of an existing file are kept.
    #[arg(long, value_name = "FILE")]
    kubeconfig: Option<PathBuf>,
    /// Address that the endpoints of the Service default/kubernetes name; not a loopback one. Unless given: the listening address,
    /// or that of this machine's default route.
    #[arg(long, value_name = "ADDR")]
    advertise_address: Option<IpAddr>,
    /// Range of addresses of services, or one of each family. The first address is that of the Service default/kubernetes.
    #[arg(long, value_name = "CIDR[,CIDR]", default_value = "10.96.0.0/12")]
    service_cluster_ip_range: String,
    /// Range of ports of services on nodes.
    #[arg(long, value_name = "FIRST-LAST", default_value = "30000-32767")]
    service_node_port_range: String,
    /// APIs to switch on or off, as upstream's flag: api/all=true, resource.k8s.io/v1beta1=true, ...
    #[arg(long, value_name = "KEY=BOOL,...", default_value = "")]
    runtime_config: String,
    /// Feature gates, as upstream's flag: AllAlpha=true, ...
    #[arg(long, value_name = "NAME=BOOL,...", default_value = "")]
    feature_gates: String,
    /// Kubernetes release to emulate.
    #[arg(long, value_name = "1.NN", default_value = "1.37")]
    emulated_version: String,
    #[command(flatten)]
    credentials: Credentials,
    /// Log level: error, warn, info, debug, trace.
    #[arg(long, value_name = "LEVEL", default_value = "warn")]
    log: String,
}

/// Runs until told to stop.
pub(crate) fn run(options: Options) -> Result<()> {
    daemon::logs::start(&options.log).context("set up logs")?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().context("start the runtime")?;
    runtime.block_on(serve(options))
}

async fn serve(options: Options) -> Result<()> {
    let sys = sys::real();
    let shutdown = daemon::Shutdown::on_signals(&sys).context("listen for signals")?;
    let data_dir = data_dir(options.data_dir.as_ref())?;
    let services: ServiceRanges = options.service_cluster_ip_range.parse().context("--service-cluster-ip-range")?;
    let node_ports: NodePortRange = options.service_node_port_range.parse().context("--service-node-port-range")?;
    let service = services.primary().first();
    let pki = open_pki(&sys, &options, &data_dir, service)?;
    let store = open_store(&sys, &options, &data_dir)?;
    let listener = sys.net.listen(options.listen).await.with_context(|| format!("listen on {}", options.listen))?;
    let address = listener.local_addr();
    let authenticator = options.credentials.open(&sys, &pki)?;
    let server = Server::start(Config {
        sys: sys.clone(),
        store: store.clone(),
        authenticator,
        authoriser: auth::Authorizers::standard(),
        enabled: Enabled::parse(&options.runtime_config).map_err(anyhow::Error::msg).context("--runtime-config")?,
        gates: Gates::parse(&options.feature_gates).map_err(anyhow::Error::msg).context("--feature-gates")?,
        emulated: emulated(&options.emulated_version)?,
        services,
        node_ports,
        advertise: advertised(&options).map(|ip| (ip, address.port())),
        compaction: Some(COMPACTION),
    })
    .await
    .context("start the API server")?;
    let tls = ServerTls::new(&sys, pki.server(), &[]).context("prepare TLS")?;
    let handler = server.clone();
    let front = net::Server::new(&sys, net::Limits::default(), move |request| handler.handle(request));
    let running = front.listen(listener, Some(tls));
    let kubeconfig = write_kubeconfig(&sys, &options, &data_dir, &pki, address)?;
    announce(address, &kubeconfig);
    shutdown.requested().await;
    server.shutting_down();
    running.stop().await;
    let drained = front.drain(DRAIN).await;
    if drained.cut_off > 0 {
        tracing::warn!(connections = drained.cut_off, "connections were cut off at the end of the drain");
    }
    store.close().await;
    Ok(())
}

/// The one line on standard output.
#[expect(clippy::print_stdout, reason = "the line that a person or a script waits for")]
fn announce(address: SocketAddr, kubeconfig: &std::path::Path) {
    println!("ferrokube is ready at https://{address} (kubectl --kubeconfig {})", kubeconfig.display());
}

pub(crate) fn data_dir(given: Option<&PathBuf>) -> Result<PathBuf> {
    if let Some(dir) = given {
        return Ok(dir.clone());
    }
    let home = std::env::var_os("HOME").filter(|h| !h.is_empty());
    match home {
        Some(home) => Ok(PathBuf::from(home).join(".local/share/ferrokube")),
        None => bail!("HOME is not set: say where to keep files with --data-dir"),
    }
}

fn open_store(sys: &Sys, options: &Options, data_dir: &std::path::Path) -> Result<Arc<dyn Store>> {
    if options.memory {
        return Ok(Arc::new(MemoryStore::new(sys.clone(), StoreLimits::default())));
    }
    let dir = crate::storage::folder(data_dir);
    let store = EmbeddedStore::open(sys.clone(), &dir, EmbeddedLimits::default());
    Ok(Arc::new(store.with_context(|| format!("open the store in {}", dir.display()))?))
}

fn open_pki(sys: &Sys, options: &Options, data_dir: &std::path::Path, service: IpAddr) -> Result<ClusterPki> {
    let mut names = ServerNames::api_server(service, "cluster.local");
    let ip = options.listen.ip();
    if !ip.is_unspecified() && !ip.is_loopback() {
        names.ips.push(ip);
    }
    if options.memory {
        return ClusterPki::in_memory(sys, &names).context("make certificates");
    }
    let dir = data_dir.join("pki");
    ClusterPki::open(sys, &dir, &names).with_context(|| format!("open certificates in {}", dir.display()))
}

fn write_kubeconfig(
    sys: &Sys,
    options: &Options,
    data_dir: &std::path::Path,
    pki: &ClusterPki,
    address: SocketAddr,
) -> Result<PathBuf> {
    let path = options.kubeconfig.clone().unwrap_or_else(|| data_dir.join("admin.kubeconfig"));
    let administrator = pki.administrator(sys).context("make the administrator's certificate")?;
    let ip = if address.ip().is_unspecified() { IpAddr::V4(Ipv4Addr::LOCALHOST) } else { address.ip() };
    let server = format!("https://{}", SocketAddr::new(ip, address.port()));
    let authority = pki.authority_pem();
    let access = Access {
        cluster: "ferrokube",
        server: &server,
        authority_pem: &authority,
        user: "kubernetes-admin",
        pair: &administrator,
    };
    merge_into_file(sys, &path, &access).with_context(|| format!("write {}", path.display()))?;
    Ok(path)
}

fn emulated(text: &str) -> Result<(u16, u16)> {
    let parsed = text.split_once('.').and_then(|(major, minor)| Some((major.parse().ok()?, minor.parse().ok()?)));
    match parsed {
        Some(release @ (1, 34..=37)) => Ok(release),
        Some(_) => bail!("--emulated-version {text}: this release emulates 1.34 to {}.{}", RELEASE.0, RELEASE.1),
        None => bail!("--emulated-version {text:?}: two numbers with a dot"),
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn releases_out_of_reach_are_refused() {
        assert_eq!(emulated("1.36").unwrap(), (1, 36));
        for bad in ["1.33", "1.38", "2.37", "", "x"] {
            assert!(emulated(bad).is_err(), "{bad}");
        }
    }
}
