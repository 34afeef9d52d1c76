//! The schema-driven decoder: one pass over the bytes, no recursion, nodes re-linked into declaration order. It behaves as
//! sigs.k8s.io/json does on Go's structs: the first type error is kept while the rest is still checked, errors of types with their
//! own decoder end it at once, and a syntax error anywhere goes before both.

use super::scan::{Bad, Scanner};
use super::strict::{Problem, ProblemKind, Problems};
use super::syntax::{self, MAX_DEPTH, SyntaxError};
use crate::schema::{FieldDef, Omit, Schema, Shape, StructDef, StructId, TypeTable};
use crate::tree::{Kind, MAX_SOURCE, NONE, Node, Tree, Ty};
use bytes::Bytes;

/// Why a document could not be read. Texts are Go's.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// Not JSON.
    #[error(transparent)]
    Syntax(#[from] SyntaxError),
    /// A value that its field cannot hold.
    #[error("{0}")]
    Value(String),
    /// Larger than [`MAX_SOURCE`]; no request body gets that far.
    #[error("document of {0} bytes is too large")]
    TooLarge(usize),
}

/// The list that is kept in the tree though empty and printed as if absent: an empty one asks for the managers to be forgotten.
const KEPT_EMPTY: &str = "managedFields";

/// A decoded document.
#[derive(Clone, Debug)]
pub struct Decoded {
    /// The object.
    pub tree: Tree,
    /// Unknown and duplicate fields in document order, at most 100.
    pub problems: Vec<Problem>,
}

/// Bytes of a document for each node of its tree, about.
const BYTES_PER_NODE: usize = 28;

/// Reads `source` as the schema's root struct. `null` gives an empty object, as in Go.
///
/// # Errors
/// Go's: syntax, wrong types with their field path, refused quantities, times and base64.
pub fn decode(source: Bytes, schema: &Schema) -> Result<Decoded, DecodeError> {
    read(source, schema, false)
}

/// Reads what [`super::encode`] wrote and the server kept. Protobuf brings times that no client may write as text: years of more than
/// four digits, and a pointer to the zero time, printed as `null`. Both are read back here.
///
/// # Errors
/// As [`decode`].
pub fn decode_stored(source: Bytes, schema: &Schema) -> Result<Decoded, DecodeError> {
    read(source, schema, true)
}

fn read(source: Bytes, schema: &Schema, stored: bool) -> Result<Decoded, DecodeError> {
    if source.len() > MAX_SOURCE {
        return Err(DecodeError::TooLarge(source.len()));
    }
    let mut decoder = Decoder {
        scan: Scanner::new(&source),
        tree: Tree::over(source.clone(), schema.clone(), BYTES_PER_NODE),
        types: &schema.types,
        frames: Vec::with_capacity(16),
        saved: None,
        problems: Problems::default(),
        scratch: Vec::new(),
        stale: Vec::new(),
        stored,
    };
    match decoder.run(schema.root) {
        Ok(()) => {}
        Err(Stop::Syntax) => {
            let unsure = || SyntaxError { text: "invalid JSON".to_owned(), offset: source.len() };
            return Err(syntax::check(&source).err().unwrap_or_else(unsure).into());
        }
        Err(Stop::Value(text)) => {
            syntax::check(&source)?;
            return Err(DecodeError::Value(text));
        }
    }
    let Decoder { tree, problems, saved, .. } = decoder;
    match saved {
        Some(text) => Err(DecodeError::Value(text)),
        None => Ok(Decoded { tree, problems: problems.finish() }),
    }
}

/// Ends decoding.
pub(super) enum Stop {
    /// Not JSON.
    Syntax,
    /// An error that Go does not collect.
    Value(String),
}

impl From<Bad> for Stop {
    fn from(Bad: Bad) -> Self {
        Self::Syntax
    }
}

/// Where a value goes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// It is the document.
    Root,
    /// A field of the struct on top of the stack; `again` when it was there before.
    Field { index: u16, again: bool },
    /// The next element of the list on top of the stack.
    Item,
    /// The map value with this node.
    Entry { at: u32 },
}

/// An open container.
struct Frame<'s> {
    node: u32,
    place: Place,
    ty: Ty,
    body: Body<'s>,
    /// No member was read yet.
    fresh: bool,
    /// It continues a container that an earlier, repeated field filled.
    merged: bool,
    /// Inside a schema union, where Go's decoder checks nothing strictly.
    quiet: bool,
    /// A schema union itself, which Go decodes as a document of its own, and the first type error in it.
    union: bool,
    wrong: Option<String>,
}

