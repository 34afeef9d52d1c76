//! The conformance tests of the target version, from `conformance/tests.tsv`. Called by the other files of `e2e`.
//!
//! The table says which tests there are and which of them upstream's own control plane passes without nodes, or with one that is merely
//! Ready, so that a run of whole groups asks for nothing that cannot pass. It never says what ferrokube passes: that is `passing`.

use anyhow::{Context as _, Result, bail, ensure};

use super::passing::Mode;
use crate::upstream::conformance_dir;

/// What upstream's control plane needs of nodes to pass a test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Needs {
    Nothing,
    /// A Node that is Ready; nothing has to run on it.
    ReadyNode,
    /// Nodes on which pods run.
    Nodes,
}

/// One conformance test.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Test {
    pub(super) name: String,
    pub(super) group: char,
    pub(super) needs: Needs,
    /// How long it takes upstream's control plane; `None` where nobody has measured it.
    pub(super) seconds: Option<f64>,
}

impl Test {
    /// Whether it can pass with what stands beside the server in this mode.
    pub(super) fn can_pass(&self, mode: Mode) -> bool {
        match self.needs {
            Needs::Nothing => true,
            Needs::ReadyNode => mode == Mode::Node,
            Needs::Nodes => false,
        }
    }
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

    /// Tests of these groups that can pass in a mode.
    pub(super) fn groups(&self, groups: &[char], mode: Mode) -> impl Iterator<Item = &Test> {
        self.0.iter().filter(move |test| groups.contains(&test.group) && test.can_pass(mode))
    }
}

fn test(line: &str) -> Result<Test> {
    let [name, group, result, seconds] = line.split('\t').collect::<Vec<_>>()[..] else { bail!("not four fields") };
    let mut letters = group.chars();
    let (Some(group @ 'a'..='f'), None) = (letters.next(), letters.next()) else { bail!("no group") };
    ensure!(sig(name).is_some(), "the name does not begin with a SIG");
    let needs = match result {
        "passed" | "-" => Needs::Nothing,
        "node" => Needs::ReadyNode,
        "failed" => Needs::Nodes,
        _ => bail!("no result"),
    };
    let seconds = if seconds == "-" { None } else { Some(seconds.parse()?) };
    Ok(Test { name: name.to_owned(), group, needs, seconds })
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

/// Whether a test is tagged as one that runs by itself, after the others.
pub(super) fn is_serial(name: &str) -> bool {
    name.contains("[Serial]")
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
        let names = |table: &Table, mode| table.groups(&['a', 'b'], mode).map(|test| test.name.clone()).collect::<Vec<_>>();
        assert_eq!(names(&table, Mode::Node), ["[sig-a] one"]);
        let with_node = Table::parse(&good.replace("failed", "node")).unwrap();
        assert_eq!(names(&with_node, Mode::Upstreams), ["[sig-a] one"]);
        assert_eq!(names(&with_node, Mode::Node), ["[sig-a] one", "[sig-b] two"]);
        let planted = [("failed", "maybe"), ("\tb\t", "\tg\t"), ("0.5", "x"), ("[sig-b]", "[b]"), ("[sig-b] two", "[sig-a] one")];
        for (from, to) in planted {
            assert!(Table::parse(&good.replacen(from, to, 1)).is_err(), "{from}");
        }
        assert!(Table::parse("[sig-b] two\tb\tfailed\t-\n[sig-a] one\ta\tpassed\t0.5\n").is_err());
        assert!(Table::parse("# nothing\n").is_err());
    }
}
