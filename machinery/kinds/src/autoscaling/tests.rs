//! Conversion between autoscaling versions, against bodies that the reference server answered.

use crate::behaviours::behaviour;
use crate::table;
use crate::testkit::{Request, text, tree};

/// What upstream answers for [`V2`] in v1.
const V1: &str = concat!(
    r#"{"kind":"HorizontalPodAutoscaler","apiVersion":"autoscaling/v1","metadata":{"name":"h","annotations":{"#,
    r#""autoscaling.alpha.kubernetes.io/behavior":"{\"ScaleUp\":{\"StabilizationWindowSeconds\":0,\"SelectPolicy\":\"Max\",\"Policies\":["#,
    r#"{\"Type\":\"Pods\",\"Value\":4,\"PeriodSeconds\":15},{\"Type\":\"Percent\",\"Value\":100,\"PeriodSeconds\":15}],\"Tolerance\":null},"#,
    r#"\"ScaleDown\":{\"StabilizationWindowSeconds\":30,\"SelectPolicy\":\"Max\",\"Policies\":[{\"Type\":\"Pods\",\"Value\":4,"#,
    r#"\"PeriodSeconds\":60}],\"Tolerance\":null}}","#,
    r#""autoscaling.alpha.kubernetes.io/conditions":"[{\"type\":\"AbleToScale\",\"status\":\"True\",\"lastTransitionTime\":null,"#,
    r#"\"reason\":\"x\"}]","#,
    r#""autoscaling.alpha.kubernetes.io/current-metrics":"[{\"type\":\"Resource\",\"resource\":{\"name\":\"cpu\","#,
    r#"\"currentAverageUtilization\":0,\"currentAverageValue\":\"1\"}},{\"type\":\"Pods\",\"pods\":{\"metricName\":\"p\","#,
    r#"\"currentAverageValue\":\"0\"}},{\"type\":\"External\",\"external\":{\"metricName\":\"e\",\"currentValue\":\"0\","#,
    r#"\"currentAverageValue\":\"2\"}}]","#,
    r#""autoscaling.alpha.kubernetes.io/metrics":"[{\"type\":\"Object\",\"object\":{\"target\":{\"kind\":\"Ingress\",\"name\":\"i\","#,
    r#"\"apiVersion\":\"networking.k8s.io/v1\"},\"metricName\":\"m\",\"targetValue\":\"0\",\"selector\":{\"matchLabels\":"#,
    r#"{\"a\":\"b\\u003c\"}},\"averageValue\":\"1\"}},{\"type\":\"External\",\"external\":{\"metricName\":\"q\","#,
    r#"\"targetValue\":\"30\"}}]"}},"#,
    r#""spec":{"scaleTargetRef":{"kind":"Deployment","name":"d","apiVersion":"apps/v1"},"minReplicas":1,"maxReplicas":5,"#,
    r#""targetCPUUtilizationPercentage":50},"#,
    r#""status":{"currentReplicas":1,"desiredReplicas":2,"currentCPUUtilizationPercentage":0}}"#
);

