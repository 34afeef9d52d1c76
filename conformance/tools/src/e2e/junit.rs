//! Reads the report that upstream's suite writes. Called by `e2e`.
//!
//! The suite lists every test that it knows, most of them as skipped because nobody asked for them; and its own set-up steps beside them.

use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use roxmltree::{Document, Node};

/// What became of one entry of the report.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Ending {
    Passed,
    /// Failed, panicked, timed out or was interrupted; the text that says why.
    Failed(String),
    /// Was not run; why, as far as the report says.
    Skipped(String),
}

/// One entry of the report.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    /// Name without the type of entry.
    pub(super) name: String,
    /// A test, as opposed to a step of the suite around them.
    pub(super) is_test: bool,
    pub(super) ending: Ending,
    pub(super) seconds: f64,
}

/// Reads the report in this file.
///
/// # Errors
/// It is missing or cannot be understood.
pub(super) fn read(path: &Path) -> Result<Vec<Entry>> {
    let text = std::fs::read_to_string(path).with_context(|| format!("the suite wrote no report {}", path.display()))?;
    parse(&text).with_context(|| path.display().to_string())
}

pub(super) fn parse(text: &str) -> Result<Vec<Entry>> {
    let document = Document::parse(text).context("the report is not XML")?;
    let cases = document.descendants().filter(|node| node.has_tag_name("testcase"));
    let entries = cases.map(entry).collect::<Result<Vec<_>>>()?;
    // The count is written by itself, so that a report that was cut and mended would show.
    let said: Option<usize> = document.root_element().attribute("tests").and_then(|count| count.parse().ok());
    ensure!(said == Some(entries.len()), "the report says {said:?} entries and holds {}", entries.len());
    Ok(entries)
}

fn entry(case: Node<'_, '_>) -> Result<Entry> {
    let full = case.attribute("name").context("an entry without a name")?;
    let (kind, name) = full.strip_prefix('[').and_then(|rest| rest.split_once(']')).context("an entry without a type")?;
    let child = |tag: &str| case.children().find(|node| node.has_tag_name(tag));
    let failure = child("failure").or_else(|| child("error"));
    let status = case.attribute("status").unwrap_or_default();
    let ending = match (failure, child("skipped"), status) {
        (Some(failure), ..) => Ending::Failed(failure.text().unwrap_or_default().to_owned()),
        (None, Some(skipped), _) => Ending::Skipped(skipped.attribute("message").unwrap_or_default().to_owned()),
        (None, None, "passed") => Ending::Passed,
        // Nothing but the word itself counts as passed.
        (None, None, other) => Ending::Failed(format!("ended as {other:?}")),
    };
    let seconds = case.attribute("time").and_then(|time| time.parse().ok()).unwrap_or_default();
    Ok(Entry { name: name.trim().to_owned(), is_test: kind == "It", ending, seconds })
}

#[cfg(test)]
mod tests {
    use super::*;

    const CASE: &str = r#"<testcase name="[It] [sig-a] one" classname="suite" status="passed" time="1.5"></testcase>"#;

    fn report(count: usize, cases: &str) -> String {
        format!(
            r#"<?xml version="1.0" encoding="UTF-8"?><testsuites tests="{count}"><testsuite>{cases}</testsuite></testsuites>"#
        )
    }

    fn ending(case: &str) -> Ending {
        parse(&report(1, case)).unwrap().remove(0).ending
    }

    #[test]
    fn only_the_word_passed_counts_as_passed() {
        assert_eq!(
            parse(&report(1, CASE)).unwrap(),
            [Entry { name: "[sig-a] one".into(), is_test: true, ending: Ending::Passed, seconds: 1.5 }]
        );
        let with = |child: &str| CASE.replace("></", &format!(">{child}</"));
        assert_eq!(ending(&with("<failure>why &amp; how</failure>")), Ending::Failed("why & how".into()));
        assert_eq!(ending(&with("<error type='panicked'>why</error>")), Ending::Failed("why".into()));
        assert_eq!(ending(&with("<skipped message='skipped - no nodes'/>")), Ending::Skipped("skipped - no nodes".into()));
        assert_eq!(ending(&CASE.replace("passed", "interrupted")), Ending::Failed("ended as \"interrupted\"".into()));
        let step = CASE.replace("[It] [sig-a] one", "[SynchronizedBeforeSuite]");
        assert!(!parse(&report(1, &step)).unwrap()[0].is_test);
    }

    #[test]
    fn a_damaged_report_is_refused() {
        assert!(parse(&report(2, CASE)).is_err());
        assert!(parse(&report(1, &CASE.replace("[It] [sig-a] one", "one"))).is_err());
        assert!(parse("").is_err());
        assert!(parse(&report(1, CASE)[..100]).is_err());
        assert!(read(Path::new("/nowhere/junit.xml")).is_err());
    }
}
