//! YAML to JSON: the first document of a stream, with go-yaml v2's meaning of scalars, merge keys and aliases, and upstream's words for
//! repeated keys. Parsing is granit's; nesting and what aliases may add are bounded here.

use super::resolve::{self, Scalar};
use crate::value::{MAX_DEPTH, Object, Value};
use serde_saphyr::granit_parser::{Event, Parser, ScalarStyle, ScanError, Span, Tag, options};
use std::collections::{BTreeMap, BTreeSet};

/// Texts that aliases copy may make a document this much larger, in bytes. go-yaml bounds the number of copies only.
const COPIED: usize = 64 << 20;

/// Why a YAML document could not be read. Displays with upstream's `yaml: ` in front.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum YamlError {
    /// Not YAML, or not what JSON can say.
    #[error("yaml: {0}")]
    Yaml(String),
    /// The values cannot be JSON.
    #[error("{0}")]
    Json(String),
}

/// A converted document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Converted {
    /// Compact JSON, keys sorted at every level; of repeated keys the last one counted.
    pub json: Vec<u8>,
    /// Repeated keys: `line 8: key "k" already set in map`.
    pub duplicates: Vec<String>,
}

impl Converted {
    /// The one strict error that upstream makes of all repeated keys; none without any.
    #[must_use]
    pub fn strict_error(&self) -> Option<String> {
        (!self.duplicates.is_empty()).then(|| format!("yaml: unmarshal errors:\n  {}", self.duplicates.join("\n  ")))
    }
}

/// Converts the first document of `yaml` to JSON. No document gives `null`.
///
/// # Errors
/// Syntax, unknown anchors, aliases that contain themselves or multiply too much, keys that are no scalars, infinities.
pub fn to_json(yaml: &[u8]) -> Result<Converted, YamlError> {
    let text = std::str::from_utf8(yaml).map_err(|_| fail("invalid leading UTF-8 octet"))?;
    super::directives::check(text).map_err(fail)?;
    let document = Document::parse(text)?;
    let mut decoder = Decoder { nodes: &document.nodes, ..Decoder::default() };
    let value = match document.root {
        Some(root) => decoder.value(root)?,
        None => Value::Null,
    };
    let mut json = Vec::with_capacity(yaml.len());
    value.write_keys_sorted(&mut json);
    Ok(Converted { json, duplicates: decoder.duplicates })
}

fn fail(text: impl Into<String>) -> YamlError {
    YamlError::Yaml(text.into())
}

struct Node {
    line: usize,
    body: Body,
}

enum Body {
    Scalar { text: String, tag: String, plain: bool },
    Sequence(Vec<usize>),
    Mapping(Vec<usize>),
    Alias { name: String, target: usize },
}

#[derive(Default)]
struct Document {
    nodes: Vec<Node>,
    root: Option<usize>,
    /// Nodes by granit's anchor number.
    anchors: BTreeMap<usize, usize>,
}

impl Document {
    fn parse(text: &str) -> Result<Self, YamlError> {
        let limits = options! {
            emit_unresolved_aliases: true,
            emit_comments: false,
            block_scalar_eof_without_line_feed: true,
            flow_nesting_limit: MAX_DEPTH,
            block_nesting_limit: MAX_DEPTH,
        };
        let mut document = Self::default();
        let mut open: Vec<usize> = Vec::new();
        for event in Parser::new_from_str_with_options(text, limits) {
            let (event, span) = event.map_err(|error| fail(upstream_words(&error, text)))?;
            match event {
                Event::DocumentEnd => break,
                Event::SequenceEnd | Event::MappingEnd => {
                    open.pop();
                }
                Event::UnresolvedAlias(name) => return Err(fail(format!("unknown anchor '{name}' referenced"))),
                Event::Scalar(text, style, anchor, tag) => {
                    let body = Body::Scalar {
                        text: text.into_owned(),
                        tag: tag.as_deref().map(tag_text).unwrap_or_default(),
                        plain: style == ScalarStyle::Plain,
                    };
                    document.add(&open, anchor, span, body);
                }
                Event::Alias(anchor) => {
                    let target = document.anchors.get(&anchor).copied().unwrap_or_default();
                    let name = span.slice(text).unwrap_or_default().trim_start_matches('*').to_owned();
                    document.add(&open, 0, span, Body::Alias { name, target });
                }
                Event::SequenceStart(_, anchor, _) => open.push(document.add(&open, anchor, span, Body::Sequence(Vec::new()))),
                Event::MappingStart(_, anchor, _) => open.push(document.add(&open, anchor, span, Body::Mapping(Vec::new()))),
                _ => {}
            }
        }
        Ok(document)
    }

