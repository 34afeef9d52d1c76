//! Types of which only one member may be set, as OpenAPI marks them (`x-kubernetes-unions`). Read while a schema is built; it is a
//! table of facts and must never check an object: validation is the kind's own code.

/// One group of exclusive fields. Go's name of a field is its JSON name with a capital letter.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Union {
    /// JSON name of the field that says which member is set; empty where there is none.
    pub(crate) discriminator: &'static str,
    /// JSON names of the members, ordered.
    pub(crate) fields: &'static [&'static str],
}

const fn one(discriminator: &'static str, fields: &'static [&'static str]) -> [Union; 1] {
    [Union { discriminator, fields }]
}

/// Ordered by definition name.
static UNIONS: &[(&str, [Union; 1])] = &[
    ("io.k8s.api.core.v1.AppArmorProfile", one("type", &["localhostProfile"])),
    ("io.k8s.api.core.v1.PodSchedulingGroup", one("", &["podGroupName"])),
    ("io.k8s.api.core.v1.SeccompProfile", one("type", &["localhostProfile"])),
    ("io.k8s.api.flowcontrol.v1.LimitResponse", one("type", &["queuing"])),
    ("io.k8s.api.flowcontrol.v1.PriorityLevelConfigurationSpec", one("type", &["exempt", "limited"])),
    ("io.k8s.api.flowcontrol.v1.Subject", one("kind", &["group", "serviceAccount", "user"])),
    ("io.k8s.api.lifecycle.v1alpha1.EvictionRequestTarget", one("", &["pod"])),
    ("io.k8s.api.lifecycle.v1alpha1.EvictionTarget", one("", &["pod"])),
    ("io.k8s.api.scheduling.v1alpha3.CompositeDisruptionMode", one("", &["all", "single"])),
    ("io.k8s.api.scheduling.v1alpha3.CompositePodGroupSchedulingPolicy", one("", &["basic", "gang"])),
    ("io.k8s.api.scheduling.v1alpha3.DisruptionMode", one("", &["all", "single"])),
    ("io.k8s.api.scheduling.v1alpha3.PodGroupSchedulingPolicy", one("", &["basic", "gang"])),
    ("io.k8s.api.scheduling.v1alpha3.WorkloadPodGroupDisruptionMode", one("", &["all", "single"])),
    ("io.k8s.api.scheduling.v1alpha3.WorkloadPodGroupSchedulingPolicy", one("", &["basic", "gang"])),
    ("io.k8s.api.scheduling.v1beta1.CompositeDisruptionMode", one("", &["all", "single"])),
    ("io.k8s.api.scheduling.v1beta1.CompositePodGroupSchedulingPolicy", one("", &["basic", "gang"])),
    ("io.k8s.api.scheduling.v1beta1.DisruptionMode", one("", &["all", "single"])),
    ("io.k8s.api.scheduling.v1beta1.PodGroupSchedulingPolicy", one("", &["basic", "gang"])),
];

/// Unions of one definition.
pub(crate) fn of(definition: &str) -> &'static [Union] {
    UNIONS.binary_search_by(|(name, _)| (*name).cmp(definition)).map_or(&[], |at| &UNIONS[at].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_ordered_and_found() {
        assert!(UNIONS.is_sorted_by_key(|(name, _)| *name));
        assert_eq!(of("io.k8s.api.core.v1.SeccompProfile"), &one("type", &["localhostProfile"]));
        assert!(of("io.k8s.api.core.v1.Pod").is_empty());
    }
}
