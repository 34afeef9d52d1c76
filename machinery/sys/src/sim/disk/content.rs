//! The bytes of one simulated file, in pages that copies share, so that an image of a whole disk costs little. Called by `inode` and
//! `cut`. Must never copy a page that nobody writes to.

use std::collections::BTreeMap;
use std::sync::Arc;

/// The unit in which room is given out.
pub(super) const PAGE: u64 = 4096;
const PAGE_BYTES: usize = 4096;

type Page = Arc<[u8; PAGE_BYTES]>;

#[derive(Clone, Default)]
pub(super) struct Content {
    /// Pages that were written. A missing one reads as zeros.
    pages: BTreeMap<u64, Page>,
    /// So many first pages have room of their own, written or not.
    reserved: u64,
    length: u64,
}

/// The pages that a range of bytes touches.
fn pages_of(offset: u64, length: u64) -> std::ops::Range<u64> {
    if length == 0 { 0..0 } else { offset / PAGE..(offset + length).div_ceil(PAGE) }
}

/// A position within its page.
fn within(position: u64) -> usize {
    usize::try_from(position % PAGE).expect("a page is small")
}

impl Content {
    pub(super) fn length(&self) -> u64 {
        self.length
    }

    pub(super) fn read_at(&self, buffer: &mut [u8], offset: u64) -> usize {
        let left = usize::try_from(self.length.saturating_sub(offset)).unwrap_or(usize::MAX);
        let count = left.min(buffer.len());
        let mut done = 0;
        while done < count {
            let position = offset + done as u64;
            let start = within(position);
            let part = (PAGE_BYTES - start).min(count - done);
            let target = &mut buffer[done..done + part];
            match self.pages.get(&(position / PAGE)) {
                Some(page) => target.copy_from_slice(&page[start..start + part]),
                None => target.fill(0),
            }
            done += part;
        }
        count
    }

    pub(super) fn all(&self) -> Vec<u8> {
        let mut bytes = vec![0; usize::try_from(self.length).unwrap_or(usize::MAX)];
        self.read_at(&mut bytes, 0);
        bytes
    }

    pub(super) fn write_at(&mut self, bytes: &[u8], offset: u64) {
        let mut done = 0;
        while done < bytes.len() {
            let position = offset + done as u64;
            let start = within(position);
            let part = (PAGE_BYTES - start).min(bytes.len() - done);
            let page = self.pages.entry(position / PAGE).or_insert_with(|| Arc::new([0; PAGE_BYTES]));
            Arc::make_mut(page)[start..start + part].copy_from_slice(&bytes[done..done + part]);
            done += part;
        }
        if !bytes.is_empty() {
            self.length = self.length.max(offset + bytes.len() as u64);
        }
    }

    pub(super) fn allocate(&mut self, length: u64) {
        self.reserved = self.reserved.max(length.div_ceil(PAGE));
        self.length = self.length.max(length);
    }

    pub(super) fn set_len(&mut self, length: u64) {
        if length < self.length {
            self.pages.split_off(&length.div_ceil(PAGE));
            self.reserved = self.reserved.min(length.div_ceil(PAGE));
            // What lay behind the end must not come back when the file grows again.
            if let Some(page) = self.pages.get_mut(&(length / PAGE)) {
                Arc::make_mut(page)[within(length)..].fill(0);
            }
        }
        self.length = length;
    }

    /// Room taken.
    pub(super) fn pages(&self) -> u64 {
        self.reserved + self.pages.range(self.reserved..).count() as u64
    }

    /// Room that a write would take in addition.
    pub(super) fn pages_for_write(&self, offset: u64, length: u64) -> u64 {
        pages_of(offset, length).filter(|page| *page >= self.reserved && !self.pages.contains_key(page)).count() as u64
    }

    /// Room that an allocation would take in addition.
    pub(super) fn pages_for_allocate(&self, length: u64) -> u64 {
        let end = length.div_ceil(PAGE);
        let new = end.saturating_sub(self.reserved);
        if new == 0 { 0 } else { new - self.pages.range(self.reserved..end).count() as u64 }
    }

    /// How many bytes can be written from an offset on with so many additional pages.
    pub(super) fn fits(&self, offset: u64, length: u64, free: u64) -> u64 {
        let mut free = free;
        for page in pages_of(offset, length) {
            if self.pages_for_write(page * PAGE, 1) > 0 {
                if free == 0 {
                    return (page * PAGE).saturating_sub(offset);
                }
                free -= 1;
            }
        }
        length
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equals_a_plain_vector() {
        let (mut content, mut plain) = (Content::default(), Vec::new());
        let steps: [(u64, usize); 7] = [(0, 10), (4090, 12), (9000, 1), (4096, 4096), (4095, 4098), (20_000, 0), (8191, 2)];
        for (step, (offset, length)) in steps.into_iter().enumerate() {
            let bytes = vec![u8::try_from(step + 1).unwrap(); length];
            content.write_at(&bytes, offset);
            let (start, end) = (usize::try_from(offset).unwrap(), usize::try_from(offset).unwrap() + length);
            if length > 0 {
                plain.resize(plain.len().max(end), 0);
                plain[start..end].copy_from_slice(&bytes);
            }
            assert_eq!(content.all(), plain);
        }
        for length in [9001, 8192, 5000, 10_000, 4096, 0, 100] {
            content.set_len(length);
            plain.resize(usize::try_from(length).unwrap(), 0);
            assert_eq!(content.all(), plain);
        }
    }

    #[test]
    fn room_is_counted_in_pages() {
        let mut content = Content::default();
        content.set_len(1 << 50);
        assert_eq!(content.pages(), 0);
        content.write_at(b"x", 3 * PAGE);
        assert_eq!(
            (content.pages(), content.pages_for_write(3 * PAGE, PAGE), content.pages_for_write(3 * PAGE, PAGE + 1)),
            (1, 0, 1)
        );
        assert_eq!(content.pages_for_allocate(4 * PAGE + 1), 4);
        content.allocate(4 * PAGE + 1);
        assert_eq!((content.pages(), content.pages_for_allocate(5 * PAGE)), (5, 0));
        assert_eq!(content.fits(4 * PAGE + 10, 3 * PAGE, 1), 2 * PAGE - 10);
        content.set_len(PAGE + 1);
        assert_eq!(content.pages(), 2);
    }
}
