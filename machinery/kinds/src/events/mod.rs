//! Kinds of group events.k8s.io.

pub mod event;
