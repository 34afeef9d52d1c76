//! Properties that hold for every document: decoding and encoding are stable, key order does not matter, and nothing panics.

use crate::json::{self, decode, encode, syntax};
use crate::schema::{Schema, Shape, TypeTable};
use crate::tree::Ty;
use crate::{testkit, value, yaml};
use bytes::Bytes;
use proptest::prelude::*;

pub(crate) const KINDS: [&str; 8] =
    ["Pod", "ConfigMap", "Secret", "Event", "Deployment", "CustomResourceDefinition", "EndpointSlice", "ControllerRevision"];

/// Makes documents from a seed, so that they follow a schema deep into it.
struct Maker<'t> {
    types: &'t TypeTable,
    state: u64,
    out: String,
    /// Also writes what the decoder brings to another form: zero values, nulls, blanks, other orders.
    loose: bool,
}

impl Maker<'_> {
    fn next(&mut self, below: u64) -> u64 {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        (self.state >> 11) % below
    }

    fn pick(&mut self, from: &[&str]) {
        let at = usize::try_from(self.next(from.len() as u64)).unwrap();
        self.out.push_str(from[at]);
    }

    fn blank(&mut self) {
        if self.loose && self.next(8) == 0 {
            self.pick(&[" ", "\n", "\t "]);
        }
    }

    fn value(&mut self, ty: Ty, depth: usize) {
        self.blank();
        if self.loose && self.next(12) == 0 && !matches!(ty.shape, Shape::SchemaOrBool(_)) {
            self.out.push_str("null");
            return;
        }
        match ty.shape {
            Shape::String => {
                self.pick(&[r#""""#, r#""a""#, r#""<b>\u00e9""#, r#""日本\n""#, r#""\ud83d\ude00\ud800""#, r#""x y""#])
            }
            Shape::Bool => self.pick(&["true", "false"]),
            Shape::Int32 => self.pick(&["0", "-1", "2147483647"]),
            Shape::Int64 => self.pick(&["0", "-0", "-9223372036854775808"]),
            Shape::Float64 => self.pick(&["0", "-0.0", "1.5", "1e21", "1e-7", "100"]),
            Shape::Bytes => self.pick(&[r#""""#, r#""YQ==""#, r#""YR==""#, "[1,2]"]),
            // Go does not come back to the same either: it prints `null` for a pointer to the zero time.
            Shape::Time if ty.pointer => self.pick(&[r#""2026-11-23T08:09:03Z""#, r#""2026-11-23T08:09:03.5+01:00""#]),
            Shape::MicroTime if ty.pointer => self.pick(&[r#""2026-11-23T08:09:03.000001Z""#]),
            Shape::Time => {
                self.pick(&[r#""2026-11-23T08:09:03Z""#, r#""2026-11-23T08:09:03.5+01:00""#, r#""0001-01-01T00:00:00Z""#])
            }
            Shape::MicroTime => self.pick(&[r#""2026-11-23T08:09:03.000001Z""#, r#""0001-01-01T00:00:00.000000Z""#]),
            Shape::Quantity => self.pick(&["1", "0", r#""100m""#, r#""1024Mi""#, "1.5", r#"" 2 ""#]),
            Shape::IntOrString => self.pick(&["0", "80", r#""http""#, r#""""#]),
            Shape::RawExtension | Shape::FieldsV1 | Shape::Json => {
                self.pick(&[r#"{"f:b":{ "." : {} },"a":"<"}"#, "[1, 2]", "5", r#""x""#]);
            }
            Shape::SchemaOrBool(_) if self.next(2) == 0 => self.pick(&["true", "false"]),
            Shape::SchemaOrArray(_) | Shape::SchemaOrStringArray(_) if self.next(2) == 0 => self.list(ty, depth),
            Shape::SchemaOrBool(_) | Shape::SchemaOrArray(_) | Shape::SchemaOrStringArray(_) | Shape::Struct(_) => {
                self.object(ty, depth)
            }
            Shape::List(_) => self.list(ty, depth),
            Shape::Map(_) => self.map(ty, depth),
        }
        self.blank();
    }

    fn object(&mut self, ty: Ty, depth: usize) {
        let def = ty.def(self.types).unwrap();
        let mut order: Vec<usize> = (0..def.fields.len()).collect();
        if self.loose {
            for at in (1..order.len()).rev() {
                let other = usize::try_from(self.next(at as u64 + 1)).unwrap();
                order.swap(at, other);
            }
        }
        self.out.push('{');
        let mut first = true;
        for index in order {
            if depth == 0 || self.next(4) > 1 {
                continue;
            }
            if !std::mem::replace(&mut first, false) {
                self.out.push(',');
            }
            self.blank();
            let field = &def.fields[index];
            self.out.push_str(&format!("{:?}:", field.json));
            self.value(Ty::of(self.types, field.ty), depth - 1);
        }
        self.out.push('}');
    }

    fn list(&mut self, ty: Ty, depth: usize) {
        let element = ty.element(self.types).unwrap();
        self.out.push('[');
        let least = u64::from(!matches!(ty.shape, Shape::List(_)));
        for at in 0..self.next(3).max(least) {
            if at > 0 {
                self.out.push(',');
            }
            self.value(element, depth.saturating_sub(1));
        }
        self.out.push(']');
    }

    fn map(&mut self, ty: Ty, depth: usize) {
        let value = ty.value(self.types).unwrap();
        self.out.push('{');
        for at in 0..self.next(4) {
            if at > 0 {
                self.out.push(',');
            }
            self.pick(&[r#""b""#, r#""a""#, r#""c.d/e""#, r#""\u0061b""#, r#""""#]);
            self.out.push(':');
            self.value(value, depth.saturating_sub(1));
        }
        self.out.push('}');
    }
}

pub(crate) fn document(schema: &Schema, seed: u64, loose: bool) -> String {
    let mut maker = Maker { types: &schema.types, state: seed | 1, out: String::new(), loose };
    maker.value(Ty::plain(Shape::Struct(schema.root)), 7);
    maker.out
}

fn canonical(schema: &Schema, json: &[u8]) -> Vec<u8> {
    let tree = decode(Bytes::copy_from_slice(json), schema).unwrap().tree;
    let mut out = Vec::new();
    encode(&tree, &mut out);
    out
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn canonical_form_is_stable(seed: u64, kind in 0..KINDS.len()) {
        let schema = testkit::schema(&testkit::table(), KINDS[kind]);
        let given = document(&schema, seed, true);
        let once = canonical(&schema, given.as_bytes());
        syntax::check(&once).unwrap();
        let twice = canonical(&schema, &once);
        prop_assert_eq!(String::from_utf8_lossy(&twice), String::from_utf8_lossy(&once), "from {}", given);
        let a = decode(given.into(), &schema).unwrap().tree;
        let b = decode(once.clone().into(), &schema).unwrap().tree;
        prop_assert!(a.root().equals(b.root()));
        let mut copy = crate::Tree::new(schema.clone());
        copy.graft(&[], a.root());
        prop_assert!(copy.root().equals(a.root()));
        prop_assert!(crate::convert::by_name(&a, &schema).root().equals(a.root()));
    }

    #[test]
    fn yaml_says_the_same(seed: u64, kind in 0..KINDS.len()) {
        let schema = testkit::schema(&testkit::table(), KINDS[kind]);
        let tree = decode(document(&schema, seed, true).into(), &schema).unwrap().tree;
        let mut json = Vec::new();
        encode(&tree, &mut json);
        let text = yaml::encode(&tree).unwrap();
        let back = yaml::to_json(&text).unwrap();
        prop_assert!(back.duplicates.is_empty());
        let (ours, theirs) = (value::parse(&back.json).unwrap(), value::parse(&json).unwrap());
        prop_assert!(ours.same(&theirs), "{}\n{}\n{}", String::from_utf8_lossy(&text), ours, theirs);
    }

    #[test]
    fn cut_documents_never_panic(seed: u64, kind in 0..KINDS.len()) {
        let schema = testkit::schema(&testkit::table(), KINDS[kind]);
        let mut given = document(&schema, seed, true).into_bytes();
        let end = given.trim_ascii_end().len().min(700);
        given.truncate(end);
        for end in 0..given.len() {
            let cut = &given[..end];
            let result = decode(Bytes::copy_from_slice(cut), &schema);
            prop_assert_eq!(result.is_ok(), false, "{}", String::from_utf8_lossy(cut));
            prop_assert!(value::parse(cut).is_err());
            json::type_meta(cut).unwrap_err();
        }
    }

    #[test]
    fn damaged_documents_never_panic(seed: u64, kind in 0..KINDS.len(), at in any::<prop::sample::Index>(), byte: u8) {
        let schema = testkit::schema(&testkit::table(), KINDS[kind]);
        let mut given = document(&schema, seed, true).into_bytes();
        let at = at.index(given.len());
        given[at] = byte;
        let valid = syntax::check(&given).is_ok();
        let decoded = decode(Bytes::from(given.clone()), &schema);
        prop_assert_eq!(matches!(decoded, Err(json::DecodeError::Syntax(_))), !valid);
        prop_assert_eq!(value::parse(&given).is_ok(), valid);
        prop_assert_eq!(matches!(json::type_meta(&given), Err(json::DecodeError::Syntax(_))), !valid);
        if let Ok(decoded) = decoded {
            let mut out = Vec::new();
            encode(&decoded.tree, &mut out);
        }
        let _ = yaml::to_json(&given);
    }

    #[test]
    fn any_bytes_never_panic(bytes: Vec<u8>, text in "[\\[\\]{}:,\"\\\\a1.eE+\\-ntfu0-9 \n#&*!|>'%@]{0,40}") {
        let schema = testkit::schema(&testkit::table(), "Pod");
        for given in [bytes, text.into_bytes()] {
            let valid = syntax::check(&given).is_ok();
            let decoded = decode(Bytes::from(given.clone()), &schema);
            prop_assert_eq!(matches!(decoded, Err(json::DecodeError::Syntax(_))), !valid);
            prop_assert_eq!(value::parse(&given).is_ok(), valid);
            let _ = yaml::to_json(&given);
        }
    }
}
