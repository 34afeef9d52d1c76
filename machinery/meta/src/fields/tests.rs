//! Field selectors at the edges; parsing at large is compared with upstream's answers in `tests/upstream.rs`.

use super::*;

#[test]
fn selectors_print_in_canonical_form() {
    let check = |text: &str, expect: &str| assert_eq!(Selector::parse(text).unwrap().to_string(), expect, "{text}");
    check("", "");
    check("b!=c,a==d", "a=d,b!=c");
    check(",,a=b,", "a=b");
    check("a=b\\,c\\=d\\\\", "a=b\\,c\\=d\\\\");
}

#[test]
fn refusals_are_upstreams() {
    let check = |text: &str, expect: &str| assert_eq!(Selector::parse(text).unwrap_err().to_string(), expect, "{text}");
    check("spec.nodeName", "invalid selector: 'spec.nodeName'; can't understand 'spec.nodeName'");
    check("a=b,c", "invalid selector: 'a=b,c'; can't understand 'c'");
    check("a=b=c", "invalid field selector: unescaped character in value: 61");
    check("a=\\x", "invalid field selector: invalid escape sequence: \\x");
    check("a=b\\", "invalid field selector: invalid escape sequence: \\");
    let unknown = Selector::parse("foo=x").unwrap().transform(metadata_only).unwrap_err().to_string();
    assert_eq!(unknown, "\"foo\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\"");
}

#[test]
fn terms_match_and_rename() {
    let selector = Selector::parse("metadata.name=a,spec.host!=n").unwrap();
    assert_eq!(selector.requires_exact("metadata.name"), Some("a"));
    assert_eq!(selector.requires_exact("spec.host"), None);
    let rename = |label: &str, value: &str| Ok((label.replace("spec.host", "spec.nodeName"), value.to_owned()));
    let renamed = selector.transform(rename).unwrap();
    assert_eq!(renamed.to_string(), "metadata.name=a,spec.nodeName!=n");
    let check = |name: &'static str, node: &'static str, expect: bool| {
        let get = |field: &str| if field == "metadata.name" { name } else { node };
        assert_eq!(renamed.matches(get), expect);
    };
    check("a", "", true);
    check("a", "n", false);
    check("b", "", false);
}
