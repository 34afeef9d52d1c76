//! How a program ends: its exit codes, and an error as the one line that a person reads. Called by `cmd` alone, at the end.

use std::error::Error;

/// Exit codes, as `ferrokube --help` lists them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// It was told to stop and did.
    Clean,
    /// Anything that has no code of its own; also a stop that was cut short.
    Failure,
    /// The command line cannot be used.
    Usage,
    /// The data folder or the address is in use by somebody else.
    InUse,
}

impl Exit {
    /// The number.
    #[must_use]
    pub const fn code(self) -> u8 {
        match self {
            Self::Clean => 0,
            Self::Failure => 1,
            Self::Usage => 2,
            Self::InUse => 3,
        }
    }
}

/// An error that ends the program with a code of its own.
#[derive(Debug, thiserror::Error)]
#[error("{text}")]
pub struct Fatal {
    /// The code.
    pub exit: Exit,
    text: String,
}

impl Fatal {
    /// The command line cannot be used.
    #[must_use]
    pub fn usage(text: impl ToString) -> Self {
        Self { exit: Exit::Usage, text: text.to_string() }
    }

    /// Somebody else has what the program needs.
    #[must_use]
    pub fn in_use(text: impl ToString) -> Self {
        Self { exit: Exit::InUse, text: text.to_string() }
    }
}

/// The code that an error ends the program with: that of the first [`Fatal`] among it and its causes.
pub fn code<'a>(chain: impl IntoIterator<Item = &'a (dyn Error + 'static)>) -> Exit {
    chain.into_iter().find_map(|error| error.downcast_ref::<Fatal>()).map_or(Exit::Failure, |fatal| fatal.exit)
}

/// An error and its causes as one line, each cause once: many errors already say their cause in their own text.
pub fn line<'a>(chain: impl IntoIterator<Item = &'a (dyn Error + 'static)>) -> String {
    let mut line = String::new();
    for error in chain {
        let text = one_line(&error.to_string());
        if text.is_empty() || line == text || line.ends_with(&format!(": {text}")) {
            continue;
        }
        if !line.is_empty() {
            line.push_str(": ");
        }
        line.push_str(&text);
    }
    line
}

/// A text without line breaks and what surrounds them.
#[must_use]
pub fn one_line(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An error with a cause.
    #[derive(Debug)]
    struct Because(&'static str, Option<Box<dyn Error>>);

    impl std::fmt::Display for Because {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str(self.0)
        }
    }

    impl Error for Because {
        fn source(&self) -> Option<&(dyn Error + 'static)> {
            self.1.as_deref()
        }
    }

    fn chain<'a>(error: &'a (dyn Error + 'static)) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
        std::iter::successors(Some(error), |error| (*error).source())
    }

    #[test]
    fn each_cause_is_said_once_on_one_line() {
        let check = |texts: &[&'static str], expect: &str| {
            let error = texts.iter().rev().fold(None, |cause, text| Some(Because(text, cause.map(|c| Box::new(c) as _))));
            assert_eq!(line(chain(&error.unwrap())), expect);
        };
        check(&["start"], "start");
        check(&["start", "read ca.crt", "no such file"], "start: read ca.crt: no such file");
        check(&["start", "read ca.crt: no such file", "no such file"], "start: read ca.crt: no such file");
        check(&["same", "same"], "same");
        check(&["bad:\n  line 1\n\n", "line 2"], "bad: line 1: line 2");
    }

    #[test]
    fn the_code_is_found_among_the_causes() {
        let inner = Because("start", Some(Box::new(Fatal::in_use("taken"))));
        assert_eq!(code(chain(&inner)), Exit::InUse);
        assert_eq!(code(chain(&Fatal::usage("what?"))), Exit::Usage);
        assert_eq!(code(chain(&Because("start", None))), Exit::Failure);
        let codes = [Exit::Clean, Exit::Failure, Exit::Usage, Exit::InUse].map(Exit::code);
        assert_eq!(codes, [0, 1, 2, 3]);
    }
}
