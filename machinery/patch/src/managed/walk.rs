//! Walking over objects by their schema (structured-merge-diff `typed/tofieldset.go`, `typed/compare.go`): the set of an object's
//! fields, and what differs between two objects. Called by the update algorithm, and by apply when it comes. It reads trees and writes
//! sets; it never decides who owns what. Recursion follows the schema, which nests finitely, and embedded JSON, which is bounded.

use std::cmp::Ordering;

use object::Tree;
use object::schema::{FieldDef, StructDef, TypeTable};
use object::value::parse;

use super::Error;
use super::arena::Arena;
use super::element::{Element, Keys};
use super::relation::{Relation, keyed_element, set_element};
use super::set::{Builder, Set};
use super::value::{Form, Val, Visible, equal};

/// What differs between two objects. No path is in more than one of the sets.
#[derive(Clone, Debug, Default)]
pub struct Comparison<'a> {
    /// Only in the new object.
    pub added: Set<'a>,
    /// In both, with different values.
    pub modified: Set<'a>,
    /// Only in the old object.
    pub removed: Set<'a>,
}

/// Every field that an object has: leaves, elements, keys (`ToFieldSet`).
///
/// # Errors
/// When a list element has no path ([`validate`] refuses the same).
///
/// [`validate`]: super::validate
pub fn field_set<'t>(tree: &'t Tree, keys: &mut Keys<'t>, arena: &'t Arena) -> Result<Set<'t>, Error> {
    let mut walk = Walk::new(tree.types(), keys, arena);
    walk.sets[ADDED] = Builder::with_capacity(128);
    walk.set(Val::Node(tree.root()), Relation::root(tree.types(), tree.root().ty()))?;
    let [added, ..] = walk.sets;
    Ok(added.finish())
}

/// What differs between two objects of one schema; an absent old one stands for an object with nothing set. `metadata.managedFields`
/// of the new object counts as absent: upstream takes it off first.
///
/// # Errors
/// When a list element has no path ([`validate`] refuses the same).
///
/// [`validate`]: super::validate
pub fn compare<'t>(old: Option<&'t Tree>, new: &'t Tree, keys: &mut Keys<'t>, arena: &'t Arena) -> Result<Comparison<'t>, Error> {
    let types = new.types();
    let root = new.root();
    let mut walk = Walk::new(types, keys, arena);
    if old.is_none() {
        walk.sets[ADDED] = Builder::with_capacity(128);
    }
    let old = old.map_or(Val::Zero(types, root.ty()), |old| Val::Node(old.root()));
    walk.differing(Some(old), Some(Val::Node(root)), Relation::root(types, root.ty()))?;
    let [added, modified, removed] = walk.sets;
    Ok(Comparison { added: added.finish(), modified: modified.finish(), removed: removed.finish() })
}

const ADDED: usize = 0;
const MODIFIED: usize = 1;
const REMOVED: usize = 2;

/// One list element with its path element.
type Item<'t> = (Element<'t>, Val<'t>);

/// A field of two structs.
#[derive(Clone, Copy)]
struct Pair<'t> {
    index: usize,
    field: &'t FieldDef,
    old: Option<Val<'t>>,
    new: Option<Val<'t>>,
}

struct Walk<'w, 't> {
    types: &'t TypeTable,
    keys: &'w mut Keys<'t>,
    arena: &'t Arena,
    path: Vec<Element<'t>>,
    sets: [Builder<'t>; 3],
    /// Fields of the structs being walked, outermost first.
    pairs: Vec<Pair<'t>>,
    /// Room for comparisons.
    open: Vec<(Val<'t>, Val<'t>)>,
}

impl<'w, 't> Walk<'w, 't> {
    fn new(types: &'t TypeTable, keys: &'w mut Keys<'t>, arena: &'t Arena) -> Self {
        Self { types, keys, arena, path: Vec::with_capacity(16), sets: Default::default(), pairs: Vec::new(), open: Vec::new() }
    }

    fn insert(&mut self, set: usize) {
        self.sets[set].insert(&self.path);
    }

    /// Walks one step down and back up.
    fn step(&mut self, element: Element<'t>, below: impl FnOnce(&mut Self) -> Result<(), Error>) -> Result<(), Error> {
        self.path.push(element);
        below(self)?;
        self.path.pop();
        for set in &mut self.sets {
            set.close(self.path.len());
        }
        Ok(())
    }

