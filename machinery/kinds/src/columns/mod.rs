//! What `kubectl get` shows of each kind: column definitions and the cells of one object's row, as upstream's server-side printing
//! makes them. Called by the API server when a client asks for a Table. Pure: the time comes in through [`PrintCtx`]. Every printer
//! takes the tree in the hub version of its resource. Sources: upstream `pkg/printers/internalversion/printers.go`,
//! `apiserver/pkg/registry/rest/table.go`. No sentence of an API description stands here: columns name the field that has it.

mod admission;
mod age;
mod apps;
mod autoscaling;
mod batch;
mod cell;
mod certificates;
mod coordination;
mod core;
mod discovery;
mod dra;
mod event;
mod extension;
mod flowcontrol;
mod generic;
mod lifecycle;
mod networking;
mod node;
mod pod;
mod policy;
mod rbac;
mod scheduling;
mod service;
mod storage;
mod storageversion;
mod volume;

use std::cell::{Cell as Slot, RefCell};

use object::Tree;
use object::json::escape::write_string;

pub use age::human_duration;

/// Where the sentence that explains a column comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Description {
    /// The OpenAPI description of a field.
    Field {
        /// OpenAPI name of the definition, as `io.k8s.api.core.v1.PodSpec`.
        definition: &'static str,
        /// JSON name of the field; empty for the definition itself.
        field: &'static str,
    },
    /// A phrase of the printer's own; may be empty.
    Text(&'static str),
}

/// `metav1.TableColumnDefinition`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Heading.
    pub name: &'static str,
    /// OpenAPI type of the cells; upstream's cells do not always keep to it.
    pub ty: &'static str,
    /// OpenAPI format; `name` marks the column that identifies the object.
    pub format: &'static str,
    /// 0 in the narrow view, 1 in `-o wide` only.
    pub priority: i32,
    /// What the column means.
    pub description: Description,
}

/// One cell of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// A text.
    Text(String),
    /// A whole number.
    Int(i64),
    /// A boolean.
    Bool(bool),
}

impl Cell {
    /// Appends the cell as Go's JSON.
    pub fn write_json(&self, out: &mut Vec<u8>) {
        match self {
            Self::Text(text) => write_string(text.as_bytes(), out),
            Self::Int(number) => out.extend_from_slice(number.to_string().as_bytes()),
            Self::Bool(value) => out.extend_from_slice(if *value { b"true" } else { b"false" }),
        }
    }
}

/// `metav1.TableRowCondition`: what a client may filter rows by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowCondition {
    /// Its type; `Completed` is the only one.
    pub ty: &'static str,
    /// `True`, `False` or `Unknown`.
    pub status: &'static str,
    /// One word.
    pub reason: &'static str,
    /// For people.
    pub message: &'static str,
}

/// What one object shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// One per column, wide ones included. A few upstream printers give one more than they define columns.
    pub cells: Vec<Cell>,
    /// Conditions of the row.
    pub conditions: Vec<RowCondition>,
}

impl From<Vec<Cell>> for Row {
    fn from(cells: Vec<Cell>) -> Self {
        Self { cells, conditions: Vec::new() }
    }
}

/// What a printer may know besides the object.
#[derive(Debug)]
pub struct PrintCtx {
    /// Wall-clock time in nanoseconds since the epoch.
    now: i128,
    /// Where ages are noted instead of printed.
    ages: Option<Ages>,
}

/// Points in time of which a row says how long ago they were.
#[derive(Debug, Default)]
struct Ages {
    times: RefCell<Vec<i128>>,
    /// The row says something else of the present moment.
    bound: Slot<bool>,
}

/// Stands before and behind an age's number in a row that is printed for any moment. From a private plane: an object that has such a
/// character cannot be printed so.
pub const AGE_MARK: char = '\u{F0000}';

impl PrintCtx {
    /// Rows of a moment: wall-clock nanoseconds since the epoch.
    #[must_use]
    pub fn at(now: i128) -> Self {
        Self { now, ages: None }
    }

    /// A row for any moment: each age is a number between two [`AGE_MARK`]s, and [`PrintCtx::times`] tells since when it counts.
    #[must_use]
    pub fn at_any_time() -> Self {
        Self { now: 0, ages: Some(Ages::default()) }
    }

