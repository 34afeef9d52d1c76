//! What is recorded of a scrape, and how two of them are compared. Pure.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result, ensure};
use serde::{Deserialize, Serialize};

use super::scrape::Scrape;

/// Families whose series are compared by what the script added to them.
const COUNTED: [&str; 12] = [
    "apiserver_longrunning_requests",
    "apiserver_request_body_size_bytes_count",
    "apiserver_request_duration_seconds_count",
    "apiserver_request_sli_duration_seconds_count",
    "apiserver_request_terminations_total",
    "apiserver_request_total",
    "apiserver_requested_deprecated_apis",
    "apiserver_response_sizes_count",
    "apiserver_storage_list_returned_objects_total",
    "apiserver_watch_events_sizes_count",
    "apiserver_watch_events_total",
    "apiserver_watch_list_duration_seconds_count",
];
/// Series of these families that the reference's own work does not touch: the script's resources, and paths that nobody else asks for.
const OURS: [&str; 8] = [
    "resource=\"podtemplates\"",
    "resource=\"controllerrevisions\"",
    "subresource=\"/livez\"",
    "subresource=\"/healthz\"",
    "subresource=\"api\"",
    "subresource=\"apis\"",
    "subresource=\"openapi/v3/\"",
    "subresource=\"log\"",
];
/// Series without a resource that only the script touches.
const ALONE: [&str; 4] = [
    "authentication_attempts{result=\"error\"}",
    "authorization_attempts_total{result=\"no-opinion\"}",
    "field_validation_request_duration_seconds_count{field_validation=\"Warn\"}",
    "field_validation_request_duration_seconds_count{field_validation=\"invalid\"}",
];
/// Families of which every series that ours has must be there upstream, with the same value.
const ALIKE: [&str; 1] = ["kubernetes_feature_enabled"];

/// What a server shows, as far as it is compared.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Recorded {
    pub(super) families: Vec<Family>,
    /// What the script added, by series.
    pub(super) counted: BTreeMap<String, f64>,
    /// Series that do not depend on the script.
    pub(super) alike: BTreeMap<String, f64>,
}

/// One family, as far as it is compared.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Family {
    pub(super) name: String,
    kind: String,
    labels: BTreeSet<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    buckets: Vec<String>,
}

impl Recorded {
    pub(super) fn new(before: &Scrape, after: &Scrape) -> Self {
        let families = after.families.iter().map(|(name, family)| Family {
            name: name.clone(),
            kind: family.kind.clone(),
            labels: family.labels.clone(),
            buckets: family.buckets.clone(),
        });
        let alike = after.samples.iter().filter(|(series, _)| ALIKE.contains(&name(series)));
        Self {
            families: families.collect(),
            counted: counted(before, after),
            alike: alike.map(|(series, value)| (series.clone(), *value)).collect(),
        }
    }

    pub(super) fn family(&self, name: &str) -> Option<&Family> {
        self.families.iter().find(|family| family.name == name)
    }
}

fn name(series: &str) -> &str {
    series.split('{').next().unwrap_or(series)
}

/// What the script added to the series that nothing else touches. One that was made and stands at nothing is there, too.
pub(super) fn counted(before: &Scrape, after: &Scrape) -> BTreeMap<String, f64> {
    let is_counted = |series: &str| {
        let by_route = COUNTED.contains(&name(series)) && OURS.iter().any(|part| series.contains(part));
        by_route || ALONE.contains(&series)
    };
    let counted = after.samples.iter().filter(|(series, _)| is_counted(series));
    let added = counted.map(|(series, value)| (series.clone(), value - before.samples.get(series).unwrap_or(&0.0)));
    added.collect()
}

/// Families that may differ, by name.
#[derive(Debug)]
pub(super) struct Accepted {
    /// Those of upstream that ours does not serve.
    pub(super) missing: BTreeSet<String>,
    /// Those of ours that upstream does not record.
    pub(super) own: BTreeSet<String>,
}

