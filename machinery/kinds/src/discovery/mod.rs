//! Kinds of group discovery.k8s.io.

pub(crate) mod defaults;
pub mod endpointslice;

#[cfg(test)]
mod tests;
