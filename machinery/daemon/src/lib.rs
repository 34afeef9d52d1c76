//! What every process needs whatever its component: its data folder, logs, metrics, health checks, shutdown, exit codes. Called by `cmd`
//! and by the components' servers. Knows no API and no HTTP: answers are codes and texts.
#![warn(missing_docs)]

mod data_dir;
pub mod exit;
pub mod health;
pub mod logs;
pub mod metrics;
pub mod panics;
mod shutdown;

pub use data_dir::{DataDir, DataDirError};
pub use shutdown::Shutdown;
