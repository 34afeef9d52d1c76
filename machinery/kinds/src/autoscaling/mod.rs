//! Kinds of group autoscaling.

pub mod horizontalpodautoscaler;
mod legacy;
mod metrics;
