//! Input that must be refused: one test per kind of it, each with upstream's code, reason, message and body as recorded from the
//! reference server. After every refusal nothing is written, and after every test the server still works.

use bytes::Bytes;
use http::Request;

use crate::support::Cluster;
use crate::support::recorded::refuses;

#[tokio::test]
async fn malformed_json() {
    refuses("bodies", &["body-malformed-json", "body-not-an-object", "body-byte-order-mark"], &[]).await;
}

#[tokio::test]
async fn malformed_yaml() {
    refuses("bodies", &["body-malformed-yaml"], &[]).await;
}

#[tokio::test]
async fn another_kind_or_version() {
    refuses("bodies", &["body-kind-and-version", "body-update-kind-and-version"], &[]).await;
}

#[tokio::test]
async fn duplicate_and_unknown_fields() {
    refuses("fields", &["fields-json-strict", "fields-bad-mode", "fields-yaml-strict"], &[]).await;
}

#[tokio::test]
async fn duplicate_and_unknown_fields_in_patches() {
    refuses("fields", &["fields-patches-strict"], &[]).await;
}

#[tokio::test]
async fn wrong_types() {
    // Amounts are checked with the kinds' own validation.
    let differ = [("quantities", 5)];
    refuses("fields", &["wrong-types", "wrong-numbers", "wrong-types-deep", "quantities"], &differ).await;
}

#[tokio::test]
async fn truncated_bodies() {
    refuses("bodies", &["body-cut-off"], &[]).await;
}

#[tokio::test]
async fn bodies_that_break_off() {
    let cluster = Cluster::start().await;
    let before = cluster.revision();
    let (mut sender, body) = net::Body::channel(1);
    sender.send(Bytes::from_static(b"{\"metadata\":{\"name\":\"a\"}")).await.unwrap();
    drop(sender);
    let request = Request::builder().method("POST").uri("/api/v1/namespaces/default/configmaps").body(body).unwrap();
    let answer = cluster.finish(cluster.stream_on(cluster.administrator(), request)).await;
    // Nobody is there to read it, but it must be the client's fault.
    answer.refused(400, "BadRequest");
    assert_eq!(cluster.revision(), before);
}

#[tokio::test]
async fn bodies_over_three_mebibytes() {
    refuses("bodies", &["body-too-large", "body-just-within-limit"], &[]).await;
}

#[tokio::test]
async fn objects_that_the_store_does_not_take() {
    refuses("crud", &["configmap-too-large"], &[]).await;
}

#[tokio::test]
async fn deep_nesting() {
    refuses("bodies", &["body-deep-nesting", "body-deep-patches"], &[]).await;
}

#[tokio::test]
async fn alias_bombs() {
    refuses("bodies", &["body-yaml-alias-bomb"], &[]).await;
}

#[tokio::test]
async fn unknown_groups_and_versions() {
    refuses("paths", &["path-unknown-group", "path-unknown-version"], &[]).await;
}

#[tokio::test]
async fn unknown_resources_and_subresources() {
    refuses("paths", &["path-unknown-resource", "path-unknown-subresource"], &[]).await;
}

#[tokio::test]
async fn paths_with_dots() {
    refuses("paths", &["path-dots"], &[]).await;
}

#[tokio::test]
async fn paths_with_escapes_and_nul() {
    // Step 12: bytes that are no UTF-8 are replaced before the message quotes them.
    refuses("paths", &["path-escapes"], &[("path-escapes", 12)]).await;
}

#[tokio::test]
async fn empty_path_segments() {
    refuses("paths", &["path-empty-segments"], &[]).await;
}

#[tokio::test]
async fn the_wrong_scope() {
    refuses("paths", &["path-scope"], &[]).await;
}

#[tokio::test]
async fn paths_that_name_nothing() {
    let cases = ["path-elsewhere", "path-proxy-and-redirect-verbs", "path-dots-and-empty-segments", "path-ends-behind-watch"];
    refuses("paths", &cases, &[]).await;
}

#[tokio::test]
async fn names_and_namespaces_that_do_not_match() {
    refuses("bodies", &["body-name-and-namespace"], &[]).await;
}

#[tokio::test]
async fn bad_names() {
    // A container's name is checked with the pod's own validation.
    refuses("bodies", &["body-bad-names", "body-long-names"], &[("body-bad-names", 14)]).await;
    refuses("paths", &["path-names-in-url"], &[]).await;
    refuses("crud", &["create-without-name"], &[]).await;
}

#[tokio::test]
async fn bad_metadata() {
    refuses("bodies", &["body-bad-metadata"], &[]).await;
    refuses("crud", &["update-metadata-rules", "create-with-server-fields"], &[]).await;
}

#[tokio::test]
async fn bad_label_selectors() {
    refuses("list", &["list-bad-label-selectors"], &[]).await;
}

#[tokio::test]
async fn bad_field_selectors() {
    refuses("list", &["list-bad-field-selectors"], &[]).await;
}

#[tokio::test]
async fn bad_continue_tokens() {
    refuses("list", &["list-bad-pages"], &[]).await;
}

#[tokio::test]
async fn bad_resource_versions() {
    refuses("list", &["list-bad-resource-version-match", "get-resource-version", "list-bad-timeout"], &[]).await;
    refuses("watch", &["watch-bad-starts", "watch-initial-events-refused"], &[]).await;
}

#[tokio::test]
async fn future_resource_versions() {
    let cases =
        ["future-list", "future-list-not-older", "future-list-exact", "future-list-page", "future-get", "list-future-continue"];
    refuses("list", &cases, &[]).await;
}

#[tokio::test]
async fn wrong_methods() {
    refuses("paths", &["path-wrong-methods"], &[]).await;
    refuses("patch", &["patch-on-collection"], &[]).await;
}

#[tokio::test]
async fn wrong_media_types() {
    refuses("bodies", &["body-media-types"], &[]).await;
    refuses("media", &["media-not-acceptable"], &[]).await;
    refuses("patch", &["patch-media-types"], &[]).await;
    refuses("watch", &["watch-media-types"], &[]).await;
}

#[tokio::test]
async fn bad_patches() {
    let cases =
        ["json-patch-fails", "json-patch-too-many", "merge-patch-type-change", "patch-empty-body", "patch-missing-object"];
    refuses("patch", &cases, &[]).await;
}

#[tokio::test]
async fn bad_options() {
    refuses("crud", &["update-preconditions", "update-needs-revision"], &[]).await;
    let cases =
        ["dry-run-bad-values", "delete-bad-policy", "delete-options-bad-body", "delete-preconditions", "delete-collection-bad"];
    refuses("delete", &cases, &[]).await;
}

#[tokio::test]
async fn no_credentials_and_wrong_ones() {
    let cases = [
        "anonymous-is-forbidden",
        "anonymous-cluster-scope",
        "anonymous-non-resource",
        "anonymous-odd-paths",
        "unknown-token-is-unauthorized",
        "odd-authorization-headers",
    ];
    refuses("identity", &cases, &[]).await;
}
