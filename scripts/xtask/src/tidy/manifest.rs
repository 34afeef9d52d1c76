//! The few lines of a member's Cargo.toml that rules speak of. Called by `tidy`. Deliberately strict: a form that it does not
//! know is a fault, so that no dependency can hide from the layer table.

/// In which table a dependency stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// `[dependencies]` and `[build-dependencies]`.
    Product,
    /// `[dev-dependencies]`.
    Tests,
}

/// What was read, and what was wrong with it.
#[derive(Debug, Default)]
pub(super) struct Manifest {
    pub(super) path: String,
    pub(super) package: String,
    pub(super) dependencies: Vec<(Use, String)>,
    pub(super) faults: Vec<String>,
}

impl Manifest {
    pub(super) fn parse(path: &str, text: &str) -> Self {
        let mut out = Self { path: path.to_owned(), ..Self::default() };
        let mut section = String::new();
        let mut lints = false;
        for line in text.lines().map(str::trim) {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if let Some(name) = line.strip_prefix('[') {
                section = name.trim_end_matches(']').to_owned();
                if dependency_table(&section).is_none() && section.contains("dependencies") {
                    out.fault(format!("[{section}]: say `name.workspace = true` in a plain table"));
                }
            } else if let Some(of) = dependency_table(&section) {
                out.dependency(of, line);
            } else if section == "package" && line.starts_with("name ") {
                out.package = line.rsplit('=').next().unwrap_or_default().trim().trim_matches('"').to_owned();
            } else if section == "lints" && line == "workspace = true" {
                lints = true;
            }
        }
        if out.package.is_empty() {
            out.fault("has no package name".to_owned());
        }
        if !lints {
            out.fault("does not take the workspace's lints".to_owned());
        }
        out
    }

    fn fault(&mut self, text: String) {
        self.faults.push(format!("{}: {text}", self.path));
    }

    fn dependency(&mut self, of: Use, line: &str) {
        let Some((key, value)) = line.split_once('=').map(|(k, v)| (k.trim(), v.trim())) else {
            return self.fault(format!("`{line}` is no dependency on one line"));
        };
        let name = match key.strip_suffix(".workspace") {
            Some(name) if value == "true" => name,
            None if value.starts_with('{') && value.ends_with('}') && inherits(value) => key,
            _ => return self.fault(format!("`{line}` must be declared in the workspace table and taken with workspace = true")),
        };
        self.dependencies.push((of, name.to_owned()));
    }
}

/// Whether an inline table holds `workspace = true`.
fn inherits(table: &str) -> bool {
    let inner = table.trim_start_matches('{').trim_end_matches('}');
    inner.split(',').any(|part| part.split_once('=').is_some_and(|(k, v)| k.trim() == "workspace" && v.trim() == "true"))
}

fn dependency_table(section: &str) -> Option<Use> {
    // A target's table: `target.'cfg(unix)'.dependencies`.
    let name = if section.starts_with("target.") { section.rsplit('.').next().unwrap_or_default() } else { section };
    match name {
        "dependencies" | "build-dependencies" => Some(Use::Product),
        "dev-dependencies" => Some(Use::Tests),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "[package]\nname = \"a\"\n[lints]\nworkspace = true\n";

    #[test]
    fn dependencies_are_read() {
        let text = format!(
            "{GOOD}[dependencies]\n# why\nmeta.workspace = true\nserde = {{ workspace = true, features = [\"rc\"] }}\n\
             [target.'cfg(unix)'.dependencies]\nrustix.workspace = true\n[dev-dependencies]\ntempfile.workspace = true\n"
        );
        let m = Manifest::parse("a/Cargo.toml", &text);
        assert_eq!(m.faults, Vec::<String>::new());
        assert_eq!(m.package, "a");
        let expect = [(Use::Product, "meta"), (Use::Product, "serde"), (Use::Product, "rustix"), (Use::Tests, "tempfile")];
        assert!(m.dependencies.iter().map(|(u, n)| (*u, n.as_str())).eq(expect), "{:?}", m.dependencies);
    }

    #[test]
    fn other_forms_are_faults() {
        let check = |text: &str, expect: &str| {
            let m = Manifest::parse("a/Cargo.toml", text);
            assert!(m.faults.len() == 1 && m.faults[0].contains(expect), "{text}: {:?}", m.faults);
        };
        check(&format!("{GOOD}[dependencies]\nserde = \"1\"\n"), "workspace table");
        check(&format!("{GOOD}[dependencies]\nserde = {{ version = \"1\" }}\n"), "workspace table");
        check(&format!("{GOOD}[dependencies]\nmeta = {{ path = \"../workspace\" }}\n"), "workspace table");
        check(&format!("{GOOD}[dev-dependencies]\nmeta.workspace = false\n"), "workspace table");
        check(&format!("{GOOD}[dependencies.serde]\nversion = \"1\"\n"), "plain table");
        check(&format!("{GOOD}[target.'cfg(unix)'.dependencies]\nrustix = \"1\"\n"), "workspace table");
        check(&format!("{GOOD}[dependencies]\nserde\n"), "no dependency on one line");
        check("[package]\nname = \"a\"\n", "lints");
        check("[lints]\nworkspace = true\n", "no package name");
    }
}
