//! Kinds of group apiextensions.k8s.io.

pub mod customresourcedefinition;
pub(crate) mod defaults;
mod embedded;

#[cfg(test)]
mod tests;
