//! Managed fields: which client set which field of an object (`metadata.managedFields`, KEP-555). This half records every write that
//! is no apply; the sets and walks are what server-side apply is made of as well. Called by the API server's create, update and patch;
//! time, names and versions are arguments, and nothing here decides whether a write is allowed.
//!
//! # Where a write calls it
//! - **create**: after decoding, defaulting and the clean-up of metadata (uid, creationTimestamp and the like are taken off), before
//!   mutating admission: [`record_update`] with no live object. A PUT that creates does the same.
//! - **update** and **patch**: on every try of the compare-and-set loop, with the live object of that try. An update calls it after
//!   the request's version was defaulted and normalised and before mutating admission; a patch right after the patched object was
//!   decoded and defaulted, before mutating admission.
//! - Both objects are given **in the request's version**. Upstream keeps them in the hub version there and converts both back, so what
//!   is lost on the way to the hub must be lost in `new` as well.
//! - After mutating admission: [`check`]; if it fails, admission's managedFields are replaced with those from before and the client is
//!   warned.
//! - Right before an update is stored, after preparation: [`only_timestamps_differ`] with hub objects.
//! - An object that the store refuses for its size is tried again with `metadata.managedFields` removed.

mod arena;
mod decode;
mod element;
mod encode;
mod entries;
mod filter;
mod reconcile;
mod relation;
mod scale;
mod set;
mod timestamps;
mod update;
mod validate;
mod value;
mod walk;

use object::Tree;

pub use arena::Arena;
pub use decode::{FieldsError, decode};
pub use element::{Element, KeyField, KeySpan, Keys, Scalar, compare_scalars};
pub use encode::encode;
pub use entries::{EntryError, Manager, Managers, Operation, Owned, check, read};
pub use filter::Filter;
pub use reconcile::reconcile;
pub use scale::{SCALE_VERSION, to_object, to_scale};
pub use set::Set;
pub use timestamps::only_timestamps_differ;
pub use validate::validate;
pub use walk::{Comparison, compare, field_set};

/// Longest manager name in bytes (`FieldManagerMaxLength`).
const MAX_MANAGER: usize = 128;

/// Why a write could not be recorded. The write goes on all the same.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// An object that field paths cannot describe: upstream's text, without the path to the place.
    #[error("{0}")]
    Invalid(String),
    /// An object could not be converted to the version of a stored entry.
    #[error("failed to convert: {0}")]
    Conversion(String),
}

/// Why an object is not to be had in another version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotConverted {
    /// The kind does not exist in that version (any more); entries of the version are forgotten.
    NoSuchVersion,
    /// Anything else.
    Failed(String),
}

/// Gives an object in another version (`group/version`, or `version` for the core group) of its kind.
pub type Convert<'a> = &'a dyn Fn(&Tree, &str) -> Result<Tree, NotConverted>;

/// One write that is no apply.
pub struct UpdateInput<'a> {
    /// The stored object in the request's version; none when the write creates it.
    pub live: Option<&'a Tree>,
    /// What is to be stored, in the request's version.
    pub new: &'a mut Tree,
    /// `fieldManager` of the request, else [`manager_from_user_agent`]; empty counts as `unknown`.
    pub manager: &'a str,
    /// The request's version: `apps/v1`, `v1`.
    pub api_version: &'a str,
    /// The subresource that is written; empty for the resource itself.
    pub subresource: &'a str,
    /// Now: RFC 3339 in whole seconds and UTC.
    pub time: &'a str,
    /// Fields that the endpoint does not take from clients.
    pub reset: Filter<'a>,
    /// Called only when a stored entry is of another version, once per object and version.
    pub convert: Convert<'a>,
}

/// Rewrites `metadata.managedFields` of the new object: the writer comes to own what it added or modified, everybody else loses that and
/// what was removed. An object without managedFields stays without.
///
/// # Errors
/// When the objects cannot be compared. The new object then has the live one's managedFields, and the write goes on.
pub fn record_update(input: UpdateInput<'_>) -> Result<(), Error> {
    match update::managed_after(&input) {
        Ok(printed) => {
            entries::write(input.new, printed);
            Ok(())
        }
        Err(error) => {
            entries::restore(input.new, input.live);
            Err(error)
        }
    }
}

/// The manager of a write that names none: what stands before the first `/` of the User-Agent, printable characters only, cut to
/// 128 bytes.
#[must_use]
pub fn manager_from_user_agent(user_agent: &str) -> String {
    let mut manager = String::new();
    let name = user_agent.split('/').next().unwrap_or_default();
    for c in name.chars().filter(|c| meta::text::is_print(*c)) {
        if manager.len() + c.len_utf8() > MAX_MANAGER {
            break;
        }
        manager.push(c);
    }
    manager
}

#[cfg(test)]
mod tests;
