//! `--runtime-config`: which group versions and resources are switched on or off, on top of what is on by default.
//! Source: apiserver `pkg/server/resourceconfig/helpers.go`.

use std::collections::HashMap;

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
        let mut switches = HashMap::new();
        for pair in text.split(',').map(str::trim).filter(|p| !p.is_empty()) {
            let (key, value) = pair.split_once('=').unwrap_or((pair, "true"));
            let on = match value {
                "" | "true" | "1" => true,
                "false" | "0" => false,
                other => return Err(format!("invalid value {other:?} of {key}: true or false")),
            };
            let slashes = key.matches('/').count();
            if key.is_empty() || slashes > 2 || (slashes == 0 && key != "v1") {
                return Err(format!("{key:?} is no group/version and no group/version/resource"));
            }
            switches.insert(key.to_owned(), on);
        }
        Ok(Self { switches })
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
        for bad in ["apps", "a/b/c/d", "v1=maybe"] {
            assert!(Enabled::parse(bad).is_err(), "{bad}");
        }
    }
}