/// Reads lines of a name and a reason; `#` begins a comment.
pub(super) fn parse_list(file: &str, text: &str) -> Result<BTreeSet<String>> {
    let mut list = BTreeSet::new();
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (name, reason) = line.split_once(' ').with_context(|| format!("{file}: no reason in {line:?}"))?;
        ensure!(!reason.trim().is_empty(), "{file}: no reason in {line:?}");
        ensure!(list.insert(name.to_owned()), "{file}: {name} stands there twice");
    }
    Ok(list)
}

/// What is wrong, one line each.
pub(super) fn faults(recorded: &Recorded, found: &Recorded, accepted: &Accepted) -> Vec<String> {
    let mut faults = of_families(recorded, found, accepted);
    // What hangs on a missing family is not judged apart.
    let counts =
        |series: &&String| recorded.families.iter().any(|f| is_of(series, &f.name) && !accepted.missing.contains(&f.name));
    let all: BTreeSet<&String> = recorded.counted.keys().chain(found.counted.keys()).filter(counts).collect();
    for series in all {
        let (theirs, ours) = (recorded.counted.get(series), found.counted.get(series));
        if theirs != ours {
            faults.push(format!("{series}: the script added {} upstream, {} here", shown(theirs), shown(ours)));
        }
    }
    for (series, ours) in &found.alike {
        let theirs = recorded.alike.get(series);
        if theirs != Some(ours) {
            faults.push(format!("{series} is {} upstream, {ours} here", shown(theirs)));
        }
    }
    faults
}

fn of_families(recorded: &Recorded, found: &Recorded, Accepted { missing, own }: &Accepted) -> Vec<String> {
    let mut faults = Vec::new();
    for family in &recorded.families {
        let (ours, listed) = (found.family(&family.name), missing.contains(&family.name));
        match ours {
            None if !listed => faults.push(format!("{} is missing and not in missing.txt", family.name)),
            Some(_) if listed => faults.push(format!("{} is served: take it out of missing.txt", family.name)),
            Some(ours) if ours != family => faults.push(difference(family, ours)),
            None | Some(_) => (),
        }
    }
    let unknown = missing.iter().filter(|name| recorded.family(name).is_none());
    faults.extend(unknown.map(|name| format!("{name} is in missing.txt and not upstream's")));
    let names = found.families.iter().map(|family| &family.name);
    let strange = names.filter(|name| recorded.family(name).is_none() && !own.contains(*name));
    faults.extend(strange.map(|name| format!("{name} is not upstream's and not in own.txt")));
    for name in own {
        if recorded.family(name).is_some() {
            faults.push(format!("{name} is upstream's: take it out of own.txt"));
        } else if found.family(name).is_none() {
            faults.push(format!("{name} is in own.txt and not served"));
        }
    }
    faults
}

fn is_of(series: &str, family: &str) -> bool {
    let own = name(series);
    own == family || own.strip_suffix("_count") == Some(family)
}

fn shown(value: Option<&f64>) -> String {
    value.map_or_else(|| "nothing".to_owned(), f64::to_string)
}

