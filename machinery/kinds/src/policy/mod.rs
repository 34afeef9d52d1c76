//! Kinds of group policy.

pub mod disruption;
pub mod poddisruptionbudget;

#[cfg(test)]
mod tests;
