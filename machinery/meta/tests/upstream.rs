//! Compares texts and accept sets with what Kubernetes' own libraries answered: `answers.jsonl`, written by `answers/main.go`.
//! One JSON array per line: what was asked, the input, the answers; an answer that starts with `!` is an error.

use meta::{duration, fields, labels, quantity, text, time};
use serde_json::Value;

const ANSWERS: &str = include_str!("answers.jsonl");

/// Every kind of question must be asked at least this often, or the comparison has become empty.
const LEAST: usize = 15;

fn or_error<T, E: std::fmt::Display>(result: Result<T, E>, show: impl FnOnce(T) -> String) -> Value {
    result.map_or_else(|error| format!("!{error}"), show).into()
}

fn quantity(text: &str) -> quantity::Quantity {
    quantity::Quantity::parse(text).expect("upstream read it")
}

fn ours(asked: &str, given: &dyn Fn(usize) -> String) -> Vec<Value> {
    let first = given(1);
    match asked {
        "q" => vec![or_error(quantity::Quantity::parse(&first), |q| q.to_string())],
        "qq" => {
            let (a, b) = (quantity(&first), quantity(&given(2)));
            let (mut sum, mut difference) = (a.clone(), a.clone());
            sum.add(&b);
            difference.sub(&b);
            vec![(a.cmp(&b) as i64).into(), sum.to_string().into(), difference.to_string().into()]
        }
        "qv" => {
            let a = quantity(&first);
            let mut rounded = a.clone();
            let exact = rounded.round_up(-3);
            vec![a.value().into(), a.milli_value().into(), rounded.to_string().into(), exact.into()]
        }
        "t" => vec![or_error(time::parse_rfc3339(&first), |t| format!("{} {} {}", t.seconds, t.nanos, t.rfc3339()))],
        "tm" => {
            vec![or_error(time::parse_rfc3339_micro(&first), |t| format!("{} {} {}", t.seconds, t.nanos, t.rfc3339_micro()))]
        }
        "d" => vec![or_error(duration::Duration::parse(&first), |d| format!("{} {d}", d.0))],
        "l" => match labels::Selector::parse(&first) {
            Err(error) => vec![format!("!{error}").into(), "".into()],
            Ok(selector) => {
                let (a, app) = (given(4), given(5));
                let get = |key: &str| match key {
                    "a" => Some(a.as_str()),
                    "app" => Some(app.as_str()),
                    "in" => Some("in"),
                    _ => None,
                };
                vec![selector.to_string().into(), selector.matches(get).to_string().into(), a.clone().into(), app.clone().into()]
            }
        },
        "f" => match fields::Selector::parse(&first) {
            Err(error) => vec![format!("!{error}").into(), "".into()],
            Ok(selector) => {
                let (name, x) = (given(4), given(5));
                let get = |key: &str| match key {
                    "metadata.name" => name.as_str(),
                    "x" => x.as_str(),
                    _ => "",
                };
                vec![selector.to_string().into(), selector.matches(get).to_string().into(), name.clone().into(), x.clone().into()]
            }
        },
        "s" => vec![text::quote(&first).into(), text::json(&first).into()],
        "v" => vec![text::float(f64::from_bits(first.parse().expect("bits"))).into()],
        other => panic!("unknown question {other}"),
    }
}

#[test]
fn answers_are_upstreams() {
    let mut asked = std::collections::BTreeMap::<String, usize>::new();
    for line in ANSWERS.lines() {
        let fields: Vec<Value> = serde_json::from_str(line).unwrap();
        let given = |i: usize| fields.get(i).and_then(Value::as_str).unwrap_or_default().to_owned();
        let kind = given(0);
        let inputs = if kind == "qq" { 3 } else { 2 };
        assert_eq!(ours(&kind, &given), fields[inputs..], "{line}");
        *asked.entry(kind).or_default() += 1;
    }
    assert_eq!(asked.len(), 10, "{asked:?}");
    assert!(asked.values().all(|&n| n >= LEAST), "{asked:?}");
}
