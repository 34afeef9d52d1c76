//! DaemonSet: besides generation, which moves with spec, an annotation counts changes of the template. Source: upstream
//! `pkg/registry/apps/daemonset/strategy.go`, `pkg/apis/apps/v1/conversion.go`.

use crate::prepare::{self, changed, creating};
use crate::strategy::{Behaviour, Ctx, Strategy};
use meta::Text;
use meta::number::parse_int;
use object::Tree;

/// `daemonsets`.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "apps",
    plural: "daemonsets",
    normalise: Some(template_annotation),
    empty: |tree| tree.set_str(ANNOTATION, "0"),
    main: Strategy { prepare: prepare_main, ..prepare::SPEC_AND_STATUS },
    subresources: &[("status", Strategy { prepare: prepare_status, ..prepare::STATUS_ENDPOINT })],
    ..Behaviour::PLAIN
};

/// Generation of the template, a decimal number. It belongs to the spec, whatever place it is kept in.
const TEMPLATE_GENERATION: &str = "deprecated.daemonset.template.generation";
const ANNOTATION: &[&str] = &["metadata", "annotations", TEMPLATE_GENERATION];

fn prepare_main(tree: &mut Tree, ctx: &mut Ctx<'_>) {
    prepare::own_status(tree, ctx);
    prepare::generation(tree, ctx, &[&["spec"]]);
    let number = match ctx.old {
        Some(old) if !creating(ctx) => {
            template_generation(old).saturating_add(i64::from(changed(tree, old, &["spec", "template"])))
        }
        _ => template_generation(tree).max(1),
    };
    tree.set_str(ANNOTATION, &number.to_string());
}

fn prepare_status(tree: &mut Tree, ctx: &mut Ctx<'_>) {
    prepare::keep(tree, ctx, &["spec"]);
    if let Some(old) = ctx.old {
        tree.set_str(ANNOTATION, &template_generation(old).to_string());
    }
}

fn template_generation(tree: &Tree) -> i64 {
    tree.str(ANNOTATION).and_then(|text| text.parse().ok()).unwrap_or_default()
}

/// Upstream's internal kind has a number for the annotation, so that its objects always have one.
fn template_annotation(tree: &mut Tree) -> Result<(), Text> {
    let number = match tree.str(ANNOTATION) {
        Some(text) => parse_int(text).map_err(|error| Text::Owned(error.to_string()))?,
        None => 0,
    };
    tree.set_str(ANNOTATION, &number.to_string());
    Ok(())
}
