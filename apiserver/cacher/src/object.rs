//! A served object: the canonical JSON as the store keeps it (shared, not copied), and beside it just what reads need: where the
//! resourceVersion goes, where the labels lie, the values of selectable fields. Immutable; a change makes a new one.
//!
//! Nothing is interned: label values are chosen by clients without bound, and a table of them would be a leak that a client drives.

use std::any::Any;
use std::borrow::Cow;
use std::ops::Range;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, OnceLock};

use arc_swap::ArcSwapOption;
use bytes::Bytes;
use storage::{Body, Key, Revision, Value};

use crate::CorruptObject;
use crate::encodings::{Encodings, Kept, Room};
use crate::run::Run;

/// A stretch of bytes in a body.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// Offset of the first byte.
    pub at: u32,
    /// Number of bytes.
    pub len: u32,
}

impl Span {
    pub(crate) fn range(self) -> Range<usize> {
        self.at as usize..self.at as usize + self.len as usize
    }

    fn is_empty(self) -> bool {
        self.len == 0
    }
}

/// A label in the body's text `"key":"value"`, without escapes (label syntax needs none).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LabelSpan {
    /// [`text_hash`] of the key.
    pub key_hash: u32,
    /// [`text_hash`] of the value.
    pub value_hash: u32,
    /// Offset of the key's first byte, behind its quote.
    pub at: u32,
    /// Bytes of the key (at most 253 + 1 + 63).
    pub key_len: u16,
    /// Bytes of the value (at most 63).
    pub value_len: u16,
}

impl LabelSpan {
    fn key(&self) -> Range<usize> {
        self.at as usize..self.at as usize + usize::from(self.key_len)
    }

    fn value(&self) -> Range<usize> {
        // Between the two stands `":"`.
        let at = self.key().end + 3;
        at..at + usize::from(self.value_len)
    }
}

/// A selectable field's value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldText {
    /// It stands in the body as it is.
    Span(Span),
    /// It does not: it is a default, a number's text, or has escapes.
    Owned(Box<str>),
}

/// What has to stand beside a spliced-in `"resourceVersion":"7"`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Comma {
    /// It follows another member: a comma comes first.
    #[default]
    Before,
    /// It is the first of several members: a comma comes behind.
    After,
    /// It is the only member.
    None,
}

/// Where a body is cut when it is served.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cuts {
    /// Behind `{"kind":...,"apiVersion":...,`: where the rest of the object begins. 0 when type and version cannot be cut off.
    pub type_end: u32,
    /// Where in `metadata` the resourceVersion goes.
    pub rv_at: u32,
    /// What stands beside it.
    pub comma: Comma,
}

/// How much of an object is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// With kind and apiVersion, as single objects and watch events have them.
    Whole,
    /// Without, as items of built-in lists; objects that cannot be cut are written whole.
    ListItem,
}

/// What a codec found in a stored value. Offsets are into `body`.
#[derive(Clone, Debug, Default)]
pub struct ObjectParts {
    /// Canonical JSON without resourceVersion; as a rule the stored value's own body.
    pub body: Body,
    /// Where to cut it.
    pub cuts: Cuts,
    /// `metadata`, with its braces; empty if it is not known where that lies.
    pub metadata: Span,
    /// `metadata.managedFields` with its key and the comma before it; empty if there are none.
    pub managed_fields: Span,
    /// `metadata.uid`; empty if there is none.
    pub uid: Span,
    /// The labels.
    pub labels: Vec<LabelSpan>,
    /// The selectable fields' values, in the order that the codec of the resource declares.
    pub fields: Vec<FieldText>,
    /// Whether the object has a namespace: whether the key ends in `namespace/name` or only in `name`.
    pub namespaced: bool,
    /// Whether `metadata.deletionTimestamp` is set.
    pub deleting: bool,
}

