//! Reads a message into a tree, in the form that the JSON decoder gives: zero values without pointer absent, quantities and times
//! canonical, embedded JSON compact, maps sorted. One pass, no recursion. It takes what Go's generated code takes: fields in any
//! order, the last of repeated values, messages merged, unknown fields skipped.

use super::leaves;
use super::names::go_field;
use super::plan::{Message, Plan, Step, What, plan, wire_type};
use super::wire::{Cursor, DecodeError, WireType, wrong_wire};
use crate::json::scan::Scanner;
use crate::json::syntax::MAX_DEPTH;
use crate::schema::{Schema, Shape, StructDef, StructId, TypeTable};
use crate::tree::{CLEAN, Kind, MAX_SOURCE, NONE, Node, Span, Tree, Ty, index};
use bytes::Bytes;

/// Bytes of a message for each node of its tree, about: messages are denser than JSON.
const BYTES_PER_NODE: usize = 14;

/// Reads a message, without envelope, as the schema's root struct. Text that is not UTF-8 gets U+FFFD in place of each bad byte, as
/// Go prints it.
///
/// # Errors
/// Go's: broken messages, fields laid out in another way than their type, refused quantities. Also embedded documents that are no
/// JSON and other values that Go decodes and cannot print, and a nesting that JSON could not have.
pub fn decode(message: Bytes, schema: &Schema) -> Result<Tree, DecodeError> {
    if message.len() > MAX_SOURCE {
        return Err(DecodeError::TooLarge(message.len()));
    }
    let mut decoder = Decoder {
        cursor: Cursor::new(&message),
        tree: Tree::over(message.clone(), schema.clone(), BYTES_PER_NODE),
        types: &schema.types,
        frames: Vec::with_capacity(16),
        scan: Scanner::new(&message),
        unsorted: Vec::new(),
        saved: None,
    };
    decoder.run(schema.root)?;
    let Decoder { mut tree, mut unsorted, saved, .. } = decoder;
    if let Some(text) = saved {
        return Err(DecodeError::Value(text));
    }
    unsorted.sort_unstable();
    unsorted.dedup();
    let mut scratch = Vec::new();
    for map in unsorted {
        tree.sort_entries(map, &mut scratch);
    }
    Ok(tree)
}

/// Where a value goes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// It is the document, or content of a schema union that the union takes over.
    Apart,
    /// A field of a struct node.
    Field { parent: u32, index: u16 },
    /// The next element of a list node.
    Item { list: u32 },
    /// The value of a map's entry, in this node.
    Entry { at: u32 },
}

/// A message being read.
struct Frame<'s> {
    end: usize,
    /// Open containers that JSON has around and with it.
    depth: u32,
    body: Body<'s>,
}

/// What the message is.
#[derive(Clone, Copy)]
enum Body<'s> {
    /// A struct's own message, or that of a flattened struct in it.
    Struct(Part<'s>),
    /// A list that is wrapped in a message. `drop`: an empty one is like an absent one.
    List { go: &'s str, element: Ty, node: u32, place: Place, drop: bool },
    /// An entry of a map: key and value lie in `entry` and the node behind it.
    Entry { map: u32, entry: u32, value: Ty },
    /// A schema union.
    Union { ty: Ty, id: StructId, node: u32, allows: bool, schema: u32, list: u32 },
}

/// A message of a struct, and the node that it fills.
#[derive(Clone, Copy)]
struct Part<'s> {
    plan: &'s Plan,
    def: &'s StructDef,
    /// Which of the plan's messages it is.
    own: u8,
    node: u32,
    place: Place,
    /// The node hangs in its place already.
    linked: bool,
    /// An empty struct is like an absent one.
    drop: bool,
}

pub(super) struct Decoder<'s> {
    pub(super) cursor: Cursor<'s>,
    pub(super) tree: Tree,
    types: &'s TypeTable,
    frames: Vec<Frame<'s>>,
    pub(super) scan: Scanner<'s>,
    /// Maps whose keys did not come in order.
    unsorted: Vec<u32>,
    /// The first value that Go decodes and then cannot print.
    saved: Option<String>,
}

