//! Defaults of group discovery.k8s.io. Source: upstream `pkg/apis/discovery/v1/defaults.go`.

use crate::defaults::{Rules, text};
use crate::id;

pub(crate) const RULES: Rules = &[(id::DISCOVERY_V1_ENDPOINT_PORT, |port, _| {
    text(port, &["name"], "");
    text(port, &["protocol"], "TCP");
})];
