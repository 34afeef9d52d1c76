//! What a resource is: names, versions, verbs, where it is stored and what field selectors may name. The generated table holds one
//! per group and plural; the registry, discovery and the caches read it. Facts only: behaviour lives in the kinds' own files.

use std::fmt;

use object::schema::StructId;

/// A verb of the API, in the order in which discovery lists them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each verb is the word that it prints as")]
pub enum Verb {
    Create,
    Delete,
    DeleteCollection,
    Get,
    List,
    Patch,
    Update,
    Watch,
}

impl Verb {
    /// All verbs, in order.
    pub const ALL: [Self; 8] =
        [Self::Create, Self::Delete, Self::DeleteCollection, Self::Get, Self::List, Self::Patch, Self::Update, Self::Watch];

    /// The word in discovery documents and RBAC rules.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Delete => "delete",
            Self::DeleteCollection => "deletecollection",
            Self::Get => "get",
            Self::List => "list",
            Self::Patch => "patch",
            Self::Update => "update",
            Self::Watch => "watch",
        }
    }
}

impl fmt::Display for Verb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A set of verbs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VerbSet(u8);

impl VerbSet {
    /// The set of these verbs.
    #[must_use]
    pub const fn of(verbs: &[Verb]) -> Self {
        let mut bits = 0;
        let mut at = 0;
        while at < verbs.len() {
            bits |= 1 << verbs[at] as u8;
            at += 1;
        }
        Self(bits)
    }

    /// Whether a verb is in the set.
    #[must_use]
    pub const fn contains(self, verb: Verb) -> bool {
        self.0 & (1 << verb as u8) != 0
    }

    /// How many verbs there are.
    #[must_use]
    pub const fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The verbs in discovery order.
    pub fn iter(self) -> impl Iterator<Item = Verb> {
        Verb::ALL.into_iter().filter(move |&verb| self.contains(verb))
    }
}

/// A Kubernetes release, without patch number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Release {
    /// The first number.
    pub major: u16,
    /// The second number.
    pub minor: u16,
}

impl fmt::Display for Release {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.major, self.minor)
    }
}

/// A group and its versions, the preferred one first.
#[derive(Clone, Copy, Debug)]
pub struct Group {
    /// Name; empty for the core group.
    pub name: &'static str,
    /// Versions in the order of discovery documents.
    pub versions: &'static [GroupVersion],
}

/// A version of a group.
#[derive(Clone, Copy, Debug)]
pub struct GroupVersion {
    /// Name, as `v1beta1`.
    pub version: &'static str,
    /// Served unless switched off.
    pub default_on: bool,
    /// `groupPriorityMinimum` of the `APIService` that the server makes for itself; 0 where it makes none.
    pub group_priority: i32,
    /// `versionPriority` of the same object; 0 where it makes none.
    pub version_priority: i32,
}

/// Releases in which a version of a kind appears and goes, where upstream declares them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lifecycle {
    /// First release that has it.
    pub introduced: Option<Release>,
    /// First release that warns of its end.
    pub deprecated: Option<Release>,
    /// First release without it.
    pub removed: Option<Release>,
    /// What to use instead, as `group/version Kind`; empty where upstream names nothing.
    pub replacement: &'static str,
}

impl Lifecycle {
    /// The warning that clients get with every answer once the kind is deprecated (apiserver `pkg/endpoints/deprecation`).
    #[must_use]
    pub fn warning(&self, group_version: &str, kind: &str, release: Release) -> Option<String> {
        let since = self.deprecated.filter(|since| *since <= release)?;
        let until = self.removed.map(|removed| format!(", unavailable in v{removed}+")).unwrap_or_default();
        let instead = if self.replacement.is_empty() { String::new() } else { format!("; use {}", self.replacement) };
        Some(format!("{group_version} {kind} is deprecated in v{since}+{until}{instead}"))
    }
}

/// Where objects live.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Backing {
    /// In the store, below the resource's key prefix.
    Stored,
    /// Nowhere: answered from the request or from what the server knows.
    Virtual,
}

