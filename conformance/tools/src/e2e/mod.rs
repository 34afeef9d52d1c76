//! Upstream's conformance suite against an API server without nodes, ours or upstream's own.
//!
//! ```text
//! table (which tests there are) + passing (which pass) -> asked -> reference (namespace, server, kcm, scheduler)
//!                                                              -> suite (ginkgo, e2e.test) -> junit -> verdict
//! ratchet: the same for whole groups; what passes is added to the list, document writes down what does not, with the causes of waiting
//! ```
//! Called by `cli`. The server and the suite run in a network namespace that has a loopback device and nothing else. Tests that need
//! service addresses or pods at work are out of reach here; for those that only look for a node there is one by hand (`ready_node`).

mod document;
mod junit;
mod passing;
pub(crate) mod ratchet;
mod ready_node;
mod suite;
mod table;
mod verdict;
mod waiting;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail, ensure};

use crate::http::Target;
use crate::kubeconfig;
use crate::reference::{self, Reference, Settings, Subject};
use crate::upstream::{self, Program, conformance_dir};
use passing::{Mode, Passing};
use ready_node::ReadyNode;
use suite::Suite;
use table::Table;
use verdict::{Asked, Verdict};

/// Which server the suite is run against.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Against {
    Ours,
    Reference,
}

