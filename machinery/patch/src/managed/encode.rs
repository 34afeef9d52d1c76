//! Writing FieldsV1 as upstream does (structured-merge-diff `fieldpath/serialize.go`, with the escapes of the JSON library that it
//! uses). Called for every entry that a write leaves on an object. Never fails.

use object::number::{write_f64, write_i64};
use object::value::Value;

use super::element::{Element, KeyField, Keys, Scalar};
use super::set::{Node, Set};

/// Appends a set as a FieldsV1 document. HTML-unsafe characters in names come out as they are; whoever stores the document as part of
/// an object escapes them there.
pub fn encode(set: &Set<'_>, keys: &Keys<'_>, out: &mut Vec<u8>) {
    let mut writer = Writer { keys, out, scratch: Vec::new() };
    writer.siblings(&set.nodes, 0, set.nodes.len(), false);
}

struct Writer<'w, 'a> {
    keys: &'w Keys<'a>,
    out: &'w mut Vec<u8>,
    scratch: Vec<u8>,
}

impl Writer<'_, '_> {
    fn siblings(&mut self, nodes: &[Node<'_>], from: usize, to: usize, own: bool) {
        self.out.push(b'{');
        if own {
            self.out.extend_from_slice(b"\".\":{}");
        }
        let (mut at, mut first) = (from, !own);
        while at < to {
            let node = &nodes[at];
            let end = node.end as usize;
            if !std::mem::replace(&mut first, false) {
                self.out.push(b',');
            }
            self.name(node.element);
            self.out.push(b':');
            self.siblings(nodes, at + 1, end, node.member && end > at + 1);
            at = end;
        }
        self.out.push(b'}');
    }

    fn name(&mut self, element: Element<'_>) {
        match element {
            Element::Field(name) if name.bytes().all(plain) => {
                self.out.extend_from_slice(b"\"f:");
                self.out.extend_from_slice(name.as_bytes());
                self.out.push(b'"');
            }
            Element::Key(span) if self.keys.get(span).iter().all(plain_field) => self.plain_key(span),
            Element::Index(value) => {
                self.out.extend_from_slice(b"\"i:");
                write_i64(value, self.out);
                self.out.push(b'"');
            }
            _ => self.escaped(element),
        }
    }

    /// A key with nothing to escape but the quotes.
    fn plain_key(&mut self, span: super::element::KeySpan) {
        self.out.extend_from_slice(b"\"k:");
        let mut before = b'{';
        for KeyField { name, value } in self.keys.get(span) {
            self.out.push(before);
            before = b',';
            quote(name, self.out);
            self.out.push(b':');
            match value {
                Scalar::Text(text) => quote(text, self.out),
                other => scalar(*other, self.out),
            }
        }
        self.out.extend_from_slice(if before == b'{' { b"{}\"" } else { b"}\"" });
    }

    fn escaped(&mut self, element: Element<'_>) {
        let mut inner = std::mem::take(&mut self.scratch);
        inner.clear();
        match element {
            Element::Field(name) => {
                inner.extend_from_slice(b"f:");
                inner.extend_from_slice(name.as_bytes());
            }
            Element::Value(value) => {
                inner.extend_from_slice(b"v:");
                scalar(value, &mut inner);
            }
            Element::Index(_) => {}
            Element::Key(span) => {
                inner.extend_from_slice(b"k:");
                let mut before = b'{';
                for KeyField { name, value } in self.keys.get(span) {
                    inner.push(before);
                    before = b',';
                    string(name, false, &mut inner);
                    inner.push(b':');
                    scalar(*value, &mut inner);
                }
                if before == b'{' {
                    inner.push(before);
                }
                inner.push(b'}');
            }
        }
        string(&String::from_utf8_lossy(&inner), false, self.out);
        self.scratch = inner;
    }
}

/// Whether a byte stands in a string within a string as it is.
fn plain(byte: u8) -> bool {
    (0x20..0x7f).contains(&byte) && !matches!(byte, b'"' | b'\\' | b'<' | b'>' | b'&')
}

fn plain_field(field: &KeyField<'_>) -> bool {
    field.name.bytes().all(plain)
        && match field.value {
            Scalar::Text(text) => text.bytes().all(plain),
            Scalar::Json(_) => false,
            _ => true,
        }
}

fn quote(text: &str, out: &mut Vec<u8>) {
    out.extend_from_slice(b"\\\"");
    out.extend_from_slice(text.as_bytes());
    out.extend_from_slice(b"\\\"");
}

fn scalar(value: Scalar<'_>, out: &mut Vec<u8>) {
    match value {
        Scalar::Null => out.extend_from_slice(b"null"),
        Scalar::Bool(value) => out.extend_from_slice(if value { b"true" } else { b"false" }),
        Scalar::Int(value) => write_i64(value, out),
        Scalar::Float(value) => float(value, out),
        Scalar::Text(text) => string(text, true, out),
        Scalar::Json(value) => json(value, out),
    }
}

/// Go's `strconv.AppendFloat`: plain, or with an exponent of at least two digits.
fn float(value: f64, out: &mut Vec<u8>) {
    let size = value.abs();
    if size == 0.0 || (1e-6..1e21).contains(&size) {
        return write_f64(value, out);
    }
    let text = format!("{value:e}");
    let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let (sign, exponent) = exponent.strip_prefix('-').map_or(('+', exponent), |exponent| ('-', exponent));
    out.extend_from_slice(format!("{digits}e{sign}{exponent:0>2}").as_bytes());
}

fn json(value: &Value, out: &mut Vec<u8>) {
    match value {
        Value::Array(items) => {
            out.push(b'[');
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    out.push(b',');
                }
                json(item, out);
            }
            out.push(b']');
        }
        Value::Object(object) => {
            let mut members: Vec<(&str, &Value)> = object.iter().collect();
            members.sort_unstable_by_key(|member| member.0);
            out.push(b'{');
            for (at, (name, member)) in members.into_iter().enumerate() {
                if at > 0 {
                    out.push(b',');
                }
                string(name, true, out);
                out.push(b':');
                json(member, out);
            }
            out.push(b'}');
        }
        other => scalar(Scalar::of(other), out),
    }
}

/// A JSON string in the escapes of upstream's library, which differ from Go's own: no short form for backspace and form feed, and
/// HTML-unsafe characters and U+2028/2029 only where asked for.
fn string(text: &str, html: bool, out: &mut Vec<u8>) {
    out.push(b'"');
    let mut clean = 0;
    for (at, c) in text.char_indices() {
        let escaped = match c {
            '"' | '\\' | '\0'..='\u{1f}' => true,
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => html,
            _ => false,
        };
        if !escaped {
            continue;
        }
        out.extend_from_slice(&text.as_bytes()[clean..at]);
        clean = at + c.len_utf8();
        match c {
            '"' => out.extend_from_slice(b"\\\""),
            '\\' => out.extend_from_slice(b"\\\\"),
            '\n' => out.extend_from_slice(b"\\n"),
            '\r' => out.extend_from_slice(b"\\r"),
            '\t' => out.extend_from_slice(b"\\t"),
            c => out.extend_from_slice(format!("\\u{:04x}", u32::from(c)).as_bytes()),
        }
    }
    out.extend_from_slice(&text.as_bytes()[clean..]);
    out.push(b'"');
}