/// The version that objects are stored in, from an emulated release on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Storage {
    /// First emulated release that stores so.
    pub from: Release,
    /// Group of the stored kind: differs from the resource's for events of `events.k8s.io`.
    pub group: &'static str,
    /// Version of the stored kind.
    pub version: &'static str,
}

/// A value that field selectors compare with.
#[derive(Clone, Copy, Debug)]
pub struct Selectable {
    /// Name that labels of every version are translated to.
    pub key: &'static str,
    /// Where the value lies in the hub version, as JSON names and list indexes (in core/v1 for events of either group); the first
    /// that is not empty counts. Without a path the value is always empty.
    pub paths: &'static [&'static [&'static str]],
    /// The value when the field is absent.
    pub default: &'static str,
}

/// A field label that clients may use in a version.
#[derive(Clone, Copy, Debug)]
pub struct Label {
    /// What the client writes.
    pub label: &'static str,
    /// The [`Selectable::key`] that it stands for.
    pub key: &'static str,
}

/// How a version refuses a field label that it does not know; the text is a `BadRequest`'s message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnknownLabel {
    /// The wording of kinds without rules of their own.
    Generic,
    /// Names the label only.
    Unsupported,
    /// Names the label in quotes and this kind.
    UnsupportedForKind(&'static str),
    /// Names this group, version and kind, then the label.
    UnsupportedForFullKind(&'static str),
}

impl UnknownLabel {
    /// The message for a label.
    #[must_use]
    pub fn message(self, label: &str) -> String {
        match self {
            Self::Generic => {
                format!("{} is not a known field selector: only \"metadata.name\", \"metadata.namespace\"", quoted(label))
            }
            Self::Unsupported => format!("field label not supported: {label}"),
            Self::UnsupportedForKind(kind) => format!("field label {} not supported for {kind}", quoted(label)),
            Self::UnsupportedForFullKind(kind) => format!("field label not supported for {kind}: {label}"),
        }
    }
}

/// Go's `%q` of a text.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\u{7}' => out.push_str("\\a"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{b}' => out.push_str("\\v"),
            _ if c < ' ' || c == '\u{7f}' => out.push_str(&format!("\\x{:02x}", u32::from(c))),
            // Rust and Go agree on what can be printed but for a blank wider than ASCII's, which Go escapes too.
            _ if c != ' ' && (c.is_control() || c.is_whitespace()) => {
                let code = u32::from(c);
                out.push_str(&if code > 0xffff { format!("\\U{code:08x}") } else { format!("\\u{code:04x}") });
            }
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}

/// A subresource of a version.
#[derive(Clone, Copy, Debug)]
pub struct Subresource {
    /// Name in the path.
    pub name: &'static str,
    /// What can be done with it.
    pub verbs: VerbSet,
    /// Served by a server with default settings.
    pub default_on: bool,
    /// Group of the kind in discovery: the resource's own unless it answers another kind.
    pub group: &'static str,
    /// Version of that kind.
    pub version: &'static str,
    /// That kind.
    pub kind: &'static str,
    /// Kinds that discovery lists as accepted, as `version/Kind` or `group/version/Kind`.
    pub accepted: &'static [&'static str],
}

/// A version of a resource.
#[derive(Clone, Copy, Debug)]
pub struct Served {
    /// Name, as `v1beta1`.
    pub version: &'static str,
    /// Struct of the object.
    pub object: StructId,
    /// Struct of the list; none where the resource cannot be listed.
    pub list: Option<StructId>,
    /// Served by a server with default settings.
    pub default_on: bool,
    /// When it appears and goes.
    pub lifecycle: Lifecycle,
    /// What can be done with it.
    pub verbs: VerbSet,
    /// Field labels, ordered.
    pub labels: &'static [Label],
    /// How other labels are refused.
    pub unknown_label: UnknownLabel,
    /// Subresources, ordered by name.
    pub subresources: &'static [Subresource],
}

