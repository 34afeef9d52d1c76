//! Validation of `metadata`, compared with apimachinery v0.37.2 and the reference server's answers.

use super::*;

fn texts(errors: &[FieldError]) -> Vec<String> {
    errors.iter().map(ToString::to_string).collect()
}

fn create(meta: &ObjectMeta<'_>, namespaced: bool, expect: &[&str]) {
    assert_eq!(texts(&validate_create(meta, namespaced, name::is_label, &Path::new("metadata"))), expect);
}

fn update(new: &ObjectMeta<'_>, old: &ObjectMeta<'_>, expect: &[&str]) {
    assert_eq!(texts(&validate_update(new, old, &Path::new("metadata"))), expect);
}

#[test]
fn names_and_namespaces() {
    let label = name::dns1123_label("A").remove(0);
    create(&ObjectMeta { name: "a", namespace: "n", ..ObjectMeta::default() }, true, &[]);
    create(&ObjectMeta { name: "a", ..ObjectMeta::default() }, true, &["metadata.namespace: Required value"]);
    create(
        &ObjectMeta { name: "a.b", generate_name: "x--", namespace: "A", ..ObjectMeta::default() },
        true,
        &[
            "metadata.name: Invalid value: \"a.b\": must not contain dots",
            &format!("metadata.namespace: Invalid value: \"A\": {label}"),
        ],
    );
    create(
        &ObjectMeta { namespace: "A", generate_name: "A", ..ObjectMeta::default() },
        false,
        &[
            &format!("metadata.generateName: Invalid value: \"A\": {label}"),
            "metadata.name: Required value: name or generateName is required",
            "metadata.namespace: Forbidden: not allowed on this type",
        ],
    );
}

#[test]
fn annotations() {
    let big = "x".repeat(256 << 10);
    let meta = ObjectMeta { name: "a", annotations: vec![("A.b/C", &big)], ..ObjectMeta::default() };
    create(&meta, false, &["metadata.annotations: Too long: may not be more than 262144 bytes"]);
    let exact = "x".repeat((256 << 10) - 5);
    create(&ObjectMeta { name: "a", annotations: vec![("A.b/C", &exact)], ..ObjectMeta::default() }, false, &[]);
    let complaint = name::qualified_name("a/b/c").remove(0);
    let meta = ObjectMeta { name: "a", annotations: vec![("A/b/c", "")], ..ObjectMeta::default() };
    create(&meta, false, &[&format!("metadata.annotations: Invalid value: \"A/b/c\": {complaint}")]);
}

#[test]
fn owners() {
    let owner = |api_version, kind, name, uid, controller| OwnerReference {
        api_version,
        kind,
        name,
        uid,
        controller,
        block_owner_deletion: None,
    };
    let owner_references = vec![
        owner("", "", "", "", None),
        owner("a/b/c", "x", "n", "u", None),
        owner("v1", "Event", "n", "u", Some(true)),
        owner("v1", "Pod", "n2", "u", Some(true)),
    ];
    let list = r#"[{"apiVersion":"","kind":"","name":"","uid":""},{"apiVersion":"a/b/c","kind":"x","name":"n","uid":"u"},{"apiVersion":"v1","kind":"Event","name":"n","uid":"u","controller":true},{"apiVersion":"v1","kind":"Pod","name":"n2","uid":"u","controller":true}]"#;
    create(
        &ObjectMeta { name: "a", owner_references, ..ObjectMeta::default() },
        false,
        &[
            "metadata.ownerReferences[0].apiVersion: Required value: must not be empty",
            "metadata.ownerReferences[0].kind: Required value: must not be empty",
            "metadata.ownerReferences[0].name: Required value: must not be empty",
            "metadata.ownerReferences[0].uid: Required value: must not be empty",
            "metadata.ownerReferences[1].apiVersion: Invalid value: \"a/b/c\": must be <group>/<version> or <version>",
            "metadata.ownerReferences[2]: Invalid value: {\"apiVersion\":\"v1\",\"kind\":\"Event\",\"name\":\"n\",\"uid\":\"u\",\"controller\":true}: /v1, Kind=Event is disallowed from being an owner",
            &format!(
                "metadata.ownerReferences: Invalid value: {list}: Only one reference can have Controller set to true. Found \"true\" in references for Event/n and Pod/n2"
            ),
        ],
    );
}

