//! Certificates made by OpenSSL (`testdata/make.sh`), for the tests of this crate.

use rustls_pki_types::CertificateDer;

macro_rules! certificates {
    ($($name:ident = $file:literal,)*) => {
        $(pub(crate) const $name: &str = include_str!(concat!("../testdata/", $file, ".pem"));)*
    };
}

certificates! {
    CA = "ca",
    OTHER_CA = "other-ca",
    ENDED_CA = "ended-ca",
    INTERMEDIATE = "intermediate",
    PLAIN = "plain",
    SEVERAL_RDNS = "several-rdns",
    ONE_MULTI_VALUED_RDN = "one-multi-valued-rdn",
    NO_GROUPS = "no-groups",
    NO_NAME = "no-name",
    TWO_COMMON_NAMES = "two-common-names",
    UID = "uid",
    TWO_UIDS = "two-uids",
    SERVER = "server",
    ANY_USAGE = "any-usage",
    NO_USAGE = "no-usage",
    BY_INTERMEDIATE = "by-intermediate",
    BY_OTHER_CA = "by-other-ca",
    BY_ENDED_CA = "by-ended-ca",
}

/// The one certificate of a file.
pub(crate) fn der(pem: &str) -> CertificateDer<'static> {
    let mut list = crate::certificates_from_pem(pem.as_bytes()).unwrap();
    assert_eq!(list.len(), 1);
    list.remove(0)
}
