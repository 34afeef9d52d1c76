//! Times and durations: what is read and written is read as the same again.

use std::str;

use meta::duration::Duration;
use meta::time::{parse_rfc3339, parse_rfc3339_micro};

use crate::documents::check_text;

pub(crate) fn run(data: &[u8]) {
    let Ok(text) = str::from_utf8(data) else { return };
    match parse_rfc3339(text) {
        Ok(time) => {
            let written = time.rfc3339();
            // Years beyond four digits are written, and not read, as in Go.
            if let Ok(again) = parse_rfc3339(&written) {
                assert_eq!(again.rfc3339(), written);
            }
            let _ = time.is_zero();
        }
        Err(error) => check_text(&error.to_string(), data),
    }
    match parse_rfc3339_micro(text) {
        Ok(time) => {
            let written = time.rfc3339_micro();
            let again = parse_rfc3339_micro(&written).unwrap_or_else(|error| panic!("{written}: {error}"));
            assert_eq!(again.rfc3339_micro(), written);
        }
        Err(error) => check_text(&error.to_string(), data),
    }
    match Duration::parse(text) {
        Ok(duration) => {
            let written = duration.to_string();
            assert_eq!(Duration::parse(&written).ok(), Some(duration), "{written}");
        }
        Err(error) => check_text(&error.to_string(), data),
    }
}
