//! Brings the entries of a map into the order of their keys, for decoders that took them as they came.

use super::{Kind, NONE, Node, Tree};

impl Tree {
    /// Sorts the entries of a map by key; of equal keys the last one stays. Each repeated key with the one before it.
    pub(crate) fn sort_entries(&mut self, map: u32, scratch: &mut Vec<u32>) -> Vec<(u32, u32)> {
        debug_assert!(self.node(map).kind == Kind::Map);
        let mut repeated = Vec::new();
        scratch.clear();
        let mut at = self.node(map).a;
        while at != NONE {
            scratch.push(at);
            at = self.node(at).next;
        }
        scratch.sort_by(|&a, &b| self.bytes(self.node(a).span()).cmp(self.bytes(self.node(b).span())).then(a.cmp(&b)));
        *self.node_mut(map) = Node { a: NONE, b: NONE, ..self.node(map) };
        for (position, &at) in scratch.iter().enumerate() {
            self.node_mut(at).next = NONE;
            let before = position
                .checked_sub(1)
                .map(|before| scratch[before])
                .filter(|&before| self.bytes(self.node(before).span()) == self.bytes(self.node(at).span()));
            match before {
                None => self.link_last(map, at),
                Some(before) => {
                    // The later one takes the place of the one that was linked.
                    let linked = self.node(map).b;
                    let value = self.node(at + 1);
                    self.replace(linked + 1, value);
                    repeated.push((before, at));
                }
            }
        }
        repeated
    }
}