    /// Looks into embedded JSON. What cannot be read is left alone, as a scalar is.
    fn looked_into(&self, value: Val<'t>) -> Val<'t> {
        match value {
            Val::Node(node) => match node.raw().map(parse) {
                Some(Ok(json)) => Val::Json(self.arena.value(json)),
                _ => value,
            },
            _ => value,
        }
    }

    fn list_items(&mut self, list: Option<Val<'t>>, relation: Relation<'t>) -> Result<Vec<Item<'t>>, Error> {
        let Some(list) = list else { return Ok(Vec::new()) };
        let mut items: Vec<Item<'t>> = Vec::new();
        let mut failed = Ok(());
        list.items(|item| {
            let element = match relation {
                Relation::Keyed(names, _) => keyed_element(item, names, self.keys),
                _ => set_element(item),
            };
            match element {
                Ok(element) => items.push((element, item)),
                Err(error) => failed = Err(error),
            }
        });
        failed?;
        let keys = &*self.keys;
        items.sort_by(|a, b| keys.compare(a.0, b.0));
        Ok(items)
    }

    fn element_relation(&self, relation: Relation<'t>) -> Relation<'t> {
        match relation {
            Relation::Keyed(_, ty) | Relation::Map(ty) => Relation::inner(self.types, ty),
            _ => Relation::Scalar,
        }
    }
}

/// The set of one object's fields.
impl<'t> Walk<'_, 't> {
    fn set(&mut self, value: Val<'t>, relation: Relation<'t>) -> Result<(), Error> {
        match relation {
            Relation::Scalar | Relation::Atomic => {
                self.insert(ADDED);
                Ok(())
            }
            Relation::Struct(def) => self.set_fields(value, def),
            Relation::Map(ty) => self.set_entries(value, Relation::inner(self.types, ty)),
            Relation::Keyed(..) | Relation::Set => self.set_items(value, relation),
            Relation::Deduced => {
                let value = self.looked_into(value);
                match value.form() {
                    Form::Map | Form::Null => self.set_entries(value, Relation::Deduced),
                    _ => {
                        self.insert(ADDED);
                        Ok(())
                    }
                }
            }
        }
    }

    fn set_fields(&mut self, value: Val<'t>, def: &'t StructDef) -> Result<(), Error> {
        let base = self.pairs.len();
        let pairs = &mut self.pairs;
        value.fields(|Visible { index, field, value }| {
            pairs.push(Pair { index, field, old: None, new: Some(value) });
            false
        });
        self.in_order(base, def, |walk, pair| {
            let Some(value) = pair.new else { return Ok(()) };
            walk.set(value, Relation::field(walk.types, pair.field))?;
            if value.form() == Form::Null || matches!(value.form(), Form::Map | Form::Struct) && value.is_empty() {
                walk.insert(ADDED);
            }
            Ok(())
        })
    }

    fn set_entries(&mut self, value: Val<'t>, inner: Relation<'t>) -> Result<(), Error> {
        for (key, value) in value.entries() {
            self.step(Element::Field(key), |walk| {
                walk.set(value, inner)?;
                walk.insert(ADDED);
                Ok(())
            })?;
        }
        Ok(())
    }

    fn set_items(&mut self, value: Val<'t>, relation: Relation<'t>) -> Result<(), Error> {
        let items = self.list_items(Some(value), relation)?;
        let inner = self.element_relation(relation);
        let mut at = 0;
        while let Some(&(element, value)) = items.get(at) {
            let same = self.same(&items[at..]);
            at += same;
            self.step(element, |walk| {
                if same == 1 {
                    walk.set(value, inner)?;
                }
                walk.insert(ADDED);
                Ok(())
            })?;
        }
        Ok(())
    }

