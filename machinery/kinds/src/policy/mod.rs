//! Kinds of group policy.

mod budget_rules;
pub mod poddisruptionbudget;

#[cfg(test)]
mod tests;
