//! A message in another encoding as what it has in common with the JSON of the same object, and what it has not: names, values and
//! embedded documents stand in both, so that a message costs a fifth of its bytes to keep. Made and read by [`crate::Encodings`]; it
//! knows bytes and neither format.
//!
//! ```text
//! step    = length of literal, literal, length of copy, where the copy begins (from the end of the copy before, as a signed number)
//! message = literal, copy of the body, literal, copy, ... ; the last step has a literal only
//! ```

use storage::Body;

/// Bytes that are looked up together.
const BLOCK: usize = 8;
/// Shorter stretches cost as much to describe as to keep.
const LEAST: usize = 12;
/// How far behind the last copy the next one is looked for first: both encodings name things in the same order as a rule, and what
/// stands there is a whole value where the same bytes elsewhere may be a part of one.
const NEAR: usize = 96;
/// Messages beyond this are looked up without that, so that no object takes long whatever is in it.
const LARGE: usize = 64 << 10;

/// How to make a message of a body.
#[derive(Debug)]
pub(crate) struct Recipe {
    steps: Box<[u8]>,
    message_len: usize,
}

impl Recipe {
    /// The recipe that makes `message` of `body`.
    pub(crate) fn new(message: &[u8], body: &Body) -> Self {
        let recipe = Self { steps: steps(message, &body.to_contiguous()).into(), message_len: message.len() };
        debug_assert!(
            {
                let mut made = Vec::new();
                recipe.write(body, &mut made);
                made == message
            },
            "a recipe makes the message that it was made of"
        );
        recipe
    }

    /// Bytes of the recipe.
    pub(crate) fn len(&self) -> usize {
        self.steps.len()
    }

    /// Appends the message. `body` is the one that the recipe was made with.
    pub(crate) fn write(&self, body: &Body, out: &mut Vec<u8>) {
        out.reserve(self.message_len);
        let (mut rest, mut end) = (&*self.steps, 0_usize);
        loop {
            let literal = take_number(&mut rest);
            let (bytes, behind) = rest.split_at(literal.min(rest.len()));
            out.extend_from_slice(bytes);
            rest = behind;
            if rest.is_empty() {
                return;
            }
            let len = take_number(&mut rest);
            let at = end.wrapping_add_signed(unfold(take_number(&mut rest)));
            body.append_to(at..at + len, out);
            end = at + len;
        }
    }
}

fn steps(message: &[u8], json: &[u8]) -> Vec<u8> {
    let near = if message.len() > LARGE { 0 } else { NEAR };
    let index = Index::new(json, near);
    let mut out = Vec::with_capacity(message.len() / 4);
    // Where the literal begins that is being passed, and where the last copy ended in the body.
    let (mut literal, mut end, mut at) = (0, 0, 0);
    while let Some(block) = message.get(at..).and_then(<[u8]>::first_chunk) {
        let Some(from) = index.find(json, block, end) else {
            at += 1;
            continue;
        };
        let back =
            message[literal..at].iter().rev().zip(json[..from].iter().rev()).take_while(|(one, other)| one == other).count();
        let ahead = same(&message[at..], &json[from..]);
        if back + ahead < LEAST {
            at += 1;
            continue;
        }
        put_number(at - back - literal, &mut out);
        out.extend_from_slice(&message[literal..at - back]);
        put_number(back + ahead, &mut out);
        put_number(fold(end, from - back), &mut out);
        (literal, end, at) = (at + ahead, from + ahead, at + ahead);
    }
    put_number(message.len() - literal, &mut out);
    out.extend_from_slice(&message[literal..]);
    out
}

/// Bytes that two texts have in common at their beginnings.
fn same(one: &[u8], other: &[u8]) -> usize {
    let blocks = one.as_chunks::<BLOCK>().0.iter().zip(other.as_chunks::<BLOCK>().0);
    let blocks = BLOCK * blocks.take_while(|(one, other)| one == other).count();
    blocks + one[blocks..].iter().zip(&other[blocks..]).take_while(|(one, other)| one == other).count()
}

/// Where every [`BLOCK`]th byte of a text begins a block, by the block: a stretch of twice as many bytes holds one of those.
struct Index {
    /// Position plus one.
    places: Vec<u32>,
    shift: u32,
    near: usize,
}

impl Index {
    fn new(json: &[u8], near: usize) -> Self {
        let bits = (json.len() / BLOCK).next_power_of_two().trailing_zeros().clamp(4, 16);
        let mut index = Self { places: vec![0; 1 << bits], shift: u64::BITS - bits, near };
        for (number, block) in json.as_chunks().0.iter().enumerate() {
            let slot = index.slot(block);
            index.places[slot] = u32::try_from(number * BLOCK + 1).unwrap_or(0);
        }
        index
    }

