//! Conversion between versions of the same shape: fields are copied by JSON name. Conversions with other shapes are written with the
//! mutation API where the kinds are.

use crate::schema::Schema;
use crate::tree::Tree;

/// The object read with another schema: every field that the other struct also has under the same JSON name, with values that its
/// type can hold. Texts are shared with the original where they lie in the source.
#[must_use]
pub fn by_name(tree: &Tree, schema: &Schema) -> Tree {
    Tree::converted(tree, schema)
}
