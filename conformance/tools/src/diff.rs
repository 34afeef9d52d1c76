//! `diff record` and `diff check`: replay the cases against a server and judge the answers.
//!
//! ```text
//! cases/*.yaml -> replay (reference) -> recorded/*.json          record
//! cases/*.yaml -> replay (ours) -> compare with recorded/*.json  check   (minus accepted.json)
//! ```
//! Called by `cli`. A run that compared nothing has failed, and so has one with an accepted difference that no longer shows.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Context as _, Result, bail, ensure};
use regex::Regex;

use crate::cases::{self, Case, Theme};
use crate::compare::{Difference, differences};
use crate::http::Target;
use crate::record::{self, Accepted, Answer, Proposed, Recording};
use crate::reference::{self, Reference};
use crate::replay::Compactor;
use crate::{kubeconfig, ours, replay, upstream};

/// Cases that run at the same time; most of their time is the servers' waiting.
const WORKERS: usize = 8;

#[derive(clap::Args)]
pub(crate) struct RecordOptions {
    #[command(flatten)]
    selection: Selection,
    #[command(flatten)]
    reference: reference::Options,
}

#[derive(clap::Args)]
pub(crate) struct CheckOptions {
    #[command(flatten)]
    selection: Selection,
    /// Kubeconfig of the running server to check.
    #[arg(long, value_name = "KUBECONFIG", required_unless_present = "start")]
    ours: Option<PathBuf>,
    /// Network namespace in which that server listens, if not this one.
    #[arg(long, value_name = "NAME", requires = "ours")]
    ours_netns: Option<String>,
    /// Start this ferrokube program with `up --memory` and check it.
    #[arg(long, value_name = "PROGRAM", conflicts_with = "ours")]
    start: Option<PathBuf>,
    /// Shell command that makes the checked server compact its history; without it the cases that need that are left out.
    #[arg(long, value_name = "COMMAND")]
    compact: Option<String>,
    /// Ask a live reference instead of reading the recordings.
    #[arg(long)]
    refresh: bool,
    /// Report every difference of a case, not only the first.
    #[arg(long)]
    all: bool,
    /// Write every difference that is not accepted to this file, in the form of `accepted.json` with both values beside it; to be
    /// accepted it needs a reason and an issue, and the values taken out.
    #[arg(long, value_name = "FILE")]
    propose: Option<PathBuf>,
}

#[derive(clap::Args)]
struct Selection {
    /// Folder with the cases.
    #[arg(long, value_name = "DIR")]
    cases: Option<PathBuf>,
    /// Only cases whose FILE/NAME matches this regular expression.
    #[arg(long, value_name = "RE")]
    filter: Option<Regex>,
}

impl Selection {
    fn dir(&self) -> PathBuf {
        self.cases.clone().unwrap_or_else(|| upstream::conformance_dir().join("cases"))
    }

    fn matches(&self, theme: &Theme, case: &Case) -> bool {
        self.filter.as_ref().is_none_or(|filter| filter.is_match(&format!("{}/{}", theme.name, case.name)))
    }

    fn select<'a>(&self, themes: &'a [Theme]) -> Result<Vec<&'a Case>> {
        let picked = themes.iter().flat_map(|theme| theme.cases.iter().filter(|case| self.matches(theme, case)));
        let picked: Vec<_> = picked.collect();
        ensure!(!picked.is_empty(), "no case matches: a run that compares nothing has failed");
        Ok(picked)
    }
}

type Answers = BTreeMap<String, Result<Vec<Answer>>>;

