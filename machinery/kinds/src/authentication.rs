//! Group authentication.k8s.io: nothing in it is stored; a token request has a default. Source: upstream
//! `pkg/apis/authentication/v1/defaults.go`.

use crate::defaults::{Rules, number};
use crate::id;

/// Defaults of this group's structs.
pub(crate) const RULES: Rules =
    &[(id::AUTHENTICATION_V1_TOKEN_REQUEST_SPEC, |spec, _| number(spec, &["expirationSeconds"], 3600))];
