//! `cancel`: clients that leave at random points of their requests, under load, must leave no partial effect.
//!
//! ```text
//! writers, watchers -> checker: a request cut short does nothing, one that was sent does all or nothing, once
//! services, pods    -> audit:   every address and port has its service, every bound pod its condition
//!                   -> fill:    as many services fit into a small range as before, so nothing is taken in secret
//! ```
//! Called by `cli`.

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail, ensure};
use serde_json::{Value, json};

use super::audit;
use super::checker::{Fault, Kind};
use super::client::{Client, PATIENCE, said};
use super::history::{Intent, Key};
use super::object::{self, NAMESPACES, ReadList};
use super::random::Random;
use super::trial::{self, Trial};
use super::vanish::{Cut, vanish};
use super::watchers::Watchers;
use super::world::World;
use super::writers::Habits;
use crate::http::{Identity, Request, Response, Session, Target};
use crate::process::{Launch, free_port, open_files};

/// Ranges of addresses and node ports of the server: small enough to be filled.
const FLAGS: [&str; 4] = ["--service-cluster-ip-range", "10.0.0.0/24", "--service-node-port-range", "30000-30049"];

/// Services that clients make: fewer than there are node ports.
const SERVICES: u64 = 40;

/// Share of requests whose client stays.
const STAY: u64 = 20;

/// Time for the server to finish what clients left behind, and to give up their connections.
const SETTLE: Duration = Duration::from_secs(30);

/// Connections that are the kernel's or the runtime's own affair.
const SPARE_FILES: usize = 2;

/// Memory that a server may keep of a load, for its allocator's sake.
const SPARE_MEMORY: u64 = 64 << 20;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// The ferrokube program.
    #[arg(long, value_name = "PROGRAM")]
    start: PathBuf,
    /// Requests of clients that may leave.
    #[arg(long, default_value_t = 10_000)]
    requests: usize,
    /// Clients at a time that may leave.
    #[arg(long, default_value_t = 16)]
    clients: usize,
    /// Seed of every choice.
    #[arg(long)]
    seed: Option<u64>,
    /// Plant an address that is taken for no service; the run must then fail, and succeeds if it does.
    #[arg(long)]
    plant_leak: bool,
}

/// What vanishing clients share.
struct Load<'a> {
    world: &'a World,
    target: &'a Arc<Target>,
    left: AtomicUsize,
    stayed: AtomicUsize,
    /// Tokens of objects with generated names, and whether their request was sent whole.
    generated: Mutex<HashMap<u64, bool>>,
    pods: usize,
}

/// Runs it; the exit code says whether everything held.
pub(crate) fn run(options: &Options) -> Result<ExitCode> {
    ensure!(options.requests > 0 && options.clients > 0, "a run of nothing has failed");
    let seed = trial::seed(options.seed);
    println!("cancel: seed {seed}");
    let folder = trial::folder()?;
    let launch = Launch {
        program: options.start.clone(),
        data: Some(folder.path().join("data")),
        folder: folder.path().to_owned(),
        port: free_port()?,
        flags: FLAGS.map(str::to_owned).to_vec(),
    };
    let begun = Instant::now();
    let (running, _) = trial::prepare(&launch)?;
    let target = trial::target(&launch)?;
    let before = Room::measure(&target)?;
    let pods = (options.requests / 20).clamp(10, 400);
    make_pods(&target, pods)?;
    let files = settled_files(running.pid(), usize::MAX)?;
    let memory = resident(running.pid())?;
    let world = World::default();
    let revision = Client::connect(&world, &target)?.fetch(super::history::Scope::of(0))?.revision;
    world.saw(revision);
    let watchers = Watchers::new(10, revision);
    let mut checks = Trial::new(&world, &watchers, 4);
    let load = Load {
        world: &world,
        target: &target,
        left: AtomicUsize::new(options.requests),
        stayed: AtomicUsize::new(0),
        generated: Mutex::default(),
        pods,
    };
    let mut faults = trial::with_threads(&world, &watchers, (4, Habits::default()), seed, || {
        let mut faults = checks.check(&target, true)?;
        if faults.is_empty() {
            faults = drive(options, seed, &load, &mut checks, &target)?;
        }
        checks.dismiss(&target)?;
        Ok(faults)
    })?;
    if options.plant_leak {
        plant_leak(&target)?;
    }
    faults.extend(load.audit()?.into_iter().map(|text| Fault::new(Kind::Broken, text)));
    let after = Room::measure(&target)?;
    if after != before {
        faults.push(Fault::new(Kind::Broken, format!("room for services: {before:?} before, {after:?} after")));
    }
    let files_after = settled_files(running.pid(), files + SPARE_FILES)?;
    let memory_after = resident(running.pid())?;
    if files_after > files + SPARE_FILES || memory_after > memory + SPARE_MEMORY {
        faults.push(Fault::new(Kind::Broken, format!("open files {files} -> {files_after}, memory {memory} -> {memory_after}")));
    }
    running.kill()?;
    let stayed = load.stayed.load(Ordering::Relaxed);
    println!(
        "cancel: {} requests in {:.1} s, {} of them abandoned; {} writes acknowledged, {} of unknown outcome ({} of them made); {} watch events checked",
        options.requests,
        begun.elapsed().as_secs_f64(),
        options.requests - stayed,
        checks.counts.acknowledged,
        checks.counts.unknown,
        checks.counts.made,
        checks.counts.events
    );
    println!(
        "cancel: {after:?}; open files {files} before, {files_after} after; memory {} -> {} KiB",
        memory >> 10,
        memory_after >> 10
    );
    if options.plant_leak {
        let found = faults.iter().any(|fault| fault.text.contains("is taken for")) && after != before;
        println!("cancel: the planted leak was {}", if found { "found" } else { "NOT found" });
        return Ok(if found { ExitCode::SUCCESS } else { ExitCode::FAILURE });
    }
    Ok(trial::verdict("cancel", &faults, None, folder))
}

