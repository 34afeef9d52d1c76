//! Group, version, kind and resource names and the texts upstream prints for them (apimachinery `pkg/runtime/schema`). Used by
//! every crate that names a resource. Holds names only, never what a resource can do.

use std::fmt;

use crate::Text;

/// An API group and one of its versions; the core group is the empty string.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct GroupVersion {
    /// API group, empty for core.
    pub group: Text,
    /// Version, such as `v1`.
    pub version: Text,
}

/// A kind within a group, without version.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct GroupKind {
    /// API group, empty for core.
    pub group: Text,
    /// Kind, such as `Deployment`.
    pub kind: Text,
}

/// A resource (lower-case plural) within a group, without version.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct GroupResource {
    /// API group, empty for core.
    pub group: Text,
    /// Lower-case plural, such as `deployments`.
    pub resource: Text,
}

/// Group, version and kind.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Gvk {
    /// API group, empty for core.
    pub group: Text,
    /// Version, such as `v1`.
    pub version: Text,
    /// Kind, such as `Deployment`.
    pub kind: Text,
}

/// Group, version and resource.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Gvr {
    /// API group, empty for core.
    pub group: Text,
    /// Version, such as `v1`.
    pub version: Text,
    /// Lower-case plural, such as `deployments`.
    pub resource: Text,
}

/// Text given as `apiVersion` that has more than one slash.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unexpected GroupVersion string: {0}")]
pub struct GroupVersionError(pub String);

impl GroupVersion {
    /// From static names, in constants and tables.
    #[must_use]
    pub const fn of(group: &'static str, version: &'static str) -> Self {
        Self { group: Text::Borrowed(group), version: Text::Borrowed(version) }
    }

    /// From any names.
    pub fn new(group: impl Into<Text>, version: impl Into<Text>) -> Self {
        Self { group: group.into(), version: version.into() }
    }

    /// Reads an `apiVersion`: `v1`, `apps/v1`; the empty string and `/` give the empty group version.
    ///
    /// # Errors
    /// Text with more than one slash.
    pub fn parse(text: &str) -> Result<Self, GroupVersionError> {
        if text.is_empty() || text == "/" {
            return Ok(Self::default());
        }
        let Some((group, version)) = text.split_once('/') else {
            return Ok(Self::new("", text.to_owned()));
        };
        if version.contains('/') {
            return Err(GroupVersionError(text.to_owned()));
        }
        Ok(Self::new(group.to_owned(), version.to_owned()))
    }

    /// Neither group nor version.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.group.is_empty() && self.version.is_empty()
    }

    /// The kind of this name in this group version.
    #[must_use]
    pub fn kind(&self, kind: impl Into<Text>) -> Gvk {
        Gvk { group: self.group.clone(), version: self.version.clone(), kind: kind.into() }
    }

    /// The resource of this name in this group version.
    #[must_use]
    pub fn resource(&self, resource: impl Into<Text>) -> Gvr {
        Gvr { group: self.group.clone(), version: self.version.clone(), resource: resource.into() }
    }
}

impl GroupKind {
    /// From static names, in constants and tables.
    #[must_use]
    pub const fn of(group: &'static str, kind: &'static str) -> Self {
        Self { group: Text::Borrowed(group), kind: Text::Borrowed(kind) }
    }

    /// From any names.
    pub fn new(group: impl Into<Text>, kind: impl Into<Text>) -> Self {
        Self { group: group.into(), kind: kind.into() }
    }
}

impl GroupResource {
    /// From static names, in constants and tables.
    #[must_use]
    pub const fn of(group: &'static str, resource: &'static str) -> Self {
        Self { group: Text::Borrowed(group), resource: Text::Borrowed(resource) }
    }

    /// From any names.
    pub fn new(group: impl Into<Text>, resource: impl Into<Text>) -> Self {
        Self { group: group.into(), resource: resource.into() }
    }

    /// Neither group nor resource: upstream words some messages without a resource then.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.group.is_empty() && self.resource.is_empty()
    }

    /// This resource in a version.
    #[must_use]
    pub fn version(&self, version: impl Into<Text>) -> Gvr {
        Gvr { group: self.group.clone(), version: version.into(), resource: self.resource.clone() }
    }
}

impl Gvk {
    /// From static names, in constants and tables.
    #[must_use]
    pub const fn of(group: &'static str, version: &'static str, kind: &'static str) -> Self {
        Self { group: Text::Borrowed(group), version: Text::Borrowed(version), kind: Text::Borrowed(kind) }
    }