    /// The points in time by the numbers of their ages; none for a row that is of its moment in another way, too.
    #[must_use]
    pub fn times(self) -> Option<Vec<i128>> {
        self.ages.filter(|ages| !ages.bound.get()).map(|ages| ages.times.into_inner())
    }

    /// The moment.
    fn now(&self) -> i128 {
        if let Some(ages) = &self.ages {
            ages.bound.set(true);
        }
        self.now
    }

    /// How long ago a point in time was.
    fn ago(&self, time: i128) -> String {
        let Some(ages) = &self.ages else { return human_duration(self.now - time) };
        let mut times = ages.times.borrow_mut();
        times.push(time);
        format!("{AGE_MARK}{}{AGE_MARK}", times.len() - 1)
    }
}

/// Rows of all objects of a list, each with the position of its object in it.
pub type ListRows = fn(&[Tree], &PrintCtx) -> Vec<(usize, Row)>;

/// How objects of one kind are shown.
pub struct Printer {
    /// The columns, in order.
    pub columns: &'static [Column],
    /// The row of an object that is shown alone: got, written or watched.
    pub row: fn(&Tree, &PrintCtx) -> Row,
    /// The rows of a list, where they are not those of its objects in their order.
    pub list: Option<ListRows>,
}

impl Printer {
    const fn new(columns: &'static [Column], row: fn(&Tree, &PrintCtx) -> Row) -> Self {
        Self { columns, row, list: None }
    }

    /// The rows of a list (or a page of one), each with the position of its object.
    #[must_use]
    pub fn rows(&self, objects: &[Tree], ctx: &PrintCtx) -> Vec<(usize, Row)> {
        match self.list {
            Some(list) => list(objects, ctx),
            None => objects.iter().map(|object| (self.row)(object, ctx)).enumerate().collect(),
        }
    }
}

/// The printer of a resource; name and creation time where the kind has none of its own.
#[must_use]
pub fn of(group: &str, plural: &str) -> &'static Printer {
    PRINTERS.iter().find(|(g, p, _)| (*g, *p) == (group, plural)).map_or(&generic::PRINTER, |(.., printer)| printer)
}

/// The printer of the `scale` subresource, for trees of `autoscaling/v1` Scale.
#[must_use]
pub fn scale() -> &'static Printer {
    &autoscaling::SCALE
}

