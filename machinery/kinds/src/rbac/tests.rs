//! Names of roles and bindings.

use crate::testkit::Request;

#[test]
fn any_path_segment_is_a_name() {
    for plural in ["roles", "clusterroles", "rolebindings", "clusterrolebindings"] {
        let check = |name: &str, expect: &[&str]| Request::to("rbac.authorization.k8s.io", plural).check_name("{}", name, expect);
        check("system:node", &[]);
        check("A B", &[]);
        check(".", &["may not be '.'"]);
        check("a/b%", &["may not contain '/'", "may not contain '%'"]);
    }
}
