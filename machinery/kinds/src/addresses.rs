//! IP addresses in older fields: read as Go's parser of old did, with leading zeros, and what validation and warnings say of them.
//! Called by the kinds that hold such addresses. Source: apimachinery `pkg/util/validation/ip.go`, upstream
//! `pkg/apis/core/validation/validation.go` (ValidateEndpointIP).

use crate::validate::complain;
use meta::field::{FieldErrors, Path};
use meta::name::Complaints;
use meta::text::Quoted;
use std::net::IpAddr;

/// Go's old parser: leading zeros in the parts of an IPv4 address are decimal.
pub(crate) fn parse_sloppy(text: &str) -> Option<IpAddr> {
    if let Ok(address) = text.parse() {
        return Some(address);
    }
    let mut bytes = [0; 4];
    let mut parts = text.split('.');
    for byte in &mut bytes {
        let part = parts.next()?;
        if part.is_empty() || !part.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        *byte = part
            .trim_start_matches('0')
            .parse()
            .or_else(|error| if part.bytes().all(|b| b == b'0') { Ok(0) } else { Err(error) })
            .ok()?;
    }
    parts.next().is_none().then(|| IpAddr::from(bytes))
}

/// What is wrong with an address in a field that takes old spellings, unless `strict` (`IsValidIPForLegacyField`).
pub(crate) fn legacy(value: &str, strict: bool) -> Complaints {
    if parse_sloppy(value).is_none() {
        return vec!["must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)".into()];
    }
    match value.parse::<IpAddr>() {
        Err(_) if strict => vec!["must not have leading 0s".into()],
        Ok(IpAddr::V6(v6)) if strict && v6.to_ipv4_mapped().is_some() => vec!["must not be an IPv4-mapped IPv6 address".into()],
        _ => Complaints::new(),
    }
}

/// Addresses that no endpoint can have (`ValidateEndpointIP`).
pub(crate) fn endpoint(path: &Path, value: &str) -> FieldErrors {
    let Some(address) = parse_sloppy(value).map(|address| address.to_canonical()) else {
        return complain(path, value, vec!["must be a valid IP address".into()]);
    };
    let mut out = Complaints::new();
    if address.is_unspecified() {
        out.push(format!("may not be unspecified ({value})").into());
    }
    if address.is_loopback() {
        out.push("may not be in the loopback range (127.0.0.0/8, ::1/128)".into());
    }
    let (local, multicast) = match address {
        IpAddr::V4(v4) => (v4.is_link_local(), v4.octets().starts_with(&[224, 0, 0])),
        IpAddr::V6(v6) => (v6.is_unicast_link_local(), v6.segments()[0] & 0xff0f == 0xff02),
    };
    if local {
        out.push("may not be in the link-local range (169.254.0.0/16, fe80::/10)".into());
    }
    if multicast {
        out.push("may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)".into());
    }
    complain(path, value, out)
}

/// The warning about a valid address in an odd spelling (`GetWarningsForIP`).
pub(crate) fn warning(path: &Path, value: &str) -> Option<String> {
    let address = parse_sloppy(value)?.to_canonical();
    let quoted = Quoted(value);
    match value.parse::<IpAddr>() {
        Ok(IpAddr::V4(_)) => None,
        Ok(IpAddr::V6(v6)) if v6.to_ipv4_mapped().is_none() => {
            let canonical = v6.to_string();
            (canonical != value)
                .then(|| format!("{path}: IPv6 address {quoted} should be in RFC 5952 canonical format ({})", Quoted(&canonical)))
        }
        _ => Some(format!("{path}: non-standard IP address {quoted} is invalid: use {}", Quoted(&address.to_string()))),
    }
}
