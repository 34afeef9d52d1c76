//! Small rules: manager names, updates that change nothing but times, what is checked after admission.

use object::Tree;
use object::json::{decode, encode};

use super::schemas::Schemas;
use crate::managed::{check, manager_from_user_agent, only_timestamps_differ, to_object, to_scale};

#[test]
fn user_agents_give_manager_names() {
    let check = |user_agent: &str, expect: &str| assert_eq!(manager_from_user_agent(user_agent), expect);
    check("kubectl/v1.37.2 (linux/amd64) kubernetes/abc", "kubectl");
    check("Mozilla", "Mozilla");
    check("", "");
    check("/x", "");
    check("a b\u{a0}\tc\u{200b}é日/1", "a bcé日");
    check(&"x".repeat(200), &"x".repeat(128));
    check(&"é".repeat(100), &"é".repeat(64));
    check(&format!("{}é{}", "x".repeat(127), "y"), &"x".repeat(127));
}

fn config_map(schemas: &Schemas, json: &str) -> Tree {
    decode(json.to_owned().into(), &schemas.find("v1", "ConfigMap").unwrap()).unwrap().tree
}

fn entry(manager: &str, time: &str) -> String {
    let time = if time.is_empty() { String::new() } else { format!(r#""time":"2020-01-01T00:00:0{time}Z","#) };
    format!(
        r#"{{"manager":"{manager}","operation":"Update","apiVersion":"v1",{time}"fieldsType":"FieldsV1","fieldsV1":{{"f:data":{{}}}}}}"#
    )
}

#[test]
fn updates_of_times_only_are_undone() {
    let schemas = Schemas::load();
    let object = |entries: &[String], rest: &str| {
        let list = entries.join(",");
        config_map(&schemas, &format!(r#"{{"metadata":{{"name":"a","managedFields":[{list}]}}{rest}}}"#))
    };
    let check = |old: Tree, mut new: Tree, expect: bool| {
        let before = new.clone();
        assert_eq!(only_timestamps_differ(&old, &mut new), expect, "{:?}", new.root());
        let (mut got, mut wanted) = (Vec::new(), Vec::new());
        encode(&new, &mut got);
        encode(if expect { &old } else { &before }, &mut wanted);
        assert_eq!(String::from_utf8_lossy(&got), String::from_utf8_lossy(&wanted));
    };
    let data = r#","data":{"a":"1"}"#;
    check(object(&[entry("m", "1")], data), object(&[entry("m", "2")], data), true);
    check(object(&[entry("m", "1"), entry("n", "")], data), object(&[entry("m", "2"), entry("n", "5")], data), true);
    check(object(&[entry("m", "1")], data), object(&[entry("m", "1")], data), false);
    check(object(&[entry("m", "1")], data), object(&[entry("n", "2")], data), false);
    check(object(&[entry("m", "1")], data), object(&[entry("m", "2"), entry("n", "2")], data), false);
    check(object(&[entry("m", "1")], data), object(&[entry("m", "2")], r#","data":{"a":"2"}"#), false);
    check(object(&[], data), object(&[], data), false);
}

#[test]
fn lists_that_admission_broke_are_refused() {
    let schemas = Schemas::load();
    let check = |list: &str, expect: &str| {
        let tree = config_map(&schemas, &format!(r#"{{"metadata":{{"managedFields":{list}}}}}"#));
        assert_eq!(check(&tree).err().map(|error| error.to_string()).unwrap_or_default(), expect, "{list}");
    };
    check(&format!("[{}]", entry("m", "1")), "");
    check("[]", "");
    check("[{}]", "operation must be `Apply` or `Update`");
    check(r#"[{"operation":"Update"}]"#, "apiVersion must not be empty");
    check(r#"[{"operation":"Apply","apiVersion":"v1"}]"#, "missing fieldsType in managed fields entry 0");
    check(
        r#"[{"operation":"Apply","apiVersion":"v1","fieldsType":"a\"b"}]"#,
        r#"invalid fieldsType "a\"b" in managed fields entry 0"#,
    );
    check(
        r#"[{"operation":"Apply","apiVersion":"v1","fieldsType":"FieldsV1","fieldsV1":[]}]"#,
        "error decoding versioned set from managed fields entry 0: error decoding set: ReadMapCB: expect { or n, but found [",
    );
}

#[test]
fn scales_take_the_replicas_and_give_them_back() {
    let schemas = Schemas::load();
    let read = |version: &str, kind: &str, list: &[&str]| {
        let json = format!(r#"{{"metadata":{{"managedFields":[{}]}}}}"#, list.join(","));
        decode(json.into(), &schemas.find(version, kind).unwrap()).unwrap().tree
    };
    let check = |tree: &Tree, expect: &[&str]| {
        let mut got = Vec::new();
        encode(tree, &mut got);
        let list = if expect.is_empty() { String::new() } else { format!(r#""managedFields":[{}]"#, expect.join(",")) };
        let got = String::from_utf8_lossy(&got).into_owned();
        assert!(got.contains(&format!(r#""metadata":{{{list}}}"#)), "{got}\nexpect {list}");
    };
    let known = |version: &str| version.starts_with("apps/");
    let owns = |fields: &str, version: &str, rest: &str| {
        format!(
            r#"{{"manager":"m","operation":"Update","apiVersion":"{version}",{}"fieldsType":"FieldsV1","fieldsV1":{{"f:spec":{{{fields}}}}}{rest}}}"#,
            if rest.is_empty() { r#""time":"2020-01-01T00:00:00Z","# } else { "" }
        )
    };
    let both = owns(r#""f:paused":{},"f:replicas":{}"#, "apps/v1", "");
    let other = owns(r#""f:replicas":{}"#, "nope/v1", "");
    let mut object = read("apps/v1", "Deployment", &[&both, &other]);
    let mut scale = read("autoscaling/v1", "Scale", &[]);
    to_scale(&object, &mut scale, &known).unwrap();
    check(&scale, &[&owns(r#""f:replicas":{}"#, "autoscaling/v1", "")]);
    // Somebody else changed it through the scale: the owner of before keeps the rest, the new one comes without a time.
    let through = owns(r#""f:replicas":{}"#, "autoscaling/v1", r#","subresource":"scale""#);
    let changed = read("autoscaling/v1", "Scale", &[&through]);
    to_object(&mut object, &changed, "apps/v1", &known).unwrap();
    let stolen = owns(r#""f:replicas":{}"#, "apps/v1", r#","subresource":"scale""#);
    check(&object, &[&stolen, &owns(r#""f:paused":{}"#, "apps/v1", "")]);
}
