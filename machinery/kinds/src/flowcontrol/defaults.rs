//! Defaults of group flowcontrol.apiserver.k8s.io. Source: upstream `pkg/apis/flowcontrol/v1/defaults.go`.

use crate::defaults::{Rules, number};
use crate::id;

pub(crate) const RULES: Rules = &[
    (id::FLOWCONTROL_V1_FLOW_SCHEMA_SPEC, |spec, _| number(spec, &["matchingPrecedence"], 1000)),
    (id::FLOWCONTROL_V1_EXEMPT_PRIORITY_LEVEL_CONFIGURATION, |exempt, _| {
        number(exempt, &["nominalConcurrencyShares"], 0);
        number(exempt, &["lendablePercent"], 0);
    }),
    (id::FLOWCONTROL_V1_LIMITED_PRIORITY_LEVEL_CONFIGURATION, |limited, _| {
        number(limited, &["nominalConcurrencyShares"], 30);
        number(limited, &["lendablePercent"], 0);
    }),
    (id::FLOWCONTROL_V1_QUEUING_CONFIGURATION, |queuing, _| {
        number(queuing, &["handSize"], 8);
        number(queuing, &["queues"], 64);
        number(queuing, &["queueLengthLimit"], 50);
    }),
];
