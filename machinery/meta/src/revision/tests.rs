//! Revisions and continue tokens, compared with answers of apiserver v0.37.2.

use super::*;

#[test]
fn revisions_parse() {
    let check = |text: &str, expect: Result<u64, &str>| {
        let got = Revision::parse(text).map(|r| r.0).map_err(|e| e[0].to_string());
        assert_eq!(got, expect.map_err(str::to_owned), "{text}");
    };
    check("", Ok(0));
    check("0", Ok(0));
    check("12", Ok(12));
    check("abc", Err(r#"resourceVersion: Invalid value: "abc": strconv.ParseUint: parsing "abc": invalid syntax"#));
    check("-1", Err(r#"resourceVersion: Invalid value: "-1": strconv.ParseUint: parsing "-1": invalid syntax"#));
}

fn encode(json: &str) -> String {
    BASE64.encode(json)
}

#[test]
fn tokens_survive_a_round_trip() {
    let token = Continue::after("default/a\u{e9}<", 42);
    let text = token.encode();
    assert_eq!(
        String::from_utf8(BASE64.decode(&text).unwrap()).unwrap(),
        "{\"v\":\"meta.k8s.io/v1\",\"rv\":42,\"start\":\"default/a\u{e9}\\u003c\\u0000\"}"
    );
    assert_eq!(Continue::decode(&text).unwrap(), token);
}

#[test]
fn tokens_decode_as_upstream() {
    let check = |token: &str, expect: Result<(i64, &str), &str>| {
        let got = Continue::decode(token).map(|c| (c.revision, c.start)).map_err(|e| e.to_string());
        assert_eq!(got, expect.map(|(r, s)| (r, s.to_owned())).map_err(str::to_owned), "{token}");
    };
    let v1 = |rv: i64, start: &str| encode(&format!("{{\"v\":\"meta.k8s.io/v1\",\"rv\":{rv},\"start\":\"{start}\"}}"));
    check(&v1(1, "key"), Ok((1, "key")));
    check(&v1(-1, "/ns/key"), Ok((-1, "ns/key")));
    check(&v1(1, "/"), Ok((1, "")));
    check(&encode("{\"V\":\"meta.k8s.io/v1\",\"rv\":3,\"x\":[{\"y\":null}],\"start\":\"k\"}"), Ok((3, "k")));
    check(&v1(0, "key"), Err("continue key is not valid: incorrect encoded start resourceVersion (version meta.k8s.io/v1)"));
    check(&v1(1, ""), Err("continue key is not valid: encoded start key empty (version meta.k8s.io/v1)"));
    for bad in ["../key", "./key", "./../key", "key/../..", "key/", "a//b"] {
        check(&v1(1, bad), Err(&format!("continue key is not valid: {bad}")));
    }
    check(&encode("{\"v\":\"v1\"}"), Err("continue key is not valid: server does not recognize this encoded version v1"));
    check("", Err("continue key is not valid: unexpected end of JSON input"));
    check("@", Err("continue key is not valid: illegal base64 data at input byte 0"));
    check("YWJj*", Err("continue key is not valid: illegal base64 data at input byte 4"));
    check("YWJjY", Err("continue key is not valid: illegal base64 data at input byte 4"));
    check(&encode("abc"), Err("continue key is not valid: invalid character 'a' looking for beginning of value"));
    check(
        &encode("[]"),
        Err("continue key is not valid: json: cannot unmarshal array into Go value of type storage.continueToken"),
    );
    check(
        &encode("{\"rv\":\"x\"}"),
        Err("continue key is not valid: json: cannot unmarshal string into Go struct field continueToken.rv of type int64"),
    );
    check(&encode("{\"v\":1,"), Err("continue key is not valid: unexpected end of JSON input"));
}
