//! Who may depend on whom: the layer table of ARCHITECTURE.md, crate by crate. Called by `tidy`. A crate without a row here is a
//! fault, so that each new one is given its place on purpose.

use super::manifest::{Manifest, Use};

/// What a crate's product code may depend on, of our own crates.
enum May {
    /// These and no others.
    Only(&'static [&'static str]),
    /// Every crate of a layer up to this one but for the second list; and those of the third.
    UpTo(u8, &'static [&'static str], &'static [&'static str]),
}

use May::{Only, UpTo};

/// Package, layer, what it may depend on.
const TABLE: [(&str, u8, May); 33] = [
    ("meta", 0, Only(&[])),
    ("sys", 0, Only(&[])),
    ("x509", 0, Only(&[])),
    ("stream", 0, Only(&["meta"])),
    ("object", 1, Only(&["meta"])),
    ("pki", 1, Only(&["sys", "x509"])),
    ("storage", 1, Only(&["sys", "etcdwire"])),
    ("etcdwire", 1, Only(&["sys"])),
    ("patch", 2, Only(&["meta", "object"])),
    ("cel", 2, Only(&["meta", "object"])),
    ("schema", 2, Only(&["meta", "object", "cel"])),
    ("config", 2, Only(&["meta", "object"])),
    ("daemon", 2, Only(&["sys", "pki", "stream", "meta"])),
    ("net", 2, Only(&["sys", "pki", "stream", "meta"])),
    ("kinds", 3, Only(&["meta", "object", "patch", "cel", "schema", "x509"])),
    ("client", 3, Only(&["meta", "sys", "patch", "daemon", "net", "pki", "stream"])),
    ("openapi", 4, Only(&["meta", "object", "schema", "kinds"])),
    ("cacher", 4, Only(&["meta", "object", "kinds", "storage", "sys"])),
    ("auth", 4, UpTo(3, &["client"], &["cacher"])),
    ("admission", 4, UpTo(3, &["client"], &["cacher"])),
    ("apiserver", 5, UpTo(4, &["client"], &[])),
    ("scheduler", 5, UpTo(3, &["storage", "etcdwire"], &[])),
    ("controllers", 5, UpTo(3, &["storage", "etcdwire"], &[])),
    ("kubelet", 5, UpTo(3, &["storage", "etcdwire"], &[])),
    ("proxy", 5, UpTo(3, &["storage", "etcdwire"], &[])),
    ("dns", 5, UpTo(3, &["storage", "etcdwire"], &[])),
    ("kubeadm", 5, UpTo(3, &["storage"], &[])),
    ("ferrokube", 6, UpTo(5, &[], &[])),
    ("conformance-tools", 7, UpTo(6, &[], &[])),
    ("bench", 7, UpTo(6, &[], &["conformance-tools"])),
    ("kube-scenario", 7, Only(&[])),
    ("fuzz", 7, UpTo(6, &[], &[])),
    ("xtask", 7, UpTo(6, &[], &[])),
];

fn row(package: &str) -> Option<&'static (&'static str, u8, May)> {
    TABLE.iter().find(|(name, ..)| *name == package)
}

/// Dependencies that the table does not allow, and crates that it does not have.
pub(super) fn faults(manifests: &[Manifest]) -> Vec<String> {
    let mut out = Vec::new();
    for m in manifests.iter().filter(|m| !m.package.is_empty()) {
        let Some((_, layer, may)) = row(&m.package) else {
            out.push(format!("{}: {} has no layer: add it to the table in scripts/xtask/src/tidy/layers.rs", m.path, m.package));
            continue;
        };
        for (of, name) in &m.dependencies {
            // Not one of ours.
            let Some((_, theirs, _)) = row(name) else { continue };
            let allowed = match of {
                Use::Product => allows(may, name, *theirs),
                // Tests may look further, but not at a crate that is itself built on theirs.
                Use::Tests => *theirs < 5 || theirs < layer,
            };
            if !allowed {
                out.push(format!("{}: {} (layer {layer}) may not depend on {name} (layer {theirs})", m.path, m.package));
            }
        }
    }
    out
}

fn allows(may: &May, name: &str, layer: u8) -> bool {
    match may {
        Only(names) => names.contains(&name),
        UpTo(top, not, also) => layer <= *top && !not.contains(&name) || also.contains(&name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_points_down() {
        for (name, layer, may) in &TABLE {
            let below = |other: &str| row(other).is_some_and(|(_, theirs, _)| theirs <= layer && other != *name);
            match may {
                Only(names) => assert!(names.iter().all(|n| below(n)), "{name}"),
                UpTo(top, not, also) => assert!(top < layer && not.iter().chain(*also).all(|n| below(n)), "{name}"),
            }
        }
    }

    #[test]
    fn dependencies_are_allowed_or_not() {
        let check = |package: &str, of: Use, name: &str, expect: bool| {
            let m = Manifest { package: package.to_owned(), dependencies: vec![(of, name.to_owned())], ..Manifest::default() };
            assert_eq!(faults(&[m]).is_empty(), expect, "{package} -> {name} {of:?}");
        };
        check("kinds", Use::Product, "object", true);
        check("kinds", Use::Product, "serde", true);
        check("kinds", Use::Product, "sys", false);
        check("kinds", Use::Product, "apiserver", false);
        check("meta", Use::Product, "sys", false);
        check("storage", Use::Product, "meta", false);
        check("storage", Use::Tests, "meta", true);
        check("object", Use::Tests, "kinds", true);
        check("object", Use::Tests, "apiserver", false);
        check("object", Use::Tests, "ferrokube", false);
        check("auth", Use::Product, "cacher", true);
        check("auth", Use::Product, "client", false);
        check("auth", Use::Product, "openapi", false);
        check("apiserver", Use::Product, "cacher", true);
        check("apiserver", Use::Product, "client", false);
        check("scheduler", Use::Product, "storage", false);
        check("scheduler", Use::Product, "kubelet", false);
        check("controllers", Use::Product, "client", true);
        check("controllers", Use::Product, "apiserver", false);
        check("kubeadm", Use::Product, "etcdwire", true);
        check("kubeadm", Use::Product, "storage", false);
        check("ferrokube", Use::Product, "apiserver", true);
        check("ferrokube", Use::Product, "xtask", false);
        check("ferrokube", Use::Tests, "xtask", false);
        check("conformance-tools", Use::Product, "apiserver", true);
    }
}
