//! Kinds of group core, whose name is empty.

pub mod configmap;
pub(crate) mod defaults;
pub mod endpoints;
pub mod event;
mod event_rules;
mod keyed_data;
pub mod limitrange;
pub mod namespace;
pub mod node;
pub mod persistentvolume;
pub mod persistentvolumeclaim;
pub mod pod;
pub mod podtemplate;
pub mod replicationcontroller;
pub(crate) mod resource_names;
pub mod resourcequota;
pub mod secret;
pub mod service;
pub mod serviceaccount;

#[cfg(test)]
mod tests;
