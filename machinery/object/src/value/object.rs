//! Objects of schema-less JSON: key order kept, lookup by key, cheap also with a hundred thousand keys.

use super::Value;
use std::collections::BTreeMap;

/// Up to so many keys are looked through one by one.
const PLAIN: usize = 16;

/// A JSON object.
#[derive(Clone, Debug, Default)]
pub struct Object {
    /// Members in order; removed ones leave a gap until half of them are gaps.
    members: Vec<Option<(String, Value)>>,
    live: usize,
    /// Positions by key; kept once there are more than [`PLAIN`] places.
    index: Option<BTreeMap<String, usize>>,
}

impl Object {
    /// An object without members.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Number of members.
    #[must_use]
    pub fn len(&self) -> usize {
        self.live
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.live == 0
    }

    fn position(&self, key: &str) -> Option<usize> {
        match &self.index {
            Some(index) => index.get(key).copied(),
            None => self.members.iter().position(|member| member.as_ref().is_some_and(|(name, _)| name == key)),
        }
    }

    /// Whether there is such a member.
    #[must_use]
    pub fn contains(&self, key: &str) -> bool {
        self.position(key).is_some()
    }

    /// A member's value.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Value> {
        let (_, value) = self.members[self.position(key)?].as_ref()?;
        Some(value)
    }

    /// A member's value, to be changed.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut Value> {
        let position = self.position(key)?;
        let (_, value) = self.members[position].as_mut()?;
        Some(value)
    }

    /// Sets a member: in its place if there is one, else at the end. Gives the earlier value.
    pub fn insert(&mut self, key: impl Into<String>, value: Value) -> Option<Value> {
        let key = key.into();
        if let Some(there) = self.get_mut(&key) {
            return Some(std::mem::replace(there, value));
        }
        if let Some(index) = &mut self.index {
            index.insert(key.clone(), self.members.len());
        }
        self.members.push(Some((key, value)));
        self.live += 1;
        if self.index.is_none() && self.members.len() > PLAIN {
            self.tidy();
        }
        None
    }

    /// Takes a member away.
    pub fn remove(&mut self, key: &str) -> Option<Value> {
        let position = self.position(key)?;
        let (key, value) = self.members[position].take()?;
        if let Some(index) = &mut self.index {
            index.remove(&key);
        }
        self.live -= 1;
        if self.live * 2 < self.members.len() {
            self.tidy();
        }
        Some(value)
    }

    /// Drops the gaps and makes the index anew, if one is needed.
    fn tidy(&mut self) {
        self.members.retain(Option::is_some);
        self.index = (self.members.len() > PLAIN).then(|| {
            let named = |(at, member): (usize, &Option<(String, Value)>)| member.as_ref().map(|(key, _)| (key.clone(), at));
            self.members.iter().enumerate().filter_map(named).collect()
        });
    }

    /// Members in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.members.iter().flatten().map(|(key, value)| (key.as_str(), value))
    }

    /// Members in order, values to be changed.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (&str, &mut Value)> {
        self.members.iter_mut().flatten().map(|(key, value)| (key.as_str(), value))
    }

    /// Keys in order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.iter().map(|(key, _)| key)
    }

    /// Keeps the members for which `keep` says so.
    pub fn retain(&mut self, mut keep: impl FnMut(&str, &mut Value) -> bool) {
        self.members.retain_mut(|member| member.as_mut().is_some_and(|(key, value)| keep(key, value)));
        self.live = self.members.len();
        self.tidy();
    }
}

impl PartialEq for Object {
    /// Same members with equal values; order does not matter.
    fn eq(&self, other: &Self) -> bool {
        self.live == other.live && self.iter().all(|(key, value)| other.get(key) == Some(value))
    }
}

impl IntoIterator for Object {
    type Item = (String, Value);
    type IntoIter = std::iter::Flatten<std::vec::IntoIter<Option<(String, Value)>>>;

    fn into_iter(self) -> Self::IntoIter {
        self.members.into_iter().flatten()
    }
}

impl FromIterator<(String, Value)> for Object {
    fn from_iter<I: IntoIterator<Item = (String, Value)>>(members: I) -> Self {
        let mut object = Self::new();
        for (key, value) in members {
            object.insert(key, value);
        }
        object
    }
}
