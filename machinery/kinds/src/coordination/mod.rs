//! Kinds of group coordination.k8s.io.

pub mod lease;
pub mod leasecandidate;