impl<'s> Decoder<'s> {
    fn run(&mut self, root: StructId) -> Result<(), DecodeError> {
        let end = self.cursor.end;
        self.open_struct(Ty::plain(Shape::Struct(root)), root, Place::Apart, end, 1)?;
        while let Some(frame) = self.frames.last() {
            let (open, body, depth) = (self.frames.len(), frame.body, frame.depth);
            self.cursor.end = frame.end;
            while self.frames.len() == open {
                if self.cursor.at >= self.cursor.end {
                    self.close();
                    break;
                }
                match body {
                    Body::Struct(part) => self.field(part, depth)?,
                    Body::List { go, element, node, .. } => self.element(go, element, node)?,
                    Body::Entry { entry, value, .. } => self.half(entry, value, depth)?,
                    Body::Union { ty, id, .. } => self.branch(ty, id, depth)?,
                }
            }
        }
        Ok(())
    }

    #[inline]
    fn push(&mut self, end: usize, depth: u32, body: Body<'s>) -> Result<(), DecodeError> {
        if depth as usize > MAX_DEPTH {
            return Err(DecodeError::Depth);
        }
        self.frames.push(Frame { end, depth, body });
        Ok(())
    }

    /// Reads one field of a struct's message.
    #[inline]
    fn field(&mut self, part: Part<'s>, depth: u32) -> Result<(), DecodeError> {
        let message: &'s Message = &part.plan.messages[usize::from(part.own)];
        let from = self.cursor.at;
        let (number, wire) = self.cursor.tag(message_name(part.def, part.own))?;
        let Some(step) = message.step(number).map(|at| &message.steps[at]) else {
            return self.cursor.skip(from);
        };
        let wanted = wire_of(step.key);
        let packed = wire == WireType::Bytes as u8 && matches!(step.ty.shape, Shape::List(_));
        if wire != wanted && !packed {
            return Err(self.wrong(part.def, step, wire));
        }
        let What::Field(index) = step.what else { return self.inline(part, step, depth) };
        let place = Place::Field { parent: part.node, index };
        match step.ty.shape {
            Shape::List(element) if !step.wrapped => {
                let element = Ty::of(self.types, element);
                if wire != wanted {
                    return self.packed(element, place, depth);
                }
                let list = self.collection(Kind::List, place);
                self.value(element, Place::Item { list }, true, depth + 1)
            }
            Shape::Map(value) => self.entry(Ty::of(self.types, value), place, depth),
            _ => self.value(step.ty, place, step.keeps_empty, depth),
        }
    }

    #[cold]
    fn wrong(&self, def: &StructDef, step: &Step, wire: u8) -> DecodeError {
        match step.what {
            What::Field(index) => wrong_wire(wire, &go_field(self.types, def, &def.fields[usize::from(index)])),
            What::Inline(own) => wrong_wire(wire, message_name(def, own)),
        }
    }

    /// Opens the message of a flattened struct: its fields belong to the same node.
    fn inline(&mut self, part: Part<'s>, step: &Step, depth: u32) -> Result<(), DecodeError> {
        let What::Inline(own) = step.what else { return Ok(()) };
        let end = self.cursor.length()?;
        self.push(end, depth, Body::Struct(Part { own, place: Place::Apart, linked: true, drop: false, ..part }))
    }

    /// Reads several numbers of a list that are packed together.
    fn packed(&mut self, element: Ty, place: Place, depth: u32) -> Result<(), DecodeError> {
        let (end, outer) = (self.cursor.length()?, self.cursor.end);
        self.cursor.end = end;
        while self.cursor.at < end {
            let list = self.collection(Kind::List, place);
            self.value(element, Place::Item { list }, true, depth)?;
        }
        self.cursor.end = outer;
        Ok(())
    }

    /// The list or map of a field: there is one from the first element on.
    #[inline]
    fn collection(&mut self, kind: Kind, place: Place) -> u32 {
        let Place::Field { parent, index } = place else { return NONE };
        if let Some(at) = self.there(parent, index) {
            return at;
        }
        let at = self.tree.push(Node::new(kind));
        self.tree.link_field(parent, index, at);
        at
    }

    /// The node of a field that was read before.
    #[inline]
    pub(super) fn there(&self, parent: u32, index: u16) -> Option<u32> {
        let last = self.tree.node(parent).b;
        if last == NONE || self.tree.node(last).field < index {
            return None;
        }
        self.tree.child(parent, index).1
    }

