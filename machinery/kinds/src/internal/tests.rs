//! Names of storage versions.

use crate::testkit::Request;

#[test]
fn names_are_group_and_resource() {
    let check = |name: &str, expect: usize| {
        let request = Request::to("internal.apiserver.k8s.io", "storageversions");
        let rule = crate::behaviour(request.group, request.plural).unwrap().name;
        let (complaints, _) = request.with(None, |ctx| rule.check(name, false, &request.hub("{}"), ctx));
        assert_eq!(complaints.len(), expect, "{name}: {complaints:?}");
        complaints.first().map(|text| text.split(' ').take(4).collect::<Vec<_>>().join(" ")).unwrap_or_default()
    };
    assert_eq!(check("apps.deployments", 0), "");
    assert_eq!(check("deployments", 1), "name must be in");
    assert_eq!(check("Apps.deployments", 1), "the group segment a");
    assert_eq!(check("apps.1", 1), "the resource segment a");
}
