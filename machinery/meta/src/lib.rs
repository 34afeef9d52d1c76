//! Words of the API that every other crate speaks: group/version/kind, `Status`, field paths and field errors, selectors, names,
//! quantities, times, revisions and query options, with the texts that clients compare. Layer 0 and pure: no I/O, no clock, no
//! randomness, no knowledge of any kind.

pub mod accept;
pub mod gvk;
pub mod text;

pub mod duration;
pub mod field;
pub mod fields;
pub mod labels;
pub mod media;
pub mod name;
pub mod number;
pub mod objectmeta;
pub mod options;
pub mod quantity;
pub mod revision;
pub mod status;
pub mod time;

pub use gvk::{GroupKind, GroupResource, GroupVersion, Gvk, Gvr};
pub use status::Status;

/// Text that is static where it comes from a table and owned where it comes from a request.
pub type Text = std::borrow::Cow<'static, str>;
