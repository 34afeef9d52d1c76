//! StorageClass: stored as it is given. Source: upstream `pkg/registry/storage/storageclass/strategy.go`.

use crate::strategy::{Behaviour, Deleted};

/// `storageclasses` in storage.k8s.io.
pub static BEHAVIOUR: Behaviour =
    Behaviour { group: "storage.k8s.io", plural: "storageclasses", deleted: Deleted::Object, ..Behaviour::PLAIN };
