//! What a kind does beyond storing its fields: the strategy of each of its endpoints, and the context that every strategy function
//! is given. Called by the API server's registry, in the order of the write path (ARCHITECTURE.md). Pure: time, user and the old
//! object come in through [`Ctx`]; nothing here may do I/O.

use meta::field::FieldErrors;
use object::Tree;

/// What is being done to the object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// A new object.
    Create,
    /// A change of an existing one, by update, patch or apply.
    Update,
    /// A deletion, graceful or final.
    Delete,
}

/// Who asks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct User {
    /// User name.
    pub name: String,
    /// User id; empty where the authenticator knows none.
    pub uid: String,
    /// Groups, in the authenticator's order.
    pub groups: Vec<String>,
    /// Extra attributes by key.
    pub extra: Vec<(String, Vec<String>)>,
}

/// Everything that a strategy function may know besides the object.
pub struct Ctx<'a> {
    /// Wall-clock time of the request in nanoseconds since the epoch.
    pub now: i128,
    /// Which feature gates are on.
    pub gates: &'a dyn Fn(&str) -> bool,
    /// Emulated release, as (major, minor).
    pub emulated: (u16, u16),
    /// What is being done.
    pub operation: Operation,
    /// Subresource of the request; empty for the resource itself.
    pub subresource: &'a str,
    /// Who asks.
    pub user: &'a User,
    /// The stored object in the hub version, on update and delete.
    pub old: Option<&'a Tree>,
    /// Warnings for the client, in order.
    pub warnings: &'a mut Vec<String>,
    /// Audit annotations.
    pub audit: &'a mut Vec<(String, String)>,
}

/// Which rule the object's name must keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameRule {
    /// RFC 1123 subdomain.
    Subdomain,
    /// RFC 1123 label.
    Label,
    /// RFC 1035 label.
    Label1035,
    /// Anything that can be one path segment.
    PathSegment,
    /// A rule of the kind's own: returns upstream's texts; the flag says that the name is a generateName prefix.
    Own(fn(&str, bool) -> Vec<String>),
}

/// Grace of a deletion, decided by the kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grace {
    /// Seconds until the object goes; 0 deletes at once.
    pub seconds: i64,
}

/// Decides the grace of a deletion from the object and the requested seconds (`None`: the client left it open).
pub type GraceRule = fn(&Tree, Option<i64>, &mut Ctx<'_>) -> Grace;

/// Behaviour of one endpoint (the resource itself, or one of its subresources).
pub struct Strategy {
    /// Fills absent fields, in the request's version. Never fails.
    pub default: fn(&mut Tree, &mut Ctx<'_>),
    /// Resets what this endpoint may not change and computes what the server owns (status, generation), in the hub version.
    pub prepare: fn(&mut Tree, &mut Ctx<'_>),
    /// All field errors of the object, in upstream's order; never changes it. ObjectMeta is checked by the caller.
    pub validate: fn(&Tree, &mut Ctx<'_>) -> FieldErrors,
    /// Adds warnings for the client to the context.
    pub warn: fn(&Tree, &mut Ctx<'_>),
    /// Brings a valid object into the form that is stored.
    pub canonicalise: fn(&mut Tree),
    /// Fills fields that older releases did not store, on every read.
    pub default_on_read: Option<fn(&mut Tree)>,
    /// PUT to a name that does not exist creates it.
    pub allow_create_on_update: bool,
    /// PUT without a resourceVersion is accepted.
    pub allow_unconditional_update: bool,
    /// Graceful deletion, where the kind has it.
    pub graceful_delete: Option<GraceRule>,
}

impl Strategy {
    /// Stores what it is given: the starting point of every kind's strategy.
    pub const PLAIN: Self = Self {
        default: |_, _| (),
        prepare: |_, _| (),
        validate: |_, _| FieldErrors::default(),
        warn: |_, _| (),
        canonicalise: |_| (),
        default_on_read: None,
        allow_create_on_update: false,
        allow_unconditional_update: true,
        graceful_delete: None,
    };
}

/// Conversion of one kind between a served version and its hub version, where shapes differ. Where this is absent, fields are
/// carried over by JSON name.
#[derive(Clone, Copy)]
pub struct Conversion {
    /// The served version.
    pub version: &'static str,
    /// From that version to the hub.
    pub to_hub: fn(&Tree) -> Tree,
    /// From the hub to that version.
    pub from_hub: fn(&Tree) -> Tree,
}

/// Everything that the API server must know about how a resource behaves: one static per kind, listed in `behaviours`.
pub struct Behaviour {
    /// API group; empty for core.
    pub group: &'static str,
    /// Plural resource name.
    pub plural: &'static str,
    /// Rule for names.
    pub name: NameRule,
    /// The resource itself.
    pub main: Strategy,
    /// Subresources that write the same object, by name (`status`, `resize`, `approval`, `finalize` ...).
    pub subresources: &'static [(&'static str, Strategy)],
    /// Versions whose shape differs from the hub's.
    pub conversions: &'static [Conversion],
}