/// Printers by group and plural.
static PRINTERS: &[(&str, &str, &Printer)] = &[
    ("", "componentstatuses", &core::COMPONENT_STATUS),
    ("", "configmaps", &core::CONFIG_MAP),
    ("", "endpoints", &core::ENDPOINTS),
    ("", "events", &event::PRINTER),
    ("", "namespaces", &core::NAMESPACE),
    ("", "nodes", &node::PRINTER),
    ("", "persistentvolumeclaims", &volume::CLAIM),
    ("", "persistentvolumes", &volume::VOLUME),
    ("", "pods", &pod::PRINTER),
    ("", "podtemplates", &apps::POD_TEMPLATE),
    ("", "replicationcontrollers", &apps::REPLICATION_CONTROLLER),
    ("", "resourcequotas", &core::RESOURCE_QUOTA),
    ("", "secrets", &core::SECRET),
    ("", "serviceaccounts", &core::NAME_AND_AGE),
    ("", "services", &service::PRINTER),
    ("admissionregistration.k8s.io", "mutatingadmissionpolicies", &admission::MUTATING_POLICY),
    ("admissionregistration.k8s.io", "mutatingadmissionpolicybindings", &admission::BINDING),
    ("admissionregistration.k8s.io", "mutatingwebhookconfigurations", &admission::WEBHOOKS),
    ("admissionregistration.k8s.io", "validatingadmissionpolicies", &admission::VALIDATING_POLICY),
    ("admissionregistration.k8s.io", "validatingadmissionpolicybindings", &admission::BINDING),
    ("admissionregistration.k8s.io", "validatingwebhookconfigurations", &admission::WEBHOOKS),
    ("apiextensions.k8s.io", "customresourcedefinitions", &extension::DEFINITION),
    ("apiregistration.k8s.io", "apiservices", &extension::SERVICE),
    ("apps", "controllerrevisions", &apps::CONTROLLER_REVISION),
    ("apps", "daemonsets", &apps::DAEMON_SET),
    ("apps", "deployments", &apps::DEPLOYMENT),
    ("apps", "replicasets", &apps::REPLICA_SET),
    ("apps", "statefulsets", &apps::STATEFUL_SET),
    ("autoscaling", "horizontalpodautoscalers", &autoscaling::HORIZONTAL),
    ("batch", "cronjobs", &batch::CRON_JOB),
    ("batch", "jobs", &batch::JOB),
    ("certificates.k8s.io", "certificatesigningrequests", &certificates::SIGNING_REQUEST),
    ("certificates.k8s.io", "clustertrustbundles", &certificates::TRUST_BUNDLE),
    ("certificates.k8s.io", "podcertificaterequests", &certificates::POD_REQUEST),
    ("coordination.k8s.io", "leasecandidates", &coordination::CANDIDATE),
    ("coordination.k8s.io", "leases", &coordination::LEASE),
    ("discovery.k8s.io", "endpointslices", &discovery::SLICE),
    ("events.k8s.io", "events", &event::PRINTER),
    ("flowcontrol.apiserver.k8s.io", "flowschemas", &flowcontrol::FLOW_SCHEMA),
    ("flowcontrol.apiserver.k8s.io", "prioritylevelconfigurations", &flowcontrol::PRIORITY_LEVEL),
    ("internal.apiserver.k8s.io", "storageversions", &storageversion::VERSION),
    ("lifecycle.k8s.io", "evictionrequests", &lifecycle::REQUEST),
    ("lifecycle.k8s.io", "evictions", &lifecycle::EVICTION),
    ("networking.k8s.io", "ingressclasses", &networking::INGRESS_CLASS),
    ("networking.k8s.io", "ingresses", &networking::INGRESS),
    ("networking.k8s.io", "ipaddresses", &networking::IP_ADDRESS),
    ("networking.k8s.io", "networkpolicies", &networking::NETWORK_POLICY),
    ("networking.k8s.io", "servicecidrs", &networking::SERVICE_CIDR),
    ("node.k8s.io", "runtimeclasses", &node::RUNTIME_CLASS),
    ("policy", "poddisruptionbudgets", &policy::BUDGET),
    ("rbac.authorization.k8s.io", "clusterrolebindings", &rbac::CLUSTER_ROLE_BINDING),
    ("rbac.authorization.k8s.io", "rolebindings", &rbac::ROLE_BINDING),
    ("resource.k8s.io", "deviceclasses", &core::NAME_AND_AGE),
    ("resource.k8s.io", "devicetaintrules", &dra::TAINT_RULE),
    ("resource.k8s.io", "resourceclaims", &dra::CLAIM),
    ("resource.k8s.io", "resourceclaimtemplates", &core::NAME_AND_AGE),
    ("resource.k8s.io", "resourcepoolstatusrequests", &dra::POOL_STATUS),
    ("resource.k8s.io", "resourceslices", &dra::SLICE),
    ("scheduling.k8s.io", "compositepodgroups", &scheduling::COMPOSITE_POD_GROUP),
    ("scheduling.k8s.io", "podgroups", &scheduling::POD_GROUP),
    ("scheduling.k8s.io", "priorityclasses", &scheduling::PRIORITY_CLASS),
    ("scheduling.k8s.io", "workloads", &core::NAME_AND_AGE),
    ("storage.k8s.io", "csidrivers", &storage::CSI_DRIVER),
    ("storage.k8s.io", "csinodes", &storage::CSI_NODE),
    ("storage.k8s.io", "storageclasses", &storage::STORAGE_CLASS),
    ("storage.k8s.io", "volumeattachments", &storage::VOLUME_ATTACHMENT),
    ("storage.k8s.io", "volumeattributesclasses", &storage::VOLUME_ATTRIBUTES_CLASS),
    ("storagemigration.k8s.io", "storageversionmigrations", &storageversion::MIGRATION),
];

#[cfg(test)]
mod tests;
