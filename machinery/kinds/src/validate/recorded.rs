//! What the reference server said of bad documents (`testdata/validation/answers.tsv`, recorded with dry runs by `record.sh` there):
//! our validators say the same, in the same order. Causes about metadata come from the registry; documents here have none.

use crate::defaults::recorded::{Endpoint, decode, target, usual};
use crate::testkit::Request;
use meta::field::without_repeats;

/// One line: path, document sent, object that it replaces, causes.
fn recorded() -> impl Iterator<Item = [&'static str; 4]> {
    let lines = include_str!("../../testdata/validation/answers.tsv").lines();
    lines.map(|line| line.split('\t').collect::<Vec<_>>().try_into().unwrap())
}

/// The causes of an answer, as `record.sh` prints them.
fn causes(path: &str, sent: &'static str, stored: &'static str) -> String {
    let (resource, served) = target(path);
    let endpoint = Endpoint::of(resource, served);
    let request = || Request { version: served.version, ..Request::to(resource.group, resource.plural) };
    let namespace = resource.namespaced.then_some("default");
    let old = (!stored.is_empty()).then(|| {
        let made = request().with(None, |ctx| {
            ctx.gates = &usual;
            endpoint.prepared(decode(stored, &endpoint.own), namespace, ctx)
        });
        made.0
    });
    let (errors, _) = request().with(old.as_ref(), |ctx| {
        ctx.gates = &usual;
        let tree = endpoint.prepared(decode(sent, &endpoint.own), namespace, ctx);
        (endpoint.behaviour.main.validate)(&tree, ctx)
    });
    let texts: Vec<String> = without_repeats(errors).iter().map(|error| meta::text::json(&error.to_string())).collect();
    // The recorder's tool leaves these characters as they are.
    format!("[{}]", texts.join(",")).replace("\\u003c", "<").replace("\\u003e", ">").replace("\\u0026", "&")
}

#[test]
fn the_reference_finds_the_same_faults() {
    let (mut seen, mut different) = (0, Vec::new());
    for [path, sent, stored, expect] in recorded() {
        let ours = causes(path, sent, stored);
        if ours != expect {
            different.push(format!("{path}\n sent {sent}\n over {stored}\n we   {ours}\n they {expect}"));
        }
        seen += 1;
    }
    assert!(seen >= 95, "{seen}");
    assert!(different.is_empty(), "{} of {seen}:\n{}", different.len(), different.join("\n"));
}