/// Lets clients vanish under load, and judges the run's objects when nothing is under way any more.
fn drive(options: &Options, seed: u64, load: &Load<'_>, checks: &mut Trial<'_>, target: &Arc<Target>) -> Result<Vec<Fault>> {
    load.world.gate.let_write(true);
    std::thread::scope(|scope| {
        for index in 0..options.clients {
            let random = Random::new(seed, 3000 + index as u64);
            scope.spawn(move || load.client(random));
        }
    });
    load.world.gate.let_write(false);
    checks.await_quiet()?;
    // What a client left behind ends in milliseconds; there is no event for it on this side.
    std::thread::sleep(Duration::from_secs(1));
    let mut faults = checks.check(target, false)?;
    // Had anything been carried out later than that, this would show it.
    faults.extend(checks.check(target, false)?);
    Ok(faults)
}

impl Load<'_> {
    /// One client after another, until the requests are used up.
    fn client(&self, mut random: Random) {
        while self.left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1)).is_ok() {
            if let Err(error) = self.request(&mut random) {
                self.world.broken(format!("{error:#}"));
                return;
            }
        }
    }

    fn request(&self, random: &mut Random) -> Result<()> {
        let cut = (!random.percent(STAY)).then(|| Cut::random(random));
        if cut.is_none() {
            self.stayed.fetch_add(1, Ordering::Relaxed);
        }
        match random.below(10) {
            0..4 => self.own(cut, random),
            4 => self.generated(cut, random),
            5..8 => self.service(cut, random),
            _ => self.binding(cut, random),
        }
    }

    /// A write to one of the objects that the writers use as well.
    fn own(&self, cut: Option<Cut>, random: &mut Random) -> Result<()> {
        let namespace = u8::try_from(random.below(NAMESPACES.len() as u64))?;
        let key = Key { kind: u8::try_from(random.below(2))?, namespace, name: u16::try_from(1 + random.below(30))? };
        let intent = match self.world.known(key) {
            None => Intent::Create,
            Some(_) if random.percent(40) => Intent::Patch,
            Some(_) if random.percent(30) => Intent::Delete(None),
            Some(known) if key.kind == 0 => Intent::Update(known.revision),
            Some(known) => Intent::Upsert(known.revision),
        };
        let mut client = Client::connect(self.world, self.target)?;
        match cut {
            Some(cut) => client.vanish(key, intent, cut, random),
            None => drop(client.write(key, intent, 0)),
        }
        Ok(())
    }

    fn generated(&self, cut: Option<Cut>, random: &mut Random) -> Result<()> {
        let token = self.world.token(0);
        let mut object = object::whole(Key { kind: 0, namespace: 0, name: 1 }, token, None);
        let metadata = object["metadata"].as_object_mut().context("no metadata")?;
        metadata.remove("name");
        metadata.insert("generateName".to_owned(), "generated-".into());
        let sent = cut.is_none_or(Cut::is_sent);
        self.generated.lock().unwrap_or_else(PoisonError::into_inner).insert(token, sent);
        self.send(cut, random, "POST", &object::collection(0, Some(0)), Some(&object))
    }

    fn service(&self, cut: Option<Cut>, random: &mut Random) -> Result<()> {
        let collection = services(NAMESPACES[1]);
        let name = format!("s-{}", random.below(SERVICES));
        let kind = if random.percent(50) { "NodePort" } else { "ClusterIP" };
        match random.below(10) {
            0..5 => self.send(cut, random, "POST", &collection, Some(&service(&name, kind))),
            5..7 => self.send(cut, random, "PATCH", &format!("{collection}/{name}"), Some(&json!({"spec": {"type": kind}}))),
            _ => self.send(cut, random, "DELETE", &format!("{collection}/{name}"), None),
        }
    }

    fn binding(&self, cut: Option<Cut>, random: &mut Random) -> Result<()> {
        let name = format!("p-{}", random.below(self.pods as u64));
        let target = json!({"apiVersion": "v1", "kind": "Node", "name": audit::node_of(&name)});
        let binding = json!({"apiVersion": "v1", "kind": "Binding", "metadata": {"name": name}, "target": target});
        self.send(cut, random, "POST", &format!("{}/{name}/binding", pods(NAMESPACES[2])), Some(&binding))
    }

    fn send(&self, cut: Option<Cut>, random: &mut Random, method: &str, path: &str, body: Option<&Value>) -> Result<()> {
        let mut session = Session::open(self.target, PATIENCE)?;
        match cut {
            Some(cut) => with_request(method, path, body, |request| vanish(session, request, cut, random)),
            None => {
                let response = with_request(method, path, body, |request| session.send(request))?;
                ensure!(
                    matches!(response.status, 200..300 | 404 | 409),
                    "{method} {path}: {} {}",
                    response.status,
                    said(&response)
                );
            }
        }
        Ok(())
    }

    /// What is left must fit together.
    fn audit(&self) -> Result<Vec<String>> {
        let list = |path: &str| list(self.target, path);
        let mut faults = audit::services(&list("/api/v1/services")?, &list("/apis/networking.k8s.io/v1/ipaddresses")?);
        let pods = list(&pods(NAMESPACES[2]))?;
        faults.extend(audit::pods(&pods));
        if pods.len() != self.pods {
            faults.push(format!("{} pods instead of {}", pods.len(), self.pods));
        }
        let generated = self.generated.lock().unwrap_or_else(PoisonError::into_inner);
        let body = serde_json::to_vec(&json!({"metadata": {}, "items": list(&object::collection(0, Some(0)))?}))?;
        let objects: ReadList = serde_json::from_slice(&body).context("no list")?;
        let mut seen = HashSet::new();
        for item in &objects.items {
            match item.token(0) {
                Ok(token) if !seen.insert(token) => faults.push(format!("the object of write {token} is there twice")),
                Ok(token) if generated.get(&token) == Some(&false) => {
                    faults.push(format!("the object of write {token} is there, but its request was cut short"));
                }
                Ok(_) => {}
                Err(error) => faults.push(format!("{error:#}")),
            }
        }
        Ok(faults)
    }
}

