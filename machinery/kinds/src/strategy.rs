//! What a kind does beyond storing its fields: the strategy of each of its endpoints, and the context that every strategy function
//! is given. Called by the API server's registry, in the order of the write path (ARCHITECTURE.md). Pure: time, user and the old
//! object come in through [`Ctx`]; nothing here may do I/O.

use meta::field::FieldErrors;
use meta::name::{self, Complaints};
use meta::{GroupVersion, Text};
use object::Tree;
use object::schema::Schema;

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
    /// Group and version of the request: a few rules depend on it.
    pub request: &'a GroupVersion,
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

impl Ctx<'_> {
    /// Whether a feature gate is on.
    #[must_use]
    pub fn on(&self, gate: &str) -> bool {
        (self.gates)(gate)
    }
}

/// A name rule that looks at more than the name. The flag says that the text is a generateName prefix.
pub type OwnNameRule = fn(name: &str, prefix: bool, object: &Tree, ctx: &Ctx<'_>) -> Complaints;

/// Which rule the object's name (and generateName, as a prefix) must keep on create. What is stored must be a path segment
/// whatever the rule says; the caller checks that as well, when nothing else was wrong.
#[derive(Clone, Copy, Debug)]
pub enum NameRule {
    /// RFC 1123 subdomain.
    Subdomain,
    /// RFC 1123 label.
    Label,
    /// RFC 1035 label.
    Label1035,
    /// Anything that can be one path segment.
    PathSegment,
    /// No rule of the kind's own: what holds for every name is enough.
    Free,
    /// A rule of the kind's own, with upstream's texts.
    Own(OwnNameRule),
}

impl NameRule {
    /// All complaints about a name, or about a generateName when `prefix`.
    #[must_use]
    pub fn check(self, name: &str, prefix: bool, object: &Tree, ctx: &Ctx<'_>) -> Complaints {
        match self {
            Self::Subdomain => name::is_subdomain(name, prefix),
            Self::Label => name::is_label(name, prefix),
            Self::Label1035 => name::is_label_1035(name, prefix),
            // RBAC forbids "." and ".." for prefixes too, unlike the general rule.
            Self::PathSegment => name::path_segment(name),
            Self::Free => Complaints::new(),
            Self::Own(rule) => rule(name, prefix, object, ctx),
        }
    }
}

/// Grace of a deletion, decided by the kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grace {
    /// Seconds until the object goes; 0 deletes at once.
    pub seconds: i64,
}

/// Decides the grace of a deletion from the object and the requested seconds (`None`: the client left it open).
pub type GraceRule = fn(&Tree, Option<i64>, &mut Ctx<'_>) -> Grace;

/// Whether PUT without a resourceVersion is accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unconditional {
    /// In every version.
    Always,
    /// In none.
    Never,
    /// In these versions only.
    In(&'static [&'static str]),
}

impl Unconditional {
    /// The answer for a request in one version.
    #[must_use]
    pub fn allowed(self, version: &str) -> bool {
        match self {
            Self::Always => true,
            Self::Never => false,
            Self::In(versions) => versions.contains(&version),
        }
    }
}

/// What becomes of dependents when a deletion does not say (`DefaultGarbageCollectionPolicy`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Garbage {
    /// Deleted in the background.
    Delete,
    /// Left behind without an owner. The text, unless empty, is a warning for clients that named no policy.
    Orphan(&'static str),
    /// The kind takes no part in garbage collection: a deletion never sets finalizers.
    Unsupported,
}

/// What a DELETE that removes the object answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deleted {
    /// A Status with the object's name and uid.
    Status,
    /// The object as it was last.
    Object,
    /// The object in these versions, a Status in others.
    ObjectIn(&'static [&'static str]),
}

/// Deletion in two steps, where a controller empties the object first (namespaces, custom resource definitions).
#[derive(Clone, Copy)]
pub struct Termination {
    /// The first DELETE stores this change and answers with the object. The caller has set `metadata.deletionTimestamp` and the
    /// finalizers that the propagation policy asks for.
    pub begin: fn(&mut Tree, &mut Ctx<'_>),
    /// Whether the object must stay, besides what `metadata.finalizers` say.
    pub held: fn(&Tree) -> bool,
}

/// Fields that this endpoint does not take from a client; server-side apply does not own them (`GetResetFields`). Paths are JSON
/// names joined by dots; `*` stands for every list element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reset {
    /// These fields and all below them.
    Fields(&'static [&'static str]),
    /// All fields but these and those below them.
    AllBut(&'static [&'static str]),
}

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
    /// Brings a valid object into the form that is stored; the last change, after the normal form that protobuf gives.
    pub canonicalise: fn(&mut Tree),
    /// Fills fields that older releases did not store, on every read.
    pub default_on_read: Option<fn(&mut Tree)>,
    /// PUT to a name that does not exist creates it.
    pub allow_create_on_update: bool,
    /// PUT without a resourceVersion is accepted.
    pub allow_unconditional_update: Unconditional,
    /// Graceful deletion, where the kind has it.
    pub graceful_delete: Option<GraceRule>,
    /// Fields that a client cannot set here.
    pub reset: Reset,
}

