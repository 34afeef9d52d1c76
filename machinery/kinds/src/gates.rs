//! Feature gates that behaviour of kinds depends on, and since which release each is on by default. Read through `Ctx::on`. A gate that
//! is not listed here decides nothing yet. Source: upstream `pkg/features/kube_features.go`.

use crate::resource::Release;

/// Gate and the first release in which it is on by default; none for gates that are off.
const GATES: [(&str, Option<u16>); 24] = [
    ("CSIServiceAccountTokenSecrets", Some(35)),
    ("CoordinatedLeaderElection", None),
    ("DRAResourceClaimDeviceStatus", Some(33)),
    ("H2CContainerProbe", None),
    ("HPAGeneration", Some(37)),
    ("HPAScaleToZero", Some(37)),
    ("ImageVolume", Some(35)),
    ("InPlacePodLevelResourcesVerticalScaling", Some(36)),
    ("InPlacePodVerticalScalingMemoryBackedVolumes", None),
    ("MatchLabelKeysInPodAffinity", Some(31)),
    ("MatchLabelKeysInPodTopologySpread", Some(27)),
    ("MatchLabelKeysInPodTopologySpreadSelectorMerge", Some(34)),
    ("MaxUnavailableStatefulSet", Some(37)),
    ("PodGroupPreemptionPolicy", None),
    ("PodLevelResources", Some(34)),
    ("PodLevelResourcesFixDefaulting", Some(37)),
    ("PodLevelResourcesFixKubeletQOSClass", Some(37)),
    ("PodLogsQuerySplitStreams", None),
    ("PodTopologyLabelsAdmission", Some(35)),
    ("RelaxedServiceNameValidation", Some(36)),
    ("SELinuxMountReadWriteOncePod", Some(28)),
    ("ServiceCIDRStatusFieldWiping", Some(36)),
    ("StrictIPCIDRValidation", Some(36)),
    ("VolumeLimitScaling", Some(37)),
];

/// Whether a gate is on unless a flag says otherwise.
#[must_use]
pub fn default_on(gate: &str, emulated: Release) -> bool {
    GATES.iter().find(|(name, _)| *name == gate).and_then(|(_, since)| *since).is_some_and(|since| since <= emulated.minor)
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
}
