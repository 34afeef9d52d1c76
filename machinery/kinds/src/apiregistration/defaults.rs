//! Defaults of group apiregistration.k8s.io. Source: upstream `kube-aggregator/pkg/apis/apiregistration/v1/defaults.go`.

use crate::defaults::{Rules, number};
use crate::id;

pub(crate) const RULES: Rules = &[(id::APIREGISTRATION_V1_SERVICE_REFERENCE, |service, _| number(service, &["port"], 443))];
