//! Kinds of group lifecycle.k8s.io.

pub mod eviction;
pub mod evictionrequest;