/// How many services with an address and with a node port the server has room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Room {
    addresses: usize,
    node_ports: usize,
}

impl Room {
    /// Removes all services of the run and makes new ones until the server refuses; removes those as well.
    fn measure(target: &Arc<Target>) -> Result<Self> {
        let mut session = Session::open(target, PATIENCE)?;
        clear(&mut session)?;
        let addresses = fill(&mut session, "ClusterIP", 300)?;
        clear(&mut session)?;
        let node_ports = fill(&mut session, "NodePort", 300)?;
        clear(&mut session)?;
        Ok(Self { addresses, node_ports })
    }
}

fn fill(session: &mut Session, kind: &str, most: usize) -> Result<usize> {
    for count in 0..most {
        let name = format!("fill-{count}");
        let response =
            with_request("POST", &services(NAMESPACES[1]), Some(&service(&name, kind)), |request| session.send(request))?;
        if response.status != 201 {
            ensure!(said(&response).contains("range is full"), "service {count}: {} {}", response.status, said(&response));
            return Ok(count);
        }
    }
    bail!("{most} services of type {kind} found room in a smaller range")
}

fn clear(session: &mut Session) -> Result<()> {
    let collection = services(NAMESPACES[1]);
    for item in items(&with_request("GET", &collection, None, |request| session.send(request))?, &collection)? {
        let path = format!("{collection}/{}", item.pointer("/metadata/name").and_then(Value::as_str).unwrap_or_default());
        let response = with_request("DELETE", &path, None, |request| session.send(request))?;
        ensure!(response.status == 200, "DELETE {path}: {} {}", response.status, said(&response));
    }
    Ok(())
}