    fn add(&mut self, open: &[usize], anchor: usize, span: Span, body: Body) -> usize {
        let at = self.nodes.len();
        self.nodes.push(Node { line: span.start.line(), body });
        if anchor != 0 {
            self.anchors.insert(anchor, at);
        }
        match open.last().map(|&outer| &mut self.nodes[outer].body) {
            Some(Body::Sequence(children) | Body::Mapping(children)) => children.push(at),
            _ => self.root = Some(at),
        }
        at
    }
}

/// Where go-yaml says that an error is, in lines counted from 0; it prints none for 0.
enum Place {
    /// The scanner stopped here.
    Scanner,
    /// The parser stopped here; go-yaml forgets to count from 1.
    Parser,
    /// The line after, where libyaml notices.
    Next,
    /// The end of the text.
    End { scanner: bool },
    /// None.
    Nowhere,
}

/// An error of the parser in libyaml's words, as far as the two notice the same.
fn upstream_words(error: &ScanError, text: &str) -> String {
    let given = error.kind().to_string();
    let (words, place) = match given.as_str() {
        "tabs disallowed in this context" | "tabs disallowed within this context (block indentation)" => {
            ("found character that cannot start any token", Place::Scanner)
        }
        _ if given.starts_with("unexpected character: `\\u{") => ("control characters are not allowed", Place::Nowhere),
        _ if given.starts_with("unexpected character") => ("found character that cannot start any token", Place::Scanner),
        "unclosed bracket '['" => ("did not find expected ',' or ']'", Place::End { scanner: false }),
        "unclosed bracket '{'" => ("did not find expected ',' or '}'", Place::End { scanner: false }),
        "unclosed quote" => ("found unexpected end of stream", Place::End { scanner: true }),
        "misplaced bracket" | "unexpected EOF while parsing a block mapping" => {
            ("did not find expected node content", Place::Parser)
        }
        "simple key expected ':'" => ("could not find expected ':'", Place::Next),
        "invalid trailing content after double-quoted scalar" | "invalid trailing content after single-quoted scalar" => {
            ("did not find expected key", Place::Parser)
        }
        _ if given.contains("surrogate") => ("found invalid Unicode character escape code", Place::Scanner),
        _ => match given.split_once(", ") {
            Some((context, problem)) if context.starts_with("while parsing a") && !context.contains("scalar") => {
                (problem, Place::Parser)
            }
            Some((context, problem)) if context.starts_with("while ") => (problem, Place::Scanner),
            _ => (given.as_str(), Place::Scanner),
        },
    };
    let line = error.marker().line().saturating_sub(1);
    let last = text.bytes().filter(|byte| *byte == b'\n').count();
    let shown = match place {
        Place::Scanner if line > 0 => line + 1,
        Place::Parser => line,
        Place::Next => line + 2,
        Place::End { scanner: true } if last > 0 => last + 1,
        Place::End { scanner: false } => last,
        _ => 0,
    };
    if shown == 0 { words.to_owned() } else { format!("line {shown}: {words}") }
}

/// A value in Go's syntax, as messages about map keys show it.
fn go_syntax(value: &Value) -> String {
    let list = |parts: Vec<String>| parts.join(", ");
    match value {
        Value::Null => "interface {}(nil)".to_owned(),
        Value::String(text) => meta::text::quote(text),
        Value::Array(items) => format!("[]interface {{}}{{{}}}", list(items.iter().map(go_syntax).collect())),
        Value::Object(object) => {
            let members = object.iter().map(|(key, value)| format!("{}:{}", meta::text::quote(key), go_syntax(value)));
            format!("map[interface {{}}]interface {{}}{{{}}}", list(members.collect()))
        }
        Value::Bool(_) | Value::Number(_) => value.to_string(),
    }
}

fn tag_text(tag: &Tag) -> String {
    format!("{}{}", tag.handle(), tag.suffix())
}

/// A key of a Go map: the same text as a number and as a string are two keys.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    /// Go's `%#v` of it.
    shown: String,
    /// As a JSON key.
    text: String,
}

