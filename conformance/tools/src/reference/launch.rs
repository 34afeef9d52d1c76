//! Starts the reference's programs one after another and waits until each one serves.
//!
//! Called by `reference` only. etcd and kube-apiserver say when they listen (the NOTIFY_SOCKET protocol of systemd), so that is
//! waited for as an event; what upstream offers no event for is asked over the API until a common deadline.

use std::fs::File;
use std::io::{BufRead as _, BufReader, PipeWriter};
use std::os::unix::net::UnixDatagram;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

use super::state::State;
use super::{Options, Settings, lock, namespace};
use crate::http::{Identity, Request, Target};
use crate::upstream::Program;

/// Pause between two questions to a server that does not say yes yet.
const ASK_AGAIN: Duration = Duration::from_millis(25);

/// Says whether the server is ready.
const READY: &str = "/readyz";

/// Objects that upstream's API server makes by itself just after it became ready.
const BOOTSTRAPPED: [&str; 6] = [
    "/api/v1/namespaces/default",
    "/api/v1/namespaces/kube-system",
    "/api/v1/namespaces/kube-public",
    "/api/v1/namespaces/kube-node-lease",
    "/api/v1/namespaces/default/services/kubernetes",
    "/api/v1/namespaces/default/endpoints/kubernetes",
];

/// Name of our server's log.
const OURS: &str = "ferrokube";

enum Event {
    Listening(&'static str),
    Ended(&'static str, ExitStatus),
}

/// How a program says that it listens.
enum Says<'a> {
    Nothing,
    /// Through the socket at this path.
    Notifies(&'a Path),
    /// In a line on its standard output.
    Lines(PipeWriter),
}

/// What has ended by itself, kept for as long as the server runs.
#[derive(Clone, Default)]
pub(super) struct Endings(Arc<Mutex<Vec<String>>>);

impl Endings {
    pub(super) fn list(&self) -> Vec<String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn add(&self, text: String) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(text);
    }
}

/// Starts programs of one reference server.
pub(super) struct Launcher<'a> {
    state: &'a Mutex<State>,
    bin: &'a Path,
    dir: PathBuf,
    die_with_us: bool,
    deadline: Instant,
    sender: Sender<Event>,
    events: Receiver<Event>,
    ended: Endings,
    /// When the first program was started.
    begun: Option<Instant>,
}

impl<'a> Launcher<'a> {
    pub(super) fn new(
        state: &'a Mutex<State>,
        bin: &'a Path,
        die_with_us: bool,
        within: Duration,
        ended: Endings,
    ) -> Result<Self> {
        let dir = lock(state).dir.clone();
        let deadline = Instant::now().checked_add(within).context("deadline out of range")?;
        let (sender, events) = channel();
        Ok(Self { state, bin, dir, die_with_us, deadline, sender, events, ended, begun: None })
    }

    pub(super) fn etcd(&mut self) -> Result<()> {
        let data = self.dir.join("etcd");
        let mut arguments = vec!["--unsafe-no-fsync".to_owned(), format!("--data-dir={}", data.display())];
        arguments.extend(["listen-client", "advertise-client"].map(|flag| format!("--{flag}-urls=http://127.0.0.1:2379")));
        arguments.push("--listen-peer-urls=http://127.0.0.1:2380".to_owned());
        self.start_and_listen(Program::Etcd, &arguments)
    }

