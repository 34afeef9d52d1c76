//! Jobs.

use crate::behaviours::behaviour;
use crate::strategy::Garbage;
use crate::testkit::Request;

#[test]
fn jobs_select_their_pods_by_uid() {
    let request = Request::to("batch", "jobs");
    let template = |labels: &str| format!(r#""template":{{"metadata":{{"labels":{{{labels}}}}},"spec":{{"containers":null}}}}"#);
    let sent = |meta: &str, spec: &str| format!(r#"{{"metadata":{{"name":"j","uid":"u"{meta}}},"spec":{{{spec}}}}}"#);
    let made = |labels: &str, spec: &str| sent(&format!(r#","generation":1,"labels":{{{labels}}}"#), spec);
    let by_uid = |more: &str| format!(r#""selector":{{"matchLabels":{{{more}"batch.kubernetes.io/controller-uid":"u"}}}}"#);
    let generated = r#""batch.kubernetes.io/controller-uid":"u","batch.kubernetes.io/job-name":"j","controller-uid":"u""#;

    let all = format!(r#"{generated},"job-name":"j""#);
    request.check(None, &sent("", ""), &made(&all, &format!("{},{}", by_uid(""), template(&all))));
    let own = r#""job-name":"mine""#;
    let all = format!("{generated},{own}");
    let spec = format!(r#""selector":{{"matchLabels":{{"a":"b"}}}},{}"#, template(own));
    request.check(None, &sent("", &spec), &made(&all, &format!("{},{}", by_uid(r#""a":"b","#), template(&all))));
    let manual = format!(r#""manualSelector":true,{}"#, template(own));
    request.check(None, &sent("", &manual), &made(own, &manual));
    request.check(None, &sent(r#","labels":{"x":"y"}"#, &manual), &made(r#""x":"y""#, &manual));
    let stored = made(own, &manual);
    request.check(Some(&stored), &sent("", &manual), &stored);
    Request::to("batch", "jobs").sub("status").check(Some(&stored), &sent("", &manual), &stored);
}

#[test]
fn deleting_a_job_warns_about_its_pods() {
    let Garbage::Orphan(warning) = behaviour("batch", "jobs").unwrap().garbage else { panic!("jobs orphan their pods") };
    assert!(warning.starts_with("child pods are preserved by default when jobs are deleted; set propagationPolicy=Background"));
    assert_eq!(behaviour("batch", "cronjobs").unwrap().garbage, Garbage::Delete);
}
