//! Kinds of group autoscaling.

pub(crate) mod defaults;
pub mod horizontalpodautoscaler;
mod legacy;
mod metrics;

#[cfg(test)]
mod tests;
