//! Defaulting: fills what a client left open, in the version of its request. As upstream's generated code does, every struct of an
//! object is visited from the top down, and at each one the rule of its type runs ([`RULES`], one table per group), then the defaults
//! that its fields declare. Called as [`Strategy::default`](crate::strategy::Strategy) on everything that a client sends, before
//! conversion; it never fails and reads nothing but the object, the gates and the time of the request. Source: upstream
//! `pkg/apis/*/*/defaults.go` and `zz_generated.defaults.go` of the same folders.

mod plan;

use meta::quantity::Quantity;
use object::schema::{Schema, Shape, StructId, Types};
use object::value::Value;
use object::{Kind, NodeMut, NodeRef, Tree};
use std::sync::LazyLock;

use crate::prepare::is_zero;
use crate::strategy::Ctx;
use crate::table::TYPES;
use plan::{Plan, Way};

/// Fills absent fields of one struct, in place. What is below comes later.
pub(crate) type Rule = fn(&mut NodeMut<'_>, &Ctx<'_>);
/// Rules by struct.
pub(crate) type Rules = &'static [(StructId, Rule)];

/// Every rule of every version that can be served.
const RULES: [Rules; 16] = [
    crate::admissionregistration::defaults::RULES,
    crate::apiextensions::defaults::RULES,
    crate::apiregistration::defaults::RULES,
    crate::apps::defaults::RULES,
    crate::authentication::RULES,
    crate::autoscaling::defaults::RULES,
    crate::batch::defaults::RULES,
    crate::core::defaults::RULES,
    crate::core::pod::defaults::RULES,
    crate::discovery::defaults::RULES,
    crate::dra::defaults::RULES,
    crate::flowcontrol::defaults::RULES,
    crate::networking::defaults::RULES,
    crate::rbac::defaults::RULES,
    crate::scheduling::defaults::RULES,
    crate::storage::defaults::RULES,
];

static PLANS: LazyLock<Vec<Plan>> = LazyLock::new(|| plan::make(&RULES));

/// Smallest amounts that resource lists hold: thousandths.
const MILLI: i32 = -3;

/// Fills an object of a built-in kind, in any version; others are left alone.
pub fn fill(tree: &mut Tree, ctx: &mut Ctx<'_>) {
    let built_in = |schema: &Schema| matches!(&schema.types, Types::Static(table) if std::ptr::eq(*table, TYPES));
    if built_in(tree.schema()) {
        visit(&mut tree.edit(), ctx);
    }
}

fn visit(node: &mut NodeMut<'_>, ctx: &Ctx<'_>) {
    let ty = node.get().ty();
    match ty.shape {
        // A nil pointer in a list is not followed; a nil struct is Go's empty one.
        Shape::Struct(_) if ty.pointer && node.get().kind() == Kind::Null => {}
        Shape::Struct(id) => visit_struct(node, &PLANS[usize::from(id.0)], ctx),
        Shape::List(_) | Shape::Map(_) => node.each(&[], |mut item| visit(&mut item, ctx)),
        _ => {}
    }
}

fn visit_struct(node: &mut NodeMut<'_>, plan: &Plan, ctx: &Ctx<'_>) {
    for rule in &plan.rules {
        rule(node, ctx);
    }
    for (field, value) in &plan.declared {
        if unset(node, &[field]) {
            put(node, &mut vec![field], value);
        }
    }
    for (field, way) in &plan.below {
        let Some(mut child) = node.reborrow().at(&[field]) else {
            if *way == Way::Always {
                visit_absent(node, field, ctx);
            }
            continue;
        };
        if *way == Way::Amounts {
            child.each(&[], round_up);
        } else {
            visit(&mut child, ctx);
        }
    }
}

/// A struct that Go has by value is there even when the client sent none; it stays absent when nothing is filled in.
fn visit_absent(node: &mut NodeMut<'_>, field: &str, ctx: &Ctx<'_>) {
    if let Some(mut child) = node.reborrow().make(&[field]) {
        visit(&mut child, ctx);
        if child.get().is_empty() {
            node.remove(&[field]);
        }
    }
}

/// Sets a declared value.
fn put<'v>(node: &mut NodeMut<'_>, path: &mut Vec<&'v str>, value: &'v Value) {
    match value {
        Value::String(text) => node.set_str(path, text),
        Value::Bool(flag) => node.set_bool(path, *flag),
        Value::Number(_) => node.set_i64(path, value.as_i64().unwrap_or_default()),
        Value::Object(object) => {
            node.ensure(path);
            for (key, member) in object.iter() {
                path.push(key);
                put(node, path, member);
                path.pop();
            }
        }
        Value::Null | Value::Array(_) => {}
    }
}

fn round_up(mut amount: NodeMut<'_>) {
    let parsed = amount.get().as_str().and_then(|text| Quantity::parse(text).ok());
    if let Some(mut quantity) = parsed
        && !quantity.round_up(MILLI)
    {
        amount.set_str(&[], &quantity.to_string());
    }
}

/// Whether Go would find a nil pointer or its zero value here; an empty list or map counts too. A pointer to a zero value is set.
pub(crate) fn unset(node: &NodeMut<'_>, path: &[&str]) -> bool {
    node.get().at(path).is_none_or(|value| !value.ty().pointer && is_zero(value))
}

/// Sets a text where there is none.
pub(crate) fn text(node: &mut NodeMut<'_>, path: &[&str], value: &str) {
    if unset(node, path) {
        node.set_str(path, value);
    }
}

/// Sets a number where there is none.
pub(crate) fn number(node: &mut NodeMut<'_>, path: &[&str], value: i64) {
    if unset(node, path) {
        node.set_i64(path, value);
    }
}

/// Sets a flag where there is none.
pub(crate) fn flag(node: &mut NodeMut<'_>, path: &[&str], value: bool) {
    if unset(node, path) {
        node.set_bool(path, value);
    }
}

/// Whether a text is exactly this.
pub(crate) fn is(node: &NodeMut<'_>, path: &[&str], value: &str) -> bool {
    node.get().str(path) == Some(value)
}

/// Copies the entries of a map of texts or quantities that the other one lacks.
pub(crate) fn add_missing(node: &mut NodeMut<'_>, from: &[&str], to: &[&str]) {
    let entry = |(key, value): (&str, NodeRef<'_>)| (key.to_owned(), value.as_str().unwrap_or_default().to_owned());
    let entries: Vec<_> = node.get().at(from).into_iter().flat_map(NodeRef::entries).map(entry).collect();
    for (key, value) in entries {
        let path = [to, &[&key]].concat();
        if node.get().at(&path).is_none() {
            node.set_str(&path, &value);
        }
    }
}

#[cfg(test)]
pub(crate) mod recorded;
#[cfg(test)]
mod tests;