/// Turns stored values of one resource into served objects: versions, defaults and selectable fields are the codec's business.
pub trait ObjectCodec: Send + Sync + 'static {
    /// Decodes what lies under a key since the given revision. Called once per change, not per reader.
    ///
    /// # Errors
    /// The value cannot be decoded. The key is served as corrupt from then on, until it is written again or deleted.
    fn decode(&self, key: &Key, value: &Value, revision: Revision) -> Result<Object, CorruptObject>;
}

/// A row that is kept.
#[derive(Debug)]
struct KeptRow {
    made: Box<dyn Any + Send + Sync>,
    _room: Room,
}

/// Labels that need no allocation of their own.
const INLINE_LABELS: usize = 4;

/// An object as it is served.
#[derive(Debug)]
// What selectors look at lies together in the first 80 bytes: a scan over many objects costs cache misses and little else.
#[repr(C)]
pub struct Object {
    revision: Revision,
    label_count: u32,
    namespace_at: u16,
    name_at: u16,
    labels: [LabelSpan; INLINE_LABELS],
    fields: Box<[(u32, FieldText)]>,
    key: Key,
    body: Body,
    /// The labels beyond the inline ones.
    more_labels: Box<[LabelSpan]>,
    uid: Span,
    metadata: Span,
    managed_fields: Span,
    cuts: Cuts,
    deleting: bool,
    /// Bytes of the object in another encoding, once that was made; 0 before.
    message_len: AtomicU32,
    /// The object in that encoding, where there was room for it.
    message: OnceLock<Box<Kept>>,
    /// What it shows in a table.
    row: OnceLock<Box<KeptRow>>,
    /// What was made of it and its neighbours.
    pub(crate) run: ArcSwapOption<Run>,
}

