//! One run: options, the order of the workloads, the turns. Called by `main`, and by `short` with a plan of its own.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use conformance_tools::reference::Subject;
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

use crate::equal::Rules;
use crate::figures::{Book, Figure};
use crate::report::{self, Head};
use crate::side::{Side, Which};
use crate::workloads::{list, small, start, watch};

/// Compare ferrokube's cost with the reference's.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// The ferrokube program (built with --release).
    #[arg(long, value_name = "PROGRAM")]
    ours: PathBuf,
    /// Measure the reference as well, and compare (needs root and `ip`).
    #[arg(long)]
    reference: bool,
    /// Write the page to this file.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Pods to store.
    #[arg(long, default_value_t = 30_000)]
    pods: usize,
    /// Watchers of the fan-out.
    #[arg(long, default_value_t = 1_000)]
    watchers: usize,
    /// Events of the fan-out.
    #[arg(long, default_value_t = 500)]
    events: usize,
    /// Clients of the small operations.
    #[arg(long, default_value_t = 32)]
    clients: usize,
    /// Small operations a round.
    #[arg(long, default_value_t = 10_000)]
    operations: usize,
    /// Rounds; the first of several does not count.
    #[arg(long, default_value_t = 5)]
    rounds: usize,
    /// Seconds that a server is left alone before its idle memory is read.
    #[arg(long, default_value_t = 3)]
    settle: u64,
    /// A run of seconds: 300 pods, 20 watchers, one round. What cannot be measured fails the run.
    #[arg(long)]
    smoke: bool,
    /// Only the workloads whose name begins so (starting and creating are always measured); may be repeated.
    #[arg(long, value_name = "PREFIX")]
    only: Vec<String>,
    /// Ours records no managed fields yet, for this reason: compare, and time, without them.
    #[arg(long, value_name = "REASON")]
    without_managed_fields: Option<String>,
    /// A workload that ours cannot answer yet; may be repeated.
    #[arg(long, value_name = "WORKLOAD")]
    expect_refusal: Vec<String>,
}

/// How much of everything.
#[derive(Clone, Copy)]
pub(crate) struct Sizes {
    pub(crate) pods: usize,
    pub(crate) watchers: usize,
    pub(crate) events: usize,
    pub(crate) clients: usize,
    pub(crate) operations: usize,
    pub(crate) rounds: usize,
    pub(crate) settle: Duration,
}

/// What a run measures.
pub(crate) struct Plan {
    pub(crate) ours: PathBuf,
    pub(crate) reference: bool,
    pub(crate) sizes: Sizes,
    pub(crate) rules: Rules,
    /// Workloads whose name begins so; all if there is none.
    pub(crate) only: Vec<String>,
    /// A workload that ours carries out twice for once, as if it had become twice as slow.
    pub(crate) planted: Option<String>,
}

impl Sizes {
    fn of(options: &Options) -> Result<Self> {
        let sizes = if options.smoke {
            let settle = Duration::from_millis(200);
            Self { pods: 300, watchers: 20, events: 100, clients: 4, operations: 500, rounds: 1, settle }
        } else {
            Self {
                pods: options.pods,
                watchers: options.watchers,
                events: options.events,
                clients: options.clients,
                operations: options.operations,
                rounds: options.rounds,
                settle: Duration::from_secs(options.settle),
            }
        };
        let all = [sizes.pods, sizes.watchers, sizes.events, sizes.clients, sizes.operations, sizes.rounds];
        ensure!(all.iter().all(|size| *size > 0), "every size must be at least 1: a run of nothing has failed");
        Ok(sizes)
    }
}

/// The servers under measurement, ours last.
struct Run<'a> {
    sides: Vec<Side>,
    plan: &'a Plan,
    sizes: Sizes,
    rules: Rules,
    book: Book,
}

/// Starts the servers, measures and stops them.
pub(crate) fn measure(plan: &Plan) -> Result<Book> {
    raise_open_files(plan.sizes.watchers)?;
    let mut run = Run { sides: Vec::new(), plan, sizes: plan.sizes, rules: plan.rules, book: Book::default() };
    run.starts()?;
    run.small()?;
    run.lists()?;
    run.watches()?;
    Ok(run.book)
}

