//! Walking over objects by their schema (structured-merge-diff `typed/tofieldset.go`, `typed/compare.go`): the set of an object's
//! fields, and what differs between two objects. Called by the update algorithm, and by apply when it comes. It reads trees and writes
//! sets; it never decides who owns what. Recursion follows the schema, which nests finitely, and embedded JSON, which is bounded.

use std::cmp::Ordering;
use std::ops::Range;

use object::Tree;
use object::schema::{FieldDef, StructDef, TypeTable};
use object::value::parse;

use super::Error;
use super::arena::Arena;
use super::element::{Element, Keys};
use super::relation::{KeyPlaces, Relation, set_element};
use super::set::{Builder, Set};
use super::value::{Form, Val, Visible, each_pair, equal};

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
    walk.sets[ADDED] = Builder::with_capacity(512);
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
        walk.sets[ADDED] = Builder::with_capacity(512);
    }
    let old = old.map_or(Val::Zero(types, root.ty()), |old| Val::Node(old.root()));
    walk.differing(Some(old), Some(Val::Node(root)), Relation::root(types, root.ty()))?;
    let Walk { sets: [added, modified, removed], unordered, keys, .. } = walk;
    let finish = |set: Builder<'t>| if unordered { set.finish_unordered(keys) } else { set.finish() };
    Ok(Comparison { added: finish(added), modified: finish(modified), removed: finish(removed) })
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
    /// Some siblings may have been met out of order.
    unordered: bool,
    /// Fields of the structs being walked, outermost first.
    pairs: Vec<Pair<'t>>,
    /// Elements of the lists being walked, outermost first.
    items: Vec<Item<'t>>,
    /// Room for comparisons.
    open: Vec<(Val<'t>, Val<'t>)>,
}

impl<'w, 't> Walk<'w, 't> {
    fn new(types: &'t TypeTable, keys: &'w mut Keys<'t>, arena: &'t Arena) -> Self {
        let (path, sets, pairs, items, open) = (Vec::with_capacity(16), Default::default(), Vec::new(), Vec::new(), Vec::new());
        Self { types, keys, arena, path, sets, unordered: false, pairs, items, open }
    }

    fn insert(&mut self, set: usize) {
        self.sets[set].insert(&self.path);
    }

    fn insert_leaf(&mut self, set: usize, element: Element<'t>) {
        self.sets[set].insert_leaf(&self.path, element);
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

    /// Puts the elements of a list at the end of `items`, in order of their path elements; gives the place of the first.
    fn list_items(&mut self, list: Option<Val<'t>>, relation: Relation<'t>) -> Result<usize, Error> {
        let base = self.items.len();
        let Some(list) = list else { return Ok(base) };
        let places = match relation {
            Relation::Keyed(names, ty) => Some(KeyPlaces::of(names, ty.def(self.types))),
            _ => None,
        };
        let (keys, items) = (&mut *self.keys, &mut self.items);
        let (mut failed, mut sorted) = (Ok(()), true);
        list.items(|item| {
            let element = match &places {
                Some(places) => places.element(item, keys),
                None => set_element(item),
            };
            match element {
                Ok(element) => {
                    sorted &= items[base..].last().is_none_or(|last| keys.compare(last.0, element).is_le());
                    items.push((element, item));
                }
                Err(error) => failed = Err(error),
            }
        });
        failed?;
        if !sorted {
            items[base..].sort_by(|a, b| keys.compare(a.0, b.0));
        }
        Ok(base)
    }

    fn element_relation(&self, relation: Relation<'t>) -> Relation<'t> {
        match relation {
            Relation::Keyed(_, ty) | Relation::Map(ty) => Relation::inner(self.types, ty),
            _ => Relation::Scalar,
        }
    }

    /// Number of items in a range that have the same path element as its first.
    fn same(&self, from: usize, to: usize) -> usize {
        let items = &self.items[from..to];
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
        if end - base > 1 {
            let mut place = [0u8; 128];
            for (pair, at) in self.pairs[base..end].iter().zip(1u8..) {
                place[pair.index & 127] = at;
            }
            for &index in &*def.by_name {
                if let Some(at) = usize::from(place[usize::from(index) & 127]).checked_sub(1) {
                    visit(self, self.pairs[base + at])?;
                }
            }
        } else if end > base {
            visit(self, self.pairs[base])?;
        }
        self.pairs.truncate(base);
        Ok(())
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
            let (Some(value), element) = (pair.new, Element::Field(&pair.field.json)) else { return Ok(()) };
            let relation = Relation::field(walk.types, pair.field);
            if relation.is_whole() {
                walk.insert_leaf(ADDED, element);
                return Ok(());
            }
            walk.step(element, |walk| {
                walk.set(value, relation)?;
                if value.form() == Form::Null || matches!(value.form(), Form::Map | Form::Struct) && value.is_empty() {
                    walk.insert(ADDED);
                }
                Ok(())
            })
        })
    }

