//! Label selectors: written and read again they are the same, and choose the same.

use std::str;

use meta::labels::Selector;

pub(crate) fn run(data: &[u8]) {
    let Ok(text) = str::from_utf8(data) else { return };
    let selector = match Selector::parse(text) {
        Ok(selector) => selector,
        // Every bad value of a list is complained of by itself, with the rule that it breaks: some 300 bytes for two.
        Err(error) => return assert!(error.to_string().len() <= 256 * data.len() + 4096, "about {} bytes", data.len()),
    };
    let written = selector.to_string();
    let again = Selector::parse(&written).unwrap_or_else(|error| panic!("{written}: {error}"));
    assert_eq!(again.to_string(), written);
    assert_eq!(again.requirements(), selector.requirements());
    for value in [None, Some(""), Some("a"), Some("5"), Some(text)] {
        assert_eq!(selector.matches(|_| value), again.matches(|_| value), "{written} and {value:?}");
    }
    for requirement in selector.requirements() {
        if let Some(value) = selector.requires_exact(requirement.key()) {
            let mut same_key = selector.requirements().iter().filter(|other| other.key() == requirement.key());
            assert!(same_key.any(|other| other.values().iter().any(|known| known == value)), "{written}");
        }
    }
}
