//! Where defaulting has to look: for every struct of the type table its rules, the defaults that its fields declare, and the fields
//! that lead to more. Worked out once from the tables; never at the cost of a request.

use object::Ty;
use object::schema::{FieldDef, Shape, StructDef, StructId};
use object::value::{self, Value};

use super::{Rule, Rules};
use crate::id;
use crate::table::TYPES;

/// Go's name of the map type whose amounts are rounded.
const RESOURCE_LIST: &str = "v1.ResourceList";

/// Groups that have no defaulting upstream although structs in them do elsewhere.
const UNVISITED: [StructId; 1] = [id::NODE_V1_OVERHEAD];

/// What there is to do at one struct.
#[derive(Default)]
pub(super) struct Plan {
    /// Rules of the struct, in order.
    pub(super) rules: Vec<Rule>,
    /// Fields with a declared default.
    pub(super) declared: Vec<(&'static str, Value)>,
    /// Fields below which there is something to do, in declaration order.
    pub(super) below: Vec<(&'static str, Way)>,
}

/// How a field is entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// Only what is present.
    Present,
    /// A struct by value: also when it is absent.
    Always,
    /// A resource list, whose amounts are rounded.
    Amounts,
}

/// The plans of all structs, by index.
pub(super) fn make(rules: &[Rules]) -> Vec<Plan> {
    let mut plans: Vec<Plan> = TYPES.structs.iter().map(declared).collect();
    for (id, rule) in rules.iter().copied().flatten() {
        plans[usize::from(id.0)].rules.push(*rule);
    }
    let visited = reach(&plans);
    for (at, def) in TYPES.structs.iter().enumerate() {
        if visited[at].anything {
            plans[at].below = def.fields.iter().filter_map(|field| Some((field.json.as_ref(), way(field, &visited)?))).collect();
        }
    }
    plans
}

fn declared(def: &'static StructDef) -> Plan {
    let of = |field: &'static FieldDef| Some((field.json.as_ref(), value::parse(field.default.as_bytes()).ok()?));
    Plan { declared: def.fields.iter().filter(|field| !field.default.is_empty()).filter_map(of).collect(), ..Plan::default() }
}

/// What can be found in a struct.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Reach {
    /// Something to do in it or below.
    anything: bool,
    /// Something to do even when nothing is present.
    unasked: bool,
}

/// Looks again until nothing new is found, since structs contain each other in any order.
fn reach(plans: &[Plan]) -> Vec<Reach> {
    let own = |plan: &Plan| !plan.rules.is_empty() || !plan.declared.is_empty();
    let mut found: Vec<Reach> = plans.iter().map(|plan| Reach { anything: own(plan), unasked: own(plan) }).collect();
    loop {
        let before = found.clone();
        for (at, def) in TYPES.structs.iter().enumerate() {
            if UNVISITED.iter().any(|id| usize::from(id.0) == at) {
                continue;
            }
            for way in def.fields.iter().filter_map(|field| way(field, &before)) {
                found[at].anything = true;
                found[at].unasked |= way == Way::Always;
            }
        }
        if found == before {
            return found;
        }
    }
}

fn way(field: &FieldDef, visited: &[Reach]) -> Option<Way> {
    if TYPES.ty(field.ty).go == RESOURCE_LIST {
        return Some(Way::Amounts);
    }
    let ty = Ty::of(TYPES, field.ty);
    let target = visited[usize::from(innermost(ty)?.0)];
    let by_value = matches!(ty.shape, Shape::Struct(_)) && !ty.pointer;
    match target {
        Reach { anything: false, .. } => None,
        Reach { unasked: true, .. } if by_value => Some(Way::Always),
        _ => Some(Way::Present),
    }
}

/// The struct that a value holds or has elements of.
fn innermost(ty: Ty) -> Option<StructId> {
    match ty.shape {
        Shape::Struct(id) => Some(id),
        Shape::List(_) => innermost(ty.element(TYPES)?),
        Shape::Map(_) => innermost(ty.value(TYPES)?),
        _ => None,
    }
}
