//! Field selectors (apimachinery `pkg/fields`): `a=b,c!=d` with backslash escapes, their canonical text and matching. Used by
//! lists and watches. Which fields a resource offers is not known here: see [`Selector::transform`].

use std::fmt;

use crate::text::Quoted;

/// One condition on one field.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Term {
    /// Field label, such as `metadata.name`.
    pub field: String,
    /// The value, without escapes.
    pub value: String,
    /// `!=` instead of `=`.
    pub negated: bool,
}

/// A field selector: all terms must hold. The default one matches everything.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Selector {
    terms: Vec<Term>,
}

/// Why a field selector was refused; texts are upstream's.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FieldSelectorError {
    /// A term without operator.
    #[error("invalid selector: '{selector}'; can't understand '{term}'")]
    NotUnderstood {
        /// The whole selector.
        selector: String,
        /// The term.
        term: String,
    },
    /// A backslash before something else than `\`, `,` and `=`.
    #[error("invalid field selector: invalid escape sequence: {0}")]
    Escape(String),
    /// A bare `=` inside a value; upstream prints the character's number.
    #[error("invalid field selector: unescaped character in value: {0}")]
    Unescaped(u32),
    /// The resource has no such field label.
    #[error("{0}")]
    Label(String),
}

impl Selector {
    /// Matches everything.
    #[must_use]
    pub const fn everything() -> Self {
        Self { terms: Vec::new() }
    }

    /// One field with one value.
    pub fn one(field: impl Into<String>, value: impl Into<String>) -> Self {
        Self { terms: vec![Term { field: field.into(), value: value.into(), negated: false }] }
    }

    /// From terms, in the given order.
    #[must_use]
    pub fn from_terms(terms: Vec<Term>) -> Self {
        Self { terms }
    }

    /// Reads `fieldSelector` of a query; terms are sorted.
    ///
    /// # Errors
    /// Bad syntax, in upstream's words.
    pub fn parse(text: &str) -> Result<Self, FieldSelectorError> {
        let mut parts = split_terms(text);
        parts.sort_unstable();
        let mut terms = Vec::new();
        for part in parts {
            if part.is_empty() {
                continue;
            }
            let Some((field, negated, value)) = split_term(part) else {
                return Err(FieldSelectorError::NotUnderstood { selector: text.to_owned(), term: part.to_owned() });
            };
            let value = unescape(value)?;
            if !(field.is_empty() && value.is_empty()) {
                terms.push(Term { field: field.to_owned(), value, negated });
            }
        }
        Ok(Self { terms })
    }

    /// Renames field labels (and rewrites values) to the hub's; a term whose new label and value are both empty is dropped.
    ///
    /// # Errors
    /// What `rename` says of a label that the resource does not offer.
    pub fn transform(
        &self,
        rename: impl Fn(&str, &str) -> Result<(String, String), FieldSelectorError>,
    ) -> Result<Self, FieldSelectorError> {
        let mut terms = Vec::with_capacity(self.terms.len());
        for term in &self.terms {
            let (field, value) = rename(&term.field, &term.value)?;
            if !(field.is_empty() && value.is_empty()) {
                terms.push(Term { field, value, negated: term.negated });
            }
        }
        Ok(Self { terms })
    }

    /// Whether an object with these fields matches; `get` answers the empty string for a field that is not set.
    pub fn matches<'a>(&self, get: impl Fn(&str) -> &'a str) -> bool {
        self.terms.iter().all(|term| (get(&term.field) == term.value) != term.negated)
    }

    /// Restricts nothing.
    #[must_use]
    pub fn is_everything(&self) -> bool {
        self.terms.is_empty()
    }

    /// The terms.
    #[must_use]
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The one value that this field must have.
    #[must_use]
    pub fn requires_exact(&self, field: &str) -> Option<&str> {
        self.terms.iter().find(|t| !t.negated && t.field == field).map(|t| t.value.as_str())
    }
}

/// The label rule of resources without fields of their own: `metadata.name` and `metadata.namespace`.
///
/// # Errors
/// Any other label.
pub fn metadata_only(label: &str, value: &str) -> Result<(String, String), FieldSelectorError> {
    if label == "metadata.name" || label == "metadata.namespace" {
        return Ok((label.to_owned(), value.to_owned()));
    }
    let message = format!("{} is not a known field selector: only \"metadata.name\", \"metadata.namespace\"", Quoted(label));
    Err(FieldSelectorError::Label(message))
}

impl fmt::Display for Selector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, term) in self.terms.iter().enumerate() {
            if i > 0 {
                f.write_str(",")?;
            }
            write!(f, "{}{}{}", term.field, if term.negated { "!=" } else { "=" }, escape(&term.value))?;
        }
        Ok(())
    }
}

/// Puts backslashes before `\`, `,` and `=`.
#[must_use]
pub fn escape(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for c in value.chars() {
        if matches!(c, '\\' | ',' | '=') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Takes the backslashes out again.
fn unescape(value: &str) -> Result<String, FieldSelectorError> {
    let mut out = String::with_capacity(value.len());
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some(c @ ('\\' | ',' | '=')) => out.push(c),
                Some(c) => return Err(FieldSelectorError::Escape(format!("\\{c}"))),
                None => return Err(FieldSelectorError::Escape("\\".to_owned())),
            },
            ',' | '=' => return Err(FieldSelectorError::Unescaped(c.into())),
            c => out.push(c),
        }
    }
    Ok(out)
}

/// Splits at commas that have no backslash before them.
fn split_terms(text: &str) -> Vec<&str> {
    let mut terms = Vec::new();
    let (mut start, mut escaped) = (0, false);
    for (at, b) in text.bytes().enumerate() {
        if escaped {
            escaped = false;
        } else if b == b'\\' {
            escaped = true;
        } else if b == b',' {
            terms.push(&text[start..at]);
            start = at + 1;
        }
    }
    terms.push(&text[start..]);
    terms
}

/// Field, whether negated, and raw value, split at the first operator.
fn split_term(term: &str) -> Option<(&str, bool, &str)> {
    let bytes = term.as_bytes();
    for at in 0..bytes.len() {
        let doubled = bytes.get(at + 1) == Some(&b'=');
        match bytes[at] {
            b'!' if doubled => return Some((&term[..at], true, &term[at + 2..])),
            b'=' if doubled => return Some((&term[..at], false, &term[at + 2..])),
            b'=' => return Some((&term[..at], false, &term[at + 1..])),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests;
