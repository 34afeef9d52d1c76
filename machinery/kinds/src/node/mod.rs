//! Kinds of group node.k8s.io.

pub mod runtimeclass;
