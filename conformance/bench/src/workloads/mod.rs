//! The workloads, one file each. Every one takes a side and returns figures; what the two sides answer is compared before.

pub(crate) mod list;
pub(crate) mod small;
pub(crate) mod start;
pub(crate) mod watch;
