//! Judges the components' logs: every warning and error must be in the list of those that are explained.
//!
//! ```text
//! E1129 10:00:00.000000    7 file.go:12] text    klog's form: severity, date and time, thread, place, text
//! ```
//! Called by `components`. An entry of the list says for which server it holds and which later issue makes it go, if any does.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result};
use regex::Regex;

/// A line that may appear in a log.
struct Allowed {
    pattern: &'static str,
    /// What the line means and why it is no fault of the server.
    reason: &'static str,
    /// The issue after which it no longer appears; none when upstream's own server causes it as well.
    until: Option<&'static str>,
}

const SEMANTICS: Option<&str> = Some("server-side apply");
const TOKENS: Option<&str> = Some("authorisation and tokens");

const ALLOWED: [Allowed; 10] = [
    Allowed {
        pattern: r"Operation cannot be fulfilled on .*: the object has been modified; please apply your changes to the latest version",
        reason: "two writers of one object; the loser tries again",
        until: None,
    },
    Allowed {
        pattern: r"read version: \d+ is not as new as written version: \d+ for group resource",
        reason: "a controller saw its own write before its informer did, and waits",
        until: None,
    },
    Allowed {
        pattern: r"is forbidden: unable to create new content in namespace round-\d+ because it is being terminated",
        reason: "controllers of a namespace that is being deleted",
        until: None,
    },
    Allowed {
        pattern: r#"^pv_controller\.go:\d+\] "Error finding provisioning plugin for claim" .*by-hand\\" not found"#,
        reason: "the script's claims name a storage class that nobody provisions",
        until: None,
    },
    Allowed {
        pattern: r#"^publisher\.go:\d+\] .*ClusterTrustBundle.* is invalid: .*entry 0 does not have the CA bit set"#,
        reason: "the reference server's certificate is signed by itself and by no authority",
        until: None,
    },
    Allowed {
        pattern: r"^options\.go:\d+\] The manifest file is empty, ignoring\.",
        reason: "said by every upstream program that is given no manifests",
        until: None,
    },
    Allowed {
        pattern: r"^probe\.go:\d+\] Flexvolume plugin directory at .* does not exist",
        reason: "a folder of this machine",
        until: None,
    },
    Allowed {
        pattern: r#"^configmap_cafile_content\.go:\d+\] .*configmap \\"extension-apiserver-authentication\\" not found"#,
        reason: "delegated authentication looks for the client authorities; the reference as started here publishes none either",
        until: TOKENS,
    },
    Allowed {
        pattern: r#"^legacy_serviceaccount_token_cleaner\.go:\d+\] .*kube-apiserver-legacy-service-account-token-tracking\\" not found"#,
        reason: "the date since when the use of token secrets has been noted",
        until: TOKENS,
    },
    Allowed {
        pattern: r"^(clusterroleaggregation|servicecidrs)_controller\.go:\d+\] .*the body of the request was in an unknown format",
        reason: "the controllers write by server-side apply",
        until: SEMANTICS,
    },
];

/// What was found in the logs.
#[derive(Default)]
pub(super) struct Verdict {
    /// Allowed entries that were met, with how often.
    allowed: BTreeMap<usize, usize>,
    /// Lines that nothing explains: program and line, without time and with `N` for numbers, with how often.
    pub(super) unexplained: BTreeMap<String, usize>,
}

/// Reads the logs of `programs`.
pub(super) fn judge(logs: &[(&str, String)]) -> Result<Verdict> {
    let patterns = ALLOWED.iter().map(|entry| Regex::new(entry.pattern)).collect::<Result<Vec<_>, _>>();
    let patterns = patterns.context("unreadable pattern in the list of allowed lines")?;
    let numbers = Regex::new(r"\d+").context("unreadable pattern of numbers")?;
    let mut verdict = Verdict::default();
    for (program, text) in logs {
        for line in text.lines().filter_map(complaint) {
            match patterns.iter().position(|pattern| pattern.is_match(line)) {
                Some(index) => *verdict.allowed.entry(index).or_default() += 1,
                None => *verdict.unexplained.entry(format!("{program}: {}", numbers.replace_all(line, "N"))).or_default() += 1,
            }
        }
    }
    Ok(verdict)
}