/// The hash under which label keys, label values and field values are compared first (32-bit FNV-1a). Equal texts have equal hashes;
/// a match is always confirmed byte by byte.
#[must_use]
pub fn text_hash(text: &[u8]) -> u32 {
    text.iter().fold(0x811C_9DC5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

impl Object {
    /// Puts an object together. Spans that lie outside the body read as empty.
    #[must_use]
    pub fn new(key: Key, revision: Revision, parts: ObjectParts) -> Self {
        let slash = |end: usize| key[..end].iter().rposition(|byte| *byte == b'/');
        let name_slash = slash(key.len());
        let name_at = name_slash.map_or(0, |at| at + 1);
        // A key without a namespace in it gets an empty one, in front of the name's slash.
        let namespace_at = match name_slash {
            Some(end) if parts.namespaced => slash(end).map_or(0, |at| at + 1),
            Some(end) => end,
            None => 0,
        };
        let offset = |at: usize| u16::try_from(at).unwrap_or(u16::MAX);
        let mut labels = [LabelSpan::default(); INLINE_LABELS];
        let inline = parts.labels.len().min(INLINE_LABELS);
        labels[..inline].copy_from_slice(&parts.labels[..inline]);
        let mut object = Self {
            revision,
            labels,
            label_count: u32::try_from(parts.labels.len()).unwrap_or(u32::MAX),
            namespace_at: offset(namespace_at),
            name_at: offset(name_at),
            deleting: parts.deleting,
            cuts: parts.cuts,
            fields: Box::default(),
            key,
            body: parts.body,
            uid: parts.uid,
            metadata: parts.metadata,
            managed_fields: parts.managed_fields,
            more_labels: parts.labels[inline..].into(),
            message_len: AtomicU32::new(0),
            message: OnceLock::new(),
            row: OnceLock::new(),
            run: ArcSwapOption::empty(),
        };
        let hashed = parts.fields.into_iter().map(|text| (text_hash(object.text(&text).as_bytes()), text));
        object.fields = hashed.collect();
        object
    }

    /// The storage key.
    #[must_use]
    pub fn key(&self) -> &Key {
        &self.key
    }

    /// The revision that wrote the object: its resourceVersion.
    #[must_use]
    pub fn revision(&self) -> Revision {
        self.revision
    }

    /// The name, from the key.
    #[must_use]
    pub fn name(&self) -> &str {
        self.key_text(usize::from(self.name_at)..self.key.len())
    }

    /// The namespace, from the key; empty for an object without one.
    #[must_use]
    pub fn namespace(&self) -> &str {
        self.key_text(usize::from(self.namespace_at)..usize::from(self.name_at).saturating_sub(1))
    }

    fn key_text(&self, range: Range<usize>) -> &str {
        self.key.get(range).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default()
    }

    /// `metadata.uid`.
    #[must_use]
    pub fn uid(&self) -> Cow<'_, str> {
        self.span(self.uid.range())
    }

    /// Whether `metadata.deletionTimestamp` is set.
    #[must_use]
    pub fn is_deleting(&self) -> bool {
        self.deleting
    }

    /// The canonical JSON without resourceVersion.
    #[must_use]
    pub fn body(&self) -> &Body {
        &self.body
    }

    /// Where the body is cut when it is served.
    #[must_use]
    pub fn cuts(&self) -> Cuts {
        self.cuts
    }

    fn span(&self, range: Range<usize>) -> Cow<'_, str> {
        match self.body.slice(range.clone()) {
            Some(bytes) => std::str::from_utf8(bytes).map(Cow::Borrowed).unwrap_or_default(),
            None => {
                let mut bytes = Vec::with_capacity(range.len().min(self.body.len()));
                self.body.append_to(range, &mut bytes);
                String::from_utf8(bytes).map(Cow::Owned).unwrap_or_default()
            }
        }
    }

    fn text<'a>(&'a self, text: &'a FieldText) -> Cow<'a, str> {
        match text {
            FieldText::Span(span) => self.span(span.range()),
            FieldText::Owned(text) => Cow::Borrowed(text),
        }
    }

    /// The value of a selectable field, by its place in the codec's order; `None` for a place that the codec did not fill.
    #[must_use]
    pub fn field(&self, index: usize) -> Option<Cow<'_, str>> {
        self.fields.get(index).map(|(_, text)| self.text(text))
    }

    /// The [`text_hash`] of that value.
    #[must_use]
    pub fn field_hash(&self, index: usize) -> Option<u32> {
        self.fields.get(index).map(|(hash, _)| *hash)
    }

    /// Whether a selectable field has a value. `hash` is the value's [`text_hash`], worked out once by the caller.
    #[must_use]
    pub fn field_is(&self, index: usize, hash: u32, value: &str) -> bool {
        match self.fields.get(index) {
            Some((own, _)) if *own != hash => false,
            Some((_, FieldText::Span(span))) => self.body.matches(span.range(), value.as_bytes()),
            Some((_, FieldText::Owned(text))) => **text == *value,
            None => false,
        }
    }

    fn label_spans(&self) -> impl Iterator<Item = &LabelSpan> {
        let inline = (self.label_count as usize).min(INLINE_LABELS);
        self.labels[..inline].iter().chain(&self.more_labels)
    }

    fn find_label(&self, key_hash: u32, key: &str) -> Option<&LabelSpan> {
        self.label_spans().find(|span| span.key_hash == key_hash && self.body.matches(span.key(), key.as_bytes()))
    }

    /// All labels.
    pub fn labels(&self) -> impl Iterator<Item = (Cow<'_, str>, Cow<'_, str>)> {
        self.label_spans().map(|span| (self.span(span.key()), self.span(span.value())))
    }

    /// A label's value.
    #[must_use]
    pub fn label(&self, key: &str) -> Option<Cow<'_, str>> {
        self.find_label(text_hash(key.as_bytes()), key).map(|span| self.span(span.value()))
    }

    /// Whether there is a label of that key. Hashes are [`text_hash`]es, worked out once by the caller.
    #[must_use]
    pub fn has_label(&self, key_hash: u32, key: &str) -> bool {
        self.find_label(key_hash, key).is_some()
    }

    /// Whether a label has a value.
    #[must_use]
    pub fn label_is(&self, key: (u32, &str), value: (u32, &str)) -> bool {
        // Both hashes before any byte: most objects are turned away without a look at the body.
        let candidate = |span: &&LabelSpan| span.key_hash == key.0 && span.value_hash == value.0;
        self.label_spans()
            .filter(candidate)
            .any(|span| self.body.matches(span.key(), key.1.as_bytes()) && self.body.matches(span.value(), value.1.as_bytes()))
    }

    /// Bytes of memory that this version of the object holds on to.
    #[must_use]
    pub fn allocated(&self) -> usize {
        size_of::<Self>() + self.body.allocated() + self.fields.len() * size_of::<(u32, FieldText)>()
    }

    /// Bytes of the message that [`Object::write_message`] appends, once it was called.
    #[must_use]
    pub fn message_len(&self) -> Option<usize> {
        let len = self.message_len.load(Ordering::Relaxed);
        usize::try_from(len).ok().filter(|len| *len > 0)
    }

    /// Appends the object at its own revision as the message that `build` appends: built once as long as there is room in `encodings`,
    /// which all objects of a server share, and again by every caller beyond. The length is remembered in any case.
    ///
    /// # Errors
    /// Those of `build`.
    pub fn write_message<E>(
        &self,
        encodings: &Arc<Encodings>,
        out: &mut Vec<u8>,
        build: impl FnOnce(&mut Vec<u8>) -> Result<(), E>,
    ) -> Result<(), E> {
        if let Some(kept) = self.message.get() {
            kept.recipe.write(&self.body, out);
            return Ok(());
        }
        let start = out.len();
        build(out)?;
        let message = &out[start..];
        self.message_len.store(u32::try_from(message.len()).unwrap_or(0), Ordering::Relaxed);
        if let Some(kept) = encodings.keep(message, &self.body) {
            // Somebody else may have been faster; then this one's room is given back.
            let _ = self.message.set(kept);
        }
        Ok(())
    }

    /// What [`Object::keep_row`] was given.
    #[must_use]
    pub fn row(&self) -> Option<&(dyn Any + Send + Sync)> {
        self.row.get().map(|row| &*row.made)
    }

    /// Keeps what the object shows in a table, unless it keeps something already, as long as there is room for so many bytes.
    pub fn keep_row(&self, made: Box<dyn Any + Send + Sync>, bytes: usize, encodings: &Arc<Encodings>) {
        if let Some(room) = encodings.take(bytes) {
            // Somebody else may have been faster; then this one's room is given back.
            let _ = self.row.set(Box::new(KeptRow { made, _room: room }));
        }
    }

    /// Passes the object's JSON, with a resourceVersion, piece by piece: nothing is copied.
    pub fn pieces(&self, form: Form, revision: Revision, mut pass: impl FnMut(&[u8])) {
        let type_end = self.cuts.type_end as usize;
        let start = if form == Form::ListItem && type_end > 0 {
            pass(b"{");
            type_end
        } else {
            0
        };
        self.pieces_of(start..self.body.len(), revision, pass);
    }

    /// Passes a part of the body, with the resourceVersion that stands in it.
    fn pieces_of(&self, range: Range<usize>, revision: Revision, mut pass: impl FnMut(&[u8])) {
        let rv_at = self.cuts.rv_at as usize;
        self.body.slices(range.start..rv_at).for_each(&mut pass);
        let (before, after) = match self.cuts.comma {
            Comma::Before => (",", ""),
            Comma::After => ("", ","),
            Comma::None => ("", ""),
        };
        let mut digits = [0; 20];
        pass(before.as_bytes());
        pass(b"\"resourceVersion\":\"");
        pass(decimal(revision.0, &mut digits));
        pass(b"\"");
        pass(after.as_bytes());
        self.body.slices(rv_at..range.end).for_each(&mut pass);
    }

    /// Appends `metadata` as JSON, with a resourceVersion; false for an object of which is not known where that lies.
    #[must_use]
    pub fn write_metadata(&self, out: &mut Vec<u8>, revision: Revision) -> bool {
        if !self.metadata.is_empty() {
            self.pieces_of(self.metadata.range(), revision, |piece| out.extend_from_slice(piece));
        }
        !self.metadata.is_empty()
    }

    /// The canonical JSON without resourceVersion and managed fields, for readers that want neither: the latter are half of many objects.
    #[must_use]
    pub fn without_managed_fields(&self) -> Bytes {
        let cut = self.managed_fields.range();
        let mut json = Vec::with_capacity(self.body.len() - cut.len().min(self.body.len()));
        self.body.append_to(0..cut.start, &mut json);
        self.body.append_to(cut.end..self.body.len(), &mut json);
        Bytes::from(json)
    }

    /// Appends the object's JSON, with a resourceVersion: the object's own as a rule, the deletion's in a DELETED event.
    pub fn write_json(&self, out: &mut Vec<u8>, form: Form, revision: Revision) {
        self.pieces(form, revision, |piece| out.extend_from_slice(piece));
    }

    /// The number of bytes that [`Object::write_json`] appends.
    #[must_use]
    pub fn json_len(&self, form: Form, revision: Revision) -> usize {
        let mut len = 0;
        self.pieces(form, revision, |piece| len += piece.len());
        len
    }
}

