//! Kinds of group batch.

pub mod cronjob;
pub(crate) mod defaults;
pub mod job;

#[cfg(test)]
mod tests;
