//! Kinds of group apps. Two of them keep a number in an annotation since their fields were removed; what such a number must look
//! like is said here once.

pub mod controllerrevision;
pub mod daemonset;
pub mod deployment;
pub mod replicaset;
pub mod statefulset;

use meta::Text;
use meta::text::Quoted;
use object::Tree;

/// Go's `strconv.ParseInt(text, 10, 64)`, with its error texts.
fn parse_int(text: &str) -> Result<i64, Text> {
    let error = |what| Text::Owned(format!("strconv.ParseInt: parsing {}: {what}", Quoted(text)));
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(error("invalid syntax"));
    }
    text.parse().map_err(|_| error("value out of range"))
}

/// Brings an annotation that holds a number into its shortest form; an empty one goes.
fn number_annotation(tree: &mut Tree, key: &str, error: impl FnOnce(&str, &str) -> String) -> Result<(), Text> {
    let path = ["metadata", "annotations", key];
    match tree.str(&path) {
        None => (),
        Some("") => tree.remove(&path),
        Some(text) => {
            let number = parse_int(text).map_err(|why| Text::Owned(error(text, &why)))?;
            tree.set_str(&path, &number.to_string());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::parse_int;

    fn check(text: &str, expect: Result<i64, &str>) {
        assert_eq!(parse_int(text), expect.map_err(|error| meta::Text::Owned(error.to_owned())), "{text}");
    }

    #[test]
    fn numbers_are_read_as_go_reads_them() {
        check("7", Ok(7));
        check("+007", Ok(7));
        check("-9223372036854775808", Ok(i64::MIN));
        check("9223372036854775808", Err("strconv.ParseInt: parsing \"9223372036854775808\": value out of range"));
        check("", Err("strconv.ParseInt: parsing \"\": invalid syntax"));
        check("-", Err("strconv.ParseInt: parsing \"-\": invalid syntax"));
        check("1_0", Err("strconv.ParseInt: parsing \"1_0\": invalid syntax"));
        check(" 1", Err("strconv.ParseInt: parsing \" 1\": invalid syntax"));
    }
}
