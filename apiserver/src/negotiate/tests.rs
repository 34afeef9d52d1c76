//! Accept headers of stock clients and odd ones, and what they get.

use http::HeaderValue;
use http::header::{ACCEPT, HeaderMap};
use meta::options::Query;

use super::*;

fn ask(accept: &str, query: &str, route: Route) -> Result<Output, String> {
    let mut headers = HeaderMap::new();
    headers.insert(ACCEPT, HeaderValue::from_str(accept).unwrap());
    output(&headers, &Query::parse(query), route).map_err(|status| format!("{} {}", status.code, status.message))
}

fn form(format: Format, shape: Shape) -> Result<Output, String> {
    Ok(Output { format, pretty: false, shape })
}

const TABLE: Shape = Shape::Table(MetaVersion::V1, Include::Metadata);

#[test]
fn clients_get_what_they_ask_for() {
    let table = "application/json;as=Table;v=v1;g=meta.k8s.io";
    let metadata = "application/vnd.kubernetes.protobuf;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";
    let kubectl =
        "application/json;as=Table;v=v1;g=meta.k8s.io,application/json;as=Table;v=v1beta1;g=meta.k8s.io,application/json";
    let beta = "application/json;as=Table;v=v1beta1;g=meta.k8s.io";
    for (accept, route, expect) in [
        ("", Route::Object, form(Format::Json, Shape::Whole)),
        ("*/*", Route::Object, form(Format::Json, Shape::Whole)),
        (kubectl, Route::Collection, form(Format::Json, TABLE)),
        (kubectl, Route::Document, form(Format::Json, Shape::Whole)),
        (beta, Route::Object, form(Format::Json, Shape::Table(MetaVersion::V1Beta1, Include::Metadata))),
        ("application/vnd.kubernetes.protobuf,application/json", Route::Object, form(Format::Protobuf, Shape::Whole)),
        ("application/json,application/vnd.kubernetes.protobuf", Route::Object, form(Format::Json, Shape::Whole)),
        (&format!("{metadata},application/json"), Route::Object, form(Format::Protobuf, Shape::MetadataList(MetaVersion::V1))),
        ("application/json;stream=watch", Route::Watch, form(Format::Json, Shape::Whole)),
        ("application/cbor, application/yaml;q=0.5", Route::Object, form(Format::Yaml, Shape::Whole)),
    ] {
        assert_eq!(ask(accept, "", route), expect, "{accept}");
    }
    assert_eq!(ask(table, "includeObject=None", Route::Object), form(Format::Json, Shape::Table(MetaVersion::V1, Include::None)));
}

#[test]
fn what_cannot_be_had_is_refused() {
    let accepted = "406 only the following media types are accepted: application/json, application/yaml, application/vnd.kubernetes.protobuf";
    let table = "application/vnd.kubernetes.protobuf;as=Table;v=v1;g=meta.k8s.io";
    for (accept, route, expect) in [
        (table, Route::Object, accepted.to_owned()),
        ("application/json;as=Nope;v=v1;g=meta.k8s.io", Route::Object, accepted.to_owned()),
        ("application/json;as=Table;v=v1;g=other", Route::Object, accepted.to_owned()),
        ("application/json;stream=nope", Route::Object, accepted.to_owned()),
        (
            "application/cbor",
            Route::Object,
            format!("406 406: Not Acceptable\n\nAvailable representations: {}", DOCUMENTS.join(", ")),
        ),
        ("application/yaml", Route::Watch, format!("406 only the following media types are accepted: {}", STREAMS.join(", "))),
    ] {
        assert_eq!(ask(accept, "", route), Err(expect), "{accept}");
    }
    let nope = ask("application/json;as=Table;v=v1;g=meta.k8s.io", "includeObject=Nope", Route::Object);
    assert!(nope.unwrap_err().starts_with("400 Unable to convert to Table as requested: includeObject: Invalid value: \"Nope\""));
}
