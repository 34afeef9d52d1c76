//! JSON patch, JSON merge patch and strategic merge patch over schema-less JSON values, as kube-apiserver applies them. Called with
//! request bodies by the patch handler; it never decodes an object of a kind, and never reaches for clock, disk or network.
#![warn(missing_docs)]

mod body;
pub mod json_patch;
pub mod merge_patch;
pub mod strategic;

#[cfg(test)]
mod cases;
