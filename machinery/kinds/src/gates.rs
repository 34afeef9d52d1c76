//! Feature gates: every one that upstream's API server knows, with what it is like in each release. Behaviour of kinds reads them through
//! `Ctx::on`; the API server refuses flags that name others. The table is generated; this file must not add to it.

use crate::generated::gates::GATES;
use crate::resource::Release;

/// How mature a feature is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Off unless asked for, and may go away.
    Alpha,
    /// Tested, and may still change.
    Beta,
    /// Here to stay; the gate goes away.
    Ga,
    /// On its way out.
    Deprecated,
}

impl Stage {
    /// Upstream's name of it, as metrics show it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Alpha => "ALPHA",
            Self::Beta => "BETA",
            // Upstream names this one by nothing.
            Self::Ga => "",
            Self::Deprecated => "DEPRECATED",
        }
    }
}

/// What a gate is like from a release on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spec {
    /// The first release.
    pub since: Release,
    /// Whether the gate is on unless a flag says otherwise.
    pub default: bool,
    /// How mature the feature is.
    pub stage: Stage,
    /// Whether no flag may change it.
    pub locked: bool,
    /// It counts only in clusters that no longer have to get on with releases before this one.
    pub min_compatibility: Option<Release>,
}

/// A gate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gate {
    /// Its name.
    pub name: &'static str,
    /// Gates that must be on for this one to be on.
    pub requires: &'static [&'static str],
    /// What it is like, oldest first.
    pub specs: &'static [Spec],
}

impl Gate {
    /// What it is like in a release, which has to get on with the one before; none when that release did not have it.
    #[must_use]
    pub fn at(&self, emulated: Release) -> Option<&'static Spec> {
        let compatible = compatibility(emulated);
        self.specs
            .iter()
            .rev()
            .find(|spec| spec.since <= emulated && spec.min_compatibility.is_none_or(|least| compatible >= least))
    }
}

/// The oldest release that a server of this one has to get on with.
#[must_use]
pub fn compatibility(emulated: Release) -> Release {
    Release { minor: emulated.minor.saturating_sub(1), ..emulated }
}

/// All gates, sorted by name.
#[must_use]
pub fn all() -> &'static [Gate] {
    &GATES
}

/// The gates that a release has, each with its stage.
pub fn stages(emulated: Release) -> impl Iterator<Item = (&'static str, Stage)> {
    GATES.iter().filter_map(move |gate| Some((gate.name, gate.at(emulated)?.stage)))
}

/// A gate by its name.
#[must_use]
pub fn gate(name: &str) -> Option<&'static Gate> {
    GATES.binary_search_by_key(&name, |gate| gate.name).ok().map(|at| &GATES[at])
}

/// Whether a gate is on unless a flag says otherwise.
#[must_use]
pub fn default_on(name: &str, emulated: Release) -> bool {
    gate(name).and_then(|gate| gate.at(emulated)).is_some_and(|spec| spec.default)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minor: u16) -> Release {
        Release { major: 1, minor }
    }

    #[test]
    fn defaults_follow_the_release() {
        assert!(default_on("HPAGeneration", at(37)) && !default_on("HPAGeneration", at(36)));
        assert!(!default_on("InPlacePodVerticalScalingMemoryBackedVolumes", at(37)));
        assert!(!default_on("NoSuchGate", at(37)));
    }

    #[test]
    fn the_table_is_in_order() {
        assert!(all().is_sorted_by(|a, b| a.name < b.name));
        for gate in all() {
            assert!(gate.specs.is_sorted_by_key(|spec| spec.since), "{}", gate.name);
            assert!(!gate.specs.is_empty(), "{}", gate.name);
            assert!(gate.requires.iter().all(|other| super::gate(other).is_some()), "{}", gate.name);
        }
    }

    #[test]
    fn gates_have_a_history() {
        let found = gate("HPAGeneration").unwrap();
        assert_eq!(found.at(at(36)), None);
        assert_eq!(found.at(at(37)).unwrap().stage, Stage::Beta);
        assert!(gate("ServiceAccountTokenNodeBindingValidation").unwrap().at(at(37)).unwrap().locked);
    }
}
