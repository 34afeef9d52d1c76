//! `--feature-gates`: which gates are on. Gates decide about fields and behaviour of kinds; which gate has which default is not recorded
//! yet, so a gate is on when the flag says so.

use std::collections::HashSet;

/// Reads `Name=true,Name=false` pairs.
///
/// # Errors
/// A pair that is no name with a boolean.
pub fn gates(text: &str) -> Result<HashSet<String>, String> {
    let mut on = HashSet::new();
    for pair in text.split(',').map(str::trim).filter(|p| !p.is_empty()) {
        match pair.split_once('=') {
            Some((name, "true")) => {
                on.insert(name.to_owned());
            }
            Some((name, "false")) => {
                on.remove(name);
            }
            _ => return Err(format!("{pair:?}: Name=true or Name=false")),
        }
    }
    Ok(on)
}