enum Body<'s> {
    Struct {
        def: &'s StructDef,
        seen: u128,
        field: u16,
    },
    /// `next` is the element of an earlier, repeated field that the next one is read over, `last` the one read over last.
    List {
        element: Ty,
        count: usize,
        next: u32,
        last: u32,
    },
    Map {
        value: Ty,
        key: u32,
        from: u32,
        sorted: bool,
    },
}

pub(super) struct Decoder<'s> {
    pub(super) scan: Scanner<'s>,
    pub(super) tree: Tree,
    pub(super) types: &'s TypeTable,
    frames: Vec<Frame<'s>>,
    saved: Option<String>,
    problems: Problems,
    scratch: Vec<u32>,
    /// Elements that a shorter list left behind in a repeated one, by the list's node: Go's slices keep them.
    stale: Vec<(u32, u32)>,
    /// The document is our own, see [`decode_stored`].
    pub(super) stored: bool,
}

impl<'s> Decoder<'s> {
    fn run(&mut self, root: StructId) -> Result<(), Stop> {
        self.value(Ty::plain(Shape::Struct(root)), Place::Root)?;
        while let Some(frame) = self.frames.last() {
            match frame.body {
                Body::Struct { def, .. } => self.struct_member(def)?,
                Body::List { element, .. } => self.list_member(element)?,
                Body::Map { value, .. } => self.map_member(value)?,
            }
        }
        Ok(self.scan.end()?)
    }

