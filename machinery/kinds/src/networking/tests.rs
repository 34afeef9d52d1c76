//! Addresses and address ranges.

use crate::testkit::Request;

#[test]
fn addresses_are_their_names() {
    let check = |name: &str, expect: &[&str]| Request::to("networking.k8s.io", "ipaddresses").check_name("{}", name, expect);
    check("10.1.2.3", &[]);
    check("2001:db8::", &[]);
    check("010.1.2.3", &["must not have leading 0s"]);
    check("2001:DB8::0", &["must be in canonical form (\"2001:db8::\")"]);
    check("::ffff:1.2.3.4", &["must not be an IPv4-mapped IPv6 address"]);
    for bad in ["", "a", "1.2.3", "1.2.3.4.5", "1.2.3.256", "1.2.3.+4", "fe80::1%eth0"] {
        check(bad, &["must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)"]);
    }
}

#[test]
fn ranges_kept_their_status_to_themselves_only_lately() {
    let request = Request::to("networking.k8s.io", "servicecidrs");
    let sent = r#"{"spec":{"cidrs":["10.0.0.0/8"]},"status":{"conditions":[{"type":"Ready","status":"True","reason":"","message":"",
        "lastTransitionTime":null}]}}"#;
    request.check(None, sent, r#"{"spec":{"cidrs":["10.0.0.0/8"]}}"#);
    Request { off: &["ServiceCIDRStatusFieldWiping"], ..request }.check(None, sent, sent);
}
