//! Disruption budgets.

use crate::testkit::Request;

#[test]
fn selectors_lose_the_marker_of_v1beta1() {
    let request = Request::to("policy", "poddisruptionbudgets");
    let marker = r#"{"key":"pdb.kubernetes.io/deprecated-v1beta1-empty-selector-match","operator":"Exists"}"#;
    let object = |expressions: &str, generation: u8| {
        format!(r#"{{"metadata":{{"generation":{generation}}},"spec":{{"selector":{{"matchExpressions":[{expressions}]}}}}}}"#)
    };
    let other = r#"{"key":"a","operator":"Exists"}"#;
    request.check(None, &object(&format!("{marker},{other}"), 0), &object(other, 1));
    request.check(None, &object(marker, 0), &object(marker, 1));
    let stored = object(&format!("{marker},{other}"), 1);
    request.check(Some(&stored), &stored, &stored);
    request.check(None, r#"{"spec":{"selector":{}}}"#, r#"{"metadata":{"generation":1},"spec":{"selector":{}}}"#);
}
