//! Jobs.

use crate::behaviours::behaviour;
use crate::strategy::Garbage;
use crate::testkit::Request;

#[test]
fn jobs_select_their_pods_by_uid() {
    let request = Request::to("batch", "jobs");
    let template = |labels: &str| format!(r#""template":{{"metadata":{{"labels":{{{labels}}}}},"spec":{{"containers":null}}}}"#);
    request.check(
        None,
        r#"{"metadata":{"name":"j","uid":"u"},"status":{"active":1}}"#,
        &format!(
            r#"{{"metadata":{{"name":"j","uid":"u","generation":1}},"spec":{{"selector":{{"matchLabels":{{"batch.kubernetes.io/controller-uid":"u"}}}},{}}}}}"#,
            template(r#""batch.kubernetes.io/controller-uid":"u","batch.kubernetes.io/job-name":"j","controller-uid":"u","job-name":"j""#)
        ),
    );
    let own = r#""job-name":"mine""#;
    request.check(
        None,
        &format!(r#"{{"metadata":{{"name":"j","uid":"u"}},"spec":{{"selector":{{"matchLabels":{{"a":"b"}}}},{}}}}}"#, template(own)),
        &format!(
            r#"{{"metadata":{{"name":"j","uid":"u","generation":1}},"spec":{{"selector":{{"matchLabels":{{"a":"b","batch.kubernetes.io/controller-uid":"u"}}}},{}}}}}"#,
            template(&format!(r#""batch.kubernetes.io/controller-uid":"u","batch.kubernetes.io/job-name":"j","controller-uid":"u",{own}"#))
        ),
    );
    let manual =
        format!(r#"{{"metadata":{{"name":"j","uid":"u","generation":1}},"spec":{{"manualSelector":true,{}}}}}"#, template(own));
    request.check(None, &manual, &manual);
}

#[test]
fn deleting_a_job_warns_about_its_pods() {
    let Garbage::Orphan(warning) = behaviour("batch", "jobs").unwrap().garbage else { panic!("jobs orphan their pods") };
    assert!(warning.starts_with("child pods are preserved by default when jobs are deleted; set propagationPolicy=Background"));
    assert_eq!(behaviour("batch", "cronjobs").unwrap().garbage, Garbage::Delete);
}