const V2: &str = concat!(
    r#"{"kind":"HorizontalPodAutoscaler","apiVersion":"autoscaling/v2","metadata":{"name":"h"},"spec":{"scaleTargetRef":"#,
    r#"{"kind":"Deployment","name":"d","apiVersion":"apps/v1"},"minReplicas":1,"maxReplicas":5,"metrics":["#,
    r#"{"type":"Resource","resource":{"name":"cpu","target":{"type":"Utilization","averageUtilization":50}}},"#,
    r#"{"type":"Object","object":{"describedObject":{"kind":"Ingress","name":"i","apiVersion":"networking.k8s.io/v1"},"#,
    r#""target":{"type":"AverageValue","averageValue":"1"},"metric":{"name":"m","selector":{"matchLabels":{"a":"b<"}}}}},"#,
    r#"{"type":"External","external":{"metric":{"name":"q"},"target":{"type":"Value","value":"30"}}}],"#,
    r#""behavior":{"scaleUp":{"stabilizationWindowSeconds":0,"selectPolicy":"Max","policies":[{"type":"Pods","value":4,"#,
    r#""periodSeconds":15},{"type":"Percent","value":100,"periodSeconds":15}]},"scaleDown":{"stabilizationWindowSeconds":30,"#,
    r#""selectPolicy":"Max","policies":[{"type":"Pods","value":4,"periodSeconds":60}]}}},"#,
    r#""status":{"currentReplicas":1,"desiredReplicas":2,"currentMetrics":[{"type":"Resource","resource":{"name":"cpu","#,
    r#""current":{"averageValue":"1","averageUtilization":0}}},{"type":"Pods","pods":{"metric":{"name":"p"},"#,
    r#""current":{"averageValue":"0"}}},{"type":"External","external":{"metric":{"name":"e"},"current":{"value":"0","#,
    r#""averageValue":"2"}}}],"conditions":[{"type":"AbleToScale","status":"True","lastTransitionTime":null,"reason":"x"}]}}"#
);

fn hpa(version: &str, text: &str) -> object::Tree {
    tree("autoscaling", version, "HorizontalPodAutoscaler", text)
}

fn convert(from: &str, to: &str, object: &str) -> String {
    let conversion = behaviour("autoscaling", "horizontalpodautoscalers").unwrap().conversion("autoscaling", "v1").unwrap();
    let schema = table::schema_of("autoscaling", to, "HorizontalPodAutoscaler").unwrap();
    let run = if to == "v2" { conversion.to_hub } else { conversion.from_hub };
    let mut result = run(&hpa(from, object), &schema).unwrap();
    result.set_str(&["apiVersion"], &format!("autoscaling/{to}"));
    text(&result)
}

fn check_to_v2(object: &str, expect: &str) {
    assert_eq!(
        convert("v1", "v2", object),
        text(&hpa("v2", &expect.replacen('{', "{\"apiVersion\":\"autoscaling/v2\",", 1))),
        "{object}"
    );
}

fn check_to_v1(object: &str, expect: &str) {
    assert_eq!(
        convert("v2", "v1", object),
        text(&hpa("v1", &expect.replacen('{', "{\"apiVersion\":\"autoscaling/v1\",", 1))),
        "{object}"
    );
}

#[test]
fn the_reference_answers_the_same() {
    assert_eq!(convert("v2", "v1", V2), text(&hpa("v1", V1)));
    // Coming back, the metric that v1 has a field for is the last.
    let cpu = r#"{"type":"Resource","resource":{"name":"cpu","target":{"type":"Utilization","averageUtilization":50}}}"#;
    let moved = V2.replace(&format!("{cpu},"), "").replace("\"value\":\"30\"}}}]", &format!("\"value\":\"30\"}}}}}},{cpu}]"));
    assert_eq!(convert("v1", "v2", V1), text(&hpa("v2", &moved)));
}

#[test]
fn a_v1_object_without_target_means_eighty_percent() {
    let cpu = |percent: i64| {
        format!(
            r#"[{{"type":"Resource","resource":{{"name":"cpu","target":{{"type":"Utilization","averageUtilization":{percent}}}}}}}]"#
        )
    };
    check_to_v2(r#"{"spec":{"maxReplicas":3}}"#, &format!(r#"{{"spec":{{"maxReplicas":3,"metrics":{}}}}}"#, cpu(80)));
    check_to_v2(r#"{"spec":{"targetCPUUtilizationPercentage":0}}"#, &format!(r#"{{"spec":{{"metrics":{}}}}}"#, cpu(0)));
    check_to_v2(
        r#"{"status":{"currentCPUUtilizationPercentage":7}}"#,
        &format!(
            r#"{{"spec":{{"metrics":{}}},"status":{{"currentMetrics":[{{"type":"Resource","resource":{{"name":"cpu",
                "current":{{"averageUtilization":7}}}}}}]}}}}"#,
            cpu(80)
        ),
    );
}

