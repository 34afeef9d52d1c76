//! Deployment: generation moves with spec and with annotations (rollout hints are annotations); its status endpoint keeps labels.
//! Has a scale. The annotation of the removed rollback field must hold a number. Source: upstream
//! `pkg/registry/apps/deployment/strategy.go`, `pkg/apis/apps/v1/conversion.go`.

use crate::prepare::{self, keep};
use crate::strategy::{Behaviour, Reset, Strategy};
use meta::Text;
use object::Tree;

/// `deployments`.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "apps",
    plural: "deployments",
    empty: super::no_replicas,
    normalise: Some(rollback_annotation),
    main: Strategy {
        prepare: |tree, ctx| {
            prepare::own_status(tree, ctx);
            prepare::generation(tree, ctx, &[&["spec"], &["metadata", "annotations"]]);
        },
        validate: |tree, _| super::replicas(tree),
        ..prepare::SPEC_AND_STATUS
    },
    subresources: &[(
        "status",
        Strategy {
            prepare: |tree, ctx| {
                keep(tree, ctx, &["spec"]);
                keep(tree, ctx, &["metadata", "labels"]);
            },
            reset: Reset::Fields(&["spec", "metadata.labels"]),
            ..Strategy::PLAIN
        },
    )],
    ..Behaviour::PLAIN
};

const ROLLBACK: &str = "deprecated.deployment.rollback.to";

fn rollback_annotation(tree: &mut Tree) -> Result<(), Text> {
    super::number_annotation(tree, ROLLBACK, |annotation, error| {
        format!("failed to parse annotation[{ROLLBACK}]={annotation} as int64: {error}")
    })
}
