//! Structured logs on standard error. Set up once by the process: the subscriber is one of the two things that are process-wide.
//! A line that cannot be written (nobody reads standard error any more) is lost, and nothing else happens.

use std::io::IsTerminal as _;
use std::str::FromStr;

use tracing_subscriber::EnvFilter;
use tracing_subscriber::util::TryInitError;

/// Levels, as they are written.
const LEVELS: [&str; 6] = ["off", "error", "warn", "info", "debug", "trace"];

/// Which lines are written: a level, or directives such as `info,apiserver=debug`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter(String);

/// Why a text is no [`Filter`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadFilter {
    /// A level that does not exist. The library below would take the word for the name of a part of the program.
    #[error("unknown level {0:?}: one of {known}, or PART=LEVEL, separated by commas", known = LEVELS.join(", "))]
    Level(String),
    /// Anything else that the library does not read.
    #[error("{0}")]
    Directive(String),
}

impl FromStr for Filter {
    type Err = BadFilter;

    fn from_str(text: &str) -> Result<Self, BadFilter> {
        for directive in text.split(',').map(str::trim) {
            let level = directive.rsplit_once('=').map_or(directive, |(_, level)| level);
            if !LEVELS.iter().any(|known| level.eq_ignore_ascii_case(known)) {
                return Err(BadFilter::Level(level.to_owned()));
            }
        }
        EnvFilter::builder().parse(text).map_err(|error| BadFilter::Directive(error.to_string()))?;
        Ok(Self(text.to_owned()))
    }
}

/// Why logs could not be set up.
#[derive(Debug, thiserror::Error)]
pub enum LogError {
    /// The filter cannot be used after all.
    #[error("log filter")]
    Filter(#[from] tracing_subscriber::filter::ParseError),
    /// Logs are set up already.
    #[error(transparent)]
    Again(#[from] TryInitError),
}

/// Starts logging.
///
/// # Errors
/// A second call.
pub fn start(filter: &Filter) -> Result<(), LogError> {
    use tracing_subscriber::util::SubscriberInitExt as _;
    let filter = EnvFilter::builder().parse(&filter.0)?;
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(std::io::stderr().is_terminal())
        // Else a line that cannot be written is reported on the same broken pipe, which ends the thread.
        .log_internal_errors(false)
        .with_writer(std::io::stderr)
        .finish()
        .try_init()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filters_have_levels_that_exist() {
        for good in ["warn", "WARN", "off", "info,apiserver=debug", "cacher::feed=trace, warn"] {
            assert!(good.parse::<Filter>().is_ok(), "{good}");
        }
        for (bad, level) in [("verbose", "verbose"), ("info,apiserver=loud", "loud"), ("", ""), ("apiserver", "apiserver")] {
            let expect = format!(
                "unknown level {level:?}: one of off, error, warn, info, debug, trace, or PART=LEVEL, separated by commas"
            );
            assert_eq!(bad.parse::<Filter>().unwrap_err().to_string(), expect);
        }
    }
}
