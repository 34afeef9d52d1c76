//! Kinds of group resource.k8s.io (dynamic resource allocation; the word "resource" means something else in this crate).

pub(crate) mod defaults;
pub mod deviceclass;
pub mod devicetaintrule;
pub mod resourceclaim;
pub mod resourceclaimtemplate;
pub mod resourcepoolstatusrequest;
pub mod resourceslice;
mod v1beta1;

#[cfg(test)]
mod tests;
