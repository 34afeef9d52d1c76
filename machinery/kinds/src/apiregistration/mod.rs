//! Kinds of group apiregistration.k8s.io.

pub mod apiservice;
pub(crate) mod defaults;

#[cfg(test)]
mod tests;
