//! Structured logs on standard error, as text or as one JSON object a line. Set up once by the process: the subscriber is one of the two
//! things that are process-wide, and what logs panics belongs to it. A line that cannot be written (nobody reads standard error any more)
//! is lost, and nothing else happens.
//!
//! ERROR is for people: something is broken that the program cannot mend. WARN: something went wrong, and somebody was refused or had to
//! wait. INFO: what a client was told no for. DEBUG: what was done, a line a request. An error is logged once, where it ends.

use std::fmt;
use std::io::IsTerminal as _;
use std::str::FromStr;

use tracing::Subscriber;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::MakeWriter;
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

/// How a line looks, by upstream's names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For people.
    #[default]
    Text,
    /// One object a line.
    Json,
}

/// Why a text is no [`Format`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown format {0:?}: text or json")]
pub struct BadFormat(String);

impl FromStr for Format {
    type Err = BadFormat;

    fn from_str(text: &str) -> Result<Self, BadFormat> {
        match text {
            "text" => Ok(Self::Text),
            "json" => Ok(Self::Json),
            other => Err(BadFormat(other.to_owned())),
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text => "text",
            Self::Json => "json",
        })
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

/// Starts logging, and logs panics from now on.
///
/// # Errors
/// A second call.
pub fn start(filter: &Filter, format: Format) -> Result<(), LogError> {
    use tracing_subscriber::util::SubscriberInitExt as _;
    subscriber(filter, format, std::io::stderr().is_terminal(), std::io::stderr)?.try_init()?;
    crate::panics::log_uncaught();
    Ok(())
}

/// What writes the lines.
///
/// # Errors
/// The filter cannot be used after all.
pub fn subscriber<W>(
    filter: &Filter,
    format: Format,
    colours: bool,
    writer: W,
) -> Result<Box<dyn Subscriber + Send + Sync>, LogError>
where
    W: for<'w> MakeWriter<'w> + Send + Sync + 'static,
{
    let lines = tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::builder().parse(&filter.0)?)
        .with_ansi(colours)
        // Else a line that cannot be written is reported on the same broken pipe, which ends the thread.
        .log_internal_errors(false)
        .with_writer(writer);
    Ok(match format {
        Format::Text => Box::new(lines.finish()),
        Format::Json => Box::new(lines.json().flatten_event(true).with_current_span(false).with_span_list(false).finish()),
    })
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::sync::{Arc, Mutex};

    use super::*;

    /// Keeps what is written.
    #[derive(Clone, Default)]
    struct Kept(Arc<Mutex<Vec<u8>>>);

    impl Write for Kept {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.lock().unwrap().extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    fn written(filter: &str, format: Format, work: impl FnOnce()) -> String {
        let kept = Kept::default();
        let writer = kept.clone();
        let subscriber = subscriber(&filter.parse().unwrap(), format, false, move || writer.clone()).unwrap();
        tracing::subscriber::with_default(subscriber, work);
        let bytes = kept.0.lock().unwrap().clone();
        String::from_utf8(bytes).unwrap()
    }

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
        assert_eq!("json".parse(), Ok(Format::Json));
        assert_eq!("JSON".parse::<Format>().unwrap_err().to_string(), "unknown format \"JSON\": text or json");
    }

    #[test]
    fn lines_are_chosen_by_level_and_part() {
        let work = || {
            tracing::info!("one");
            tracing::debug!("two");
            tracing::debug!(target: "apiserver::x", "three");
        };
        let said = |filter: &str| {
            let text = written(filter, Format::Text, work);
            ["one", "two", "three"].into_iter().filter(|word| text.contains(word)).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(said("info"), "one");
        assert_eq!(said("info,apiserver=debug"), "one three");
        assert_eq!(said("apiserver=debug"), "three");
        assert_eq!(said("off"), "");
        assert_eq!(said("trace"), "one two three");
    }

    #[test]
    fn nothing_that_a_client_says_makes_a_line_of_its_own() {
        let evil = "a\nb\u{1b}[31m\"";
        let text = written("info", Format::Text, || tracing::info!(user = evil, "said"));
        assert_eq!(text.matches('\n').count(), 1, "{text}");
        assert!(!text.contains('\u{1b}'), "{text}");
        let json = written("info", Format::Json, || tracing::info!(user = evil, code = 500, "said"));
        assert_eq!(json.matches('\n').count(), 1, "{json}");
        assert!(
            json.contains("\"level\":\"INFO\"") && json.contains("\"message\":\"said\"") && json.contains("\"code\":500"),
            "{json}"
        );
        assert!(json.contains(r#""user":"a\nb\u001b[31m\"""#), "{json}");
    }
}
