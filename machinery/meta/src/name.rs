//! Rules for names, label keys and values, ports and the like, with upstream's texts (apimachinery `pkg/util/validation` and
//! `pkg/api/validate/content`). Every function answers with the list of complaints; an empty list means valid. Allocates
//! nothing for a valid name.

use crate::Text;

/// Complaints about one value, in upstream's order and words; empty when it is valid.
pub type Complaints = Vec<Text>;

/// A rule for object names. `prefix` says that something will be appended (generateName).
pub type NameRule = fn(&str, prefix: bool) -> Complaints;

/// Longest DNS label, label value and name part of a label key, in bytes.
pub const LABEL_MAX: usize = 63;
/// Longest DNS subdomain, in bytes.
pub const SUBDOMAIN_MAX: usize = 253;
/// Most bytes in all annotation keys and values of one object.
pub const ANNOTATIONS_MAX: usize = 256 << 10;
/// Longest base of a generated name, in bytes; longer ones are cut.
pub const GENERATE_BASE_MAX: usize = 58;
/// Random characters after the base of a generated name.
pub const GENERATE_SUFFIX: usize = 5;

const GENERATE_ALPHABET: &[u8; 27] = b"bcdfghjklmnpqrstvwxz2456789";

const LABEL: &str = "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
const SUBDOMAIN: &str = "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
const SUBDOMAIN_CASELESS: &str = "an RFC 1123 subdomain must consist of alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'Example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
const SUBDOMAIN_UNDERSCORE: &str = "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '_', '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?(\\._?[a-z0-9]([-_a-z0-9]*[a-z0-9])?)*')";
const LABEL_1035: &str = "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')";
const WILDCARD: &str = "a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, which must consist of lower case alphanumeric characters, '-' or '.' and end with an alphanumeric character (e.g. '*.example.com', regex used for validation is '\\*\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
const KEY_NAME: &str = "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
const KEY: &str = "a valid label key must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]') with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')";
const VALUE: &str = "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";
const C_IDENTIFIER: &str = "a valid C identifier must start with alphabetic character or '_', followed by a string of alphanumeric characters or '_' (e.g. 'my_name',  or 'MY_NAME',  or 'MyName', regex used for validation is '[A-Za-z_][A-Za-z0-9_]*')";
const PERCENT: &str = "a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%', regex used for validation is '[0-9]+%')";
const HEADER: &str = "a valid HTTP header must consist of alphanumeric characters or '-' (e.g. 'X-Header-Name', regex used for validation is '[-A-Za-z0-9]+')";
const ENV_NAME: &str = "a valid environment variable name must consist of alphabetic characters, digits, '_', '-', or '.', and must not start with a digit (e.g. 'my.env-name',  or 'MY_ENV.NAME',  or 'MyEnvName1', regex used for validation is '[-._a-zA-Z][-._a-zA-Z0-9]*')";
const ENV_NAME_RELAXED: &str = "a valid environment variable name must consist only of printable ASCII characters other than '='";
const CONFIG_KEY: &str = "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')";
const CONDITION_REASON: &str = "a condition reason must start with alphabetic character, optionally followed by a string of alphanumeric characters or '_,:', and must end with an alphanumeric character or '_' (e.g. 'my_name',  or 'MY_NAME',  or 'MyName',  or 'ReasonA,ReasonB',  or 'ReasonA:ReasonB', regex used for validation is '[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?')";

/// `IsDNS1123Label`: lower-case letters, digits and inner dashes, at most 63 bytes.
#[must_use]
pub fn dns1123_label(value: &str) -> Complaints {
    let mut out = Complaints::new();
    if value.len() > LABEL_MAX {
        out.push(Text::Borrowed("must be no more than 63 characters"));
    }
    if !label_matches(value) {
        out.push(Text::Borrowed(if subdomain_matches(value) { "must not contain dots" } else { LABEL }));
    }
    out
}

/// `IsDNS1123Subdomain`: labels joined by dots, at most 253 bytes.
#[must_use]
pub fn dns1123_subdomain(value: &str) -> Complaints {
    bounded(value, subdomain_matches(value), SUBDOMAIN)
}

