//! A JSON document in the format that was negotiated: compact, indented, YAML, or protobuf in its envelope. It converts; it decides
//! nothing.

use kinds::table;
use meta::gvk::Gvk;
use meta::status::Status;
use object::schema::Schema;
use object::{json, proto};

use crate::negotiate::{Format, Output};

/// What a document is, for formats that need to know.
#[derive(Clone)]
pub(crate) struct Kind {
    /// `apiVersion`.
    pub api_version: String,
    /// `kind`.
    pub kind: String,
    /// What it is read with.
    pub schema: Schema,
}

impl Kind {
    /// A kind under its own name.
    pub(crate) fn of(gvk: &Gvk, schema: &Schema) -> Self {
        Self { api_version: gvk.group_version().to_string(), kind: gvk.kind.to_string(), schema: schema.clone() }
    }

    /// What a document says that it is.
    fn named_in(json: &[u8]) -> Result<Self, Status> {
        let named = json::type_meta(json).map_err(Status::internal_error)?;
        let api_version = named.api_version;
        // Discovery of the core group says no version, neither in its JSON nor in its envelope.
        let known = if api_version.is_empty() { "v1" } else { &api_version };
        let gvk = Gvk::from_api_version(known, named.kind.clone()).map_err(Status::internal_error)?;
        let schema = table::schema_of(&gvk.group, &gvk.version, &gvk.kind);
        let schema =
            schema.ok_or_else(|| Status::internal_error(format!("{api_version} {} has no protobuf form", named.kind)))?;
        Ok(Self { api_version, kind: named.kind, schema })
    }

    /// Appends a document of this kind as protobuf, in its envelope.
    ///
    /// # Errors
    /// 500 for JSON that is no document of the kind.
    pub(crate) fn write_enveloped(&self, json: &[u8], out: &mut Vec<u8>) -> Result<(), Status> {
        let mut message = Vec::with_capacity(json.len());
        proto::transcode(json, &self.schema, &mut message).map_err(Status::internal_error)?;
        proto::wrap(&self.api_version, &self.kind, &message, out);
        Ok(())
    }
}

/// Turns a compact JSON document without a final newline into the body of an answer. Without a kind, protobuf takes the document's own
/// word for what it is.
///
/// # Errors
/// 500 for a document that has no form in the format.
pub(crate) fn encode(output: Output, mut json: Vec<u8>, kind: Option<&Kind>) -> Result<Vec<u8>, Status> {
    match (output.format, output.pretty) {
        // Our own output is never nested deeper than what was read.
        (Format::Yaml, _) => Ok(object::yaml::from_json(&json).unwrap_or(json)),
        (Format::Protobuf, _) => {
            let named = kind.is_none().then(|| Kind::named_in(&json)).transpose()?;
            let mut out = Vec::with_capacity(json.len() + 64);
            if let Some(kind) = kind.or(named.as_ref()) {
                kind.write_enveloped(&json, &mut out)?;
            }
            Ok(out)
        }
        (Format::Json, true) => Ok(indented(&json)),
        (Format::Json, false) => {
            json.push(b'\n');
            Ok(json)
        }
    }
}

/// Indented by two blanks; our own output is always well formed, anything else stays as it is.
fn indented(json: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(json.len() * 2);
    if json::syntax::indent(json, &mut out).is_err() {
        out.clear();
        out.extend_from_slice(json);
    }
    out
}
