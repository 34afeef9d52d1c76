//! Time, names and ids of one request, taken from `sys`. The only place of the API server that turns entropy into identifiers.

use sys::Entropy;

/// A random version-4 UUID.
#[must_use]
pub(crate) fn uuid(entropy: &dyn Entropy) -> String {
    let mut b = [0_u8; 16];
    entropy.fill(&mut b);
    b[6] = (b[6] & 0x0f) | 0x40;
    b[8] = (b[8] & 0x3f) | 0x80;
    let mut out = String::with_capacity(36);
    for (i, byte) in b.iter().enumerate() {
        if matches!(i, 4 | 6 | 8 | 10) {
            out.push('-');
        }
        out.push(hex(byte >> 4));
        out.push(hex(byte & 15));
    }
    out
}

fn hex(nibble: u8) -> char {
    char::from(if nibble < 10 { b'0' + nibble } else { b'a' + nibble - 10 })
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Counting;
    impl Entropy for Counting {
        fn fill(&self, out: &mut [u8]) {
            for (i, b) in (0_u8..).zip(out) {
                *b = i.wrapping_mul(17);
            }
        }
    }

    #[test]
    fn uuids_have_version_and_variant() {
        assert_eq!(uuid(&Counting), "00112233-4455-4677-8899-aabbccddeeff");
    }
}
