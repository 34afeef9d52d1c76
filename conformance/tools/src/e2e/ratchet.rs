//! `conformance-tools ratchet`: runs whole groups, adds what passes to `conformance/passing.txt` and writes `docs/conformance.md`.
//!
//! Called by `cli`. It never takes a test off the list: one that is there and does not pass makes the command fail. So does one that does
//! not pass and of which `conformance/waiting.tsv` does not say why.

use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, Result, ensure};

use super::document::{self, Failure, Failures};
use super::junit;
use super::passing::{Mode, Passing};
use super::table::{self, Needs, Table, Test};
use super::verdict::{Asked, ENDLESS, Verdict};
use super::waiting::Waiting;
use super::{Against, Run};

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Groups of conformance tests: those of them that upstream's control plane passes without kubelets are tried.
    #[arg(long, value_name = "LETTERS", value_delimiter = ',', default_value = "a,b")]
    group: Vec<char>,
    /// Run nothing, but take what `e2e` or an earlier run left in this folder: the reports in FOLDER/alone, FOLDER/kcm+scheduler, ...
    #[arg(long, value_name = "FOLDER")]
    from: Option<PathBuf>,
    /// Run nothing and learn nothing, but write docs/conformance.md anew, after conformance/waiting.tsv was changed.
    #[arg(long, conflicts_with = "from")]
    page: bool,
    #[command(flatten)]
    run: Run,
}

/// What runs beside the server, one after another.
const MODES: [Mode; 3] = [Mode::Alone, Mode::Upstreams, Mode::Node];

/// What is known before and after the runs.
struct Record {
    passing: Passing,
    failures: Failures,
    waiting: Waiting,
    /// Tests of the list that did not pass, with the reason.
    lost: BTreeMap<String, String>,
    /// Tests that passed although what they wait for is said not to be there.
    unexplained: BTreeSet<String>,
    added: usize,
}