    fn slot(&self, block: &[u8; BLOCK]) -> usize {
        let number = u64::from_le_bytes(*block);
        // Multiplicative hashing: the high bits depend on all bytes. They fit, being sixteen at most.
        usize::try_from(number.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> self.shift).unwrap_or(0)
    }

    /// A place where a block stands, if any is known: soon behind `end` if it stands there.
    fn find(&self, json: &[u8], block: &[u8; BLOCK], end: usize) -> Option<usize> {
        let place = usize::try_from(self.places[self.slot(block)]).ok()?.checked_sub(1)?;
        if json.get(place..)?.first_chunk() != Some(block) {
            return None;
        }
        let near = json.get(end..).unwrap_or_default();
        let near = &near[..near.len().min(self.near)];
        Some(near.array_windows().position(|window| window == block).map_or(place, |offset| end + offset))
    }
}

fn put_number(mut number: usize, out: &mut Vec<u8>) {
    while number >= 0x80 {
        out.push(low(number) | 0x80);
        number >>= 7;
    }
    out.push(low(number));
}

#[expect(clippy::cast_possible_truncation, reason = "the low bits are what is wanted")]
fn low(number: usize) -> u8 {
    (number & 0x7f) as u8
}

#[inline]
fn take_number(rest: &mut &[u8]) -> usize {
    let (mut number, mut shift) = (0, 0);
    while let Some((byte, behind)) = rest.split_first() {
        *rest = behind;
        number |= usize::from(byte & 0x7f) << shift;
        if *byte < 0x80 {
            break;
        }
        shift += 7;
    }
    number
}

/// The way from `end` to `at` as a number that is small when the way is short.
fn fold(end: usize, at: usize) -> usize {
    if at >= end { (at - end) << 1 } else { ((end - at) << 1) - 1 }
}

fn unfold(number: usize) -> isize {
    let half = (number >> 1).cast_signed();
    if number & 1 == 0 { half } else { -half - 1 }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn made(message: &[u8], body: &[u8]) -> (Vec<u8>, usize) {
        let body = Body::from(body);
        let recipe = Recipe::new(message, &body);
        let mut out = b"before".to_vec();
        recipe.write(&body, &mut out);
        (out.split_off(6), recipe.len())
    }

    #[test]
    fn what_stands_in_both_is_not_kept() {
        let value = |n: usize| format!("value-{n:02}-of-a-length-seen-in-clusters-000123");
        let json: String = (0..24).map(|n| format!(r#"{{"name":"SETTING_NUMBER_{n:02}","value":"{}"}},"#, value(n))).collect();
        let message: String = (0..24).map(|n| format!("\u{1}\u{2}\u{3}SETTING_NUMBER_{n:02}\u{4}\u{5}{}", value(n))).collect();
        let (back, kept) = made(message.as_bytes(), json.as_bytes());
        assert_eq!(back, message.as_bytes());
        assert!(kept < message.len() / 5, "{kept} of {}", message.len());
    }

    #[test]
    fn parts_may_stand_in_another_order_or_not_at_all() {
        let (one, other) = ("the first of two long texts", "and here is the second of them");
        for (message, json) in [
            (format!("{other}x{one}y{other}"), format!("{one}{other}")),
            (String::new(), one.to_owned()),
            (one.to_owned(), String::new()),
            (one.to_owned(), one.to_owned()),
            ("short".to_owned(), "short".to_owned()),
        ] {
            assert_eq!(made(message.as_bytes(), json.as_bytes()).0, message.as_bytes(), "{message} of {json}");
        }
    }

    #[test]
    fn signed_numbers_come_back() {
        for (end, at) in [(0_usize, 0), (0, 5), (5, 0), (5, 4), (1000, 70_000), (70_000, 1)] {
            assert_eq!(end.checked_add_signed(unfold(fold(end, at))), Some(at), "{end} {at}");
        }
    }

    proptest! {
        #[test]
        fn any_message_comes_back(
            parts in prop::collection::vec(("[a-c]{0,40}", "[ -~]{0,700}"), 0..8),
            noise in prop::collection::vec(any::<u8>(), 0..30),
            turn in any::<bool>(),
        ) {
            let json: String = parts.iter().map(|(name, value)| format!("\"{name}\":\"{value}\",")).collect();
            let mut message = noise;
            let mut add = |(name, value): &(String, String)| {
                message.extend_from_slice(name.as_bytes());
                message.push(7);
                message.extend_from_slice(value.as_bytes());
            };
            if turn { parts.iter().rev().for_each(&mut add) } else { parts.iter().for_each(&mut add) }
            prop_assert_eq!(made(&message, json.as_bytes()).0, message);
        }
    }
}
