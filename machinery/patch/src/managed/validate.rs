//! Whether an object can be described by field paths at all (structured-merge-diff `typed/validate.go`): every element of a keyed list
//! has a key, sets hold scalars. A decoded tree cannot be wrong in any other way. Called before objects are compared.

use object::schema::TypeTable;
use object::{Kind, NodeRef, Tree};

use super::Error;
use super::element::{Element, Keys};
use super::relation::{KeyPlaces, Relation, set_element};
use super::value::Val;

/// Checks an object; inside values that are owned as a whole as well.
///
/// # Errors
/// Upstream's text for the first element without a path, or, unless allowed, the first repeated one.
pub fn validate(tree: &Tree, duplicates: bool) -> Result<(), Error> {
    let mut check = Check { types: tree.types(), keys: Keys::new(), duplicates };
    check.fields(tree.root())
}

struct Check<'t> {
    types: &'t TypeTable,
    /// Only of the list at hand.
    keys: Keys<'t>,
    duplicates: bool,
}

impl<'t> Check<'t> {
    fn fields(&mut self, node: NodeRef<'t>) -> Result<(), Error> {
        let mut open = vec![node];
        while let Some(node) = open.pop() {
            match node.kind() {
                Kind::Struct => {
                    for (field, child) in node.fields() {
                        if child.kind() == Kind::List {
                            self.elements(child, Relation::field(self.types, field))?;
                        }
                        if matches!(child.kind(), Kind::Struct | Kind::List | Kind::Map) {
                            open.push(child);
                        }
                    }
                }
                Kind::List => {
                    open.extend(node.items().filter(|item| matches!(item.kind(), Kind::Struct | Kind::List | Kind::Map)))
                }
                Kind::Map => open.extend(
                    node.entries()
                        .map(|entry| entry.1)
                        .filter(|value| matches!(value.kind(), Kind::Struct | Kind::List | Kind::Map)),
                ),
                _ => {}
            }
        }
        Ok(())
    }

    fn elements(&mut self, list: NodeRef<'t>, relation: Relation<'t>) -> Result<(), Error> {
        let places = match relation {
            Relation::Keyed(names, ty) => Some(KeyPlaces::of(names, ty.def(self.types))),
            Relation::Set => None,
            _ => return Ok(()),
        };
        if self.duplicates
            && places.as_ref().is_some_and(KeyPlaces::always)
            && list.items().all(|item| item.kind() == Kind::Struct)
        {
            return Ok(());
        }
        let mut seen = Vec::new();
        for (at, item) in list.items().enumerate() {
            let element = match &places {
                Some(places) => places.element(Val::Node(item), &mut self.keys),
                None => set_element(Val::Node(item)),
            };
            match element {
                Ok(_) if self.duplicates => {}
                Ok(element) => seen.push(element),
                Err(Error::Invalid(text)) => return Err(Error::Invalid(format!("element {at}: {text}"))),
                Err(error) => return Err(error),
            }
        }
        seen.sort_by(|a, b| self.keys.compare(*a, *b));
        match seen.windows(2).find(|pair| self.keys.compare(pair[0], pair[1]).is_eq()) {
            Some(pair) => Err(Error::Invalid(format!("duplicate entries for key {}", shown(pair[0], &self.keys)))),
            None => Ok(()),
        }
    }
}

/// An element as upstream prints it.
fn shown(element: Element<'_>, keys: &Keys<'_>) -> String {
    use super::element::{KeyField, Scalar};
    let scalar = |value: Scalar<'_>| match value {
        Scalar::Text(text) => meta::text::quote(text),
        Scalar::Int(value) => value.to_string(),
        Scalar::Bool(value) => value.to_string(),
        Scalar::Float(value) => meta::text::float(value),
        Scalar::Null | Scalar::Json(_) => "null".to_owned(),
    };
    match element {
        Element::Field(name) => format!(".{name}"),
        Element::Index(at) => format!("[{at}]"),
        Element::Value(value) => format!("[={}]", scalar(value)),
        Element::Key(span) => {
            let fields: Vec<String> =
                keys.get(span).iter().map(|KeyField { name, value }| format!("{name}={}", scalar(*value))).collect();
            format!("[{}]", fields.join(","))
        }
    }
}
