//! Pages of lists that leave objects out: what a page holds, when there is another, and how many objects were looked at for it.

use serde_json::{Value, json};

use crate::support::{Cluster, names, revision_of};

const SECRETS: &str = "/api/v1/secrets";

/// Objects that lists returned and looked at since the start.
async fn counts(cluster: &Cluster) -> (u64, u64) {
    let text = cluster.get("/metrics").await.text();
    let sum = |family: &str| {
        let of_secrets = |line: &&str| line.starts_with(family) && line.contains("resource=\"secrets\"");
        let values = text.lines().filter(of_secrets).map(|line| line.rsplit_once(' ').unwrap().1.parse::<u64>().unwrap());
        values.sum()
    };
    (sum("apiserver_storage_list_returned_objects_total{"), sum("apiserver_storage_list_fetched_objects_total{"))
}

/// A page, with what it cost: objects returned and looked at.
async fn page(cluster: &Cluster, query: &str) -> (Value, (u64, u64)) {
    let before = counts(cluster).await;
    let page = cluster.read(&format!("{SECRETS}?{query}")).await;
    let after = counts(cluster).await;
    (page, (after.0 - before.0, after.1 - before.1))
}

/// Upstream: `RunTestListContinuationWithFilter`.
#[tokio::test]
async fn a_page_goes_on_until_it_is_full_of_what_matches() {
    let cluster = Cluster::start().await;
    assert!(names(&cluster.read(SECRETS).await).is_empty());
    let mut made = Vec::new();
    for (namespace, name) in [("n1", "foo"), ("n2", "bar"), ("n3", "foo"), ("n4", "foo")] {
        cluster.namespace(namespace).await;
        let path = format!("/api/v1/namespaces/{namespace}/secrets");
        made.push(cluster.create(&path, &json!({"metadata": {"name": name}})).await);
    }
    let newest = revision_of(&made[3]);
    let without_kind = |object: &Value| {
        let mut object = object.clone();
        object.as_object_mut().unwrap().retain(|field, _| !matches!(field.as_str(), "kind" | "apiVersion"));
        object
    };
    let expect = |at: &[usize]| json!(at.iter().map(|at| without_kind(&made[*at])).collect::<Vec<_>>());
    let query = "fieldSelector=metadata.name%21%3Dbar&limit=2";
    let (first, cost) = page(&cluster, query).await;
    assert_eq!((&first["items"], revision_of(&first), cost), (&expect(&[0, 2]), newest, (2, 3)));
    let token = first["metadata"]["continue"].as_str().expect("there is more");
    let (second, cost) = page(&cluster, &format!("{query}&continue={token}")).await;
    assert_eq!((&second["items"], revision_of(&second), cost), (&expect(&[3]), newest, (1, 1)));
    assert!(second["metadata"]["continue"].is_null(), "{second}");
}

/// Upstream: `RunTestListPaginationRareObject`.
#[tokio::test]
async fn a_rare_object_is_found_by_one_page() {
    let cluster = Cluster::start().await;
    for n in 0..1000 {
        let labels = if n == 999 { json!({"rare": "yes"}) } else { json!({}) };
        let object = json!({"metadata": {"name": format!("pod-{n}"), "labels": labels}});
        cluster.create("/api/v1/namespaces/default/secrets", &object).await;
    }
    for query in ["labelSelector=rare&limit=1", "fieldSelector=metadata.name%3Dpod-999&limit=1"] {
        let (found, (returned, looked_at)) = page(&cluster, query).await;
        assert_eq!((names(&found), returned), (vec!["pod-999".to_owned()], 1), "{query}");
        assert!(looked_at <= 1000);
        assert!(found["metadata"]["continue"].is_null(), "{query}: {}", found["metadata"]);
    }
}

/// Upstream: `RunTestGetListNonRecursive`.
#[tokio::test]
async fn a_list_of_one_name_has_the_revision_that_was_asked_for() {
    let cluster = Cluster::start().await;
    let path = "/api/v1/namespaces/default/secrets";
    let made = revision_of(&cluster.create(path, &json!({"metadata": {"name": "foo"}})).await);
    let changed =
        revision_of(&cluster.merge(&format!("{path}/foo"), &json!({"type": null, "data": {"k": "dg=="}})).await.expect(200));
    cluster.create(path, &json!({"metadata": {"name": "foo-2"}})).await;
    let now = cluster.revision();
    let check = async |name: &str, query: &str, expect: Option<u64>, revision: u64| {
        let list = cluster.read(&format!("{path}?fieldSelector=metadata.name%3D{name}&{query}")).await;
        let found: Vec<u64> = list["items"].as_array().unwrap().iter().map(revision_of).collect();
        assert_eq!((found, revision_of(&list)), (expect.into_iter().collect(), revision), "{name} {query}");
    };
    check("foo", "", Some(changed), now).await;
    check("foo", "resourceVersion=0", Some(changed), now).await;
    check("foo", &format!("resourceVersion={made}"), Some(changed), now).await;
    check("foo", &format!("resourceVersion={now}&resourceVersionMatch=NotOlderThan"), Some(changed), now).await;
    check("foo", &format!("resourceVersion={made}&resourceVersionMatch=Exact"), Some(made), made).await;
    check("foo", &format!("resourceVersion={changed}&resourceVersionMatch=Exact"), Some(changed), changed).await;
    check("foo", &format!("resourceVersion={}&resourceVersionMatch=Exact", made - 1), None, made - 1).await;
    check("fo", "", None, now).await;
    check("foo", "labelSelector=none", None, now).await;
    check("foo", "fieldSelector=metadata.name%3Dfoo-2", Some(changed), now).await;
}

