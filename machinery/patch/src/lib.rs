//! JSON patch, JSON merge patch and strategic merge patch over schema-less JSON values, as kube-apiserver applies them, and managed
//! fields over object trees. Called by the API server's writes; it knows no particular kind, and never reaches for clock, disk or network.
#![warn(missing_docs)]

mod body;
pub mod json_patch;
pub mod managed;
pub mod merge_patch;
pub mod strategic;

#[cfg(test)]
mod cases;
