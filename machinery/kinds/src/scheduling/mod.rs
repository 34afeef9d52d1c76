//! Kinds of group scheduling.k8s.io.

pub mod compositepodgroup;
pub(crate) mod defaults;
pub mod podgroup;
pub mod priorityclass;
pub mod workload;
