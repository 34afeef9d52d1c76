//! Kinds of group policy.

mod budget_rules;
pub mod disruption;
pub mod poddisruptionbudget;

#[cfg(test)]
mod tests;
