//! Random documents of a kind, made from the generated tables: any field present or absent, in any order, with the values of
//! [`crate::literals`]; and, as the style says, nulls, unknown and repeated fields, values that do not fit, and damaged text.

use std::collections::BTreeSet;

use kinds::table;
use object::Ty;
use object::schema::{FieldDef, Schema, Shape, StructDef, StructId};

use crate::dice::Dice;
use crate::literals;

/// One kind in one version.
#[derive(Clone, Copy)]
pub(crate) struct Kind {
    pub(crate) group: &'static str,
    pub(crate) version: &'static str,
    pub(crate) kind: &'static str,
    pub(crate) id: StructId,
}

impl Kind {
    pub(crate) fn api_version(&self) -> String {
        if self.group.is_empty() { self.version.to_owned() } else { format!("{}/{}", self.group, self.version) }
    }

    /// As Go's oracle is asked for it.
    pub(crate) fn gvk(&self) -> String {
        format!("{}/{}", self.api_version(), self.kind)
    }

    pub(crate) fn schema(&self) -> Schema {
        table::schema(self.id)
    }
}

/// Every kind, those that every group version has once.
pub(crate) fn every_kind() -> Vec<Kind> {
    let of = |(group, version, kind, id)| Kind { group, version, kind, id };
    let everywhere =
        ["CreateOptions", "DeleteOptions", "GetOptions", "ListOptions", "PatchOptions", "UpdateOptions", "WatchEvent"];
    let everywhere = everywhere.map(|kind| ("", "v1", kind, table::struct_of("", "v1", kind).expect("known in every version")));
    table::kinds().chain(everywhere).map(of).collect()
}

/// How a document is made; chances are out of a thousand.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Style {
    /// `null` in place of a value.
    pub(crate) nulls: u32,
    /// An unknown field in a struct.
    pub(crate) strangers: u32,
    /// A struct's field or a map's key again.
    pub(crate) repeats: u32,
    /// A value that does not fit.
    pub(crate) faults: u32,
    /// Space between tokens.
    pub(crate) blanks: u32,
    /// Text that is not UTF-8 may appear.
    pub(crate) broken: bool,
    /// The text is cut, or a byte is changed, added or lost.
    pub(crate) damage: u32,
    /// A text field has a value that means something somewhere.
    pub(crate) words: u32,
}

impl Style {
    /// Everything fits.
    pub(crate) const PLAIN: Self =
        Self { nulls: 0, strangers: 0, repeats: 0, faults: 0, blanks: 0, broken: false, damage: 0, words: 0 };

    /// The style of the document at a position: most are plain or odd, every eighth has faults, every sixteenth is damaged.
    pub(crate) fn at(position: usize) -> Self {
        let odd = Self { nulls: 60, strangers: 80, repeats: 80, blanks: 60, broken: true, ..Self::PLAIN };
        match position % 16 {
            0..=6 => Self::PLAIN,
            7 => Self { nulls: 150, ..Self::PLAIN },
            8 => Self { blanks: 300, ..Self::PLAIN },
            9..=11 => odd,
            12 => Self { repeats: 300, ..odd },
            13 => Self { faults: 30, ..Self::PLAIN },
            14 => Self { faults: 60, ..odd },
            _ => Self { damage: 1000, ..odd },
        }
    }
}

/// Fields that were written, by struct and position.
pub(crate) type Written = BTreeSet<(StructId, usize)>;

/// Makes the document of a kind.
pub(crate) fn make(kind: &Kind, style: Style, dice: Dice, written: &mut Written) -> Vec<u8> {
    let mut maker = Maker { dice, style, out: Vec::new(), left: 0, written };
    maker.left = maker.dice.pick(&[6, 30, 30, 80, 150, 300]);
    maker.root(kind);
    if maker.dice.chance(style.damage) {
        maker.damage();
    }
    maker.out
}

/// Whether a field of a document says what the document is.
pub(crate) fn is_type_meta(field: &FieldDef) -> bool {
    field.number == 0 && matches!(field.json.as_ref(), "kind" | "apiVersion")
}

fn is_text(field: &FieldDef) -> bool {
    matches!(table::TYPES.ty(field.ty).shape, Shape::String)
}

fn is_any(ty: Ty) -> bool {
    ty.id.is_some_and(|id| table::TYPES.ty(id).go == "interface {}")
}

struct Maker<'w> {
    dice: Dice,
    style: Style,
    out: Vec<u8>,
    /// How many more values the document may have.
    left: usize,
    written: &'w mut Written,
}

