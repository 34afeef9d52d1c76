//! LimitRange: one without a name is named after its uid; PUT creates it. What it sets must not contradict itself. Source: upstream
//! `pkg/registry/core/limitrange/strategy.go`, `pkg/apis/core/validation/validation.go`.

use super::resource_names;
use crate::prepare;
use crate::strategy::{Behaviour, Ctx, Strategy};
use crate::validate::{complain, pairs, quantity, str};
use meta::field::{FieldError, FieldErrors, Path, Value};
use meta::name;
use meta::quantity::Quantity;
use object::{NodeRef, Tree};
use std::collections::BTreeSet;

/// `limitranges`.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "",
    plural: "limitranges",
    main: Strategy { prepare: name_it, validate, allow_create_on_update: true, ..Strategy::PLAIN },
    ..Behaviour::PLAIN
};

const RATIO: &str = "maxLimitRequestRatio";
/// Lists of amounts, in the order in which upstream looks at them.
const LISTS: [&str; 5] = ["max", "min", "default", "defaultRequest", RATIO];
/// Above this, upstream compares whole units instead of thousandths (`MaxMilliValue`).
const MOST_FOR_MILLI: i64 = i64::MAX / 1000;

fn name_it(tree: &mut Tree, ctx: &mut Ctx<'_>) {
    if !prepare::creating(ctx) || !prepare::text(tree, &["metadata", "name"]).is_empty() {
        return;
    }
    let name = prepare::text(tree, &["metadata", "uid"]).to_owned();
    tree.set_str(&["metadata", "name"], &name);
}

fn validate(tree: &Tree, _ctx: &mut Ctx<'_>) -> FieldErrors {
    let list = Path::new("spec").child("limits");
    let mut errors = FieldErrors::new();
    let mut kinds = BTreeSet::new();
    for (i, limit) in tree.items(&["spec", "limits"]).enumerate() {
        let (kind, path) = (str(limit, &["type"]), list.index(i));
        errors.extend(validate_kind(kind, &path.child("type")));
        if !kinds.insert(kind) {
            errors.push(FieldError::duplicate(&path.child("type"), Value::named(kind)));
        }
        validate_names(limit, kind, &path, &mut errors);
        // Defaults of pods are refused as a whole.
        let lists = LISTS.iter().filter(|list| kind != "Pod" || !list.starts_with("default"));
        let names: BTreeSet<&str> = lists.flat_map(|list| pairs(limit.field(list)).map(|(name, _)| name)).collect();
        for name in names {
            Amounts::of(limit, kind, name).compare(name, &path, &mut errors);
        }
    }
    errors
}

fn validate_kind(kind: &str, path: &Path) -> FieldErrors {
    let errors = complain(path, Value::named(kind), name::qualified_name(kind));
    if errors.is_empty() && !kind.contains('/') && !matches!(kind, "Pod" | "Container" | "PersistentVolumeClaim") {
        return vec![FieldError::invalid(path, Value::named(kind), "must be a standard limit type or fully qualified")];
    }
    errors
}

fn validate_names(limit: NodeRef<'_>, kind: &str, path: &Path, errors: &mut FieldErrors) {
    let rule = if matches!(kind, "Pod" | "Container") { resource_names::for_containers } else { resource_names::any };
    for list in LISTS {
        let here = path.child(list);
        if kind == "Pod" && list.starts_with("default") {
            if pairs(limit.field(list)).next().is_some() {
                errors.push(FieldError::forbidden(&here, "may not be specified when `type` is 'Pod'"));
            }
            continue;
        }
        if list == RATIO
            && kind == "PersistentVolumeClaim"
            && ["min", "max"].iter().all(|list| limit.at(&[list, "storage"]).is_none())
        {
            let complaint = "either minimum or maximum storage value is required, but neither was provided";
            errors.push(FieldError::required(&path.child("limits"), complaint));
        }
        for (name, _) in pairs(limit.field(list)) {
            errors.extend(rule(name, &here.key(name)));
        }
    }
}

/// What a limit sets for one resource.
struct Amounts {
    max: Option<Quantity>,
    min: Option<Quantity>,
    default: Option<Quantity>,
    request: Option<Quantity>,
    ratio: Option<Quantity>,
}

impl Amounts {
    fn of(limit: NodeRef<'_>, kind: &str, name: &str) -> Self {
        let get = |list: &str| limit.str(&[list, name]).map(quantity);
        let default = |list: &str| if kind == "Pod" { None } else { get(list) };
        Self {
            max: get("max"),
            min: get("min"),
            default: default("default"),
            request: default("defaultRequest"),
            ratio: get(RATIO),
        }
    }

    /// Compares all that is set.
    fn compare(&self, name: &str, path: &Path, errors: &mut FieldErrors) {
        let Self { max, min, default, request, ratio } = self;
        let mut wrong = |field: &'static str, value: &Quantity, complaint: String| {
            errors.push(FieldError::invalid(&path.child(field).key(name), value.to_string(), complaint));
        };
        if let (Some(min), Some(max)) = (min, max)
            && min > max
        {
            wrong("min", min, format!("min value {min} is greater than max value {max}"));
        }
        if let (Some(request), Some(min)) = (request, min)
            && min > request
        {
            wrong("defaultRequest", request, format!("min value {min} is greater than default request value {request}"));
        }
        if let (Some(request), Some(max)) = (request, max)
            && request > max
        {
            wrong("defaultRequest", request, format!("default request value {request} is greater than max value {max}"));
        }
        if let (Some(request), Some(default)) = (request, default)
            && request > default
        {
            let complaint = format!("default request value {request} is greater than default limit value {default}");
            wrong("defaultRequest", request, complaint);
        }
        // Of these two upstream shows the bound.
        if let (Some(default), Some(min)) = (default, min)
            && min > default
        {
            wrong("default", min, format!("min value {min} is greater than default value {default}"));
        }
        if let (Some(default), Some(max)) = (default, max)
            && default > max
        {
            wrong("default", max, format!("default value {default} is greater than max value {max}"));
        }
        if let Some(ratio) = ratio {
            for complaint in bad_ratio(ratio, min.as_ref(), max.as_ref()) {
                wrong(RATIO, ratio, complaint);
            }
        }
        if let (Some(request), Some(default)) = (request, default)
            && default != request
            && !resource_names::may_be_overcommitted(name)
        {
            let complaint = format!("default value {default} must equal to defaultRequest value {request} in {name}");
            wrong("defaultRequest", request, complaint);
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "upstream compares floating-point numbers")]
fn bad_ratio(ratio: &Quantity, min: Option<&Quantity>, max: Option<&Quantity>) -> Vec<String> {
    let mut complaints = Vec::new();
    if *ratio < quantity("1") {
        complaints.push(format!("ratio {ratio} is less than 1"));
    }
    let (Some(min), Some(max)) = (min, max) else { return complaints };
    let fine = [ratio, min, max].iter().all(|quantity| quantity.value() < MOST_FOR_MILLI);
    let (wanted, least, most) = if fine {
        (ratio.milli_value() as f64 / 1000.0, min.milli_value() as f64, max.milli_value() as f64)
    } else {
        (ratio.value() as f64, min.value() as f64, max.value() as f64)
    };
    let limit = most / least;
    if wanted > limit {
        complaints.push(format!("ratio {ratio} is greater than max/min = {limit:.6}"));
    }
    complaints
}
