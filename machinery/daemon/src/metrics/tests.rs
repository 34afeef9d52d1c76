//! The text against what Go's client writes, and the cells under load.

use std::sync::Arc;

use super::*;

const fn about(name: &'static str) -> About {
    About::new(name, Stability::Alpha, "Said with \"quotes\", a \\ and\na second line.")
}

/// The text without the registry's own family.
fn check(registry: &Registry, expect: &str) {
    let text = registry.text(&[]);
    let own = text.find("# HELP registered_metrics_total").unwrap();
    assert_eq!(&text[..own], expect);
}

#[test]
fn families_series_and_labels_are_sorted_and_escaped() {
    let registry = Registry::default();
    let requests = registry.counters(about("b_total"), ["verb", "code"]);
    requests.with(["LIST", "200"]).add(2);
    requests.with(["GET", "404"]).inc();
    requests.with(["GET", "404"]).inc();
    requests.with(["a\"\\\nb", "404"]).inc();
    registry.gauge(About::new("a", Stability::Foreign, "Plain.")).set(-3);
    // No series yet: not shown.
    drop(registry.gauges(about("c"), ["name"]));
    let help = "[ALPHA] Said with \"quotes\", a \\\\ and\\na second line.";
    let expect = format!(
        "# HELP a Plain.\n# TYPE a gauge\na -3\n# HELP b_total {help}\n# TYPE b_total counter\n\
         b_total{{code=\"200\",verb=\"LIST\"}} 2\nb_total{{code=\"404\",verb=\"GET\"}} 2\n\
         b_total{{code=\"404\",verb=\"a\\\"\\\\\\nb\"}} 1\n"
    );
    check(&registry, &expect);
    let own = "# HELP registered_metrics_total [BETA] Families that this server declares, by stability and deprecation.\n\
               # TYPE registered_metrics_total counter\n\
               registered_metrics_total{deprecated_version=\"\",stability_level=\"ALPHA\"} 2\n\
               registered_metrics_total{deprecated_version=\"\",stability_level=\"BETA\"} 1\n";
    assert_eq!(registry.text(&["registered_metrics_total".to_owned()]), own);
}

#[test]
fn buckets_are_cumulative_and_hold_their_bounds() {
    let registry = Registry::default();
    let about_sizes = About::new("size_bytes", Stability::Stable, "Sizes.").deprecated("1.30.0");
    let sizes = registry.histograms(about_sizes, ["to"], Unit::Whole, &[5.0, 100.0, 1_000_000.0]);
    for size in [0, 5, 6, 100, 2_500_000] {
        sizes.with(["x"]).observe(size);
    }
    let expect = "# HELP size_bytes [STABLE] (Deprecated since 1.30.0) Sizes.\n# TYPE size_bytes histogram\n\
                  size_bytes_bucket{to=\"x\",le=\"5\"} 2\nsize_bytes_bucket{to=\"x\",le=\"100\"} 4\n\
                  size_bytes_bucket{to=\"x\",le=\"1e+06\"} 4\nsize_bytes_bucket{to=\"x\",le=\"+Inf\"} 5\n\
                  size_bytes_sum{to=\"x\"} 2.500111e+06\nsize_bytes_count{to=\"x\"} 5\n";
    assert!(registry.text(&[]).contains(expect), "{}", registry.text(&[]));
    let plain = registry.histogram(about("plain_seconds"), Unit::Seconds, &exponential(0.005, 100.0, 2));
    for millis in [5, 6, 739] {
        plain.observe_time(std::time::Duration::from_millis(millis));
    }
    let expect = "plain_seconds_bucket{le=\"0.005\"} 1\nplain_seconds_bucket{le=\"0.5\"} 2\nplain_seconds_bucket{le=\"+Inf\"} 3\n\
                  plain_seconds_sum 0.75\nplain_seconds_count 3\n";
    assert!(registry.text(&["plain_seconds".to_owned()]).ends_with(expect));
    assert_eq!(registry.text(&["nothing".to_owned()]), "");
}

#[test]
fn bounds_are_upstreams() {
    assert_eq!(exponential(1000.0, 10.0, 7), [1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]);
    assert_eq!(linear(50_000.0, 100_000.0, 3), [50_000.0, 150_000.0, 250_000.0]);
}

#[test]
fn a_gauge_falls_with_its_guards() {
    let gauge = Gauge::default();
    let (first, second) = (gauge.hold(), gauge.hold());
    assert_eq!(gauge.get(), 2);
    drop(first);
    drop(second);
    assert_eq!(gauge.get(), 0);
}

#[test]
fn a_reset_clears_what_was_counted_and_keeps_what_is() {
    let registry = Registry::default();
    let (counter, gauge, histogram) =
        (registry.counter(about("a_total")), registry.gauge(about("b")), registry.histogram(about("c"), Unit::Whole, &[1.0]));
    counter.add(3);
    gauge.set(4);
    histogram.observe(1);
    registry.reset();
    assert_eq!((counter.get(), gauge.get(), histogram.get().count, histogram.get().sum), (0, 4, 0, 0.0));
    counter.inc();
    assert!(registry.text(&[]).contains("\na_total 1\n"));
}

#[test]
fn nothing_is_lost_among_threads() {
    let registry = Arc::new(Registry::default());
    let requests = registry.counters(about("requests_total"), ["name"]);
    let times = registry.histograms(about("seconds"), ["name"], Unit::Seconds, &[1.0]);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for i in 0..2000 {
                    let name = format!("n{}", i % 50);
                    requests.with([&name]).inc();
                    times.with([&name]).observe(500_000_000);
                }
            });
        }
        scope.spawn(|| (0..20).for_each(|_| drop(registry.text(&[]))));
    });
    let all = |i: usize| requests.with([&format!("n{i}")]).get();
    assert_eq!((requests.len(), (0..50).map(all).sum::<u64>()), (50, 8000));
    let seen: Vec<Distribution> = (0..50).map(|i| times.with([&format!("n{i}")]).get()).collect();
    assert_eq!(seen.iter().map(|seen| seen.count).sum::<u64>(), 8000);
    assert_eq!(seen.iter().map(|seen| seen.sum).sum::<f64>(), 4000.0);
}

#[test]
fn families_are_bounded() {
    let numbers: Counters<1> = Vector::new(3, |_| Counter::default());
    for i in 0..10 {
        numbers.with([&i.to_string()]).inc();
    }
    assert_eq!(numbers.len(), 3);
    assert_eq!((numbers.with(["2"]).get(), numbers.with(["3"]).get()), (1, 0));
}

#[test]
fn the_process_is_described() {
    let registry = Registry::default();
    register_process(&registry, &sys::real().disk);
    let text = registry.text(&[]);
    for name in [
        "process_cpu_seconds_total",
        "process_max_fds",
        "process_network_receive_bytes_total",
        "process_network_transmit_bytes_total",
        "process_open_fds",
        "process_resident_memory_bytes",
        "process_start_time_seconds",
        "process_virtual_memory_bytes",
        "process_virtual_memory_max_bytes",
    ] {
        let line = text.lines().find(|line| line.starts_with(&format!("{name} ")));
        let value: f64 = line.and_then(|line| line.split_once(' ')).map_or(-1.0, |(_, value)| value.parse().unwrap());
        assert!(value >= 0.0, "{name}: {line:?}");
    }
    // In simulation there is no process to describe.
    let registry = Registry::default();
    register_process(&registry, &sys::sim::Sim::new(1).sys().disk);
    assert!(!registry.text(&[]).contains("process_"));
}
