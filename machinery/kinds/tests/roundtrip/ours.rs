//! What we make of a document, in the terms in which Go's oracle answers: the printed object, its form after protobuf, the strict
//! problems, or the error.

use bytes::Bytes;
use object::{Tree, json};

use crate::documents::{Kind, is_type_meta};

/// What upstream puts before errors of the first look at a document.
const FIRST_LOOK: &str = "couldn't get version/kind; json parse error: ";

/// An answer, Go's or ours.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    /// The object could be read.
    Printed {
        /// Printed, with a final newline.
        json: Vec<u8>,
        /// Printed after protobuf and back; absent for kinds that have no protobuf.
        normal: Option<Vec<u8>>,
        /// Unknown and duplicate fields.
        problems: Vec<String>,
    },
    /// It could not.
    Refused(String),
}

/// Our answer; none when the document says that it is something else, which is not this crate's to judge.
pub(crate) fn answer(kind: &Kind, document: &Bytes) -> Option<Answer> {
    answer_after(kind, document, |_| ())
}

/// Our answer, with a change of the object between reading and printing.
pub(crate) fn answer_after(kind: &Kind, document: &Bytes, change: impl FnOnce(&mut Tree)) -> Option<Answer> {
    match json::type_meta(document) {
        Err(error) => return Some(Answer::Refused(format!("{FIRST_LOOK}{error}"))),
        Ok(found) => {
            let other = |got: &str, own: &str| !got.is_empty() && got != own;
            if other(&found.kind, kind.kind) || other(&found.api_version, &kind.api_version()) {
                return None;
            }
        }
    }
    let mut decoded = match json::decode(document.clone(), &kind.schema()) {
        Ok(decoded) => decoded,
        Err(error) => return Some(Answer::Refused(error.to_string())),
    };
    let typed = |name: &str| kind.schema().def().field(name).is_some_and(|(_, field)| is_type_meta(field));
    if typed("kind") && typed("apiVersion") {
        decoded.tree.set_str(&["kind"], kind.kind);
        decoded.tree.set_str(&["apiVersion"], &kind.api_version());
    }
    change(&mut decoded.tree);
    let print = |tree: &Tree| {
        let mut out = Vec::new();
        json::encode(tree, &mut out);
        out.push(b'\n');
        out
    };
    let json = print(&decoded.tree);
    decoded.tree.normalise();
    let problems = decoded.problems.iter().map(ToString::to_string).collect();
    Some(Answer::Printed { json, normal: Some(print(&decoded.tree)), problems })
}
