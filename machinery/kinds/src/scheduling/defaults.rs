//! Defaults of group scheduling.k8s.io. Source: upstream `pkg/apis/scheduling/{v1,v1beta1,v1alpha3}/defaults.go`.

use crate::defaults::{Rules, text};
use crate::id;
use crate::strategy::Ctx;
use object::NodeMut;

pub(crate) const RULES: Rules = &[
    (id::SCHEDULING_V1_PRIORITY_CLASS, |class, _| text(class, &["preemptionPolicy"], PREEMPT)),
    (id::SCHEDULING_V1ALPHA3_POD_GROUP, group),
    (id::SCHEDULING_V1ALPHA3_COMPOSITE_POD_GROUP, group),
    (id::SCHEDULING_V1BETA1_POD_GROUP, group),
];

const PREEMPT: &str = "PreemptLowerPriority";

fn group(group: &mut NodeMut<'_>, ctx: &Ctx<'_>) {
    if ctx.on("PodGroupPreemptionPolicy") {
        text(group, &["spec", "preemptionPolicy"], PREEMPT);
    }
}
