//! The kube-rs scenario: what a program does that uses `kube` and `kube-runtime`. It needs an API server alone. Run by
//! `conformance-tools clients` with KUBECONFIG set: one line per step, an end at the first failure. It must not use anything of
//! ferrokube's own crates.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command-line tool reports on its standard streams")]
#![expect(clippy::disallowed_methods, reason = "layer 7 drives a real server in real time; `sys` is for the product")]

mod objects;
mod watchers;

use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail, ensure};
use k8s_openapi::api::core::v1::{ConfigMap, Namespace};
use kube::api::{DeleteParams, ListParams, PostParams};
use kube::{Api, Client, ResourceExt as _};
use serde_json::json;

/// Bounds one run; it needs a tenth of this against the reference.
const WHOLE: Duration = Duration::from_secs(60);

/// Bounds one wait for something that a healthy server does at once.
const PATIENCE: Duration = Duration::from_secs(15);

/// One running scenario.
struct Scenario {
    client: Client,
    namespace: String,
    begun: Instant,
    steps: usize,
}

impl Scenario {
    fn step(&mut self, text: &str) {
        self.steps += 1;
        println!("- {text} (after {:.1} s)", self.begun.elapsed().as_secs_f32());
    }

    fn config_maps(&self) -> Api<ConfigMap> {
        Api::namespaced(self.client.clone(), &self.namespace)
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match tokio::time::timeout(WHOLE, run()).await {
        Ok(Ok(steps)) => {
            println!("{steps} steps passed");
            ExitCode::SUCCESS
        }
        Ok(Err(error)) => {
            eprintln!("FAILED after the last step above: {error:#}");
            ExitCode::FAILURE
        }
        Err(_) => {
            eprintln!("FAILED: the scenario took longer than {WHOLE:?}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<usize> {
    ensure!(std::env::var_os("KUBECONFIG").is_some(), "KUBECONFIG is not set");
    let client = Client::try_default().await.context("cannot make a client")?;
    let mut s = Scenario { client: client.clone(), namespace: String::new(), begun: Instant::now(), steps: 0 };
    s.step("server version and a namespace with a generated name");
    let version = client.apiserver_version().await?;
    equal("version", &format!("{}.{}", version.major, version.minor), "1.37")?;
    let namespaces: Api<Namespace> = Api::all(client);
    let wanted: Namespace = serde_json::from_value(json!({"metadata": {"generateName": "kube-rs-"}}))?;
    s.namespace = namespaces.create(&PostParams::default(), &wanted).await?.name_any();
    let result = parts(&mut s).await;
    // Without a namespace controller the namespace stays, terminating; what is in it goes here.
    s.config_maps().delete_collection(&DeleteParams::default(), &ListParams::default()).await?;
    namespaces.delete(&s.namespace, &DeleteParams::default()).await?;
    result.map(|()| s.steps)
}

async fn parts(s: &mut Scenario) -> Result<()> {
    objects::discovery(s).await?;
    objects::life(s).await?;
    objects::lists(s).await?;
    objects::patches(s).await?;
    watchers::plain(s).await?;
    watchers::list_watch(s).await?;
    watchers::streaming_list(s).await?;
    watchers::metadata(s).await?;
    watchers::conditions(s).await
}

fn equal<T: PartialEq<U> + std::fmt::Debug + ?Sized, U: std::fmt::Debug + ?Sized>(what: &str, got: &T, want: &U) -> Result<()> {
    ensure!(got == want, "{what}: got {got:?}, want {want:?}");
    Ok(())
}

/// Asks for an API error with this code and reason; returns its message.
fn refused<T: std::fmt::Debug>(answer: Result<T, kube::Error>, code: u16, reason: &str) -> Result<String> {
    match answer {
        Err(kube::Error::Api(status)) if (status.code, status.reason.as_str()) == (code, reason) => Ok(status.message),
        other => bail!("got {other:?}, want {code} {reason}"),
    }
}

fn config_map(name: &str, labels: &serde_json::Value) -> Result<ConfigMap> {
    Ok(serde_json::from_value(json!({"metadata": {"name": name, "labels": labels}, "data": {"colour": "blue"}}))?)
}