    /// From any names.
    pub fn new(group: impl Into<Text>, version: impl Into<Text>, kind: impl Into<Text>) -> Self {
        Self { group: group.into(), version: version.into(), kind: kind.into() }
    }

    /// From an object's `apiVersion` and `kind`.
    ///
    /// # Errors
    /// An `apiVersion` with more than one slash.
    pub fn from_api_version(api_version: &str, kind: impl Into<Text>) -> Result<Self, GroupVersionError> {
        Ok(GroupVersion::parse(api_version)?.kind(kind))
    }

    /// Without the kind.
    #[must_use]
    pub fn group_version(&self) -> GroupVersion {
        GroupVersion { group: self.group.clone(), version: self.version.clone() }
    }

    /// Without the version.
    #[must_use]
    pub fn group_kind(&self) -> GroupKind {
        GroupKind { group: self.group.clone(), kind: self.kind.clone() }
    }

    /// All three names empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.group.is_empty() && self.version.is_empty() && self.kind.is_empty()
    }
}

impl Gvr {
    /// From static names, in constants and tables.
    #[must_use]
    pub const fn of(group: &'static str, version: &'static str, resource: &'static str) -> Self {
        Self { group: Text::Borrowed(group), version: Text::Borrowed(version), resource: Text::Borrowed(resource) }
    }

    /// From any names.
    pub fn new(group: impl Into<Text>, version: impl Into<Text>, resource: impl Into<Text>) -> Self {
        Self { group: group.into(), version: version.into(), resource: resource.into() }
    }

    /// Without the resource.
    #[must_use]
    pub fn group_version(&self) -> GroupVersion {
        GroupVersion { group: self.group.clone(), version: self.version.clone() }
    }

    /// Without the version.
    #[must_use]
    pub fn group_resource(&self) -> GroupResource {
        GroupResource { group: self.group.clone(), resource: self.resource.clone() }
    }

    /// All three names empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.group.is_empty() && self.version.is_empty() && self.resource.is_empty()
    }
}

/// `name.group`, or the bare name in the core group.
fn dotted(f: &mut fmt::Formatter<'_>, name: &str, group: &str) -> fmt::Result {
    f.write_str(name)?;
    if group.is_empty() {
        return Ok(());
    }
    f.write_str(".")?;
    f.write_str(group)
}

impl fmt::Display for GroupVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.group.is_empty() {
            f.write_str(&self.group)?;
            f.write_str("/")?;
        }
        f.write_str(&self.version)
    }
}

impl fmt::Display for GroupKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        dotted(f, &self.kind, &self.group)
    }
}

impl fmt::Display for GroupResource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        dotted(f, &self.resource, &self.group)
    }
}

impl fmt::Display for Gvk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}, Kind={}", self.group, self.version, self.kind)
    }
}

impl fmt::Display for Gvr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}, Resource={}", self.group, self.version, self.resource)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_upstreams() {
        const DEPLOYMENT: Gvk = Gvk::of("apps", "v1", "Deployment");
        let check = |got: String, expect: &str| assert_eq!(got, expect);
        check(DEPLOYMENT.to_string(), "apps/v1, Kind=Deployment");
        check(Gvk::of("", "v1", "Pod").to_string(), "/v1, Kind=Pod");
        check(Gvr::of("apps", "v1", "deployments").to_string(), "apps/v1, Resource=deployments");
        check(GroupResource::of("apps", "deployments").to_string(), "deployments.apps");
        check(GroupResource::of("", "pods").to_string(), "pods");
        check(DEPLOYMENT.group_kind().to_string(), "Deployment.apps");
        check(DEPLOYMENT.group_version().to_string(), "apps/v1");
        check(GroupVersion::of("", "v1").to_string(), "v1");
    }

    #[test]
    fn api_versions_parse() {
        let check = |text: &str, group: &str, version: &str| {
            assert_eq!(GroupVersion::parse(text).unwrap(), GroupVersion::new(group.to_owned(), version.to_owned()), "{text}");
        };
        check("", "", "");
        check("/", "", "");
        check("v1", "", "v1");
        check("apps/v1", "apps", "v1");
        check("apps/", "apps", "");
        check("/v1", "", "v1");
        assert_eq!(GroupVersion::parse("a/b/c").unwrap_err().to_string(), "unexpected GroupVersion string: a/b/c");
    }
}