    pub(super) fn apiserver(&mut self, options: &Options) -> Result<()> {
        let file = |name: &str| self.dir.join(name).display().to_string();
        let mut arguments = vec![
            "--etcd-servers=http://127.0.0.1:2379".to_owned(),
            format!("--advertise-address={}", namespace::ADDRESS),
            "--secure-port=6443".to_owned(),
            format!("--cert-dir={}", file("certs")),
            format!("--token-auth-file={}", file("tokens.csv")),
            format!("--service-account-key-file={}", file("sa.pub")),
            format!("--service-account-signing-key-file={}", file("sa.key")),
            "--service-account-issuer=https://kubernetes.default.svc".to_owned(),
            format!("--service-cluster-ip-range={}", namespace::SERVICE_RANGE),
            "--authorization-mode=RBAC".to_owned(),
            // As kubeadm sets it.
            "--allow-privileged=true".to_owned(),
        ];
        if !options.with.contains(&Program::ControllerManager) {
            // Nobody makes the default service accounts that this plugin asks of every pod.
            arguments.push("--disable-admission-plugins=ServiceAccount".to_owned());
        }
        arguments.extend(options.apiserver_arg.iter().cloned());
        self.start_and_listen(Program::Apiserver, &arguments)
    }

    /// Starts our program where upstream's would listen; it writes the kubeconfig before it says that it is ready.
    pub(super) fn ours(&mut self, program: &Path, kubeconfig: &Path) -> Result<()> {
        let program = crate::ours::found(program)?;
        let arguments = [
            "up".to_owned(),
            "--memory".to_owned(),
            format!("--listen={}:6443", namespace::ADDRESS),
            format!("--kubeconfig={}", kubeconfig.display()),
            format!("--service-cluster-ip-range={}", namespace::SERVICE_RANGE),
        ];
        let (said, output) = std::io::pipe().context("cannot make a pipe")?;
        let sender = self.sender.clone();
        std::thread::spawn(move || {
            // Reads on after the first line, so that the server never blocks on a full pipe.
            for line in BufReader::new(said).lines().map_while(Result::ok) {
                if line.starts_with("ferrokube is ready") {
                    // Nobody listens any more once the start has failed or finished.
                    let _ = sender.send(Event::Listening(OURS));
                }
            }
        });
        self.start(OURS, &program, &arguments, Says::Lines(output))?;
        self.await_listening(OURS)
    }

    /// Starts kcm or scheduler and waits until it holds its leader lease, which shows that it works with the API.
    pub(super) fn component(&mut self, program: Program, settings: &Settings, target: &Target) -> Result<()> {
        let kubeconfig = self.dir.join("kubeconfig").display().to_string();
        let flags = ["kubeconfig", "authentication-kubeconfig", "authorization-kubeconfig"];
        let mut arguments: Vec<String> = flags.iter().map(|flag| format!("--{flag}={kubeconfig}")).collect();
        arguments.push("--bind-address=127.0.0.1".to_owned());
        if program == Program::ControllerManager {
            arguments.push(format!("--service-account-private-key-file={}", self.dir.join("sa.key").display()));
            arguments.push(format!("--root-ca-file={}", self.dir.join("ca.crt").display()));
            arguments.push(format!("--cluster-cidr={}", namespace::POD_RANGE));
            arguments.push(format!("--use-service-account-credentials={}", !settings.as_administrator));
        }
        arguments.extend(settings.content_type.iter().map(|name| format!("--kube-api-content-type={name}")));
        if settings.verbosity > 0 {
            arguments.push(format!("--v={}", settings.verbosity));
        }
        self.start(program.file(), &self.bin.join(program.file()), &arguments, Says::Nothing)?;
        let lease = format!("/apis/coordination.k8s.io/v1/namespaces/kube-system/leases/{}", program.file());
        self.await_ok(target, &lease)?;
        if program == Program::ControllerManager {
            self.await_ok(target, "/api/v1/namespaces/default/serviceaccounts/default")?;
        }
        Ok(())
    }

    /// Waits until the API server is ready and has made the objects that it starts with. Returns how long it took to be ready.
    pub(super) fn await_serving(&mut self, target: &Target) -> Result<Duration> {
        self.await_ok(target, READY)?;
        let ready_after = self.begun.map(|begun| begun.elapsed()).unwrap_or_default();
        BOOTSTRAPPED.iter().try_for_each(|path| self.await_ok(target, path))?;
        Ok(ready_after)
    }

