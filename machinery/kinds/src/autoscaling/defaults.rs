//! Defaults of group autoscaling. What a v1 object without any target means is settled in conversion, where annotations are read.
//! Source: upstream `pkg/apis/autoscaling/{v1,v2}/defaults.go`.

use crate::defaults::{Rules, number, text, unset};
use crate::id;
use crate::strategy::Ctx;
use object::NodeMut;

pub(crate) const RULES: Rules = &[
    (id::AUTOSCALING_V1_HORIZONTAL_POD_AUTOSCALER, |scaler, _| number(scaler, &["spec", "minReplicas"], 1)),
    (id::AUTOSCALING_V2_HORIZONTAL_POD_AUTOSCALER, scaler),
    (id::AUTOSCALING_V2_HORIZONTAL_POD_AUTOSCALER_BEHAVIOR, behavior),
];

/// What an object without any target means, in percent.
pub(super) const CPU_TARGET: i64 = 80;

fn scaler(scaler: &mut NodeMut<'_>, _: &Ctx<'_>) {
    const METRICS: &[&str] = &["spec", "metrics"];
    number(scaler, &["spec", "minReplicas"], 1);
    if unset(scaler, METRICS)
        && let Some(mut metrics) = scaler.reborrow().make(METRICS)
        && let Some(mut metric) = metrics.push()
    {
        metric.set_str(&["type"], "Resource");
        metric.set_str(&["resource", "name"], "cpu");
        metric.set_str(&["resource", "target", "type"], "Utilization");
        metric.set_i64(&["resource", "target", "averageUtilization"], CPU_TARGET);
    }
}

/// Both directions are filled as soon as there is a behaviour; the window for scaling down is the controller's to choose.
fn behavior(behavior: &mut NodeMut<'_>, _: &Ctx<'_>) {
    const WHOLE: (&str, i64) = ("Percent", 100);
    number(behavior, &["scaleUp", "stabilizationWindowSeconds"], 0);
    for (direction, policies) in [("scaleUp", &[("Pods", 4), WHOLE][..]), ("scaleDown", &[WHOLE])] {
        text(behavior, &[direction, "selectPolicy"], "Max");
        add_policies(behavior, &[direction, "policies"], policies);
    }
}

fn add_policies(behavior: &mut NodeMut<'_>, path: &[&str], policies: &[(&str, i64)]) {
    // An empty list is a choice.
    if behavior.get().at(path).is_some() {
        return;
    }
    let Some(mut list) = behavior.reborrow().make(path) else { return };
    for (unit, value) in policies {
        if let Some(mut policy) = list.push() {
            policy.set_str(&["type"], unit);
            policy.set_i64(&["value"], *value);
            policy.set_i64(&["periodSeconds"], 15);
        }
    }
}