/// `IsDNS1123SubdomainCaseless`.
#[must_use]
pub fn dns1123_subdomain_caseless(value: &str) -> Complaints {
    let mut out = Complaints::new();
    if value.len() > SUBDOMAIN_MAX {
        out.push(Text::Borrowed("must be no more than 253 bytes"));
    }
    if !value.is_ascii() || !subdomain_matches(&value.to_ascii_lowercase()) {
        out.push(Text::Borrowed(SUBDOMAIN_CASELESS));
    }
    out
}

/// `IsDNS1123SubdomainWithUnderscore`.
#[must_use]
pub fn dns1123_subdomain_with_underscore(value: &str) -> Complaints {
    let part = |part: &str| {
        let part = part.strip_prefix('_').unwrap_or(part);
        framed(part, |b| lower(b) || b == b'-' || b == b'_', lower)
    };
    bounded(value, value.split('.').all(part), SUBDOMAIN_UNDERSCORE)
}

/// `IsDNS1035Label`: as a DNS label, but starting with a letter.
#[must_use]
pub fn dns1035_label(value: &str) -> Complaints {
    let mut out = Complaints::new();
    if value.len() > LABEL_MAX {
        out.push(Text::Borrowed("must be no more than 63 characters"));
    }
    if !label_matches(value) || !value.as_bytes()[0].is_ascii_lowercase() {
        out.push(Text::Borrowed(LABEL_1035));
    }
    out
}

/// `IsWildcardDNS1123Subdomain`: `*.` and a subdomain.
#[must_use]
pub fn wildcard_dns1123_subdomain(value: &str) -> Complaints {
    bounded(value, value.strip_prefix("*.").is_some_and(subdomain_matches), WILDCARD)
}

/// `IsQualifiedName` / `IsLabelKey`: a name of at most 63 bytes, with an optional DNS subdomain and `/` before it.
#[must_use]
pub fn qualified_name(value: &str) -> Complaints {
    let mut out = Complaints::new();
    let name = match value.split_once('/') {
        None => value,
        Some((_, rest)) if rest.contains('/') => return vec![Text::Borrowed(KEY)],
        Some((prefix, name)) => {
            if prefix.is_empty() {
                out.push(Text::Borrowed("prefix part must be non-empty"));
            } else {
                if prefix.len() > SUBDOMAIN_MAX {
                    out.push(Text::Borrowed("prefix part must be no more than 253 bytes"));
                }
                if !subdomain_matches(prefix) {
                    out.push(Text::Owned(format!("prefix part {SUBDOMAIN}")));
                }
            }
            name
        }
    };
    if name.is_empty() {
        out.push(Text::Borrowed("name part must be non-empty"));
    } else if name.len() > LABEL_MAX {
        out.push(Text::Borrowed("name part must be no more than 63 bytes"));
    }
    if !key_name_matches(name) {
        out.push(Text::Borrowed(KEY_NAME));
    }
    out
}

/// `IsPrefixedLabelKey`: a label key that must have its prefix.
#[must_use]
pub fn prefixed_label_key(value: &str) -> Complaints {
    let out = qualified_name(value);
    if !out.is_empty() || value.contains('/') {
        return out;
    }
    vec![Text::Borrowed("must include a prefix (e.g. 'example.com/key')")]
}

/// `IsValidLabelValue`: empty, or at most 63 letters, digits, dashes, underscores and dots with a letter or digit at each end.
#[must_use]
pub fn label_value(value: &str) -> Complaints {
    let mut out = Complaints::new();
    if value.len() > LABEL_MAX {
        out.push(Text::Borrowed("must be no more than 63 bytes"));
    }
    if !value.is_empty() && !key_name_matches(value) {
        out.push(Text::Borrowed(VALUE));
    }
    out
}

/// `IsPathSegmentName`: can stand in a URL path and a storage key.
#[must_use]
pub fn path_segment(value: &str) -> Complaints {
    match value {
        "." => vec![Text::Borrowed("may not be '.'")],
        ".." => vec![Text::Borrowed("may not be '..'")],
        _ => path_segment_prefix(value),
    }
}

