//! Room for served objects in encodings other than the one they are stored in: a number of bytes that all objects of a server share.
//! What is kept goes with its object; when the room is full nothing is thrown out, later objects are just not kept, so that one long
//! list cannot push out what watchers share.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use bytes::Bytes;

/// Bytes of bookkeeping per encoding: the allocation, its counter and this struct.
const OVERHEAD: usize = 96;

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

    /// Keeps an encoding if there is room.
    pub(crate) fn keep(self: &Arc<Self>, bytes: &Bytes) -> Option<Kept> {
        let size = bytes.len() + OVERHEAD;
        let take = |used: usize| used.checked_add(size).filter(|used| *used <= self.limit);
        self.used.fetch_update(Ordering::Relaxed, Ordering::Relaxed, take).ok()?;
        // Exactly as large as it is: builders leave room behind the end.
        Some(Kept { bytes: Bytes::copy_from_slice(bytes), size, room: self.clone() })
    }
}

/// An encoding that is kept; its room is free again when it goes.
#[derive(Debug)]
pub(crate) struct Kept {
    pub(crate) bytes: Bytes,
    size: usize,
    room: Arc<Encodings>,
}

impl Drop for Kept {
    fn drop(&mut self) {
        self.room.used.fetch_sub(self.size, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_finds_no_room_is_not_kept_and_room_comes_back() {
        let room = Arc::new(Encodings::new(2 * (OVERHEAD + 10)));
        let ten = Bytes::from(vec![0; 10]);
        let first = room.keep(&ten).unwrap();
        let second = room.keep(&ten).unwrap();
        assert!(room.keep(&ten).is_none(), "full");
        drop(first);
        assert_eq!(room.used(), OVERHEAD + 10);
        assert!(room.keep(&Bytes::from(vec![0; 11])).is_none(), "too large for what is left");
        assert_eq!(room.keep(&ten).unwrap().bytes, ten);
        drop(second);
        assert_eq!(room.used(), 0);
    }
}
