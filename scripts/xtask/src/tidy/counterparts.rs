//! The promise that each of upstream's tests of a store and of its watches has a counterpart here: a table beside the contract suite
//! names a test for every recorded name. Called by `tidy`. It judges that the test exists and runs, never what it says.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// Upstream's names, as `conformance/go/facts/contract.sh` records them.
pub(super) const NAMES: &str = "storage/src/contract/upstream.names";
/// Upstream's name, our file and the test in it, with tabs between them.
pub(super) const TABLE: &str = "storage/src/contract/upstream.tsv";
/// Tests in this folder are cases of the suite, which its table runs.
const SUITE: &str = "storage/src/contract/";

/// Checks the table.
///
/// # Errors
/// A file that cannot be read.
pub(super) fn faults(root: &Path) -> Result<Vec<String>> {
    let read = |path: &str| fs::read_to_string(root.join(path)).with_context(|| format!("cannot read {path}"));
    let (names, table) = (read(NAMES)?, read(TABLE)?);
    let mut out = Vec::new();
    let recorded = recorded(&names, &mut out);
    let mut seen = BTreeSet::new();
    for (at, line) in lines(&table) {
        let mut fault = |what: String| out.push(format!("{TABLE}:{at}: {what}"));
        let [name, file, test] = line.split('\t').collect::<Vec<_>>()[..] else {
            fault("is not a name, a file and a test with tabs between them".to_owned());
            continue;
        };
        if !recorded.contains(name) {
            fault(format!("{name} is not in {NAMES}"));
        }
        if !seen.insert(name) {
            fault(format!("{name} is there twice"));
        }
        let Ok(text) = fs::read_to_string(root.join(file)) else {
            fault(format!("{file} cannot be read"));
            continue;
        };
        match item(&text, test) {
            None => fault(format!("{file} has no function {test}")),
            Some(item) if !item.contains(&format!("`{name}`")) => fault(format!("{test} does not say that it stands for {name}")),
            Some(item) if !runs(file, item, test, &read)? => fault(format!("{test} in {file} is no test that runs")),
            Some(_) => (),
        }
    }
    out.extend(recorded.difference(&seen).map(|name| format!("{TABLE}: has no counterpart of {name}")));
    Ok(out)
}

/// The lines that are not comments, with their numbers.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().map(|(at, line)| (at + 1, line)).filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
}

/// The recorded names, which must be as many as the file itself says.
fn recorded<'a>(text: &'a str, out: &mut Vec<String>) -> BTreeSet<&'a str> {
    let names: BTreeSet<&str> = lines(text).map(|(_, line)| line).collect();
    let said = text.lines().find_map(|line| line.strip_prefix("# ")?.strip_suffix(" names")?.parse::<usize>().ok());
    if said != Some(names.len()) {
        out.push(format!("{NAMES}: holds {} names and says {said:?}", names.len()));
    }
    names
}

/// A function's comments and attributes, down to the line that names it.
fn item<'a>(text: &'a str, function: &str) -> Option<&'a str> {
    let named = format!("fn {function}(");
    let mut start = 0;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let code = line.trim_start();
        at += line.len();
        if code.contains(&named) && !code.starts_with("//") {
            return text.get(start..at);
        }
        if !code.starts_with("///") && !code.starts_with("#[") {
            start = at;
        }
    }
    None
}

/// Whether something runs the function: the suite its cases, the test runner what is marked.
fn runs(file: &str, item: &str, function: &str, read: &impl Fn(&str) -> Result<String>) -> Result<bool> {
    let Some(module) = file.strip_prefix(SUITE).and_then(|file| file.strip_suffix(".rs")) else {
        let marked = |line: &str| line.trim() == "#[test]" || line.trim().starts_with("#[tokio::test");
        return Ok(item.lines().any(marked));
    };
    let case = format!("{module}::{function},");
    Ok(read(&format!("{SUITE}mod.rs"))?.lines().any(|line| line.trim() == case))
}

#[cfg(test)]
mod tests {
    use super::*;

    const CASES: &str = "cases![\n    writing::create,\n];\n";
    const SUITE_FILE: &str = "/// Upstream: `RunTestCreate`.\npub(super) async fn create(t: T) {}\n\nasync fn idle() {}\n";
    const TEST_FILE: &str = "/// Upstream: `RunTestWatch`.\n#[tokio::test(flavor = \"x\")]\nasync fn watch() {}\n";
    const GOOD: &str = "RunTestCreate\tstorage/src/contract/writing.rs\tcreate\nRunTestWatch\ttests/watch.rs\twatch\n";

    fn check(names: &str, table: &str, expect: &[&str]) {
        let root = tempfile::tempdir().unwrap();
        let plant = |path: &str, text: &str| {
            let target = root.path().join(path);
            fs::create_dir_all(target.parent().unwrap()).unwrap();
            fs::write(target, text).unwrap();
        };
        plant(NAMES, names);
        plant(TABLE, table);
        plant("storage/src/contract/mod.rs", CASES);
        plant("storage/src/contract/writing.rs", SUITE_FILE);
        plant("tests/watch.rs", TEST_FILE);
        plant("tests/plain.rs", "/// Upstream: `RunTestWatch`.\nfn watch() {}\n// fn other() {}\n");
        let found = faults(root.path()).unwrap();
        let told = found.len() == expect.len() && found.iter().zip(expect).all(|(fault, part)| fault.contains(part));
        assert!(told, "{expect:?}: {found:?}");
    }

    #[test]
    fn each_name_needs_one_test_that_runs() {
        let names = "# 2 names\nRunTestCreate\nRunTestWatch\n";
        check(names, GOOD, &[]);
        let instead = |from: &str, to: &str| GOOD.replace(from, to);
        check(names, &instead("\twatch\n", "\tgone\n"), &["has no function gone"]);
        check(names, &instead("tests/watch.rs", "tests/none.rs"), &["tests/none.rs cannot be read"]);
        check(names, &instead("tests/watch.rs", "tests/plain.rs"), &["no test that runs"]);
        check(names, &instead("tests/watch.rs\twatch", "tests/plain.rs\tother"), &["has no function other"]);
        check(names, &instead("\tcreate", "\tidle"), &["does not say"]);
        check(names, &instead("RunTestWatch", "RunTestCreate"), &["twice", "does not say", "no counterpart of RunTestWatch"]);
        check(names, &instead("RunTestWatch", "RunTestOther"), &["not in", "does not say", "no counterpart of RunTestWatch"]);
        check(names, "RunTestCreate\tstorage/src/contract/writing.rs\tcreate\n", &["no counterpart of RunTestWatch"]);
        check(names, &format!("{GOOD}RunTestWatch\n"), &["upstream.tsv:3"]);
    }

    #[test]
    fn the_recorded_list_is_whole() {
        check("# 3 names\nRunTestCreate\nRunTestWatch\n", GOOD, &["holds 2 names and says Some(3)"]);
        check("RunTestCreate\nRunTestWatch\n", GOOD, &["says None"]);
    }

    #[test]
    fn a_case_must_be_in_the_suites_table() {
        let table = GOOD.replace("writing.rs", "reading.rs");
        check("# 2 names\nRunTestCreate\nRunTestWatch\n", &table, &["reading.rs cannot be read"]);
        assert!(!runs("storage/src/contract/writing.rs", "", "idle", &|_| Ok(CASES.to_owned())).unwrap());
        assert!(runs("storage/src/contract/writing.rs", "", "create", &|_| Ok(CASES.to_owned())).unwrap());
    }
}
