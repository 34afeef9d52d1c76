//! Kinds of group storage.k8s.io.

pub mod csidriver;
pub mod csinode;
pub mod csistoragecapacity;
pub(crate) mod defaults;
pub mod storageclass;
pub mod volumeattachment;
pub mod volumeattributesclass;
