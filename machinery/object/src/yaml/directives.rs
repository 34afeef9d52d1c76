//! The directives before a YAML document, which the parser passes over when it does not know them: go-yaml refuses them. Called before
//! parsing; it only looks at the lines that may hold one.

/// Checks the names of the directives.
///
/// # Errors
/// go-yaml's text for the first one that is none.
pub(super) fn check(text: &str) -> Result<(), String> {
    for (at, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        let bare = line.trim_start_matches([' ', '\t']);
        if bare.is_empty() || bare.starts_with('#') {
            continue;
        }
        let Some(rest) = line.strip_prefix('%') else { break };
        if let Some(problem) = problem(rest) {
            return Err(if at == 0 { problem.to_owned() } else { format!("line {}: {problem}", at + 1) });
        }
    }
    Ok(())
}

/// What is wrong with what stands behind a percent sign.
fn problem(rest: &str) -> Option<&'static str> {
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-').unwrap_or(rest.len());
    let (name, behind) = rest.split_at(end);
    match name {
        "" => Some("could not find expected directive name"),
        _ if !behind.is_empty() && !behind.starts_with([' ', '\t']) => Some("found unexpected non-alphabetical character"),
        "YAML" | "TAG" => None,
        _ => Some("found unknown directive name"),
    }
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn only_known_directives_pass() {
        for (text, expect) in [
            ("a: b\n%BAD\n", None),
            ("%YAML 1.1\n%TAG ! tag:x,2000:\n---\na: b\n", None),
            ("---\n%BAD\n", None),
            (" %BAD\n---\n", None),
            ("%BAD\n---\n", Some("found unknown directive name")),
            ("# x\n\n%BAD x\n---\n", Some("line 3: found unknown directive name")),
            ("% YAML\n", Some("could not find expected directive name")),
            ("%YAML:1\n", Some("found unexpected non-alphabetical character")),
        ] {
            assert_eq!(check(text).err().as_deref(), expect, "{text}");
        }
    }
}
