//! Differential cases: named sequences of HTTP requests, read from the YAML files in `conformance/cases`.
//!
//! Called by `diff`. A file is checked as a whole when it is read (names, substitutions, bodies), so that a misspelt case fails
//! before anything is sent.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail, ensure};
use regex::Regex;
use serde::Deserialize;

/// What a capture of a header begins with; the header's name follows, in lower case.
pub(crate) const HEADER_POINTER: &str = "@header/";

/// The step that is no request.
const COMPACT: &str = "COMPACT history";

/// A file of cases on one theme.
#[derive(Debug)]
pub(crate) struct Theme {
    /// File name without ending.
    pub(crate) name: String,
    pub(crate) path: PathBuf,
    pub(crate) cases: Vec<Case>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// What the file is about; for readers only.
    #[serde(rename = "about")]
    _about: String,
    cases: Vec<Case>,
}

/// One case. It runs in a namespace of its own, called after it, when any step says `${ns}`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    /// A DNS label, unique over all files.
    pub(crate) name: String,
    /// Regular expressions for what differs from run to run and is not masked anyway.
    #[serde(default)]
    pub(crate) mask: Vec<String>,
    pub(crate) steps: Vec<Step>,
}

/// One request.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Step {
    /// `METHOD PATH`, sent as it stands after substitution; or `COMPACT history`, which makes the server forget everything but
    /// the present.
    pub(crate) send: String,
    /// Body as text, sent byte by byte after substitution.
    pub(crate) body: Option<String>,
    /// Body made of repeated pieces (large or deep ones).
    #[serde(default)]
    pub(crate) pieces: Vec<Piece>,
    /// Content-Type; `application/json` when there is a body, `none` leaves it out.
    #[serde(rename = "type")]
    pub(crate) media_type: Option<String>,
    /// Accept; `application/json` unless given, `none` leaves it out.
    pub(crate) accept: Option<String>,
    #[serde(default)]
    pub(crate) headers: BTreeMap<String, String>,
    #[serde(default, rename = "as")]
    pub(crate) identity: Identity,
    /// Values to keep for later steps: name -> JSON pointer into the answer, or `@header/NAME`.
    #[serde(default)]
    pub(crate) capture: BTreeMap<String, String>,
    /// Leave the stream after this many lines (a watch); 0 leaves without waiting for an answer.
    pub(crate) lines: Option<usize>,
}

/// Text that is repeated in a body.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Piece {
    pub(crate) text: String,
    #[serde(default = "once")]
    pub(crate) times: usize,
}

const fn once() -> usize {
    1
}

/// Who sends a step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Identity {
    #[default]
    Admin,
    Anonymous,
    UnknownToken,
}

impl Step {
    /// Whether this step is no request but a compaction.
    pub(crate) fn compacts(&self) -> bool {
        self.send == COMPACT
    }

    /// The body before substitution.
    pub(crate) fn body(&self) -> Option<String> {
        if self.pieces.is_empty() {
            return self.body.clone();
        }
        Some(self.pieces.iter().map(|piece| piece.text.repeat(piece.times)).collect())
    }

    /// Everything of the request that the author wrote, for finding substitutions and client-chosen values.
    pub(crate) fn template(&self) -> String {
        let pieces: String = self.pieces.iter().map(|piece| piece.text.as_str()).collect();
        let headers: String = self.headers.values().map(String::as_str).collect();
        format!("{} {} {pieces} {headers}", self.send, self.body.as_deref().unwrap_or_default())
    }
}

impl Case {
    /// Whether any step names the case's namespace.
    pub(crate) fn uses_namespace(&self) -> bool {
        self.steps.iter().any(|step| step.template().contains("${ns}"))
    }

    /// Whether the case makes the server forget its history. Such a case runs alone: it would disturb any other.
    pub(crate) fn compacts(&self) -> bool {
        self.steps.iter().any(Step::compacts)
    }

