//! The pools that services take from: ranges of addresses and of node ports, as an administrator writes them. Pure. Called by `cmd`, which
//! reads flags, and by the allocators. Source: upstream `pkg/registry/core/service/{ipallocator,portallocator}` and KEP-3070, KEP-3668
//! (a lower part of each range is given out only on request, or when nothing else is left).

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::str::FromStr;

use kinds::address::Family;

/// What is wrong with the text of a range.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{text:?}: {why}")]
pub struct BadRange {
    text: String,
    why: &'static str,
}

fn bad(text: &str, why: &'static str) -> BadRange {
    BadRange { text: text.to_owned(), why }
}

/// Numbers from `first` to `last`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Band {
    /// The lowest.
    pub(super) first: u128,
    /// The highest.
    pub(super) last: u128,
}

/// Splits a range: what is given out by itself comes first, then what is kept for requests. `kept` numbers are kept.
fn split(first: u128, last: u128, kept: u128) -> Vec<Band> {
    if kept == 0 {
        return vec![Band { first, last }];
    }
    vec![Band { first: first + kept, last }, Band { first, last: first + kept - 1 }]
}

/// A range of addresses of services.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ServiceRange {
    family: Family,
    /// The network's own address, as a number.
    base: u128,
    bits: u32,
}

impl ServiceRange {
    /// Which addresses these are.
    #[must_use]
    pub fn family(&self) -> Family {
        self.family
    }

    /// The first address that a service can have.
    #[must_use]
    pub fn first(&self) -> IpAddr {
        address(self.family, self.base + 1)
    }

    /// The network's own address, which no service can have.
    pub(super) fn network(&self) -> IpAddr {
        address(self.family, self.base)
    }

    /// Whether a service can have this address of the range. The last one of an IPv4 network is its broadcast address.
    pub(super) fn contains(&self, address: IpAddr) -> bool {
        Family::of(address) == self.family && (self.base + 1..=self.last()).contains(&number(address))
    }

    fn size(&self) -> u128 {
        1 << (width(self.family) - self.bits)
    }

    fn last(&self) -> u128 {
        let last = self.base + (self.size() - 1);
        if self.family == Family::V4 { last - 1 } else { last }
    }

    /// The numbers of the addresses: the upper part first.
    pub(super) fn bands(&self) -> Vec<Band> {
        let kept = if self.size() <= 16 { 0 } else { (self.size() / 16).clamp(16, 256) };
        split(self.base + 1, self.last(), kept)
    }
}

fn width(family: Family) -> u32 {
    if family == Family::V4 { 32 } else { 128 }
}

/// An address as a number.
pub(super) fn number(address: IpAddr) -> u128 {
    match address {
        IpAddr::V4(v4) => u128::from(u32::from(v4)),
        IpAddr::V6(v6) => u128::from(v6),
    }
}

/// The address of a family with this number; numbers beyond the family's are cut off.
pub(super) fn address(family: Family, number: u128) -> IpAddr {
    match (family, u32::try_from(number)) {
        (Family::V4, number) => IpAddr::V4(Ipv4Addr::from(number.unwrap_or(u32::MAX))),
        (Family::V6, _) => IpAddr::V6(Ipv6Addr::from(number)),
    }
}

impl FromStr for ServiceRange {
    type Err = BadRange;

    fn from_str(text: &str) -> Result<Self, BadRange> {
        let (base, bits) = text.split_once('/').ok_or_else(|| bad(text, "a range is ADDRESS/BITS"))?;
        let base: IpAddr = base.parse().map_err(|_| bad(text, "this is no address"))?;
        let bits: u32 = bits.parse().map_err(|_| bad(text, "this is no number of bits"))?;
        let family = Family::of(base);
        let shortest = if family == Family::V4 { 1 } else { 64 };
        if bits < shortest {
            return Err(bad(text, "the range is too large"));
        }
        if bits + 2 > width(family) {
            return Err(bad(text, "the range is too small"));
        }
        let host = (1_u128 << (width(family) - bits)) - 1;
        Ok(Self { family, base: number(base) & !host, bits })
    }
}

impl fmt::Display for ServiceRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.network(), self.bits)
    }
}

/// The ranges of a cluster: one, or one of each family. The first says which family services get that ask for none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceRanges(Vec<ServiceRange>);

impl ServiceRanges {
    /// The first range.
    #[must_use]
    pub fn primary(&self) -> ServiceRange {
        self.0[0]
    }

    /// All ranges, the primary one first.
    pub fn iter(&self) -> impl Iterator<Item = ServiceRange> + '_ {
        self.0.iter().copied()
    }
}

impl FromStr for ServiceRanges {
    type Err = BadRange;

    /// Ranges with commas between them.
    fn from_str(text: &str) -> Result<Self, BadRange> {
        let ranges: Vec<ServiceRange> = text.split(',').map(str::parse).collect::<Result<_, _>>()?;
        match ranges.as_slice() {
            [_] => Ok(Self(ranges)),
            [one, other] if one.family != other.family => Ok(Self(ranges)),
            _ => Err(bad(text, "at most one range of each family")),
        }
    }
}

/// The range of node ports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NodePortRange {
    first: u16,
    last: u16,
}