/// A number's decimal digits, without an allocation.
fn decimal(mut number: u64, digits: &mut [u8; 20]) -> &[u8] {
    let mut at = digits.len();
    loop {
        at -= 1;
        // A remainder of ten is a digit.
        digits[at] = b'0' + u8::try_from(number % 10).unwrap_or(0);
        number /= 10;
        if number == 0 {
            return &digits[at..];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scan::{MetaOrder, scan};

    fn object(key: &str, json: &str, namespaced: bool) -> Object {
        let found = scan(json.as_bytes(), MetaOrder::Declared, &[&["spec", "nodeName"]]).unwrap();
        let parts = ObjectParts { body: Body::from(json.as_bytes()), namespaced, ..found.into_parts() };
        Object::new(Key::from(key), Revision(5), parts)
    }

    fn pod(padding: usize) -> Object {
        let json = format!(
            r#"{{"kind":"Pod","apiVersion":"v1","metadata":{{"name":"a","namespace":"t1","uid":"{}","creationTimestamp":null,"labels":{{"a":"1","app.kubernetes.io/name":"web","c":"","d":"4","e":"5"}}}},"spec":{{"nodeName":"n1"}}}}"#,
            "u".repeat(padding)
        );
        object("/registry/pods/t1/a", &json, true)
    }

    #[test]
    fn names_come_from_the_key() {
        fn check(key: &str, namespaced: bool, namespace: &str, name: &str) {
            let object = object(key, r#"{"metadata":{"name":"x"}}"#, namespaced);
            assert_eq!((object.namespace(), object.name()), (namespace, name), "{key}");
        }
        check("/registry/pods/t1/a", true, "t1", "a");
        check("/registry/nodes/n1", false, "", "n1");
        check("n1", false, "", "n1");
        check("t1/a", true, "t1", "a");
    }

    #[test]
    fn labels_and_fields_are_found_wherever_chunks_end() {
        for padding in 300..460 {
            let pod = pod(padding);
            for (key, value) in
                [("a", Some("1")), ("app.kubernetes.io/name", Some("web")), ("c", Some("")), ("e", Some("5")), ("f", None)]
            {
                assert_eq!(pod.label(key).as_deref(), value, "{key} at {padding}");
                assert_eq!(pod.has_label(text_hash(key.as_bytes()), key), value.is_some());
                if let Some(value) = value {
                    let key = (text_hash(key.as_bytes()), key);
                    assert!(pod.label_is(key, (text_hash(value.as_bytes()), value)));
                    assert!(!pod.label_is(key, (text_hash(b"no"), "no")));
                }
            }
            assert_eq!(pod.labels().count(), 5);
            assert_eq!((pod.field(0).as_deref(), pod.field(1)), (Some("n1"), None));
            assert!(pod.field_is(0, text_hash(b"n1"), "n1") && !pod.field_is(0, text_hash(b"n2"), "n2"));
            assert_eq!(pod.uid().len(), padding);
        }
    }

    #[test]
    fn a_hash_alone_is_no_match() {
        assert!(!pod(3).field_is(0, text_hash(b"n1"), "n2"));
        assert!(!pod(3).has_label(text_hash(b"a"), "b"));
    }

    #[test]
    fn json_is_written_whole_or_as_list_item_with_any_revision() {
        let pod = pod(2);
        let text = |form, revision| {
            let mut out = Vec::new();
            pod.write_json(&mut out, form, Revision(revision));
            assert_eq!(out.len(), pod.json_len(form, Revision(revision)));
            String::from_utf8(out).unwrap()
        };
        let tail = r#""creationTimestamp":null,"labels":{"a":"1","app.kubernetes.io/name":"web","c":"","d":"4","e":"5"}},"spec":{"nodeName":"n1"}}"#;
        let head = r#""metadata":{"name":"a","namespace":"t1","uid":"uu","resourceVersion":"#;
        assert_eq!(text(Form::Whole, 7), format!(r#"{{"kind":"Pod","apiVersion":"v1",{head}"7",{tail}"#));
        assert_eq!(text(Form::ListItem, u64::MAX), format!(r#"{{{head}"18446744073709551615",{tail}"#));
        assert!(text(Form::ListItem, 0).contains(r#""resourceVersion":"0","#));
    }

    #[test]
    fn a_message_is_built_once_where_there_is_room() {
        let message = b"\x01app.kubernetes.io/name\x02web";
        for (limit, builds) in [(1 << 20, 1), (0, 3)] {
            let (pod, room, mut built) = (pod(2), Arc::new(Encodings::new(limit)), 0);
            assert_eq!(pod.message_len(), None);
            for _ in 0..3 {
                let mut out = b"before".to_vec();
                let build = |out: &mut Vec<u8>| -> Result<(), ()> {
                    built += 1;
                    out.extend_from_slice(message);
                    Ok(())
                };
                pod.write_message(&room, &mut out, build).unwrap();
                assert_eq!(out, [b"before".as_slice(), message].concat());
                assert_eq!(pod.message_len(), Some(message.len()));
            }
            assert_eq!(built, builds, "with room for {limit}");
        }
    }

    #[test]
    fn metadata_is_written_by_itself_and_managed_fields_are_left_out() {
        for (metadata, shown) in [
            (r#"{"name":"a","uid":"u"}"#, r#"{"name":"a","uid":"u","resourceVersion":"7"}"#),
            (r#"{"uid":"u","labels":{"a":"b"}}"#, r#"{"uid":"u","resourceVersion":"7","labels":{"a":"b"}}"#),
            (r#"{"labels":{"a":"b"}}"#, r#"{"resourceVersion":"7","labels":{"a":"b"}}"#),
            ("{}", r#"{"resourceVersion":"7"}"#),
        ] {
            let rest = r#","spec":{"nodeName":"n1"}}"#;
            let object =
                object("/registry/pods/t1/a", &format!(r#"{{"kind":"A","apiVersion":"v1","metadata":{metadata}{rest}"#), true);
            let mut out = Vec::new();
            assert!(object.write_metadata(&mut out, Revision(7)));
            assert_eq!(String::from_utf8(out).unwrap(), shown);
        }
        let whole = |managed: &str| format!(r#"{{"metadata":{{"name":"a"{managed}}},"spec":{{}}}}"#);
        for managed in ["", r#","managedFields":[{"a":["b"]}]"#] {
            assert_eq!(object("/r/t1/a", &whole(managed), true).without_managed_fields(), whole(""));
        }
        let nowhere = Object::new(Key::from("/r/a"), Revision(1), ObjectParts::default());
        assert!(!nowhere.write_metadata(&mut Vec::new(), Revision(7)));
    }
}
