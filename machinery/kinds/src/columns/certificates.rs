//! Columns of the certificates group.

use super::Printer;
use super::age::human_duration;
use super::cell::{AGE, NAME, NONE, age, column, condition, field, filled_or, labels, name, phrase, string, text};
use object::Tree;

const SIGNING_SPEC: &str = "io.k8s.api.certificates.v1.CertificateSigningRequestSpec";
const POD_SPEC: &str = "io.k8s.api.certificates.v1.PodCertificateRequestSpec";

pub(super) static SIGNING_REQUEST: Printer = Printer::new(
    &[
        NAME,
        AGE,
        column("SignerName", "string", field(SIGNING_SPEC, "signerName")),
        // Upstream shows the user name here, and explains the request.
        phrase("Requestor", "string", "Base64-encoded PKCS#10 CSR data"),
        column("RequestedDuration", "string", field(SIGNING_SPEC, "expirationSeconds")),
        phrase("Condition", "string", "Conditions applied to the request, such as approval or denial."),
    ],
    |tree, ctx| {
        let seconds = tree.i64(&["spec", "expirationSeconds"]);
        let duration = seconds.map_or_else(|| NONE.to_owned(), |seconds| human_duration(i128::from(seconds) * 1_000_000_000));
        vec![
            name(tree),
            age(tree, ctx),
            filled_or(tree, &["spec", "signerName"], NONE),
            string(tree, &["spec", "username"]),
            text(duration),
            text(status(tree)),
        ]
        .into()
    },
);

/// What was decided, and what came of it.
fn status(tree: &Tree) -> String {
    let has = |ty| condition(tree, &["status", "conditions"], ty).is_some();
    let decided = match (has("Denied"), has("Approved")) {
        (true, _) => "Denied",
        (false, true) => "Approved",
        (false, false) => "Pending",
    };
    let failed = if has("Failed") { ",Failed" } else { "" };
    let issued = tree.str(&["status", "certificate"]).is_some_and(|certificate| !certificate.is_empty());
    format!("{decided}{failed}{}", if issued { ",Issued" } else { "" })
}

pub(super) static TRUST_BUNDLE: Printer = Printer::new(
    &[NAME, column("SignerName", "string", field("io.k8s.api.certificates.v1.ClusterTrustBundleSpec", "signerName"))],
    |tree, _| vec![name(tree), filled_or(tree, &["spec", "signerName"], NONE)].into(),
);

pub(super) static POD_REQUEST: Printer = Printer::new(
    &[
        NAME,
        column("PodName", "string", field(POD_SPEC, "podName")),
        column("ServiceAccountName", "string", field(POD_SPEC, "serviceAccountName")),
        column("NodeName", "string", field(POD_SPEC, "nodeName")),
        column("SignerName", "string", field(POD_SPEC, "signerName")),
        phrase("State", "string", "Is the request Pending, Issued, Denied, or Failed?"),
        column("UnverifiedUserAnnotations", "string", field(POD_SPEC, "unverifiedUserAnnotations")),
    ],
    |tree, _| {
        let types = tree.items(&["status", "conditions"]).filter_map(|condition| condition.str(&["type"]));
        let state = types.filter(|ty| matches!(*ty, "Issued" | "Denied" | "Failed")).last().unwrap_or("Pending");
        vec![
            name(tree),
            string(tree, &["spec", "podName"]),
            string(tree, &["spec", "serviceAccountName"]),
            string(tree, &["spec", "nodeName"]),
            string(tree, &["spec", "signerName"]),
            text(state),
            text(labels(tree.at(&["spec", "unverifiedUserAnnotations"]))),
        ]
        .into()
    },
);