fn services(namespace: &str) -> String {
    format!("/api/v1/namespaces/{namespace}/services")
}

fn pods(namespace: &str) -> String {
    format!("/api/v1/namespaces/{namespace}/pods")
}

fn service(name: &str, kind: &str) -> Value {
    json!({"apiVersion": "v1", "kind": "Service", "metadata": {"name": name}, "spec": {"type": kind, "ports": [{"port": 80}]}})
}

fn make_pods(target: &Arc<Target>, count: usize) -> Result<()> {
    let mut session = Session::open(target, PATIENCE)?;
    for index in 0..count {
        let spec = json!({"containers": [{"name": "c", "image": "example.com/i"}]});
        let pod = json!({"apiVersion": "v1", "kind": "Pod", "metadata": {"name": format!("p-{index}")}, "spec": spec});
        let response = with_request("POST", &pods(NAMESPACES[2]), Some(&pod), |request| session.send(request))?;
        ensure!(response.status == 201, "pod {index}: {} {}", response.status, said(&response));
    }
    Ok(())
}

/// Takes an address that no service has.
fn plant_leak(target: &Arc<Target>) -> Result<()> {
    let parent = json!({"group": "", "resource": "services", "namespace": NAMESPACES[1], "name": "nobody"});
    let metadata = json!({"name": "10.0.0.200", "labels": {"ipaddress.kubernetes.io/ip-family": "IPv4",
        "ipaddress.kubernetes.io/managed-by": "ipallocator.k8s.io"}});
    let address =
        json!({"apiVersion": "networking.k8s.io/v1", "kind": "IPAddress", "metadata": metadata, "spec": {"parentRef": parent}});
    let path = "/apis/networking.k8s.io/v1/ipaddresses";
    // Free, unless a service of the run has just this one.
    let mut session = Session::open(target, PATIENCE)?;
    clear(&mut session)?;
    let response = with_request("POST", path, Some(&address), |request| session.send(request))?;
    ensure!(response.status == 201, "POST {path}: {} {}", response.status, said(&response));
    Ok(())
}

fn list(target: &Arc<Target>, path: &str) -> Result<Vec<Value>> {
    items(&with_request("GET", path, None, |request| Session::open(target, PATIENCE)?.send(request))?, path)
}

fn items(response: &Response, path: &str) -> Result<Vec<Value>> {
    ensure!(response.status == 200, "GET {path}: {} {}", response.status, said(response));
    let mut list: Value = serde_json::from_slice(&response.body).with_context(|| format!("GET {path} answered no JSON"))?;
    match list.get_mut("items").map(Value::take) {
        Some(Value::Array(items)) => Ok(items),
        _ => bail!("GET {path} answered no list"),
    }
}

fn with_request<T>(method: &str, path: &str, body: Option<&Value>, work: impl FnOnce(&Request<'_>) -> T) -> T {
    let media = if method == "PATCH" { "application/merge-patch+json" } else { "application/json" };
    let headers = body.map(|_| ("Content-Type".to_owned(), media.to_owned())).into_iter().collect();
    let body = body.map(Value::to_string);
    work(&Request { method, path, headers, body: body.as_deref().map(str::as_bytes), identity: Identity::Admin, leave: None })
}

/// Open files of the server, once they are no more than `most` or do not become fewer any longer.
fn settled_files(pid: u32, most: usize) -> Result<usize> {
    let deadline = Instant::now() + SETTLE;
    let mut steady = 0;
    let mut last = open_files(pid)?;
    loop {
        // Another process's files offer no event to wait for.
        std::thread::sleep(Duration::from_millis(50));
        let now = open_files(pid)?;
        steady = if now == last { steady + 1 } else { 0 };
        last = now;
        if (steady >= 10 && now <= most) || Instant::now() >= deadline {
            return Ok(now);
        }
    }
}

fn resident(pid: u32) -> Result<u64> {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).with_context(|| format!("process {pid} is gone"))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("no VmRSS")?;
    let kibibytes: u64 = line.trim().split(' ').next().unwrap_or_default().parse().context("unreadable VmRSS")?;
    Ok(kibibytes << 10)
}
