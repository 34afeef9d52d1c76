//! Identity and order of list elements: what Go's `==` says of decoded JSON, and the order that upstream gives a merged list
//! (`normalizeElementOrder`). Used by the list merge only; it must never change an element.

use std::collections::BTreeMap;

use object::value::Value;

use super::{DELETE, DIRECTIVE, Error};

/// What an element is recognised by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By<'k> {
    /// The scalar itself.
    Itself,
    /// A member.
    Key(&'k str),
}

/// A value as Go's `==` sees it in an interface: the type counts too.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Identity {
    Null,
    Bool(bool),
    Int(i64),
    Float(u64),
    Text(String),
    /// Objects and arrays: comparing two of them makes Go panic.
    Array,
    Object,
}

impl Identity {
    pub(super) fn of(value: &Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(value) => Self::Bool(*value),
            Value::Number(_) => match (value.as_i64(), value.as_f64()) {
                (Some(value), _) => Self::Int(value),
                // Adding zero makes one of both zeros.
                (None, value) => Self::Float((value.unwrap_or(0.0) + 0.0).to_bits()),
            },
            Value::String(text) => Self::Text(text.clone()),
            Value::Array(_) => Self::Array,
            Value::Object(_) => Self::Object,
        }
    }

    pub(super) fn comparable(&self) -> bool {
        !matches!(self, Self::Array | Self::Object)
    }
}

/// The first place of every element of a list.
#[derive(Clone, Debug, Default)]
pub(super) struct Positions(BTreeMap<Identity, usize>);

impl Positions {
    pub(super) fn new<'v>(items: impl IntoIterator<Item = &'v Value>, by: By<'_>) -> Self {
        let mut positions = Self::default();
        for (at, item) in items.into_iter().enumerate() {
            positions.note(identity(item, by), at);
        }
        positions
    }

    pub(super) fn note(&mut self, identity: Identity, at: usize) {
        self.0.entry(identity).or_insert(at);
    }

    pub(super) fn forget(&mut self, identity: &Identity) {
        self.0.remove(identity);
    }

    /// Where it stands first.
    pub(super) fn find(&self, identity: &Identity) -> Result<Option<usize>, Error> {
        match self.0.get(identity) {
            Some(_) if !identity.comparable() => Err(Error::Incomparable),
            found => Ok(found.copied()),
        }
    }
}

/// What an element is recognised by; `null` where an object lacks the member.
pub(super) fn identity(item: &Value, by: By<'_>) -> Identity {
    match by {
        By::Itself => Identity::of(item),
        By::Key(key) => item.get(key).map_or(Identity::Null, Identity::of),
    }
}

/// Elements that a patch names, and those that only the live list has, with the orders that they shall have.
pub(super) struct Halves<'p> {
    pub(super) named: Vec<Value>,
    pub(super) others: Vec<Value>,
    pub(super) named_order: &'p Positions,
    pub(super) live_order: &'p Positions,
}

impl Halves<'_> {
    /// One list of both. Each half keeps its order; elements of the live list go before the first named one that followed them there.
    pub(super) fn join(self, by: By<'_>) -> Result<Vec<Value>, Error> {
        let named = arrange(self.named, self.named_order, by)?;
        let others = arrange(self.others, self.live_order, by)?;
        let mut out = Vec::with_capacity(named.len() + others.len());
        let mut others = others.into_iter().peekable();
        for item in named {
            let here = self.live_order.find(&identity(&item, by))?;
            while let Some(other) = others.peek() {
                let before =
                    matches!((self.live_order.find(&identity(other, by))?, here), (Some(other), Some(here)) if other < here);
                if !before {
                    break;
                }
                out.extend(others.next());
            }
            out.push(item);
        }
        out.extend(others);
        Ok(out)
    }
}

/// Sorts elements by their place in `order`; deletions go last.
fn arrange(items: Vec<Value>, order: &Positions, by: By<'_>) -> Result<Vec<Value>, Error> {
    let mut placed = Vec::with_capacity(items.len());
    let mut last = Vec::new();
    for item in items {
        // Deletions can get here in lists that upstream took as they were.
        if by != By::Itself && item.get(DIRECTIVE).and_then(Value::as_str) == Some(DELETE) {
            last.push(item);
        } else {
            placed.push((order.find(&identity(&item, by))?, item));
        }
    }
    if placed.iter().all(|(place, _)| place.is_some()) {
        placed.sort_by_key(|(place, _)| *place);
    } else {
        settle(&mut placed);
    }
    Ok(placed.into_iter().map(|(_, item)| item).chain(last).collect())
}

type Placed = (Option<usize>, Value);

/// Upstream's comparison: an element without a place goes before whatever it is compared with. That is no order, so that the outcome
/// depends on the sorting method; [`settle`] is Go's.
fn less(a: &Placed, b: &Placed) -> bool {
    match (a.0, b.0) {
        (Some(a), Some(b)) => a < b,
        _ => true,
    }
}

/// Go's `sort.SliceStable`: insertion sort of blocks of twenty, then SymMerge (Kim and Kutzner) of ever larger blocks.
fn settle(items: &mut [Placed]) {
    let mut size = 20;
    for block in items.chunks_mut(size) {
        for end in 1..block.len() {
            let mut at = end;
            while at > 0 && less(&block[at], &block[at - 1]) {
                block.swap(at, at - 1);
                at -= 1;
            }
        }
    }
    while size < items.len() {
        for pair in items.chunks_mut(2 * size) {
            if pair.len() > size {
                sym_merge(pair, size);
            }
        }
        size *= 2;
    }
}

/// Merges the sorted parts before and from `middle`, in place. Each call at least halves what it works on.
fn sym_merge(items: &mut [Placed], middle: usize) {
    let len = items.len();
    if middle == 0 || middle >= len {
        return;
    }
    if middle == 1 {
        let at = search(1, len, |at| less(&items[at], &items[0]));
        items[..at].rotate_left(1);
        return;
    }
    if len - middle == 1 {
        let at = search(0, middle, |at| !less(&items[middle], &items[at]));
        items[at..].rotate_right(1);
        return;
    }
    let half = len / 2;
    let sum = half + middle;
    let (low, high) = if middle > half { (sum - len, half) } else { (0, middle) };
    let start = search(low, high, |at| !less(&items[sum - 1 - at], &items[at]));
    let end = sum - start;
    if start < middle && middle < end {
        items[start..end].rotate_left(middle - start);
    }
    let (left, right) = items.split_at_mut(half);
    if start > 0 && start < half {
        sym_merge(left, start);
    }
    if half < end && end < len {
        sym_merge(right, end - half);
    }
}

/// The first place from `low` on, below `high`, where `goes_on` ends; `high` if nowhere.
fn search(mut low: usize, mut high: usize, goes_on: impl Fn(usize) -> bool) -> usize {
    while low < high {
        let middle = usize::midpoint(low, high);
        if goes_on(middle) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}
