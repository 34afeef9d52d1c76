//! Kinds of group batch.

pub mod cronjob;
pub mod job;

#[cfg(test)]
mod tests;
