//! The reference server: upstream's etcd and kube-apiserver in a network namespace of their own.
//!
//! ```text
//! up / run / record -> Reference::start -> namespace (lo only, blackhole routes) -> etcd -> kube-apiserver [-> recording proxy] [-> kcm, scheduler]
//!                                       -> state.json in a temporary folder <- down, and the sweep of what a killed run left
//! ```
//! Called by `cli`, `diff`, `e2e` and `scenario`. No packet can leave the machine: the namespace has a loopback device and nothing else.
//! It stops only processes that it started, known by pid and start time.

mod compaction;
mod keys;
mod launch;
mod namespace;
mod state;

use std::ffi::OsString;
use std::os::unix::process::ExitStatusExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context as _, Result, bail, ensure};

use crate::interrupt;
use crate::kubeconfig::{self, Access};
use crate::traffic::proxy;
use crate::upstream::{self, Program};
pub(crate) use namespace::{SERVICE_RANGE, file as namespace_file, require};
use state::State;

/// Longest time from the first process's start to a ready server; a cold 2-core machine needs about a fifth of it.
const READY_DEADLINE: Duration = Duration::from_secs(60);

/// Where the recording proxy listens; the server itself takes 6443.
const RECORDING_PORT: u16 = 7443;

/// What to start.
#[derive(clap::Args, Clone, Default)]
pub struct Options {
    /// Also start kcm and/or scheduler (comma-separated).
    #[arg(long, value_delimiter = ',', value_parser = component)]
    pub with: Vec<Program>,
    /// A further flag for kube-apiserver; may be repeated.
    #[arg(long, allow_hyphen_values = true)]
    pub apiserver_arg: Vec<String>,
    /// Put a recording proxy before the server: every request and its answer go to this file, for `diff cases`.
    #[arg(long, value_name = "FILE")]
    pub record: Option<PathBuf>,
}

pub(crate) fn component(name: &str) -> Result<Program, String> {
    match Program::parse(name) {
        Ok(program @ (Program::ControllerManager | Program::Scheduler)) => Ok(program),
        _ => Err("only kcm and scheduler can be added".to_owned()),
    }
}

/// The API server that is started.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Upstream's, with upstream's etcd.
    Upstream,
    /// The ferrokube program in this file, at the same address of a namespace of the same kind.
    Ours(PathBuf),
}

/// How kube-controller-manager and kube-scheduler are started.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Media type of their requests instead of upstream's default, protobuf.
    pub content_type: Option<String>,
    /// Log level; from 6 on every request is logged.
    pub verbosity: u8,
    /// Every controller acts as the administrator instead of as a service account of its own, which needs tokens.
    pub as_administrator: bool,
    /// Folder that every log is copied to before the server and its folder go, also when the start fails.
    pub keep_logs: Option<PathBuf>,
}

/// Whether the servers outlive this process.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Life {
    /// They die with this process, however it ends.
    Ours,
    /// They stay until `down`.
    UntilDown,
}

/// A running reference server; stopped when dropped, unless it was started to stay.
pub struct Reference {
    state: Arc<Mutex<State>>,
    dir: PathBuf,
    bin: PathBuf,
    life: Life,
    ended: launch::Endings,
    keep_logs: Option<PathBuf>,
    ready_after: Duration,
}

impl Reference {
    /// Starts a reference server that lives as long as the returned value.
    pub(crate) fn start(options: &Options) -> Result<Self> {
        Self::start_for(options, &Subject::Upstream, &Settings::default(), Life::Ours)
    }

    /// Starts either server, with upstream's components as `settings` says.
    ///
    /// # Errors
    /// A program cannot be built or started, or did not become ready in time.
    pub fn start_subject(options: &Options, subject: &Subject, settings: &Settings) -> Result<Self> {
        Self::start_for(options, subject, settings, Life::Ours)
    }

