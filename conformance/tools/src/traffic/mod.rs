//! Real traffic as differential cases.
//!
//! ```text
//! kubectl, clients, components, e2e --record FILE -> proxy -> FILE (exchange)
//! diff cases NAME=FILE.. -> request (what can be repeated) -> slices -> script (names, captures) -> cases/traffic-NAME.yaml
//! diff record            -> the reference answers these cases as it does all others
//! ```
//! Called by `cli`, and `proxy` by `reference`. Answers of the recorded run are used for captures only: what is compared with is asked
//! of two fresh servers, so that a case is sound even where it differs from the run it was cut out of.

mod exchange;
mod known;
mod place;
pub(crate) mod proxy;
mod request;
mod script;
mod shape;
mod slices;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::PathBuf;

use anyhow::{Context as _, Result, ensure};

use crate::cases;
use crate::upstream::conformance_dir;
use request::Asked;
use script::Script;

/// Shapes that a case has to have for itself.
const NEW_SHAPES: usize = 1;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// What the cases are called after, and the traffic file: kubectl=target/traffic/kubectl.jsonl. What one has already, the next
    /// leaves out.
    #[arg(value_name = "NAME=FILE", required = true, value_parser = source)]
    sources: Vec<(String, PathBuf)>,
    /// Most cases of one traffic file.
    #[arg(long, value_name = "N", default_value_t = 60)]
    most: usize,
    /// Folder with the cases.
    #[arg(long, value_name = "DIR")]
    cases: Option<PathBuf>,
}

fn source(text: &str) -> Result<(String, PathBuf), String> {
    let (name, file) = text.split_once('=').ok_or("NAME=FILE is needed")?;
    Ok((name.to_owned(), PathBuf::from(file)))
}

/// Writes a file of cases for every traffic file.
pub(crate) fn run(options: &Options) -> Result<()> {
    let dir = options.cases.clone().unwrap_or_else(|| conformance_dir().join("cases"));
    let mut covered = BTreeSet::new();
    for (name, file) in &options.sources {
        let exchanges = exchange::read(file)?;
        let mut left_out: BTreeMap<&str, usize> = BTreeMap::new();
        let mut requests = Vec::new();
        for exchange in &exchanges {
            match Asked::read(exchange) {
                Ok(asked) => requests.push(asked),
                Err(reason) => *left_out.entry(reason).or_default() += 1,
            }
        }
        let scripts = choose(&requests, &mut covered, options.most);
        ensure!(!scripts.is_empty(), "{} holds nothing new", file.display());
        let text = render(name, &scripts)?;
        let path = dir.join(format!("traffic-{name}.yaml"));
        std::fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
        let steps: usize = scripts.iter().map(|(_, script)| script.steps.len()).sum();
        println!("{name}: {} requests -> {} cases, {steps} steps", exchanges.len(), scripts.len());
        left_out.iter().for_each(|(reason, count)| println!("  {count:6} left out: {reason}"));
    }
    // Whatever was written must be readable as any other file of cases.
    cases::load(&dir).map(drop)
}

/// The scripts that ask something new, with the resource that each is about; their shapes are covered from then on.
fn choose(requests: &[Asked<'_>], covered: &mut BTreeSet<String>, most: usize) -> Vec<(String, Script)> {
    let (slices, informers) = slices::sort(requests);
    let mut informers: Vec<_> = informers.into_iter().filter(|asked| !covered.contains(&asked.shape)).collect();
    let mut chosen = Vec::new();
    for mut slice in slices {
        let adds = |script: &Script| script.writes > 0 && script.shapes.difference(covered).count() >= NEW_SHAPES;
        if chosen.len() >= most || !adds(&script::write(&slice.requests, covered)) {
            continue;
        }
        let place = slice.requests[0].place.clone();
        let same = |asked: &&Asked<'_>| (&asked.place.root, &asked.place.resource) == (&place.root, &place.resource);
        slice.requests.extend(informers.extract_if(.., |asked| same(asked)));
        let script = script::write(&slice.requests, covered);
        covered.extend(script.shapes.iter().cloned());
        chosen.push((slice.resource, script));
    }
    for some in informers.chunks(script::MOST_WATCHES) {
        let script = script::write(some, covered);
        covered.extend(script.shapes.iter().cloned());
        chosen.push(("informers".to_owned(), script));
    }
    chosen
}

/// A file of cases: every step a line of JSON, which is YAML as well.
fn render(name: &str, scripts: &[(String, Script)]) -> Result<String> {
    let mut text = format!(
        "about: >-\n  Cut out of real traffic ({name}) by `conformance-tools diff cases`, which writes this file; not to be edited by hand.\ncases:\n"
    );
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (resource, script) in scripts {
        let count = counts.entry(resource).or_default();
        *count += 1;
        writeln!(text, "- name: {name}-{resource}-{count}")?;
        if !script.mask.is_empty() {
            writeln!(text, "  mask: {}", serde_json::to_string(&script.mask)?)?;
        }
        text.push_str("  steps:\n");
        for step in &script.steps {
            writeln!(text, "  - {}", serde_json::to_string(step)?)?;
        }
    }
    Ok(text)
}
