//! Structured logs on standard error. Set up once by the process: the subscriber is one of the two things that are process-wide.

use tracing_subscriber::EnvFilter;
use tracing_subscriber::filter::ParseError;
use tracing_subscriber::util::TryInitError;

/// Why logs could not be set up.
#[derive(Debug, thiserror::Error)]
pub enum LogError {
    /// The level or filter cannot be read.
    #[error("log level: {0}")]
    Filter(#[from] ParseError),
    /// Logs are set up already.
    #[error(transparent)]
    Again(#[from] TryInitError),
}

/// Starts logging. `filter` is a level, or directives such as `info,apiserver=debug`.
///
/// # Errors
/// A filter that cannot be read, or a second call.
pub fn start(filter: &str) -> Result<(), LogError> {
    use tracing_subscriber::util::SubscriberInitExt as _;
    let filter = EnvFilter::builder().parse(filter)?;
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).finish().try_init()?;
    Ok(())
}
