//! Finding a free number of a pool whose taken numbers are keys of the store. Called by the allocators. It takes nothing: the caller
//! commits the key under the condition that it still does not exist, and comes back when somebody was faster.

use std::collections::BTreeSet;
use std::net::IpAddr;

use kinds::address::Family;
use storage::{Error, Key, RangeRequest, Store};
use sys::Entropy;

use super::range::{Band, address, number};

/// How often a number is guessed before the pool is looked through: in a pool that is half full, one search in 256 gets that far.
const GUESSES: usize = 8;

/// What the numbers of a pool are.
#[derive(Clone, Copy)]
pub(super) enum Numbers {
    /// Addresses.
    Addresses(Family),
    /// Ports.
    Ports,
}

impl Numbers {
    /// The end of the key of a number.
    pub(super) fn name(self, number: u128) -> String {
        match self {
            Self::Addresses(family) => address(family, number).to_string(),
            Self::Ports => number.to_string(),
        }
    }

    fn parse(self, name: &str) -> Option<u128> {
        match self {
            Self::Addresses(family) => name.parse::<IpAddr>().ok().filter(|a| Family::of(*a) == family).map(number),
            Self::Ports => name.parse().ok(),
        }
    }
}

/// A pool.
pub(super) struct Pool<'a> {
    /// Where taken numbers are.
    pub(super) store: &'a dyn Store,
    /// What their keys begin with.
    pub(super) prefix: &'a str,
    /// What they are.
    pub(super) numbers: Numbers,
    /// For guessing.
    pub(super) entropy: &'a dyn Entropy,
}

impl Pool<'_> {
    /// A number that nobody has and that is not in `not`: of the first part of the pool that has one, every one equally likely as long
    /// as there are many.
    ///
    /// # Errors
    /// The store's.
    pub(super) async fn free(&self, bands: &[Band], not: &BTreeSet<u128>) -> Result<Option<u128>, Error> {
        for _ in 0..GUESSES {
            let Some(band) = bands.first() else { return Ok(None) };
            let guess = self.somewhere(band);
            if !not.contains(&guess) && !self.is_taken(guess).await? {
                return Ok(Some(guess));
            }
        }
        let mut taken = self.taken().await?;
        taken.extend(not);
        let free = |band: &Band| {
            let start = self.somewhere(band);
            (start..=band.last).chain(band.first..start).find(|number| !taken.contains(number))
        };
        Ok(bands.iter().find_map(free))
    }

    /// Whether somebody has a number.
    ///
    /// # Errors
    /// The store's.
    pub(super) async fn is_taken(&self, number: u128) -> Result<bool, Error> {
        let key = Key::from(format!("{}{}", self.prefix, self.numbers.name(number)));
        Ok(self.store.get(&key, None).await?.item.is_some())
    }

    async fn taken(&self) -> Result<BTreeSet<u128>, Error> {
        let request = RangeRequest { keys_only: true, ..RangeRequest::prefix(self.prefix.as_bytes()) };
        let items = self.store.range(request).await?.items;
        let name = |key: &Key| Some(std::str::from_utf8(key.as_bytes().get(self.prefix.len()..)?).ok()?.to_owned());
        Ok(items.iter().filter_map(|item| self.numbers.parse(&name(&item.key)?)).collect())
    }

    fn somewhere(&self, band: &Band) -> u128 {
        let size = u64::try_from(band.last - band.first).unwrap_or(u64::MAX - 1) + 1;
        band.first + u128::from(self.entropy.below(size))
    }
}
