//! `--runtime-config`: which group versions and resources are switched on or off, on top of what is on by default. What upstream refuses
//! is refused with its words. Source: apiserver `pkg/server/resourceconfig/helpers.go`, `pkg/server/options/api_enablement.go`.

use std::collections::{BTreeSet, HashMap};

use kinds::table;

use crate::flags::parse_bool;

/// Switches of many versions at once, by how mature they are.
const STAGES: [&str; 4] = ["api/all", "api/ga", "api/beta", "api/alpha"];

/// The switches, by what they name: `api/all`, `api/ga`, `api/beta`, `api/alpha`, `<group>/<version>`, `<group>/<version>/<resource>`;
/// the core group is `v1` alone.
#[derive(Clone, Debug, Default)]
pub struct Enabled {
    switches: HashMap<String, bool>,
}

impl Enabled {
    /// Reads `key=value` pairs separated by commas; a key alone means true.
    ///
    /// # Errors
    /// A value that is no boolean, or a key that is no API.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut pairs: HashMap<String, &str> = HashMap::new();
        for pair in text.split(',').filter(|pair| !pair.is_empty()) {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            let (key, value) = (key.trim(), value.trim());
            // Upstream takes any key of the core group for the whole of it, and one that has become void for nothing.
            let is_core = |prefix: &str| key == prefix || key.strip_prefix(prefix).is_some_and(|rest| rest.starts_with('/'));
            match key {
                "api/legacy" => None,
                _ if is_core("v1") || is_core("api/v1") => pairs.insert("v1".to_owned(), value),
                _ => pairs.insert(key.to_owned(), value),
            };
        }
        if pairs.len() == 1 && pairs.get("api/all") == Some(&"false") {
            return Err("invalid runtime-config with only api/all=false".to_owned());
        }
        check_keys(pairs.keys().map(String::as_str).filter(|key| *key != "v1" && !STAGES.contains(key)))?;
        let switches = pairs.into_iter().map(|(key, value)| switch(&key, value).map(|on| (key, on)));
        Ok(Self { switches: switches.collect::<Result<_, _>>()? })
    }

    /// Whether a group version is on.
    #[must_use]
    pub fn has_version(&self, group: &str, version: &str, default: bool) -> bool {
        let named = if group.is_empty() { version.to_owned() } else { format!("{group}/{version}") };
        self.get(&named).or_else(|| self.get(stage(version))).or_else(|| self.get("api/all")).unwrap_or(default)
    }

    /// Whether a resource of a group version is on.
    #[must_use]
    pub fn has_resource(&self, group: &str, version: &str, plural: &str, default: bool) -> bool {
        self.get(&format!("{group}/{version}/{plural}")).unwrap_or_else(|| self.has_version(group, version, default))
    }

    fn get(&self, key: &str) -> Option<bool> {
        self.switches.get(key).copied()
    }
}

/// Keys must name group versions, or resources in them.
fn check_keys<'a>(keys: impl Iterator<Item = &'a str>) -> Result<(), String> {
    let mut unknown = BTreeSet::new();
    for key in keys {
        let parts: Vec<&str> = key.split('/').collect();
        let (group, version) = match parts[..] {
            [group, version] => (group, version),
            [group, version, resource] if resource.to_lowercase() == resource => (group, version),
            [_, _, resource] => {
                return Err(format!(
                    "invalid key {key}: group/version/resource and resource is always lowercase plural, not {resource:?}"
                ));
            }
            _ => return Err(format!("runtime-config invalid key {key}")),
        };
        if !table::kinds().any(|(known, ..)| known == group) {
            unknown.insert(format!("{group}/{version}"));
        } else if !table::knows_group_version(group, version) {
            return Err(format!("group version {group}/{version} that has not been registered"));
        }
    }
    if unknown.is_empty() {
        return Ok(());
    }
    Err(format!("unknown api groups {}", unknown.into_iter().collect::<Vec<_>>().join(",")))
}

fn switch(key: &str, value: &str) -> Result<bool, String> {
    if STAGES.contains(&key) {
        return value.parse().map_err(|_| format!("invalid value {key}={value}"));
    }
    if value.is_empty() {
        return Ok(true);
    }
    parse_bool(value)
        .ok_or_else(|| format!("invalid value of {key}: {value}, err: strconv.ParseBool: parsing {value:?}: invalid syntax"))
}

/// The switch of all versions that are as mature as this one.
fn stage(version: &str) -> &'static str {
    if version.contains("alpha") {
        "api/alpha"
    } else if version.contains("beta") {
        "api/beta"
    } else {
        "api/ga"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nearer_switches_win() {
        let e = Enabled::parse("api/all=true,api/beta=false,resource.k8s.io/v1beta1=1,apps/v1/deployments=false").unwrap();
        assert!(e.has_version("a.k8s.io", "v1alpha1", false));
        assert!(!e.has_version("a.k8s.io", "v1beta1", true));
        assert!(e.has_version("resource.k8s.io", "v1beta1", false));
        assert!(!e.has_resource("apps", "v1", "deployments", true));
        assert!(e.has_resource("apps", "v1", "replicasets", true));
        assert!(Enabled::default().has_version("", "v1", true));
    }

    /// Texts of kube-apiserver v1.37.2.
    #[test]
    fn what_is_no_api_is_refused_as_upstream_does() {
        let check = |flag: &str, expect: &str| assert_eq!(Enabled::parse(flag).unwrap_err(), expect);
        check("nope/v1=true", "unknown api groups nope/v1");
        check("zz/v2=true,nope/v1=true,apps/v1=true", "unknown api groups nope/v1,zz/v2");
        check("apps/v9=true", "group version apps/v9 that has not been registered");
        check("nope", "runtime-config invalid key nope");
        check("a/b/c/d", "runtime-config invalid key a/b/c/d");
        check("apps/v1=maybe", "invalid value of apps/v1: maybe, err: strconv.ParseBool: parsing \"maybe\": invalid syntax");
        check("api/all=maybe", "invalid value api/all=maybe");
        check("api/all", "invalid value api/all=");
        check("api/all=false", "invalid runtime-config with only api/all=false");
        let text = "invalid key apps/v1/Deployments: group/version/resource and resource is always lowercase plural, not \"Deployments\"";
        check("apps/v1/Deployments=true", text);
        for good in ["apps/v1/nope=true", "api/legacy=true", "", "apps/v1", "api/all=false,v1=true"] {
            assert!(Enabled::parse(good).is_ok(), "{good}");
        }
        assert!(!Enabled::parse("v1/pods=false").unwrap().has_version("", "v1", true));
    }
}
