//! Storage revisions as clients see them: resourceVersion texts and continue tokens (apiserver `pkg/storage`). Used by endpoints
//! and cacher. Mints nothing: revisions come from storage.

use std::fmt;

use base64::Engine as _;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use crate::field::{FieldError, FieldErrors, Path};
use crate::number::parse_uint;
use crate::text::push_json;

/// A storage revision. Zero means "none given" or "any".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Revision(pub u64);

impl Revision {
    /// Reads a `resourceVersion` of a read request; the empty text and `0` are revision 0.
    ///
    /// # Errors
    /// Anything that is no unsigned 64-bit number, as the field error upstream puts into `invalid resource version: …` (reads)
    /// or prints bare (watches).
    pub fn parse(text: &str) -> Result<Self, FieldErrors> {
        if text.is_empty() {
            return Ok(Self(0));
        }
        match parse_uint(text) {
            Ok(revision) => Ok(Self(revision)),
            Err(error) => Err(vec![FieldError::invalid(&Path::new("resourceVersion"), text, error.to_string())]),
        }
    }

    /// Revision 0: none given.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }
}

impl fmt::Display for Revision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Where a paged list goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Continue {
    /// The revision of the first page; negative: the latest one (a list that goes on inconsistently after compaction).
    pub revision: i64,
    /// The key to go on at, below the resource's prefix and without leading slash; the last key returned and a NUL.
    pub start: String,
}

/// Why a continue token was refused; endpoints put `invalid continue token: ` before it (400).
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ContinueError {
    /// Not base64, not JSON, or a key that climbs out of its prefix.
    #[error("continue key is not valid: {0}")]
    Malformed(String),
    /// Revision 0.
    #[error("continue key is not valid: incorrect encoded start resourceVersion (version meta.k8s.io/v1)")]
    Revision,
    /// No start key.
    #[error("continue key is not valid: encoded start key empty (version meta.k8s.io/v1)")]
    EmptyKey,
    /// A token of another version.
    #[error("continue key is not valid: server does not recognize this encoded version {0}")]
    Version(String),
}

const TOKEN_VERSION: &str = "meta.k8s.io/v1";

/// Go's decoder for raw URL-safe base64 does not mind stray bits in the last character.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &alphabet::URL_SAFE,
    GeneralPurposeConfig::new()
        .with_encode_padding(false)
        .with_decode_padding_mode(DecodePaddingMode::RequireNone)
        .with_decode_allow_trailing_bits(true),
);

impl Continue {
    /// The token that goes on right after `last_key` (a key below the resource's prefix).
    #[must_use]
    pub fn after(last_key: &str, revision: i64) -> Self {
        Self { revision, start: format!("{last_key}\0") }
    }

    /// The opaque text a client gets.
    #[must_use]
    pub fn encode(&self) -> String {
        let mut json = format!("{{\"v\":\"{TOKEN_VERSION}\",\"rv\":{},\"start\":", self.revision);
        push_json(&mut json, &self.start);
        json.push('}');
        BASE64.encode(json)
    }

    /// Reads a client's token.
    ///
    /// # Errors
    /// A token that is not one of ours, in upstream's words.
    pub fn decode(token: &str) -> Result<Self, ContinueError> {
        // Go skips line ends inside base64.
        let token: String = token.chars().filter(|c| !matches!(c, '\r' | '\n')).collect();
        let bytes = BASE64.decode(&token).map_err(|_| ContinueError::Malformed(base64_complaint(&token)))?;
        let parsed = token::read(&bytes).map_err(ContinueError::Malformed)?;
        if parsed.version != TOKEN_VERSION {
            return Err(ContinueError::Version(parsed.version));
        }
        if parsed.revision == 0 {
            return Err(ContinueError::Revision);
        }
        if parsed.start.is_empty() {
            return Err(ContinueError::EmptyKey);
        }
        // A start key must not climb out of the prefix that it is appended to.
        let key = parsed.start.strip_prefix('/').unwrap_or(&parsed.start);
        if !key.is_empty() && key.split('/').any(|part| matches!(part, "" | "." | "..")) {
            return Err(ContinueError::Malformed(parsed.start));
        }
        Ok(Self { revision: parsed.revision, start: key.to_owned() })
    }
}

/// Go counts the offending byte; without padding a lone last character is found at the end of its group.
fn base64_complaint(token: &str) -> String {
    let bad = |b: u8| !(b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
    let at = token.bytes().position(bad).unwrap_or(token.len().saturating_sub(1));
    format!("illegal base64 data at input byte {at}")
}

mod token;

#[cfg(test)]
mod tests;
