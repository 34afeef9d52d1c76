//! What a server serves, as discovery and OpenAPI need to know it: groups, versions, resources, subresources, in the order in
//! which upstream lists them. The API server makes one from the resource table and its `--runtime-config`; later, custom resources
//! and aggregated groups join. It holds names only and must never hold behaviour.

use std::cmp::Ordering;

use kinds::resource::{self as facts, Release, VerbSet};
use kinds::table;
pub use object::schema::Text;

/// Group, version and kind of one type.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Kind {
    /// API group; empty for the core group.
    pub group: Text,
    /// Version within the group.
    pub version: Text,
    /// Kind name.
    pub kind: Text,
}

impl Kind {
    /// A kind with these names.
    #[must_use]
    pub fn new(group: &str, version: &str, kind: &str) -> Self {
        Self { group: group.to_owned().into(), version: version.to_owned().into(), kind: kind.to_owned().into() }
    }
}

/// Part of a resource with its own endpoint.
#[derive(Clone, Debug)]
pub struct Subresource {
    /// Last part of its path: `status`.
    pub name: Text,
    /// What it answers with.
    pub kind: Kind,
    /// Verbs, in any order.
    pub verbs: Vec<Text>,
}

/// One resource in one version.
#[derive(Clone, Debug)]
pub struct Resource {
    /// Plural, as in paths.
    pub plural: Text,
    /// Singular.
    pub singular: Text,
    /// Kind name; its group and version are those of the list that holds it.
    pub kind: Text,
    /// Whether its objects live in namespaces.
    pub namespaced: bool,
    /// Verbs, in any order.
    pub verbs: Vec<Text>,
    /// Short names, in upstream's order.
    pub short_names: Vec<Text>,
    /// Categories, in upstream's order.
    pub categories: Vec<Text>,
    /// What is stored; `None` where nothing is.
    pub stored: Option<Kind>,
    /// Subresources.
    pub subresources: Vec<Subresource>,
}

impl Resource {
    /// Whether the resource itself (not a subresource) knows a verb.
    #[must_use]
    pub fn has(&self, verb: &str) -> bool {
        self.verbs.iter().any(|v| v == verb)
    }
}

/// One version of a group.
#[derive(Clone, Debug)]
pub struct Version {
    /// Version name.
    pub name: Text,
    /// Resources by plural.
    pub resources: Vec<Resource>,
}

/// One group.
#[derive(Clone, Debug)]
pub struct Group {
    /// Group name; empty for the core group.
    pub name: Text,
    /// Versions, the preferred one first.
    pub versions: Vec<Version>,
}

/// Decides whether a resource is served: from group, version, resource (a subresource is asked for as `pods/resize`) and what a
/// server with default settings does.
pub type Switch<'a> = dyn Fn(&str, &str, &str, bool) -> bool + 'a;

/// Everything served.
#[derive(Clone, Debug, Default)]
pub struct Served {
    /// Groups in discovery order; the core group comes first.
    pub groups: Vec<Group>,
}

impl Served {
    /// Puts groups, versions, resources, subresources and verbs into the order in which upstream prints them.
    #[must_use]
    pub fn new(mut groups: Vec<Group>) -> Self {
        for group in &mut groups {
            group.versions.sort_by(|a, b| version_order(&a.name, &b.name));
            for resource in group.versions.iter_mut().flat_map(|v| &mut v.resources) {
                resource.verbs.sort();
                resource.subresources.sort_by(|a, b| a.name.cmp(&b.name));
                resource.subresources.iter_mut().for_each(|s| s.verbs.sort());
            }
            group.versions.iter_mut().for_each(|v| v.resources.sort_by(|a, b| a.plural.cmp(&b.plural)));
        }
        groups.retain(|g| !g.versions.is_empty());
        groups.sort_by(|a, b| group_priority(b).cmp(&group_priority(a)).then_with(|| a.name.cmp(&b.name)));
        Self { groups }
    }

    /// The built-in resources that are switched on. `emulated` decides which version is stored.
    #[must_use]
    pub fn built_in(emulated: Release, on: &Switch<'_>) -> Self {
        let group = |group: &facts::Group| Group {
            name: group.name.into(),
            versions: group
                .versions
                .iter()
                .map(|v| Version {
                    name: v.version.into(),
                    resources: table::resources()
                        .iter()
                        .filter(|r| r.group == group.name)
                        .filter_map(|r| {
                            let served = r.served(v.version)?;
                            let on = |name: &str, default: bool| on(r.group, v.version, name, default);
                            on(r.plural, served.default_on).then(|| resource(r, served, emulated, &on))
                        })
                        .collect(),
                })
                .filter(|v| !v.resources.is_empty())
                .collect(),
        };
        Self::new(table::groups().iter().map(group).collect())
    }

    /// The group with this name.
    #[must_use]
    pub fn group(&self, name: &str) -> Option<&Group> {
        self.groups.iter().find(|g| g.name == name)
    }

    /// One version of a group.
    #[must_use]
    pub fn version(&self, group: &str, version: &str) -> Option<&Version> {
        self.group(group)?.versions.iter().find(|v| v.name == version)
    }
}

