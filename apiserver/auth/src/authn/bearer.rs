//! Where a request shows a token: in the `Authorization` header, or, because browsers cannot set that for a WebSocket, among the
//! protocols that it offers. Called by the authenticator. It finds tokens; it does not know whose they are.
//! Source: apiserver `pkg/authentication/request/bearertoken` and `request/websocket`.

use base64::Engine;
use base64::alphabet::URL_SAFE;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use http::header::{HeaderMap, HeaderValue, SEC_WEBSOCKET_PROTOCOL};
use stream::websocket::Request;

use super::Refused;

/// The protocol that is a token in disguise.
const PROTOCOL: &str = "base64url.bearer.authorization.k8s.io.";

/// What a client is told whose token nobody looked at.
pub(super) const EXTRA_SPACE: &str =
    "the provided Authorization header contains extra space before the bearer token, and is ignored";

/// As Go decodes: without padding, and whatever the last bits are.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &URL_SAFE,
    GeneralPurposeConfig::new()
        .with_decode_allow_trailing_bits(true)
        .with_encode_padding(false)
        .with_decode_padding_mode(DecodePaddingMode::RequireNone),
);

/// What an `Authorization` header says. It cannot be printed, but by tests.
#[cfg_attr(test, derive(Debug, PartialEq, Eq))]
pub(super) enum Shown<'a> {
    /// Nothing about tokens.
    Nothing,
    /// A token that is ignored, as upstream does, for a space too many.
    ExtraSpace,
    /// A token.
    Token(&'a [u8]),
}

/// Reads the header, without blanks around it. What follows a second space is no part of a token.
pub(super) fn in_header(header: &[u8]) -> Shown<'_> {
    let mut words = header.splitn(3, |byte| *byte == b' ');
    if !words.next().is_some_and(|scheme| scheme.eq_ignore_ascii_case(b"bearer")) {
        return Shown::Nothing;
    }
    match words.next() {
        Some([]) if words.next().is_some() => Shown::ExtraSpace,
        None | Some([]) => Shown::Nothing,
        Some(token) => Shown::Token(token),
    }
}

/// The token among the protocols that a request for a WebSocket offers.
///
/// # Errors
/// Two of them, one that cannot be read, or nothing else on offer: the server must not answer with the token.
pub(super) fn in_protocols(headers: &HeaderMap) -> Result<Option<Vec<u8>>, Refused> {
    if !headers.contains_key(SEC_WEBSOCKET_PROTOCOL) {
        return Ok(None);
    }
    if !Request::read(headers.iter().map(|(name, value)| (name.as_str(), value.as_bytes()))).is_upgrade() {
        return Ok(None);
    }
    let mut tokens = offered(headers).filter_map(|protocol| protocol.strip_prefix(PROTOCOL.as_bytes()));
    let Some(encoded) = tokens.next() else { return Ok(None) };
    if tokens.next().is_some() {
        return Err(Refused::Protocols("several tokens"));
    }
    let token = BASE64.decode(encoded).map_err(|_| Refused::Protocols("a token that is not base64url"))?;
    if std::str::from_utf8(&token).is_err() {
        return Err(Refused::Protocols("a token that is not UTF-8"));
    }
    if token.is_empty() {
        return Ok(None);
    }
    if offered(headers).all(is_token) {
        return Err(Refused::Protocols("no protocol beside the token"));
    }
    Ok(Some(token))
}

/// Takes the token out of what the client offers, so that the server does not say it back.
pub(super) fn remove_from_protocols(headers: &mut HeaderMap) {
    let others: Vec<&[u8]> = offered(headers).filter(|protocol| !is_token(protocol)).collect();
    let left = HeaderValue::from_bytes(&others.join(&b','));
    headers.remove(SEC_WEBSOCKET_PROTOCOL);
    // Parts of a header's value are one as well.
    if let Ok(left) = left {
        headers.insert(SEC_WEBSOCKET_PROTOCOL, left);
    }
}

fn is_token(protocol: &[u8]) -> bool {
    protocol.starts_with(PROTOCOL.as_bytes())
}

fn offered(headers: &HeaderMap) -> impl Iterator<Item = &[u8]> {
    let lists = headers.get_all(SEC_WEBSOCKET_PROTOCOL).iter();
    lists.flat_map(|list| list.as_bytes().split(|byte| *byte == b',').map(<[u8]>::trim_ascii))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_authorization_header() {
        let check = |header: &str, expect: Shown<'_>| assert_eq!(in_header(header.as_bytes()), expect, "{header:?}");
        check("Bearer token", Shown::Token(b"token"));
        check("bEARER token", Shown::Token(b"token"));
        check("Bearer token and more", Shown::Token(b"token"));
        check("Bearer \ttoken", Shown::Token(b"\ttoken"));
        check("Bearer  token", Shown::ExtraSpace);
        for nothing in ["", "Bearer", "Bearertoken", "token", "Basic token", "Bearer\ttoken"] {
            check(nothing, Shown::Nothing);
        }
    }

    fn headers(protocols: &[&str]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert("upgrade", HeaderValue::from_static("websocket"));
        headers.insert("connection", HeaderValue::from_static("Upgrade"));
        for list in protocols {
            headers.append(SEC_WEBSOCKET_PROTOCOL, HeaderValue::from_str(list).unwrap());
        }
        headers
    }

    #[test]
    fn the_protocols_of_a_websocket() {
        let token = |text: &str| format!("{PROTOCOL}{}", BASE64.encode(text));
        let check = |protocols: &[&str], expect: Result<Option<&str>, &str>| {
            let found = in_protocols(&headers(protocols)).map_err(|refused| refused.to_string());
            let found = found.map(|token| token.map(|token| String::from_utf8(token).unwrap()));
            match (&found, &expect) {
                (Ok(found), Ok(expect)) => assert_eq!(found.as_deref(), *expect, "{protocols:?}"),
                (Err(found), Err(expect)) => assert!(found.contains(expect), "{found}"),
                _ => panic!("{protocols:?}: {found:?} is not {expect:?}"),
            }
        };
        let jane = token("jane");
        check(&[&format!("{jane}, binary.k8s.io")], Ok(Some("jane")));
        check(&["binary.k8s.io", &jane], Ok(Some("jane")));
        check(&[&format!("{jane},")], Ok(Some("jane")));
        check(&["binary.k8s.io"], Ok(None));
        check(&[PROTOCOL], Ok(None));
        check(&[], Ok(None));
        check(&[&jane], Err("beside"));
        check(&[&format!("{jane}, {jane}, x")], Err("several"));
        check(&[&format!("{jane}=, x")], Err("base64url"));
        check(&[&format!("{PROTOCOL}_w, x")], Err("UTF-8"));
        let mut plain = headers(&[&jane]);
        plain.remove("upgrade");
        assert!(in_protocols(&plain).unwrap().is_none(), "no WebSocket");
    }

    #[test]
    fn a_token_is_not_said_back() {
        let check = |protocols: &[&str], expect: &str| {
            let mut headers = headers(protocols);
            remove_from_protocols(&mut headers);
            assert_eq!(headers.get_all(SEC_WEBSOCKET_PROTOCOL).iter().collect::<Vec<_>>(), [expect]);
        };
        let token = format!("{PROTOCOL}eA");
        check(&["a, b", &token, "c"], "a,b,c");
        check(&[&format!("{token},v4.channel.k8s.io")], "v4.channel.k8s.io");
    }
}
