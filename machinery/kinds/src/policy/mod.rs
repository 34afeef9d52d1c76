//! Kinds of group policy.

pub mod poddisruptionbudget;

#[cfg(test)]
mod tests;
