//! IP addresses as upstream reads them: a sloppy parser for old fields, the complaints of the strict one, and which addresses no
//! endpoint has. Called by validators.
//! Source: apimachinery `pkg/util/validation/ip.go`, `k8s.io/utils/net`.

use crate::validate::complain;
use meta::field::{FieldErrors, Path};
use meta::name::Complaints;
use meta::text::Quoted;
use std::fmt;
use std::net::IpAddr;

/// A family of addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// IPv4.
    V4,
    /// IPv6.
    V6,
}

impl Family {
    /// The family of an address.
    #[must_use]
    pub fn of(address: IpAddr) -> Self {
        if address.is_ipv4() { Self::V4 } else { Self::V6 }
    }

    /// The family of the address in a text; of what is no address, the one that it looks like.
    #[must_use]
    pub fn of_text(text: &str) -> Self {
        parse_sloppy(text).map_or(if text.contains(':') { Self::V6 } else { Self::V4 }, Self::of)
    }

    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::V4 => Self::V6,
            Self::V6 => Self::V4,
        }
    }

    /// As objects carry it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::V4 => "IPv4",
            Self::V6 => "IPv6",
        }
    }

    /// The family with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        [Self::V4, Self::V6].into_iter().find(|family| family.name() == name)
    }
}

impl fmt::Display for Family {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Reads an address as Go's old parser did: leading zeros in the parts of an IPv4 address are decimal. An IPv4-mapped address is the
/// IPv4 address that it maps, as in Go.
#[must_use]
pub fn parse_sloppy(text: &str) -> Option<IpAddr> {
    if let Ok(address) = text.parse::<IpAddr>() {
        return Some(address.to_canonical());
    }
    let mut bytes = [0; 4];
    let mut parts = text.split('.');
    for byte in &mut bytes {
        let part = parts.next()?;
        if part.is_empty() || !part.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let digits = part.trim_start_matches('0');
        *byte = if digits.is_empty() { 0 } else { digits.parse().ok()? };
    }
    parts.next().is_none().then(|| IpAddr::from(bytes))
}

/// What is wrong with the text of an address. With `strict` (gate StrictIPCIDRValidation, and all newer fields) leading zeros and
/// IPv4-mapped addresses are refused too. Whether the form is canonical is not looked at.
#[must_use]
pub fn complaints(text: &str, strict: bool) -> Complaints {
    if parse_sloppy(text).is_none() {
        return vec!["must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)".into()];
    }
    match text.parse::<IpAddr>() {
        _ if !strict => Complaints::new(),
        Err(_) => vec!["must not have leading 0s".into()],
        Ok(IpAddr::V6(v6)) if v6.to_ipv4_mapped().is_some() => vec!["must not be an IPv4-mapped IPv6 address".into()],
        Ok(_) => Complaints::new(),
    }
}

/// Addresses that no endpoint can have (`ValidateEndpointIP`).
pub(crate) fn endpoint(path: &Path, value: &str) -> FieldErrors {
    let Some(address) = parse_sloppy(value) else {
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
    let address = parse_sloppy(value)?;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_fields_take_leading_zeros_and_new_ones_say_what_is_wrong() {
        let check = |text: &str, address: Option<&str>, strict: &[&str]| {
            assert_eq!(parse_sloppy(text).map(|a| a.to_string()).as_deref(), address, "{text}");
            assert_eq!(complaints(text, true), strict, "{text}");
            assert_eq!(complaints(text, false).is_empty(), address.is_some(), "{text}");
        };
        let invalid = &["must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)"];
        check("10.0.0.1", Some("10.0.0.1"), &[]);
        check("010.0.00.1", Some("10.0.0.1"), &["must not have leading 0s"]);
        check("::ffff:10.0.0.1", Some("10.0.0.1"), &["must not be an IPv4-mapped IPv6 address"]);
        check("FD00::0001", Some("fd00::1"), &[]);
        for text in ["", "10.0.0", "10.0.0.256", "10.0.0.1.2", "10..0.1", "None", "10.0.0.1 "] {
            check(text, None, invalid);
        }
    }
}
