//! Kinds of group autoscaling.

pub(crate) mod defaults;
pub mod horizontalpodautoscaler;
mod legacy;
mod metric_rules;
mod metrics;
mod rules;

#[cfg(test)]
mod tests;
