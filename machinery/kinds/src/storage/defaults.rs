//! Defaults of group storage.k8s.io. Source: upstream `pkg/apis/storage/v1/defaults.go`.

use crate::defaults::{Rules, flag, text, unset};
use crate::id;
use crate::strategy::Ctx;
use object::NodeMut;

pub(crate) const RULES: Rules = &[
    (id::STORAGE_V1_STORAGE_CLASS, |class, _| {
        text(class, &["reclaimPolicy"], "Delete");
        text(class, &["volumeBindingMode"], "Immediate");
    }),
    (id::STORAGE_V1_CSI_DRIVER_SPEC, driver),
];

fn driver(spec: &mut NodeMut<'_>, ctx: &Ctx<'_>) {
    flag(spec, &["attachRequired"], true);
    flag(spec, &["podInfoOnMount"], false);
    flag(spec, &["storageCapacity"], false);
    text(spec, &["fsGroupPolicy"], "ReadWriteOnceWithFSType");
    if unset(spec, &["volumeLifecycleModes"])
        && let Some(mut modes) = spec.reborrow().make(&["volumeLifecycleModes"])
    {
        modes.push_str("Persistent");
    }
    flag(spec, &["requiresRepublish"], false);
    if ctx.on("SELinuxMountReadWriteOncePod") {
        flag(spec, &["seLinuxMount"], false);
    }
    if ctx.on("VolumeLimitScaling") {
        flag(spec, &["preventPodSchedulingIfMissing"], false);
    }
}
