//! Label and field selectors of a list, a watch or a deletecollection: parsed, checked against the labels that the resource supports, and
//! matched against cached objects. Source: apiserver `pkg/endpoints/handlers/get.go` (listOpts), `pkg/storage/selection_predicate.go`.

use cacher::{Object, text_hash};
use meta::fields::{FieldSelectorError, Selector as FieldSelector, Term};
use meta::labels::Selector as LabelSelector;
use meta::options::ListOptions;
use meta::status::Status;

use crate::endpoints::Call;
use crate::registry::hub::Hub;

/// What a request selects.
#[derive(Clone)]
pub(crate) struct Selection {
    labels: LabelSelector,
    fields: FieldSelector,
    terms: Vec<FieldTerm>,
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
        Ok(Self { labels, fields, terms })
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
            && self.labels.requirements().iter().all(|r| r.matches_value(object.label(r.key()).as_deref()))
            && self.terms.iter().all(|term| term.matches(object))
    }
}
