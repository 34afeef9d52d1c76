//! Merging of lists (upstream's `mergeSliceHandler`, `mergePatchIntoOriginal`): by merge key, as sets of scalars, and in the order of a
//! `$setElementOrder` directive. Used by the merge of objects only; it must never decide whether a list is merged at all.

use std::collections::BTreeSet;

use object::value::{Object, Value};

use super::go_text::{go_list, go_type};
use super::lookup::{Place, Strategy};
use super::order::{By, Halves, Identity, Positions, identity};
use super::{DELETE, DIRECTIVE, Error, MAP, MERGE, REPLACE, SET_ORDER, SLICE};
use super::{field_of, merge_object, without_directives};

/// How a list is merged.
pub(super) struct Rule<'s> {
    /// Merge key; empty for lists of scalars.
    pub(super) key: &'s str,
    /// Where the elements stand.
    pub(super) place: Place<'s>,
    /// Whether the patch lists scalars to be taken out.
    pub(super) deletes: bool,
}

impl<'s> Rule<'s> {
    fn by(&self) -> By<'s> {
        if self.key.is_empty() { By::Itself } else { By::Key(self.key) }
    }
}

/// A merged list.
pub(super) struct Merged {
    pub(super) list: Vec<Value>,
    /// What upstream's view of the original list has become, if that changed: it shares memory with the merged list.
    live: Option<Positions>,
}

/// Whether elements are objects.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Elements {
    Objects,
    Scalars,
}

/// What all elements of both lists are.
fn elements(original: &[Value], patch: &[Value]) -> Result<Elements, Error> {
    let mut all = original.iter().chain(patch);
    let Some(first) = all.next() else {
        return Err(Error::Refused("no elements in any of the given slices".to_owned()));
    };
    match first {
        Value::Null => return Err(Error::Incomparable),
        Value::Array(_) => return Err(Error::ListOfLists),
        _ => {}
    }
    if all.any(|item| go_type(item) != go_type(first)) {
        let lists = format!("[{} {}]", go_list(original), go_list(patch));
        return Err(Error::Refused(format!("list element types are not identical: {lists}")));
    }
    Ok(if matches!(first, Value::Object(_)) { Elements::Objects } else { Elements::Scalars })
}

/// Merges two lists of a field with the `merge` strategy, or takes scalars out of one.
pub(super) fn merge(original: Vec<Value>, patch: Vec<Value>, rule: &Rule<'_>) -> Result<Merged, Error> {
    if original.is_empty() && patch.is_empty() {
        return Ok(Merged { list: original, live: None });
    }
    let by = rule.by();
    if elements(&original, &patch)? == Elements::Scalars {
        let named: BTreeSet<Identity> = patch.iter().map(Identity::of).collect();
        if rule.deletes {
            let list = original.into_iter().filter(|item| !named.contains(&Identity::of(item))).collect();
            return Ok(Merged { list, live: None });
        }
        let (named_order, live_order) = (Positions::new(&patch, by), Positions::new(&original, by));
        let mut seen = BTreeSet::new();
        let all = original.into_iter().chain(patch).filter(|item| seen.insert(Identity::of(item))).collect();
        let (named, others) = split(all, &named_order, None, by)?;
        let list = Halves { named, others, named_order: &named_order, live_order: &live_order }.join(by)?;
        return Ok(Merged { list, live: None });
    }
    if rule.key.is_empty() {
        return Err(Error::Refused(format!("cannot merge lists without merge key for {}", rule.place.kind())));
    }
    let whole = original.len();
    let (original, patch, replaced) = obey(original, patch, rule.key)?;
    let (named_order, live_order) = (Positions::new(&patch, by), Positions::new(&original, by));
    let all = merge_items(original, patch, rule)?;
    let live = (!replaced).then(|| Positions::new(all.iter().take(whole), by));
    let (named, others) = split(all, &named_order, None, by)?;
    let list = Halves { named, others, named_order: &named_order, live_order: &live_order }.join(by)?;
    Ok(Merged { list, live })
}

