//! The conformance tests of the target version, from `conformance/tests.tsv`. Called by the other files of `e2e`.
//!
//! The table says which tests there are and which of them upstream's own control plane passes without nodes, so that a run of whole
//! groups asks for nothing that cannot pass. It never says what ferrokube passes: that is `passing`.

use anyhow::{Context as _, Result, bail, ensure};

use crate::upstream::conformance_dir;

/// One conformance test.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Test {
    pub(super) name: String,
    pub(super) group: char,
    /// Upstream's control plane fails it when there are no nodes.
    pub(super) needs_nodes: bool,
    /// How long it takes there; `None` where nobody has measured it.
    pub(super) seconds: Option<f64>,
}

/// All of them, by name.
#[derive(Debug)]
pub(super) struct Table(pub(super) Vec<Test>);

impl Table {
    pub(super) fn load() -> Result<Self> {
        let path = conformance_dir().join("tests.tsv");
        let text = std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        Self::parse(&text).with_context(|| path.display().to_string())
    }

    pub(super) fn parse(text: &str) -> Result<Self> {
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        let tests =
            lines.map(|line| test(line).with_context(|| format!("unreadable line: {line}"))).collect::<Result<Vec<_>>>()?;
        ensure!(tests.is_sorted_by(|a, b| a.name < b.name), "the names are not in order, or one is there twice");
        ensure!(!tests.is_empty(), "no tests");
        Ok(Self(tests))
    }

    pub(super) fn get(&self, name: &str) -> Option<&Test> {
        self.0.iter().find(|test| test.name == name)
    }

    /// Tests of these groups that can pass without nodes.
    pub(super) fn groups(&self, groups: &[char]) -> impl Iterator<Item = &Test> {
        self.0.iter().filter(|test| groups.contains(&test.group) && !test.needs_nodes)
    }
}

fn test(line: &str) -> Result<Test> {
    let [name, group, result, seconds] = line.split('\t').collect::<Vec<_>>()[..] else { bail!("not four fields") };
    let mut letters = group.chars();
    let (Some(group @ 'a'..='f'), None) = (letters.next(), letters.next()) else { bail!("no group") };
    ensure!(sig(name).is_some(), "the name does not begin with a SIG");
    let needs_nodes = match result {
        "passed" | "-" => false,
        "failed" => true,
        _ => bail!("no result"),
    };
    let seconds = if seconds == "-" { None } else { Some(seconds.parse()?) };
    Ok(Test { name: name.to_owned(), group, needs_nodes, seconds })
}

/// The SIG that a test's name begins with, such as `sig-node`.
pub(super) fn sig(name: &str) -> Option<&str> {
    let sig = name.strip_prefix('[')?.split_once(']')?.0;
    sig.starts_with("sig-").then_some(sig)
}

/// Whether a test is tagged as one that takes many minutes.
pub(super) fn is_slow(name: &str) -> bool {
    name.contains("[Slow]")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_holds_every_conformance_test() {
        let table = Table::load().unwrap();
        let count = |group| table.0.iter().filter(|test| test.group == group).count();
        assert_eq!(table.0.len(), 462);
        assert_eq!(['a', 'b', 'c', 'd', 'e', 'f'].map(count), [117, 34, 252, 32, 26, 1]);
        assert!(table.get("[sig-api-machinery] server version should find the server version [Conformance]").is_some());
    }

    #[test]
    fn faults_are_found() {
        let good = "[sig-a] one\ta\tpassed\t0.5\n[sig-b] two\tb\tfailed\t-\n";
        let table = Table::parse(good).unwrap();
        assert_eq!(table.groups(&['a', 'b']).map(|test| test.name.as_str()).collect::<Vec<_>>(), ["[sig-a] one"]);
        let planted = [("failed", "maybe"), ("\tb\t", "\tg\t"), ("0.5", "x"), ("[sig-b]", "[b]"), ("[sig-b] two", "[sig-a] one")];
        for (from, to) in planted {
            assert!(Table::parse(&good.replacen(from, to, 1)).is_err(), "{from}");
        }
        assert!(Table::parse("[sig-b] two\tb\tfailed\t-\n[sig-a] one\ta\tpassed\t0.5\n").is_err());
        assert!(Table::parse("# nothing\n").is_err());
    }
}