    /// Reads a value of any shape but lists and maps without a message; a message is only opened.
    #[inline]
    fn value(&mut self, ty: Ty, place: Place, keeps_empty: bool, depth: u32) -> Result<(), DecodeError> {
        match ty.shape {
            Shape::String => self.string(ty, place),
            Shape::Struct(id) => {
                let end = self.cursor.length()?;
                self.open_struct(ty, id, place, end, depth + 1)
            }
            Shape::Bool => {
                let value = self.cursor.varint()? != 0;
                self.put(ty, place, Node::bool(value), !value);
                Ok(())
            }
            Shape::Int32 => {
                let value = leaves::int32(self.cursor.varint()?);
                self.put(ty, place, Node::int(value), value == 0);
                Ok(())
            }
            Shape::Int64 => {
                let value = self.cursor.varint()?.cast_signed();
                self.put(ty, place, Node::int(value), value == 0);
                Ok(())
            }
            Shape::List(element) => self.wrapped(ty, Ty::of(self.types, element), place, keeps_empty, depth),
            Shape::SchemaOrBool(id) | Shape::SchemaOrArray(id) | Shape::SchemaOrStringArray(id) => {
                self.open_union(ty, id, place, depth)
            }
            // A map lies in entries of the field itself.
            Shape::Map(_) => self.cursor.bytes().map(|_| ()),
            _ => self.leaf(ty, place, keeps_empty, depth),
        }
    }

    /// Opens a struct, or continues the one that was read before in the same field.
    #[inline]
    fn open_struct(&mut self, ty: Ty, id: StructId, place: Place, end: usize, depth: u32) -> Result<(), DecodeError> {
        let (mut linked, mut node) = (true, NONE);
        match place {
            Place::Apart => {}
            Place::Entry { at } => {
                self.tree.replace(at, Node::new(Kind::Struct));
                node = at;
            }
            Place::Item { list } => {
                node = self.tree.push(Node::new(Kind::Struct));
                self.tree.link_last(list, node);
            }
            Place::Field { parent, index } => match self.there(parent, index) {
                Some(at) => node = at,
                None if end == self.cursor.at && !ty.pointer => return Ok(()),
                None => {
                    node = self.tree.push(Node::new(Kind::Struct));
                    linked = ty.pointer;
                    if linked {
                        self.tree.link_field(parent, index, node);
                    }
                }
            },
        }
        let part = Part { place, linked, drop: !ty.pointer, ..self.part(id, node) };
        self.push(end, depth, Body::Struct(part))
    }

