//! Label and field selectors of a list, a watch or a deletecollection: parsed, checked against the labels that the resource supports, and
//! matched against cached objects. Source: apiserver `pkg/endpoints/handlers/get.go` (listOpts), `pkg/storage/selection_predicate.go`.

use cacher::{Object, text_hash};
use meta::fields::{FieldSelectorError, Selector as FieldSelector, Term};
use meta::labels::{Operator, Requirement, Selector as LabelSelector};
use meta::options::ListOptions;
use meta::status::Status;

use crate::endpoints::Call;
use crate::registry::hub::Hub;

/// What a request selects.
#[derive(Clone)]
pub(crate) struct Selection {
    labels: LabelSelector,
    label_terms: Vec<LabelTerm>,
    fields: FieldSelector,
    terms: Vec<FieldTerm>,
}

/// A requirement of a label selector, with the hashes by which most objects are told apart without a look at their bodies.
#[derive(Clone)]
struct LabelTerm {
    requirement: Requirement,
    key_hash: u32,
    /// Of the requirement's values.
    hashes: Vec<u32>,
}

impl LabelTerm {
    fn new(requirement: &Requirement) -> Self {
        let hash = |text: &str| text_hash(text.as_bytes());
        let hashes = requirement.values().iter().map(|value| hash(value)).collect();
        Self { key_hash: hash(requirement.key()), hashes, requirement: requirement.clone() }
    }

    fn matches(&self, object: &Object) -> bool {
        let key = self.requirement.key();
        let is_one = |(hash, value): (&u32, &String)| object.label_is((self.key_hash, key), (*hash, value));
        let is_any = || self.hashes.iter().zip(self.requirement.values()).any(is_one);
        match self.requirement.operator() {
            Operator::In | Operator::Equals | Operator::DoubleEquals => is_any(),
            Operator::NotIn | Operator::NotEquals => !is_any(),
            Operator::Exists => object.has_label(self.key_hash, key),
            Operator::DoesNotExist => !object.has_label(self.key_hash, key),
            Operator::GreaterThan | Operator::LessThan => self.requirement.matches_value(object.label(key).as_deref()),
        }
    }
}

/// A term of a field selector, ready to be compared with cached values.
#[derive(Clone)]
struct FieldTerm {
    /// The field's place among an object's values; none for one that is always empty.
    index: Option<usize>,
    hash: u32,
    value: String,
    negated: bool,
}

impl FieldTerm {
    fn new(hub: &Hub, term: &Term) -> Self {
        let hash = text_hash(term.value.as_bytes());
        Self { index: hub.field_index(&term.field), hash, value: term.value.clone(), negated: term.negated }
    }

    fn matches(&self, object: &Object) -> bool {
        let equal = match self.index {
            Some(index) => object.field_is(index, self.hash, &self.value),
            None => self.value.is_empty(),
        };
        equal != self.negated
    }
}

impl Selection {
    /// Reads the selectors of a request.
    ///
    /// # Errors
    /// 400 with upstream's text.
    pub(crate) fn new(call: &Call, options: &ListOptions) -> Result<Self, Status> {
        let labels = options.label_selector.clone();
        let served = call.endpoint.served;
        let rename = |label: &str, value: &str| match served.field_label(label) {
            Ok(key) => Ok((key.to_owned(), value.to_owned())),
            Err(text) => Err(FieldSelectorError::Label(text)),
        };
        let mut fields = options.field_selector.transform(rename).map_err(|e| Status::bad_request(e.to_string()))?;
        if !call.name.is_empty() {
            if fields.is_everything() {
                fields = FieldSelector::one("metadata.name", call.name.as_str());
            } else if fields.requires_exact("metadata.name") != Some(call.name.as_str()) {
                return Err(Status::bad_request("fieldSelector metadata.name doesn't match requested name"));
            }
        }
        let terms = fields.terms().iter().map(|term| FieldTerm::new(&call.hub, term)).collect();
        let label_terms = labels.requirements().iter().map(LabelTerm::new).collect();
        Ok(Self { labels, label_terms, fields, terms })
    }

    /// Whether everything is selected.
    #[must_use]
    pub(crate) fn is_everything(&self) -> bool {
        self.labels.is_everything() && self.fields.is_everything()
    }

    /// The name that is pinned.
    #[must_use]
    pub(crate) fn name(&self) -> Option<&str> {
        self.fields.requires_exact("metadata.name")
    }

    /// The namespace of the path, or the one that is pinned.
    #[must_use]
    pub(crate) fn namespace<'a>(&'a self, of_path: &'a str) -> &'a str {
        if !of_path.is_empty() {
            return of_path;
        }
        self.fields.requires_exact("metadata.namespace").filter(|ns| meta::name::dns1123_label(ns).is_empty()).unwrap_or("")
    }

    /// Whether an object is selected.
    #[must_use]
    pub(crate) fn matches(&self, object: &Object) -> bool {
        !self.labels.is_nothing()
            && self.label_terms.iter().all(|term| term.matches(object))
            && self.terms.iter().all(|term| term.matches(object))
    }
}

#[cfg(test)]
mod tests {
    use cacher::scan::{MetaOrder, scan};
    use cacher::{Key, ObjectParts, Revision};

    use super::*;

    fn labelled(labels: &str) -> Object {
        let json = format!(r#"{{"kind":"Pod","apiVersion":"v1","metadata":{{"name":"a","labels":{labels}}}}}"#);
        let found = scan(json.as_bytes(), MetaOrder::Declared, &[]).unwrap();
        let parts = ObjectParts { body: storage::Body::from(json.as_bytes()), ..found.into_parts() };
        Object::new(Key::from("/registry/pods/t/a"), Revision(5), parts)
    }

    #[test]
    fn hashed_terms_say_what_requirements_say() {
        let objects = [r"{}", r#"{"a":"1"}"#, r#"{"a":"2","b":""}"#, r#"{"b":"1","c":"x","d":"y","e":"z","f":"12"}"#];
        let selectors = [
            "a=1",
            "a==2",
            "a!=1",
            "b=",
            "b!=",
            "a in (1,3)",
            "a in (2,1)",
            "a notin (1,2)",
            "a notin (3)",
            "a",
            "!a",
            "f",
            "!f",
            "f>11",
            "f>12",
            "f<13",
            "a<2",
            "a=1,!b",
            "f=12,e=z,b=1",
        ];
        let mut matching = 0;
        for selector in selectors {
            let parsed = LabelSelector::parse(selector).unwrap();
            for (labels, object) in objects.iter().map(|labels| (labels, labelled(labels))) {
                let expect = parsed.requirements().iter().all(|r| r.matches_value(object.label(r.key()).as_deref()));
                let found = parsed.requirements().iter().all(|r| LabelTerm::new(r).matches(&object));
                assert_eq!(found, expect, "{selector} of {labels}");
                matching += usize::from(found);
            }
        }
        assert!((20..60).contains(&matching), "{matching} of 76 match");
    }
}