    fn await_ok(&self, target: &Target, path: &str) -> Result<()> {
        let request = Request { method: "GET", path, headers: vec![], body: None, identity: Identity::Admin, leave: None };
        loop {
            match target.send(&request) {
                Ok(response) if response.status == 200 => return Ok(()),
                answer if Instant::now() >= self.deadline => match answer {
                    Ok(response) => bail!("{path} still answers {}", response.status),
                    Err(error) => return Err(error),
                },
                _ => {}
            }
            match self.events.recv_timeout(ASK_AGAIN) {
                Ok(Event::Ended(name, status)) => return Err(self.ended(name, status)),
                Ok(Event::Listening(_)) | Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => bail!("lost sight of the reference's processes"),
            }
        }
    }

    fn start_and_listen(&mut self, program: Program, arguments: &[String]) -> Result<()> {
        let path = self.dir.join(format!("{}.notify", program.file()));
        let socket = UnixDatagram::bind(&path).context("cannot make the notification socket")?;
        let (sender, name) = (self.sender.clone(), program.file());
        std::thread::spawn(move || {
            let mut message = [0_u8; 512];
            while let Ok(size) = socket.recv(&mut message) {
                if message.get(..size).is_some_and(|text| text.starts_with(b"READY=1")) {
                    // Nobody listens any more once the start has failed or finished.
                    let _ = sender.send(Event::Listening(name));
                    return;
                }
            }
        });
        self.start(name, &self.bin.join(name), arguments, Says::Notifies(&path))?;
        self.await_listening(name)
    }

    fn await_listening(&self, name: &str) -> Result<()> {
        loop {
            let left = self.deadline.saturating_duration_since(Instant::now());
            match self.events.recv_timeout(left) {
                Ok(Event::Listening(listening)) if listening == name => return Ok(()),
                Ok(Event::Listening(_)) => {}
                Ok(Event::Ended(name, status)) => return Err(self.ended(name, status)),
                Err(_) => bail!("{name} does not listen; the end of its log:\n{}", self.log_tail(name)),
            }
        }
    }

    fn start(&mut self, name: &'static str, program: &Path, arguments: &[String], says: Says<'_>) -> Result<()> {
        let log = File::create(self.dir.join(format!("{name}.log"))).context("cannot make a log file")?;
        let mut state = lock(self.state);
        let mut words = Vec::new();
        if self.die_with_us {
            // Even if this tool is killed outright its servers must not stay.
            words.extend(["setpriv", "--pdeathsig", "KILL", "--"].map(str::to_owned));
        }
        words.extend(["ip", "netns", "exec"].map(str::to_owned));
        words.push(state.namespace.clone());
        words.push(program.display().to_string());
        let mut command = Command::new(&words[0]);
        command.args(&words[1..]).args(arguments).current_dir(&self.dir).env_remove("KUBECONFIG");
        command.stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log).process_group(0);
        match says {
            Says::Nothing => {}
            Says::Notifies(socket) => drop(command.env("NOTIFY_SOCKET", socket)),
            Says::Lines(output) => drop(command.stdout(output)),
        }
        self.begun.get_or_insert_with(Instant::now);
        let mut child = command.spawn().with_context(|| format!("cannot start {}", words.join(" ")))?;
        state.add(name, child.id())?;
        drop(state);
        let (sender, ended) = (self.sender.clone(), self.ended.clone());
        std::thread::spawn(move || {
            if let Ok(status) = child.wait() {
                ended.add(format!("{name}: {status}"));
                let _ = sender.send(Event::Ended(name, status));
            }
        });
        Ok(())
    }

    fn ended(&self, name: &str, status: ExitStatus) -> anyhow::Error {
        anyhow::anyhow!("{name} ended ({status}); the end of its log:\n{}", self.log_tail(name))
    }

    fn log_tail(&self, name: &str) -> String {
        let text = std::fs::read(self.dir.join(format!("{name}.log"))).unwrap_or_default();
        let text = String::from_utf8_lossy(&text);
        let lines: Vec<_> = text.lines().collect();
        lines[lines.len().saturating_sub(8)..].join("\n")
    }
}