impl Served {
    /// The subresource with this name.
    #[must_use]
    pub fn subresource(&self, name: &str) -> Option<&'static Subresource> {
        self.subresources.iter().find(|s| s.name == name)
    }

    /// The selectable key that a client's field label stands for.
    ///
    /// # Errors
    /// The reference's message when the version does not know the label.
    pub fn field_label(&self, label: &str) -> Result<&'static str, String> {
        match self.labels.binary_search_by(|l| l.label.cmp(label)) {
            Ok(at) => Ok(self.labels[at].key),
            Err(_) => Err(self.unknown_label.message(label)),
        }
    }
}

/// A group's resource, with all the versions in which it can be served.
#[derive(Clone, Copy, Debug)]
pub struct Resource {
    /// Group; empty for the core group.
    pub group: &'static str,
    /// Name in paths.
    pub plural: &'static str,
    /// Name for one.
    pub singular: &'static str,
    /// Kind of an object.
    pub kind: &'static str,
    /// Kind of a list; empty where the resource cannot be listed.
    pub list_kind: &'static str,
    /// Whether objects lie in namespaces.
    pub namespaced: bool,
    /// Abbreviations.
    pub short_names: &'static [&'static str],
    /// Names for several resources together.
    pub categories: &'static [&'static str],
    /// The version that the server works in: the most mature one.
    pub hub: &'static str,
    /// Where objects live.
    pub backing: Backing,
    /// What comes between `/registry/` and the namespace or name in a key, without slashes at its ends; empty where nothing is stored.
    pub key_prefix: &'static str,
    /// Stored versions by emulated release, ascending; empty where nothing is stored.
    pub storage: &'static [Storage],
    /// What field selectors can compare with.
    pub selectable: &'static [Selectable],
    /// Versions in the order of discovery documents.
    pub versions: &'static [Served],
}

impl Resource {
    /// The version with this name.
    #[must_use]
    pub fn served(&self, version: &str) -> Option<&'static Served> {
        self.versions.iter().find(|v| v.version == version)
    }

    /// The hub version.
    #[must_use]
    pub fn hub(&self) -> &'static Served {
        self.served(self.hub).expect("the generator takes the hub from the versions; a test looks at each")
    }

    /// Group and version in which a server that emulates this release stores; none where nothing is stored or the release does
    /// not have the resource.
    #[must_use]
    pub fn storage_version(&self, emulated: Release) -> Option<&'static Storage> {
        self.storage.iter().rev().find(|s| s.from <= emulated)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verb_sets_hold_what_they_are_given() {
        let set = VerbSet::of(&[Verb::Watch, Verb::Create, Verb::Get]);
        assert_eq!(set.iter().map(Verb::as_str).collect::<Vec<_>>(), ["create", "get", "watch"]);
        assert_eq!(set.len(), 3);
        assert!(!set.contains(Verb::List));
        assert!(VerbSet::of(&[]).is_empty());
        assert_eq!(VerbSet::of(&Verb::ALL).iter().collect::<Vec<_>>(), Verb::ALL);
    }

    #[test]
    fn refusals_are_worded_as_the_reference_words_them() {
        let check = |style: UnknownLabel, label: &str, expect: &str| assert_eq!(style.message(label), expect);
        check(UnknownLabel::Generic, "foo", r#""foo" is not a known field selector: only "metadata.name", "metadata.namespace""#);
        check(UnknownLabel::Unsupported, "foo", "field label not supported: foo");
        check(UnknownLabel::UnsupportedForKind("Job"), "a\"b\n", r#"field label "a\"b\n" not supported for Job"#);
        check(
            UnknownLabel::UnsupportedForFullKind("resource.k8s.io/v1, Kind=ResourceSlice"),
            "foo",
            "field label not supported for resource.k8s.io/v1, Kind=ResourceSlice: foo",
        );
    }

    #[test]
    fn quotes_as_go() {
        let check = |text: &str, expect: &str| assert_eq!(quoted(text), expect);
        check("", "\"\"");
        check("é'\\", "\"é'\\\\\"");
        check("\u{0}\u{1b}\u{7f}", "\"\\x00\\x1b\\x7f\"");
        check("\u{85}\u{2028}\u{a0}", "\"\\u0085\\u2028\\u00a0\"");
    }
}
