//! Query options of requests as typed values: what upstream's parameter codec makes of a query string, its defaults, and its
//! validation with upstream's answers (400 for unreadable numbers and selectors, 422 for values that do not fit together). Called
//! by endpoints; acts on nothing.

mod list;
mod query;

use crate::field::{FieldError, FieldErrors, Path, Value};
use crate::number::{NumberError, parse_int};
use crate::text::is_print;
use crate::{GroupKind, Status};

pub use list::{GetOptions, ListOptions, ListStart};
pub use query::Query;

/// Longest field manager, in bytes.
pub const FIELD_MANAGER_MAX: usize = 128;

/// How unknown and duplicate fields of a body are treated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum FieldValidation {
    /// Dropped silently.
    Ignore,
    /// Dropped with a warning each.
    #[default]
    Warn,
    /// Refused.
    Strict,
}

/// Options that every write but a delete has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WriteOptions {
    /// `dryRun` values as given.
    pub dry_run: Vec<String>,
    /// Who owns the written fields; empty: derived from the user agent.
    pub field_manager: String,
    /// `fieldValidation` as given.
    pub field_validation: String,
}

/// Options of a patch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PatchOptions {
    /// What every write has.
    pub write: WriteOptions,
    /// Take fields from other managers (apply only).
    pub force: Option<bool>,
}

/// Options of a delete, from the query or the body.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeleteOptions {
    /// Seconds to die in; zero: at once.
    pub grace_period_seconds: Option<i64>,
    /// What the object must be.
    pub preconditions: Option<Preconditions>,
    /// Deprecated: leave dependents alone.
    pub orphan_dependents: Option<bool>,
    /// `Foreground`, `Background` or `Orphan`, as given.
    pub propagation_policy: Option<String>,
    /// `dryRun` values as given.
    pub dry_run: Vec<String>,
    /// Delete an object that cannot be read from storage.
    pub ignore_store_read_error: Option<bool>,
}

/// What an object must be for a delete to happen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preconditions {
    /// Its UID.
    pub uid: Option<String>,
    /// Its resourceVersion.
    pub resource_version: Option<String>,
}

/// How dependents of a deleted object are treated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Propagation {
    /// Dependents first.
    Foreground,
    /// Dependents afterwards.
    Background,
    /// Dependents stay.
    Orphan,
}

impl WriteOptions {
    /// From the query of a create, update or patch.
    #[must_use]
    pub fn from_query(query: &Query) -> Self {
        let text = |name| query.first(name).unwrap_or_default().to_owned();
        Self { dry_run: query.all("dryRun"), field_manager: text("fieldManager"), field_validation: text("fieldValidation") }
    }

    /// Whether nothing is to be stored.
    #[must_use]
    pub fn is_dry_run(&self) -> bool {
        !self.dry_run.is_empty()
    }

    /// The validated `fieldValidation`.
    #[must_use]
    pub fn field_validation(&self) -> FieldValidation {
        match self.field_validation.as_str() {
            "Ignore" => FieldValidation::Ignore,
            "Strict" => FieldValidation::Strict,
            _ => FieldValidation::Warn,
        }
    }

    fn problems(&self) -> FieldErrors {
        let mut errors = validate_field_manager(&self.field_manager, &Path::new("fieldManager"));
        errors.extend(dry_run_problems(&self.dry_run));
        if !matches!(self.field_validation.as_str(), "" | "Ignore" | "Warn" | "Strict") {
            let path = Path::new("fieldValidation");
            let allowed = ["", "Ignore", "Strict", "Warn"];
            errors.push(FieldError::not_supported(&path, self.field_validation.as_str(), &allowed));
        }
        errors
    }

    /// Checks the options of a create.
    ///
    /// # Errors
    /// 422 on `CreateOptions.meta.k8s.io`.
    pub fn validate_create(&self) -> Result<(), Status> {
        refuse("CreateOptions", &self.problems())
    }

    /// Checks the options of an update.
    ///
    /// # Errors
    /// 422 on `UpdateOptions.meta.k8s.io`.
    pub fn validate_update(&self) -> Result<(), Status> {
        refuse("UpdateOptions", &self.problems())
    }
}

impl PatchOptions {
    /// From the query.
    #[must_use]
    pub fn from_query(query: &Query) -> Self {
        Self { write: WriteOptions::from_query(query), force: query.flag("force") }
    }

    /// Checks the options; `apply` says that the patch is a server-side apply.
    ///
    /// # Errors
    /// 422 on `PatchOptions.meta.k8s.io`.
    pub fn validate(&self, apply: bool) -> Result<(), Status> {
        let mut errors = FieldErrors::new();
        if apply && self.write.field_manager.is_empty() {
            errors.push(FieldError::required(&Path::new("fieldManager"), "is required for apply patch"));
        }
        if !apply && self.force.is_some() {
            errors.push(FieldError::forbidden(&Path::new("force"), "may not be specified for non-apply patch"));
        }
        errors.extend(self.write.problems());
        refuse("PatchOptions", &errors)
    }
}

