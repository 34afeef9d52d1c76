//! What is kept beside the cases: the reference's answers and the accepted differences.
//!
//! Called by `diff`. Recordings are written by `diff record` only. An accepted difference names one case, one step and one
//! pointer; nothing here knows a wildcard.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail, ensure};
use serde::{Deserialize, Serialize};

use crate::cases::Theme;
use crate::compare::Difference;

/// A masked answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Answer {
    /// The step's `send`, so that a recording of an older case is noticed.
    pub(crate) request: String,
    pub(crate) status: u16,
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: String,
}

/// The reference's answers to one file of cases.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Recording {
    /// Version of Kubernetes that answered.
    pub(crate) reference: String,
    pub(crate) cases: BTreeMap<String, Vec<Answer>>,
}

/// A difference that is known and allowed for now.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Accepted {
    pub(crate) case: String,
    /// 1 is the first.
    pub(crate) step: usize,
    pub(crate) pointer: String,
    pub(crate) reason: String,
    pub(crate) issue: String,
}

/// A difference that nobody has accepted yet: an entry of `accepted.json` without its reasons, and what there is to judge.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Proposed {
    case: String,
    step: usize,
    pointer: String,
    reason: String,
    issue: String,
    reference: String,
    ours: String,
}

impl Proposed {
    pub(crate) fn new((case, step): (&str, usize), difference: Difference) -> Self {
        let Difference { pointer, reference, ours } = difference;
        Self { case: case.to_owned(), step, pointer, reason: String::new(), issue: String::new(), reference, ours }
    }
}

/// Where the answers to a file of cases are kept.
pub(crate) fn recording_path(theme: &Theme) -> PathBuf {
    theme.path.with_file_name("recorded").join(format!("{}.json", theme.name))
}

/// Reads the recorded answers to a file of cases.
pub(crate) fn load(theme: &Theme) -> Result<Recording> {
    let path = recording_path(theme);
    read_json(&path)?.with_context(|| format!("{} is missing: run `diff record`", path.display()))
}

/// Writes the answers to a file of cases.
pub(crate) fn save(theme: &Theme, recording: &Recording) -> Result<()> {
    let path = recording_path(theme);
    std::fs::create_dir_all(path.parent().unwrap_or(Path::new("."))).context("cannot make the folder of recordings")?;
    write_json(&path, recording)
}

/// Writes a file for people to read.
pub(crate) fn write_json(path: &Path, content: &impl Serialize) -> Result<()> {
    let mut text = serde_json::to_string_pretty(content).context("cannot be written as JSON")?;
    text.push('\n');
    std::fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))
}

/// Reads `accepted.json` and checks that each entry speaks of one existing step.
pub(crate) fn accepted(dir: &Path, themes: &[Theme]) -> Result<Vec<Accepted>> {
    let list: Vec<Accepted> = read_json(&dir.join("accepted.json"))?.unwrap_or_default();
    for entry in &list {
        check_accepted(entry, themes)
            .with_context(|| format!("accepted.json: {} step {} {}", entry.case, entry.step, entry.pointer))?;
    }
    let mut sorted: Vec<_> = list.iter().map(|entry| (&entry.case, entry.step, &entry.pointer)).collect();
    sorted.sort_unstable();
    if let Some(twice) = sorted.windows(2).find(|pair| pair[0] == pair[1]) {
        bail!("accepted.json lists {:?} twice", twice[0]);
    }
    Ok(list)
}

fn check_accepted(entry: &Accepted, themes: &[Theme]) -> Result<()> {
    let case = themes.iter().flat_map(|theme| &theme.cases).find(|case| case.name == entry.case).context("no such case")?;
    ensure!((1..=case.steps.len()).contains(&entry.step), "no such step");
    // An empty pointer is the whole of a body or line.
    ensure!(entry.pointer.is_empty() || entry.pointer.starts_with(['/', '@']), "pointer must be empty or start with / or @");
    ensure!(!entry.pointer.contains('*'), "wildcards are not allowed");
    ensure!(!entry.reason.trim().is_empty() && !entry.issue.trim().is_empty(), "reason and issue must be given");
    Ok(())
}

fn read_json<T: serde::de::DeserializeOwned>(path: &Path) -> Result<Option<T>> {
    match std::fs::read(path) {
        Ok(text) => serde_json::from_slice(&text).map(Some).with_context(|| format!("unreadable {}", path.display())),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| format!("cannot read {}", path.display())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::Case;

    fn theme() -> Theme {
        let case: Case = serde_json::from_str(r#"{"name":"a","steps":[{"send":"GET /x"}]}"#).unwrap();
        Theme { name: "t".to_owned(), path: PathBuf::from("/c/t.yaml"), cases: vec![case] }
    }

    #[test]
    fn accepted_entries_are_exact() {
        let good = Accepted { case: "a".into(), step: 1, pointer: "/x".into(), reason: "known".into(), issue: "Spine".into() };
        check_accepted(&good, &[theme()]).unwrap();
        for bad in [
            Accepted { case: "b".into(), ..good.clone() },
            Accepted { step: 2, ..good.clone() },
            Accepted { step: 0, ..good.clone() },
            Accepted { pointer: "/items/*/x".into(), ..good.clone() },
            Accepted { reason: " ".into(), ..good },
        ] {
            assert!(check_accepted(&bad, &[theme()]).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn recordings_lie_in_a_folder_beside_the_cases() {
        assert_eq!(recording_path(&theme()), Path::new("/c/recorded/t.json"));
    }
}
