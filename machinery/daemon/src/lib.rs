//! What every process needs whatever its component: logs, metrics, health checks, shutdown. Called by `cmd` and by the components' servers. Knows
//! no API and no HTTP: answers are codes and texts.
#![warn(missing_docs)]

pub mod health;
pub mod logs;
pub mod metrics;
mod shutdown;

pub use shutdown::Shutdown;
