//! Rules on single source files: a module header, a size, no silenced lint. Called by `tidy`.

/// Lines of a file that somebody writes by hand.
const MOST_LINES: usize = 800;

pub(super) fn faults(path: &str, text: &str) -> Vec<String> {
    let mut out = Vec::new();
    if !text.starts_with("//!") {
        out.push(format!("{path}: does not open with a `//!` module header"));
    }
    let lines = text.lines().count();
    let generated = path.split('/').any(|part| part == "generated");
    if lines > MOST_LINES && !generated {
        out.push(format!("{path}: {lines} lines are more than {MOST_LINES}"));
    }
    for (at, line) in text.lines().enumerate() {
        if silences(line) {
            out.push(format!("{path}:{}: `allow` hides what it once silenced; write `expect` with a reason", at + 1));
        }
    }
    out
}

/// Whether a line's attribute allows a lint, by itself or under a condition.
fn silences(line: &str) -> bool {
    let line = line.trim_start();
    let attribute = line.strip_prefix("#[").or_else(|| line.strip_prefix("#!["));
    attribute.is_some_and(|a| a.starts_with("allow(") || a.starts_with("cfg_attr(") && a.contains(" allow("))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_rule_finds_its_fault() {
        let check = |path: &str, text: &str, expect: &str| {
            let found = faults(path, text);
            assert!(found.len() == 1 && found[0].contains(expect), "{path}: {found:?}");
        };
        check("a.rs", "// words\n", "module header");
        check("a.rs", "", "module header");
        check("a.rs", &format!("//! a\n{}", "\n".repeat(800)), "801 lines");
        check("a.rs", "//! a\n#![allow(dead_code)]\n", "a.rs:2");
        check("a.rs", "//! a\nfn f() {\n    #[allow(clippy::x)]\n}\n", "a.rs:3");
        check("a.rs", "//! a\n#[cfg_attr(test, allow(dead_code))]\n", "a.rs:2");
    }

    #[test]
    fn what_is_allowed_passes() {
        let check = |path: &str, text: &str| assert_eq!(faults(path, text), Vec::<String>::new());
        check("a.rs", "//! a\n#[expect(dead_code, reason = \"b\")]\nfn allow(a: u8) {}\n// #[allow(x)]\n");
        check("a.rs", &format!("//! a\n{}", "\n".repeat(799)));
        check("kinds/src/generated/types.rs", &format!("//! a\n{}", "\n".repeat(9000)));
    }
}
