//! A place for the few texts and values that cannot be borrowed from a request: unescaped names, embedded JSON. Sets borrow from it
//! while one write is worked on. It grows in doubling blocks that never move, so that references into it stay good.

use std::cell::{Cell, OnceCell};

use object::value::Value;

/// Blocks: the n-th has room for 2^n things.
const BLOCKS: usize = 32;

enum Owned {
    Text(Box<str>),
    Value(Box<Value>),
}

/// Things that live as long as the work on one write.
#[derive(Default)]
pub struct Arena {
    blocks: [OnceCell<Box<[OnceCell<Owned>]>>; BLOCKS],
    len: Cell<usize>,
}

impl Arena {
    /// An empty arena; costs nothing until something is kept in it.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Keeps a text.
    pub(super) fn text(&self, text: String) -> &str {
        match self.keep(Owned::Text(text.into())) {
            Some(Owned::Text(text)) => text,
            _ => "",
        }
    }

    /// Keeps a JSON value.
    pub(super) fn value(&self, value: Value) -> &Value {
        const NULL: &Value = &Value::Null;
        match self.keep(Owned::Value(value.into())) {
            Some(Owned::Value(value)) => value,
            _ => NULL,
        }
    }

    /// None only when 2^32 things are kept already, which no request is large enough for.
    fn keep(&self, owned: Owned) -> Option<&Owned> {
        let at = self.len.get() + 1;
        let block = usize::try_from(at.ilog2()).ok()?;
        let room = 1usize << block;
        let places = self.blocks.get(block)?.get_or_init(|| (0..room).map(|_| OnceCell::new()).collect());
        self.len.set(at);
        Some(places.get(at - room)?.get_or_init(|| owned))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_stays_where_it_is() {
        let arena = Arena::new();
        let texts: Vec<&str> = (0..1000).map(|n| arena.text(n.to_string())).collect();
        let value = arena.value(Value::int(7));
        assert!(texts.iter().enumerate().all(|(n, text)| *text == n.to_string()));
        assert_eq!(value.as_i64(), Some(7));
    }
}
