//! The command line of `ferrokube up`, and its help. Values that cannot be used are refused here, before anything is touched.

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use anyhow::Result;
use apiserver::{Enabled, Gates, NodePortRange, ServiceRanges};
use clap::Args;
use daemon::exit::Fatal;
use daemon::logs::{Filter, Format};

use crate::credentials::Credentials;

/// Releases that can be emulated: minor versions of 1.
const MINORS: std::ops::RangeInclusive<u16> = 34..=37;

const FILES: &str = "Files and folders";
const CLUSTER: &str = "Cluster";
const STOPPING: &str = "Stopping";
const OPERATION: &str = "Operation";

/// Below the options of `--help`.
const MORE: &str = "\
Examples:
  ferrokube up
      Objects, certificates and the kubeconfig are in the default folder.
  ferrokube up --memory --listen 127.0.0.1:0 --kubeconfig ./test.kubeconfig
      A cluster for a test: on any free port, with nothing else on disk.
  ferrokube up --kubeconfig ~/.kube/config
      Adds the cluster to your own kubeconfig. Its other entries and its current context stay; so
      use kubectl --context ferrokube.
  ferrokube up --runtime-config api/all=true --feature-gates AllAlpha=true,AllBeta=true
      Every API and every feature that there is.

When the cluster is ready, one line on standard output says so and names the kubeconfig. Warnings and
errors go to standard error, each error as one line.

Files (in DIR of --data-dir):
  lock               held for as long as DIR is in use; says by which process
  store/             the objects: see ferrokube storage --help
  pki/ca.*           the certificate authority: made at the first start, never replaced
  pki/apiserver.*    the server's certificate and key: replaced at a start when less than a third of
                     its life is left, or when the server's names have changed
  admin.kubeconfig   the administrator's credentials, for its owner only

Signals:
  SIGTERM, SIGINT    stop: /readyz fails, nobody new is let in, watches end, requests in progress
                     are answered, exit with 0
  SIGHUP             the same, unless it was ignored at the start (nohup)
  a second one       end at once, with 1

Exit codes:
  0  stopped as it was told to        2  the command line cannot be used
  1  failed                           3  the data folder or the address is in use

Environment:
  HOME               where the default folder lies
";

/// Options of `up`.
#[derive(Args)]
#[command(version = crate::VERSION, after_long_help = MORE)]
pub(crate) struct Options {
    /// Keep nothing on disk but the kubeconfig
    ///
    /// Certificates and objects end with the process. Of DIR only admin.kubeconfig is
    /// written, and that only unless --kubeconfig names another file.
    #[arg(long, help_heading = FILES, verbatim_doc_comment)]
    pub memory: bool,
    /// Folder for objects, certificates and the kubeconfig [default: ~/.local/share/ferrokube]
    ///
    /// One process at a time uses it.
    #[arg(long, value_name = "DIR", help_heading = FILES, verbatim_doc_comment)]
    data_dir: Option<PathBuf>,
    /// Where the kubeconfig goes [default: DIR/admin.kubeconfig]
    ///
    /// An existing file keeps its other entries and its current context. A file that is
    /// no kubeconfig is left alone.
    #[arg(long, value_name = "FILE", help_heading = FILES, verbatim_doc_comment)]
    kubeconfig: Option<PathBuf>,
    /// Address and port of the API server; port 0 takes any free one
    #[arg(long, value_name = "ADDR:PORT", default_value = "127.0.0.1:6443", help_heading = CLUSTER)]
    pub listen: SocketAddr,
    /// Address that the endpoints of the Service default/kubernetes name
    ///
    /// Not a loopback one. Unless given: the listening address, or that of this machine's
    /// default route.
    #[arg(long, value_name = "ADDR", help_heading = CLUSTER, verbatim_doc_comment)]
    pub advertise_address: Option<IpAddr>,
    /// Range of addresses of services, or one of each family
    ///
    /// The first address is that of the Service default/kubernetes.
    #[arg(long, value_name = "CIDR[,CIDR]", default_value = "10.96.0.0/12", help_heading = CLUSTER)]
    pub service_cluster_ip_range: ServiceRanges,
    /// Range of ports of services on nodes
    #[arg(long, value_name = "FIRST-LAST", default_value = "30000-32767", help_heading = CLUSTER)]
    pub service_node_port_range: NodePortRange,
    /// APIs to switch on or off: api/all=true, resource.k8s.io/v1beta1=true, ...
    #[arg(
        long, value_name = "KEY=BOOL,...", default_value = "", hide_default_value = true, value_parser = Enabled::parse,
        help_heading = CLUSTER
    )]
    pub runtime_config: Enabled,
    /// Feature gates to switch on or off: HPAScaleToZero=false, AllBeta=true, ...
    #[arg(long, value_name = "NAME=BOOL,...", default_value = "", hide_default_value = true, help_heading = CLUSTER)]
    feature_gates: String,
    /// Kubernetes release to emulate
    #[arg(long, value_name = "1.NN", default_value = "1.37", value_parser = emulated, help_heading = CLUSTER)]
    pub emulated_version: (u16, u16),
    #[command(flatten)]
    pub credentials: Credentials,
    /// Time that the server goes on when it was told to stop, with a failing /readyz
    ///
    /// Gives load balancers time to send nobody here any more.
    #[arg(long, value_name = "DURATION", default_value = "0s", value_parser = duration, help_heading = STOPPING)]
    pub shutdown_delay_duration: Duration,
    /// Time over which watches are ended, one after another, when the server stops
    #[arg(long, value_name = "DURATION", default_value = "0s", value_parser = duration, help_heading = STOPPING)]
    pub shutdown_watch_termination_grace_period: Duration,
    /// Log level: off, error, warn, info, debug, trace; or PART=LEVEL,...
    #[arg(long, value_name = "LEVEL", default_value = "warn", help_heading = OPERATION)]
    pub log: Filter,
    /// How log lines look: text, or json for one object a line
    #[arg(long, value_name = "FORMAT", default_value_t, help_heading = OPERATION)]
    pub logging_format: Format,
}