#[derive(Default)]
struct Decoder<'d> {
    nodes: &'d [Node],
    duplicates: Vec<String>,
    /// Aliases being followed.
    following: Vec<usize>,
    depth: usize,
    decoded: usize,
    aliased: usize,
    copied: usize,
}

/// A Go map being filled.
#[derive(Default)]
struct Filling {
    object: Object,
    keys: BTreeSet<Key>,
}

impl Decoder<'_> {
    fn value(&mut self, at: usize) -> Result<Value, YamlError> {
        self.count(at)?;
        let nodes = self.nodes;
        match &nodes[at].body {
            Body::Scalar { text, tag, plain } => scalar(text, tag, *plain),
            Body::Alias { name, target } => self.follow(at, name, |decoder| decoder.value(*target)),
            Body::Sequence(children) => {
                self.deeper()?;
                let items = children.iter().map(|&child| self.value(child)).collect::<Result<_, _>>()?;
                self.depth -= 1;
                Ok(Value::Array(items))
            }
            Body::Mapping(_) => {
                let mut map = Filling::default();
                self.mapping(at, &mut map)?;
                Ok(Value::Object(map.object))
            }
        }
    }

    fn deeper(&mut self) -> Result<(), YamlError> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(fail(format!("exceeded max depth of {MAX_DEPTH}")));
        }
        Ok(())
    }

    /// go-yaml's budget: how much of a document may come from aliases.
    #[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
    fn count(&mut self, at: usize) -> Result<(), YamlError> {
        const LOW: f64 = 400_000.0;
        const HIGH: f64 = 4_000_000.0;
        self.decoded += 1;
        if !self.following.is_empty() {
            self.aliased += 1;
            if let Body::Scalar { text, .. } = &self.nodes[at].body {
                self.copied += text.len();
            }
        }
        let decoded = self.decoded as f64;
        let allowed = (0.99 - 0.89 * ((decoded - LOW) / (HIGH - LOW))).clamp(0.10, 0.99);
        let excessive = self.aliased > 100 && self.decoded > 1000 && self.aliased as f64 / decoded > allowed;
        if excessive || self.copied > COPIED {
            return Err(fail("document contains excessive aliasing"));
        }
        Ok(())
    }

    fn follow<T>(&mut self, at: usize, name: &str, then: impl FnOnce(&mut Self) -> Result<T, YamlError>) -> Result<T, YamlError> {
        if self.following.contains(&at) {
            return Err(fail(format!("anchor '{name}' value contains itself")));
        }
        self.following.push(at);
        self.deeper()?;
        let result = then(self);
        self.depth -= 1;
        self.following.pop();
        result
    }

    fn mapping(&mut self, at: usize, map: &mut Filling) -> Result<(), YamlError> {
        let nodes = self.nodes;
        let Body::Mapping(children) = &nodes[at].body else { return Err(wants_map()) };
        self.deeper()?;
        for pair in children.chunks_exact(2) {
            let (key, value) = (pair[0], pair[1]);
            if is_merge(&nodes[key]) {
                self.merge(value, map)?;
                continue;
            }
            let key = self.key(key, value)?;
            let line = nodes[value].line;
            let value = self.value(value)?;
            if !map.keys.insert(key.clone()) {
                self.duplicates.push(format!("line {line}: key {} already set in map", key.shown));
            }
            map.object.insert(key.text, value);
        }
        self.depth -= 1;
        Ok(())
    }

    /// `<<`: the entries of a map, or of several with the first one counting most.
    fn merge(&mut self, at: usize, map: &mut Filling) -> Result<(), YamlError> {
        let nodes = self.nodes;
        match &nodes[at].body {
            Body::Mapping(_) => {
                self.count(at)?;
                self.mapping(at, map)
            }
            Body::Alias { name, target } => {
                self.count(at)?;
                self.follow(at, name, |decoder| {
                    decoder.count(*target)?;
                    decoder.mapping(*target, map)
                })
            }
            Body::Sequence(children) => {
                for &child in children.iter().rev() {
                    if !matches!(nodes[child].body, Body::Mapping(_) | Body::Alias { .. }) {
                        return Err(wants_map());
                    }
                    self.merge(child, map)?;
                }
                Ok(())
            }
            Body::Scalar { .. } => Err(wants_map()),
        }
    }

    fn key(&mut self, at: usize, value: usize) -> Result<Key, YamlError> {
        self.count(at)?;
        let nodes = self.nodes;
        let (text, tag, plain) = match &nodes[at].body {
            Body::Scalar { text, tag, plain } => (text, tag, *plain),
            Body::Alias { name, target } => return self.follow(at, name, |decoder| decoder.key(*target, value)),
            Body::Sequence(_) | Body::Mapping(_) => {
                let value = self.value(at)?;
                return Err(fail(format!("invalid map key: {}", go_syntax(&value))));
            }
        };
        let (scalar, text) = meaning(text, tag, plain)?;
        let same = |text: String| Key { shown: text.clone(), text };
        Ok(match scalar {
            Scalar::Text => Key { shown: meta::text::quote(&text), text },
            Scalar::Bool(value) => same(value.to_string()),
            Scalar::Int(value) => same(value.to_string()),
            Scalar::Float(value) => Key { shown: resolve::format(value, false), text: resolve::format(value, true) },
            Scalar::Null | Scalar::Uint(_) => {
                let (kind, key) = match scalar {
                    Scalar::Uint(key) => ("uint64", format!("{key:#x}")),
                    _ => ("%!s(<nil>)", "<nil>".to_owned()),
                };
                let value = go_syntax(&self.value(value)?);
                return Err(YamlError::Json(format!("unsupported map key of type: {kind}, key: {key}, value: {value}")));
            }
        })
    }
}