impl Verdict {
    /// Prints what was met, and what is not explained.
    pub(super) fn print(&self) {
        for (index, count) in &self.allowed {
            let entry = &ALLOWED[*index];
            let until = entry.until.map_or_else(|| "upstream's own server as well".to_owned(), |issue| format!("until: {issue}"));
            println!("allowed {count:5} x {:?}: {} ({until})", entry.pattern, entry.reason);
        }
        for (line, count) in &self.unexplained {
            println!("UNEXPLAINED {count} x {line}");
        }
    }
}

/// The place and text of a line of severity warning, error or fatal.
fn complaint(line: &str) -> Option<&str> {
    let severe = matches!(line.as_bytes().first(), Some(b'W' | b'E' | b'F'));
    let dated = line.get(1..5).is_some_and(|date| date.bytes().all(|byte| byte.is_ascii_digit()));
    if severe && dated {
        line.split_ascii_whitespace().nth(3).and_then(|place| line.find(place)).map(|at| &line[at..])
    } else {
        None
    }
}

/// Requests that were answered with anything but success, from logs of verbosity 6: `PROGRAM VERB PATH -> STATUS` with how often.
pub(super) fn failed_requests(logs: &[(&str, String)]) -> BTreeMap<String, usize> {
    let mut found = BTreeMap::new();
    for (program, text) in logs {
        for line in text.lines().filter(|line| line.contains("] \"Response\" verb=")) {
            let field = |name: &str| line.split_once(&format!("{name}=\"")).and_then(|(_, rest)| rest.split('"').next());
            let (Some(verb), Some(url), Some(status)) = (field("verb"), field("url"), field("status")) else { continue };
            if !status.starts_with('2') {
                *found.entry(format!("{program} {verb} {} -> {status}", shape(url))).or_default() += 1;
            }
        }
    }
    found
}

/// The path of a URL with the names in it replaced, so that like requests count together.
fn shape(url: &str) -> String {
    let path = url.split('?').next().unwrap_or_default();
    let path = path.splitn(4, '/').nth(3).unwrap_or_default();
    let mut words: Vec<_> = path.split('/').collect();
    let mut at = if words.first() == Some(&"apis") { 3 } else { 2 };
    if words.get(at) == Some(&"namespaces") && words.len() > at + 2 {
        words[at + 1] = "{ns}";
        at += 2;
    }
    if let Some(name) = words.get_mut(at + 1) {
        *name = "{name}";
    }
    format!("/{}", words.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_severe_lines_count() {
        let line = "E1129 10:00:00.000000    7 reflector.go:12] failed to list";
        assert_eq!(complaint(line), Some("reflector.go:12] failed to list"));
        assert_eq!(complaint(&line.replace('E', "I")), None);
        assert_eq!(complaint("Error: no such thing"), None);
    }

    #[test]
    fn what_nothing_explains_is_kept() {
        let log = "W1129 10:00:00.000000    7 a.go:1] odd\nW1129 10:00:01.000000    7 a.go:1] odd\n".to_owned();
        let verdict = judge(&[("kcm", log)]).unwrap();
        assert_eq!(verdict.unexplained, BTreeMap::from([("kcm: a.go:N] odd".to_owned(), 2)]));
    }

    #[test]
    fn what_is_explained_is_counted() {
        let log = "E1129 10:00:00.000000 7 options.go:205] The manifest file is empty, ignoring.\n".repeat(3);
        let verdict = judge(&[("kcm", log)]).unwrap();
        assert!(verdict.unexplained.is_empty());
        assert_eq!(verdict.allowed.values().collect::<Vec<_>>(), [&3]);
    }

    #[test]
    fn like_requests_count_together() {
        let line = |ns: &str| {
            let url = format!("https://h:1/api/v1/namespaces/{ns}/pods/web-{ns}/binding?timeout=1s");
            format!("I1129 10:00:00.000000 7 r.go:1] \"Response\" verb=\"POST\" url=\"{url}\" status=\"501 Not Implemented\"\n")
        };
        let found = failed_requests(&[("s", line("a") + &line("b") + &line("c").replace("501", "201"))]);
        let expect = "s POST /api/v1/namespaces/{ns}/pods/{name}/binding -> 501 Not Implemented".to_owned();
        assert_eq!(found, BTreeMap::from([(expect, 2)]));
        assert_eq!(shape("https://h/apis/apps/v1/deployments?watch=true"), "/apis/apps/v1/deployments");
        assert_eq!(shape("https://h/api/v1/namespaces/a"), "/api/v1/namespaces/{name}");
    }
}
