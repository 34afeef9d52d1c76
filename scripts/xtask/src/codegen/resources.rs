//! Generates the table of served resources. Called by `codegen`; the shape of the output follows `kinds::resource`.

use std::fmt::Write as _;

use anyhow::{Context, Result, bail};

use super::facts::{Resource, Served, Subresource, Version};
use super::types::{Ids, struct_id};

const HEAD: &str =
    "//! Every group and resource that a server of this release can serve; written by `cargo xtask codegen` from
//! `openapi/facts/resources.json`. Read through `table`; must never be edited by hand.

use object::schema::StructId;

use crate::resource::Verb::{Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch};
use crate::resource::{
    Backing, Group, GroupVersion, Label, Lifecycle, Release, Resource, Selectable, Served, Storage, Subresource, UnknownLabel, VerbSet,
};

const fn r(major: u16, minor: u16) -> Release {
    Release { major, minor }
}
const fn life(
    introduced: Option<Release>, deprecated: Option<Release>, removed: Option<Release>, replacement: &'static str,
) -> Lifecycle {
    Lifecycle { introduced, deprecated, removed, replacement }
}
const fn label(label: &'static str, key: &'static str) -> Label {
    Label { label, key }
}
#[expect(clippy::too_many_arguments, reason = \"one argument per fact, read by nobody\")]
const fn sub(
    name: &'static str, verbs: VerbSet, default_on: bool, group: &'static str, version: &'static str, kind: &'static str,
    accepted: &'static [&'static str],
) -> Subresource {
    Subresource { name, verbs, default_on, group, version, kind, accepted }
}
const fn gv(version: &'static str, default_on: bool, group_priority: i32, version_priority: i32) -> GroupVersion {
    GroupVersion { version, default_on, group_priority, version_priority }
}
";

pub(super) fn generate(served: &Served, ids: &Ids<'_>) -> Result<String> {
    let mut out = HEAD.to_owned();
    writeln!(out, "\n/// Groups in the order of discovery documents, the core group first.")?;
    writeln!(out, "pub(crate) static GROUPS: [Group; {}] = [", served.groups.len())?;
    for g in &served.groups {
        let versions: Vec<String> = g
            .versions
            .iter()
            .map(|v| format!("gv({:?}, {}, {}, {})", v.version, v.default, v.group_priority, v.version_priority))
            .collect();
        writeln!(out, "Group {{ name: {:?}, versions: &[{}] }},", g.group, versions.join(", "))?;
    }
    writeln!(out, "];\n\n/// Resources in the order of discovery documents.")?;
    writeln!(out, "pub(crate) static RESOURCES: [Resource; {}] = [", served.resources.len())?;
    for resource in &served.resources {
        one_resource(resource, ids, &mut out).with_context(|| format!("{}.{}", resource.resource, resource.group))?;
    }
    let mut order: Vec<usize> = (0..served.resources.len()).collect();
    order.sort_by_key(|&at| (&served.resources[at].resource, &served.resources[at].group));
    writeln!(out, "];\n\n/// Indexes into [`RESOURCES`] ordered by plural, then group.")?;
    writeln!(out, "pub(crate) static BY_PLURAL: [u8; {}] = {order:?};", order.len())?;
    Ok(out)
}

fn one_resource(r: &Resource, ids: &Ids<'_>, out: &mut String) -> Result<()> {
    let backing = if r.key_prefix.is_empty() { "Virtual" } else { "Stored" };
    writeln!(
        out,
        "Resource {{ group: {:?}, plural: {:?}, singular: {:?}, kind: {:?}, list_kind: {:?}, namespaced: {}, short_names: &{:?}, \
         categories: &{:?}, hub: {:?}, backing: Backing::{backing}, key_prefix: {:?},",
        r.group, r.resource, r.singular, r.kind, r.list_kind, r.namespaced, r.short_names, r.categories, r.hub, r.key_prefix
    )?;
    let mut storage = Vec::new();
    for s in &r.storage {
        storage.push(format!("Storage {{ from: {}, group: {:?}, version: {:?} }}", release(&s.from)?, s.group, s.version));
    }
    writeln!(out, "storage: &[{}],\nselectable: &[", storage.join(", "))?;
    for s in &r.selectable {
        let paths: Vec<String> = s.paths.iter().map(|p| format!("&{:?}", p.split('.').collect::<Vec<_>>())).collect();
        writeln!(out, "Selectable {{ key: {:?}, paths: &[{}], default: {:?} }},", s.key, paths.join(", "), s.default)?;
    }
    writeln!(out, "],\nversions: &[")?;
    for v in &r.versions {
        one_version(v, ids, out)?;
    }
    writeln!(out, "] }},")?;
    Ok(())
}

