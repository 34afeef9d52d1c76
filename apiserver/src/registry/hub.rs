//! One group-resource: where it is stored, in which form, and how objects travel between the stored form and the hub version. Shared by
//! all versions that serve the resource. Made once at start by the catalog; the watch cache behind it starts at first use.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use cacher::scan::{MetaOrder, scan};
use cacher::{Cacher, Comma, Cuts, FieldText, Object, ObjectParts, Revision};
use kinds::resource::Selectable;
use kinds::strategy::Behaviour;
use meta::gvk::{GroupResource, Gvk};
use meta::status::Status;
use object::schema::Schema;
use object::{Tree, json};
use storage::{Body, Error, Item, Key, Store, Value};

use super::record::Header;
use super::world::World;
use crate::convert::Conversion;
use crate::hooks::Hook;
use crate::metadata;

/// Seconds that a client should wait after a fault that passes.
const RETRY_SECONDS: i32 = 2;

/// A kind in one version: its name and its schema.
#[derive(Clone)]
pub(crate) struct Form {
    /// Group, version and kind.
    pub gvk: Gvk,
    /// What documents of it are read with.
    pub schema: Schema,
}

/// One group-resource.
pub(crate) struct Hub {
    /// Group and plural.
    pub resource: GroupResource,
    /// Group, hub version and kind.
    pub kind: Gvk,
    /// Schema of the hub version.
    pub schema: Schema,
    /// The form that is written to the store.
    pub stored: Form,
    /// From the stored form to the hub and back; `None` where they are the same.
    pub conversion: Option<Conversion>,
    /// Whether objects live in namespaces.
    pub namespaced: bool,
    /// What the kind does.
    pub behaviour: &'static Behaviour,
    /// Key prefix with a final slash.
    pub prefix: String,
    /// The store.
    pub store: Arc<dyn Store>,
    /// What field selectors can compare with.
    pub selectable: &'static [Selectable],
    /// The watch cache, once somebody listed or watched.
    pub(crate) cacher: OnceLock<Arc<Cacher>>,
    /// The JSON of the columns that a Table of the kind has, once somebody asked for one.
    pub(crate) columns: OnceLock<Arc<[u8]>>,
    /// What the kind does across objects; set at start.
    pub(crate) hook: OnceLock<Box<dyn Hook>>,
}

impl Hub {
    /// Storage key of an object.
    #[must_use]
    pub(crate) fn key(&self, namespace: &str, name: &str) -> Key {
        let mut key = self.scope_prefix(namespace);
        key.push_str(name);
        Key::from(key)
    }

    /// Storage key prefix of a namespace, or of the whole resource.
    #[must_use]
    pub(crate) fn scope_prefix(&self, namespace: &str) -> String {
        let mut key = String::with_capacity(self.prefix.len() + namespace.len() + 64);
        key.push_str(&self.prefix);
        if self.namespaced && !namespace.is_empty() {
            key.push_str(namespace);
            key.push('/');
        }
        key
    }

    /// Encodes an object for the store.
    ///
    /// # Errors
    /// 400 for what the stored version cannot express.
    pub(crate) fn encode(&self, tree: &Tree) -> Result<Value, Status> {
        let converted = self.conversion.as_ref().map(|c| c.out_of_hub(tree)).transpose().map_err(Status::bad_request)?;
        let (body, cuts) = encode_tree(converted.as_ref().unwrap_or(tree));
        let header = Header { fingerprint: self.stored.schema.types.fingerprint, cuts };
        Ok(Value::new(header.encode(), body))
    }

    /// Reads an object out of the store, into the hub version.
    ///
    /// # Errors
    /// 500 for a damaged record.
    pub(crate) fn decode(&self, item: &Item) -> Result<Tree, Status> {
        Header::decode(&item.value.header)
            .map_err(|e| e.to_string())
            .and_then(|_| self.decode_value(&item.value))
            .map_err(|what| Status::internal_error(format!("{}: {what}", item.key)))
    }

