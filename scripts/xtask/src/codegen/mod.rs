//! Turns the facts under `openapi/facts` into static tables of `machinery/kinds`. Called by the command line and by the test
//! that fails when the committed tables are stale. It must never add a fact of its own: what is not in the files is not known.

mod facts;
mod gates;
mod resources;
mod types;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

/// Generated files with their text.
type Output = Vec<(&'static str, String)>;

fn read(root: &Path, path: &str) -> Result<String> {
    fs::read_to_string(root.join(path)).with_context(|| format!("cannot read {path}"))
}

fn generate(root: &Path) -> Result<Output> {
    let text = read(root, "openapi/facts/types.json")?;
    let facts: facts::Types = serde_json::from_str(&text).context("openapi/facts/types.json")?;
    let served: facts::Served =
        serde_json::from_str(&read(root, "openapi/facts/resources.json")?).context("openapi/facts/resources.json")?;
    let gates: facts::Gates =
        serde_json::from_str(&read(root, "openapi/facts/gates.json")?).context("openapi/facts/gates.json")?;
    let ids = types::ids(&facts)?;
    Ok(vec![
        ("machinery/kinds/src/generated/mod.rs", MODULE.to_owned()),
        ("machinery/kinds/src/generated/gates.rs", gates::generate(&gates)?),
        ("machinery/kinds/src/generated/id.rs", types::id_consts(&facts)?),
        ("machinery/kinds/src/generated/types.rs", types::generate(&facts, &ids, fingerprint(text.as_bytes()))?),
        ("machinery/kinds/src/generated/resources.rs", resources::generate(&served, &ids)?),
    ])
}

const MODULE: &str =
    "//! Tables that `cargo xtask codegen` writes from `openapi/facts`. Read through `table`; never edited by hand.

pub(crate) mod gates;
pub mod id;
pub(crate) mod resources;
pub(crate) mod types;
";

/// Writes the tables.
///
/// # Errors
/// When a facts file cannot be read or says something that the tables cannot hold.
pub(crate) fn write(root: &Path) -> Result<()> {
    for (path, text) in generate(root)? {
        let target = root.join(path);
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&target, text).with_context(|| format!("cannot write {path}"))?;
    }
    Ok(())
}

/// Compares the committed tables with what the facts give.
///
/// # Errors
/// When one differs.
pub(crate) fn check(root: &Path) -> Result<()> {
    for (path, text) in generate(root)? {
        if read(root, path)? != text {
            bail!("{path} is stale: run `cargo xtask codegen` and commit the result");
        }
    }
    Ok(())
}

/// FNV-1a of a text, 64 bits.
fn fingerprint(text: &[u8]) -> u64 {
    text.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn committed_tables_are_current() {
        check(&crate::root()).unwrap();
    }

    #[test]
    fn a_changed_table_is_found() {
        let root = tempfile::tempdir().unwrap();
        for path in ["openapi/facts/types.json", "openapi/facts/resources.json", "openapi/facts/gates.json"] {
            let target = root.path().join(path);
            fs::create_dir_all(target.parent().unwrap()).unwrap();
            fs::copy(crate::root().join(path), target).unwrap();
        }
        write(root.path()).unwrap();
        check(root.path()).unwrap();
        let table = root.path().join("machinery/kinds/src/generated/resources.rs");
        let planted = fs::read_to_string(&table).unwrap().replacen("\"minions\"", "\"nodes\"", 1);
        fs::write(&table, planted).unwrap();
        assert!(check(root.path()).unwrap_err().to_string().contains("resources.rs is stale"));
    }

    #[test]
    fn fingerprint_is_fnv_1a() {
        // Test vectors of the algorithm's authors.
        assert_eq!(fingerprint(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fingerprint(b"a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(fingerprint(b"foobar"), 0x8594_4171_f739_67e8);
    }
}
