//! Sends the steps of one case to one server and masks the answers. Called by `diff` for either server; it judges nothing.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result, bail, ensure};

use crate::cases::{self, Case, Identity, Step};
use crate::http::{self, Leave, Request, Response, Target};
use crate::json;
use crate::mask::{Own, Rules, Symbols};
use crate::proto;
use crate::record::Answer;

/// Headers whose value is compared; of `etag` and `audit-id` only the presence.
const HEADERS: [&str; 12] = [
    "allow",
    "audit-id",
    "cache-control",
    "content-encoding",
    "content-type",
    "etag",
    "location",
    "retry-after",
    "vary",
    "warning",
    "www-authenticate",
    "x-content-type-options",
];

/// Values that later steps can use.
struct Variables {
    values: BTreeMap<String, String>,
}

/// A way to make a server forget its history; there is none in the API.
pub(crate) type Compactor<'a> = &'a (dyn Fn() -> Result<()> + Sync);

/// Runs the case and returns one answer per step.
pub(crate) fn run(case: &Case, target: &Target, compactor: Option<Compactor<'_>>) -> Result<Vec<Answer>> {
    let own = case.masks()?;
    let mut symbols = Symbols::default();
    let mut variables = Variables { values: BTreeMap::from([("case".to_owned(), case.name.clone())]) };
    if case.uses_namespace() {
        make_namespace(&case.name, target).with_context(|| format!("case {}", case.name))?;
        variables.values.insert("ns".to_owned(), case.name.clone());
    }
    let mut answers = Vec::new();
    for (index, step) in case.steps.iter().enumerate() {
        let place = || format!("case {}, step {}: {}", case.name, index + 1, step.send);
        if step.compacts() {
            compactor.context("this server cannot be told to compact")?().with_context(place)?;
            answers.push(Answer { request: step.send.clone(), status: 0, headers: BTreeMap::new(), body: String::new() });
            continue;
        }
        let response = send(step, &variables, target).with_context(place)?;
        let body = readable(&response).with_context(place)?;
        variables.learn(step, &response, &body).with_context(place)?;
        answers.push(answer(step, &response, &body, &mut Masking { symbols: &mut symbols, own: &own }));
    }
    Ok(answers)
}

fn make_namespace(name: &str, target: &Target) -> Result<()> {
    let body = format!(r#"{{"apiVersion":"v1","kind":"Namespace","metadata":{{"name":"{name}"}}}}"#);
    let headers = vec![("Content-Type".to_owned(), "application/json".to_owned())];
    let identity = http::Identity::Admin;
    let request =
        Request { method: "POST", path: "/api/v1/namespaces", headers, body: Some(body.as_bytes()), identity, leave: None };
    let response = target.send(&request).context("making the case's namespace")?;
    let text = String::from_utf8_lossy(&response.body);
    ensure!(response.status == 201, "the case's namespace was refused (cases need a fresh server): {} {text}", response.status);
    Ok(())
}

fn send(step: &Step, variables: &Variables, target: &Target) -> Result<Response> {
    let line = variables.fill(&step.send)?;
    let (method, path) = line.split_once(' ').context("`send` must be METHOD PATH")?;
    let body = step.body(|text| variables.fill(text))?;
    let mut headers = Vec::new();
    let body_type = if step.protobuf.is_some() { proto::MEDIA_TYPE } else { "application/json" };
    let default_type = body.as_ref().map(|_| body_type);
    for (name, given, otherwise) in
        [("Content-Type", &step.media_type, default_type), ("Accept", &step.accept, Some("application/json"))]
    {
        match given.as_deref().or(otherwise) {
            None | Some("none") => {}
            Some(value) => headers.push((name.to_owned(), value.to_owned())),
        }
    }
    for (name, value) in &step.headers {
        headers.push((name.clone(), variables.fill(value)?));
    }
    let identity = match step.identity {
        Identity::Admin => http::Identity::Admin,
        Identity::Anonymous => http::Identity::Anonymous,
        Identity::UnknownToken => http::Identity::UnknownToken,
    };
    let leave = step.lines.map(Leave::After).or(step.until.as_deref().map(Leave::At));
    target.send(&Request { method, path, headers, body: body.as_deref(), identity, leave })
}

/// The body as text: without compression, protobuf as `proto` shows it.
fn readable(response: &Response) -> Result<String> {
    let plain = response.plain_body()?;
    if response.is_protobuf() && !plain.is_empty() {
        let stream = response.header("content-type").is_some_and(|value| value.contains("stream=watch"));
        return Ok(if stream { proto::read_frames(&plain) } else { proto::read(&plain) });
    }
    Ok(String::from_utf8_lossy(&plain).into_owned())
}

/// What masks the answers of one case.
struct Masking<'a> {
    symbols: &'a mut Symbols,
    own: &'a [Own],
}