/// Upstream: `RunTestNamespaceScopedList`.
#[tokio::test]
async fn names_namespaces_and_fields_narrow_a_list() {
    let cluster = Cluster::start().await;
    let spec = |node: &str| json!({"nodeName": node, "containers": [{"name": "c", "image": "i"}]});
    for (namespace, name, node) in [("t1", "a", "n1"), ("t1", "b", "n2"), ("t2", "a", "n1"), ("t2", "c", ""), ("t", "a", "n2")] {
        if cluster.get(&format!("/api/v1/namespaces/{namespace}")).await.code == 404 {
            cluster.namespace(namespace).await;
        }
        let path = format!("/api/v1/namespaces/{namespace}/pods");
        cluster.create(&path, &json!({"metadata": {"name": name, "labels": {"name": name}}, "spec": spec(node)})).await;
    }
    for (namespace, selector, expect) in [
        ("t1", "", "t1/a t1/b"),
        ("t", "", "t/a"),
        ("", "", "t/a t1/a t1/b t2/a t2/c"),
        ("", "fieldSelector=metadata.name%3Da", "t/a t1/a t2/a"),
        ("", "fieldSelector=metadata.namespace%3Dt2", "t2/a t2/c"),
        ("", "fieldSelector=metadata.namespace%3Dt2,metadata.name%3Da", "t2/a"),
        ("t1", "fieldSelector=metadata.namespace%3Dt2", ""),
        ("t1", "fieldSelector=metadata.name%3Dc", ""),
        ("t1", "fieldSelector=spec.nodeName%3Dn1", "t1/a"),
        ("", "fieldSelector=spec.nodeName%3Dn1", "t1/a t2/a"),
        ("", "fieldSelector=metadata.name%3Da,spec.nodeName%3Dn2", "t/a"),
        ("t2", "fieldSelector=metadata.name!%3Da", "t2/c"),
        ("t2", "labelSelector=name%3Da", "t2/a"),
        ("", "labelSelector=name%3Da&fieldSelector=spec.nodeName!%3Dn1", "t/a"),
        ("none", "", ""),
    ] {
        let path = if namespace.is_empty() { "/api/v1/pods".to_owned() } else { format!("/api/v1/namespaces/{namespace}/pods") };
        let list = cluster.read(&format!("{path}?{selector}")).await;
        let text = |item: &Value, field: &str| item["metadata"][field].as_str().unwrap().to_owned();
        let found: Vec<String> =
            list["items"].as_array().unwrap().iter().map(|item| text(item, "namespace") + "/" + &text(item, "name")).collect();
        assert_eq!(found.join(" "), expect, "{path}?{selector}");
    }
}

/// Upstream: `RunTestKeySchema`.
#[tokio::test]
async fn no_request_leaves_the_keys_of_its_resource() {
    let cluster = Cluster::start().await;
    cluster.create("/api/v1/namespaces/default/secrets", &json!({"metadata": {"name": "a"}})).await;
    let template = json!({"spec": {"containers": [{"name": "c", "image": "i"}]}});
    let templates = "/api/v1/namespaces/default/podtemplates";
    cluster.create(templates, &json!({"metadata": {"name": "a"}, "template": template})).await;
    assert!(names(&cluster.read("/api/v1/pods").await).is_empty(), "a resource whose name only begins so is another one");
    assert!(names(&cluster.read("/api/v1/namespaces/defaul/secrets").await).is_empty());
    let before = cluster.revision();
    // Joined to a key as they are, these would name what lies elsewhere.
    for namespace in [".", "..", "%2e%2e", "%2e%2e%2fsecrets%2fdefault", "default%2fa"] {
        let path = format!("/api/v1/namespaces/{namespace}/secrets");
        let object = json!({"metadata": {"name": "a"}}).to_string();
        for (method, path, body) in [
            ("GET", path.clone(), ""),
            ("GET", format!("{path}/a"), ""),
            ("POST", path.clone(), object.as_str()),
            ("PUT", format!("{path}/a"), object.as_str()),
            ("DELETE", format!("{path}/a"), ""),
            ("DELETE", path.clone(), ""),
        ] {
            let answer = cluster.send(method, &path, body).await;
            let shown = if answer.code == 200 { names(&answer.json()) } else { Vec::new() };
            assert!(shown.is_empty(), "{method} {path}: {}", answer.text());
        }
    }
    for name in [".", "..", "%2e%2e", "..%2fdefault%2fa", "%2fa"] {
        let path = format!("/api/v1/namespaces/default/secrets/{name}");
        for (method, body) in [("GET", ""), ("PUT", r#"{"metadata":{"name":"a"}}"#), ("DELETE", "")] {
            let answer = cluster.send(method, &path, body).await;
            assert!((400..=500).contains(&answer.code), "{method} {path}: {} {}", answer.code, answer.text());
        }
    }
    assert_eq!(cluster.revision(), before, "nothing was written");
    assert_eq!(names(&cluster.read("/api/v1/secrets").await), ["a"]);
}
