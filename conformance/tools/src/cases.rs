//! Differential cases: named sequences of HTTP requests, read from the YAML files in `conformance/cases`.
//!
//! Called by `diff`. A file is checked as a whole when it is read (names, substitutions, bodies), so that a misspelt case fails
//! before anything is sent.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail, ensure};
use serde::Deserialize;

use crate::mask::Own;
use crate::proto;

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
    /// Whether the case asks what a correct client would not ask, so that there must be as many of these as the tests demand.
    #[serde(default)]
    pub(crate) bad: bool,
    /// What differs from run to run and is not masked anyway: JSON pointers, which begin with `/`, and regular expressions.
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
    /// Body made of repeated pieces (large or deep ones), or of bytes that are no text.
    #[serde(default)]
    pub(crate) pieces: Vec<Piece>,
    /// The body is JSON to be sent as protobuf, as this `API-VERSION KIND`.
    pub(crate) protobuf: Option<String>,
    /// The `API-VERSION KIND` that the protobuf envelope names, when it is to name another one.
    pub(crate) envelope: Option<String>,
    /// Content-Type; `application/json`, or protobuf's, when there is a body, `none` leaves it out.
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
    /// Leave it after the line or frame with this text in it.
    pub(crate) until: Option<String>,
}

/// Text, or bytes in hexadecimal, repeated in a body.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Piece {
    #[serde(default)]
    pub(crate) text: String,
    #[serde(default)]
    pub(crate) hex: String,
    #[serde(default = "once")]
    pub(crate) times: usize,
}

impl Piece {
    fn is_sound(&self) -> bool {
        self.text.is_empty() != self.hex.is_empty()
    }
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

    /// The body with `fill` done on every text; `None` without one.
    pub(crate) fn body(&self, fill: impl Fn(&str) -> Result<String>) -> Result<Option<Vec<u8>>> {
        if let (Some(schema), Some(text)) = (&self.protobuf, &self.body) {
            return proto::write(&fill(text)?, schema, self.envelope.as_ref().unwrap_or(schema)).map(Some);
        }
        if self.pieces.is_empty() {
            return self.body.as_ref().map(|text| Ok(fill(text)?.into_bytes())).transpose();
        }
        let mut body = Vec::new();
        for piece in &self.pieces {
            let bytes = if piece.hex.is_empty() { fill(&piece.text)?.into_bytes() } else { proto::from_hex(&piece.hex)? };
            body.extend(bytes.repeat(piece.times));
        }
        Ok(Some(body))
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
    pub(crate) fn masks(&self) -> Result<Vec<Own>> {
        let parse = |text: &String| Own::parse(text).with_context(|| format!("case {}: bad mask {text:?}", self.name));
        self.mask.iter().map(parse).collect()
    }

    fn check(&self) -> Result<()> {
        let label = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        ensure!(!self.name.is_empty() && self.name.len() <= 60 && self.name.chars().all(label), "bad case name {:?}", self.name);
        ensure!(!self.steps.is_empty(), "case {} has no steps", self.name);
        self.masks()?;
        for (index, step) in self.steps.iter().enumerate() {
            let place = || format!("case {}, step {}", self.name, index + 1);
            let words = step.send.split_once(' ').filter(|(method, path)| !method.is_empty() && !path.is_empty());
            ensure!(words.is_some(), "{}: `send` must be METHOD PATH", place());
            ensure!(step.body.is_none() || step.pieces.is_empty(), "{}: body and pieces exclude each other", place());
            ensure!(step.protobuf.is_none() || step.body.is_some(), "{}: protobuf needs a body", place());
            ensure!(step.envelope.is_none() || step.protobuf.is_some(), "{}: an envelope needs protobuf", place());
            ensure!(step.lines.is_none() || step.until.is_none(), "{}: lines and until exclude each other", place());
            ensure!(step.pieces.iter().all(Piece::is_sound), "{}: a piece is either text or hex", place());
            // Substitutions come first when a case runs; whether the rest can be encoded is seen with a text that may be a time.
            step.body(|text| Ok(substituted(text))).with_context(place)?;
            let known = |pointer: &String| pointer.starts_with('/') || pointer.starts_with(HEADER_POINTER);
            ensure!(step.capture.values().all(known), "{}: a capture needs a JSON pointer or {HEADER_POINTER}NAME", place());
        }
        Ok(())
    }
}

/// The text with something in the place of every `${name}`.
fn substituted(text: &str) -> String {
    let mut parts = text.split("${");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |filled, part| match part.split_once('}') {
        Some((_, rest)) => format!("{filled}2006-01-02T15:04:05Z{rest}"),
        None => format!("{filled}${{{part}"),
    })
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

    fn body(step: &Step) -> Vec<u8> {
        step.body(|text| Ok(text.to_owned())).unwrap().unwrap()
    }

    #[test]
    fn bodies_are_kept_as_written() {
        let cases =
            check("  - send: POST /x\n    body: '{\"b\":1,  \"a\":${rv:x}}'\n  - send: GET /y\n    as: anonymous\n").unwrap();
        assert_eq!(body(&cases[0].steps[0]), b"{\"b\":1,  \"a\":${rv:x}}");
        assert_eq!(cases[0].steps[1].identity, Identity::Anonymous);
        assert!(!cases[0].uses_namespace());
    }

    #[test]
    fn pieces_are_repeated() {
        let cases = check("  - send: POST /x\n    pieces: [{text: '[', times: 3}, {text: ']'}]\n").unwrap();
        assert_eq!(body(&cases[0].steps[0]), b"[[[]");
        let cases = check("  - send: POST /x\n    pieces: [{hex: 'ff 00', times: 2}, {text: ']'}]\n").unwrap();
        assert_eq!(body(&cases[0].steps[0]), b"\xff\0\xff\0]");
    }

    #[test]
    fn protobuf_is_encoded_in_its_envelope() {
        let cases = check("  - {send: POST /x, protobuf: v1 ConfigMap, envelope: v1 Secret, body: '{\"data\":{\"k\":\"v\"}}'}\n")
            .unwrap();
        let bytes = b"k8s\0\x0a\x0c\x0a\x02v1\x12\x06Secret\x12\x08\x12\x06\x0a\x01k\x12\x01v\x1a\0\x22\0";
        assert_eq!(body(&cases[0].steps[0]), bytes);
    }

    #[test]
    fn a_capture_may_be_a_time() {
        let body = r#"'{"metadata":{"name":"${n}","creationTimestamp":"${t}"}}'"#;
        assert!(check(&format!("  - {{send: POST /x, protobuf: v1 ConfigMap, body: {body}}}\n")).is_ok());
    }

    #[test]
    fn mistakes_are_refused() {
        for bad in [
            "  - {send: POST /x, protobuf: v1 ConfigMap, body: '{\"dat\":1}'}\n",
            "  - {send: POST /x, protobuf: v1 Nope, body: '{}'}\n",
            "  - {send: POST /x, pieces: [{hex: abc}]}\n",
            "  - send: GET\n",
            "  - sent: GET /x\n",
            "  - send: GET /x\n    capture: {a: metadata}\n",
            "  []\n",
        ] {
            assert!(check(bad).is_err(), "{bad}");
        }
        assert!(parse("about: t\ncases:\n- name: Not A Label\n  steps: [{send: GET /}]\n").is_err());
        assert!(parse("about: t\ncases:\n- name: a\n  mask: ['(']\n  steps: [{send: GET /}]\n").is_err());
    }
}