    fn set_entries(&mut self, value: Val<'t>, inner: Relation<'t>) -> Result<(), Error> {
        for (key, value) in value.entries() {
            if inner.is_whole() {
                self.insert_leaf(ADDED, Element::Field(key));
                continue;
            }
            self.step(Element::Field(key), |walk| {
                walk.set(value, inner)?;
                walk.insert(ADDED);
                Ok(())
            })?;
        }
        Ok(())
    }

    fn set_items(&mut self, value: Val<'t>, relation: Relation<'t>) -> Result<(), Error> {
        let base = self.list_items(Some(value), relation)?;
        let (inner, end) = (self.element_relation(relation), self.items.len());
        let mut at = base;
        while at < end {
            let (element, value) = self.items[at];
            let same = self.same(at, end);
            at += same;
            if same > 1 || inner.is_whole() {
                self.insert_leaf(ADDED, element);
                continue;
            }
            self.step(element, |walk| {
                walk.insert(ADDED);
                walk.set(value, inner)
            })?;
        }
        self.items.truncate(base);
        Ok(())
    }
}

/// What differs between two objects.
impl<'t> Walk<'_, 't> {
    /// Compares two values, one step down, of which one may be absent.
    fn child(
        &mut self,
        element: Element<'t>,
        old: Option<Val<'t>>,
        new: Option<Val<'t>>,
        relation: Relation<'t>,
    ) -> Result<(), Error> {
        if !relation.is_whole() {
            return self.step(element, |walk| walk.compare(old, new, relation));
        }
        match (old, new) {
            (Some(a), Some(b)) if equal(a, b, &mut self.open) => {}
            (Some(_), Some(_)) => self.insert_leaf(MODIFIED, element),
            (None, Some(_)) => self.insert_leaf(ADDED, element),
            (Some(_), None) => self.insert_leaf(REMOVED, element),
            (None, None) => {}
        }
        Ok(())
    }

    fn compare(&mut self, old: Option<Val<'t>>, new: Option<Val<'t>>, relation: Relation<'t>) -> Result<(), Error> {
        match (old, new, relation) {
            (None, None, _) => Ok(()),
            // Two structs or maps are gone through at once, whether they differ or not.
            (Some(a), Some(b), Relation::Struct(def)) if a.form() == Form::Struct && b.form() == Form::Struct => {
                self.fields(old, new, def)
            }
            (Some(a), Some(b), Relation::Map(ty)) if a.form() == Form::Map && b.form() == Form::Map => {
                self.entries(old, new, Relation::inner(self.types, ty))
            }
            (Some(a), Some(b), _) if equal(a, b, &mut self.open) => Ok(()),
            _ => self.differing(old, new, relation),
        }
    }

    /// As [`compare`](Self::compare), for values that are known to differ.
    fn differing(&mut self, old: Option<Val<'t>>, new: Option<Val<'t>>, relation: Relation<'t>) -> Result<(), Error> {
        let both_empty = || old.is_none_or(Val::is_empty) && new.is_none_or(Val::is_empty);
        match relation {
            Relation::Deduced => return self.deduced(old, new),
            Relation::Scalar | Relation::Atomic => {
                self.whole(old, new);
                return Ok(());
            }
            _ if both_empty() => {
                self.whole(old, new);
                return Ok(());
            }
            Relation::Struct(def) => self.fields(old, new, def)?,
            Relation::Map(ty) => self.entries(old, new, Relation::inner(self.types, ty))?,
            Relation::Keyed(..) | Relation::Set => self.elements(old, new, relation)?,
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
        let in_metadata = matches!(self.path[..], [Element::Field("metadata")]);
        // The managedFields of the new object do not count.
        let hidden = |field: &FieldDef| in_metadata && field.json == "managedFields";
        if let (Some(Val::Node(a)), Some(Val::Node(b))) = (old, new)
            && let (Some(def), Some(other)) = (a.def(), b.def())
            && std::ptr::eq(def, other)
        {
            self.unordered = true;
            let mut failed = Ok(());
            each_pair(a, b, |field, old, new| {
                let (relation, new) = (Relation::field(self.types, field), new.filter(|_| !hidden(field)));
                failed = self.child(Element::Field(&field.json), old, new, relation);
                failed.is_err()
            });
            return failed;
        }
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
                if !hidden(field) {
                    let there = pairs[base..middle].iter_mut().find(|pair| pair.index == index);
                    match there {
                        Some(pair) => pair.new = Some(value),
                        None => pairs.push(Pair { index, field, old: None, new: Some(value) }),
                    }
                }
                false
            });
        }
        self.in_order(base, def, |walk, pair| {
            let relation = Relation::field(walk.types, pair.field);
            walk.child(Element::Field(&pair.field.json), pair.old, pair.new, relation)
        })
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
            self.child(Element::Field(name), old, new, inner)?;
        }
    }

    fn elements(&mut self, old: Option<Val<'t>>, new: Option<Val<'t>>, relation: Relation<'t>) -> Result<(), Error> {
        let base = self.list_items(old, relation)?;
        let middle = self.list_items(new, relation)?;
        let (inner, end) = (self.element_relation(relation), self.items.len());
        let (mut left, mut right) = (base, middle);
        while left < middle || right < end {
            let order = match (left < middle, right < end) {
                (true, true) => self.keys.compare(self.items[left].0, self.items[right].0),
                (true, false) => Ordering::Less,
                _ => Ordering::Greater,
            };
            let ours = if order.is_le() { self.same(left, middle) } else { 0 };
            let theirs = if order.is_ge() { self.same(right, end) } else { 0 };
            let element = self.items[if order.is_le() { left } else { right }].0;
            if ours < 2 && theirs < 2 {
                let old = (ours == 1).then(|| self.items[left].1);
                let new = (theirs == 1).then(|| self.items[right].1);
                self.child(element, old, new, inner)?;
            } else {
                self.step(element, |walk| walk.repeated(left..left + ours, right..right + theirs, inner))?;
            }
            left += ours;
            right += theirs;
        }
        self.items.truncate(base);
        Ok(())
    }

    /// Compares elements with one path element, of which a side has more than one: those are owned as a whole.
    fn repeated(&mut self, old: Range<usize>, new: Range<usize>, inner: Relation<'t>) -> Result<(), Error> {
        match (old.len() > 1, new.len() > 1) {
            (true, true) => {
                let pairs = self.items[old.clone()].iter().zip(&self.items[new.clone()]);
                if old.len() != new.len() || !pairs.into_iter().all(|(a, b)| equal(a.1, b.1, &mut self.open)) {
                    self.insert(MODIFIED);
                }
            }
            (true, false) => {
                let left = new.clone().next().map(|at| self.items[at].1);
                self.compare(None, left, inner)?;
                self.insert(REMOVED);
            }
            _ => {
                let left = old.clone().next().map(|at| self.items[at].1);
                self.compare(left, None, inner)?;
                self.insert(ADDED);
            }
        }
        Ok(())
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