impl Options {
    /// The folder that everything is kept in.
    ///
    /// # Errors
    /// None was given, and there is no home.
    pub(crate) fn data_dir(&self) -> Result<PathBuf> {
        data_dir(self.data_dir.as_ref())
    }

    /// The file that the administrator's credentials go to.
    ///
    /// # Errors
    /// None was given, and there is no home.
    pub(crate) fn kubeconfig(&self) -> Result<PathBuf> {
        match &self.kubeconfig {
            Some(file) => Ok(file.clone()),
            None => Ok(self.data_dir()?.join("admin.kubeconfig")),
        }
    }

    /// Whether that file is the cluster's own and nobody else's.
    pub(crate) fn has_own_kubeconfig(&self) -> bool {
        self.kubeconfig.is_none()
    }

    /// The feature gates, which depend on the release.
    ///
    /// # Errors
    /// A gate that does not exist or cannot be set.
    pub(crate) fn gates(&self) -> Result<Gates> {
        Ok(Gates::parse(&self.feature_gates, self.emulated_version)
            .map_err(|why| Fatal::usage(format!("--feature-gates: {why}")))?)
    }
}

/// The folder that everything is kept in: the one given, or the default one.
///
/// # Errors
/// None was given, and there is no home.
pub(crate) fn data_dir(given: Option<&PathBuf>) -> Result<PathBuf> {
    if let Some(dir) = given {
        return Ok(dir.clone());
    }
    let home = std::env::var_os("HOME").filter(|home| !home.is_empty());
    let home = home.ok_or_else(|| Fatal::usage("HOME is not set: say where to keep files with --data-dir"))?;
    Ok(PathBuf::from(home).join(".local/share/ferrokube"))
}

fn emulated(text: &str) -> Result<(u16, u16), String> {
    let parsed = text.split_once('.').and_then(|(major, minor)| Some((major.parse().ok()?, minor.parse().ok()?)));
    match parsed {
        Some((1, minor)) if MINORS.contains(&minor) => Ok((1, minor)),
        Some(_) => Err(format!("1.{} to 1.{} can be emulated", MINORS.start(), MINORS.end())),
        None => Err("two numbers with a dot".to_owned()),
    }
}

/// A duration as upstream's flags have it.
fn duration(text: &str) -> Result<Duration, String> {
    let parsed = meta::duration::Duration::parse(text).map_err(|error| error.to_string())?;
    u64::try_from(parsed.0).map(Duration::from_nanos).map_err(|_| "a duration cannot be negative here".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn releases_out_of_reach_are_refused() {
        assert_eq!(emulated("1.36"), Ok((1, 36)));
        for bad in ["1.33", "1.38", "2.37", "", "x"] {
            assert!(emulated(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn durations_are_gos() {
        assert_eq!(duration("1m30s"), Ok(Duration::from_secs(90)));
        assert_eq!(duration("0"), Ok(Duration::ZERO));
        assert!(duration("-1s").is_err() && duration("5").is_err());
    }
}