impl Default for NodePortRange {
    /// Upstream's.
    fn default() -> Self {
        Self { first: 30_000, last: 32_767 }
    }
}

impl NodePortRange {
    /// Whether the port is in the range.
    pub(super) fn contains(&self, port: i64) -> bool {
        (i64::from(self.first)..=i64::from(self.last)).contains(&port)
    }

    /// The ports: the upper part first.
    pub(super) fn bands(&self) -> Vec<Band> {
        let size = u128::from(self.last - self.first) + 1;
        let kept = if size <= 16 { 0 } else { (size / 32).clamp(16, 128) };
        split(self.first.into(), self.last.into(), kept)
    }
}

impl FromStr for NodePortRange {
    type Err = BadRange;

    /// `FIRST-LAST`.
    fn from_str(text: &str) -> Result<Self, BadRange> {
        let parsed = text.split_once('-').and_then(|(first, last)| Some((first.parse().ok()?, last.parse().ok()?)));
        match parsed {
            Some((first, last)) if 0 < first && first <= last => Ok(Self { first, last }),
            _ => Err(bad(text, "a range of ports is FIRST-LAST")),
        }
    }
}

impl fmt::Display for NodePortRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.first, self.last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bands(bands: &[Band], family: Family) -> Vec<String> {
        bands.iter().map(|b| format!("{}-{}", address(family, b.first), address(family, b.last))).collect()
    }

    #[test]
    fn ranges_know_their_first_address_and_their_parts() {
        let check = |text: &str, shown: &str, first: &str, parts: &[&str]| {
            let range: ServiceRange = text.parse().unwrap();
            assert_eq!(range.to_string(), shown);
            assert_eq!(range.first().to_string(), first);
            assert_eq!(bands(&range.bands(), range.family()), parts, "{text}");
        };
        check("10.0.0.77/24", "10.0.0.0/24", "10.0.0.1", &["10.0.0.17-10.0.0.254", "10.0.0.1-10.0.0.16"]);
        check("10.96.0.0/12", "10.96.0.0/12", "10.96.0.1", &["10.96.1.1-10.111.255.254", "10.96.0.1-10.96.1.0"]);
        check("10.0.0.0/28", "10.0.0.0/28", "10.0.0.1", &["10.0.0.1-10.0.0.14"]);
        check("10.0.0.0/30", "10.0.0.0/30", "10.0.0.1", &["10.0.0.1-10.0.0.2"]);
        check("fd00::/108", "fd00::/108", "fd00::1", &["fd00::101-fd00::f:ffff", "fd00::1-fd00::100"]);
        check("fd00::/64", "fd00::/64", "fd00::1", &["fd00::101-fd00::ffff:ffff:ffff:ffff", "fd00::1-fd00::100"]);
    }

    #[test]
    fn the_ends_of_a_network_belong_to_nobody() {
        let range: ServiceRange = "10.0.0.0/24".parse().unwrap();
        let inside = |text: &str| range.contains(text.parse().unwrap());
        assert!(inside("10.0.0.1") && inside("10.0.0.254"));
        assert!(!inside("10.0.0.0") && !inside("10.0.0.255") && !inside("10.0.1.1") && !inside("fd00::1"));
        let range: ServiceRange = "fd00::/126".parse().unwrap();
        assert!(!range.contains("fd00::".parse().unwrap()) && range.contains("fd00::3".parse().unwrap()));
    }

    #[test]
    fn bad_ranges_say_why() {
        for (text, why) in [
            ("", "a range is ADDRESS/BITS"),
            ("10.0.0.0", "a range is ADDRESS/BITS"),
            ("x/24", "this is no address"),
            ("10.0.0.0/x", "this is no number of bits"),
            ("10.0.0.0/31", "the range is too small"),
            ("10.0.0.0/33", "the range is too small"),
            ("fd00::/63", "the range is too large"),
            ("fd00::/127", "the range is too small"),
        ] {
            assert_eq!(text.parse::<ServiceRange>(), Err(bad(text, why)));
        }
        assert_eq!("10.0.0.0/24,fd00::/108".parse::<ServiceRanges>().unwrap().iter().count(), 2);
        assert!("10.0.0.0/24,10.1.0.0/24".parse::<ServiceRanges>().is_err());
        assert!("10.0.0.0/24,".parse::<ServiceRanges>().is_err());
        for text in ["", "1", "2-1", "0-1", "1-65536", "a-b"] {
            assert!(text.parse::<NodePortRange>().is_err(), "{text}");
        }
    }

    #[test]
    fn node_ports_have_two_parts_too() {
        let parts = |text: &str| {
            let bands = text.parse::<NodePortRange>().unwrap().bands();
            bands.iter().map(|b| (b.first, b.last)).collect::<Vec<_>>()
        };
        assert_eq!(parts("30000-32767"), [(30_086, 32_767), (30_000, 30_085)]);
        assert_eq!(parts("30000-30015"), [(30_000, 30_015)]);
        assert_eq!(parts("30000-30031"), [(30_016, 30_031), (30_000, 30_015)]);
        assert_eq!(NodePortRange::default().to_string(), "30000-32767");
    }
}