#[test]
fn finalizers() {
    let finalizers = vec!["x", "a b", "orphan", "foregroundDeletion"];
    let complaint = name::qualified_name("a b").remove(0);
    let standard = texts(&validate_standard_finalizers(&finalizers, &Path::new("metadata").child("finalizers")));
    create(
        &ObjectMeta { name: "a", finalizers, ..ObjectMeta::default() },
        false,
        &[
            &format!("metadata.finalizers: Invalid value: \"a b\": {complaint}"),
            "metadata.finalizers: Invalid value: [\"x\",\"a b\",\"orphan\",\"foregroundDeletion\"]: finalizer orphan and foregroundDeletion cannot be both set",
        ],
    );
    let expect = [
        "metadata.finalizers[0]: Invalid value: \"x\": name is neither a standard finalizer name nor is it fully qualified",
        "metadata.finalizers[1]: Invalid value: \"a b\": name is neither a standard finalizer name nor is it fully qualified",
    ];
    assert_eq!(standard, expect);
}

#[test]
fn managed_fields() {
    let long = "s".repeat(257);
    let bad = ManagedFields { operation: "Foo", fields_type: "X", manager: "a\nb", subresource: &long };
    create(
        &ObjectMeta { name: "a", managed_fields: vec![ManagedFields::default(), bad], ..ObjectMeta::default() },
        false,
        &[
            "metadata.managedFields[0].operation: Required value: must not be empty",
            "metadata.managedFields[1].operation: Unsupported value: \"Foo\": supported values: \"Apply\", \"Update\"",
            "metadata.managedFields[1].fieldsType: Invalid value: \"X\": must be `FieldsV1`",
            "metadata.managedFields[1].manager: Invalid value: \"a\\nb\": invalid character U+000A (at position 1)",
            "metadata.managedFields[1].subresource: Too long: may not be more than 256 bytes",
        ],
    );
}

#[test]
fn updates() {
    let time = Some(Time { seconds: 1000, nanos: 0 });
    let old = ObjectMeta {
        name: "a",
        namespace: "n",
        uid: "u",
        resource_version: "1",
        generation: 4,
        creation_timestamp: time,
        finalizers: vec!["x/a"],
        ..ObjectMeta::default()
    };
    update(&old, &old, &[]);
    let new = ObjectMeta {
        name: "b",
        namespace: "m",
        uid: "w",
        generation: -2,
        deletion_timestamp: time,
        deletion_grace_period_seconds: Some(3),
        finalizers: vec!["x/c", "x/a", "x/b"],
        ..ObjectMeta::default()
    };
    update(
        &new,
        &old,
        &[
            "metadata.resourceVersion: Invalid value: \"\": must be specified for an update",
            "metadata.generation: Invalid value: -2: must be greater than or equal to 0",
            "metadata.generation: Invalid value: -2: must not be decremented",
            "metadata.name: Invalid value: \"b\": field is immutable",
            "metadata.namespace: Invalid value: \"m\": field is immutable",
            "metadata.uid: Invalid value: \"w\": field is immutable",
            "metadata.creationTimestamp: Invalid value: null: field is immutable",
            "metadata.deletionTimestamp: Invalid value: \"1970-01-01T00:16:40Z\": field is immutable",
            "metadata.deletionGracePeriodSeconds: Invalid value: 3: field is immutable",
        ],
    );
    let deleted = ObjectMeta { deletion_timestamp: time, deletion_grace_period_seconds: Some(3), ..old.clone() };
    update(
        &ObjectMeta { finalizers: new.finalizers.clone(), ..old },
        &deleted,
        &[
            "metadata.finalizers: Forbidden: no new finalizers can be added if the object is being deleted, found new finalizers []string{\"x/b\", \"x/c\"}",
            "metadata.deletionTimestamp: Invalid value: null: field is immutable",
            "metadata.deletionGracePeriodSeconds: Invalid value: null: field is immutable",
        ],
    );
}
