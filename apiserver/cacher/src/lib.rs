//! The watch cache: per group-resource, every object as a served, immutable value, its recent changes and its watchers. Called by the
//! API server's endpoints and by admission and authorisation through their read interfaces. Fed by the store's watch alone: it never
//! writes, never polls and knows no kinds (an [`ObjectCodec`] tells it what it needs of one).
//!
//! One change, as a straight line: store commit -> `feed` (decode once) -> new persistent map, published without a lock for readers ->
//! `window` (recent events) -> `fanout` (queues of the matching watchers) -> [`Cursor`] -> the endpoint, with a frame encoded once per
//! format and shared.
#![warn(missing_docs)]

mod cacher;
mod cursor;
mod decode;
mod encodings;
mod error;
mod event;
mod fanout;
mod feed;
mod limits;
mod meter;
mod object;
mod reads;
mod recipe;
mod run;
pub mod scan;
mod snapshot;
mod watch;
mod window;

pub use cacher::{Cacher, Stats};
pub use cursor::{Bookmark, CloseReason, Cursor, CursorItem, WatchEvent};
pub use encodings::Encodings;
pub use error::{CorruptObject, ReadError, WatchError};
pub use event::{Event, EventKind};
pub use fanout::{Predicate, Scope, Trigger};
pub use limits::Limits;
pub use meter::Meter;
pub use object::{Comma, Cuts, FieldText, Form, LabelSpan, Object, ObjectCodec, ObjectParts, Span, text_hash};
pub use snapshot::Snapshot;
pub use storage::{Key, Revision};
pub use watch::{Running, WatchRequest, WatchStart};

#[cfg(test)]
mod tests;