    fn decode_value(&self, value: &Value) -> Result<Tree, String> {
        let decoded = json::decode_stored(value.body.to_contiguous(), &self.stored.schema).map_err(|e| e.to_string())?;
        let mut tree = match &self.conversion {
            Some(conversion) => conversion.to_hub(&decoded.tree).map_err(Cow::into_owned)?,
            None => decoded.tree,
        };
        self.as_read(&mut tree);
        Ok(tree)
    }

    /// Brings an object that was just written into the form in which it will be read.
    pub(crate) fn as_read(&self, tree: &mut Tree) {
        if let Some(fill) = self.behaviour.main.default_on_read {
            fill(tree);
        }
    }

    /// Reads a cached object, which is in the hub version.
    ///
    /// # Errors
    /// 500 for a damaged body.
    pub(crate) fn tree_of(&self, object: &Object) -> Result<Tree, Status> {
        let decoded = json::decode_stored(object.body().to_contiguous(), &self.schema);
        Ok(decoded.map_err(|e| Status::internal_error(format!("{}: {e}", object.key())))?.tree)
    }

    /// Reads a cached object without its managed fields, for whoever only looks at it.
    ///
    /// # Errors
    /// 500 for a damaged body.
    pub(crate) fn unmanaged_tree_of(&self, object: &Object) -> Result<Tree, Status> {
        let decoded = json::decode_stored(object.without_managed_fields(), &self.schema);
        Ok(decoded.map_err(|e| Status::internal_error(format!("{}: {e}", object.key())))?.tree)
    }

    /// The object that is served for a stored value: its bytes where they are the hub version's own, else by way of the tree. The
    /// error says what is wrong with the record.
    pub(super) fn served(&self, key: &Key, value: &Value, revision: Revision) -> Result<Object, String> {
        let header = Header::decode(&value.header).map_err(|e| e.to_string())?;
        let body = if self.serves_stored_bytes(&header) { value.body.clone() } else { encode_tree(&self.decode_value(value)?).0 };
        let text = body.to_contiguous();
        let paths: Vec<&[&str]> = self.selectable.iter().flat_map(|s| s.paths.iter().copied()).collect();
        let mut found = scan(&text, MetaOrder::Declared, &paths).map_err(|e| e.to_string())?;
        let mut values = std::mem::take(&mut found.fields).into_iter();
        let fields = self.selectable.iter().map(|s| {
            let mut given = values.by_ref().take(s.paths.len()).collect::<Vec<_>>().into_iter().flatten();
            given.find(|text| !is_empty(text)).unwrap_or_else(|| FieldText::Owned(s.default.into()))
        });
        let fields = fields.collect();
        Ok(Object::new(key.clone(), revision, ObjectParts { body, namespaced: self.namespaced, fields, ..found.into_parts() }))
    }

    /// Position of a selectable field among an object's values.
    #[must_use]
    pub(crate) fn field_index(&self, key: &str) -> Option<usize> {
        self.selectable.iter().position(|s| s.key == key)
    }

    /// Whether stored bytes can be served as the hub version without being read.
    #[must_use]
    pub(crate) fn serves_stored_bytes(&self, header: &Header) -> bool {
        self.conversion.is_none()
            && self.behaviour.main.default_on_read.is_none()
            && header.fingerprint == self.schema.types.fingerprint
    }

    /// Makes the object's namespace the request's.
    ///
    /// # Errors
    /// 400 when the object names another one.
    pub(crate) fn bind_namespace(&self, namespace: &str, tree: &mut Tree) -> Result<(), Status> {
        let want = if self.namespaced { namespace } else { "" };
        let have = metadata::namespace(tree);
        if have == want {
            return Ok(());
        }
        if have.is_empty() || want.is_empty() {
            metadata::set_text(tree, "namespace", want);
            return Ok(());
        }
        Err(Status::bad_request("the namespace of the provided object does not match the namespace sent on the request"))
    }

    /// How long an object of this kind lives after each write; `None` for ever.
    #[must_use]
    pub(crate) fn ttl(&self, world: &World) -> Option<Duration> {
        self.behaviour.expires.then_some(world.event_ttl)
    }