/// Tries the groups, alone, with upstream's components and then with a Node too, and writes down what came out.
pub(crate) fn run(options: &Options) -> Result<ExitCode> {
    ensure!(options.run.against == Against::Ours, "the list says what ferrokube passes; use `e2e` against the reference");
    let table = Table::load()?;
    let mut record = Record::load()?;
    if options.page {
        record.check(&table)?;
        record.write(&table)?;
        return Ok(ExitCode::SUCCESS);
    }
    // Before the runs, which take long; what is missing is known after them, when what they showed has been written down.
    record.waiting.check_lines(&table, &record.passing, &record.failures)?;
    let tried = match &options.from {
        Some(folder) => record.take(folder, &table)?,
        None => record.try_groups(options, &table)?,
    };
    ensure!(!tried.is_empty(), "no tests were tried");
    record.lost.iter().for_each(|(name, why)| println!("LOST    {name}\n        {why}"));
    for name in &record.unexplained {
        let wait = record.waiting.get(name).map(|wait| format!("{}: {}", wait.work.word(), wait.cause)).unwrap_or_default();
        println!("PASSES  {name}\n        although it waits for {wait}");
        println!("        When that is built, take its line out of conformance/waiting.tsv and try again; else it was luck.");
    }
    println!("ratchet: {} tried, {} added, {} lost", tried.len(), record.added, record.lost.len());
    record.check(&table).context("what came out is written down; when it is right: ratchet --page")?;
    Ok(if record.lost.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// What the reports of a mode say about conformance tests that can pass in it; nothing if there are none.
fn verdicts(folder: &Path, mode: Mode, table: &Table) -> Result<Vec<Verdict>> {
    let folder = folder.join(mode.word());
    let mut files = Vec::new();
    for entry in std::fs::read_dir(&folder).into_iter().flatten() {
        let path = entry.with_context(|| format!("cannot list {}", folder.display()))?.path();
        if path.extension().is_some_and(|end| end == "xml") {
            files.push(path);
        }
    }
    files.sort();
    let verdict = |path: &PathBuf| -> Result<Verdict> {
        let mut entries = junit::read(path)?;
        entries.retain(|entry| !entry.is_test || table.get(&entry.name).is_some_and(|test| test.can_pass(mode)));
        Ok(Verdict::of(&Asked::Matching(String::new()), &entries))
    };
    files.iter().map(verdict).collect()
}

/// Whether a test that can pass in this mode is tried in it: a listed one in its own; any other alone if an API server could do, and then
/// with components, unless it was found not to end; with a Node only what needs one.
fn is_due(test: &Test, mode: Mode, passing: &Passing, endless: &BTreeSet<String>) -> bool {
    match passing.mode(&test.name) {
        Some(listed) => listed == mode,
        None if mode == Mode::Alone => test.group == 'a',
        None if mode == Mode::Node => test.needs == Needs::ReadyNode,
        None => !endless.contains(&test.name),
    }
}

/// Whether a test has passed only by waiting for something that comes at once elsewhere, such as a controller's next full round.
fn is_too_slow(seconds: f64, upstreams: f64) -> bool {
    seconds > 4.0 * upstreams + 60.0
}

impl Record {
    fn load() -> Result<Self> {
        let page = match std::fs::read_to_string(document::path()) {
            // The first run writes it.
            Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
            read => read.with_context(|| format!("cannot read {}", document::path().display()))?,
        };
        let (passing, waiting) = (Passing::read(&Passing::path())?, Waiting::load()?);
        Ok(Self {
            passing,
            failures: document::failures(&page)?,
            waiting,
            lost: BTreeMap::new(),
            unexplained: BTreeSet::new(),
            added: 0,
        })
    }

    fn check(&self, table: &Table) -> Result<()> {
        self.waiting.check(table, &self.passing, &self.failures)
    }

    /// Learns from the reports in a folder. Returns the tests that they are about.
    fn take(&mut self, folder: &Path, table: &Table) -> Result<BTreeSet<String>> {
        let mut tried = BTreeSet::new();
        for mode in MODES {
            for verdict in verdicts(folder, mode, table)? {
                tried.extend(verdict.passed.keys().chain(verdict.failed.keys()).cloned());
                self.learn(mode, &verdict, table)?;
            }
        }
        self.write(table)?;
        Ok(tried)
    }

    /// Runs the groups and learns from it. Returns the tests that were due.
    fn try_groups(&mut self, options: &Options, table: &Table) -> Result<BTreeSet<String>> {
        let (mut tried, mut endless) = (BTreeSet::new(), BTreeSet::new());
        for mode in MODES {
            let candidates = table.groups(&options.group, mode).filter(|test| options.run.slow || !table::is_slow(&test.name));
            let names: BTreeSet<_> =
                candidates.filter(|test| is_due(test, mode, &self.passing, &endless)).map(|test| test.name.clone()).collect();
            if names.is_empty() {
                continue;
            }
            tried.extend(names.iter().cloned());
            let verdict = options.run.against_started(mode, &Asked::Names(names))?;
            self.learn(mode, &verdict, table)?;
            endless.extend(verdict.failed.iter().filter(|(_, line)| line.starts_with(ENDLESS)).map(|(name, _)| name.clone()));
            // After each run, so that a failure of a later one does not lose it.
            self.write(table)?;
        }
        Ok(tried)
    }

    /// Writes the lists and the page. A cause that is still missing does not keep it from that.
    fn write(&self, table: &Table) -> Result<()> {
        let page = document::render(table, &self.passing, &self.failures, &self.waiting)?;
        std::fs::write(Passing::path(), self.passing.render()).context("cannot write the list")?;
        std::fs::write(document::path(), page).context("cannot write docs/conformance.md")
    }

    /// Takes over what a run in this mode showed.
    fn learn(&mut self, mode: Mode, verdict: &Verdict, table: &Table) -> Result<()> {
        ensure!(verdict.faults.is_empty(), "nothing is written down: {}", verdict.faults.join("; "));
        for (name, seconds) in &verdict.passed {
            let upstreams = table.get(name).and_then(|test| test.seconds).unwrap_or_default();
            if !self.passing.contains(name) && is_too_slow(*seconds, upstreams) {
                let line = format!("passes, but takes minutes instead of {upstreams:.0} s");
                self.failures.insert(name.clone(), Failure { mode, line });
                continue;
            }
            // One lucky pass is no reason to hold it against every change from now on.
            if !self.passing.contains(name) && self.waiting.get(name).is_some() {
                self.unexplained.insert(name.clone());
                continue;
            }
            self.added += usize::from(self.passing.add(name, mode));
            self.failures.remove(name);
        }
        let not_run = verdict.not_run.iter().map(|(name, why)| (name, format!("not run: {why}")));
        let failed = verdict.failed.iter().map(|(name, line)| (name, line.clone()));
        for (name, line) in failed.chain(not_run) {
            match self.passing.mode(name) {
                None => drop(self.failures.insert(name.clone(), Failure { mode, line: document::steady(&line)? })),
                Some(listed) if listed == mode => drop(self.lost.insert(name.clone(), line)),
                // It passes in another mode, which is what the list says.
                Some(_) => {}
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(passed: &[&str], failed: &[&str], not_run: &[&str]) -> Verdict {
        let told = |names: &[&str]| names.iter().map(|name| ((*name).to_owned(), "why".to_owned())).collect();
        let passed = passed.iter().map(|name| ((*name).to_owned(), 1.0)).collect();
        Verdict { passed, failed: told(failed), not_run: told(not_run), faults: Vec::new() }
    }

    fn table() -> Table {
        Table::parse("[sig-a] new\ta\tpassed\t1\n").unwrap()
    }

    fn record(list: &str) -> Record {
        let passing = Passing::parse(list).unwrap();
        let (failures, waiting) = (Failures::new(), Waiting::default());
        Record { passing, failures, waiting, lost: BTreeMap::new(), unexplained: BTreeSet::new(), added: 0 }
    }

    #[test]
    fn a_pass_that_nothing_explains_is_told_and_not_added() {
        let mut record = record("");
        record.waiting = Waiting::parse("[sig-a] new\tdefaults and apply\tno quotas\n").unwrap();
        record.learn(Mode::Alone, &verdict(&[], &["[sig-a] new"], &[]), &table()).unwrap();
        record.learn(Mode::Alone, &verdict(&["[sig-a] new"], &[], &[]), &table()).unwrap();
        assert!(!record.passing.contains("[sig-a] new") && record.failures.contains_key("[sig-a] new"));
        assert_eq!((record.unexplained.len(), record.added), (1, 0));
    }

    #[test]
    fn passes_are_added_and_losses_are_told() {
        let table = table();
        let mut record = record("alone\t[sig-a] old\nalone\t[sig-a] gone\n");
        record
            .learn(Mode::Alone, &verdict(&["[sig-a] new"], &["[sig-a] old", "[sig-a] bad"], &["[sig-a] gone"]), &table)
            .unwrap();
        assert_eq!(record.added, 1);
        assert!(["old", "gone", "new"].iter().all(|name| record.passing.contains(&format!("[sig-a] {name}"))));
        assert_eq!(record.lost.keys().collect::<Vec<_>>(), ["[sig-a] gone", "[sig-a] old"]);
        assert_eq!(record.failures.keys().collect::<Vec<_>>(), ["[sig-a] bad"]);
        // It passes with components: it is no failure any more.
        record.learn(Mode::Upstreams, &verdict(&["[sig-a] bad"], &[], &[]), &table).unwrap();
        assert!(record.failures.is_empty() && record.passing.contains("[sig-a] bad"));
    }

    #[test]
    fn a_pass_by_waiting_is_not_added() {
        let table = Table::parse("[sig-a] new\tb\tpassed\t5\n").unwrap();
        let mut record = record("");
        let passed = |seconds| Verdict { passed: BTreeMap::from([("[sig-a] new".to_owned(), seconds)]), ..Verdict::default() };
        record.learn(Mode::Upstreams, &passed(300.0), &table).unwrap();
        assert!(!record.passing.contains("[sig-a] new") && record.failures["[sig-a] new"].line.contains("instead of 5 s"));
        record.learn(Mode::Upstreams, &passed(40.0), &table).unwrap();
        assert!(record.passing.contains("[sig-a] new") && record.failures.is_empty());
    }

    #[test]
    fn a_run_with_faults_teaches_nothing() {
        let mut record = record("");
        let faults = vec!["the suite: no server".to_owned()];
        assert!(record.learn(Mode::Alone, &Verdict { faults, ..verdict(&["[sig-a] new"], &[], &[]) }, &table()).is_err());
        assert_eq!(record.added, 0);
    }

    #[test]
    fn each_test_is_tried_where_it_can_pass() {
        let list = Passing::parse("kcm+scheduler\t[sig-a] listed\n").unwrap();
        let due_with = |name: &str, group, needs, mode, endless: &[&str]| {
            let test = Test { name: name.to_owned(), group, needs, seconds: None };
            is_due(&test, mode, &list, &endless.iter().map(|name| (*name).to_owned()).collect())
        };
        let due = |name: &str, group, mode, endless: &[&str]| due_with(name, group, Needs::Nothing, mode, endless);
        assert!(due("[sig-a] new", 'a', Mode::Alone, &[]) && !due("[sig-a] new", 'b', Mode::Alone, &[]));
        assert!(due("[sig-a] new", 'a', Mode::Upstreams, &[]) && due("[sig-a] new", 'b', Mode::Upstreams, &[]));
        assert!(!due("[sig-a] new", 'a', Mode::Upstreams, &["[sig-a] new"]));
        assert!(!due("[sig-a] new", 'a', Mode::Node, &[]) && due_with("[sig-a] new", 'a', Needs::ReadyNode, Mode::Node, &[]));
        assert!(!due("[sig-a] listed", 'a', Mode::Alone, &[]) && due("[sig-a] listed", 'a', Mode::Upstreams, &[]));
    }
}
