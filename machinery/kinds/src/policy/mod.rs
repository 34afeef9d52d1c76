//! Kinds of group policy.

pub mod poddisruptionbudget;