/// `IsPathSegmentPrefix`: can start a name that stands in a URL path.
#[must_use]
pub fn path_segment_prefix(value: &str) -> Complaints {
    let mut out = Complaints::new();
    if value.contains('/') {
        out.push(Text::Borrowed("may not contain '/'"));
    }
    if value.contains('%') {
        out.push(Text::Borrowed("may not contain '%'"));
    }
    out
}

/// `IsCIdentifier`.
#[must_use]
pub fn c_identifier(value: &str) -> Complaints {
    let word = |b: u8| b.is_ascii_alphanumeric() || b == b'_';
    let ok = value.bytes().all(word) && value.bytes().next().is_some_and(|b| !b.is_ascii_digit());
    complain(ok, C_IDENTIFIER)
}

/// `IsValidPortNum`: 1 to 65535.
#[must_use]
pub fn port_number(port: i64) -> Complaints {
    in_range(port, 1, 65535)
}

/// `IsInRange`, both ends included.
#[must_use]
pub fn in_range(value: i64, low: i64, high: i64) -> Complaints {
    if (low..=high).contains(&value) {
        return Complaints::new();
    }
    vec![Text::Owned(format!("must be between {low} and {high}, inclusive"))]
}

/// `IsValidUserID` and `IsValidGroupID`.
#[must_use]
pub fn user_or_group_id(id: i64) -> Complaints {
    in_range(id, 0, i64::from(i32::MAX))
}

/// `IsValidPortName` (RFC 6335 in lower case).
#[must_use]
pub fn port_name(value: &str) -> Complaints {
    let mut out = Complaints::new();
    if value.len() > 15 {
        out.push(Text::Borrowed("must be no more than 15 characters"));
    }
    if value.is_empty() || !value.bytes().all(|b| lower(b) || b == b'-') {
        out.push(Text::Borrowed("must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)"));
    }
    if !value.bytes().any(|b| b.is_ascii_lowercase()) {
        out.push(Text::Borrowed("must contain at least one letter (a-z)"));
    }
    if value.contains("--") {
        out.push(Text::Borrowed("must not contain consecutive hyphens"));
    }
    if value.starts_with('-') || value.ends_with('-') {
        out.push(Text::Borrowed("must not begin or end with a hyphen"));
    }
    out
}

/// `IsValidPercent`: digits and `%`.
#[must_use]
pub fn percent(value: &str) -> Complaints {
    let digits = value.strip_suffix('%').unwrap_or_default();
    complain(!digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()), PERCENT)
}

