//! Tables that `cargo xtask codegen` writes from `openapi/facts`. Read through `table`; never edited by hand.

pub(crate) mod gates;
pub mod id;
pub(crate) mod resources;
pub(crate) mod types;