#[test]
fn annotations_that_cannot_be_read_are_dropped() {
    let bad = r#"{"metadata":{"annotations":{"autoscaling.alpha.kubernetes.io/metrics":"[","autoscaling.alpha.kubernetes.io/behavior":"{}",
        "autoscaling.alpha.kubernetes.io/conditions":"5","keep":"me"}},"spec":{"targetCPUUtilizationPercentage":9}}"#;
    check_to_v2(
        bad,
        r#"{"metadata":{"annotations":{"keep":"me"}},"spec":{"metrics":[{"type":"Resource","resource":{"name":"cpu","target":
            {"type":"Utilization","averageUtilization":9}}}]}}"#,
    );
}

#[test]
fn targets_say_what_they_are() {
    let check = |metric: &str, expect: &str| {
        let annotation = serde_json::to_string(&format!("[{metric}]")).unwrap();
        check_to_v2(
            &format!(r#"{{"metadata":{{"annotations":{{"autoscaling.alpha.kubernetes.io/metrics":{annotation}}}}}}}"#),
            &format!(r#"{{"spec":{{"metrics":[{expect}]}}}}"#),
        );
        check_to_v1(
            &format!(r#"{{"spec":{{"metrics":[{expect}]}}}}"#),
            &format!(r#"{{"metadata":{{"annotations":{{"autoscaling.alpha.kubernetes.io/metrics":{annotation}}}}}}}"#),
        );
    };
    check(
        r#"{"type":"Object","object":{"target":{"kind":"K","name":"n"},"metricName":"m","targetValue":"0"}}"#,
        r#"{"type":"Object","object":{"describedObject":{"kind":"K","name":"n"},"target":{"type":"Value","value":"0"},"metric":{"name":"m"}}}"#,
    );
    check(
        r#"{"type":"Object","object":{"target":{"kind":"K","name":"n"},"metricName":"m","targetValue":"3","averageValue":"2"}}"#,
        r#"{"type":"Object","object":{"describedObject":{"kind":"K","name":"n"},"target":{"type":"AverageValue","value":"3","averageValue":"2"},"metric":{"name":"m"}}}"#,
    );
    check(
        r#"{"type":"Pods","pods":{"metricName":"m","targetAverageValue":"0"}}"#,
        r#"{"type":"Pods","pods":{"metric":{"name":"m"},"target":{"type":"AverageValue","averageValue":"0"}}}"#,
    );
    check(
        r#"{"type":"Resource","resource":{"name":"memory","targetAverageUtilization":5}}"#,
        r#"{"type":"Resource","resource":{"name":"memory","target":{"type":"Utilization","averageUtilization":5}}}"#,
    );
    check(
        r#"{"type":"ContainerResource","containerResource":{"name":"cpu","targetAverageValue":"5","container":"c"}}"#,
        r#"{"type":"ContainerResource","containerResource":{"name":"cpu","target":{"type":"AverageValue","averageValue":"5"},"container":"c"}}"#,
    );
    check(
        r#"{"type":"External","external":{"metricName":"m","metricSelector":{"matchLabels":{"a":"b"}},"targetAverageValue":"5"}}"#,
        r#"{"type":"External","external":{"metric":{"name":"m","selector":{"matchLabels":{"a":"b"}}},"target":{"type":"AverageValue","averageValue":"5"}}}"#,
    );
}

#[test]
fn the_hub_shows_no_annotations_of_v1_and_has_a_generation() {
    let request = Request::to("autoscaling", "horizontalpodautoscalers");
    request.check_normal(
        r#"{"metadata":{"annotations":{"autoscaling.alpha.kubernetes.io/metrics":"[]","autoscaling.alpha.kubernetes.io/scale-up-tolerance":"1","a":"b"}}}"#,
        Ok(r#"{"metadata":{"annotations":{"a":"b"}}}"#),
    );
    request.check(None, r#"{"status":{"desiredReplicas":3}}"#, r#"{"metadata":{"generation":1}}"#);
    Request { off: &["HPAGeneration"], ..request }.check(None, "{}", "{}");
}
