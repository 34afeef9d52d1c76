//! Distinguished names, read the way Go's `crypto/x509/pkix` reads them: every Organization counts, wherever it stands (several
//! RDNs, or several attributes in one RDN); of several common names the last one wins.

use x509_cert::attr::AttributeValue;
use x509_cert::der::Tag;
use x509_cert::der::asn1::ObjectIdentifier;
use x509_cert::der::{Tagged, asn1::Any};
use x509_cert::name::Name;

use crate::ParseError;

const COMMON_NAME: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.3");
const ORGANIZATION: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.10");
/// A user's UID in a client certificate (apimachinery `pkg/apis/asn1`).
const KUBERNETES_UID: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.4.1.57683.2");

/// The parts of a distinguished name that Kubernetes looks at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subject {
    /// The common name, empty when there is none. Of several, the last.
    pub common_name: String,
    /// Every Organization, in order.
    pub organizations: Vec<String>,
    /// Every Kubernetes UID attribute; a valid user certificate has at most one.
    pub uids: Vec<String>,
}

impl Subject {
    pub(crate) fn read(name: &Name) -> Result<Self, ParseError> {
        let mut subject = Self::default();
        for attribute in name.iter() {
            // As in Go, an attribute that is not a string at all makes the certificate unreadable, whatever its name.
            let text = string(&attribute.value)?;
            match attribute.oid {
                COMMON_NAME => subject.common_name = text,
                ORGANIZATION => subject.organizations.push(text),
                KUBERNETES_UID => subject.uids.push(text),
                _ => {}
            }
        }
        Ok(subject)
    }
}

/// The string types that RFC 5280 allows in names, as text.
fn string(value: &AttributeValue) -> Result<String, ParseError> {
    let bytes = Any::value(value);
    let text = match value.tag() {
        Tag::Utf8String => std::str::from_utf8(bytes).ok().map(str::to_owned),
        Tag::PrintableString => ascii(bytes, is_printable),
        Tag::Ia5String => ascii(bytes, |b| b.is_ascii()),
        Tag::NumericString => ascii(bytes, |b| b.is_ascii_digit() || b == b' '),
        // T.61 is read as Latin-1 by everyone.
        Tag::TeletexString => Some(bytes.iter().map(|b| char::from(*b)).collect()),
        Tag::BmpString => two_byte(bytes),
        _ => None,
    };
    text.ok_or(ParseError::Name)
}

fn ascii(bytes: &[u8], allowed: impl Fn(u8) -> bool) -> Option<String> {
    bytes.iter().all(|b| allowed(*b)).then(|| bytes.iter().map(|b| char::from(*b)).collect())
}

/// PrintableString's alphabet and, as in Go, `*` and `&`, which many certificates have.
fn is_printable(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b" '()+,-./:=?*&".contains(&byte)
}

/// UCS-2: two bytes a character, no surrogates, an optional terminator.
fn two_byte(bytes: &[u8]) -> Option<String> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return None;
    }
    let pairs = pairs.strip_suffix(&[[0, 0]]).unwrap_or(pairs);
    pairs
        .iter()
        .map(|pair| match u16::from_be_bytes(*pair) {
            0xfffe | 0xffff | 0xfdd0..=0xfdef => None,
            unit => char::from_u32(u32::from(unit)),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(tag: Tag, bytes: &[u8], expect: Option<&str>) {
        let value = Any::new(tag, bytes).unwrap();
        assert_eq!(string(&value).ok().as_deref(), expect, "{tag:?} {bytes:?}");
    }

    #[test]
    fn string_types() {
        check(Tag::Utf8String, "gr\u{fc}n".as_bytes(), Some("gr\u{fc}n"));
        check(Tag::Utf8String, &[0xff], None);
        check(Tag::PrintableString, b"system:masters", Some("system:masters"));
        check(Tag::PrintableString, b"a@b", None);
        check(Tag::Ia5String, b"a@b", Some("a@b"));
        check(Tag::Ia5String, &[0x80], None);
        check(Tag::NumericString, b"12 3", Some("12 3"));
        check(Tag::NumericString, b"12a", None);
        check(Tag::TeletexString, &[0xe9], Some("\u{e9}"));
        check(Tag::BmpString, &[0, b'h', 0, b'i', 0, 0], Some("hi"));
        check(Tag::BmpString, &[0, b'h', 0], None);
        check(Tag::BmpString, &[0xd8, 0], None);
        check(Tag::BmpString, &[0xff, 0xfe], None);
        check(Tag::Integer, &[1], None);
    }
}