    fn start_for(options: &Options, subject: &Subject, settings: &Settings, life: Life) -> Result<Self> {
        require()?;
        state::sweep();
        let mut programs = if *subject == Subject::Upstream { Program::SERVER.to_vec() } else { Vec::new() };
        programs.extend(&options.with);
        let bin = upstream::build(&programs)?;
        let state = State::create(life == Life::Ours)?;
        let dir = state.dir.clone();
        let keep_logs = settings.keep_logs.clone();
        let mut reference = Self {
            state: Arc::new(Mutex::new(state)),
            dir,
            bin,
            life,
            ended: launch::Endings::default(),
            keep_logs,
            ready_after: Duration::ZERO,
        };
        let state = Arc::downgrade(&reference.state);
        interrupt::register(state)?;
        // From here on an error drops `reference`, which cleans up whatever has been made.
        let started = reference.start_programs(options, subject, settings);
        if started.is_err() && life == Life::UntilDown {
            reference.lock().clean_up();
        }
        reference.ready_after = started?;
        Ok(reference)
    }

    fn start_programs(&self, options: &Options, subject: &Subject, settings: &Settings) -> Result<Duration> {
        self.lock().create_namespace()?;
        let token = keys::write(&self.dir)?;
        let mut launcher =
            launch::Launcher::new(&self.state, &self.bin, self.life == Life::Ours, READY_DEADLINE, self.ended.clone())?;
        let authorities = match subject {
            Subject::Upstream => {
                launcher.etcd()?;
                launcher.apiserver(options)?;
                let file = self.dir.join("certs/apiserver.crt");
                let authorities = std::fs::read(file).context("the reference wrote no certificate")?;
                let text = kubeconfig::with_token(&format!("https://{}:6443", namespace::ADDRESS), &authorities, &token);
                state::write_private(&self.kubeconfig(), text.as_bytes())?;
                authorities
            }
            Subject::Ours(program) => {
                launcher.ours(program, &self.kubeconfig())?;
                kubeconfig::read(&self.kubeconfig())?.authorities
            }
        };
        state::write_private(&self.dir.join("ca.crt"), &authorities)?;
        let ready_after = launcher.await_serving(&self.target()?)?;
        if let Some(file) = &options.record {
            self.record(subject, &token, file)?;
        }
        for program in &options.with {
            launcher.component(*program, settings, &self.target()?)?;
        }
        Ok(ready_after)
    }

    /// Puts the recording proxy before the server: the kubeconfig leads to it from now on.
    fn record(&self, subject: &Subject, token: &str, file: &Path) -> Result<()> {
        ensure!(*subject == Subject::Upstream && self.life == Life::Ours, "only a reference server of one run can be recorded");
        let namespace = namespace::file(&self.namespace());
        let address = format!("{}:{RECORDING_PORT}", namespace::ADDRESS);
        let (certs, target) = (self.dir.join("certs"), self.target()?);
        proxy::start(crate::http::listen(&address, &namespace)?, &certs, target, token, file)?;
        let authorities = kubeconfig::read(&self.kubeconfig())?.authorities;
        let text = kubeconfig::with_token(&format!("https://{address}"), &authorities, token);
        state::write_private(&self.kubeconfig(), text.as_bytes())
    }

    /// Path of the administrator's kubeconfig. Its address works inside the namespace only.
    pub fn kubeconfig(&self) -> PathBuf {
        self.dir.join("kubeconfig")
    }

    /// Name of the network namespace, for `ip netns exec`.
    pub fn namespace(&self) -> String {
        self.lock().namespace.clone()
    }

    /// The server, reachable from this process although it sits in another namespace.
    pub(crate) fn target(&self) -> Result<crate::http::Target> {
        let access: Access = kubeconfig::read(&self.kubeconfig())?;
        crate::http::Target::new(&access, Some(namespace::file(&self.namespace())))
    }

    /// Folder with the logs, `PROGRAM.log` each; it goes when the server stops.
    pub(crate) fn dir(&self) -> &Path {
        &self.dir
    }

    /// Running programs by name, with their process numbers.
    pub fn processes(&self) -> Vec<(String, u32)> {
        self.lock().running()
    }

    /// Time from the first program's start until the server was ready.
    pub fn ready_after(&self) -> Duration {
        self.ready_after
    }

    /// Programs that have ended although nobody stopped them, with their exit status.
    pub fn ended(&self) -> Vec<String> {
        self.ended.list()
    }