impl Maker<'_> {
    fn text(&mut self, text: &str) {
        self.out.extend_from_slice(text.as_bytes());
    }

    fn blank(&mut self) {
        if self.dice.chance(self.style.blanks) {
            let blank = self.dice.pick(&[" ", "\n", "\t", "\r\n", "   "]);
            self.text(blank);
        }
    }

    fn literal(&mut self, make: impl FnOnce(&mut Dice) -> Vec<u8>) {
        let literal = make(&mut self.dice);
        self.out.extend_from_slice(&literal);
    }

    fn root(&mut self, kind: &Kind) {
        self.blank();
        let ty = Ty::plain(Shape::Struct(kind.id));
        self.object(ty, Some(kind), 0);
        self.blank();
    }

    /// A value of a type, or what the style puts in its place.
    fn value(&mut self, ty: Ty, depth: usize) {
        self.left = self.left.saturating_sub(1);
        self.blank();
        // `null` behind another value of the same name: after a number and a text Go has the number again, and prints some
        // quantities as they were although they count as zero. With us it is zero.
        let told_apart = matches!(ty.shape, Shape::IntOrString | Shape::Quantity) && self.style.repeats > 0;
        if !told_apart && self.dice.chance(self.style.nulls) {
            self.text("null");
        } else if !is_any(ty) && self.dice.chance(self.style.faults) {
            self.fault(ty);
        } else {
            self.fitting(ty, depth);
        }
        self.blank();
    }

    fn fault(&mut self, ty: Ty) {
        let own = self.dice.chance(500);
        self.literal(match ty.shape {
            Shape::Time | Shape::MicroTime if own => literals::wrong_time,
            Shape::Quantity if own => literals::wrong_quantity,
            Shape::Bytes if own => literals::wrong_base64,
            Shape::Int32 | Shape::Int64 | Shape::IntOrString if own => literals::wrong_number,
            _ => literals::wrong,
        });
    }

    fn fitting(&mut self, ty: Ty, depth: usize) {
        let broken = self.style.broken;
        match ty.shape {
            Shape::String => self.literal(|dice| literals::string(dice, broken)),
            Shape::Bool => self.literal(|dice| dice.pick(&["true", "false"]).into()),
            Shape::Int32 => self.literal(|dice| dice.pick(&literals::INT32).into()),
            Shape::Int64 => self.literal(|dice| dice.pick(&literals::INT64).into()),
            Shape::Float64 => self.literal(|dice| dice.pick(&literals::FLOATS).into()),
            Shape::Bytes => {
                let nulls = self.style.repeats == 0;
                self.literal(|dice| literals::bytes(dice, nulls));
            }
            Shape::Time => self.literal(|dice| literals::time(dice, None)),
            Shape::MicroTime => self.literal(|dice| literals::time(dice, Some(6))),
            Shape::Quantity => self.literal(literals::quantity),
            Shape::IntOrString if self.dice.chance(500) => self.literal(|dice| literals::string(dice, broken)),
            Shape::IntOrString => self.literal(|dice| dice.pick(&literals::INT32).into()),
            // Cells of a table: Go has any value there, and no client sends one.
            Shape::RawExtension | Shape::FieldsV1 | Shape::Json if is_any(ty) => {
                self.literal(|dice| dice.pick(&["\"text\"", "\"<\"", "5", "true"]).into());
            }
            Shape::RawExtension | Shape::FieldsV1 | Shape::Json => literals::any_json(&mut self.dice, 3, &mut self.out),
            Shape::SchemaOrBool(_) if self.dice.chance(400) => self.literal(|dice| dice.pick(&["true", "false"]).into()),
            Shape::SchemaOrArray(_) | Shape::SchemaOrStringArray(_) if self.dice.chance(500) => self.list(ty, depth),
            Shape::SchemaOrBool(_) | Shape::SchemaOrArray(_) | Shape::SchemaOrStringArray(_) | Shape::Struct(_) => {
                self.object(ty, None, depth);
            }
            Shape::List(_) => self.list(ty, depth),
            Shape::Map(_) => self.map(ty, depth),
        }
    }

    fn object(&mut self, ty: Ty, root: Option<&Kind>, depth: usize) {
        let def = ty.def(table::TYPES).expect("asked for shapes with a struct");
        let fields = self.chosen(def, root.is_some(), depth);
        self.out.push(b'{');
        for (at, &index) in fields.iter().enumerate() {
            if at > 0 {
                self.out.push(b',');
            }
            let field = &def.fields[index];
            if let Shape::Struct(id) | Shape::SchemaOrBool(id) | Shape::SchemaOrArray(id) | Shape::SchemaOrStringArray(id) =
                ty.shape
            {
                self.written.insert((id, index));
            }
            self.key(&field.json);
            match root {
                Some(kind) if is_type_meta(field) => self.type_meta(kind, field),
                _ if self.style.words > 0 && is_text(field) && self.dice.chance(self.style.words) => self.word(field),
                _ => self.value(Ty::of(table::TYPES, field.ty), depth + 1),
            }
        }
        if self.dice.chance(self.style.strangers) {
            if !fields.is_empty() {
                self.out.push(b',');
            }
            self.stranger(def, root.is_some());
        }
        self.blank();
        self.out.push(b'}');
    }

    /// Positions of the fields that this object has; repeated ones more than once.
    fn chosen(&mut self, def: &StructDef, root: bool, depth: usize) -> Vec<usize> {
        let share = if depth > 14 { 0 } else { self.dice.pick(&[100, 300, 300, 600, 1000]) };
        let mut order: Vec<usize> = (0..def.fields.len()).collect();
        self.dice.shuffle(&mut order);
        let mut chosen: Vec<usize> = Vec::new();
        for index in order {
            // Near the root nearly everything, or deep structs would seldom come up.
            let share = if root && def.fields.len() < 8 { 850 } else { share };
            if chosen.len() < self.left && self.dice.chance(share) {
                chosen.push(index);
                if self.dice.chance(self.style.repeats) {
                    chosen.push(index);
                }
            }
        }
        if self.dice.chance(500) {
            chosen.sort_unstable();
        } else {
            self.dice.shuffle(&mut chosen);
        }
        chosen
    }

    /// A field's name and the colon, now and then with an escape in it.
    fn key(&mut self, name: &str) {
        self.blank();
        if self.style.blanks > 0 && self.dice.chance(30) {
            let (first, rest) = name.split_at(1);
            self.text(&format!("\"\\u{:04x}{rest}\"", u32::from(first.as_bytes()[0])));
        } else {
            self.text(&format!("\"{name}\""));
        }
        self.blank();
        self.out.push(b':');
        self.blank();
    }

    /// `kind` and `apiVersion` of the document: what it is, or something that is no text.
    fn type_meta(&mut self, kind: &Kind, field: &FieldDef) {
        if self.dice.chance(self.style.faults) {
            self.literal(|dice| dice.pick(&["1", "{}", "[\"v1\"]", "true", "\"\"", "null"]).into());
        } else if field.json == "kind" {
            self.text(&format!("\"{}\"", kind.kind));
        } else {
            self.text(&format!("\"{}\"", kind.api_version()));
        }
    }

    /// A text that the field allows, or that some field does.
    fn word(&mut self, field: &FieldDef) {
        let word = match field.values.len() {
            0 => self.dice.pick(&literals::WORDS),
            count => &field.values[self.dice.below(count)],
        };
        self.text(&format!("\"{word}\""));
    }

    /// A field that the struct does not have: new, or one of its own in other letters.
    fn stranger(&mut self, def: &StructDef, root: bool) {
        let other = match def.fields.len() {
            0 => String::new(),
            count => def.fields[self.dice.below(count)].json.to_ascii_uppercase(),
        };
        if root || other == other.to_ascii_lowercase() || self.dice.chance(500) {
            self.blank();
            self.literal(|dice| {
                dice.pick(&["\"unknown\"", "\"\"", "\"a.b\"", "\"x\\\"<é\"", "\"\u{2028}\\u0000\\ud800\""]).into()
            });
            self.out.push(b':');
        } else {
            self.key(&other);
        }
        literals::any_json(&mut self.dice, 2, &mut self.out);
    }

    fn list(&mut self, ty: Ty, depth: usize) {
        let element = ty.element(table::TYPES).expect("asked for shapes with elements");
        let most = if depth > 12 || self.left == 0 { 1 } else { 4 };
        self.out.push(b'[');
        for at in 0..self.dice.below(most) {
            if at > 0 {
                self.out.push(b',');
            }
            self.value(element, depth + 1);
        }
        self.blank();
        self.out.push(b']');
    }

    fn map(&mut self, ty: Ty, depth: usize) {
        let value = ty.value(table::TYPES).expect("asked for maps");
        let most = if depth > 12 || self.left == 0 { 1 } else { 5 };
        self.out.push(b'{');
        let mut used: Vec<Vec<u8>> = Vec::new();
        for at in 0..self.dice.below(most) {
            let key = if !used.is_empty() && self.dice.chance(self.style.repeats) {
                used[self.dice.below(used.len())].clone()
            } else if self.dice.chance(500) {
                format!("\"{}{}\"", self.dice.pick(&["cpu", "app", "a", "B", "example.com/x", "é"]), self.dice.below(20))
                    .into_bytes()
            } else {
                literals::string(&mut self.dice, self.style.broken)
            };
            if self.style.repeats == 0 && used.contains(&key) {
                continue;
            }
            if at > 0 && !used.is_empty() {
                self.out.push(b',');
            }
            self.blank();
            self.out.extend_from_slice(&key);
            used.push(key);
            self.blank();
            self.out.push(b':');
            self.value(value, depth + 1);
        }
        self.blank();
        self.out.push(b'}');
    }

    fn damage(&mut self) {
        let at = self.dice.below(self.out.len());
        let byte = self.dice.pick(b"{}[],:\"\\ tfnu01-+.eE\x00\xff\n");
        match self.dice.below(5) {
            0 => self.out.truncate(at),
            1 => self.out[at] = byte,
            2 => self.out.insert(at, byte),
            3 => {
                self.out.remove(at);
            }
            _ => self.out.push(byte),
        }
    }
}
