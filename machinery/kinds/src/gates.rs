//! Feature gates that behaviour of kinds depends on, and since which release each is on by default. Read through `Ctx::on`. A gate that
//! is not listed here decides nothing yet. Source: upstream `pkg/features/kube_features.go`.

use crate::resource::Release;

/// How far a gate has come, as metrics name it.
type Stage = &'static str;
const ALPHA: Stage = "ALPHA";
const BETA: Stage = "BETA";
/// Upstream names this one by nothing.
const GA: Stage = "";
const DEPRECATED: Stage = "DEPRECATED";

/// A gate, the first release in which it is on by default (none for gates that are off), and its stages with the releases that they begin
/// in, as far as they matter to releases that can be emulated.
type Gate = (&'static str, Option<u16>, &'static [(u16, Stage)]);

const GATES: [Gate; 24] = [
    ("CSIServiceAccountTokenSecrets", Some(35), &[(35, BETA), (36, GA)]),
    ("CoordinatedLeaderElection", None, &[(0, BETA)]),
    ("DRAResourceClaimDeviceStatus", Some(33), &[(33, BETA), (37, GA)]),
    ("H2CContainerProbe", None, &[(37, ALPHA)]),
    ("HPAGeneration", Some(37), &[(37, BETA)]),
    ("HPAScaleToZero", Some(37), &[(16, ALPHA), (37, BETA)]),
    ("ImageVolume", Some(35), &[(33, BETA), (36, GA)]),
    ("InPlacePodLevelResourcesVerticalScaling", Some(36), &[(35, ALPHA), (36, BETA)]),
    ("InPlacePodVerticalScalingMemoryBackedVolumes", None, &[(37, ALPHA)]),
    ("MatchLabelKeysInPodAffinity", Some(31), &[(33, GA)]),
    ("MatchLabelKeysInPodTopologySpread", Some(27), &[(27, BETA)]),
    ("MatchLabelKeysInPodTopologySpreadSelectorMerge", Some(34), &[(34, BETA)]),
    ("MaxUnavailableStatefulSet", Some(37), &[(24, ALPHA), (35, BETA)]),
    ("PodGroupPreemptionPolicy", None, &[(37, ALPHA)]),
    ("PodLevelResources", Some(34), &[(34, BETA)]),
    ("PodLevelResourcesFixDefaulting", Some(37), &[(37, BETA)]),
    ("PodLevelResourcesFixKubeletQOSClass", Some(37), &[(37, BETA)]),
    ("PodLogsQuerySplitStreams", None, &[(32, ALPHA)]),
    ("PodTopologyLabelsAdmission", Some(35), &[(33, ALPHA), (35, BETA)]),
    ("RelaxedServiceNameValidation", Some(36), &[(34, ALPHA), (36, BETA), (37, GA)]),
    ("SELinuxMountReadWriteOncePod", Some(28), &[(28, BETA), (36, GA)]),
    ("ServiceCIDRStatusFieldWiping", Some(36), &[(0, GA), (36, DEPRECATED)]),
    ("StrictIPCIDRValidation", Some(36), &[(33, ALPHA), (36, BETA)]),
    ("VolumeLimitScaling", Some(37), &[(35, ALPHA), (37, BETA)]),
];

/// Whether a gate is on unless a flag says otherwise.
#[must_use]
pub fn default_on(gate: &str, emulated: Release) -> bool {
    GATES.iter().find(|(name, ..)| *name == gate).and_then(|(_, since, _)| *since).is_some_and(|since| since <= emulated.minor)
}

/// The gates that a release has, with their stages.
pub fn stages(emulated: Release) -> impl Iterator<Item = (&'static str, &'static str)> {
    let stage = move |stages: &'static [(u16, Stage)]| stages.iter().rev().find(|(since, _)| *since <= emulated.minor);
    GATES.iter().filter_map(move |(name, _, stages)| stage(stages).map(|(_, stage)| (*name, *stage)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn defaults_follow_the_release() {
        let at = |minor| Release { major: 1, minor };
        assert!(default_on("HPAGeneration", at(37)) && !default_on("HPAGeneration", at(36)));
        assert!(!default_on("InPlacePodVerticalScalingMemoryBackedVolumes", at(37)));
        assert!(!default_on("NoSuchGate", at(37)));
    }

    #[test]
    fn stages_follow_the_release() {
        let check = |gate: &str, minor, expect| {
            let found = stages(Release { major: 1, minor }).find(|(name, _)| *name == gate).map(|(_, stage)| stage);
            assert_eq!(found, expect, "{gate} in 1.{minor}");
        };
        check("ImageVolume", 34, Some("BETA"));
        check("ImageVolume", 36, Some(""));
        check("StrictIPCIDRValidation", 35, Some("ALPHA"));
        check("HPAGeneration", 36, None);
        check("HPAGeneration", 37, Some("BETA"));
    }
}
