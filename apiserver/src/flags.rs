//! Values of flags as Go reads them. Called by whatever reads a flag of upstream's; knows none of them.

/// Go's `strconv.ParseBool`; none for anything else.
#[must_use]
pub(crate) fn parse_bool(text: &str) -> Option<bool> {
    match text {
        "1" | "t" | "T" | "true" | "TRUE" | "True" => Some(true),
        "0" | "f" | "F" | "false" | "FALSE" | "False" => Some(false),
        _ => None,
    }
}