/// Measures and writes the page; the exit code says whether everything was measured.
pub(crate) fn run(options: &Options) -> Result<ExitCode> {
    let sizes = Sizes::of(options)?;
    let head = head(options, &sizes)?;
    let plan = Plan {
        ours: options.ours.clone(),
        reference: options.reference,
        sizes,
        rules: Rules { without_managed_fields: options.without_managed_fields.is_some() },
        only: options.only.clone(),
        planted: None,
    };
    let book = measure(&plan)?;
    let (text, short) = report::render(&head, &book);
    match &options.out {
        Some(file) => std::fs::write(file, &text).with_context(|| format!("cannot write {}", file.display()))?,
        None => println!("{text}"),
    }
    let unexpected = book.refusals.iter().filter(|(workload, _)| !options.expect_refusal.contains(workload)).count();
    let stale = options.expect_refusal.iter().filter(|name| !book.refusals.iter().any(|(of, _)| of == *name)).count();
    println!(
        "bench: {} figures, {unexpected} workloads refused, {stale} refusals expected in vain, {short} figures short",
        book.rows().len()
    );
    Ok(if unexpected + stale == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

impl Run<'_> {
    /// Starts each side once a round, and leaves the last ones running.
    fn starts(&mut self) -> Result<()> {
        let Sizes { rounds, watchers, settle, .. } = self.sizes;
        for round in 0..rounds {
            self.sides.clear();
            let mut sides = Vec::new();
            if self.plan.reference {
                sides.push(Side::in_namespace(&Subject::Upstream)?);
                sides.push(Side::in_namespace(&Subject::Ours(self.plan.ours.clone()))?);
            } else {
                sides.push(Side::alone(&self.plan.ours)?);
            }
            for side in &sides {
                self.book.add(start::NAME, side.which, start::measure(side, settle)?);
                // The last ones store the pods, and are to have no freed memory that the pods could take.
                if round + 1 < rounds || rounds == 1 {
                    self.book.add("memory", side.which, watch::measure_idle(side, watchers)?);
                }
            }
            self.sides = sides;
        }
        Ok(())
    }

    fn small(&mut self) -> Result<()> {
        let (Sizes { pods, clients, operations, rounds, .. }, rules) = (self.sizes, self.rules);
        for side in &self.sides {
            eprintln!("creating {pods} pods ({:?})", side.which);
            let (create, memory) = small::create(side, pods, clients)?;
            self.book.add(&format!("create, {clients} clients"), side.which, create);
            self.book.add("memory", side.which, memory);
        }
        let compare = |run: &Self| run.pair(|reference, ours| small::compare_get(reference, ours, pods, rules));
        self.measure("GET, 1 client", compare, rounds, |side, _| small::get(side, pods, 1, operations / 4 + 1))?;
        let many = format!("GET, {clients} clients");
        self.measure(&many, compare, rounds, |side, _| small::get(side, pods, clients, operations))
    }

    fn lists(&mut self) -> Result<()> {
        let (Sizes { pods, clients, operations, rounds, .. }, rules) = (self.sizes, self.rules);
        for variant in list::VARIANTS {
            let firsts = if self.wants(variant.name) { self.firsts(&variant)? } else { Vec::new() };
            let compare = |run: &Self| {
                variant.check(run.sides.last().context("no server")?, pods)?;
                run.pair(|reference, ours| variant.compare(reference, ours, rules))
            };
            self.measure(variant.name, compare, rounds, |side, _| variant.measure(side))?;
            for (which, figures) in firsts {
                self.book.add(variant.name, which, figures);
            }
        }
        self.measure(list::PAGES, |_| Ok(()), rounds, |side, _| list::measure_pages(side, pods))?;
        let patches = format!("merge patch, {clients} clients");
        let sizes = (pods, clients, operations / 2 + 1);
        self.measure(&patches, |_| Ok(()), rounds.min(3), |side, round| small::patch(side, sizes, round))
    }

    /// What the first LIST of a kind costs each side, before their answers are compared.
    fn firsts(&self, variant: &list::Variant) -> Result<Vec<(Which, Vec<Figure>)>> {
        let measure = |side: &Side| Ok((side.which, variant.measure_first(side)?));
        self.sides.iter().map(measure).collect()
    }

    fn watches(&mut self) -> Result<()> {
        let (Sizes { watchers, events, rounds, .. }, rules) = (self.sizes, self.rules);
        if !self.wants(watch::NAME) {
            return Ok(());
        }
        if let Err(error) = self.pair(|reference, ours| watch::compare(reference, ours, rules)) {
            self.book.refuse(watch::NAME, format!("{error:#}"));
            return Ok(());
        }
        for round in 0..rounds.min(3) {
            for side in &self.sides {
                eprintln!("{}, round {} ({:?})", watch::NAME, round + 1, side.which);
                match self.turn(side, watch::NAME, round, |round| watch::measure(side, watchers, events, round)) {
                    Ok(figures) => self.book.add(watch::NAME, side.which, figures),
                    Err(error) => self.book.refuse(watch::NAME, format!("{:?}: {error:#}", side.which)),
                }
            }
        }
        Ok(())
    }

    fn wants(&self, workload: &str) -> bool {
        self.plan.only.is_empty() || self.plan.only.iter().any(|prefix| workload.starts_with(prefix.as_str()))
    }

    /// Compares the two sides; ours alone agrees with itself.
    fn pair(&self, compare: impl Fn(&Side, &Side) -> Result<()>) -> Result<()> {
        match self.sides.as_slice() {
            [reference, ours] => compare(reference, ours),
            _ => Ok(()),
        }
    }

    /// One measurement of one side; of ours two for one where slowness is planted, the other in a round that is not there otherwise.
    fn turn(
        &self,
        side: &Side,
        workload: &str,
        round: usize,
        measure: impl Fn(usize) -> Result<Vec<Figure>>,
    ) -> Result<Vec<Figure>> {
        let once = measure(round)?;
        let planted = side.which == Which::Ours && self.plan.planted.as_deref() == Some(workload);
        if planted { Ok(added(once, &measure(self.sizes.rounds + round)?)) } else { Ok(once) }
    }

    /// Measures by turns, unless the answers differ.
    fn measure(
        &mut self,
        workload: &str,
        compare: impl FnOnce(&Self) -> Result<()>,
        rounds: usize,
        measure: impl Fn(&Side, usize) -> Result<Vec<Figure>>,
    ) -> Result<()> {
        if !self.wants(workload) {
            return Ok(());
        }
        if let Err(error) = compare(self) {
            eprintln!("{workload}: not measured: {error:#}");
            self.book.refuse(workload, format!("{error:#}"));
            return Ok(());
        }
        eprintln!("{workload}");
        for round in 0..rounds {
            for side in &self.sides {
                match self.turn(side, workload, round, |round| measure(side, round)) {
                    Ok(figures) => self.book.add(workload, side.which, figures),
                    // What the other workloads say is worth having all the same.
                    Err(error) => self.book.refuse(workload, format!("{:?}: {error:#}", side.which)),
                }
            }
        }
        Ok(())
    }
}

/// What two runs of a workload cost together.
fn added(mut first: Vec<Figure>, second: &[Figure]) -> Vec<Figure> {
    for figure in first.iter_mut().filter(|figure| !figure.unit.more_is_better()) {
        figure.value += second.iter().find(|other| other.name == figure.name).map_or(0.0, |other| other.value);
    }
    first
}

/// A connection is a file, here and in the server, which inherits the limit.
fn raise_open_files(watchers: usize) -> Result<()> {
    let wanted = u64::try_from(watchers)? + 1024;
    let limit = getrlimit(Resource::Nofile);
    if limit.current.is_none_or(|current| current >= wanted) {
        return Ok(());
    }
    let maximum = limit.maximum.map(|maximum| maximum.max(wanted));
    let raised = Rlimit { current: maximum.or(Some(wanted)), maximum };
    setrlimit(Resource::Nofile, raised).with_context(|| format!("{wanted} open files are needed: raise `ulimit -n`"))
}

fn head(options: &Options, sizes: &Sizes) -> Result<Head> {
    let Sizes { pods, watchers, events, clients, operations, rounds, .. } = sizes;
    Ok(Head {
        date: jiff::Timestamp::now().strftime("%Y-%m-%d").to_string(),
        machine: format!("{} before the run", report::machine()?),
        sizes: format!(
            "Sizes: {pods} pods, {watchers} watchers, {events} events, {clients} clients, {operations} operations, {rounds} rounds"
        ),
        compared: options.reference,
        remark: options.without_managed_fields.as_ref().map(|reason| {
            format!("Ours has no managed fields ({reason}), so its objects are smaller and the comparison flatters it.")
        }),
    })
}