    /// Number of items at the start that have the same path element.
    fn same(&self, items: &[Item<'t>]) -> usize {
        let Some(first) = items.first() else { return 0 };
        items.iter().take_while(|item| self.keys.compare(first.0, item.0) == Ordering::Equal).count()
    }

    /// Visits the pairs from `base` on in order of their names, and takes them off.
    fn in_order(
        &mut self,
        base: usize,
        def: &'t StructDef,
        mut visit: impl FnMut(&mut Self, Pair<'t>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let end = self.pairs.len();
        let single = end - base < 2;
        let mut place = [0u8; 128];
        if !single {
            for (pair, at) in self.pairs[base..end].iter().zip(1u8..) {
                place[pair.index & 127] = at;
            }
        }
        let order: &[u8] = if single { &[0] } else { &def.by_name };
        for &index in order {
            let at = if single { 1 } else { usize::from(place[usize::from(index) & 127]) };
            if at == 0 || base + at > end {
                continue;
            }
            let pair = self.pairs[base + at - 1];
            self.step(Element::Field(&pair.field.json), |walk| visit(walk, pair))?;
        }
        self.pairs.truncate(base);
        Ok(())
    }
}

/// What differs between two objects.
impl<'t> Walk<'_, 't> {
    /// Compares two values of which one may be absent.
    fn compare(&mut self, old: Option<Val<'t>>, new: Option<Val<'t>>, relation: Relation<'t>) -> Result<(), Error> {
        match (old, new) {
            (None, None) => Ok(()),
            (Some(a), Some(b)) if equal(a, b, &mut self.open) => Ok(()),
            _ => self.differing(old, new, relation),
        }
    }

    /// As [`compare`](Self::compare), for values that are known to differ.
    fn differing(&mut self, old: Option<Val<'t>>, new: Option<Val<'t>>, relation: Relation<'t>) -> Result<(), Error> {
        let both_empty = || old.is_none_or(Val::is_empty) && new.is_none_or(Val::is_empty);
        let whole = match relation {
            Relation::Scalar | Relation::Atomic => true,
            Relation::Deduced => return self.deduced(old, new),
            _ => both_empty(),
        };
        if whole {
            self.whole(old, new);
            return Ok(());
        }
        match relation {
            Relation::Struct(def) => self.fields(old, new, def)?,
            Relation::Map(ty) => self.entries(old, new, Relation::inner(self.types, ty))?,
            _ => self.items(old, new, relation)?,
        }
        self.one_sided(old, new);
        Ok(())
    }

    /// The value as one thing.
    fn whole(&mut self, old: Option<Val<'t>>, new: Option<Val<'t>>) {
        match (old, new) {
            (Some(_), Some(_)) => self.insert(MODIFIED),
            _ => self.one_sided(old, new),
        }
    }

    fn one_sided(&mut self, old: Option<Val<'t>>, new: Option<Val<'t>>) {
        match (old, new) {
            (None, Some(_)) => self.insert(ADDED),
            (Some(_), None) => self.insert(REMOVED),
            _ => {}
        }
    }

    fn fields(&mut self, old: Option<Val<'t>>, new: Option<Val<'t>>, def: &'t StructDef) -> Result<(), Error> {
        let base = self.pairs.len();
        let pairs = &mut self.pairs;
        if let Some(old) = old {
            old.fields(|Visible { index, field, value }| {
                pairs.push(Pair { index, field, old: Some(value), new: None });
                false
            });
        }
        let middle = pairs.len();
        if let Some(new) = new {
            new.fields(|Visible { index, field, value }| {
                pairs.push(Pair { index, field, old: None, new: Some(value) });
                false
            });
        }
        if base < middle {
            self.join(base, middle);
        }
        self.in_order(base, def, |walk, pair| walk.differing(pair.old, pair.new, Relation::field(walk.types, pair.field)))
    }

    /// Joins the old fields (from `base`) with the new ones (from `middle`), and drops those that are the same on both sides. The
    /// metadata always stays: its managedFields are taken off the new object.
    fn join(&mut self, base: usize, middle: usize) {
        let metadata = matches!(self.path[..], [Element::Field("metadata")]);
        let end = self.pairs.len();
        let (mut left, mut right) = (base, middle);
        while left < middle || right < end {
            let (old, new) = (self.pairs.get(left).filter(|_| left < middle), self.pairs.get(right).filter(|_| right < end));
            let order = match (old, new) {
                (Some(old), Some(new)) => old.index.cmp(&new.index),
                (Some(_), None) => Ordering::Less,
                _ => Ordering::Greater,
            };
            let mut pair = match order {
                Ordering::Greater => self.pairs[right],
                _ => self.pairs[left],
            };
            if order.is_eq() {
                pair.new = self.pairs[right].new;
            }
            left += usize::from(order.is_le());
            right += usize::from(order.is_ge());
            if metadata && pair.field.json == "managedFields" {
                pair.new = None;
            }
            let keep = match (pair.old, pair.new) {
                (Some(old), Some(new)) if self.path.is_empty() && pair.field.json == "metadata" => {
                    !(old.is_empty() && new.is_empty())
                }
                (Some(old), Some(new)) => !equal(old, new, &mut self.open),
                (None, None) => false,
                _ => true,
            };
            if keep {
                self.pairs.push(pair);
            }
        }
        self.pairs.drain(base..end);
    }

    fn entries(&mut self, old: Option<Val<'t>>, new: Option<Val<'t>>, inner: Relation<'t>) -> Result<(), Error> {
        let (mut left, mut right) = (old.map(Val::entries), new.map(Val::entries));
        let mut a = left.as_mut().and_then(Iterator::next);
        let mut b = right.as_mut().and_then(Iterator::next);
        loop {
            let order = match (&a, &b) {
                (None, None) => return Ok(()),
                (Some((key, _)), Some((other, _))) => key.cmp(other),
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
            };
            let (mut old, mut new, mut name) = (None, None, "");
            if let Some((key, value)) = a
                && order.is_le()
            {
                (old, name) = (Some(value), key);
                a = left.as_mut().and_then(Iterator::next);
            }
            if let Some((key, value)) = b
                && order.is_ge()
            {
                (new, name) = (Some(value), key);
                b = right.as_mut().and_then(Iterator::next);
            }
            self.step(Element::Field(name), |walk| walk.compare(old, new, inner))?;
        }
    }

    fn items(&mut self, old: Option<Val<'t>>, new: Option<Val<'t>>, relation: Relation<'t>) -> Result<(), Error> {
        let (old, new) = (self.list_items(old, relation)?, self.list_items(new, relation)?);
        let inner = self.element_relation(relation);
        let (mut left, mut right) = (&old[..], &new[..]);
        loop {
            let (element, order) = match (left.first(), right.first()) {
                (None, None) => return Ok(()),
                (Some(a), Some(b)) => (if self.keys.compare(a.0, b.0).is_le() { a.0 } else { b.0 }, self.keys.compare(a.0, b.0)),
                (Some(a), None) => (a.0, Ordering::Less),
                (None, Some(b)) => (b.0, Ordering::Greater),
            };
            let ours = if order.is_le() { self.same(left) } else { 0 };
            let theirs = if order.is_ge() { self.same(right) } else { 0 };
            let (was, rest) = left.split_at(ours);
            let (is, other) = right.split_at(theirs);
            (left, right) = (rest, other);
            self.step(element, |walk| walk.group(was, is, inner))?;
        }
    }

    /// Compares the elements with one path element. More than one on a side are owned as a whole.
    fn group(&mut self, old: &[Item<'t>], new: &[Item<'t>], inner: Relation<'t>) -> Result<(), Error> {
        let first = |items: &[Item<'t>]| items.first().map(|item| item.1);
        match (old.len() > 1, new.len() > 1) {
            (false, false) => self.compare(first(old), first(new), inner),
            (true, true) => {
                let same = old.len() == new.len() && old.iter().zip(new).all(|(a, b)| equal(a.1, b.1, &mut self.open));
                if !same {
                    self.insert(MODIFIED);
                }
                Ok(())
            }
            (true, false) => {
                self.compare(None, first(new), inner)?;
                self.insert(REMOVED);
                Ok(())
            }
            (false, true) => {
                self.compare(first(old), None, inner)?;
                self.insert(ADDED);
                Ok(())
            }
        }
    }

    /// Embedded JSON: objects by their keys, everything else as one thing. A value that changes from one to the other is both.
    fn deduced(&mut self, old: Option<Val<'t>>, new: Option<Val<'t>>) -> Result<(), Error> {
        let sides = [old, new].map(|value| value.map(|value| self.looked_into(value)));
        let maps = sides.map(|value| value.filter(|value| value.form() == Form::Map));
        let open = |value: &Option<Val<'t>>| value.is_some_and(|value| matches!(value.form(), Form::Map | Form::Null));
        let entered = maps.iter().any(|map| map.is_some_and(|map| !map.is_empty()));
        let whole = !entered || sides.iter().any(|value| value.is_some() && !open(value));
        let [old, new] = sides;
        if whole {
            self.whole(old, new);
        }
        if entered {
            let [old, new] = maps;
            self.entries(old, new, Relation::Deduced)?;
        }
        if !whole {
            self.one_sided(old, new);
        }
        Ok(())
    }
}
