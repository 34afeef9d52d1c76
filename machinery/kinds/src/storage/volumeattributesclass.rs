//! VolumeAttributesClass: stored as it is given. Source: upstream `pkg/registry/storage/volumeattributesclass/strategy.go`.

use crate::strategy::{Behaviour, Deleted};

/// `volumeattributesclasses` in storage.k8s.io.
pub static BEHAVIOUR: Behaviour =
    Behaviour { group: "storage.k8s.io", plural: "volumeattributesclasses", deleted: Deleted::Object, ..Behaviour::PLAIN };
