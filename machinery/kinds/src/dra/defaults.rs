//! Defaults of group resource.k8s.io; tolerations' operators and the limit of pool status requests are declared with their fields.
//! Source: upstream `pkg/apis/resource/{v1,v1beta2,v1beta1,v1alpha3}/defaults.go`.

use crate::defaults::{Rules, is, number, text, unset};
use crate::edit;
use crate::id;
use crate::strategy::Ctx;
use object::NodeMut;

pub(crate) const RULES: Rules = &[
    (id::RESOURCE_V1_EXACT_DEVICE_REQUEST, request),
    (id::RESOURCE_V1_DEVICE_SUB_REQUEST, request),
    (id::RESOURCE_V1_DEVICE_TAINT, taint),
    (id::RESOURCE_V1BETA2_EXACT_DEVICE_REQUEST, request),
    (id::RESOURCE_V1BETA2_DEVICE_SUB_REQUEST, request),
    (id::RESOURCE_V1BETA2_DEVICE_TAINT, taint),
    // In this version one struct holds both kinds of requests; one with alternatives has no class of its own.
    (id::RESOURCE_V1BETA1_DEVICE_REQUEST, |device, ctx| {
        if !unset(device, &["deviceClassName"]) {
            request(device, ctx);
        }
    }),
    (id::RESOURCE_V1BETA1_DEVICE_SUB_REQUEST, request),
    (id::RESOURCE_V1BETA1_DEVICE_TAINT, taint),
    (id::RESOURCE_V1ALPHA3_DEVICE_TAINT, taint),
];

fn request(request: &mut NodeMut<'_>, _: &Ctx<'_>) {
    text(request, &["allocationMode"], "ExactCount");
    if is(request, &["allocationMode"], "ExactCount") {
        number(request, &["count"], 1);
    }
}

fn taint(taint: &mut NodeMut<'_>, ctx: &Ctx<'_>) {
    if unset(taint, &["timeAdded"]) {
        taint.set_str(&["timeAdded"], &edit::rfc3339(ctx.now));
    }
}
