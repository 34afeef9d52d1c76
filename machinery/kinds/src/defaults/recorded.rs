//! What the reference server made of whole documents (`testdata/defaulting/answers.tsv`, recorded with dry runs by `record.sh` there):
//! defaulting, conversion, normal form and preparation together give the same objects.

use crate::behaviours::behaviour;
use crate::gates;
use crate::resource::{Release, Resource, Served};
use crate::strategy::{Behaviour, Ctx};
use crate::table;
use crate::testkit::{Request, text};
use bytes::Bytes;
use object::schema::Schema;
use object::{Tree, convert, json};

/// One line: path, document sent, object answered.
fn recorded() -> impl Iterator<Item = [&'static str; 3]> {
    let lines = include_str!("../../testdata/defaulting/answers.tsv").lines();
    lines.map(|line| line.split('\t').collect::<Vec<_>>().try_into().unwrap())
}

/// The resource under a path like `/apis/apps/v1/namespaces/default/deployments`.
pub(crate) fn target(path: &str) -> (&'static Resource, &'static Served) {
    let parts: Vec<&str> = path.trim_start_matches('/').split('/').collect();
    let plural = parts.last().unwrap();
    match parts[0] {
        "api" => table::served("", parts[1], plural).unwrap(),
        _ => table::served(parts[1], parts[2], plural).unwrap(),
    }
}

pub(crate) fn usual(gate: &str) -> bool {
    gates::default_on(gate, Release { major: 1, minor: 37 })
}

pub(crate) struct Endpoint {
    pub(crate) own: Schema,
    hub: Schema,
    pub(crate) behaviour: &'static Behaviour,
    api_version: [String; 2],
    kind: [&'static str; 2],
}

pub(crate) fn decode(document: &'static str, schema: &Schema) -> Tree {
    json::decode(Bytes::from_static(document.as_bytes()), schema).unwrap_or_else(|error| panic!("{error}: {document}")).tree
}

fn api_version(group: &str, version: &str) -> String {
    if group.is_empty() { version.to_owned() } else { format!("{group}/{version}") }
}

impl Endpoint {
    pub(crate) fn of(resource: &'static Resource, served: &Served) -> Self {
        let behaviour = behaviour(resource.group, resource.plural).unwrap();
        let (group, plural) = behaviour.kept_as.unwrap_or((resource.group, resource.plural));
        let kept = table::resource(group, plural).unwrap();
        Self {
            own: table::schema(served.object),
            hub: table::schema(kept.hub().object),
            behaviour,
            api_version: [api_version(resource.group, served.version), api_version(group, kept.hub)],
            kind: [resource.kind, kept.kind],
        }
    }

    fn convert(&self, tree: &Tree, to_hub: bool, ctx: &Ctx<'_>) -> Tree {
        let [from, to] = &self.api_version;
        if from == to {
            return tree.clone();
        }
        let schema = if to_hub { &self.hub } else { &self.own };
        let mut out = match self.behaviour.conversion(&ctx.request.group, &ctx.request.version) {
            Some(conversion) if to_hub => (conversion.to_hub)(tree, schema).unwrap(),
            Some(conversion) => (conversion.from_hub)(tree, schema).unwrap(),
            None => convert::by_name(tree, schema),
        };
        let at = usize::from(to_hub);
        out.set_str(&["kind"], self.kind[at]);
        out.set_str(&["apiVersion"], &self.api_version[at]);
        out
    }

    /// From the decoded document to the object that is answered, as the registry does it on create.
    fn create(&self, tree: Tree, namespace: Option<&str>, ctx: &mut Ctx<'_>) -> Tree {
        let mut tree = self.prepared(tree, namespace, ctx);
        tree.normalise();
        (self.behaviour.main.canonicalise)(&mut tree);
        let mut tree = self.convert(&tree, false, ctx);
        tree.remove(&["metadata", "uid"]);
        mask(&mut tree);
        tree
    }

    /// From the decoded document to the object that validation sees, in the hub version.
    pub(crate) fn prepared(&self, mut tree: Tree, namespace: Option<&str>, ctx: &mut Ctx<'_>) -> Tree {
        let strategy = &self.behaviour.main;
        (strategy.default)(&mut tree, ctx);
        let mut tree = self.convert(&tree, true, ctx);
        if let Some(normalise) = self.behaviour.normalise {
            normalise(&mut tree).unwrap();
        }
        tree.set_str(&["metadata", "uid"], "UID");
        if tree.str(&["metadata", "generateName"]).is_some() {
            tree.set_str(&["metadata", "name"], "made-up");
        }
        if let Some(namespace) = namespace {
            tree.set_str(&["metadata", "namespace"], namespace);
        }
        (strategy.prepare)(&mut tree, ctx);
        tree
    }
}

/// Takes away what the recording leaves out too.
fn mask(tree: &mut Tree) {
    let paths: &[&[&str]] = match tree.str(&["kind"]).unwrap_or_default() {
        "Service" => &[
            &["spec", "clusterIP"],
            &["spec", "clusterIPs"],
            &["spec", "ipFamilies"],
            &["spec", "ipFamilyPolicy"],
            &["spec", "healthCheckNodePort"],
        ],
        "CertificateSigningRequest" => &[&["spec", "username"], &["spec", "uid"], &["spec", "groups"], &["spec", "extra"]],
        // Two fields that only the beta version has.
        "PodCertificateRequest" => &[&["spec", "pkixPublicKey"], &["spec", "proofOfPossession"]],
        _ => &[],
    };
    for path in paths {
        tree.remove(path);
    }
    tree.edit().each(&["spec", "ports"], |mut port| _ = port.get().field("nodePort").is_some() && port.remove(&["nodePort"]));
}

#[test]
fn the_reference_makes_the_same_of_whole_documents() {
    let (mut seen, mut different) = (0, Vec::new());
    for [path, sent, answered] in recorded() {
        let (resource, served) = target(path);
        let endpoint = Endpoint::of(resource, served);
        let request = Request { version: served.version, ..Request::to(resource.group, resource.plural) };
        let namespace = resource.namespaced.then_some("default");
        let (ours, _) = request.with(None, |ctx| {
            ctx.gates = &usual;
            endpoint.create(decode(sent, &endpoint.own), namespace, ctx)
        });
        let mut theirs = decode(answered, &endpoint.own);
        mask(&mut theirs);
        if text(&ours) != text(&theirs) {
            different.push(format!("{path}\n sent {sent}\n we   {}\n they {}", text(&ours), text(&theirs)));
        }
        seen += 1;
    }
    assert!(seen >= 250, "{seen}");
    assert!(different.is_empty(), "{} of {seen}:\n{}", different.len(), different.join("\n"));
}
