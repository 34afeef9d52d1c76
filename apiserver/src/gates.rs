//! `--feature-gates`: which gates are switched on or off, on top of what the emulated release has on by default.

use std::collections::HashMap;

use kinds::gates::default_on;
use kinds::resource::Release;

/// The switches.
#[derive(Clone, Debug, Default)]
pub struct Gates(HashMap<String, bool>);

impl Gates {
    /// Reads `Name=true,Name=false` pairs.
    ///
    /// # Errors
    /// A pair that is no name with a boolean.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut switches = HashMap::new();
        for pair in text.split(',').map(str::trim).filter(|p| !p.is_empty()) {
            match pair.split_once('=') {
                Some((name, "true")) if !name.is_empty() => switches.insert(name.to_owned(), true),
                Some((name, "false")) if !name.is_empty() => switches.insert(name.to_owned(), false),
                _ => return Err(format!("{pair:?}: Name=true or Name=false")),
            };
        }
        Ok(Self(switches))
    }

    /// Whether a gate is on.
    #[must_use]
    pub fn on(&self, gate: &str, emulated: Release) -> bool {
        self.0.get(gate).copied().unwrap_or_else(|| default_on(gate, emulated))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_win_over_defaults() {
        let release = Release { major: 1, minor: 37 };
        let gates = Gates::parse("HPAGeneration=false,Other=true").unwrap();
        assert!(!gates.on("HPAGeneration", release) && gates.on("Other", release) && gates.on("PodLevelResources", release));
        for bad in ["X", "X=1", "=true"] {
            assert!(Gates::parse(bad).is_err(), "{bad}");
        }
    }
}
