//! One file per target; the table is `crate::TARGETS`.

pub(crate) mod accept;
pub(crate) mod certificate;
pub(crate) mod credentials;
pub(crate) mod field_selector;
pub(crate) mod fields_v1;
pub(crate) mod json;
pub(crate) mod json_patch;
pub(crate) mod label_selector;
pub(crate) mod managed_fields;
pub(crate) mod merge_patch;
pub(crate) mod proto;
pub(crate) mod quantity;
pub(crate) mod request;
pub(crate) mod strategic_patch;
pub(crate) mod time;
pub(crate) mod websocket;
pub(crate) mod yaml;