fn one_version(v: &Version, ids: &Ids<'_>, out: &mut String) -> Result<()> {
    let list = if v.list.is_empty() { "None".to_owned() } else { format!("Some(StructId({}))", struct_id(ids, &v.list)?) };
    writeln!(
        out,
        "Served {{ version: {:?}, object: StructId({}), list: {list}, default_on: {}, lifecycle: life({}, {}, {}, {:?}), verbs: {},",
        v.version,
        struct_id(ids, &v.target)?,
        v.default,
        optional_release(&v.introduced)?,
        optional_release(&v.deprecated)?,
        optional_release(&v.removed)?,
        v.replacement,
        verbs(&v.verbs)?
    )?;
    let labels: Vec<String> = v.labels.iter().map(|l| format!("label({:?}, {:?})", l.label, l.key)).collect();
    writeln!(out, "labels: &[{}], unknown_label: {},", labels.join(", "), unknown_label(&v.unknown_label)?)?;
    writeln!(out, "subresources: &[")?;
    for s in &v.subresources {
        writeln!(out, "{},", one_subresource(s)?)?;
    }
    writeln!(out, "] }},")?;
    Ok(())
}

fn one_subresource(s: &Subresource) -> Result<String> {
    let head = format!("{:?}, {}, {}", s.name, verbs(&s.verbs)?, s.default);
    Ok(format!("sub({head}, {:?}, {:?}, {:?}, &{:?})", s.group, s.version, s.kind, s.accepted))
}

fn verbs(names: &[String]) -> Result<String> {
    let mut out = Vec::new();
    for name in names {
        out.push(match name.as_str() {
            "create" => "Create",
            "delete" => "Delete",
            "deletecollection" => "DeleteCollection",
            "get" => "Get",
            "list" => "List",
            "patch" => "Patch",
            "update" => "Update",
            "watch" => "Watch",
            other => bail!("no verb is called {other}"),
        });
    }
    Ok(format!("VerbSet::of(&[{}])", out.join(", ")))
}

/// The reference's wording, told apart by what surrounds the label.
fn unknown_label(text: &str) -> Result<String> {
    if text.is_empty() || text.starts_with("\"{}\" is not a known field selector") {
        return Ok("UnknownLabel::Generic".to_owned());
    }
    if text == "field label not supported: {}" {
        return Ok("UnknownLabel::Unsupported".to_owned());
    }
    if let Some(kind) = text.strip_prefix("field label \"{}\" not supported for ") {
        return Ok(format!("UnknownLabel::UnsupportedForKind({kind:?})"));
    }
    if let Some(kind) = text.strip_prefix("field label not supported for ").and_then(|t| t.strip_suffix(": {}")) {
        return Ok(format!("UnknownLabel::UnsupportedForFullKind({kind:?})"));
    }
    bail!("a new wording for unknown field labels: {text}")
}

fn release(text: &str) -> Result<String> {
    let (major, minor) = text.split_once('.').with_context(|| format!("odd release {text}"))?;
    Ok(format!("r({}, {})", major.parse::<u16>()?, minor.parse::<u16>()?))
}

fn optional_release(text: &str) -> Result<String> {
    if text.is_empty() { Ok("None".to_owned()) } else { Ok(format!("Some({})", release(text)?)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wordings_are_told_apart() {
        let check = |text: &str, expect: &str| assert_eq!(unknown_label(text).unwrap(), expect);
        check("field label not supported: {}", "UnknownLabel::Unsupported");
        check("field label \"{}\" not supported for Job", "UnknownLabel::UnsupportedForKind(\"Job\")");
        check("field label not supported for a/b, Kind=C: {}", "UnknownLabel::UnsupportedForFullKind(\"a/b, Kind=C\")");
        check("\"{}\" is not a known field selector: only \"a\"", "UnknownLabel::Generic");
        assert!(unknown_label("no such label: {}").is_err());
    }

    #[test]
    fn unknown_verbs_and_releases_are_refused() {
        assert!(verbs(&["frobnicate".to_owned()]).is_err());
        assert!(release("1").is_err());
        assert!(release("1.x").is_err());
        assert_eq!(optional_release("1.37").unwrap(), "Some(r(1, 37))");
    }
}