/// Follows the `$patch` directives among a patch's elements: what is left of the original list and of the
/// patch, and whether the original list was replaced.
fn obey(mut original: Vec<Value>, patch: Vec<Value>, key: &str) -> Result<(Vec<Value>, Vec<Value>, bool), Error> {
    let mut left = Vec::with_capacity(patch.len());
    let mut deleted = BTreeSet::new();
    let mut replace = false;
    for item in patch {
        let Some(directive) = item.get(DIRECTIVE) else {
            left.push(item);
            continue;
        };
        match directive.as_str() {
            Some(DELETE) => {
                let value = item.get(key).ok_or_else(|| Error::no_merge_key(&item, key))?;
                deleted.insert(Identity::of(value));
            }
            Some(REPLACE) => replace = true,
            Some(MERGE) => return Err(Error::Refused("merging lists cannot yet be specified in the patch".to_owned())),
            _ => {
                let directive = directive.clone();
                let holder = if let Value::Object(holder) = item { holder } else { Object::new() };
                return Err(Error::unknown_directive(&directive, holder));
            }
        }
    }
    if !deleted.is_empty() {
        let goes = |item: &Value| item.get(key).map(Identity::of).filter(|identity| deleted.contains(identity));
        if original.iter().filter_map(goes).any(|identity| !identity.comparable()) {
            return Err(Error::Incomparable);
        }
        original.retain(|item| goes(item).is_none());
    }
    Ok(if replace { (left, Vec::new(), true) } else { (original, left, false) })
}

/// Merges each object of the patch into the first one with the same merge key, or appends it as it is.
fn merge_items(mut original: Vec<Value>, patch: Vec<Value>, rule: &Rule<'_>) -> Result<Vec<Value>, Error> {
    let mut places = Positions::default();
    for (at, item) in original.iter().enumerate() {
        if let Some(value) = item.get(rule.key) {
            places.note(Identity::of(value), at);
        }
    }
    for item in patch {
        let Some(value) = item.get(rule.key) else { return Err(Error::no_merge_key(&item, rule.key)) };
        let identity = Identity::of(value);
        match (places.find(&identity)?, item) {
            (Some(at), Value::Object(item)) => {
                if let Some(Value::Object(into)) = original.get_mut(at) {
                    merge_object(into, item, rule.place)?;
                    // A key that is null does not outlive a merge.
                    if !into.contains(rule.key) {
                        places.forget(&identity);
                    }
                }
            }
            (_, item) => {
                places.note(identity, original.len());
                original.push(item);
            }
        }
    }
    Ok(original)
}

/// Parts elements into those that `order` has and the others. `gap` is where `order` was cut short by something that is no object.
fn split(items: Vec<Value>, order: &Positions, gap: Option<usize>, by: By<'_>) -> Result<(Vec<Value>, Vec<Value>), Error> {
    let (mut named, mut others) = (Vec::new(), Vec::new());
    for item in items {
        if let By::Key(key) = by {
            if !matches!(item, Value::Object(_)) {
                return Err(Error::wrong_type(MAP, &item));
            }
            if item.get(key).is_none() {
                return Err(Error::no_merge_key(&item, key));
            }
        } else if !Identity::of(&item).comparable() {
            return Err(Error::Incomparable);
        }
        match (order.find(&identity(&item, by))?, gap) {
            (Some(_), _) => named.push(item),
            (None, Some(at)) => return Err(Error::Refused(format!("value for key {at} is not a map"))),
            (None, None) => others.push(item),
        }
    }
    Ok((named, others))
}

/// The list under `field`.
fn list_of(field: Option<&Value>) -> Result<Option<&Vec<Value>>, Error> {
    match field {
        None => Ok(None),
        Some(Value::Array(items)) => Ok(Some(items)),
        Some(other) => Err(Error::wrong_type(SLICE, other)),
    }
}

