//! ClusterTrustBundle: a bundle of a signer is named `<signer with colons for slashes>:<subdomain>`, one without a signer has no
//! colon; writes must carry a resourceVersion. Source: upstream `pkg/registry/certificates/clustertrustbundle/strategy.go`,
//! `pkg/apis/core/validation/names.go`.

use crate::prepare::text;
use crate::strategy::{Behaviour, Ctx, NameRule, Strategy, Unconditional};
use meta::name::{self, Complaints};
use object::Tree;

/// `clustertrustbundles`.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "certificates.k8s.io",
    plural: "clustertrustbundles",
    name: NameRule::Own(name_rule),
    main: Strategy { allow_unconditional_update: Unconditional::Never, ..Strategy::PLAIN },
    ..Behaviour::PLAIN
};

fn name_rule(name: &str, prefix: bool, bundle: &Tree, _ctx: &Ctx<'_>) -> Complaints {
    let signer = text(bundle, &["spec", "signerName"]);
    if signer.is_empty() {
        if name.contains(':') {
            return vec!["ClusterTrustBundle without signer name must not have \":\" in its name".into()];
        }
        return name::is_subdomain(name, prefix);
    }
    let required = format!("{}:", signer.replace('/', ":"));
    match name.strip_prefix(&required) {
        Some(rest) => name::is_subdomain(rest, prefix),
        None => vec![format!("ClusterTrustBundle for signerName {signer} must be named with prefix {required}").into()],
    }
}