fn resource(r: &facts::Resource, served: &facts::Served, emulated: Release, on: &dyn Fn(&str, bool) -> bool) -> Resource {
    let texts = |texts: &[&'static str]| texts.iter().map(|&t| t.into()).collect();
    let verbs = |set: VerbSet| set.iter().map(|v| v.as_str().into()).collect();
    let subresource = |s: &facts::Subresource| Subresource {
        name: s.name.into(),
        kind: Kind { group: s.group.into(), version: s.version.into(), kind: s.kind.into() },
        verbs: verbs(s.verbs),
    };
    Resource {
        plural: r.plural.into(),
        singular: r.singular.into(),
        kind: r.kind.into(),
        namespaced: r.namespaced,
        verbs: verbs(served.verbs),
        short_names: texts(r.short_names),
        categories: texts(r.categories),
        stored: r.storage_version(emulated).map(|s| Kind {
            group: s.group.into(),
            version: s.version.into(),
            kind: r.kind.into(),
        }),
        subresources: served
            .subresources
            .iter()
            .filter(|s| on(&format!("{}/{}", r.plural, s.name), s.default_on))
            .map(subresource)
            .collect(),
    }
}

/// Prefix of a group version's paths, without the leading slash: `api/v1`, `apis/apps/v1`.
#[must_use]
pub fn path_of(group: &str, version: &str) -> String {
    if group.is_empty() { format!("api/{version}") } else { format!("apis/{group}/{version}") }
}

/// `v1`, `apps/v1`.
#[must_use]
pub fn group_version(group: &str, version: &str) -> String {
    if group.is_empty() { version.to_owned() } else { format!("{group}/{version}") }
}

/// Minimum priority of each built-in group: upstream registers its groups with these (cmd/kube-apiserver/app/aggregator.go,
/// pkg/controlplane/apiserver/aggregator.go), and discovery lists the higher first, equal ones by name.
const GROUP_PRIORITIES: &[(&str, u32)] = &[
    ("", 30_000),
    ("apiregistration.k8s.io", 20_000),
    ("apps", 17_800),
    ("events.k8s.io", 17_750),
    ("authentication.k8s.io", 17_700),
    ("authorization.k8s.io", 17_600),
    ("autoscaling", 17_500),
    ("batch", 17_400),
    ("certificates.k8s.io", 17_300),
    ("networking.k8s.io", 17_200),
    ("policy", 17_100),
    ("rbac.authorization.k8s.io", 17_000),
    ("storage.k8s.io", 16_800),
    ("admissionregistration.k8s.io", 16_700),
    ("apiextensions.k8s.io", 16_700),
    ("scheduling.k8s.io", 16_600),
    ("coordination.k8s.io", 16_500),
    ("node.k8s.io", 16_300),
    ("discovery.k8s.io", 16_200),
    ("resource.k8s.io", 16_200),
    ("flowcontrol.apiserver.k8s.io", 16_100),
    ("internal.apiserver.k8s.io", 16_000),
    ("storagemigration.k8s.io", 15_800),
    ("lifecycle.k8s.io", 15_700),
];

/// What upstream gives the groups of custom resources.
const CUSTOM_GROUP_PRIORITY: u32 = 1_000;

fn group_priority(group: &Group) -> u32 {
    GROUP_PRIORITIES.iter().find(|(name, _)| *name == group.name).map_or(CUSTOM_GROUP_PRIORITY, |&(_, p)| p)
}

/// Order of version names, the preferred one first: final before beta before alpha, the higher number first, other names last and
/// by byte (apimachinery `version.CompareKubeAwareVersionStrings`). The priorities of upstream's built-in versions say the same.
fn version_order(a: &str, b: &str) -> Ordering {
    match (parse_version(a), parse_version(b)) {
        (Some(a), Some(b)) => b.cmp(&a),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => a.cmp(b),
    }
}

/// Stability (2 final, 1 beta, 0 alpha), major number, number of the alpha or beta.
fn parse_version(name: &str) -> Option<(u8, u64, u64)> {
    let rest = name.strip_prefix('v')?;
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let major = number(&rest[..digits])?;
    match &rest[digits..] {
        "" => Some((2, major, 0)),
        tail => tail
            .strip_prefix("beta")
            .map(|n| (1, n))
            .or_else(|| tail.strip_prefix("alpha").map(|n| (0, n)))
            .and_then(|(stability, n)| Some((stability, major, number(n)?))),
    }
}

/// A positive number without a leading zero.
fn number(text: &str) -> Option<u64> {
    if text.starts_with('0') || !text.bytes().all(|b| b.is_ascii_digit()) { None } else { text.parse().ok() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_listed_as_upstream_does() {
        let mut names = [
            "v1alpha1", "foo", "v2", "v1", "v1beta1", "v11", "v2beta1", "v1beta2", "v10beta3", "v0", "v01", "v1beta", "bar",
            "v1alpha3",
        ];
        names.sort_by(|a, b| version_order(a, b));
        let expect = [
            "v11", "v2", "v1", "v10beta3", "v2beta1", "v1beta2", "v1beta1", "v1alpha3", "v1alpha1", "bar", "foo", "v0", "v01",
            "v1beta",
        ];
        assert_eq!(names, expect);
    }

    #[test]
    fn groups_without_versions_go_and_custom_ones_come_last() {
        let group = |name: &'static str, versions: usize| Group {
            name: name.into(),
            versions: vec![Version { name: "v1".into(), resources: Vec::new() }; versions],
        };
        let served =
            Served::new(vec![group("z.example", 1), group("apps", 1), group("batch", 0), group("a.example", 1), group("", 1)]);
        let names: Vec<&str> = served.groups.iter().map(|g| &*g.name).collect();
        assert_eq!(names, ["", "apps", "a.example", "z.example"]);
    }
}
