//! A file of users and an `Authorization` header: what is wrong with the file is said by a line that it has, and nobody gets in with what
//! does not stand in it.

use auth::authn::{Passwords, Sources, Tokens};
use auth::{Authenticator, Credentials};
use http::header::AUTHORIZATION;
use http::{HeaderMap, HeaderValue};

/// The header comes first, the file after the first line.
pub(crate) fn run(data: &[u8]) {
    let cut = data.iter().position(|byte| *byte == b'\n').unwrap_or(data.len());
    let (header, file) = (&data[..cut], data.get(cut + 1..).unwrap_or_default());
    let entropy = sys::sim::Sim::new(1).sys().entropy;
    let (tokens, passwords) = (Tokens::read(file, &*entropy), Passwords::read(file, &*entropy));
    assert_eq!(tokens.as_ref().err(), passwords.as_ref().err(), "both read alike");
    if let Err(malformed) = &tokens {
        let lines = file.split(|byte| *byte == b'\n').count();
        assert!((1..=lines).contains(&malformed.line), "{malformed}");
    }
    let known = tokens.as_ref().map_or(0, |(tokens, _)| tokens.len());
    let (tokens, passwords) = (tokens.ok().map(|(tokens, _)| tokens), passwords.ok().map(|(passwords, _)| passwords));
    let authenticator = Authenticator::with(Sources { roots: None, tokens, passwords, anonymous: false });
    let mut headers = HeaderMap::new();
    let Ok(value) = HeaderValue::from_bytes(header) else { return };
    headers.insert(AUTHORIZATION, value);
    let Ok(accepted) = authenticator.authenticate(&Credentials { certificates: &[], headers: &headers, now: 0 }) else { return };
    assert!(known > 0 || header[..5].eq_ignore_ascii_case(b"basic"), "nobody has a token");
    // The user stands in the file, but that a quote is written as two.
    let text = String::from_utf8_lossy(file).replace("\"\"", "\"");
    assert!(text.replace("\r\n", "\n").contains(&accepted.identity.name), "{}", accepted.identity.name);
}
