//! Label selectors at the edges; parsing at large is compared with upstream's answers in `tests/upstream.rs`.

use super::*;

#[test]
fn selectors_print_in_canonical_form() {
    let check = |text: &str, expect: &str| assert_eq!(Selector::parse(text).unwrap().to_string(), expect, "{text}");
    check("", "");
    check(" b = c , a in ( z, x ,y ) ,!d,e", "a in (x,y,z),b=c,!d,e");
    check("a in (),b notin (,x)", "a in (),b notin (,x)");
    check("in in (in),notin notin (notin)", "in in (in),notin notin (notin)");
    check("a==b,c!=,d>1,e<2", "a==b,c!=,d>1,e<2");
    check("x \0y", "x");
}

#[test]
fn refusals_are_upstreams() {
    let check = |text: &str, expect: &str| assert_eq!(Selector::parse(text).unwrap_err().to_string(), expect, "{text}");
    check("a b", "unable to parse requirement: found 'b', expected: in, notin, =, ==, !=, gt, lt");
    check("a,", "found '', expected: identifier after ','");
    check(",a", "found ',', expected: !, identifier, or 'end of string'");
    check("a=b c", "found 'c', expected: ',' or 'end of string'");
    check("!a=b", "found '=', expected: ',' or 'end of string'");
    check("a in (", "unable to parse requirement: found '', expected: ',', ')' or identifier");
    check("a in x", "unable to parse requirement: found 'x' expected: '('");
    check("a=(", "unable to parse requirement: found '(', expected: identifier");
    check(
        "a>x",
        "unable to parse requirement: values[0]: Invalid value: \"x\": for 'Gt', 'Lt' operators, the value must be an integer",
    );
    let key = name::qualified_name("-").remove(0);
    check("-=b", &format!("unable to parse requirement: <nil>: Invalid value: \"-\": {key}"));
    let value = name::label_value("-").remove(0);
    check("a=-", &format!("unable to parse requirement: values[0][a]: Invalid value: \"-\": {value}"));
}

#[test]
fn selectors_of_objects_become_requirements() {
    let build = |labels: &[(&'static str, &'static str)],
                 expressions: &[(&'static str, &'static str, &'static [&'static str])]| {
        let expressions = expressions.iter().map(|&(key, operator, values)| Expression { key, operator, values });
        Selector::from_parts(labels.iter().copied(), expressions).map(|s| s.to_string()).map_err(|e| e.0)
    };
    assert_eq!(build(&[], &[]), Ok(String::new()));
    assert_eq!(build(&[("b", "c")], &[("a", "In", &["y", "x"]), ("d", "Exists", &[])]), Ok("a in (x,y),b=c,d".to_owned()));
    let empty = "values: Invalid value: null: for 'in', 'notin' operators, values set can't be empty";
    assert_eq!(build(&[], &[("a", "In", &[])]), Err(empty.to_owned()));
    assert_eq!(build(&[], &[("a", "Near", &[])]), Err("\"Near\" is not a valid label selector operator".to_owned()));
    let set = "values: Invalid value: [\"x\"]: values set must be empty for exists and does not exist";
    assert_eq!(build(&[], &[("a", "Exists", &["x"])]), Err(set.to_owned()));
}

#[test]
fn exact_values_are_found() {
    let selector = Selector::parse("a=1,b in (2),c in (3,4),d!=5").unwrap();
    let check = |key: &str, expect: Option<&str>| assert_eq!(selector.requires_exact(key), expect, "{key}");
    check("a", Some("1"));
    check("b", Some("2"));
    check("c", None);
    check("d", None);
    check("e", None);
}

#[test]
fn nothing_matches_nothing() {
    assert!(Selector::everything().matches(|_| None));
    assert!(!Selector::nothing().matches(|_| None));
    assert!(Selector::everything().is_everything() && !Selector::nothing().is_everything());
    let more = Requirement::new("a", Operator::DoesNotExist, Vec::new()).unwrap();
    assert!(!Selector::nothing().and([more.clone()]).matches(|_| None));
    assert!(Selector::everything().and([more]).matches(|_| None));
}

#[test]
fn selector_fields_are_validated_as_upstream() {
    let check = |expression: Expression<'static>, expect: &[&str]| {
        let errors = validate_selector([], [expression], SelectorOptions::default(), &Path::new("s"));
        let texts: Vec<String> = errors.iter().map(ToString::to_string).collect();
        assert_eq!(texts, expect);
    };
    check(
        Expression { key: "a", operator: "In", values: &[] },
        &["s.matchExpressions[0].values: Required value: must be specified when `operator` is 'In' or 'NotIn'"],
    );
    check(
        Expression { key: "a", operator: "Exists", values: &["x"] },
        &["s.matchExpressions[0].values: Forbidden: may not be specified when `operator` is 'Exists' or 'DoesNotExist'"],
    );
    check(
        Expression { key: "a", operator: "Gt", values: &["1"] },
        &["s.matchExpressions[0].operator: Invalid value: \"Gt\": not a valid selector operator"],
    );
    check(Expression { key: "a", operator: "NotIn", values: &["x"] }, &[]);
}
