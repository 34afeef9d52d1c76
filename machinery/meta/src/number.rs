//! Integers in text as Go's `strconv` reads them, with its error texts. Used for query options, revisions and selectors.

use crate::text::Quoted;

/// Why an integer was refused; the text is `strconv`'s.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("strconv.{function}: parsing {}: {}", Quoted(.text), if *.range { "value out of range" } else { "invalid syntax" })]
pub struct NumberError {
    /// `ParseInt`, `ParseUint` or `Atoi`.
    pub function: &'static str,
    /// What was given.
    pub text: String,
    /// An integer, but outside the type's range.
    pub range: bool,
}

/// Go's `strconv.ParseInt(text, 10, 64)`.
///
/// # Errors
/// Not an integer, or outside int64.
pub fn parse_int(text: &str) -> Result<i64, NumberError> {
    text.parse().map_err(|_| refuse("ParseInt", text, text.strip_prefix(['+', '-']).unwrap_or(text)))
}

/// Go's `strconv.ParseUint(text, 10, 64)`: unlike [`parse_int`] it takes no sign.
///
/// # Errors
/// Not an unsigned integer, or outside uint64.
pub fn parse_uint(text: &str) -> Result<u64, NumberError> {
    let error = || refuse("ParseUint", text, text);
    if text.starts_with('+') {
        return Err(error());
    }
    text.parse().map_err(|_| error())
}

fn refuse(function: &'static str, text: &str, digits: &str) -> NumberError {
    let range = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    NumberError { function, text: text.to_owned(), range }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_as_strconv() {
        let check = |text: &str, expect: Result<i64, &str>| {
            assert_eq!(parse_int(text).map_err(|e| e.to_string()), expect.map_err(str::to_owned));
        };
        check("-5", Ok(-5));
        check("+5", Ok(5));
        check("007", Ok(7));
        check("", Err("strconv.ParseInt: parsing \"\": invalid syntax"));
        check("a\"", Err("strconv.ParseInt: parsing \"a\\\"\": invalid syntax"));
        check("1_0", Err("strconv.ParseInt: parsing \"1_0\": invalid syntax"));
        check("-", Err("strconv.ParseInt: parsing \"-\": invalid syntax"));
        check("9223372036854775808", Err("strconv.ParseInt: parsing \"9223372036854775808\": value out of range"));
        check("-9223372036854775808", Ok(i64::MIN));
    }

    #[test]
    fn unsigned_integers_as_strconv() {
        let check = |text: &str, expect: Result<u64, &str>| {
            assert_eq!(parse_uint(text).map_err(|e| e.to_string()), expect.map_err(str::to_owned));
        };
        check("18446744073709551615", Ok(u64::MAX));
        check("+1", Err("strconv.ParseUint: parsing \"+1\": invalid syntax"));
        check("-1", Err("strconv.ParseUint: parsing \"-1\": invalid syntax"));
        check("18446744073709551616", Err("strconv.ParseUint: parsing \"18446744073709551616\": value out of range"));
    }
}