    /// Makes etcd forget everything but the present, and waits until the API server has noticed.
    pub(crate) fn compact(&self) -> Result<()> {
        compaction::run(&namespace::file(&self.namespace()))
    }

    /// Runs a command inside the namespace with KUBECONFIG set, and returns its exit code.
    fn execute(&self, command: &[OsString]) -> Result<u8> {
        let mut ip = Command::new("ip");
        ip.args(["netns", "exec", &self.namespace()]).args(command);
        ip.env("KUBECONFIG", self.kubeconfig()).env("REFERENCE_BIN", &self.bin);
        let mut child = self.spawn_beside("command", &mut ip)?;
        let status = child.wait().context("cannot wait for the command")?;
        self.forget(&child);
        // A command that a signal ended counts as shells count it.
        let code = status.code().or_else(|| status.signal().map(|signal| 128 + signal));
        Ok(code.and_then(|code| u8::try_from(code).ok()).unwrap_or(1))
    }

    /// Starts a command that is killed before the server when this tool is told to stop.
    ///
    /// # Errors
    /// It cannot be started.
    pub(crate) fn spawn_beside(&self, name: &str, command: &mut Command) -> Result<Child> {
        // Under the lock, so that a signal either comes before the command exists or finds it in the list.
        let mut state = self.lock();
        let program = command.get_program().to_owned();
        let child = command.spawn().with_context(|| format!("cannot run {}", program.display()))?;
        state.add(name, child.id())?;
        Ok(child)
    }

    /// Takes a command that has been waited for off the list.
    pub(crate) fn forget(&self, child: &Child) {
        self.lock().forget(child.id());
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, State> {
        lock(&self.state)
    }
}

impl Drop for Reference {
    fn drop(&mut self) {
        if self.life == Life::Ours {
            if let Some(Err(error)) = self.keep_logs.as_deref().map(|to| copy_logs(&self.dir, to)) {
                eprintln!("warning: {error:#}");
            }
            self.lock().clean_up();
        }
    }
}

fn copy_logs(from: &Path, to: &Path) -> Result<()> {
    std::fs::create_dir_all(to).with_context(|| format!("cannot make {}", to.display()))?;
    for entry in std::fs::read_dir(from).context("cannot list the logs")? {
        let path = entry?.path();
        if let (Some("log"), Some(name)) = (path.extension().and_then(|end| end.to_str()), path.file_name()) {
            std::fs::copy(&path, to.join(name)).with_context(|| format!("cannot copy {}", path.display()))?;
        }
    }
    Ok(())
}

/// A panic elsewhere must not keep us from cleaning up, so a poisoned lock is taken all the same.
fn lock(state: &Mutex<State>) -> std::sync::MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

/// `reference up`: starts one that stays.
pub(crate) fn up(options: &Options) -> Result<()> {
    let reference = Reference::start_for(options, &Subject::Upstream, &Settings::default(), Life::UntilDown)?;
    let (namespace, kubeconfig) = (reference.namespace(), reference.kubeconfig());
    println!("reference server is ready in network namespace {namespace}");
    println!(
        "  kubectl:  ip netns exec {namespace} {}/kubectl --kubeconfig {} ...",
        reference.bin.display(),
        kubeconfig.display()
    );
    println!("  logs:     {}/*.log", reference.dir.display());
    println!("  stop:     conformance-tools reference down {}", reference.dir.display());
    Ok(())
}

/// `reference down`: stops the one in `dir`, or the only one that is up.
pub(crate) fn down(dir: Option<&Path>) -> Result<()> {
    let mut state = match dir {
        Some(dir) => State::load(dir)?,
        None => {
            let mut all = state::standing();
            match (all.pop(), all.len()) {
                (Some(state), 0) => state,
                (None, _) => bail!("no reference server is up"),
                (Some(_), more) => bail!("{} reference servers are up: name the state folder", more + 1),
            }
        }
    };
    state.clean_up();
    println!("stopped {}", state.namespace);
    Ok(())
}

/// `reference run -- CMD`.
pub(crate) fn run(options: &Options, command: &[OsString]) -> Result<ExitCode> {
    let reference = Reference::start(options)?;
    let code = reference.execute(command)?;
    Ok(ExitCode::from(code))
}
