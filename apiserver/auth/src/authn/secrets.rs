//! Secrets and whom they prove to be, in a form that nobody can read them from, and looked up in a time that tells nothing about them.
//! Called by the authenticators that read files. Secrets go in and never come out.

use aws_lc_rs::constant_time::verify_slices_are_equal;
use aws_lc_rs::hmac::{self, HMAC_SHA256};
use sys::Entropy;

use crate::identity::Identity;

/// Bytes of a digest.
const DIGEST: usize = 32;

/// A table from secrets to users. It has no `Debug` on purpose.
pub(super) struct Secrets {
    /// Known to this table alone, so that nobody can compute what a guess would be compared with.
    key: hmac::Key,
    entries: Vec<([u8; DIGEST], Identity)>,
}

impl Secrets {
    /// An empty table.
    pub(super) fn new(entropy: &dyn Entropy) -> Self {
        let mut key = [0; DIGEST];
        entropy.fill(&mut key);
        Self { key: hmac::Key::new(HMAC_SHA256, &key), entries: Vec::new() }
    }

    /// Number of secrets.
    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    /// Adds a secret. The caller makes sure that it is not there yet.
    pub(super) fn add(&mut self, secret: &[&[u8]], identity: Identity) {
        let digest = self.digest(secret);
        self.entries.push((digest, identity));
    }

    /// Whom a secret proves to be. Compares with every entry, each time all of it, whichever fits.
    pub(super) fn find(&self, secret: &[&[u8]]) -> Option<&Identity> {
        let shown = self.digest(secret);
        let mut found = None;
        for (digest, identity) in &self.entries {
            if verify_slices_are_equal(digest, &shown).is_ok() {
                found = Some(identity);
            }
        }
        found
    }

    /// One digest over all parts, each with its length before it, so that no part runs into the next.
    fn digest(&self, secret: &[&[u8]]) -> [u8; DIGEST] {
        let mut context = hmac::Context::with_key(&self.key);
        for part in secret {
            context.update(&(part.len() as u64).to_be_bytes());
            context.update(part);
        }
        let mut digest = [0; DIGEST];
        digest.copy_from_slice(context.sign().as_ref());
        digest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_whole_secret_is_found() {
        let sys = sys::sim::Sim::new(1).sys();
        let user = |name: &str| Identity { name: name.to_owned(), ..Identity::default() };
        let mut secrets = Secrets::new(&*sys.entropy);
        for name in ["a", "b", "c"] {
            secrets.add(&[name.as_bytes(), b"secret"], user(name));
        }
        let check = |secret: &[&[u8]], expect: Option<&str>| {
            assert_eq!(secrets.find(secret).map(|found| found.name.as_str()), expect, "{secret:?}");
        };
        for name in ["a", "b", "c"] {
            check(&[name.as_bytes(), b"secret"], Some(name));
        }
        for wrong in [&[&b"a"[..], b"secre"][..], &[b"a", b"secret "], &[b"asecret"], &[b"as", b"ecret"], &[b"a"], &[]] {
            check(wrong, None);
        }
    }
}
