//! ConfigMap: stored as it is given; one that is immutable keeps its data. Source: upstream `pkg/registry/core/configmap/strategy.go`.

use super::keyed_data;
use crate::strategy::{Behaviour, Strategy};

/// `configmaps`.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "",
    plural: "configmaps",
    main: Strategy {
        validate: |tree, ctx| {
            let mut errors = keyed_data::validate_immutable(tree, ctx, &BAGS);
            errors.extend(keyed_data::validate(tree, &BAGS));
            errors
        },
        ..Strategy::PLAIN
    },
    ..Behaviour::PLAIN
};

const BAGS: [&str; 2] = ["data", "binaryData"];
