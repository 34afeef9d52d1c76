//! Kinds of group rbac.authorization.k8s.io.

mod bindings;
pub mod clusterrole;
pub mod clusterrolebinding;
pub(crate) mod defaults;
pub mod role;
pub mod rolebinding;
mod rules;

#[cfg(test)]
mod tests;
