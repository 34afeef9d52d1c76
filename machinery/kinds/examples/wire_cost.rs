//! What the protobuf codec costs for the pod of the load checks, in CPU time of this thread, best of nine runs. Run with
//! `cargo run --release --package kinds --example wire_cost`; it checks nothing.

use bytes::Bytes;
use kinds::table;
use object::{json, proto};
use rustix::time::{ClockId, clock_gettime};

/// A pod with 24 environment variables as a server returns it, about 6 KB.
fn pod() -> Vec<u8> {
    let names: Vec<String> = (0..24).map(|n| format!("SETTING_NUMBER_{n:02}")).collect();
    let env: Vec<String> =
        names.iter().map(|name| format!(r#"{{"name":"{name}","value":"value of {name}, in full"}}"#)).collect();
    let owned: Vec<String> =
        names.iter().map(|name| format!(r#""k:{{\"name\":\"{name}\"}}":{{".":{{}},"f:name":{{}},"f:value":{{}}}}"#)).collect();
    let fields = format!(
        r#"{{"f:metadata":{{"f:labels":{{".":{{}},"f:app":{{}},"f:tier":{{}}}}}},"f:spec":{{"f:containers":{{"k:{{\"name\":\"main\"}}":{{".":{{}},"f:env":{{".":{{}},{}}},"f:image":{{}},"f:imagePullPolicy":{{}},"f:name":{{}},"f:resources":{{".":{{}},"f:limits":{{".":{{}},"f:cpu":{{}},"f:memory":{{}}}},"f:requests":{{".":{{}},"f:cpu":{{}},"f:memory":{{}}}}}},"f:terminationMessagePath":{{}},"f:terminationMessagePolicy":{{}}}}}},"f:dnsPolicy":{{}},"f:enableServiceLinks":{{}},"f:restartPolicy":{{}},"f:schedulerName":{{}},"f:securityContext":{{}},"f:terminationGracePeriodSeconds":{{}}}}}}"#,
        owned.join(",")
    );
    format!(
        r#"{{"kind":"Pod","apiVersion":"v1","metadata":{{"name":"load-000123","namespace":"load","uid":"9907edf6-1111-4000-8000-000000000000","resourceVersion":"123456","generation":1,"creationTimestamp":"2026-11-23T08:09:03Z","labels":{{"app":"load","tier":"back"}},"managedFields":[{{"manager":"load","operation":"Update","apiVersion":"v1","time":"2026-11-23T08:09:03Z","fieldsType":"FieldsV1","fieldsV1":{fields}}}]}},"spec":{{"volumes":[{{"name":"kube-api-access-x7zpq","projected":{{"sources":[{{"serviceAccountToken":{{"expirationSeconds":3607,"path":"token"}}}},{{"configMap":{{"name":"kube-root-ca.crt","items":[{{"key":"ca.crt","path":"ca.crt"}}]}}}},{{"downwardAPI":{{"items":[{{"path":"namespace","fieldRef":{{"apiVersion":"v1","fieldPath":"metadata.namespace"}}}}]}}}}],"defaultMode":420}}}}],"containers":[{{"name":"main","image":"registry.example.com/team/app:1.2.3","env":[{}],"resources":{{"limits":{{"cpu":"500m","memory":"128Mi"}},"requests":{{"cpu":"100m","memory":"64Mi"}}}},"volumeMounts":[{{"name":"kube-api-access-x7zpq","readOnly":true,"mountPath":"/var/run/secrets/kubernetes.io/serviceaccount"}}],"terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File","imagePullPolicy":"IfNotPresent"}}],"restartPolicy":"Always","terminationGracePeriodSeconds":30,"dnsPolicy":"ClusterFirst","serviceAccountName":"default","serviceAccount":"default","securityContext":{{}},"schedulerName":"default-scheduler","tolerations":[{{"key":"node.kubernetes.io/not-ready","operator":"Exists","effect":"NoExecute","tolerationSeconds":300}},{{"key":"node.kubernetes.io/unreachable","operator":"Exists","effect":"NoExecute","tolerationSeconds":300}}],"priority":0,"enableServiceLinks":true,"preemptionPolicy":"PreemptLowerPriority"}},"status":{{"phase":"Pending","qosClass":"Burstable"}}}}"#,
        env.join(",")
    )
    .into_bytes()
}

fn now() -> i64 {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    time.tv_sec * 1_000_000_000 + time.tv_nsec
}

/// Nanoseconds of one round.
fn best(mut round: impl FnMut()) -> i64 {
    let rounds = 2000;
    let run = |round: &mut dyn FnMut()| {
        let start = now();
        (0..rounds).for_each(|_| round());
        (now() - start) / rounds
    };
    (0..9).map(|_| run(&mut round)).min().unwrap_or_default()
}

#[expect(clippy::print_stdout, reason = "what the program is for")]
fn main() {
    let pod = pod();
    let schema = table::schema_of("", "v1", "Pod").expect("a kind");
    let decoded = json::decode(pod.clone().into(), &schema).expect("valid").tree;
    let mut canonical = Vec::new();
    json::encode(&decoded, &mut canonical);
    assert_eq!(canonical, pod, "the pod is canonical");
    let mut message = Vec::new();
    proto::encode(&decoded, &mut message);
    let bytes = Bytes::from(message.clone());
    let source = Bytes::from(pod.clone());
    let mut out = Vec::with_capacity(8192);
    println!("{} bytes of JSON, {} of protobuf", pod.len(), message.len());
    let mut show = |name: &str, round: &mut dyn FnMut(&mut Vec<u8>)| {
        let spent = best(|| {
            out.clear();
            round(&mut out);
        });
        println!("{name:12} {spent:6} ns");
    };
    show("encode", &mut |out| proto::encode(&decoded, out));
    show("decode", &mut |_| drop(proto::decode(bytes.clone(), &schema)));
    show("transcode", &mut |out| drop(proto::transcode(&pod, &schema, out)));
    show("JSON encode", &mut |out| json::encode(&decoded, out));
    show("JSON decode", &mut |_| drop(json::decode(source.clone(), &schema)));
}
