//! Defaults of group admissionregistration.k8s.io, in all its versions; webhooks are served as v1 only. Source: upstream
//! `pkg/apis/admissionregistration/{v1,v1beta1,v1alpha1}/defaults.go`.

use crate::defaults::{Rules, number, text, unset};
use crate::id;
use crate::strategy::Ctx;
use object::NodeMut;

pub(crate) const RULES: Rules = &[
    (id::ADMISSIONREGISTRATION_V1_VALIDATING_WEBHOOK, webhook),
    (id::ADMISSIONREGISTRATION_V1_MUTATING_WEBHOOK, |hook, ctx| {
        webhook(hook, ctx);
        text(hook, &["reinvocationPolicy"], "Never");
    }),
    (id::ADMISSIONREGISTRATION_V1_SERVICE_REFERENCE, |service, _| number(service, &["port"], 443)),
    (id::ADMISSIONREGISTRATION_V1_RULE_WITH_OPERATIONS, scope),
    (id::ADMISSIONREGISTRATION_V1_NAMED_RULE_WITH_OPERATIONS, scope),
    (id::ADMISSIONREGISTRATION_V1_MATCH_RESOURCES, matching),
    (id::ADMISSIONREGISTRATION_V1_VALIDATING_ADMISSION_POLICY_SPEC, fail),
    (id::ADMISSIONREGISTRATION_V1_MUTATING_ADMISSION_POLICY_SPEC, fail),
    (id::ADMISSIONREGISTRATION_V1BETA1_NAMED_RULE_WITH_OPERATIONS, scope),
    (id::ADMISSIONREGISTRATION_V1BETA1_MATCH_RESOURCES, matching),
    (id::ADMISSIONREGISTRATION_V1BETA1_VALIDATING_ADMISSION_POLICY_SPEC, fail),
    (id::ADMISSIONREGISTRATION_V1BETA1_MUTATING_ADMISSION_POLICY_SPEC, fail),
    (id::ADMISSIONREGISTRATION_V1ALPHA1_NAMED_RULE_WITH_OPERATIONS, scope),
    (id::ADMISSIONREGISTRATION_V1ALPHA1_MATCH_RESOURCES, matching),
    (id::ADMISSIONREGISTRATION_V1ALPHA1_VALIDATING_ADMISSION_POLICY_SPEC, fail),
    (id::ADMISSIONREGISTRATION_V1ALPHA1_MUTATING_ADMISSION_POLICY_SPEC, fail),
    // The other versions want the client to choose.
    (id::ADMISSIONREGISTRATION_V1ALPHA1_PARAM_REF, |reference, _| text(reference, &["parameterNotFoundAction"], "Deny")),
];

fn fail(policy: &mut NodeMut<'_>, _: &Ctx<'_>) {
    text(policy, &["failurePolicy"], "Fail");
}

fn scope(rule: &mut NodeMut<'_>, _: &Ctx<'_>) {
    text(rule, &["scope"], "*");
}

fn matching(resources: &mut NodeMut<'_>, _: &Ctx<'_>) {
    text(resources, &["matchPolicy"], "Equivalent");
    for selector in ["namespaceSelector", "objectSelector"] {
        if unset(resources, &[selector]) {
            resources.ensure(&[selector]);
        }
    }
}

fn webhook(hook: &mut NodeMut<'_>, ctx: &Ctx<'_>) {
    fail(hook, ctx);
    matching(hook, ctx);
    number(hook, &["timeoutSeconds"], 10);
}