fn answer(step: &Step, response: &Response, body: &str, masking: &mut Masking<'_>) -> Answer {
    let template = step.template();
    let mut headers = BTreeMap::new();
    for name in HEADERS {
        let values: Vec<_> = response.headers.iter().filter(|(key, _)| key == name).map(|(_, value)| value.as_str()).collect();
        if !values.is_empty() {
            let shown = if matches!(name, "etag" | "audit-id") { "present".to_owned() } else { values.join("\n") };
            headers.insert(name.to_owned(), shown);
        }
    }
    let body = masking.symbols.mask(body, &Rules { template: &template, own: masking.own });
    Answer { request: step.send.clone(), status: response.status, headers, body }
}

impl Variables {
    /// Replaces every `${name}`.
    fn fill(&self, template: &str) -> Result<String> {
        let mut filled = String::with_capacity(template.len());
        let mut rest = template;
        while let Some((before, after)) = rest.split_once("${") {
            let (name, after) = after.split_once('}').context("`${` without `}`")?;
            let Some(value) = self.values.get(name) else { bail!("nothing is known as ${{{name}}} at this point") };
            filled.push_str(before);
            filled.push_str(value);
            rest = after;
        }
        filled.push_str(rest);
        Ok(filled)
    }

    /// Keeps `rv:NAME` and `uid:NAME` of an object that was answered, and what the step captures.
    fn learn(&mut self, step: &Step, response: &Response, body: &str) -> Result<()> {
        let root = json::parse(body);
        // A protobuf object lies within its envelope.
        let root = root.as_ref().map(|root| if response.is_protobuf() { root.member("raw").unwrap_or(root) } else { root });
        let string = |pointer: &str| root.and_then(|root| root.at(pointer)).and_then(|node| node.string(body));
        if let Some(name) = string("/metadata/name") {
            for (short, pointer) in [("rv", "/metadata/resourceVersion"), ("uid", "/metadata/uid")] {
                self.values.extend(string(pointer).map(|value| (format!("{short}:{name}"), value)));
            }
        }
        for (name, pointer) in &step.capture {
            if let Some(header) = pointer.strip_prefix(cases::HEADER_POINTER) {
                let value = response.header(header).with_context(|| format!("the answer has no header {header}"))?;
                self.values.insert(name.clone(), value.to_owned());
                continue;
            }
            let node = root.and_then(|root| root.at(pointer));
            let node = node.with_context(|| format!("the answer has no {pointer}: {} {body}", response.status))?;
            let value = node.string(body).unwrap_or_else(|| node.text(body).to_owned());
            self.values.insert(name.clone(), value);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn substitution() {
        let variables = Variables { values: BTreeMap::from([("ns".to_owned(), "a".to_owned())]) };
        assert_eq!(variables.fill("/x/${ns}/y/${ns}").unwrap(), "/x/a/y/a");
        assert!(variables.fill("${unknown}").is_err());
        assert!(variables.fill("${ns").is_err());
    }
}
