//! Kinds of group networking.k8s.io.

pub(crate) mod defaults;
pub mod ingress;
pub mod ingressclass;
pub mod ipaddress;
pub mod networkpolicy;
pub mod servicecidr;

#[cfg(test)]
mod tests;