    /// A struct's own message, read into a node that is nobody's field.
    #[inline]
    fn part(&self, id: StructId, node: u32) -> Part<'s> {
        let (plan, def) = (plan(self.types, id), self.types.get(id));
        Part { plan, def, own: 0, node, place: Place::Apart, linked: true, drop: false }
    }

    /// Closes the message on top.
    #[inline]
    fn close(&mut self) {
        let Some(Frame { end, body, .. }) = self.frames.pop() else { return };
        self.cursor.at = end;
        match body {
            Body::Struct(Part { node, place: Place::Field { parent, index }, linked, drop: true, .. }) => {
                let empty = self.tree.node(node).a == NONE;
                if linked && empty {
                    self.unset(Place::Field { parent, index });
                } else if !linked && !empty {
                    self.tree.link_field(parent, index, node);
                }
            }
            Body::List { node, place, drop: true, .. } if self.tree.node(node).a == NONE => self.unset(place),
            Body::Entry { map, entry, .. } => self.close_entry(map, entry),
            Body::Union { ty, node, allows, schema, list, .. } => self.close_union(ty, node, allows, schema, list),
            Body::Struct(_) | Body::List { .. } => {}
        }
    }

    /// Notes a value that Go cannot print: `json: error calling MarshalJSON for type T: ` goes before the text of types with their own
    /// encoder.
    #[cold]
    pub(super) fn save(&mut self, ty: Ty, text: &str) {
        let pointer = if ty.pointer { "*" } else { "" };
        let go = ty.id.map(|id| self.types.ty(id).go.as_ref()).filter(|_| ty.shape != Shape::Float64);
        let text =
            go.map_or_else(|| text.to_owned(), |go| format!("json: error calling MarshalJSON for type {pointer}{go}: {text}"));
        self.saved.get_or_insert(text);
    }

    /// Takes a field that was read before away.
    pub(super) fn unset(&mut self, place: Place) {
        if let Place::Field { parent, index } = place
            && self.there(parent, index).is_some()
            && let (before, Some(at)) = self.tree.child(parent, index)
        {
            self.tree.unlink(parent, before, at);
        }
    }

    /// Puts a leaf in its place. Zero leaves vanish from fields without pointer.
    #[inline]
    pub(super) fn put(&mut self, ty: Ty, place: Place, node: Node, zero: bool) {
        match place {
            Place::Apart => {}
            Place::Entry { at } => self.tree.replace(at, node),
            Place::Item { list } => {
                let at = self.tree.push(node);
                self.tree.link_last(list, at);
            }
            Place::Field { parent, index } => match self.there(parent, index) {
                Some(_) if zero && !ty.pointer => self.unset(place),
                Some(at) => self.tree.replace(at, node),
                None if zero && !ty.pointer => {}
                None => {
                    let at = self.tree.push(node);
                    self.tree.link_field(parent, index, at);
                }
            },
        }
    }

    /// The value that a leaf had when its field was read before.
    pub(super) fn before(&self, place: Place) -> Option<Node> {
        match place {
            Place::Field { parent, index } => self.there(parent, index).map(|at| self.tree.node(at)),
            Place::Entry { .. } | Place::Item { .. } | Place::Apart => None,
        }
    }

    /// Opens a list that lies in a message of its own.
    fn wrapped(&mut self, ty: Ty, element: Ty, place: Place, keeps_empty: bool, depth: u32) -> Result<(), DecodeError> {
        let end = self.cursor.length()?;
        let node = match place {
            Place::Field { .. } => self.collection(Kind::List, place),
            Place::Entry { at } => {
                self.tree.replace(at, Node::new(Kind::List));
                at
            }
            Place::Item { list } => {
                let at = self.tree.push(Node::new(Kind::List));
                self.tree.link_last(list, at);
                at
            }
            Place::Apart => NONE,
        };
        let types = self.types;
        let go = ty.id.map_or("", |id| types.ty(id).go.rsplit('.').next().unwrap_or_default());
        let body = Body::List { go, element, node, place, drop: !keeps_empty };
        self.push(end, depth + 1, body)
    }

    /// Reads one field of a wrapped list's message.
    fn element(&mut self, go: &str, element: Ty, list: u32) -> Result<(), DecodeError> {
        let from = self.cursor.at;
        let (number, wire) = self.cursor.tag(go)?;
        if number != 1 {
            return self.cursor.skip(from);
        }
        if wire != wire_type(self.types, element.shape) as u8 {
            return Err(wrong_wire(wire, "Items"));
        }
        self.value(element, Place::Item { list }, true, 0)
    }

    /// Opens an entry of a map.
    fn entry(&mut self, value: Ty, place: Place, depth: u32) -> Result<(), DecodeError> {
        let end = self.cursor.length()?;
        let map = self.collection(Kind::Map, place);
        let empty = Node::text(Kind::Key, Span { at: 0, len: 0, flags: CLEAN });
        let entry = self.tree.push(empty);
        let zero = match value.shape {
            Shape::Bytes => Node { kind: Kind::Str, ..empty },
            _ => self.tree.zero_of(Ty { pointer: false, ..value }),
        };
        self.tree.push(zero);
        self.push(end, depth + 1, Body::Entry { map, entry, value })
    }

    /// Reads the key or the value of an entry. Go does not look at their layout.
    fn half(&mut self, entry: u32, value: Ty, depth: u32) -> Result<(), DecodeError> {
        let from = self.cursor.at;
        match super::wire::split(self.cursor.varint()?).0 {
            1 => {
                let span = self.text()?;
                let Node { next, .. } = self.tree.node(entry);
                *self.tree.node_mut(entry) = Node { next, ..Node::text(Kind::Key, span) };
                Ok(())
            }
            2 => self.value(value, Place::Entry { at: entry + 1 }, true, depth),
            _ => self.cursor.skip(from),
        }
    }

    fn close_entry(&mut self, map: u32, entry: u32) {
        let last = self.tree.node(map).b;
        let text = |at: u32| self.tree.bytes(self.tree.node(at).span());
        if last != NONE && text(last) >= text(entry) && self.unsorted.last() != Some(&map) {
            self.unsorted.push(map);
        }
        self.tree.link_last(map, entry);
    }

    /// Opens a schema union, or continues the one that was read before in the same field.
    fn open_union(&mut self, ty: Ty, id: StructId, place: Place, depth: u32) -> Result<(), DecodeError> {
        let end = self.cursor.length()?;
        let known = self.before(place);
        let node = match (place, known) {
            (Place::Field { parent, index }, Some(_)) => self.there(parent, index).unwrap_or(NONE),
            (Place::Entry { at }, _) => at,
            _ => {
                let zero = self.tree.zero_of(Ty { pointer: false, ..ty });
                self.put(Ty { pointer: true, ..ty }, place, zero, false);
                index(self.tree.nodes.len() - 1)
            }
        };
        let (mut allows, mut schema, mut list) = (false, NONE, NONE);
        if let Some(known) = known {
            allows = known.kind == Kind::Bool && known.a != 0;
            match known.kind {
                Kind::Struct => schema = self.tree.push(Node { next: NONE, ..known }),
                Kind::List => list = self.tree.push(Node { next: NONE, ..known }),
                _ => {}
            }
        }
        self.push(end, depth + 1, Body::Union { ty, id, node, allows, schema, list })
    }

    /// Reads one field of a schema union's message.
    fn branch(&mut self, ty: Ty, id: StructId, depth: u32) -> Result<(), DecodeError> {
        let (message, first, second) = match ty.shape {
            Shape::SchemaOrBool(_) => ("JSONSchemaPropsOrBool", "Allows", "Schema"),
            Shape::SchemaOrArray(_) => ("JSONSchemaPropsOrArray", "Schema", "JSONSchemas"),
            _ => ("JSONSchemaPropsOrStringArray", "Schema", "Property"),
        };
        let from = self.cursor.at;
        let (number, wire) = self.cursor.tag(message)?;
        let is_bool = matches!(ty.shape, Shape::SchemaOrBool(_)) && number == 1;
        match number {
            1 if wire != u8::from(!is_bool) * 2 => Err(wrong_wire(wire, first)),
            2 if wire != 2 => Err(wrong_wire(wire, second)),
            1 if is_bool => {
                let value = self.cursor.varint()? != 0;
                if let Some(Frame { body: Body::Union { allows, .. }, .. }) = self.frames.last_mut() {
                    *allows = value;
                }
                Ok(())
            }
            1 => self.branch_schema(id, depth),
            2 => match ty.shape {
                Shape::SchemaOrBool(_) => self.branch_schema(id, depth),
                Shape::SchemaOrArray(_) => {
                    let end = self.cursor.length()?;
                    let list = self.branch_list();
                    self.open_struct(Ty::plain(Shape::Struct(id)), id, Place::Item { list }, end, depth + 1)
                }
                _ => {
                    let list = self.branch_list();
                    self.string(Ty::plain(Shape::String), Place::Item { list })
                }
            },
            _ => self.cursor.skip(from),
        }
    }

    /// Opens the schema of the union on top.
    fn branch_schema(&mut self, id: StructId, depth: u32) -> Result<(), DecodeError> {
        let end = self.cursor.length()?;
        let new = index(self.tree.nodes.len());
        let Some(Frame { body: Body::Union { schema, .. }, .. }) = self.frames.last_mut() else { return Ok(()) };
        if *schema == NONE {
            *schema = new;
        }
        let node = *schema;
        if node == new {
            self.tree.push(Node::new(Kind::Struct));
        }
        self.push(end, depth, Body::Struct(self.part(id, node)))
    }

    /// The list of the union on top.
    fn branch_list(&mut self) -> u32 {
        let new = index(self.tree.nodes.len());
        let Some(Frame { body: Body::Union { list, .. }, .. }) = self.frames.last_mut() else { return NONE };
        if *list == NONE {
            *list = new;
            self.tree.push(Node::new(Kind::List));
            return new;
        }
        *list
    }

    /// What Go prints of a union: the list before the schema, the schema before the boolean.
    fn close_union(&mut self, ty: Ty, node: u32, allows: bool, schema: u32, list: u32) {
        let value = match ty.shape {
            _ if list != NONE => self.tree.node(list),
            _ if schema != NONE => self.tree.node(schema),
            Shape::SchemaOrBool(_) => Node::bool(allows),
            _ => Node::new(Kind::Null),
        };
        self.tree.replace(node, value);
    }
}

/// The layout in a step's key.
#[inline]
fn wire_of(key: u32) -> u8 {
    (key & 7) as u8
}

/// Go's name of a struct's own message or of a flattened struct's.
#[inline]
fn message_name(def: &StructDef, own: u8) -> &str {
    match usize::from(own).checked_sub(1).and_then(|at| def.inlines.get(at)) {
        Some(inline) => &inline.go,
        None => &def.go,
    }
}
