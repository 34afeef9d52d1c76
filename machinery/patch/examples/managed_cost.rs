//! What managed fields cost for a Deployment's pod of about 6 KB with 24 environment variables: `cargo run --release -p patch --example
//! managed_cost`. Schemas come from the facts, as in the tests.
#![expect(clippy::print_stdout, reason = "its whole purpose")]
#![expect(clippy::disallowed_methods, reason = "it measures real time")]
#![expect(clippy::unwrap_used, reason = "its input is fixed")]

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::Instant;

use object::Tree;
use object::json::decode;
use patch::managed::{
    Arena, Convert, Filter, Keys, NotConverted, UpdateInput, compare, encode, field_set, read, record_update, validate,
};

#[path = "../src/managed/tests/schemas.rs"]
mod schemas;

const BATCHES: u32 = 1_000;
const ROUNDS: u32 = 10;

fn pod() -> String {
    let mut env = String::new();
    for n in 0..24 {
        let _ = match n % 6 {
            0 => write!(
                env,
                r#"{{"name":"VAR_{n}","valueFrom":{{"fieldRef":{{"apiVersion":"v1","fieldPath":"metadata.name"}}}}}},"#
            ),
            _ => write!(env, r#"{{"name":"SOME_VARIABLE_{n}","value":"a value of usual length {n}"}},"#),
        };
    }
    env.pop();
    let probe = r#"{"httpGet":{"path":"/healthz","port":8080,"scheme":"HTTP"},"initialDelaySeconds":5,"timeoutSeconds":1,"periodSeconds":10,"successThreshold":1,"failureThreshold":3}"#;
    format!(
        r#"{{"kind":"Pod","apiVersion":"v1","metadata":{{"name":"web-5d9c7b6f4-x2x7k","namespace":"default","labels":{{"app":"web","tier":"front","pod-template-hash":"5d9c7b6f4"}},
        "annotations":{{"a.example.com/x":"1","b.example.com/y":"2","c.example.com/z":"3"}},"ownerReferences":[{{"apiVersion":"apps/v1","kind":"ReplicaSet","name":"web","uid":"u","controller":true}}]}},
        "spec":{{"volumes":[{{"name":"config","configMap":{{"name":"c","defaultMode":420}}}},{{"name":"tmp","emptyDir":{{}}}},{{"name":"kube-api-access","projected":{{"sources":[{{"serviceAccountToken":{{"expirationSeconds":3607,"path":"token"}}}}],"defaultMode":420}}}}],
        "containers":[{{"name":"web","image":"registry.example.com/web:1.2.3","ports":[{{"name":"http","containerPort":8080,"protocol":"TCP"}},{{"name":"metrics","containerPort":9090,"protocol":"TCP"}}],
        "env":[{env}],"resources":{{"limits":{{"cpu":"1","memory":"1Gi"}},"requests":{{"cpu":"100m","memory":"128Mi"}}}},"volumeMounts":[{{"name":"config","mountPath":"/etc/c"}},{{"name":"tmp","mountPath":"/tmp"}},{{"name":"kube-api-access","readOnly":true,"mountPath":"/var/run"}}],
        "livenessProbe":{probe},"readinessProbe":{probe},"terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File","imagePullPolicy":"IfNotPresent","securityContext":{{"runAsNonRoot":true}}}},
        {{"name":"sidecar","image":"registry.example.com/sidecar:4","ports":[{{"containerPort":15001,"protocol":"TCP"}}],"resources":{{}},"readinessProbe":{probe},"terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File","imagePullPolicy":"IfNotPresent"}}],
        "restartPolicy":"Always","terminationGracePeriodSeconds":30,"dnsPolicy":"ClusterFirst","serviceAccountName":"default","serviceAccount":"default","securityContext":{{}},"schedulerName":"default-scheduler",
        "tolerations":[{{"key":"node.kubernetes.io/not-ready","operator":"Exists","effect":"NoExecute","tolerationSeconds":300}}],"enableServiceLinks":true}},"status":{{"phase":"Pending","qosClass":"Burstable"}}}}"#
    )
}

/// Prints the cost of one call: the best of many short batches, so that a busy machine does not count. The
/// first argument picks what to measure by its name.
fn time(name: &str, mut work: impl FnMut()) {
    if std::env::args().nth(1).is_some_and(|wanted| !name.contains(&wanted)) {
        return;
    }
    let best = (0..BATCHES).map(|_| {
        let start = Instant::now();
        for _ in 0..ROUNDS {
            work();
        }
        start.elapsed().as_secs_f64()
    });
    let best = best.fold(f64::INFINITY, f64::min);
    println!("{name:<44} {:>8.2} us", best * 1e6 / f64::from(ROUNDS));
}

fn record(live: Option<&Tree>, new: &mut Tree, manager: &str) {
    let convert: Convert<'_> = &|_, _| Err(NotConverted::NoSuchVersion);
    let input = UpdateInput {
        live,
        new,
        manager,
        api_version: "v1",
        subresource: "",
        time: "2026-01-01T00:00:00Z",
        reset: Filter::AllBut(&["status"]),
        convert,
    };
    record_update(input).unwrap();
}

fn main() {
    let schema = schemas::Schemas::load().find("v1", "Pod").unwrap();
    let text = pod();
    let plain = decode(text.clone().into(), &schema).unwrap().tree;
    let mut live = plain.clone();
    record(None, &mut live, "kube-controller-manager");
    live.set_str(&["metadata", "uid"], "u");
    let mut labelled = live.clone();
    labelled.set_str(&["metadata", "labels", "app"], "other");
    record(Some(&live), &mut labelled, "kubectl");
    let mut image = labelled.clone();
    image.set_str(&["spec", "containers", "0", "image"], "registry.example.com/web:1.2.4");
    let fields = labelled.at(&["metadata", "managedFields", "0", "fieldsV1"]).unwrap().raw().unwrap().to_vec();
    println!("pod of {} bytes, FieldsV1 of {} bytes", text.len(), fields.len());

    time("decoding the object, for comparison", || drop(black_box(decode(text.clone().into(), &schema).unwrap())));
    time("set of an object", || {
        let arena = Arena::new();
        black_box(field_set(&plain, &mut Keys::new(), &arena).unwrap());
    });
    time("comparison with nothing (create)", || {
        let arena = Arena::new();
        black_box(compare(None, &plain, &mut Keys::new(), &arena).unwrap());
    });
    time("comparison of two objects, one image changed", || {
        let arena = Arena::new();
        black_box(compare(Some(&labelled), &image, &mut Keys::new(), &arena).unwrap());
    });
    time("validation", || validate(&plain, true).unwrap());
    let arena = Arena::new();
    time("reading FieldsV1", || {
        black_box(patch::managed::decode(&fields, &mut Keys::new(), &arena).unwrap());
    });
    let mut keys = Keys::new();
    let set = read(&labelled, &mut keys, &arena).unwrap();
    time("writing FieldsV1", || {
        let mut out = Vec::with_capacity(4096);
        set.values().for_each(|owned| encode(&owned.set, &keys, &mut out));
        black_box(out);
    });
    time("copying the object (part of what follows)", || drop(black_box(image.clone())));
    time("a create, recorded", || record(None, &mut plain.clone(), "kube-controller-manager"));
    time("an update, recorded", || record(Some(&labelled), &mut image.clone(), "kubectl"));
}