fn wants_map() -> YamlError {
    fail("map merge requires map or sequence of maps as the value")
}

fn is_merge(node: &Node) -> bool {
    matches!(&node.body, Body::Scalar { text, tag, plain } if text == "<<" && (*plain || tag == "tag:yaml.org,2002:merge"))
}

fn scalar(text: &str, tag: &str, plain: bool) -> Result<Value, YamlError> {
    let (scalar, text) = meaning(text, tag, plain)?;
    Ok(match scalar {
        Scalar::Null => Value::Null,
        Scalar::Bool(value) => Value::Bool(value),
        Scalar::Int(value) => Value::int(value),
        Scalar::Uint(value) => Value::Number(value.to_string().into()),
        Scalar::Float(value) if value.is_finite() => {
            let mut number = Vec::new();
            crate::number::write_f64(value, &mut number);
            Value::Number(String::from_utf8_lossy(&number).into())
        }
        Scalar::Float(value) => {
            let shown = if value.is_nan() {
                "NaN"
            } else if value > 0.0 {
                "+Inf"
            } else {
                "-Inf"
            };
            return Err(YamlError::Json(format!("json: unsupported value: {shown}")));
        }
        Scalar::Text => Value::String(text),
    })
}

/// What a scalar with a tag means, and its text.
fn meaning(text: &str, tag: &str, plain: bool) -> Result<(Scalar, String), YamlError> {
    let kind = tag.strip_prefix("tag:yaml.org,2002:");
    let resolved = match (tag, kind) {
        ("", _) if plain => resolve::plain(text),
        ("", _) | (_, Some("str")) => Scalar::Text,
        (_, Some("binary")) => {
            use base64::Engine;
            let bytes = base64::engine::general_purpose::STANDARD.decode(text.replace(['\r', '\n'], ""));
            let bytes = bytes.map_err(|_| fail("!!binary value contains invalid base64 data"))?;
            return Ok((Scalar::Text, String::from_utf8_lossy(&bytes).into_owned()));
        }
        (_, Some(kind @ ("bool" | "int" | "float" | "null"))) => {
            let resolved = resolve::plain(text);
            let (fits, found) = match &resolved {
                Scalar::Null => (kind == "null", "null"),
                Scalar::Bool(_) => (kind == "bool", "bool"),
                Scalar::Int(_) | Scalar::Uint(_) => (kind == "int" || kind == "float", "int"),
                Scalar::Float(_) => (kind == "float", "float"),
                Scalar::Text => (false, "str"),
            };
            if !fits {
                return Err(fail(format!("cannot decode !!{found} `{text}` as a !!{kind}")));
            }
            resolved
        }
        // Unknown tags, and time stamps, which stay text.
        _ => Scalar::Text,
    };
    Ok((resolved, text.to_owned()))
}
