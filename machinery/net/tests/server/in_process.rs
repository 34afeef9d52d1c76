//! The service without a socket: real HTTP in memory, and plain calls from `kube::Client`.

use std::sync::Arc;

use super::world::{World, answer, echo, get, ok, speak1, speak2};
use http::{Request, Response};
use k8s_openapi::api::core::v1::Namespace;
use kube::api::{Api, ListParams, PostParams};
use net::{Body, ConnInfo, InProcess, Limits};
use serde_json::{Value, json};

#[tokio::test]
async fn connections_in_memory_speak_both_protocols_and_carry_certificates() {
    let world = World::new(Limits::default(), echo).await;
    let admin = world.pki.administrator(&world.sys).unwrap();
    let mut one = speak1(world.server.connect(admin.chain.clone()).unwrap()).await;
    let response = one.send_request(get("/a")).await.unwrap();
    assert_eq!(answer(response).await.unwrap(), ok("GET /a HTTP/1.1 0 Some(\"kubernetes-admin\") tls=false"));
    let mut two = speak2(world.server.connect(Vec::new()).unwrap()).await;
    let response = two.send_request(Request::get("http://localhost/b").body(Default::default()).unwrap()).await.unwrap();
    assert_eq!(answer(response).await.unwrap(), ok("GET /b HTTP/2.0 0 None tls=false"));
    // No clock runs against them.
    world.pass(3600).await;
    assert_eq!(one.send_request(get("/")).await.unwrap().status(), 200);
}

/// Enough of an API server for one kind.
async fn namespaces(request: Request<Body>) -> Response<Body> {
    let (head, body) = request.into_parts();
    let namespace = |name: &str| json!({"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": name}});
    let content: Value = match (head.method.as_str(), head.uri.path()) {
        ("GET", "/api/v1/namespaces") => {
            json!({"apiVersion": "v1", "kind": "NamespaceList", "metadata": {}, "items": [namespace("default"), namespace("kube-system")]})
        }
        ("POST", "/api/v1/namespaces") => serde_json::from_slice(&body.read(1 << 16).await.unwrap()).unwrap(),
        _ => {
            json!({"apiVersion": "v1", "kind": "Status", "metadata": {}, "status": "Failure", "message": "no such thing", "reason": "NotFound", "code": 404})
        }
    };
    let status = content.get("code").and_then(Value::as_u64).map_or(200, |code| u16::try_from(code).unwrap());
    let response = Response::builder().status(status).header("content-type", "application/json");
    response.body(Body::full(serde_json::to_vec(&content).unwrap())).unwrap()
}

#[tokio::test]
async fn kube_client_calls_the_service_without_bytes() {
    let service = InProcess::new(Arc::new(namespaces), ConnInfo::in_process(Vec::new()));
    let client = kube::Client::new(service, "default");
    let api: Api<Namespace> = Api::all(client);
    let list = api.list(&ListParams::default()).await.unwrap();
    let names: Vec<&str> = list.items.iter().filter_map(|n| n.metadata.name.as_deref()).collect();
    assert_eq!(names, ["default", "kube-system"]);
    let mut made = Namespace::default();
    made.metadata.name = Some("made".to_owned());
    assert_eq!(api.create(&PostParams::default(), &made).await.unwrap().metadata.name.as_deref(), Some("made"));
    assert!(matches!(api.get("nobody").await, Err(kube::Error::Api(status)) if status.code == 404));
}