/// The server, and how the suite is run.
#[derive(clap::Args, Clone)]
pub(crate) struct Run {
    /// Ours, or upstream's own, which shows what can pass here.
    #[arg(long, value_enum, default_value = "ours")]
    against: Against,
    /// The ferrokube program.
    #[arg(long, value_name = "PROGRAM", default_value = "target/release/ferrokube")]
    start: PathBuf,
    /// Processes that run tests side by side; the serial ones come afterwards, one by one.
    #[arg(long, value_name = "N", default_value_t = 2, value_parser = clap::value_parser!(u8).range(1..=64))]
    procs: u8,
    /// One test after another; the same as one process.
    #[arg(long, conflicts_with = "procs")]
    serial: bool,
    /// Also the tests that take many minutes.
    #[arg(long)]
    slow: bool,
    /// Longest time for the suite, in minutes.
    #[arg(long, value_name = "N", default_value_t = 90)]
    minutes: u64,
    /// Seconds without the end of any test after which the suite is interrupted, and run again with the tests that are left.
    #[arg(long, value_name = "SECONDS", default_value_t = 420)]
    patience: u64,
    /// Write the traffic with the reference to this file, for `diff cases`.
    #[arg(long, value_name = "FILE")]
    record: Option<PathBuf>,
    /// Folder for the reports (JUnit), the suite's logs and the servers' logs.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

#[derive(clap::Args)]
#[command(group = clap::ArgGroup::new("tests").required(true))]
pub(crate) struct Options {
    /// File with one test a line, each with the mode that it passes in or without one; those of this run's mode are run.
    #[arg(long, value_name = "FILE", group = "tests")]
    list: Option<PathBuf>,
    /// Groups of conformance tests, such as a,b: those of them that can pass with what this run has.
    #[arg(long, value_name = "LETTERS", value_delimiter = ',', group = "tests")]
    group: Vec<char>,
    /// Whichever tests match this expression.
    #[arg(long, value_name = "REGEX", group = "tests")]
    focus: Option<String>,
    #[command(flatten)]
    run: Run,
    /// Start upstream's controller manager and scheduler beside the server: kcm,scheduler. With --kubeconfig they have to run already.
    #[arg(long, value_delimiter = ',', value_parser = reference::component)]
    with: Vec<Program>,
    /// Have a Node that is Ready as long as the suite runs, though nothing runs on it; it needs both of --with.
    #[arg(long, requires = "with")]
    ready_node: bool,
    /// Leave out the longest tests, so that the others take about this long by upstream's measure.
    #[arg(long, value_name = "SECONDS", conflicts_with = "focus")]
    budget: Option<u32>,
    /// Kubeconfig of a server that runs already, on a loopback address or in the namespace of --netns.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["against", "start", "record"])]
    kubeconfig: Option<PathBuf>,
    /// Network namespace in which that server listens.
    #[arg(long, value_name = "NAME", requires = "kubeconfig")]
    netns: Option<String>,
}

/// Runs the tests that were asked for; the exit code says whether all of them passed.
pub(crate) fn run(options: &Options) -> Result<ExitCode> {
    let mode = Mode::of(&options.with, options.ready_node)?;
    let asked = asked(options, mode)?;
    let verdict = match &options.kubeconfig {
        Some(file) => options.run.against_running(file, options.netns.as_deref(), mode, &asked)?,
        None => options.run.against_started(mode, &asked)?,
    };
    Ok(if verdict.is_good() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn asked(options: &Options, mode: Mode) -> Result<Asked> {
    if let Some(expression) = &options.focus {
        return Ok(Asked::Matching(expression.clone()));
    }
    let table = Table::load()?;
    let mut names: Vec<String> = match &options.list {
        Some(file) => Passing::read(file)?.names(mode).cloned().collect(),
        None => table.groups(&options.group, mode).map(|test| test.name.clone()).collect(),
    };
    let all = names.len();
    names.retain(|name| options.run.slow || !table::is_slow(name));
    if let Some(budget) = options.budget {
        names = within(names, &table, f64::from(budget), f64::from(options.run.processes()));
    }
    if names.len() < all {
        println!("e2e: {} of {all} tests are left out because of the time that they take", all - names.len());
    }
    ensure!(!names.is_empty(), "no tests to run with {}", mode.word());
    Ok(Asked::Names(names.into_iter().collect()))
}

/// The shortest of these tests, as many as fit into the time.
fn within(mut names: Vec<String>, table: &Table, budget: f64, processes: f64) -> Vec<String> {
    // Around every test a namespace is made; what was never measured is taken for short.
    let seconds = |name: &str| 1.0 + table.get(name).and_then(|test| test.seconds).unwrap_or_default();
    names.sort_by(|a, b| seconds(a).total_cmp(&seconds(b)));
    let mut taken = 0.0;
    names.retain(|name| {
        taken += if table::is_serial(name) { seconds(name) } else { seconds(name) / processes };
        taken <= budget
    });
    names
}

impl Run {
    fn processes(&self) -> u8 {
        if self.serial { 1 } else { self.procs }
    }

    fn patience(&self) -> Duration {
        // The slowest test of all waits for two compactions of the store.
        Duration::from_secs(if self.slow { self.patience.max(900) } else { self.patience })
    }

    fn folder(&self, mode: Mode) -> Result<PathBuf> {
        let folder = self.out.clone().unwrap_or_else(|| conformance_dir().join("../target/e2e")).join(mode.word());
        std::fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        folder.canonicalize().context("cannot find the folder for the report")
    }

    /// Starts the server and what belongs to the mode, runs the tests, and stops everything.
    fn against_started(&self, mode: Mode, asked: &Asked) -> Result<Verdict> {
        reference::require()?;
        let folder = self.folder(mode)?;
        let ours = self.against == Against::Ours;
        let subject = if ours { Subject::Ours(self.start.clone()) } else { Subject::Upstream };
        let with = match mode {
            Mode::Alone => Vec::new(),
            Mode::Upstreams | Mode::Node => vec![Program::ControllerManager, Program::Scheduler],
            Mode::Own => bail!("there are no controllers of our own yet"),
        };
        let bin = upstream::build(&suite::PROGRAMS)?;
        let settings = Settings { as_administrator: ours, keep_logs: Some(folder.clone()), ..Settings::default() };
        let start = reference::Options { with, record: self.record.clone(), ..reference::Options::default() };
        let server = Reference::start_subject(&start, &subject, &settings)?;
        let suite = Suite {
            bin: &bin,
            kubeconfig: server.kubeconfig(),
            namespace: Some(server.namespace()),
            server: Some(&server),
            mode,
            processes: self.processes(),
            limit: Duration::from_secs(self.minutes * 60),
            patience: self.patience(),
            folder,
        };
        let mut verdict = judged(&suite, asked, || server.target())?;
        verdict.faults.extend(server.ended().iter().map(|ended| format!("ended by itself: {ended}")));
        Ok(told(&suite, verdict))
    }

    fn against_running(&self, kubeconfig: &Path, netns: Option<&str>, mode: Mode, asked: &Asked) -> Result<Verdict> {
        reference::require()?;
        let kubeconfig = kubeconfig.canonicalize().with_context(|| format!("no kubeconfig {}", kubeconfig.display()))?;
        let access = kubeconfig::read(&kubeconfig)?;
        if netns.is_none() {
            ensure_local(&access.server)?;
        }
        let bin = upstream::build(&suite::PROGRAMS)?;
        let suite = Suite {
            bin: &bin,
            kubeconfig,
            namespace: netns.map(str::to_owned),
            server: None,
            mode,
            processes: self.processes(),
            limit: Duration::from_secs(self.minutes * 60),
            patience: self.patience(),
            folder: self.folder(mode)?,
        };
        let verdict = judged(&suite, asked, || Target::new(&access, netns.map(reference::namespace_file)))?;
        Ok(told(&suite, verdict))
    }
}

/// Refuses a server that is not on this machine.
fn ensure_local(server: &str) -> Result<()> {
    let host = server.trim_start_matches("https://").rsplit_once(':').map_or(server, |(host, _)| host);
    let local = host.trim_matches(['[', ']']).parse().is_ok_and(|address: std::net::IpAddr| address.is_loopback());
    ensure!(local, "{server} is not on a loopback address: the suite talks to servers on this machine only");
    Ok(())
}

/// Runs the tests, with a Node meanwhile if the mode says so.
fn judged(suite: &Suite<'_>, asked: &Asked, target: impl FnOnce() -> Result<Target>) -> Result<Verdict> {
    let node = if suite.mode == Mode::Node { Some(ReadyNode::start(target()?)?) } else { None };
    let verdict = judge(suite, asked);
    // Before an error is passed on: the server may go on without us.
    let ended = node.map_or(Ok(()), ReadyNode::end);
    let mut verdict = verdict?;
    verdict.faults.extend(ended.err().map(|error| format!("{error:#}")));
    Ok(verdict)
}

/// Runs the tests, in further rounds what an interrupted one has left.
fn judge(suite: &Suite<'_>, asked: &Asked) -> Result<Verdict> {
    let begun = Instant::now();
    let (mut whole, mut left) = (Verdict::default(), asked.clone());
    for round in 1.. {
        let outcome = suite.run(&left, round)?;
        let verdict = Verdict::of(&left, &outcome.entries);
        if verdict.is_good() && !outcome.status.success() {
            whole.faults.push(format!("the suite is not content ({}); it said:\n{}", outcome.status, suite.tail(round)));
        }
        let rest = whole.absorb(verdict, outcome.stalled);
        match asked {
            Asked::Names(_) if !rest.is_empty() => left = Asked::Names(rest),
            _ => break,
        }
    }
    println!("e2e: {} with {} processes took {:.0} s", suite.mode.word(), suite.processes, begun.elapsed().as_secs_f64());
    Ok(whole)
}

fn told(suite: &Suite<'_>, verdict: Verdict) -> Verdict {
    verdict.lines().iter().for_each(|line| println!("{line}"));
    println!("e2e: reports and logs are in {}", suite.folder.display());
    verdict
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_takes_the_shortest() {
        let table = Table::parse("[sig-a] one\ta\tpassed\t9\n[sig-a] three\ta\t-\t-\n[sig-a] two\ta\tpassed\t1\n").unwrap();
        let names = || ["[sig-a] one", "[sig-a] three", "[sig-a] two"].map(str::to_owned).to_vec();
        assert_eq!(within(names(), &table, 3.0, 1.0), ["[sig-a] three", "[sig-a] two"]);
        assert_eq!(within(names(), &table, 6.5, 2.0).len(), 3);
        assert!(within(names(), &table, 0.5, 1.0).is_empty());
        let serial = vec!["[sig-a] two [Serial]".to_owned()];
        assert!(within(serial.clone(), &table, 0.9, 2.0).is_empty() && within(serial, &table, 1.0, 2.0).len() == 1);
    }

    #[test]
    fn only_servers_on_this_machine() {
        assert!(ensure_local("https://127.0.0.1:6443").is_ok());
        assert!(ensure_local("https://[::1]:6443").is_ok());
        for server in ["https://10.0.0.1:6443", "https://example.com", "https://127.0.0.1.example.com:6443", ""] {
            assert!(ensure_local(server).is_err(), "{server}");
        }
    }
}
