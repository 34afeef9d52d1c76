//! Names of resources in quotas, limits and overheads, and what amounts of them can be. Called by the kinds that hold lists of
//! resources. Source: upstream `pkg/apis/core/helper/helpers.go`, `pkg/apis/core/validation/validation.go`.

use crate::validate::{complain, not_negative_quantity, quantity};
use meta::field::{FieldError, FieldErrors, Path};
use meta::name;

/// Names without domain that quotas may use.
const QUOTA: [&str; 19] = [
    "cpu",
    "memory",
    "ephemeral-storage",
    "requests.cpu",
    "requests.memory",
    "requests.storage",
    "requests.ephemeral-storage",
    "limits.cpu",
    "limits.memory",
    "limits.ephemeral-storage",
    "pods",
    "resourcequotas",
    "services",
    "replicationcontrollers",
    "secrets",
    "persistentvolumeclaims",
    "configmaps",
    "services.nodeports",
    "services.loadbalancers",
];
/// Those of them that count objects.
const COUNTED: [&str; 9] = [
    "pods",
    "resourcequotas",
    "services",
    "replicationcontrollers",
    "secrets",
    "configmaps",
    "persistentvolumeclaims",
    "services.nodeports",
    "services.loadbalancers",
];
const HUGE_PAGES: &str = "hugepages-";
const REQUESTS: &str = "requests.";

/// Whether a quota knows this name without domain.
pub(super) fn is_standard_for_quota(name: &str) -> bool {
    QUOTA.contains(&name) || name.strip_prefix(REQUESTS).unwrap_or(name).starts_with(HUGE_PAGES)
}

/// A name of any resource (`validateResourceName`).
pub(super) fn any(name: &str, path: &Path) -> FieldErrors {
    let mut errors = complain(path, name, name::qualified_name(name));
    if errors.is_empty() && !name.contains('/') && name != "storage" && !is_standard_for_quota(name) {
        errors.push(FieldError::invalid(path, name, "must be a standard resource type or fully qualified"));
    }
    errors
}

/// A name of a resource that quotas limit (`ValidateResourceQuotaResourceName`).
pub(super) fn for_quota(name: &str, path: &Path) -> FieldErrors {
    let mut errors = any(name, path);
    if !name.contains('/') && !is_standard_for_quota(name) {
        errors.push(FieldError::invalid(path, name, "must be a standard resource for quota"));
    }
    errors
}

/// A name of a resource that containers use (`ValidateContainerResourceName`).
pub(crate) fn for_containers(name: &str, path: &Path) -> FieldErrors {
    let mut errors = any(name, path);
    let standard = matches!(name, "cpu" | "memory" | "ephemeral-storage") || name.starts_with(HUGE_PAGES);
    if !name.contains('/') && !standard {
        errors.push(FieldError::invalid(path, name, "must be a standard resource for containers"));
    } else if name.contains('/') && !is_native(name) && !is_extended(name) {
        errors.push(FieldError::invalid(path, name, "doesn't follow extended resource name standard"));
    }
    errors
}

/// An amount of a resource (`ValidateResourceQuantityValue`).
pub(super) fn amount(name: &str, text: &str, path: &Path) -> FieldErrors {
    let mut errors: FieldErrors = not_negative_quantity(path, text).into_iter().collect();
    if (COUNTED.contains(&name) || is_extended(name)) && quantity(text).milli_value() % 1000 != 0 {
        errors.push(FieldError::invalid(path, text, "must be an integer"));
    }
    errors
}

/// Whether more of it may be promised than there is.
pub(super) fn may_be_overcommitted(name: &str) -> bool {
    is_native(name) && !name.starts_with(HUGE_PAGES)
}

fn is_native(name: &str) -> bool {
    !name.contains('/') || name.contains("kubernetes.io/")
}

fn is_extended(name: &str) -> bool {
    !is_native(name) && !name.starts_with(REQUESTS) && name::qualified_name(&format!("{REQUESTS}{name}")).is_empty()
}