impl Strategy {
    /// Stores what it is given, defaulted: the starting point of every kind's strategy.
    pub const PLAIN: Self = Self {
        default: crate::defaults::fill,
        prepare: |_, _| (),
        validate: |_, _| FieldErrors::default(),
        warn: |_, _| (),
        canonicalise: |_| (),
        default_on_read: None,
        allow_create_on_update: false,
        allow_unconditional_update: Unconditional::Always,
        graceful_delete: None,
        reset: Reset::Fields(&[]),
    };
}

/// A tree in another version, or why it cannot be (upstream's text; the request answers 400).
pub type Converted = Result<Tree, Text>;

/// Conversion of one kind between a served version and its hub version, where shapes differ. Where this is absent, fields are
/// carried over by JSON name.
#[derive(Clone, Copy)]
pub struct Conversion {
    /// The served group and version.
    pub group: &'static str,
    /// The served version.
    pub version: &'static str,
    /// From that version to the hub, whose schema is given.
    pub to_hub: fn(&Tree, &Schema) -> Converted,
    /// From the hub to that version, whose schema is given.
    pub from_hub: fn(&Tree, &Schema) -> Converted,
}

/// Changes an object as its trip through upstream's internal type would; the error answers 400.
pub type Normalise = fn(&mut Tree) -> Result<(), Text>;

/// Everything that the API server must know about how a resource behaves: one static per kind, listed in `behaviours`.
pub struct Behaviour {
    /// API group; empty for core.
    pub group: &'static str,
    /// Plural resource name.
    pub plural: &'static str,
    /// Group and plural of the resource that keeps the objects, where it is another one: its store, cache and hub version serve
    /// this resource too (events).
    pub kept_as: Option<(&'static str, &'static str)>,
    /// Rule for names.
    pub name: NameRule,
    /// Whether generateName gets a random suffix; otherwise it is the name.
    pub random_suffix: bool,
    /// What the trip through upstream's internal type does to an object of the hub version (merging write-only fields, keeping
    /// deprecated twins equal, removing conversion annotations). Runs after defaulting and conversion on everything a client
    /// sends, before `prepare`; stored objects have it behind them. An error answers 400.
    pub normalise: Option<Normalise>,
    /// What upstream's internal type has in an empty object and the hub version then shows: bookmarks are such objects.
    pub empty: fn(&mut Tree),
    /// The resource itself.
    pub main: Strategy,
    /// Subresources that write the same object, by name (`status`, `resize`, `approval`, `finalize` ...).
    pub subresources: &'static [(&'static str, Strategy)],
    /// Versions whose shape differs from the hub's.
    pub conversions: &'static [Conversion],
    /// Default propagation of a deletion.
    pub garbage: Garbage,
    /// Answer to a DELETE.
    pub deleted: Deleted,
    /// Deletion in two steps, where the kind has it.
    pub termination: Option<Termination>,
    /// Objects expire after the server's `--event-ttl`.
    pub expires: bool,
}

impl Behaviour {
    /// The behaviour that most kinds deviate from in a few points. Group and plural must be given.
    pub const PLAIN: Self = Self {
        group: "",
        plural: "",
        kept_as: None,
        name: NameRule::Subdomain,
        random_suffix: true,
        normalise: None,
        empty: |_| (),
        main: Strategy::PLAIN,
        subresources: &[],
        conversions: &[],
        garbage: Garbage::Delete,
        deleted: Deleted::Status,
        termination: None,
        expires: false,
    };

    /// The strategy of one endpoint: the resource itself for an empty subresource.
    #[must_use]
    pub fn strategy(&self, subresource: &str) -> Option<&Strategy> {
        if subresource.is_empty() {
            return Some(&self.main);
        }
        self.subresources.iter().find(|(name, _)| *name == subresource).map(|(_, strategy)| strategy)
    }

    /// The conversion of one served version, where its shape differs from the hub's.
    #[must_use]
    pub fn conversion(&self, group: &str, version: &str) -> Option<&Conversion> {
        self.conversions.iter().find(|conversion| conversion.group == group && conversion.version == version)
    }
}
