//! What the tests of this crate share: objects from JSON, a context with every gate on, and runs of one endpoint.

use crate::behaviours::behaviour;
use crate::strategy::{Ctx, Operation, User};
use crate::table;
use bytes::Bytes;
use meta::GroupVersion;
use object::{Tree, json};

/// 2026-11-23T08:09:03Z and a bit.
pub(crate) const NOW: i128 = 1_795_421_343_500_000_000;
/// [`NOW`] as objects show it.
pub(crate) const NOW_TEXT: &str = "2026-11-23T08:09:03Z";

/// An object of a kind.
pub(crate) fn tree(group: &str, version: &str, kind: &str, text: &str) -> Tree {
    let schema = table::schema_of(group, version, kind).unwrap_or_else(|| panic!("no kind {group}/{version} {kind}"));
    let decoded =
        json::decode(Bytes::copy_from_slice(text.as_bytes()), &schema).unwrap_or_else(|error| panic!("{error}: {text}"));
    assert!(decoded.problems.is_empty(), "{:?} in {text}", decoded.problems);
    decoded.tree
}

/// The JSON of an object.
pub(crate) fn text(tree: &Tree) -> String {
    let mut out = Vec::new();
    json::encode(tree, &mut out);
    String::from_utf8(out).expect("test objects are text")
}

/// A request, as the registry would describe it.
pub(crate) struct Request<'a> {
    pub(crate) group: &'a str,
    pub(crate) plural: &'a str,
    pub(crate) subresource: &'a str,
    /// Version of the request; the hub's when empty.
    pub(crate) version: &'a str,
    /// Gates that are off; all others are on.
    pub(crate) off: &'a [&'a str],
    pub(crate) user: User,
}

/// What a run left in the context.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Left {
    pub(crate) warnings: Vec<String>,
}

impl<'a> Request<'a> {
    pub(crate) fn to(group: &'a str, plural: &'a str) -> Self {
        Self { group, plural, subresource: "", version: "", off: &[], user: User::default() }
    }

    pub(crate) fn sub(self, subresource: &'a str) -> Self {
        Self { subresource, ..self }
    }

    pub(crate) fn hub(&self, text: &str) -> Tree {
        let resource = table::resource(self.group, self.plural).expect("tests name existing resources");
        tree(resource.group, resource.hub, resource.kind, text)
    }

    /// Runs a function with a context for this request.
    pub(crate) fn with<R>(&self, old: Option<&Tree>, run: impl FnOnce(&mut Ctx<'_>) -> R) -> (R, Left) {
        let resource = table::resource(self.group, self.plural).expect("tests name existing resources");
        let version = if self.version.is_empty() { resource.hub } else { self.version };
        let request = GroupVersion::new(self.group.to_owned(), version.to_owned());
        let gates = |gate: &str| !self.off.contains(&gate);
        let (mut warnings, mut audit) = (Vec::new(), Vec::new());
        let mut ctx = Ctx {
            now: NOW,
            gates: &gates,
            emulated: (1, 37),
            operation: if old.is_some() { Operation::Update } else { Operation::Create },
            request: &request,
            subresource: self.subresource,
            user: &self.user,
            old,
            warnings: &mut warnings,
            audit: &mut audit,
        };
        let result = run(&mut ctx);
        (result, Left { warnings })
    }

    /// The object after `prepare`, and what else happened. On update the stored generation is put in first, as the registry does.
    pub(crate) fn prepare(&self, old: Option<&str>, new: &str) -> (String, Left) {
        let strategy =
            behaviour(self.group, self.plural).and_then(|b| b.strategy(self.subresource)).expect("an existing endpoint");
        let old = old.map(|text| self.hub(text));
        let mut new = self.hub(new);
        if let Some(old) = &old {
            new.set_i64(&["metadata", "generation"], old.i64(&["metadata", "generation"]).unwrap_or_default());
        }
        let ((), left) = self.with(old.as_ref(), |ctx| (strategy.prepare)(&mut new, ctx));
        (text(&new), left)
    }

    /// Compares the object after `prepare` with an expected one; both are printed by the same codec.
    pub(crate) fn check(&self, old: Option<&str>, new: &str, expect: &str) {
        assert_eq!(self.prepare(old, new).0, text(&self.hub(expect)), "{new}");
    }

    /// Compares an object after `normalise`.
    pub(crate) fn check_normal(&self, new: &str, expect: Result<&str, &str>) {
        let normalise = behaviour(self.group, self.plural).and_then(|b| b.normalise).expect("a kind with a normal form");
        let mut object = self.hub(new);
        let result = normalise(&mut object).map(|()| text(&object)).map_err(|error| error.to_string());
        assert_eq!(result, expect.map(|expect| text(&self.hub(expect))).map_err(str::to_owned), "{new}");
    }

    /// Compares what the name rule says.
    pub(crate) fn check_name(&self, object: &str, name: &str, expect: &[&str]) {
        let rule = behaviour(self.group, self.plural).expect("a stored resource").name;
        let object = self.hub(object);
        let (complaints, _) = self.with(None, |ctx| rule.check(name, false, &object, ctx));
        assert_eq!(complaints, expect, "{name}");
    }
}