    /// Whether nothing of the kind's own holds back the end of the object.
    #[must_use]
    pub(crate) fn may_go(&self, tree: &Tree) -> bool {
        self.behaviour.termination.is_none_or(|rule| !(rule.held)(tree))
    }

    /// The resource as upstream names it in failed delete preconditions: by its kind.
    #[must_use]
    pub(crate) fn precondition_resource(&self) -> GroupResource {
        if self.behaviour.termination.is_some() {
            return self.resource.clone();
        }
        GroupResource::new(self.resource.group.clone(), self.kind.kind.clone())
    }

    /// The text of a failed delete precondition.
    #[must_use]
    pub(crate) fn precondition_text(&self, what: &str, want: &str, have: &str) -> String {
        if self.behaviour.termination.is_some() {
            return format!("Precondition failed: {what} in precondition: {want}, {what} in object meta: {have}");
        }
        let guess = if what == "UID" { "deleted and then recreated" } else { "modified" };
        format!(
            "the {what} in the precondition ({want}) does not match the {what} in record ({have}). The object might have been {guess}"
        )
    }

    /// The conflict of a write whose stored object is not what its conditions say, as upstream's storage words it.
    #[must_use]
    pub(crate) fn unlike_stored(&self, namespace: &str, name: &str, why: &str) -> Status {
        let key = self.key(namespace, name);
        let text = format!("StorageError: invalid object, Code: 4, Key: {key}, ResourceVersion: 0, AdditionalErrorMsg: {why}");
        Status::conflict(&self.resource, name, text)
    }

    /// Refuses a namespace that storage keys cannot hold. Paths may name one all the same.
    ///
    /// # Errors
    /// 500 without reason (sic).
    pub(crate) fn check_scope(&self, namespace: &str, name: &str) -> Result<(), Status> {
        if !matches!(namespace, "." | "..") {
            return Ok(());
        }
        let prefix = self.prefix.strip_prefix("/registry").unwrap_or(&self.prefix);
        let end = if name.is_empty() { "" } else { "/" };
        let key = format!("{prefix}{namespace}{end}{name}");
        Err(Status::unmapped(format!("invalid key: {}", meta::text::quote(&key))))
    }

    /// What a client is told of a store's error.
    #[must_use]
    pub(crate) fn store_error(&self, error: &Error, operation: &str, name: &str) -> Status {
        match error {
            Error::Compacted { .. } => Status::expired("The resourceVersion for the provided list is too old."),
            Error::FutureRevision { requested, current } => Status::too_large_resource_version(requested.0, current.0, 1),
            Error::CompareFailed { .. } => Status::conflict(&self.resource, name, super::update::MODIFIED),
            Error::TooLarge { limit, .. } => Status::request_entity_too_large(format_args!("limit is {limit}")),
            Error::Full { .. } | Error::NoSpace => Status::internal_error(error),
            Error::Overloaded { .. } => Status::too_many_requests("the store is overloaded", RETRY_SECONDS),
            Error::ShuttingDown | Error::Unavailable(_) => Status::server_timeout(&self.resource, operation, RETRY_SECONDS),
            Error::Invalid(what) => Status::internal_error(what),
        }
    }
}

fn is_empty(text: &FieldText) -> bool {
    match text {
        FieldText::Span(span) => span.len == 0,
        FieldText::Owned(text) => text.is_empty(),
    }
}

/// Encodes a tree, without resourceVersion.
fn encode_tree(tree: &Tree) -> (Body, Cuts) {
    let encoded = json::encode_with_cut(tree);
    let comma = match encoded.rv_comma {
        json::Comma::Before => Comma::Before,
        json::Comma::After => Comma::After,
        json::Comma::None => Comma::None,
    };
    // The tree says 1 for "nothing to cut off", the cache says 0.
    let type_end = if encoded.type_end > 1 { encoded.type_end } else { 0 };
    (Body::from(encoded.bytes.as_slice()), Cuts { type_end, rv_at: encoded.rv_at, comma })
}
