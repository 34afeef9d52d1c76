//! Leases and candidates.

use crate::behaviours::behaviour;
use crate::strategy::Unconditional;
use crate::testkit::Request;

#[test]
fn writes_must_know_what_they_replace() {
    for plural in ["leases", "leasecandidates"] {
        let main = &behaviour("coordination.k8s.io", plural).unwrap().main;
        assert!(main.allow_create_on_update);
        assert_eq!(main.allow_unconditional_update, Unconditional::Never);
    }
    Request::to("coordination.k8s.io", "leasecandidates").check_name("{}", "A_b-", &[]);
}
