//! Columns of leases and their candidates.

use super::Printer;
use super::cell::{AGE, NAME, age, column, field, name, phrase, string};

pub(super) static LEASE: Printer = Printer::new(
    &[NAME, column("Holder", "string", field("io.k8s.api.coordination.v1.LeaseSpec", "holderIdentity")), AGE],
    |tree, ctx| vec![name(tree), string(tree, &["spec", "holderIdentity"]), age(tree, ctx)].into(),
);

pub(super) static CANDIDATE: Printer = Printer::new(
    &[
        NAME,
        column("LeaseName", "string", field("io.k8s.api.coordination.v1alpha2.LeaseCandidateSpec", "leaseName")),
        // Upstream looks the versions up in the wrong struct and finds nothing.
        phrase("BinaryVersion", "string", ""),
        phrase("EmulationVersion", "string", ""),
        AGE,
    ],
    |tree, ctx| {
        vec![
            name(tree),
            string(tree, &["spec", "leaseName"]),
            string(tree, &["spec", "binaryVersion"]),
            string(tree, &["spec", "emulationVersion"]),
            age(tree, ctx),
        ]
        .into()
    },
);
