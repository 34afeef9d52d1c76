//! PodCertificateRequest: no generation; writes must carry a resourceVersion; the status endpoint leaves metadata alone. Its hub
//! must be v1beta1, which has two fields that v1 lost (`pkixPublicKey`, `proofOfPossession`). Source: upstream
//! `pkg/registry/certificates/podcertificaterequest/strategy.go`.

use crate::prepare;
use crate::strategy::{Behaviour, Strategy, Unconditional};

/// `podcertificaterequests` in certificates.k8s.io.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "certificates.k8s.io",
    plural: "podcertificaterequests",
    main: Strategy { allow_unconditional_update: Unconditional::Never, ..prepare::STATUS_ONLY },
    subresources: &[("status", Strategy { allow_unconditional_update: Unconditional::Never, ..prepare::STATUS_ENDPOINT_META })],
    ..Behaviour::PLAIN
};
