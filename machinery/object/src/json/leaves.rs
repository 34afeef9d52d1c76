//! The decoder's dispatch on one value: scalars, `null`, embedded documents, types with their own decoder, and what Go says when a
//! value does not fit. Containers are opened here and read in `decode`.

use super::decode::{Decoder, Place, Stop};
use super::scan::Walked;
use crate::leaf::{self, Canonical};
use crate::schema::Shape;
use crate::tree::{CLEAN, Kind, Node, Span, Ty, index};

impl Decoder<'_> {
    /// Reads one value of type `ty` into `place`; a container is only opened.
    #[inline]
    pub(super) fn value(&mut self, ty: Ty, place: Place) -> Result<(), Stop> {
        let first = self.scan.peek()?;
        if first == b'n' {
            self.scan.word(b"null")?;
            return self.null(ty, place);
        }
        match ty.shape {
            Shape::RawExtension | Shape::FieldsV1 | Shape::Json => return self.embedded(ty, place),
            Shape::Quantity => return self.quantity(ty, place),
            Shape::SchemaOrBool(_) if !matches!(first, b'{' | b't' | b'f') => {
                return Err(Stop::Value("boolean or JSON schema expected".to_owned()));
            }
            Shape::SchemaOrArray(_) | Shape::SchemaOrStringArray(_) if !matches!(first, b'{' | b'[') => {
                self.scan.walk(self.depth())?;
                self.put(ty, place, Node::new(Kind::Null), false);
                return Ok(());
            }
            _ => {}
        }
        match first {
            b'{' => self.object(ty, place),
            b'[' => self.array(ty, place),
            b'"' => self.string(ty, place),
            b't' => self.boolean(ty, place, true),
            b'f' => self.boolean(ty, place, false),
            b'-' | b'0'..=b'9' => self.number(ty, place),
            _ => Err(Stop::Syntax),
        }
    }

    fn object(&mut self, ty: Ty, place: Place) -> Result<(), Stop> {
        match ty.shape {
            Shape::Struct(_) | Shape::SchemaOrBool(_) | Shape::SchemaOrArray(_) | Shape::SchemaOrStringArray(_) => {
                self.open(ty, place, Kind::Struct)
            }
            Shape::Map(_) => self.open(ty, place, Kind::Map),
            _ => {
                self.scan.walk(self.depth())?;
                self.refuse(ty, "object")
            }
        }
    }

    fn array(&mut self, ty: Ty, place: Place) -> Result<(), Stop> {
        match ty.shape {
            Shape::List(_) | Shape::SchemaOrArray(_) | Shape::SchemaOrStringArray(_) => self.open(ty, place, Kind::List),
            Shape::Bytes => self.byte_array(ty, place),
            _ => {
                self.scan.walk(self.depth())?;
                self.refuse(ty, "array")
            }
        }
    }

    /// Go's error for a JSON value of kind `value` in a type that cannot hold it. Types with their own decoder hand it to one that
    /// wants a string or an `int32`, and that ends decoding.
    fn refuse(&mut self, ty: Ty, value: &str) -> Result<(), Stop> {
        match ty.shape {
            Shape::Time | Shape::MicroTime => Err(Stop::Value(self.mismatch(value, "string"))),
            Shape::IntOrString => Err(Stop::Value(self.mismatch(value, "int32"))),
            _ => {
                self.save(|decoder| decoder.mismatch(value, &decoder.go_name(ty)));
                Ok(())
            }
        }
    }

    #[inline]
    fn string(&mut self, ty: Ty, place: Place) -> Result<(), Stop> {
        let span = self.scan.string(&mut self.tree.side)?;
        let node = Node::text(Kind::Str, span);
        match ty.shape {
            Shape::String => self.put(ty, place, node, span.len == 0),
            Shape::IntOrString => self.put(ty, place, node, false),
            Shape::Bytes => match leaf::base64(self.tree.bytes(span)) {
                Ok(_) if span.len == 0 => self.put(ty, place, node, self.drops_empty(place)),
                Ok(canonical) => self.canonical(ty, place, span, canonical),
                Err(text) => self.save(|_| text),
            },
            Shape::Time | Shape::MicroTime => {
                let text = std::str::from_utf8(self.tree.bytes(span)).map_err(|_| Stop::Syntax)?;
                let parsed = if ty.shape == Shape::Time { leaf::time(text) } else { leaf::micro_time(text) };
                let parsed = match parsed {
                    Err(_) if self.stored && leaf::canonical_time(text.as_bytes()).is_some() => Canonical::Same,
                    parsed => parsed.map_err(Stop::Value)?,
                };
                self.canonical(ty, place, span, parsed);
            }
            _ => return self.refuse(ty, "string"),
        }
        Ok(())
    }

    /// Stores a text in its canonical form. A zero value behind a pointer or in a list stays, as Go prints it.
    fn canonical(&mut self, ty: Ty, place: Place, span: Span, canonical: Canonical) {
        match canonical {
            Canonical::Same => self.put(ty, place, Node::text(Kind::Str, span), false),
            Canonical::Text(text) => {
                let span = self.tree.intern(text.as_bytes());
                self.put(ty, place, Node::text(Kind::Str, span), false);
            }
            Canonical::Zero => self.put_zero(ty, place),
        }
    }

    fn boolean(&mut self, ty: Ty, place: Place, value: bool) -> Result<(), Stop> {
        self.scan.word(if value { b"true" } else { b"false" })?;
        match ty.shape {
            Shape::Bool => self.put(ty, place, Node::bool(value), !value),
            Shape::SchemaOrBool(_) => self.put(ty, place, Node::bool(value), false),
            _ => return self.refuse(ty, "bool"),
        }
        Ok(())
    }

    fn number(&mut self, ty: Ty, place: Place) -> Result<(), Stop> {
        let text = self.scan.number()?;
        let text = std::str::from_utf8(text).map_err(|_| Stop::Syntax)?;
        let fits = match ty.shape {
            Shape::Int64 => text.parse::<i64>().ok().map(|value| (Node::int(value), value == 0)),
            Shape::Int32 => text.parse::<i32>().ok().map(|value| (Node::int(value.into()), value == 0)),
            Shape::IntOrString => match text.parse::<i32>() {
                Ok(value) => Some((Node::int(value.into()), value == 0)),
                Err(_) => return Err(Stop::Value(self.mismatch(&format!("number {text}"), "int32"))),
            },
            Shape::Float64 => {
                let value = text.parse::<f64>().ok().filter(|value| value.is_finite());
                value.map(|value| (Node::float(value), value == 0.0))
            }
            _ => return self.refuse(ty, "number"),
        };
        match fits {
            Some((node, zero)) => {
                self.put(ty, place, node, zero);
                Ok(())
            }
            None => self.refuse(ty, &format!("number {text}")),
        }
    }

    fn quantity(&mut self, ty: Ty, place: Place) -> Result<(), Stop> {
        let Walked { from, to, .. } = self.scan.walk(self.depth())?;
        let raw = &self.scan.json[from..to];
        // Go takes the quotes off and reads the rest as it stands, escapes and all.
        let (text, quotes) = match raw {
            [b'"', text @ .., b'"'] => (text, 1),
            _ => (raw, 0),
        };
        let canonical = leaf::quantity(&String::from_utf8_lossy(text)).map_err(Stop::Value)?;
        let span = Span { at: index(from + quotes), len: index(text.len()), flags: CLEAN };
        self.canonical(ty, place, span, canonical);
        Ok(())
    }

    /// Embedded documents are kept as they are printed, compact and escaped, so that equal ones stay equal through storage.
    fn embedded(&mut self, ty: Ty, place: Place) -> Result<(), Stop> {
        let Walked { from, to, compact, clean } = self.scan.walk(self.depth())?;
        let json = &self.scan.json[from..to];
        let span = if compact && clean {
            Span { at: index(from), len: index(json.len()), flags: CLEAN }
        } else {
            self.tree.intern_json(json).map_err(|_| Stop::Syntax)?
        };
        self.put(ty, place, Node::text(Kind::Raw, span), false);
        Ok(())
    }

    /// Go reads an array of small numbers into a `[]byte`.
    fn byte_array(&mut self, ty: Ty, place: Place) -> Result<(), Stop> {
        let mut bytes = Vec::new();
        self.scan.expect(b'[')?;
        let mut wrong = None;
        while self.scan.peek()? != b']' {
            if !bytes.is_empty() {
                self.scan.expect(b',')?;
            }
            let Walked { from, to, .. } = self.scan.walk(self.depth() + 1)?;
            let text = &self.scan.json[from..to];
            let kind = match text.first() {
                Some(b'n') => None,
                Some(b'"') => Some("string".to_owned()),
                Some(b'{') => Some("object".to_owned()),
                Some(b'[') => Some("array".to_owned()),
                Some(b't' | b'f') => Some("bool".to_owned()),
                _ => Some(format!("number {}", String::from_utf8_lossy(text))),
            };
            let byte = std::str::from_utf8(text).ok().and_then(|text| text.parse::<u8>().ok());
            if byte.is_none() && wrong.is_none() {
                wrong = kind;
            }
            bytes.push(byte.unwrap_or(0));
        }
        self.scan.expect(b']')?;
        if let Some(value) = wrong {
            self.save(|decoder| decoder.mismatch(&value, "uint8"));
            return Ok(());
        }
        use base64::Engine;
        let text = base64::engine::general_purpose::STANDARD.encode(bytes);
        let span = self.tree.intern(text.as_bytes());
        self.put(ty, place, Node::text(Kind::Str, span), false);
        Ok(())
    }

    /// What Go does with `null`: pointers, lists and maps become nil, most other values stay what they were.
    fn null(&mut self, ty: Ty, place: Place) -> Result<(), Stop> {
        if matches!(ty.shape, Shape::SchemaOrBool(_)) && !ty.pointer {
            return Err(Stop::Value("boolean or JSON schema expected".to_owned()));
        }
        let resets = ty.pointer
            || matches!(
                ty.shape,
                Shape::List(_) | Shape::Map(_) | Shape::Bytes | Shape::Time | Shape::MicroTime | Shape::Quantity
            )
            || ty.shape == Shape::Json && self.go_name(ty) == "interface {}";
        match place {
            Place::Root => {}
            Place::Item if !resets && self.read_over().is_some() => {}
            Place::Item | Place::Entry { .. } => self.put_zero(ty, place),
            Place::Field { .. } if self.is_zero_time(ty, place) => self.put(ty, place, Node::new(Kind::Null), false),
            // A string becomes the number that Go keeps beside it.
            Place::Field { .. } if resets || ty.shape == Shape::IntOrString && self.is_text(place) => self.unset(place),
            Place::Field { .. } => {}
        }
        Ok(())
    }

    /// Whether `null` is the zero time behind a pointer: only in our own documents, where an absent field would not be there.
    fn is_zero_time(&self, ty: Ty, place: Place) -> bool {
        self.stored && ty.pointer && matches!(ty.shape, Shape::Time | Shape::MicroTime) && self.drops_empty(place)
    }

    /// Whether an earlier, repeated field holds a text.
    fn is_text(&self, place: Place) -> bool {
        self.before(place).is_some_and(|at| self.tree.node(at).kind == Kind::Str)
    }

    /// Stores Go's zero value of a type.
    fn put_zero(&mut self, ty: Ty, place: Place) {
        let node = match ty.shape {
            _ if ty.pointer && !matches!(place, Place::Field { .. }) => Node::new(Kind::Null),
            Shape::String => Node::text(Kind::Str, Span { at: 0, len: 0, flags: CLEAN }),
            Shape::Bool => Node::bool(false),
            Shape::Int32 | Shape::Int64 | Shape::IntOrString => Node::int(0),
            Shape::Float64 => Node::float(0.0),
            Shape::Struct(_) => Node::new(Kind::Struct),
            Shape::Quantity => {
                let span = self.tree.intern(b"0");
                Node::text(Kind::Str, span)
            }
            _ => Node::new(Kind::Null),
        };
        self.put(ty, place, node, true);
    }
}