    /// The case's own masks, compiled.
    pub(crate) fn patterns(&self) -> Result<Vec<Regex>> {
        let compile = |text: &String| Regex::new(text).with_context(|| format!("case {}: bad mask {text:?}", self.name));
        self.mask.iter().map(compile).collect()
    }

    fn check(&self) -> Result<()> {
        let label = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        ensure!(!self.name.is_empty() && self.name.len() <= 60 && self.name.chars().all(label), "bad case name {:?}", self.name);
        ensure!(!self.steps.is_empty(), "case {} has no steps", self.name);
        self.patterns()?;
        for (index, step) in self.steps.iter().enumerate() {
            let place = || format!("case {}, step {}", self.name, index + 1);
            let words = step.send.split_once(' ').filter(|(method, path)| !method.is_empty() && !path.is_empty());
            ensure!(words.is_some(), "{}: `send` must be METHOD PATH", place());
            ensure!(step.body.is_none() || step.pieces.is_empty(), "{}: body and pieces exclude each other", place());
            let known = |pointer: &String| pointer.starts_with('/') || pointer.starts_with(HEADER_POINTER);
            ensure!(step.capture.values().all(known), "{}: a capture needs a JSON pointer or {HEADER_POINTER}NAME", place());
        }
        Ok(())
    }
}

/// Reads every `*.yaml` file of cases in `dir`, in the order of their names.
pub(crate) fn load(dir: &Path) -> Result<Vec<Theme>> {
    let entries = std::fs::read_dir(dir).with_context(|| format!("cannot read {}", dir.display()))?;
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "yaml"));
    paths.sort();
    let themes: Vec<Theme> = paths.into_iter().map(read).collect::<Result<_>>()?;
    let mut names = BTreeSet::new();
    for case in themes.iter().flat_map(|theme| &theme.cases) {
        ensure!(names.insert(&case.name), "two cases are called {}", case.name);
    }
    if names.is_empty() {
        bail!("no cases in {}", dir.display());
    }
    Ok(themes)
}

fn read(path: PathBuf) -> Result<Theme> {
    let text = std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let cases = parse(&text).with_context(|| format!("in {}", path.display()))?;
    let name = path.file_stem().and_then(|stem| stem.to_str()).context("a case file's name is not UTF-8")?.to_owned();
    Ok(Theme { name, path, cases })
}

fn parse(text: &str) -> Result<Vec<Case>> {
    let file: File = serde_saphyr::from_str(text).map_err(|error| anyhow::anyhow!("{error}"))?;
    file.cases.iter().try_for_each(Case::check)?;
    Ok(file.cases)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(steps: &str) -> Result<Vec<Case>> {
        parse(&format!("about: test\ncases:\n- name: a\n  steps:\n{steps}"))
    }

    #[test]
    fn bodies_are_kept_as_written() {
        let cases =
            check("  - send: POST /x\n    body: '{\"b\":1,  \"a\":${rv:x}}'\n  - send: GET /y\n    as: anonymous\n").unwrap();
        assert_eq!(cases[0].steps[0].body().unwrap(), "{\"b\":1,  \"a\":${rv:x}}");
        assert_eq!(cases[0].steps[1].identity, Identity::Anonymous);
        assert!(!cases[0].uses_namespace());
    }

    #[test]
    fn pieces_are_repeated() {
        let cases = check("  - send: POST /x\n    pieces: [{text: '[', times: 3}, {text: ']'}]\n").unwrap();
        assert_eq!(cases[0].steps[0].body().unwrap(), "[[[]");
    }

    #[test]
    fn mistakes_are_refused() {
        for bad in ["  - send: GET\n", "  - sent: GET /x\n", "  - send: GET /x\n    capture: {a: metadata}\n", "  []\n"] {
            assert!(check(bad).is_err(), "{bad}");
        }
        assert!(parse("about: t\ncases:\n- name: Not A Label\n  steps: [{send: GET /}]\n").is_err());
        assert!(parse("about: t\ncases:\n- name: a\n  mask: ['(']\n  steps: [{send: GET /}]\n").is_err());
    }
}