impl DeleteOptions {
    /// From the query, where a delete has no body.
    ///
    /// # Errors
    /// 400 for a grace period that is no number.
    pub fn from_query(query: &Query) -> Result<Self, Status> {
        let text = |name| query.first(name).filter(|v| !v.is_empty()).map(str::to_owned);
        let preconditions = Preconditions { uid: text("uid"), resource_version: text("resourceVersion") };
        Ok(Self {
            grace_period_seconds: number(query, "gracePeriodSeconds")?,
            preconditions: (preconditions != Preconditions::default()).then_some(preconditions),
            orphan_dependents: query.flag("orphanDependents"),
            propagation_policy: query.first("propagationPolicy").map(str::to_owned),
            dry_run: query.all("dryRun"),
            ignore_store_read_error: query.flag("ignoreStoreReadErrorWithClusterBreakingPotential"),
        })
    }

    /// Whether nothing is to be stored.
    #[must_use]
    pub fn is_dry_run(&self) -> bool {
        !self.dry_run.is_empty()
    }

    /// The validated propagation policy.
    #[must_use]
    pub fn propagation(&self) -> Option<Propagation> {
        match self.propagation_policy.as_deref() {
            Some("Foreground") => Some(Propagation::Foreground),
            Some("Background") => Some(Propagation::Background),
            Some("Orphan") => Some(Propagation::Orphan),
            _ => None,
        }
    }

    /// Checks the options.
    ///
    /// # Errors
    /// 422 on `DeleteOptions.meta.k8s.io`.
    pub fn validate(&self) -> Result<(), Status> {
        let mut errors = FieldErrors::new();
        if let Some(policy) = &self.propagation_policy {
            let path = Path::new("propagationPolicy");
            if self.orphan_dependents.is_some() {
                let complaint = "orphanDependents and deletionPropagation cannot be both set";
                errors.push(FieldError::invalid(&path, Value::named(policy), complaint));
            }
            if self.propagation().is_none() {
                let allowed = ["Foreground", "Background", "Orphan", "nil"];
                errors.push(FieldError::not_supported(&path, Value::named(policy), &allowed));
            }
        }
        errors.extend(dry_run_problems(&self.dry_run));
        if self.ignore_store_read_error == Some(true) {
            let path = Path::new("ignoreStoreReadErrorWithClusterBreakingPotential");
            let others = [
                (self.propagation_policy.is_some(), "cannot be set together with .propagationPolicy"),
                (self.orphan_dependents.is_some(), "cannot be set together with .orphanDependents"),
                (self.grace_period_seconds.is_some(), "cannot be set together with .gracePeriodSeconds"),
                (self.preconditions.is_some(), "cannot be set together with .preconditions"),
            ];
            let set = others.into_iter().filter(|(set, _)| *set);
            errors.extend(set.map(|(_, complaint)| FieldError::invalid(&path, true, complaint)));
        }
        refuse("DeleteOptions", &errors)
    }
}

/// Checks a field manager: at most 128 bytes, printable (`ValidateFieldManager`). Each complaint about a character quotes the whole name,
/// so the characters of one that is too long are not gone through: upstream's answer grows with the square of what a client sends.
#[must_use]
pub fn validate_field_manager(manager: &str, path: &Path) -> FieldErrors {
    if manager.len() > FIELD_MANAGER_MAX {
        return vec![FieldError::too_long(path, 128)];
    }
    let mut errors = FieldErrors::new();
    for (at, c) in manager.char_indices().filter(|(_, c)| !is_print(*c)) {
        let complaint = format!("invalid character U+{:04X} (at position {at})", u32::from(c));
        errors.push(FieldError::invalid(path, manager, complaint));
    }
    errors
}

fn dry_run_problems(values: &[String]) -> FieldErrors {
    if values.iter().all(|v| v == "All") {
        return FieldErrors::new();
    }
    vec![FieldError::not_supported(&Path::new("dryRun"), Value::list(values), &["All"])]
}

fn refuse(kind: &'static str, errors: &[FieldError]) -> Result<(), Status> {
    if errors.is_empty() {
        return Ok(());
    }
    Err(Status::invalid(&GroupKind::of("meta.k8s.io", kind), "", errors))
}

fn number(query: &Query, name: &str) -> Result<Option<i64>, Status> {
    let parsed: Result<Option<i64>, NumberError> = query.first(name).map(parse_int).transpose();
    parsed.map_err(|error| Status::bad_request(error.to_string()))
}

#[cfg(test)]
mod tests;
