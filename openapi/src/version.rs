//! The document at `/version`. Called by the API server; holds what the product says about its own release.

use bytes::Bytes;

use crate::writer::Json;

/// The Kubernetes release that this server is compatible with.
pub const RELEASE: &str = "v1.37.2";
/// Minor number of [`RELEASE`].
pub const MINOR: u16 = 37;

/// What the build knows about itself; all of it is optional for clients, but the fields must exist.
#[derive(Clone, Copy, Debug)]
pub struct Build<'a> {
    /// Commit; empty where unknown.
    pub commit: &'a str,
    /// `clean`, `dirty`, or empty where unknown.
    pub tree_state: &'a str,
    /// RFC 3339.
    pub date: &'a str,
    /// Version of the compiler; clients only print it. Upstream's field is called `goVersion`.
    pub toolchain: &'a str,
    /// Operating system and architecture in Go's names: `linux/amd64`.
    pub platform: &'a str,
}

/// `version.Info`, pretty-printed and without a final newline, whatever the client asked for: upstream's handler does so.
/// `emulated` is the release (major, minor) whose behaviour is shown; compatibility reaches back one release before it.
#[must_use]
pub fn document(build: &Build<'_>, emulated: (u16, u16)) -> Bytes {
    let number = |n: u16| n.to_string();
    let fields = [
        ("major", number(1)),
        ("minor", number(MINOR)),
        ("emulationMajor", number(emulated.0)),
        ("emulationMinor", number(emulated.1)),
        ("minCompatibilityMajor", number(emulated.0)),
        ("minCompatibilityMinor", number(emulated.1.saturating_sub(1))),
        ("gitVersion", RELEASE.to_owned()),
        ("gitCommit", build.commit.to_owned()),
        ("gitTreeState", build.tree_state.to_owned()),
        ("buildDate", build.date.to_owned()),
        ("goVersion", build.toolchain.to_owned()),
        ("compiler", "rustc".to_owned()),
        ("platform", build.platform.to_owned()),
    ];
    let mut out = String::from("{");
    for (at, (name, value)) in fields.iter().enumerate() {
        let mut j = Json::with_capacity(64);
        j.string(value);
        out.push_str(if at == 0 { "\n  \"" } else { ",\n  \"" });
        out.push_str(name);
        out.push_str("\": ");
        out.push_str(&j.into_string());
    }
    out.push_str("\n}");
    out.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_prints_what_the_reference_prints_for_the_same_build() {
        let build = Build {
            commit: "$Format:%H$",
            tree_state: "clean",
            date: "1970-01-01T00:00:00Z",
            toolchain: "go1.26.8",
            platform: "linux/amd64",
        };
        let text = String::from_utf8(document(&build, (1, 37)).to_vec()).unwrap();
        let head = "{\n  \"major\": \"1\",\n  \"minor\": \"37\",\n  \"emulationMajor\": \"1\",\n  \"emulationMinor\": \"37\",\n  \
                    \"minCompatibilityMajor\": \"1\",\n  \"minCompatibilityMinor\": \"36\",\n  \"gitVersion\": \"v1.37.2\",\n";
        assert!(text.starts_with(head), "{text}");
        let tail = "\"goVersion\": \"go1.26.8\",\n  \"compiler\": \"rustc\",\n  \"platform\": \"linux/amd64\"\n}";
        assert!(text.ends_with(tail), "{text}");
    }
}
