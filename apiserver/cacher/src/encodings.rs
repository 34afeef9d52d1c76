//! Room for served objects in encodings other than the one they are stored in: a number of bytes that all objects of a server share.
//! What is kept goes with its object; when the room is full nothing is thrown out, later objects are just not kept, so that one long
//! list cannot push out what watchers share. Kept is what the encoding does not share with the object's own bytes.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use storage::Body;

use crate::recipe::Recipe;

/// Bytes of bookkeeping per encoding: two allocations and this struct.
const OVERHEAD: usize = 64;

/// A bound on the bytes of encodings that are kept.
#[derive(Debug)]
pub struct Encodings {
    limit: usize,
    used: AtomicUsize,
}

impl Encodings {
    /// Room for so many bytes.
    #[must_use]
    pub const fn new(limit: usize) -> Self {
        Self { limit, used: AtomicUsize::new(0) }
    }

    /// Bytes in use.
    #[must_use]
    pub fn used(&self) -> usize {
        self.used.load(Ordering::Relaxed)
    }

    /// Takes room for so many bytes and their bookkeeping, if there is any.
    pub(crate) fn take(self: &Arc<Self>, bytes: usize) -> Option<Room> {
        let bytes = bytes + OVERHEAD;
        let take = |used: usize| used.checked_add(bytes).filter(|used| *used <= self.limit);
        self.used.fetch_update(Ordering::Relaxed, Ordering::Relaxed, take).ok()?;
        Some(Room { of: self.clone(), bytes })
    }

    /// Keeps an encoding of an object with this body, if there is room.
    pub(crate) fn keep(self: &Arc<Self>, message: &[u8], body: &Body) -> Option<Box<Kept>> {
        // Once full it stays so for long: no work for what will not be kept.
        if self.used() + OVERHEAD >= self.limit {
            return None;
        }
        let recipe = Recipe::new(message, body);
        let room = self.take(recipe.len())?;
        Some(Box::new(Kept { recipe, _room: room }))
    }
}

/// Bytes that were taken; free again when it goes.
#[derive(Debug)]
pub(crate) struct Room {
    of: Arc<Encodings>,
    bytes: usize,
}

impl Drop for Room {
    fn drop(&mut self) {
        self.of.used.fetch_sub(self.bytes, Ordering::Relaxed);
    }
}

/// An encoding that is kept.
#[derive(Debug)]
pub(crate) struct Kept {
    pub(crate) recipe: Recipe,
    _room: Room,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_finds_no_room_is_not_kept_and_room_comes_back() {
        // Ten bytes that no body shares take eleven: their number stands before them.
        let room = Arc::new(Encodings::new(2 * (OVERHEAD + 11)));
        let (ten, body) = ([7; 10], Body::default());
        let first = room.keep(&ten, &body).unwrap();
        let second = room.keep(&ten, &body).unwrap();
        assert!(room.keep(&ten, &body).is_none(), "full");
        drop(first);
        assert_eq!(room.used(), OVERHEAD + 11);
        assert!(room.keep(&[7; 11], &body).is_none(), "too large for what is left");
        let mut made = Vec::new();
        room.keep(&ten, &body).unwrap().recipe.write(&body, &mut made);
        assert_eq!(made, ten);
        drop(second);
        assert_eq!(room.used(), 0);
    }

    #[test]
    fn what_the_body_has_takes_no_room() {
        let text = b"a text that stands in the body as well, so that it need not be kept".as_slice();
        let (room, body) = (Arc::new(Encodings::new(1 << 20)), Body::from(text));
        let _kept = room.keep(text, &body).unwrap();
        assert!(room.used() < OVERHEAD + 8, "{}", room.used());
    }
}
