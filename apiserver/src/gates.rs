//! `--feature-gates`: which gates are switched on or off, on top of what the emulated release has on by default. Names and values that
//! upstream refuses are refused with its words. Source: component-base `featuregate/feature_gate.go`.

use std::collections::HashMap;

use kinds::gates::{Stage, all, compatibility, default_on, gate};
use kinds::resource::Release;

use crate::flags::parse_bool;

/// Allows the deletion of objects that storage cannot read, and tells of all of them.
pub(crate) const UNSAFE_DELETION: &str = "AllowUnsafeMalformedObjectDeletion";

/// Switches of all gates of a stage that are not named themselves.
const STAGES: [(&str, Stage); 2] = [("AllAlpha", Stage::Alpha), ("AllBeta", Stage::Beta)];

/// The switches.
#[derive(Clone, Debug, Default)]
pub struct Gates(HashMap<&'static str, bool>);

impl Gates {
    /// Reads `Name=true,Name=false` pairs; `AllAlpha` and `AllBeta` stand for all gates of their stage.
    ///
    /// # Errors
    /// A pair that is no name with a boolean; a gate that the release does not have, that is locked, or that needs one that is off.
    pub fn parse(text: &str, emulated: (u16, u16)) -> Result<Self, String> {
        let release = Release { major: emulated.0, minor: emulated.1 };
        let mut named = Self::default();
        for pair in text.split(',').filter(|pair| !pair.is_empty()) {
            let (name, on) = switch(pair, release)?;
            named.0.insert(name, on);
        }
        let mut gates = named.clone();
        for (all_of, stage) in STAGES {
            let Some(on) = named.0.get(all_of) else { continue };
            for gate in all().iter().filter(|gate| gate.at(release).is_some_and(|spec| spec.stage == stage)) {
                gates.0.entry(gate.name).or_insert(*on);
            }
        }
        gates.check_requirements(release)?;
        Ok(gates)
    }

    /// Whether a gate is on.
    #[must_use]
    pub fn on(&self, gate: &str, emulated: Release) -> bool {
        self.0.get(gate).copied().unwrap_or_else(|| default_on(gate, emulated))
    }

    /// Gates that are on need others. The stages of a release need each other as well: `AllAlpha` alone is often refused.
    fn check_requirements(&self, release: Release) -> Result<(), String> {
        let mut faults = Vec::new();
        for gate in all().iter().filter(|gate| !gate.requires.is_empty() && self.on(gate.name, release)) {
            let off: Vec<&str> = gate.requires.iter().copied().filter(|other| !self.on(other, release)).collect();
            if !off.is_empty() {
                faults.push(format!("{} is enabled, but depends on features that are disabled: [{}]", gate.name, off.join(" ")));
            }
        }
        match faults.as_slice() {
            [] => Ok(()),
            [one] => Err(one.clone()),
            many => Err(format!("[{}]", many.join(", "))),
        }
    }
}

/// One pair, if it may be set.
fn switch(pair: &str, release: Release) -> Result<(&'static str, bool), String> {
    let Some((name, value)) = pair.split_once('=') else { return Err(format!("missing bool value for {}", pair.trim())) };
    let (name, value) = (name.trim(), value.trim());
    let on = parse_bool(value)
        .ok_or_else(|| format!("invalid value of {name}={value}, err: strconv.ParseBool: parsing {value:?}: invalid syntax"))?;
    let gate = gate(name).ok_or_else(|| format!("unrecognized feature gate: {name}"))?;
    let Some(spec) = gate.at(release) else {
        let (emulated, least) = (release, compatibility(release));
        return Err(format!(
            "cannot set feature gate {name} to {on}, feature is PreAlpha at emulated version {}.{}, min compatibility version {}.{}",
            emulated.major, emulated.minor, least.major, least.minor
        ));
    };
    if spec.locked && spec.default != on {
        return Err(format!("cannot set feature gate {name} to {on}, feature is locked to {}", spec.default));
    }
    Ok((gate.name, on))
}

#[cfg(test)]
mod tests {
    use super::*;

    const RELEASE: Release = Release { major: 1, minor: 37 };

    #[test]
    fn flags_win_over_defaults() {
        let gates = Gates::parse("HPAGeneration=false, NodeLogQuery = T,HPAScaleToZero=0", (1, 37)).unwrap();
        assert!(!gates.on("HPAGeneration", RELEASE) && gates.on("NodeLogQuery", RELEASE) && !gates.on("HPAScaleToZero", RELEASE));
        assert!(gates.on("PodLevelResources", RELEASE));
    }

    #[test]
    fn stages_are_switched_together() {
        let alpha = "InPlacePodVerticalScalingMemoryBackedVolumes";
        let on = |flag: &str, gate: &str| Gates::parse(flag, (1, 37)).unwrap().on(gate, RELEASE);
        assert!(!on("", alpha) && on("AllAlpha=true,AllBeta=true", alpha));
        // Who is named is not meant, whatever the order.
        let off = format!("{alpha}=false");
        assert!(!on(&format!("AllAlpha=true,AllBeta=true,{off}"), alpha));
        assert!(!on(&format!("{off},AllBeta=true,AllAlpha=true"), alpha));
        assert!(on("", "HPAGeneration") && !on("AllBeta=false", "HPAGeneration"));
    }

    /// Texts of kube-apiserver v1.37.2.
    #[test]
    fn what_cannot_be_set_is_refused_as_upstream_does() {
        let check = |flag: &str, minor: u16, expect: &str| assert_eq!(Gates::parse(flag, (1, minor)).unwrap_err(), expect);
        check("Nope=true", 37, "unrecognized feature gate: Nope");
        check("AllAlpha=true,Nope=true", 37, "unrecognized feature gate: Nope");
        check("X", 37, "missing bool value for X");
        check("X=maybe", 37, "invalid value of X=maybe, err: strconv.ParseBool: parsing \"maybe\": invalid syntax");
        check(
            "NodeLogQuery=true,ServiceAccountTokenNodeBindingValidation=false",
            37,
            "cannot set feature gate ServiceAccountTokenNodeBindingValidation to false, feature is locked to true",
        );
        check(
            "HPAGeneration=true",
            36,
            "cannot set feature gate HPAGeneration to true, feature is PreAlpha at emulated version 1.36, min compatibility version 1.35",
        );
        check(
            "CompositePodGroup=true",
            37,
            "CompositePodGroup is enabled, but depends on features that are disabled: [GenericWorkload TopologyAwareWorkloadScheduling]",
        );
        let alone = Gates::parse("AllAlpha=true", (1, 37)).unwrap_err();
        let each = "is enabled, but depends on features that are disabled: [GenericWorkload]";
        assert_eq!(alone.matches(each).count(), 4, "{alone}");
        assert!(alone.starts_with('[') && alone.ends_with("]]"), "{alone}");
        assert!(Gates::parse("ServiceAccountTokenNodeBindingValidation=true", (1, 37)).is_ok());
    }
}
