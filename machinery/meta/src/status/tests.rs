//! Every constructor's wire form, compared with `NewNotFound` and its siblings of apimachinery v0.37.2 (kind and apiVersion are
//! added by the encoder there).

use super::*;
use crate::field::Path;

fn check(status: &Status, expect: &str) {
    let expect = format!("{{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"metadata\":{{}},\"status\":\"Failure\",{expect}}}");
    assert_eq!(status.to_json(), expect);
}

const DEPLOYMENTS: GroupResource = GroupResource::of("apps", "deployments");
const PODS: GroupResource = GroupResource::of("", "pods");
const NONE: GroupResource = GroupResource::of("", "");

#[test]
fn constructors_write_upstreams_json() {
    let details = r#""details":{"name":"n","group":"apps","kind":"deployments"}"#;
    check(
        &Status::not_found(&DEPLOYMENTS, "a\"b"),
        r#""message":"deployments.apps \"a\\\"b\" not found","reason":"NotFound","details":{"name":"a\"b","group":"apps","kind":"deployments"},"code":404"#,
    );
    check(
        &Status::already_exists(&PODS, "a"),
        r#""message":"pods \"a\" already exists","reason":"AlreadyExists","details":{"name":"a","kind":"pods"},"code":409"#,
    );
    check(
        &Status::generate_name_conflict(&PODS, "a-x", 1),
        r#""message":"pods \"a-x\" already exists, the server was not able to generate a unique name for the object","reason":"AlreadyExists","details":{"name":"a-x","kind":"pods","retryAfterSeconds":1},"code":409"#,
    );
    check(&Status::unauthorized(""), r#""message":"not authorized","reason":"Unauthorized","code":401"#);
    check(&Status::unauthorized("Unauthorized"), r#""message":"Unauthorized","reason":"Unauthorized","code":401"#);
    check(
        &Status::forbidden(&NONE, "", "boom <x>"),
        r#""message":"forbidden: boom \u003cx\u003e","reason":"Forbidden","details":{},"code":403"#,
    );
    check(
        &Status::forbidden(&DEPLOYMENTS, "", "boom"),
        r#""message":"deployments.apps is forbidden: boom","reason":"Forbidden","details":{"group":"apps","kind":"deployments"},"code":403"#,
    );
    check(
        &Status::forbidden(&DEPLOYMENTS, "n", "boom"),
        &format!(r#""message":"deployments.apps \"n\" is forbidden: boom","reason":"Forbidden",{details},"code":403"#),
    );
    check(
        &Status::conflict(&DEPLOYMENTS, "n", "boom"),
        &format!(
            r#""message":"Operation cannot be fulfilled on deployments.apps \"n\": boom","reason":"Conflict",{details},"code":409"#
        ),
    );
    let cause =
        Cause { reason: Text::Borrowed(CAUSE_FIELD_MANAGER_CONFLICT), message: "m".to_owned(), field: ".spec".to_owned() };
    check(
        &Status::apply_conflict(vec![cause], "msg"),
        r#""message":"msg","reason":"Conflict","details":{"causes":[{"reason":"FieldManagerConflict","message":"m","field":".spec"}]},"code":409"#,
    );
    check(&Status::gone("g"), r#""message":"g","reason":"Gone","code":410"#);
    check(&Status::expired("e"), r#""message":"e","reason":"Expired","code":410"#);
    check(&Status::bad_request("b"), r#""message":"b","reason":"BadRequest","code":400"#);
    check(
        &Status::too_many_requests("t", 5),
        r#""message":"t","reason":"TooManyRequests","details":{"retryAfterSeconds":5},"code":429"#,
    );
    check(&Status::too_many_requests_error("t"), r#""message":"Too many requests: t","reason":"TooManyRequests","code":429"#);
    check(&Status::service_unavailable("s"), r#""message":"s","reason":"ServiceUnavailable","code":503"#);
    check(
        &Status::method_not_supported(&DEPLOYMENTS, "patch"),
        r#""message":"patch is not supported on resources of kind \"deployments.apps\"","reason":"MethodNotAllowed","details":{"group":"apps","kind":"deployments"},"code":405"#,
    );
    check(
        &Status::server_timeout(&DEPLOYMENTS, "get", 2),
        r#""message":"The get operation against deployments.apps could not be completed at this time, please try again.","reason":"ServerTimeout","details":{"name":"get","group":"apps","kind":"deployments","retryAfterSeconds":2},"code":500"#,
    );
    check(
        &Status::internal_error("boom"),
        r#""message":"Internal error occurred: boom","reason":"InternalError","details":{"causes":[{"message":"boom"}]},"code":500"#,
    );
    check(&Status::timeout("t", 0), r#""message":"Timeout: t","reason":"Timeout","details":{},"code":504"#);
    check(
        &Status::too_large_resource_version(99, 12, 1),
        r#""message":"Timeout: Too large resource version: 99, current: 12","reason":"Timeout","details":{"causes":[{"reason":"ResourceVersionTooLarge","message":"Too large resource version"}],"retryAfterSeconds":1},"code":504"#,
    );
    check(
        &Status::request_entity_too_large("limit is 3145728"),
        r#""message":"Request entity too large: limit is 3145728","reason":"RequestEntityTooLarge","code":413"#,
    );
    check(
        &Status::not_acceptable(&["application/json", "application/yaml"]),
        r#""message":"only the following media types are accepted: application/json, application/yaml","reason":"NotAcceptable","code":406"#,
    );
    check(
        &Status::unsupported_media_type(&["application/json"]),
        r#""message":"the body of the request was in an unknown format - accepted media types include: application/json","reason":"UnsupportedMediaType","code":415"#,
    );
    check(&Status::unmapped("x"), r#""message":"x","code":500"#);
}

#[test]
fn invalid_objects_list_their_causes() {
    let deployment = GroupKind::of("apps", "Deployment");
    check(
        &Status::invalid(&deployment, "n", &[]),
        r#""message":"Deployment.apps \"n\" is invalid","reason":"Invalid","details":{"name":"n","group":"apps","kind":"Deployment"},"code":422"#,
    );
    let path = Path::new("metadata");
    let errors = [FieldError::required(&path, "r"), FieldError::invalid(&path.child("x"), 3, "<")];
    check(
        &Status::invalid(&GroupKind::of("", "Pod"), "n", &errors),
        r#""message":"Pod \"n\" is invalid: [metadata: Required value: r, metadata.x: Invalid value: 3: \u003c]","reason":"Invalid","details":{"name":"n","kind":"Pod","causes":[{"reason":"FieldValueRequired","message":"Required value: r","field":"metadata"},{"reason":"FieldValueInvalid","message":"Invalid value: 3: \u003c","field":"metadata.x"}]},"code":422"#,
    );
}

#[test]
fn generic_answers_have_a_text_per_code() {
    let message = |code: u16, reason: &str, expect: &str| {
        let generic =
            Generic { code, verb: "POST", resource: DEPLOYMENTS, name: "n", server_message: "srv", ..Generic::default() };
        let status = Status::generic(&generic);
        assert_eq!((status.code, status.reason.as_str()), (code, reason));
        assert_eq!(status.message, format!("{expect} (post deployments.apps n)"));
    };
    message(200, "", "the server responded with the status code 200 but did not return more information");
    message(400, "BadRequest", "the server rejected our request for an unknown reason");
    message(401, "Unauthorized", "the server has asked for the client to provide credentials");
    message(403, "Forbidden", "srv");
    message(404, "NotFound", "the server could not find the requested resource");
    message(405, "MethodNotAllowed", "the server does not allow this method on the requested resource");
    message(406, "NotAcceptable", "srv");
    message(409, "AlreadyExists", "the server reported a conflict");
    message(415, "UnsupportedMediaType", "srv");
    message(422, "Invalid", "the server rejected our request due to an error in our request");
    message(429, "TooManyRequests", "the server has received too many requests and has asked us to try again later");
    message(500, "InternalError", "an error on the server (\"srv\") has prevented the request from succeeding");
    message(503, "ServiceUnavailable", "the server is currently unable to handle the request");
    message(
        504,
        "Timeout",
        "the server was unable to return a response in the time allotted, but may still be processing the request",
    );
    check(
        &Status::generic(&Generic { code: 404, verb: "get", ..Generic::default() }),
        r#""message":"the server could not find the requested resource","reason":"NotFound","details":{},"code":404"#,
    );
    let conflict = Generic {
        code: 409,
        verb: "PUT",
        resource: PODS,
        server_message: "srv",
        retry_after_seconds: 3,
        unexpected: true,
        ..Generic::default()
    };
    check(
        &Status::generic(&conflict),
        r#""message":"the server reported a conflict (put pods)","reason":"Conflict","details":{"kind":"pods","causes":[{"reason":"UnexpectedServerResponse","message":"srv"}],"retryAfterSeconds":3},"code":409"#,
    );
}

#[test]
fn success_has_no_code() {
    let details =
        Details { name: "zzz".to_owned(), kind: Text::Borrowed("configmaps"), uid: "cdfb".to_owned(), ..Details::default() };
    assert_eq!(
        Status::success(Some(details)).to_json(),
        r#"{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Success","details":{"name":"zzz","kind":"configmaps","uid":"cdfb"}}"#
    );
}

#[test]
fn list_metadata_is_written() {
    let mut status = Status::expired("old");
    status.metadata =
        ListMeta { resource_version: "5".to_owned(), continue_token: "abc".to_owned(), remaining_item_count: Some(0) };
    assert_eq!(
        status.to_json(),
        r#"{"kind":"Status","apiVersion":"v1","metadata":{"resourceVersion":"5","continue":"abc","remainingItemCount":0},"status":"Failure","message":"old","reason":"Expired","code":410}"#
    );
}

#[test]
fn reasons_survive_a_round_trip() {
    for text in ["", "NotFound", "StorageReadError", "Custom"] {
        assert_eq!(Reason::parse(text).as_str(), text);
    }
}
