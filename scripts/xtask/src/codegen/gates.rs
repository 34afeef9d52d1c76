//! Generates the table of feature gates. Called by `codegen`; the shape of the output follows `kinds::gates`.

use std::fmt::Write as _;

use anyhow::{Context, Result, bail};

use super::facts::{Gate, GateSpec, Gates};

const HEAD: &str = "//! Every feature gate of upstream's API server; written by `cargo xtask codegen` from `openapi/facts/gates.json`. Read through
//! `gates`; must never be edited by hand.

use crate::gates::Stage::{Alpha, Beta, Deprecated, Ga};
use crate::gates::{Gate, Spec, Stage};
use crate::resource::Release;

const fn r(major: u16, minor: u16) -> Release {
    Release { major, minor }
}
const fn s(since: Release, default: bool, stage: Stage, locked: bool, min_compatibility: Option<Release>) -> Spec {
    Spec { since, default, stage, locked, min_compatibility }
}
const fn g(name: &'static str, requires: &'static [&'static str], specs: &'static [Spec]) -> Gate {
    Gate { name, requires, specs }
}
";

pub(super) fn generate(facts: &Gates) -> Result<String> {
    let mut out = HEAD.to_owned();
    writeln!(out, "\n/// Sorted by name.\npub(crate) static GATES: [Gate; {}] = [", facts.gates.len())?;
    for gate in &facts.gates {
        one_gate(gate, &mut out).with_context(|| gate.name.clone())?;
    }
    out.push_str("];\n");
    Ok(out)
}

fn one_gate(gate: &Gate, out: &mut String) -> Result<()> {
    let specs = gate.specs.iter().map(one_spec).collect::<Result<Vec<_>>>()?;
    writeln!(out, "g({:?}, &{:?}, &[{}]),", gate.name, gate.requires, specs.join(", "))?;
    Ok(())
}

fn one_spec(spec: &GateSpec) -> Result<String> {
    let stage = match spec.stage.as_str() {
        "ALPHA" => "Alpha",
        "BETA" => "Beta",
        "GA" => "Ga",
        "DEPRECATED" => "Deprecated",
        other => bail!("unknown stage {other:?}"),
    };
    let least = match &spec.min_compatibility {
        Some(least) => format!("Some({})", release(least)?),
        None => "None".to_owned(),
    };
    Ok(format!("s({}, {}, {stage}, {}, {least})", release(&spec.since)?, spec.default, spec.locked))
}

fn release(text: &str) -> Result<String> {
    let (major, minor) = text.split_once('.').with_context(|| format!("{text:?} is no release"))?;
    Ok(format!("r({}, {})", major.parse::<u16>()?, minor.parse::<u16>()?))
}