fn difference(theirs: &Family, ours: &Family) -> String {
    let name = &theirs.name;
    if theirs.kind != ours.kind {
        return format!("{name} is a {} upstream and a {} here", theirs.kind, ours.kind);
    }
    if theirs.labels != ours.labels {
        return format!("{name} has the labels {:?} upstream and {:?} here", theirs.labels, ours.labels);
    }
    format!("{name} has the buckets {:?} upstream and {:?} here", theirs.buckets, ours.buckets)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recorded(families: &[(&str, &str, &[&str], &[&str])], counted: &[(&str, f64)]) -> Recorded {
        let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        Recorded {
            families: families
                .iter()
                .map(|(name, kind, labels, buckets)| Family {
                    name: (*name).to_owned(),
                    kind: (*kind).to_owned(),
                    labels: owned(labels).into_iter().collect(),
                    buckets: owned(buckets),
                })
                .collect(),
            counted: counted.iter().map(|(series, value)| ((*series).to_owned(), *value)).collect(),
            alike: BTreeMap::new(),
        }
    }

    /// Every fault that is planted must be found.
    #[test]
    fn faults_are_found() {
        let series = "apiserver_request_total{resource=\"podtemplates\"}";
        let upstream: &[(&str, &str, &[&str], &[&str])] = &[
            ("apiserver_request_total", "counter", &["resource"], &[]),
            ("h", "histogram", &["a"], &["1", "+Inf"]),
            ("x", "gauge", &[], &[]),
        ];
        let theirs = recorded(upstream, &[(series, 2.0)]);
        let check_both = |ours: &Recorded, missing: &str, own: &str, expect: &[&str]| {
            let list = |text| parse_list("list", text).unwrap();
            assert_eq!(faults(&theirs, ours, &Accepted { missing: list(missing), own: list(own) }), expect);
        };
        let check = |ours: &Recorded, missing: &str, expect: &[&str]| check_both(ours, missing, "", expect);
        let ours = |families: &[(&str, &str, &[&str], &[&str])], count: f64| recorded(families, &[(series, count)]);
        check(&ours(upstream, 2.0), "", &[]);
        check(&ours(&upstream[..2], 2.0), "x not built\n", &[]);
        check(&ours(&upstream[..2], 2.0), "", &["x is missing and not in missing.txt"]);
        check(&ours(upstream, 2.0), "# why\nx not built", &["x is served: take it out of missing.txt"]);
        check(&ours(upstream, 2.0), "y not built", &["y is in missing.txt and not upstream's"]);
        check(&ours(upstream, 3.0), "", &[&format!("{series}: the script added 2 upstream, 3 here")]);
        check(&recorded(upstream, &[]), "", &[&format!("{series}: the script added 2 upstream, nothing here")]);
        let with = |family| ours(&[upstream[0], family, upstream[2]], 2.0);
        check(&with(("h", "gauge", &["a"], &[])), "", &["h is a histogram upstream and a gauge here"]);
        check(&with(("h", "histogram", &["b"], &["1", "+Inf"])), "", &["h has the labels {\"a\"} upstream and {\"b\"} here"]);
        let buckets = "h has the buckets [\"1\", \"+Inf\"] upstream and [\"2\", \"+Inf\"] here";
        check(&with(("h", "histogram", &["a"], &["2", "+Inf"])), "", &[buckets]);
        let more = ours(&[upstream, &[("z", "gauge", &[], &[])]].concat(), 2.0);
        check_both(&more, "", "z for us", &[]);
        check(&more, "", &["z is not upstream's and not in own.txt"]);
        check_both(&ours(upstream, 2.0), "", "z for us", &["z is in own.txt and not served"]);
        check_both(&ours(upstream, 2.0), "", "x for us", &["x is upstream's: take it out of own.txt"]);
        let mut strange = ours(upstream, 2.0);
        strange.alike.insert("kubernetes_feature_enabled{name=\"X\"}".to_owned(), 1.0);
        check(&strange, "", &["kubernetes_feature_enabled{name=\"X\"} is nothing upstream, 1 here"]);
        assert!(parse_list("list", "x").is_err() && parse_list("list", "x y\nx z").is_err());
    }

    #[test]
    fn only_what_the_script_touches_is_counted() {
        let text = |count: u32| {
            format!(
                "# HELP apiserver_request_total x\n# TYPE apiserver_request_total counter\n\
                 apiserver_request_total{{resource=\"podtemplates\"}} {count}\napiserver_request_total{{resource=\"pods\"}} {count}\n"
            )
        };
        let (before, after) = (Scrape::parse(&text(1)).unwrap(), Scrape::parse(&text(4)).unwrap());
        let expect = BTreeMap::from([("apiserver_request_total{resource=\"podtemplates\"}".to_owned(), 3.0)]);
        assert_eq!(counted(&before, &after), expect);
    }
}
