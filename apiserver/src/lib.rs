//! The API server as a library: HTTP requests in, answers out, everything in between as ARCHITECTURE.md draws it. Called by `cmd` with a
//! listener in front, and by tests without one. It must never read the clock, randomness, disk or network but through `sys`.

mod bootstrap;
mod catalog;
mod compaction;
mod compress;
mod convert;
mod delete_options;
mod documents;
mod endpoints;
mod escape;
mod exchange;
mod filters;
mod flags;
mod gates;
mod hooks;
mod local;
mod lookup;
mod managed;
mod metadata;
mod metrics;
mod moment;
mod negotiate;
mod readers;
mod registry;
mod render;
mod request_info;
mod request_log;
mod respond;
mod routes;
mod selection;
mod server;
mod trail;

pub use catalog::Enabled;
pub use gates::Gates;
pub use hooks::{BadRange, NodePortRange, ServiceRange, ServiceRanges};
pub use server::{Config, Server, StartError};
