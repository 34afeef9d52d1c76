//! Rules of the repository that no compiler checks: layers, module headers, file sizes, where dependencies are declared, counterparts of
//! upstream's tests. Called by the command line and by the test at the foot, which runs them on this repository. It must never change a file.

mod counterparts;
mod layers;
mod manifest;
mod source;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use manifest::Manifest;

/// Pages that a reader of the repository may count on.
const PAGES: [&str; 3] = ["README.md", "ARCHITECTURE.md", "CHANGELOG.md"];

/// Folders that hold nothing of ours.
const SKIPPED: [&str; 2] = ["target", ".git"];

/// Checks the repository.
///
/// # Errors
/// One line per fault, each beginning with the file; or a file that cannot be read.
pub(crate) fn run(root: &Path) -> Result<()> {
    let faults = faults(root)?;
    if faults.is_empty() {
        return Ok(());
    }
    bail!("{} faults\n{}", faults.len(), faults.join("\n"))
}

fn faults(root: &Path) -> Result<Vec<String>> {
    let mut out = pages(root);
    let mut manifests = Vec::new();
    let mut files = Vec::new();
    walk(root, &mut files)?;
    files.sort();
    for path in &files {
        let name = path.strip_prefix(root).unwrap_or(path).to_string_lossy().into_owned();
        let read = || fs::read_to_string(path).with_context(|| format!("cannot read {name}"));
        if name.ends_with(".rs") {
            out.extend(source::faults(&name, &read()?));
        } else if name.ends_with("/Cargo.toml") {
            let manifest = Manifest::parse(&name, &read()?);
            out.extend(manifest.faults.iter().cloned());
            manifests.push(manifest);
        }
    }
    out.extend(layers::faults(&manifests));
    out.extend(counterparts::faults(root)?);
    Ok(out)
}

fn pages(root: &Path) -> Vec<String> {
    PAGES.iter().filter(|page| !root.join(page).is_file()).map(|page| format!("{page}: is missing")).collect()
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))? {
        let entry = entry?;
        let kind = entry.file_type()?;
        if kind.is_file() {
            files.push(entry.path());
        } else if kind.is_dir() && !SKIPPED.iter().any(|s| entry.file_name() == *s) {
            walk(&entry.path(), files)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_repository_is_tidy() {
        run(&crate::root()).unwrap();
    }

    /// A small repository without faults, to plant some in.
    fn tidy_repository() -> tempfile::TempDir {
        let root = tempfile::tempdir().unwrap();
        for page in PAGES {
            fs::write(root.path().join(page), "text\n").unwrap();
        }
        plant(&root, "machinery/meta/Cargo.toml", "[package]\nname = \"meta\"\n[lints]\nworkspace = true\n");
        plant(&root, "machinery/meta/src/lib.rs", "//! Words.\n");
        plant(&root, counterparts::NAMES, "# 0 names\n");
        plant(&root, counterparts::TABLE, "");
        root
    }

    fn plant(root: &tempfile::TempDir, path: &str, text: &str) {
        let target = root.path().join(path);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::write(target, text).unwrap();
    }

    #[test]
    fn planted_faults_are_found() {
        let check = |path: &str, text: &str, expect: &str| {
            let root = tidy_repository();
            assert_eq!(faults(root.path()).unwrap(), Vec::<String>::new());
            plant(&root, path, text);
            let found = faults(root.path()).unwrap();
            assert!(found.len() == 1 && found[0].starts_with(path) && found[0].contains(expect), "{expect}: {found:?}");
        };
        let manifest = |rest: &str| format!("[package]\nname = \"meta\"\n[lints]\nworkspace = true\n{rest}");
        check("machinery/meta/src/name.rs", "use std::fmt;\n", "module header");
        check(
            "machinery/meta/Cargo.toml",
            &manifest("[dependencies]\napiserver.workspace = true\n"),
            "may not depend on apiserver",
        );
        check("machinery/meta/Cargo.toml", &manifest("[dependencies]\nserde = \"1\"\n"), "workspace table");
        check("machinery/new/Cargo.toml", "[package]\nname = \"new\"\n[lints]\nworkspace = true\n", "no layer");
    }

    #[test]
    fn a_missing_page_is_found() {
        let root = tidy_repository();
        fs::remove_file(root.path().join("ARCHITECTURE.md")).unwrap();
        assert_eq!(faults(root.path()).unwrap(), ["ARCHITECTURE.md: is missing"]);
    }

    #[test]
    fn built_files_are_not_looked_at() {
        let root = tidy_repository();
        plant(&root, "target/debug/build/x/out/a.rs", "fn main() {}\n");
        assert_eq!(faults(root.path()).unwrap(), Vec::<String>::new());
    }
}