    /// The frame on top. Members are read only while one is open.
    #[inline]
    fn top(&mut self) -> &mut Frame<'s> {
        self.frames.last_mut().expect("a member is read only while its container is open")
    }

    /// Takes the comma before a member, or the end of the container: true if there is another member.
    #[inline]
    fn more(&mut self, close: u8) -> Result<bool, Stop> {
        let byte = self.scan.peek()?;
        let fresh = std::mem::replace(&mut self.top().fresh, false);
        if byte == close {
            self.scan.at += 1;
            return Ok(false);
        }
        if !fresh {
            self.scan.expect(b',')?;
        }
        Ok(true)
    }

    fn struct_member(&mut self, def: &'s StructDef) -> Result<(), Stop> {
        while self.more(b'}')? {
            let index = match self.guess(def) {
                Some(index) => index,
                None => match self.known_key(def)? {
                    Some(index) => index,
                    None => {
                        self.scan.walk(self.frames.len())?;
                        continue;
                    }
                },
            };
            let bit = 1u128 << index;
            let Body::Struct { seen, field, .. } = &mut self.top().body else { return Err(Stop::Syntax) };
            let again = *seen & bit != 0;
            *seen |= bit;
            *field = index;
            let def = &def.fields[usize::from(index)];
            if again {
                self.problem(ProblemKind::Duplicate, &def.json);
            }
            let again = again || self.top().merged;
            let open = self.frames.len();
            self.value(Ty::of(self.types, def.ty), Place::Field { index, again })?;
            if self.frames.len() != open {
                return Ok(());
            }
        }
        self.close()
    }

    /// Tries the fields behind the last one, comparing bytes without reading the key first: most documents keep the order.
    #[inline]
    fn guess(&mut self, def: &StructDef) -> Option<u16> {
        let Body::Struct { seen, field, .. } = self.top().body else { return None };
        let first = if seen == 0 { 0 } else { usize::from(field) + 1 };
        if self.scan.peek().ok()? != b'"' {
            return None;
        }
        let rest = &self.scan.json[self.scan.at + 1..];
        for (index, field) in def.fields.iter().enumerate().skip(first) {
            let name = field.json.as_bytes();
            if rest.len() > name.len() + 1 && rest[name.len()] == b'"' && rest.starts_with(name) && rest[name.len() + 1] == b':' {
                self.scan.at += name.len() + 3;
                return u16::try_from(index).ok();
            }
        }
        None
    }

    /// Reads a key and its colon; none for an unknown field, which is then noted.
    fn known_key(&mut self, def: &StructDef) -> Result<Option<u16>, Stop> {
        if self.scan.peek()? != b'"' {
            return Err(Stop::Syntax);
        }
        let mark = self.tree.side.len();
        let span = self.scan.string(&mut self.tree.side)?;
        self.scan.expect(b':')?;
        let key = std::str::from_utf8(self.tree.bytes(span)).map_err(|_| Stop::Syntax)?;
        let index = def.field(key).and_then(|(index, _)| u16::try_from(index).ok());
        if index.is_none() && self.reports() {
            let key = key.to_owned();
            self.problem(ProblemKind::Unknown, &key);
        }
        self.tree.side.truncate(mark);
        Ok(index)
    }

    fn list_member(&mut self, element: Ty) -> Result<(), Stop> {
        let open = self.frames.len();
        while self.more(b']')? {
            self.value(element, Place::Item)?;
            if self.frames.len() != open {
                return Ok(());
            }
            self.counted();
        }
        self.close()
    }

    /// Moves the position in the list on top, for paths.
    #[inline]
    fn counted(&mut self) {
        if let Some(Frame { body: Body::List { count, .. }, .. }) = self.frames.last_mut() {
            *count += 1;
        }
    }

    fn map_member(&mut self, value: Ty) -> Result<(), Stop> {
        while self.more(b'}')? {
            if self.scan.peek()? != b'"' {
                return Err(Stop::Syntax);
            }
            let span = self.scan.string(&mut self.tree.side)?;
            self.scan.expect(b':')?;
            let at = self.tree.push(Node::text(Kind::Key, span));
            let entry = self.tree.push(Node::new(Kind::Null));
            let parent = self.top().node;
            let last = self.tree.node(parent).b;
            let ordered = last == NONE || self.tree.bytes(self.tree.node(last).span()) < self.tree.bytes(span);
            self.tree.link_last(parent, at);
            if let Body::Map { key, sorted, .. } = &mut self.top().body {
                *key = at;
                *sorted &= ordered;
            }
            let open = self.frames.len();
            self.value(value, Place::Entry { at: entry })?;
            if self.frames.len() != open {
                return Ok(());
            }
        }
        self.close()
    }

    /// Opens a container.
    pub(super) fn open(&mut self, ty: Ty, place: Place, kind: Kind) -> Result<(), Stop> {
        if self.frames.len() >= MAX_DEPTH {
            return Err(Stop::Syntax);
        }
        let (node, merged) = self.container(ty, place, kind);
        let body = match (kind, ty.def(self.types), ty.element(self.types), ty.value(self.types)) {
            (Kind::Struct, Some(def), ..) => Body::Struct { def, seen: 0, field: 0 },
            (Kind::List, _, Some(element), _) => Body::List { element, count: 0, next: self.earlier(node, merged), last: NONE },
            (Kind::Map, _, _, Some(value)) => {
                Body::Map { value, key: NONE, from: crate::tree::index(self.tree.nodes.len()), sorted: true }
            }
            _ => return Err(Stop::Syntax),
        };
        let union = matches!(ty.shape, Shape::SchemaOrBool(_) | Shape::SchemaOrArray(_) | Shape::SchemaOrStringArray(_));
        let quiet = union || self.frames.last().is_some_and(|frame| frame.quiet);
        self.scan.at += 1;
        self.frames.push(Frame { node, place, ty, body, fresh: true, merged, quiet, union, wrong: None });
        Ok(())
    }

    /// The node of a container about to be opened, and whether it holds something already: a repeated field merges into it.
    fn container(&mut self, ty: Ty, place: Place, kind: Kind) -> (u32, bool) {
        let node = match place {
            Place::Root => NONE,
            Place::Item => match self.read_over() {
                Some(at) if self.tree.node(at).kind == kind => return (at, true),
                Some(at) => {
                    self.tree.replace(at, Node::new(kind));
                    at
                }
                None => {
                    let at = self.tree.push(Node::new(kind));
                    let parent = self.top().node;
                    self.tree.link_last(parent, at);
                    at
                }
            },
            Place::Entry { at } => {
                self.tree.replace(at, Node::new(kind));
                at
            }
            Place::Field { index, again } => {
                if again && matches!(ty.shape, Shape::Struct(_) | Shape::Map(_) | Shape::List(_)) {
                    let parent = self.top().node;
                    if let (_, Some(at)) = self.tree.child(parent, index)
                        && self.tree.node(at).kind == kind
                    {
                        return (at, true);
                    }
                }
                self.tree.push(Node::new(kind))
            }
        };
        (node, false)
    }

    /// The first element of a list that is read again, with what a shorter list before it left behind.
    fn earlier(&mut self, list: u32, merged: bool) -> u32 {
        if !merged {
            return NONE;
        }
        if let Some(at) = self.stale.iter().position(|&(node, _)| node == list) {
            let (_, mut left) = self.stale.swap_remove(at);
            let last = self.tree.node(list).b;
            self.tree.node_mut(last).next = left;
            while self.tree.node(left).next != NONE {
                left = self.tree.node(left).next;
            }
            self.tree.node_mut(list).b = left;
        }
        self.tree.node(list).a
    }

    /// The element of a repeated list that the next one is read over, as Go reads into a slice that has elements.
    pub(super) fn read_over(&mut self) -> Option<u32> {
        match self.frames.last_mut() {
            Some(Frame { body: Body::List { next, last, .. }, .. }) if *next != NONE => {
                *last = *next;
                *next = self.tree.node(*last).next;
                Some(*last)
            }
            _ => None,
        }
    }

    /// Cuts a list that is shorter than it was behind its last element.
    fn shorten(&mut self, list: u32, last: u32, left: u32) {
        if last == NONE {
            *self.tree.node_mut(list) = Node { a: NONE, b: NONE, ..self.tree.node(list) };
        } else {
            self.stale.push((list, left));
            self.tree.node_mut(last).next = NONE;
            self.tree.node_mut(list).b = last;
        }
    }

    /// Closes the container on top and hangs it where it belongs.
    fn close(&mut self) -> Result<(), Stop> {
        let Some(Frame { node, place, ty, body, wrong, .. }) = self.frames.pop() else { return Err(Stop::Syntax) };
        if let Some(text) = wrong {
            return Err(Stop::Value(text));
        }
        match body {
            Body::Map { from, sorted: false, .. } => self.sort(node, from),
            Body::List { next, last, .. } if next != NONE => self.shorten(node, last, next),
            _ => {}
        }
        let empty = self.tree.node(node).a == NONE;
        if empty && matches!((ty.shape, &body), (Shape::SchemaOrArray(_) | Shape::SchemaOrStringArray(_), Body::List { .. })) {
            self.tree.replace(node, Node::new(Kind::Null));
        }
        match place {
            Place::Root | Place::Entry { .. } => {}
            Place::Item => self.counted(),
            Place::Field { index, again } => {
                let field = self.field_def(index);
                let nil = matches!(body, Body::Struct { .. }) || field.omit != Omit::Never && field.json != KEPT_EMPTY;
                let drop = empty && !ty.pointer && nil;
                self.hang(index, again, node, drop);
            }
        }
        Ok(())
    }

    fn field_def(&self, index: u16) -> &'s FieldDef {
        match self.frames.last() {
            Some(Frame { body: Body::Struct { def, .. }, .. }) => &def.fields[usize::from(index)],
            _ => unreachable!("a field's place is given out only while its struct is on top"),
        }
    }

    /// Whether Go prints an empty slice in this place like an absent one.
    pub(super) fn drops_empty(&self, place: Place) -> bool {
        matches!(place, Place::Field { index, .. } if self.field_def(index).omit != Omit::Never)
    }

    /// Links a finished container as a field of the struct on top.
    fn hang(&mut self, index: u16, again: bool, node: u32, drop: bool) {
        let parent = self.top().node;
        let (before, there) = if again { self.tree.child(parent, index) } else { (NONE, None) };
        match there {
            Some(at) if drop => self.tree.unlink(parent, before, at),
            Some(at) if at == node => {}
            Some(at) => {
                let value = self.tree.node(node);
                self.tree.replace(at, value);
            }
            None if drop => {}
            None => self.tree.link_field(parent, index, node),
        }
    }

    /// Puts a leaf in its place. `zero` leaves vanish unless Go tells them from absent ones.
    #[inline]
    pub(super) fn put(&mut self, ty: Ty, place: Place, node: Node, zero: bool) {
        match place {
            Place::Root => {}
            Place::Item => match self.read_over() {
                Some(at) => self.tree.replace(at, node),
                None => {
                    let at = self.tree.push(node);
                    let parent = self.top().node;
                    self.tree.link_last(parent, at);
                }
            },
            Place::Entry { at } => self.tree.replace(at, node),
            Place::Field { index, again } => {
                let parent = self.top().node;
                let (before, there) = if again { self.tree.child(parent, index) } else { (NONE, None) };
                match (there, zero && !ty.pointer) {
                    (Some(at), true) => self.tree.unlink(parent, before, at),
                    (Some(at), false) => self.tree.replace(at, node),
                    (None, true) => {}
                    (None, false) => {
                        let at = self.tree.push(node);
                        self.tree.link_field(parent, index, at);
                    }
                }
            }
        }
    }

    /// Takes a repeated field's earlier value away (`null` after a value).
    pub(super) fn unset(&mut self, place: Place) {
        if let Place::Field { index, again: true } = place {
            let parent = self.top().node;
            if let (before, Some(at)) = self.tree.child(parent, index) {
                self.tree.unlink(parent, before, at);
            }
        }
    }

    /// The value of an earlier, repeated field.
    pub(super) fn before(&self, place: Place) -> Option<u32> {
        match (place, self.frames.last()) {
            (Place::Field { index, again: true }, Some(frame)) => self.tree.child(frame.node, index).1,
            _ => None,
        }
    }

    /// Number of open containers.
    pub(super) fn depth(&self) -> usize {
        self.frames.len()
    }

    /// Sorts the entries of a map by key; of equal keys the last one stays. Keys from `from` on belong to the object just read.
    fn sort(&mut self, map: u32, from: u32) {
        for (before, at) in self.tree.sort_entries(map, &mut self.scratch) {
            if before >= from && self.reports() {
                let key = String::from_utf8_lossy(self.tree.bytes(self.tree.node(at).span())).into_owned();
                self.map_duplicate(at, &key);
            }
        }
    }

    /// Whether problems are collected here.
    fn reports(&self) -> bool {
        self.problems.wanted() && !self.frames.last().is_some_and(|frame| frame.quiet)
    }

    fn problem(&mut self, kind: ProblemKind, name: &str) {
        if self.reports() {
            // Before the name, the path to the struct that it is in.
            let (_, outer) = self.frames.split_last().unzip();
            let path = self.path(outer.unwrap_or_default(), name);
            self.problems.add(2 * self.tree.nodes.len(), kind, path);
        }
    }

    /// Notes a repeated key of a map that was just closed: its frame is gone already.
    fn map_duplicate(&mut self, at: u32, key: &str) {
        let path = self.path(&self.frames, key);
        self.problems.add(2 * at as usize + 1, ProblemKind::Duplicate, path);
    }

    /// Go's path of the member `name` of the container inside `frames`.
    fn path(&self, frames: &[Frame<'_>], name: &str) -> String {
        let mut path = String::new();
        for frame in frames {
            let step = match &frame.body {
                Body::Struct { def, field, .. } => def.fields[usize::from(*field)].json.as_ref(),
                Body::List { count, .. } => {
                    path.push_str(&format!("[{count}]"));
                    continue;
                }
                Body::Map { key, .. } => std::str::from_utf8(self.tree.bytes(self.tree.node(*key).span())).unwrap_or_default(),
            };
            if !path.is_empty() {
                path.push('.');
            }
            path.push_str(step);
        }
        if !path.is_empty() {
            path.push('.');
        }
        path + name
    }

    /// Go's text for a value that its Go type cannot hold: with the innermost struct's name and the path of fields to here.
    pub(super) fn mismatch(&self, value: &str, go: &str) -> String {
        let mut path = String::new();
        let mut name = "";
        for frame in &self.frames {
            let Body::Struct { def, field, .. } = &frame.body else { continue };
            if !frame.quiet {
                name = &def.go;
            }
            path.push('.');
            let field = &def.fields[usize::from(*field)];
            if field.number == 0 && matches!(field.json.as_ref(), "kind" | "apiVersion") {
                path.push_str("TypeMeta.");
            }
            for inline in def.inlined_in(field) {
                path.push_str(&inline.go);
                path.push('.');
            }
            path.push_str(&field.json);
        }
        if path.is_empty() {
            return format!("json: cannot unmarshal {value} into Go value of type {go}");
        }
        format!("json: cannot unmarshal {value} into Go struct field {name}{path} of type {go}")
    }

    /// Keeps the first error that Go keeps while going on; inside a schema union it ends decoding where the union ends.
    pub(super) fn save(&mut self, text: impl FnOnce(&Self) -> String) {
        let union = self.frames.iter().rposition(|frame| frame.union);
        let slot = union.map_or(&self.saved, |at| &self.frames[at].wrong);
        if slot.is_some() {
            return;
        }
        let text = Some(text(self));
        match union {
            Some(at) => self.frames[at].wrong = text,
            None => self.saved = text,
        }
    }

    /// Go's name of a type.
    pub(super) fn go_name(&self, ty: Ty) -> String {
        match (ty.id, ty.def(self.types)) {
            (Some(id), _) => self.types.ty(id).go.clone().into_owned(),
            (None, Some(def)) => {
                let mut parts = def.name.rsplit('.');
                match (parts.next(), parts.next()) {
                    (Some(name), Some(package)) => format!("{package}.{name}"),
                    _ => def.go.clone().into_owned(),
                }
            }
            (None, None) => "string".to_owned(),
        }
    }
}