/// Follows one `$setElementOrder` directive: merges the list it is about, takes that out of the patch, and puts it in order. The
/// directive decides first, then the patch's list, then the live one.
pub(super) fn merge_in_order(
    original: &mut Object,
    patch: &mut Object,
    directive: &str,
    order: Value,
    place: Place<'_>,
) -> Result<(), Error> {
    let Value::Array(order) = order else { return Err(Error::wrong_type(SLICE, &order)) };
    let field = field_of(directive, SET_ORDER).ok_or(Error::ElementOrder)?;
    let live = list_of(original.get(field))?.cloned();
    let change = list_of(patch.get(field))?.cloned();
    let found = place.list(field)?;
    let rule = Rule { key: found.key, place: found.place, deletes: false };
    let by = rule.by();
    validate(change.as_deref().unwrap_or_default(), &order, rule.key)?;
    let kind = elements(live.as_deref().unwrap_or_default(), change.as_deref().unwrap_or_default());
    let mut live_order = Positions::new(live.as_deref().unwrap_or_default(), by);
    let old: Vec<Value> = if found.strategy == Strategy::Merge { Vec::new() } else { live.clone().unwrap_or_default() };
    let merged = match (live, change) {
        (None, None) => return Ok(()),
        (Some(live), None) => live,
        (None, Some(change)) => change.into_iter().filter_map(without_directives).collect(),
        (Some(live), Some(change)) if found.strategy == Strategy::Merge => {
            let merged = merge(live, change, &rule)?;
            live_order = merged.live.unwrap_or(live_order);
            merged.list
        }
        (Some(_), Some(change)) => change,
    };
    let gap = match by {
        By::Itself if order.iter().any(|item| !Identity::of(item).comparable()) => return Err(Error::Incomparable),
        By::Itself => None,
        By::Key(_) => order.iter().position(|item| !matches!(item, Value::Object(_))),
    };
    let named_order = keyed(&order[..gap.unwrap_or(order.len())], by);
    let (named, others) = split(merged, &named_order, gap, by)?;
    if kind? == Elements::Objects {
        order.iter().chain(&old).try_for_each(|item| match item {
            Value::Object(object) if object.contains(rule.key) => Ok(()),
            Value::Object(_) => Err(Error::no_merge_key(item, rule.key)),
            other => Err(Error::wrong_type(MAP, other)),
        })?;
    }
    let list = Halves { named, others, named_order: &named_order, live_order: &live_order }.join(by)?;
    original.insert(field, Value::Array(list));
    patch.remove(field);
    Ok(())
}

/// Places of the elements that have the member they are recognised by.
fn keyed(items: &[Value], by: By<'_>) -> Positions {
    let mut positions = Positions::default();
    for (at, item) in items.iter().enumerate() {
        if matches!(by, By::Key(key) if item.get(key).is_none()) {
            continue;
        }
        positions.note(identity(item, by), at);
    }
    positions
}

/// Checks that a patch's elements come in the order of its `$setElementOrder` list; deletions do not count.
fn validate(patch: &[Value], order: &[Value], key: &str) -> Result<(), Error> {
    if patch.is_empty() || order.is_empty() {
        return Ok(());
    }
    let mut kept: Vec<&Value> = Vec::with_capacity(patch.len());
    for item in patch {
        if !key.is_empty() && !matches!(item, Value::Object(_)) {
            return Err(Error::wrong_type(MAP, item));
        }
        if key.is_empty() || item.get(DIRECTIVE).and_then(Value::as_str) != Some(DELETE) {
            kept.push(item);
        }
    }
    let mut kept = kept.into_iter().peekable();
    let mut order_left = order.iter();
    while kept.peek().is_some() {
        if kept.next_if(|item| item.get(DIRECTIVE).is_some()).is_some() {
            // What has another directive goes unchecked, but only while there is something left to compare with.
            if order_left.len() == 0 {
                return Err(disorder(patch, order));
            }
            continue;
        }
        let (Some(item), Some(place)) = (kept.peek(), order_left.next()) else { return Err(disorder(patch, order)) };
        if same(item, place, key)? {
            kept.next();
        }
    }
    Ok(())
}

fn disorder(patch: &[Value], order: &[Value]) -> Error {
    Error::Refused(format!(
        "The order in patch list:\n{}\n doesn't match {SET_ORDER} list:\n{}\n",
        go_list(patch),
        go_list(order)
    ))
}

/// Whether two elements are the same by their merge key.
fn same(left: &Value, right: &Value, key: &str) -> Result<bool, Error> {
    let (left, right) = if key.is_empty() {
        (Identity::of(left), Identity::of(right))
    } else {
        for side in [left, right] {
            if !matches!(side, Value::Object(_)) {
                return Err(Error::wrong_type(MAP, side));
            }
        }
        let identity = |side: &Value| side.get(key).map(Identity::of).ok_or_else(|| Error::no_merge_key(side, key));
        (identity(left)?, identity(right)?)
    };
    if left == right && !left.comparable() {
        return Err(Error::Incomparable);
    }
    Ok(left == right)
}