/// `IsHTTPHeaderName`.
#[must_use]
pub fn http_header(value: &str) -> Complaints {
    complain(!value.is_empty() && value.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'), HEADER)
}

/// `IsEnvVarName`.
#[must_use]
pub fn env_var(value: &str) -> Complaints {
    let ok = config_char(value) && !value.as_bytes()[0].is_ascii_digit();
    let mut out = complain(ok, ENV_NAME);
    parent_folder(value, &mut out);
    out
}

/// `IsRelaxedEnvVarName`: printable ASCII without `=`.
#[must_use]
pub fn env_var_relaxed(value: &str) -> Complaints {
    if value.is_empty() {
        return vec![Text::Borrowed("environment variable name must be non-empty")];
    }
    complain(value.bytes().all(|b| (b' '..=b'~').contains(&b) && b != b'='), ENV_NAME_RELAXED)
}

/// `IsConfigMapKey`: key of a ConfigMap or Secret.
#[must_use]
pub fn config_map_key(value: &str) -> Complaints {
    let mut out = bounded(value, config_char(value), CONFIG_KEY);
    parent_folder(value, &mut out);
    out
}

/// `IsValidConditionReason`.
#[must_use]
pub fn condition_reason(value: &str) -> Complaints {
    let word = |b: u8| b.is_ascii_alphanumeric() || b == b'_';
    let ok = match value.as_bytes() {
        [] => false,
        [only] => only.is_ascii_alphabetic(),
        [first, inner @ .., last] => {
            first.is_ascii_alphabetic() && word(*last) && inner.iter().all(|&b| word(b) || b == b',' || b == b':')
        }
    };
    complain(ok, CONDITION_REASON)
}

/// [`NameRule`] `NameIsDNSSubdomain`: the usual rule for object names.
#[must_use]
pub fn is_subdomain(name: &str, prefix: bool) -> Complaints {
    with_dash_masked(name, prefix, dns1123_subdomain)
}

/// [`NameRule`] `NameIsDNSLabel`: namespaces and other names that become a label.
#[must_use]
pub fn is_label(name: &str, prefix: bool) -> Complaints {
    with_dash_masked(name, prefix, dns1123_label)
}

/// [`NameRule`] `NameIsDNS1035Label`: services, before names were relaxed.
#[must_use]
pub fn is_label_1035(name: &str, prefix: bool) -> Complaints {
    with_dash_masked(name, prefix, dns1035_label)
}

/// [`NameRule`] `path.ValidatePathSegmentName`: RBAC and other free names.
#[must_use]
pub fn is_path_segment(name: &str, prefix: bool) -> Complaints {
    if prefix { path_segment_prefix(name) } else { path_segment(name) }
}

/// Makes a name from `generateName` and five random bytes: at most 58 bytes of base and five characters that spell no words.
/// Each byte picks a character by remainder, a bias of at most one part in nine that does not matter for a name.
#[must_use]
pub fn generate(base: &str, random: [u8; GENERATE_SUFFIX]) -> String {
    let mut cut = base.len().min(GENERATE_BASE_MAX);
    // Go cuts bytes; a cut inside a character would not be text any more.
    while !base.is_char_boundary(cut) {
        cut -= 1;
    }
    let mut out = base[..cut].to_owned();
    out.extend(random.iter().map(|&b| char::from(GENERATE_ALPHABET[usize::from(b) % GENERATE_ALPHABET.len()])));
    out
}

fn with_dash_masked(name: &str, prefix: bool, rule: fn(&str) -> Complaints) -> Complaints {
    // Upstream replaces the last *two* bytes by one letter when a prefix ends with a dash; lengths are judged after that.
    match name.strip_suffix('-') {
        Some(rest) if prefix && !rest.is_empty() => {
            // A character of several bytes stays whole: it breaks every rule anyway.
            let mut cut = rest.len() - 1;
            while !rest.is_char_boundary(cut) {
                cut += 1;
            }
            rule(&format!("{}a", &rest[..cut]))
        }
        _ => rule(name),
    }
}

fn lower(b: u8) -> bool {
    b.is_ascii_lowercase() || b.is_ascii_digit()
}

/// Non-empty, every byte `inner`, first and last `edge`.
fn framed(value: &str, inner: fn(u8) -> bool, edge: fn(u8) -> bool) -> bool {
    match value.as_bytes() {
        [] => false,
        [only] => edge(*only),
        [first, middle @ .., last] => edge(*first) && edge(*last) && middle.iter().all(|&b| inner(b)),
    }
}

fn label_matches(value: &str) -> bool {
    framed(value, |b| lower(b) || b == b'-', lower)
}

fn subdomain_matches(value: &str) -> bool {
    value.split('.').all(label_matches)
}

fn key_name_matches(name: &str) -> bool {
    framed(name, |b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'), |b| b.is_ascii_alphanumeric())
}

fn config_char(value: &str) -> bool {
    !value.is_empty() && value.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'))
}

fn bounded(value: &str, ok: bool, complaint: &'static str) -> Complaints {
    let mut out = Complaints::new();
    if value.len() > SUBDOMAIN_MAX {
        out.push(Text::Borrowed("must be no more than 253 characters"));
    }
    if !ok {
        out.push(Text::Borrowed(complaint));
    }
    out
}

fn complain(ok: bool, complaint: &'static str) -> Complaints {
    if ok { Complaints::new() } else { vec![Text::Borrowed(complaint)] }
}

fn parent_folder(value: &str, out: &mut Complaints) {
    if value == "." {
        out.push(Text::Borrowed("must not be '.'"));
    } else if value == ".." {
        out.push(Text::Borrowed("must not be '..'"));
    } else if value.starts_with("..") {
        out.push(Text::Borrowed("must not start with '..'"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn complaints_are_upstreams() {
        let check = |got: Complaints, expect: &[&str]| assert_eq!(got, expect);
        check(dns1123_label("a-1"), &[]);
        check(dns1123_label("a.b"), &["must not contain dots"]);
        check(dns1123_label("A"), &[LABEL]);
        check(dns1123_label(&"a".repeat(64)), &["must be no more than 63 characters"]);
        check(dns1123_subdomain("a.b-c.1"), &[]);
        check(dns1123_subdomain("a..b"), &[SUBDOMAIN]);
        check(dns1123_subdomain(&"a".repeat(254)), &["must be no more than 253 characters"]);
        check(dns1035_label("a1"), &[]);
        check(dns1035_label("1a"), &[LABEL_1035]);
        check(dns1035_label(""), &[LABEL_1035]);
        check(wildcard_dns1123_subdomain("*.a.b"), &[]);
        check(wildcard_dns1123_subdomain("a.b"), &[WILDCARD]);
        check(qualified_name("a.b/C_d"), &[]);
        check(qualified_name("a/b/c"), &[KEY]);
        check(qualified_name("/x"), &["prefix part must be non-empty"]);
        check(qualified_name("a/"), &["name part must be non-empty", KEY_NAME]);
        check(qualified_name(&"a".repeat(64)), &["name part must be no more than 63 bytes"]);
        check(qualified_name("A/b"), &[&format!("prefix part {SUBDOMAIN}")]);
        check(label_value(""), &[]);
        check(label_value("-"), &[VALUE]);
        check(label_value(&"a".repeat(64)), &["must be no more than 63 bytes"]);
        check(path_segment(".."), &["may not be '..'"]);
        check(path_segment("a/%"), &["may not contain '/'", "may not contain '%'"]);
        check(port_name("http"), &[]);
        check(
            port_name("-1--"),
            &[
                "must contain at least one letter (a-z)",
                "must not contain consecutive hyphens",
                "must not begin or end with a hyphen",
            ],
        );
        check(port_number(0), &["must be between 1 and 65535, inclusive"]);
        check(config_map_key("..a"), &["must not start with '..'"]);
        check(config_map_key("a b"), &[CONFIG_KEY]);
        check(env_var("1a"), &[ENV_NAME]);
        check(env_var_relaxed("a="), &[ENV_NAME_RELAXED]);
        check(percent("5%"), &[]);
        check(percent("%"), &[PERCENT]);
        check(http_header("X-A"), &[]);
        check(http_header("a b"), &[HEADER]);
        check(c_identifier("_a1"), &[]);
        check(c_identifier("1a"), &[C_IDENTIFIER]);
        check(condition_reason("A:b,c_"), &[]);
        check(condition_reason("a:"), &[CONDITION_REASON]);
    }

    #[test]
    fn prefixes_may_end_with_a_dash() {
        assert!(is_subdomain("abc-", true).is_empty());
        assert!(!is_subdomain("abc-", false).is_empty());
        assert!(!is_subdomain("-", true).is_empty());
        // Upstream swallows the character before the dash, whatever it was.
        assert!(is_subdomain("x--", true).is_empty());
        assert!(!is_label("\u{e9}-", true).is_empty());
        assert!(is_path_segment(".", true).is_empty());
    }

    #[test]
    fn names_are_generated_within_bounds() {
        assert_eq!(generate("pod-", [0, 1, 26, 27, 255]), "pod-bc9bq");
        assert_eq!(generate(&"a".repeat(70), [0; 5]), format!("{}bbbbb", "a".repeat(58)));
        assert_eq!(generate(&"\u{e9}".repeat(40), [0; 5]).chars().count(), 29 + 5);
    }
}
