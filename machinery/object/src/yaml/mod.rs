//! YAML in and out as sigs.k8s.io/yaml does it (go-yaml v2, YAML 1.1 scalars): request bodies become JSON and go through the JSON
//! decoder; answers are made from canonical JSON with sorted keys. It never knows a schema.

mod directives;
mod emit;
mod load;
mod resolve;

use crate::json;
use crate::schema::Schema;
use crate::tree::Tree;

pub use emit::{EmitError, from_json};
pub use load::{Converted, YamlError, to_json};

/// The object as YAML, with a final line break.
///
/// # Errors
/// When the object is nested deeper than schema-less values may be.
pub fn encode(tree: &Tree) -> Result<Vec<u8>, EmitError> {
    let mut canonical = Vec::new();
    json::encode(tree, &mut canonical);
    from_json(&canonical)
}

/// Why a YAML body could not be read as an object.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// Not YAML that JSON can say.
    #[error(transparent)]
    Yaml(#[from] YamlError),
    /// Not this object.
    #[error(transparent)]
    Json(#[from] json::DecodeError),
}

/// Reads a YAML body as the schema's root struct: the object, with problems in key order, and the repeated keys of the YAML itself,
/// which upstream reports first ([`Converted::duplicates`]).
///
/// # Errors
/// Those of the conversion and of the JSON decoder.
pub fn decode(yaml: &[u8], schema: &Schema) -> Result<(json::Decoded, Vec<String>), DecodeError> {
    let Converted { json, duplicates } = to_json(yaml)?;
    Ok((json::decode(json.into(), schema)?, duplicates))
}

#[cfg(test)]
mod tests;