/// Runs the cases, several at a time, and returns the answers by case name. Those that compact come last, one by one.
fn replay_all(cases: &[&Case], target: &Target, compactor: Option<Compactor<'_>>) -> Answers {
    let (alone, cases): (Vec<&Case>, Vec<&Case>) = cases.iter().copied().partition(|case| case.compacts());
    let (next, done) = (AtomicUsize::new(0), Mutex::new(Answers::new()));
    std::thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(|| {
                while let Some(case) = cases.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let answers = replay::run(case, target, None);
                    let mut done = done.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                    done.insert(case.name.clone(), answers);
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    done.extend(alone.iter().map(|case| (case.name.clone(), replay::run(case, target, compactor))));
    done
}

fn ask_reference(cases: &[&Case], options: &reference::Options) -> Result<BTreeMap<String, Vec<Answer>>> {
    let reference = Reference::start(options)?;
    let answers = replay_all(cases, &reference.target()?, Some(&|| reference.compact()));
    let (good, bad): (Vec<_>, Vec<_>) = answers.into_iter().partition(|(_, answers)| answers.is_ok());
    for (name, error) in bad.iter().filter_map(|(name, answers)| Some((name, answers.as_ref().err()?))) {
        eprintln!("FAIL {name}: {error:#}");
    }
    ensure!(bad.is_empty(), "{} cases cannot be asked", bad.len());
    good.into_iter().map(|(name, answers)| Ok((name, answers?))).collect()
}

/// Asks two fresh references and stores what they agree on.
pub(crate) fn record(options: &RecordOptions) -> Result<()> {
    let themes = cases::load(&options.selection.dir())?;
    let picked = options.selection.select(&themes)?;
    let first = ask_reference(&picked, &options.reference)?;
    let second = ask_reference(&picked, &options.reference)?;
    let mut unstable = 0;
    for (name, answers) in &first {
        for (index, (one, other)) in answers.iter().zip(&second[name]).enumerate() {
            if let Some(difference) = differences(one, other).first() {
                unstable += 1;
                report(name, index, one, difference, 0);
            }
        }
    }
    if unstable > 0 {
        bail!("two fresh references disagree in {unstable} steps: mask what varies, or drop it from the case");
    }
    let version = upstream::kubernetes_version(&upstream::conformance_dir().join("go"))?;
    for theme in &themes {
        let mut recording = match record::load(theme) {
            Ok(old) if old.reference == version => old,
            _ => Recording { reference: version.clone(), cases: BTreeMap::new() },
        };
        let names: BTreeSet<_> = theme.cases.iter().map(|case| &case.name).collect();
        recording.cases.retain(|name, _| names.contains(name));
        recording.cases.extend(names.iter().filter_map(|name| Some(((*name).clone(), first.get(*name)?.clone()))));
        record::save(theme, &recording)?;
    }
    println!("recorded {} cases, {} steps from {version}", first.len(), first.values().map(Vec::len).sum::<usize>());
    Ok(())
}

/// Compares our server with the reference. The exit code says whether every difference is accepted.
pub(crate) fn check(options: &CheckOptions) -> Result<ExitCode> {
    let dir = options.selection.dir();
    let themes = cases::load(&dir)?;
    let mut picked = options.selection.select(&themes)?;
    if options.compact.is_none() {
        let all = picked.len();
        picked.retain(|case| !case.compacts());
        println!("{} cases left out: they need --compact", all - picked.len());
    }
    println!("{} cases, {} of them of bad input", picked.len(), picked.iter().filter(|case| case.bad).count());
    let judge = Judge { accepted: record::accepted(&dir, &themes)?, all: options.all, proposed: RefCell::default() };
    let expected =
        if options.refresh { ask_reference(&picked, &reference::Options::default())? } else { recorded(&themes, &picked)? };
    let mut server = options.start.as_deref().map(ours::Server::start).transpose()?;
    let config = match (&server, &options.ours) {
        (Some(server), _) => server.kubeconfig(),
        (None, Some(path)) => path.clone(),
        (None, None) => bail!("--ours or --start must be given"),
    };
    let namespace = options.ours_netns.as_ref().map(|name| Path::new("/run/netns").join(name));
    let target = Target::new(&kubeconfig::read(&config)?, namespace)?;
    let compact = || compact_by(options.compact.as_deref().unwrap_or("false"));
    let answers = replay_all(&picked, &target, Some(&compact));
    let verdict = judge.all_cases(&expected, &answers)?;
    println!("{verdict}");
    if let Some(path) = &options.propose {
        record::write_json(path, &judge.proposed.into_inner())?;
    }
    let alive = server.as_mut().is_none_or(ours::Server::is_alive);
    if !alive {
        eprintln!("FAIL the server ended during the run");
    }
    Ok(if alive && verdict.is_good() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn compact_by(command: &str) -> Result<()> {
    let status = std::process::Command::new("sh").args(["-c", command]).status().context("cannot run the compaction command")?;
    ensure!(status.success(), "the compaction command failed ({status})");
    Ok(())
}

/// The stored answers to the picked cases; each must have been recorded for the case as it is now.
fn recorded(themes: &[Theme], picked: &[&Case]) -> Result<BTreeMap<String, Vec<Answer>>> {
    let mut found = BTreeMap::new();
    for theme in themes {
        let cases: Vec<_> = theme.cases.iter().filter(|case| picked.iter().any(|other| other.name == case.name)).collect();
        if cases.is_empty() {
            continue;
        }
        let mut recording = record::load(theme)?;
        for case in cases {
            let answers = recording.cases.remove(&case.name);
            let answers = answers.with_context(|| format!("case {} is not recorded: run `diff record`", case.name))?;
            let current = answers.iter().map(|answer| &answer.request).eq(case.steps.iter().map(|step| &step.send));
            ensure!(current, "case {} was changed after it was recorded: run `diff record`", case.name);
            found.insert(case.name.clone(), answers);
        }
    }
    Ok(found)
}

/// Decides which differences count.
struct Judge {
    accepted: Vec<Accepted>,
    all: bool,
    /// What was found and is not accepted.
    proposed: RefCell<Vec<Proposed>>,
}

/// What a run found.
#[derive(Debug, Default)]
struct Verdict {
    cases: usize,
    steps: usize,
    failed: usize,
    accepted: usize,
    unused: usize,
}

impl Verdict {
    /// Whether something was compared and nothing failed.
    const fn is_good(&self) -> bool {
        self.steps > 0 && self.failed == 0 && self.unused == 0
    }
}

impl std::fmt::Display for Verdict {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { cases, steps, failed, accepted, unused } = self;
        write!(
            f,
            "{cases} cases, {steps} steps: {failed} cases failed, {accepted} differences accepted, {unused} accepted ones gone"
        )
    }
}

impl Judge {
    fn all_cases(&self, expected: &BTreeMap<String, Vec<Answer>>, answers: &Answers) -> Result<Verdict> {
        let mut verdict = Verdict::default();
        let mut used = BTreeSet::new();
        for name in expected.keys().filter(|name| !answers.contains_key(*name)) {
            eprintln!("FAIL {name}: was not run");
            verdict.failed += 1;
        }
        for (name, answers) in answers {
            let expected = expected.get(name).with_context(|| format!("nothing to compare case {name} with"))?;
            verdict.cases += 1;
            let good = match answers {
                Ok(answers) => {
                    ensure!(answers.len() == expected.len(), "case {name}: {} answers for {}", answers.len(), expected.len());
                    verdict.steps += answers.len();
                    self.case(name, expected, answers, &mut used)
                }
                Err(error) => {
                    eprintln!("FAIL {name}: {error:#}");
                    false
                }
            };
            verdict.failed += usize::from(!good);
        }
        verdict.accepted = used.len();
        for entry in self.accepted.iter().filter(|entry| answers.contains_key(&entry.case) && !used.contains(entry)) {
            eprintln!("FAIL accepted.json: {} step {} {} no longer differs: remove it", entry.case, entry.step, entry.pointer);
            verdict.unused += 1;
        }
        Ok(verdict)
    }

    fn case<'a>(&'a self, name: &str, expected: &[Answer], answers: &[Answer], used: &mut BTreeSet<&'a Accepted>) -> bool {
        let mut good = true;
        for (index, (reference, ours)) in expected.iter().zip(answers).enumerate() {
            let mut found = differences(reference, ours);
            found.retain(|difference| {
                let known =
                    |entry: &&Accepted| entry.case == name && entry.step == index + 1 && entry.pointer == difference.pointer;
                let entry = self.accepted.iter().find(known);
                used.extend(entry);
                entry.is_none()
            });
            let shown = if self.all { found.len() } else { usize::from(good) };
            for difference in found.iter().take(shown) {
                report(name, index, reference, difference, found.len() - 1);
            }
            good &= found.is_empty();
            let place = (name, index + 1);
            self.proposed.borrow_mut().extend(found.into_iter().map(|difference| Proposed::new(place, difference)));
        }
        good
    }
}

fn report(case: &str, index: usize, reference: &Answer, difference: &Difference, more: usize) {
    eprintln!("FAIL {case} step {}: {}", index + 1, reference.request);
    eprintln!("     at {}{}", difference.pointer, if more > 0 { format!(" (and {more} more)") } else { String::new() });
    eprintln!("     reference: {}", difference.reference.trim_end());
    eprintln!("     ours:      {}", difference.ours.trim_end());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mask::{Rules, Symbols};

    fn answer(body: &str) -> Answer {
        Answer { request: "GET /x".into(), status: 200, headers: BTreeMap::new(), body: body.into() }
    }

    fn accepted(pointer: &str) -> Accepted {
        Accepted { case: "a".into(), step: 1, pointer: pointer.into(), reason: "r".into(), issue: "i".into() }
    }

    fn judge(accepted: Vec<Accepted>) -> Judge {
        Judge { accepted, all: false, proposed: RefCell::default() }
    }

    fn check(ours: &str, list: Vec<Accepted>) -> Verdict {
        let judge = judge(list);
        let expected = BTreeMap::from([("a".to_owned(), vec![answer(r#"{"x":1,"y":2}"#)])]);
        judge.all_cases(&expected, &Answers::from([("a".to_owned(), Ok(vec![answer(ours)]))])).unwrap()
    }

    #[test]
    fn a_difference_fails_unless_it_is_accepted() {
        assert!(check(r#"{"x":1,"y":2}"#, vec![]).is_good());
        assert!(!check(r#"{"x":1,"y":3}"#, vec![]).is_good());
        assert!(check(r#"{"x":1,"y":3}"#, vec![accepted("/y")]).is_good());
        assert!(!check(r#"{"x":2,"y":3}"#, vec![accepted("/y")]).is_good(), "a second fault hides behind the accepted one");
    }

    #[test]
    fn an_accepted_difference_that_is_gone_fails() {
        let verdict = check(r#"{"x":1,"y":2}"#, vec![accepted("/y")]);
        assert_eq!((verdict.unused, verdict.is_good()), (1, false));
    }

    #[test]
    fn what_is_not_accepted_is_proposed() {
        let judge = judge(vec![accepted("/x")]);
        let expected = BTreeMap::from([("a".to_owned(), vec![answer(r#"{"x":1,"y":2}"#)])]);
        judge.all_cases(&expected, &Answers::from([("a".to_owned(), Ok(vec![answer(r#"{"x":2}"#)]))])).unwrap();
        let proposed = serde_json::to_string(&judge.proposed.into_inner()).unwrap();
        let expect = r#"[{"case":"a","step":1,"pointer":"/y","reason":"","issue":"","reference":"2","ours":"(absent)"}]"#;
        assert_eq!(proposed, expect);
    }

    #[test]
    fn an_empty_run_fails() {
        let judge = judge(vec![]);
        assert!(!judge.all_cases(&BTreeMap::new(), &Answers::new()).unwrap().is_good());
    }

    #[test]
    fn a_case_that_could_not_be_sent_fails() {
        let judge = judge(vec![]);
        let expected = BTreeMap::from([("a".to_owned(), vec![answer("{}")]), ("b".to_owned(), vec![answer("{}")])]);
        let answers =
            Answers::from([("a".to_owned(), Ok(vec![answer("{}")])), ("b".to_owned(), Err(anyhow::anyhow!("refused")))]);
        let verdict = judge.all_cases(&expected, &answers).unwrap();
        assert_eq!((verdict.failed, verdict.is_good()), (1, false));
    }

    /// The committed cases, recordings and accepted differences fit together; CI needs no reference to know.
    #[test]
    fn committed_cases_are_recorded() {
        let dir = upstream::conformance_dir().join("cases");
        let themes = cases::load(&dir).unwrap();
        let all: Vec<_> = themes.iter().flat_map(|theme| &theme.cases).collect();
        assert!(all.len() >= 700, "{} cases", all.len());
        let traffic = themes.iter().filter(|theme| theme.name.starts_with("traffic-")).map(|theme| theme.cases.len());
        assert!(traffic.sum::<usize>() >= 200, "cases of real traffic");
        let bad = all.iter().filter(|case| case.bad).count();
        assert!(bad >= 150, "{bad} cases of bad input");
        let known = recorded(&themes, &all).unwrap();
        assert_eq!(known.len(), all.len());
        // A case that was lost leaves its recording behind.
        for theme in &themes {
            let recorded = record::load(theme).unwrap().cases;
            assert!(recorded.keys().all(|name| theme.cases.iter().any(|case| case.name == *name)), "{}", theme.name);
        }
        let files = std::fs::read_dir(dir.join("recorded")).unwrap().map(|entry| entry.unwrap().path());
        for file in files {
            assert!(themes.iter().any(|theme| record::recording_path(theme) == file), "{} has no cases", file.display());
        }
        record::accepted(&dir, &themes).unwrap();
    }

    fn committed() -> BTreeMap<String, Vec<Answer>> {
        let themes = cases::load(&upstream::conformance_dir().join("cases")).unwrap();
        let all: Vec<_> = themes.iter().flat_map(|theme| &theme.cases).collect();
        recorded(&themes, &all).unwrap()
    }

    /// Judges the committed recordings with a fault planted in them, which must be found in exactly one case.
    fn plant(expected: &BTreeMap<String, Vec<Answer>>, fault: impl FnOnce(&mut Answers)) {
        let mut answers: Answers = expected.iter().map(|(name, answers)| (name.clone(), Ok(answers.clone()))).collect();
        assert!(judge(vec![]).all_cases(expected, &answers).unwrap().is_good());
        fault(&mut answers);
        let verdict = judge(vec![]).all_cases(expected, &answers).unwrap();
        assert_eq!((verdict.failed, verdict.is_good()), (1, false));
    }

    fn answers<'a>(all: &'a mut Answers, name: &str) -> &'a mut Vec<Answer> {
        all.get_mut(name).unwrap().as_mut().unwrap()
    }

    /// The planted faults of `compare` and `proto`, once more through the whole judgement of the committed recordings.
    #[test]
    fn faults_planted_in_a_recording_are_caught() {
        let expected = committed();
        // A wrong byte in JSON.
        plant(&expected, |all| {
            let body = &mut answers(all, "configmap-life")[0].body;
            *body = body.replace(r#""k":"v""#, r#""k":"w""#);
        });
        // A case that was not run, and one that was not run to its end.
        plant(&expected, |all| drop(all.remove("configmap-life")));
        let mut short: Answers = expected.iter().map(|(name, answers)| (name.clone(), Ok(answers.clone()))).collect();
        answers(&mut short, "configmap-life").pop();
        assert!(judge(vec![]).all_cases(&expected, &short).is_err());
    }

    /// Whatever event of whatever recorded watch is lost, or comes twice, or changes places with the next one: it shows.
    #[test]
    fn no_lost_event_of_a_watch_stays_hidden() {
        let mut events = 0;
        for answer in committed().values().flatten().filter(|answer| answer.request.contains("watch=")) {
            let lines: Vec<&str> = answer.body.split_inclusive('\n').collect();
            for index in 0..lines.len() {
                let (mut lost, mut twice) = (lines.clone(), lines.clone());
                lost.remove(index);
                twice.insert(index, lines[index]);
                let mut faulty = vec![lost, twice];
                if lines.get(index + 1).is_some_and(|next| *next != lines[index]) {
                    let mut swapped = lines.clone();
                    swapped.swap(index, index + 1);
                    faulty.push(swapped);
                }
                for body in faulty.into_iter().map(|lines| lines.concat()) {
                    assert!(!differences(answer, &Answer { body, ..answer.clone() }).is_empty(), "{} {index}", answer.request);
                }
                events += 1;
            }
        }
        assert!(events >= 100, "{events} events");
    }

    /// A byte of an answer in protobuf, changed on the wire, shows after it has been made readable and masked.
    #[test]
    fn no_wrong_byte_of_protobuf_stays_hidden() {
        let text = r#"{"metadata":{"name":"a","labels":{"x":"y"},"generation":3},"data":{"k":"v"},"binaryData":{"b":"AAE="}}"#;
        let bytes = crate::proto::write(text, "v1 ConfigMap", "v1 ConfigMap").unwrap();
        let show = |bytes: &[u8]| {
            let rules = Rules { template: "", own: &[] };
            answer(&Symbols::default().mask(&crate::proto::read(bytes), &rules))
        };
        for at in 0..bytes.len() {
            for flip in 1..=255_u8 {
                let mut changed = bytes.clone();
                changed[at] ^= flip;
                assert!(!differences(&show(&bytes), &show(&changed)).is_empty(), "{at} {flip}");
            }
        }
    }
}
