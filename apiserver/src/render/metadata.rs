//! `PartialObjectMetadata`: the metadata of an object and nothing else, cut out of the object's own JSON. Works on canonical JSON only.
//! Source: apiserver `pkg/endpoints/handlers/response.go` (asPartialObjectMetadata).

use meta::status::Status;

use crate::negotiate::MetaVersion;

/// Appends what a PartialObjectMetadata begins with; the metadata and a closing brace follow.
pub(super) fn write_head(version: MetaVersion, out: &mut Vec<u8>) {
    out.extend_from_slice(b"{\"kind\":\"PartialObjectMetadata\",\"apiVersion\":\"meta.k8s.io/");
    out.extend_from_slice(version.name().as_bytes());
    out.extend_from_slice(b"\",\"metadata\":");
}

/// Appends the metadata of an object that is given as canonical JSON.
///
/// # Errors
/// 500 for a body without metadata, which no object has.
pub(super) fn write_of(object: &[u8], out: &mut Vec<u8>) -> Result<(), Status> {
    out.extend_from_slice(metadata(object).ok_or_else(|| Status::internal_error("an object without metadata"))?);
    Ok(())
}

/// The value of the member `metadata` at the top of a compact JSON object.
fn metadata(object: &[u8]) -> Option<&[u8]> {
    let mut at = 1;
    loop {
        let key_end = value_end(object, at)?;
        let key = object.get(at..key_end)?;
        if object.get(key_end) != Some(&b':') {
            return None;
        }
        let end = value_end(object, key_end + 1)?;
        if key == b"\"metadata\"" {
            return object.get(key_end + 1..end);
        }
        if object.get(end) != Some(&b',') {
            return None;
        }
        at = end + 1;
    }
}

/// Offset behind the value that begins at `from`, in compact JSON that is known to be well formed.
fn value_end(json: &[u8], from: usize) -> Option<usize> {
    let mut depth = 0_usize;
    let mut at = from;
    loop {
        match json.get(at)? {
            b'"' => {
                at = string_end(json, at)?;
                if depth == 0 {
                    return Some(at);
                }
                continue;
            }
            b'{' | b'[' => depth += 1,
            b'}' | b']' | b',' if depth == 0 => return Some(at),
            b'}' | b']' => {
                depth -= 1;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
        at += 1;
    }
}

/// Offset behind the closing quote of the string that begins at `from`.
fn string_end(json: &[u8], from: usize) -> Option<usize> {
    let mut at = from + 1;
    loop {
        match json.get(at)? {
            b'"' => return Some(at + 1),
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metadata_is_cut_out_wherever_it_stands() {
        for (object, expect) in [
            (
                r#"{"kind":"A","metadata":{"name":"a","x":["}",{"y":"\"]"}]},"z":1}"#,
                Some(r#"{"name":"a","x":["}",{"y":"\"]"}]}"#),
            ),
            (r#"{"n":12,"b":true,"s":{"metadata":{}},"metadata":{}}"#, Some("{}")),
            (r#"{"a":1}"#, None),
            ("{}", None),
            (r#"{"metadata":{"#, None),
        ] {
            let cut = metadata(object.as_bytes());
            assert_eq!(cut.map(|bytes| std::str::from_utf8(bytes).unwrap()), expect, "{object}");
        }
    }
}
