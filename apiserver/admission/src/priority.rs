//! Priority: a new pod gets the number and the preemption policy of the class that it names, or of the default class; on updates both
//! stay. Of priority classes themselves one may be the default. Source: upstream `plugin/pkg/admission/priority/admission.go`.

use kinds::strategy::Operation;
use meta::GroupResource;
use meta::status::{Reason, Status};
use object::Tree;

use crate::{Attributes, Done, Lookup};

const GROUP: &str = "scheduling.k8s.io";
const CLASS: &[&str] = &["spec", "priorityClassName"];
const PRIORITY: &[&str] = &["spec", "priority"];
const POLICY: &[&str] = &["spec", "preemptionPolicy"];

fn classes() -> GroupResource {
    GroupResource::of(GROUP, "priorityclasses")
}

pub(crate) fn applies(a: &Attributes<'_>) -> bool {
    a.operation != Operation::Delete && (a.is("", "pods") || is_class(a) || (a.operation == Operation::Create && is_group(a)))
}

fn is_class(a: &Attributes<'_>) -> bool {
    a.is(GROUP, "priorityclasses")
}

/// Groups of pods have priorities too, where they are on.
fn is_group(a: &Attributes<'_>) -> bool {
    (a.is(GROUP, "podgroups") && (a.gates)("GenericWorkload"))
        || (a.is(GROUP, "compositepodgroups") && (a.gates)("CompositePodGroup"))
}

/// What a class says.
struct Class {
    name: String,
    value: i64,
    policy: Option<String>,
}

impl Class {
    fn of(class: &Tree) -> Self {
        let text = |path: &[&str]| class.str(path).map(str::to_owned);
        Self {
            name: text(&["metadata", "name"]).unwrap_or_default(),
            value: class.i64(&["value"]).unwrap_or_default(),
            policy: text(&["preemptionPolicy"]),
        }
    }

    /// What pods get where no class is the default.
    fn none() -> Self {
        Self { name: String::new(), value: 0, policy: Some("PreemptLowerPriority".to_owned()) }
    }
}

pub(crate) fn mutate<'a>(object: &'a mut Tree, a: &'a Attributes<'a>, lookup: &'a dyn Lookup) -> Done<'a> {
    Box::pin(async move {
        if is_class(a) {
            return Ok(());
        }
        if a.operation == Operation::Update {
            for field in [PRIORITY, POLICY] {
                if let (None, Some(old)) = (object.at(field), a.old.and_then(|old| old.at(field))) {
                    object.graft(field, old);
                }
            }
            return Ok(());
        }
        let class = resolve(object, a, lookup).await?;
        let what = Words::of(a);
        if let Some(given) = object.i64(PRIORITY).filter(|given| *given != class.value) {
            return Err(a.forbidden(Some(object), &what.priority(given, class.value)));
        }
        if !class.name.is_empty() {
            object.set_str(CLASS, &class.name);
        }
        object.set_i64(PRIORITY, class.value);
        let Some(policy) = class.policy.filter(|_| what == Words::Pod || (a.gates)("PodGroupPreemptionPolicy")) else {
            return Ok(());
        };
        if let Some(given) = object.str(POLICY).filter(|given| *given != policy) {
            return Err(a.forbidden(Some(object), &what.policy(given, &policy)));
        }
        object.set_str(POLICY, &policy);
        Ok(())
    })
}

async fn resolve(object: &Tree, a: &Attributes<'_>, lookup: &dyn Lookup) -> Result<Class, Status> {
    let name = object.str(CLASS).unwrap_or_default();
    if name.is_empty() {
        return Ok(default(lookup).await?.unwrap_or_else(Class::none));
    }
    match lookup.get(&classes(), "", name).await {
        Ok(class) => Ok(Class::of(&class)),
        Err(status) if status.reason == Reason::NotFound => {
            Err(a.forbidden(Some(object), &format!("no PriorityClass with name {name} was found")))
        }
        Err(status) => Err(status),
    }
}

/// The default class: of several, which two writers at once can make, the lowest.
async fn default(lookup: &dyn Lookup) -> Result<Option<Class>, Status> {
    let classes = lookup.list(&classes(), "").await?;
    let defaults = classes.iter().filter(|class| class.bool(&["globalDefault"]) == Some(true)).map(Class::of);
    Ok(defaults.min_by_key(|class| class.value))
}

pub(crate) fn validate<'a>(object: &'a Tree, a: &'a Attributes<'a>, lookup: &'a dyn Lookup) -> Done<'a> {
    Box::pin(async move {
        if !is_class(a) || object.bool(&["globalDefault"]) != Some(true) {
            return Ok(());
        }
        let Some(have) = default(lookup).await? else { return Ok(()) };
        if a.operation == Operation::Update && object.str(&["metadata", "name"]) == Some(have.name.as_str()) {
            return Ok(());
        }
        let why = format!("PriorityClass {} is already marked as default. Only one default can exist", have.name);
        Err(a.forbidden(Some(object), &why))
    })
}

/// How refusals speak of what is refused.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Words {
    Pod,
    Group(&'static str),
}

impl Words {
    fn of(a: &Attributes<'_>) -> Self {
        match a.resource.resource.as_ref() {
            "podgroups" => Self::Group("pod group"),
            "compositepodgroups" => Self::Group("composite pod group"),
            _ => Self::Pod,
        }
    }

    fn priority(self, given: i64, computed: i64) -> String {
        match self {
            Self::Pod => format!(
                "the integer value of priority ({given}) must not be provided in pod spec; priority admission controller computed {computed} from the given PriorityClass name"
            ),
            Self::Group(name) => format!(
                "priority set in the {name} ({given}) must match the priority computed ({computed}) based on the priority class set in the spec"
            ),
        }
    }

    fn policy(self, given: &str, computed: &str) -> String {
        let name = match self {
            Self::Pod => "pod",
            Self::Group(name) => name,
        };
        format!(
            "the string value of PreemptionPolicy ({given}) must not be provided in {name} spec; priority admission controller computed {computed} from the given PriorityClass name"
        )
    }
}
