//! Field selectors: written and read again they are the same, and choose the same.

use std::str;

use meta::fields::{Selector, escape, metadata_only};

use crate::documents::check_text;

pub(crate) fn run(data: &[u8]) {
    let Ok(text) = str::from_utf8(data) else { return };
    let selector = match Selector::parse(text) {
        Ok(selector) => selector,
        Err(error) => return check_text(&error.to_string(), data),
    };
    let written = selector.to_string();
    let again = Selector::parse(&written).unwrap_or_else(|error| panic!("{written}: {error}"));
    // Terms are ordered by how they were written, `=` and `==` apart.
    let sorted = |selector: &Selector| {
        let mut terms = selector.terms().to_vec();
        terms.sort_by(|a, b| (&a.field, &a.value, a.negated).cmp(&(&b.field, &b.value, b.negated)));
        terms
    };
    assert_eq!(sorted(&again), sorted(&selector), "{written}");
    for value in ["", "a", text] {
        assert_eq!(selector.matches(|_| value), again.matches(|_| value), "{written} and {value}");
    }
    if let Err(error) = selector.clone().transform(metadata_only) {
        check_text(&error.to_string(), data);
    }
    let one = Selector::parse(&format!("a={}", escape(text))).expect("an escaped value is a value");
    assert_eq!(one.requires_exact("a"), Some(text));
}
