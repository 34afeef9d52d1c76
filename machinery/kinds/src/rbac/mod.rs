//! Kinds of group rbac.authorization.k8s.io.

pub mod clusterrole;
pub mod clusterrolebinding;
pub(crate) mod defaults;
pub mod role;
pub mod rolebinding;

#[cfg(test)]
mod tests;
